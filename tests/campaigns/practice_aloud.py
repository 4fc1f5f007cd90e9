"""What a screen reader says of the practice side: every page and dialog of it over the sample's year (issue 6).

``python -m tests.campaigns.practice_aloud`` prints two readings of each: the controls in the order of the Tab key, and
the whole accessible tree, words that are no controls among it, in the order in which a reader walks it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget

from tests.campaigns.read_aloud import called, read_aloud
from ui.practising import PLACES

if TYPE_CHECKING:
    from ui.app import Pages

#: Longest line that is printed, and rows of a table.
_LONGEST, _ROWS = 150, 3
_Role = QAccessible.Role
#: Containers that say nothing themselves: what is in them is said.
_SILENT = {
    _Role.Client,
    _Role.Pane,
    _Role.Grouping,
    _Role.Splitter,
    _Role.Border,
    _Role.ScrollBar,
    _Role.Separator,
    _Role.Grip,
    _Role.Whitespace,
    _Role.LayeredPane,
}


def tree_said(top: QWidget) -> list[str]:
    """Every visible node with a name or a value, in the order of the tree; children of a control are its own affair."""
    return list(_walk(QAccessible.queryAccessibleInterface(top)))


def _walk(node: QAccessibleInterface | None, depth: int = 0) -> Iterator[str]:
    if node is None or not node.isValid() or depth > 40 or node.state().invisible:
        return
    role = node.role()
    if role is _Role.Table:
        yield _line(node, f"{node.childCount()} cells")
        return
    name = node.text(QAccessible.Text.Name).strip()
    # words that are not there (the line below a chart until somebody walks it) are not said
    if name or (role not in _SILENT and role is not _Role.StaticText):
        yield _line(node)
    if role in (_Role.Button, _Role.ComboBox, _Role.List, _Role.SpinBox, _Role.EditableText, _Role.Slider):
        return
    for at in range(node.childCount()):
        yield from _walk(node.child(at), depth + 1)


def _line(node: QAccessibleInterface, more: str = "") -> str:
    held = node.object()
    kinds = QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description
    name, value, about = (" ".join(node.text(kind).split()) for kind in kinds)
    if isinstance(held, QComboBox):
        value, name = name, called(held)
    parts = [str(node.role()).rpartition(".")[2], name or "(no name)"]
    parts += [f"= {value}"] if value and value != name else []
    parts += [f"({about})"] if about and about != name else []
    parts += [more] if more else []
    return "  ".join(parts)[:_LONGEST]


def dialog_in_front() -> QDialog:
    """The dialog that was just asked for."""
    tops = QApplication.topLevelWidgets()
    return next(top for top in tops if isinstance(top, QDialog) and top.isVisible())


def asked_for(pages: Pages) -> tuple[tuple[str, str, Callable[[], object]], ...]:
    """The dialogs of each page: the page, a word for it, and what opens it."""
    supervision, wellbeing, back, learning = (
        getattr(pages.practising, name) for name in ("supervision", "wellbeing", "looking_back", "learning")
    )
    facts = supervision.facts
    return (
        ("today", "end the day", pages.practising.today.end_day),
        ("supervision", "a session", lambda: supervision.log_session(facts.sessions[0])),
        ("supervision", "a matter", lambda: supervision.bring(facts.agenda[0])),
        ("supervision", "after the session", lambda: supervision.hear(facts.agenda[0])),
        ("supervision", "a draft of it", lambda: supervision._ask_post(facts.heard[0])),
        ("supervision", "the pause", supervision._ask_pause),
        ("supervision", "arrangement", supervision._ask_arrangement),
        ("supervision", "hours with clients", supervision._ask_client_hours),
        ("supervision", "summary", supervision._ask_summary),
        ("wellbeing", "check-in", wellbeing.check_in),
        ("wellbeing", "early signs", wellbeing._ask_plan),
        ("wellbeing", "events", wellbeing._ask_events),
        ("learning", "activity", learning._new_activity),
        ("learning", "account", lambda: learning._ask_account(learning.facts.accounts[0])),
        ("looking_back", "a thread", back._new_thread),
    )


def readings(pages: Pages, settle: Callable[[], object]) -> Iterator[tuple[str, QWidget]]:
    """Every page and dialog by its name, while it is shown. ``settle`` waits until what was asked is there."""
    for place in PLACES:
        pages.show(place)
        settle()
        shown = pages.practising.page(place)
        settle()
        yield place, _tabbed(shown)
    for place, name, ask in asked_for(pages):
        pages.show(place)
        settle()
        ask()
        settle()
        dialog = dialog_in_front()
        yield f"{place}: {name}", _tabbed(dialog)
        dialog.reject()
        settle()


def _tabbed(shown: QWidget) -> QWidget:
    """The order is put right when Tab is pressed, as a person presses it."""
    QTest.keyClick(shown.focusWidget() or shown, Qt.Key.Key_Tab)
    return shown


def main() -> None:
    """Print all of it, read over the sample."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # ruff: noqa: PLC0415 - the platform is set first
    import datetime as dt

    from journal.sample_journal import write_sample
    from tests.campaigns.driven import Driven
    from tests.journals import new_journal

    app = QApplication([])
    QAccessible.setActive(True)
    with tempfile.TemporaryDirectory() as folder:
        opened, _ = new_journal(Path(folder))
        write_sample(opened, dt.datetime.now().astimezone().date())
        opened.lock()
        driven = Driven(app, Path(folder))
        driven.session.window.resize(1440, 900)
        driven.unlock()

        def settle() -> None:
            # what is put into a page is shown a turn later, which takes its time on a busy machine
            driven.settle()
            driven.spin(0.1)
            driven.settle()

        for name, shown in readings(driven.pages, settle):
            print(f"\n=== {name}, by the Tab key")
            print("\n".join(read_aloud(shown)))
            print(f"\n=== {name}, the whole tree")
            print("\n".join(tree_said(shown)))
        driven.end()


if __name__ == "__main__":
    main()
