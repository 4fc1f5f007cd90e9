"""Secrecy at rest: derives, wraps and keeps keys. Knows bytes, not entries."""
