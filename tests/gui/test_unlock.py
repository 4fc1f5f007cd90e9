"""The first pages: wrong tries answered kindly, strength shown, recovery words asked back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from journal.errors import InUse, WrongSecret
from journal.settings import Settings
from ui.errors import words
from ui.theme import Look
from ui.unlock.first_run import FirstRun
from ui.unlock.recover_page import WORDS, RecoverPage
from ui.unlock.unlock_page import TRIES_BEFORE_PAUSE, UnlockPage
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.strength import Estimator
from ui.widgets.words_step import WordsStep

LIST = ("abacus", "abdomen", "about", "zoom")


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> UnlockPage:
    made = UnlockPage(look, pause_ms=30)
    qtbot.addWidget(made)
    made.show()
    return made


def field_of(page: UnlockPage) -> PassphraseField:
    field = page.findChild(PassphraseField)
    assert isinstance(field, PassphraseField)
    return field


def attempt(page: UnlockPage, text: str) -> None:
    field_of(page).setText(text)
    QTest.keyClick(field_of(page), Qt.Key.Key_Return)


def test_the_passphrase_is_read_once_and_the_field_emptied(page: UnlockPage) -> None:
    asked: list[str] = []
    page.unlock_asked.connect(asked.append)
    attempt(page, "  any *characters* 😀, spaces kept  ")
    assert asked == ["  any *characters* 😀, spaces kept  "]
    assert field_of(page).text() == ""
    attempt(page, "again")
    assert len(asked) == 1, "one try at a time"


def test_an_empty_passphrase_is_not_tried(page: UnlockPage) -> None:
    asked: list[str] = []
    page.unlock_asked.connect(asked.append)
    attempt(page, "")
    assert asked == []


def test_a_wrong_try_is_told_and_can_be_repeated(page: UnlockPage) -> None:
    asked: list[str] = []
    page.unlock_asked.connect(asked.append)
    attempt(page, "one")
    page.failed(WrongSecret(), words(WrongSecret()))
    assert "does not open this journal" in field_of(page).accessibleDescription()
    attempt(page, "two")
    assert asked == ["one", "two"]


def test_three_wrong_tries_in_a_row_bring_a_pause(qtbot: QtBot, page: UnlockPage) -> None:
    asked: list[str] = []
    page.unlock_asked.connect(asked.append)
    for number in range(TRIES_BEFORE_PAUSE):
        attempt(page, f"try {number}")
        page.failed(WrongSecret(), words(WrongSecret()))
    attempt(page, "too soon")
    assert len(asked) == TRIES_BEFORE_PAUSE
    qtbot.wait(60)
    attempt(page, "later")
    assert asked[-1] == "later"


def test_other_errors_bring_no_pause(page: UnlockPage) -> None:
    asked: list[str] = []
    page.unlock_asked.connect(asked.append)
    for number in range(4):
        attempt(page, f"try {number}")
        page.failed(InUse(), words(InUse()))
    assert len(asked) == 4


def test_the_passphrase_can_be_shown_and_is_hidden_again_when_tried(page: UnlockPage) -> None:
    field = field_of(page)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.actions()[0].setChecked(True)
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    attempt(page, "words")
    assert field.echoMode() is QLineEdit.EchoMode.Password


def test_a_passphrase_that_was_taken_is_not_brought_back_by_undo(qtbot: QtBot, look: Look) -> None:
    field = PassphraseField(look, "Passphrase")
    qtbot.addWidget(field)
    QTest.keyClicks(field, "words")
    assert field.take() == "words"
    field.actions()[0].setChecked(True)
    field.undo()
    assert field.text() == ""


@pytest.fixture
def first_run(qtbot: QtBot, look: Look, estimator: Estimator, folder: Path) -> FirstRun:
    made = FirstRun(look, folder=folder, estimator=estimator)
    qtbot.addWidget(made)
    made.show()
    return made


def fields_of(page: FirstRun) -> list[PassphraseField]:
    return page.findChildren(PassphraseField)


def test_a_journal_is_made_only_with_a_strong_passphrase_typed_twice(
    first_run: FirstRun, folder: Path, settle: Callable[[], None]
) -> None:
    made: list[tuple[Path, str]] = []
    first_run.create_asked.connect(lambda place, passphrase: made.append((place, passphrase)))
    make = next(b for b in buttons(first_run) if b.text() == "Make the journal")
    first, second = fields_of(first_run)
    first.setText("short")
    second.setText("short")
    settle()
    assert not make.isEnabled()
    first.setText("long and quite unguessable words")
    second.setText("long and quite unguessable word")
    settle()
    assert not make.isEnabled()
    second.setText("long and quite unguessable words")
    settle()
    assert make.isEnabled()
    make.click()
    assert made == [(folder, "long and quite unguessable words")]
    assert [field.text() for field in fields_of(first_run)] == ["", ""]


def buttons(page: FirstRun) -> list:  # type: ignore[type-arg]
    from PySide6.QtWidgets import QPushButton  # noqa: PLC0415

    return page.findChildren(QPushButton)


def test_tab_goes_from_one_passphrase_to_the_other(qtbot: QtBot, first_run: FirstRun) -> None:
    """What is typed after a Tab was meant for the second field, and nothing shows where dots go."""
    first_run._to_passphrase()
    qtbot.waitActive(first_run)
    first, second = fields_of(first_run)
    first.setFocus()
    QTest.keyClicks(first, "one long passphrase")
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    stops = []
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    words = [stop.accessibleName() or stop.text() for stop in stops if isinstance(stop, QAbstractButton)]
    assert words == ["Show the passphrase", "Offer six random words", "Show the passphrase", "Back"]


def test_what_is_typed_at_the_eye_goes_nowhere(qtbot: QtBot, first_run: FirstRun) -> None:
    first_run._to_passphrase()
    first, _ = fields_of(first_run)
    first.setText("one long passphrase")
    QTest.keyClicks(first.eye, "x")
    assert first.text() == "one long passphrase"
    assert first.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClick(first.eye, Qt.Key.Key_Space)
    assert first.echoMode() is QLineEdit.EchoMode.Normal


def test_return_says_that_the_second_is_not_finished(first_run: FirstRun, settle: Callable[[], None]) -> None:
    first_run._to_passphrase()
    first, second = fields_of(first_run)
    first.setText("one long passphrase")
    second.setText("one long passph")
    settle()
    assert "The two are not the same." not in [one.text() for one in first_run.findChildren(QLabel)], "it may become so"
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert "The two are not the same." in [one.text() for one in first_run.findChildren(QLabel)]
    second.setText("one long passphrase")
    assert "The two are not the same." not in [one.text() for one in first_run.findChildren(QLabel)]


def test_six_random_words_are_offered_and_shown(first_run: FirstRun, settle: Callable[[], None]) -> None:
    next(b for b in buttons(first_run) if "six random" in b.text()).click()
    first, second = fields_of(first_run)
    assert first.text() == "one two three four five six seven"
    assert first.echoMode() is QLineEdit.EchoMode.Normal
    assert second.text() == ""
    settle()


def test_three_words_are_asked_back_before_it_is_finished(qtbot: QtBot, look: Look) -> None:
    step = WordsStep()
    qtbot.addWidget(step)
    finished: list[bool] = []
    step.finished.connect(lambda: finished.append(True))
    words_shown = tuple(f"word{number}" for number in range(11))
    step.show_words(words_shown)
    assert len(set(step.asked)) == 3
    fields = step.findChildren(QLineEdit)
    for field in fields:
        field.setText("wrong")
    QTest.keyClick(fields[0], Qt.Key.Key_Return)
    assert finished == []
    for field, at in zip(fields, step.asked, strict=True):
        field.setText(f"  {words_shown[at].upper()} ")
    QTest.keyClick(fields[0], Qt.Key.Key_Return)
    assert finished == [True]
    assert [field.text() for field in fields] == ["", "", ""]


@pytest.fixture
def recover(qtbot: QtBot, look: Look, estimator: Estimator) -> RecoverPage:
    made = RecoverPage(
        look,
        suggest=lambda prefix: [word for word in LIST if word.startswith(prefix)],
        unknown=lambda text: [] if text in LIST else [text],
        fault=lambda words: "One word is not right." if "abdomen" in words else "",
        estimator=estimator,
    )
    qtbot.addWidget(made)
    made.show()
    return made


def word_fields(page: RecoverPage) -> list[QLineEdit]:
    return [f for f in page.findChildren(QLineEdit) if not isinstance(f, PassphraseField)]


def test_all_words_can_be_pasted_into_the_first_field(qtbot: QtBot, recover: RecoverPage) -> None:
    qtbot.waitActive(recover)
    fields = word_fields(recover)
    assert len(fields) == WORDS
    fields[0].textEdited.emit(" ".join(["about"] * WORDS))
    assert recover.words() == " ".join(["about"] * WORDS)
    first = recover.findChild(PassphraseField)
    assert first is not None
    assert first.hasFocus(), "on with the passphrase"
    fields[4].textEdited.emit("abacus abdomen")
    assert fields[6].hasFocus(), "on with the next word"


def test_words_that_open_nothing_are_told_and_wait_for_a_passphrase_again(recover: RecoverPage) -> None:
    word_fields(recover)[0].textEdited.emit(" ".join(["about"] * WORDS))
    recover._ask()
    recover.failed("These are the words of another journal.")
    assert recover._said.text() == "These are the words of another journal."
    assert recover._open.text() == "Open with these words"
    assert not recover._open.isEnabled(), "the passphrase was read, and is to be typed again"


def test_words_are_typed_one_after_the_other_as_they_stand_on_paper(qtbot: QtBot, recover: RecoverPage) -> None:
    qtbot.waitActive(recover)
    for text in ("about ", "abacus", "\r", "abdomen "):
        focus = QApplication.focusWidget()
        assert isinstance(focus, QLineEdit)
        if text == "\r":
            QTest.keyClick(focus, Qt.Key.Key_Return)
        else:
            QTest.keyClicks(focus, text)
    assert recover.words() == "about abacus abdomen"
    fields = word_fields(recover)
    assert fields[3].hasFocus()
    fields[WORDS - 1].setFocus()
    QTest.keyClicks(fields[WORDS - 1], "about ")
    first = recover.findChild(PassphraseField)
    assert first is not None
    assert first.hasFocus(), "after the last word comes the passphrase"


def test_words_that_do_not_hold_together_are_told_before_a_passphrase_is_chosen(
    qtbot: QtBot, recover: RecoverPage, settle: Callable[[], None]
) -> None:
    qtbot.waitActive(recover)
    fields = word_fields(recover)
    for field in fields:
        field.setText("about")
    fields[3].setText("abdomen")
    fields[10].setFocus()
    QTest.keyClick(fields[10], Qt.Key.Key_Return)
    assert "One word is not right." in [one.text() for one in recover.findChildren(QLabel)]
    for one in recover.findChildren(PassphraseField):
        one.setText("long and quite unguessable words")
    settle()
    assert not recover._open.isEnabled()
    fields[3].setText("abacus")
    fields[3].editingFinished.emit()
    assert "One word is not right." not in [one.text() for one in recover.findChildren(QLabel)]
    assert recover._open.isEnabled()


def test_what_is_offered_in_a_field_is_taken_with_a_space(qtbot: QtBot, recover: RecoverPage) -> None:
    qtbot.waitActive(recover)
    fields = word_fields(recover)
    QTest.keyClicks(fields[0], "abd")
    assert (fields[0].text(), fields[0].selectedText()) == ("abdomen", "omen")
    QTest.keyClicks(fields[0], " ")
    assert fields[1].hasFocus()
    QTest.keyClick(fields[1], Qt.Key.Key_Space)
    assert fields[1].hasFocus(), "nothing was typed yet"
    assert recover.words() == "abdomen"


def test_escape_goes_back_from_the_words(recover: RecoverPage) -> None:
    back: list[bool] = []
    recover.back_asked.connect(lambda: back.append(True))
    QTest.keyClick(word_fields(recover)[2], Qt.Key.Key_Escape)
    assert back == [True]


def test_an_unknown_word_is_marked_at_once(recover: RecoverPage) -> None:
    fields = word_fields(recover)
    fields[2].setText("xyzzy")
    fields[2].editingFinished.emit()
    from PySide6.QtWidgets import QLabel  # noqa: PLC0415

    assert any(label.text() == "Not in the list of words: number 3." for label in recover.findChildren(QLabel))


def test_words_are_suggested_while_typing(recover: RecoverPage) -> None:
    field = word_fields(recover)[0]
    field.textEdited.emit("ab")
    model = field.completer().model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["abacus", "abdomen", "about"]


@pytest.mark.parametrize("size", [(1024, 650), (1440, 850)])
def test_words_and_passphrase_have_their_room_at_large_text(
    qtbot: QtBot, look: Look, estimator: Estimator, size: tuple[int, int]
) -> None:
    look.apply(Settings(theme="dark", text_px=36))
    page = RecoverPage(look, suggest=lambda _: [], unknown=lambda _: [], fault=lambda _: "", estimator=estimator)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    new = page.findChild(NewPassphrase)
    assert new is not None
    assert new.height() >= new.heightForWidth(new.width())


def test_what_was_typed_of_the_words_is_forgotten_with_what_was_offered(recover: RecoverPage) -> None:
    field = word_fields(recover)[0]
    QTest.keyClicks(field, "aba")
    assert field.text()
    recover.forget()
    field.undo()
    assert field.text() == ""
    assert field.completer().model().rowCount() == 0
