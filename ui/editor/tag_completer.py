"""Suggests tags while they are typed: for the one after the last comma, whatever stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

#: No tag begins with it, so that nothing is suggested where nothing was typed yet.
_NOTHING = "\n"


class TagCompleter(QCompleter):
    """Completes the last tag of ``field``; what is chosen leaves the others alone."""

    def __init__(self, field: QLineEdit) -> None:
        self._known = QStringListModel()
        super().__init__(self._known, field)
        self._known.setParent(self)
        self._field = field
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        field.setCompleter(self)

    def offer(self, tags: Sequence[str]) -> None:
        """Suggest these."""
        self._known.setStringList(list(tags))

    def splitPath(self, path: str) -> list[str]:
        """Qt: what is to be completed."""
        return [path.rpartition(",")[2].strip().lstrip("#") or _NOTHING]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Qt: what the field says once a tag is chosen."""
        before = self._field.text().rpartition(",")[0].strip()
        return f"{before}, #{index.data()}" if before else f"#{index.data()}"
