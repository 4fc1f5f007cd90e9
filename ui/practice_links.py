"""Between the editor and the practice side: what one of them asks of the other."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from journal.model import AgendaFlag
from journal.practice_model import AgendaItem, LaterNote, Template
from ui.editor.editor_page import EditorPage
from ui.practising import Practising, today
from ui.session import Session
from ui.timeline.timeline_page import TimelinePage

#: The hints are for entries under a model: the first page does not wait for them.
_HINTS_MS = 300


class PracticeLinks(QObject):
    """``show`` goes to a place; ``write_from`` and ``open_post`` are the composition root's own ways."""

    def __init__(
        self,
        session: Session,
        editor: EditorPage,
        timeline: TimelinePage,
        practising: Practising,
        *,
        show: Callable[[str], None],
        write_from: Callable[[str, str, str], None],
        open_post: Callable[[UUID], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._editor, self._practising, self._show = session, editor, practising, show
        practising.new_asked.connect(self._new_of)
        practising.write_asked.connect(write_from)
        practising.model_chosen.connect(self._write_under)
        practising.opened.connect(self._read)
        practising.post_made.connect(open_post)
        practising.place_asked.connect(show)
        practising.lock_asked.connect(session.lock)
        practising.agenda_read.connect(editor.agenda.show_items)
        practising.hints_read.connect(editor.hints.set_hints)
        practising.notes_read.connect(editor.notes.show_notes)
        editor.flagging.flagged.connect(lambda *_: practising.read_agenda())
        editor.flagging.flagged.connect(practising.flagged.bring)
        editor.flagging.unwritten.connect(lambda: session.say(self.tr("Write something first.")))
        editor.flagging.taken_back.connect(practising.read_agenda)
        practising.flagged.anew_asked.connect(editor.flagging.flag_anew)
        practising.flagged.refused.connect(editor.flagging.take_back)
        practising.matter_stored.connect(self._hold_flag)
        # a mere flag goes into the trash with its entry, and comes back with it; and the page was emptied
        for moved in (editor.entry_trashed, editor.entry_gone):
            moved.connect(lambda _id: practising.read_agenda())
        editor.agenda.opened.connect(practising.show_agenda)
        editor.entry_shown.connect(practising.read_notes)
        editor.notes.edit_asked.connect(practising.ask_note)
        editor.notes.add_asked.connect(self._say_to_entry)
        editor.head.threads_asked.connect(lambda: self._with_entry(practising.ask_threads))
        editor.head.leave_out_asked.connect(lambda: self._with_entry(practising.leave_out))
        timeline.saved.chosen.connect(timeline.take_up)
        timeline.saved.keep_asked.connect(lambda: practising.ask_keep(timeline.present))
        timeline.saved.removed.connect(practising.forget_filter)
        practising.filters_read.connect(timeline.saved.show_saved)
        actions = session.window.actions_by_id
        actions["new_model"].triggered.connect(self._new_from_model)
        actions["end_day"].triggered.connect(self._end_day)
        actions["bring"].triggered.connect(editor.flagging.flag)

    def begin(self) -> None:
        """Read the hints of models and the names of filters, shortly after the first page."""
        QTimer.singleShot(_HINTS_MS, self, self._read_behind)

    def _read_behind(self) -> None:
        self._practising.read_hints()
        self._practising.read_filters()
        self._practising.offer_unfinished()

    def _new_of(self, kind: str) -> None:
        self._show("journal")
        self._editor.new_entry(kind)

    def _new_from_model(self) -> None:
        self._practising.ask_model(self._editor.meta.kind)

    def _write_under(self, kind: str, template: Template) -> None:
        self._show("journal")
        self._editor.leave(lambda: self._editor.begin_under(kind, template))

    def _read(self, entry_id: UUID) -> None:
        self._show("journal")
        self._editor.open_entry(entry_id)

    def _hold_flag(self, item: AgendaItem) -> None:
        # a form that was cancelled and taken up again: its flag is back in the store, not on the page
        if item.id is not None:
            self._editor.flagging.hold(item.entry_id, AgendaFlag(item.id, item.start, item.end, item.anchor))

    def _end_day(self) -> None:
        self._show("today")
        self._practising.today.end_day()

    def _say_to_entry(self) -> None:
        self._with_entry(lambda entry_id: self._practising.ask_note(LaterNote(None, entry_id, today(), "")))

    def _with_entry(self, call: Callable[[UUID], None]) -> None:
        entry_id = self._editor.entry_id
        if entry_id is None:
            self._session.say(self.tr("Write something first."))
        else:
            call(entry_id)
