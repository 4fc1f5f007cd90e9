"""Likely names while writing: exact offsets, what is no name, and whose name it is where the register knows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.anonymise.mentions import likely_names
from tests.unit.anonymise.builders import knowledge_of, known


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("On Tuesday I saw Rebecca again.", [(17, 24)]),
        ("😀 On Tuesday I saw Rebecca again.", [(19, 26)]),
        ("שלום 😀. On Tuesday I saw Rebecca again.", [(25, 32)]),
        ("I rang Rebecca, and Tomasz answered.", [(7, 14), (20, 26)]),
        ("Rogers (1951) would disagree.", []),
        ("We met at Kendal Clinic and I was late.", []),
        ("Client R came early.", []),
        ("I hoped that it would end, and it did.", []),
        ("", []),
    ],
)
def test_likely_names_are_found_where_they_stand(text: str, spans: list[tuple[int, int]]) -> None:
    assert [(one.start, one.end) for one in likely_names([text], knowledge_of())[text]] == spans


def test_a_name_of_the_register_brings_its_row_and_its_code_is_no_name() -> None:
    rebecca = known("Rebecca Okonjo", "Becks", code="Magpie")
    text = "Becks was late. Magpie told me why."
    (found,) = likely_names([text], knowledge_of(rebecca))[text]
    assert (found.name, found.known) == ("Becks", rebecca)


def test_what_is_never_flagged_is_not_flagged_here() -> None:
    text = "I saw Rebecca again."
    knowledge = replace(knowledge_of(), never_flag=frozenset({"rebecca"}))
    assert likely_names([text], knowledge)[text] == ()


def test_no_name_shows_in_a_trace() -> None:
    text = "I saw Rebecca again."
    assert "Rebecca" not in repr(likely_names([text], knowledge_of())[text])
