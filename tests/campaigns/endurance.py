"""Long use of one window (``make endurance``): typing, switching, locking, without loss, warnings or growth.

10,000 key presses in the editor, 500 switches of entry and 200 locks with the last step watched, then 20 with it done:
real processes that replace themselves. Memory is compared between the second and the last fifth of each part, so that
what is made once does not count. The stall meter says how long the GUI thread was kept, and by what.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal.model import Draft, Filter
from tests.campaigns.driven import Driven, collect_warnings
from tests.campaigns.stalls import StallMeter
from tests.journals import DAY, PASSPHRASE, new_journal, unlocked

#: Beyond noise: Qt and the allocator keep caches of some MiB. A leak of one entry or page a step would be far above.
GROWTH_MIB = 12.0
_SENTENCE = "the silence was hers and I let it stand; naïve café “quoted” — words, łódź, emoji 🙂 too"
_WORDS = _SENTENCE.split()


@dataclass(slots=True)
class Part:
    """One part: its resident memory in MiB and its Python memory in KiB, step by step."""

    name: str
    resident: list[float] = field(default_factory=list)
    python: list[float] = field(default_factory=list)

    def look(self) -> None:
        with Path("/proc/self/statm").open(encoding="ascii") as numbers:
            self.resident.append(int(numbers.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20)
        if tracemalloc.is_tracing():
            self.python.append(tracemalloc.get_traced_memory()[0] / 1024)

    def growth_mib(self, values: list[float] | None = None) -> float:
        """The median of the last fifth less that of the second."""
        values = self.resident if values is None else values
        fifth = max(1, len(values) // 5)
        return statistics.median(values[-fifth:]) - statistics.median(values[fifth : 2 * fifth] or values[:1])

    def line(self) -> str:
        python = f", Python's own {self.growth_mib(self.python):+.0f} KiB" if self.python else ""
        return f"{self.name}: {len(self.resident)} looks, resident {self.growth_mib():+.1f} MiB{python}"


def type_keys(driven: Driven, presses: int, meter: StallMeter) -> tuple[Part, str, str]:
    """Type into a new entry; returns the memory, what was typed and what the journal has after a lock."""
    part, choice = Part(f"{presses:,} key presses"), random.Random(11)
    editor = driven.pages.editor
    editor.new_entry("free")
    driven.settle()
    editor.title.setText("Endurance")
    body = editor.body
    body.setFocus()
    typed: list[str] = []
    while len(typed) < presses:
        word = choice.choice(_WORDS)
        for char in [*word, "\n" if choice.random() < 0.03 else " "]:
            if len(typed) == presses:
                break

            def press(char: str = char) -> None:
                if char == "\n":
                    QTest.keyClick(body, Qt.Key.Key_Return)
                else:
                    # QTest knows Latin letters only
                    event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, char)
                    QApplication.sendEvent(body, event)

            meter.during("a key in the editor", press)
            typed.append(char)
            if choice.random() < 0.02:
                QTest.keyClick(body, Qt.Key.Key_Backspace)
                typed.pop()
        meter.about = "between the keys: saving, painting"
        driven.app.processEvents()
        if len(typed) % 100 < 10:
            part.look()
    editor.autosave.flush()
    driven.settle()
    return part, "".join(typed), body.text()


def switch_entries(driven: Driven, switches: int, meter: StallMeter) -> Part:
    part = Part(f"{switches} switches of entry")
    pages = driven.pages
    pages.timeline.load()
    driven.settle()
    for number in range(switches):
        step = 1 if number // 8 % 2 else -1
        found = pages.timeline.neighbour(step) or pages.timeline.neighbour(-step)
        if found is not None:
            meter.during("asking for another entry", lambda found=found: pages.editor.open_entry(found))  # type: ignore[misc]
        meter.about = "showing another entry"
        driven.settle()
        part.look()
    return part


def lock_often(app: QApplication, home: Path, locks: int, meter: StallMeter) -> Part:
    part = Part(f"{locks} locks, the last step watched")
    for _ in range(locks):
        meter.turn_to("first page")
        driven = Driven(app, home)
        meter.turn_to("making the pages behind the first")
        driven.type_passphrase()
        meter.turn_to("unlocking")
        driven.unlock()
        meter.turn_to("locking")
        driven.lock()
        meter.turn_to("the campaign's own collecting")
        gc.collect()
        part.look()
    return part


#: A window that unlocks itself and locks at once, until it has been replaced often enough; the count is in the reason.
_REAL = """
import os, sys
import ui.__main__ as program
import ui.start, ui.session
from ui.relaunch import Handover
count, left = int(os.environ["ENDURANCE_LEFT"]), 0

