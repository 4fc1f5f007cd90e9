"""Pages of A4, written from nothing: what stands on them as values, and the bytes of a tagged PDF."""
