"""The model's detector, with a tagger that says what the test wants; test_name_model.py tests the shipped one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.anonymise.detectors import model
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.model_reading import read
from journal.anonymise.name_model import NameModel, NameModelFailed
from journal.anonymise.scan import scan
from journal.anonymise.segments import document_of
from journal.anonymise.wordpieces import WordPieces
from journal.model import Part
from tests.unit.anonymise.builders import knowledge_of, scanned

_NAMES = ("PER", "LOC", "ORG", "DAT", "HER", "AGE", "OCC", "FAM", "HEA", "EVE", "UNI", "QUO", "SRC", "QTY", "COD")
LABELS = ("O", *(f"{part}-{name}" for name in _NAMES for part in "BI"))
LETTERS = {chr(code) for code in range(33, 0x180)} | {f"##{chr(code)}" for code in range(33, 0x180)}
VOCABULARY = {piece: at for at, piece in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", *sorted(LETTERS)])}


@dataclass
class Scripted:
    """Labels words by their order among all words of the text; ``rows`` maps a word's number to label and chance."""

    rows: dict[int, tuple[str, float]]
    fails: bool = False
    asked: int = field(default=0)

    def __call__(
        self, pieces: Sequence[int], shapes: Sequence[int], lexicon: Sequence[int], heads: Sequence[int]
    ) -> list[list[float]]:
        if self.fails:
            raise NameModelFailed("no_answer")
        answers = []
        for _ in heads:
            label, chance = self.rows.get(self.asked, ("O", 1.0))
            row = [0.0] * len(LABELS)
            row[0] = 1 - chance
            row[LABELS.index(label)] += chance
            answers.append(row)
            self.asked += 1
        return answers


def model_of(tagger: Scripted) -> NameModel:
    return NameModel(WordPieces(VOCABULARY), tagger, LABELS, (2, 3))


def seen(text: str, knowledge: Knowledge) -> list[Finding]:
    assert knowledge.name_model is not None
    return model.find(document_of(text), read(text, knowledge.name_model(), knowledge.lists), knowledge.lists)


def found(text: str, rows: dict[int, tuple[str, float]]) -> list[tuple[str, Kind]]:
    knowledge = replace(knowledge_of(), name_model=lambda: model_of(Scripted(rows)))
    return [(text[f.start : f.end], f.kind) for f in seen(text, knowledge)]


def test_labels_become_findings_with_their_kind() -> None:
    text = "Then Xanthippa Quell went to Zedmouth."
    rows = {1: ("B-PER", 0.9), 2: ("I-PER", 0.9), 5: ("B-LOC", 0.9)}
    assert found(text, rows) == [("Xanthippa Quell", Kind.NAME_PERSON), ("Zedmouth", Kind.PLACE_GEO)]


def test_a_second_beginning_is_a_second_person() -> None:
    rows = {1: ("B-PER", 0.9), 2: ("B-PER", 0.9)}
    assert [words for words, _ in found("Then Xanthippa Quell.", rows)] == ["Xanthippa", "Quell"]


def test_what_is_not_likely_enough_is_no_finding() -> None:
    assert found("Then Xanthippa went.", {1: ("B-PER", 0.39)}) == []


@pytest.mark.parametrize("text", ["so we said hope is back", "Hope is back"])
def test_an_everyday_word_needs_more(text: str) -> None:
    at = text.split().index("hope") if "hope" in text else 0
    assert found(text, {at: ("B-PER", 0.7)}) == []
    assert found(text, {at: ("B-PER", 0.97)}) == [(text.split()[at], Kind.NAME_PERSON)]


def test_a_possessive_ending_and_a_full_stop_stay_outside() -> None:
    assert found("It was Xanthippa’s.", {2: ("B-PER", 0.9), 3: ("I-PER", 0.9), 4: ("I-PER", 0.9)}) == [
        ("Xanthippa", Kind.NAME_PERSON)
    ]
    assert found("We met al-Qadzi.", {4: ("B-PER", 0.9), 5: ("I-PER", 0.9)}) == [("al-Qadzi", Kind.NAME_PERSON)]


