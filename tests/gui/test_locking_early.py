"""Locking while pages are still being filled: nothing is asked of a closed file; and who has the keys afterwards."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.campaigns.driven import Driven
from tests.gui.sessions import Window, made_journal
from tests.journals import PASSPHRASE, new_journal
from ui.locking import Reason
from ui.session import Start
from ui.start import make_session
from ui.unlock.unlock_page import UnlockPage


def test_locking_at_any_moment_after_unlocking_is_quiet(
    qapp: QApplication, tmp_path: Path, caplog: pytest.LogCaptureFixture, times: Callable[[int, int], int]
) -> None:
    journal, _ = new_journal(tmp_path)
    journal.lock()
    chance = random.Random(11)
    broke: list[Exception] = []
    for at in range(times(6, 100)):
        # most pages ask within a quarter of a second
        lock_after(0.05 + 0.04 * at if at < 6 else chance.uniform(0, 1), Driven(qapp, tmp_path), broke)
    assert broke == []
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def lock_after(seconds: float, driven: Driven, broke: list[Exception]) -> None:
    session = driven.session
    for lane in (session.vault, session.scan):
        lane.broke.connect(broke.append)
    page = session.opening.page
    assert isinstance(page, UnlockPage)
    page.unlock_asked.emit(PASSPHRASE)
    driven.wait(lambda: session.journal is not None)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        driven.app.processEvents()
    session.lock()
    driven.wait(lambda: driven.replaced)
    # what the pages and the scan lane still ask for comes now
    driven.spin(0.1)
    driven.end()


def test_a_window_that_had_the_keys_when_it_locked_takes_them_again_and_no_other(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    made_journal(tmp_path)
    window = Window(qtbot, qapp, tmp_path)
    window.unlock()
    window.session.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not None)
    window.session.lock()
    window.locked()
    assert window.replaced[0].active
    window.end()
    for active in (True, False):
        start = Start(folder=tmp_path / "journal", home=tmp_path / "home", reason=Reason.BY_HAND.value, active=active)
        made = make_session(qapp, window.places, start, replace=window.replaced.append)
        qtbot.addWidget(made.window)
        made.run()
        assert made.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating) is not active
        made.stop()
        made.window.hide()
