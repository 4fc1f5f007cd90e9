"""The first steps, the words on paper, the sample journal, and a journal that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal.errors import VaultDamaged, WrongSecret
from journal.paths import DATABASE
from journal.settings import load_settings
from tests.gui.sessions import Window, field, made_journal, press
from tests.journals import PASSPHRASE, places, unlocked
from ui import ways_in
from ui.errors import words
from ui.theme import Look
from ui.unlock.first_run import FirstRun
from ui.unlock.restore_page import RestorePage
from ui.unlock.sample_card import SampleCard
from ui.unlock.unlock_page import UnlockPage
from ui.widgets.folder_dialog import FolderDialog
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.steps import Steps
from ui.widgets.strength import Estimator
from ui.widgets.words_print import ask_to_print, draw_words
from ui.widgets.words_step import WordsStep

WORDS = tuple(f"word{number}" for number in range(11))


def said_in(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def step_shown(page: FirstRun) -> str:
    return next(one for one in page.findChildren(Steps) if one.isVisible()).words


def test_each_step_says_where_one_is(qtbot: QtBot, look: Look, estimator: Estimator, folder: Path) -> None:
    page = FirstRun(look, folder=folder, estimator=estimator)
    qtbot.addWidget(page)
    page.show()
    assert step_shown(page) == "Step 1 of 5 · What is kept, and where"
    press(page, "Go on")
    assert step_shown(page) == "Step 2 of 5 · If it is lost"
    assert "nobody can open the journal" in said_in(page)
    press(page, "I understand")
    assert step_shown(page) == "Step 3 of 5 · Your passphrase"
    press(page, "Back")
    assert step_shown(page) == "Step 2 of 5 · If it is lost"
    page.show_words(WORDS)
    assert step_shown(page) == "Step 4 of 5 · Recovery words"
    press(page, "I have written them down")
    assert step_shown(page) == "Step 5 of 5 · Three of them"
    press(page, "Show the words again")
    assert step_shown(page) == "Step 4 of 5 · Recovery words"


def test_the_words_are_drawn_on_the_printers_page(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    draw_words(printer, WORDS)
    drawn = (tmp_path / "page.pdf").read_bytes()
    assert drawn.startswith(b"%PDF")
    assert len(drawn) > 3_000, "a page without words is smaller"
    assert [path.name for path in tmp_path.iterdir()] == ["page.pdf"]


def test_printing_asks_first_and_names_nothing_in_the_queue(qtbot: QtBot, look: Look) -> None:
    step = WordsStep()
    qtbot.addWidget(step)
    step.show_words(WORDS)
    step.show()
    assert "may keep a copy" in said_in(step)
    dialog = ask_to_print(WORDS, step)
    assert dialog.isVisible()
    assert not any(word in dialog.windowTitle() for word in WORDS)
    QDialog.reject(dialog)


def test_the_sample_is_offered_with_its_passphrase(qtbot: QtBot, look: Look) -> None:
    card = SampleCard("a passphrase that is no secret", there=True)
    qtbot.addWidget(card)
    card.show()
    assert "a passphrase that is no secret" in said_in(card)
    assert "invented" in said_in(card)
    card.deleted()
    assert [b.text() for b in card.findChildren(QPushButton) if b.isVisible()] == ["Explore a sample journal"]
    card.failed("The disk is full.")
    assert "The disk is full." in said_in(card)


def test_the_sample_is_explored_marked_and_deleted_in_one_step(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = Window(qtbot, qapp, tmp_path)
    page = window.session.opening.page
    assert isinstance(page, FirstRun)
    press(page, "Explore a sample journal")
    qtbot.waitUntil(lambda: window.session.pages is not None, timeout=20_000)
    window.settle()
    here = places(tmp_path)
    assert "everyone in it is invented" in window.session.window.banner.words
    assert window.session.backup_folder() == here.sample_backups
    assert load_settings(here.settings).journal_folder == "", "the next start is not the sample's"
    press(window.session.window.marks, "Sample journal · Delete it and leave")
    window.locked()
    assert not here.sample_journal.exists()
    assert window.replaced[0].folder == here.default_journal
    window.end()


def test_the_samples_unlock_page_says_what_opens_it(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    here = places(tmp_path)
    ways_in.open_sample(here).lock()
    window = Window(qtbot, qapp, tmp_path)
    window.session.opening.begin(here.sample_journal)
    page = window.session.opening.page
    assert isinstance(page, UnlockPage)
    assert ways_in.sample_passphrase() in said_in(page)
    press(page, "Delete the sample")
    window.settle()
    assert not here.sample_journal.exists()
    assert isinstance(window.session.opening.page, FirstRun)
    window.end()


def test_an_own_journals_unlock_page_says_nothing_of_the_sample(qtbot: QtBot, look: Look) -> None:
    page = UnlockPage(look)
    qtbot.addWidget(page)
    page.show()
    assert "sample" not in said_in(page)


@pytest.mark.parametrize(("error", "offered"), [(VaultDamaged(page=3), True), (WrongSecret(), False)])
def test_a_backup_is_offered_where_the_journal_cannot_be_read(
    qtbot: QtBot, look: Look, error: Exception, offered: bool
) -> None:
    page = UnlockPage(look)
    qtbot.addWidget(page)
    page.show()
    page.failed(error, words(error))
    assert page._backup.isVisible() is offered


def test_a_damaged_journal_is_replaced_by_a_backup_and_kept(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    made_journal(tmp_path)
    here = places(tmp_path)
    journal = unlocked(tmp_path)
    journal.back_up(here.default_backups)
    journal.lock()
    database = tmp_path / "journal" / DATABASE
    damaged = bytearray(database.read_bytes())
    damaged[4096:4196] = bytes(100)
    damaged[200:300] = bytes(100)
    database.write_bytes(damaged)
    window = Window(qtbot, qapp, tmp_path)
    page = window.session.opening.page
    assert isinstance(page, UnlockPage)
    page.unlock_asked.emit(PASSPHRASE)
    window.settle()
    press(page, "Open a backup…")
    restore = window.session.opening.page
    assert isinstance(restore, RestorePage)
    window.settle()
    field(restore, "Passphrase or recovery words of that backup").setText(PASSPHRASE)
    press(restore, "Look inside")
    window.settle()
    press(restore, "Restore this backup")
    window.settle()
    assert "in its place" in said_in(window.session.window)
    assert any(path.name.startswith("journal.before") or "before-restore" in path.name for path in tmp_path.iterdir())
    window.unlock()
    window.session.lock()
    window.locked()
    window.end()


SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def type_letter(into: QWidget, letter: str, held: Qt.KeyboardModifier = NONE) -> None:
    """A key with the text that the keyboard makes of it."""
    QApplication.sendEvent(into, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, held, letter))


@pytest.mark.parametrize(
    ("letter", "held", "heard"),
    [
        ("a", NONE, [False]),
        ("A", SHIFT, [False]),
        ("A", NONE, [True]),
        ("a", SHIFT, [True]),
        ("É", NONE, [True]),
        ("1", NONE, []),
        ("!", SHIFT, []),
        ("ا", NONE, []),
    ],
)
def test_caps_lock_is_told_from_letters(
    qtbot: QtBot, look: Look, letter: str, held: Qt.KeyboardModifier, heard: list[bool]
) -> None:
    field = PassphraseField(look, "Passphrase")
    qtbot.addWidget(field)
    told: list[bool] = []
    field.caps_lock.connect(told.append)
    type_letter(field, letter, held)
    assert told == heard


def test_the_unlock_page_says_that_caps_lock_seems_to_be_on(qtbot: QtBot, look: Look) -> None:
    page = UnlockPage(look)
    qtbot.addWidget(page)
    page.show()
    inside = page.findChild(PassphraseField)
    assert isinstance(inside, PassphraseField)
    type_letter(inside, "A")
    assert "Caps Lock seems to be on." in said_in(page)
    type_letter(inside, "a")
    assert "Caps Lock seems to be on." not in said_in(page)


def test_return_leads_from_field_to_field_and_makes_the_journal(
    qtbot: QtBot, look: Look, estimator: Estimator, folder: Path
) -> None:
    page = FirstRun(look, folder=folder, estimator=estimator)
    qtbot.addWidget(page)
    page.show()
    press(page, "Go on")
    press(page, "I understand")
    first, second = (one for one in page.findChildren(PassphraseField) if one.isVisible())
    QTest.keyClicks(first, PASSPHRASE)
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert page.focusWidget() is second
    QTest.keyClicks(second, PASSPHRASE)
    make = next(one for one in page.findChildren(QPushButton) if one.text() == "Make the journal")
    qtbot.waitUntil(make.isEnabled)
    with qtbot.waitSignal(page.create_asked, timeout=5000):
        QTest.keyClick(second, Qt.Key.Key_Return)


def begun(qtbot: QtBot, page: FirstRun) -> None:
    """Give ``page`` the keyboard, as whoever shows it does."""
    page.activateWindow()
    page.setFocus()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QPushButton))


def test_return_alone_leads_through_the_first_steps(
    qtbot: QtBot, look: Look, estimator: Estimator, folder: Path
) -> None:
    page = FirstRun(look, folder=folder, estimator=estimator)
    qtbot.addWidget(page)
    page.show()
    begun(qtbot, page)
    for step in ("Step 2 of 5 · If it is lost", "Step 3 of 5 · Your passphrase"):
        focus = page.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Return)
        assert step_shown(page) == step


def tabbed(page: FirstRun, times: int) -> list[str]:
    """What Tab stops at, from where the keyboard is."""
    stops = []
    for _ in range(times):
        focus = QApplication.focusWidget()
        assert focus is not None
        stops.append(focus.accessibleName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    return stops


def test_tab_reaches_all_of_a_step_and_nothing_of_another(
    qtbot: QtBot, look: Look, estimator: Estimator, folder: Path
) -> None:
    page = FirstRun(look, folder=folder, estimator=estimator, sample="no secret")
    qtbot.addWidget(page)
    page.show()
    begun(qtbot, page)
    first = ["Go on", "Explore a sample journal", "The journal’s folder", "Choose the journal’s folder"]
    assert tabbed(page, 6) == [*first, "Open a journal that is there already…", "Go on"]
    press(page, "Go on")
    assert tabbed(page, 3) == ["I understand", "Back", "I understand"]
    page.show_words(WORDS)
    assert tabbed(page, 3) == ["I have written them down", "Print the recovery words", "I have written them down"]


def test_return_goes_from_word_to_word_and_then_on(qtbot: QtBot) -> None:
    step = WordsStep()
    qtbot.addWidget(step)
    step.show()
    step.show_words(WORDS)
    press(step, "I have written them down")
    asked = [WORDS[at] for at in step.asked]
    with qtbot.waitSignal(step.finished):
        for word in asked:
            focus = step.focusWidget()
            assert focus is not None
            QTest.keyClicks(focus, word)
            QTest.keyClick(focus, Qt.Key.Key_Return)


def test_words_that_are_wrong_are_named_and_the_first_is_at_hand(qtbot: QtBot) -> None:
    step = WordsStep()
    qtbot.addWidget(step)
    step.show()
    step.show_words(WORDS)
    press(step, "I have written them down")
    first, second, third = (at + 1 for at in step.asked)
    press(step, "Begin")
    assert f"Not yet: words {first}, {second} and {third} are different ones." in said_in(step)
    for word in (WORDS[first - 1], "elsewhere", WORDS[third - 1]):
        focus = step.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, word)
        QTest.keyClick(focus, Qt.Key.Key_Return)
    assert f"Not yet: word {second} is a different one." in said_in(step)
    focus = step.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == f"Word {second}"


def test_what_is_wrong_with_a_folder_is_told_before_anything_is_typed(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = Window(qtbot, qapp, tmp_path)
    page = window.session.opening.page
    assert isinstance(page, FirstRun)
    (tmp_path / "a file").write_text("x")
    page._chosen(tmp_path / "a file" / "inside")
    assert "There is a file of that name already." in said_in(page)
    press(page, "Go on")
    assert step_shown(page) == "Step 1 of 5 · What is kept, and where"
    page._chosen(tmp_path / "new")
    assert "There is a file" not in said_in(page)
    press(page, "Go on")
    assert step_shown(page) == "Step 2 of 5 · If it is lost"
    window.end()


def test_a_journal_goes_into_a_folder_of_its_own_among_other_things(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    window = Window(qtbot, qapp, tmp_path)
    page = window.session.opening.page
    assert isinstance(page, FirstRun)
    documents = tmp_path / "Documents"
    documents.mkdir()
    page._chosen(documents)
    assert page.folder == documents
    (documents / "letter.txt").write_text("x")
    page._chosen(documents)
    assert page.folder == documents / "journal"
    assert str(page.folder) in [one.text() for one in page.findChildren(QLineEdit)]
    window.end()


def test_a_journal_that_could_not_be_made_is_begun_again_at_the_first_field(
    qtbot: QtBot, look: Look, estimator: Estimator, folder: Path
) -> None:
    page = FirstRun(look, folder=folder, estimator=estimator)
    qtbot.addWidget(page)
    page.show()
    press(page, "Go on")
    press(page, "I understand")
    first, second = (one for one in page.findChildren(PassphraseField) if one.isVisible())
    second.setFocus()
    page.activateWindow()
    qtbot.waitUntil(second.hasFocus)
    page.failed("This folder cannot be written to.")
    assert first.hasFocus()
    assert "cannot be written" in said_in(page)
    QTest.keyClicks(first, "a")
    assert "cannot be written" not in said_in(page), "it was said of the try before"


def test_return_types_the_repetition_anew(qtbot: QtBot, look: Look, estimator: Estimator) -> None:
    page = NewPassphrase(look, estimator)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    first, second = page.findChildren(PassphraseField)
    first.setFocus()
    QTest.keyClicks(second, "something else")
    QTest.keyClicks(first, PASSPHRASE)
    QTest.keyClick(first, Qt.Key.Key_Return)
    QTest.keyClicks(second, PASSPHRASE)
    assert second.text() == PASSPHRASE


def test_return_in_the_path_uses_the_folder(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = FolderDialog(look, "A folder", tmp_path, parent)
    dialog.open()
    path = field(dialog, "Folder")
    path.setText(str(tmp_path / "new"))
    with qtbot.waitSignal(dialog.chosen) as chosen:
        QTest.keyClick(path, Qt.Key.Key_Return)
    assert chosen.args == [tmp_path / "new"]
