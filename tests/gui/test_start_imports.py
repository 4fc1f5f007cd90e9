"""What the first page does not need is not imported before it is painted, and is there soon after it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.sessions import made_journal

ROOT = Path(__file__).resolve().parents[2]
#: By package: the formats and the engine, the anonymiser with its word lists, the pages of an open journal.
HEAVY = {
    "phonenumbers", "markdown_it", "stdnum", "zxcvbn", "sqlcipher3", "cryptography", "platformdirs",
    "journal.anonymise", "journal.word_lists", "journal.export", "journal.open_journal", "journal.store",
    "journal.vault", "journal.practice", "journal.backup", "ui.app", "ui.timeline", "ui.editor", "ui.review",
    "ui.settings", "ui.export", "logging.handlers", "pickle", "socket", "multiprocessing", "unittest",
}  # fmt: skip
#: Of those, what unlocking and the first screen need; still nothing of the anonymiser.
FOR_UNLOCKING = {"sqlcipher3", "cryptography", "journal.open_journal", "ui.app", "ui.timeline", "ui.editor"}
LATER = {"phonenumbers", "markdown_it", "stdnum", "zxcvbn", "journal.anonymise.detectors", "ui.review.review_page"}

PROGRAM = """
import json, sys
import ui.__main__ as program

def take_over(app, quit):
    session = quit.__self__
    session.window.grab()
    before = sorted(sys.modules)
    while "ui.app" not in sys.modules or session.scan.busy:
        app.processEvents()
    after = sorted(sys.modules)
    session.stop()
    print(json.dumps([before, after]))
    sys.stdout.flush()
    import os
    os._exit(0)

program.quit_on_signals = take_over
program.main(sys.argv[1:])
"""


def among(names: set[str], modules: list[str]) -> set[str]:
    """Those of ``names`` that are imported, themselves or something inside."""
    return {name for name in names for module in modules if module == name or module.startswith(f"{name}.")}


@pytest.fixture(scope="module", params=["first run", "unlock"])
def imported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], list[str]]:
    """The modules of a real process when its first page was painted, and when it had been idle for a moment."""
    home = tmp_path_factory.mktemp("start")
    if request.param == "unlock":
        made_journal(home)
    line = [sys.executable, "-c", PROGRAM, "--home", str(home / "home"), "--journal", str(home / "journal")]
    done = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    before, after = json.loads(done.stdout)
    return before, after


def test_nothing_heavy_is_imported_before_the_first_page_is_painted(imported: tuple[list[str], list[str]]) -> None:
    before, _ = imported
    assert "ui.unlock.unlock_page" in before
    assert among(HEAVY, before) == set()


def test_what_unlocking_needs_is_imported_behind_the_first_page(imported: tuple[list[str], list[str]]) -> None:
    _, after = imported
    assert among(FOR_UNLOCKING, after) == FOR_UNLOCKING
    assert among(LATER, after) == set()


def test_the_scan_of_modules_finds_what_is_planted() -> None:
    planted = ["zxcvbn.matching", "journal.model", "journal.storehouse", "pickle"]
    assert among(HEAVY, planted) == {"zxcvbn", "pickle"}
