"""Where the window stands between two starts: its geometry, nothing of what is in it."""

from __future__ import annotations

import base64
import binascii
import contextlib
import json
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from journal.atomic import private_folder, write_whole
from journal.errors import JournalError

#: Qt's own limit is far lower; a longer value is not one of ours.
_LONGEST = 4096


def geometry_text(window: QWidget) -> str:
    """The window's geometry as letters and digits, fit for a command line."""
    return base64.urlsafe_b64encode(window.saveGeometry().data()).decode("ascii")


def restore_geometry(window: QWidget, text: str) -> bool:
    """Put ``window`` where ``text`` says; false, and nothing changed, where it is not ours."""
    if not text or len(text) > _LONGEST:
        return False
    try:
        return window.restoreGeometry(QByteArray(base64.urlsafe_b64decode(text.encode("ascii"))))
    except (binascii.Error, ValueError):
        return False


def save_window(window: QWidget, path: Path) -> None:
    """Remember the geometry; that it could not be written is no reason to bother anyone."""
    with contextlib.suppress(JournalError):
        private_folder(path.parent)
        write_whole(path, json.dumps({"geometry": geometry_text(window)}).encode())


def load_window(path: Path) -> str:
    """The remembered geometry, empty where there is none."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ""
    geometry = read.get("geometry") if isinstance(read, dict) else None
    return geometry if isinstance(geometry, str) else ""
