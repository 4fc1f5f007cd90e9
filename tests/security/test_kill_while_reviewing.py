"""Kill -9 at every stage of a review: no decision older than the save pause is lost, and no file is torn."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: One round of three stages; ``make torture`` kills at all seven, fifteen times each. A kill takes about two seconds.
ROUNDS, FORM = (15, "all") if os.environ.get("CONGRUENCE_CAMPAIGN") else (1, "quick")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_no_kill_loses_a_decision_older_than_the_save_pause(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.security.kill_while_reviewing", str(tmp_path), str(ROUNDS), "5", FORM],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    counts = json.loads(run.stdout)
    for stage, row in counts["stages"].items():
        print(f"{stage:<20} {row}")
    print(f"export {counts['export']}; typing on and on {counts['typing']}")
    assert run.stderr == ""
    for row in counts["stages"].values():
        assert row["kills"] == ROUNDS
        assert (row["lost"], row["damaged"], row["unopened"]) == (0, 0, 0)
    assert (counts["export"]["torn"], counts["export"]["logged_without_file"]) == (0, 0)
    # somebody who types without a pause is saved all the same; a save itself takes its time
    assert counts["typing"]["oldest_lost_ms"] < counts["typing"]["limit_ms"] + 500
