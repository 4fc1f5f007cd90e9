"""How a detail can be treated in a blog draft, as values (``resources/anonymise/treatments.toml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from journal.resources import read_toml


@dataclass(frozen=True, slots=True)
class Treatment:
    """One way to treat a detail: an id and the words shown for it; ``when`` it fits, and an ``example``."""

    id: str
    name: str
    when: str
    example: str


@dataclass(frozen=True, slots=True)
class Treatments:
    """All treatments in order of preference, and which of them are offered for each kind of finding."""

    all: tuple[Treatment, ...]
    kinds: Mapping[str, tuple[str, ...]] = field(repr=False)

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> Treatments:
        """The treatments in a parsed ``treatments.toml``; a ``KeyError`` means that the file itself is at fault."""
        return cls(
            tuple(Treatment(row["id"], row["name"], row["when"], row["example"]) for row in data["treatment"]),
            {row["id"]: (row["default"], *row["also"]) for row in data["kind"]},
        )

    def offered(self, kind: str) -> tuple[Treatment, ...]:
        """The treatments for a kind of finding, its default first; leaving out is always one of them."""
        ids = dict.fromkeys((*self.kinds.get(kind, ()), "drop"))
        known = {treatment.id: treatment for treatment in self.all}
        return tuple(known[id] for id in ids if id in known)


def load_treatments() -> Treatments:
    """The treatments that ship with the program."""
    return Treatments.from_toml(read_toml("anonymise/treatments.toml"))
