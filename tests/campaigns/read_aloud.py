"""What a screen reader says of the review, in the order of the Tab key (issue 5, "Shows 6").

``python -m tests.campaigns.read_aloud`` prints role, name and description of every control that the keyboard reaches on
the page, taken from Qt's accessibility interfaces, and of each row of the list of findings.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QTableView, QWidget

#: Longest text of a field that is printed.
_LONGEST = 70


def reading_order(page: QWidget) -> list[QWidget]:
    """The visible controls of a page that Tab stops at, in its order."""
    found: list[QWidget] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        if page.isAncestorOf(widget) and widget.isVisibleTo(page) and widget.isEnabled() and reached:
            found.append(widget)
        widget = widget.nextInFocusChain()
        if len(found) > 500:
            break
    return found


def said(widget: QWidget) -> str:
    """Role, name, what it holds and how to use it, on one line."""
    seen = QAccessible.queryAccessibleInterface(widget)
    role = str(seen.role()).rpartition(".")[2]
    name, value, description = (
        seen.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    )
    if isinstance(widget, QComboBox):
        # its name is what was chosen; what it is called is its label's business, or its description's
        value, name = name, called(widget)
    parts = [role, name or "(no name)"]
    if value and value != name:
        parts.append("= " + " ".join(value.split())[:_LONGEST])
    if description and description != name:
        parts.append(f"({description})")
    return "  ".join(parts)


def called(choice: QComboBox) -> str:
    """The label of a combo box, as a screen reader finds it."""
    seen = QAccessible.queryAccessibleInterface(choice)
    labels = [other.text(QAccessible.Text.Name) for other, _ in seen.relations(QAccessible.RelationFlag.Label)]
    return " ".join(labels) or seen.text(QAccessible.Text.Description)


def rows_said(view: QAbstractItemView) -> list[str]:
    """What is said of each row of a list."""
    model = view.model()
    if isinstance(view, QTableView):
        return [
            "  row  " + "; ".join(str(model.index(row, at).data() or "") for at in range(model.columnCount()))
            for row in range(model.rowCount())
        ]
    lines = []
    for row in range(model.rowCount()):
        index = model.index(row, 0, QModelIndex())
        # Qt itself says what is shown where nothing else is to be said
        words = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
        more = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
        lines.append("  row  " + "; ".join(str(one) for one in (words, more) if one))
    return lines


def read_aloud(page: QWidget) -> list[str]:
    """Every line, rows under their list."""
    lines = []
    for widget in reading_order(page):
        lines.append(said(widget))
        if isinstance(widget, QAbstractItemView):
            lines += rows_said(widget)
    return lines


def main() -> None:
    """Print the review of an invented entry."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # ruff: noqa: PLC0415 - the platform is set first
    from tests.campaigns.driven import Driven
    from tests.journals import new_journal

    app = QApplication([])
    QAccessible.setActive(True)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        opened, _ = new_journal(home)
        opened.lock()
        driven = Driven(app, home)
        driven.session.window.resize(1440, 900)
        driven.unlock()
        pages = driven.pages
        pages.editor.new_entry("relationship")
        driven.settle()
        pages.editor.title.setText("What she actually asked for")
        pages.editor.body.insertPlainText(
            "On Tuesday 17 November I saw Rebecca, a midwife. Rebecca rang 07700 900123.\n\n"
            "Rogers (1951) would disagree."
        )
        pages.editor.autosave.touched()
        pages.editor.autosave.flush()
        driven.settle()
        pages.editor.ask_post()
        driven.wait(lambda: pages.later.made("review") and pages.review._review is not None)
        driven.settle()
        driven.spin(0.3)
        for line in read_aloud(pages.review):
            print(line)
        for number in (1, 2):
            pages.review._panel._tabs[number].click()
            driven.spin(0.2)
            print(f"\n-- {pages.review._panel._tabs[number].accessibleName()}")
            for line in read_aloud(pages.review._panel):
                print(line)
        driven.end()


if __name__ == "__main__":
    main()
