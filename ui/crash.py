"""What a bug leaves behind: where it happened, by function names and line numbers, never what it happened to."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)


def trace(error: BaseException) -> str:
    """The path of an error through the program: its type, then a line a call. No message: it may hold content."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([type(error).__name__, *lines])


class CrashReporter(QObject):
    """Takes uncaught errors from Python's hook and from the lanes; logs the trace and tells the window."""

    crashed = Signal(str)

    def install(self) -> Callable[[], None]:
        """Become Python's exception hook; the returned call undoes it."""
        former = sys.excepthook

        def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
            self.report(error)

        sys.excepthook = hook
        return lambda: setattr(sys, "excepthook", former)

    def report(self, error: BaseException) -> None:
        """Log the trace of ``error`` and announce it."""
        lines = trace(error)
        log.error("crash\n%s", lines)
        self.crashed.emit(lines)
