"""What is made before anybody unlocks: the session with its first page. The rest of the program is imported behind it.

The pages of a journal, the engine and the anonymiser take longer to import than Qt, and the first page needs none of
them: they are imported on a lane once that page is painted, while the passphrase is typed (docs/performance.md).
"""

from __future__ import annotations

import gc
import importlib
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from journal.paths import Places
from ui.behind import Behind
from ui.crash import CrashReporter
from ui.jobs import Lane
from ui.main_window import PARTS
from ui.session import OpenPages, Session, Start

if TYPE_CHECKING:
    from journal.open_journal import OpenJournal
    from ui.building import Building
    from ui.relaunch import Handover
    from ui.system_events import SystemEvents

#: What unlocking and the first screen need, in the order in which they do.
BEFORE_UNLOCK = ("journal.unlocking", "ui.keeping", "ui.idle", "ui.system_events", "ui.building", "ui.today.today_page")
#: What is wanted a while later: the other places, reviewing, exporting, settings.
AFTER_UNLOCK = (
    "ui.supervision.supervision_page",
    "ui.wellbeing.wellbeing_page",
    "ui.looking_back.looking_back_page",
    "ui.learning.learning_page",
    "ui.prompts.prompts_page",
    "ui.review.posts_page",
    "journal.anonymise.review",
    "journal.export.save",
    "ui.review.review_page",
    "ui.settings.settings_page",
    "ui.export.export_dialog",
)
#: Long enough for the window to be painted and answer its first keys; a passphrase takes longer to type.
_MUCH_LATER_MS = 1_500


def make_session(
    app: QApplication,
    places: Places,
    start: Start,
    *,
    replace: Callable[[Handover], None] | None = None,
    events: Callable[[int], SystemEvents] | None = None,
    reporter: CrashReporter | None = None,
    first: Sequence[Callable[[], object]] = (),
) -> Session:
    """The whole program but its event loop. ``first`` is done as soon as the first page was painted."""
    ahead = _Ahead()
    session = Session(app, places, start, build=ahead.pages, replace=replace, events=events, reporter=reporter)
    parts = [partial(getattr, session.window, part) for part in PARTS]
    ahead.behind = Behind(session.window, [*first, *parts, session.furnish, lambda: ahead.begin(session)])
    return session


class _Ahead:
    """Makes the pages of a journal while its passphrase is typed, or all at once where there was no time."""

    def __init__(self) -> None:
        self._building: Building | None = None
        self.behind: Behind | None = None

    def begin(self, session: Session) -> None:
        """Import on a lane what they are made of, then make them in steps."""

        def imported(_: object) -> None:
            if self._building is None and self.behind is not None:
                self.behind.add(chain(self._built(session).steps(), (keep_what_is_there,)))

        _import_all(session.scan, session, BEFORE_UNLOCK)
        session.scan.run(_load_library, owner=session, done=imported)

    def pages(self, session: Session, journal: OpenJournal) -> OpenPages:
        """The pages of ``journal``."""
        made = self._built(session).finish(journal)

        def imported(_: object) -> None:
            if self.behind is not None:
                self.behind.add(made.ahead())

        def go_on() -> None:
            _import_all(session.scan, session, AFTER_UNLOCK)
            session.scan.run(lambda: None, owner=session, done=imported)

        QTimer.singleShot(_MUCH_LATER_MS, session, go_on)
        return made

    def _built(self, session: Session) -> Building:
        if self._building is None:
            from ui.building import Building  # noqa: PLC0415 - the pages are not needed before there is a journal

            self._building = Building(session)
        return self._building


def _load_library() -> None:
    from journal.practice.prompts import load_library  # noqa: PLC0415

    load_library()


def _import_all(lane: Lane, owner: QObject, modules: Sequence[str]) -> None:
    """Import them on ``lane``, one call each, so that whoever needs the lane waits for one at most."""
    for module in modules:
        lane.run(lambda name=module: _import(name), owner=owner)  # type: ignore[misc]


def _import(name: str) -> None:
    importlib.import_module(name)
    keep_what_is_there()


def keep_what_is_there() -> None:
    """Leave what was imported and made to last out of every later collection, which holds all threads up.

    With the modules of an open journal, 70,000 objects, one takes 30 to 90 ms. ``Session.stop`` takes it back. Nothing
    is collected before: a lane would hand widgets over for deletion that their parents may have deleted by then.
    """
    gc.freeze()
