"""What the menus do that belongs to no page: cut and paste where the keyboard is, text size, full screen, help."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit

from journal.settings import Settings, usable

#: One step of larger or smaller text, in pixels of the writing size.
_STEP_PX = 2
_HELP = ("help", "shortcuts", "protected", "about")


class WindowActions(QObject):
    """Connects the actions; ``settings`` and ``change`` read and set the text size."""

    def __init__(
        self,
        window: QMainWindow,
        actions: Mapping[str, QAction],
        settings: Callable[[], Settings],
        change: Callable[[Settings], None],
    ) -> None:
        super().__init__(window)
        self._window, self._settings, self._change = window, settings, change
        for id in ("cut", "copy", "paste", "select_all"):
            actions[id].triggered.connect(self._edit(id))
        for id, step in (("larger", _STEP_PX), ("smaller", -_STEP_PX), ("standard", 0)):
            actions[id].triggered.connect(self._zoom(step))
        for id in _HELP:
            actions[id].triggered.connect(self._help(id))
        actions["full"].triggered.connect(self._toggle_full)

    def _edit(self, id: str) -> Callable[[], None]:
        method = "selectAll" if id == "select_all" else id

        def edit() -> None:
            focus = QApplication.focusWidget()
            if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit):
                getattr(focus, method)()

        return edit

    def _zoom(self, step: int) -> Callable[[], None]:
        def zoom() -> None:
            settings = self._settings()
            wanted = settings.text_px + step if step else Settings().text_px
            if usable("text_px", wanted) and wanted != settings.text_px:
                self._change(settings._replace(text_px=wanted))

        return zoom

    def _help(self, page: str) -> Callable[[], None]:
        def show() -> None:
            # here, not above: nobody waits for the help pages at the start
            from ui.help import show_help  # noqa: PLC0415

            show_help(page, self._window)

        return show

    def _toggle_full(self) -> None:
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
