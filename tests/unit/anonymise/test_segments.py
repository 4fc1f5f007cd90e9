"""Zones, sentences, words and quotations, in code points."""

from __future__ import annotations

import pytest

from journal.anonymise.parts import new_base
from journal.anonymise.segments import Zone, document_of


def zones(text: str) -> list[tuple[str, Zone]]:
    return [(text[s.start : s.end].strip(), s.zone) for s in document_of(text).segments]


def test_each_part_has_its_zone() -> None:
    base, parts = new_base("A title", ("tag",), "Body.", "Author: X")
    found = [(base[s.start : s.end], s.zone) for s in document_of(base, parts).segments]
    assert found == [
        ("A title", Zone.TITLE),
        ("tag", Zone.TAGS),
        ("Body.", Zone.PROSE),
        ("Author: X", Zone.BYLINE),
    ]


def test_the_references_run_to_the_end_or_to_notes_below() -> None:
    text = "Body.\n\n**References (for the real thing)**\n\nKnox (2015) A title.\n\nDue at noon. Word count 212."
    assert zones(text) == [
        ("Body.", Zone.PROSE),
        ("**References (for the real thing)**\n\nKnox (2015) A title.", Zone.REFERENCES),
        ("Due at noon. Word count 212.", Zone.PROSE),
    ]


def test_a_byline_before_the_references_and_prompt_lines_are_zones() -> None:
    text = "> What was it like?\n\nHard.\n\nAuthor: Name withheld\n\nReferences\n\nKnox (2015) A title."
    assert [zone for _, zone in zones(text)] == [Zone.PROMPT, Zone.PROSE, Zone.BYLINE, Zone.REFERENCES]


def test_the_word_references_in_a_sentence_opens_no_list() -> None:
    assert [zone for _, zone in zones("My references are old.\n\nSources of joy.")] == [Zone.PROSE]


def test_sentences_end_at_stops_and_not_at_titles_or_initials() -> None:
    text = "I saw Dr. Vass, e.g. on A.B. Street. Then? Yes! “Good.” She left"
    sentences = [text[start:end] for start, end in document_of(text).sentences]
    assert sentences == ["I saw Dr. Vass, e.g. on A.B. Street.", "Then?", "Yes!", "“Good.”", "She left"]


def test_words_leave_possessives_and_contractions_out() -> None:
    document = document_of("O’Dowd’s hat, Johnson’d say, don't, Anne-Marie's, 😀 x")
    words = [(word.text, word.start) for word in document.words]
    assert words[:5] == [("O’Dowd", 0), ("hat", 9), ("Johnson", 14), ("say", 24), ("don't", 29)]
    assert words[-1] == ("x", 52)


def test_quotations_are_found_inside_their_marks() -> None:
    text = "He said \"one two\" and “three”, it's 'four five' and don't, 7' tall"
    found = [text[q.start : q.end] for q in document_of(text).quotations]
    assert found == ["one two", "three", "four five"]


@pytest.mark.parametrize(
    "line",
    [
        "Aron, L. (1996). A Meeting of Minds. Analytic Press.",
        "- Main, M. & Solomon, J. (1990). Procedures for identifying infants as disorganized.",
        "3. van der Kolk, B. A. (2014) *The Body Keeps the Score*. London: Penguin.",
    ],
)
def test_an_entry_of_a_list_is_one_without_a_heading_and_for_its_own_line_only(line: str) -> None:
    found = zones(f"She lent it to me.\n{line}\nThen Analytic Press rang.")
    assert [zone for _, zone in found] == [Zone.PROSE, Zone.REFERENCES, Zone.PROSE]


@pytest.mark.parametrize(
    "line",
    ["Khan, S. (2019) came back.", "- Khan, S. did not attend.", "Khan, S. (34) is a joiner, from Leeds, he says."],
)
def test_a_name_in_a_list_of_people_is_no_entry(line: str) -> None:
    assert {zone for _, zone in zones(line)} == {Zone.PROSE}
