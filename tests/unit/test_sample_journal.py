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
from journal.practice.measures import WEEKLY
from journal.practice.summaries import days_waited, to_csv
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


def test_the_sample_has_entries_of_every_kind_over_a_year(sample: OpenJournal) -> None:
    headings = sample.window(Filter(), 0, 200)
    assert 24 <= sample.count(Filter(first_day=DAY - dt.timedelta(days=95))) <= 30
    assert 70 <= len(headings) <= 100
    assert {heading.kind for heading in headings} == set(KINDS)
    assert headings[0].day == DAY
    assert dt.timedelta(days=355) < headings[0].day - headings[-1].day < dt.timedelta(days=366)
    assert sum(heading.star for heading in headings) >= 4
    assert [heading.written_at.date() for heading in headings] == [heading.day for heading in headings]
    assert len(sample.tags()) >= 10
    assert sample.facts().entries == len(headings)


def test_prompts_are_quoted_and_noted(sample: OpenJournal) -> None:
    entries = [sample.entry(heading.id) for heading in sample.window(Filter(), 0, 200)]
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


def test_a_year_of_practice_has_something_in_every_chart(sample: OpenJournal) -> None:
    first = DAY - dt.timedelta(days=364)
    months = sample.practice.months(first, DAY)
    assert len(months) == 13
    assert sum(month.sessions for month in months) >= 25
    assert sum(month.moved for month in months) >= 8
    assert all(month.held or month.lost for month in months[1:])
    lately = months[-3:]
    assert sum(month.lost for month in lately) > sum(month.held for month in lately) / 2
    assert sum(month.given for month in months) > 400
    assert sum(month.uncounted for month in months) == 0
    assert len(sample.looking_back.days(first, DAY)) == sample.facts().entries
    assert len(sample.looking_back.rated_days(first, DAY)) >= 20
    weeks = sample.wellbeing.check_ins(WEEKLY)
    assert 44 <= len(weeks) < 52
    assert {len(week.answers) for week in weeks} == {6, 7}
    assert len(sample.wellbeing.events()) == 4
    assert sample.wellbeing.early_signs_due(DAY)
    assert sample.wellbeing.check_in_due(WEEKLY, DAY)
    assert sample.wellbeing.last_close(DAY) is not None


def test_its_supervision_has_an_agenda_with_answers_and_something_to_notice(sample: OpenJournal) -> None:
    waiting, heard = sample.practice.agenda(), sample.practice.agenda(closed=True)
    assert [item.code for item in waiting if item.code] == ["J", "T", "K"]
    assert all(item.heading for item in waiting)
    assert max(days_waited(item, DAY) for item in waiting) == 19
    assert len(heard) == 6
    assert all(item.said and item.changes for item in heard)
    assert sum(item.session_id is not None for item in heard) == 6
    assert {row.id for row in sample.practice.noticed(DAY)} >= {"gap", "no-cover", "open-action"}
    assert [row.status for row in sample.practice.sessions()][:1] == [""]
    assert len(sample.practice.reminders(DAY)) == 1


def test_none_of_its_people_is_in_any_of_its_summaries(sample: OpenJournal) -> None:
    first = DAY - dt.timedelta(days=364)
    summaries = [sample.practice.summary(form.id, first, DAY) for form in sample.practice.data.summaries]
    made = [to_csv(page) for page in (*summaries, sample.practice.agenda_page(DAY))]
    made.append(to_csv(sample.learning.activity_list(first, DAY)))
    parts = {part for name in sample.names() for words in (name.name, *name.aliases) for part in words.split()}
    for text in made:
        assert [part for part in parts if re.search(rf"\b{part}\b", text)] == []


def test_it_has_learning_an_account_threads_and_filters(sample: OpenJournal) -> None:
    assert len(sample.learning.activities()) == 6
    (account,) = sample.learning.accounts()
    assert account.id is not None
    post = sample.learning.account_post(account.id)
    assert "## What changed in my practice" in post.base
    assert [len(thread.entry_ids) for thread in sample.looking_back.threads()] == [3, 3]
    assert len(sample.looking_back.saved_filters()) == 2
    assert sample.learning.templates("relationship")[0].name == "Ten minutes after"


def test_telephone_numbers_in_it_belong_to_nobody() -> None:
    # Ofcom keeps 01632 960000 to 960999 for drama
    files = ("samples/journal.toml", "samples/practice.toml")
    text = "\n".join(row["body"] for file in files for row in read_toml(file)["entry"])
    numbers = re.findall(r"\b0\d{3,4}[ \d]{6,}\d", text)
    assert numbers
    assert all(number.replace(" ", "").startswith("01632960") for number in numbers)
