"""Small parts that every page is made of, with their look and their accessible name set in one place."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import Look
from ui.widgets.named import put
from ui.widgets.prose import OneLine, Prose

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

#: Pixels of border and padding before the words of a link, and before the box of a check box (``window.qss``).
LINK_EDGE, BOX_EDGE = 6, 5


def label(text: str = "", look: str = "", *, wrap: bool = False, buddy: QWidget | None = None) -> QLabel:
    """A label; with ``buddy`` it names that control for screen readers and takes its mnemonic."""
    made = Prose(text) if wrap else QLabel(text)
    # plain text only: nothing that somebody typed is read as markup
    put(made, textFormat="PlainText")
    if look:
        made.setProperty("look", look)
    if buddy is not None:
        made.setBuddy(buddy)
        buddy.setAccessibleName(text.replace("&", ""))
    return made


def centre(*labels: QLabel) -> None:
    """Set the words of ``labels``, or the drawing, in the middle."""
    for one in labels:
        if isinstance(one, Prose):
            one.centre()
        else:
            put(one, alignment="AlignCenter")


def one_line(text: str = "", look: str = "") -> QLabel:
    """A label that gives way where there is little room, ending in an ellipsis."""
    made = OneLine(text)
    if look:
        made.setProperty("look", look)
    return made


class PushButton(QPushButton):
    """A push button that Return presses too: outside dialogs Qt answers the space bar alone."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Enter click; all else as ever."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class ToolButton(QToolButton):
    """A small button that Return presses, or whose menu it opens, as it does with every other button here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Enter click; all else as ever."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, look: str = "", *, name: str = "") -> QPushButton:
    """A push button that never wraps; ``name`` where its words alone do not say enough."""
    made = PushButton(text)
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
    made.setAccessibleName(name or text.replace("&", ""))
    if look:
        made.setProperty("look", look)
    return made


def icon_button(look: Look, icon: str, name: str, *, checkable: bool = False) -> QToolButton:
    """A button that shows an icon alone: its name is its tool tip and what a screen reader says."""
    made = ToolButton()
    made.setProperty("look", "icon")
    made.setCheckable(checkable)
    made.setAccessibleName(name)
    made.setToolTip(name)
    put(made, focusPolicy="TabFocus")
    tint(made, look, icon)
    return made


class _Tint(QObject):
    """Paints a button's icon anew whenever the look changes; ends with the button."""

    def __init__(
        self, made: QAbstractButton, look: Look, icon: str, roles: tuple[str, str], size: tuple[int, int]
    ) -> None:
        super().__init__(made)
        self._made, self._look, self._icon, (self._role, self._checked) = made, look, icon, roles
        self._size, self._most = size
        look.changed.connect(self.paint)
        self.paint()

    def paint(self) -> None:
        self._made.setIcon(self._look.icon(self._icon, self._role, self._checked))
        size = min(self._look.px(self._size), self._most)
        self._made.setIconSize(QSize(size, size))


def tint(
    made: QAbstractButton,
    look: Look,
    icon: str,
    role: str = "ink-2",
    checked: str = "accent",
    *,
    size: int = 18,
    most: int = 100_000,
) -> None:
    """Give a button an icon that follows theme and text size; ``most`` bounds it, in pixels."""
    _Tint(made, look, icon, (role, checked), (size, most))


def fit_chip(chip: QAbstractButton) -> None:
    """Keep a chip as wide as its words are while it is on: they are bolder then, and Qt measures the others."""
    chip.ensurePolished()
    font = chip.font()
    font.setWeight(QFont.Weight.DemiBold)
    words = QFontMetrics(font).horizontalAdvance(chip.text().replace("&&", "&"))
    wide = (words or chip.iconSize().width()) + 20
    chip.setMinimumWidth(wide)
    if isinstance(chip, QToolButton) or not words:
        # Qt adds two spaces to the one, and more than that to an icon alone
        chip.setMaximumWidth(wide)


def as_tab(chip: QPushButton) -> None:
    """Make a chip one of several of which one is on: screen readers say so, and not that it could be ticked."""
    chip.setCheckable(True)
    chip.setAutoExclusive(True)
    chip.setAutoDefault(False)
    chip.setProperty("look", "chip")


def set_look(widget: QWidget, look: str) -> None:
    """Change a widget's look; the style sheet is asked again."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def card(*, look: str = "card", spacing: int = 8) -> tuple[QFrame, QVBoxLayout]:
    """A card and the column inside it."""
    frame = QFrame()
    frame.setProperty("look", look)
    return frame, column(frame, margins=(18, 16, 18, 16), spacing=spacing)


def step_card() -> tuple[QFrame, QVBoxLayout]:
    """A roomy card for one step of a few."""
    frame, inside = card(spacing=12)
    inside.setContentsMargins(30, 26, 30, 22)
    return frame, inside


def hairline() -> QFrame:
    """A thin line across."""
    made = QFrame()
    made.setProperty("look", "hairline")
    return made


def column(
    parent: QWidget | None = None, *, margins: tuple[int, int, int, int] = (0, 0, 0, 0), spacing: int = 0
) -> QVBoxLayout:
    """A vertical layout."""
    made = QVBoxLayout() if parent is None else QVBoxLayout(parent)
    made.setContentsMargins(*margins)
    made.setSpacing(spacing)
    return made


def row(*items: QWidget | QLayout | int | None, spacing: int = 8) -> QHBoxLayout:
    """A horizontal layout of ``items``: a number is a gap in pixels, ``None`` takes what is left."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    for item in items:
        if item is None:
            made.addStretch(1)
        elif isinstance(item, int):
            made.addSpacing(item)
        elif isinstance(item, QLayout):
            made.addLayout(item)
        else:
            made.addWidget(item)
    return made


