"""Copying without leaving a trail: marked as secret, cleared after a minute and at lock if it is still ours."""

from __future__ import annotations

import hashlib
import secrets

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard

CLEAR_AFTER_S = 60

#: Formats by which clipboard histories are asked to look away: KDE's Klipper and those that follow it, Windows'
#: clipboard history, macOS pasteboard viewers (nspasteboard.org).
_SECRET_HINTS = (
    ("x-kde-passwordManagerHint", b"secret"),
    ("ExcludeClipboardContentFromMonitorProcessing", b"1"),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"1"),
    ("application/x-nspasteboard-concealed-type", b""),
)
#: Tells our own copies apart, also where the platform does not say who owns the clipboard.
_OUR_MARK = "application/x-congruence"


def secret_mime(text: str, html: str = "") -> QMimeData:
    """``text`` as plain text, marked so that clipboard histories leave it out; with ``html`` also as that.

    Only a reviewed post is copied as HTML: what is cut or copied elsewhere stays plain.
    """
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    for name, value in _SECRET_HINTS:
        data.setData(name, value)
    data.setData(_OUR_MARK, b"1")
    return data


class Clipboard(QObject):
    """Watches what we put on the system's clipboard, by a keyed digest: no text of ours is kept here."""

    def __init__(
        self, clipboard: QClipboard, *, clear_after_s: float = CLEAR_AFTER_S, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._key = secrets.token_bytes(16)
        self._ours: bytes | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(round(clear_after_s * 1000))
        self._timer.timeout.connect(self.clear_if_ours)
        clipboard.dataChanged.connect(self._changed)

    def copy(self, text: str, html: str = "") -> None:
        """Put ``text`` there, marked as secret; it is cleared after the time given."""
        self._clipboard.setMimeData(secret_mime(text, html))

    def clear_if_ours(self) -> None:
        """Empty the clipboard unless another program has put something else there since."""
        self._timer.stop()
        if self._ours is not None and self._digest(self._clipboard.text()) == self._ours:
            self._clipboard.clear()
        self._ours = None

    def _changed(self) -> None:
        # a cut or copy in any field of ours, not only through copy(); what others put there is not ours to clear
        mime = self._clipboard.mimeData()
        marked = mime is not None and mime.hasFormat(_OUR_MARK)
        text = self._clipboard.text()
        if not text or not (marked or self._clipboard.ownsClipboard()):
            return
        if not marked:
            # a line edit's own copy: put it there again with the marks, which brings us here once more
            self.copy(text)
            return
        self._ours = self._digest(text)
        self._timer.start()

    def _digest(self, text: str) -> bytes:
        return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), key=self._key).digest()
