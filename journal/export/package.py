"""The container of DOCX and ODT: a zip that says nothing of when, where or with what it was made."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

# The earliest that a zip can say (APPNOTE 4.4.6: years count from 1980).
_NO_TIME = (1980, 1, 1, 0, 0, 0)
# What XML 1.0 cannot hold at all (section 2.2, "Char").
_NO_CHAR = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def packed(members: Mapping[str, str]) -> bytes:
    """A zip of these members in this order, uncompressed: the same bytes whatever system or library makes it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for name, text in members.items():
            member = zipfile.ZipInfo(name, _NO_TIME)
            member.create_system = 0  # else it names the family of operating systems
            member.external_attr = 0o600 << 16
            archive.writestr(member, text.encode("utf-8"))
    return made.getvalue()


def text(words: str) -> str:
    """Words as XML text."""
    return escape(_NO_CHAR.sub("", words))


def attribute(words: str) -> str:
    """Words as an XML attribute's value, with its quotation marks."""
    return quoteattr(_NO_CHAR.sub("", words))
