"""The import contracts of .importlinter can fail: each is shown an import that it must refuse."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.unit.test_house import ROOT

#: Contract -> a module and the import planted in it.
PLANTED = {
    "The core imports no Qt and no window": ("journal/practice/planted_window.py", "PySide6.QtCore"),
    "Inside the core, imports point one way": ("journal/store/planted_key.py", "journal.vault"),
    "Backup, export and portable do not know each other": ("journal/export/planted_backup.py", "journal.backup"),
    "Only the connection names the engine": ("journal/store/planted_engine.py", "sqlcipher3"),
    "Only the name model names its runtime": ("journal/anonymise/planted_runtime.py", "onnxruntime"),
    "Anonymise knows no disk": ("journal/anonymise/planted_file.py", "pathlib"),
    "The vault knows bytes, not entries": ("journal/vault/planted_entry.py", "journal.model"),
    "Export knows a reviewed post, not rows and keys": ("journal/export/planted_rows.py", "journal.store"),
    "Windows never touch rows and keys": ("ui/widgets/planted_rows.py", "journal.store"),
    "Pages know neither each other nor the frame": ("ui/review/planted_page.py", "ui.editor"),
    "Only what builds and connects knows every page; the way to the unlocked journal knows the unlock page": (
        "ui/session.py",
        "ui.timeline",
    ),
    "Of the core, pages import values, practice, the review and export": (
        "ui/editor/planted_core.py",
        "journal.atomic",
    ),
}


def outcomes(folder: Path) -> dict[str, str]:
    """Contract -> KEPT or BROKEN, over the packages in ``folder``."""
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-logo", "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return {
        name.strip(): verdict for name, verdict in re.findall(r"^(.*\S) (KEPT|BROKEN)\b", done.stdout, re.MULTILINE)
    }


def test_each_contract_refuses_a_planted_import(tmp_path: Path) -> None:
    shutil.copy(ROOT / ".importlinter", tmp_path)
    for package in ("journal", "ui", "resources"):
        for source in (ROOT / package).rglob("*.py"):
            copy = tmp_path / source.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text("", encoding="utf-8")
    assert set(outcomes(tmp_path).items()) == {(name, "KEPT") for name in PLANTED}

    for path, module in PLANTED.values():
        (tmp_path / path).write_text(f"import {module}\n", encoding="utf-8")
    assert set(outcomes(tmp_path).items()) == {(name, "BROKEN") for name in PLANTED}
