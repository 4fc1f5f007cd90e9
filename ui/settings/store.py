"""What the settings ask of an open journal; called on the vault lane only."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from journal.model import AuthorProfile, CheckResult, JournalFacts, KnownName
from ui.widgets.backup_chooser import Backups

__all__ = ["Backups", "SettingsStore"]


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

    def verify(self) -> CheckResult:
        """Check every page and row."""

    def new_key(self, passphrase: str, backups: Path) -> Sequence[str]:
        """Encrypt the journal anew, after a backup; its new recovery words."""

    def never_flagged(self) -> Sequence[str]:
        """Words that no review flags."""

    def flag_again(self, word: str) -> None:
        """Let reviews flag a word again."""
