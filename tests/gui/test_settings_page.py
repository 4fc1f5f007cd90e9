"""Settings: one new value for each change, the register and the profile in the journal, keys behind the passphrase."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from journal.errors import AlreadyThere, WrongSecret
from journal.ids import new_id
from journal.model import AuthorProfile, CheckResult, Heading, KnownName, NameKind
from journal.settings import Settings
from tests.gui.fakes import DAY, NOW, FakeJournal
from tests.gui.seen import gone
from tests.gui.sessions import field, press
from ui.jobs import Lane
from ui.settings.author_section import AuthorSection
from ui.settings.backup_section import BackupSection
from ui.settings.keys_section import ChangeDialog, WordsDialog
from ui.settings.look_section import LookSection
from ui.settings.new_key_dialog import NewKeyDialog
from ui.settings.register_section import RegisterSection
from ui.settings.settings_page import SettingsPage
from ui.settings.store import Backups
from ui.theme import Look
from ui.widgets.backup_chooser import BackupChooser
from ui.widgets.strength import Estimator

Settle = Callable[[], None]


@dataclass
class Backup:
    path: Path
    made_at: dt.datetime = NOW
    entries: int = 9


@dataclass
class Inside:
    entries: int = 9
    newest: tuple[Heading, ...] = (Heading(new_id(), "free", "A title in the backup", "", DAY, NOW),)


def no_preview(_path: Path, _secret: str) -> Inside:
    raise WrongSecret()


@pytest.fixture
def page(
    qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane, estimator: Estimator, tmp_path: Path, settle: Settle
) -> SettingsPage:
    made = SettingsPage(
        look,
        Settings(),
        journal,
        lane,
        backups=Backups(lambda _: [Backup(tmp_path / "one")], lambda _path, _secret: Inside()),
        default_backups=tmp_path,
        estimator=estimator,
        new_id=new_id,
    )
    qtbot.addWidget(made)
    made.show()
    made.load()
    settle()
    return made


def said_in(section: QWidget) -> str:
    return "\n".join(label.text() for label in section.findChildren(QLabel))


def test_each_change_is_one_new_value(page: SettingsPage) -> None:
    changes: list[Settings] = []
    page.changed.connect(changes.append)
    look = page.findChild(LookSection)
    assert isinstance(look, LookSection)
    theme = look.findChild(QComboBox)
    assert isinstance(theme, QComboBox)
    theme.setCurrentIndex(2)
    theme.activated.emit(2)
    assert changes == [Settings(theme="dark")]
    page.show_settings(changes[-1])
    minutes = next(box for box in page.findChildren(QSpinBox) if box.accessibleName().startswith("Lock after"))
    assert (minutes.minimum(), minutes.maximum()) == (1, 60)
    minutes.setValue(5)
    assert changes[-1] == Settings(theme="dark", lock_after_min=5)


def test_showing_settings_changes_nothing(page: SettingsPage) -> None:
    changes: list[Settings] = []
    page.changed.connect(changes.append)
    page.show_settings(Settings(theme="light", text_px=22, lock_after_min=2))
    assert changes == []


def test_the_font_and_the_quotation_marks_are_chosen(page: SettingsPage) -> None:
    changes: list[Settings] = []
    page.changed.connect(changes.append)
    font = next(box for box in page.look.findChildren(QComboBox) if box.accessibleName() == "Font to write in")
    font.setCurrentIndex(1)
    font.activated.emit(1)
    quotes = page.look.findChild(QCheckBox)
    assert isinstance(quotes, QCheckBox)
    quotes.click()
    assert changes[-1] == Settings(writing_font="sans", smart_quotes=True)
    names = page.look.findChildren(QCheckBox)[1]
    assert names.accessibleName() == "Underline likely names while I write"
    assert not names.isChecked(), "off unless somebody wants it"
    names.click()
    assert changes[-1] == Settings(writing_font="sans", smart_quotes=True, name_hints=True)


def test_each_section_is_reached_from_the_list(page: SettingsPage) -> None:
    seen = []
    for name in page.sections:
        page.show_section(name)
        seen.append(page._stack.currentIndex())
    assert seen == list(range(len(page.sections)))
    page._list.setCurrentRow(0)
    QTest.keyClick(page._list, Qt.Key.Key_Down)
    assert page._stack.currentIndex() == 1, "by the arrow keys too"


def test_a_backup_asked_for_elsewhere_shows_where_its_end_is_told(page: SettingsPage, settle: Settle) -> None:
    page.backup.back_up()
    assert page._stack.currentIndex() == page.sections.index("backup")
    settle()


def test_the_whole_journal_is_checked_on_request(page: SettingsPage, journal: FakeJournal, settle: Settle) -> None:
    said: list[str] = []
    page.said.connect(said.append)
    page.show_section("backup")
    press(page.check, "Check the whole journal now")
    settle()
    assert journal.asked[-1] == "verified"
    assert "all of it is sound" in said[-1]


def test_damage_found_by_the_check_is_told_with_its_page(
    page: SettingsPage, journal: FakeJournal, settle: Settle
) -> None:
    journal.check = CheckResult(ok=False, page=7)
    page.check.check()
    settle()
    assert "cannot be read (page 7)" in said_in(page)


def test_a_word_never_flagged_can_be_flagged_again(page: SettingsPage, journal: FakeJournal, settle: Settle) -> None:
    journal.cleared = ["spring", "river"]
    page.show_section("cleared")
    page.cleared.load()
    settle()
    page.cleared._list.setCurrentRow(0)
    press(page.cleared, "Flag it again")
    settle()
    assert journal.cleared == ["river"]
    page.empty()
    assert page.cleared._list.count() == 0


def test_a_new_key_is_explained_and_its_words_confirmed(
    qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane, page: SettingsPage, tmp_path: Path, settle: Settle
) -> None:
    dialog = NewKeyDialog(look, journal, lane, tmp_path, page)
    accepted: list[bool] = []
    dialog.accepted.connect(lambda: accepted.append(True))
    dialog.open()
    assert "Old backups still open" in said_in(dialog)
    journal.fault = WrongSecret()
    field(dialog, "Passphrase").setText("not it")
    press(dialog, "Make a new key")
    settle()
    assert "does not open" in said_in(dialog)
    journal.fault = None
    assert dialog.focusWidget() is field(dialog, "Passphrase")
    field(dialog, "Passphrase").setText("it")
    press(dialog, "Make a new key")
    dialog.reject()
    assert dialog.isVisible(), "there would be words that nobody has seen"
    settle()
    assert journal.asked[-1] == "new key"
    words = dialog._words._words
    assert words[0] == "fresh0"
    press(dialog, "I have written them down")
    for blank, at in zip(dialog._words._fields, dialog._words.asked, strict=True):
        blank.setText(words[at])
    press(dialog, "Begin")
    assert accepted == [True]


def test_the_profile_is_stored_when_a_field_is_left(page: SettingsPage, journal: FakeJournal, settle: Settle) -> None:
    author = page.findChild(AuthorSection)
    assert isinstance(author, AuthorSection)
    field(author, "Your name").setText("Sam Hill")
    places = field(author, "Places of work, with commas")
    places.setText("Bury, , Leeds,Bury")
    places.editingFinished.emit()
    settle()
    assert journal.profile == AuthorProfile(name="Sam Hill", places=("Bury", "Leeds"))


def test_names_are_added_changed_and_removed(page: SettingsPage, journal: FakeJournal, settle: Settle) -> None:
    page.show_section("register")
    register = page.findChild(RegisterSection)
    assert isinstance(register, RegisterSection)
    field(register, "Name").setText("Rebecca Marsh")
    field(register, "Also called, with commas").setText("Becky, Bex")
    field(register, "Your code for them").setText("R")
    press(register, "Add")
    settle()
    (name,) = journal.known.values()
    assert (name.name, name.aliases, name.code, name.kind) == ("Rebecca Marsh", ("Becky", "Bex"), "R", NameKind.PERSON)
    register._list.setCurrentRow(0)
    field(register, "Role").setText("client")
    press(register, "Change")
    settle()
    (changed,) = journal.known.values()
    assert (changed.id, changed.role) == (name.id, "client")
    register._list.setCurrentRow(0)
    press(register, "Remove")
    settle()
    assert journal.known == {}


def a_register(page: SettingsPage) -> RegisterSection:
    page.show_section("register")
    register = page.findChild(RegisterSection)
    assert isinstance(register, RegisterSection)
    return register


def test_return_adds_a_name_and_the_next_can_be_typed(
    qtbot: QtBot, page: SettingsPage, journal: FakeJournal, settle: Settle
) -> None:
    page.show()
    qtbot.waitActive(page)
    register = a_register(page)
    code, name = field(register, "Your code for them"), field(register, "Name")
    code.setFocus()
    code.setText("R")
    QTest.keyClick(code, Qt.Key.Key_Return)
    assert name.hasFocus(), "a name is what is missing"
    name.setText("Rebecca Marsh")
    QTest.keyClick(name, Qt.Key.Key_Return)
    settle()
    assert [known.name for known in journal.known.values()] == ["Rebecca Marsh"]
    assert name.hasFocus()
    assert name.text() == code.text() == ""


def test_whoever_goes_on_while_a_name_is_stored_is_not_called_back(
    qtbot: QtBot, page: SettingsPage, journal: FakeJournal, settle: Settle
) -> None:
    page.show()
    qtbot.waitActive(page)
    register = a_register(page)
    name, role = field(register, "Name"), field(register, "Role")
    for words in ("Rebecca Marsh", "Tomasz Okafor"):
        name.setText(words)
        press(register, "Add")
        QTest.keyClick(name, Qt.Key.Key_Return)
        settle()
    assert [known.name for known in journal.known.values()] == ["Rebecca Marsh", "Tomasz Okafor"], "each is added once"
    register._list.setCurrentRow(0)
    role.setText("client")
    press(register, "Change")
    # the answer is not there yet
    register._list.setCurrentRow(1)
    role.setFocus()
    role.setText("super")
    settle()
    assert (name.text(), role.text()) == ("Tomasz Okafor", "super")
    assert role.hasFocus()
    press(register, "New name")
    assert (name.hasFocus(), name.text()) == (True, "")
    assert not any(b.isVisible() for b in register.findChildren(QPushButton) if b.text() in {"New name", "Remove"})
    register._list.setCurrentRow(1)
    assert role.text() == "super", "what was typed waits"
    assert next(one for one in journal.known.values() if one.name == "Rebecca Marsh").role == "client"


def test_an_empty_register_says_so_and_has_no_empty_list(page: SettingsPage, settle: Settle) -> None:
    register = a_register(page)
    page.load()
    settle()
    nobody = next(one for one in register.findChildren(QLabel) if one.text() == "Nobody is listed yet.")
    assert nobody.isVisibleTo(page)
    assert not register._list.isVisibleTo(page)
    field(register, "Name").setText("Rebecca Marsh")
    press(register, "Add")
    settle()
    assert not nobody.isVisibleTo(page)
    assert register._list.isVisibleTo(page)


def test_a_half_typed_name_is_there_again(page: SettingsPage, settle: Settle) -> None:
    register = a_register(page)
    field(register, "Name").setText("Rebecca Marsh")
    press(register, "Add")
    settle()
    name, role = field(register, "Name"), field(register, "Role")
    name.setText("Somebody el")
    # another page and back
    page.load()
    settle()
    assert name.text() == "Somebody el"
    # another name and back
    register._list.setCurrentRow(0)
    assert name.text() == "Rebecca Marsh"
    role.setText("cli")
    press(register, "New name")
    assert (name.text(), role.text()) == ("Somebody el", "")
    register._list.setCurrentRow(0)
    assert (name.text(), role.text()) == ("Rebecca Marsh", "cli")
    # locking
    page.empty()
    assert name.text() == role.text() == ""
    page.load()
    settle()
    register._list.setCurrentRow(0)
    assert role.text() == ""


def test_a_code_that_is_taken_is_told(page: SettingsPage, journal: FakeJournal, settle: Settle) -> None:
    page.show_section("register")
    said: list[str] = []
    page.said.connect(said.append)
    journal.fault = AlreadyThere(what="code")
    register = page.findChild(RegisterSection)
    assert isinstance(register, RegisterSection)
    field(register, "Name").setText("Someone")
    press(register, "Add")
    settle()
    assert said == ["That code is taken by another name in the register."]


def test_a_backup_is_made_now_and_the_last_one_told(page: SettingsPage, journal: FakeJournal, settle: Settle) -> None:
    page.show_section("backup")
    press(page, "Back up now")
    settle()
    assert "backed up" in journal.asked
    now = next(one for one in page.findChildren(QPushButton) if one.text() == "Back up now")
    assert now.isEnabled()
    assert "Last good backup: 22 Nov 2026" in said_in(page)


def test_a_restore_shows_first_what_would_come_back(page: SettingsPage, tmp_path: Path, settle: Settle) -> None:
    page.show_section("backup")
    asked: list[tuple[Path, str]] = []
    page.restore_asked.connect(lambda path, secret: asked.append((path, secret)))
    backup = page.findChild(BackupSection)
    assert isinstance(backup, BackupSection)
    assert not backup._chooser._restore.isEnabled()
    field(page, "Passphrase or recovery words of that backup").setText("secret words")
    press(page, "Look inside")
    settle()
    assert "A title in the backup" in said_in(page)
    press(page, "Restore this backup")
    assert asked == [(tmp_path / "one", "secret words")]


def test_a_backup_that_does_not_open_cannot_be_restored(
    qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane, tmp_path: Path, settle: Settle
) -> None:
    section = BackupSection(
        look,
        Settings(),
        journal,
        lane,
        backups=Backups(lambda _: [Backup(tmp_path / "one")], no_preview),
        default=tmp_path,
    )
    chooser = section.chooser
    for part in (section, chooser):
        qtbot.addWidget(part)
        part.show()
    section.load()
    settle()
    field(chooser, "Passphrase or recovery words of that backup").setText("wrong")
    press(chooser, "Look inside")
    settle()
    assert "does not open" in said_in(chooser)
    assert not section._chooser._restore.isEnabled()


def test_the_passphrase_is_changed_with_the_present_one(
    qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane, estimator: Estimator, page: SettingsPage, settle: Settle
) -> None:
    dialog = ChangeDialog(look, journal, lane, estimator, page)
    dialog.open()
    assert "still open with the old passphrase" in said_in(dialog)
    field(dialog, "Present passphrase").setText("the present one")
    field(dialog, "New passphrase").setText("a new one that is long enough")
    field(dialog, "The same passphrase again").setText("a new one that is long enough")
    settle()
    journal.fault = WrongSecret()
    press(dialog, "Change it")
    settle()
    assert "does not open this journal" in said_in(dialog)
    assert dialog.focusWidget() is field(dialog, "Present passphrase")
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() >= layout.totalHeightForWidth(dialog.width()), "what it says has room"
    journal.fault = None
    # the new one is still there: it was the present one that was mistyped
    field(dialog, "Present passphrase").setText("the present one")
    settle()
    press(dialog, "Change it")
    dialog.reject()
    assert dialog.isVisible(), "what is under way is not called back"
    settle()
    assert "changed" in journal.asked


def test_the_words_are_shown_to_who_knows_the_passphrase(
    qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane, page: SettingsPage, settle: Settle
) -> None:
    dialog = WordsDialog(look, journal, lane, page)
    dialog.open()
    asked = dialog.findChild(QLineEdit)
    assert isinstance(asked, QLineEdit)
    asked.setText("the present one")
    QTest.keyClick(asked, Qt.Key.Key_Return)
    settle()
    assert "11  word10" in said_in(dialog)
    assert dialog.focusWidget() is next(b for b in dialog.findChildren(QPushButton) if b.text().startswith("I have"))


def test_emptying_drops_everything_of_the_journal(page: SettingsPage, journal: FakeJournal, settle: Settle) -> None:
    journal.profile = AuthorProfile(name="Sam Hill")
    page.load()
    settle()
    page.empty()
    assert all("Sam" not in one.text() for one in page.findChildren(QLineEdit))
    assert journal.profile.name == "Sam Hill"


def test_the_change_of_passphrase_is_typed_from_field_to_field(
    qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane, estimator: Estimator
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ChangeDialog(look, journal, lane, estimator, parent)
    dialog.open()
    # and not in what a test before it left open
    qtbot.waitUntil(lambda: (focus := QApplication.focusWidget()) is not None and dialog.isAncestorOf(focus))
    names = []
    for _ in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None
        names.append(focus.accessibleName() or focus.property("text"))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    eye = "Show the passphrase"
    fields = ["Present passphrase", "New passphrase", "The same passphrase again"]
    assert names == [*fields, eye, "Offer six random words", eye, eye, "Cancel"]
    QTest.keyClick(field(dialog, fields[0]), Qt.Key.Key_Return)
    assert field(dialog, fields[1]).hasFocus(), "Return goes on as Tab does"


def test_words_are_asked_for_with_a_passphrase_or_not_at_all(
    qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = WordsDialog(look, journal, lane, parent)
    dialog.open()
    assert not dialog._go.isEnabled()
    QTest.keyClicks(dialog._field, "words")
    assert dialog._go.isEnabled()
    press(dialog, "Cancel")
    assert gone(dialog)


@pytest.mark.parametrize("words", ["Back up now", "Check the whole journal now"])
def test_the_keyboard_stays_at_what_was_pressed(page: SettingsPage, settle: Settle, words: str) -> None:
    page.show_section("backup")
    settle()
    pressed = next(one for one in page.findChildren(QPushButton) if one.text() == words)
    pressed.setFocus()
    QTest.keyClick(pressed, Qt.Key.Key_Return)
    QTest.keyClick(pressed, Qt.Key.Key_Return)
    settle()
    assert page.focusWidget() is pressed
    assert pressed.text() == words


def test_after_a_wrong_secret_of_a_backup_it_is_typed_again(
    qtbot: QtBot, look: Look, lane: Lane, tmp_path: Path, settle: Settle
) -> None:
    chooser = BackupChooser(look, lane, Backups(lambda _: [Backup(tmp_path / "one")], no_preview))
    qtbot.addWidget(chooser)
    chooser.show()
    chooser.load(tmp_path)
    settle()
    secret = field(chooser, "Passphrase or recovery words of that backup")
    secret.setText("wrong")
    inside = next(one for one in chooser.findChildren(QPushButton) if one.text() == "Look inside")
    inside.setFocus()
    QTest.keyClick(inside, Qt.Key.Key_Return)
    settle()
    assert chooser.focusWidget() is secret


def test_nothing_is_announced_of_an_empty_backup(
    qtbot: QtBot, look: Look, lane: Lane, tmp_path: Path, settle: Settle
) -> None:
    chooser = BackupChooser(
        look, lane, Backups(lambda _: [Backup(tmp_path / "one", entries=0)], lambda *_: Inside(0, ()))
    )
    qtbot.addWidget(chooser)
    chooser.show()
    chooser.load(tmp_path)
    settle()
    field(chooser, "Passphrase or recovery words of that backup").setText("right")
    press(chooser, "Look inside")
    settle()
    assert "Whole and readable, 0 entries.\nRestoring puts it" in said_in(chooser)


def test_the_name_whose_form_is_shown_is_marked(
    qtbot: QtBot, page: SettingsPage, journal: FakeJournal, settle: Settle
) -> None:
    """Tab coming to the list fills the form with its first name."""
    known = KnownName(new_id(), "Rebecca Marsh")
    journal.known = {known.id: known}
    page.show()
    qtbot.waitActive(page)
    register = a_register(page)
    page.load()
    settle()
    register._list.setFocus()
    assert field(register, "Name").text() == "Rebecca Marsh"
    assert register._list.selectedItems() == [register._list.currentItem()]
