"""Heritage and rare health by the word lists: what is said of people is found, things and lessons are not."""

from __future__ import annotations

import pytest

from journal.anonymise.detectors import lists as detector
from journal.anonymise.finding import Kind, Risk
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.segments import document_of
from tests.unit.anonymise.builders import shipped_lists


@pytest.fixture(scope="module")
def lists() -> WordLists:
    return shipped_lists()


def found(text: str, lists: WordLists) -> list[tuple[int, int, Kind]]:
    findings = detector.find(document_of(text), Knowledge(lists=lists))
    assert all(f.risk is Risk.QUASI for f in findings)
    return sorted((f.start, f.end, f.kind) for f in findings)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("She is Igbo, 29.", [(7, 11, Kind.ETHNICITY)]),
        ("a card in the Polish deli", [(14, 20, Kind.NATIONALITY)]),
        ("I'd assumed he was Muslim, or white.", [(19, 25, Kind.RELIGION), (30, 35, Kind.ETHNICITY)]),
        ("a Punjabi Sikh family", [(2, 14, Kind.ETHNICITY)]),
        ("He speaks Urdu at home.", [(10, 14, Kind.LANGUAGE)]),
        ("the only Black British woman here", [(9, 22, Kind.ETHNICITY)]),
        ("an asylum seeker from there", [(3, 16, Kind.ETHNICITY)]),
        ("Jehovah’s Witnesses came", [(0, 19, Kind.RELIGION)]),
        ("half-Irish, she says", [(0, 10, Kind.ETHNICITY)]),
        ("second-generation Tamil", [(0, 23, Kind.ETHNICITY)]),
        ("😀 Gujarati", [(2, 10, Kind.ETHNICITY)]),
    ],
)
def test_words_for_heritage_are_found(text: str, spans: list[tuple[int, int, Kind]], lists: WordLists) -> None:
    assert found(text, lists) == spans


@pytest.mark.parametrize(
    "text",
    [
        "We had a Chinese takeaway and watched French films.",
        "She wore a black dress against the white walls.",
        "A black mood, a white lie.",
        "He teaches Spanish.",
        "polish the table before the pole dance",
        "a Danish pastry and a Turkish coffee",
        "an English lesson",
        "Called 999 BSL at once.",
        "the Scottish Government",
        "My shona and my ga.",
    ],
)
def test_things_lessons_and_colours_are_not_heritage(text: str, lists: WordLists) -> None:
    assert found(text, lists) == []


def test_text_typed_without_capitals_is_read_too(lists: WordLists) -> None:
    text = "saw her at ten\nshe is somali and tired\nshe left early\n"
    assert found(text, lists) == [(22, 28, Kind.NATIONALITY)]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("She has Huntington's disease.", [(8, 28)]),
        ("narcolepsy with cataplexy", [(0, 25)]),
        ("diagnosed with Ehlers-Danlos", [(15, 28)]),
        ("a low mood and depression", []),
        ("asthma, diabetes, a broken wrist", []),
    ],
)
def test_rare_health_is_found_and_common_health_is_not(
    text: str, spans: list[tuple[int, int]], lists: WordLists
) -> None:
    findings = detector.find(document_of(text), Knowledge(lists=lists))
    assert [(f.start, f.end) for f in findings if f.kind is Kind.DX_RARE] == spans


def test_nothing_is_found_in_a_list_of_references(lists: WordLists) -> None:
    text = "Body.\n\nReferences\n\nShah, P. (2010) Being Gujarati. Press.\n"
    assert found(text, lists) == []


def test_without_word_lists_nothing_is_found() -> None:
    assert detector.find(document_of("She is Igbo and has narcolepsy."), Knowledge()) == []
