"""No decision is lost, at whatever stage a review is closed, locked or killed (issue 5, "Shows 3").

Killed is: the session goes away without a word once the pause of saving is over, and the journal is opened anew from
its file. What was typed within that pause (0.4 s) is the only thing that a kill can take; decisions are stored at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from journal.anonymise.review import Review
from tests.gui.sessions import Window, made_journal

BODY = "Write to anna@example.org or ring 07700 900123. It went quiet, and I let it."


def _nothing(window: Window) -> None:
    del window


def _accept_one(window: Window) -> None:
    window.pages.review._panel.do("accept")


def _accept_all(window: Window) -> None:
    window.pages.review._panel._accept_all.click()


def _undone(window: Window) -> None:
    _accept_all(window)
    window.pages.review.undo()


def _asked(window: Window) -> None:
    window.pages.review._panel._treated("paraphrase", "in your own words")


def _typed(window: Window) -> None:
    draft = window.pages.review._draft_pane
    draft.put_caret(draft.text.index("It went"))
    draft.textCursor().insertText("So it was. ")


def _typed_and_found(window: Window) -> None:
    draft = window.pages.review._draft_pane
    draft.put_caret(draft.text.index("It went"))
    draft.textCursor().insertText("Ring 01632 960123. ")
    window.pages.review._rescan.look()
    window.settle()
    review = window.pages.review._review
    assert review is not None
    review.keep(review.now.count - 1)
    window.pages.review._decided()


def _flagged(window: Window) -> None:
    page = window.pages.review
    start = page._entry_pane.text.index("quiet")
    assert page._review is not None
    page._review.flag(start, start + 5, "name.person")
    page._flagged(0)


def _answered(window: Window) -> None:
    questions = window.pages.review._panel.questions
    questions.answer("not_sure")


STAGES: dict[str, Callable[[Window], None]] = {
    "just begun": _nothing,
    "one accepted": _accept_one,
    "all accepted": _accept_all,
    "a step taken back": _undone,
    "words asked for": _asked,
    "typed in the draft": _typed,
    "found in typed words, kept": _typed_and_found,
    "flagged by hand": _flagged,
    "a question answered": _answered,
}


def told(review: Review) -> tuple[object, ...]:
    """What a review holds, as far as a person can see it."""
    return (review.draft_text(), review.undecided, dict(review.post.answers), len(review.findings), len(review.typed))


def opened(window: Window) -> Review:
    """The review on the page, once it was scanned."""
    window.qtbot.waitUntil(lambda: window.pages.review._review is not None, timeout=60_000)
    window.settle()
    found = window.pages.review._review
    assert found is not None
    return found


def killed(window: Window) -> None:
    """The file is let go of as it is: nothing is flushed, finished or settled, as when the process ends at once."""
    window.qtbot.waitUntil(lambda: not window.pages.review._saving._dirty, timeout=20_000)
    window.settle()
    journal = window.session.journal
    assert journal is not None
    window.session.vault.run(journal._connection.close, owner=window.session)
    window.settle()
    window.end()


@pytest.mark.parametrize("stage", STAGES)
def test_no_decision_is_lost(qtbot: QtBot, qapp: QApplication, tmp_path: Path, stage: str) -> None:
    made_journal(tmp_path)
    window = Window(qtbot, qapp, tmp_path)
    window.unlock()
    window.write("Silence", BODY)
    window.pages.editor.ask_post()
    opened(window)
    STAGES[stage](window)
    page = window.pages.review
    assert page._review is not None
    before, post_id = told(page._review), page.post_id
    assert post_id is not None

    # left for the list, and at once: within the pause of saving
    window.pages.show("drafts")
    window.pages._open_post(post_id)
    assert told(opened(window)) == before, "left"

    window.session.lock()
    window.locked()
    assert page._draft_pane.toPlainText() == ""
    window.end()
    window = Window(qtbot, qapp, tmp_path)
    window.unlock()
    assert told(opened(window)) == before, "locked"

    killed(window)
    window = Window(qtbot, qapp, tmp_path)
    window.unlock()
    window.pages._open_post(post_id)
    assert told(opened(window)) == before, "killed"
    window.session.lock()
    window.locked()
    window.end()