def test_dates_and_heritage_get_their_finer_kind() -> None:
    assert found("in 1987 he", {1: ("B-DAT", 0.9)}) == [("1987", Kind.DATE_YEAR)]
    assert found("on 3 May 1987 he", {1: ("B-DAT", 0.9), 2: ("I-DAT", 0.9), 3: ("I-DAT", 0.9)}) == [
        ("3 May 1987", Kind.DATE_EXACT)
    ]
    assert found("for ten weeks he", {1: ("B-DAT", 0.9), 2: ("I-DAT", 0.9)}) == []
    assert found("she is Punjabi now", {2: ("B-HER", 0.9)}) == [("Punjabi", Kind.LANGUAGE)]


@pytest.mark.parametrize(
    ("text", "at", "ages"),
    [
        ("Her PHQ-9 was 19 again", 5, []),
        ("She scored 31 today", 2, []),
        ("CORE-OM down to 14", 5, []),
        ("Tia, 22, came", 2, [("22", Kind.AGE)]),
        ("she is 117 for life", 2, []),
    ],
)
def test_a_mark_on_a_measure_is_nobodys_age(text: str, at: int, ages: list[tuple[str, Kind]]) -> None:
    assert found(text, {at: ("B-AGE", 0.99)}) == ages


@pytest.mark.parametrize(("chance", "people"), [(0.9, []), (0.99, [("March", Kind.NAME_PERSON)])])
def test_a_month_is_a_person_only_where_the_model_is_sure(chance: float, people: list[tuple[str, Kind]]) -> None:
    assert found("By then it was March, and he had stopped.", {4: ("B-PER", chance)}) == people


def test_half_of_a_longer_name_is_none() -> None:
    assert found("the Industrialisation of Care", {2: ("B-ORG", 0.7), 3: ("I-ORG", 0.7)}) == []
    assert found("the friends of Zedmouth", {2: ("B-ORG", 0.7), 3: ("I-ORG", 0.7)}) == [("Zedmouth", Kind.ORG_EMPLOYER)]


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("OCC", Kind.OCCUPATION),
        ("FAM", Kind.FAMILY),
        ("HEA", Kind.DX_RARE),
        ("EVE", Kind.EVENT_DRAMATIC),
        ("UNI", Kind.UNIQUENESS),
    ],
)
def test_a_detail_in_no_list_is_found_by_its_label(label: str, kind: Kind) -> None:
    text = "She did the zilts for years."
    assert found(text, {3: (f"B-{label}", 0.9)}) == [("zilts", kind)]
    assert found(text, {3: (f"B-{label}", 0.39)}) == []


@pytest.mark.parametrize(
    ("label", "text", "word"),
    [
        ("OCC", "She kept a budgie in the hall.", 3),
        ("OCC", "He could strip an engine blind.", 4),
        ("FAM", "I saw a boy in the hall.", 3),
        ("HEA", "Then it was the eye, she said.", 4),
    ],
)
def test_plain_things_kin_and_bodies_are_nobodys_details(label: str, text: str, word: int) -> None:
    assert found(text, {word: (f"B-{label}", 0.9)}) == []


def test_a_label_without_a_threshold_is_not_used() -> None:
    assert found("She owed forty zilts.", {3: ("B-QTY", 0.99)}) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He said “it went zilt” and left.", "it went zilt"),
        ('He said "it went zilt." Then he left.', "it went zilt."),
        ("He said it went zilt and left.", ""),
        ("He said “so it went zilt again” and left.", ""),
    ],
)
def test_words_of_a_client_are_the_whole_quotation_or_none(text: str, words: str) -> None:
    document = document_of(text)
    at = next(n for n, word in enumerate(WordPieces(VOCABULARY).words(text)) if text[word.start :].startswith("it w"))
    rows = {at: ("B-QUO", 0.9), at + 1: ("I-QUO", 0.9), at + 2: ("I-QUO", 0.9)}
    assert found(document.text, rows) == ([(words, Kind.QUOTE_CLIENT)] if words else [])


@pytest.mark.parametrize(
    ("text", "risks"),
    [
        ("I went back to Quellmer on this.", [Risk.KEEP]),  # an author whom no list has
        ("I went back to Qu on this.", []),  # too short for one
        ("I went back to Thomas on this.", []),  # a given name may be anybody's
    ],
)
def test_a_source_by_the_model_is_kept(text: str, risks: list[Risk]) -> None:
    knowledge = replace(knowledge_of(), name_model=lambda: model_of(Scripted({4: ("B-SRC", 0.97)})))
    assert [f.risk for f in seen(text, knowledge)] == risks


