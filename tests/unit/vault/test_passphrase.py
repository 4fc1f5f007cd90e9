"""Which passphrases a new journal may have."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

import pytest

from journal.errors import WeakPassphrase
from journal.vault.passphrase import Strength, check, six_words, strength
from journal.vault.recovery import word_list

GOOD = "otter lantern quarry mistletoe"


def dictionaries() -> Mapping[str, Mapping[str, int]]:
    """zxcvbn's own lists, which no stub names: the program does not use them."""
    found: Mapping[str, Mapping[str, int]] = importlib.import_module("zxcvbn.matching").RANKED_DICTIONARIES
    return found


@pytest.mark.parametrize(
    "passphrase",
    [
        GOOD,
        "  spaces   are kept  as typed ",
        "zebra-Kanister_77 umbrella",
        "ôtter läntern quarrý mistletøe",
        "отвёртка крыжовник перламутр",
        "螢火蟲在夜裡飛過池塘看著月亮慢慢升起來",
        "'; DROP TABLE entry; -- \0 \t",
        "otter lantern quarry mistletoe " * 33,
    ],
    ids=ascii,
)
def test_a_good_passphrase_may_hold_any_character(passphrase: str) -> None:
    check(passphrase)


@pytest.mark.parametrize(
    ("passphrase", "rule"),
    [
        ("", "short"),
        ("otter lantern!", "short"),
        ("ﬁ" * 7, "short"),  # 14 in the normal form
        ("e\u0301" * 14, "short"),  # 28 typed, 14 in the normal form
        ("otter lantern quarry mistletoe " * 34, "long"),
        ("\ufdfa" * 100, "long"),  # 1,800 in the normal form
        ("a" * 1_000_000, "long"),
        ("aaaaaaaaaaaaaaa", "guessable"),
        ("123456789012345", "guessable"),
        ("qwertyuiopasdfgh", "guessable"),
        ("passwordpassword", "guessable"),
        ("PasswordPassword1!", "guessable"),
        ("correct horse battery staple", "guessable"),
        ("CorrectHorseBatteryStaple!1", "guessable"),
        ("Unconditional positive regard", "guessable"),
        ("unconditional-positive-regard-2026", "guessable"),
        ("The body keeps the score.", "guessable"),
        ("To be, or not to be: that is the question", "guessable"),
        ("\ud800" * 20, "guessable"),
    ],
    ids=lambda value: ascii(value)[:30],
)
def test_a_poor_one_is_refused_with_the_rule_it_breaks(passphrase: str, rule: str) -> None:
    with pytest.raises(WeakPassphrase) as caught:
        check(passphrase)
    assert caught.value.facts == {"rule": rule}
    assert repr(caught.value) == f"WeakPassphrase('weak_passphrase (rule={rule})')"


def test_the_lengths_are_fifteen_and_1024() -> None:
    check("otter-lantern-q")
    longest = (GOOD + " ") * 34
    check(longest[:1024])
    for wrong in ("otter-lantern-", longest[:1025]):
        with pytest.raises(WeakPassphrase):
            check(wrong)


def test_every_listed_common_password_that_is_long_enough_is_refused() -> None:
    long_ones = [word for word in dictionaries()["passwords"] if len(word) >= 15]
    assert len(long_ones) > 20
    for word in long_ones:
        with pytest.raises(WeakPassphrase, match="guessable"):
            check(word)


def test_names_that_belong_to_the_person_count_as_known() -> None:
    passphrase = "oriole wexcombe 7"
    own = ("Oriole Wexcombe",)
    check(passphrase)
    assert strength(passphrase, own).guesses_log10 < strength(passphrase).guesses_log10
    with pytest.raises(WeakPassphrase, match="guessable"):
        check(passphrase, own)
    for made_of_names in (
        "Wexcombe.Oriole.7",
        "Wexcombe Wexcombe",
        "oriolewexcombe11/1973",
        "ORIOLE, 23/11/2026",
    ):
        check(made_of_names)
        with pytest.raises(WeakPassphrase, match="guessable"):
            check(made_of_names, own)
    check("Oriole lantern quarry mistletoe", own)
    check("Oriole 7391-2846-1182", own)


def test_no_name_stays_behind_in_the_library() -> None:
    strength(GOOD, ("Oriole Wexcombe",))
    assert "oriole" not in repr(dictionaries()["user_inputs"])


def test_strength_goes_from_0_to_4_and_never_fails() -> None:
    assert strength("") == Strength(0, 0.0)
    assert strength("password").score == 0
    assert strength(GOOD).score == 4
    assert strength(GOOD * 100) == strength((GOOD * 3)[:72])
    assert strength(GOOD, ("", " ", "a")).score == 4


def test_six_words_are_random_and_pass() -> None:
    offered = [six_words() for _ in range(50)]
    assert len(set(offered)) == 50
    for one in offered:
        assert len(one.split(" ")) == 6
        assert set(one.split(" ")) <= set(word_list())
        check(one)
