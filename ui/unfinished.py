"""What is typed in a form when the journal locks: kept as a row behind the last save, offered again on return.

And what is typed in one that is left by Escape or Cancel: nobody is asked, it can be taken up again for a while. That
is kept in memory alone, and gone when the journal locks.

Locking waits for none of it: the row is one more write in the queue that the lock stands behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from journal.practice.unfinished import KEY, Unfinished, packed, unpacked
from ui.jobs import Lane, Work
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from journal.open_journal import OpenJournal


#: Long enough to notice a slip and to reach for the button.
_OFFERED_S = 20


class UnfinishedForms(QObject):
    """``taken_up`` carries an ``Unfinished`` that is to be opened again."""

    taken_up = Signal(object)

    def __init__(self, journal: OpenJournal, lane: Lane, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._journal, self._lane, self._banner = journal, lane, banner
        self._offered = ""
        self._left: Unfinished | None = None
        self._while = QTimer(self)
        self._while.setSingleShot(True)
        self._while.setInterval(_OFFERED_S * 1000)
        self._while.timeout.connect(self._forget)
        banner.acted.connect(self._take_up)

    def keep(self) -> None:
        """Store what the open forms say, where it is more than what they began with."""
        tops = QApplication.topLevelWidgets()
        found = [form for top in tops if (ask := getattr(top, "unfinished", None)) is not None and (form := ask())]
        if found:
            journal = self._journal
            # what was not taken up yet stays
            self._lane.run(
                lambda: journal.set_value(KEY, packed((*unpacked(journal.value(KEY)), *found))),
                owner=self,
                work=Work.WRITE,
            )

    def offer(self) -> None:
        """Say that there is one, if there is."""
        journal = self._journal
        self._lane.run(lambda: unpacked(journal.value(KEY)), owner=self, topic="unfinished", done=self._say)

    def let_go(self, form: Unfinished) -> None:
        """A form was left that said more than it began with: offer it."""
        self._left = form
        self._while.start()
        self._offered = self.tr("Not stored: %1.").replace("%1", self._words().get(form.kind, ""))
        self._banner.say(self._offered, look="calm", action=self.tr("Take it up again"), for_s=_OFFERED_S)

    def take_back(self) -> bool:
        """Take up the form that was just left, if the line at the top still offers it."""
        if self._left is None or self._banner.words != self._offered:
            return False
        self._take_up()
        return True

    def empty(self) -> None:
        """Drop what a form said that was left; part of locking."""
        self._while.stop()
        self._forget()

    def _forget(self) -> None:
        self._left = None

    def _say(self, forms: tuple[Unfinished, ...]) -> None:
        if forms:
            words = self.tr("The journal locked over a form that was not stored: %1. What you typed is kept.")
            self._left = None
            self._offered = words.replace("%1", self._words().get(forms[-1].kind, ""))
            self._banner.say(self._offered, look="calm", action=self.tr("Take it up again"))

    def _take_up(self) -> None:
        # the banner may have said something else since
        if not self._offered or self._banner.last_said != self._offered:
            return
        self._offered = ""
        self._banner.hide()
        left, self._left = self._left, None
        if left is not None:
            self._open(left)
            return
        journal = self._journal

        def taken() -> Unfinished | None:
            *rest, last = unpacked(journal.value(KEY)) or (None,)
            journal.set_value(KEY, packed([form for form in rest if form is not None]))
            return last

        self._lane.run(taken, owner=self, done=self._open, work=Work.WRITE)

    def _open(self, form: Unfinished | None) -> None:
        if form is not None:
            self.taken_up.emit(form)
            # another form may lie below it
            self.offer()

    def _words(self) -> dict[str, str]:
        return {
            "session": self.tr("a supervision session"),
            "matter": self.tr("a matter for supervision"),
            "heard": self.tr("what came back from supervision"),
            "check_in": self.tr("a check-in"),
            "activity": self.tr("a learning activity"),
            "arrangement": self.tr("your arrangement of supervision"),
            "expectation": self.tr("an expectation of a body"),
            "client_hours": self.tr("hours with clients"),
            "signpost": self.tr("where to find help"),
            "event": self.tr("something that happened"),
            "account": self.tr("a reflective account"),
            "plan": self.tr("your early signs"),
            "note": self.tr("what you said later"),
            "closing": self.tr("the end of a day"),
            "thread": self.tr("a thread"),
            "template": self.tr("a template of your own"),
        }
