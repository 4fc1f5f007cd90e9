"""Text in, values out: finds what could identify somebody and proposes readable replacements. Opens no file."""
