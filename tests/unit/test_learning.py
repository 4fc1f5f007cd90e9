"""``journal.learning``: templates, CPD, and accounts that become posts to be reviewed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from journal.anonymise.review import begin_review
from journal.errors import BadInput, NotFound, ReviewIncomplete
from journal.ids import new_id
from journal.model import KnownName, Part, Source
from journal.open_journal import OpenJournal
from journal.practice.checklist import load_checklist
from journal.practice.summaries import to_csv
from journal.practice_model import Account, CpdActivity, Passage, Section, Template
from tests.journals import DAY, draft, new_journal

OWN = Template(
    "", "After a hard call", (Section("", "What stayed", "one line"), Section("", "Whom to tell")), ("free",)
)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[OpenJournal]:
    made, _ = new_journal(tmp_path)
    yield made
    made.lock()


def test_templates_of_ones_own_are_made_changed_and_removed(journal: OpenJournal) -> None:
    saved = journal.learning.save_template(OWN)
    assert saved.own
    assert [section.id for section in saved.sections] == ["1.", "2."]
    assert journal.learning.templates("free")[0] == saved
    changed = journal.learning.save_template(replace(saved, name="After any call"))
    assert changed.id == saved.id
    assert len(journal.learning.templates()) == 14
    journal.learning.remove_template(saved.id)
    assert len(journal.learning.templates()) == 13
    with pytest.raises(NotFound):
        journal.learning.remove_template(saved.id)


def test_one_of_ours_is_changed_as_a_copy(journal: OpenJournal) -> None:
    kolb = journal.learning.template("kolb")
    copy = journal.learning.save_template(replace(kolb, name="Kolb, shorter", sections=kolb.sections[:2]))
    assert copy.own
    assert copy.id != "kolb"
    assert journal.learning.template("kolb") == kolb
    with pytest.raises(BadInput):
        journal.learning.remove_template("kolb")
    with pytest.raises(BadInput):
        journal.learning.save_template(replace(OWN, name=""))


def test_cpd_activities(journal: OpenJournal) -> None:
    saved = journal.learning.save_activity(CpdActivity(None, DAY, "A day on endings", 360, "workshop", True, True))
    assert journal.learning.activities(DAY, DAY) == (saved,)
    assert journal.learning.activities(last=DAY.replace(day=1)) == ()
    journal.save_name(KnownName(new_id(), "Lorna Pickering", (), "supervisor", "L"))
    journal.learning.save_activity(replace(saved, learned="From Lorna"))
    text = to_csv(journal.learning.activity_list(DAY, DAY))
    assert "From L" in text
    assert "Lorna" not in text
    assert saved.id is not None
    journal.learning.remove_activity(saved.id)
    assert journal.learning.activities() == ()
    for wrong in (replace(saved, title=""), replace(saved, kind="tea"), replace(saved, minutes=-1)):
        with pytest.raises(BadInput):
            journal.learning.save_activity(wrong)


def account(journal: OpenJournal) -> Account:
    journal.save_name(KnownName(new_id(), "Karolina Wrona", ("Karo",), "client", "K"))
    body = "Karolina laughed. I hid behind the screen. Then I put it away."
    entry = journal.save_draft(draft(body=body))
    start, end = body.index("I hid"), body.index(" Then")
    return journal.learning.save_account(
        Account(
            None,
            "nmc-account",
            "The screen and Karolina",
            DAY,
            (
                Passage("nmc-account.1", entry.id, entry.revision, start, end, body[start:end]),
                Passage("nmc-account.1", entry.id, entry.revision, 0, 17, body[:17]),
            ),
            (("nmc-account.3", "I sit beside it now."), ("nmc-account.2", "")),
        )
    )


def test_an_account_becomes_a_post_under_the_forms_headings(journal: OpenJournal) -> None:
    saved = account(journal)
    assert saved.id is not None
    post = journal.learning.account_post(saved.id)
    start, end = post.span(Part.BODY)
    assert post.base[start:end] == (
        "## What it was\n\nI hid behind the screen.\n\nKarolina laughed.\n\n"
        "## What changed in my practice\n\nI sit beside it now."
    )
    first, second = saved.passages
    assert post.sources == (
        Source(first.entry_id, first.revision, first.start, first.end),
        Source(second.entry_id, second.revision, 0, 17),
    )
    assert journal.learning.account(saved.id).post_id == post.id
    assert journal.post(post.id).base == post.base
    assert journal.learning.is_account(post.id)
    assert not journal.learning.is_account(saved.id)


def test_an_account_passes_the_same_review_as_any_post(journal: OpenJournal, tmp_path: Path) -> None:
    saved = account(journal)
    assert saved.id is not None
    review = begin_review(journal.learning.account_post(saved.id), journal.knowledge())
    with pytest.raises(ReviewIncomplete):
        review.finish()
    review.accept_all()
    for question in load_checklist().unanswered((), must_only=True):
        review.answer(question.id, "no")
    out = tmp_path / "account.md"
    journal.export(review.finish(), "md", out)
    text = out.read_text(encoding="utf-8")
    assert "## What changed in my practice" in text
    assert [name for name in ("Karolina", "Wrona", "Karo") if name in text] == []


def test_an_account_keeps_its_copied_words_when_the_entry_goes(journal: OpenJournal) -> None:
    saved = account(journal)
    journal.delete_for_good(saved.passages[0].entry_id)
    assert saved.id is not None
    assert journal.learning.account(saved.id) == saved
    journal.learning.remove_account(saved.id)
    assert journal.learning.accounts() == ()


def test_an_account_that_cannot_be(journal: OpenJournal) -> None:
    empty = journal.learning.save_account(Account(None, "hcpc-cpd", "Empty", DAY))
    assert empty.id is not None
    with pytest.raises(BadInput):
        journal.learning.account_post(empty.id)
    with pytest.raises(NotFound):
        journal.learning.save_account(replace(empty, form="no such"))
    with pytest.raises(BadInput):
        journal.learning.save_account(replace(empty, words=(("nmc-account.1", "of another form"),)))
