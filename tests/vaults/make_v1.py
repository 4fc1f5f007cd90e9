"""Made ``tests/vaults/v1``: a journal of format 1, with one of everything. It is never made again: that is its use.

Run with the folder to write to. The passphrase is in ``tests/unit/test_old_journals.py``; all people are invented.
"""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from journal.anonymise.review import begin_review
from journal.ids import new_id
from journal.model import AgendaFlag, AuthorProfile, Draft, KnownName, NameKind, PersonLink, Place, Ratings
from tests.journals import DAY, new_journal


def make(target: Path) -> None:
    """A journal below ``target``: entries of every kind, a revision, trash, register, author, post, place."""
    journal, words = new_journal(target)
    journal.set_author(
        AuthorProfile("Tamsin Greyfallow", ("Tam",), "Millrace Counselling", "counsellor", ("Ludlow",), ("gig rower",))
    )
    client = journal.save_name(KnownName(new_id(), "Rebecca Ashdown", ("Becky",), "client", "Client R", note="rings"))
    journal.save_name(KnownName(new_id(), "Millrace", (), "service", "S1", NameKind.ORGANISATION))
    first = journal.save_draft(
        Draft(
            None,
            "relationship",
            "What she actually asked for",
            "Session four. I asked about goals for the third time. 😀\n\n> When did you hide?\n\nAt minute four.",
            DAY,
            tags=("endings", "goals"),
            star=True,
            people=(PersonLink(client.id, 4),),
            ratings=Ratings(4, None, 7),
            prompts=("rel-con-2m-1",),
            agenda=(AgendaFlag(new_id(), 0, 13, "Session four.", "is it hers?"),),
            keep_until=dt.date(2033, 1, 1),
        )
    )
    journal.finish_entry(first.id)
    journal.save_draft(replace(first.draft(), body=first.body + "\n\nIt would have been quieter, Małgorzata."))
    for number, kind in enumerate(("supervisee", "supervisor", "wellbeing", "dilemma", "free")):
        journal.save_draft(
            Draft(None, kind, f"{kind} {number}", "Postponed again.", DAY - dt.timedelta(days=number + 1))
        )
    doomed = journal.save_draft(Draft(None, "free", "in the trash", "not this", DAY))
    journal.trash(doomed.id)
    review = begin_review(journal.begin_post((first.id,), title="A post"), journal.knowledge())
    review.accept_all()
    review.answer("person-1", "no")
    journal.save_post(review.post)
    journal.set_place(Place("editor", first.id, 12))
    journal.set_value("export folder", "/invented/folder")
    journal.never_flag("Millpond")
    journal.lock()
    shutil.rmtree(target / "home")
    (target / "words.txt").write_text(" ".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]))
