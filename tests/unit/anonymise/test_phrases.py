"""Phrases of many writers, one a line: what is in brackets is to be found, what has none is to be left alone.

The phrases were written for these tests, kind by kind after the specification of identifiers, and stand apart from
every evaluation entry. A line that begins with "?" is known to fail and shows where the rules end.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journal.anonymise.finding import Risk
from tests.unit.anonymise.builders import scanned

_LINES = [
    (path.stem, line)
    for path in sorted(Path(__file__).with_name("phrases").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith(("?", "#"))
]
#: What need not be covered at the head of a phrase (annotation convention "Edges").
_LOOSE = re.compile(r"(?:(?:a|an|the|our|my|her|his|in|on|by) )*", re.IGNORECASE)


@pytest.mark.parametrize(("kind", "line"), _LINES)
def test_a_phrase_is_found_or_left_alone(kind: str, line: str) -> None:
    pieces = re.split(r"[\[\]]", line)
    text = "".join(pieces)
    changing = [f for f in scanned(text).findings if f.risk is not Risk.KEEP and not f.asked]
    covered = {place for finding in changing for place in range(finding.start, finding.end)}
    if len(pieces) == 1:
        assert [text[f.start : f.end] for f in changing] == []
    place = 0
    for number, piece in enumerate(pieces):
        if number % 2:
            lead = _LOOSE.match(piece)
            start = place + (lead.end() if lead else 0)
            assert {p for p in range(start, place + len(piece)) if text[p].isalnum()} <= covered
        place += len(piece)
