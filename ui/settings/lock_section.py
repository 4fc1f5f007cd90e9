"""When it locks, and what is seen of it from outside."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from journal.settings import Settings
from ui.settings.fields import number, settings_rows
from ui.widgets.choice_words import worded
from ui.widgets.parts import column, label


class LockSection(QWidget):
    """``changed`` carries new settings."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._lock = number(1, 60, 1, self.tr(" min"))
        self._minimise, self._folder, self._capture = QCheckBox(), QCheckBox(), QCheckBox()
        box = column(self, spacing=10)
        box.addLayout(settings_rows((self.tr("Lock after, &without a key or a movement"), self._lock)))
        box.addWidget(
            label(
                self.tr(
                    "It also locks when the screen locks, when the computer sleeps and when another person signs in. "
                    "What you wrote is saved first, and you come back to the same place."
                ),
                "hint",
                wrap=True,
            )
        )
        box.addSpacing(2)
        for choice, words in (
            (self._minimise, self.tr("Lock when the window is minimised")),
            (self._folder, self.tr("Show the folder’s name on the unlock page")),
            (self._capture, self.tr("Keep out of screenshots and screen sharing")),
        ):
            box.addLayout(worded(choice, words))
        box.addWidget(label(self.tr("Windows and macOS only; on Linux no program can do it."), "hint", wrap=True))
        self.show_settings(settings)
        self._lock.valueChanged.connect(self._change)
        for one in (self._minimise, self._capture, self._folder):
            one.clicked.connect(self._change)

    def show_settings(self, settings: Settings) -> None:
        """Show ``settings`` without saying that they changed."""
        self.blockSignals(True)
        self._settings = settings
        self._lock.setValue(settings.lock_after_min)
        self._minimise.setChecked(settings.lock_on_minimise)
        self._capture.setChecked(settings.block_capture)
        self._folder.setChecked(settings.show_folder_when_locked)
        self.blockSignals(False)

    def _change(self) -> None:
        if self.signalsBlocked():
            return
        self._settings = self._settings._replace(
            lock_after_min=self._lock.value(),
            lock_on_minimise=self._minimise.isChecked(),
            block_capture=self._capture.isChecked(),
            show_folder_when_locked=self._folder.isChecked(),
        )
        self.changed.emit(self._settings)
