"""What Python no longer needs is collected on the GUI thread and nowhere else."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.sessions import Window
from ui.collecting import Collector


class Knot:
    """Refers to itself, so only a collection ends it; notes the thread that did."""

    ended: ClassVar[list[int]] = []

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        Knot.ended.append(threading.get_ident())


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[Collector]:
    assert gc.isenabled()
    gc.collect()
    Knot.ended.clear()
    made = Collector()
    made.begin()
    yield made
    made.end()
    gc.enable()


def _tie(count: int) -> None:
    for _ in range(count):
        Knot()


def test_another_thread_collects_nothing(collector: Collector) -> None:
    lane = threading.Thread(target=_tie, args=(5_000,))
    lane.start()
    lane.join()
    assert Knot.ended == []
    collector.collect()
    assert set(Knot.ended) == {threading.get_ident()}
    assert len(Knot.ended) == 5_000


def test_it_waits_until_enough_has_come_together(collector: Collector) -> None:
    _tie(3)
    collector.collect()
    assert Knot.ended == []


def test_what_lives_longer_is_looked_at_in_its_turn(collector: Collector, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(gc, "collect", asked.append)
    for counts in ((701, 3, 0), (701, 11, 2), (701, 11, 11), (5, 11, 11)):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
        collector.collect()
    assert asked == [0, 1, 2]


def test_it_looks_by_itself(collector: Collector, qtbot: QtBot) -> None:
    _tie(5_000)
    qtbot.waitUntil(lambda: len(Knot.ended) == 5_000, timeout=5_000)


def test_python_collects_again_after_the_end(collector: Collector) -> None:
    assert not gc.isenabled()
    collector.begin()  # a second time changes nothing
    collector.end()
    assert gc.isenabled()
    collector.end()
    assert gc.isenabled()


def test_a_session_collects_from_its_start_to_its_stop(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    assert gc.isenabled()
    window = Window(qtbot, qapp, tmp_path)
    assert not gc.isenabled()
    window.end()
    assert gc.isenabled()
