"""Row 13: after locking, an outside reader finds nothing of the journal in the memory of the process."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from journal.model import Filter
from journal.unlocking import unlock_journal
from journal.vault.header import parse
from journal.vault.keys import Purpose, open_slot
from tests.journals import draft, new_journal, places
from tests.security.canaries import CANARIES, hits_in, hits_in_files, needles

ROOT = Path(__file__).parents[2]
TYPED = ("body", "title", "search", "passphrase")
LOCKS = 3


def memory_of(pid: int) -> bytes:
    """Every readable and writable page of a process."""
    chunks = []
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            if not rights.startswith("rw"):
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            try:
                memory.seek(start)
                chunks.append(memory.read(end - start))
            except (OSError, ValueError, OverflowError):
                continue  # device memory and the like
    return b"\0".join(chunks)


def secrets_of(folder: Path) -> dict[bytes, str]:
    """R and the four keys, as bytes and as hex."""
    key_file = parse((folder / "journal" / "keys.json").read_bytes())
    found: dict[bytes, str] = {}
    with open_slot(key_file, CANARIES["passphrase"]) as secret:
        kinds = {purpose.name: bytes(secret.subkey(purpose, key_file.journal_salt)) for purpose in Purpose}
        kinds["R"] = bytes(secret.view())
    for name, value in kinds.items():
        found |= {value: name, value.hex().encode(): name}
    return found


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="a hardened process is read by root alone")
def test_nothing_is_left_in_memory_after_locking(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path, CANARIES["passphrase"])
    journal.save_draft(draft(body=CANARIES["deleted"]))
    journal.lock()
    forms = needles(CANARIES[kind] for kind in (*TYPED, "deleted")) | secrets_of(tmp_path)
    slowest = 0.0
    phrases = [CANARIES[kind] for kind in (*TYPED, "deleted")]
    home = {name: str(tmp_path / "home" / name) for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")}
    for path in home.values():
        Path(path).mkdir(mode=0o700, parents=True, exist_ok=True)
    for _ in range(LOCKS):
        run = subprocess.Popen(
            [sys.executable, "-m", "tests.security.memory_session", str(tmp_path)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **home, "QT_QPA_PLATFORM": "offscreen"},
        )
        try:
            assert run.stdin is not None
            assert run.stdout is not None
            assert run.stdout.readline() == "unlocked\n"
            # the control: the same reader finds what is there while the journal is open
            assert {CANARIES["body"], CANARIES["title"]} <= hits_in(memory_of(run.pid), forms)
            assert hits_in_files([tmp_path], phrases) == {}
            began = time.monotonic()
            run.stdin.write("lock\n")
            run.stdin.flush()
            command = Path(f"/proc/{run.pid}/cmdline")
            while b"--reason" not in command.read_bytes():
                assert time.monotonic() - began < 20
                time.sleep(0.01)
            replaced = time.monotonic() - began
            slowest = max(slowest, replaced)
            for pause in (0.0, 1.5):
                time.sleep(pause)
                assert hits_in(memory_of(run.pid), forms) == set()
            assert run.poll() is None
        finally:
            run.kill()
            run.communicate()
        # row 11 for the window: settings, log, window state and temporary files, after lock and kill
        assert hits_in_files([tmp_path], phrases) == {}
    print(f"row 13: {len(forms)} forms, {LOCKS} locks, 0 hits; replaced after {slowest:.2f} s at most")
    again = unlock_journal(tmp_path / "journal", CANARIES["passphrase"], places(tmp_path))
    bodies = [again.entry(row.id).body for row in again.window(Filter(), 0, 10)]
    assert bodies.count(CANARIES["body"]) == LOCKS
    again.lock()
