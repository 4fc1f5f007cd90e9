"""A panel beside a page that becomes a drawer where the window is narrow: it slides over the page, Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStyle, QWidget
from shiboken6 import Shiboken

#: Design, "Habits": motion is short.
_SLIDE_MS = 120


class Drawer(QObject):
    """Keeps ``panel`` in ``split`` while there is room, else over ``host``. ``changed`` tells whether it is shown.

    The page itself is the splitter's first widget. While it is a drawer, the keyboard goes into it when it opens and
    back to where it was when it closes, and it closes by itself when the person goes on with the page.
    """

    changed = Signal(bool)

    def __init__(self, host: QWidget, split: QSplitter, panel: QWidget, *, wanted: bool = True) -> None:
        super().__init__(host)
        self._host, self._split, self._panel = host, split, panel
        self._narrow = False
        self._wanted = wanted
        self._open = False
        self._allowed = False
        self._back: QWidget | None = None
        self._slide = QPropertyAnimation(panel, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.finished.connect(self._arrived)
        self._page_first()
        host.installEventFilter(self)
        panel.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    @property
    def shown(self) -> bool:
        """Whether it is open, beside the page or over it."""
        return self._open if self._narrow else self._wanted

    @property
    def narrow(self) -> bool:
        """Whether it is a drawer now."""
        return self._narrow

    def set_narrow(self, narrow: bool) -> None:
        """Make it a drawer, closed at first, or a part of the page again."""
        if narrow is self._narrow:
            return
        self._narrow = narrow
        self._open = False
        self._slide.stop()
        self._panel.hide()
        if narrow:
            self._panel.setParent(self._host)
        else:
            self._split.addWidget(self._panel)
            self._page_first()
        self._show_beside()
        self.changed.emit(self.shown)

    def allow(self, allowed: bool) -> None:
        """Whether the page has anything for it to stand beside."""
        self._allowed = allowed
        if not allowed:
            self.close()
        self._show_beside()

    def set_shown(self, shown: bool) -> None:
        """Open or close it."""
        if not self._narrow:
            self._wanted = shown
            self._show_beside()
            self.changed.emit(shown)
        elif shown:
            self._slide_in()
        else:
            self.close()

    def close(self) -> None:
        """Close it where it is a drawer; the keyboard goes back to where it was."""
        if not self._open:
            return
        self._open = False
        back, self._back = self._back, None
        focus = QApplication.focusWidget()
        if back is not None and (focus is None or self._panel.isAncestorOf(focus)):
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go(self._place(opened=False))
        self.changed.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page's size; close on Esc."""
        if event.type() is QEvent.Type.Resize and watched is self._host and self._narrow:
            self._slide.stop()
            self._panel.setGeometry(self._place(opened=self._open))
        return self._open and watched is self._panel and self._closed_by(event)

    def _closed_by(self, event: QEvent) -> bool:
        escape = (
            isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
        )
        if escape:
            self.close()
        return escape

    def _page_first(self) -> None:
        """A splitter lays each new part below those before, and screen readers go by that: the panel would be first."""
        page = self._split.widget(0)
        if page is not None and page is not self._panel:
            page.lower()

    def _show_beside(self) -> None:
        if not self._narrow:
            self._panel.setVisible(self._wanted and self._allowed)

    def _slide_in(self) -> None:
        if self._open or not self._allowed:
            return
        self._back = QApplication.focusWidget()
        self._open = True
        self._panel.setGeometry(self._place(opened=False))
        self._panel.show()
        self._panel.raise_()
        self._go(self._place(opened=True))
        self._enter()
        self.changed.emit(True)

    def _enter(self) -> None:
        """The keyboard goes to the first control of the panel."""
        first = self._panel.nextInFocusChain()
        while first is not None and first is not self._panel:
            stops = bool(first.focusPolicy() & Qt.FocusPolicy.TabFocus)
            if stops and first.isVisible() and first.isEnabled() and self._panel.isAncestorOf(first):
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return
            first = first.nextInFocusChain()

    def _place(self, *, opened: bool) -> QRect:
        wide = min(max(self._panel.minimumSizeHint().width(), self._panel.minimumWidth()), self._host.width())
        left = self._host.width() - (wide if opened else 0)
        return QRect(left, 0, wide, self._host.height())

    def _go(self, place: QRect) -> None:
        self._slide.stop()
        self._panel.resize(place.size())
        # a style that does not animate says nought, as systems with reduced motion ask it to
        moves = self._host.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
        if not moves or not self._host.isVisible():
            self._panel.move(place.topLeft())
            self._arrived()
            return
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setStartValue(self._panel.pos())
        self._slide.setEndValue(QPoint(place.left(), place.top()))
        self._slide.start()

    def _arrived(self) -> None:
        if self._narrow and not self._open:
            self._panel.hide()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        # where a page goes, what stands in the splitter goes before this, and the keyboard leaves it then
        if not self._open or new is None or not Shiboken.isValid(self._split):
            return
        page = self._split.widget(0)
        if page is not None and page.isAncestorOf(new):
            self._back = None
            self.close()
