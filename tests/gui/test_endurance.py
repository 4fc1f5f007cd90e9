"""A small part of ``make endurance`` in every run: nothing lost, no warning, no growth; and the meter it relies on."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.campaigns.endurance import Part, endure
from tests.campaigns.stalls import LIMIT_MS, StallMeter


def test_typing_switching_and_locking_lose_nothing(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    outcome = endure(qapp, tmp_path, presses=200, switches=12, locks=2, real=1)
    assert outcome.lost == 0
    assert outcome.warnings == []
    assert outcome.arrived.startswith("arrived hand")


def test_the_stall_meter_names_what_kept_the_thread(qtbot: QtBot) -> None:
    meter = StallMeter()
    meter.start()
    meter.during("a short step", lambda: None)
    meter.during("a long step", lambda: time.sleep(2 * LIMIT_MS / 1000))
    meter.about = "after"
    qtbot.wait(20)
    meter.stop()
    assert meter.worst["a long step"] > LIMIT_MS
    assert meter.worst["a short step"] < meter.worst["a long step"]
    assert "a long step  test_endurance.py" in meter.report()[0]


def test_growth_is_what_lies_between_the_second_and_the_last_fifth() -> None:
    assert Part("level", [50.0, *[90.0] * 9]).growth_mib() == 0
    assert Part("a leak", [float(step) for step in range(100)]).growth_mib() > 50
