"""Wrong passphrases and near misses: row 20 of the security tests (docs)."""

from __future__ import annotations

import os
import random
import time
import unicodedata
from collections.abc import Callable
from uuid import uuid4

import pytest

from journal.errors import WrongSecret
from journal.vault.kdf import FLOOR, KdfParams
from journal.vault.keys import new_secret, open_slot, seal

Times = Callable[[int, int], int]
CHEAP = KdfParams(bytes(16), 8 * 1024, 1, 1)
PASSPHRASE = "Zoë’s ottér lantern — quarry 7 mistletoe"
LONGEST_S = 3.0


def edited(text: str, choose: random.Random) -> str:
    """One letter changed, left out, put in, in the other case, or changed places with the next."""
    at = choose.randrange(len(text))
    letter = choose.choice("aez 09'\u00e9\u0301")
    return choose.choice(
        (
            text[:at] + letter + text[at + 1 :],
            text[:at] + text[at + 1 :],
            text[:at] + letter + text[at:],
            text[:at] + text[at].swapcase() + text[at + 1 :],
            text[:at] + text[at + 1 : at + 2] + text[at : at + 1] + text[at + 2 :],
        )
    )


def near_misses(count: int) -> list[str]:
    """``count`` different texts, none of which has the normal form of the passphrase."""
    listed = [
        "",
        " ",
        "\0",
        "\n",
        PASSPHRASE.lower(),
        PASSPHRASE.upper(),
        PASSPHRASE.swapcase(),
        PASSPHRASE.replace(" ", ""),
        PASSPHRASE.replace(" ", "  "),
        PASSPHRASE.replace(" ", "_"),
        " " + PASSPHRASE,
        PASSPHRASE + " ",
        PASSPHRASE + "\n",
        PASSPHRASE + "\r\n",
        PASSPHRASE + "\0",
        "\0" + PASSPHRASE,
        PASSPHRASE[:20] + "\0" + PASSPHRASE[20:],
        PASSPHRASE + "\u200b",
        "\ufeff" + PASSPHRASE,
        PASSPHRASE + "\u0301",
        PASSPHRASE + "\ud83d",
        PASSPHRASE.replace("’", "'"),
        PASSPHRASE.replace("—", "-"),
        PASSPHRASE.replace("ë", "e"),
        PASSPHRASE.replace("é", "e\u0300"),
        PASSPHRASE.encode().decode("latin-1"),
        PASSPHRASE[:-1],
        PASSPHRASE[1:],
        PASSPHRASE[::-1],
        PASSPHRASE * 2,
        "😀",
        "😀" * 20,
        "👩‍👩‍👧",
        "a" * 1024,
        "a" * 1025,
        (PASSPHRASE * 40)[:1024],
        "a" * 100_000,
        "\u0301\u0323" * 50_000,
        "\ufdfa" * 100_000,
        PASSPHRASE + " " * 100_000,
    ]
    choose = random.Random(20)
    wrong = dict.fromkeys(listed)
    while len(wrong) < count:
        text = PASSPHRASE
        # one slip, or two or three: there are not 2,000 different single ones
        for _ in range(choose.choice((1, 1, 1, 2, 3))):
            text = edited(text, choose)
        if unicodedata.normalize("NFKC", text) != unicodedata.normalize("NFKC", PASSPHRASE):
            wrong[text] = None
    return list(wrong)


def test_only_the_equal_normal_form_opens(times: Times) -> None:
    secret = new_secret()
    key_file = seal(PASSPHRASE, secret, uuid4(), os.urandom(16), CHEAP)
    equal = {unicodedata.normalize(form, PASSPHRASE) for form in ("NFC", "NFD", "NFKC", "NFKD")}
    equal |= {PASSPHRASE.replace("7", "\uff17"), PASSPHRASE.replace("t l", "t\u00a0l").replace("r l", "r\u2003l")}
    assert len(equal) >= 4
    for text in equal:
        assert open_slot(key_file, text).same_as(secret)
    refused, slowest_s = 0, 0.0
    wrong = near_misses(times(200, 2_000))
    for text in wrong:
        start = time.perf_counter()
        with pytest.raises(WrongSecret):
            open_slot(key_file, text)
        slowest_s = max(slowest_s, time.perf_counter() - start)
        refused += 1
    print(len(equal), "equal forms open,", refused, f"near misses refused, slowest {slowest_s:.3f} s at 8 MiB")
    assert refused == times(200, 2_000)
    assert slowest_s < LONGEST_S


def test_at_the_real_cost_a_wrong_passphrase_is_refused_in_three_seconds() -> None:
    key_file = seal(PASSPHRASE, new_secret(), uuid4(), os.urandom(16), FLOOR)
    slowest_s = 0.0
    for text in ("", PASSPHRASE + " ", "a" * 1024, "a" * 100_000):
        start = time.perf_counter()
        with pytest.raises(WrongSecret):
            open_slot(key_file, text)
        slowest_s = max(slowest_s, time.perf_counter() - start)
    print(f"slowest refusal at 64 MiB, 3 passes, 4 lanes: {slowest_s:.2f} s")
    assert slowest_s < LONGEST_S


@pytest.mark.parametrize("canary", ["heronfell tidewrack", "heronfell\ud800tidewrack", "heronfell" * 200])
def test_a_refusal_tells_nothing_of_what_was_typed(canary: str) -> None:
    key_file = seal(PASSPHRASE, new_secret(), uuid4(), os.urandom(16), CHEAP)
    with pytest.raises(WrongSecret) as caught:
        open_slot(key_file, canary)
    error: BaseException | None = caught.value
    while error:
        assert "heronfell" not in repr(error)
        assert "heronfell" not in str(vars(error))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
