"""The entries that the anonymiser is measured by: their form, and that every number in them is one of fiction.

What fails is named by entry and position. The held entries are to stay unread, so no text may reach a message.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "evaluation"
FILES = ("open", "held")
KINDS = {"relationship", "supervision", "supervisor", "burnout", "ethics", "free"}
#: Labels that name somebody or only narrow; either may be the writer's own.
DIRECT = {"PERSON", "ADDRESS", "CONTACT", "IDENTIFIER"}
QUASI = {
    "PLACE", "ORGANISATION", "DATE", "AGE", "OCCUPATION", "HERITAGE", "FAMILY", "HEALTH", "EVENT", "UNIQUE", "QUOTE",
}  # fmt: skip
RISKS = {
    "SOURCE": {"keep"},
    **{label: {"direct", "author"} for label in DIRECT},
    **{label: {"quasi", "author"} for label in QUASI},
}
AUTHOR = {"name", "aliases", "employer", "job_title", "places"}
REGISTER = {"name", "aliases", "role", "code"}

#: Ofcom, "Telephone numbers for use in TV and radio drama programmes"; then 555-0100 to 555-0199 of North America and
#: the Australian regulator's mobile numbers for the same use.
DRAMA = re.compile(
    r"01632960\d{3}|01(?:1[345678]|[23456]1)4960\d{3}|01914980\d{3}|02079460\d{3}|02920180\d{3}|02896496\d{3}"
    r"|07700900\d{3}|08081570\d{3}|09098790\d{3}|03069990\d{3}|\d{3}55501\d{2}|0491570\d{3}"
)
#: Nine digits or more, however they are spaced: as long as a telephone or a health number, longer than a date.
LONG_NUMBER = re.compile(r"(?<![\w-])\(?\d(?:[ ()-]{0,2}\d){8,}(?![\w-])")
#: RFC 2606 sets these domains aside.
EXAMPLE = re.compile(r"(?:[\w-]+\.)*example\.(?:org|com|net)")
ADDRESS = re.compile(r"(?:[\w.+-]+@|https?://)([\w.-]+)")
HANDLE = re.compile(r"(?<![\w.])@\w+")
INSURANCE = re.compile(r"\b([A-Z]{2}) ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b")
POSTCODE = re.compile(r"\b([A-Z]{1,2})\d[A-Z\d]? \d[A-Z]{2}\b")
#: No registration of the present form begins with I, Q or Z (DVLA's local memory tags).
VEHICLE = re.compile(r"\b([A-Z])[A-Z]\d{2} ?[A-Z]{3}\b")


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()]


def is_health_number(digits: str) -> bool:
    """Whether these are an NHS number kept for tests: 999, and modulus 11 as the NHS data dictionary has it."""
    if not re.fullmatch(r"999\d{7}", digits):
        return False
    check = -sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return check == int(digits[9])


def real_numbers(text: str) -> Iterator[int]:
    """Where something stands that could be somebody's: a number, an address or a code outside the ranges of fiction."""
    for found in LONG_NUMBER.finditer(text):
        digits = re.sub(r"\D", "", found.group())
        if not DRAMA.fullmatch(digits) and not is_health_number(digits):
            yield found.start()
    for found in ADDRESS.finditer(text):
        if not EXAMPLE.fullmatch(found.group(1).rstrip(".")):
            yield found.start()
    for pattern, allowed in ((INSURANCE, {"QQ"}), (POSTCODE, {"ZZ"}), (VEHICLE, {"I", "Q", "Z"})):
        yield from (found.start() for found in pattern.finditer(text) if found.group(1) not in allowed)


def faults_of_form(row: dict[str, Any]) -> Iterator[str]:
    """What is wrong with an entry, in words that quote nothing of it."""
    if set(row) != {"id", "kind", "text", "author", "register", "spans"}:
        yield "fields"
        return
    text = row["text"]
    if row["kind"] not in KINDS:
        yield "kind"
    if text != unicodedata.normalize("NFC", text) or text != text.strip():
        yield "text is not in its normal form"
    if not 120 <= len(text.split()) <= 400:
        yield "length"
    if not set(row["author"]) <= AUTHOR or any(set(person) != REGISTER for person in row["register"]):
        yield "author or register"


