"""What is copied is marked as secret, and goes after a minute and at lock if it is still ours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.clipboard import Clipboard, secret_mime


@pytest.fixture
def clipboard(qtbot: QtBot) -> Iterator[Clipboard]:
    yield Clipboard(QApplication.clipboard(), clear_after_s=60)
    QApplication.clipboard().clear()


def test_copied_text_asks_histories_to_look_away(clipboard: Clipboard) -> None:
    clipboard.copy("some words")
    mime = QApplication.clipboard().mimeData()
    assert mime.text() == "some words"
    assert mime.data("x-kde-passwordManagerHint").data() == b"secret"
    assert mime.hasFormat("ExcludeClipboardContentFromMonitorProcessing")
    assert not mime.hasHtml()


def test_it_is_cleared_at_lock_if_it_is_ours(clipboard: Clipboard) -> None:
    clipboard.copy("some words")
    clipboard.clear_if_ours()
    assert QApplication.clipboard().text() == ""


def test_what_another_put_there_stays(clipboard: Clipboard) -> None:
    clipboard.copy("some words")
    QApplication.clipboard().blockSignals(True)  # another program's change is not announced as ours
    other = QMimeData()
    other.setText("another's words")
    QApplication.clipboard().setMimeData(other)
    QApplication.clipboard().blockSignals(False)
    clipboard.clear_if_ours()
    assert QApplication.clipboard().text() == "another's words"


def test_it_is_cleared_by_itself_after_a_while(qtbot: QtBot) -> None:
    made = Clipboard(QApplication.clipboard(), clear_after_s=0.02)
    made.copy("some words")
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "")


def test_secret_mime_holds_plain_text_only() -> None:
    assert "text/html" not in secret_mime("<b>words</b>").formats()


def test_a_copy_for_the_web_holds_both_and_goes_like_any_other(qtbot: QtBot) -> None:
    made = Clipboard(QApplication.clipboard(), clear_after_s=0.05)
    made.copy("words", "<p>words</p>")
    mime = QApplication.clipboard().mimeData()
    assert (mime.text(), mime.html()) == ("words", "<p>words</p>")
    assert mime.data("x-kde-passwordManagerHint").data() == b"secret"
    qtbot.waitUntil(lambda: not QApplication.clipboard().text())
    left = QApplication.clipboard().mimeData()
    assert left is None or not left.hasHtml()
