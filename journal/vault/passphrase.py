"""The rules for a new passphrase, and an estimate of its strength.

Length and a look at what is common, no rules on kinds of characters (NIST SP 800-63B-4, section 3.1.1.2).
"""

from __future__ import annotations

import functools
import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from journal.errors import WeakPassphrase
from journal.resources import read_lines
from journal.vault.kdf import LONGEST
from journal.vault.recovery import word_list

SHORTEST = 15
_LOWEST_SCORE = 3
#: zxcvbn refuses more: its time grows with the square of the length.
_LOOKED_AT = 72
_OFFERED_WORDS = 6
#: Letters and digits that a passphrase with the person's own names in it must have beside them: more than a date has.
_BESIDE_NAMES = 9


@dataclass(frozen=True, slots=True)
class Strength:
    """zxcvbn's estimate: ``score`` 0 to 4, and the decimal logarithm of the guesses it would take."""

    score: int
    guesses_log10: float


def check(passphrase: str, own_words: Iterable[str] = ()) -> None:
    """Refuse a passphrase that a new journal should not have. Lengths count code points of the normal form (NFKC).

    ``own_words`` are names that somebody guessing would know: the journal's folder, the person's name.

    Raises:
        WeakPassphrase: ``rule`` is ``short``, ``long`` or ``guessable``.
    """
    # four times: NFKC never shortens further, and its time grows with the square of the length
    if len(passphrase) > 4 * LONGEST or len(text := unicodedata.normalize("NFKC", passphrase)) > LONGEST:
        raise WeakPassphrase(rule="long")
    if len(text) < SHORTEST:
        raise WeakPassphrase(rule="short")
    known = _known(own_words)
    if _letters(text) in _common() or _little_beside(known, text) or strength(text, known).score < _LOWEST_SCORE:
        raise WeakPassphrase(rule="guessable")


def strength(passphrase: str, own_words: Iterable[str] = ()) -> Strength:
    """How many guesses the first 72 characters stand; ``own_words`` as in ``check``. Takes 5 to 60 ms, and 2 s at
    worst (72 signs that all stand for letters): not on the thread of a window.
    """
    # here, not above: the word counts take 30 ms to load, and unlocking does without them
    from zxcvbn import zxcvbn  # noqa: PLC0415

    text = unicodedata.normalize("NFKC", passphrase[: 4 * _LOOKED_AT])[:_LOOKED_AT]
    if not text:
        return Strength(0, 0.0)
    try:
        result = zxcvbn(text, user_inputs=_known(own_words))
        return Strength(result["score"], float(result["guesses_log10"]))
    finally:
        # it keeps the last own words in a module's dictionary: put none there ("-", since it fails on no text)
        zxcvbn("-", user_inputs=[])


def six_words() -> str:
    """Six random words of the recovery list, 77 bits, to offer as a passphrase."""
    return " ".join(secrets.choice(word_list()) for _ in range(_OFFERED_WORDS))


def _known(own_words: Iterable[str]) -> list[str]:
    """Each name whole and in its parts."""
    names = [unicodedata.normalize("NFKC", name).strip() for name in own_words]
    return [word for name in names for word in dict.fromkeys((name, *name.split())) if len(word) > 1]


def _little_beside(known: list[str], text: str) -> bool:
    """Whether ``text`` is made of known names and hardly more. zxcvbn counts each name in a row as 10,000 guesses."""
    rest = whole = text.casefold()
    for name in sorted(known, key=len, reverse=True):
        rest = rest.replace(name.casefold(), " ")
    return rest != whole and sum(map(str.isalnum, rest)) < _BESIDE_NAMES


@functools.cache
def _common() -> frozenset[str]:
    return frozenset(_letters(line) for line in read_lines("words/common_passphrases.txt"))


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalpha())
