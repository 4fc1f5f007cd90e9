"""Replaces this process by a fresh one, so that no text and no key stays in memory (security design, "Lock")."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Handover:
    """All that one process tells the next: nothing of content.

    ``reason`` is a code of ``ui.locking.Reason``; ``active``: the keys went to this window when it ended.
    """

    folder: Path
    home: Path | None = None
    geometry: str = ""
    minimised: bool = False
    active: bool = False
    reason: str = ""

    def arguments(self) -> list[str]:
        """As options of ``python -m ui``."""
        given = ["--journal", str(self.folder)]
        if self.home is not None:
            given += ["--home", str(self.home)]
        if self.geometry:
            # one word: a geometry may begin with a dash
            given.append(f"--geometry={self.geometry}")
        if self.minimised:
            given.append("--minimised")
        if self.active:
            given.append("--active")
        if self.reason:
            given += ["--reason", self.reason]
        return given


def command(handover: Handover) -> list[str]:
    """The command line of the next process."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *handover.arguments()]
    # -P: the folder we happen to stand in must not be searched for modules
    return [sys.executable, "-P", "-m", "ui", *handover.arguments()]


def replace_process(handover: Handover) -> None:
    """Become a fresh process. Does not return."""
    line = command(handover)
    # PyInstaller's bootloader otherwise takes the new process for a child of the old one (its manual, "run-time")
    os.environ["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    if sys.platform == "win32":
        # there is no execv there that replaces a process
        import subprocess  # noqa: PLC0415

        subprocess.Popen(line, close_fds=True)  # noqa: S603 - our own executable and arguments
        os._exit(0)
    _close_on_exec()
    os.execv(line[0], line)  # noqa: S606 - our own executable and arguments


def _close_on_exec() -> None:
    """Mark every open file above the standard three, so that no lock or socket outlives this process."""
    for folder in ("/proc/self/fd", "/dev/fd"):
        with contextlib.suppress(OSError):
            _mark(os.listdir(folder))  # noqa: PTH208 - names, not paths
            return


def _mark(names: Sequence[str]) -> None:
    for name in names:
        if name.isdigit() and int(name) > 2:
            with contextlib.suppress(OSError):
                os.set_inheritable(int(name), False)
