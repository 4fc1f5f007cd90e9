"""A post of 20,000 words with 2,000 findings: how long each step keeps the window busy (issue 5, "Shows 4").

``python -m tests.campaigns.long_review [--words 20000]`` prints, for each step, the longest and the median stretch that
the GUI thread was at work without going back to its event loop, in ms of wall clock and of this thread's own processor
time (on a busy machine the second is the honest one). ``--one-paragraph`` writes all words into a single paragraph
(``--words 5000 --findings 500`` is long for one); ``--profile STEP`` says where the time of steps of that name went.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

LIMIT_MS = 50.0
_SENTENCES = (
    "We sat with it longer than either of us had meant to, and the room grew quiet around what was not said.",
    "I noticed that I was hurrying, and that the hurry was mine and not theirs, so I stopped and waited.",
    "It is easy to write about this afterwards, and to find the sentence that was missing at the time.",
)


@dataclass(frozen=True, slots=True)
class Step:
    """What one step cost: stretches of work on the GUI thread, in ms."""

    name: str
    wall_ms: float
    processor_ms: float


def long_text(words: int, findings: int, between: str = "\n\n") -> str:
    """Paragraphs of an invented evening with as many details as asked for, half of them in the register."""
    chance = random.Random(5)
    paragraphs: list[str] = []
    made = count = 0
    while count < words:
        sentences = []
        for _ in range(4):
            sentence = chance.choice(_SENTENCES)
            # the details are spread evenly over the words
            while made < findings * (count / words):
                number = f"07700 9{made:05d}" if made % 2 else ""
                sentence += f" I rang {number}." if number else f" Then {_name(made)} came back to it."
                made += 1
            sentences.append(sentence)
            count += len(sentence.split())
        paragraphs.append(" ".join(sentences))
    return between.join(paragraphs)


def _name(number: int) -> str:
    return ("Zebulon", "Quillon", "Thessaly", "Oriane", "Marwenna")[number // 2 % 5]


def campaign(body: str, home: Path, profiled: str = "") -> list[Step]:
    """Every step over one post; the longest stretch of several tries where there are several."""
    # ruff: noqa: PLC0415 - Qt is imported once the platform is set
    import datetime as dt

    from PySide6.QtCore import Qt
    from PySide6.QtGui import QTextCursor
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from journal.ids import new_id
    from journal.model import Draft, KnownName
    from journal.settings import Settings, save_settings
    from tests.campaigns.driven import Driven
    from tests.journals import new_journal, places

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    save_settings(places(home).settings, Settings(theme="light"))
    opened, _ = new_journal(home)
    for at in range(5):
        opened.save_name(KnownName(new_id(), _name(at * 2), (), "client", f"C{at}"))
    entry = opened.save_draft(Draft(None, "free", "A long year", body, dt.date(2026, 11, 1)))
    post = opened.begin_post([entry.id])
    opened.lock()
    driven = Driven(app, home)
    driven.session.window.resize(1440, 900)
    driven.unlock()
    steps: list[Step] = []
    profile = cProfile.Profile()

    def stretch(step: Callable[[], object], longest_s: float = 8.0) -> tuple[float, float]:
        """The longest stretch of work: the step itself, or one turn of the event loop after it."""
        worst = (0.0, 0.0)
        calls: list[Callable[[], object]] = [step]
        began = quiet_since = time.monotonic()
        # past the pauses of saving and scanning; a caret that blinks is painted for ever, and is not waited for
        while time.monotonic() - quiet_since < 1.2 and time.monotonic() - began < longest_s:
            wall, processor = time.perf_counter(), time.thread_time()
            for call in calls:
                call()
            app.processEvents()
            took = (time.perf_counter() - wall) * 1000, (time.thread_time() - processor) * 1000
            worst = max(worst[0], took[0]), max(worst[1], took[1])
            calls = []
            if took[1] > 15 or driven.session.vault.busy or driven.session.scan.busy:
                quiet_since = time.monotonic()
            time.sleep(0.001)
        return worst

    def add(name: str, step: Callable[[], object], times: int = 1, longest_s: float = 8.0) -> None:
        if name == profiled:
            profile.enable()
        steps.extend(Step(name, *stretch(step, longest_s)) for _ in range(times))
        profile.disable()
        print(f"{name}: {max(step.processor_ms for step in steps if step.name == name):.1f} ms", flush=True)

    # the page itself is made and imported once, whatever the length of a post
    page = driven.pages.review
    driven.pages.show("review")
    driven.spin(0.5)
    # scanned on its lane first, for as long as that takes
    add("take the post up", lambda: driven.pages._open_post(post.id), longest_s=90.0)
    driven.wait(lambda: page._review, longest_s=600)
    review = page._review
    assert review is not None
    print(
        f"{len(body.split()):,} words, {review.now.count:,} findings, {len(page._panel.list.rows._groups):,} rows",
        flush=True,
    )
    add("to the next finding", page._panel.list.go_on, 5)
    add("accept one", lambda: page._panel.do("accept"), 3)
    add("accept all", page._panel._accept_all.click)
    add("undo", page.undo)
    add("redo", page.redo)
    pane = page._draft_pane
    pane.setFocus()
    pane.put_caret(pane.text.index("We sat with it", len(pane.text) // 2))
    add("type a letter", lambda: QTest.keyClick(pane, Qt.Key.Key_H), 10)
    add("type a line end", lambda: QTest.keyClick(pane, Qt.Key.Key_Return), 2)
    add("undo the letters", page.undo)
    add("a page on", lambda: QTest.keyClick(pane, Qt.Key.Key_PageDown), 5)
    add("scroll a page", lambda: pane.verticalScrollBar().setValue(pane.verticalScrollBar().value() + 700), 5)
    add("to the beginning", lambda: pane.moveCursor(QTextCursor.MoveOperation.Start))
    add("to the end", lambda: QTest.keyClick(pane, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier))
    add("type at the end", lambda: QTest.keyClick(pane, Qt.Key.Key_H), 3)
    add("scroll to the end", lambda: pane.verticalScrollBar().setValue(pane.verticalScrollBar().maximum()))
    add("look at the risk", page._panel._tabs[1].click)
    page._panel._tabs[0].click()
    window, session = driven.session.window, driven.session
    for width, height in ((1280, 800), (1100, 700), (1440, 900)):
        add("another window size", partial(window.resize, width, height))
    for theme in ("dark", "light"):
        add("another theme", partial(session.change_settings, session.settings._replace(theme=theme)))
    driven.end()
    if profiled:
        pstats.Stats(profile).sort_stats("tottime").print_stats(30)
    return steps


def table(steps: list[Step]) -> str:
    """One line a kind of step."""
    lines = [f"{'step':<22} {'tries':>5} {'longest ms':>11} {'median ms':>10} {'longest ms of processor':>24}"]
    for name in dict.fromkeys(step.name for step in steps):
        same = [step for step in steps if step.name == name]
        walls = [step.wall_ms for step in same]
        processor = max(step.processor_ms for step in same)
        mark = "  over" if processor > LIMIT_MS else ""
        lines.append(
            f"{name:<22} {len(same):>5} {max(walls):>11.1f} {statistics.median(walls):>10.1f} {processor:>24.1f}{mark}"
        )
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=int, default=20_000)
    parser.add_argument("--findings", type=int, default=2_000)
    parser.add_argument("--one-paragraph", action="store_true")
    parser.add_argument("--profile", default="", metavar="STEP")
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    body = long_text(given.words, given.findings, " " if given.one_paragraph else "\n\n")
    with tempfile.TemporaryDirectory() as home:
        print(table(campaign(body, Path(home), given.profile)))


if __name__ == "__main__":
    main()
