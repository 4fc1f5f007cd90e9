"""Rows of the practice side: read back whole, their earlier words, what is removed, what goes with an entry."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from journal.errors import AlreadyThere, NotFound, VaultDamaged
from journal.ids import new_id
from journal.model import AgendaFlag, Filter, Order
from journal.practice_model import (
    Account,
    Action,
    AgendaItem,
    Arrangement,
    CheckIn,
    CpdActivity,
    DayClose,
    EarlySigns,
    Expectation,
    LaterNote,
    OwnEvent,
    Passage,
    PracticeChoices,
    SavedFilter,
    Section,
    Session,
    SignCondition,
    Signpost,
    Template,
    Thread,
)
from journal.store import kept, schema
from tests.unit.store.journal_files import DAY, OTHER_DEVICE, Store, draft, fill, name

FULL = Session(
    date_planned=DAY - dt.timedelta(days=2),
    date_held=DAY,
    status="held-but-cut-short",
    reason="other-casework-came-first",
    changed_by="service",
    cover="nothing-offered",
    minutes=40,
    minutes_planned=90,
    role_here="supervisee",
    kind="clinical",
    format="group",
    medium="video",
    group_size=7,
    with_role="team lead",
    line_manages_me="partly",
    contract="written",
    voluntary="optional",
    cases=("K7", "R"),
    not_reached="the ending",
    caseload_review="part-of-it",
    risk_raised="yes-escalated",
    risk_raised_by="i-raised-it",
    alarm="duty lead, 16:20, answered",
    recorded_elsewhere="still-to-do",
    actions=(Action("ring back", "me", DAY, None), Action("ask", done_on=DAY)),
    normative=60,
    formative=40,
    restorative=0,
    client_themes=("endings", "😀"),
    conditions=("contact",),
    impact="Slower.",
    next=DAY + dt.timedelta(days=14),
)


def earlier(store: Store, row_id: UUID | None) -> list[dict[str, str]]:
    assert row_id is not None
    with store.connection.read() as sql:
        return [dict(row.words) for row in kept.earlier(sql, row_id)]


def tombstones(store: Store) -> set[tuple[UUID, str]]:
    with store.connection.read() as sql:
        return {(UUID(bytes=row[0]), row[1]) for row in sql.all("SELECT id, what FROM tombstone")}


def count(store: Store, table: str) -> int:
    with store.connection.read() as sql:
        return int(sql.all(f"SELECT count(*) FROM {table}")[0][0])


def test_a_meeting_comes_back_with_every_field(store: Store) -> None:
    saved = store.supervision.save_session(FULL)
    assert saved.id is not None
    assert saved.id.version == 7
    assert replace(saved, id=None) == FULL
    assert store.supervision.sessions(None, None) == (saved,)


def test_every_other_value_comes_back_as_it_was(store: Store) -> None:
    entry = store.entries.save(draft()).id
    rows: list[tuple[Callable[[Any], Any], Any]] = [
        (store.wellbeing.save_check_in, CheckIn(None, "cbi", DAY, (("cbi-work-7", 0),), "patient", "late")),
        (store.wellbeing.save_event, OwnEvent(None, DAY, "moved house")),
        (store.wellbeing.close_day, DayClose(None, DAY, "down", "one thing")),
        (store.learning.save_activity, CpdActivity(None, DAY, "Book", 90, "reading", True, True, "a", "b", "c")),
        (
            store.learning.save_account,
            Account(
                None,
                "nmc-account",
                "One",
                DAY,
                (Passage("nmc-account.1", entry, new_id(), 3, 9, "“It”"),),
                (("nmc-account.2", "words"),),
                new_id(),
            ),
        ),
        (store.looking_back.save_thread, Thread(None, "Endings", "about", (entry,))),
        (store.looking_back.save_later_note, LaterNote(None, entry, DAY, "now")),
        (
            store.looking_back.save_filter,
            SavedFilter(
                None, "Starred", Filter(("free",), ("grief",), True, DAY, DAY, trashed=False), "weir", Order.BEST
            ),
        ),
    ]
    for save, value in rows:
        saved = save(value)
        assert saved.id.version == 7
        assert replace(saved, id=None) == value
    plan = EarlySigns("signs", "steps", "people", (SignCondition("wci-sleep", "low", 3, 2),))
    assert store.wellbeing.save_plan(plan) == plan
    key = store.learning.save_template(Template("", "Mine", (Section("1", "One", "hint"),), ("free",), "about"), None)
    assert store.learning.templates() == (
        Template(str(key), "Mine", (Section("1", "One", "hint"),), ("free",), "about"),
    )


def test_edits_of_what_ships_are_one_row_each_and_ones_own_are_kept_apart(store: Store) -> None:
    edit = Expectation("pacfa", "PACFA", "me", "Twelve hours.", figures=(("supervision_hours_year", 12.0),))
    first = store.supervision.save_expectation(edit, "pacfa", None)
    assert store.supervision.save_expectation(replace(edit, text="Fourteen."), "pacfa", None) == first
    own = store.supervision.save_expectation(Expectation("", "Course", "me", "Weekly."), "", None)
    found = store.supervision.expectations()
    assert [(base, row.id, row.text) for base, row in found] == [
        ("pacfa", str(first), "Fourteen."),
        ("", str(own), "Weekly."),
    ]
    assert found[0][1].figures == (("supervision_hours_year", 12.0),)
    store.supervision.remove_expectation("pacfa", None)
    store.supervision.remove_expectation("pacfa", None)  # nothing to forget
    store.supervision.remove_expectation("", own)
    assert store.supervision.expectations() == ()
    key = store.wellbeing.save_signpost(Signpost("", "UK", "Us", "ring", hidden=True), "uk-999", None)
    assert store.wellbeing.signposts()[0][1] == Signpost(str(key), "UK", "Us", "ring", hidden=True)


def test_nothing_is_written_when_nothing_changed(store: Store) -> None:
    saved = store.supervision.save_session(FULL)
    store.clock.move(days=1)
    with store.connection.read() as sql:
        before = sql.all("SELECT changed_at, revision FROM supervision")
    store.supervision.save_session(saved)
    with store.connection.read() as sql:
        assert sql.all("SELECT changed_at, revision FROM supervision") == before


def test_words_are_kept_when_they_are_replaced_after_a_pause(store: Store) -> None:
    saved = store.supervision.save_session(replace(FULL, impact="first"))
    store.clock.move(minutes=1)
    saved = store.supervision.save_session(replace(saved, impact="still writing"))
    assert earlier(store, saved.id) == []
    store.clock.move(minutes=5)
    saved = store.supervision.save_session(replace(saved, impact="second"))
    store.clock.move(hours=1)
    store.supervision.save_session(replace(saved, impact="third"))
    assert [row["impact"] for row in earlier(store, saved.id)] == ["second", "still writing"]
    assert earlier(store, saved.id)[0]["with_role"] == "team lead"
    assert "status" not in earlier(store, saved.id)[0]  # a choice is no wording
    assert saved.id is not None
    with store.connection.read() as sql:
        newest, oldest = kept.earlier(sql, saved.id)
        (parents,) = sql.all("SELECT parents FROM supervision")[0]
    assert UUID(bytes=parents) == newest.id
    assert newest.parents == (oldest.id,)


def test_a_choice_changed_keeps_no_words_and_an_empty_wording_is_not_kept(store: Store) -> None:
    saved = store.supervision.save_session(Session(date_planned=DAY))
    store.clock.move(hours=1)
    saved = store.supervision.save_session(replace(saved, status="postponed"))
    store.clock.move(hours=1)
    saved = store.supervision.save_session(replace(saved, impact="words"))
    assert earlier(store, saved.id) == []


def test_words_of_another_computer_are_kept_at_once(store: Store) -> None:
    saved = store.supervision.save_session(replace(FULL, impact="here"))
    store.device = OTHER_DEVICE
    store.supervision.save_session(replace(saved, impact="there"))
    assert [row["impact"] for row in earlier(store, saved.id)] == ["here"]


def test_removed_for_good_with_its_earlier_words_and_put_back_by_saving_it_again(store: Store) -> None:
    saved = store.supervision.save_session(FULL)
    store.clock.move(hours=1)
    saved = store.supervision.save_session(replace(saved, impact="other"))
    assert saved.id is not None
    store.supervision.remove_session(saved.id)
    assert store.supervision.sessions(None, None) == ()
    assert (saved.id, "supervision") in tombstones(store)
    assert count(store, "practice_revision") == 0
    with pytest.raises(NotFound):
        store.supervision.remove_session(saved.id)
    assert store.supervision.save_session(saved) == saved
    assert tombstones(store) == set()


def test_meetings_are_listed_by_the_day_held_or_planned(store: Store) -> None:
    one = store.supervision.save_session(Session(date_planned=DAY, date_held=DAY + dt.timedelta(days=5), status="held"))
    two = store.supervision.save_session(Session(date_planned=DAY + dt.timedelta(days=2)))
    assert store.supervision.sessions(None, None) == (one, two)
    assert store.supervision.sessions(DAY, DAY + dt.timedelta(days=2)) == (two,)
    # what was lost belongs to the day planned: both are looked at for that month
    assert store.supervision.planned_or_held(DAY, DAY) == (one,)


def flagged(store: Store, **more: Any) -> tuple[UUID, UUID]:
    flag = AgendaFlag(new_id(), 0, 8, "It would", **more)
    entry = store.entries.save(replace(draft(), agenda=(flag,)))
    return entry.id, flag.id


def test_a_flag_has_its_place_on_the_agenda_with_the_entrys_words(store: Store) -> None:
    entry, flag = flagged(store, note="is it hers?")
    (item,) = store.agenda.open()
    assert (item.id, item.entry_id, item.anchor, item.end) == (flag, entry, "It would", 8)
    assert (item.entry_title, item.why, item.flagged_on) == ("What she asked for", "is it hers?", DAY)
    assert item.heading == "It would"


def test_a_whole_entry_without_a_title_is_called_by_its_first_line(store: Store) -> None:
    body = "> What stayed?\n\nThe clock.\nNothing else."
    flag = AgendaFlag(new_id(), 0, 0)
    store.entries.save(replace(draft(), title="", body=body, agenda=(flag,)))
    (item,) = store.agenda.open()
    assert (item.heading, item.entry_title) == ("The clock.", "The clock.")


def test_the_persons_words_stay_when_the_entry_changes(store: Store) -> None:
    entry, flag = flagged(store)
    store.agenda.save(replace(store.agenda.get(flag), want="to think aloud", how_soon="today"))
    store.entries.save(replace(store.entries.get(entry).draft(), star=True, body="Other words."))
    assert store.agenda.get(flag).want == "to think aloud"
    assert len(store.agenda.open()) == 1


def test_a_flag_taken_back_leaves_the_agenda_unless_words_were_added(store: Store) -> None:
    entry, flag = flagged(store)
    store.entries.save(replace(store.entries.get(entry).draft(), agenda=()))
    assert store.agenda.open() == ()
    store.entries.save(replace(store.entries.get(entry).draft(), agenda=(AgendaFlag(flag, 0, 2, "It"),)))  # undone
    store.agenda.save(replace(store.agenda.get(flag), why="it stays with me"))
    store.entries.save(replace(store.entries.get(entry).draft(), agenda=()))
    (item,) = store.agenda.open()
    assert (item.why, item.anchor, item.entry_id) == ("it stays with me", "", entry)


def test_a_matter_removed_takes_its_flag_along_and_a_draft_held_meanwhile_does_not_bring_it_back(store: Store) -> None:
    entry, flag = flagged(store)
    held = store.entries.get(entry).draft()
    store.agenda.remove(flag)
    assert store.entries.get(entry).agenda == ()
    store.entries.save(replace(held, body="typed on"))
    assert (store.entries.get(entry).agenda, store.agenda.open()) == ((), ())


def test_a_matter_removed_by_mistake_is_put_back_with_its_flag(store: Store) -> None:
    entry, flag = flagged(store)
    item = store.agenda.get(flag)
    store.agenda.remove(flag)
    assert store.agenda.save(item) == item
    assert [(one.id, one.anchor) for one in store.entries.get(entry).agenda] == [(flag, "It would")]
    store.agenda.remove(flag)
    store.entries.save(replace(store.entries.get(entry).draft(), body="Other words."))
    again = store.agenda.save(replace(item, why="all the same"))
    assert (again.why, again.anchor, store.entries.get(entry).agenda) == ("all the same", "", ())


def test_a_matter_of_its_own_with_a_person_and_a_meeting(store: Store) -> None:
    person = store.names.add(name(code="K"))
    session = store.supervision.save_session(Session(date_planned=DAY))
    item = store.agenda.save(AgendaItem(title="Ending", about=person.id, session_id=session.id))
    assert (item.code, item.session_id, item.flagged_on) == ("K", session.id, DAY)
    store.names.remove(person.id)
    assert session.id is not None
    store.supervision.remove_session(session.id)
    assert item.id is not None
    left = store.agenda.get(item.id)
    assert (left.about, left.code, left.session_id, left.title) == (None, "", None, "Ending")


@pytest.mark.parametrize("field", ["entry_id", "about", "session_id"])
def test_a_matter_hangs_on_nothing_that_is_not_there(store: Store, field: str) -> None:
    nowhere: dict[str, Any] = {field: new_id()}
    with pytest.raises(NotFound):
        store.agenda.save(AgendaItem(title="x", **nowhere))
    assert store.agenda.open() == ()
    with pytest.raises(NotFound):
        store.agenda.get(new_id())


def test_what_was_heard_leaves_the_agenda_with_what_came_back(store: Store) -> None:
    item = store.agenda.save(AgendaItem(title="Ending"))
    later = replace(item, said="slow down", changes="I ask first", follow_up="tell L", follow_up_on=DAY, closed_on=DAY)
    store.agenda.save(later)
    assert store.agenda.open() == ()
    assert store.agenda.closed() == (later,)


def test_a_mere_flag_is_hidden_with_its_entry_in_the_trash_a_matter_with_words_is_not(store: Store) -> None:
    entry, flag = flagged(store)
    store.entries.trash(entry)
    assert store.agenda.open() == ()
    store.entries.untrash(entry)
    store.agenda.save(replace(store.agenda.get(flag), why="it matters"))
    store.entries.trash(entry)
    assert [item.why for item in store.agenda.open()] == ["it matters"]


def test_deleting_an_entry_for_good_takes_along_what_was_only_its_own(store: Store) -> None:
    bare, _ = flagged(store)
    spoken, flag = flagged(store)
    store.agenda.save(replace(store.agenda.get(flag), said="what was said"))
    thread = store.looking_back.save_thread(Thread(None, "Endings", entry_ids=(bare, spoken)))
    note = store.looking_back.save_later_note(LaterNote(None, spoken, DAY, "first"))
    store.clock.move(hours=1)
    store.looking_back.save_later_note(replace(note, text="second"))
    store.looking_back.leave_out(spoken, out=True)
    store.entries.delete_for_good(bare, spoken)
    (item,) = store.agenda.open()
    assert (item.said, item.entry_id, item.anchor) == ("what was said", None, "")
    assert store.looking_back.threads() == (replace(thread, entry_ids=()),)
    assert [count(store, table) for table in ("later_note", "practice_revision", "left_out", "agenda_flag")] == [0] * 4


def test_a_thread_is_in_the_order_of_days_and_keeps_what_lies_in_the_trash(store: Store) -> None:
    ids = [store.entries.save(draft(day=DAY - dt.timedelta(days=back))).id for back in (0, 5, 9)]
    saved = store.looking_back.save_thread(Thread(None, "b", entry_ids=tuple(ids)))
    store.looking_back.save_thread(Thread(None, "A"))
    assert saved.id is not None
    assert [thread.name for thread in store.looking_back.threads()] == ["A", "b"]
    assert [heading.id for heading in store.looking_back.thread_entries(saved.id)] == ids[::-1]
    store.entries.trash(ids[1])
    shown = store.looking_back.thread(saved.id)
    assert shown.entry_ids == (ids[2], ids[0])
    store.looking_back.save_thread(replace(shown, entry_ids=(ids[0],)))
    store.entries.untrash(ids[1])
    assert store.looking_back.thread(saved.id).entry_ids == (ids[1], ids[0])
    with pytest.raises(NotFound):
        store.looking_back.save_thread(replace(shown, entry_ids=(new_id(),)))
    store.looking_back.remove_thread(saved.id)
    assert count(store, "thread_entry") == 0


def test_two_filters_do_not_share_a_name(store: Store) -> None:
    saved = store.looking_back.save_filter(SavedFilter(None, "Grief"))
    with pytest.raises(AlreadyThere):
        store.looking_back.save_filter(SavedFilter(None, "grief"))
    renamed = store.looking_back.save_filter(replace(saved, name="GRIEF", query="weir*"))
    assert store.looking_back.saved_filters() == (renamed,)


def test_the_end_of_a_day_is_one_row_a_day(store: Store) -> None:
    first = store.wellbeing.close_day(DayClose(None, DAY, "a", "b"))
    second = store.wellbeing.close_day(DayClose(None, DAY, "c", "d"))
    assert second == DayClose(first.id, DAY, "c", "d")
    assert store.wellbeing.last_close(DAY) is None
    assert store.wellbeing.last_close(DAY + dt.timedelta(days=3)) == second


def test_check_ins_are_read_newest_first_with_their_answers(store: Store) -> None:
    days = [DAY - dt.timedelta(days=7 * back) for back in range(5)]
    for day in days[::-1]:
        store.wellbeing.save_check_in(CheckIn(None, "weekly-check-in", day, (("wci-energy", day.day % 11),)))
    store.wellbeing.save_check_in(CheckIn(None, "cbi", DAY))
    found = store.wellbeing.check_ins("weekly-check-in", 3)
    assert [row.day for row in found] == days[:3]
    assert [dict(row.answers)["wci-energy"] for row in found] == [day.day % 11 for day in days[:3]]
    changed = store.wellbeing.save_check_in(replace(found[0], answers=(("wci-sleep", 2),)))
    assert store.wellbeing.check_ins("weekly-check-in", 1) == (changed,)
    assert changed.id is not None
    store.wellbeing.remove_check_in(changed.id)
    assert len(store.wellbeing.check_ins("weekly-check-in", None)) == 4


def test_choices_and_the_arrangement_are_kept_and_a_stranger_in_them_is_passed_over(store: Store) -> None:
    assert store.choices.arrangement() == Arrangement()
    assert store.choices.choices() == PracticeChoices()
    arrangement = Arrangement(7, 30, 90, ("bacp-accredited",), ("gap",))
    store.choices.set_arrangement(arrangement)
    assert store.choices.arrangement() == arrangement
    store.practice.set_value("practice.choices", '{"on_this_day": true, "of a later version": 1}')
    assert store.choices.choices() == PracticeChoices(on_this_day=True)
    store.practice.set_value("practice.choices", "[1]")
    with pytest.raises(VaultDamaged):
        store.choices.choices()


@pytest.mark.parametrize("cell", ["{", '"x"', '[{"what": 1}]', "[1]"])
def test_a_list_that_is_none_is_damage_and_no_fault(store: Store, cell: str) -> None:
    saved = store.supervision.save_session(FULL)
    assert saved.id is not None
    with store.connection.write() as sql:
        sql.run("UPDATE supervision SET actions = ?", cell)
    with pytest.raises(VaultDamaged):
        store.supervision.session(saved.id)


def test_what_sqlite_cannot_hold_is_replaced(store: Store) -> None:
    saved = store.supervision.save_session(replace(FULL, impact="a\0b\ud800", client_themes=("\udfff",)))
    assert (saved.impact, saved.client_themes) == ("a\ufffdb\ufffd", ("\ufffd",))


def test_every_table_of_the_step_has_a_row_when_all_is_filled(store: Store) -> None:
    fill(store)
    tables = re.findall(r"^CREATE TABLE (\w+)", schema.steps()[3], re.MULTILINE)
    assert len(tables) == 19
    assert {table for table in tables if count(store, table) == 0} == set()
