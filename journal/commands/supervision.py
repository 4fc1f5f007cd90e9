"""Supervision from the terminal: meetings, hours, expectations, notices, summaries."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from typing import Any

from journal.commands.call import Call
from journal.commands.papers import must_be_free, write_page
from journal.commands.terminal import one_line, today
from journal.errors import NotFound
from journal.practice.hours import MonthHours
from journal.practice.standings import Standing
from journal.practice.summaries import hours_to_csv, to_csv
from journal.practice.supervision import SupervisionData, load_supervision
from journal.practice_model import Action, Expectation, Session

#: The option of the command -> the field of a meeting.
_GIVEN = {
    "planned": "date_planned",
    "held": "date_held",
    "status": "status",
    "minutes": "minutes",
    "minutes_planned": "minutes_planned",
    "group_size": "group_size",
    "reason": "reason",
    "changed_by": "changed_by",
    "cover": "cover",
    "kind": "kind",
    "format": "format",
    "medium": "medium",
    "contract": "contract",
    "voluntary": "voluntary",
    "part": "role_here",
    "caseload_review": "caseload_review",
    "risk_raised": "risk_raised",
    "with_role": "with_role",
    "case": "cases",
    "theme": "client_themes",
    "impact": "impact",
}


def log(call: Call) -> None:
    """Stores a meeting, new or changed, and prints its id."""
    args = call.args
    given = {field: getattr(args, option) for option, field in _GIVEN.items()}
    changes: dict[str, Any] = {
        field: tuple(value) if isinstance(value, list) else value
        for field, value in given.items()
        if value not in (None, "", [])
    }
    if changes.get("status", "").startswith("held") and "date_held" not in changes and args.change is None:
        changes["date_held"] = changes.get("date_planned")
    with call.journal() as journal:
        before = Session() if args.change is None else journal.practice.session(args.change)
        session = journal.practice.save_session(replace(before, **changes))
    if args.json:
        call.terminal.say_json({"id": str(session.id)})
    else:
        call.terminal.say(str(session.id))


def list_sessions(call: Call) -> None:
    """Prints meetings, the newest first."""
    with call.journal() as journal:
        sessions = journal.practice.sessions(call.args.since, call.args.until)
        data = journal.practice.data
    if call.args.json:
        call.terminal.say_json([session_values(session) for session in sessions])
        return
    call.terminal.say(*(_session_line(session, data) for session in sessions))


def remove(call: Call) -> None:
    """Deletes a meeting for good."""
    with call.journal() as journal:
        journal.practice.remove_session(call.args.id)


def hours(call: Call) -> None:
    """Prints each month's hours."""
    last = call.args.until or today()
    first = call.args.since or last.replace(month=1, day=1)
    with call.journal() as journal:
        found = journal.practice.months(first, last)
        arithmetic = journal.practice.arithmetic()
    if call.args.json:
        call.terminal.say_json(
            {"arithmetic": arithmetic.expectation or None, "months": [month_values(month) for month in found]}
        )
        return
    for month in found:
        uncounted = f"  {month.uncounted} could not be counted" if month.uncounted else ""
        call.terminal.say(
            f"{month.month:%Y-%m}  held {_hours(month.held):>6}  creditable {_hours(month.credited):>6}"
            f"  lost {_hours(month.lost):>6}{uncounted}"
        )
    call.terminal.tell(f"Counted by: {arithmetic.expectation or 'no body chosen; all time counts whole'}.")


def expect(call: Call) -> None:
    """Chooses expectations, or lists them; prints the figures of those chosen."""
    args = call.args
    with call.journal() as journal:
        practice = journal.practice
        every = {row.id: row for row in practice.expectations()}
        arrangement = practice.arrangement()
        if args.id:
            for name in args.id:
                if name not in every:
                    raise NotFound(what="expectation")
            arrangement = replace(arrangement, expectations=tuple(dict.fromkeys(args.id)))
        if args.gap_days is not None:
            arrangement = replace(arrangement, gap_days=args.gap_days)
        if args.month_target is not None:
            arrangement = replace(arrangement, month_target=args.month_target or None)
        practice.set_arrangement(arrangement)
        standings = practice.standings(today())
    chosen = arrangement.expectations
    if args.json:
        call.terminal.say_json(
            {
                "chosen": list(chosen),
                "gap_days": arrangement.gap_days,
                "month_target": arrangement.month_target,
                "expectations": [_expectation_values(row) for row in every.values()],
                "standings": [standing_values(standing) for standing in standings],
            }
        )
        return
    shown = [every[name] for name in chosen if name in every] if args.id else list(every.values())
    for row in shown:
        mark = "*" if row.id in chosen else " "
        checked = f"checked {row.checked_on}" if row.checked else "not checked"
        call.terminal.say(f"{mark} {row.id:<18}  {one_line(row.body)}: {one_line(row.text)} ({checked})")
    call.terminal.say(*(_standing_line(standing) for standing in standings))
    call.terminal.tell("Dated and yours to edit; none of them is a ruling.")


