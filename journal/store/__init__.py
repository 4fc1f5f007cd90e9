"""Rows in the encrypted database. Knows SQL, not windows or passphrases."""
