"""The review as a screen reader says it: names, states and order that make sense without seeing the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.campaigns.read_aloud import read_aloud
from tests.gui.sessions import Window, made_journal
from ui.review.groups import without_marks


def test_the_review_makes_sense_read_aloud(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    made_journal(tmp_path)
    window = Window(qtbot, qapp, tmp_path)
    window.unlock()
    window.write("Silence", "Write to anna@example.org or ring 07700 900123.\n\nRogers (1951) would disagree.")
    window.pages.editor.ask_post()
    qtbot.waitUntil(lambda: window.pages.review._review is not None, timeout=60_000)
    window.settle()
    page = window.pages.review
    page._panel.do("accept")
    lines = read_aloud(page)
    told = "\n".join(lines)
    # the texts, then what is to be decided, then the decision
    order = [
        next(at for at, line in enumerate(lines) if words in line)
        for words in (
            "Your entry",
            "Blog draft",
            "Details, 1 left",
            "People and details",
            "Accept what is shown for 07700",
        )
    ]
    assert order == sorted(order)
    assert "anna@example.org: changed to" in told
    assert "07700 900123: to decide. Proposed:" in told
    assert "A way to reach someone · names someone" in told
    assert "Rogers (1951): kept as a source" in told
    assert "Keep 07700 900123 as it is" in told
    assert "(no name)" not in told
    tabs = [line for line in lines if line.partition("  ")[2].startswith(("Details", "Together", "Questions"))]
    assert [line.split()[0] for line in tabs] == ["RadioButton"] * 3, "one of several is on; none is ticked"
    window.end()


@pytest.mark.parametrize(
    ("was", "new", "read"),
    [
        (" 990412)", ")", ("990412", "")),
        ("(01632 960123),", ",", ("01632 960123", "")),
        ("van (AB12 CDE)", "van", ("van (AB12 CDE)", "van")),
        ("Rebecca", "", ("Rebecca", "")),
        ("…", "…", ("…", "…")),
    ],
)
def test_a_number_taken_away_with_its_marks_is_read_as_left_out(was: str, new: str, read: tuple[str, str]) -> None:
    assert without_marks(was, new) == read