def clients(call: Call) -> None:
    """Notes a month's time with clients."""
    with call.journal() as journal:
        journal.practice.set_client_hours(call.args.month, call.args.minutes)


def noticed(call: Call) -> None:
    """Prints what the notices have to say today."""
    with call.journal() as journal:
        found = journal.practice.noticed(today())
        principle = journal.practice.data.principle["alerts_nobody"]
    if call.args.json:
        call.terminal.say_json([{"id": row.id, "name": row.name, "message": row.message} for row in found])
        return
    call.terminal.say(*(f"{row.name}: {row.message}" for row in found))
    call.terminal.tell(principle)


def fields(call: Call) -> None:
    """Prints the fields of a meeting and their choices; needs no journal."""
    data = load_supervision()
    if call.args.json:
        call.terminal.say_json(
            [
                {"id": row.id, "label": row.label, "type": row.type, "choices": [option.id for option in row.options]}
                for row in data.fields
            ]
        )
        return
    for row in data.fields:
        call.terminal.say(f"{row.id:<20}  {row.label} ({row.type})")
        call.terminal.say(*(f"    {option.id}" for option in row.options))


def summary(call: Call) -> None:
    """Prints a summary as CSV or writes it as a PDF, people by code alone."""
    args = call.args
    must_be_free(call)
    last = args.until or today()
    first = args.since or last.replace(month=1, day=1)
    with call.journal() as journal:
        made = journal.practice.summary(args.form, first, last)
    if args.pdf is not None:
        write_page(call, made)
        return
    if args.json:
        call.terminal.say_json(
            {
                "title": made.title,
                "first": first.isoformat(),
                "last": last.isoformat(),
                "columns": list(made.columns),
                "rows": [list(row) for row in made.rows],
                "months": [month_values(month) for month in made.hours],
                "gaps": [{"first": f"{gap.first}", "last": f"{gap.last}", "days": gap.days} for gap in made.gaps],
            }
        )
        return
    text = hours_to_csv(made.hours) if args.months else to_csv(made)
    call.terminal.say(*text.splitlines())
    call.terminal.tell(f"{made.title}, {first} to {last}. People stand there by code alone.")


def session_values(session: Session) -> dict[str, Any]:
    """A meeting as JSON."""
    return {field: _plain(getattr(session, field)) for field in Session.__dataclass_fields__}


def month_values(month: MonthHours) -> dict[str, Any]:
    """A month as JSON; minutes, those credited to two places."""
    return {
        "month": f"{month.month:%Y-%m}",
        "held": month.held,
        "credited": round(float(month.credited), 2),
        "lost": month.lost,
        "lost_credit": round(float(month.lost_credit), 2),
        "given": month.given,
        "sessions": month.sessions,
        "moved": month.moved,
        "in_group": month.in_group,
        "uncounted": month.uncounted,
    }


def standing_values(standing: Standing) -> dict[str, Any]:
    """A figure beside what the journal holds, as JSON."""
    return {
        "expectation": standing.expectation,
        "figure": standing.figure,
        "unit": standing.unit,
        "wanted": float(standing.wanted),
        "have": None if standing.have is None else round(float(standing.have), 4),
        "first": standing.first.isoformat(),
        "last": standing.last.isoformat(),
    }


def _plain(value: object) -> object:
    match value:
        case Action():
            return {"what": value.what, "by": value.by, "due": _plain(value.due), "done_on": _plain(value.done_on)}
        case dt.date():
            return value.isoformat()
        case tuple():
            return [_plain(item) for item in value]
        case None | int() | str():
            return value
        case _:
            return str(value)


def _expectation_values(row: Expectation) -> dict[str, Any]:
    return {
        "id": row.id,
        "body": row.body,
        "applies_to": row.applies_to,
        "text": row.text,
        "figures": dict(row.figures),
        "checked": row.checked,
        "checked_on": row.checked_on,
        "source": row.source,
        "edited": row.edited,
    }


def _session_line(session: Session, data: SupervisionData) -> str:
    status = data.field("status").name_of(session.status) if session.status else "planned"
    size = f" of {session.group_size}" if session.group_size else ""
    planned = f" of {session.minutes_planned}" if session.minutes_planned not in {None, session.minutes} else ""
    minutes = f"{session.minutes or 0}{planned} min"
    why = "; ".join(
        data.field(name).name_of(getattr(session, name)) for name in ("reason", "cover") if getattr(session, name)
    )
    return f"{session.id}  {session.day}  {status:<17}  {session.format}{size}  {minutes}  {why}".rstrip()


def _standing_line(standing: Standing) -> str:
    have = "not known here" if standing.have is None else f"{float(standing.have):g}"
    return (
        f"  {standing.expectation}: {standing.figure.replace('_', ' ')}"
        f" {float(standing.wanted):g} {standing.unit}; here {have} ({standing.first} to {standing.last})"
    )


def _hours(minutes: int | Fraction) -> str:
    return f"{float(minutes) / 60:.2f} h"
