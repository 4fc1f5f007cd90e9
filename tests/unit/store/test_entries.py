"""Entries: saved whole, kept in a chain of texts, thrown away and gone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import AlreadyThere, BadInput, NotFound
from journal.ids import new_id
from journal.model import AgendaFlag, Draft, Filter, PersonLink, Ratings, Tag
from journal.store import search_rows
from journal.store.rows import storable
from journal.store.search import search
from tests.unit.store.journal_files import DAY, OTHER_DEVICE, Store, create, draft, fill, name, reopen


def test_every_field_of_a_draft_comes_back(store: Store) -> None:
    person = store.names.add(name())
    full = Draft(
        None,
        "dilemma",
        "Ending early",
        "> What pulls you?\n\nDéjà vu, 😀 and\ttabs\r\nand lines",
        dt.date(2026, 2, 28),
        tags=("endings", "Grief"),
        star=True,
        people=(PersonLink(person.id, 7), PersonLink(person.id)),
        ratings=Ratings(0, None, 10),
        prompts=("dil-02", "dil-01"),
        agenda=(AgendaFlag(new_id(), 2, 6, "What", "why this?"), AgendaFlag(new_id(), 0, 0)),
        keep_until=dt.date(2033, 2, 28),
    )
    entry = store.entries.save(full)
    assert entry.draft() == replace(full, id=entry.id)
    assert store.entries.get(entry.id) == entry
    assert entry.written_at == entry.changed_at == store.clock.now
    assert entry.id.version == entry.revision.version == 7
    assert entry.trashed_at is None


def test_fields_change_back_to_nothing(store: Store) -> None:
    fill(store, 1)
    entry = store.entries.get(store.entries.window(Filter(), 0, 1)[0].id)
    bare = draft(entry.body, entry.title, id=entry.id)
    assert store.entries.save(bare).draft() == bare
    assert store.entries.tags() == ()


def test_saving_what_is_stored_writes_nothing(store: Store) -> None:
    fill(store, 1)
    entry = store.entries.get(store.entries.window(Filter(), 0, 1)[0].id)
    store.connection.checkpoint()
    store.clock.move(days=1)
    assert store.entries.save(entry.draft()) == entry
    assert store.entries.save(replace(entry.draft(), tags=(" GRIEF", "T0", "grief"))) == entry
    log = store.connection.path.with_name("journal.db-wal")
    assert log.stat().st_size == 0


def test_an_entry_that_is_not_there_is_named_as_such(store: Store) -> None:
    unknown = new_id()
    for call in (
        lambda: store.entries.get(unknown),
        lambda: store.entries.save(draft(id=unknown)),
        lambda: store.entries.finish(unknown),
        lambda: store.entries.trash(unknown),
        lambda: store.entries.untrash(unknown),
        lambda: store.entries.delete_for_good(unknown),
        lambda: store.entries.neighbours(unknown),
    ):
        with pytest.raises(NotFound) as caught:
            call()
        assert caught.value.facts == {"what": "entry"}


@pytest.mark.parametrize(
    ("bad", "what"),
    [
        (replace(draft(), kind="diary"), "kind"),
        (replace(draft(), ratings=Ratings(upr=11)), "ratings"),
        (replace(draft(), ratings=Ratings(empathy=-1)), "ratings"),
        (replace(draft(), people=(PersonLink(new_id(), 0),)), "session"),
        (replace(draft(), agenda=(AgendaFlag(new_id(), 5, 4),)), "agenda"),
    ],
)
def test_what_cannot_be_stored_is_refused(store: Store, bad: Draft, what: str) -> None:
    with pytest.raises(BadInput) as caught:
        store.entries.save(bad)
    assert caught.value.facts["what"] == what
    assert store.entries.count(Filter()) == 0


def test_a_person_who_is_not_in_the_register_leaves_no_half_entry(store: Store) -> None:
    with pytest.raises(NotFound):
        store.entries.save(replace(draft(), people=(PersonLink(new_id()),)))
    assert store.entries.count(Filter()) == 0


def test_half_surrogates_and_nul_do_not_lose_the_text(store: Store) -> None:
    entry = store.entries.save(draft("before \ud83d and \0 after 😀"))
    assert entry.body == "before \ufffd and \ufffd after 😀"
    assert search(store.connection, "after")[0].heading.id == entry.id


@given(st.text(), st.text())
def test_any_text_can_be_stored_with_its_positions(title: str, body: str) -> None:
    for text in (title, body):
        assert len(storable(text)) == len(text)
        storable(text).encode()


def test_typing_on_makes_no_revision_until_the_entry_is_finished(store: Store) -> None:
    entry = store.entries.save(draft("one"))
    seen = {entry.revision}
    for words in ("one two", "one two three"):
        store.clock.move(seconds=3)
        entry = store.entries.save(draft(words, id=entry.id))
        seen.add(entry.revision)
    assert len(seen) == 3  # each text has its own id, so that a stale scan is told
    assert store.entries.revisions(entry.id) == ()
    store.entries.finish(entry.id)
    last = entry
    entry = store.entries.save(draft("another", id=entry.id))
    (kept,) = store.entries.revisions(entry.id)
    assert (kept.id, kept.body, kept.entry_id, kept.device) == (
        last.revision,
        "one two three",
        entry.id,
        store.device,
    )
    assert kept.parents == ()


@pytest.mark.parametrize(("minutes", "kept"), [(4.9, 0), (5, 1), (600, 1), (-30, 1)])
def test_a_pause_closes_a_revision(store: Store, minutes: float, kept: int) -> None:
    entry = store.entries.save(draft("one"))
    store.clock.move(minutes=minutes)
    store.entries.save(draft("two", id=entry.id))
    assert len(store.entries.revisions(entry.id)) == kept


def test_writing_without_a_pause_leaves_a_text_each_ten_minutes(store: Store) -> None:
    entry = store.entries.save(draft("start"))
    for minute in range(1, 31):
        store.clock.move(minutes=1)
        store.entries.save(draft(f"minute {minute}", id=entry.id))
    assert [kept.body for kept in store.entries.revisions(entry.id)] == ["minute 29", "minute 19", "minute 9"]


def test_the_chain_names_its_parents(store: Store) -> None:
    entry = store.entries.save(draft("a"))
    for words in "bcd":
        store.entries.finish(entry.id)
        entry = store.entries.save(draft(words, id=entry.id))
    newest, middle, oldest = store.entries.revisions(entry.id)
    assert (newest.body, middle.body, oldest.body) == ("c", "b", "a")
    assert newest.parents == (middle.id,)
    assert middle.parents == (oldest.id,)
    assert oldest.parents == ()


def test_another_computer_never_replaces_an_open_text(store: Store) -> None:
    entry = store.entries.save(draft("here"))
    there = Store(store.connection, store.clock, OTHER_DEVICE)
    there.entries.save(draft("there", id=entry.id))
    assert [(kept.body, kept.device) for kept in store.entries.revisions(entry.id)] == [("here", store.device)]


def test_an_empty_text_is_not_kept(store: Store) -> None:
    entry = store.entries.save(draft("", ""))
    store.entries.finish(entry.id)
    store.entries.save(draft("words", id=entry.id))
    assert store.entries.revisions(entry.id) == ()


def test_tags_and_stars_do_not_touch_the_text_or_its_revision(store: Store) -> None:
    entry = store.entries.save(draft("words"))
    store.entries.finish(entry.id)
    starred = store.entries.save(replace(entry.draft(), star=True, tags=("new",)))
    assert starred.revision == entry.revision
    assert store.entries.revisions(entry.id) == ()


def test_a_restored_text_leaves_the_present_one_in_the_chain(store: Store) -> None:
    entry = store.entries.save(draft("first", "One"))
    store.entries.finish(entry.id)
    entry = store.entries.save(draft("second", "Two", id=entry.id))
    (first,) = store.entries.revisions(entry.id)
    restored = store.entries.restore(first.id)
    assert (restored.title, restored.body) == ("One", "first")
    assert [kept.body for kept in store.entries.revisions(entry.id)] == ["second", "first"]
    assert store.entries.restore(first.id) == restored
    with pytest.raises(NotFound):
        store.entries.restore(new_id())


def test_locking_finishes_every_entry(store: Store) -> None:
    ids = [store.entries.save(draft(f"entry {number}")).id for number in range(3)]
    store.entries.finish_all()
    for entry_id in ids:
        store.entries.save(draft("later", id=entry_id))
        assert len(store.entries.revisions(entry_id)) == 1
    store.entries.finish_all()
    store.connection.checkpoint()
    store.entries.finish_all()
    assert store.connection.path.with_name("journal.db-wal").stat().st_size == 0


def test_the_trash_takes_an_entry_out_and_gives_it_back(store: Store) -> None:
    entry = store.entries.save(draft(tags=("t",)))
    store.entries.trash(entry.id)
    assert store.entries.count(Filter()) == 0
    assert [heading.id for heading in store.entries.window(Filter(trashed=True), 0, 9)] == [entry.id]
    assert store.entries.get(entry.id).trashed_at == store.clock.now
    assert store.entries.tags() == ()
    store.entries.untrash(entry.id)
    assert store.entries.get(entry.id) == entry
    assert store.entries.tags() == (Tag("t", 1),)


def test_tags_are_one_whatever_their_case_and_accents_composition(store: Store) -> None:
    store.entries.save(draft(tags=("Fiancée", "work")))
    entry = store.entries.save(draft(tags=("FIANCÉE", "Work ", "", "work")))
    assert entry.tags == ("Fiancée", "work")
    assert store.entries.tags() == (Tag("Fiancée", 2), Tag("work", 2))


def test_a_tag_is_renamed_joined_and_forgotten(store: Store) -> None:
    one = store.entries.save(draft(tags=("greif", "x")))
    two = store.entries.save(draft(tags=("grief", "greif")))
    store.entries.rename_tag("greif", "Grief")
    assert store.entries.get(one.id).tags == ("grief", "x")
    assert store.entries.get(two.id).tags == ("grief",)
    store.entries.rename_tag("grief", "Loss")
    assert store.entries.tags() == (Tag("Loss", 2), Tag("x", 1))
    with pytest.raises(NotFound):
        store.entries.rename_tag("greif", "other")
    with pytest.raises(BadInput):
        store.entries.rename_tag("Loss", "  ")


def test_an_import_keeps_ids_and_times_and_is_found(store: Store) -> None:
    when = dt.datetime(2019, 5, 1, 20, 15, tzinfo=dt.UTC)
    own = new_id()
    drafts = [draft("imported lantern", id=own, tags=("old",)), draft("imported weir", tags=("Old",))]
    first, second = store.entries.add_many(drafts, [when, when])
    assert first == own
    assert store.entries.get(first).written_at == when
    assert len(search(store.connection, "imported")) == 2
    assert store.entries.tags() == (Tag("old", 2),)
    store.entries.save(draft("changed", id=second))
    assert [kept.body for kept in store.entries.revisions(second)] == ["imported weir"]
    later = store.entries.save(draft("typed after the import"))
    assert [hit.heading.id for hit in search(store.connection, "typed")] == [later.id]


def test_an_import_is_all_or_nothing(store: Store) -> None:
    entry = store.entries.save(draft("there before"))
    with pytest.raises(AlreadyThere):
        store.entries.add_many([draft("new"), draft("same", id=entry.id)])
    assert store.entries.count(Filter()) == 1
    assert search(store.connection, "new") == []
    # the trigger that an import sets aside is back
    store.entries.save(draft("afterwards"))
    assert len(search(store.connection, "afterwards")) == 1


def test_the_search_index_stays_true_through_everything(store: Store) -> None:
    fill(store)
    ids = [heading.id for heading in store.entries.window(Filter(), 0, 99)]
    store.entries.save(draft("other words", "Other title", id=ids[0]))
    store.entries.save(replace(store.entries.get(ids[1]).draft(), title="Title alone"))
    store.entries.save(replace(store.entries.get(ids[2]).draft(), body="Body alone"))
    store.entries.restore(store.entries.revisions(ids[0])[0].id)
    store.entries.trash(ids[3])
    store.entries.add_many([draft(f"imported {number}") for number in range(5)])
    store.entries.delete_for_good(ids[4], ids[5])
    with store.connection.write() as sql:
        search_rows.check(sql)
    store.connection.integrity()


def test_the_index_check_notices_a_false_index(store: Store) -> None:
    fill(store, 2)
    with store.connection.write() as sql:
        sql.run("DROP TRIGGER entry_body_changed")
        sql.run("UPDATE entry_body SET body = 'behind its back'")
    with pytest.raises(Exception, match="vault_damaged"), store.connection.write() as sql:
        search_rows.check(sql)


WORD = "quixotryish"


def _words_in(path: Path) -> int:
    """How often the word stands in any value of any table, search tables included, and in any page of the file."""
    opened = reopen(path)
    found = 0
    with opened.read() as sql:
        for (table,) in sql.all("SELECT name FROM sqlite_master WHERE type = 'table'"):
            for row in sql.all(f"SELECT * FROM {table}"):
                for value in row:
                    text = value.encode() if isinstance(value, str) else value
                    found += isinstance(text, bytes) and WORD.encode() in text.lower()
        sql.run("ATTACH DATABASE ? AS plain KEY ''", str(path.with_name("plain.db")))
    with opened.read() as sql:
        sql.all("SELECT sqlcipher_export('plain')")
    with opened.read() as sql:
        sql.run("DETACH DATABASE plain")
    opened.close()
    return found + (WORD.encode() in path.with_name("plain.db").read_bytes())


def _with_a_rare_word(path: Path) -> tuple[Store, UUID]:
    store = Store(create(path))
    fill(store, 4)
    entry = store.entries.save(
        Draft(
            None,
            "free",
            f"A {WORD} title",
            f"The {WORD} body",
            DAY,
            tags=(f"{WORD} tag",),
            agenda=(AgendaFlag(new_id(), 4, 15, WORD, f"{WORD} note"),),
        )
    )
    store.entries.finish(entry.id)
    store.entries.save(draft("another body", "Another title", id=entry.id))
    return store, entry.id


def test_before_a_deletion_the_word_is_found(path: Path) -> None:
    store, _ = _with_a_rare_word(path)
    store.connection.close()
    assert _words_in(path) > 2


def test_deleted_for_good_leaves_no_word_in_any_table_or_page(path: Path) -> None:
    store, entry_id = _with_a_rare_word(path)
    store.practice.set_place(replace(store.practice.place(), page="editor", entry_id=entry_id, caret=3))
    store.entries.trash(entry_id)
    store.entries.delete_for_good(entry_id)
    with pytest.raises(NotFound):
        store.entries.get(entry_id)
    assert store.practice.place().entry_id is None
    with store.connection.read() as sql:
        assert sql.all("SELECT id, what FROM tombstone") == [(entry_id.bytes, "entry")]
        assert sql.one("SELECT 1 FROM fact WHERE name = 'scrub_due'") is None
        assert sql.all("PRAGMA freelist_count") == [(0,)]
    store.connection.close()
    assert _words_in(path) == 0


def test_a_clean_up_that_was_cut_off_is_taken_up_again(path: Path) -> None:
    store, entry_id = _with_a_rare_word(path)
    entries = store.entries

    def cut_off() -> None:
        raise KeyboardInterrupt

    store.connection.vacuum = cut_off  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        entries.delete_for_good(entry_id)
    store.connection.close()
    again = Store(reopen(path))
    again.entries.scrub()
    with again.connection.read() as sql:
        assert sql.one("SELECT 1 FROM fact WHERE name = 'scrub_due'") is None
        assert sql.all("PRAGMA freelist_count") == [(0,)]
    again.connection.close()
    assert _words_in(path) == 0


def test_the_trash_is_emptied_at_once(store: Store) -> None:
    ids = [store.entries.save(draft(f"entry {number}")).id for number in range(4)]
    for entry_id in ids[:3]:
        store.entries.trash(entry_id)
    assert store.entries.empty_trash() == 3
    assert store.entries.empty_trash() == 0
    assert store.entries.count(Filter(trashed=True)) == 0
    assert [heading.id for heading in store.entries.window(Filter(), 0, 9)] == [ids[3]]


def test_a_large_import_is_indexed_whole_and_the_next_saves_do_not_stall(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("journal.store.search_rows._MANY", 100)
    monkeypatch.setattr("journal.store.search_rows._LARGE_HASH_BYTES", 2000)  # many pieces, to be merged
    store.entries.add_many([draft(f"lantern {number}") for number in range(300)])
    assert len(search(store.connection, "lantern", limit=999)) == 300
    with store.connection.write() as sql:
        search_rows.check(sql)
        # a structure of one piece: https://www.sqlite.org/fts5.html, "merge"; the size is FTS5's own again
        assert sql.all("SELECT v FROM entry_search_config WHERE k = 'hashsize'") == [(1 << 20,)]
        assert sql.all("SELECT count(DISTINCT segid) FROM entry_search_idx") == [(1,)]
