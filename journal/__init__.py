"""The core of Congruence: vault, store, practice, anonymiser, export. Knows no Qt and opens no socket."""

__version__ = "0.1.0"
