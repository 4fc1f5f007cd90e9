"""From a passphrase to a slot key: NFKC, UTF-8, Argon2id.

Costs come from RFC 9106; the reading limits keep a forged key file from exhausting the computer.
"""

from __future__ import annotations

import ctypes
import os
import sys
import time
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import cast

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from journal.errors import BadInput, KeysDamaged
from journal.vault.wiping import wipe

KEY_BYTES = 32
SALT_BYTES = 16

#: What a key file may ask for; anything else is refused before it is run (docs/format.md).
MEMORY_KIB = range(8 * 1024, 2 * 1024 * 1024 + 1)
PASSES = range(1, 20 + 1)
LANES = range(1, 16 + 1)

#: A passphrase has at most this many code points in its normal form (docs/format.md; NIST SP 800-63B-4 asks for 64).
LONGEST = 1024
#: NFKC never shortens a text to less than a quarter: no character decomposes canonically into more than four.
_LONGEST_TYPED = 4 * LONGEST

_HIGHEST_MEMORY_KIB = 512 * 1024
_LONGEST_RUN_S = 1.0
_SHARE_OF_RAM = 8


@dataclass(frozen=True, slots=True)
class KdfParams:
    """The cost of one derivation: memory in KiB, passes over it, lanes that could run in parallel."""

    salt: bytes
    memory_kib: int
    passes: int
    lanes: int


#: RFC 9106, section 4, second recommended choice. Its salt stands for none: whoever seals a slot draws a new one.
FLOOR = KdfParams(bytes(SALT_BYTES), 64 * 1024, 3, 4)


def check_limits(params: KdfParams) -> None:
    """Refuse costs that this program never runs.

    Raises:
        KeysDamaged: ``reason`` is ``kdf_limits``. A ``bool`` is no number here.
    """
    numbers = ((params.memory_kib, MEMORY_KIB), (params.passes, PASSES), (params.lanes, LANES))
    fit = all(type(number) is int and number in limits for number, limits in numbers)
    if not fit or len(params.salt) != SALT_BYTES:
        raise KeysDamaged(reason="kdf_limits")


def normal_form(passphrase: str) -> bytearray:
    """The bytes a passphrase stands for: NFKC, then UTF-8. The caller wipes them.

    Raises:
        BadInput: it is longer than any passphrase may be.
    """
    if len(passphrase) > _LONGEST_TYPED:
        # before normalising, whose time grows with the square of a run of accents
        raise BadInput(what="passphrase", reason="long")
    # NFKC: keyboards compose accents differently (NIST SP 800-63B-4, 3.1.1.2)
    text = unicodedata.normalize("NFKC", passphrase)
    if len(text) > LONGEST:
        raise BadInput(what="passphrase", reason="long")
    # a terminal may hand over half a character; it must not raise an error that quotes the passphrase
    return bytearray(text, "utf-8", "surrogatepass")


def derive_into(passphrase: str, params: KdfParams, out: bytearray) -> None:
    """Fill ``out`` (32 bytes) with the slot key of ``passphrase``.

    Takes up to a second by design: call it on the vault lane.

    Raises:
        BadInput: the passphrase is longer than 1,024 code points; nothing was run.
        KeysDamaged: ``params`` are outside the limits (nothing was run), or there is not the memory they ask for.
    """
    check_limits(params)
    typed = normal_form(passphrase)
    try:
        argon2id = Argon2id(
            salt=params.salt,
            length=KEY_BYTES,
            iterations=params.passes,
            lanes=params.lanes,
            memory_cost=params.memory_kib,
        )
        # the library takes any buffer; its stub says bytes
        argon2id.derive_into(cast("bytes", typed), out)
    except MemoryError:
        raise KeysDamaged(reason="kdf_memory") from None
    finally:
        wipe(typed)


def run_seconds(params: KdfParams) -> float:
    """How long one derivation takes now, in seconds."""
    out = bytearray(KEY_BYTES)
    start = time.perf_counter()
    derive_into("", params, out)
    return time.perf_counter() - start


def calibrate(seconds: Callable[[KdfParams], float] = run_seconds, ram_kib: int | None = None) -> KdfParams:
    """The cost for a new slot on this computer: ``FLOOR``, with the memory doubled while a run stays under a second.

    Never more than 512 MiB or an eighth of the memory fitted, and never less than ``FLOOR``. ``seconds`` measures one
    run; ``ram_kib`` is the memory fitted, asked of the system by default.
    """
    most = min(_HIGHEST_MEMORY_KIB, (_fitted_ram_kib() if ram_kib is None else ram_kib) // _SHARE_OF_RAM)
    best = FLOOR
    took = seconds(best)
    # twice the memory took 1.6 to 2.3 times as long wherever we measured: do not wait for a run that must fail
    while took * 1.5 < _LONGEST_RUN_S and best.memory_kib * 2 <= most:
        bigger = replace(best, memory_kib=best.memory_kib * 2)
        took = seconds(bigger)
        if took >= _LONGEST_RUN_S:
            break
        best = bigger
    return best


def _fitted_ram_kib() -> int:
    """The memory of this computer; 0 where the system does not say."""
    if sys.platform == "win32":
        kib = ctypes.c_ulonglong(0)
        ctypes.windll.kernel32.GetPhysicallyInstalledSystemMemory(ctypes.byref(kib))
        return kib.value
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024
    except (ValueError, OSError):
        return 0
