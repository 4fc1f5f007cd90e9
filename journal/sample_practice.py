"""The sample's year of practice: supervision held and not held, an agenda, check-ins, learning, threads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from journal.ids import new_id
from journal.model import AgendaFlag, Filter
from journal.open_journal import OpenJournal
from journal.practice.measures import WEEKLY
from journal.practice_model import (
    Account,
    Action,
    AgendaItem,
    Arrangement,
    CheckIn,
    CpdActivity,
    DayClose,
    EarlySigns,
    LaterNote,
    OwnEvent,
    Passage,
    SavedFilter,
    Section,
    Session,
    SignCondition,
    Template,
    Thread,
)

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Sample:
    """What every part of it is written with: the journal, its today, its entries by title, its people by code."""

    journal: OpenJournal
    today: dt.date
    titles: Mapping[str, UUID]
    codes: Mapping[str, UUID]

    def day(self, row: Row) -> dt.date:
        return self.today - dt.timedelta(days=row["days_ago"])


def write_practice(
    journal: OpenJournal, data: Row, today: dt.date, titles: Mapping[str, UUID], codes: Mapping[str, UUID]
) -> None:
    """Write what ``resources/samples/practice.toml`` has beside its entries, which are there already.

    ``titles`` are the entries by title, ``codes`` the people of the register by code.
    """
    sample = _Sample(journal, today, titles, codes)
    journal.practice.set_arrangement(Arrangement(**_tuples(data["arrangement"])))
    journal.wellbeing.set_choices(replace(journal.wellbeing.choices(), **data["choices"]))
    sessions = [journal.practice.save_session(_session(sample, row)) for row in data["session"]]
    for row in data["matter"]:
        _write_matter(sample, row, sessions)
    _write_wellbeing(sample, data)
    _write_learning(sample, data)
    _write_looking_back(sample, data)
    for row in data["client_month"]:
        month = today.replace(day=1)
        for _ in range(row["months_ago"]):
            month = (month - dt.timedelta(days=1)).replace(day=1)
        journal.practice.set_client_hours(month, row["minutes"])


def _session(sample: _Sample, row: Row) -> Session:
    held, planned = row["minutes"]
    given = {name: value for name, value in _tuples(row).items() if name not in {"days_ago", "minutes", "actions"}}
    day = sample.day(row)
    was_held = row["status"].startswith("held")
    actions = tuple(
        Action(action["what"], action["by"], sample.today + dt.timedelta(days=action["due_in"]))
        for action in row.get("actions", ())
    )
    made = Session(date_planned=day, minutes_planned=planned, kind="clinical", actions=actions)
    return replace(made, date_held=day if was_held else None, minutes=held if was_held else None, **given)


def _write_matter(sample: _Sample, row: Row, sessions: list[Session]) -> None:
    practice = sample.journal.practice
    entry = sample.titles.get(row.get("entry", ""))
    item = AgendaItem(entry_id=entry)
    if entry is not None and "words" in row:
        item = practice.agenda_item(_flag(sample, entry, row["words"]))
    heard = sample.today - dt.timedelta(days=row["heard"]) if "heard" in row else None
    names = ("title", "why", "want", "not_sure", "how_soon", "said", "changes", "follow_up")
    practice.save_agenda_item(
        replace(
            item,
            flagged_on=sample.day(row),
            remind_on=sample.today + dt.timedelta(days=row["remind_in"]) if "remind_in" in row else None,
            about=sample.codes.get(row.get("about", "")),
            closed_on=heard,
            session_id=next((session.id for session in sessions if heard and session.date_held == heard), None),
            **{name: row[name] for name in names if name in row},
        )
    )


def _flag(sample: _Sample, entry_id: UUID, words: str) -> UUID:
    entry = sample.journal.entry(entry_id)
    start = entry.body.index(words)
    flag = AgendaFlag(new_id(), start, start + len(words), words)
    sample.journal.save_draft(replace(entry.draft(), agenda=(*entry.agenda, flag)))
    return flag.id


def _write_wellbeing(sample: _Sample, data: Row) -> None:
    wellbeing = sample.journal.wellbeing
    items = [item.id for item in wellbeing.data.measure(WEEKLY).items]
    # on one evening of each week, the last eight days ago: the next is due, and what it said still holds
    evening = sample.today - dt.timedelta(days=1)
    for weeks_ago, *values in data["weekly"]["rows"]:
        answers = tuple((item, value) for item, value in zip(items, values, strict=True) if value >= 0)
        wellbeing.save_check_in(CheckIn(None, WEEKLY, evening - dt.timedelta(days=7 * weeks_ago), answers))
    for row in data["event"]:
        wellbeing.save_event(OwnEvent(None, sample.day(row), row["words"]))
    plan = data["plan"]
    conditions = tuple(SignCondition(**condition) for condition in plan["conditions"])
    wellbeing.save_early_signs(EarlySigns(plan["signs"], plan["steps"], plan["people"], conditions))
    wellbeing.close_day(DayClose(None, sample.today - dt.timedelta(days=1), **data["close"]))


def _write_learning(sample: _Sample, data: Row) -> None:
    learning = sample.journal.learning
    for row in data["activity"]:
        given = {name: value for name, value in row.items() if name != "days_ago"}
        learning.save_activity(CpdActivity(id=None, day=sample.day(row), **given))
    for row in data["account"]:
        passages = tuple(_passage(sample, passage) for passage in row["passages"])
        words = tuple(row["words"].items())
        learning.save_account(Account(None, row["form"], row["title"], sample.day(row), passages, words))
    for row in data["template"]:
        sections = tuple(Section("", part["heading"], part["hint"]) for part in row["sections"])
        learning.save_template(Template("", row["name"], sections, tuple(row["kinds"]), row["about"], own=True))


def _passage(sample: _Sample, row: Row) -> Passage:
    entry = sample.journal.entry(sample.titles[row["entry"]])
    start = entry.body.index(row["words"])
    return Passage(row["section"], entry.id, entry.revision, start, start + len(row["words"]), row["words"])


def _write_looking_back(sample: _Sample, data: Row) -> None:
    looking_back = sample.journal.looking_back
    for row in data["thread"]:
        entries = tuple(sample.titles[title] for title in row["entries"])
        looking_back.save_thread(Thread(None, row["name"], row.get("about", ""), entries))
    for row in data["later_note"]:
        looking_back.save_later_note(LaterNote(None, sample.titles[row["entry"]], sample.day(row), row["text"]))
    for row in data["filter"]:
        wanted = Filter(tags=tuple(row.get("tags", ())), star=row.get("star"))
        looking_back.save_filter(SavedFilter(None, row["name"], wanted))


def _tuples(row: Row) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in row.items()}
