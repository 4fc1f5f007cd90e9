"""The sample: whole, varied, marked as invented, gone in one step."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.anonymise.review import begin_review
from journal.model import KINDS, Filter, Order
from journal.open_journal import OpenJournal
from journal.resources import read_toml
from journal.sample_journal import (
    delete_sample,
    make_sample,
    sample_is_there,
    sample_passphrase,
)
from journal.unlocking import unlock_journal
from journal.vault.passphrase import check
from tests.journals import DAY, places


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[OpenJournal]:
    made = make_sample(places(tmp_path), DAY)
    yield made
    made.lock()


def test_the_sample_has_entries_of_every_kind_over_three_months(sample: OpenJournal) -> None:
    headings = sample.window(Filter(), 0, 100)
    assert 24 <= len(headings) <= 30
    assert {heading.kind for heading in headings} == set(KINDS)
    assert headings[0].day == DAY
    assert dt.timedelta(days=75) < headings[0].day - headings[-1].day < dt.timedelta(days=95)
    assert sum(heading.star for heading in headings) >= 4
    assert [heading.written_at.date() for heading in headings] == [heading.day for heading in headings]
    assert len(sample.tags()) >= 10
    assert sample.facts().entries == len(headings)


def test_prompts_are_quoted_and_noted(sample: OpenJournal) -> None:
    entries = [sample.entry(heading.id) for heading in sample.window(Filter(), 0, 100)]
    answered = [entry for entry in entries if entry.prompts]
    assert len(answered) >= 12
    texts = {prompt.id: prompt.text for prompt in sample.library.prompts}
    for entry in answered:
        assert all(f"> {texts[prompt]}" in entry.body for prompt in entry.prompts)
    assert not any(re.search(r"\{[a-z]", entry.body) for entry in entries)


def test_people_of_the_register_are_linked_by_code(sample: OpenJournal) -> None:
    codes = {name.id: name.code for name in sample.names()}
    (hit,) = sample.search("photograph", Filter(), Order.NEWEST, 5)
    (link,) = sample.entry(hit.heading.id).people
    assert (codes[link.name_id], link.session) == ("J", 4)


def test_its_blog_drafts_have_something_to_decide(sample: OpenJournal) -> None:
    posts = sample.posts()
    assert len(posts) == 3
    knowledge = sample.knowledge()
    for heading in posts:
        review = begin_review(sample.post(heading.id), knowledge, lambda choices: choices[0])
        assert {finding.risk.value for finding in review.findings} >= {"direct", "quasi"}


def test_its_passphrase_would_be_taken_and_opens_it_again(tmp_path: Path) -> None:
    check(sample_passphrase())
    make_sample(places(tmp_path), DAY).lock()
    unlock_journal(places(tmp_path).sample_journal, sample_passphrase(), places(tmp_path)).lock()


def test_deleting_it_leaves_nothing_of_it_and_all_that_is_not_its(tmp_path: Path) -> None:
    here = places(tmp_path)
    journal = make_sample(here, DAY)
    journal.back_up(here.sample_backups)
    journal.lock()
    assert sample_is_there(here)
    other = here.sample_journal.parent / "mine.txt"
    other.write_text("mine", encoding="utf-8")
    delete_sample(here)
    assert not sample_is_there(here)
    assert [path.name for path in here.sample_journal.parent.iterdir()] == ["mine.txt"]
    other.unlink()
    delete_sample(here)
    assert not here.sample_journal.parent.exists()


def test_telephone_numbers_in_it_belong_to_nobody() -> None:
    # Ofcom keeps 01632 960000 to 960999 for drama
    text = "\n".join(row["body"] for row in read_toml("samples/journal.toml")["entry"])
    numbers = re.findall(r"\b0\d{3,4}[ \d]{6,}\d", text)
    assert numbers
    assert all(number.replace(" ", "").startswith("01632960") for number in numbers)
