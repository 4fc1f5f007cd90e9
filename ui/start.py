"""What is made before anybody unlocks: the session with its first page. The rest of the program is imported behind it.

The pages of a journal, the engine and the anonymiser take longer to import than Qt, and the first page needs none of
them: they are imported on a lane once that page is painted, while the passphrase is typed (docs/performance.md).
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from journal.paths import Places
from ui.crash import CrashReporter
from ui.jobs import Lane
from ui.relaunch import Handover, replace_process
from ui.session import OpenPages, Session, Start
from ui.system_events import SystemEvents, system_events

if TYPE_CHECKING:
    from journal.open_journal import OpenJournal

#: What unlocking and the first screen need, in the order in which they do.
BEFORE_UNLOCK = ("journal.unlocking", "ui.app")
#: What is wanted minutes later: reviewing, exporting, settings.
AFTER_UNLOCK = ("journal.anonymise.review", "journal.export.save", "ui.review.review_page", "ui.settings.settings_page")
#: Long enough for the window to be painted and answer its first keys; a passphrase takes longer to type.
_BEHIND_MS = 250
_MUCH_LATER_MS = 1_500


def make_session(
    app: QApplication,
    places: Places,
    start: Start,
    *,
    replace: Callable[[Handover], None] = replace_process,
    events: Callable[[int], SystemEvents] = system_events,
    reporter: CrashReporter | None = None,
) -> Session:
    """The whole program but its event loop."""
    session = Session(app, places, start, build=_pages, replace=replace, events=events, reporter=reporter)
    _import_behind(session.scan, session, BEFORE_UNLOCK, _BEHIND_MS)
    return session


def _pages(session: Session, journal: OpenJournal) -> OpenPages:
    from ui.app import Pages  # noqa: PLC0415 - the pages are not needed before there is a journal

    _import_behind(session.scan, session, AFTER_UNLOCK, _MUCH_LATER_MS)
    return Pages(session, journal)


def _import_behind(lane: Lane, owner: QObject, modules: Sequence[str], after_ms: int) -> None:
    """Import them on ``lane``, one call each, so that whoever needs the lane waits for one at most."""

    def begin() -> None:
        for module in modules:
            lane.run(lambda name=module: importlib.import_module(name), owner=owner)  # type: ignore[misc]

    QTimer.singleShot(after_ms, owner, begin)
