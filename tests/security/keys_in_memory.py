"""Seals, opens and changes keys, then looks for them in its own memory. Run by ``test_keys_in_memory.py``.

Prints one line of JSON: how often each key is found while it is in use, and how often after it was wiped. What is
looked for is kept masked, and unmasked only in a buffer that is wiped, so that the search does not find itself.
"""

from __future__ import annotations

import gc
import json
import os
from collections.abc import Iterator
from uuid import uuid4

from journal.vault.kdf import KdfParams, derive_into
from journal.vault.keys import begin_new_key, finish_new_key, new_secret, open_both, open_slot, renew, seal
from journal.vault.recovery import secret_of, words_of
from journal.vault.secret import Purpose, Secret
from journal.vault.wiping import wipe

CHEAP = KdfParams(bytes(16), 8 * 1024, 1, 1)
PASSPHRASE = "otter lantern quarry mistletoe"
MASK = 0x5A


def masked(key: bytearray | memoryview) -> bytes:
    return bytes(byte ^ MASK for byte in key)


def writable_memory() -> Iterator[bytes]:
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:  # noqa: PTH123
        for line in maps:
            span, rights = line.split()[:2]
            if not rights.startswith("rw"):
                continue
            start, end = (int(address, 16) for address in span.split("-"))
            try:
                memory.seek(start)
                yield memory.read(end - start)
            except OSError:
                continue


def found(keys: dict[str, bytes]) -> dict[str, int]:
    hits = dict.fromkeys(keys, 0)
    for region in writable_memory():
        for name, key in keys.items():
            needle = bytearray(len(key))
            for place, byte in enumerate(key):
                needle[place] = byte ^ MASK
            hits[name] += region.count(needle)
            wipe(needle)
    return hits


def note_subkeys(keys: dict[str, bytes], name: str, secret: Secret, salt: bytes) -> None:
    for purpose in Purpose:
        subkey = secret.subkey(purpose, salt)
        keys[f"{name}, {purpose.name.lower()} key"] = masked(subkey)
        wipe(subkey)


def main() -> None:
    keys: dict[str, bytes] = {}
    salt = os.urandom(16)
    secret = new_secret()
    keys["R"] = masked(secret.view())
    alive = found({"R": keys["R"]})
    note_subkeys(keys, "R", secret, salt)
    secret_of(words_of(secret)).wipe()
    key_file = seal(PASSPHRASE, secret, uuid4(), salt, CHEAP)
    changed = renew(key_file, secret, "another " + PASSPHRASE, CHEAP)
    secret.wipe()
    slot_key = bytearray(32)
    derive_into(PASSPHRASE, key_file.slots[0].kdf, slot_key)
    keys["slot key"] = masked(slot_key)
    alive |= found({"slot key": keys["slot key"]})
    wipe(slot_key)
    for _ in range(3):
        open_slot(key_file, PASSPHRASE).wipe()
        open_slot(changed, "another " + PASSPHRASE).wipe()
    begun = begin_new_key(key_file, PASSPHRASE)
    keys["next R"] = masked(begun.new.view())
    note_subkeys(keys, "next R", begun.new, salt)
    finish_new_key(begun, PASSPHRASE, CHEAP)
    for one in (begun.old, begun.new, *open_both(begun.key_file, PASSPHRASE)):
        if one:
            one.wipe()
    del begun, secret
    gc.collect()
    print(json.dumps({"in use": alive, "wiped": found(keys)}))


if __name__ == "__main__":
    main()
