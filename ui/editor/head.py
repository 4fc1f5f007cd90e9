"""The row of buttons above an entry: format on the left, what can be done with the entry on the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui.editor.format_bar import FormatBar
from ui.theme import Look
from ui.widgets.parts import button, icon_button, row


class Head(QWidget):
    """Signals say what was asked."""

    post_asked = Signal()
    side_asked = Signal(bool)
    history_asked = Signal()
    trash_asked = Signal()
    delete_asked = Signal()
    threads_asked = Signal()
    leave_out_asked = Signal()

    def __init__(self, look: Look, star: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.format = FormatBar(look)
        self._to_post = button(self.tr("Blog draft…"), "link", name=self.tr("Make a blog draft of this entry"))
        self._side = icon_button(look, "panel-right", self.tr("Questions beside the page"), checkable=True)
        self._more = icon_button(look, "ellipsis", self.tr("More"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._more)
        self._to_history = menu.addAction(self.tr("Earlier texts…"), self.history_asked.emit)
        self._to_threads = menu.addAction(self.tr("Threads…"), self.threads_asked.emit)
        self._leave_out = menu.addAction(self.tr("Leave out of “On this day”"), self.leave_out_asked.emit)
        self._to_trash = menu.addAction(self.tr("Move to the trash"), self.trash_asked.emit)
        self._for_good = menu.addAction(self.tr("Delete for good…"), self.delete_asked.emit)
        self._more.setMenu(menu)
        self._line = row(self.format, None, self._to_post, star, self._side, self._more, spacing=4)
        self.setLayout(self._line)
        self._to_post.clicked.connect(self.post_asked)
        self._side.clicked.connect(self.side_asked)

    def set_enabled(self, enabled: bool) -> None:
        """Whether the entry can be written in; one in the trash can only go for good."""
        self.format.setEnabled(enabled)
        self._to_post.setEnabled(enabled)
        for action in (self._to_history, self._to_threads, self._leave_out):
            action.setVisible(enabled)
        self._to_trash.setVisible(enabled)
        self._for_good.setVisible(not enabled)

    def show_side(self, shown: bool) -> None:
        """Whether the panel beside the page is open."""
        self._side.setChecked(shown)

    def begin_at(self, left: int) -> None:
        """Where the column of text begins, in pixels."""
        # an icon has four pixels of padding and two of border before its drawing
        self._line.setContentsMargins(max(0, left - 6), 8, 12, 0)
