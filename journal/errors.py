"""What can go wrong, as types: the core raises these and lets a bug be a bug.

No error carries text from an entry, a name, a passphrase or a key: only codes, counts and ids. The words a person
reads are made elsewhere (``ui/errors.py`` for the window, ``journal/cli.py`` for the terminal), from ``code`` and
``facts``. The codes are those of the table in ``docs/security.md``.
"""

from __future__ import annotations

from typing import ClassVar

Fact = int | str | bool


class JournalError(Exception):
    """Base of all errors that a person may be told of.

    ``facts`` are counts, page numbers and codes; never words that somebody typed.
    """

    code: ClassVar[str] = "journal_error"

    def __init__(self, **facts: Fact) -> None:
        self.facts = facts
        detail = ", ".join(f"{name}={value}" for name, value in sorted(facts.items()))
        super().__init__(f"{self.code} ({detail})" if detail else self.code)


class WrongSecret(JournalError):
    """The passphrase does not open this journal; ``keys.json`` itself is intact."""

    code = "wrong_secret"


class WrongWords(JournalError):
    """The recovery words are well formed but belong to another journal."""

    code = "wrong_words"


class WordsMistyped(JournalError):
    """The recovery words cannot be right. ``unknown`` counts words not in the list, ``count`` the words given."""

    code = "words_mistyped"


class WeakPassphrase(JournalError):
    """A new passphrase breaks a rule: ``rule`` is ``short``, ``long``, ``guessable`` or ``different``."""

    code = "weak_passphrase"


class KeysDamaged(JournalError):
    """No readable key file is left; the recovery words still open the journal. ``reason`` is a code."""

    code = "keys_damaged"


class VaultDamaged(JournalError):
    """Part of the journal cannot be read. ``page`` is given where it is known."""

    code = "vault_damaged"


class VaultEmpty(JournalError):
    """The journal file has no content at all."""

    code = "vault_empty"


class NotOurs(JournalError):
    """The file or folder is not a journal of this program."""

    code = "not_ours"


class NewerVersion(JournalError):
    """Made by a newer version of this program; nothing was written. ``found`` and ``known`` are schema numbers."""

    code = "newer_version"


class InUse(JournalError):
    """Another process on this computer has the journal open."""

    code = "in_use"


class DiskFull(JournalError):
    """There was no room to write."""

    code = "disk_full"


class ReadOnly(JournalError):
    """The folder or file cannot be written to."""

    code = "read_only"


class Gone(JournalError):
    """The journal file was moved, replaced or deleted while open, or is not there. ``what`` is a code."""

    code = "gone"


class EngineUnfit(JournalError):
    """The database engine is not what the security design asks for. ``guard`` names the failed check."""

    code = "engine_unfit"


class Interrupted(JournalError):
    """A long piece of work was interrupted, by locking or by a newer question."""

    code = "interrupted"


class AlreadyThere(JournalError):
    """Something would be overwritten. ``what`` is ``journal``, ``file``, ``code`` or ``name``."""

    code = "already_there"


class NotFound(JournalError):
    """There is no such row. ``what`` is ``entry``, ``post``, ``name``, ``revision``, ``prompt`` or ``backup``."""

    code = "not_found"


class BadInput(JournalError):
    """A value cannot be used. ``what`` names the field, ``reason`` is a code."""

    code = "bad_input"


class BackupDamaged(JournalError):
    """A backup is not whole. ``member`` names the part of it that is wrong."""

    code = "backup_damaged"


class ReviewIncomplete(JournalError):
    """A post still has findings that nobody decided (``undecided``) or requests not written over (``requests``)."""

    code = "review_incomplete"


class QuestionsUnanswered(JournalError):
    """Questions that must be answered before an export are not. ``count`` is how many."""

    code = "questions_unanswered"


class ResidueFound(JournalError):
    """The last look found details that were to be gone. ``count`` is how many places."""

    code = "residue_found"


class WriteFailed(JournalError):
    """The system refused a write for another reason. ``errno`` is the system's number for it."""

    code = "write_failed"
