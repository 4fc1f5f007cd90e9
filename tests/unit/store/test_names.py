"""The register and the author's profile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.errors import AlreadyThere, BadInput, NotFound
from journal.ids import new_id
from journal.model import AuthorProfile, KnownName, NameKind, PersonLink
from tests.unit.store.journal_files import Store, draft, name


def test_a_name_comes_back_with_everything(store: Store) -> None:
    full = KnownName(
        new_id(), "Ada Fennimore", ("Addie", "Mrs Fennimore"), "client", "C-7", NameKind.PERSON, "met in 2024"
    )
    place = KnownName(new_id(), "Harbour Street Clinic", kind=NameKind.PLACE)
    assert store.names.add(full) == full
    store.names.add(place)
    assert store.names.list() == (full, place)
    assert store.names.get(full.id) == full


def test_a_name_is_changed_whole(store: Store) -> None:
    first = store.names.save(name(code="C1"))
    changed = replace(first, name="Ada Weir", aliases=(), code="", role="colleague", kind=NameKind.ORGANISATION)
    assert store.names.save(changed) == changed
    assert store.names.list() == (changed,)


def test_spaces_and_doubled_aliases_go(store: Store) -> None:
    saved = store.names.add(replace(name(" Ada "), aliases=(" Addie", "", "Addie"), code=" C1 "))
    assert (saved.name, saved.aliases, saved.code) == ("Ada", ("Addie",), "C1")
    assert store.names.list() == (saved,)


def test_a_code_stands_for_one_name_whatever_its_case(store: Store) -> None:
    first = store.names.add(name(code="C1"))
    second = store.names.add(name("Bert Quill", code="C2"))
    with pytest.raises(AlreadyThere) as caught:
        store.names.add(name("Cora Pike", code="c1"))
    assert caught.value.facts == {"what": "code"}
    with pytest.raises(AlreadyThere):
        store.names.update(replace(second, code="C1"))
    assert store.names.update(replace(first, code="c1")).code == "c1"
    assert store.names.list()[1] == second


def test_names_without_a_code_are_many(store: Store) -> None:
    store.names.add(name("Ada"))
    store.names.add(name("Bert"))
    assert len(store.names.list()) == 2


def test_wrong_names_are_refused(store: Store) -> None:
    known = store.names.add(name())
    with pytest.raises(BadInput):
        store.names.add(name("  "))
    with pytest.raises(AlreadyThere):
        store.names.add(known)
    for call in (
        lambda: store.names.update(name()),
        lambda: store.names.remove(new_id()),
        lambda: store.names.get(new_id()),
    ):
        with pytest.raises(NotFound):
            call()


def test_a_removed_name_leaves_its_entries_without_the_link(store: Store) -> None:
    known = store.names.add(name())
    entry = store.entries.save(replace(draft(), people=(PersonLink(known.id, 3),)))
    store.names.remove(known.id)
    assert store.names.list() == ()
    assert store.entries.get(entry.id) == replace(entry, people=())


def test_the_authors_profile_is_replaced_whole(store: Store) -> None:
    assert store.names.author() == AuthorProfile()
    full = AuthorProfile(
        "Iris Vane", ("I. V.", "Iris"), "Weir Trust", "counsellor", ("Harbourton",), ("kayak", "choir")
    )
    store.names.set_author(full)
    assert store.names.author() == full
    store.names.set_author(AuthorProfile(name="Iris", places=("", " A ")))
    assert store.names.author() == AuthorProfile(name="Iris", places=("A",))


def test_words_that_are_never_flagged(store: Store) -> None:
    for word in ("Tavistock", "tavistock", " Rogers "):
        store.names.never_flag(word)
    assert store.names.never_flagged() == ("Rogers", "Tavistock")
    store.names.flag_again("TAVISTOCK")
    assert store.names.never_flagged() == ("Rogers",)
    with pytest.raises(BadInput):
        store.names.never_flag(" ")
