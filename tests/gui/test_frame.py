"""The frame: menus, the help pages, the fading notice, text size, the page of prompts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

import ui
from journal.practice.prompts import load_library
from journal.settings import Settings
from ui.actions import TABLE
from ui.help import PAGES, HelpDialog, shortcuts, show_help
from ui.main_window import MainWindow
from ui.menus import MENUS
from ui.prompts.prompts_page import PromptsPage
from ui.rail import Place, Rail, standard_places
from ui.theme import Look
from ui.widgets.fade import Fade
from ui.window_actions import WindowActions
from ui.window_state import first_size

PLACES = [Place("journal", "Journal", "book-open"), Place("lock", "Lock", "lock", below=True, page=False)]


def framed(qtbot: QtBot, look: Look) -> MainWindow:
    window = MainWindow(look, lambda: PLACES)
    qtbot.addWidget(window)
    window.show()
    return window


def test_no_two_lines_of_a_menu_share_a_letter() -> None:
    for menu in MENUS:
        letters = [str(row.words).split("&")[1][0].lower() for row in TABLE if row.id and row.menu == menu]
        assert len(letters) == len(set(letters)), menu


def test_every_key_of_the_table_is_on_the_page_of_shortcuts(qtbot: QtBot) -> None:
    listed = {keys.keys for _, rows in shortcuts() for keys in rows}
    assert len(listed) > 30
    assert {"Ctrl+N", "Ctrl+K", "Ctrl+L", "Ctrl+,", "F1", "F11", "Ctrl+/", "Ctrl+F"} <= {
        key for keys in listed for key in keys.split(",  ")
    }
    rows = [row for row in TABLE if row.keys]
    in_menus = [keys for head, group in shortcuts()[: len(MENUS)] for keys in group]
    assert len(in_menus) == len(rows)
    dialog = HelpDialog("shortcuts")
    qtbot.addWidget(dialog)
    for keys in in_menus:
        assert keys.words in dialog.words
        assert keys.keys in dialog.words


def test_help_pages_scroll_with_the_keys_at_double_size(qtbot: QtBot, look: Look) -> None:
    look.apply(look.settings._replace(text_px=36))
    window = framed(qtbot, look)
    window.resize(1024, 700)
    dialog = show_help("about", window)
    dialog.activateWindow()
    text = dialog.findChild(QTextEdit)
    assert isinstance(text, QTextEdit)
    for page in PAGES:
        assert show_help(page, window) is dialog, "one dialog, however often it is asked for"
        assert text.horizontalScrollBar().maximum() == 0, "nothing is cut off"
        assert len(dialog.words) > 100
        if text.verticalScrollBar().maximum():
            for _ in range(12):
                QTest.keyClick(text, Qt.Key.Key_PageDown)
            assert text.verticalScrollBar().value() > text.verticalScrollBar().maximum() - 24, "but for the margin"
        assert dialog.width() <= window.width()
        assert dialog.height() <= window.height()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not text or not dialog.isActiveWindow()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_notice_fades_the_window_and_lets_everything_through(qtbot: QtBot, look: Look) -> None:
    window = framed(qtbot, look)
    field = QLineEdit()
    window.stack.addWidget(field)
    before = window.grab().toImage()
    fade = window.fade
    fade.say(30)
    assert fade.words == "Locking in 30 seconds. Any key keeps it open."
    first = window.grab().toImage()
    fade.say(1)
    assert fade.words.startswith("Locking in one second.")
    last = window.grab().toImage()
    assert before != first != last
    field.setFocus()
    QTest.keyClicks(field, "still here")
    assert field.text() == "still here"
    window.resize(900, 600)
    assert fade.size() == window.size()
    fade.say(0)
    assert fade.words == ""
    fade.say(10)
    window.show_cover()
    assert fade.words == "", "the cover comes alone"


def test_cut_copy_and_paste_work_where_the_keyboard_is(qtbot: QtBot, look: Look) -> None:
    window = framed(qtbot, look)
    field = QLineEdit("some words")
    window.stack.addWidget(field)
    kept = Settings()
    changes: list[Settings] = []
    WindowActions(window, window.actions_by_id, lambda: changes[-1] if changes else kept, changes.append)
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    for id in ("select_all", "cut"):
        window.action(id).trigger()
    assert field.text() == ""
    window.action("paste").trigger()
    assert field.text() == "some words"
    for id, px in (("larger", 20), ("larger", 22), ("smaller", 20), ("standard", 18)):
        window.action(id).trigger()
        assert changes[-1].text_px == px
    for _ in range(20):
        window.action("smaller").trigger()
    assert changes[-1].text_px == 12
    window.action("full").trigger()
    assert window.isFullScreen()
    window.action("full").trigger()
    assert not window.isFullScreen()
    window.action("shortcuts").trigger()
    assert window.findChild(HelpDialog) is not None


def test_prompts_are_looked_through_by_kind_and_condition_and_written_from(qtbot: QtBot, look: Look) -> None:
    library = load_library()
    page = PromptsPage(look, library)
    qtbot.addWidget(page)
    page.show()
    assert len(page.shown()) == sum(not prompt.retired for prompt in library.prompts)
    page._kind.setCurrentIndex(page._kind.findData("dilemma"))
    page._condition.setCurrentIndex(page._condition.findData("empathy"))
    shown = page.shown()
    assert shown
    assert all(prompt.kind == "dilemma" and "empathy" in prompt.conditions for prompt in shown)
    listed = page.findChild(QListWidget)
    assert isinstance(listed, QListWidget)
    assert [listed.item(at).text() for at in range(listed.count())] == [prompt.text for prompt in shown]
    asked: list[tuple[str, str, str]] = []
    page.write_asked.connect(lambda *values: asked.append(values))
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_End)
    assert page._text.text() == shown[-1].text
    next(b for b in page.findChildren(QPushButton) if b.text() == "Write from this").click()
    assert asked == [("dilemma", shown[-1].id, f"> {shown[-1].text}\n\n")]


def test_fade_takes_no_focus(qtbot: QtBot, look: Look) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    fade = Fade(look, parent, 30)
    assert fade.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert fade.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_a_first_window_leaves_room_for_its_title_bar(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    size = first_size(window)
    assert size.height() < room.height()
    assert (size.width() <= 1440, size.height() <= 900) == (True, True)


@pytest.mark.parametrize("text_px", [12, 18, 24, 36, 40])
def test_all_places_have_room_in_a_low_window(qtbot: QtBot, look: Look, text_px: int) -> None:
    look.apply(Settings(text_px=text_px))
    rail = Rail(look, standard_places())
    qtbot.addWidget(rail)
    rail.ensurePolished()
    # a window of 700 px less its menu bar, 40 to 50 px at the largest text, and what the system draws around it
    assert rail.minimumSizeHint().height() <= 620


def test_no_field_of_a_page_takes_the_letter_of_a_menu() -> None:
    """Alt and that letter would go to the field, and the menu could not be opened."""
    taken = {str(words).split("&")[1][0].lower() for words in MENUS.values()}
    folder = Path(ui.__file__).parent
    # dialogs and context menus are windows of their own
    elsewhere = ("actions.py", "menus.py", "use_code.py")
    for path in folder.rglob("*.py"):
        if "dialog" in path.name or path.name in elsewhere:
            continue
        for words in re.findall(r'tr\(\s*"([^"]*&[^"]*)"', path.read_text(encoding="utf-8")):
            letter = words.replace("&&", "").partition("&")[2][:1].lower()
            assert letter not in taken, (path.name, words)