def faults_of_spans(text: str, spans: list[dict[str, Any]]) -> Iterator[str]:
    """What is wrong with the annotations of a text, by their numbers."""
    end = 0
    roles: dict[str, set[tuple[str, str]]] = {}
    for number, span in enumerate(spans):
        if set(span) != {"start", "end", "label", "risk", "entity"}:
            yield f"span {number}: fields"
            continue
        if not end <= span["start"] < span["end"] <= len(text):
            yield f"span {number}: offsets"
        end = span["end"]
        surface = text[span["start"] : span["end"]]
        if not surface or surface != surface.strip():
            yield f"span {number}: edges"
        inside_word = (text[span["start"] - 1 : span["start"]] + surface[:1], surface[-1:] + text[end : end + 1])
        if any(len(pair) == 2 and pair.isalnum() for pair in inside_word):
            yield f"span {number}: cuts a word"
        if span["risk"] not in RISKS.get(span["label"], set()):
            yield f"span {number}: label or risk"
        if not span["entity"]:
            yield f"span {number}: no entity"
        roles.setdefault(span["entity"], set()).add((span["label"], span["risk"]))
    yield from (f"entity of {len(marks)} labels or risks" for marks in roles.values() if len(marks) > 1)


def bare_contacts(text: str, spans: list[dict[str, Any]]) -> Iterator[int]:
    """Addresses, handles and long numbers that no span covers."""
    covered = {at for span in spans for at in range(span["start"], span["end"])}
    for pattern in (ADDRESS, HANDLE, LONG_NUMBER, INSURANCE, POSTCODE, VEHICLE):
        yield from (found.start() for found in pattern.finditer(text) if found.start() not in covered)


@pytest.mark.parametrize("name", FILES)
def test_each_half_holds_well_formed_entries(name: str) -> None:
    faults = [f"{row['id']}: {fault}" for row in rows(name) for fault in faults_of_form(row)]

    assert faults == []
    assert len(rows(name)) == {"open": 25, "held": 23}[name]


@pytest.mark.parametrize("name", FILES)
def test_annotations_are_whole_words_in_order_with_legal_labels(name: str) -> None:
    faults = [f"{row['id']}: {fault}" for row in rows(name) for fault in faults_of_spans(row["text"], row["spans"])]

    assert faults == []


@pytest.mark.parametrize("name", FILES)
def test_every_number_and_address_is_one_of_fiction_and_annotated(name: str) -> None:
    real = [f"{row['id']} at {at}" for row in rows(name) for at in real_numbers(row["text"])]
    bare = [f"{row['id']} at {at}" for row in rows(name) for at in bare_contacts(row["text"], row["spans"])]

    assert real == []
    assert bare == []


def test_no_entry_stands_in_both_halves() -> None:
    names = [row["id"] for name in FILES for row in rows(name)]

    assert len(names) == len(set(names))
    assert sorted(names) == [f"fresh-{number:03d}" for number in range(1, 49)]


@pytest.mark.parametrize(
    "text",
    [
        "ring 020 7946 1234",
        "ring 07911 123456",
        "NHS 999 000 0019",
        "NHS 401 023 2137",
        "write to anna@post.test",
        "AB 12 34 56 C",
        "M1 1AE",
        "AB12 CDE",
    ],
)
def test_a_planted_number_is_seen(text: str) -> None:
    assert len(list(real_numbers(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "ring 020 7946 0123 or (212) 555-0123",
        "NHS 999 000 0018",
        "write to anna@post.example.org.",
        "QQ 12 34 56 C, ZZ99 3AB, ZA12 CDE",
        "pp. 1136–1147, 23/04/2024, £18.99",
    ],
)
def test_numbers_of_fiction_pass(text: str) -> None:
    assert list(real_numbers(text)) == []


def test_a_planted_fault_of_annotation_is_seen() -> None:
    span = {"start": 0, "end": 4, "label": "PERSON", "risk": "direct", "entity": "anna"}

    assert list(faults_of_spans("Anna came", [span])) == []
    assert list(faults_of_spans("Anna came", [{**span, "end": 3}])) == ["span 0: cuts a word"]
    assert list(faults_of_spans("Anna came", [{**span, "risk": "keep"}])) == ["span 0: label or risk"]
    assert list(faults_of_spans("Anna came", [span, {**span, "end": 9}])) == ["span 1: offsets"]
