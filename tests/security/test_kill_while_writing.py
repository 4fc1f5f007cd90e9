"""Row 1: kill -9 at random moments of writing through ``OpenJournal``."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: The slow column of the table is 1,000; ``make torture`` sets it.
KILLS = int(os.environ.get("CONGRUENCE_KILLS", "60"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_no_kill_loses_an_acknowledged_save(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.security.kill_while_writing", str(tmp_path), str(KILLS), "7"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    counts = json.loads(run.stdout)
    print(f"row 1: {counts}")
    assert run.stderr == ""
    assert counts["kills"] == KILLS
    # a writer is killed after 60 to 310 ms: a busy machine leaves it few saves, but never none on average
    assert counts["acknowledged"] > KILLS
    assert (counts["lost"], counts["damaged"], counts["unopened"]) == (0, 0, 0)
    assert counts["slowest_open_ms"] < 1000
