"""What the person agreed and switched on, as two preferences of the journal."""

from __future__ import annotations

import json
from dataclasses import asdict, fields, replace
from typing import Any, TypeVar

from journal.errors import VaultDamaged
from journal.practice_model import Arrangement, PracticeChoices
from journal.store.practice import Practice

_ARRANGEMENT, _CHOICES = "practice.arrangement", "practice.choices"
Chosen = TypeVar("Chosen", Arrangement, PracticeChoices)


class Choices:
    """Both of them, in the preferences of one open journal."""

    def __init__(self, rows: Practice) -> None:
        self._rows = rows

    def arrangement(self) -> Arrangement:
        """The person's agreement about supervision."""
        return _from_json(Arrangement(), self._rows.value(_ARRANGEMENT))

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Replace it."""
        self._rows.set_value(_ARRANGEMENT, json.dumps(asdict(arrangement), ensure_ascii=False))

    def choices(self) -> PracticeChoices:
        """What the person switched on."""
        return _from_json(PracticeChoices(), self._rows.value(_CHOICES))

    def set_choices(self, choices: PracticeChoices) -> None:
        """Replace it."""
        self._rows.set_value(_CHOICES, json.dumps(asdict(choices), ensure_ascii=False))


def _from_json(default: Chosen, packed: str | None) -> Chosen:
    """``default`` with what was stored; a field that this version does not know is passed over.

    Raises:
        VaultDamaged: what was stored is no such value.
    """
    try:
        stored: dict[str, Any] = json.loads(packed) if packed else {}
        known = {field.name for field in fields(default)}
        changed: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in stored.items() if name in known
        }
        return replace(default, **changed)
    except (AttributeError, TypeError, ValueError):
        raise VaultDamaged() from None
