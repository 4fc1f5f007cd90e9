"""How the values of the practice side lie in columns: each field of a value beside the column it is kept in."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from journal.errors import VaultDamaged
from journal.store.rows import from_day, storable, to_day, to_id


@dataclass(frozen=True, slots=True)
class Column:
    """One column: how a field's value is put into it and taken out again. ``words``: what a person writes.

    ``field`` is the value's field where it has another name than the column.
    """

    name: str
    put: Callable[[Any], object]
    take: Callable[[Any], Any]
    words: bool = False
    field: str = ""

    @property
    def of(self) -> str:
        """The value's field."""
        return self.field or self.name


def code(name: str) -> Column:
    """An id of the data files, or another word that nobody typed."""
    return Column(name, storable, str)


def text(name: str) -> Column:
    """What a person wrote."""
    return Column(name, storable, str, words=True)


def number(name: str) -> Column:
    """A whole number, or none."""
    return Column(name, _itself, _itself)


def flag(name: str) -> Column:
    """Yes or no."""
    return Column(name, int, bool)


def day(name: str) -> Column:
    """A local day, or none."""
    return Column(name, from_day, to_day)


def link(name: str, field: str = "") -> Column:
    """The id of another row, or none."""
    return Column(name, _from_id, _to_maybe_id, field=field)


def texts(name: str, *, words: bool = True) -> Column:
    """Short texts in their order, as a JSON array."""
    return Column(name, _dump_texts, lambda packed: tuple(map(str, _load(packed))), words=words)


def objects(name: str, put: Callable[[Any], Any], take: Callable[[Any], Any], *, words: bool = True) -> Column:
    """Values in their order, as a JSON array of what ``put`` makes of each."""
    return Column(
        name,
        lambda values: _dump([put(value) for value in values]),
        lambda packed: tuple(_taken(take, item) for item in _load(packed)),
        words=words,
    )


def mapping(name: str) -> Column:
    """Pairs of a name and a number, as a JSON object."""
    return Column(name, lambda pairs: _dump(dict(pairs)), lambda packed: tuple(_load(packed, dict).items()))


def day_text(value: object) -> dt.date | None:
    """The day that a JSON value names, or none."""
    return to_day(str(value)) if value else None


def _itself(value: Any) -> Any:
    return value


def _from_id(value: UUID | None) -> bytes | None:
    return value.bytes if value else None


def _to_maybe_id(value: bytes | None) -> UUID | None:
    return to_id(value) if value else None


def _dump_texts(values: Iterable[str]) -> str:
    return _dump([storable(value) for value in values])


def _dump(value: list[Any] | Mapping[str, Any]) -> str:
    return storable(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _load(packed: str, kind: type[list[Any]] | type[dict[str, Any]] = list) -> Any:
    try:
        value = json.loads(packed)
    except ValueError:
        raise VaultDamaged() from None
    if not isinstance(value, kind):
        raise VaultDamaged()
    return value


def _taken(take: Callable[[Any], Any], item: Any) -> Any:
    try:
        return take(item)
    except (KeyError, TypeError, ValueError):
        raise VaultDamaged() from None
