"""The order of locking, and what happens when the last save fails."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from journal.errors import DiskFull
from ui.jobs import Lane, Work
from ui.locking import Answer, Locker, Reason, Steps


class Watch:
    """Steps that write down when they ran; the flush fails while ``fault`` is set."""

    def __init__(self) -> None:
        self.ran: list[str] = []
        self.fault: Exception | None = None
        self.lock_fault: Exception | None = None
        self.broken = False
        self.reasons: list[Reason] = []

    def steps(self) -> Steps:
        return Steps(
            cover=lambda _: self.ran.append("cover"),
            flush=self.flush,
            lock=self.lock,
            empty=self.empty,
            clear_clipboard=lambda: self.ran.append("clipboard"),
            replace=self.replace,
        )

    def flush(self, answer: Answer) -> None:
        self.ran.append("flush")
        answer(self.fault)

    def lock(self) -> None:
        self.ran.append("lock on " + threading.current_thread().name)
        if self.lock_fault is not None:
            raise self.lock_fault

    def empty(self) -> None:
        self.ran.append("empty")
        if self.broken:
            raise RuntimeError

    def replace(self, reason: Reason) -> None:
        self.ran.append("replace")
        self.reasons.append(reason)


IN_ORDER = ["cover", "flush", "lock on lane-test", "empty", "clipboard", "replace"]


def test_the_steps_run_in_the_order_of_the_design(qtbot: QtBot, lane: Lane) -> None:
    watch = Watch()
    locker = Locker(watch.steps(), lane)
    locker.lock(Reason.SLEEP)
    qtbot.waitUntil(lambda: bool(watch.reasons))
    assert watch.ran == IN_ORDER
    assert watch.reasons == [Reason.SLEEP]


def test_locking_twice_locks_once(qtbot: QtBot, lane: Lane) -> None:
    watch = Watch()
    locker = Locker(watch.steps(), lane)
    locker.lock(Reason.IDLE)
    locker.lock(Reason.SLEEP)
    qtbot.waitUntil(lambda: bool(watch.reasons))
    qtbot.wait(20)
    assert watch.ran == IN_ORDER
    assert watch.reasons == [Reason.IDLE]


def test_lock_is_queued_behind_the_last_save_and_drops_reads(
    qtbot: QtBot, lane: Lane, settle: Callable[[], None]
) -> None:
    watch = Watch()
    owner = QObject()
    gate = threading.Event()
    lane.run(gate.wait, owner=owner, work=Work.WRITE)
    lane.run(lambda: watch.ran.append("save"), owner=owner, work=Work.WRITE)
    lane.run(lambda: watch.ran.append("read"), owner=owner)
    locker = Locker(watch.steps(), lane)
    locker.lock(Reason.BY_HAND)
    gate.set()
    qtbot.waitUntil(lambda: bool(watch.reasons))
    assert watch.ran == ["cover", "flush", "save", "lock on lane-test", "empty", "clipboard", "replace"]


def test_a_failed_save_keeps_the_window_covered_and_is_tried_again(qtbot: QtBot, lane: Lane) -> None:
    watch = Watch()
    watch.fault = DiskFull()
    failed: list[Exception] = []
    locker = Locker(watch.steps(), lane, retry_ms=60_000)
    locker.save_failed.connect(failed.append)
    locker.lock(Reason.IDLE)
    qtbot.wait(20)
    assert watch.ran == ["cover", "flush"]
    assert len(failed) == 1
    watch.fault = None
    locker.try_again()
    qtbot.waitUntil(lambda: bool(watch.reasons))
    assert watch.ran == ["cover", "flush", "flush", *IN_ORDER[2:]]


def test_a_failed_save_is_tried_again_by_itself(qtbot: QtBot, lane: Lane) -> None:
    watch = Watch()
    watch.fault = DiskFull()
    locker = Locker(watch.steps(), lane, retry_ms=10)
    locker.lock(Reason.IDLE)
    qtbot.waitUntil(lambda: watch.ran.count("flush") >= 3)
    watch.fault = None
    qtbot.waitUntil(lambda: bool(watch.reasons))


def test_text_is_given_up_only_on_the_persons_word_after_a_failure(qtbot: QtBot, lane: Lane) -> None:
    watch = Watch()
    locker = Locker(watch.steps(), lane, retry_ms=60_000)
    locker.give_up_text()
    assert watch.ran == []
    watch.fault = DiskFull()
    locker.lock(Reason.BY_HAND)
    locker.give_up_text()
    qtbot.waitUntil(lambda: bool(watch.reasons))
    assert watch.ran == IN_ORDER


def test_a_key_does_not_stay_for_a_failed_checkpoint(qtbot: QtBot, lane: Lane) -> None:
    watch = Watch()
    watch.lock_fault = DiskFull()
    locker = Locker(watch.steps(), lane)
    locker.lock(Reason.BY_HAND)
    qtbot.waitUntil(lambda: bool(watch.reasons))
    assert watch.ran == IN_ORDER
    assert isinstance(locker.lock_error, DiskFull)


def test_the_process_is_replaced_even_if_emptying_breaks(qtbot: QtBot, lane: Lane) -> None:
    watch = Watch()
    watch.broken = True
    locker = Locker(watch.steps(), lane)
    locker.lock(Reason.BY_HAND)
    qtbot.waitUntil(lambda: bool(watch.reasons))
    assert watch.ran == IN_ORDER
