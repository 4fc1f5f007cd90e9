"""Chooses a folder without leaving a history: Qt's own dialog writes one, and so do the systems' dialogs."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from ui.theme import Look
from ui.widgets.fit import room_for
from ui.widgets.parts import LINK_EDGE, button, column, icon_button, label, pair, row

#: More subfolders than this are not listed; the path can still be typed.
_MOST = 2_000


class FolderDialog(QDialog):
    """A path to type and a list to walk through; ``chosen`` carries the folder. Show it with ``open()``.

    ``wanted`` tells the folders that may be chosen: one of them that is marked in the list is taken as it stands, and
    one that is entered is chosen. ``aside`` stands at the foot, for another way than a folder.
    """

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        title: str,
        start: Path,
        parent: QWidget | None = None,
        *,
        new_allowed: bool = True,
        wanted: Callable[[Path], bool] | None = None,
        aside: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._new_allowed = new_allowed
        self._wanted = wanted
        self._there = False
        self._path = QLineEdit()
        self._list = QListWidget()
        self._list.setProperty("look", "plain")
        self._list.setAccessibleName(self.tr("Folders inside"))
        self._hint = label("", "hint", wrap=True)
        self._use = button(self.tr("Use this folder"), "primary")
        cancel = button(self.tr("Cancel"))
        up = icon_button(look, "arrow-left", self.tr("One folder up"))
        box = column(self, margins=(22, 20, 22, 18), spacing=12)
        box.addLayout(pair(label(self.tr("&Folder"), "section", buddy=self._path), row(up, self._path)))
        box.addWidget(self._list, 1)
        box.addWidget(self._hint)
        box.addLayout(row(*((-LINK_EDGE, aside) if aside is not None else ()), None, cancel, self._use))
        self._path.textChanged.connect(self._typed)
        self._path.returnPressed.connect(self._use.click)
        self._list.itemActivated.connect(self._entered)
        self._list.currentItemChanged.connect(self._refresh)
        self._use.clicked.connect(self._accept)
        cancel.clicked.connect(self.reject)
        up.clicked.connect(self._up)
        room_for(self, look, 560, 460)
        self._go(_nearest(start))
        self._list.setFocus()

    def folder(self) -> Path:
        """The folder in the field."""
        return Path(self._path.text()).expanduser()

    def _go(self, folder: Path) -> None:
        self._path.setText(str(folder))

    def _up(self) -> None:
        self._go(self.folder().parent)

    def _entered(self, item: QListWidgetItem) -> None:
        self._go(self.folder() / item.text())
        if self._wanted is not None and self._wanted(self.folder()):
            self._accept()

    def _typed(self) -> None:
        folder = self.folder()
        self._list.clear()
        self._there = False
        with contextlib.suppress(OSError, ValueError):
            self._there = folder.is_dir()
            if self._there:
                self._list.addItems(_subfolders(folder))
        self._refresh()

    def _meant(self) -> Path:
        """The folder that would be taken."""
        folder, item = self.folder(), self._list.currentItem()
        if item is not None and self._wanted is not None and self._wanted(folder / item.text()):
            return folder / item.text()
        return folder

    def _refresh(self) -> None:
        usable = self.folder().is_absolute() and (self._there or self._new_allowed)
        if usable and self._wanted is not None:
            usable = self._wanted(self._meant())
        self._use.setEnabled(usable)
        if not self._there:
            said = self.tr("This folder will be made.") if usable else self.tr("There is no such folder.")
        elif not self._list.count():
            said = self.tr("There is no folder inside this one.")
        else:
            said = ""
        self._hint.setText(said)
        self._hint.setVisible(bool(said))

    def _accept(self) -> None:
        self.chosen.emit(self._meant())
        self.accept()


def _subfolders(folder: Path) -> list[str]:
    with os.scandir(folder) as found:
        names = [entry.name for entry in found if not entry.name.startswith(".") and entry.is_dir()]
    return sorted(names, key=str.casefold)[:_MOST]


def _nearest(start: Path) -> Path:
    """``start`` itself, or the nearest folder above it that is there."""
    for folder in (start, *start.parents):
        with contextlib.suppress(OSError):
            if folder.is_dir():
                return folder
    return Path.home()
