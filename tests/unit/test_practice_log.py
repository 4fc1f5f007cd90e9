"""``journal.practice``: supervision and its agenda, as windows and commands ask for it."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from journal.anonymise.source_changes import left_as_it_is, taken_over
from journal.errors import BadInput, NotFound
from journal.ids import new_id
from journal.model import AgendaFlag, Entry, KnownName, Part, Post
from journal.open_journal import OpenJournal
from journal.practice.hours import Arithmetic
from journal.practice.summaries import to_csv
from journal.practice_model import AgendaItem, Arrangement, Expectation, Session
from tests.journals import DAY, draft, new_journal
from tests.unit.practice.meetings import group, held, moved


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[OpenJournal]:
    made, _ = new_journal(tmp_path)
    yield made
    made.lock()


def save(journal: OpenJournal, *sessions: Session) -> None:
    for session in sessions:
        journal.practice.save_session(replace(session, id=None))


def test_a_meeting_that_cannot_be_is_refused_and_not_stored(journal: OpenJournal) -> None:
    with pytest.raises(BadInput):
        journal.practice.save_session(Session(date_planned=DAY, status="enjoyed"))
    assert journal.practice.sessions() == ()
    with pytest.raises(NotFound):
        journal.practice.session(new_id())


def test_hours_follow_the_chosen_expectation(journal: OpenJournal) -> None:
    save(journal, group("2026-11-05", 90, 7), held("2026-11-12", 60), moved("2026-11-19", 90))
    (month,) = journal.practice.months(dt.date(2026, 11, 10), DAY)
    assert (month.held, float(month.credited), month.lost) == (150, 150.0, 90)
    journal.practice.set_arrangement(Arrangement(expectations=("bacp-accredited",)))
    assert journal.practice.arithmetic() == Arithmetic("bacp-group", 4)
    (month,) = journal.practice.months(DAY, DAY)  # a month is whole, wherever the period begins
    assert month.credited == Fraction(90, 7) + 60
    assert [(row.figure, float(row.wanted)) for row in journal.practice.standings(DAY)] == [
        ("min_hours_per_month", 1.5),
        ("min_hours_per_month", 1.5),
    ]


def test_what_was_planned_in_one_month_and_held_in_the_next_is_seen_from_both(journal: OpenJournal) -> None:
    save(
        journal,
        held("2026-10-30", 20, date_held=dt.date(2026, 11, 3), status="held-but-cut-short", minutes_planned=60),
    )
    (october,) = journal.practice.months(dt.date(2026, 10, 1), dt.date(2026, 10, 31))
    (november,) = journal.practice.months(DAY, DAY)
    assert (october.held, october.lost, november.held, november.lost) == (0, 40, 20, 0)


def test_an_expectation_can_be_edited_added_and_reset(journal: OpenJournal) -> None:
    practice = journal.practice
    bacp = next(row for row in practice.expectations() if row.id == "bacp-accredited")
    edited = practice.save_expectation(
        replace(bacp, text="Two hours a month.", figures=(("min_hours_per_month", 2.0),), checked_on="2026-11-29")
    )
    assert (edited.id, edited.edited, edited.checked_on) == ("bacp-accredited", True, "2026-11-29")
    own = practice.save_expectation(Expectation("", "My course", "me", "Weekly."))
    assert own.own
    assert [row.id for row in practice.expectations()][-1] == own.id
    assert len(practice.expectations()) == 19
    again = practice.save_expectation(replace(own, text="Fortnightly."))
    assert (again.id, again.text) == (own.id, "Fortnightly.")
    practice.reset_expectation("bacp-accredited")
    practice.reset_expectation(own.id)
    assert practice.expectations() == practice.data.expectations
    with pytest.raises(BadInput):
        practice.save_expectation(replace(own, text=" "))
    with pytest.raises(BadInput):
        practice.reset_expectation("no such")


@pytest.mark.parametrize(
    "arrangement", [Arrangement(gap_days=0), Arrangement(whole_list_days=0), Arrangement(month_target=-1)]
)
def test_an_arrangement_that_cannot_be(journal: OpenJournal, arrangement: Arrangement) -> None:
    with pytest.raises(BadInput):
        journal.practice.set_arrangement(arrangement)


def test_client_hours_by_month(journal: OpenJournal) -> None:
    journal.practice.set_client_hours(DAY, 1200)
    journal.practice.set_client_hours(DAY.replace(day=3), 1260)
    assert [(row.month.day, row.minutes) for row in journal.practice.client_hours()] == [(1, 1260)]
    journal.practice.set_client_hours(DAY, None)
    assert journal.practice.client_hours() == ()
    with pytest.raises(BadInput):
        journal.practice.set_client_hours(DAY, -1)


def test_notices_are_dismissed_in_the_journal_itself(journal: OpenJournal) -> None:
    save(journal, held("2026-10-01"))
    gap = next(row for row in journal.practice.noticed(DAY) if row.id == "gap")
    journal.practice.dismiss_notice(gap.occurrence)
    assert "gap" not in {row.id for row in journal.practice.noticed(DAY)}


def test_the_loop_of_an_agenda_from_a_sentence_to_what_came_back(journal: OpenJournal) -> None:
    """Write, flag, take, return."""
    person = journal.save_name(KnownName(new_id(), "Karolina Wrona", ("Karo",), "client", "K"))
    body = "She laughed. I hid behind the screen."
    start = body.index("I hid")
    flag = AgendaFlag(new_id(), start, len(body), body[start:])
    entry = journal.save_draft(replace(draft(body=body), agenda=(flag,)))
    item = journal.practice.agenda_item(flag.id)
    assert (item.heading, item.entry_id, item.code) == ("I hid behind the screen.", entry.id, "")
    item = journal.practice.save_agenda_item(replace(item, not_sure=True, about=person.id, how_soon="this-week"))
    session = journal.practice.save_session(Session(date_planned=DAY + dt.timedelta(days=2)))
    item = journal.practice.save_agenda_item(
        replace(item, session_id=session.id, said="What did the screen give you?", changes="Sit beside it.")
    )
    page = journal.practice.agenda_page(DAY)
    assert page.rows[0][:3] == ("I hid behind the screen.", "K", "not sure")
    closed = journal.practice.save_agenda_item(
        replace(item, closed_on=DAY, follow_up="Tell her", follow_up_on=DAY + dt.timedelta(days=7))
    )
    assert journal.practice.agenda() == ()
    assert journal.practice.agenda(closed=True) == (closed,)
    assert journal.practice.reminders(DAY) == ()
    assert journal.practice.reminders(DAY + dt.timedelta(days=7)) == (closed,)
    journal.practice.save_agenda_item(replace(closed, follow_up_on=None))
    assert journal.practice.reminders(DAY + dt.timedelta(days=7)) == ()
    assert journal.entry(entry.id).body == body


def test_reminders_come_on_their_day_the_earliest_first(journal: OpenJournal) -> None:
    late = journal.practice.save_agenda_item(AgendaItem(title="late", remind_on=DAY))
    early = journal.practice.save_agenda_item(AgendaItem(title="early", remind_on=DAY - dt.timedelta(days=3)))
    journal.practice.save_agenda_item(AgendaItem(title="later", remind_on=DAY + dt.timedelta(days=1)))
    heard = AgendaItem(title="heard", remind_on=DAY, closed_on=DAY)
    journal.practice.save_agenda_item(heard)
    assert journal.practice.reminders(DAY) == (early, late)


def test_how_soon_is_one_of_four(journal: OpenJournal) -> None:
    with pytest.raises(BadInput):
        journal.practice.save_agenda_item(AgendaItem(title="x", how_soon="yesterday"))


def test_earlier_words_of_a_matter_can_be_read(journal: OpenJournal) -> None:
    item = journal.practice.save_agenda_item(AgendaItem(title="first"))
    assert item.id is not None
    journal.practice.save_agenda_item(replace(item, title="second"))
    assert journal.practice.earlier(item.id) == ()  # within one stretch of writing


def test_no_name_of_the_register_leaves_in_a_summary_or_on_the_agenda(journal: OpenJournal) -> None:
    journal.save_name(KnownName(new_id(), "Karolina Wrona", ("Karo",), "client", "K"))
    journal.save_name(KnownName(new_id(), "Lorna Pickering", (), "supervisor", "L"))
    save(
        journal,
        held("2026-11-05", with_role="Lorna", impact="Karolina, karo and WRONA", client_themes=("Pickering’s way",)),
    )
    journal.practice.save_agenda_item(AgendaItem(title="Karolina", why="Karo said", want="ask lorna"))
    first = DAY - dt.timedelta(days=60)
    forms = [journal.practice.summary(form.id, first, DAY) for form in journal.practice.data.summaries]
    texts = [to_csv(made) for made in (journal.practice.agenda_page(DAY), *forms)]
    assert len(texts) == 5
    for text in texts:
        assert [name for name in ("karolina", "karo", "wrona", "lorna", "pickering") if name in text.casefold()] == []


def test_a_summary_shows_what_is_expected_with_its_date(journal: OpenJournal) -> None:
    journal.practice.set_arrangement(Arrangement(expectations=("bacp-accredited",)))
    made = journal.practice.summary("training-log", DAY, DAY)
    assert [(row.id, row.checked_on) for row in made.expectations] == [("bacp-accredited", "2026-11")]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system's zone cannot be set for one process")
@pytest.mark.parametrize(
    ("moment", "day"),
    [
        # British Summer Time: half past midnight there is still the evening before in UTC
        (dt.datetime(2026, 9, 30, 23, 30, tzinfo=dt.UTC), dt.date(2026, 10, 1)),
        (dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC), dt.date(2026, 10, 25)),  # 01:30, before the clocks go back
        (dt.datetime(2026, 10, 25, 23, 30, tzinfo=dt.UTC), dt.date(2026, 10, 25)),  # and after
        (dt.datetime(2026, 3, 28, 23, 59, tzinfo=dt.UTC), dt.date(2026, 3, 28)),
        (dt.datetime(2026, 3, 29, 23, 30, tzinfo=dt.UTC), dt.date(2026, 3, 30)),
    ],
)
def test_the_day_something_was_flagged_is_the_writers_own(
    journal: OpenJournal, monkeypatch: pytest.MonkeyPatch, moment: dt.datetime, day: dt.date
) -> None:
    monkeypatch.setenv("TZ", "Europe/London")
    time.tzset()
    try:
        journal.practice._agenda._clock = lambda: moment
        assert journal.practice.save_agenda_item(AgendaItem(title="x")).flagged_on == day
    finally:
        monkeypatch.undo()
        time.tzset()


def brought(journal: OpenJournal, said: str = "Let her finish.", changes: str = "I wait.") -> tuple[Entry, AgendaItem]:
    """An entry with a flagged sentence, and what came back to it."""
    body = "It went quiet.\n\nI hid at minute four."
    flag = AgendaFlag(new_id(), 16, len(body), "I hid at minute four.")
    entry = journal.save_draft(replace(draft(body=body), agenda=(flag,)))
    item = replace(journal.practice.agenda_item(flag.id), said=said, changes=changes, closed_on=DAY)
    return entry, journal.practice.save_agenda_item(item)


def body_of(post: Post) -> str:
    return post.base[slice(*post.span(Part.BODY))]


def test_a_post_is_made_of_an_entry_and_what_came_back(journal: OpenJournal) -> None:
    entry, item = brought(journal)
    assert item.id is not None
    whole = journal.practice.heard_post(item.id)
    assert body_of(whole) == entry.body + "\n\nLet her finish.\n\nI wait."
    alone = journal.practice.heard_post(item.id, whole=False)
    assert body_of(alone) == "I hid at minute four.\n\nLet her finish.\n\nI wait."
    assert [(one.entry_id, one.start, one.end) for one in alone.sources] == [(entry.id, 16, 37), (item.id, 0, 24)]
    assert journal.post(alone.id) == alone
    assert journal.source_changes(alone) == ()


def test_a_later_change_of_either_source_is_noticed_and_taken_over(journal: OpenJournal) -> None:
    entry, item = brought(journal)
    assert item.id is not None
    post = journal.practice.heard_post(item.id)
    # what is no part of the post is no change of it
    journal.practice.save_agenda_item(replace(item, follow_up="Ask again."))
    assert journal.source_changes(post) == ()
    item = journal.practice.save_agenda_item(replace(item, said="Let her finish, and wait."))
    (change,) = journal.source_changes(post)
    assert (change.at, change.heard, change.gone) == (1, True, False)
    assert [(one.was, one.now) for one in change.paragraphs] == [("Let her finish.", "Let her finish, and wait.")]
    post = journal.save_post(taken_over(post, change))
    assert body_of(post).endswith("Let her finish, and wait.\n\nI wait.")
    assert journal.source_changes(post) == ()
    journal.save_draft(replace(journal.entry(entry.id).draft(), body=entry.body.replace("four", "five")))
    (change,) = journal.source_changes(post)
    assert (change.at, change.heard) == (0, False)
    journal.practice.save_agenda_item(replace(item, said="", changes=""))
    assert [one.gone for one in journal.source_changes(post)] == [False, True]


def test_no_post_without_an_answer_an_entry_or_the_words(journal: OpenJournal) -> None:
    _, item = brought(journal, said="", changes=" ")
    assert item.id is not None
    with pytest.raises(BadInput):
        journal.practice.heard_post(item.id)
    own = journal.practice.save_agenda_item(AgendaItem(title="The ending", said="Say it."))
    assert own.id is not None
    with pytest.raises(NotFound):
        journal.practice.heard_post(own.id)
    with pytest.raises(NotFound):
        journal.practice.heard_post(new_id())
    assert journal.posts() == ()


def test_what_is_added_after_a_change_was_left_alone_is_noticed_too(journal: OpenJournal) -> None:
    entry = journal.save_draft(draft(body="It went quiet.\n\nI hid."))
    journal.finish_entry(entry.id)
    post = journal.begin_post((entry.id,))
    for body in ("It was cold.\n\nIt went quiet.\n\nI hid.", "It was cold.\n\nIt went quiet.\n\nI hid.\n\nShe rang."):
        journal.save_draft(replace(journal.entry(entry.id).draft(), body=body))
        journal.finish_entry(entry.id)
        (change,) = journal.source_changes(post)
        assert change.text == body
        post = journal.save_post(left_as_it_is(post, change))
        assert journal.source_changes(post) == ()
    assert body_of(taken_over(post, change)) == body


def test_what_is_added_around_a_copied_part_is_no_change_of_it(journal: OpenJournal) -> None:
    entry = journal.save_draft(draft(body="It went quiet.\n\nI hid."))
    journal.finish_entry(entry.id)
    post = journal.begin_post((entry.id,), selections={entry.id: (0, 14)})
    journal.save_draft(replace(journal.entry(entry.id).draft(), body="It went quiet.\n\nI hid.\n\nShe rang."))
    assert journal.source_changes(post) == ()
