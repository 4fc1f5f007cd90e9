"""Looks for planted phrases in files and memory, in every encoding that a program might have used."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from pathlib import Path

#: Eleven phrases that stand nowhere else; each is planted in another place of a session.
CANARIES = {
    "body": "ploverquill saltmarsh reverie",
    "title": "hollowreed candlewick matters",
    "tag": "gannetfern",
    "client": "Wrenfield Osterley",
    "alias": "Quillan",
    "search": "thistledown undertow",
    "passphrase": "brindle cormorant ladder vesper",
    "author": "Tamsin Greyfallow",
    "deleted": "lanternjaw millpond confession",
    "post": "kestrelbank amber footnote",
    "practice": "sorrelbeck undertone petition",
}


def encodings(phrase: str) -> Iterator[bytes]:
    """The phrase as UTF-8, UTF-16 of both orders, hex, and base64 at each of its three alignments."""
    plain = phrase.encode()
    yield plain
    yield phrase.encode("utf-16-le")
    yield phrase.encode("utf-16-be")
    yield plain.hex().encode()
    yield plain.hex().upper().encode()
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + plain)
        # the first and last groups depend on the neighbours: leave them out
        yield coded[4 : len(coded) - 4]


def needles(phrases: Iterable[str]) -> dict[bytes, str]:
    """Every form of every phrase, long enough not to turn up by chance."""
    forms: dict[bytes, str] = {}
    for phrase in phrases:
        for form in encodings(phrase):
            if len(form) >= 7:
                forms[form] = phrase
    return forms


def files_below(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        if folder.is_dir():
            yield from (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def hits_in(data: bytes, forms: dict[bytes, str]) -> set[str]:
    """Which phrases stand in ``data``."""
    return {phrase for form, phrase in forms.items() if form in data}


def hits_in_files(folders: Iterable[Path], phrases: Iterable[str]) -> dict[str, set[str]]:
    """Path -> phrases found in it or in its name."""
    forms = needles(phrases)
    found = {}
    for path in files_below(folders):
        hits = hits_in(path.read_bytes(), forms) | hits_in(str(path).encode(), forms)
        if hits:
            found[str(path)] = hits
    return found
