"""Whether the whole journal can be read: checked now, and when that was last done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from journal.errors import Interrupted
from journal.model import CheckResult, JournalFacts
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.settings.fields import fold
from ui.settings.store import SettingsStore
from ui.widgets.backup_chooser import date_words
from ui.widgets.parts import button, column, label, row
from ui.widgets.said import Said


class CheckSection(QWidget):
    """Reads every page, every row and the search index; locking does not wait for it."""

    said = Signal(object)

    def __init__(self, store: SettingsStore, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._lane = store, lane
        self._working = False
        self._last = label("", "second", wrap=True)
        self._damage = Said()
        self._now = button(self.tr("Check the whole journal now"))
        box = column(self, spacing=10)
        box.addWidget(
            label(
                self.tr("Reads every page, every entry and the search index, and changes nothing."), "second", wrap=True
            )
        )
        self._line = row(self._last, self._now)
        self._line.setStretch(0, 1)
        self._line.setAlignment(self._now, Qt.AlignmentFlag.AlignLeft)
        box.addLayout(self._line)
        box.addWidget(self._damage)
        self._now.clicked.connect(self.check)

    def changeEvent(self, event: QEvent) -> None:
        """Qt: the button stands beside the words as long as they have room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            fold(self._line, self.fontMetrics())

    def load(self) -> None:
        """Ask when it was last checked."""
        self._lane.run(self._store.facts, owner=self, topic="checked", done=self._show, failed=self._failed)

    def check(self) -> None:
        """Check now."""
        if self._working:
            return
        # not switched off meanwhile: that would send the keyboard on to the next control, for good
        self._working = True
        self._now.setText(self.tr("Checking…"))
        self._damage.setText("")
        # a read to the lane: it can be interrupted
        self._lane.run(self._store.verify, owner=self, done=self._checked, failed=self._not_checked)

    def _show(self, facts: JournalFacts) -> None:
        last = date_words(facts.last_check_at, self.tr("never yet"))
        self._last.setText(self.tr("Last found whole: %1").replace("%1", last))

    def _checked(self, found: CheckResult) -> None:
        self._again()
        if found.ok:
            self.said.emit(self.tr("The whole journal was read, and all of it is sound."))
            self.load()
            return
        where = self.tr(" (page %1)").replace("%1", str(found.page)) if found.page else ""
        self._damage.setText(
            self.tr(
                "Part of this journal cannot be read%1. Nothing was changed. Restore the newest backup that opens; "
                "what is here now is kept beside it."
            ).replace("%1", where)
        )

    def _not_checked(self, error: Exception) -> None:
        self._again()
        if not isinstance(error, Interrupted):
            self._failed(error)

    def _again(self) -> None:
        self._working = False
        self._now.setText(self.tr("Check the whole journal now"))

    def _failed(self, error: Exception) -> None:
        self.said.emit(error_words(error))
