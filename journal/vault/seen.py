"""What this computer last saw of each journal: ``seen.json`` in the local data folder, outside the journal.

It notices a journal that was put back to an older state, and keeps a copy of the key file. It is a memory and not a
part of the journal: a missing or damaged one is an empty one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from journal.atomic import private_folder, write_whole
from journal.errors import JournalError
from journal.vault.header import KeyFile, parse
from journal.vault.secret import Purpose, Secret
from journal.vault.strict_json import Malformed, canonical, read_object

FORMAT = "congruence seen"
VERSION = 1
#: Largest file that is read, in bytes: some 1,000 journals.
LIMIT = 1024 * 1024
_BRACKETS = 10_000
_RECORD_FIELDS = {"generation", "entries", "keys", "mac"}


@dataclass(frozen=True, slots=True)
class SeenJournal:
    """One journal as it was last seen here. Believe the numbers only after ``genuine``."""

    journal_id: UUID
    generation: int
    entry_count: int
    key_file: KeyFile
    mac: bytes = field(default=b"", repr=False)

    def genuine(self, secret: Secret) -> bool:
        """Whether this was written by somebody who had ``secret``. After a change of key the old memory is not."""
        return secret.authentic(Purpose.SEEN, self.key_file.journal_salt, self._message(), self.mac)

    def signed(self, secret: Secret) -> SeenJournal:
        """The same with its MAC."""
        mac = secret.authenticate(Purpose.SEEN, self.key_file.journal_salt, self._message())
        return SeenJournal(self.journal_id, self.generation, self.entry_count, self.key_file, mac)

    def fields(self) -> dict[str, Any]:
        """The record as it stands in the file."""
        return {
            "generation": self.generation,
            "entries": self.entry_count,
            # the key file's own line, as text: its bytes are what was sealed
            "keys": self.key_file.to_bytes().decode("ascii"),
            "mac": self.mac.hex(),
        }

    def _message(self) -> bytes:
        fields = self.fields()
        del fields["mac"]
        return canonical(fields | {"journal": str(self.journal_id)})


@dataclass(frozen=True, slots=True)
class Seen:
    """The whole memory. ``damaged``: some of it could not be read. ``newer``: a newer program wrote it."""

    path: Path
    journals: Mapping[UUID, SeenJournal]
    damaged: bool = False
    newer: bool = False

    @classmethod
    def load(cls, path: Path) -> Self:
        """What ``path`` holds. Raises nothing: what cannot be read is not remembered."""
        try:
            with path.open("rb") as file:
                data = file.read(LIMIT + 1)
        except FileNotFoundError:
            return cls(path, {})
        except OSError:
            return cls(path, {}, damaged=True)
        try:
            value = read_object(data, limit=LIMIT, brackets=_BRACKETS)
        except Malformed:
            return cls(path, {}, damaged=True)
        records = value.get("journals")
        version = value.get("version")
        if value.get("format") != FORMAT or type(version) is not int or not isinstance(records, dict):
            return cls(path, {}, damaged=True)
        if version != VERSION:
            return cls(path, {}, damaged=version < VERSION, newer=version > VERSION)
        found = [_record(name, record) for name, record in records.items()]
        journals = {record.journal_id: record for record in found if record}
        return cls(path, journals, damaged=None in found)

    def journal(self, journal_id: UUID) -> SeenJournal | None:
        """What was last seen of one journal, if it was ever unlocked here."""
        return self.journals.get(journal_id)

    def key_files(self) -> tuple[KeyFile, ...]:
        """The copies of key files, of every journal."""
        return tuple(record.key_file for record in self.journals.values())

    def remember(self, generation: int, entry_count: int, key_file: KeyFile, secret: Secret) -> Seen:
        """Put down what is seen now of the journal of ``key_file``; the file is written whole.

        Reads it again first, since another window may have another journal open. A file of a newer program is left
        as it is.

        Raises:
            DiskFull, ReadOnly, WriteFailed: see ``journal.atomic``. The memory is as it was.
        """
        present = Seen.load(self.path)
        if present.newer:
            return present
        record = SeenJournal(key_file.journal_id, generation, entry_count, key_file).signed(secret)
        if record == present.journals.get(key_file.journal_id) and not present.damaged:
            # nothing new: an unlock need not wait for the disk to say so twice
            return present
        journals = {**present.journals, key_file.journal_id: record}
        value = {
            "format": FORMAT,
            "version": VERSION,
            "journals": {str(name): kept.fields() for name, kept in journals.items()},
        }
        private_folder(self.path.parent)
        write_whole(self.path, canonical(value) + b"\n")
        return Seen(self.path, journals)


def _record(name: str, record: object) -> SeenJournal | None:
    """One journal's record, or ``None`` where any part of it is not as it is written."""
    if not isinstance(record, dict) or set(record) != _RECORD_FIELDS:
        return None
    generation, entry_count, keys, mac = (record[part] for part in ("generation", "entries", "keys", "mac"))
    numbers = all(type(number) is int and number >= 0 for number in (generation, entry_count))
    if not numbers or not isinstance(keys, str) or not isinstance(mac, str):
        return None
    try:
        key_file = parse(keys.encode("ascii"))
        mac_bytes = bytes.fromhex(mac)
    except (JournalError, ValueError):
        return None
    if str(key_file.journal_id) != name:
        return None
    return SeenJournal(key_file.journal_id, generation, entry_count, key_file, mac_bytes)
