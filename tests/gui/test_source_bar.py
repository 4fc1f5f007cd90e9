"""An entry changed since: what differs is in sight at every text size, and what does not fit scrolls."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from journal.anonymise.source_changes import ChangedParagraph, SourceChange
from ui.review.source_bar import SourceBar, around
from ui.theme import Look

LONG = "She sat by the window, and the rain went on, and neither of us had anything to add to it. " * 4


@pytest.mark.parametrize(
    ("was", "now", "shown"),
    [
        ("It rained.", "It snowed.", ("It rained.", "It snowed.")),
        ("", "Quite new.", ("", "Quite new.")),
        ("Gone now.", "", ("Gone now.", "")),
        ("the same", "the same", ("the same", "the same")),
    ],
)
def test_a_short_paragraph_is_shown_whole(was: str, now: str, shown: tuple[str, str]) -> None:
    assert around(was, now) == shown


def test_of_a_long_one_what_differs_is_shown_with_a_little_around_it() -> None:
    was, now = f"{LONG}It was Tuesday. {LONG}", f"{LONG}It was a Thursday. {LONG}"
    before, after = around(was.strip(), now.strip())
    assert "It was Tuesday." in before
    assert "It was a Thursday." in after
    for words in (before, after):
        assert words.startswith("… ")
        assert words.endswith(" …")
        assert len(words) < 200


def change(*paragraphs: tuple[str, str]) -> SourceChange:
    changed = tuple(ChangedParagraph(0, was, now) for was, now in paragraphs)
    return SourceChange(0, UUID(int=1), UUID(int=2), "", paragraphs=changed)


@pytest.mark.parametrize(("text_px", "width"), [(18, 600), (18, 1300), (36, 900), (36, 1300)])
def test_nothing_of_it_is_cut_off_and_the_page_keeps_its_room(
    qtbot: QtBot, look: Look, text_px: int, width: int
) -> None:
    look.apply(look.settings._replace(text_px=text_px))
    page = QWidget()
    qtbot.addWidget(page)
    bar = SourceBar(look, page)
    box = QVBoxLayout(page)
    box.addWidget(bar)
    box.addStretch(1)
    page.resize(width, 640)
    page.show()
    bar.show_changes([change(*((f"{LONG} {n}", f"{LONG} not {n}") for n in range(4)))])
    qtbot.waitExposed(page)
    qtbot.wait(20)
    said, area = bar._what, bar._area
    assert said.text().count("Was: ") == said.text().count("Now: ") == 4
    assert said.height() >= said.heightForWidth(said.width())
    assert area.verticalScrollBar().maximum() > 0, "the rest is scrolled to"
    assert area.focusPolicy() & Qt.FocusPolicy.TabFocus, "by the keyboard, too"
    assert area.accessibleName().startswith("You changed the entry since: 4 paragraphs")
    assert area.nextInFocusChain() is not bar._take
    assert bar.height() < page.height() * 0.6
    for button in (bar._look, bar._leave, bar._take):
        shown = button.mapTo(page, button.rect().bottomRight())
        assert shown.x() < page.width()
        assert button.width() >= button.sizeHint().width()


def test_a_short_change_takes_no_more_room_than_its_words(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bar = SourceBar(look, page)
    QVBoxLayout(page).addWidget(bar)
    page.resize(900, 700)
    page.show()
    bar.show_changes([change(("It rained.", "It snowed."))])
    qtbot.wait(20)
    assert bar._what.text() == "Was: It rained.\nNow: It snowed."
    assert bar._area.verticalScrollBar().maximum() == 0


def test_where_a_page_is_low_what_changed_is_shown_when_asked(qtbot: QtBot, look: Look) -> None:
    look.apply(look.settings._replace(text_px=36))
    page = QWidget()
    qtbot.addWidget(page)
    bar = SourceBar(look, page)
    box = QVBoxLayout(page)
    box.addWidget(bar)
    box.addStretch(1)
    page.resize(1000, 600)
    page.show()
    bar.show_changes([change((f"{LONG} 1", f"{LONG} 2"))])
    qtbot.waitExposed(page)
    qtbot.wait(20)
    assert not bar._area.isVisible()
    assert bar.height() < page.height() * 0.4
    assert bar._open.isVisible()
    bar._open.click()
    qtbot.wait(20)
    assert bar._area.isVisible()
    assert bar._look.isVisible()
    bar.show_changes([change(("It rained.", "It snowed."))])
    assert not bar._area.isVisible(), "the next one is asked about anew"
    page.resize(1000, 1400)
    bar.show_changes([change(("It rained.", "It snowed."))])
    assert bar._area.isVisible()
    assert not bar._open.isVisible()
