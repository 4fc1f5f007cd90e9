"""Every error has a sentence for the terminal, on one line and with nothing in it that a person wrote."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from journal import errors
from journal.commands.words import known, sentence
from journal.errors import Fact, JournalError

#: One of each, with the facts that the core gives it.
RAISED: list[tuple[JournalError, str]] = [
    (errors.WrongSecret(), "That passphrase does not open this journal."),
    (errors.WrongWords(), "These words do not belong to this journal."),
    (errors.WordsMistyped(count=11, unknown=0), "One word is not right."),
    (errors.WordsMistyped(count=11, unknown=3), "3 of the words are not right."),
    (errors.WordsMistyped(count=9), "There are 11 recovery words; 9 were given."),
    (errors.WeakPassphrase(rule="short"), "A passphrase needs at least 15 characters."),
    (errors.KeysDamaged(reason="sum"), "recover --help"),
    (errors.KeysDamaged(reason="kdf_memory"), "There is not enough free memory"),
    (errors.VaultDamaged(page=7), "Part of this journal cannot be read (page 7). Nothing was changed."),
    (errors.VaultDamaged(), "Part of this journal cannot be read. Nothing was changed."),
    (errors.VaultEmpty(), "The journal file is empty."),
    (errors.NotOurs(), "This is not a journal."),
    (errors.NotOurs(what="backup"), "This is not a backup of Congruence."),
    (errors.NotFound(what="backup"), "There is no such backup."),
    (errors.BackupDamaged(member="zip"), "This is no backup of Congruence, or it is damaged."),
    (errors.BadInput(what="folder", reason="journal"), "inside a journal's own folder. Nothing was written"),
    (errors.BadInput(what="file", reason="irregular"), "A folder or a device is in that place. Nothing was written."),
    (errors.NewerVersion(found=9, known=1), "Made by a newer version of Congruence (format 9, this version knows 1)."),
    (errors.InUse(), "This journal is open in another window on this computer."),
    (errors.DiskFull(), "The disk is full. Nothing was saved."),
    (errors.ReadOnly(), "This folder cannot be written to."),
    (errors.Gone(what="folder"), "That folder is not there."),
    (errors.Gone(what="file"), "The journal file is not there: it was moved, replaced or removed."),
    (errors.EngineUnfit(guard="fts5"), "(check fts5)"),
    (errors.Interrupted(), "Interrupted."),
    (errors.AlreadyThere(what="file"), "There is a file of that name already. Nothing was written"),
    (errors.NotFound(what="entry"), "There is no such entry."),
    (errors.BadInput(what="text", reason="encoding"), "The text is not UTF-8."),
    (errors.BadInput(what="row", row=3, reason="not JSON"), "Row 3 of the input cannot be used: not JSON."),
    (errors.BackupDamaged(member="journal.db"), "This backup is not whole (journal.db). Nothing was restored."),
    (errors.ReviewIncomplete(undecided=3), "Not ready: 3 decisions are left."),
    (errors.ReviewIncomplete(undecided=1), "Not ready: 1 decision is left."),
    (errors.QuestionsUnanswered(count=5), "Not ready: 5 questions are not answered that must be."),
    (errors.QuestionsUnanswered(count=1), "Not ready: One question is not answered that must be."),
    (errors.BadInput(what="notes", reason="untrue"), "A closing note says what is not so of this draft."),
    (errors.BadInput(what="answer", reason="unknown"), "There is no such question, or no such answer"),
    (errors.BadInput(what="country", reason="unknown"), "There are no checked helplines for that country."),
    (errors.ResidueFound(count=2), "in 2 places. Nothing was written."),
    (errors.WriteFailed(errno=5), "The system refused to write (Input/output error, error 5)."),
]


BY_CODE = {error.code: error for error in sorted(known(), key=lambda error: error.code)}


def leaves(of: type[JournalError] = JournalError) -> Iterator[type[JournalError]]:
    below = of.__subclasses__()
    if not below:
        yield of
    for error in below:
        yield from leaves(error)


def test_every_leaf_has_its_own_sentence_and_stands_in_this_table() -> None:
    assert set(leaves()) == known() == {type(error) for error, _ in RAISED}


@pytest.mark.parametrize(("error", "words"), RAISED, ids=[f"{n} {e.code}" for n, (e, _) in enumerate(RAISED)])
def test_an_error_is_told_in_one_plain_line(error: JournalError, words: str) -> None:
    told = sentence(error)
    assert words in told
    assert "\n" not in told
    assert told.endswith(".")
    assert not told[0].islower()


@pytest.mark.parametrize("error", BY_CODE.values(), ids=BY_CODE)
@pytest.mark.parametrize("facts", [{}, {"what": "new", "reason": "new", "rule": "new", "guard": "new"}])
def test_an_error_with_other_facts_is_told_too(error: type[JournalError], facts: dict[str, Fact]) -> None:
    told = sentence(error(**facts))
    assert told.endswith(".")
    assert "None" not in told


def test_an_error_without_a_sentence_is_told_without_a_fault() -> None:
    assert sentence(JournalError(count=1)) == "Something went wrong. Nothing more is known."
