"""Prompts shown, notices, the last place, preferences, and the journal's own numbers."""

from __future__ import annotations

from journal.ids import new_id
from journal.model import Filter, JournalFacts, Place
from journal.store.facts import Facts
from tests.unit.store.journal_files import OTHER_DEVICE, Store, draft


def test_the_prompts_shown_last_come_first(store: Store) -> None:
    for prompt in ("a", "b", "c", "a"):
        store.clock.move(minutes=1)
        store.practice.mark_shown(prompt)
    assert store.practice.lately_shown(10) == ("a", "c", "b")
    assert store.practice.lately_shown(2) == ("a", "c")


def test_a_dismissed_notice_stays_dismissed(store: Store) -> None:
    assert store.practice.dismissed() == frozenset()
    store.practice.dismiss("own_device")
    store.practice.dismiss("own_device")
    assert store.practice.dismissed() == {"own_device"}


def test_the_last_place_is_each_computers_own(store: Store) -> None:
    assert store.practice.place() == Place()
    place = Place("editor", new_id(), 42, new_id())
    store.practice.set_place(Place("today"))
    store.practice.set_place(place)
    assert store.practice.place() == place
    assert Store(store.connection, store.clock, OTHER_DEVICE).practice.place() == Place()


def test_preferences_are_set_changed_and_removed(store: Store) -> None:
    assert store.practice.value("folder") is None
    for value in ("/one", "/two", ""):
        store.practice.set_value("folder", value)
        assert store.practice.value("folder") == value
    store.practice.set_value("folder", None)
    assert store.practice.value("folder") is None


def test_the_generation_only_rises(store: Store) -> None:
    facts = Facts(store.connection)
    assert facts.read() == JournalFacts()
    assert [facts.raise_generation(), facts.raise_generation()] == [1, 2]
    assert facts.raise_generation(above=40) == 41
    assert facts.raise_generation(above=3) == 42
    assert store.practice.facts().generation == 42


def test_facts_count_the_entries_outside_the_trash_and_keep_the_dates(store: Store) -> None:
    facts = Facts(store.connection)
    entry = store.entries.save(draft())
    store.entries.save(draft())
    store.entries.trash(entry.id)
    facts.set_backup(store.clock.now)
    facts.set_check(store.clock.now, ok=False)
    assert facts.read() == JournalFacts(1, 0, store.clock.now, store.clock.now, False)
    facts.set_check(store.clock.now, ok=True)
    assert facts.read().last_check_ok is True
    assert store.entries.count(Filter()) == 1
