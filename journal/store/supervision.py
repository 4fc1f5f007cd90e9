"""Supervision meetings, what bodies expect as the person edited it, and time with clients."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

from journal.practice_model import Action, ClientHours, Expectation, Session
from journal.store import columns
from journal.store.connection import Connection
from journal.store.keeper import Keeper
from journal.store.kept import Noun
from journal.store.rows import from_day, storable, to_ms


def _put_action(action: Action) -> dict[str, str | None]:
    return {"what": action.what, "by": action.by, "due": from_day(action.due), "done_on": from_day(action.done_on)}


def _take_action(packed: Any) -> Action:
    due, done_on = columns.day_text(packed["due"]), columns.day_text(packed["done_on"])
    return Action(str(packed["what"]), str(packed["by"]), due, done_on)


SESSION = Noun(
    "supervision",
    Session,
    (
        columns.day("date_planned"),
        columns.day("date_held"),
        *map(columns.code, ("status", "reason", "changed_by", "cover")),
        columns.number("minutes"),
        columns.number("minutes_planned"),
        *map(columns.code, ("role_here", "kind", "format", "medium")),
        columns.number("group_size"),
        columns.text("with_role"),
        *map(columns.code, ("line_manages_me", "contract", "voluntary")),
        columns.texts("cases"),
        columns.text("not_reached"),
        *map(columns.code, ("caseload_review", "risk_raised", "risk_raised_by")),
        columns.text("alarm"),
        columns.code("recorded_elsewhere"),
        columns.objects("actions", _put_action, _take_action),
        *map(columns.number, ("normative", "formative", "restorative")),
        columns.texts("client_themes"),
        columns.texts("conditions"),
        columns.text("impact"),
        columns.day("next"),
    ),
)

EXPECTATION = Noun(
    "expectation",
    Expectation,
    (
        columns.text("body"),
        columns.text("country"),
        columns.text("applies_to"),
        columns.text("text"),
        columns.mapping("figures"),
        columns.flag("checked"),
        columns.code("checked_on"),
        columns.text("source"),
        columns.text("note"),
    ),
    id_of=str,
)

_DAY = "coalesce(date_held, date_planned)"


class Supervision:
    """All of it in one open journal."""

    def __init__(self, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._connection = connection
        self._device = device
        self._clock = clock
        self._sessions: Keeper[Session] = Keeper(SESSION, connection, device, clock)
        self._expectations: Keeper[Expectation] = Keeper(EXPECTATION, connection, device, clock)

    def sessions(self, first: dt.date | None, last: dt.date | None) -> tuple[Session, ...]:
        """Meetings by the day they are listed under, the newest first; days inclusive."""
        return self._sessions.all(
            f"WHERE {_DAY} BETWEEN ? AND ? ORDER BY {_DAY} DESC, seq DESC",
            from_day(first or dt.date.min),
            from_day(last or dt.date.max),
        )

    def planned_or_held(self, first: dt.date, last: dt.date) -> tuple[Session, ...]:
        """Meetings that were held or planned in between: what was lost belongs to the day it was planned for."""
        return self._sessions.all(
            f"WHERE date_held BETWEEN ? AND ? OR date_planned BETWEEN ? AND ? ORDER BY {_DAY}, seq",
            *(from_day(first), from_day(last)) * 2,
        )

    def session(self, session_id: UUID) -> Session:
        """One meeting. Raises ``NotFound``."""
        return self._sessions.get(session_id)

    def save_session(self, session: Session) -> Session:
        """Store a meeting."""
        return self.session(self._sessions.save(session, session.id))

    def remove_session(self, session_id: UUID) -> None:
        """Delete a meeting; what it heard stays on the agenda (``ON DELETE SET NULL``). Raises ``NotFound``."""
        self._sessions.remove(session_id)

    def expectations(self) -> tuple[tuple[str, Expectation], ...]:
        """The person's edits and their own, the first made first, each with the id of ours that it edits or ``""``."""
        with self._connection.read() as sql:
            bases = [row[0] for row in sql.all("SELECT base FROM expectation ORDER BY seq")]
        return tuple(zip(bases, self._expectations.all("ORDER BY seq"), strict=True))

    def save_expectation(self, expectation: Expectation, base: str, row_id: UUID | None) -> UUID:
        """Store an edit of ours (``base`` is its id) or one of the person's own."""
        if base:
            row_id = self._edit_of(base)
        return self._expectations.save(expectation, row_id, {"base": base})

    def remove_expectation(self, base: str, row_id: UUID | None) -> None:
        """Forget an edit, or remove one of the person's own. Raises ``NotFound`` for the latter."""
        key = self._edit_of(base) if base else row_id
        if key is not None:
            self._expectations.remove(key)

    def client_hours(self) -> tuple[ClientHours, ...]:
        """Months with client time, the earliest first."""
        with self._connection.read() as sql:
            rows = sql.all("SELECT month, minutes FROM client_hours ORDER BY month")
        return tuple(ClientHours(dt.date.fromisoformat(row[0]), row[1]) for row in rows)

    def set_client_hours(self, month: dt.date, minutes: int | None) -> None:
        """Set a month's client time; ``None`` removes it."""
        first = month.replace(day=1).isoformat()
        with self._connection.write() as sql:
            if minutes is None:
                sql.run("DELETE FROM client_hours WHERE month = ?", first)
                return
            sql.run(
                "INSERT INTO client_hours (month, minutes, changed_at, device) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (month) DO UPDATE"
                " SET minutes = excluded.minutes, changed_at = excluded.changed_at, device = excluded.device",
                first,
                minutes,
                to_ms(self._clock()),
                self._device.bytes,
            )

    def _edit_of(self, base: str) -> UUID | None:
        with self._connection.read() as sql:
            row = sql.one("SELECT id FROM expectation WHERE base = ?", storable(base))
        return UUID(bytes=row[0]) if row else None
