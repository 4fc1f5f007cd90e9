"""Row 11: nothing a person typed is in any file, while open, after lock, and after kill -9."""

import base64
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.security.canaries import CANARIES, files_below, hits_in_files

ROOT = Path(__file__).parents[2]


def environment(home: Path) -> dict[str, str]:
    """A home of its own, so that every file a session could leave lies below it."""
    folders = {
        "HOME": home,
        "TMPDIR": home / "tmp",
        "XDG_DATA_HOME": home / "data",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_STATE_HOME": home / "state",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_RUNTIME_DIR": home / "runtime",
    }
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    return {**os.environ, **{name: str(folder) for name, folder in folders.items()}}


@pytest.mark.parametrize("until", ["open", "locked"])
def test_no_file_holds_a_canary(tmp_path: Path, until: str) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "tests.security.canary_session", str(tmp_path), until],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(tmp_path / "home"),
    )
    assert run.stdout is not None
    assert run.stdout.readline() == "ready\n"
    words = (tmp_path / "words-for-the-scanner").read_text()
    (tmp_path / "words-for-the-scanner").unlink()
    # a recovery word alone is a common word; any two neighbours together are the secret's
    pairs = [" ".join(words.split()[n : n + 2]) for n in range(10)]
    phrases = [*CANARIES.values(), *pairs]
    while_running = hits_in_files([tmp_path], phrases)
    run.send_signal(signal.SIGKILL)
    _, errors = run.communicate()
    after_kill = hits_in_files([tmp_path], phrases)
    scanned = list(files_below([tmp_path]))
    print(f"row 11 ({until}): {len(phrases)} canaries, {len(scanned)} files, hits {while_running | after_kill}")
    assert (while_running, after_kill) == ({}, {})
    assert errors == "wrong_secret\n"
    assert {path.name for path in scanned} >= {"journal.db", "keys.json", "seen.json"}
    if until == "open":
        assert any(path.name.endswith("-wal") for path in scanned)


def test_the_same_scan_finds_every_canary_in_a_plain_file(tmp_path: Path) -> None:
    text = "\n".join(f"x{phrase}y" for phrase in CANARIES.values())
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        (tmp_path / encoding).write_bytes(text.encode(encoding))
    (tmp_path / "hex").write_text(text.encode().hex())
    found = hits_in_files([tmp_path], CANARIES.values())
    assert len(found) == 4
    assert all(hits == set(CANARIES.values()) for hits in found.values())


def test_the_same_scan_finds_a_canary_in_base64_at_any_alignment(tmp_path: Path) -> None:
    for shift in range(3):
        (tmp_path / str(shift)).write_bytes(base64.b64encode(b"z" * shift + b"see " + CANARIES["body"].encode() + b"!"))
    assert len(hits_in_files([tmp_path], CANARIES.values())) == 3
