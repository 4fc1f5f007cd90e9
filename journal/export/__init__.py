"""A reviewed post as a file."""
