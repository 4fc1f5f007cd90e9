"""The offer to take back what was just put into the trash, in the line at the top."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from ui.jobs import Lane, Work
from ui.widgets.banner import Banner

#: Long enough to notice a slip and to reach for the button.
_OFFERED_S = 12


class Trash(Protocol):
    """The part of ``OpenJournal`` that is asked; called on the vault lane."""

    def untrash(self, entry_id: UUID) -> None:
        """Take an entry out of the trash."""


class TakingBack(QObject):
    """``taken_back`` carries the entry that is there again, ``failed`` the error."""

    taken_back = Signal(object)
    failed = Signal(object)

    def __init__(self, trash: Trash, lane: Lane, banner: Banner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trash, self._lane, self._banner = trash, lane, banner
        self._said = self.tr("Moved to the trash.")
        self._entry_id: UUID | None = None
        banner.acted.connect(self.take_back)

    def offer(self, entry_id: UUID) -> None:
        """Say that the entry is in the trash, and offer to take it back."""
        self._entry_id = entry_id
        self._banner.say(self._said, look="calm", action=self.tr("Undo"), for_s=_OFFERED_S)

    def take_back(self) -> None:
        """Take back what is offered, if the line at the top still offers it."""
        if self._banner.words != self._said:
            return
        entry_id, self._entry_id = self._entry_id, None
        self._banner.hide()
        if entry_id is not None:
            self._lane.run(
                lambda: self._trash.untrash(entry_id),
                owner=self,
                done=lambda _: self.taken_back.emit(entry_id),
                failed=self.failed.emit,
                work=Work.WRITE,
            )
