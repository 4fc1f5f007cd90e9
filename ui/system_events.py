"""What the system says about sleep, screen lock and the lid, as reasons to lock. Local buses and calls only.

Linux speaks over the system and session bus (logind, UPower, the screen savers); Windows and macOS have their own
files. A platform that says nothing is covered by the idle clock, which counts a jump as time away.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage, QDBusVariant

from ui.locking import Reason

log = logging.getLogger(__name__)

# freedesktop.org: org.freedesktop.login1(5), UPower reference, Idle Inhibition Service; GNOME, Cinnamon, MATE and
# KDE each keep a ScreenSaver interface with the same signal.
_LOGIN = "org.freedesktop.login1"
_LOGIN_PATH = "/org/freedesktop/login1"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_POWER = "org.freedesktop.UPower"
_POWER_PATH = "/org/freedesktop/UPower"
_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.kde.screensaver",
)


class SystemEvents(QObject):
    """Says when the system wants the journal locked. ``hold_sleep`` makes suspend wait for us, where it can."""

    lock_wanted = Signal(object)

    def hold_sleep(self) -> None:
        """Ask the system to wait for us before it sleeps. Nothing by default."""

    def release_sleep(self) -> None:
        """Let the system sleep. Nothing by default."""


class LinuxEvents(SystemEvents):
    """Signals of logind, UPower and the screen savers; the suspend delay inhibitor."""

    def __init__(self, system: QDBusConnection, session: QDBusConnection, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = system
        self._inhibitor: Any = None
        if system.isConnected():
            self._listen(system, _LOGIN_PATH, f"{_LOGIN}.Manager", "PrepareForSleep", "sleeping(bool)")
            self._listen(system, _POWER_PATH, _PROPERTIES, "PropertiesChanged", "power_changed(QDBusMessage)")
            if session_path := self._session_path():
                self._listen(system, session_path, f"{_LOGIN}.Session", "Lock", "session_locked()")
                self._listen(system, session_path, _PROPERTIES, "PropertiesChanged", "session_changed(QDBusMessage)")
        if session.isConnected():
            for saver in _SAVERS:
                self._listen(session, "", saver, "ActiveChanged", "screen_changed(bool)")

    def _listen(self, bus: QDBusConnection, path: str, interface: str, name: str, slot: str) -> None:
        # the stubs of PySide6 6.11 ask for bytes; the call itself takes only what SLOT gives
        bus.connect("", path, interface, name, self, SLOT(slot))  # type: ignore[call-overload]

    def hold_sleep(self) -> None:
        """Take logind's delay lock; it ends with this process, or with ``release_sleep``."""
        if not self._system.isConnected():
            return
        call = QDBusMessage.createMethodCall(_LOGIN, _LOGIN_PATH, f"{_LOGIN}.Manager", "Inhibit")
        call.setArguments(["sleep", "Congruence", "Locking the journal", "delay"])
        reply = self._system.call(call, QDBus.CallMode.Block, 1_000)
        if reply.type() is QDBusMessage.MessageType.ReplyMessage and reply.arguments():
            self._inhibitor = reply.arguments()[0]
        else:
            log.info("no sleep inhibitor here")

    def release_sleep(self) -> None:
        """Give the delay lock back."""
        self._inhibitor = None

    @Slot(bool)
    def sleeping(self, starts: bool) -> None:
        """logind: the computer is about to sleep, or has just woken."""
        if starts:
            self.lock_wanted.emit(Reason.SLEEP)

    @Slot()
    def session_locked(self) -> None:
        """logind: the session was asked to lock."""
        self.lock_wanted.emit(Reason.SCREEN)

    @Slot(bool)
    def screen_changed(self, active: bool) -> None:
        """A screen saver: the screen is locked or blanked."""
        if active:
            self.lock_wanted.emit(Reason.SCREEN)

    @Slot(QDBusMessage)
    def session_changed(self, message: QDBusMessage) -> None:
        """logind: another person took the screen, or the session says that it is locked."""
        if self._tells(message, f"{_LOGIN}.Session"):
            if self._property(message, _LOGIN, f"{_LOGIN}.Session", "LockedHint") is True:
                self.lock_wanted.emit(Reason.SCREEN)
            elif self._property(message, _LOGIN, f"{_LOGIN}.Session", "Active") is False:
                self.lock_wanted.emit(Reason.SESSION)

    @Slot(QDBusMessage)
    def power_changed(self, message: QDBusMessage) -> None:
        """UPower: the lid was closed."""
        if self._tells(message, _POWER) and self._property(message, _POWER, _POWER, "LidIsClosed") is True:
            self.lock_wanted.emit(Reason.LID)

    @staticmethod
    def _tells(message: QDBusMessage, interface: str) -> bool:
        return message.arguments()[:1] == [interface]

    def _property(self, message: QDBusMessage, service: str, interface: str, name: str) -> Any:
        """The present value; PySide6 6.11 cannot read the map that the signal itself carries."""
        call = QDBusMessage.createMethodCall(service, message.path(), _PROPERTIES, "Get")
        call.setArguments([interface, name])
        reply = self._system.call(call, QDBus.CallMode.Block, 1_000)
        answer = reply.arguments() if reply.type() is QDBusMessage.MessageType.ReplyMessage else []
        value = answer[0] if answer else None
        return value.variant() if isinstance(value, QDBusVariant) else value

    def _session_path(self) -> str:
        session = os.environ.get("XDG_SESSION_ID", "")
        call = QDBusMessage.createMethodCall(
            _LOGIN, _LOGIN_PATH, f"{_LOGIN}.Manager", "GetSession" if session else "GetSessionByPID"
        )
        call.setArguments([session or os.getpid()])
        reply = self._system.call(call, QDBus.CallMode.Block, 1_000)
        answer = reply.arguments() if reply.type() is QDBusMessage.MessageType.ReplyMessage else []
        path = answer[0] if answer else ""
        return path.path() if hasattr(path, "path") else str(path)


def system_events(window_id: int, parent: QObject | None = None) -> SystemEvents:
    """The events of the platform this runs on; ``window_id`` is the main window's native id."""
    if sys.platform == "win32":
        from ui.system_windows import WindowsEvents  # noqa: PLC0415 - ctypes.windll is there on Windows only

        return WindowsEvents(window_id, parent=parent)
    if sys.platform == "darwin":
        from ui.system_macos import MacEvents  # noqa: PLC0415 - loads frameworks of macOS

        return MacEvents(parent=parent)
    return LinuxEvents(QDBusConnection.systemBus(), QDBusConnection.sessionBus(), parent)
