"""``JournalError`` to words, in one table; the sentences of the security design. Codes and counts only, no content."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from journal.errors import JournalError

_CONTEXT = "errors"

#: code -> sentence; ``code:value`` where one fact (see ``_DECIDING``) changes the sentence.
_WORDS: Mapping[str, object] = {
    "journal_error": QT_TRANSLATE_NOOP("errors", "That did not work. Nothing was changed."),
    "wrong_secret": QT_TRANSLATE_NOOP("errors", "That passphrase does not open this journal."),
    "wrong_words": QT_TRANSLATE_NOOP("errors", "These words do not belong to this journal."),
    "words_mistyped": QT_TRANSLATE_NOOP("errors", "One word is not right."),
    "weak_passphrase": QT_TRANSLATE_NOOP("errors", "This passphrase would be too easy to guess."),
    "weak_passphrase:short": QT_TRANSLATE_NOOP("errors", "A passphrase needs at least 15 characters."),
    "weak_passphrase:long": QT_TRANSLATE_NOOP("errors", "A passphrase has at most 1,024 characters."),
    "weak_passphrase:different": QT_TRANSLATE_NOOP("errors", "The two passphrases are not the same."),
    "keys_damaged": QT_TRANSLATE_NOOP("errors", "The key file is damaged. Enter your recovery words."),
    "vault_damaged": QT_TRANSLATE_NOOP("errors", "Part of this journal cannot be read. Nothing was changed."),
    "vault_damaged:page": QT_TRANSLATE_NOOP(
        "errors", "Part of this journal cannot be read (page {page}). Nothing was changed."
    ),
    "vault_empty": QT_TRANSLATE_NOOP("errors", "This file is empty."),
    "not_ours": QT_TRANSLATE_NOOP("errors", "This is not a journal."),
    "newer_version": QT_TRANSLATE_NOOP("errors", "Made by a newer version. Nothing was written."),
    "in_use": QT_TRANSLATE_NOOP("errors", "This journal is open in another window on this computer."),
    "disk_full": QT_TRANSLATE_NOOP("errors", "The disk is full. Your text is still here and not yet saved."),
    "read_only": QT_TRANSLATE_NOOP("errors", "This folder cannot be written to."),
    "gone": QT_TRANSLATE_NOOP("errors", "The journal file was moved or replaced."),
    "gone:folder": QT_TRANSLATE_NOOP("errors", "This folder is not there any more."),
    "engine_unfit": QT_TRANSLATE_NOOP(
        "errors", "The database engine on this computer is not safe enough to use ({guard}). Nothing was changed."
    ),
    "interrupted": QT_TRANSLATE_NOOP("errors", "That was interrupted. Nothing was changed."),
    "already_there": QT_TRANSLATE_NOOP("errors", "There is something of that name already. It was left as it is."),
    "already_there:journal": QT_TRANSLATE_NOOP("errors", "There is a journal in this folder already."),
    "already_there:file": QT_TRANSLATE_NOOP("errors", "There is a file of that name already. It was left as it is."),
    "already_there:code": QT_TRANSLATE_NOOP("errors", "That code is taken by another name in the register."),
    "already_there:name": QT_TRANSLATE_NOOP("errors", "That name is in the register already."),
    "not_found": QT_TRANSLATE_NOOP("errors", "That is not in this journal any more."),
    "not_found:prompt": QT_TRANSLATE_NOOP("errors", "There is no further prompt of this kind."),
    "not_found:backup": QT_TRANSLATE_NOOP("errors", "There is no backup in this folder."),
    "bad_input": QT_TRANSLATE_NOOP("errors", "That value cannot be used ({what})."),
    "backup_damaged": QT_TRANSLATE_NOOP("errors", "This backup is not whole ({member}). Nothing was restored."),
    "review_incomplete": QT_TRANSLATE_NOOP("errors", "Not ready: some findings are not decided yet."),
    "residue_found": QT_TRANSLATE_NOOP(
        "errors", "The last look found details that were to be gone ({count} places). Nothing was written."
    ),
    "write_failed": QT_TRANSLATE_NOOP(
        "errors", "The system refused to write (error {errno}). Your text is still here and not yet saved."
    ),
}

#: code -> the fact that may choose another sentence, by its value or, with ``*``, by being there.
_DECIDING: Mapping[str, str] = {
    "weak_passphrase": "rule",
    "already_there": "what",
    "not_found": "what",
    "gone": "what",
    "vault_damaged": "*page",
}

_BROKEN = QT_TRANSLATE_NOOP("errors", "Something in the program went wrong. Your text is still here.")


class _Facts(dict[str, object]):
    """A fact that was not given reads as a question mark, never as an error inside an error."""

    def __missing__(self, key: str) -> str:
        return "?"


def words(error: Exception) -> str:
    """What to tell the person: one or two plain sentences, made from the error's code and facts alone."""
    if not isinstance(error, JournalError):
        return QCoreApplication.translate(_CONTEXT, str(_BROKEN))
    sentence = _WORDS.get(_key(error)) or _WORDS.get(error.code) or _WORDS["journal_error"]
    return QCoreApplication.translate(_CONTEXT, str(sentence)).format_map(_Facts(error.facts))


def _key(error: JournalError) -> str:
    fact = _DECIDING.get(error.code, "")
    if fact.startswith("*"):
        return f"{error.code}:{fact[1:]}" if fact[1:] in error.facts else error.code
    return f"{error.code}:{error.facts.get(fact)}" if fact else error.code


def known_codes() -> frozenset[str]:
    """The codes that have a sentence of their own."""
    return frozenset(code for code in _WORDS if ":" not in code)
