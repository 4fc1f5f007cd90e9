"""Locking while the pages of a journal are still being filled: nothing is asked of a file that is closed."""

from __future__ import annotations

import logging
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.campaigns.driven import Driven
from tests.journals import PASSPHRASE, new_journal
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
