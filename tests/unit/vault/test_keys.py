"""Sealing, opening, a new passphrase, a new key."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.errors import BadInput, KeysDamaged, WrongSecret
from journal.vault.header import Sealed, parse
from journal.vault.keys import (
    begin_new_key,
    check_mac,
    finish_new_key,
    new_secret,
    open_both,
    open_slot,
    renew,
    seal,
)
from tests.unit.vault.cheap import CHEAP, PASSPHRASE, make


def test_a_passphrase_opens_what_it_sealed_from_the_bytes_alone() -> None:
    made = make()
    assert open_slot(parse(made.key_file.to_bytes()), PASSPHRASE).same_as(made.secret)


@pytest.mark.parametrize(
    "passphrase",
    [
        "'; DROP TABLE entry; --",
        "\0",
        "a\0b",
        " ",
        "\t\n\r",
        "\u202e\u200b",
        "😀👩‍👩‍👧",
        "x'00'",
        "é",
        "\ud800",
        "a" * 1024,
    ],
    ids=ascii,
)
def test_a_passphrase_may_hold_any_character(passphrase: str) -> None:
    made = make(passphrase)
    assert open_slot(made.key_file, passphrase).same_as(made.secret)
    with pytest.raises(WrongSecret):
        open_slot(made.key_file, passphrase[:-1])


def test_too_long_a_passphrase_is_refused_for_sealing_and_wrong_for_opening() -> None:
    made = make()
    with pytest.raises(BadInput):
        seal("a" * 1025, made.secret, made.journal_id, made.journal_salt, CHEAP)
    with pytest.raises(WrongSecret):
        open_slot(made.key_file, "a" * 1025)


def test_every_seal_has_a_salt_and_a_nonce_of_its_own() -> None:
    made = make()
    files = [renew(made.key_file, made.secret, PASSPHRASE, CHEAP) for _ in range(20)]
    assert len({one.slots[0].kdf.salt for one in files}) == 20
    assert len({one.slots[0].sealed.nonce for one in files}) == 20
    assert CHEAP.salt not in {one.slots[0].kdf.salt for one in files}


def test_the_seal_holds_the_id_the_salt_and_the_cost() -> None:
    made = make()
    slot = made.key_file.slots[0]
    other_id = make().journal_id
    for changed in (
        replace(made.key_file, journal_id=other_id),
        replace(made.key_file, slots=(replace(slot, kdf=replace(slot.kdf, salt=bytes(16))),)),
        replace(made.key_file, slots=(replace(slot, kdf=replace(slot.kdf, passes=2)),)),
        replace(made.key_file, slots=(replace(slot, kind="other"),)),
        replace(made.key_file, slots=(replace(slot, sealed=Sealed(bytes(12), slot.sealed.data)),)),
        replace(made.key_file, slots=(replace(slot, sealed=Sealed(slot.sealed.nonce, bytes(32))),)),
    ):
        with pytest.raises(WrongSecret):
            open_slot(changed, PASSPHRASE)


def test_the_mac_holds_the_rest() -> None:
    made = make(counter=5)
    slot = made.key_file.slots[0]
    check_mac(made.key_file, made.secret)
    for changed in (
        replace(made.key_file, counter=4),
        replace(made.key_file, journal_salt=bytes(16)),
        replace(made.key_file, mac=bytes(32)),
        replace(made.key_file, slots=(replace(slot, next=slot.sealed),)),
    ):
        with pytest.raises(KeysDamaged, match="mac"):
            open_slot(changed, PASSPHRASE)
    with pytest.raises(KeysDamaged, match="mac"):
        check_mac(made.key_file, new_secret())


def test_a_new_passphrase_opens_the_same_secret_and_the_old_one_nothing() -> None:
    made = make()
    changed = renew(made.key_file, made.secret, "quite another passphrase", CHEAP)
    assert changed.counter == made.key_file.counter + 1
    assert open_slot(changed, "quite another passphrase").same_as(made.secret)
    with pytest.raises(WrongSecret):
        open_slot(changed, PASSPHRASE)


def test_while_the_key_is_changed_both_secrets_open_and_afterwards_only_the_new() -> None:
    made = make()
    begun = begin_new_key(made.key_file, PASSPHRASE)
    stored = parse(begun.key_file.to_bytes())
    assert stored.has_next
    assert stored.counter == made.key_file.counter + 1
    old, new = open_both(stored, PASSPHRASE)
    assert new is not None
    assert old.same_as(made.secret)
    assert new.same_as(begun.new)
    assert not new.same_as(old)

    finished = finish_new_key(begun, PASSPHRASE, CHEAP)
    assert not finished.has_next
    assert finished.counter == stored.counter + 1
    assert open_slot(finished, PASSPHRASE).same_as(begun.new)
    with pytest.raises(KeysDamaged):
        check_mac(finished, made.secret)


def test_a_change_of_key_is_taken_up_with_the_same_new_secret() -> None:
    first = begin_new_key(make().key_file, PASSPHRASE)
    again = begin_new_key(first.key_file, PASSPHRASE)
    assert again.key_file == first.key_file
    assert again.new.same_as(first.new)


def test_the_two_secrets_of_a_slot_cannot_change_places() -> None:
    begun = begin_new_key(make().key_file, PASSPHRASE)
    slot = begun.key_file.slots[0]
    assert slot.next is not None
    swapped = replace(begun.key_file, slots=(replace(slot, sealed=slot.next, next=slot.sealed),))
    with pytest.raises(WrongSecret):
        open_both(swapped, PASSPHRASE)


def test_the_cost_of_this_computer_is_used_by_default() -> None:
    made = make()
    cost = seal(PASSPHRASE, made.secret, made.journal_id, made.journal_salt).slots[0].kdf
    assert cost.memory_kib >= 64 * 1024
    assert (cost.passes, cost.lanes) == (3, 4)
