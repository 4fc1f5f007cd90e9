"""What the settings ask of an open journal and of its backups; called on the vault lane only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from journal.model import AuthorProfile, Heading, JournalFacts, KnownName


class BackupFile(Protocol):
    """A backup as its manifest tells of it."""

    @property
    def path(self) -> Path:
        """Where it lies."""

    @property
    def made_at(self) -> dt.datetime:
        """When it was made."""

    @property
    def entries(self) -> int:
        """How many entries it says it holds."""


class BackupPreview(Protocol):
    """What a backup holds, after all of it was checked."""

    @property
    def entries(self) -> int:
        """How many entries it holds."""

    @property
    def newest(self) -> Sequence[Heading]:
        """Its newest entries."""


class SettingsStore(Protocol):
    """The part of ``OpenJournal`` that the settings show and change."""

    def facts(self) -> JournalFacts:
        """Counts and dates."""

    def names(self) -> Sequence[KnownName]:
        """The register."""

    def save_name(self, name: KnownName) -> KnownName:
        """Add a name or change it."""

    def remove_name(self, name_id: UUID) -> None:
        """Take a name out of the register."""

    def author(self) -> AuthorProfile:
        """What would give the writer away."""

    def set_author(self, profile: AuthorProfile) -> None:
        """Change it."""

    def change_passphrase(self, old: str, new: str) -> None:
        """Another passphrase."""

    def recovery_words(self, passphrase: str) -> Sequence[str]:
        """The recovery words, for who knows the passphrase."""

    def back_up(self, folder: Path) -> Any:
        """Make a verified backup."""


@dataclass(frozen=True, slots=True)
class Backups:
    """Calls about backup files, handed in by ``app.py``; on the vault lane."""

    listed: Callable[[Path], Sequence[BackupFile]]
    preview: Callable[[Path, str], BackupPreview]
