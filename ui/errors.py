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
    "weak_passphrase:different": QT_TRANSLATE_NOOP("errors", "The new passphrase is the present one. Choose another."),
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
    "already_there:folder": QT_TRANSLATE_NOOP("errors", "Something else is in this folder. It was left as it is."),
    "bad_input": QT_TRANSLATE_NOOP("errors", "That value cannot be used ({what})."),
    "bad_input:folder": QT_TRANSLATE_NOOP(
        "errors", "That place is inside a journal’s own folder. Nothing was written; choose another."
    ),
    "bad_input:file": QT_TRANSLATE_NOOP("errors", "A folder or a device is in that place. Nothing was written."),
    "bad_input:name": QT_TRANSLATE_NOOP("errors", "A name is needed."),
    "bad_input:text": QT_TRANSLATE_NOOP("errors", "This text cannot be stored as it is: it is too long or damaged."),
    "backup_damaged": QT_TRANSLATE_NOOP("errors", "This backup is not whole ({member}). Nothing was restored."),
    "review_incomplete": QT_TRANSLATE_NOOP("errors", "Not ready: some findings are not decided yet."),
    "questions_unanswered": QT_TRANSLATE_NOOP(
        "errors", "Not ready: {count} of the questions that must be answered are not. Nothing was written."
    ),
    "bad_input:notes": QT_TRANSLATE_NOOP(
        "errors", "A closing note says what is not so of this draft. Nothing was written."
    ),
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
    "bad_input": "what",
    "gone": "what",
    "vault_damaged": "*page",
}

#: code of a notice after unlocking -> sentence
_NOTICES: Mapping[str, object] = {
    "keys_copy_used": QT_TRANSLATE_NOOP("errors", "The key file is damaged; a copy was used and put in its place."),
    "salt_damaged": QT_TRANSLATE_NOOP(
        "errors", "The beginning of the journal file was damaged. It could be opened all the same; make a backup now."
    ),
    "unclean_end": QT_TRANSLATE_NOOP("errors", "The journal was not closed properly last time. It was checked."),
    "migrated": QT_TRANSLATE_NOOP("errors", "The journal was brought up to date. A copy from before was kept."),
    "key_changed": QT_TRANSLATE_NOOP(
        "errors",
        "A change of key was finished. The old recovery words no longer open this journal: look at the new ones.",
    ),
    "older": QT_TRANSLATE_NOOP("errors", "This journal is older than when you last used it here."),
    "not_remembered": QT_TRANSLATE_NOOP(
        "errors", "This computer’s note of the journal cannot be written: an older copy put back would go unseen."
    ),
}

#: reason code of ``ui.locking.Reason`` -> why it locked, for the unlock page
_REASONS: Mapping[str, object] = {
    "idle": QT_TRANSLATE_NOOP("errors", "Locked because nobody was here for a while."),
    "sleep": QT_TRANSLATE_NOOP("errors", "Locked because the computer slept."),
    "screen": QT_TRANSLATE_NOOP("errors", "Locked with the screen."),
    "session": QT_TRANSLATE_NOOP("errors", "Locked because another person took the screen."),
    "lid": QT_TRANSLATE_NOOP("errors", "Locked because the lid was closed."),
    "clock": QT_TRANSLATE_NOOP("errors", "Locked because the clock jumped."),
    "minimised": QT_TRANSLATE_NOOP("errors", "Locked because the window was minimised."),
    "restored": QT_TRANSLATE_NOOP("errors", "The backup is in place. The former journal is kept beside it."),
    "restore-failed": QT_TRANSLATE_NOOP("errors", "The backup could not be restored. The journal is as it was."),
}

_BROKEN = QT_TRANSLATE_NOOP("errors", "Something in the program went wrong. Your text is still here.")


class _Facts(dict[str, object]):
    """A fact that was not given reads as a question mark, never as an error inside an error."""

    def __missing__(self, key: str) -> str:
        return "?"


class Trouble(str):
    """Words about something that went wrong: shown so that they are seen. A signal has to carry them as an object."""

    __slots__ = ()


def words(error: Exception) -> Trouble:
    """What to tell the person: one or two plain sentences, made from the error's code and facts alone."""
    if not isinstance(error, JournalError):
        return Trouble(QCoreApplication.translate(_CONTEXT, str(_BROKEN)))
    sentence = _WORDS.get(_key(error)) or _WORDS.get(error.code) or _WORDS["journal_error"]
    return Trouble(QCoreApplication.translate(_CONTEXT, str(sentence)).format_map(_Facts(error.facts)))


def notice_words(code: str) -> str:
    """What to tell after unlocking; empty for a code that needs no words."""
    return QCoreApplication.translate(_CONTEXT, str(_NOTICES.get(code, "")))


def reason_words(code: str) -> str:
    """Why the journal locked; empty where the person did it."""
    return QCoreApplication.translate(_CONTEXT, str(_REASONS.get(code, "")))


def _key(error: JournalError) -> str:
    fact = _DECIDING.get(error.code, "")
    if fact.startswith("*"):
        return f"{error.code}:{fact[1:]}" if fact[1:] in error.facts else error.code
    return f"{error.code}:{error.facts.get(fact)}" if fact else error.code


def known_codes() -> frozenset[str]:
    """The codes that have a sentence of their own."""
    return frozenset(code for code in _WORDS if ":" not in code)
