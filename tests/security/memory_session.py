"""A window driven by keys until it locks for real: unlock, search, write, check a passphrase, lock; then it waits.

Run as a script with a folder that holds ``journal`` and ``home``. Says ``unlocked`` when everything was typed and
waits for a line on standard input before it locks; from then on it is the process that ``execv`` made of it.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from journal.paths import places_in
from tests.security.canaries import CANARIES
from ui.session import Session, Start
from ui.start import make_session


def wait_for(true: Callable[[], object], seconds: float = 20) -> None:
    """Run the event loop until something holds."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(20)


def field(session: Session, name: str) -> QWidget:
    """The control that a screen reader would call ``name``."""
    found = [widget for widget in session.window.findChildren(QWidget) if widget.accessibleName() == name]
    return next(widget for widget in found if widget.isVisible())


def drive(folder: Path) -> None:
    """Type every canary where it belongs."""
    app = QApplication([sys.argv[0]])
    session = make_session(app, places_in(folder / "home"), Start(folder=folder / "journal", home=folder / "home"))
    session.run()
    wait_for(session.window.isVisible)
    passphrase = field(session, "Passphrase")
    QTest.keyClicks(passphrase, CANARIES["passphrase"])
    QTest.keyClick(passphrase, Qt.Key.Key_Return)
    wait_for(lambda: session.journal is not None and session.pages is not None)
    search = field(session, "Search all entries")
    QTest.keyClicks(search, CANARIES["search"])
    QTest.qWait(400)
    assert isinstance(search, QLineEdit)
    search.clear()
    session.window.action("new").trigger()
    wait_for(lambda: any(one.isVisible() and not one.isReadOnly() for one in session.window.findChildren(QTextEdit)))
    title = field(session, "Title")
    QTest.keyClicks(title, CANARIES["title"])
    body = next(one for one in session.window.findChildren(QTextEdit) if one.isVisible() and not one.isReadOnly())
    QTest.keyClicks(body, CANARIES["body"])
    body.selectAll()
    body.copy()
    print("unlocked", flush=True)
    sys.stdin.readline()
    session.window.action("lock").trigger()
    app.exec()


if __name__ == "__main__":
    drive(Path(sys.argv[1]))
