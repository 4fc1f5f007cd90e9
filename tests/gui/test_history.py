"""Earlier texts: shown beside the present one with what differs, brought back, emptied on locking."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton, QTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from journal.errors import DiskFull
from tests.gui.fakes import DAY, FakeJournal
from ui.editor.editor_page import EditorPage
from ui.editor.history import HistoryDialog
from ui.jobs import Lane
from ui.theme import Look

Settle = Callable[[], None]


@pytest.fixture
def page(qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane) -> EditorPage:
    made = EditorPage(look, journal, lane, journal.library, scan=lane, today=lambda: DAY)
    qtbot.addWidget(made)
    made.resize(1_200, 800)
    made.show()
    return made


@pytest.fixture
def entry(journal: FakeJournal) -> UUID:
    made = journal.add("Title", "😀 I felt torn.\nThe same line.")
    journal.add_revision(made, "Title", "Quite another text.")
    journal.add_revision(made, "Title", "😀 I felt calm.\nThe same line.\nGone since.")
    return made


def opened(page: EditorPage, entry: UUID, settle: Settle) -> HistoryDialog:
    page.open_entry(entry)
    settle()
    page.show_history()
    for _ in range(4):
        settle()
    (found,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, HistoryDialog) and one.isVisible()]
    return found


def panes(shown: HistoryDialog) -> tuple[QTextEdit, QTextEdit]:
    by_name = {pane.accessibleName(): pane for pane in shown.findChildren(QTextEdit)}
    return by_name["The earlier text"], by_name["The text as it is now"]


def marked(pane: QTextEdit, *, struck: bool) -> list[str]:
    """The words that are struck through, or else underlined."""
    found = []
    block = pane.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            one = pieces.fragment()
            style = one.charFormat()
            if style.fontStrikeOut() if struck else style.fontUnderline():
                found.append(one.text())
            pieces += 1
        block = block.next()
    return found


def test_the_newest_is_shown_first_and_what_differs_is_marked_by_more_than_colour(
    page: EditorPage, entry: UUID, settle: Settle
) -> None:
    shown = opened(page, entry, settle)
    assert shown.findChildren(QListWidget)[0].count() == 2
    earlier, present = panes(shown)
    assert marked(earlier, struck=True) == ["calm", "Gone since."]
    assert marked(present, struck=False) == ["torn"]
    assert earlier.isReadOnly()
    assert present.isReadOnly()
    shown.reject()


def formats(pane: QTextEdit) -> list[tuple[str, int, int, bool, bool]]:
    """Each stretch of one look, with what is seen of it."""
    found: list[tuple[str, int, int, bool, bool]] = []
    block = pane.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            one = pieces.fragment()
            style = one.charFormat()
            size = style.intProperty(QTextFormat.Property.FontPixelSize)
            found.append((one.text(), size, style.fontWeight(), style.fontStrikeOut(), style.fontUnderline()))
            pieces += 1
        block = block.next()
    return found


def test_a_text_shown_again_looks_as_it_did_the_first_time(
    page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    entry = journal.add("Title", "I felt torn.\nThe same line.")
    journal.add_revision(entry, "", "I felt torn.\nThe same line.")
    journal.add_revision(entry, "Title", "I felt calm.\nThe same line.")
    journal.add_revision(entry, "Another", "I felt torn.\nThe same line.")
    shown = opened(page, entry, settle)
    kept = shown.findChildren(QListWidget)[0]

    def looks(at: int) -> list[list[tuple[str, int, int, bool, bool]]]:
        kept.setCurrentRow(at)
        settle()
        settle()
        return [formats(pane) for pane in panes(shown)]

    first = [looks(at) for at in range(3)]
    assert not first[2][0][0][1], "a text without a title begins in the size of a title"
    assert marked(panes(shown)[0], struck=True) == []
    for at in (1, 0, 2, 0, 1, 2):
        assert looks(at) == first[at]
        # a reader selects what they see, too
        panes(shown)[at % 2].selectAll()
    shown.reject()


def test_return_in_the_list_brings_the_text_back(
    page: EditorPage, journal: FakeJournal, entry: UUID, settle: Settle
) -> None:
    shown = opened(page, entry, settle)
    kept = shown.findChildren(QListWidget)[0]
    QTest.keyClick(kept, Qt.Key.Key_Down)
    settle()
    QTest.keyClick(kept, Qt.Key.Key_Return)
    settle()
    settle()
    assert page.body.text() == "Quite another text."


def test_each_difference_can_be_gone_to(page: EditorPage, entry: UUID, settle: Settle) -> None:
    shown = opened(page, entry, settle)
    next_one = next(b for b in shown.findChildren(QToolButton) if b.accessibleName() == "The next difference")
    assert says(shown, "Difference 1 of 2")
    next_one.click()
    assert says(shown, "Difference 2 of 2")
    next_one.click()
    assert says(shown, "Difference 1 of 2")
    shown.reject()


def test_words_are_counted_as_the_list_counts_them(page: EditorPage, entry: UUID, settle: Settle) -> None:
    """The text's own: no title, no question answered."""
    shown = opened(page, entry, settle)
    said = [shown._list.item(at).text().partition("\n")[2] for at in range(shown._list.count())]
    assert sorted(said) == ["3 words", "8 words"]