def take_over(app, quit):
    session = quit.__self__
    if count == 0:
        print("arrived", session._start.reason, flush=True)
        session.stop()
        os._exit(0)
    os.environ["ENDURANCE_LEFT"] = str(count - 1)
    session.opening.opened.connect(session.lock)
    session.opening.page.unlock_asked.emit(os.environ["ENDURANCE_WORDS"])

import ui.relaunch
ui.relaunch.command = lambda handover: [sys.executable, "-P", "-c", open(os.environ["ENDURANCE_SELF"]).read(),
                                        *handover.arguments()]
program.quit_on_signals = take_over
program.main(sys.argv[1:])
"""


def lock_for_real(home: Path, locks: int, passphrase: str) -> str:
    """Replace a real process ``locks`` times; returns what the last one says."""
    script = home / "again.py"
    script.write_text(_REAL, encoding="utf-8")
    own = {"ENDURANCE_LEFT": str(locks), "ENDURANCE_WORDS": passphrase, "ENDURANCE_SELF": str(script)}
    line = [sys.executable, "-P", "-c", _REAL, "--home", str(home / "home"), "--journal", str(home / "journal")]
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, **own, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)}
    done = subprocess.run(line, check=False, capture_output=True, text=True, timeout=60 + 10 * locks, env=environment)
    return done.stdout.strip() or done.stderr[-1000:]


@dataclass(slots=True)
class Outcome:
    """Everything an endurance run is judged by."""

    parts: list[Part]
    lost: int
    warnings: list[str]
    stalls: list[str]
    arrived: str

    @property
    def ok(self) -> bool:
        grown = any(part.growth_mib() > GROWTH_MIB for part in self.parts)
        return not (grown or self.lost or self.warnings) and self.arrived.startswith("arrived hand")


def endure(app: QApplication, home: Path, *, presses: int, switches: int, locks: int, real: int) -> Outcome:
    """All parts, one after another, over a new journal below ``home``."""
    warnings = collect_warnings()
    journal, _ = new_journal(home)
    texts = [" ".join(_WORDS * (3 + number % 40)) for number in range(60)]
    journal.add_entries([Draft(None, "free", f"Evening {number}", text, DAY) for number, text in enumerate(texts)])
    journal.lock()
    meter = StallMeter()
    meter.start()
    driven = Driven(app, home)
    driven.type_passphrase()
    meter.about = "unlocking"
    driven.unlock()
    keys, typed, shown = type_keys(driven, presses, meter)
    entry_id = driven.pages.editor.entry_id
    switched = switch_entries(driven, switches, meter)
    driven.lock()
    locked = lock_often(app, home, locks, meter)
    meter.stop()
    again = unlocked(home)
    assert entry_id is not None
    kept = again.entry(entry_id).body
    bodies = {again.entry(heading.id).body for heading in again.window(Filter(), 0, 100)}
    again.lock()
    lost = sum(one != other for one, other in zip(typed, kept, strict=False)) + abs(len(typed) - len(kept))
    lost += len(set(texts) - bodies) + (shown != typed)
    return Outcome([keys, switched, locked], lost, warnings, meter.report(), lock_for_real(home, real, PASSPHRASE))


def _main(say: Callable[[str], object]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.endurance", description=__doc__)
    parser.add_argument("--home", type=Path, default=Path("build/endurance"))
    parser.add_argument("--trace", action="store_true", help="count Python's own memory, too (slow)")
    for name, standard in (("presses", 10_000), ("switches", 500), ("locks", 200), ("real", 20)):
        parser.add_argument(f"--{name}", type=int, default=standard)
    asked = parser.parse_args()
    shutil.rmtree(asked.home, ignore_errors=True)
    asked.home.mkdir(parents=True)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    if asked.trace:
        tracemalloc.start()
    began = time.monotonic()
    outcome = endure(
        QApplication([]),
        asked.home.absolute(),
        presses=asked.presses,
        switches=asked.switches,
        locks=asked.locks,
        real=asked.real,
    )
    for part in outcome.parts:
        say(part.line())
    say(f"{asked.real} real locks: {outcome.arrived}")
    say(f"characters lost: {outcome.lost}; Qt warnings: {len(outcome.warnings)} {outcome.warnings[:3]}")
    say("the GUI thread away from its loop, the worst first:")
    for line in outcome.stalls:
        say(line)
    say(f"{'passed' if outcome.ok else 'FAILED'} in {time.monotonic() - began:.0f} s, load {os.getloadavg()[0]:.1f}")
    sys.stdout.flush()
    os._exit(0 if outcome.ok else 1)


if __name__ == "__main__":
    sys.exit(_main(print))
