"""Settings: a list of sections on the left, one of them at a time on the right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QScrollArea, QStackedWidget, QWidget

from journal.settings import Settings
from ui.jobs import Lane
from ui.settings.author_section import AuthorSection
from ui.settings.backup_section import BackupSection
from ui.settings.check_section import CheckSection
from ui.settings.cleared_section import ClearedSection
from ui.settings.keys_section import KeysSection
from ui.settings.lock_section import LockSection
from ui.settings.look_section import LookSection
from ui.settings.protected_section import ProtectedSection
from ui.settings.register_section import RegisterSection
from ui.settings.store import Backups, SettingsStore
from ui.theme import Look
from ui.widgets.first_stop import begin_at
from ui.widgets.parts import bleed, card, column, ground, keep_width, label, scrolled
from ui.widgets.strength import Estimator

_WIDTH = 640
_LIST_WIDTH, _LIST_MOST = 200, 330


class _Section(QScrollArea):
    """A section that is measured when it is shown: a stack asks each of its pages how large it would like to be."""

    def sizeHint(self) -> QSize:
        """Qt: whatever room there is."""
        return QSize(0, 0)


class SettingsPage(QWidget):
    """``changed`` carries new settings; ``said`` a line to show."""

    changed = Signal(object)
    restore_asked = Signal(object, str)
    said = Signal(object)

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
        self.lock = LockSection(settings)
        self.backup = BackupSection(look, settings, store, lane, backups=backups, default=default_backups)
        self.check = CheckSection(store, lane)
        self.author = AuthorSection(store, lane)
        self.register = RegisterSection(store, lane, new_id)
        self.cleared = ClearedSection(store, lane)
        self.keys = KeysSection(look, store, lane, estimator, backups=lambda: self.backup.folder)
        self._list = QListWidget()
        self._list.setProperty("look", "sections")
        self._list.setAccessibleName(self.tr("Sections of the settings"))
        self._stack = QStackedWidget()
        self._look = look
        self._names: list[str] = []
        self._lay_out()
        self._add("look", self.tr("Look and writing"), (("", self.look),))
        self._add("lock", self.tr("Locking"), (("", self.lock),))
        self._add("backup", self.tr("Backups"), self._backup_parts())
        self._add("author", self.tr("About you"), (("", self.author),))
        self._add("register", self.tr("People and places"), (("", self.register),))
        self._add("cleared", self.tr("Words not flagged"), (("", self.cleared),))
        self._add("keys", self.tr("Passphrase and key"), (("", self.keys),))
        self._add("protected", self.tr("What is protected"), (("", ProtectedSection()),))
        self._list.currentRowChanged.connect(self._stack.setCurrentIndex)
        self._list.setCurrentRow(0)
        for changing in (self.look, self.lock, self.backup):
            changing.changed.connect(self.changed)
        self.backup.restore_asked.connect(self.restore_asked)
        self.backup.working.connect(lambda: self.show_section("backup"))
        for part in (self.backup, self.check, self.author, self.register, self.cleared, self.keys):
            part.said.connect(self.said)
        begin_at(self, self._list)

    def load(self) -> None:
        """Ask for what is shown."""
        for part in (self.backup, self.check, self.author, self.register, self.cleared):
            part.load()

    def show_settings(self, settings: Settings) -> None:
        """Show changed settings."""
        for part in (self.look, self.lock, self.backup):
            part.show_settings(settings)

    def empty(self) -> None:
        """Drop what is shown of the journal: part of locking."""
        for part in (self.backup, self.author, self.register, self.cleared):
            part.empty()

    def show_section(self, name: str) -> None:
        """Show a section by its name."""
        self._list.setCurrentRow(self._names.index(name))

    @property
    def sections(self) -> tuple[str, ...]:
        """The names of the sections."""
        return tuple(self._names)

    def _add(self, name: str, words: str, parts: tuple[tuple[str, QWidget], ...]) -> None:
        # filled where it stands (ui/widgets/parts.py)
        whole = QWidget()
        ground(whole, "page")
        self._stack.addWidget(scrolled(whole, made_as=_Section))
        cards = QWidget(whole)
        keep_width(cards, self._look, most=_WIDTH)
        inside = column(cards, spacing=14)
        inside.addWidget(label(words, "title", wrap=True))
        for heading, part in parts:
            frame, box = card(spacing=10)
            if heading:
                box.addWidget(label(heading, "strong", wrap=True))
            box.addLayout(bleed(part))
            inside.addWidget(frame)
        inside.addStretch(1)
        line = QHBoxLayout(whole)
        line.setContentsMargins(36, 28, 36, 20)
        line.addWidget(cards, 100)
        line.addStretch(1)
        self._names.append(name)
        self._list.addItem(words)

    def _backup_parts(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            ("", self.backup),
            (self.tr("Restore"), self.backup.chooser),
            (self.tr("Is all of it sound?"), self.check),
        )

    def _lay_out(self) -> None:
        side = QWidget()
        ground(side, "list")
        keep_width(side, self._look, most=_LIST_WIDTH, least=_LIST_WIDTH, bound=_LIST_MOST)
        beside = column(side, margins=(12, 26, 12, 12), spacing=10)
        beside.addWidget(label(self.tr("Settings"), "section"))
        beside.addWidget(self._list, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addWidget(self._stack, 1)
