"""Journals for tests: made with the cheapest allowed key derivation, below a folder of the test's own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from journal.anonymise.review import Review
from journal.model import Draft
from journal.open_journal import OpenJournal
from journal.paths import Places, places_in
from journal.practice.checklist import load_checklist
from journal.unlocking import create_journal, unlock_journal
from journal.vault.kdf import KdfParams

PASSPHRASE = "correct horse battery staple lantern"
ANOTHER = "seven quiet herons beyond the weir"
DAY = dt.date(2026, 11, 22)
#: The least that is not refused (security design: read limits 8 MiB, 1 pass, 1 lane).
CHEAP = KdfParams(bytes(16), 8192, 1, 1)


def places(tmp_path: Path) -> Places:
    return places_in(tmp_path / "home")


def new_journal(tmp_path: Path, passphrase: str = PASSPHRASE) -> tuple[OpenJournal, tuple[str, ...]]:
    """A new journal in ``tmp_path/journal``, unlocked, and its recovery words."""
    return create_journal(tmp_path / "journal", passphrase, places(tmp_path), kdf=CHEAP)


def unlocked(tmp_path: Path, passphrase: str = PASSPHRASE) -> OpenJournal:
    """The same journal, unlocked again."""
    return unlock_journal(tmp_path / "journal", passphrase, places(tmp_path))


def draft(body: str = "It would have been quieter.", title: str = "What she asked for", kind: str = "free") -> Draft:
    return Draft(None, kind, title, body, DAY)


def answered(review: Review) -> Review:
    """The same review with the questions answered that must be before an export."""
    for question in load_checklist().questions:
        if question.must:
            review.answer(question.id, "considered")
    return review
