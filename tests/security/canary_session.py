"""A whole session with a canary planted in every place where a person types; then it waits to be killed.

Run as a script: folder, then the words ``open`` (say so and wait while unlocked) or ``locked`` (lock first, then wait).
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
from pathlib import Path

from journal.anonymise.review import begin_review
from journal.errors import JournalError
from journal.ids import new_id
from journal.model import AuthorProfile, Draft, Filter, KnownName, Order, Place
from journal.open_journal import OpenJournal
from journal.paths import user_places
from journal.practice_model import (
    Account,
    Action,
    AgendaItem,
    CheckIn,
    CpdActivity,
    DayClose,
    EarlySigns,
    Expectation,
    OwnEvent,
    SavedFilter,
    Section,
    Session,
    Template,
    Thread,
)
from journal.unlocking import create_journal, unlock_journal
from journal.vault.kdf import KdfParams
from tests.security.canaries import CANARIES


def session(folder: Path, until: str) -> None:
    """Create, lock, unlock, write, search, review, export, back up, check, and stay."""
    places = user_places()
    cheap = KdfParams(os.urandom(16), 8192, 1, 1)
    journal, words = create_journal(folder / "journal", CANARIES["passphrase"], places, kdf=cheap)
    (folder / "words-for-the-scanner").write_text(" ".join(words))
    journal.lock()
    try:
        unlock_journal(folder / "journal", CANARIES["passphrase"] + " wrong", places)
    except JournalError as error:
        print(error, file=sys.stderr)
    journal = unlock_journal(folder / "journal", CANARIES["passphrase"], places)
    body = f"{CANARIES['body']} and {CANARIES['client']} said nothing. {CANARIES['alias']} laughed."
    draft = Draft(None, "relationship", CANARIES["title"], body, dt.date(2026, 11, 22), tags=(CANARIES["tag"],))
    entry = journal.save_draft(draft)
    journal.save_name(KnownName(new_id(), CANARIES["client"], (CANARIES["alias"],), "client", "Client R"))
    journal.set_author(AuthorProfile(name=CANARIES["author"]))
    journal.search(CANARIES["search"], Filter(), Order.NEWEST, 20, 0)
    journal.search(CANARIES["body"], Filter(), Order.BEST, 20, 0)
    doomed = journal.save_draft(Draft(None, "free", "", CANARIES["deleted"], dt.date(2026, 11, 22)))
    journal.trash(doomed.id)
    journal.delete_for_good(doomed.id)
    journal.finish_entry(entry.id)
    journal.set_place(Place("editor", entry.id, 12))
    post = journal.begin_post((entry.id,), title=f"{CANARIES['post']}")
    review = begin_review(post, journal.knowledge())
    review.accept_all()
    journal.save_post(review.post)
    write_practice(journal, CANARIES["practice"])
    journal.back_up(folder / "backups")
    journal.verify()
    if until == "locked":
        journal.lock()
    print("ready", flush=True)
    time.sleep(120)


def write_practice(journal: OpenJournal, words: str) -> None:
    """The words in every place of the practice side where a person types; a wording replaced, a row removed."""
    day = dt.date(2026, 11, 22)
    journal.practice.save_session(Session(date_planned=day, impact=words, actions=(Action(words),)))
    item = journal.practice.save_agenda_item(AgendaItem(title=words, why=words, said=words))
    journal.practice.save_expectation(Expectation("", words, words, words))
    journal.practice.summary("bacp-record", day, day)
    journal.practice.agenda_page(day)
    journal.wellbeing.save_check_in(CheckIn(None, "weekly-check-in", day, (("wci-energy", 4),), note=words))
    journal.wellbeing.save_early_signs(EarlySigns(words, words, words))
    journal.wellbeing.save_event(OwnEvent(None, day, words))
    journal.wellbeing.close_day(DayClose(None, day, words, words))
    journal.learning.save_template(Template("", words, (Section("", words, words),), own=True))
    journal.learning.save_activity(CpdActivity(None, day, words, 60, learned=words))
    account = journal.learning.save_account(Account(None, "nmc-account", words, day, (), (("nmc-account.1", words),)))
    journal.looking_back.save_thread(Thread(None, words, words))
    journal.looking_back.save_filter(SavedFilter(None, words, query=words))
    journal.practice.remove_agenda_item(item.id or new_id())
    journal.learning.account_post(account.id or new_id())


if __name__ == "__main__":
    session(Path(sys.argv[1]), sys.argv[2])
