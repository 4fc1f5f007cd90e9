"""The composition root: the only file that makes the pages one sees first, and hands them what they need."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QSplitter

from journal.ids import new_id
from journal.open_journal import OpenJournal
from journal.practice.prompts import Library, load_library
from ui.app import Pages
from ui.editor.editor_page import EditorPage
from ui.editor.sheet import Sheet
from ui.editor.side_panel import SidePanel
from ui.session import Session
from ui.timeline.timeline_page import TimelinePage
from ui.today.today_page import TodayPage

#: In the order in which they need each other; each takes less than 20 ms.
_PARTS = ("split", "timeline", "sheet", "side", "editor", "pages", "today")


def today() -> dt.date:
    """The day in the person's own calendar."""
    return dt.datetime.now().astimezone().date()


class Awaited:
    """Stands for a journal that is not open yet; once it is, each question goes to it.

    The library of prompts is the program's own, and there before.
    """

    def __init__(self, library: Library | None = None) -> None:
        self._journal: OpenJournal | None = None
        if library is not None:
            self.library = library

    def become(self, journal: OpenJournal) -> None:
        """It is open now."""
        self._journal = journal

    def __getattr__(self, name: str) -> Any:
        if self._journal is None:
            raise RuntimeError(f"{name} was asked of a locked journal")
        return getattr(self._journal, name)


class Building:
    """The pages of a journal that is still locked, made in steps that no key has to wait for.

    What they ask, they ask of the journal that ``finish`` is given.
    """

    def __init__(self, session: Session) -> None:
        self._session, self._library = session, load_library()
        self._awaited = Awaited(self._library)
        self._journal = cast(OpenJournal, self._awaited)

    def steps(self) -> Iterator[Callable[[], object]]:
        """What there is to do, in order; each is done once, here or by the step that needs it."""
        return (partial(getattr, self, part) for part in _PARTS)

    @cached_property
    def split(self) -> QSplitter:
        """List and sheet side by side, in its place before it is shown: to move it would mean to style it anew."""
        made = QSplitter(Qt.Orientation.Horizontal)
        made.setHandleWidth(1)
        made.setChildrenCollapsible(False)
        # it bounds no size of the window until it is seen
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._session.window.stack.addWidget(made)
        return made

    @cached_property
    def timeline(self) -> TimelinePage:
        """The list."""
        kinds = {kind.id: kind.name for kind in self._library.kinds}
        session, split = self._session, self.split
        made = TimelinePage(session.look, self._journal, session.vault, kinds=kinds, today=today, parent=split)
        split.addWidget(made)
        return made

    @cached_property
    def sheet(self) -> Sheet:
        """What one writes on."""
        return Sheet(self._session.look, self._journal, self._session.vault, self._library)

    @cached_property
    def side(self) -> SidePanel:
        """What stands beside it."""
        return SidePanel(self._session.look, self._library, self._journal, self._session.vault)

    @cached_property
    def editor(self) -> EditorPage:
        """Both together."""
        session, split = self._session, self.split
        made = EditorPage(
            session.look,
            self._journal,
            session.vault,
            self._library,
            scan=session.scan,
            today=today,
            new_id=new_id,
            sheet=self.sheet,
            side=self.side,
            parent=split,
        )
        split.addWidget(made)
        split.setStretchFactor(1, 1)
        return made

    @cached_property
    def pages(self) -> Pages:
        """All of it."""
        return Pages(self._session, self._journal, split=self.split, timeline=self.timeline, editor=self.editor)

    @cached_property
    def today(self) -> TodayPage:
        """Where one begins: the page that is shown first, unless one was somewhere else."""
        return self.pages.practising.today

    def finish(self, journal: OpenJournal) -> Pages:
        """The pages of ``journal``."""
        self._awaited.become(journal)
        return self.pages
