"""What belongs to a name behind it: a kind typed small, an ending typed apart, a name that a computer has spoilt."""

from __future__ import annotations

import pytest

from journal.anonymise.finding import Risk
from journal.anonymise.garbled import spoilt
from tests.unit.anonymise.builders import drafted, scanned


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("He sleeps at the Tiverton hostel most nights.", "Tiverton hostel"),
        ("They moved us to the Wisbech clinic in a hurry.", "Wisbech clinic"),
        ("We met by the Luton road and walked.", "Luton road"),
        ("She flew home to Baltimore, MD 21202 and stayed.", "Baltimore, MD 21202"),
        ("She lives in Tiverton and walks.", "Tiverton"),
        ("She lives in Tiverton with a team of dogs.", "Tiverton"),
    ],
)
def test_a_name_takes_along_what_belongs_to_it(text: str, surface: str) -> None:
    changing = [text[f.start : f.end] for f in scanned(text).findings if f.risk is not Risk.KEEP]
    assert any(found.removeprefix("the ") == surface for found in changing), changing


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("O'Rahilly", "O&#39;Rahilly"),
        ("O'Rahilly", "O&rsquo;Rahilly"),
        ("Siân", "SiÃ¢n"),
        ("Zoë", "Zo&euml;"),
        ("Zoë", "Zo=C3=AB"),
        ("Zoë", "Zo?"),
    ],
)
def test_a_spoilt_name_is_known(name: str, spelling: str) -> None:
    pattern = spoilt([name])
    assert pattern is not None
    assert pattern.fullmatch(spelling)


def test_a_plain_name_cannot_be_spoilt() -> None:
    assert spoilt(["Bridget"]) is None


def test_a_spoilt_name_is_treated_like_the_name() -> None:
    draft = drafted("Mr O'Rahilly came late. The system has him as O&#39;Rahilly, and he laughed.")
    assert "Rahilly" not in draft
    assert "#39" not in draft


def test_a_phrase_of_so_many_letters_ends_with_a_word() -> None:
    text = "He was sacked for something that nobody who was there would ever describe to anybody."
    (finding,) = [f for f in scanned(text).findings if f.kind.label == "EVENT"]
    assert not text[finding.end].isalnum()
