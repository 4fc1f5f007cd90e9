"""Numbers that stand for one person or case, and numbers that do not."""

from __future__ import annotations

import pytest

from journal.anonymise.detectors import numbers
from journal.anonymise.finding import Kind
from journal.anonymise.segments import document_of
from tests.unit.anonymise.builders import found_by, knowledge_of


@pytest.mark.parametrize(
    ("text", "kind", "surface"),
    [
        ("NHS no 999 000 0018.", Kind.ID_NHS, "999 000 0018"),
        ("her label, 9990000018", Kind.ID_NHS, "9990000018"),
        ("off my hand (999-000-0018)", Kind.ID_NHS, "999-000-0018"),
        ("NHS number 999 000 0019 (typed wrong)", Kind.ID_NHS, "999 000 0019"),
        ("NI qq123456c inked in a cap", Kind.ID_NINO, "qq123456c"),
        ("QQ 12 34 56 C", Kind.ID_NINO, "QQ 12 34 56 C"),
        ("Complaint: ref PALS/24/00317. Again", Kind.ID_RECORD, "PALS/24/00317"),
        ("Case no. 47ZB1193825, Anytown", Kind.ID_RECORD, "47ZB1193825"),
        ("police log 1187, in that order", Kind.ID_RECORD, "1187"),
        ("Reference given: SA-25-009918", Kind.ID_RECORD, "SA-25-009918"),
        ("my PIN out, 07M3321E, and looked", Kind.ID_REGISTRATION, "07M3321E"),
        ("BABCP 990412)", Kind.ID_REGISTRATION, "990412"),
        ("His van (BD49 XKV) is", Kind.VEHICLE, "BD49 XKV"),
        ("reg ends KXV", Kind.VEHICLE, "KXV"),
        ("meeting from 192.0.2.14 again", Kind.NET_DEVICE, "192.0.2.14"),
    ],
)
def test_numbers_of_one_person_are_found(text: str, kind: Kind, surface: str) -> None:
    found = numbers.find(document_of(text), knowledge_of())
    assert (kind, surface) in {(f.kind, text[f.start : f.end]) for f in found}


@pytest.mark.parametrize(
    "text",
    [
        "1234567890 is not an NHS number by its check",  # no word for it beside
        "the 1960s, 48.9%, 150mg and 1,100 people",
        "Section 117 and NICE CG185, CORE-10, HCR-20",
        "60(1), pp. 42–47. doi: 10.1111/bjc.12268",
        "post-2016 and 2019-20",
        "session 3 of 6 in room 4 at 16:55",
        "case 3 of the day",
        "page 1136–1147",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    text = text.replace("an NHS number", "a sum")
    assert found_by(numbers.find, text) == []


def test_numbers_in_references_are_left_alone() -> None:
    text = "Body.\n\nReferences\n\nKnox, R. (2015) A title. AB12345678, ref 0099-1123.\n"
    assert found_by(numbers.find, text) == []
