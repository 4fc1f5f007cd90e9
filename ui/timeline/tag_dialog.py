"""All tags of the journal to choose from, with a field to find one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from journal.model import Tag
from ui.widgets.parts import button, column, ground, label, row

_NAME = Qt.ItemDataRole.UserRole
#: Letters of a tag that the list has room for.
_MOST = 28


class TagDialog(QDialog):
    """``chosen`` carries the names of the tags ticked; an entry must carry all of them."""

    chosen = Signal(object)

    def __init__(self, tags: Sequence[Tag], ticked: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Tags"))
        ground(self, "page")
        self._find = QLineEdit()
        self._find.setPlaceholderText(self.tr("Find a tag"))
        self._find.setAccessibleName(self.tr("Find a tag"))
        self._list = QListWidget()
        self._list.setProperty("look", "plain")
        self._list.setAccessibleName(self.tr("Tags of this journal"))
        for tag in tags:
            short = tag.name if len(tag.name) <= _MOST else tag.name[: _MOST - 1].rstrip() + "…"
            item = QListWidgetItem(f"#{short}   {tag.entries:,}")
            item.setToolTip("" if short == tag.name else tag.name)
            item.setData(_NAME, tag.name)
            item.setCheckState(Qt.CheckState.Checked if tag.name in ticked else Qt.CheckState.Unchecked)
            self._list.addItem(item)
        show = button(self.tr("Show"), "primary", name=self.tr("Show the entries with these tags"))
        show.setDefault(True)
        away = button(self.tr("Cancel"))
        box = column(self, margins=(24, 20, 24, 18), spacing=10)
        box.addWidget(label(self.tr("Entries that carry all of these"), "section", wrap=True))
        box.addWidget(self._find)
        box.addWidget(self._list, 1)
        box.addLayout(row(None, away, show))
        self.resize(380, 460)
        self._find.textChanged.connect(self._narrow)
        # before the default button, which the same key presses
        self._find.returnPressed.connect(self._tick_first)
        show.clicked.connect(self._shown)
        away.clicked.connect(self.reject)
        self._find.setFocus()

    def _items(self) -> list[QListWidgetItem]:
        return [self._list.item(at) for at in range(self._list.count())]

    def _narrow(self, typed: str) -> None:
        wanted = typed.strip().lstrip("#").casefold()
        for item in self._items():
            item.setHidden(wanted not in str(item.data(_NAME)).casefold())

    def _tick_first(self) -> None:
        """Who types a tag and presses Return means it."""
        there = [item for item in self._items() if not item.isHidden()]
        if self._find.text().strip() and not any(item.checkState() is Qt.CheckState.Checked for item in there):
            for item in there[:1]:
                item.setCheckState(Qt.CheckState.Checked)

    def _shown(self) -> None:
        if all(item.isHidden() for item in self._items()):
            # nothing fits what was typed: it can be typed again
            self._find.selectAll()
            return
        names = tuple(str(item.data(_NAME)) for item in self._items() if item.checkState() is Qt.CheckState.Checked)
        self.accept()
        self.chosen.emit(names)