def says(shown: HistoryDialog, words: str) -> bool:
    return any(label.text() == words for label in shown.findChildren(QLabel))


def test_a_text_is_brought_back_and_the_present_one_kept(
    page: EditorPage, journal: FakeJournal, entry: UUID, settle: Settle
) -> None:
    shown = opened(page, entry, settle)
    shown.findChildren(QListWidget)[0].setCurrentRow(1)
    settle()
    said: list[str] = []
    page.said.connect(said.append)
    press(shown, "Bring this text back")
    settle()
    settle()
    assert page.body.text() == "Quite another text."
    assert journal.entries[entry].body == "Quite another text."
    assert journal.revisions(entry)[0].body.startswith("😀 I felt torn.")
    assert said
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, HistoryDialog) and one.isVisible()]


def press(shown: HistoryDialog, words: str) -> None:
    next(made for made in shown.findChildren(QPushButton) if made.text() == words).click()


def test_what_is_unsaved_is_saved_before_the_comparison(
    page: EditorPage, journal: FakeJournal, entry: UUID, settle: Settle
) -> None:
    page.open_entry(entry)
    settle()
    page.body.insertPlainText("New. ")
    shown = opened(page, entry, settle)
    assert journal.entries[entry].body.startswith("New. ")
    assert "New" in "".join(marked(panes(shown)[1], struck=False))
    shown.reject()


def test_a_restore_that_fails_says_so_and_changes_nothing(
    page: EditorPage, journal: FakeJournal, entry: UUID, settle: Settle
) -> None:
    shown = opened(page, entry, settle)
    journal.fault = DiskFull()
    press(shown, "Bring this text back")
    settle()
    assert shown.isVisible()
    assert any("disk is full" in label.text() for label in shown.findChildren(QLabel))
    assert page.body.text().startswith("😀 I felt torn.")
    journal.fault = None
    shown.reject()


def test_an_entry_without_earlier_texts_says_what_is_kept(
    page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    shown = opened(page, journal.add(), settle)
    assert any(
        label.text().startswith("No earlier texts yet.") and label.isVisible() for label in shown.findChildren(QLabel)
    )
    assert not any(
        label.text().startswith("Words that only") and label.isVisible() for label in shown.findChildren(QLabel)
    )
    assert shown.height() < 300, shown.height()
    shown.reject()


def test_locking_empties_it(page: EditorPage, entry: UUID, settle: Settle) -> None:
    shown = opened(page, entry, settle)
    page.empty()
    assert [pane.toPlainText() for pane in shown.findChildren(QTextEdit)] == ["", ""]
    assert shown.findChildren(QListWidget)[0].count() == 0
    shown.reject()


def test_what_is_copied_there_is_plain_and_marked(page: EditorPage, entry: UUID, settle: Settle) -> None:
    shown = opened(page, entry, settle)
    pane = shown.findChildren(QTextEdit)[0]
    pane.selectAll()
    mime = pane.createMimeDataFromSelection()
    assert mime.hasFormat("x-kde-passwordManagerHint")
    assert not mime.hasHtml()
    shown.reject()
