"""The frame: rail, page stack, menus, status line. It knows no page and nothing of journals.

What the first page does not show is made when it is first wanted, or behind that page (``PARTS``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from ui.menus import MENUS, menu_words
from ui.widgets.parts import ground

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent
    from PySide6.QtWidgets import QLabel

    from ui.rail import Place, Rail
    from ui.status_line import StatusLine
    from ui.theme import Look
    from ui.widgets.banner import Banner
    from ui.widgets.cover import Cover
    from ui.widgets.fade import Fade

# each part imports what it is made of
# ruff: noqa: PLC0415

#: Below this width the panel beside a page folds away (design, "Habits").
NARROW_PX = 1_100
_LEAST = QSize(720, 480)
#: The parts made after the first page was painted, each in well under 20 ms.
PARTS = ("actions_by_id", "tinted", "rail", "foot", "banner", "cover", "fade")


class MainWindow(QMainWindow):
    """Signals say what was asked: ``place_asked`` a place of the rail, ``closing`` that the window wants to close."""

    place_asked = Signal(str)
    closing = Signal()
    minimised = Signal()
    narrowed = Signal(bool)

    def __init__(self, look: Look, places: Callable[[], Sequence[Place]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._places = look, places
        self._may_close: Callable[[], bool] = lambda: True
        self._narrow: bool | None = None
        self._opened = True
        self._writing = True
        # nothing of the content, ever: titles show in task lists and over shoulders
        self.setWindowTitle(self.tr("Congruence"))
        self.setMinimumSize(_LEAST)
        # the titles at once: a menu bar that came later would push the page down
        self._menus = {menu: self._menu(menu_words(menu)) for menu in MENUS}
        self.stack = QStackedWidget()
        whole = QWidget()
        ground(whole, "page")
        self._line = QHBoxLayout(whole)
        self._right = QVBoxLayout()
        for box in (self._line, self._right):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        self._right.addWidget(self.stack, 1)
        self._line.addLayout(self._right, 1)
        self.setCentralWidget(whole)
        #: width of the list beside the page, kept between two starts
        self.list_px = 0
        self.resize(1440, 900)

    # what the first page does without
    @cached_property
    def actions_by_id(self) -> dict[str, QAction]:
        """Every action of the menus."""
        from ui.actions import TABLE, make_actions

        made = make_actions(self)
        for row in TABLE:
            if row.id:
                self._menus[row.menu].addAction(made[row.id])
            else:
                self._menus[row.menu].addSeparator()
        # shortcuts work where the menu bar is the system's, too
        self.addActions(list(made.values()))
        for row in TABLE:
            if row.id and row.open_only:
                made[row.id].setEnabled(self._opened)
        return made

    @cached_property
    def tinted(self) -> bool:
        """The menus' icons, which follow the look from now on."""
        self._look.changed.connect(self._tint_actions)
        self._tint_actions()
        return True

    @cached_property
    def rail(self) -> Rail:
        """The places to go to."""
        from ui.rail import Rail

        made = Rail(self._look, self._places())
        made.asked.connect(self.place_asked)
        made.setVisible(self._opened)
        self._line.insertWidget(0, made)
        return made

    @cached_property
    def foot(self) -> StatusLine:
        """The status line."""
        from ui.status_line import StatusLine

        made = StatusLine()
        made.setVisible(self._opened)
        self._right.addWidget(made)
        return made

    @cached_property
    def banner(self) -> Banner:
        """What is said at the top for a while."""
        from ui.widgets.banner import Banner

        made = Banner(self._look)
        self._right.insertWidget(0, made)
        return made

    @cached_property
    def fade(self) -> Fade:
        """The notice before locking."""
        from ui.idle import NOTICE_S
        from ui.widgets.fade import Fade

        return Fade(self._look, self, NOTICE_S)

    @cached_property
    def cover(self) -> Cover:
        """What lies over everything while it locks."""
        from ui.widgets.cover import Cover

        return Cover(self._look, self)

    def complete(self) -> None:
        """Make what is still missing."""
        for part in PARTS:
            getattr(self, part)

    # what app.py asks for
    def set_open(self, opened: bool) -> None:
        """Show the frame of an open journal, or nothing but the page in the middle."""
        self._opened = opened
        for part in ("rail", "foot"):
            if opened or part in self.__dict__:
                getattr(self, part).setVisible(opened)
        if opened or "actions_by_id" in self.__dict__:
            from ui.actions import TABLE

            for row in TABLE:
                if row.id and row.open_only:
                    self.actions_by_id[row.id].setEnabled(opened)

    def show_place(self, place: str) -> None:
        """Mark a place of the rail as the present one."""
        self.rail.show_place(place)

    def say_saved(self, words: str) -> None:
        """The state of the text."""
        self.foot.saved.setText(words)
        self._show_saved()

    def say_words(self, words: str) -> None:
        """How many words there are."""
        self.foot.words.setText(words)

    def say_names(self, words: str, spoken: str = "") -> None:
        """How many likely names there are, as a link to them; ``spoken`` is what a screen reader says of it."""
        self.foot.names.setText(words)
        if words:
            self.foot.names.setAccessibleName(spoken or words)
        self._show_names()

    def show_writing_state(self, shown: bool) -> None:
        """Whether the state of the text and the number of words have a meaning here."""
        self._writing = shown
        self._show_saved()
        self.foot.words.setVisible(shown)
        self._show_names()

    def _show_names(self) -> None:
        self.foot.names.setVisible(self._writing and bool(self.foot.names.text()))

    def _show_saved(self) -> None:
        # without words it leaves no gap before the number of words
        self.foot.saved.setVisible(self._writing and bool(self.foot.saved.text()))

    def say_lock(self, words: str) -> None:
        """When it locks."""
        self.foot.locks.setText(words)

    def set_may_close(self, may_close: Callable[[], bool]) -> None:
        """Asked when the window is to close; where it says no, ``closing`` is emitted."""
        self._may_close = may_close

    def show_cover(self) -> None:
        """Cover everything, menus too."""
        self.menuBar().setEnabled(False)
        for action in self.actions_by_id.values():
            action.setEnabled(False)
        self.fade.say(0)
        self.cover.show_locking()
        # at once, not at the next turn of the loop: the screen may be about to be seen by others
        self.cover.repaint()

    def hide_cover(self) -> None:
        """Take the cover away."""
        self.cover.hide()
        self.menuBar().setEnabled(True)
        for action in self.actions_by_id.values():
            action.setEnabled(True)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: closing waits for the journal to be locked."""
        if self._may_close():
            event.accept()
        else:
            event.ignore()
            self.closing.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Qt: say when the window is minimised."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange and self.isMinimized():
            self.minimised.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the cover covers; a narrow window folds its side panel."""
        super().resizeEvent(event)
        for part in ("cover", "fade"):
            if part in self.__dict__:
                getattr(self, part).setGeometry(self.rect())
        narrow = self.width() < NARROW_PX * min(self._look.scale, 1.6)
        if narrow is not self._narrow:
            self._narrow = narrow
            self.narrowed.emit(narrow)

    @property
    def narrow(self) -> bool:
        """Whether there is no room for a side panel."""
        return bool(self._narrow)

    @property
    def marks(self) -> QWidget:
        """For what else the status line must say, put there by who knows it."""
        return self.foot.marks

    def status(self) -> tuple[QLabel, QLabel, QLabel]:
        """The three labels of the status line."""
        return self.foot.saved, self.foot.words, self.foot.locks

    def action(self, id: str) -> QAction:
        """An action of the table."""
        return self.actions_by_id[id]

    def _menu(self, words: str) -> QMenu:
        return self.menuBar().addMenu(words)

    def _tint_actions(self) -> None:
        from PySide6.QtGui import QGuiApplication

        from ui.actions import TABLE

        QGuiApplication.setWindowIcon(self._look.window_icon())
        for row in TABLE:
            if row.icon:
                self.actions_by_id[row.id].setIcon(self._look.icon(row.icon, "ink-2"))
