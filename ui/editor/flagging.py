"""Flagging for supervision while one writes: the selected sentence, or the entry where nothing is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from journal.model import AgendaFlag
from ui.editor.flags import flag_of, followed
from ui.editor.saving import Autosave
from ui.editor.writing_edit import WritingEdit


class Flagging(QObject):
    """Keeps the flags of the entry on the page.

    ``flagged`` carries the id of one once the entry was stored with it, and whether it is new; ``taken_back`` says that
    the entry was stored without it; ``unwritten`` that there was nothing to flag.
    """

    flagged = Signal(object, bool)
    taken_back = Signal()
    unwritten = Signal()

    def __init__(
        self, edit: WritingEdit, autosave: Autosave, new_id: Callable[[], UUID], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._edit, self._autosave, self._new_id = edit, autosave, new_id
        self._flags: tuple[AgendaFlag, ...] = ()

    def show_flags(self, flags: Sequence[AgendaFlag]) -> None:
        """The flags of another entry."""
        self._flags = tuple(flags)

    def flags(self, text: str) -> tuple[AgendaFlag, ...]:
        """All of them, where their words stand in ``text`` now."""
        self._flags = followed(self._flags, text)
        return self._flags

    def flag(self) -> None:
        """Flag what is selected and store the entry with it; the flag that lies over the same words already is it."""
        if not self._edit.isEnabled():
            return
        text = self._edit.text()
        made = flag_of(self._new_id(), text, *self._edit.selection())
        there = [flag for flag in self.flags(text) if replace(flag, id=made.id, note="") == made]
        self._store(there[-1] if there else made, new=not there)

    def flag_anew(self, id: UUID) -> None:
        """Flag the words of a flag once more, whose matter was heard or is gone; not if its entry was left since."""
        lies = next((flag for flag in self.flags(self._edit.text()) if flag.id == id), None)
        if lies is not None and self._edit.isEnabled():
            self._store(replace(lies, id=self._new_id(), note=""), new=True)

    def take_back(self, id: UUID) -> None:
        """Store the entry without a flag; nothing to do if it was left since."""
        if all(flag.id != id for flag in self._flags):
            return
        self._flags = tuple(flag for flag in self._flags if flag.id != id)
        self._autosave.touched()

        def answered(error: Exception | None) -> None:
            if error is None:
                self.taken_back.emit()

        self._autosave.flush(answered)

    def hold(self, entry_id: UUID | None, flag: AgendaFlag) -> None:
        """The store has this flag of an entry, put back after it was taken back: the next save is not to drop it."""
        if flag.anchor and entry_id == self._autosave.entry_id and all(one.id != flag.id for one in self._flags):
            self._flags = (*self._flags, flag)

    def _store(self, flag: AgendaFlag, *, new: bool) -> None:
        if new:
            self._flags = (*self._flags, flag)
            self._autosave.touched()

        def answered(error: Exception | None) -> None:
            if error is not None:
                return
            if self._autosave.entry_id is None:
                # an empty entry is not stored
                self._flags = ()
                self.unwritten.emit()
                return
            self.flagged.emit(flag.id, new)

        self._autosave.flush(answered)
