"""The page on which a journal is opened: a passphrase, and ways for those who have none or mean another journal."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from journal.errors import Gone, JournalError, NotOurs, VaultDamaged, VaultEmpty, WrongSecret
from ui.theme import Look
from ui.widgets.first_stop import begin_at
from ui.widgets.parts import LINK_EDGE, button, card, centre, centred, column, flush, label, pair, row, set_look
from ui.widgets.passphrase_field import PassphraseField

#: Wrong tries in a row before a pause, and how long it is (security design: "against a hand at the keyboard").
TRIES_BEFORE_PAUSE = 3
PAUSE_MS = 2_000


class UnlockPage(QWidget):
    """Asks for the passphrase. It shows nothing of the journal but, where wanted, its folder's name."""

    unlock_asked = Signal(str)
    words_asked = Signal()
    other_asked = Signal()
    backup_asked = Signal()
    sample_delete_asked = Signal()

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
        self._field = PassphraseField(look, self.tr("Passphrase"))
        self._unlock = button(self.tr("Unlock"), "primary")
        # as it says why it locked: another look asks the style, of which Python would have to know all
        self._said = label("", "second", wrap=True)
        self._said.hide()
        self._caps = label(self.tr("Caps Lock seems to be on."), "hint")
        self._caps.hide()
        self._backup = button(self.tr("Open a backup…"))
        self._backup.hide()
        self._words = button(self.tr("Use recovery words"), "link")
        self._other = button(self.tr("Open another journal…"), "link")
        self._foot = label("", "hint")
        centre(self._feather, self._foot)
        self._below = column(spacing=8)
        self._lay_out()
        self._field.returnPressed.connect(self._ask)
        self._field.textChanged.connect(self._refresh)
        self._unlock.clicked.connect(self._ask)
        self._field.caps_lock.connect(self._caps.setVisible)
        self._backup.clicked.connect(self.backup_asked)
        self._words.clicked.connect(self.words_asked)
        self._other.clicked.connect(self.other_asked)
        look.changed.connect(self._paint)
        begin_at(self, self._field)
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

    def show_sample(self, passphrase: str) -> None:
        """This is the sample journal: say so, show what opens it, and offer to delete it."""
        frame, inside = card(look="aside", spacing=6)
        inside.addWidget(label(self.tr("This is the sample journal"), "section"))
        inside.addWidget(label(self.tr("Everyone in it is invented. It opens with:") + "\n" + passphrase, wrap=True))
        delete = button(self.tr("Delete the sample"), "link")
        delete.clicked.connect(self.sample_delete_asked)
        inside.addLayout(flush(delete))
        self._below.addWidget(frame)

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
                words += " " + self.tr("Check Caps Lock and the keyboard’s language. Your recovery words open it too.")
                self._pause.start()
                self._refresh()
        elif isinstance(error, JournalError):
            self._wrong = 0
        self.say(words, problem=True)
        # a journal that cannot be read may have a backup that can
        self._backup.setVisible(isinstance(error, VaultDamaged | VaultEmpty | Gone | NotOurs))
        self._field.setFocus()

    def forget(self) -> None:
        """Drop what was typed."""
        self._field.clear()
        self._field.hide_text()

    def _lay_out(self) -> None:
        name = label(self.tr("Congruence"), "title")
        # shorter than the card is wide, at any size of text
        motto = label(self.tr("A private place to think about the work."), "second")
        centre(name, motto)
        frame, inside = card(spacing=10)
        inside.setContentsMargins(22, 20, 22, 14)
        frame.setProperty("roomy", True)
        inside.addLayout(pair(label(self.tr("&Passphrase"), "second", buddy=self._field), self._field))
        for part in (self._caps, self._said, self._backup):
            inside.addWidget(part)
        inside.addSpacing(2)
        inside.addWidget(self._unlock)
        inside.addLayout(row(-LINK_EDGE, self._words, None, self._other, -LINK_EDGE))
        whole = QWidget(self)
        box = column(whole, spacing=6)
        for line in (self._feather, name, motto):
            box.addWidget(line)
        box.addSpacing(18)
        box.addWidget(frame)
        box.addSpacing(4)
        box.addWidget(self._foot)
        box.addLayout(self._below)
        column(self).addWidget(centred(whole, self._look, 420, self))

    def _ask(self) -> None:
        if self._working or self._pause.isActive() or not self._field.text():
            return
        self.say("")
        self._caps.hide()
        self._field.hide_text()
        passphrase = self._field.take()
        self.set_working(True)
        self.unlock_asked.emit(passphrase)

    def _refresh(self) -> None:
        self._unlock.setEnabled(bool(self._field.text()) and not self._working and not self._pause.isActive())

    def _paint(self) -> None:
        self._feather.setPixmap(self._look.pixmap("feather", "ink", self._look.px(42), self.devicePixelRatioF()))
