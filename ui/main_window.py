"""The frame: rail, page stack, menus, status line. It knows no page and nothing of journals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QMainWindow, QSizePolicy, QStackedWidget, QToolButton, QWidget

from ui.actions import MENUS, TABLE, make_actions, menu_words
from ui.idle import NOTICE_S
from ui.theme import Look
from ui.widgets.banner import Banner
from ui.widgets.cover import Cover
from ui.widgets.fade import Fade
from ui.widgets.parts import column, ground, label, row, tint

#: Below this width the panel beside a page folds away (design, "Habits").
NARROW_PX = 1_100
_LEAST = QSize(720, 480)
#: Menus get their icons this long after the window is made.
_MENU_ICONS_MS = 200


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the rail: id, words, icon; ``below``: at the foot; ``page`` false where it only does something."""

    id: str
    words: str
    icon: str
    below: bool = False
    page: bool = True


class MainWindow(QMainWindow):
    """Signals say what was asked: ``place_asked`` a place of the rail, ``closing`` that the window wants to close."""

    place_asked = Signal(str)
    closing = Signal()
    minimised = Signal()
    narrowed = Signal(bool)

    def __init__(self, look: Look, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._may_close: Callable[[], bool] = lambda: True
        self._narrow: bool | None = None
        self._writing = True
        # nothing of the content, ever: titles show in task lists and over shoulders
        self.setWindowTitle(self.tr("Congruence"))
        self.setMinimumSize(_LEAST)
        self.actions_by_id = make_actions(self)
        self._build_menus()
        # nobody sees a menu, and hardly anybody a title bar's icon, before the window
        QTimer.singleShot(_MENU_ICONS_MS, self, self._tint_actions)
        look.changed.connect(self._tint_actions)
        self.banner = Banner(look)
        self._buttons = QButtonGroup(self)
        self._by_id: dict[str, QToolButton] = {}
        self._rail = self._build_rail(places)
        self.stack = QStackedWidget()
        self._saved = label("", "hint")
        self._words = label("", "hint")
        self._locks = label("", "hint")
        #: for what else the status line must say, put there by who knows it
        self.marks = QWidget()
        self._foot = self._build_foot()
        whole = QWidget()
        ground(whole, "page")
        right = column(spacing=0)
        right.addWidget(self.banner)
        right.addWidget(self.stack, 1)
        right.addWidget(self._foot)
        line = row(self._rail, right, spacing=0)
        line.setStretch(1, 1)
        whole.setLayout(line)
        self.setCentralWidget(whole)
        self.fade = Fade(look, self, NOTICE_S)
        self.cover = Cover(look, self)
        #: width of the list beside the page, kept between two starts
        self.list_px = 0
        self.resize(1440, 900)

    # what app.py asks for
    def set_open(self, opened: bool) -> None:
        """Show the frame of an open journal, or nothing but the page in the middle."""
        self._rail.setVisible(opened)
        self._foot.setVisible(opened)
        for row_ in TABLE:
            if row_.id and row_.open_only:
                self.actions_by_id[row_.id].setEnabled(opened)

    def show_place(self, place: str) -> None:
        """Mark a place of the rail as the present one."""
        button = self._by_id.get(place)
        if button is not None:
            button.setChecked(True)

    def say_saved(self, words: str) -> None:
        """The state of the text."""
        self._saved.setText(words)
        self._show_saved()

    def say_words(self, words: str) -> None:
        """How many words there are."""
        self._words.setText(words)

    def show_writing_state(self, shown: bool) -> None:
        """Whether the state of the text and the number of words have a meaning here."""
        self._writing = shown
        self._show_saved()
        self._words.setVisible(shown)

    def _show_saved(self) -> None:
        # without words it leaves no gap before the number of words
        self._saved.setVisible(self._writing and bool(self._saved.text()))

    def say_lock(self, words: str) -> None:
        """When it locks."""
        self._locks.setText(words)

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
        self.cover.setGeometry(self.rect())
        self.fade.setGeometry(self.rect())
        narrow = self.width() < NARROW_PX * min(self._look.scale, 1.6)
        if narrow is not self._narrow:
            self._narrow = narrow
            self.narrowed.emit(narrow)

    @property
    def narrow(self) -> bool:
        """Whether there is no room for a side panel."""
        return bool(self._narrow)

    def _build_menus(self) -> None:
        for menu in MENUS:
            made = self.menuBar().addMenu(menu_words(menu))
            for row_ in TABLE:
                if row_.menu == menu:
                    if row_.id:
                        made.addAction(self.actions_by_id[row_.id])
                    else:
                        made.addSeparator()
        # shortcuts work where the menu bar is the system's, too
        self.addActions(list(self.actions_by_id.values()))

    def _tint_actions(self) -> None:
        QGuiApplication.setWindowIcon(self._look.window_icon())
        for row_ in TABLE:
            if row_.icon:
                self.actions_by_id[row_.id].setIcon(self._look.icon(row_.icon, "ink-2"))

    def _build_rail(self, places: Sequence[Place]) -> QWidget:
        rail = QWidget()
        ground(rail, "rail")
        box = column(rail, margins=(7, 14, 7, 14), spacing=6)
        for place in places:
            if place.below:
                continue
            box.addWidget(self._rail_button(place))
        box.addStretch(1)
        for place in places:
            if place.below:
                box.addWidget(self._rail_button(place))
        rail.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        return rail

    def _rail_button(self, place: Place) -> QToolButton:
        button = QToolButton()
        button.setProperty("look", "rail")
        button.setText(place.words)
        button.setAccessibleName(place.words)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.setMinimumWidth(60)
        tint(button, self._look, place.icon, size=20)
        if place.page:
            button.setCheckable(True)
            self._buttons.addButton(button)
            self._by_id[place.id] = button
        button.clicked.connect(lambda: self.place_asked.emit(place.id))
        return button

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        ground(foot, "foot")
        line = row(self._saved, self._words, None, self.marks, self._locks, spacing=20)
        line.setContentsMargins(18, 6, 18, 6)
        foot.setLayout(line)
        for part in (self._saved, self._words, self._locks):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        return foot

    def status(self) -> tuple[QLabel, QLabel, QLabel]:
        """The three labels of the status line."""
        return self._saved, self._words, self._locks

    def action(self, id: str) -> QAction:
        """An action of the table."""
        return self.actions_by_id[id]
