"""The rows of the list of findings: one for each person or thing, and one for each mention where a group is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from journal.anonymise.review import Review
from ui.review.groups import Group, Standing, groups_of, standing
from ui.review.kind_words import label_words, risk_words
from ui.text import counted

ROW = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
#: Characters of the sentence shown on each side of a mention.
_AROUND = 24


@dataclass(frozen=True, slots=True)
class Row:
    """A group, or with ``mention`` (an index of the review) one of its places; ``opened``: its mentions are shown."""

    group: Group
    mention: int | None = None
    opened: bool = False

    @property
    def indexes(self) -> tuple[int, ...]:
        """The findings that a decision on this row is about."""
        return self.group.indexes if self.mention is None else (self.mention,)


class Rows(QAbstractListModel):
    """Groups are gathered once for each set of findings; how one stands is asked only of rows that are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review: Review | None = None
        self._rows: list[Row] = []
        self._groups: list[Group] = []
        self._seen: tuple[object, object] = (None, None)
        self._standing: dict[tuple[int, ...], Standing] = {}
        self._at: dict[int, int] = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Qt: how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: a row, and what is said of it."""
        if not index.isValid() or self._review is None:
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.spoken(row)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.why(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{self.words(row)}\n{self.becomes(row)}\n{self.why(row)}"
        return None

    def show_review(self, review: Review | None) -> None:
        """Show another review, or none."""
        self.beginResetModel()
        self._review, self._seen = review, (None, None)
        self._rows, self._groups = [], []
        self._standing.clear()
        self.endResetModel()
        self.refresh()

    def refresh(self) -> None:
        """Show the review as it stands now; rows are made anew only where there are other findings."""
        review = self._review
        if review is None:
            return
        self._standing.clear()
        if self._seen[0] is not review.findings or self._seen[1] != review.typed:
            self._seen = (review.findings, review.typed)
            opened = {row.group.key for row in self._rows if row.opened}
            groups = groups_of(review)
            same = [(group.key, group.indexes) for group in groups] == [
                (group.key, group.indexes) for group in self._groups
            ]
            self._groups = groups
            if same and self._rows:
                # the proposals changed alone
                by_key = {group.key: group for group in groups}
                self._rows = [Row(by_key[row.group.key], row.mention, row.opened) for row in self._rows]
            else:
                self.beginResetModel()
                self._rows = [row for group in groups for row in _rows_of(group, group.key in opened)]
                self._place()
                self.endResetModel()
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def standing(self, row: Row) -> Standing:
        """How a row stands now."""
        assert self._review is not None
        found = self._standing.get(row.indexes)
        if found is None:
            found = self._standing[row.indexes] = standing(self._review, row.indexes)
        return found

    def words(self, row: Row) -> str:
        """What the text says; of a mention, with what stands around it."""
        if row.mention is None or self._review is None:
            return ", ".join(self.standing(row).words)
        now = self._review.now
        if now.typed_at(row.mention) is not None:
            return now.surface(row.mention)
        finding = now.finding(row.mention)
        before = now.base[max(0, finding.start - _AROUND) : finding.start].rpartition("\n")[2]
        after = now.base[finding.end : finding.end + _AROUND].partition("\n")[0]
        return f"…{before}{now.surface(row.mention)}{after}…"

    def becomes(self, row: Row) -> str:
        """What stands there instead, or that it stays."""
        stands = self.standing(row)
        if stands.state == "kept":
            return self.tr("stays as it is")
        if stands.state == "source":
            return self.tr("kept")
        return " / ".join(words or self.tr("(left out)") for words in stands.becomes)

    def why(self, row: Row) -> str:
        """What kind of detail it is, what it does, in how many places, and what state the decision is in."""
        group = row.group
        parts = [label_words(group.label)]
        if group.risk != "keep":
            parts.append(risk_words(group.risk))
        if row.mention is None and len(group.indexes) > 1:
            parts.append(counted(len(group.indexes), self.tr("1 place"), self.tr("%n places")))
        if group.known:
            parts.append(self.tr("in your register"))
        if group.doubtful:
            parts.append(self.tr("perhaps nothing"))
        return " · ".join(parts)

    def spoken(self, row: Row) -> str:
        """A row as it is read aloud: the words, where the decision is, and what stands there instead."""
        said = {
            "open": self.tr("%1: to decide. Proposed: %2"),
            "asked": self.tr("%1: waits for your own words"),
            "changed": self.tr("%1: changed to %2"),
            "kept": self.tr("%1: stays as it is"),
            "source": self.tr("%1: kept as a source"),
        }[self.standing(row).state]
        return said.replace("%1", self.words(row)).replace("%2", self.becomes(row))

    def state_words(self, row: Row) -> str:
        """One word for where the decision is."""
        return {
            "open": self.tr("Decide"),
            "asked": self.tr("Write"),
            "changed": self.tr("Changed"),
            "kept": self.tr("Kept"),
            "source": "",
        }[self.standing(row).state]

    def row(self, number: int) -> Row | None:
        """The row of a number."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def of_finding(self, index: int) -> int:
        """The number of the row that shows a finding, -1 where there is none."""
        return self._at.get(index, -1)

    def next_open(self, number: int, step: int) -> int:
        """The next row, going round, that still holds up the export; ``number`` itself where there is no other."""
        count = len(self._rows)
        if self._review is None or not count:
            return number
        waiting = set(self._review.undecided)
        start = number if number >= 0 else (-1 if step > 0 else 0)
        for further in range(1, count + 1):
            at = (start + step * further) % count
            row = self._rows[at]
            if (row.mention is not None or not row.opened) and not waiting.isdisjoint(row.indexes):
                return at
        return number

    def set_opened(self, number: int, opened: bool) -> None:
        """Show the mentions of a group as rows of their own, or put them away."""
        row = self.row(number)
        if row is None or row.mention is not None or row.opened == opened or len(row.group.indexes) < 2:
            return
        made = _rows_of(row.group, opened)
        count = len(row.group.indexes)
        if opened:
            self.beginInsertRows(QModelIndex(), number + 1, number + count)
            self._rows[number : number + 1] = made
            self._place()
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), number + 1, number + count)
            self._rows[number : number + 1 + count] = made
            self._place()
            self.endRemoveRows()
        self.dataChanged.emit(self.index(number), self.index(number))

    def group_row(self, number: int) -> int:
        """The row of the group that a mention belongs to."""
        while number > 0 and self._rows[number].mention is not None:
            number -= 1
        return number

    def _place(self) -> None:
        self._at = {}
        for number, row in enumerate(self._rows):
            for index in row.indexes:
                self._at[index] = number


def _rows_of(group: Group, opened: bool) -> Sequence[Row]:
    if not opened:
        return [Row(group)]
    return [Row(group, opened=True), *(Row(group, index) for index in group.indexes)]
