"""The whole window, driven by a program over a journal of its own: for screenshots and for endurance."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from tests.journals import PASSPHRASE, places
from ui.app import Pages
from ui.relaunch import Handover
from ui.session import Session, Start
from ui.start import make_session
from ui.system_events import SystemEvents
from ui.unlock.unlock_page import UnlockPage

#: Said by Qt's own platform plug-ins, not by anything we do (as in tests/gui/conftest.py).
_HARMLESS = ("This plugin does not support",)


class Driven:
    """One session below ``home``. The step that replaces the process is watched instead of done."""

    def __init__(self, app: QApplication, home: Path, *, reason: str = "") -> None:
        self.app = app
        self.replaced: list[Handover] = []
        self.session: Session = make_session(
            app,
            places(home),
            Start(folder=home / "journal", home=home / "home", reason=reason),
            replace=self.replaced.append,
            events=lambda _: SystemEvents(),
        )
        self.session.run()

    @property
    def pages(self) -> Pages:
        return cast(Pages, self.session.pages)

    def spin(self, seconds: float = 0.1) -> None:
        """Let the event loop run."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.app.processEvents()
            time.sleep(0.002)

    def wait(self, until: Callable[[], object], longest_s: float = 30.0) -> None:
        """Let it run until something holds."""
        limit = time.monotonic() + longest_s
        while not until():
            assert time.monotonic() < limit, "waited too long"
            self.app.processEvents()
            time.sleep(0.001)

    def settle(self) -> None:
        """Until both lanes have answered."""
        self.wait(lambda: not self.session.vault.busy and not self.session.scan.busy)
        self.spin(0.01)

    def type_passphrase(self, seconds: float = 0.5) -> None:
        """Let pass what a person takes to type one, at least: the pages are made meanwhile."""
        self.wait(lambda: not self.session.scan.busy and self.session.window.stack.count() > 1)
        self.spin(seconds)

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        page = self.session.opening.page
        assert isinstance(page, UnlockPage)
        page.unlock_asked.emit(passphrase)
        self.wait(lambda: self.session.pages is not None)
        self.settle()

    def lock(self) -> None:
        """Lock as Ctrl+L does, up to the step that would replace the process, and take the window down."""
        self.session.lock()
        self.wait(lambda: bool(self.replaced))
        self.end()

    def end(self) -> None:
        self.session.stop()
        self.session.window.hide()
        # a real lock ends the process; here the parts that hang on the application are taken off by hand
        for part in (self.session.window, self.session, self.session.look):
            part.deleteLater()
        self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def collect_warnings() -> list[str]:
    """Every warning that Qt says from now on; whoever wants the former handler back puts it back."""
    said: list[str] = []

    def handler(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not message.startswith(_HARMLESS):
            said.append(message)

    qInstallMessageHandler(handler)
    return said
