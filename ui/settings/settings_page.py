"""Settings, in cards: this computer, backups, the writer, the register, keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journal.settings import Settings
from ui.jobs import Lane
from ui.settings.author_section import AuthorSection
from ui.settings.backup_section import BackupSection
from ui.settings.keys_section import KeysSection
from ui.settings.look_section import LookSection
from ui.settings.register_section import RegisterSection
from ui.settings.store import Backups, SettingsStore
from ui.theme import Look
from ui.widgets.parts import card, column, ground, keep_width, label, scrolled
from ui.widgets.strength import Estimator

_WIDTH = 680


class SettingsPage(QWidget):
    """``changed`` carries new settings; ``said`` a line to show."""

    changed = Signal(object)
    restore_asked = Signal(object, str)
    said = Signal(str)

    def __init__(
        self,
        look: Look,
        settings: Settings,
        store: SettingsStore,
        lane: Lane,
        *,
        backups: Backups,
        default_backups: Path,
        estimator: Estimator,
        new_id: Callable[[], UUID],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        ground(self, "page")
        self.look = LookSection(settings)
        self.backup = BackupSection(look, settings, store, lane, backups=backups, default=default_backups)
        self.author = AuthorSection(store, lane)
        self.register = RegisterSection(store, lane, new_id)
        self.keys = KeysSection(look, store, lane, estimator)
        cards = QWidget()
        keep_width(cards, look, most=_WIDTH)
        inside = column(cards, spacing=14)
        inside.addWidget(label(self.tr("Settings"), "title"))
        for words, section in (
            (self.tr("This computer"), self.look),
            (self.tr("Backups"), self.backup),
            (self.tr("About you"), self.author),
            (self.tr("People and places"), self.register),
            (self.tr("Passphrase and recovery words"), self.keys),
        ):
            frame, box = card(spacing=10)
            box.addWidget(label(words, "strong"))
            box.addWidget(section)
            inside.addWidget(frame)
        inside.addStretch(1)
        whole = QWidget()
        ground(whole, "page")
        line = QHBoxLayout(whole)
        line.setContentsMargins(28, 28, 28, 28)
        line.addStretch(1)
        line.addWidget(cards, 100)
        line.addStretch(1)
        column(self).addWidget(scrolled(whole))
        self.look.changed.connect(self.changed)
        self.backup.changed.connect(self.changed)
        self.backup.restore_asked.connect(self.restore_asked)
        for part in (self.backup, self.author, self.register, self.keys):
            part.said.connect(self.said)

    def load(self) -> None:
        """Ask for what is shown."""
        self.backup.load()
        self.author.load()
        self.register.load()

    def show_settings(self, settings: Settings) -> None:
        """Show changed settings."""
        self.look.show_settings(settings)
        self.backup.show_settings(settings)

    def empty(self) -> None:
        """Drop what is shown of the journal: part of locking."""
        self.backup.empty()
        self.author.empty()
        self.register.empty()
