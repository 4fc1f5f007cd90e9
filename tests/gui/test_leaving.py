"""A post with chosen parts leaves by file and by clipboard, through a whole window and a real journal."""

from __future__ import annotations

import gc
import weakref
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QMessageBox, QRadioButton
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from journal.anonymise.review import Review, ReviewedPost
from journal.export.preview import Leaving
from journal.ids import new_id
from journal.model import AgendaFlag, Part
from journal.practice_model import LaterNote
from tests.gui.fakes import DAY
from tests.gui.seen import opened
from tests.gui.sessions import Window, field, made_journal, press
from tests.journals import answered
from ui.export.export_dialog import ExportDialog
from ui.export.parts_dialog import PartsDialog, PartsNow
from ui.leaving import end_dialogs
from ui.looking_back.note_dialogs import NoteDialog

BODY = "😀 Write to anna@example.org or ring 07700 900123. It went quiet, and I let it."
_Dialog = TypeVar("_Dialog", bound=QDialog)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    made_journal(tmp_path)
    made = Window(qtbot, qapp, tmp_path)
    made.unlock()
    made.write("Silence", BODY)
    made.pages.editor.ask_post()
    qtbot.waitUntil(lambda: made.pages.review._review is not None, timeout=30_000)
    made.settle()
    yield made
    made.end()
    QApplication.clipboard().clear()


def review_of(window: Window) -> Review:
    review = window.pages.review._review
    assert review is not None
    return review


def shown(window: Window, kind: type[_Dialog]) -> _Dialog:
    """The dialog of this kind, once it is there."""
    window.qtbot.waitUntil(lambda: window.session.window.findChild(kind) is not None, timeout=20_000)
    dialog = window.session.window.findChild(kind)
    assert isinstance(dialog, kind)
    return dialog


def last_page(window: Window) -> ExportDialog:
    review = review_of(window)
    review.accept_all()
    window.pages.later._exporting.ask(answered(review).finish())
    return shown(window, ExportDialog)


def pick(dialog: QDialog, words: str) -> None:
    next(b for b in dialog.findChildren(QRadioButton) if b.text() == words).click()


def test_parts_are_chosen_on_the_review_page_and_scanned_like_the_text(qtbot: QtBot, window: Window) -> None:
    action = window.session.window.action("parts")
    assert action.isEnabled()
    action.trigger()
    dialog = shown(window, PartsDialog)
    field(dialog, "Category").setText("Practice")
    field(dialog, "Tags, with commas between").setText("time, anna@example.org")
    combo = dialog.findChild(QComboBox)
    assert combo is not None
    combo.setCurrentIndex(1)
    press(dialog, "Use these")
    qtbot.waitUntil(lambda: review_of(window).draft().category == "Practice", timeout=30_000)
    window.settle()
    review = review_of(window)
    start, end = review.post.span(Part.TAGS)
    assert any(start <= review.findings[at].start < end for at in review.undecided)
    start, end = review.post.span(Part.HELP)
    assert not any(start <= finding.start < end for finding in review.findings)
    window.pages.show("journal")
    assert not action.isEnabled()


