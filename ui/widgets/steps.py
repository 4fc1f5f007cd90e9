"""Where one is in a few steps: a bar for each, and the present one in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.parts import column, label, row, set_look


class Steps(QWidget):
    """Bars side by side with "Step 2 of 5: Passphrase" below; the words alone say all."""

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = tuple(names)
        self._bars = [QFrame() for _ in self._names]
        self._words = label("", "hint")
        for bar in self._bars:
            bar.setProperty("look", "step")
        box = column(self, spacing=7)
        box.addLayout(row(*self._bars, spacing=5))
        box.addWidget(self._words)
        self.show_step(0)

    def show_step(self, at: int) -> None:
        """Show that step ``at``, from 0, is the present one."""
        for number, bar in enumerate(self._bars):
            set_look(bar, "step-done" if number <= at else "step")
        place = self.tr("Step %1 of %2").replace("%1", str(at + 1)).replace("%2", str(len(self._names)))
        self._words.setText(f"{place} · {self._names[at]}")

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()
