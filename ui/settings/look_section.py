"""How it looks and how one writes: theme, text, font, spacing, quotation marks, names."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from journal.settings import Settings
from ui.settings.fields import choice, number, settings_rows
from ui.widgets.choice_words import worded
from ui.widgets.parts import column, label


class LookSection(QWidget):
    """``changed`` carries new settings."""

    changed = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme: QComboBox = choice(
            (self.tr("As the system"), "system"), (self.tr("Light"), "light"), (self.tr("Dark"), "dark")
        )
        self._font: QComboBox = choice(
            (self.tr("Serif (Source Serif 4)"), "serif"),
            (self.tr("Sans (Inter)"), "sans"),
            (self.tr("The system’s own"), "system"),
        )
        self._text = number(12, 40, 1, " px")
        self._line = number(110, 240, 10, " %")
        self._quotes, self._names = QCheckBox(), QCheckBox()
        box = column(self, spacing=10)
        box.addLayout(
            settings_rows(
                (self.tr("&Theme"), self._theme),
                (self.tr("Text &size"), self._text),
                (self.tr("Font to &write in"), self._font),
                (self.tr("&Line spacing"), self._line),
            )
        )
        box.addSpacing(2)
        box.addLayout(worded(self._quotes, self.tr("Turn straight quotation marks into curly ones while I write")))
        box.addWidget(
            label(self.tr("Two hyphens become a dash with it. Undo brings the plain ones back."), "hint", wrap=True)
        )
        box.addSpacing(2)
        box.addLayout(worded(self._names, self.tr("Underline likely names while I write")))
        box.addWidget(
            label(
                self.tr(
                    "A quiet line of dots, so that a code can stand there instead. It misses some names and marks some "
                    "words that are none; a blog draft is reviewed all the same."
                ),
                "hint",
                wrap=True,
            )
        )
        self.show_settings(settings)
        for chosen in (self._theme, self._font):
            chosen.activated.connect(self._change)
        for counted in (self._text, self._line):
            counted.valueChanged.connect(self._change)
        for ticked in (self._quotes, self._names):
            ticked.clicked.connect(self._change)

    def show_settings(self, settings: Settings) -> None:
        """Show ``settings`` without saying that they changed."""
        self.blockSignals(True)
        self._settings = settings
        self._theme.setCurrentIndex(self._theme.findData(settings.theme))
        self._font.setCurrentIndex(self._font.findData(settings.writing_font))
        self._text.setValue(settings.text_px)
        self._line.setValue(settings.line_percent)
        self._quotes.setChecked(settings.smart_quotes)
        self._names.setChecked(settings.name_hints)
        self.blockSignals(False)

    def _change(self) -> None:
        if self.signalsBlocked():
            return
        self._settings = self._settings._replace(
            theme=str(self._theme.currentData()),
            writing_font=str(self._font.currentData()),
            text_px=self._text.value(),
            line_percent=self._line.value(),
            smart_quotes=self._quotes.isChecked(),
            name_hints=self._names.isChecked(),
        )
        self.changed.emit(self._settings)
