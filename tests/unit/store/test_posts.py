"""Posts come back as they were left, and the log of exports outlives them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.errors import NotFound
from journal.ids import new_id
from journal.model import Change, ExportRecord, Part, Post, Reason, Source
from journal.store.posts import shown_title
from tests.unit.store.journal_files import Clock, Store, draft, post_of


def _export(clock: Clock) -> ExportRecord:
    return ExportRecord(
        new_id(), clock.now, "md", "/home/iris/Posts", "bridges.md", "ab" * 32, 4, 1, "person", ("consent", "kin")
    )


def test_a_post_comes_back_as_it_was_left(store: Store) -> None:
    entry = store.entries.save(draft())
    post = post_of(entry.id, entry.revision)
    saved = store.posts.save(post)
    assert saved == replace(post, created_at=store.clock.now, changed_at=store.clock.now)
    assert store.posts.get(post.id) == saved


def test_decisions_change_a_post_and_undoing_them_too(store: Store) -> None:
    post = store.posts.save(post_of(new_id(), new_id()))
    store.clock.move(minutes=1)
    more = replace(
        post,
        changes=(Change(0, 7, "Crossings", Reason.WORDED, "", "", "command"), *post.changes),
        stand_ins=(*post.stand_ins, ("person-2", "Cal")),
        date_offsets=(),
        answers=(("consent", "not asked"), ("kin", "yes")),
    )
    changed = store.posts.save(more)
    assert changed == replace(more, changed_at=store.clock.now)
    assert store.posts.list()[0].title == "Crossings"
    store.clock.move(minutes=1)
    assert store.posts.save(post) == replace(post, changed_at=store.clock.now)
    assert store.posts.list()[0].title == "Bridges"


def test_saving_an_unchanged_post_writes_nothing(store: Store) -> None:
    post = store.posts.save(post_of(new_id(), new_id()))
    store.connection.checkpoint()
    store.clock.move(minutes=1)
    assert store.posts.save(post) == post
    assert store.connection.path.with_name("journal.db-wal").stat().st_size == 0


def test_the_list_has_the_last_changed_first(store: Store) -> None:
    first = store.posts.save(post_of(new_id(), new_id()))
    store.clock.move(minutes=1)
    second = store.posts.save(post_of(new_id(), new_id()))
    store.posts.add_export(first.id, _export(store.clock))
    assert [(heading.id, heading.exports) for heading in store.posts.list()] == [(second.id, 0), (first.id, 1)]
    store.clock.move(minutes=1)
    store.posts.save(replace(first, answers=()))
    assert [heading.id for heading in store.posts.list()] == [first.id, second.id]


def test_the_export_log_stays_when_the_post_goes(store: Store) -> None:
    post = store.posts.save(post_of(new_id(), new_id()))
    record = _export(store.clock)
    store.posts.add_export(post.id, record)
    assert store.posts.get(post.id).exports == (record,)
    store.practice.set_place(replace(store.practice.place(), page="review", post_id=post.id))
    store.posts.delete(post.id)
    assert store.posts.list() == ()
    assert store.posts.exports() == (record,)
    assert store.practice.place().post_id is None
    with store.connection.read() as sql:
        for table in ("post_source", "post_part", "post_change", "post_stand_in", "post_date_offset", "post_answer"):
            assert sql.all(f"SELECT count(*) FROM {table}") == [(0,)]


def test_a_post_outlives_its_entry_and_can_be_found_from_it(store: Store) -> None:
    entry = store.entries.save(draft())
    post = store.posts.save(post_of(entry.id, entry.revision))
    assert store.posts.made_from(entry.id) == (post.id,)
    store.entries.delete_for_good(entry.id)
    assert store.posts.get(post.id) == post
    assert store.posts.made_from(entry.id) == (post.id,)
    assert store.posts.made_from(new_id()) == ()


def test_a_post_that_is_not_there_is_named_as_such(store: Store) -> None:
    for call in (
        lambda: store.posts.get(new_id()),
        lambda: store.posts.delete(new_id()),
        lambda: store.posts.add_export(new_id(), _export(store.clock)),
    ):
        with pytest.raises(NotFound) as caught:
            call()
        assert caught.value.facts == {"what": "post"}


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ((), "Ada and Bert"),
        (((0, 3, "Cora"),), "Cora and Bert"),
        (((0, 3, "Cora"), (8, 12, "Dan")), "Cora and Dan"),
        (((12, 12, "!"),), "Ada and Bert!"),
        (((0, 0, "On "),), "On Ada and Bert"),
        (((14, 18, "Cora"),), "Ada and Bert"),
    ],
)
def test_a_list_shows_the_title_as_changed(changes: tuple[tuple[int, int, str], ...], title: str) -> None:
    post = Post(
        new_id(),
        (Source(new_id(), new_id(), 0, 4),),
        "Ada and Bert\n\nbody",
        ((Part.TITLE, 0, 12), (Part.BODY, 14, 18)),
        tuple(Change(start, end, text, Reason.WORDED) for start, end, text in changes),
    )
    assert shown_title(post) == title
