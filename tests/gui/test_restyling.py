"""Another theme: every widget is styled once, what can be seen at once and the rest before anybody sees it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.theme import Look
from ui.widgets.parts import button, card, fit_chip, icon_button, label, scrolled


class _Window(QStackedWidget):
    """Two pages of nested parts; one of them is hidden."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        for number in range(2):
            within, page = QWidget(), QWidget()
            column = QVBoxLayout(within)
            frame, box = card()
            inner, deep = card(look="notice")
            for words in (label(f"Page {number}", "title"), label("Words that wrap.", wrap=True), QLineEdit("words")):
                deep.addWidget(words)
            chip = button("A chip", "chip")
            for part in (inner, chip, button("Go on", "primary"), icon_button(look, "star", "Star"), QSpinBox()):
                box.addWidget(part)
            choice = QComboBox()
            choice.addItems(["one", "two"])
            box.addWidget(choice)
            column.addWidget(frame)
            QVBoxLayout(page).addWidget(scrolled(within))
            self.addWidget(page)
            chip.setObjectName(f"chip {number}")
        look.changed.connect(self._fit)
        self.resize(500, 500)

    def _fit(self) -> None:
        for number in range(2):
            if isinstance(chip := self.findChild(QPushButton, f"chip {number}"), QPushButton):
                fit_chip(chip)


class _Counted(QObject):
    """How often each widget heard that its style changed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.times: Counter[QWidget] = Counter()
        self.all = [window, *window.findChildren(QWidget)]
        for widget in self.all:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.StyleChange and isinstance(watched, QWidget):
            self.times[watched] += 1
        return False


def _shown(qtbot: QtBot, look: Look) -> _Window:
    """Both pages were seen; the first is shown again, and nothing waits for its style."""
    window = _Window(look)
    qtbot.addWidget(window)
    window.show()
    for number in (1, 0):
        window.setCurrentIndex(number)
        qtbot.wait(10)
    return window


def _waiting(look: Look) -> int:
    assert look._restyling is not None
    return look._restyling.waiting


def _picture(window: _Window, page: int) -> QImage:
    window.setCurrentIndex(page)
    QApplication.processEvents()
    return window.grab().toImage()


def test_each_widget_is_styled_once_and_what_is_hidden_later(qtbot: QtBot, look: Look) -> None:
    window = _shown(qtbot, look)
    counted = _Counted(window)
    look.apply(look.settings._replace(theme="dark"))
    seen = [widget for widget in counted.all if widget.isVisible()]
    assert len(seen) > 12
    assert {counted.times[widget] for widget in seen} == {1}
    assert not any(counted.times[widget] for widget in counted.all if not widget.isVisible())
    qtbot.waitUntil(lambda: _waiting(look) == 0)
    # what was never shown is styled by Qt when it is
    polished = [one for one in counted.all if one.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)]
    assert len(polished) > 2 * 12
    assert {counted.times[widget] for widget in polished} == {1}


def test_it_looks_as_qt_itself_would_have_made_it(qtbot: QtBot, look: Look, qapp: QApplication) -> None:
    window = _shown(qtbot, look)
    look.apply(look.settings._replace(theme="dark"))
    # the second page is shown before its turn
    assert _waiting(look) > 12
    pictures = [_picture(window, page) for page in (1, 0)]
    qtbot.waitUntil(lambda: _waiting(look) == 0)
    sheet = qapp.styleSheet()
    qapp.setStyleSheet("")
    qapp.setStyleSheet(sheet)
    assert [_picture(window, page) for page in (1, 0)] == pictures


def test_a_widget_that_goes_before_its_turn_is_left_alone(qtbot: QtBot, look: Look, qapp: QApplication) -> None:
    window = _shown(qtbot, look)
    look.apply(look.settings._replace(theme="dark"))
    page = window.widget(1)
    assert page is not None
    window.removeWidget(page)
    page.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: _waiting(look) == 0)


def test_hidden_words_are_measured_in_their_own_size(qtbot: QtBot, look: Look) -> None:
    window = _shown(qtbot, look)
    chips = window.findChildren(QPushButton, QRegularExpression("chip .*"))
    look.apply(look.settings._replace(text_px=30))
    qtbot.waitUntil(lambda: _waiting(look) == 0)
    assert len({chip.minimumWidth() for chip in chips}) == 1
    assert chips[0].minimumWidth() > 60


def test_another_theme_measures_nothing_anew(qtbot: QtBot, look: Look) -> None:
    _shown(qtbot, look)
    told: list[bool] = []
    look.changed.connect(lambda: told.append(True))
    look.apply(look.settings._replace(theme="dark"))
    qtbot.waitUntil(lambda: _waiting(look) == 0)
    assert told == [True]


def test_an_icon_is_drawn_once_for_a_look(look: Look) -> None:
    first = look.icon("star", "ink-2", "accent").cacheKey()
    assert look.icon("star", "ink-2", "accent").cacheKey() == first
    assert look.icon("star", "ink-2").cacheKey() != first
    look.apply(look.settings._replace(theme="dark"))
    assert look.icon("star", "ink-2", "accent").cacheKey() != first


def test_the_first_sheet_is_put_on_by_qt(qtbot: QtBot, look: Look) -> None:
    made = QLabel("words")
    qtbot.addWidget(made)
    made.show()
    look.apply(look.settings)
    assert made.palette().color(made.foregroundRole()) == look.colour("ink")
