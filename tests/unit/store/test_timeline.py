"""Lists of entries: the same whether counted, cut into windows or walked by pages."""

from __future__ import annotations

import datetime as dt
import time
from uuid import UUID

import pytest

from journal.errors import NotFound
from journal.ids import new_id
from journal.model import KINDS, Filter
from journal.store.timeline import Cursor
from tests.unit.store.journal_files import DAY, Store, draft


def _mixed(store: Store, number: int = 60) -> list[UUID]:
    """Entries of all kinds whose days are not in the order of writing; returns ids, newest first."""
    placed = []
    for index in range(number):
        store.clock.move(minutes=1)
        day = DAY - dt.timedelta(days=(index * 7) % 20)
        entry = store.entries.save(
            draft(
                f"body {index}",
                f"title {index}",
                kind=KINDS[index % 6],
                day=day,
                tags=("all", f"t{index % 4}"),
                star=index % 5 == 0,
            )
        )
        placed.append((day, entry.written_at, entry.id))
    return [entry_id for _, _, entry_id in sorted(placed, reverse=True)]


FILTERS = [
    (Filter(), lambda index, day: True),
    (Filter(kinds=("free", "dilemma")), lambda index, day: KINDS[index % 6] in ("free", "dilemma")),
    (Filter(tags=("T1",)), lambda index, day: index % 4 == 1),
    (Filter(tags=("all", "t2")), lambda index, day: index % 4 == 2),
    (Filter(tags=("t1", "t2")), lambda index, day: False),
    (Filter(tags=("nowhere",)), lambda index, day: False),
    (Filter(star=True), lambda index, day: index % 5 == 0),
    (Filter(star=False), lambda index, day: index % 5 != 0),
    (Filter(first_day=DAY - dt.timedelta(days=3)), lambda index, day: day >= DAY - dt.timedelta(days=3)),
    (Filter(last_day=DAY - dt.timedelta(days=3)), lambda index, day: day <= DAY - dt.timedelta(days=3)),
    (Filter(first_day=DAY, last_day=DAY, star=True), lambda index, day: day == DAY and index % 5 == 0),
    (Filter(trashed=True), lambda index, day: False),
]


@pytest.mark.parametrize(("wanted", "passes"), FILTERS)
def test_count_window_and_pages_agree(store: Store, wanted: Filter, passes: object) -> None:
    assert callable(passes)
    ids = _mixed(store)
    days = {heading.id: heading.day for heading in store.entries.window(Filter(), 0, 99)}
    index = {heading.id: int(heading.title.split()[1]) for heading in store.entries.window(Filter(), 0, 99)}
    expected = [entry_id for entry_id in ids if passes(index[entry_id], days[entry_id])]
    assert store.entries.count(wanted) == len(expected)
    windows = [heading.id for offset in range(0, 70, 7) for heading in store.entries.window(wanted, offset, 7)]
    assert windows == expected
    walked: list[UUID] = []
    after: Cursor | None = None
    while True:
        page = store.entries.timeline(wanted, after, 7)
        walked += [heading.id for heading in page.headings]
        if page.next is None:
            break
        after = page.next
    assert walked == expected


def test_a_full_last_page_says_that_it_is_the_last(store: Store) -> None:
    _mixed(store, 14)
    first = store.entries.timeline(Filter(), None, 7)
    assert first.next is not None
    assert store.entries.timeline(Filter(), first.next, 7).next is None


def test_neighbours_are_those_of_the_list(store: Store) -> None:
    ids = _mixed(store, 12)
    for place, entry_id in enumerate(ids):
        newer = ids[place - 1] if place else None
        older = ids[place + 1] if place + 1 < len(ids) else None
        assert store.entries.neighbours(entry_id) == (newer, older)
    store.entries.trash(ids[5])
    assert store.entries.neighbours(ids[4]) == (ids[3], ids[6])
    with pytest.raises(NotFound):
        store.entries.neighbours(new_id())


def test_days_of_a_month_are_told(store: Store) -> None:
    for day in ("2026-01-31", "2026-02-01", "2026-02-01", "2026-02-28", "2026-03-01"):
        store.entries.save(draft(day=dt.date.fromisoformat(day)))
    found = store.entries.days_with_entries(dt.date(2026, 2, 14))
    assert found == (dt.date(2026, 2, 1), dt.date(2026, 2, 28))
    assert store.entries.days_with_entries(dt.date(2025, 12, 31)) == ()


def test_a_heading_shows_the_writers_words(store: Store) -> None:
    store.entries.save(draft("> What stayed with you?\n\nThe silence,\nmostly."))
    (heading,) = store.entries.window(Filter(), 0, 1)
    assert (heading.excerpt, heading.words) == ("The silence,\nmostly.", 3)


def test_lists_read_the_index_and_never_a_body(store: Store) -> None:
    with store.connection.read() as sql:
        for query in (
            "SELECT count(*) FROM entry INDEXED BY entry_timeline WHERE trashed_at IS NULL"
            " AND kind = 'free' AND star = 1",
            "SELECT title FROM entry INDEXED BY entry_timeline WHERE trashed_at IS NULL"
            " ORDER BY day DESC, written_at DESC, seq DESC LIMIT 50 OFFSET 5",
        ):
            plan = " ".join(str(row[3]) for row in sql.all(f"EXPLAIN QUERY PLAN {query}"))
            assert "entry_timeline" in plan
            assert "TEMP B-TREE" not in plan
            assert "entry_body" not in plan


def test_ten_thousand_entries_are_imported_listed_and_found_quickly(store: Store) -> None:
    # Bounds are ten times what is measured on two busy cores (report of issue 2); they catch a lost index, no more.
    body = "The lantern by the weir was quiet, and time went slowly under the bridge. " * 20
    drafts = [draft(f"{body} number{n}", f"Title {n}", day=DAY - dt.timedelta(days=n % 3000)) for n in range(10_000)]
    start = time.perf_counter()
    ids = store.entries.add_many(drafts)
    imported_s = time.perf_counter() - start
    assert len(ids) / imported_s > 300
    for call in (
        lambda: store.entries.count(Filter()),
        lambda: store.entries.window(Filter(), 0, 50),
        lambda: store.entries.window(Filter(), 9_900, 50),
    ):
        start = time.perf_counter()
        call()
        assert time.perf_counter() - start < 0.1


@pytest.mark.parametrize(("wanted", "passes"), FILTERS)
def test_the_outline_counts_what_the_list_holds(store: Store, wanted: Filter, passes: object) -> None:
    ids = _mixed(store)
    store.entries.trash(ids[7])
    listed = store.entries.window(wanted, 0, 100)
    counted: dict[tuple[int, int], int] = {}
    for heading in listed:
        month = (heading.day.year, heading.day.month)
        counted[month] = counted.get(month, 0) + 1
    outline = store.entries.outline(wanted)
    assert [(year, month) for year, month, _ in outline.months] == list(counted)
    assert {(year, month): entries for year, month, entries in outline.months} == counted
    assert outline.place is None
    places = [store.entries.outline(wanted, heading.id).place for heading in listed]
    assert places == list(range(len(listed)))
    assert wanted.trashed or store.entries.outline(wanted, ids[7]).place is None
    assert store.entries.outline(wanted, new_id()).place is None
