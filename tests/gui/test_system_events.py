"""What the system says becomes a reason to lock, on each platform."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from typing import Any

import pytest
from PySide6.QtDBus import QDBusConnection
from pytestqt.qtbot import QtBot

from ui.capture import block_capture
from ui.locking import Reason
from ui.system_events import LinuxEvents
from ui.system_macos import REASONS, MacEvents
from ui.system_windows import WindowsEvents, reason_of

#: A bus of its own, two connections, one signal each; prints the reasons that arrived.
ON_A_BUS = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from ui.system_events import LinuxEvents
app = QCoreApplication([])
bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "listening")
events = LinuxEvents(bus, bus)
events.hold_sleep()
events.lock_wanted.connect(lambda reason: print(reason.value, flush=True))
other = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "telling")
for path, interface, name, values in (
    ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", [True]),
    ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", [False]),
    ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", [True]),
    ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", [False]),
    ("/elsewhere", "org.example.Other", "ActiveChanged", [True]),
):
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(values)
    other.send(message)
QTimer.singleShot(400, app.quit)
app.exec()
"""


def unconnected() -> QDBusConnection:
    return QDBusConnection("nobody")


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no bus daemon here")
def test_signals_of_the_bus_lock() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", ON_A_BUS],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.split() == ["sleep", "screen"]


def test_without_a_bus_nothing_happens_and_nothing_breaks(qtbot: QtBot) -> None:
    events = LinuxEvents(unconnected(), unconnected())
    events.hold_sleep()
    events.release_sleep()


def test_slots_of_linux_tell_reasons(qtbot: QtBot) -> None:
    events = LinuxEvents(unconnected(), unconnected())
    told: list[Reason] = []
    events.lock_wanted.connect(told.append)
    events.sleeping(True)
    events.sleeping(False)
    events.session_locked()
    events.screen_changed(True)
    events.screen_changed(False)
    assert told == [Reason.SLEEP, Reason.SCREEN, Reason.SCREEN]


@pytest.mark.parametrize(
    ("message", "wparam", "reason"),
    [
        (0x0218, 0x4, Reason.SLEEP),
        (0x0218, 0x7, None),
        (0x02B1, 0x7, Reason.SCREEN),
        (0x02B1, 0x8, None),
        (0x02B1, 0x2, Reason.SESSION),
        (0x0100, 0x7, None),
    ],
)
def test_window_messages_of_windows(message: int, wparam: int, reason: Reason | None) -> None:
    assert reason_of(message, wparam) is reason


class Library:
    """Stands for a system library: remembers what was called."""

    def __init__(self) -> None:
        self.called: list[tuple[str, tuple[Any, ...]]] = []
        self._functions: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)

        def function(*arguments: Any) -> int:
            self.called.append((name, arguments))
            return 1

        return self._functions.setdefault(name, function)


def test_windows_is_asked_for_session_changes(qtbot: QtBot) -> None:
    library = Library()
    WindowsEvents(42, wtsapi=library)
    (name, (window, scope)) = library.called[0]
    assert (name, window.value, scope) == ("WTSRegisterSessionNotification", 42, 0)


def test_macos_is_asked_for_each_notification_and_they_lock(qtbot: QtBot) -> None:
    library = Library()
    events = MacEvents(library=library)
    told: list[Reason] = []
    events.lock_wanted.connect(told.append)
    observers = [arguments for name, arguments in library.called if name == "CFNotificationCenterAddObserver"]
    assert len(observers) == len(REASONS)
    for arguments in observers:
        arguments[2](*[ctypes.c_void_p()] * 5)
    assert told == list(REASONS.values())


def test_windows_is_asked_to_leave_the_window_out_of_captures() -> None:
    library = Library()
    assert block_capture(42, True, platform="win32", library=library)
    assert block_capture(42, False, platform="win32", library=library)
    assert [arguments[1] for _, arguments in library.called] == [0x11, 0]


def test_macos_is_asked_to_leave_the_window_out_of_captures() -> None:
    library = Library()
    assert block_capture(42, True, platform="darwin", library=library)
    assert [name for name, _ in library.called].count("objc_msgSend") == 2
    assert library.called[-1][1][2].value == 0


def test_x11_cannot_and_says_so() -> None:
    assert not block_capture(42, True, platform="linux")
