"""What is made before anybody unlocks: the session with its first page. The rest of the program is imported behind it.

The pages of a journal, the engine and the anonymiser take longer to import than Qt, and the first page needs none of
them: they are imported on a lane once that page is painted, while the passphrase is typed (docs/performance.md).
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from functools import partial
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
    from ui.relaunch import Handover
    from ui.system_events import SystemEvents

#: What unlocking and the first screen need, in the order in which they do.
BEFORE_UNLOCK = ("journal.unlocking", "ui.app")
#: What is wanted minutes later: reviewing, exporting, settings.
AFTER_UNLOCK = ("journal.anonymise.review", "journal.export.save", "ui.review.review_page", "ui.settings.settings_page")
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
    session = Session(app, places, start, build=_pages, replace=replace, events=events, reporter=reporter)
    parts = [partial(getattr, session.window, part) for part in PARTS]
    bring = partial(_import_behind, session.scan, session, BEFORE_UNLOCK, 0)
    Behind(session.window, [*first, *parts, session.furnish, bring])
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
