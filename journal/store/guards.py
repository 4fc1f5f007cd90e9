"""What the engine must answer before a journal is trusted to it. Each answer that differs refuses the opening.

Sources: the opening order of ``docs/security.md``; https://www.zetetic.net/sqlcipher/sqlcipher-api/ for the cipher
pragmas and SQLCipher 4's defaults; https://www.sqlite.org/pragma.html for the rest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from journal.errors import EngineUnfit

Ask = Callable[[str], list[tuple[Any, ...]]]

#: The file format: what ``cipher_settings`` must say, in any order.
CIPHER_SETTINGS = frozenset(
    {
        "PRAGMA kdf_iter = 256000;",
        "PRAGMA cipher_page_size = 4096;",
        "PRAGMA cipher_use_hmac = 1;",
        "PRAGMA cipher_plaintext_header_size = 0;",
        "PRAGMA cipher_hmac_algorithm = HMAC_SHA512;",
        "PRAGMA cipher_kdf_algorithm = PBKDF2_HMAC_SHA512;",
    }
)

#: Pragma -> value to set -> the answer that shows that it holds. The order is the order of setting.
PRAGMAS = (
    ("journal_mode", "wal", "wal"),
    ("synchronous", "full", "2"),
    ("temp_store", "memory", "2"),
    ("secure_delete", "on", "1"),
    ("foreign_keys", "on", "1"),
    ("trusted_schema", "off", "0"),
    ("mmap_size", "0", "0"),
)


def quiet(ask: Ask) -> None:
    """Stop SQLCipher from printing to standard error, before anything can fail."""
    _set(ask, "cipher_log_level", "none", "none")


def hold(ask: Ask) -> None:
    """Exclusive locking, before the first read: no shared-memory file, and a second process is refused."""
    _set(ask, "locking_mode", "exclusive", "exclusive")


def set_pragmas(ask: Ask) -> None:
    """Set each of ``PRAGMAS`` and read it back.

    Raises:
        EngineUnfit: one of them did not hold; ``guard`` is its name.
    """
    for name, value, answer in PRAGMAS:
        _set(ask, name, value, answer)


def check_engine(ask: Ask) -> None:
    """Refuse an engine that could write text outside the encrypted file, or that lacks what the format needs.

    Raises:
        EngineUnfit: ``guard`` names what is wrong.
    """
    options = {str(row[0]).upper() for row in ask("PRAGMA compile_options")}
    if not options & {"TEMP_STORE=2", "TEMP_STORE=3"}:
        raise EngineUnfit(guard="temp_store_compiled")
    if "ENABLE_FTS5" not in options:
        raise EngineUnfit(guard="fts5")
    if not _answer(ask, "cipher_version").startswith("4."):
        raise EngineUnfit(guard="cipher_version")


def check_cipher(ask: Ask) -> None:
    """Refuse a file that is not in SQLCipher 4's default format; needs the key to be set.

    Raises:
        EngineUnfit: ``guard`` is ``cipher_settings`` or ``cipher_memory_security``.
    """
    if {str(row[0]) for row in ask("PRAGMA cipher_settings")} != CIPHER_SETTINGS:
        raise EngineUnfit(guard="cipher_settings")
    # on, it slows search seven times and is process-wide (docs/architecture.md)
    if _answer(ask, "cipher_memory_security") != "0":
        raise EngineUnfit(guard="cipher_memory_security")


def check_extensions_off(answer: str) -> None:
    """``answer`` is what the engine said to ``load_extension``: it must be a refusal.

    Raises:
        EngineUnfit: it would load foreign code.
    """
    if "not authorized" not in answer:
        raise EngineUnfit(guard="load_extension")


def _set(ask: Ask, name: str, value: str, answer: str) -> None:
    ask(f"PRAGMA {name}={value}")
    if _answer(ask, name) != answer:
        raise EngineUnfit(guard=name)


def _answer(ask: Ask, name: str) -> str:
    # some pragmas answer numbers as text (measured)
    rows = ask(f"PRAGMA {name}")
    return str(rows[0][0]).lower() if rows else ""
