"""Proposals: they fit the sentence, are the same for the same thing, and never hold what they replace."""

from __future__ import annotations

import random
import re

import pytest

from journal.anonymise.names import fold, plain
from journal.anonymise.parts import new_base
from journal.anonymise.scan import scan
from journal.model import AuthorProfile, Part
from tests.unit.anonymise.builders import drafted, knowledge_of, known, scanned


@pytest.mark.parametrize(
    ("text", "draft"),
    [
        ("He is fifty-one, and tired.", "He is in midlife, and tired."),
        ("She's 22 and quick.", "She's a young adult and quick."),
        ("a 43-year-old woman came", "a middle-aged woman came"),
        ("He is eighty-three, a retired miner.", "He is in later life, a retired worker."),
        ("I worked with an optometrist, she is kind.", "I worked with a health worker, she is kind."),
        ("Supervision is on Friday (the 9th).", "Supervision is on one particular day."),
        ("We met in 2015.", "We met some time ago."),
        ("In 2015 we met.", "Some time ago we met."),
        ("We worked together since 2015.", "We worked together since an earlier year."),
        ("rang 07700 900417, left a message", "rang a number, left a message"),
        ("Complaint received: ref PALS/24/00317.", "Complaint received: ref withheld."),
        ("Was I at Anytown Primary School then?", "Was I at the school then?"),
    ],
)
def test_proposals_fit_the_sentence(text: str, draft: str) -> None:
    assert drafted(text) == draft


def test_a_quotation_loses_its_marks_and_keeps_the_stop() -> None:
    draft = drafted('Then she said: "In my head the hands still have a job."')
    assert '"' not in draft
    assert draft.startswith("Then she said ")
    assert draft.endswith(".")


def test_a_capital_stands_where_a_sentence_begins() -> None:
    text = "Leanne came in. Leanne sat."
    assert all(f.proposal[0].isupper() for f in scanned(text).findings)
    assert drafted("fifty-one she was. Twins, she said.")[-len("Children, she said.") :] == "Children, she said."


def test_the_stop_of_an_initial_that_ends_a_sentence_stays() -> None:
    draft = drafted("It's K. She is quiet, said Dr B. to me.")
    assert re.fullmatch(r"It's \w+\. She is quiet, said \w+ to me\.", draft)


def test_a_possessive_ending_stays() -> None:
    draft = drafted("I keep thinking of Leanne's hands and Leanne’s voice.")
    assert draft.count("'s hands") == 1
    assert draft.count("’s voice") == 1


NAMES = (known("Samira Holt", "Sam", role="client"), known("Kofi Brandt", role="supervisor"))


@pytest.mark.parametrize("seed", range(8))
def test_a_stand_in_shares_neither_initial_nor_ending_with_any_name_of_the_register(seed: int) -> None:
    text = "Samira told Kofi. Samira cried, Kofi waited, and Samira left. Kofi rang Samira."
    found = scan(text, ((Part.BODY, 0, len(text)),), knowledge_of(*NAMES), random.Random(seed).choice).findings
    for finding in found:
        assert plain(finding.proposal)[0] not in "skchbz"
        assert fold(finding.proposal) not in fold(text)
        assert plain(finding.proposal)[-3:] not in ("ira", "ofi")


def test_someone_named_once_gets_the_registers_role() -> None:
    assert drafted("I spoke to Kofi about it.", *NAMES) == "I spoke to my supervisor about it."
    assert drafted("I wrote to Harriet about it.") == "I wrote to someone about it."


def test_one_person_keeps_one_stand_in_and_two_people_have_two() -> None:
    text = "Samira rang Kofi. Then Kofi rang Samira back. Holt is her surname, Sam her short name."
    found = {text[f.start : f.end]: f.proposal for f in scanned(text, knowledge_of(*NAMES)).findings}
    assert found["Samira"] == found["Holt"] == found["Sam"]
    assert found["Samira"] != found["Kofi"]


def test_no_proposal_holds_a_word_of_the_register() -> None:
    worker = known("Worker Someone", "Midlife")
    text = "He is fifty-one, a signalman in Kendal, and I told Leanne in Kendal about Midlife."
    for finding in scanned(text, knowledge_of(worker)).findings:
        assert not {"worker", "someone", "midlife"} & set(fold(finding.proposal).split())


def test_the_authors_name_in_a_byline_is_withheld_and_not_replaced_by_another() -> None:
    base, parts = new_base("", (), "Text.", "Author: Jo Pilling (JP)")
    knowledge = knowledge_of(author=AuthorProfile("Jo Pilling"))
    found = scan(base, parts, knowledge, random.Random(1).choice).findings
    assert [f.proposal for f in found] == ["Name withheld", "initials withheld"]


def test_stand_ins_chosen_earlier_are_used_again() -> None:
    text = "Samira cried. Samira left."
    body = ((Part.BODY, 0, len(text)),)
    first = scan(text, body, knowledge_of(*NAMES), random.Random(1).choice).findings[0]
    fixed = ((first.entity, "Noor"),)
    again = scan(text, body, knowledge_of(*NAMES), random.Random(2).choice, stand_ins=fixed).findings
    assert [f.proposal for f in again] == ["Noor", "Noor"]
