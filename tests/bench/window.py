"""One real process with a window, timed from its start: ``python -m tests.bench.window BEGAN empty|unlock|open …``.

BEGAN is ``time.monotonic()`` of whoever started it. ``empty`` is Qt's own bare window; ``unlock FOLDER`` the program
as far as the unlock page; ``open FOLDER WORD…`` goes on: unlocks, waits for the first screen, searches as one types.
Prints one JSON object of milliseconds. Nothing is imported here that the program itself would not import.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from ui.session import Session

Figures = dict[str, float]
#: A person takes longer to type a passphrase.
_TYPING_S = 1.5
_LONGEST_S = 60.0


def since(began: float) -> float:
    return 1000 * (time.monotonic() - began)


def when_painted(app: QApplication, widget: QWidget, shown: Callable[[], bool], longest_s: float = _LONGEST_S) -> float:
    """Run the event loop until ``widget`` was painted while ``shown`` held; the monotonic second in which it was."""
    from PySide6.QtCore import QEvent, QObject

    painted: list[float] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and shown():
                painted.append(0)
            return False

    watch = Watch()
    widget.installEventFilter(watch)
    limit = time.monotonic() + longest_s
    while not painted and time.monotonic() < limit:
        app.processEvents()
    widget.removeEventFilter(watch)
    assert painted, "nothing was painted"
    return time.monotonic()


def wait(app: QApplication, until: Callable[[], bool], longest_s: float = _LONGEST_S) -> None:
    limit = time.monotonic() + longest_s
    while not until():
        assert time.monotonic() < limit
        app.processEvents()
        time.sleep(0.002)


def memory_mib(name: str) -> float:
    """``VmRSS`` now or ``VmHWM`` at most (proc(5)); ru_maxrss would be inherited from whoever started this."""
    with Path("/proc/self/status").open(encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024


def empty(began: float) -> Figures:
    from PySide6.QtWidgets import QApplication, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.show()
    when_painted(app, window, lambda: True)
    return {"start to window": since(began), "memory, at most": memory_mib("VmHWM")}


def program(began: float, folder: str, words: list[str], *, opened: bool) -> Figures:
    """The program's own ``main`` up to its event loop, which is run here instead."""
    import ui.__main__ as program

    found: Figures = {}

    def take_over(app: Any, quit: Any) -> None:
        session: Session = quit.__self__
        when_painted(app, session.window, lambda: True)
        found["start to window"] = since(began)
        if opened:
            _open(app, session, words, found)
        found["memory now"], found["memory, at most"] = memory_mib("VmRSS"), memory_mib("VmHWM")
        print(json.dumps(found), flush=True)
        if session.journal is not None:
            session.vault.run(session.journal.lock, owner=session)
            wait(app, lambda: not session.vault.busy)
        os._exit(0)

    program.quit_on_signals = take_over
    program.main(["--home", f"{folder}/home", "--journal", f"{folder}/journal"])
    raise AssertionError("not reached")


def _open(app: QApplication, session: Session, words: list[str], found: Figures) -> None:
    typed_until = time.monotonic() + _TYPING_S
    wait(app, lambda: time.monotonic() > typed_until and not session.scan.busy)
    from journal.vault import keys
    from tests.journals import PASSPHRASE

    told: Any = keys
    derive, derived = told.derive_into, [0.0]

    def timed(*given: Any, **named: Any) -> Any:
        start = time.monotonic()
        try:
            return derive(*given, **named)
        finally:
            derived[0] += 1000 * (time.monotonic() - start)

    told.derive_into = timed
    began = time.monotonic()
    page: Any = session.opening.page
    page.unlock_asked.emit(PASSPHRASE)
    wait_for_pages: Any = session
    while wait_for_pages.pages is None:
        app.processEvents()
    timeline: Any = wait_for_pages.pages.timeline
    model, view = timeline._model, timeline._list.viewport()
    when_painted(app, view, lambda: model.row_at(0) is not None)
    found["unlock to first screen"] = since(began) - derived[0]
    found["key derivation"] = derived[0]
    found["memory after unlock"] = memory_mib("VmRSS")
    for word in words:
        for length in range(2, len(word) + 1):
            generation = model._generation
            started = time.monotonic()
            timeline._search.setText(word[:length])
            when_painted(app, view, lambda generation=generation: _answered(model, generation))  # type: ignore[misc]
            found[f"search {word[:length]}"] = since(started)
        timeline._search.setText("")
        wait(app, lambda: not session.vault.busy and not model.query)


def _answered(model: Any, generation: int) -> bool:
    return bool(model._generation > generation and model.showing_hits)


if __name__ == "__main__":
    start, kind, *rest = sys.argv[1:]
    if kind == "empty":
        print(json.dumps(empty(float(start))), flush=True)
        os._exit(0)
    program(float(start), rest[0], rest[1:], opened=kind == "open")
