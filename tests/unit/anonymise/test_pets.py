"""Animals: found by the animal that stands beside the name in brackets."""

from __future__ import annotations

import pytest

from journal.anonymise.detectors import pets
from tests.unit.anonymise.builders import spans_by


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Also: Comet (cat) will not come in.", [(6, 11)]),
        ("Major (the old horse) waited.", [(0, 5)]),
        ("He talked to the horse first (Bramble), then to me.", [(30, 37)]),
        ("Our dog (Widget) slept.", [(9, 15)]),
        ("😀 Comet (cat)", [(2, 7)]),
    ],
)
def test_an_animal_beside_a_name_says_what_the_name_is(text: str, spans: list[tuple[int, int]]) -> None:
    assert spans_by(pets.find, text) == spans


@pytest.mark.parametrize(
    "text",
    [
        "a cat (small) came in",
        "The dog sat (Monday was long).",
        "Rogers (1951) had a dog",
        "comet (cat)",
        "the horse (see p. 4)",
    ],
)
def test_other_brackets_say_nothing_of_animals(text: str) -> None:
    assert spans_by(pets.find, text) == []
