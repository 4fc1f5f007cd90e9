"""The key side of an unlocked journal: its secret, its key file, what this computer remembers, how it is sealed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from journal.backup import Sealer
from journal.errors import Interrupted, JournalError, WeakPassphrase
from journal.model import JournalFacts
from journal.paths import Places
from journal.store.connection import Connection
from journal.store.copies import inspect_copy
from journal.vault import passphrase as passphrases
from journal.vault.header import KeyFile
from journal.vault.kdf import KdfParams
from journal.vault.key_files import store_key_file
from journal.vault.keys import Purpose, Secret, begin_new_key, finish_new_key, open_slot, renew
from journal.vault.recovery import words_of
from journal.vault.seen import Seen


class Safekeeping:
    """Holds the journal secret while unlocked. Used by ``OpenJournal`` alone, on the vault lane."""

    def __init__(self, folder: Path, key_file: KeyFile, secret: Secret, connection: Connection, places: Places) -> None:
        self._folder = folder
        self._key_file = key_file
        self._secret = secret
        self._connection = connection
        self._places = places

    def wipe(self) -> None:
        """Overwrite the secret; nothing else here works afterwards."""
        self._secret.wipe()

    def change_passphrase(self, old: str, new: str, own_words: tuple[str, ...], kdf: KdfParams | None) -> None:
        """Put ``new`` in the place of ``old``; nothing is encrypted anew and the recovery words stay valid.

        Old backups, and old copies of the key file, still open with the old passphrase.

        Raises:
            WrongSecret: ``old`` does not open this journal.
            WeakPassphrase: ``new`` breaks a rule (``own_words`` count as known), or is the old one.
            DiskFull, ReadOnly, WriteFailed: the old passphrase still holds.
        """
        open_slot(self._key_file, old).wipe()
        if old == new:
            raise WeakPassphrase(rule="different")
        passphrases.check(new, own_words)
        changed = renew(self._key_file, self._secret, new, kdf)
        store_key_file(self._folder, changed, new)
        self._key_file = changed

    def recovery_words(self, passphrase: str) -> tuple[str, ...]:
        """The words of the secret that ``passphrase`` opens. Raises ``WrongSecret``."""
        with open_slot(self._key_file, passphrase) as secret:
            return words_of(secret)

    def new_key(self, passphrase: str, facts: JournalFacts, kdf: KdfParams | None) -> tuple[str, ...]:
        """Encrypt the journal anew under a new secret; returns the new recovery words.

        For when somebody may know the passphrase or the words. A cut at any moment leaves the old key or the new, and
        the passphrase opens either.

        Raises:
            WrongSecret: the passphrase does not open this journal.
            DiskFull, ReadOnly, WriteFailed: before the file was touched, the old key still holds; afterwards the
                journal is closed, and the next unlock finds out which key it has, finishes the change and has the
                new words.
        """
        begun = begin_new_key(self._key_file, passphrase)
        begun.old.wipe()
        try:
            store_key_file(self._folder, begun.key_file, passphrase)
            salt = begun.key_file.journal_salt
            try:
                self._connection.change_key(begun.new.subkey(Purpose.DATABASE, salt), salt)
                finished = finish_new_key(begun, passphrase, kdf)
                store_key_file(self._folder, finished, passphrase)
            except BaseException:
                # going on would pair one key's database with the other's key file, here or in the next backup
                self._connection.close()
                self._secret.wipe()
                raise
        except BaseException:
            begun.new.wipe()
            raise
        self._secret.wipe()
        self._secret = begun.new
        self._key_file = finished
        self.remember(facts)
        return words_of(self._secret)

    def sealer(self, facts: JournalFacts) -> Sealer:
        """What a backup needs of this journal, as it stands."""
        salt = self._key_file.journal_salt
        before = self._connection.interruptions

        def go_on() -> None:
            if self._connection.interruptions != before:
                raise Interrupted()

        def inspect(copy: Path) -> Mapping[str, int]:
            key = self._secret.subkey(Purpose.DATABASE, salt)
            counts = inspect_copy(copy, key, salt, stop_with=self._connection)
            return {"entries": counts.entries, "posts": counts.posts}

        return Sealer(
            journal_id=self._key_file.journal_id,
            generation=facts.generation,
            key_file=self._key_file.to_bytes(),
            copy_into=self._connection.vacuum_into,
            inspect=inspect,
            mac=lambda message: self._secret.authenticate(Purpose.BACKUP, salt, message),
            go_on=go_on,
        )

    def remember(self, facts: JournalFacts) -> bool:
        """Put down for this computer how far the journal got, with a copy of its key file; whether it could be done.

        It raises nothing: the journal itself is safe, and must neither stay shut nor look unsaved for lack of a note.
        """
        try:
            Seen.load(self._places.seen).remember(facts.generation, facts.entries, self._key_file, self._secret)
        except JournalError:
            return False
        return True

    def older_than_seen(self, facts: JournalFacts) -> bool:
        """Whether this computer has seen a later state of the journal than this one."""
        last = Seen.load(self._places.seen).journal(self._key_file.journal_id)
        return last is not None and last.genuine(self._secret) and facts.generation < last.generation
