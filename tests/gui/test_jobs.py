"""Lanes: one call after another, answers on the GUI thread, none for the dead, reads dropped and writes never."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from journal.errors import DiskFull, Interrupted
from ui.jobs import Lane, Work


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Holds a call until it is set; set at the end, so that no lane hangs."""
    made = threading.Event()
    yield made
    made.set()


def test_calls_run_one_after_another_off_the_gui_thread(qtbot: QtBot, lane: Lane) -> None:
    ran: list[tuple[int, str]] = []
    answered: list[tuple[int, str]] = []
    owner = QObject()
    for number in range(20):
        lane.run(
            lambda number=number: ran.append((number, threading.current_thread().name)),  # type: ignore[misc]
            owner=owner,
            done=lambda _, number=number: answered.append((number, threading.current_thread().name)),  # type: ignore[misc]
        )
    qtbot.waitUntil(lambda: len(answered) == 20)
    assert ran == [(number, "lane-test") for number in range(20)]
    assert answered == [(number, threading.main_thread().name) for number in range(20)]


def test_an_error_goes_to_who_asked(qtbot: QtBot, lane: Lane) -> None:
    failed: list[Exception] = []
    owner = QObject()

    def call() -> None:
        raise DiskFull()

    lane.run(call, owner=owner, failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], DiskFull)


def test_a_bug_is_reported_as_well_as_told(qtbot: QtBot, lane: Lane) -> None:
    broke: list[Exception] = []
    failed: list[Exception] = []
    lane.broke.connect(broke.append)
    owner = QObject()
    lane.run(lambda: 1 / 0, owner=owner, failed=failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(broke[0], ZeroDivisionError)
    assert isinstance(failed[0], ZeroDivisionError)


def test_no_answer_comes_once_the_owner_is_gone(
    qtbot: QtBot, lane: Lane, gate: threading.Event, settle: Callable[[], None]
) -> None:
    answered: list[object] = []
    owner = QObject()
    lane.run(gate.wait, owner=owner, done=answered.append)
    owner.deleteLater()
    qtbot.wait(10)
    del owner
    gate.set()
    settle()
    assert answered == []


def test_discarding_drops_queued_reads_and_keeps_writes(
    qtbot: QtBot, lane: Lane, gate: threading.Event, settle: Callable[[], None]
) -> None:
    ran: list[str] = []
    owner = QObject()
    lane.run(gate.wait, owner=owner, work=Work.WRITE)
    lane.run(lambda: ran.append("read"), owner=owner)
    lane.run(lambda: ran.append("write"), owner=owner, work=Work.WRITE)
    lane.discard_reads()
    gate.set()
    settle()
    assert ran == ["write"]


def test_a_running_read_is_interrupted_and_says_nothing(qtbot: QtBot, lane: Lane, settle: Callable[[], None]) -> None:
    started, stop = threading.Event(), threading.Event()
    told: list[object] = []
    owner = QObject()

    def long_read() -> None:
        started.set()
        assert stop.wait(5)
        raise Interrupted()

    lane.interrupt = stop.set
    lane.run(long_read, owner=owner, done=told.append, failed=told.append)
    qtbot.waitUntil(started.is_set)
    lane.discard_reads()
    settle()
    assert told == []


def test_a_running_write_is_never_interrupted(qtbot: QtBot, lane: Lane, gate: threading.Event) -> None:
    started = threading.Event()
    interrupted: list[bool] = []
    told: list[object] = []
    owner = QObject()

    def save() -> str:
        started.set()
        gate.wait(5)
        return "saved"

    lane.interrupt = lambda: interrupted.append(True)
    lane.run(save, owner=owner, done=told.append, work=Work.WRITE)
    qtbot.waitUntil(started.is_set)
    lane.discard_reads()
    gate.set()
    qtbot.waitUntil(lambda: told == ["saved"])
    assert interrupted == []


def test_a_newer_question_on_a_topic_replaces_the_older_one(
    qtbot: QtBot, lane: Lane, gate: threading.Event, settle: Callable[[], None]
) -> None:
    answers: list[object] = []
    owner, other = QObject(), QObject()
    lane.run(gate.wait, owner=owner, work=Work.WRITE)
    lane.run(lambda: "old", owner=owner, topic="search", done=answers.append)
    lane.run(lambda: "another's", owner=other, topic="search", done=answers.append)
    lane.run(lambda: "new", owner=owner, topic="search", done=answers.append)
    gate.set()
    settle()
    assert answers == ["another's", "new"]


def test_closing_finishes_writes_and_ends_the_thread(qtbot: QtBot) -> None:
    lane = Lane("closing")
    ran: list[str] = []
    owner = QObject()
    for number in range(5):
        lane.run(lambda number=number: ran.append(str(number)), owner=owner, work=Work.WRITE)  # type: ignore[misc]
    assert lane.close()
    assert ran == list("01234")
    lane.run(lambda: ran.append("late"), owner=owner, work=Work.WRITE)
    assert not lane.busy


def test_behind_the_last_call_nothing_is_asked(qtbot: QtBot, lane: Lane, gate: threading.Event) -> None:
    ran: list[str] = []
    told: list[object] = []
    owner = QObject()
    lane.run(gate.wait, owner=owner, work=Work.WRITE)
    lane.run(lambda: ran.append("read before"), owner=owner, done=told.append, failed=told.append)
    lane.run(lambda: ran.append("save before"), owner=owner, work=Work.WRITE)
    lane.run_last(lambda: ran.append("close"), owner=owner, done=told.append)
    for work in Work:
        lane.run(lambda: ran.append("behind"), owner=owner, done=told.append, failed=told.append, work=work)
    gate.set()
    qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(lambda: not lane.busy)
    qtbot.wait(10)
    assert ran == ["save before", "close"]
    assert told == [None]
