"""The idle clock: a notice that any key dismisses, then locking; a clock that jumps counts as time away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.idle import IdleWatch


class Clocks:
    """A steady clock and a wall clock, moved by hand."""

    def __init__(self) -> None:
        self.steady, self.wall = 1_000.0, 50_000.0

    def pass_(self, seconds: float, jump: float = 0) -> None:
        self.steady += seconds
        self.wall += seconds + jump


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


def watching(clocks: Clocks, limit_s: float = 600) -> tuple[IdleWatch, list[int], list[bool]]:
    watch = IdleWatch(limit_s, steady=lambda: clocks.steady, wall=lambda: clocks.wall)
    notices: list[int] = []
    expired: list[bool] = []
    watch.notice.connect(notices.append)
    watch.expired.connect(expired.append)
    return watch, notices, expired


def ticks(watch: IdleWatch, clocks: Clocks, seconds: int) -> None:
    for _ in range(seconds):
        clocks.pass_(1)
        watch.tick()


def test_it_notices_30_seconds_before_and_locks_at_the_limit(qtbot: QtBot, clocks: Clocks) -> None:
    watch, notices, expired = watching(clocks)
    ticks(watch, clocks, 569)
    assert notices == []
    ticks(watch, clocks, 30)
    assert (notices[0], notices[-1], expired) == (30, 1, [])
    ticks(watch, clocks, 1)
    assert expired == [False]


def test_a_key_dismisses_the_notice_and_starts_anew(qtbot: QtBot, clocks: Clocks) -> None:
    watch, notices, expired = watching(clocks)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    watch.start()
    ticks(watch, clocks, 580)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert notices[-1] == 0
    ticks(watch, clocks, 560)
    assert notices[-1] == 0
    assert expired == []
    watch.stop()


def test_the_mouse_counts_as_well(qtbot: QtBot, clocks: Clocks) -> None:
    watch, _, expired = watching(clocks)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    watch.start()
    ticks(watch, clocks, 599)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    ticks(watch, clocks, 599)
    assert expired == []
    watch.stop()


@pytest.mark.parametrize("jump", [700, -700])
def test_a_clock_that_jumps_either_way_counts_as_idle(qtbot: QtBot, clocks: Clocks, jump: float) -> None:
    watch, _, expired = watching(clocks)
    ticks(watch, clocks, 10)
    clocks.pass_(1, jump)
    watch.tick()
    assert expired == [True]


def test_a_small_correction_of_the_clock_does_not_lock(qtbot: QtBot, clocks: Clocks) -> None:
    watch, notices, expired = watching(clocks)
    clocks.pass_(1, 3)
    watch.tick()
    assert (notices, expired) == ([], [])


def test_a_short_limit_still_gives_a_notice(qtbot: QtBot, clocks: Clocks) -> None:
    watch, notices, _ = watching(clocks, 60)
    ticks(watch, clocks, 31)
    assert notices[0] == 30


def test_another_limit_counts_from_now(qtbot: QtBot, clocks: Clocks) -> None:
    watch, _, expired = watching(clocks)
    ticks(watch, clocks, 500)
    watch.set_limit(60)
    ticks(watch, clocks, 59)
    assert expired == []
    ticks(watch, clocks, 1)
    assert expired == [False]
