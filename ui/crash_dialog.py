"""What a person sees of a bug: that what was written is kept, and a report that anybody may read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui.widgets.fit import text_scale
from ui.widgets.prose import Prose


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
