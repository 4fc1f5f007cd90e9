"""A whole window over a real journal, with the replacing of the process watched instead of done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from journal.settings import Settings, save_settings
from tests.journals import PASSPHRASE, new_journal, places
from ui.app import Pages
from ui.relaunch import Handover
from ui.session import Session, Start
from ui.start import make_session
from ui.system_events import SystemEvents
from ui.unlock.unlock_page import UnlockPage


class Window:
    """One session, its folders and what it handed over."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, tmp_path: Path, *, reason: str = "") -> None:
        self.qtbot = qtbot
        self.places = places(tmp_path)
        self.folder = tmp_path / "journal"
        self.replaced: list[Handover] = []
        self.events = SystemEvents()
        self.session: Session = make_session(
            qapp,
            self.places,
            Start(folder=self.folder, home=tmp_path / "home", reason=reason),
            replace=self.replaced.append,
            events=lambda _: self.events,
        )
        qtbot.addWidget(self.session.window)
        self.session.run()
        self.session.window.resize(1200, 800)

    @property
    def pages(self) -> Pages:
        return cast(Pages, self.session.pages)

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Open the journal and wait for its pages."""
        page = self.session.opening.page
        assert isinstance(page, UnlockPage)
        page.unlock_asked.emit(passphrase)
        self.qtbot.waitUntil(lambda: self.session.pages is not None, timeout=20_000)
        self.settle()

    def settle(self) -> None:
        """Wait until both lanes have answered."""
        # an answer may ask again, as a page does that reads anew what it has just stored
        for _ in range(2):
            self.qtbot.waitUntil(lambda: not self.session.vault.busy and not self.session.scan.busy, timeout=20_000)
            self.qtbot.wait(5)

    def write(self, title: str, body: str, kind: str = "relationship") -> None:
        """A new entry, saved."""
        self.pages.show("journal")
        self.pages.editor.new_entry(kind)
        self.settle()
        self.pages.editor.title.setText(title)
        self.pages.editor.body.insertPlainText(body)
        self.pages.editor.autosave.touched()
        self.pages.editor.autosave.flush()
        self.settle()

    def locked(self) -> None:
        """Wait until the process would have been replaced."""
        self.qtbot.waitUntil(lambda: bool(self.replaced), timeout=20_000)

    def end(self) -> None:
        self.session.stop()
        self.session.window.hide()


def settled(window: Window) -> None:
    """Wait until what was asked, and what the answers asked, is there."""
    for _ in range(3):
        window.settle()


def made_journal(tmp_path: Path, theme: str = "light") -> tuple[str, ...]:
    """A journal to unlock; returns its recovery words."""
    save_settings(places(tmp_path).settings, Settings(theme=theme))
    journal, words = new_journal(tmp_path)
    journal.lock()
    return words


def press(inside: QWidget, words: str) -> None:
    """Press the visible button with these words."""
    next(b for b in inside.findChildren(QPushButton) if b.text() == words and b.isVisible()).click()


def field(inside: QWidget, name: str) -> QLineEdit:
    """The line edit with this accessible name."""
    return next(f for f in inside.findChildren(QLineEdit) if f.accessibleName() == name)


Opened = Callable[[], Window]
