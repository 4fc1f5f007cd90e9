"""Overwrites key material in place. Only a ``bytearray`` can be wiped, so keys live in nothing else."""

from __future__ import annotations

import ctypes


def wipe(buffer: bytearray) -> None:
    """Set every byte of ``buffer`` to zero, in the memory it occupies; its length stays."""
    # memset through ctypes: assigning a slice may move the buffer and leave the old one behind
    if buffer:
        ctypes.memset((ctypes.c_char * len(buffer)).from_buffer(buffer), 0, len(buffer))
