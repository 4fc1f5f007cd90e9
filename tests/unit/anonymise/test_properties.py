"""What holds for every text, tried on texts that Hypothesis makes of the pieces of entries and of any Unicode at all.

The suite tries some; ``make fuzz`` tries ten thousand.
"""

from __future__ import annotations

import builtins
import random
import socket
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from journal.anonymise.changes import applied
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.names import name_words
from journal.anonymise.residue import leftovers
from journal.anonymise.review import begin_review
from journal.anonymise.scan import Scan, scan
from journal.model import Change, Part, Reason
from tests.conftest import CAMPAIGN
from tests.unit.anonymise.builders import knowledge_of, known, post_of, shipped_lists

#: Examples of the suite and of a campaign (``make fuzz``); a scan takes some milliseconds.
SOME = settings(max_examples=5_000 if CAMPAIGN else 40)
MANY = settings(max_examples=10_000 if CAMPAIGN else 100)

KNOWN = (known("Samira Okonkwo", "Sam"), known("Ishbel", role="supervisor"), known("K", role="client"))
#: Pieces that entries are made of: names, numbers, dates, jobs, quotations, sources, and what stands between.
PIECES = (
    "Samira", "Samira’s", "SAMIRA", "Sam", "Ishbel", "Dawn", "dawn", "K.", "Mr Obi", "Chukwuemeka", "Bury", "in Hull",
    "Leeds", "at the Sycamores", "Fellside Wellbeing", "St Teilo's", "HMP Garth", "41", "forty-four", "She's 29,",
    "Year 9", "on 12/03/2021", "the 3rd", "last Thursday", "since 2016", "Easter Monday", "a bell-founder",
    "drives a bus", "I'm a band 7", "for nineteen months", "Polish", "raised Sikh", "twins", "youngest of nine",
    "the only man on the ward", "lost his hand to a baler", "the pit fire",
    '"the door was cross with me," she said.', "“You’re reading to me, cariad.”", "Rogers (1957)",
    "as Winnicott has it", "PHQ-9", "section 136", "07700 900123", "ref T/2021/0457", "someone@example.org",
    "https://example.com/x", "@crow_girl", "14 Acacia Road", "ZZ99 3VZ", "and", "I said", "he said", "with", "in",
    "the", "a", ".", ",", "\n\n", "\n", "—", "(", ")", "*", "> ",
    "References\nKnox, R. (2015) Title. London: Sage.\n", "\u200b", "é", "😀", "£12,500",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
ANY = st.text(max_size=400)


def scanned(text: str) -> Scan:
    return scan(text, ((Part.BODY, 0, len(text)),), knowledge_of(*KNOWN), random.Random(1).choice)


def changes_of(text: str, found: Scan) -> list[Change]:
    return [
        Change(f.start, f.end, f.proposal, Reason.ACCEPTED, f.kind.value)
        for f in found.findings
        if f.risk is not Risk.KEEP
    ]


def check_spans(text: str, found: Scan) -> None:
    end = 0
    for finding in found.findings:
        assert end <= finding.start < finding.end <= len(text)
        assert finding.risk is Risk.KEEP or finding.proposal
        end = finding.end


@SOME
@given(TEXTS)
def test_findings_are_disjoint_and_inside_the_text(text: str) -> None:
    check_spans(text, scanned(text))


@MANY
@given(ANY)
def test_any_unicode_is_scanned_without_an_error(text: str) -> None:
    found = scanned(text)
    check_spans(text, found)
    draft = applied(text, changes_of(text, found))
    scanned(draft)


def core(text: str, finding: Finding) -> str:
    return " ".join(name_words(text[finding.start : finding.end]))


@SOME
@given(TEXTS)
@example("drives a bus a on 12/03/2021 drives a bus Samira Year 9")
def test_a_draft_holds_no_name_that_was_replaced(text: str) -> None:
    found = scanned(text)
    changes = changes_of(text, found)
    assert leftovers(text, changes, found.findings, knowledge_of(*KNOWN)) == 0


@SOME
@given(TEXTS)
def test_what_is_not_listed_stays_to_the_byte(text: str) -> None:
    found = scanned(text)
    draft = applied(text, changes_of(text, found))
    place = end = 0
    for finding in [*(f for f in found.findings if f.risk is not Risk.KEEP), None]:
        stop = len(text) if finding is None else finding.start
        piece = text[end:stop]
        assert draft.startswith(piece, place)
        place += len(piece) + (0 if finding is None else len(finding.proposal))
        end = stop if finding is None else finding.end
    assert place == len(draft)


@SOME
@given(TEXTS)
@example("Samira Samira Samira 07700 900123 14 Acacia Road")
@example("@crow_girl 41 41")
def test_a_draft_scanned_again_names_nobody_of_the_register(text: str) -> None:
    """Idempotent where it counts: the second pass finds neither the register nor a number, a contact or an address."""
    draft = applied(text, changes_of(text, found := scanned(text)))
    del found
    again = scanned(draft).findings
    assert not [f for f in again if f.detector == "register"]
    strong = {"CONTACT", "IDENTIFIER", "ADDRESS"}
    assert not [draft[f.start : f.end] for f in again if f.kind.label in strong and f.risk is not Risk.KEEP]


@SOME
@given(TEXTS)
def test_a_reviewed_post_can_be_finished(text: str) -> None:
    review = begin_review(post_of(text), knowledge_of(*KNOWN), random.Random(1).choice)
    review.accept_all()
    for index in review.undecided:
        review.keep(index)
    assert review.undecided == ()


@SOME
@given(TEXTS, st.sampled_from(list(Kind)))
def test_every_kind_can_be_added_by_hand(text: str, kind: Kind) -> None:
    if not text.strip():
        return
    review = begin_review(post_of(text), knowledge_of(*KNOWN), random.Random(1).choice)
    review.add(0, len(text), kind)
    assert review.findings


def test_time_grows_with_length() -> None:
    """Twice the text takes about twice the time; of the length of a book in a campaign (``test_scan.py``)."""
    piece = " ".join(PIECES) + "\n\n"

    def seconds(times: int) -> float:
        began = time.process_time()
        scanned(piece * times)
        return time.process_time() - began

    seconds(2)
    assert seconds(80) < 8 * (seconds(20) + 0.2)


def test_a_scan_opens_no_socket_and_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped_lists()

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a scan needs nothing outside itself")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(builtins, "open", refuse)
    scanned(" ".join(PIECES))
