"""People by letters: initials, a code of one or two letters; not abbreviations that everybody knows."""

from __future__ import annotations

import pytest

from journal.anonymise.detectors import letters
from tests.unit.anonymise.builders import found_by, spans_by


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("I saw KL, then left.", [(6, 8)]),
        ("KL cried at the end.", [(0, 2)]),
        ("a session with JM on the form", [(15, 17)]),
        ("client RT's mother rang", [(7, 9)]),
        ("It was T.M. who waited.", [(7, 11)]),
        ("with K. today", [(5, 7)]),
    ],
)
def test_codes_are_found_where_a_person_stands(text: str, spans: list[tuple[int, int]]) -> None:
    assert spans_by(letters.find, text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "HR met. I spoke with HR, IT and the GP, and told OT.",
        "I did PE with NI, UK and EU forms.",
        "Plan B, vitamin D, a QR code and the KL form.",
        "The TV stood there, and ME is an illness.",
    ],
)
def test_abbreviations_are_not(text: str) -> None:
    assert found_by(letters.find, text) == []
