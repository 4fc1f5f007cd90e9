"""Every error a person can meet has a sentence, and no sentence or crash report can carry what anybody wrote."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from journal import errors
from journal.errors import JournalError, WeakPassphrase
from ui.crash import CrashReporter, trace
from ui.crash_dialog import CrashDialog
from ui.errors import known_codes, notice_words, reason_words, words
from ui.locking import Reason

CANARY = "canary-quince-marmalade"


def leaves(kind: type[JournalError] = JournalError) -> Iterator[type[JournalError]]:
    for sub in kind.__subclasses__():
        if sub.__module__ == errors.__name__:
            yield sub
            yield from leaves(sub)


def test_every_error_has_a_sentence_of_its_own() -> None:
    assert {leaf.code for leaf in leaves()} <= known_codes()


@pytest.mark.parametrize("leaf", list(leaves()), ids=lambda leaf: leaf.code)
def test_a_sentence_is_plain(leaf: type[JournalError]) -> None:
    said = words(leaf())
    assert said.endswith((".", "?"))
    assert "{" not in said
    assert leaf.code not in said or "_" not in leaf.code
    assert "!" not in said


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (errors.WrongSecret(), "That passphrase does not open this journal."),
        (errors.WrongWords(), "These words do not belong to this journal."),
        (errors.WordsMistyped(unknown=1, count=11), "One word is not right."),
        (errors.KeysDamaged(), "The key file is damaged. Enter your recovery words."),
        (errors.VaultDamaged(page=7), "Part of this journal cannot be read (page 7). Nothing was changed."),
        (errors.VaultDamaged(), "Part of this journal cannot be read. Nothing was changed."),
        (errors.VaultEmpty(), "This file is empty."),
        (errors.NotOurs(), "This is not a journal."),
        (errors.NewerVersion(found=9, known=1), "Made by a newer version. Nothing was written."),
        (errors.InUse(), "This journal is open in another window on this computer."),
        (errors.DiskFull(), "The disk is full. Your text is still here and not yet saved."),
        (errors.ReadOnly(), "This folder cannot be written to."),
        (errors.Gone(), "The journal file was moved or replaced."),
        (errors.WeakPassphrase(rule="short"), "A passphrase needs at least 15 characters."),
    ],
)
def test_the_sentences_are_those_of_the_security_design(error: JournalError, said: str) -> None:
    assert words(error) == said


def test_a_bug_has_a_sentence_without_its_message() -> None:
    said = words(ValueError(CANARY))
    assert CANARY not in said
    assert said


@pytest.mark.parametrize("reason", [r for r in Reason if r not in (Reason.BY_HAND, Reason.QUIT)])
def test_every_reason_to_lock_is_told(reason: Reason) -> None:
    assert reason_words(reason.value)


def test_what_the_person_did_needs_no_words() -> None:
    assert reason_words("hand") == reason_words("") == reason_words(CANARY) == ""


@pytest.mark.parametrize("code", ["keys_copy_used", "salt_damaged", "unclean_end", "key_changed", "older"])
def test_notices_after_unlocking_are_told(code: str) -> None:
    assert notice_words(code)


def broken(text: str) -> None:
    raise ValueError(text)


def caught() -> ValueError:
    try:
        broken(CANARY)
    except ValueError as error:
        return error
    raise AssertionError


def test_a_crash_report_holds_functions_and_lines_only() -> None:
    lines = trace(caught())
    assert CANARY not in lines
    assert "broken" in lines
    assert "ValueError" in lines


def test_the_crash_reporter_logs_and_tells_without_content(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    reporter = CrashReporter()
    told: list[str] = []
    reporter.crashed.connect(told.append)
    undo = reporter.install()
    try:
        error = caught()
        sys.excepthook(type(error), error, error.__traceback__)
    finally:
        undo()
    assert len(told) == 1
    dialog = CrashDialog(told[0])
    qtbot.addWidget(dialog)
    assert CANARY not in told[0] + caplog.text


def test_every_notice_that_the_core_gives_has_words() -> None:
    core = Path(__file__).parents[2] / "journal"
    given = {code for path in core.glob("*.py") for code in re.findall(r'Notice\("(\w+)"', path.read_text("utf-8"))}
    assert len(given) >= 6
    assert {code for code in given if not notice_words(code)} == set()


def test_the_present_passphrase_as_a_new_one_is_not_called_a_typing_slip() -> None:
    assert "present one" in words(WeakPassphrase(rule="different"))
