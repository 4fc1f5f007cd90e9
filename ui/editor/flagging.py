"""Flagging for supervision while one writes: the selected sentence, or the entry where nothing is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from journal.model import AgendaFlag
from ui.editor.flags import flag_of, followed
from ui.editor.saving import Autosave
from ui.editor.writing_edit import WritingEdit


class Flagging(QObject):
    """Keeps the flags of the entry on the page. ``flagged`` carries the id of one once the entry was stored with it."""

    flagged = Signal(object)

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
        """Flag what is selected and store the entry with it."""
        if not self._edit.isEnabled():
            return
        made = flag_of(self._new_id(), self._edit.text(), *self._edit.selection())
        self._flags = (*self._flags, made)
        self._autosave.touched()

        def answered(error: Exception | None) -> None:
            if error is None:
                self.flagged.emit(made.id)

        self._autosave.flush(answered)
