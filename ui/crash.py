"""What a bug leaves behind: where it happened, by function names and line numbers, never what it happened to."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui.widgets.fit import text_scale
from ui.widgets.prose import Prose

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


class CrashDialog(QDialog):
    """Says that something went wrong and shows the trace, which can be sent to anyone without a second look."""

    def __init__(self, lines: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        said = Prose(
            self.tr(
                "Something in the program went wrong. What you wrote is kept. This report holds names of functions "
                "and line numbers only, nothing of your journal."
            )
        )
        report = QPlainTextEdit(lines)
        report.setReadOnly(True)
        report.setAccessibleName(self.tr("Report"))
        report.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 24, 24, 20)
        box.setSpacing(14)
        box.addWidget(said)
        box.addWidget(report)
        box.addWidget(buttons)
        scale = min(text_scale(self), 1.6)
        self.resize(round(560 * scale), round(360 * scale))
