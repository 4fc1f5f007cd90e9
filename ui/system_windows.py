"""Windows' own words for sleep and screen lock, read from the messages of our window."""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject

from ui.locking import Reason
from ui.system_events import SystemEvents

# winuser.h and wtsapi32.h (Windows SDK)
WM_POWERBROADCAST = 0x0218
PBT_APMSUSPEND = 0x0004
WM_WTSSESSION_CHANGE = 0x02B1
WTS_CONSOLE_DISCONNECT = 0x2
WTS_REMOTE_DISCONNECT = 0x4
WTS_SESSION_LOGOFF = 0x6
WTS_SESSION_LOCK = 0x7
_NOTIFY_FOR_THIS_SESSION = 0


def reason_of(message: int, wparam: int) -> Reason | None:
    """Why to lock, if this window message is a reason."""
    if message == WM_POWERBROADCAST and wparam == PBT_APMSUSPEND:
        return Reason.SLEEP
    if message == WM_WTSSESSION_CHANGE:
        if wparam == WTS_SESSION_LOCK:
            return Reason.SCREEN
        if wparam in (WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF):
            return Reason.SESSION
    return None


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, events: SystemEvents) -> None:
        super().__init__()
        self._events = events

    def nativeEventFilter(
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        name = event_type.data() if isinstance(event_type, QByteArray) else bytes(event_type)
        if name == b"windows_generic_MSG":
            read = wintypes.MSG.from_address(int(message))
            reason = reason_of(read.message, read.wParam)
            if reason is not None:
                self._events.lock_wanted.emit(reason)
        return False, 0


class WindowsEvents(SystemEvents):
    """Registers for session changes; suspend is broadcast to every top-level window."""

    def __init__(self, window_id: int, *, wtsapi: Any = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        library = wtsapi if wtsapi is not None else ctypes.WinDLL("wtsapi32")  # type: ignore[attr-defined]
        library.WTSRegisterSessionNotification(wintypes.HWND(window_id), _NOTIFY_FOR_THIS_SESSION)
        self._filter = _Filter(self)
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._filter)
