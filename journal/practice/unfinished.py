"""Forms that were open when the journal locked, as a row: what was typed is kept as it stands, valid or not.

JSON, because it lies in the vault as one preference and is read by the version that wrote it or a later one: what a
later one does not know any more is left out, and what cannot be read at all is no form.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
import types
import typing
from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from journal.practice_model import (
    AgendaItem,
    Arrangement,
    CheckIn,
    CpdActivity,
    DayClose,
    Expectation,
    OwnEvent,
    Session,
    Signpost,
    Template,
    Thread,
)

#: Where they lie among the preferences.
KEY = "unfinished_forms"
#: Hours with clients as they were typed: month, minutes or ``None`` where a month was emptied.
Hours = tuple[tuple[dt.date, int | None], ...]


@dataclasses.dataclass(frozen=True, slots=True)
class TypedExpectation:
    """What a body expects as it stood in its form: ``typed`` has the figures by name, numbers or not yet."""

    expectation: Expectation = dataclasses.field(repr=False)
    typed: tuple[tuple[str, str], ...] = dataclasses.field(default=(), repr=False)


#: What each kind of form asks for.
KINDS: dict[str, Any] = {
    "session": Session,
    "matter": AgendaItem,
    "heard": AgendaItem,
    "check_in": CheckIn,
    "activity": CpdActivity,
    "arrangement": Arrangement,
    "expectation": TypedExpectation,
    "client_hours": Hours,
    "signpost": Signpost,
    "event": OwnEvent,
    "closing": DayClose,
    "thread": Thread,
    "template": Template,
}
#: More than were ever open at once; a row that grows without end would be a fault.
_MOST = 20
_READ: dict[Any, Callable[[str], Any]] = {UUID: UUID, dt.date: dt.date.fromisoformat}


@dataclasses.dataclass(frozen=True, slots=True)
class Unfinished:
    """One form: its kind, one of ``KINDS`` where it is to lie in a row, and what its fields said."""

    kind: str
    value: Any = dataclasses.field(repr=False)


def packed(forms: Sequence[Unfinished]) -> str:
    """As a row, the latest ones if there are too many."""
    return json.dumps([[form.kind, _plain(form.value)] for form in forms[-_MOST:]], ensure_ascii=False)


def unpacked(row: str | None) -> tuple[Unfinished, ...]:
    """From a row; those that cannot be read are left out."""
    try:
        listed = json.loads(row or "[]")
    except ValueError:
        return ()
    found = []
    for one in listed if isinstance(listed, list) else ():
        try:
            kind, value = one
            found.append(Unfinished(kind, _made(KINDS[kind], value)))
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
    return tuple(found)


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, UUID):
        return str(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def _made(wanted: Any, value: Any) -> Any:
    """``value`` of JSON as a value of the type ``wanted``."""
    kind = typing.get_origin(wanted)
    if kind is types.UnionType:
        return None if value is None else _made(typing.get_args(wanted)[0], value)
    if kind is tuple:
        first, *rest = typing.get_args(wanted)
        each = [first] * len(value) if rest == [Ellipsis] else [first, *rest]
        return tuple(_made(of, one) for of, one in zip(each, value, strict=True))
    if dataclasses.is_dataclass(wanted):
        types_of = typing.get_type_hints(wanted)
        return wanted(**{name: _made(types_of[name], one) for name, one in value.items() if name in types_of})  # type: ignore[operator]
    if wanted in _READ:
        return _READ[wanted](value)
    if wanted is float and type(value) is int:
        # a figure of the file may be a whole number
        return float(value)
    if not isinstance(value, wanted):
        raise TypeError(type(value).__name__)
    return value
