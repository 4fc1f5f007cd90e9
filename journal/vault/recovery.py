"""The recovery words: the journal secret as eleven words that a person can write down.

Ten words are the digits of R in base 7,776, the most significant first; the eleventh is a check. The list is the EFF's
large one and part of the format (docs/format.md).
"""

from __future__ import annotations

import bisect
import functools
import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from journal.errors import EngineUnfit, WordsMistyped
from journal.resources import read_lines
from journal.vault.secret import SECRET_BYTES, Secret
from journal.vault.wiping import wipe

WORDS = 11
_DIGITS = 10
_BASE = 7776
_CHECK_LABEL = b"recovery words v1"
#: Of the words, each with a line end: a changed list would give words that open nothing.
_LIST_SHA256 = "6d557f0693958fb5e650b68b5bee585eb82cf4da32965505c789e924743bc522"
#: A word as typed or pasted: anything between blanks, commas and semicolons that is not the number of a printed line.
_TOKEN = re.compile(r"[^\s,;]+")
_LINE_NUMBER = re.compile(r"\d+[.):]?")


def words_of(secret: Secret) -> tuple[str, ...]:
    """The eleven words that spell ``secret``. They are as good as the passphrase: show them, never keep them."""
    digits = [0] * _DIGITS
    rest = bytearray(secret.view())
    try:
        # long division, byte by byte: R as one integer could not be wiped
        for place in reversed(range(_DIGITS)):
            digits[place] = _divide(rest)
    finally:
        wipe(rest)
    return tuple(word_list()[digit] for digit in (*digits, _check_digit(secret)))


def secret_of(words: str | Sequence[str]) -> Secret:
    """The secret that ``words`` spell: a text with blanks, commas, line ends or line numbers between them, or a list.

    Capitals do not matter. Nothing is run that takes time.

    Raises:
        WordsMistyped: not eleven words, ``unknown`` of them not in the list, or one of them is not right.
    """
    tokens = _tokens(words)
    digits = [_digit(token) for token in tokens]
    known = [digit for digit in digits if digit is not None]
    if len(tokens) != WORDS or len(known) != WORDS:
        raise WordsMistyped(count=len(tokens), unknown=len(tokens) - len(known))
    spelt = bytearray(SECRET_BYTES)
    for digit in known[:_DIGITS]:
        if _multiply_add(spelt, digit):
            # ten words can spell numbers of 129 bits; R has 128
            wipe(spelt)
            raise WordsMistyped(count=WORDS, unknown=0)
    secret = Secret(spelt)
    if _check_digit(secret) != known[_DIGITS]:
        secret.wipe()
        raise WordsMistyped(count=WORDS, unknown=0)
    return secret


def suggest(prefix: str, limit: int = 8) -> tuple[str, ...]:
    """Up to ``limit`` words of the list that start with ``prefix``, in order; none for an empty one."""
    start = _folded(prefix).strip()
    if not start:
        return ()
    words = word_list()
    first = bisect.bisect_left(words, start)
    found = words[first : first + limit]
    return tuple(word for word in found if word.startswith(start))


def unknown_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` that are not in the list, as they were typed."""
    return tuple(text[start:end] for start, end in unknown_spans(text))


def unknown_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where in ``text`` the words stand that are not in the list: code points, half-open."""
    return tuple(span for token, span in _spans(text) if _digit(token) is None)


@functools.cache
def word_list() -> tuple[str, ...]:
    """The 7,776 words, in the order of the format, which is also the alphabet's.

    Raises:
        EngineUnfit: ``guard`` is ``word_list``: the installed list is not the one that the format names.
    """
    words = read_lines("words/eff_large.txt")
    if hashlib.sha256("".join(f"{word}\n" for word in words).encode()).hexdigest() != _LIST_SHA256:
        raise EngineUnfit(guard="word_list")
    return words


def _check_digit(secret: Secret) -> int:
    # 8 of the 32 bytes, big-endian: the remainder is even to within 2**-51
    digest = hashlib.sha256(_CHECK_LABEL)
    digest.update(secret.view())
    return int.from_bytes(digest.digest()[:8], "big") % _BASE


def _divide(number: bytearray) -> int:
    """Divide a big-endian ``number`` by the base in place; returns the remainder."""
    remainder = 0
    for place, byte in enumerate(number):
        number[place], remainder = divmod(remainder << 8 | byte, _BASE)
    return remainder


def _multiply_add(number: bytearray, digit: int) -> int:
    """Multiply a big-endian ``number`` by the base in place and add ``digit``; returns what did not fit."""
    carry = digit
    for place in reversed(range(len(number))):
        carry, number[place] = divmod(number[place] * _BASE + carry, 256)
    return carry


def _tokens(words: str | Sequence[str]) -> list[str]:
    texts: Iterable[str] = (words,) if isinstance(words, str) else words
    return [token for text in texts for token, _ in _spans(text)]


def _spans(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for match in _TOKEN.finditer(text):
        if not _LINE_NUMBER.fullmatch(match[0]):
            yield _folded(match[0]), match.span()


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold()


def _digit(word: str) -> int | None:
    words = word_list()
    place = bisect.bisect_left(words, word)
    return place if place < len(words) and words[place] == word else None
