"""The table of ``make bench``: each figure, what it is set beside, their ratio, and whether the aim is met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

EMPTY, BARE = "empty window", "bare engine"
#: Aims of the project, by figure: the greatest value, or with a minus sign the least; ``x`` for the ratio's.
_AIMS = {
    "start to unlock page": "x1.4",
    "unlock to first screen": "150",
    "search as you type, slowest letter": "50",
    "search, common word, by relevance": "250",
    "save, p95": "20",
    "save, KB written": "150",
    "memory after unlock, at most": "150",
    "file over text": "2.3",
    "import, entries a second": "-2500",
}
_UNITS = {
    "save, KB written": "KB",
    "memory after unlock, at most": "MiB",
    "memory after unlock": "MiB",
    "memory at the unlock page, at most": "MiB",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One figure and what it stands beside (0: nothing)."""

    name: str
    ours: float
    beside: float = 0.0
    against: str = ""

    @property
    def ratio(self) -> float:
        return self.ours / self.beside if self.beside else 0.0

    @property
    def met(self) -> bool | None:
        """Whether the aim is met; ``None`` without one."""
        aim = _AIMS.get(self.name)
        if aim is None:
            return None
        if aim.startswith("x"):
            return self.ratio <= float(aim[1:])
        return self.ours >= -float(aim) if aim.startswith("-") else self.ours <= float(aim)

    def line(self) -> str:
        unit = _UNITS.get(self.name, "" if "second" in self.name or "over" in self.name else "ms")
        digits = 2 if abs(self.ours) < 10 else 0 if abs(self.ours) >= 1000 else 1
        beside = f"{self.beside:12,.{digits}f}" if self.beside else f"{'':12}"
        ratio = f"{self.ratio:7.2f} x" if self.beside else f"{'':9}"
        mark = {None: "", True: "met", False: "MISSED"}[self.met]
        aim = _AIMS.get(self.name, "").replace("-", ">= ").replace("x", "ratio ")
        return f"{self.name:44} {self.ours:10,.{digits}f} {unit:4}{beside} {ratio}  {self.against:13} {aim:10} {mark}"


def core_rows(core: Mapping[str, Sequence[float]]) -> list[Row]:
    return [Row(name, pair[0], pair[1], BARE) for name, pair in core.items()]


def window_rows(empty: Mapping[str, float], unlock: Mapping[str, float], opened: Mapping[str, float]) -> list[Row]:
    start = "start to window"
    typed = {name: spent for name, spent in opened.items() if name.startswith("search ")}
    return [
        Row("start to unlock page", unlock[start], empty[start], EMPTY),
        Row("memory at the unlock page, at most", unlock["memory, at most"], empty["memory, at most"], EMPTY),
        Row("unlock to first screen", opened["unlock to first screen"]),
        Row("memory after unlock", opened["memory after unlock"], empty["memory, at most"], EMPTY),
        Row("memory after unlock, at most", opened["memory, at most"], empty["memory, at most"], EMPTY),
        *(Row(name.replace("search ", "search as you type: "), spent) for name, spent in typed.items()),
        Row("search as you type, slowest letter", max(typed.values())),
    ]


def noise(starts: Sequence[float]) -> str:
    return f"the empty window took {min(starts):.0f} to {max(starts):.0f} ms in {len(starts)} starts of this run"


def print_table(tables: Mapping[int, Sequence[Row]]) -> None:
    for count, rows in tables.items():
        print(f"\n{count:,} entries" + f"{'ours':>43}{'beside':>17}{'ratio':>10}{'':18}aim")
        for row in rows:
            print(row.line())
