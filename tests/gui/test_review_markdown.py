"""Both texts of a review, and earlier texts, styled as the editor styles them: no sign hidden, no place shifted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QTextDocument, QTextLayout
from pytestqt.qtbot import QtBot

from tests.unit.anonymise.builders import review_of
from ui.editor.history import ReadingPane
from ui.review.draft_pane import DraftPane
from ui.review.pane import ReviewPane
from ui.review.spans import Mark, Marks, Span, base_marks
from ui.text import document_text
from ui.theme import Look

TITLE = "On *being* late"
BODY = "## 😀 What *she* said\n\n> Was it **Rebecca**?\n\n- one\n2. two\n\n```\n*code*\n```\n\nSee [a page](https://example.org)."
TEXT = f"{TITLE}\n\n{BODY}"


def styled(document: QTextDocument, line: int) -> list[QTextLayout.FormatRange]:
    """What lies over a line, without touching its text."""
    return list(document.findBlockByNumber(line).layout().formats())


def words_with(document: QTextDocument, line: int, *, italic: bool = False, bold: bool = False) -> list[str]:
    text = document.findBlockByNumber(line).text().encode("utf-16-le")
    return [
        text[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le")
        for one in styled(document, line)
        if (not italic or one.format.fontItalic())
        and (not bold or one.format.fontWeight() == QFont.Weight.DemiBold.value)
    ]


@pytest.fixture(params=["light", "dark"])
def themed(look: Look, request: pytest.FixtureRequest) -> Look:
    look.apply(look.settings._replace(theme=request.param))
    return look


@pytest.mark.parametrize("made", [ReviewPane, DraftPane])
def test_headings_emphasis_lists_and_quotations_are_styled_and_every_sign_stays(
    qtbot: QtBot, themed: Look, made: type[ReviewPane]
) -> None:
    pane = made(themed, "Text")
    qtbot.addWidget(pane)
    pane.show_text(TEXT, Marks(), len(TITLE))
    document = pane.document()
    assert pane.text == document_text(document) == TEXT
    assert styled(document, 0) == [], "signs in a title stand for themselves"
    assert "".join(words_with(document, 2, bold=True)) == "## 😀 What *she* said"
    assert "*she*" in "".join(words_with(document, 2, italic=True))
    assert "".join(words_with(document, 4, italic=True)) == "> Was it **Rebecca**?"
    assert words_with(document, 6, bold=True) == ["- "]
    assert words_with(document, 7, bold=True) == ["2. "]
    assert not words_with(document, 10, italic=True), "code is no emphasis"
    signs = [one.format.foreground().color().name() for one in styled(document, 2)][:1]
    assert signs == [themed.colour("ink-2").name()]


def test_a_finding_in_a_heading_is_marked_over_its_whole_height(qtbot: QtBot, look: Look) -> None:
    pane = ReviewPane(look, "Text")
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    text = "# Rebecca\n\nRebecca"
    pane.show_text(text, Marks([Mark(Span(2, 9, 0), "direct"), Mark(Span(11, 18, 1), "direct")]), 0)
    pane.show()
    everything = QRectF(0, 0, 600, 400)
    [(_, large), (_, small)] = pane._painting.placed(everything, pane._marks, pane._positions)
    assert large.height() > small.height() * 1.2
    assert large.width() > small.width() * 1.2


def test_the_marks_of_a_review_lie_over_the_words_that_were_found(qtbot: QtBot, look: Look) -> None:
    review = review_of(BODY, title=TITLE)
    pane = ReviewPane(look, "Text")
    qtbot.addWidget(pane)
    pane.show_text(review.now.base, base_marks(review), len(TITLE))
    assert "Rebecca" in pane.marked()


def test_typing_a_sign_styles_the_line_and_tells_of_the_letter_alone(qtbot: QtBot, look: Look) -> None:
    pane = DraftPane(look, "Text")
    qtbot.addWidget(pane)
    pane.show_text("Title\n\n*late", Marks(), 5)
    pane.set_editable(True)
    typed: list[tuple[int, int, str]] = []
    pane.edited.connect(lambda *edit: typed.append(edit))
    pane.put_caret(12)
    pane.textCursor().insertText("*")
    assert typed == [(12, 12, "*")]
    assert words_with(pane.document(), 2, italic=True) == ["*", "late", "*"]
    look.apply(look.settings._replace(theme="dark", text_px=24))
    assert len(typed) == 1, "another look is no edit"


def test_an_earlier_text_is_styled_under_what_differs(qtbot: QtBot, themed: Look) -> None:
    pane = ReadingPane(themed, "Text")
    qtbot.addWidget(pane)
    pane.show_text(TEXT, True, [], pane.currentCharFormat())
    assert styled(pane.document(), 0) == []
    assert "".join(words_with(pane.document(), 2, bold=True)) == "## 😀 What *she* said"
    assert all(not one.format.hasProperty(one.format.Property.TextUnderlineStyle) for one in styled(pane.document(), 4))
    assert document_text(pane.document()) == TEXT


def test_a_long_text_is_styled_a_little_at_a_time(qtbot: QtBot, look: Look) -> None:
    pane = ReviewPane(look, "Text")
    qtbot.addWidget(pane)
    text = "Title\n\n```\n" + "*fine* and so on, " * 2_000 + "\n```\n\n*last*"
    pane.show_text(text, Marks(), 5)
    last = pane.document().blockCount() - 1
    assert not words_with(pane.document(), last, italic=True)
    qtbot.waitUntil(lambda: words_with(pane.document(), last, italic=True) != [])
    assert not words_with(pane.document(), 3, italic=True), "a block of code is one, in turns too"
    pane.show_text("", Marks(), 0)
    pane.show_text("Title\n\n*last*", Marks(), 5)
    assert words_with(pane.document(), 2, italic=True) == ["*", "last", "*"]
