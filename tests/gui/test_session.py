"""The window as a whole: first run, unlock, lock in the middle of anything, back to the same place."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QMessageBox
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from journal import unlocking
from journal.errors import DiskFull, InUse
from journal.model import Entry, Filter
from journal.paths import DATABASE
from journal.settings import load_settings
from tests.gui.sessions import Window, field, made_journal, press
from tests.journals import CHEAP, PASSPHRASE, unlocked
from ui import leaving
from ui.errors import words
from ui.locking import Reason
from ui.unlock.first_run import FirstRun
from ui.unlock.recover_page import RecoverPage
from ui.unlock.unlock_page import UnlockPage
from ui.widgets.folder_dialog import FolderDialog
from ui.widgets.passphrase_field import PassphraseField
from ui.window_state import load_window, save_window


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    """An unlocked journal in its window."""
    made_journal(tmp_path)
    made = Window(qtbot, qapp, tmp_path)
    made.unlock()
    yield made
    made.end()


def entries_of(tmp_path: Path) -> list[Entry]:
    """What the journal holds, read by a fresh process's eyes."""
    journal = unlocked(tmp_path)
    try:
        return [journal.entry(heading.id) for heading in journal.window(Filter(), 0, 100)]
    finally:
        journal.lock()


def test_the_window_is_remembered_without_keeping_the_gui_thread(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []

    def save(path: Path, state: bytes) -> None:
        threads.append(threading.current_thread())
        save_window(path, state)

    monkeypatch.setattr(leaving, "save_window", save)
    window.session.window.list_px = 345
    window.session.lock()
    window.qtbot.waitUntil(lambda: bool(window.replaced))
    assert [thread.name for thread in threads] == ["lane-vault"]
    assert load_window(window.session.window_file).list_px == 345


def test_first_run_makes_a_journal_and_shows_it_after_three_words(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unlocking, "create_journal", functools.partial(unlocking.create_journal, kdf=CHEAP))
    window = Window(qtbot, qapp, tmp_path)
    page = window.session.opening.page
    assert isinstance(page, FirstRun)
    press(page, "Go on")
    press(page, "I understand")
    for one in page.findChildren(PassphraseField):
        one.setText(PASSPHRASE)
    window.settle()
    press(page, "Make the journal")
    qtbot.waitUntil(lambda: window.session.journal is not None, timeout=20_000)
    assert window.session.pages is None, "not before the words are confirmed"
    shown = page.words_step._words
    assert len(shown) == 11
    press(page, "I have written them down")
    asked = [blank for blank in page.words_step.findChildren(QLineEdit) if blank.isVisible()]
    for blank, at in zip(asked, page.words_step.asked, strict=True):
        blank.setText(shown[at])
    press(page, "Begin")
    qtbot.waitUntil(lambda: window.session.pages is not None)
    window.settle()
    assert (tmp_path / "journal" / DATABASE).exists()
    window.session.lock()
    window.locked()
    window.end()


def test_the_wrong_passphrase_is_told_in_words(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    made_journal(tmp_path)
    window = Window(qtbot, qapp, tmp_path)
    page = window.session.opening.page
    assert isinstance(page, UnlockPage)
    page.unlock_asked.emit("not the passphrase at all")
    window.settle()
    assert page._said.text() == "That passphrase does not open this journal."
    window.unlock()
    window.session.lock()
    window.locked()
    window.end()


def test_a_journal_in_use_is_told_in_words(qtbot: QtBot, qapp: QApplication, tmp_path: Path, window: Window) -> None:
    other = Window(qtbot, qapp, tmp_path)
    page = other.session.opening.page
    assert isinstance(page, UnlockPage)
    page.unlock_asked.emit(PASSPHRASE)
    other.settle()
    assert page._said.text() == words(InUse())
    other.end()


def test_recovery_words_open_it_with_a_new_passphrase(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unlocking, "recover_journal", functools.partial(unlocking.recover_journal, kdf=CHEAP))
    recovery_words = made_journal(tmp_path)
    window = Window(qtbot, qapp, tmp_path)
    assert window.session.opening.page is not None
    press(window.session.opening.page, "Use recovery words")
    page = window.session.opening.page
    assert isinstance(page, RecoverPage)
    field(page, "Word 1").textEdited.emit(" ".join(recovery_words))
    page.recover_asked.emit(page.words(), "another quite long passphrase 77")
    qtbot.waitUntil(lambda: window.session.pages is not None, timeout=20_000)
    window.settle()
    window.session.lock()
    window.locked()
    window.end()
    unlocked(tmp_path, "another quite long passphrase 77").lock()


def test_lock_in_the_middle_of_an_edit_with_a_dialog_open_loses_nothing(
    qtbot: QtBot, window: Window, tmp_path: Path
) -> None:
    window.write("Silence", "It went quiet. ")
    editor = window.pages.editor
    QTest.keyClicks(editor.body, "And I let it")
    dialog = FolderDialog(window.session.look, "A folder", tmp_path, window.session.window)
    dialog.setModal(True)
    dialog.open()
    assert not editor.autosave.clean
    window.session.locker.lock(Reason.SLEEP)
    assert not dialog.isVisible()
    assert window.session.window.cover.isVisible()
    assert window.session.window.cover.size() == window.session.window.size()
    window.locked()
    assert editor.body.text() == editor.title.text() == ""
    assert window.session.journal is None
    assert [entry.body for entry in entries_of(tmp_path)] == ["It went quiet. And I let it"]
    assert window.replaced[0].reason == "sleep"
    assert window.replaced[0].folder == window.folder


def test_the_lock_key_works_over_an_open_dialog(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.write("Silence", "It went quiet. ")
    QTest.keyClicks(window.pages.editor.body, "Still")
    dialog = FolderDialog(window.session.look, "A folder", tmp_path, window.session.window)
    dialog.open()
    qtbot.waitExposed(dialog)
    qtbot.waitUntil(lambda: QApplication.focusWindow() is dialog.windowHandle())
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L)
    qtbot.wait(20)
    assert dialog.isVisible(), "a plain letter is the dialog's own"
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    window.locked()
    assert not Shiboken.isValid(dialog), "it goes with what was typed in it"
    assert window.replaced[0].reason == "hand"
    assert [entry.body for entry in entries_of(tmp_path)] == ["It went quiet. Still"]


def test_an_open_menu_does_not_hold_locking_up(qtbot: QtBot, window: Window) -> None:
    menu = QMenu(window.session.window)
    menu.addAction(QAction("Something", menu))
    menu.popup(window.session.window.mapToGlobal(window.session.window.rect().center()))
    window.session.locker.lock(Reason.SCREEN)
    assert not menu.isVisible()
    window.locked()


def test_unlocking_returns_to_the_same_entry_and_caret(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    made_journal(tmp_path)
    first = Window(qtbot, qapp, tmp_path)
    first.unlock()
    first.write("Older", "Other words.")
    first.write("Silence", "It went 😀 quiet.")
    first.pages.editor.body.set_caret(9)
    entry = first.pages.editor.entry_id
    first.session.lock()
    first.locked()
    first.end()
    again = Window(qtbot, qapp, tmp_path, reason=first.replaced[0].reason)
    again.unlock()
    qtbot.waitUntil(lambda: again.pages.editor.entry_id == entry)
    assert again.pages.editor.body.text() == "It went 😀 quiet."
    assert again.pages.editor.body.caret() == 9
    again.session.lock()
    again.locked()
    again.end()


def test_a_failed_last_save_stays_covered_and_is_tried_again(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.write("Silence", "It went quiet. ")
    journal = window.session.journal
    assert journal is not None
    real = journal.save_draft

    def full(_draft: object) -> Entry:
        raise DiskFull()

    monkeypatch.setattr(journal, "save_draft", full)
    QTest.keyClicks(window.pages.editor.body, "And I let it.")
    window.events.lock_wanted.emit(Reason.SCREEN)
    cover = window.session.window.cover
    qtbot.waitUntil(cover._again.isVisible)
    assert "disk is full" in cover._words.text()
    assert window.replaced == []
    monkeypatch.setattr(journal, "save_draft", real)
    press(cover, "Try again")
    window.locked()
    assert [entry.body for entry in entries_of(tmp_path)] == ["It went quiet. And I let it."]


def test_idle_time_locks_after_a_notice_that_a_key_dismisses(qtbot: QtBot, window: Window) -> None:
    keeper = window.session.keeper
    assert keeper is not None
    keeper.idle.notice.emit(30)
    assert "Locking in 30 seconds" in window.session.window.fade.words
    keeper.idle._noticed = True
    QTest.keyClick(window.session.window.windowHandle(), Qt.Key.Key_Shift)
    assert window.session.window.fade.words == ""
    keeper.idle.expired.emit(False)
    window.locked()
    assert window.replaced[0].reason == "idle"


def test_closing_the_window_locks_first(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.write("Silence", "It went quiet.")
    QTest.keyClicks(window.pages.editor.body, " Still.")
    assert not window.session.window.close()
    qtbot.waitUntil(lambda: window.session.journal is None, timeout=20_000)
    assert window.replaced == [], "quitting starts nothing anew"
    assert [entry.body for entry in entries_of(tmp_path)] == ["It went quiet. Still."]


def test_locked_with_the_window_minimised_only_where_wanted(qtbot: QtBot, window: Window) -> None:
    window.session.window.minimised.emit()
    assert not window.session.locker.locking
    window.session.change_settings(window.session.settings._replace(lock_on_minimise=True))
    window.session.window.minimised.emit()
    window.locked()
    assert window.replaced[0].reason == "minimised"


def test_a_moved_file_is_told_and_nothing_is_written_to_it(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.write("Silence", "It went quiet.")
    (window.folder / DATABASE).rename(window.folder / "elsewhere.db")
    keeper = window.session.keeper
    assert keeper is not None
    keeper.look_at_file()
    window.settle()
    assert "moved or replaced" in window.session.window.banner.words
    QTest.keyClicks(window.pages.editor.body, " More.")
    window.pages.editor.autosave.flush()
    window.settle()
    assert not window.pages.editor.autosave.clean
    (window.folder / "elsewhere.db").rename(window.folder / DATABASE)
    keeper.look_at_file()
    window.settle()
    qtbot.waitUntil(lambda: window.pages.editor.autosave.clean)


def test_todays_backup_is_made_by_itself(qtbot: QtBot, window: Window) -> None:
    window.write("Silence", "It went quiet.")
    keeper = window.session.keeper
    assert keeper is not None
    keeper.back_up_if_due()
    window.settle()
    assert len(list(window.places.default_backups.iterdir())) == 1
    keeper.back_up_if_due()
    window.settle()
    assert len(list(window.places.default_backups.iterdir())) == 1


def test_the_title_never_says_what_is_open(qtbot: QtBot, window: Window) -> None:
    window.write("A quite private title", "words")
    assert window.session.window.windowTitle() == "Congruence"
    assert window.session.window.windowFilePath() == ""


def test_settings_change_the_look_and_the_lock_time_at_once(qtbot: QtBot, window: Window) -> None:
    window.session.change_settings(window.session.settings._replace(theme="dark", text_px=24, lock_after_min=3))
    assert window.session.look.roles.name == "dark"
    # no entry is open: what is hidden follows in small steps
    qtbot.waitUntil(lambda: window.pages.editor.body.font().pixelSize() == 24)
    assert load_settings(window.places.settings).lock_after_min == 3
    assert window.session.window.status()[2].text() == "Locks after 3 min"
    window.session.change_settings(window.session.settings._replace(theme="light", text_px=18))


def test_moving_to_the_trash_can_be_taken_back(qtbot: QtBot, window: Window) -> None:
    window.write("Silence", "It went quiet.")
    entry = window.pages.editor.entry_id
    window.pages.editor.trash()
    window.settle()
    assert window.session.window.foot.words.text() == "", "of an entry that is not there"
    assert window.session.window.banner.words == "Moved to the trash."
    press(window.session.window.banner, "Undo")
    window.settle()
    assert window.pages.editor.entry_id == entry
    assert window.pages.editor.body.text() == "It went quiet."
    agenda = window.pages.editor.agenda
    assert any("reason enough" in one.text() for one in agenda.findChildren(QLabel)), "the card is as it was"


def test_the_trash_is_shown_from_wherever_one_is(qtbot: QtBot, window: Window) -> None:
    window.write("Silence", "It went quiet.")
    window.pages.editor.trash()
    window.settle()
    trash = window.session.window.action("trash_list")
    trash.trigger()
    window.pages.show("today")
    trash.trigger()
    window.settle()
    assert window.pages.timeline.filters.filter.trashed
    focus = window.session.window.focusWidget()
    assert focus is not None
    assert window.pages.timeline.isAncestorOf(focus), "Return and Delete mean the list, not a text"


def test_a_trashed_entry_is_read_only_and_can_be_deleted_for_good(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.write("Silence", "It went quiet.")
    entry = window.pages.editor.entry_id
    window.pages.editor.trash()
    window.settle()
    window.pages._show_trash()
    window.settle()
    assert entry is not None
    window.pages.editor.open_entry(entry)
    window.settle()
    editor = window.pages.editor
    assert not editor.body.isEnabled()
    assert editor.banner.words == "This entry is in the trash."
    editor._ask_delete()
    box = window.session.window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert "still hold them" in box.informativeText()
    press(box, "Delete for good")
    window.settle()
    assert editor.entry_id is None
    window.session.lock()
    window.locked()
    assert entries_of(tmp_path) == []


def test_an_entry_taken_out_of_the_trash_can_be_written_on_at_once(window: Window) -> None:
    window.write("Silence", "It went quiet.")
    editor, entry = window.pages.editor, window.pages.editor.entry_id
    assert entry is not None
    editor.trash()
    window.settle()
    window.pages._show_trash()
    window.settle()
    editor.open_entry(entry)
    window.settle()
    editor.banner.acted.emit()
    window.settle()
    assert editor.body.isEnabled()
    assert window.session.window.focusWidget() is editor.body


def test_a_backup_is_restored_by_locking_and_starting_anew(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.write("Silence", "It went quiet.")
    window.pages.show("settings")
    window.settle()
    settings = window.pages.settings
    settings.show_section("backup")
    press(settings, "Back up now")
    window.settle()
    window.pages.show("journal")
    window.write("Another", "Written after the backup.")
    window.pages.show("settings")
    window.settle()
    field(settings, "Passphrase or recovery words of that backup").setText(PASSPHRASE)
    press(settings, "Look inside")
    window.settle()
    press(settings, "Restore this backup")
    window.locked()
    assert window.replaced[0].reason == "restored"
    assert [entry.title for entry in entries_of(tmp_path)] == ["Silence"]
    assert len(list(tmp_path.glob("journal.before-restore*"))) == 1


def test_a_restore_that_fails_says_so_after_the_lock(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    window.write("Silence", "It went quiet.")
    window.session.restore(tmp_path / "nothing-here.congruence-backup", PASSPHRASE)
    window.locked()
    assert window.replaced[0].reason == "restore-failed"
    assert [entry.title for entry in entries_of(tmp_path)] == ["Silence"]


def test_another_journal_can_be_opened_from_the_first_page(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    made_journal(tmp_path)
    window = Window(qtbot, qapp, tmp_path)
    window.session.opening._other(tmp_path)
    page = window.session.opening.page
    assert isinstance(page, UnlockPage)
    assert page._said.text() == "This is not a journal."
    (tmp_path / "journal").rename(tmp_path / "elsewhere")
    window.session.opening._other(tmp_path / "elsewhere")
    assert window.session.opening.folder == tmp_path / "elsewhere"
    assert window.session.settings.journal_folder == str(tmp_path / "elsewhere")
    window.unlock()
    window.session.lock()
    window.locked()
    assert window.replaced[0].folder == tmp_path / "elsewhere"
    window.end()


def test_choosing_another_begins_where_journals_lie(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    made_journal(tmp_path)
    (tmp_path / "pictures").mkdir()
    window = Window(qtbot, qapp, tmp_path)
    window.session.opening.ask_other()
    dialog = window.session.window.findChild(FolderDialog)
    assert dialog is not None
    assert dialog.folder() == tmp_path
    use, inside = dialog._use, dialog._list
    assert not use.isEnabled(), "the folder above is no journal"
    inside.setCurrentItem(inside.findItems("pictures", Qt.MatchFlag.MatchExactly)[0])
    assert not use.isEnabled()
    inside.setCurrentItem(inside.findItems("journal", Qt.MatchFlag.MatchExactly)[0])
    chosen: list[Path] = []
    dialog.chosen.connect(chosen.append)
    use.click()
    assert chosen == [tmp_path / "journal"]
    window.end()


def test_the_sample_can_be_explored_beside_ones_own(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    made_journal(tmp_path)
    window = Window(qtbot, qapp, tmp_path)
    window.session.opening.ask_other()
    dialog = window.session.window.findChild(FolderDialog)
    assert dialog is not None
    press(dialog, "The sample journal")
    qtbot.waitUntil(lambda: window.session.pages is not None, timeout=60_000)
    window.settle()
    assert window.session.opening.is_sample
    assert window.session.settings.journal_folder in ("", str(tmp_path / "journal")), (
        "the next start asks for one's own"
    )
    window.session.lock()
    window.locked()
    window.end()


def test_a_place_asked_for_by_a_key_has_the_keyboard(qtbot: QtBot, window: Window) -> None:
    """Who stands in the rail and presses Ctrl+2 would otherwise Tab on through the rail."""
    qtbot.waitActive(window.session.window)
    window.write("Silence", "It went quiet.")
    actions = window.session.window.actions_by_id
    for name in ("supervision", "settings", "wellbeing", "prompts", "drafts", "today", "journal"):
        window.session.window.rail.by_id["today"].setFocus()
        actions[name].trigger()
        window.settle()
        focus, page = QApplication.focusWidget(), window.pages._page_named(name)
        assert focus is not None
        assert focus is page or page.isAncestorOf(focus), name
    # the second time, where it was left; a page without a control that can have it has it itself
    left = window.pages.practising.supervision.panel._add
    for can in (True, False):
        left.setFocus()
        window.session.window.rail.by_id["today"].setFocus()
        left.setEnabled(can)
        actions["supervision"].trigger()
        window.settle()
        assert QApplication.focusWidget() is (left if can else window.pages.practising.supervision)


def test_the_register_is_where_its_link_leads(qtbot: QtBot, window: Window) -> None:
    window.write("Silence", "It went quiet.")
    window.pages.editor.register_asked.emit()
    window.settle()
    assert window.pages.settings._list.currentItem().text() == "People and places"


def test_what_went_wrong_is_noticed_and_all_else_is_told_quietly(qtbot: QtBot, window: Window) -> None:
    banner = window.session.window.banner
    window.pages.editor.said.emit("The earlier text is back.")
    assert (banner.words, banner._frame.property("look")) == ("The earlier text is back.", "calm")
    window.pages.editor.said.emit(words(DiskFull()))
    assert banner.words.startswith("The disk is full.")
    assert banner._frame.property("look") == "notice"


def test_an_entry_that_was_found_is_opened_where_it_was_found(qtbot: QtBot, window: Window) -> None:
    lines = [f"Line {number}, in which hardly anything is said." for number in range(120)]
    lines[100] = "Unheard of 🌧, then the heron came."
    window.write("A long one", "\n".join(lines))
    window.write("Another", "The heron was elsewhere.")
    window.session.window.show()
    timeline, body = window.pages.timeline, window.pages.editor.body
    timeline._search.setText("her")
    window.settle()
    qtbot.waitUntil(lambda: timeline._model.showing_hits and timeline._model.rowCount() == 2)
    timeline._list.setCurrentIndex(timeline._model.index(1))
    qtbot.waitUntil(lambda: window.pages.editor.title.text() == "A long one")
    assert body.text()[body.caret() :].startswith("heron came"), "not the part of another word"
    assert body.viewport().rect().contains(body.cursorRect())
    # and so is the one that is stepped to
    window.session.window.action("previous").trigger()
    qtbot.waitUntil(lambda: window.pages.editor.title.text() == "Another")
    assert body.text()[body.caret() :].startswith("heron was")
    timeline._search.clear()
    window.settle()
    timeline._list.setCurrentIndex(timeline._model.index(1))
    qtbot.waitUntil(lambda: window.pages.editor.title.text() == "A long one")
    assert body.caret() == 0


def test_a_tag_is_suggested_in_the_next_entry(window: Window) -> None:
    """And not only once the journal was opened again."""
    window.write("First", "One sentence.")
    editor = window.pages.editor
    tags = next(one for one in editor.findChildren(QLineEdit) if one.accessibleName().startswith("Tags"))
    tags.setText("listening")
    tags.textEdited.emit("listening")
    editor.new_entry("free")
    completer = tags.completer()
    window.qtbot.waitUntil(lambda: completer.model().rowCount() == 1)
    assert completer.model().index(0, 0).data() == "listening"


def test_a_new_entry_is_written_in_the_journal_not_in_the_trash(qtbot: QtBot, window: Window) -> None:
    window.write("Silence", "It went quiet.")
    actions, filters = window.session.window.actions_by_id, window.pages.timeline.filters
    actions["trash_list"].trigger()
    window.settle()
    assert filters.filter.trashed
    actions["new"].trigger()
    window.settle()
    assert filters.filter == Filter()
    assert window.pages.timeline._model.rowCount() == 1
