"""The whole journal in and out."""
