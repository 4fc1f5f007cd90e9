"""Who looks: each detector takes a document and says what it saw."""
