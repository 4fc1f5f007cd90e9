"""A small form: a heading, fields under their labels, Save and Cancel. What cannot be stored is said inside."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QLineEdit, QVBoxLayout, QWidget

from journal.practice.unfinished import Unfinished
from ui.theme import Look
from ui.widgets.parts import button, column, hairline, label, row, scrolled
from ui.widgets.reading_order import put_in_order
from ui.widgets.removal import ask_removal
from ui.widgets.said import Said

#: What is seen above and below the field that the keyboard begins at: its frame.
_AROUND_PX = 8


def save_by_keys(form: QDialog, save: QAbstractButton) -> None:
    """Let Ctrl+Return press ``save``: Return alone is a new line in a field of several, and taken by one of numbers."""
    for keys in ("Ctrl+Return", "Ctrl+Enter"):
        QShortcut(QKeySequence(keys), form, save.click)
    save.setToolTip(QKeySequence("Ctrl+Return").toString(QKeySequence.SequenceFormat.NativeText))


class FormDialog(QDialog):
    """``asked`` when Save is pressed, ``remove_asked`` when the thing is to go; whoever opened it answers with
    ``accept`` or ``failed``. Fields are added to ``fields``; ``fit`` is called once all are there."""

    asked = Signal()
    remove_asked = Signal()
    #: What it said when it was left by Escape or Cancel, an ``Unfinished``: nobody is asked, it can be taken up again.
    let_go = Signal(object)

    def __init__(
        self, look: Look, title: str, about: str = "", *, save: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        #: Whether what was typed is stored when the journal locks over it; else it is let go.
        self.keep = False
        self._unanswered = True
        self._first: QWidget | None = None
        self._began: Unfinished | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.said = Said()
        self.save = button(save or self.tr("Save"), "primary")
        self.save.setDefault(True)
        self.cancel = button(self.tr("Cancel"))
        self.remove = button(self.tr("Remove…"), name=self.tr("Remove this"))
        self.remove.hide()
        box = column(self)
        # filled where it stands (ui/widgets/parts.py)
        self._inside = QWidget(self)
        self._area = scrolled(self._inside, self)
        box.addWidget(self._area, 1)
        self.fields: QVBoxLayout = column(self._inside, margins=(26, 22, 26, 16), spacing=7)
        self.fields.addWidget(label(title, "heading", wrap=True))
        if about:
            self.fields.addWidget(label(about, "second", wrap=True))
        self.fields.addSpacing(4)
        foot = column(margins=(26, 12, 26, 14), spacing=8)
        foot.addWidget(self.said)
        #: The row of buttons, for one more.
        self.buttons = row(self.remove, None, self.cancel, self.save)
        foot.addLayout(self.buttons)
        self._foot = foot
        box.addWidget(hairline())
        box.addLayout(foot)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._ask)
        save_by_keys(self, self.save)
        self.remove.clicked.connect(self._ask_remove)

    def add(self, words: str, field: QWidget, hint: str = "") -> None:
        """A field under its label."""
        self.fields.addWidget(label(words, "section", buddy=field))
        self.fields.addWidget(field)
        if hint:
            self.fields.addWidget(label(hint, "hint", wrap=True))
            field.setAccessibleDescription(hint)

    def fit(self, width: int) -> None:
        """As wide as said at the standard text size, as high as its fields, within the window."""
        self._began = self.form()
        self.fields.addStretch(1)
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        wide = self._look.px(width)
        parent = self.parentWidget()
        most = parent.window().size() if parent is not None else None
        if most is not None:
            wide = min(wide, max(320, most.width() - 48))
        high = (
            self.fields.totalHeightForWidth(wide)
            if self.fields.hasHeightForWidth()
            else self.fields.sizeHint().height()
        )
        high += self._foot.sizeHint().height() + 4
        if most is not None:
            high = min(high, max(300, most.height() - 48))
        self.resize(wide, high)
        # the fields first, and the keyboard in the first of them
        self._first = put_in_order(self)
        for line in self.findChildren(QLineEdit):
            # more than a line is seen from its beginning, but for the one that is typed on in
            if line is not self._first:
                line.setCursorPosition(0)

    @property
    def kept_open(self) -> bool:
        """Whether it holds words that are not stored yet and should be."""
        return self.keep and self._unanswered

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: all of what the keyboard begins at is seen; from there on Tab sees to it."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._show_focus)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Qt: Tab goes on in the order of reading, whatever was filled in since."""
        put_in_order(self)
        return super().focusNextPrevChild(next)

    def form(self) -> Unfinished | None:
        """What it says, for those that keep it when the journal locks over them."""
        return None

    def unfinished(self) -> Unfinished | None:
        """What it says, while it is open and says more than it began with; not where that is stored (``keep``)."""
        return None if self.keep else self._more()

    def reject(self) -> None:
        """Qt: it was left; what it said is let go."""
        more = self._more()
        super().reject()
        if more is not None:
            self.let_go.emit(more)

    def take_up(self) -> None:
        """It was opened again with what stood in it: that is not stored yet, even if nothing more is typed."""
        self._began = None

    def done(self, result: int) -> None:
        """Qt: it was answered."""
        self._unanswered = False
        super().done(result)

    def failed(self, words: str, at: QWidget | None = None) -> None:
        """Say why it was not stored; ``at`` is the field where that can be mended."""
        self.said.setText(words)
        self.save.setEnabled(True)
        if at is not None:
            at.setFocus()
            self._area.ensureWidgetVisible(at, 0, _AROUND_PX)

    def _more(self) -> Unfinished | None:
        made = self.form()
        return made if self._unanswered and made != self._began else None

    def _ask_remove(self) -> None:
        if "…" in self.remove.text():
            words = self.tr("Remove this from the journal?")
            ask_removal(self, self.windowTitle(), words, removed=self.remove_asked.emit)
        else:
            self.remove_asked.emit()

    def _show_focus(self) -> None:
        focus = self.focusWidget() or self._first
        if focus is not None and self._inside.isAncestorOf(focus):
            self._area.ensureWidgetVisible(focus, 0, _AROUND_PX)
        if isinstance(focus, QLineEdit):
            # Qt chooses all of it in a dialog that opens (QDialog::setVisible), and the first letter would replace it
            focus.end(False)

    def _ask(self) -> None:
        self.said.setText("")
        self.asked.emit()
