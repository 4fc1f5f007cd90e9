"""Keeps the window out of screenshots and screen sharing where the system can: Windows and macOS, not X11."""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
from typing import Any

# winuser.h: WDA_NONE, WDA_EXCLUDEFROMCAPTURE (Windows 10 2004); NSWindow.h: NSWindowSharingNone, -ReadOnly.
_SHOWN, _EXCLUDED = 0x00, 0x11
_SHARING_NONE, _SHARING_READ_ONLY = 0, 1


def block_capture(window_id: int, blocked: bool, *, platform: str = sys.platform, library: Any = None) -> bool:
    """Block or allow capture of a native window; whether the system could be asked at all.

    ``window_id`` is ``QWidget.winId()``: a window handle on Windows, an ``NSView`` on macOS.
    """
    if platform == "win32":
        user32 = library if library is not None else ctypes.WinDLL("user32")  # type: ignore[attr-defined]
        return bool(user32.SetWindowDisplayAffinity(ctypes.c_void_p(window_id), _EXCLUDED if blocked else _SHOWN))
    if platform == "darwin":
        objc = library if library is not None else ctypes.CDLL(ctypes.util.find_library("objc"))
        objc.sel_registerName.restype = ctypes.c_void_p
        objc.objc_msgSend.restype = ctypes.c_void_p
        view = ctypes.c_void_p(window_id)
        window = objc.objc_msgSend(view, ctypes.c_void_p(objc.sel_registerName(b"window")))
        if not window:
            return False
        setting = ctypes.c_void_p(objc.sel_registerName(b"setSharingType:"))
        objc.objc_msgSend(
            ctypes.c_void_p(window), setting, ctypes.c_ulong(_SHARING_NONE if blocked else _SHARING_READ_ONLY)
        )
        return True
    return False