def test_a_word_document_leaves_by_hand_with_its_row_in_the_log(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    dialog = last_page(window)
    assert "It went quiet" in dialog._page.text.toPlainText()
    out = tmp_path / "out"
    out.mkdir()
    field(dialog, "Folder").setText(str(out))
    pick(dialog, "Word (DOCX)")
    press(dialog, "Export")
    qtbot.waitUntil(lambda: window.session.window.findChild(ExportDialog) is None, timeout=20_000)
    (file,) = out.iterdir()
    assert file.name == "blog-draft.docx"
    assert file.stat().st_mode & 0o777 == 0o600
    with zipfile.ZipFile(file) as archive:
        words = archive.read("word/document.xml").decode("utf-8")
    assert "It went quiet" in words
    assert "anna@example.org" not in words
    window.pages.show("drafts")
    window.settle()
    assert "exported once" in window.pages.posts._list.item(0).text()


def test_a_copy_for_the_web_is_on_the_clipboard_and_gone_at_lock(qtbot: QtBot, window: Window) -> None:
    dialog = last_page(window)
    press(dialog, "Copy for the web")
    qtbot.waitUntil(lambda: bool(QApplication.clipboard().text()), timeout=20_000)
    mime = QApplication.clipboard().mimeData()
    assert mime.html().startswith("<h1>Silence</h1>")
    assert mime.text().startswith("Silence\n\n")
    assert mime.data("x-kde-passwordManagerHint").data() == b"secret"
    assert dialog._said.text().startswith("Copied, and noted in the journal.")
    window.settle()
    window.session.lock()
    window.locked()
    assert not QApplication.clipboard().text()
    assert not Shiboken.isValid(dialog)


def test_a_question_over_a_form_goes_with_it_and_stops_nothing(qtbot: QtBot) -> None:
    form, last = QDialog(), QDialog()
    question = QMessageBox(form)
    for made in (form, question, last):
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    end_dialogs([form, question, last])
    assert not any(map(Shiboken.isValid, (form, question, last)))


def test_undo_brings_nothing_back_when_the_journal_has_locked(window: Window) -> None:
    window.write("Endings", "I hid at minute four.")
    editor, timeline = window.pages.editor, window.pages.timeline
    lines = (editor.title, editor.meta._tags, editor._sheet.find_bar._field, timeline._search)
    for line in lines:
        line.insert("words")
        assert line.isUndoAvailable()
    window.session.lock()
    window.locked()
    for line in lines:
        assert line.text() == ""
        assert not line.isUndoAvailable(), line.accessibleName()


def test_no_words_of_an_entry_stay_beside_its_text_when_the_journal_locks(window: Window) -> None:
    window.pages.practising.ask_note(LaterNote(None, new_id(), DAY, ""))
    note = opened(NoteDialog)
    note._text.setPlainText("Half a thought")
    note.reject()
    window.write("Endings", "I hid at minute four.")
    editor = window.pages.editor
    editor.meta._tags.setText("#anna")
    editor.meta.offer_tags(["anna"])
    editor.flagging.show_flags([AgendaFlag(new_id(), 0, 5, "I hid")])
    left = window.pages.practising._unfinished
    assert left._while.isActive()
    window.session.lock()
    window.locked()
    assert left._left is None
    assert not left._while.isActive()
    assert editor.flagging.flags("") == ()
    assert editor.meta._tags.text() == ""
    assert editor.meta._known._known.rowCount() == 0


@pytest.mark.parametrize("which", ["last page", "parts"])
def test_no_dialog_keeps_its_text_when_the_journal_locks(window: Window, which: str) -> None:
    if which == "last page":
        dialog: QDialog = last_page(window)
    else:
        window.session.window.action("parts").trigger()
        dialog = shown(window, PartsDialog)
        field(dialog, "Title").setText("It went quiet")
    assert "It went quiet" in words_on_screen()
    gone = weakref.ref(dialog)
    del dialog
    window.session.lock()
    window.locked()
    assert "It went quiet" not in words_on_screen()
    gc.collect()
    assert gone() is None
    held = [one for one in gc.get_objects() if isinstance(one, (ReviewedPost, PartsNow, Leaving))]
    assert held == []


def words_on_screen() -> str:
    """What every widget there is could show, hidden ones too."""
    ways = ("text", "toPlainText", "title", "windowTitle", "toolTip", "accessibleName", "accessibleDescription")
    found = (getattr(widget, way, None) for widget in QApplication.allWidgets() for way in ways)
    return "\n".join(str(way()) for way in found if callable(way))


def test_the_last_page_says_what_is_to_be_answered_and_lets_nothing_leave(window: Window, tmp_path: Path) -> None:
    review = review_of(window)
    review.accept_all()
    window.pages.later._exporting.ask(review.finish())
    dialog = shown(window, ExportDialog)
    assert "Five questions must be answered" in dialog._said.text()
    dialog.chosen.emit("md", tmp_path / "draft.md", False)  # as if the button had been pressed
    window.settle()
    assert "Five questions must be answered" in dialog._said.text()
    assert not (tmp_path / "draft.md").exists()


def test_the_last_page_leads_to_the_parts_and_back(qtbot: QtBot, window: Window) -> None:
    press(last_page(window), "Parts…")
    dialog = shown(window, PartsDialog)
    pick(dialog, "No byline")
    press(dialog, "Use these")
    qtbot.waitUntil(lambda: review_of(window).draft().byline == "", timeout=30_000)
    window.settle()
    again = last_page(window)
    assert "withheld" not in again._page.text.toPlainText()
