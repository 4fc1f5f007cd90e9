"""The installed PySide6 gives back every reference that a Python override hands it.

PySide6 6.12.0 on Python 3.11 drops one reference to None whenever an override of a C++ virtual returns None; after some
thousand key presses the process aborts and takes unsaved text with it. From Python 3.12 on None has no reference count
to lose (PEP 683), so there is nothing to see there.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

BEFORE = """
import os, sys
from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QSyntaxHighlighter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget
app = QApplication([])
"""
AFTER = """
go()
before = sys.getrefcount(watched)
go()
print(sys.getrefcount(watched) - before, flush=True)
os._exit(0)  # what Qt does while it is torn down is no part of this
"""

#: Each: what makes a few hundred calls from C++ into Python, and the object that those calls return.
CASES = {
    "paintEvent": """
class Painted(QWidget):
    def paintEvent(self, event): pass
widget = Painted(); widget.show(); app.processEvents()
def go():
    for _ in range(300): widget.repaint()
watched = None
""",
    "keyPressEvent": """
class Typed(QTextEdit):
    def keyPressEvent(self, event): super().keyPressEvent(event)
widget = Typed(); widget.show(); app.processEvents()
def go():
    for _ in range(100): QTest.keyClick(widget, Qt.Key.Key_A)
watched = None
""",
    "model data": """
class Model(QAbstractListModel):
    def rowCount(self, parent=QModelIndex()): return 5
    def data(self, index, role=0): return None
model = Model(); proxy = QSortFilterProxyModel(); proxy.setSourceModel(model); index = proxy.index(0, 0)
def go():
    for _ in range(300): index.data(Qt.ItemDataRole.UserRole)
watched = None
""",
    "highlightBlock": """
class Marked(QSyntaxHighlighter):
    def highlightBlock(self, text): pass
editor = QTextEdit("x"); marked = Marked(editor.document())
def go():
    for _ in range(300): marked.rehighlight()
watched = None
""",
    "eventFilter": """
class Filter(QWidget):
    def eventFilter(self, watched, event): return False
widget = QWidget(); filter = Filter(); widget.installEventFilter(filter); widget.show(); app.processEvents()
def go():
    for _ in range(100): widget.repaint()
watched = False
""",
    "sizeHint": """
class Sized(QWidget):
    def sizeHint(self): return size
size = QSize(10, 10); widget = Sized()
def go():
    for _ in range(300): widget.adjustSize()
watched = size
""",
}


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None and the truth values are immortal here (PEP 683)")
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_override_loses_no_reference(case: str) -> None:
    done = subprocess.run([sys.executable, "-c", BEFORE + case + AFTER], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    # A few go up and down with Qt's own caches; a loss is one for each call.
    assert abs(int(done.stdout)) < 20


def test_a_lost_reference_would_be_seen() -> None:
    case = "watched = object(); kept = []\ndef go():\n    for _ in range(300): kept.append(watched)\n"
    done = subprocess.run([sys.executable, "-c", BEFORE + case + AFTER], capture_output=True, text=True, check=True)
    assert int(done.stdout) == 300
