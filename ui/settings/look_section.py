"""Settings of this computer: how it looks and when it locks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from journal.settings import Settings
from ui.widgets.parts import column, label, row


class LookSection(QWidget):
    """``changed`` carries a new value of all settings."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme = QComboBox()
        for words, value in (
            (self.tr("As the system"), "system"),
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
        ):
            self._theme.addItem(words, value)
        self._text = _number(12, 40, 1, " px")
        self._line = _number(110, 240, 10, " %")
        self._lock = _number(1, 60, 1, self.tr(" min"))
        self._minimise = QCheckBox(self.tr("Lock when the window is minimised"))
        self._minimise.setAccessibleName(self._minimise.text())
        self._capture = QCheckBox(self.tr("Keep out of screenshots and screen sharing"))
        self._capture.setAccessibleName(self._capture.text())
        self._folder = QCheckBox(self.tr("Show the folder's name on the unlock page"))
        self._folder.setAccessibleName(self._folder.text())
        box = column(self, spacing=10)
        for words, control in (
            (self.tr("&Theme"), self._theme),
            (self.tr("Text &size"), self._text),
            (self.tr("&Line spacing"), self._line),
            (self.tr("Lock after, &without a key or a movement"), self._lock),
        ):
            name = label(words, wrap=True, buddy=control)
            line = row(name, control)
            line.setStretch(0, 1)
            control.setMinimumWidth(150)
            box.addLayout(line)
        box.addWidget(self._minimise)
        box.addWidget(self._capture)
        box.addWidget(label(self.tr("Windows and macOS only; on Linux no program can do it."), "hint", wrap=True))
        box.addWidget(self._folder)
        self.show_settings(settings)
        self._theme.activated.connect(self._change)
        for number in (self._text, self._line, self._lock):
            number.valueChanged.connect(self._change)
        self._minimise.clicked.connect(self._change)
        self._capture.clicked.connect(self._change)
        self._folder.clicked.connect(self._change)

    def show_settings(self, settings: Settings) -> None:
        """Show ``settings`` without saying that they changed."""
        self.blockSignals(True)
        self._settings = settings
        self._theme.setCurrentIndex(self._theme.findData(settings.theme))
        self._text.setValue(settings.text_px)
        self._line.setValue(settings.line_percent)
        self._lock.setValue(settings.lock_after_min)
        self._minimise.setChecked(settings.lock_on_minimise)
        self._capture.setChecked(settings.block_capture)
        self._folder.setChecked(settings.show_folder_when_locked)
        self.blockSignals(False)

    def _change(self) -> None:
        if self.signalsBlocked():
            return
        self._settings = replace(
            self._settings,
            theme=str(self._theme.currentData()),
            text_px=self._text.value(),
            line_percent=self._line.value(),
            lock_after_min=self._lock.value(),
            lock_on_minimise=self._minimise.isChecked(),
            block_capture=self._capture.isChecked(),
            show_folder_when_locked=self._folder.isChecked(),
        )
        self.changed.emit(self._settings)


def _number(least: int, most: int, step: int, unit: str) -> QSpinBox:
    made = QSpinBox()
    made.setRange(least, most)
    made.setSingleStep(step)
    made.setSuffix(unit)
    # the style sheet's padding does not reach the field inside
    made.lineEdit().setTextMargins(7, 0, 0, 0)
    # a value half typed must not relay the whole window
    made.setKeyboardTracking(False)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
