"""``docs/format.md`` is enough to read a journal's key file: a reader written from it alone."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from journal.vault.keys import begin_new_key
from journal.vault.recovery import secret_of, words_of
from journal.vault.secret import Secret
from journal.vault.seen import Seen
from tests.unit.vault.cheap import PASSPHRASE, make

DOCUMENT = (Path(__file__).parents[3] / "docs" / "format.md").read_text(encoding="utf-8")


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def subkey(secret: bytes, salt: str, label: str) -> bytes:
    return hmac.digest(hmac.digest(bytes.fromhex(salt), secret, "sha256"), label.encode() + b"\x01", "sha256")


def read(line: bytes, passphrase: str) -> tuple[bytes, bytes | None]:
    """R and the next R of a key file."""
    value: dict[str, Any] = json.loads(line)
    assert canonical(value) + b"\n" == line
    total = value.pop("sum")
    assert hashlib.sha256(canonical(value)).hexdigest() == total
    mac = value.pop("mac")
    [slot] = value["slots"]
    slot_key = Argon2id(
        salt=bytes.fromhex(slot["salt"]),
        length=32,
        iterations=slot["passes"],
        lanes=slot["lanes"],
        memory_cost=slot["memory_kib"],
    ).derive(unicodedata.normalize("NFKC", passphrase).encode())

    def opened(sealed: dict[str, str], kind: str) -> bytes:
        cost = {name: slot[name] for name in ("salt", "memory_kib", "passes", "lanes")}
        additional = canonical({"journal": value["journal"], "kind": kind, **cost})
        nonce, data = bytes.fromhex(sealed["nonce"]), bytes.fromhex(sealed["sealed"])
        return AESGCM(slot_key).decrypt(nonce, data, additional)

    secret = opened(slot, "passphrase")
    key = subkey(secret, value["salt"], "journal v1 key file")
    assert hmac.digest(key, canonical(value), "sha256").hex() == mac
    return secret, opened(slot["next"], "next") if slot["next"] else None


def test_a_reader_written_from_the_document_opens_a_key_file() -> None:
    made = make("Zoë’s ﬁnch lantern")
    assert read(made.key_file.to_bytes(), "Zoe\u0308’s finch lantern") == (bytes(made.secret.view()), None)


def test_it_opens_one_between_two_keys() -> None:
    begun = begin_new_key(make().key_file, PASSPHRASE)
    expected = (bytes(begun.old.view()), bytes(begun.new.view()))
    assert read(begun.key_file.to_bytes(), PASSPHRASE) == expected


def test_it_checks_the_memory_of_what_was_seen(tmp_path: Path) -> None:
    made = make()
    Seen.load(tmp_path / "seen.json").remember(7, 12, made.key_file, made.secret)
    line = (tmp_path / "seen.json").read_bytes()
    value = json.loads(line)
    assert canonical(value) + b"\n" == line
    assert (value["format"], value["version"]) == ("congruence seen", 1)
    [(journal_id, record)] = value["journals"].items()
    assert record["keys"].encode() == made.key_file.to_bytes()
    mac = record.pop("mac")
    key = subkey(bytes(made.secret.view()), json.loads(record["keys"])["salt"], "journal v1 seen")
    assert hmac.digest(key, canonical(record | {"journal": journal_id}), "sha256").hex() == mac


def test_the_recovery_words_in_the_document_are_right() -> None:
    rows = re.findall(r"^\| `([0-9a-f]{32})` \| ([a-z -]+) \|$", DOCUMENT, re.MULTILINE)
    assert len(rows) == 3
    for secret, words in rows:
        assert " ".join(words_of(Secret(bytearray.fromhex(secret)))) == words
        assert bytes(secret_of(words).view()).hex() == secret


def test_every_field_of_the_key_file_is_in_the_document() -> None:
    value = json.loads(begin_new_key(make().key_file, PASSPHRASE).key_file.to_bytes())
    for name in (*value, *value["slots"][0], *value["slots"][0]["next"]):
        assert f"`{name}`" in DOCUMENT or f'"{name}"' in DOCUMENT
