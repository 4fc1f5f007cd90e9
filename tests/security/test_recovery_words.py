"""Recovery words under a tired hand: row 21 of the security tests (docs)."""

from __future__ import annotations

import os
import random
import string
from collections.abc import Callable
from uuid import uuid4

import pytest

from journal.errors import KeysDamaged, WordsMistyped
from journal.vault.kdf import KdfParams
from journal.vault.keys import check_mac, new_secret, seal
from journal.vault.recovery import secret_of, word_list, words_of
from journal.vault.secret import Secret

Times = Callable[[int, int], int]
Words = tuple[str, ...]


def test_words_spell_every_secret(times: Times) -> None:
    trips = times(2_000, 20_000)
    whole = 0
    for _ in range(trips):
        secret = new_secret()
        whole += secret_of(" ".join(words_of(secret))).same_as(secret)
    print(trips, "round trips,", whole, "whole")
    assert whole == trips


def substituted(words: Words, choose: random.Random) -> Words:
    place = choose.randrange(11)
    return (*words[:place], choose.choice(word_list()), *words[place + 1 :])


def swapped(words: Words, choose: random.Random) -> Words:
    place = choose.randrange(10)
    return (*words[:place], words[place + 1], words[place], *words[place + 2 :])


def dropped(words: Words, choose: random.Random) -> Words:
    place = choose.randrange(11)
    return words[:place] + words[place + 1 :]


def doubled(words: Words, choose: random.Random) -> Words:
    place = choose.randrange(11)
    return words[:place] + words[place : place + 1] + words[place:]


def mistyped(words: Words, choose: random.Random) -> Words:
    """One letter changed, left out, put in, or changed places with the next."""
    place = choose.randrange(11)
    word = words[place]
    at = choose.randrange(len(word))
    letter = choose.choice(string.ascii_lowercase)
    typo = choose.choice(
        (
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
        )
    )
    return (*words[:place], typo, *words[place + 1 :])


def test_altered_words_are_noticed_and_never_open(times: Times) -> None:
    """At least 99.95 % are noticed; what is not noticed has another secret, which the key file refuses."""
    choose = random.Random(21)
    count = times(2_000, 20_000)
    ways = (substituted, swapped, dropped, doubled, mistyped)
    cheap = KdfParams(bytes(16), 8 * 1024, 1, 1)
    noticed = altered_phrases = wrong_opens = 0
    unnoticed: list[str] = []
    secret = Secret(bytearray(choose.randbytes(16)))
    key_file = seal("otter lantern", secret, uuid4(), os.urandom(16), cheap)
    words = words_of(secret)
    while altered_phrases < count:
        way = ways[altered_phrases % len(ways)]
        altered = way(words, choose)
        if " ".join(altered) == " ".join(words):
            continue  # the letter or the word drawn was the one that stood there
        altered_phrases += 1
        try:
            spelt = secret_of(" ".join(altered))
        except WordsMistyped:
            noticed += 1
            continue
        unnoticed.append(way.__name__)
        try:
            check_mac(key_file, spelt)
            wrong_opens += 1
        except KeysDamaged:
            pass
    print(altered_phrases, "altered phrases,", noticed, "noticed,", wrong_opens, "wrong opens; unnoticed:", unnoticed)
    assert noticed >= 0.9995 * altered_phrases
    assert wrong_opens == 0
    # the control: the words themselves
    check_mac(key_file, secret_of(words))


def test_the_words_of_another_journal_are_well_formed_and_do_not_open() -> None:
    secret, other = new_secret(), new_secret()
    key_file = seal("otter lantern", secret, uuid4(), os.urandom(16), KdfParams(bytes(16), 8 * 1024, 1, 1))
    with pytest.raises(KeysDamaged, match="mac"):
        check_mac(key_file, secret_of(words_of(other)))
