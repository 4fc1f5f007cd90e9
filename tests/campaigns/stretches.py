"""How long each step of a day holds the window up: unlocking, pages, dialogs, another theme, locking.

``python -m tests.campaigns.stretches`` prints, for each step, its longest stretch without the event loop, in ms of wall
clock and of the GUI thread's own processor time (on a busy machine the second is the honest one), over the sample's
year, in a new process: what is imported when it is first wanted counts. ``--only WORD`` prints those steps alone and
``--profile`` what their longest stretch was made of.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import os
import pstats
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tests.campaigns.driven import Driven

LIMIT_MS = 50.0


@dataclass(slots=True)
class Stretches:
    """The longest stretch of each step: one turn of the event loop, or the call that began the step."""

    app: QApplication
    only: str = ""
    profiled: bool = False
    worst: dict[str, tuple[float, float]] = field(default_factory=dict)
    made_of: dict[str, str] = field(default_factory=dict)
    _about: str = ""

    @contextmanager
    def during(self, about: str) -> Iterator[None]:
        """What is done and turned meanwhile counts for ``about``."""
        former, self._about = self._about, about
        yield
        self._about = former

    def do(self, call: Callable[[], object]) -> Any:
        """One stretch."""
        wanted = self.profiled and self.only and self.only in self._about
        # of this thread alone: other programs, and the lanes, would be counted else
        profile = cProfile.Profile(time.thread_time) if wanted else None
        wall, processor = time.perf_counter(), time.thread_time()
        done = profile.runcall(call) if profile is not None else call()
        took = (time.thread_time() - processor) * 1000, (time.perf_counter() - wall) * 1000
        if took > self.worst.get(self._about, (0.0, 0.0)):
            self.worst[self._about] = took
            if profile is not None:
                said = io.StringIO()
                pstats.Stats(profile, stream=said).sort_stats("cumulative").print_stats(45)
                pstats.Stats(profile, stream=said).sort_stats("tottime").print_stats(25)
                self.made_of[self._about] = said.getvalue()
        return done

    def turn(self) -> None:
        """One turn of the event loop."""
        self.do(self.app.processEvents)

    def table(self) -> str:
        """The worst first."""
        lines = [f"{'step':<44} {'processor ms':>12} {'wall ms':>8}"]
        for about, (processor, wall) in sorted(self.worst.items(), key=lambda item: -item[1][0]):
            if self.only in about:
                mark = "  over" if processor > LIMIT_MS else ""
                lines.append(f"{about:<44} {processor:>12.1f} {wall:>8.1f}{mark}")
        return "\n".join(lines)


def a_day(app: QApplication, home: Path, meter: Stretches, *, warm: bool = False) -> None:
    """Every step, over the journal below ``home``; ``warm``: a second time in a process that did all of it before."""
    # ruff: noqa: PLC0415 - Qt is imported once the platform is set
    from tests.campaigns.driven import Driven
    from tests.journals import PASSPHRASE
    from ui.settings.settings_page import SettingsPage

    mark = ", again" if warm else ""
    with meter.during("first page" + mark):
        driven: Driven = meter.do(lambda: Driven(app, home))
        window, session = driven.session.window, driven.session
        meter.do(lambda: window.resize(1440, 900))
        meter.turn()

    def settle(seconds: float = 0.25) -> None:
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < seconds:
            if session.vault.busy or session.scan.busy:
                quiet_since = time.monotonic()
            meter.turn()
            time.sleep(0.001)

    def step(about: str, call: Callable[[], object], seconds: float = 0.25) -> None:
        with meter.during(about + mark):
            meter.do(call)
            settle(seconds)

    with meter.during("making the pages behind the first" + mark):
        settle(0.8)
    page: Any = session.opening.page
    with meter.during("unlocking" + mark):
        meter.do(lambda: page.unlock_asked.emit(PASSPHRASE))
        while session.pages is None:
            meter.turn()
            time.sleep(0.001)
        settle()
    with meter.during("after unlocking" + mark):
        settle(2.2)
    step("another theme, first pages", lambda: session.change_settings(session.settings._replace(theme="dark")))
    step("the former theme, first pages", lambda: session.change_settings(session.settings._replace(theme="light")))
    pages = driven.pages
    for place in ("journal", "today", "supervision", "wellbeing", "looking_back", "learning", "drafts", "prompts"):
        step(f"page: {place}", lambda place=place: pages.show(place))  # type: ignore[misc]
    step("page: settings", lambda: pages.show("settings"))
    settings: SettingsPage = pages.settings
    for row in range(settings._list.count()):
        step(f"settings {row + 1}", lambda row=row: settings._list.setCurrentRow(row))  # type: ignore[misc]
    step("page: journal", lambda: pages.show("journal"))
    _dialogs(driven, step)
    step("a post taken up", lambda: pages._begin_post(_first_entry(driven), None), 1.5)
    step("export dialog", pages.review._panel.export_asked.emit)
    _close(app)
    for place in ("today", "journal", "review"):
        step(f"another theme, from {place}: there", lambda place=place: pages.show(place))  # type: ignore[misc]
        for theme in ("dark", "light"):
            step(
                f"another theme, from {place}",
                lambda theme=theme: session.change_settings(session.settings._replace(theme=theme)),  # type: ignore[misc]
            )
    for size in (22, 18):
        step("another text size", lambda size=size: session.change_settings(session.settings._replace(text_px=size)))  # type: ignore[misc]
    step("page: today again", lambda: pages.show("today"))
    with meter.during("locking" + mark):
        meter.do(session.lock)
        while not driven.replaced:
            meter.turn()
            time.sleep(0.001)
    driven.end()


def _first_entry(driven: Driven) -> Any:
    found = driven.pages.editor.entry_id or driven.pages.timeline.neighbour(1)
    assert found is not None
    return found


def _close(app: QApplication) -> None:
    from PySide6.QtWidgets import QDialog

    for top in app.topLevelWidgets():
        if isinstance(top, QDialog) and top.isVisible():
            top.reject()


def _dialogs(driven: Driven, step: Callable[[str, Callable[[], object]], None]) -> None:
    from tests.campaigns.practice_aloud import asked_for
    from ui.supervision.arrangement_dialog import ArrangementDialog

    for place, name, ask in asked_for(driven.pages):
        driven.pages.show(place)
        driven.settle()
        step(f"dialog: {place}, {name}", ask)
        _close(driven.app)
        driven.settle()
    wellbeing, supervision = driven.pages.practising.wellbeing, driven.pages.practising.supervision
    for measure in wellbeing._measures:
        driven.pages.show("wellbeing")
        step(f"dialog: wellbeing, {measure.id}", lambda id=measure.id: wellbeing.check_in(id))  # type: ignore[misc]
        _close(driven.app)
        driven.settle()
    driven.pages.show("supervision")
    driven.settle()
    supervision._ask_arrangement()
    over = next(top for top in driven.app.topLevelWidgets() if isinstance(top, ArrangementDialog) and top.isVisible())
    one = supervision.facts.expectations[0]
    step("dialog: supervision, expectation", lambda: over.edit_asked.emit(one))
    _close(driven.app)
    driven.settle()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--again", action="store_true", help="a second time in the same process, too")
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    import datetime as dt

    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    from journal.sample_journal import write_sample
    from journal.settings import Settings, save_settings
    from tests.journals import new_journal, places
    from ui.theme import STYLE_ARGUMENTS, styled

    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app = styled(QApplication(["congruence", *STYLE_ARGUMENTS]))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        save_settings(places(home).settings, Settings(theme="light"))
        opened, _ = new_journal(home)
        write_sample(opened, dt.datetime.now().astimezone().date())
        opened.lock()
        meter = Stretches(app, given.only, given.profile)
        a_day(app, home, meter)
        if given.again:
            a_day(app, home, meter, warm=True)
        for about, said in meter.made_of.items():
            print(f"=== {about}\n{said}")
        print(meter.table(), flush=True)
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
