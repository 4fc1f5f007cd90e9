"""Where the window stands between two starts: place, size, state, the width of the list. Nothing of what is in it.

Not Qt's ``saveGeometry``: it moves a window away from the top of the screen to leave room for a frame, where there may
be none, so that a window would come back lower after a lock (measured: 25 pixels without a window manager).
"""

from __future__ import annotations

import contextlib
import json
import re
from pathlib import Path
from typing import NamedTuple

from PySide6 import QtCore
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from journal.atomic import private_folder, write_whole
from journal.errors import JournalError

# width x height, then x and y where the system lets a window say where it stands, then "m" maximised, "f" full screen
_GEOMETRY = re.compile(r"(\d{2,5})x(\d{2,5})(?:@(-?\d{1,5}),(-?\d{1,5}))?([mf]?)")
#: So much of a window must be on a screen for its place to be believed.
_SEEN_PX = 80


#: Room left for the frame that the system draws: the tallest common title bars are about so high.
_TITLE_BAR_PX = 40


class WindowState(NamedTuple):
    """``list_px`` is the width of the list beside the page; 0 where it was never moved."""

    geometry: str = ""
    list_px: int = 0


def geometry_text(window: QWidget, platform: str = "") -> str:
    """The window's size, place and state as a word that fits on a command line.

    No place on Wayland: windows there do not know it, and one that was made up moves them.
    """
    state = "f" if window.isFullScreen() else "m" if window.isMaximized() else ""
    rect = window.normalGeometry() if state or window.isMinimized() else window.geometry()
    if not rect.isValid():
        rect = window.geometry()
    place = f"@{rect.x()},{rect.y()}" if (platform or QGuiApplication.platformName()) != "wayland" else ""
    return f"{rect.width()}x{rect.height()}{place}{state}"


def restore_geometry(window: QWidget, text: str) -> bool:
    """Put ``window`` where ``text`` says; false, and nothing changed, where it is not ours.

    A place that no screen shows any more is left to the system, and no window is larger than its screen.
    """
    found = _GEOMETRY.fullmatch(text)
    if found is None:
        return False
    width, height, x, y, state = found.groups()
    rect = QRect(int(x or 0), int(y or 0), int(width), int(height))
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    seen = [screen for screen in screens if _enough(screen.intersected(rect))]
    room = seen[0] if seen and x else QGuiApplication.primaryScreen().availableGeometry()
    rect.setSize(rect.size().boundedTo(room.size()).expandedTo(window.minimumSize()))
    if x and seen:
        window.setGeometry(rect)
    else:
        window.resize(rect.size())
    if state:
        states = QtCore.Qt.WindowState
        window.setWindowState(states.WindowFullScreen if state == "f" else states.WindowMaximized)
    return True


def first_size(window: QWidget) -> QSize:
    """The size of a window that has none yet: 1440 by 900, or what the screen has room for with a title bar."""
    room = window.screen().availableGeometry().size()
    return QSize(1440, 900).boundedTo(room - QSize(0, _TITLE_BAR_PX))


def window_state(window: QWidget, list_px: int = 0) -> bytes:
    """What is to be remembered of ``window``."""
    return json.dumps({"geometry": geometry_text(window), "list_px": list_px}).encode()


def save_window(path: Path, state: bytes) -> None:
    """Write it, which may wait for the disk; that it could not be written is no reason to bother anyone."""
    with contextlib.suppress(JournalError):
        private_folder(path.parent)
        write_whole(path, state)


def load_window(path: Path) -> WindowState:
    """What was remembered; what is not ours is as nothing."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return WindowState()
    if not isinstance(read, dict):
        return WindowState()
    geometry, list_px = read.get("geometry"), read.get("list_px")
    return WindowState(
        geometry if isinstance(geometry, str) else "",
        list_px if isinstance(list_px, int) and 0 <= list_px < 10_000 else 0,
    )


def _enough(rect: QRect) -> bool:
    return rect.width() >= _SEEN_PX and rect.height() >= _SEEN_PX