def test_a_life_on_a_stone_is_no_source() -> None:
    rows = {n: ("B-SRC" if n == 1 else "I-SRC", 0.97) for n in range(1, 6)}
    assert found("There Quell, 1979–2018, lies.", rows) == []


def test_nothing_is_found_in_a_list_of_references() -> None:
    assert found("Well.\n\nReferences\n\nQuell, X. (1999). Zed. Press.", {3: ("B-PER", 0.99)}) == []


def test_a_source_stays_one_whatever_the_model_says() -> None:
    text = "As Rogers (1957) wrote, we wait."
    knowledge = replace(knowledge_of(), name_model=lambda: model_of(Scripted({1: ("B-PER", 1.0)})))
    findings = scan(text, ((Part.BODY, 0, len(text)),), knowledge, lambda options: options[0]).findings
    assert [f.risk for f in findings if f.start <= 3 < f.end] == [Risk.KEEP]


def test_where_somebody_was_found_is_no_event() -> None:
    rows = {3: ("B-EVE", 0.97)} | dict.fromkeys((4, 5, 6), ("I-EVE", 0.97))
    assert found("They found him the slip at Zedmouth", rows) == [("the slip at Zedmouth", Kind.EVENT_DRAMATIC)]
    assert found("found him on the slip at Zedmouth", rows) == []


def test_being_born_somewhere_is_the_place_alone() -> None:
    assert found("He was born in Leicester", {2: ("B-HER", 0.97), 3: ("I-HER", 0.97)}) == []


@pytest.mark.parametrize(
    ("text", "label", "told"),
    [
        ("She was cathedral organist in Tarnow", "OCC", "cathedral organist"),
        ("Zed the only man here since they moved", "UNI", "the only man here"),
        ("Zed youngest of nine and he was small", "FAM", "youngest of nine"),
        ("He was Polish from Leicester", "HER", "Polish"),
    ],
)
def test_a_told_detail_ends_before_what_follows_from_it(text: str, label: str, told: str) -> None:
    words = text.split()
    first = words.index(told.split(maxsplit=1)[0])
    last = len(words) - (1 if words[-1][0].isupper() else 0)
    rows = {first: (f"B-{label}", 0.97)} | dict.fromkeys(range(first + 1, last), (f"I-{label}", 0.97))
    assert [surface for surface, _ in found(text, rows)] == [told]


def test_a_code_that_only_the_model_sees_is_no_guideline() -> None:
    text = "We read NICE CG185 again."
    knowledge = replace(knowledge_of(), name_model=lambda: model_of(Scripted({3: ("B-COD", 0.99)})))
    assert [f.risk for f in scanned(text, knowledge).findings] == [Risk.KEEP]


def test_a_name_that_only_the_model_finds_is_found_everywhere_in_the_text() -> None:
    text = "And so Zquell came. Later ZQUELL left; zquell’s coat stayed."
    knowledge = replace(knowledge_of(), name_model=lambda: model_of(Scripted({2: ("B-PER", 0.9)})))
    findings = scan(text, ((Part.BODY, 0, len(text)),), knowledge, lambda options: options[0]).findings
    assert [text[f.start : f.end] for f in findings] == ["Zquell", "ZQUELL", "zquell"]


def test_without_a_model_or_with_one_that_fails_the_scan_says_so_and_goes_on() -> None:
    text = "Anna Pilling rang."
    assert scanned(text).rules_only
    failing = replace(knowledge_of(), name_model=lambda: model_of(Scripted({}, fails=True)))
    missing = replace(knowledge_of(), name_model=refuse)
    for knowledge in (failing, missing):
        result = scanned(text, knowledge)
        assert result.rules_only
        assert [text[f.start : f.end] for f in result.findings] == ["Anna Pilling"]
    working = replace(knowledge_of(), name_model=lambda: model_of(Scripted({})))
    assert not scanned(text, working).rules_only


def refuse() -> NameModel:
    raise NameModelFailed("missing")


@given(st.text(max_size=120), st.dictionaries(st.integers(0, 40), st.sampled_from(LABELS[1:])))
def test_findings_lie_in_the_text_and_hold_a_letter_or_digit(text: str, labels: dict[int, str]) -> None:
    knowledge = replace(
        knowledge_of(), name_model=lambda: model_of(Scripted({at: (label, 0.99) for at, label in labels.items()}))
    )
    for finding in seen(text, knowledge):
        assert 0 <= finding.start < finding.end <= len(text)
        assert any(ch.isalnum() for ch in text[finding.start : finding.end])
