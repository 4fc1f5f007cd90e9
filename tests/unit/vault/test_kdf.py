"""Argon2id: the bytes it gives, the limits it keeps, the cost it chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from journal.errors import BadInput, KeysDamaged
from journal.vault.kdf import FLOOR, KdfParams, calibrate, check_limits, derive_into, normal_form
from tests.unit.vault.cheap import CHEAP

MIB = 1024


def derived(passphrase: str, params: KdfParams = CHEAP) -> bytes:
    out = bytearray(32)
    derive_into(passphrase, params, out)
    return bytes(out)


@pytest.mark.parametrize(
    ("params", "slot_key"),
    [
        # both computed with argon2-cffi 25.1, that is, with the reference code of RFC 9106
        (
            KdfParams(bytes(range(16)), 8 * MIB, 1, 1),
            "2399f00a1b309f2e61e0f1e04f4b1a28d287f15a1e1c7704dfdd077f4b256166",
        ),
        (
            KdfParams(bytes(range(16)), 64 * MIB, 3, 4),
            "a0f99e5692270e9c3d840c1e47596df209ae4251879601ce2b9e54a6e374a644",
        ),
    ],
)
def test_a_reader_of_the_format_gets_the_same_slot_key(params: KdfParams, slot_key: str) -> None:
    assert derived("otter lantern quarry", params).hex() == slot_key


@pytest.mark.parametrize(
    ("typed", "equal"),
    [
        ("caf\u00e9", "cafe\u0301"),  # NFC and NFD
        ("\ufb01sh", "fish"),  # a ligature
        ("\uff41\uff42", "ab"),  # full width
        ("\u1112\u1161\u11ab", "\ud55c"),  # Hangul letter by letter
    ],
)
def test_equal_normal_forms_give_equal_keys(typed: str, equal: str) -> None:
    assert typed != equal
    assert derived(typed) == derived(equal)


@pytest.mark.parametrize("other", ["Otter", "otter ", " otter", "0tter", "otter\0", "", "otter\n"])
def test_another_passphrase_gives_another_key(other: str) -> None:
    assert derived(other) != derived("otter")


def test_the_longest_passphrase_is_counted_in_its_normal_form() -> None:
    assert len(normal_form("e\u0301" * 1024)) == 2 * 1024
    for too_long in ("a" * 1025, "\ufdfa" * 100, "a" * 100_000, "\u0301\u0323" * 50_000):
        with pytest.raises(BadInput):
            normal_form(too_long)


def test_half_a_character_raises_nothing_that_quotes_it() -> None:
    assert normal_form("a\ud800") == b"a\xed\xa0\x80"


REFUSED: list[tuple[str, Any]] = [
    *(("memory_kib", value) for value in (0, -1, 8191, 2 * 1024 * 1024 + 1, 2**31, 8192.0, "8192", True, None)),
    *(("passes", value) for value in (0, -1, 21, 2**32, 1.0, "1", True, None)),
    *(("lanes", value) for value in (0, -1, 17, 2**24, 1.0, "1", True, None)),
    *(("salt", value) for value in (b"", bytes(15), bytes(17))),
]


@pytest.mark.parametrize(("name", "value"), REFUSED)
def test_costs_outside_the_limits_are_refused_before_they_are_run(name: str, value: Any) -> None:
    out = bytearray(32)
    with pytest.raises(KeysDamaged, match="kdf_limits"):
        derive_into("otter", replace(CHEAP, **{name: value}), out)
    assert out == bytearray(32)


@pytest.mark.parametrize(
    "params",
    [CHEAP, FLOOR, KdfParams(bytes(16), 2 * 1024 * 1024, 20, 16)],
)
def test_costs_at_the_limits_are_allowed(params: KdfParams) -> None:
    check_limits(params)


def linear(ms_per_64_mib: float, runs: list[int]) -> Callable[[KdfParams], float]:
    """A computer on which a run takes as long as its memory is large."""

    def seconds(params: KdfParams) -> float:
        runs.append(params.memory_kib // MIB)
        return ms_per_64_mib / 1000 * params.memory_kib / (64 * MIB)

    return seconds


@pytest.mark.parametrize(
    ("ms_per_64_mib", "ram_gib", "chosen_mib", "measured"),
    [
        (50, 64, 512, [64, 128, 256, 512]),  # never more than 512 MiB
        (200, 64, 256, [64, 128, 256]),  # 512 MiB would take 1.6 s
        (400, 64, 128, [64, 128]),
        (600, 64, 64, [64, 128]),  # 1.2 s was too long
        (900, 64, 64, [64]),  # twice as much could only be longer
        (5000, 64, 64, [64]),  # a slow computer gets the floor
        (50, 2, 256, [64, 128, 256]),  # an eighth of the memory fitted
        (50, 1, 128, [64, 128]),
        (50, 0.25, 64, [64]),
        (50, 0, 64, [64]),  # unknown
    ],
)
def test_the_memory_doubles_while_a_run_stays_under_a_second(
    ms_per_64_mib: float, ram_gib: float, chosen_mib: int, measured: list[int]
) -> None:
    runs: list[int] = []
    chosen = calibrate(linear(ms_per_64_mib, runs), ram_kib=int(ram_gib * MIB * MIB))
    assert chosen == replace(FLOOR, memory_kib=chosen_mib * MIB)
    assert runs == measured


def test_the_floor_is_the_second_choice_of_rfc_9106() -> None:
    assert (FLOOR.memory_kib, FLOOR.passes, FLOOR.lanes) == (64 * MIB, 3, 4)
