"""Row 30: a journal of every released format opens; one from the future is refused untouched."""

import datetime as dt
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from journal.errors import NewerVersion
from journal.model import Filter, NameKind, Notice, Order, Ratings
from journal.paths import places_in
from journal.practice_model import Session
from journal.restoring import preview_backup
from journal.store import connection as store
from journal.unlocking import recover_journal, unlock_journal
from journal.vault.header import parse
from journal.vault.keys import Purpose, open_slot
from tests.journals import ANOTHER, CHEAP, DAY, PASSPHRASE

VAULTS = Path(__file__).parents[1] / "vaults"


@pytest.fixture
def v1(tmp_path: Path) -> Path:
    """A copy of the first format's journal, private as the program makes it (git keeps no modes)."""
    shutil.copytree(VAULTS / "v1" / "journal", tmp_path / "journal")
    for path in (tmp_path / "journal").iterdir():
        path.chmod(0o600)
    return tmp_path / "journal"


def test_the_first_format_opens_with_all_that_was_in_it(v1: Path, tmp_path: Path) -> None:
    journal = unlock_journal(v1, PASSPHRASE, places_in(tmp_path / "home"))
    assert journal.notices == (Notice("migrated"),)
    assert journal.verify().ok
    rows = journal.window(Filter(), 0, 20)
    assert [row.kind for row in rows] == ["relationship", "supervisee", "supervisor", "wellbeing", "dilemma", "free"]
    entry = journal.entry(rows[0].id)
    assert (entry.title, entry.day, entry.star) == ("What she actually asked for", DAY, True)
    assert entry.body.endswith("It would have been quieter, Małgorzata.")
    assert entry.tags == ("endings", "goals")
    assert entry.ratings == Ratings(4, None, 7)
    assert entry.prompts == ("rel-con-2m-1",)
    assert entry.keep_until == dt.date(2033, 1, 1)
    assert (entry.agenda[0].anchor, entry.agenda[0].note) == ("Session four.", "is it hers?")
    assert [len(revision.body) < len(entry.body) for revision in journal.revisions(entry.id)] == [True]
    names = {name.code: name for name in journal.names()}
    assert (names["Client R"].name, names["Client R"].aliases) == ("Rebecca Ashdown", ("Becky",))
    assert names["S1"].kind is NameKind.ORGANISATION
    assert [(link.name_id, link.session) for link in entry.people] == [(names["Client R"].id, 4)]
    author = journal.author()
    assert (author.name, author.places, author.hidden) == ("Tamsin Greyfallow", ("Ludlow",), ("gig rower",))
    assert [row.title for row in journal.window(Filter(trashed=True), 0, 5)] == ["in the trash"]
    assert [hit.heading.id for hit in journal.search("quieter malgorz", Filter(), Order.NEWEST, 5)] == [entry.id]
    post = journal.post(journal.posts()[0].id)
    assert post.sources[0].entry_id == entry.id
    assert post.answers == (("person-1", "no"),)
    assert journal.place().entry_id is None  # the place belongs to another computer
    assert journal.value("export folder") == "/invented/folder"
    assert "millpond" in journal.knowledge().never_flag
    # what was flagged before there was an agenda has its place on it
    (item,) = journal.practice.agenda()
    assert (item.id, item.entry_id, item.anchor) == (entry.agenda[0].id, entry.id, "Session four.")
    assert (item.why, item.flagged_on, item.how_soon) == ("is it hers?", DAY, "next-meeting")
    journal.lock()
    (backup,) = places_in(tmp_path / "home").default_backups.glob("*.congruence-backup")
    # the copy from before the step can still be looked into
    assert preview_backup(backup, PASSPHRASE, tmp_path / "scratch").entries == 6


def test_a_migrated_journal_is_migrated_once_and_takes_what_is_new(v1: Path, tmp_path: Path) -> None:
    places = places_in(tmp_path / "home")
    journal = unlock_journal(v1, PASSPHRASE, places)
    (item,) = journal.practice.agenda()
    journal.practice.save_agenda_item(replace(item, want="to think aloud"))
    session = journal.practice.save_session(Session(date_planned=DAY, impact="slower"))
    journal.lock()
    again = unlock_journal(v1, PASSPHRASE, places)
    assert again.notices == ()
    assert [row.want for row in again.practice.agenda()] == ["to think aloud"]
    assert again.practice.sessions() == (session,)
    assert again.verify().ok
    again.lock()


def test_the_first_formats_words_still_open_it(v1: Path, tmp_path: Path) -> None:
    words = (VAULTS / "v1" / "words.txt").read_text(encoding="utf-8")
    for path in v1.glob("keys*"):
        path.unlink()
    recover_journal(v1, words, ANOTHER, places_in(tmp_path / "home"), kdf=CHEAP).lock()


def test_a_journal_from_the_future_is_refused_and_not_a_byte_is_changed(v1: Path, tmp_path: Path) -> None:
    key_file = parse((v1 / "keys.json").read_bytes())
    with open_slot(key_file, PASSPHRASE) as secret:
        key = secret.subkey(Purpose.DATABASE, key_file.journal_salt)
    connection = store.open_existing(v1 / "journal.db", key, key_file.journal_salt)
    connection.take_step(9999, "CREATE TABLE later (x);")
    connection.close()
    before = {path.name: path.read_bytes() for path in v1.iterdir()}
    with pytest.raises(NewerVersion) as refused:
        unlock_journal(v1, PASSPHRASE, places_in(tmp_path / "home"))
    assert refused.value.facts["found"] == 9999
    assert {path.name: path.read_bytes() for path in v1.iterdir()} == before
    assert [path.name for path in tmp_path.iterdir()] == ["journal"]