def pair(words: QWidget, *controls: QWidget | QLayout, spacing: int = 6) -> QVBoxLayout:
    """A name close above what it names, so that a form reads as pairs."""
    made = column(spacing=spacing)
    made.addWidget(words)
    for control in controls:
        if isinstance(control, QLayout):
            made.addLayout(control)
        else:
            made.addWidget(control)
    return made


def flush(widget: QWidget, edge: int = LINK_EDGE) -> QHBoxLayout:
    """``widget`` with its words, not its border, in line with what stands above: the focus ring hangs out."""
    return row(-edge, widget, None)


def bleed(inside: QWidget) -> QHBoxLayout:
    """``inside`` with room at both sides for what hangs out of it (``flush``); its words stay where they were."""
    layout = inside.layout()
    if layout is not None:
        margins = layout.contentsMargins()
        layout.setContentsMargins(
            margins.left() + LINK_EDGE, margins.top(), margins.right() + LINK_EDGE, margins.bottom()
        )
    return hung(inside)


def hung(inside: QWidget) -> QHBoxLayout:
    """``inside``, which has that room already, with its words in line with what stands above it."""
    made = row(-LINK_EDGE, inside, -LINK_EDGE)
    made.setStretch(1, 1)
    return made


def page(look: str) -> QWidget:
    """A widget with a ground of its own."""
    made = QWidget()
    ground(made, look)
    return made


def ground(widget: QWidget, look: str) -> None:
    """Give ``widget`` the ground of ``look``."""
    widget.setProperty("look", look)
    # a plain QWidget has its ground drawn by the style sheet of its own accord (QStyleSheetStyle::polish)
    if type(widget) is not QWidget:
        widget.setAttribute(QtCore.Qt.WidgetAttribute.WA_StyledBackground, True)


def scrolled(inside: QWidget, parent: QWidget | None = None, made_as: type[QScrollArea] = QScrollArea) -> QScrollArea:
    """``inside`` in a frame that scrolls up and down only, so that nothing is cut off in a small window.

    ``parent`` is where it will stand: to be moved there later would mean that all of it is styled once more.
    """
    area = made_as(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    put(area, horizontalScrollBarPolicy="ScrollBarAlwaysOff", focusPolicy="NoFocus")
    if not inside.property("look"):
        ground(inside, "clear")
    area.setWidget(inside)
    return area


@contextlib.contextmanager
def laid_out_once(page: QWidget) -> Iterator[None]:
    """Let nothing inside ``page`` be laid out until all of it is filled in; Qt does it then, in the same turn.

    Where something is shown or hidden on a page that is seen, Qt lays out all that it stands in, at once and each time.
    """
    held = [layout for layout in page.findChildren(QLayout) if layout.isEnabled()]
    for layout in held:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in held:
            layout.setEnabled(True)


def scrolling(host: QWidget) -> tuple[QScrollArea, QWidget]:
    """A frame that fills ``host`` and scrolls, and the page in it, still empty.

    What is filled where it stands is styled and measured once. To fill it first would mean that Qt does both when it is
    put into its frame, when the frame is put into ``host``, and when that is put into the window (docs/performance.md).
    """
    within = QWidget(host)
    area = scrolled(within, host)
    column(host).addWidget(area)
    return area, within


class _Width(QObject):
    """Keeps a widget's width in proportion to the text; ends with the widget."""

    def __init__(self, kept: QWidget, look: Look, most: int, least: int, bound: int) -> None:
        super().__init__(kept)
        self._kept, self._look, self._most, self._least, self._bound = kept, look, most, least, bound
        look.changed.connect(self.set)
        self.set()

    def set(self) -> None:
        if self._most:
            self._kept.setMaximumWidth(self._look.px(self._most))
        if self._least:
            self._kept.setMinimumWidth(min(self._look.px(self._least), self._bound))


def keep_width(widget: QWidget, look: Look, *, most: int = 0, least: int = 0, bound: int = 100_000) -> None:
    """Bound a widget's width, given for the standard text size; ``bound`` is the least's own limit in pixels."""
    _Width(widget, look, most, least, bound)


def centred(inside: QWidget, look: Look, width: int, parent: QWidget | None = None) -> QWidget:
    """``inside``, at most ``width`` wide at the standard text size, in the middle of a page that scrolls if it must."""
    keep_width(inside, look, most=width)
    # not Maximum: its height would be bound to that of lines wider than they are at large text
    inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    outside = QWidget(parent)
    ground(outside, "panel")
    box = QHBoxLayout(outside)
    box.setContentsMargins(24, 24, 24, 24)
    box.addStretch(1)
    middle = column()
    middle.addStretch(1)
    middle.addWidget(inside)
    middle.addStretch(1)
    box.addLayout(middle, 100)
    box.addStretch(1)
    return scrolled(outside, parent)
