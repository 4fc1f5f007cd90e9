"""One call of a command: what was asked, where the journal is, and the way to open it and lock it again."""

from __future__ import annotations

import contextlib
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from journal.commands.terminal import Terminal
from journal.errors import DiskFull, JournalError, ReadOnly, WriteFailed
from journal.open_journal import OpenJournal
from journal.paths import Places
from journal.unlocking import must_be_there, unlock_journal
from journal.vault.kdf import KdfParams

#: What an opened journal has to say about itself, on standard error.
_NOTICES = {
    "keys_copy_used": "The key file was damaged or missing; a copy of it was used and put in its place.",
    "salt_damaged": "The first bytes of the journal file are damaged; it opens all the same. Make a backup.",
    "older": "This journal is older than when you last used it here. A newer copy may be in a backup.",
    "unclean_end": "The journal was not locked last time. It was checked, and what was saved is here.",
    "migrated": "The journal was brought up to date. A copy from before was kept among the backups.",
    "not_remembered": "This computer's note of the journal cannot be written; an older copy put back would go unseen.",
    "key_changed": "A change of the key was finished; the former recovery words no longer count. The new ones are:",
}


class UsageError(Exception):
    """The command line cannot be understood; the message is for the person who typed it."""


@dataclass(frozen=True, slots=True)
class Call:
    """``folder`` is the journal's, ``backups`` where the window puts its backups; ``kdf`` is set by tests alone, which
    have no time for a strong one.
    """

    args: Namespace
    terminal: Terminal
    folder: Path
    places: Places
    backups: Path
    kdf: KdfParams | None = None

    @contextlib.contextmanager
    def journal(self, passphrase: str | None = None) -> Iterator[OpenJournal]:
        """The journal, unlocked with the passphrase (asked for unless given) and locked again whatever happens.

        Raises:
            Gone, NotOurs: as ``must_be_there``. Otherwise as ``unlock_journal``.
        """
        must_be_there(self.folder)
        secret = self.terminal.secret("Passphrase") if passphrase is None else passphrase
        journal = unlock_journal(self.folder, secret, self.places, backups=self.backups)
        try:
            for notice in journal.notices:
                self.terminal.tell(_NOTICES.get(notice.code, f"Note: {notice.code}."))
                if notice.code == "key_changed":
                    self.terminal.tell(f"    {' '.join(journal.recovery_words(secret))}")
            yield journal
        except BaseException:
            with contextlib.suppress(JournalError):  # the first error is the one to tell
                journal.lock()
            raise
        self._lock(journal)

    def _lock(self, journal: OpenJournal) -> None:
        """A command that was done stays done when tidying up after it fails: it is not to be told as undone."""
        try:
            journal.lock()
        except (DiskFull, ReadOnly, WriteFailed):
            self.terminal.tell("It is saved. The journal could not be tidied up; that is done the next time it opens.")
