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
#: What the first page needs of ours and of Qt, all of it: whatever is added here is paid by every start.
NEEDED = {
    "PySide6",
    "PySide6.QtCore",
    "PySide6.QtGui",
    "PySide6.QtSvg",
    "PySide6.QtWidgets",
    "journal",
    "journal.atomic",
    "journal.errors",
    "journal.hardening",
    "journal.paths",
    "journal.resources",
    "journal.settings",
    "resources",
    "ui",
    "ui.__main__",
    "ui.behind",
    "ui.collecting",
    "ui.crash",
    "ui.errors",
    "ui.icons",
    "ui.jobs",
    "ui.main_window",
    "ui.menus",
    "ui.opening",
    "ui.session",
    "ui.start",
    "ui.theme",
    "ui.unlock",
    "ui.unlock.unlock_page",
    "ui.ways_in",
    "ui.widgets",
    "ui.widgets.field_button",
    "ui.widgets.first_stop",
    "ui.widgets.named",
    "ui.widgets.parts",
    "ui.widgets.passphrase_field",
    "ui.widgets.prose",
    "ui.window_state",
}
#: Qt's own enumerations, all of which Python makes when the first is named, and modules of Python's own that cost more
#: than a millisecond and that nothing there needs.
COSTLY = {
    "QtCore.Qt",
    "dataclasses",
    "datetime",
    "hashlib",
    "importlib.resources",
    "locale",
    "secrets",
    "subprocess",
    "tomllib",
    "uuid",
    "ctypes.util",
}
LATER = {"phonenumbers", "markdown_it", "stdnum", "zxcvbn", "journal.anonymise.detectors", "ui.review.review_page"}

PROGRAM = """
import gc, json, linecache, sys
import ui.__main__ as program

def take_over(app, quit):
    from PySide6.QtCore import QEvent, QObject
    session = quit.__self__
    painted = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() is QEvent.Type.Paint:
                names = ["QtCore.Qt"] if "Qt" in vars(sys.modules["PySide6.QtCore"]) else []
                painted.append(sorted([*sys.modules, *names]))
            return False

    watch = Watch()
    session.window.installEventFilter(watch)
    while not painted:
        app.processEvents()
    before = painted[0]
    assert gc.isenabled() is False
    assert "ui.theme" in sys.modules and not [path for path in linecache.cache if "/ui/" in path]
    while "ui.app" not in sys.modules or session.scan.busy:
        app.processEvents()
    after = sorted(sys.modules)
    assert gc.get_freeze_count() > 10_000
    assert session.window.cover.isHidden()
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
    assert "ui.unlock.unlock_page" in before or "ui.unlock.first_run" in before
    assert among(HEAVY, before) == set()


def test_an_unlock_page_is_painted_with_what_it_needs_alone(
    request: pytest.FixtureRequest, imported: tuple[list[str], list[str]]
) -> None:
    if request.node.callspec.params["imported"] == "unlock":
        before = set(imported[0])
        ours = {name for name in before if name.partition(".")[0] in ("PySide6", "journal", "resources", "ui")}
        assert {name for name in ours if not name.startswith("PySide6.support")} == NEEDED
        assert before & COSTLY == set()


def test_what_unlocking_needs_is_imported_behind_the_first_page(imported: tuple[list[str], list[str]]) -> None:
    _, after = imported
    assert among(FOR_UNLOCKING, after) == FOR_UNLOCKING
    assert among(LATER, after) == set()


def test_the_look_for_qts_names_finds_them() -> None:
    # as the program above looks: a newer PySide6 that made them at once, or elsewhere, must not pass unseen
    line = "from PySide6 import QtCore; before = 'Qt' in vars(QtCore); QtCore.Qt; print(before, 'Qt' in vars(QtCore))"
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["False", "True"]


def test_the_scan_of_modules_finds_what_is_planted() -> None:
    planted = ["zxcvbn.matching", "journal.model", "journal.storehouse", "pickle"]
    assert among(HEAVY, planted) == {"zxcvbn", "pickle"}
