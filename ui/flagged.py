"""From a flagged sentence to its matter: the dialog that asks why, what is wanted and how soon."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from journal.errors import NotFound
from journal.practice_model import AgendaItem
from ui.jobs import Lane

if TYPE_CHECKING:
    from journal.open_journal import OpenJournal
    from ui.supervision.facts import Codes
    from ui.supervision.supervision_page import SupervisionPage


class Flagged(QObject):
    """``refused`` carries the id of a new flag that was not to be; ``anew_asked`` that of one whose matter was heard or
    is gone, so that another is wanted over the same words.

    ``page`` gives the supervision page, made where it is not there yet.
    """

    refused = Signal(object)
    anew_asked = Signal(object)

    def __init__(
        self,
        journal: OpenJournal,
        vault: Lane,
        page: Callable[[], SupervisionPage],
        failed: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._journal, self._vault, self._page, self._failed = journal, vault, page, failed

    def bring(self, flag_id: UUID, new: bool) -> None:
        """The entry was stored with the flag. Whoever cancels did not flag it, unless it was there before."""
        # the page imports it anyway, and is made late
        from ui.supervision.facts import codes_of  # noqa: PLC0415

        journal = self._journal

        def read() -> tuple[AgendaItem, Codes]:
            item = journal.practice.agenda_item(flag_id)
            if new and item.entry_id is not None:
                people = {link.name_id for link in journal.entry(item.entry_id).people}
                item = replace(item, about=people.pop() if len(people) == 1 else None)
            return item, codes_of(journal)

        def failed(error: Exception) -> None:
            if isinstance(error, NotFound) and not new:
                # its matter was taken off the agenda, which the text on the page has not heard of
                self.anew_asked.emit(flag_id)
            else:
                self._failed(error)

        self._vault.run(read, owner=self, done=lambda found: self._ask(found[0], found[1], new), failed=failed)

    def _ask(self, item: AgendaItem, codes: Codes, new: bool) -> None:
        if not new and item.closed_on is not None:
            self.anew_asked.emit(item.id)
            return
        dialog = self._page().bring(item, codes=codes)
        if new:
            # cancelling does that
            dialog.remove.hide()
            dialog.rejected.connect(lambda: self.refused.emit(item.id))
