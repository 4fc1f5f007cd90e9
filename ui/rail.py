"""The places to go to, at the window's left edge."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from ui.theme import Look
from ui.widgets.parts import ToolButton, column, ground, tint

#: The words of the rail stop growing at 16 px (``ui/theme.py``). Icons that went on would leave eight of both no room
#: in a window 700 px high: the words would be cut from below.
_ICON_MOST_PX = 24


class Place(NamedTuple):
    """One place of the rail: id, words, icon; ``below``: at the foot; ``page`` false where it only does something."""

    id: str
    words: str
    icon: str
    below: bool = False
    page: bool = True


def standard_places() -> list[Place]:
    """The places of the program."""

    def words(text: str) -> str:
        return QCoreApplication.translate("Rail", text)

    return [
        Place("today", words("Today"), "sun"),
        Place("journal", words("Journal"), "book-open"),
        Place("supervision", words("Supervision"), "users"),
        Place("wellbeing", words("Wellbeing"), "activity"),
        Place("drafts", words("Drafts"), "feather"),
        Place("prompts", words("Prompts"), "message-circle", below=True),
        Place("settings", words("Settings"), "settings", below=True),
        Place("lock", words("Lock"), "lock", below=True, page=False),
    ]


class Rail(QWidget):
    """A button a place; ``asked`` carries its id."""

    asked = Signal(str)

    def __init__(self, look: Look, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._buttons = QButtonGroup(self)
        self.by_id: dict[str, QToolButton] = {}
        ground(self, "rail")
        box = column(self, margins=(7, 14, 7, 14), spacing=6)
        for place in places:
            if not place.below:
                box.addWidget(self._button(place))
        box.addStretch(1)
        for place in places:
            if place.below:
                box.addWidget(self._button(place))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_place(self, place: str) -> None:
        """Mark a place as the present one."""
        button = self.by_id.get(place)
        if button is not None:
            button.setChecked(True)

    def _button(self, place: Place) -> QToolButton:
        button = ToolButton()
        button.setProperty("look", "rail")
        button.setText(place.words)
        button.setAccessibleName(place.words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(60)
        tint(button, self._look, place.icon, size=20, most=_ICON_MOST_PX)
        if place.page:
            button.setCheckable(True)
            self._buttons.addButton(button)
            self.by_id[place.id] = button
        button.clicked.connect(lambda: self.asked.emit(place.id))
        return button
