"""One sentence for each error, for the terminal. The window has its own table in ``ui/errors.py``.

Sentences are made from codes and counts; nothing that a person wrote can be among them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from journal import errors
from journal.errors import Fact, JournalError

Facts = Mapping[str, Fact]

_PASSPHRASE_RULES = {
    "short": "A passphrase needs at least 15 characters.",
    "long": "A passphrase has at most 1,024 characters.",
    "guessable": "That passphrase is too easy to guess. Several unrelated words make a good one.",
    "different": "The new passphrase must differ from the present one.",
}

_ALREADY_THERE = {
    "journal": "There is a journal in this folder already. Nothing was changed.",
    "folder": "There is something else in this folder. Nothing was changed.",
    "file": "There is a file of that name already. Nothing was written; --force replaces it.",
    "code": "That code stands for somebody else in the register.",
    "name": "That name is in the register already.",
}

_BAD_INPUT = {
    ("format", "unknown"): "There is no such format.",
    ("format", "no_letters"): "This program's fonts lack a letter of the text; the window can make this PDF.",
    ("kind", "unknown"): "There is no such kind of entry.",
    ("condition", "unknown"): "There is no such condition.",
    ("depth", "unknown"): "There is no such depth.",
    ("passphrase", "missing"): "No passphrase was given on standard input.",
    ("passphrase", "long"): _PASSPHRASE_RULES["long"],
    ("passphrase", "unlike"): "The two passphrases are not the same. Nothing was changed.",
    ("passphrase", "encoding"): "The passphrase on standard input is not UTF-8.",
    ("passphrase", "no_terminal"): "There is no terminal to ask for the passphrase: use --passphrase-stdin.",
    ("text", "encoding"): "The text is not UTF-8.",
    ("text", "empty"): "There is no text in it.",
    ("text", "long"): "The text is too long to be stored.",
    ("file", "unreadable"): "The file to read cannot be opened.",
    ("file", "irregular"): "A folder or a device is in that place. Nothing was written.",
    ("file", "backup"): "That is the name of a backup. Nothing was written; choose another.",
    ("folder", "journal"): "That place is inside a journal's own folder. Nothing was written; choose another.",
    ("name", "empty"): "A name is needed.",
    ("notes", "untrue"): "A closing note says what is not so of this draft. Nothing was written.",
    ("answer", "unknown"): "There is no such question, or no such answer: --answer takes QUESTION=ANSWER.",
    ("country", "unknown"): "There are no checked helplines for that country.",
    ("title", "empty"): "A title is needed.",
    ("date_held", "missing"): "A meeting that was held needs the day it was held.",
    ("date_planned", "missing"): "A meeting needs a day: --planned or --held.",
    ("answers", "unknown"): "There is no such question in it, or one was answered twice. See checkin questions.",
    ("answers", "range"): "That answer cannot be given. See checkin questions.",
    ("measure", "off"): "That measure is off until you turn it on. See checkin turn-on --help.",
    ("measure", "not_built_in"): "That measure is only named here; it cannot be filled in.",
    ("measure", "terms_not_read"): "Read its source and terms first: see checkin turn-on.",
    ("words", "not_there"): "Those words do not stand in the entry.",
    ("section", "unknown"): "There is no such section in that form. See templates show.",
    ("template", "headings"): 'A template needs a line "# Name" and a "## Heading" for each section.',
    ("id", "unknown"): "That is no id.",
}


def sentence(error: JournalError) -> str:
    """What to tell a person at the terminal; one line, without the name of the program."""
    words = _WORDS.get(type(error))
    return words(error.facts) if words else "Something went wrong. Nothing more is known."


def known() -> frozenset[type[JournalError]]:
    """The errors that have a sentence of their own."""
    return frozenset(_WORDS)


def _always(text: str) -> Callable[[Facts], str]:
    return lambda _facts: text


def _words_mistyped(facts: Facts) -> str:
    if facts.get("count", 11) != 11:
        return f"There are 11 recovery words; {facts['count']} were given."
    match facts.get("unknown", 0):
        case 0 | 1:
            return "One word is not right."
        case several:
            return f"{several} of the words are not right."


def _newer(facts: Facts) -> str:
    numbers = f" (format {facts['found']}, this version knows {facts['known']})" if "found" in facts else ""
    return f"Made by a newer version of Congruence{numbers}. Nothing was written."


def _vault_damaged(facts: Facts) -> str:
    page = f" (page {facts['page']})" if "page" in facts else ""
    return f"Part of this journal cannot be read{page}. Nothing was changed. For backups see restore --help."


def _gone(facts: Facts) -> str:
    if facts.get("what") == "folder":
        return "That folder is not there."
    return "The journal file is not there: it was moved, replaced or removed."


def _keys_damaged(facts: Facts) -> str:
    if facts.get("reason") == "kdf_memory":
        return "There is not enough free memory to try the passphrase. Close other programs and try again."
    return (
        "The key file is damaged and no copy of it can be used. The recovery words still open it: see recover --help."
    )


def _backup_damaged(facts: Facts) -> str:
    if facts.get("member") == "zip":
        return "This is no backup of Congruence, or it is damaged. Nothing was changed."
    return f"This backup is not whole ({facts.get('member', 'unknown part')}). Nothing was restored."


def _write_failed(facts: Facts) -> str:
    # the system's words for a number: they name no file and no person
    number = facts.get("errno")
    words = os.strerror(number) if isinstance(number, int) and number > 0 else "no reason given"
    return f"The system refused to write ({words}, error {number if number else 'unknown'})."


def _bad_input(facts: Facts) -> str:
    what, reason = str(facts.get("what", "")), str(facts.get("reason", ""))
    if what == "row":
        return f"Row {facts.get('row', '?')} of the input cannot be used: {reason}."
    return _BAD_INPUT.get((what, reason), f"That {what or 'value'} cannot be used ({reason or 'unknown reason'}).")


def _incomplete(facts: Facts) -> str:
    count = facts.get("undecided", 0)
    decisions = "1 decision is left" if count == 1 else f"{count} decisions are left"
    return f"Not ready: {decisions}. Use --accept-proposals, or decide them in the window."


def _unanswered(facts: Facts) -> str:
    count = facts.get("count", 0)
    questions = "One question is" if count == 1 else f"{count} questions are"
    return f"Not ready: {questions} not answered that must be. Use --answer, or answer in the window."


def _residue(facts: Facts) -> str:
    places = "one place" if facts.get("count") == 1 else f"{facts.get('count', 'some')} places"
    return f"The last look found details that were to be gone, in {places}. Nothing was written."


_WORDS: Mapping[type[JournalError], Callable[[Facts], str]] = {
    errors.WrongSecret: _always("That passphrase does not open this journal."),
    errors.WrongWords: _always("These words do not belong to this journal."),
    errors.WordsMistyped: _words_mistyped,
    errors.WeakPassphrase: lambda facts: _PASSPHRASE_RULES.get(
        str(facts.get("rule")), "That passphrase cannot be used."
    ),
    errors.KeysDamaged: _keys_damaged,
    errors.VaultDamaged: _vault_damaged,
    errors.VaultEmpty: _always("The journal file is empty. For backups see restore --help."),
    errors.NotOurs: lambda facts: (
        "This is not a backup of Congruence." if facts.get("what") == "backup" else "This is not a journal."
    ),
    errors.NewerVersion: _newer,
    errors.InUse: _always("This journal is open in another window on this computer."),
    errors.DiskFull: _always("The disk is full. Nothing was saved."),
    errors.ReadOnly: _always("This folder cannot be written to."),
    errors.Gone: _gone,
    errors.EngineUnfit: lambda facts: (
        f"The database engine on this computer is not safe to use (check {facts.get('guard', 'unknown')})."
    ),
    errors.Interrupted: _always("Interrupted. Nothing was changed."),
    errors.AlreadyThere: lambda facts: _ALREADY_THERE.get(
        str(facts.get("what")), "Something is there already. Nothing was changed."
    ),
    errors.NotFound: lambda facts: f"There is no such {facts.get('what', 'thing')}.",
    errors.BadInput: _bad_input,
    errors.BackupDamaged: _backup_damaged,
    errors.ReviewIncomplete: _incomplete,
    errors.QuestionsUnanswered: _unanswered,
    errors.ResidueFound: _residue,
    errors.WriteFailed: _write_failed,
}
