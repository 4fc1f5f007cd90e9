"""Recovery words: a format that must never change, and a reader for what people type."""

from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.errors import WordsMistyped
from journal.resources import read_text
from journal.vault.recovery import secret_of, suggest, unknown_spans, unknown_words, word_list, words_of
from journal.vault.secret import Secret, new_secret


def secret(value: int) -> Secret:
    return Secret(bytearray(value.to_bytes(16, "big")))


def by_the_book(value: int) -> list[str]:
    """The words as docs/format.md tells, with whole numbers."""
    words = read_text("words/eff_large.txt").split("\n")
    words = [word for word in words if word and not word.startswith("#")]
    check = hashlib.sha256(b"recovery words v1" + value.to_bytes(16, "big")).digest()[:8]
    digits = [value // 7776**place % 7776 for place in reversed(range(10))]
    return [words[digit] for digit in (*digits, int.from_bytes(check, "big") % 7776)]


@given(st.integers(0, 2**128 - 1))
def test_every_secret_has_its_words_and_they_give_it_back(value: int) -> None:
    words = words_of(secret(value))
    assert list(words) == by_the_book(value)
    assert secret_of(words).same_as(secret(value))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "abacus abacus abacus abacus abacus abacus abacus abacus abacus abacus subwoofer"),
        (2**128 - 1, "humid rearview backshift target rebate recipient scroll patience proving crewmate showpiece"),
        (
            0x000102030405060708090A0B0C0D0E0F,
            "abacus aversion lisp unblock grimace goes postbox ladylike dock fastness barstool",
        ),
    ],
)
def test_the_words_of_a_secret_never_change(value: int, words: str) -> None:
    assert " ".join(words_of(secret(value))) == words


def test_the_list_is_in_order_so_that_it_can_be_searched() -> None:
    words = word_list()
    assert len(set(words)) == 7776
    assert list(words) == sorted(words)
    assert all(re.fullmatch("[a-z]+(-[a-z]+)?", word) for word in words)


def test_the_list_keeps_its_notice() -> None:
    text = read_text("words/eff_large.txt")
    assert "Electronic Frontier Foundation" in text
    assert "creativecommons.org/licenses/by/3.0/us" in text


def test_words_are_read_as_people_write_them() -> None:
    made = new_secret()
    words = words_of(made)
    for typed in (
        " ".join(words),
        "\n".join(words),
        "  " + ", ".join(words) + " \r\n",
        " ".join(words).upper(),
        "\n".join(f"{number}. {word}" for number, word in enumerate(words, 1)),
        "\n".join(f"{number}) {word.title()};" for number, word in enumerate(words, 1)),
        "\u00a0".join(words),
        " ".join(words).translate({ord(letter): ord(letter) + 0xFEE0 for letter in "abcdefgh"}),
    ):
        assert secret_of(typed).same_as(made)
    assert secret_of([f" {word} " for word in words]).same_as(made)


@pytest.mark.parametrize(
    ("typed", "facts"),
    [
        ("", {"count": 0, "unknown": 0}),
        ("abacus", {"count": 1, "unknown": 0}),
        ("abacus " * 10, {"count": 10, "unknown": 0}),
        ("abacus " * 12, {"count": 12, "unknown": 0}),
        ("abacus " * 9 + "abacuss heronfell", {"count": 11, "unknown": 2}),
        ("abacus " * 11, {"count": 11, "unknown": 0}),  # the check word is wrong
        ("zoom " * 11, {"count": 11, "unknown": 0}),  # more than 128 bits
        ("abacus " * 50_000, {"count": 50_000, "unknown": 0}),
        ("é" * 1000, {"count": 1, "unknown": 1}),
        ("abac\0us " * 11, {"count": 11, "unknown": 11}),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_cannot_be_right_is_refused_with_counts_alone(typed: str, facts: dict[str, int]) -> None:
    with pytest.raises(WordsMistyped) as caught:
        secret_of(typed)
    assert caught.value.facts == facts
    assert "abac" not in str(caught.value)


def test_numbers_above_128_bits_are_not_taken_for_others() -> None:
    # 2**128 is spelt by ten words too, and its check word would be that of 0 if the top bit were dropped
    digits = [2**128 // 7776**place % 7776 for place in reversed(range(10))]
    words = [word_list()[digit] for digit in digits] + [words_of(secret(0))[10]]
    with pytest.raises(WordsMistyped):
        secret_of(words)


@pytest.mark.parametrize(
    ("prefix", "words"),
    [
        ("aba", ("abacus",)),
        ("ABD", ("abdomen", "abdominal")),
        (" yo", ("yo-yo", "yodel", "yoga", "yogurt", "yonder", "yoyo")),
        ("zoom", ("zoom",)),
        ("zz", ()),
        ("", ()),
        (" ", ()),
        ("abacuss", ()),
    ],
)
def test_words_are_suggested_while_typing(prefix: str, words: tuple[str, ...]) -> None:
    assert suggest(prefix) == words


def test_suggestions_are_few() -> None:
    assert len(suggest("s")) == 8
    assert suggest("s", limit=2) == suggest("s")[:2]


def test_unknown_words_are_marked_where_they_stand() -> None:
    text = "1. Abacus  2. 😀x, yo-yo abacuss"
    assert unknown_words(text) == ("😀x", "abacuss")
    assert [text[start:end] for start, end in unknown_spans(text)] == ["😀x", "abacuss"]
    assert unknown_words(" ".join(words_of(new_secret()))) == ()
