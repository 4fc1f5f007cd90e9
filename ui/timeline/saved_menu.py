"""Filters saved by name: a menu to take one up again, to keep the present one, or to drop one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidget

from journal.practice_model import SavedFilter
from ui.theme import Look
from ui.widgets.form_dialog import FormDialog
from ui.widgets.parts import ToolButton

_WIDTH_PX = 420


class SavedMenu(ToolButton):
    """``chosen`` carries a ``SavedFilter``, ``removed`` one to drop; ``keep_asked`` wants the present one kept.

    ``filled`` when there are others to offer than before.
    """

    chosen = Signal(object)
    removed = Signal(object)
    keep_asked = Signal()
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "link")
        self.setText(self.tr("My filters"))
        self.setAccessibleName(self.tr("My filters, kept under a name"))
        self.setToolTip(self.tr("Filters and searches kept under a name"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._narrowed = False
        #: Whether one was kept.
        self.any = False
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.show_saved(())

    def show_saved(self, saved: Sequence[SavedFilter]) -> None:
        """Offer these."""
        self.any = bool(saved)
        # the menu inside has the names, too, and outlives its place
        for inside in self._menu.findChildren(QMenu):
            inside.clear()
            inside.deleteLater()
        self._menu.clear()
        for one in saved:
            self._menu.addAction(one.name.replace("&", "&&")).triggered.connect(
                lambda _=False, one=one: self.chosen.emit(one)
            )
        if saved:
            self._menu.addSeparator()
        self._keep = self._menu.addAction(self.tr("Keep this filter…"), self.keep_asked.emit)
        self._keep.setEnabled(self._narrowed)
        if saved:
            drop = self._menu.addMenu(self.tr("Forget one"))
            for one in saved:
                drop.addAction(one.name.replace("&", "&&")).triggered.connect(
                    lambda _=False, one=one: self.removed.emit(one)
                )
        self.filled.emit()

    def allow_keeping(self, narrowed: bool) -> None:
        """Whether the list shows anything but the whole journal, so that there is something to keep."""
        self._narrowed = narrowed
        self._keep.setEnabled(narrowed)

    def empty(self) -> None:
        """Drop the names, which may name somebody; part of locking."""
        self.show_saved(())


class KeepDialog(FormDialog):
    """Asks for a name."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        about = self.tr("The filter and the words searched for, under a name of yours. It lies in the journal.")
        super().__init__(look, self.tr("Keep this filter"), about, parent=parent)
        self._name = QLineEdit()
        self.add(self.tr("Name"), self._name)
        self.fit(_WIDTH_PX)

    @property
    def name(self) -> str:
        """What it is to be called."""
        return self._name.text().strip()
