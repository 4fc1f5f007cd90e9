"""The page on which a journal is opened: a passphrase, and ways for those who have none or mean another journal."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from journal.errors import JournalError, WrongSecret
from ui.theme import Look
from ui.widgets.parts import button, card, centred, column, label, row, set_look
from ui.widgets.passphrase_field import PassphraseField

#: Wrong tries in a row before a pause, and how long it is (security design: "against a hand at the keyboard").
TRIES_BEFORE_PAUSE = 3
PAUSE_MS = 2_000


class UnlockPage(QWidget):
    """Asks for the passphrase. It shows nothing of the journal but, where wanted, its folder's name."""

    unlock_asked = Signal(str)
    words_asked = Signal()
    other_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None, *, pause_ms: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self._look = look
        self._wrong = 0
        self._working = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self._refresh)
        self._feather = label()
        self._feather.setAlignment(Qt.AlignmentFlag.AlignCenter)
        name = label(self.tr("Congruence"), "title")
        name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        motto = label(self.tr("A private place to think about the work."), "second", wrap=True)
        motto.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._field = PassphraseField(look, self.tr("Passphrase"))
        self._unlock = button(self.tr("Unlock"), "primary")
        self._said = label("", "error", wrap=True)
        self._said.hide()
        words = button(self.tr("Use recovery words"), "link")
        other = button(self.tr("Open another journal…"), "link")
        self._foot = label("", "hint")
        self._foot.setAlignment(Qt.AlignmentFlag.AlignCenter)

        frame, inside = card(spacing=10)
        inside.setContentsMargins(22, 20, 22, 14)
        inside.addWidget(label(self.tr("&Passphrase"), "second", buddy=self._field))
        inside.addWidget(self._field)
        inside.addWidget(self._said)
        inside.addSpacing(2)
        inside.addWidget(self._unlock)
        inside.addLayout(row(words, None, other))
        whole = QWidget()
        box = column(whole, spacing=6)
        box.addWidget(self._feather)
        box.addWidget(name)
        box.addWidget(motto)
        box.addSpacing(18)
        box.addWidget(frame)
        box.addSpacing(4)
        box.addWidget(self._foot)
        column(self).addWidget(centred(whole, look, 420))

        self._field.returnPressed.connect(self._ask)
        self._field.textChanged.connect(self._refresh)
        self._unlock.clicked.connect(self._ask)
        words.clicked.connect(self.words_asked)
        other.clicked.connect(self.other_asked)
        look.changed.connect(self._paint)
        self.setFocusProxy(self._field)
        self._paint()
        self._refresh()

    def say(self, words: str, *, problem: bool = False) -> None:
        """Show a sentence under the field: why it locked, or what went wrong."""
        set_look(self._said, "error" if problem else "second")
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self._field.setAccessibleDescription(words)

    def show_foot(self, words: str) -> None:
        """A quiet line below the card."""
        self._foot.setText(words)

    def set_working(self, working: bool) -> None:
        """While the passphrase is tried nothing else can be asked."""
        self._working = working
        self._field.setReadOnly(working)
        self._unlock.setText(self.tr("Unlocking…") if working else self.tr("Unlock"))
        self._refresh()

    def failed(self, error: Exception, words: str) -> None:
        """The try did not open the journal: say so kindly, and let them try again."""
        self.set_working(False)
        if isinstance(error, WrongSecret):
            self._wrong += 1
            if self._wrong >= TRIES_BEFORE_PAUSE:
                words += " " + self.tr("Check Caps Lock and the keyboard's language. Your recovery words open it too.")
                self._pause.start()
                self._refresh()
        elif isinstance(error, JournalError):
            self._wrong = 0
        self.say(words, problem=True)
        self._field.setFocus()

    def forget(self) -> None:
        """Drop what was typed."""
        self._field.clear()
        self._field.hide_text()

    def _ask(self) -> None:
        if self._working or self._pause.isActive() or not self._field.text():
            return
        self.say("")
        self._field.hide_text()
        passphrase = self._field.take()
        self.set_working(True)
        self.unlock_asked.emit(passphrase)

    def _refresh(self) -> None:
        self._unlock.setEnabled(bool(self._field.text()) and not self._working and not self._pause.isActive())

    def _paint(self) -> None:
        self._feather.setPixmap(self._look.pixmap("feather", "ink", self._look.px(42), self.devicePixelRatioF()))
