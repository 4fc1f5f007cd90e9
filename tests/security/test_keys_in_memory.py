"""What the vault wipes is gone from memory: the keys' part of row 13 of the security tests (docs)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="reads its own memory as Linux shows it")
def test_no_key_stays_in_memory_once_it_is_wiped() -> None:
    run = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("keys_in_memory.py"))],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )
    assert run.returncode == 0, run.stderr
    hits = json.loads(run.stdout)
    print(hits)
    # the control: while they are in use they are found
    assert min(hits["in use"].values()) >= 1
    assert len(hits["in use"]) == 2
    assert len(hits["wiped"]) == 2 * 5 + 1
    assert hits["wiped"] == dict.fromkeys(hits["wiped"], 0)
