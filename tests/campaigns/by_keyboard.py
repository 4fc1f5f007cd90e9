"""Entries taken from the journal to a file by keyboard alone, with key strokes and time counted (issue 5, "Shows 1").

``python -m tests.campaigns.by_keyboard [FOLDER]`` takes the entries of FOLDER (``*.txt``: first line the title; or
``*.jsonl`` with ``text``), or else invented ones, through the window: the entry opened, its draft begun, findings gone
through by the keys of the list, the five questions answered, a file written in each format. Every key goes to the
widget that has the keyboard, as a hand would have it; nothing is clicked and no slot is called. The decisions are a
hurried reader's: each proposal is accepted, what is asked for is kept. It is a count of keys, no measure of care.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

#: Invented entries, for a run without a folder.
ENTRIES = (
    (
        "What she actually asked for",
        "I have worked in a clinic in Kendal since 2015. On Tuesday 17 November I saw Rebecca, a midwife of 34.\n\n"
        "Rebecca told me her husband Tomasz had rung 07700 900123 to cancel. I noticed that I was hurrying.\n\n"
        "Rogers (1951) would disagree.",
    ),
    ("A quiet one", "We sat in silence, and I let it. It was enough for both of us."),
)
#: More keys than any of these entries should need: something stands still.
_MOST = 3_000


@dataclass(frozen=True, slots=True)
class Taken:
    """How one entry went: counts of keys, seconds of wall clock, what became of it."""

    number: int
    words: int
    findings: int
    keys: int
    seconds: float
    files: int


def entries_of(folder: Path) -> list[tuple[str, str]]:
    """Title and text of each entry in a folder, sorted by file name."""
    found: list[tuple[str, str]] = []
    for path in sorted(folder.iterdir()):
        if path.suffix == ".txt":
            title, _, body = path.read_text(encoding="utf-8").strip().partition("\n")
            found.append((title[:200], body.strip()))
        elif path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                text = str(json.loads(line)["text"]).strip()
                title, _, body = text.partition("\n")
                found.append((title[:200], body.strip() or text))
    return found


def campaign(entries: list[tuple[str, str]], home: Path) -> list[Taken]:
    """Every entry, one after the other."""
    # ruff: noqa: PLC0415 - the platform is set first
    import datetime as dt

    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QRadioButton

    from journal.model import Draft
    from tests.campaigns.driven import Driven
    from tests.journals import new_journal

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    opened, _ = new_journal(home)
    for number, (title, body) in enumerate(entries):
        opened.save_draft(Draft(None, "free", title, body, dt.date(2026, 11, 1) + dt.timedelta(days=number)))
    opened.lock()
    driven = Driven(app, home)
    driven.session.window.resize(1440, 900)
    driven.unlock()
    driven.session.window.activateWindow()
    driven.settle()
    pressed = 0
    none, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier

    def press(key: Qt.Key, held: Qt.KeyboardModifier = none) -> None:
        nonlocal pressed
        pressed += 1
        assert pressed < _MOST, "the keys lead nowhere"
        target = app.focusWidget() or driven.session.window
        QTest.keyClick(target, key, held)
        driven.spin(0.005)

    def menu_or_dialog() -> QDialog | None:
        return next((top for top in app.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()), None)

    def type_words(words: str) -> None:
        nonlocal pressed
        for letter in words:
            QTest.keyClicks(app.focusWidget() or driven.session.window, letter)
            pressed += 1

    def tab_to(found: Callable[[object], bool]) -> None:
        for _ in range(40):
            if found(app.focusWidget()):
                return
            press(Qt.Key.Key_Tab)
        raise AssertionError("not reached by the tab key")

    # from the first choice of the last page, which has three in its first line at this size
    right, down = Qt.Key.Key_Right, Qt.Key.Key_Down
    ways = {
        "md": [],
        "html": [right],
        "txt": [right, right],
        "docx": [down],
        "odt": [right, right, down],
        "pdf": [down, down],
    }
    taken: list[Taken] = []
    for number, (title, body) in enumerate(entries):
        pressed, began = 0, time.monotonic()
        out = home / f"out{number}"
        out.mkdir()
        # a window manager gives the keyboard back when a dialog closes; the off-screen one does not
        driven.session.window.activateWindow()
        driven.spin(0.1)
        press(Qt.Key.Key_1, control)
        driven.settle()
        # found by its first words, and opened by Enter
        press(Qt.Key.Key_K, control)
        press(Qt.Key.Key_A, control)
        wanted = re.findall(r"\b[A-Za-z]{5,}\b", f"{title} {body}")[:6]
        type_words(" ".join(wanted))
        driven.spin(0.4)
        driven.settle()
        press(Qt.Key.Key_Return)
        driven.spin(0.1)
        driven.settle()
        press(Qt.Key.Key_B, control | Qt.KeyboardModifier.ShiftModifier)
        driven.wait(lambda title=title: _shows(driven, title), longest_s=120)  # type: ignore[misc]
        driven.settle()
        page = driven.pages.review
        review = page._review
        assert review is not None
        findings = len(review.undecided)
        press(Qt.Key.Key_F8)
        while review.undecided:
            if app.focusWidget() is not page._panel.list:
                press(Qt.Key.Key_F8)
            press(Qt.Key.Key_Return)
            driven.settle()
        questions = page._panel.questions
        while questions.open(review.post.answers):
            press(Qt.Key.Key_Space)
            driven.spin(0.01)
            if questions.open(review.post.answers):
                for _ in range(12):
                    press(Qt.Key.Key_Tab)
                    focus = app.focusWidget()
                    if focus is not None and focus.accessibleName() == "The next question":
                        break
                press(Qt.Key.Key_Return)
        for place, (format, steps) in enumerate(ways.items()):
            # all is decided: the key for the next decision leads to the way out
            driven.session.window.activateWindow()
            driven.spin(0.05)
            press(Qt.Key.Key_F8)
            press(Qt.Key.Key_Return)
            driven.wait(menu_or_dialog, longest_s=20)
            driven.settle()
            dialog = menu_or_dialog()
            assert dialog is not None
            if place:
                tab_to(lambda focus: isinstance(focus, QRadioButton))
                for key in steps:
                    press(key)
            else:
                # the folder is remembered from then on
                tab_to(lambda focus: isinstance(focus, QLineEdit) and focus.accessibleName() == "Folder")
                press(Qt.Key.Key_A, control)
                type_words(str(out))
            press(Qt.Key.Key_Return, control)
            driven.wait(lambda out=out, format=format: any(out.glob(f"*.{format}")))  # type: ignore[misc]
            driven.wait(lambda: menu_or_dialog() is None)
            driven.settle()
            driven.spin(0.05)
        files = len([path for path in out.iterdir() if path.stat().st_size])
        taken.append(Taken(number + 1, len(body.split()), findings, pressed, time.monotonic() - began, files))
        print(taken[-1], flush=True)
    driven.end()
    return taken


def _shows(driven: object, title: str) -> bool:
    pages = driven.pages  # type: ignore[attr-defined]
    return pages.later.made("review") and pages.review._review is not None and title in pages.review._entry_pane.text


def main() -> None:
    """Print a line for each entry."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--most", type=int, default=5)
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    entries = (entries_of(given.folder) if given.folder else list(ENTRIES))[: given.most]
    with tempfile.TemporaryDirectory() as home:
        taken = campaign(entries, Path(home))
    print(f"{'entry':>5} {'words':>6} {'findings':>9} {'keys':>5} {'minutes':>8} {'files':>6}")
    for one in taken:
        print(f"{one.number:>5} {one.words:>6} {one.findings:>9} {one.keys:>5} {one.seconds / 60:>8.1f} {one.files:>6}")


if __name__ == "__main__":
    main()
