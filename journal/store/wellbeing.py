"""Check-ins, own events, the early-signs plan, the end of a day, and where to find help as the person edited it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

from journal.practice_model import CheckIn, DayClose, EarlySigns, OwnEvent, SignCondition, Signpost
from journal.store import columns
from journal.store.connection import Connection
from journal.store.keeper import Keeper
from journal.store.kept import Noun
from journal.store.rows import storable, to_id
from journal.store.sql import Sql


def _put_condition(condition: SignCondition) -> dict[str, str | int]:
    return {
        "item": condition.item,
        "beyond": condition.beyond,
        "value": condition.value,
        "weeks": condition.weeks,
    }


def _take_condition(packed: Any) -> SignCondition:
    return SignCondition(str(packed["item"]), str(packed["beyond"]), int(packed["value"]), int(packed["weeks"]))


CHECK_IN = Noun(
    "check_in",
    CheckIn,
    (columns.code("measure"), columns.day("day"), columns.code("client_word"), columns.text("note")),
)
EVENT = Noun("own_event", OwnEvent, (columns.day("day"), columns.text("words")))
PLAN = Noun(
    "early_signs",
    EarlySigns,
    (
        columns.text("signs"),
        columns.text("steps"),
        columns.text("people"),
        columns.objects("conditions", _put_condition, _take_condition),
    ),
    has_id=False,
)
CLOSE = Noun("day_close", DayClose, (columns.day("day"), columns.text("put_down"), columns.text("tomorrow")))
SIGNPOST = Noun(
    "signpost",
    Signpost,
    (
        *map(columns.text, ("region", "name", "how", "for_whom")),
        columns.flag("checked"),
        columns.code("checked_on"),
        columns.text("note"),
        columns.flag("hidden"),
    ),
    id_of=str,
)


class WellbeingRows:
    """All of it in one open journal."""

    def __init__(self, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._connection = connection
        self._check_ins: Keeper[CheckIn] = Keeper(CHECK_IN, connection, device, clock)
        self._events: Keeper[OwnEvent] = Keeper(EVENT, connection, device, clock)
        self._plan: Keeper[EarlySigns] = Keeper(PLAN, connection, device, clock)
        self._closes: Keeper[DayClose] = Keeper(CLOSE, connection, device, clock)
        self._signposts: Keeper[Signpost] = Keeper(SIGNPOST, connection, device, clock)

    def check_ins(self, measure: str, limit: int | None) -> tuple[CheckIn, ...]:
        """Fillings-in of a measure, the newest first."""
        with self._connection.read() as sql:
            rows = sql.all(
                "SELECT id, day, client_word, note, seq FROM check_in WHERE measure = ?"
                " ORDER BY day DESC, seq DESC LIMIT ?",
                storable(measure),
                -1 if limit is None else limit,
            )
            answers = _answers(sql, measure, rows[-1][1] if rows else None)
        return tuple(
            CheckIn(to_id(key), measure, dt.date.fromisoformat(day), tuple(answers.get(seq, ())), client_word, note)
            for key, day, client_word, note, seq in rows
        )

    def check_in(self, check_in_id: UUID) -> CheckIn:
        """One. Raises ``NotFound``."""
        found = self._check_ins.get(check_in_id)
        return next(row for row in self.check_ins(found.measure, None) if row.id == check_in_id)

    def save_check_in(self, check_in: CheckIn) -> CheckIn:
        """Store one with its answers."""

        def set_answers(sql: Sql, key: UUID, _now_ms: int) -> None:
            (seq,) = sql.all("SELECT seq FROM check_in WHERE id = ?", key.bytes)[0]
            sql.run("DELETE FROM check_in_answer WHERE check_in = ?", seq)
            sql.many(
                "INSERT INTO check_in_answer (check_in, item, value) VALUES (?, ?, ?)",
                [(seq, item, value) for item, value in check_in.answers],
            )

        return self.check_in(self._check_ins.save_with(check_in, check_in.id, set_answers))

    def remove_check_in(self, check_in_id: UUID) -> None:
        """Delete one. Raises ``NotFound``."""
        self._check_ins.remove(check_in_id)

    def events(self) -> tuple[OwnEvent, ...]:
        """The person's own events, the earliest first."""
        return self._events.all("ORDER BY day, seq")

    def save_event(self, event: OwnEvent) -> OwnEvent:
        """Store one."""
        return self._events.get(self._events.save(event, event.id))

    def remove_event(self, event_id: UUID) -> None:
        """Delete one. Raises ``NotFound``."""
        self._events.remove(event_id)

    def plan(self) -> EarlySigns:
        """The person's plan; empty before it is written. Of two that were joined the first holds."""
        found = self._plan.all("ORDER BY seq LIMIT 1")
        return found[0] if found else EarlySigns()

    def plan_id(self) -> UUID | None:
        """The plan's row, for its earlier words."""
        with self._connection.read() as sql:
            row = sql.one("SELECT id FROM early_signs ORDER BY seq")
        return to_id(row[0]) if row else None

    def save_plan(self, plan: EarlySigns) -> EarlySigns:
        """Replace it."""
        self._plan.save(plan, self.plan_id())
        return self.plan()

    def close_day(self, close: DayClose) -> DayClose:
        """Store the end of a day; a second one of the same day takes its place."""
        with self._connection.read() as sql:
            row = sql.one("SELECT id FROM day_close WHERE day = ?", close.day.isoformat())
        return self._closes.get(self._closes.save(close, to_id(row[0]) if row else close.id))

    def last_close(self, before: dt.date) -> DayClose | None:
        """The latest end of a day before ``before``."""
        found = self._closes.all("WHERE day < ? ORDER BY day DESC LIMIT 1", before.isoformat())
        return found[0] if found else None

    def signposts(self) -> tuple[tuple[str, Signpost], ...]:
        """The person's edits and their own, each with the id of ours that it edits or ``""``."""
        with self._connection.read() as sql:
            bases = [row[0] for row in sql.all("SELECT base FROM signpost ORDER BY seq")]
        return tuple(zip(bases, self._signposts.all("ORDER BY seq"), strict=True))

    def save_signpost(self, signpost: Signpost, base: str, row_id: UUID | None) -> UUID:
        """Store an edit of ours (``base`` is its id) or one of the person's own."""
        return self._signposts.save(signpost, self._edit_of(base) if base else row_id, {"base": base})

    def remove_signpost(self, base: str, row_id: UUID | None) -> None:
        """Forget an edit, or remove one of the person's own. Raises ``NotFound`` for the latter."""
        key = self._edit_of(base) if base else row_id
        if key is not None:
            self._signposts.remove(key)

    def _edit_of(self, base: str) -> UUID | None:
        with self._connection.read() as sql:
            row = sql.one("SELECT id FROM signpost WHERE base = ?", storable(base))
        return to_id(row[0]) if row else None


def _answers(sql: Sql, measure: str, first: str | None) -> dict[int, list[tuple[str, int]]]:
    """The answers of all check-ins of a measure from a day on, by the check-in's number."""
    found: dict[int, list[tuple[str, int]]] = {}
    if first is not None:
        for seq, item, value in sql.all(
            "SELECT check_in, item, value FROM check_in JOIN check_in_answer ON check_in = seq"
            " WHERE measure = ? AND day >= ?",
            storable(measure),
            first,
        ):
            found.setdefault(seq, []).append((item, value))
    return found
