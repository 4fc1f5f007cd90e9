"""macOS' own words for screen lock and sleep, from its notification centres.

Screen lock arrives through the distributed centre (``com.apple.screenIsLocked``, as KeePassXC listens for it); sleep
through ``NSWorkspaceWillSleepNotification``'s Core Foundation cousin is not distributed, so the idle clock's jump
covers it as soon as the computer wakes, before anything is painted anew.
"""

from __future__ import annotations

import ctypes
from typing import Any

from PySide6.QtCore import QObject

from ui.locking import Reason
from ui.system_events import SystemEvents

_CORE_FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
#: CFString.h: kCFStringEncodingUTF8; CFNotificationCenter.h: deliver at once.
_UTF8 = 0x08000100
_DELIVER_IMMEDIATELY = 4

REASONS = {
    "com.apple.screenIsLocked": Reason.SCREEN,
    "com.apple.screensaver.didstart": Reason.SCREEN,
    "com.apple.sessionDidMoveOffConsole": Reason.SESSION,
}

_CALLBACK = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class MacEvents(SystemEvents):
    """Observes the distributed notification centre; Qt's event loop on macOS runs the loop that delivers."""

    def __init__(self, *, library: Any = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        core = library if library is not None else ctypes.CDLL(_CORE_FOUNDATION)
        core.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
        core.CFStringCreateWithCString.restype = ctypes.c_void_p
        centre = core.CFNotificationCenterGetDistributedCenter()
        #: kept: the centre holds only addresses of these
        self._callbacks = []
        for name, reason in REASONS.items():
            callback = _CALLBACK(self._teller(reason))
            self._callbacks.append(callback)
            word = core.CFStringCreateWithCString(None, name.encode(), _UTF8)
            core.CFNotificationCenterAddObserver(
                ctypes.c_void_p(centre), None, callback, ctypes.c_void_p(word), None, _DELIVER_IMMEDIATELY
            )

    def _teller(self, reason: Reason) -> Any:
        def tell(*_: object) -> None:
            self.lock_wanted.emit(reason)

        return tell
