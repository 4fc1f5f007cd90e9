"""What a person adds to the findings: words that identify someone, names for the register, words to leave alone."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from journal.anonymise.review import Review
from journal.errors import JournalError
from journal.model import KnownName
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.review.kind_words import FLAGS, said
from ui.review.pane import ReviewPane
from ui.review.store import PostStore
from ui.theme import Look
from ui.widgets.register_dialog import RegisterDialog


class Flagging(QObject):
    """``flagged`` carries the index of the first new finding; ``said`` a line to show."""

    flagged = Signal(int)
    said = Signal(object)

    def __init__(
        self, look: Look, store: PostStore, vault: Lane, page: QWidget, *, new_id: Callable[[], UUID], base: ReviewPane
    ) -> None:
        super().__init__(page)
        self._look, self._store, self._vault, self._new_id = look, store, vault, new_id
        self._page, self._base = page, base
        self._review: Review | None = None

    def show_review(self, review: Review | None) -> None:
        """Add to another review, or none."""
        self._review = review

    def button(self, pane: ReviewPane) -> QToolButton:
        """A button about what is selected in a text."""
        made = QToolButton()
        made.setProperty("look", "link")
        made.setText(self.tr("Flag…"))
        made.setToolTip(self.tr("The selected words identify someone (F7)"))
        name = self.tr("The selected words of %1 identify someone").replace("%1", pane.accessibleName())
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setEnabled(False)
        pane.picked.connect(made.setEnabled)
        pane.menu_asked.connect(lambda place: self._show_menu(pane, place))
        made.clicked.connect(lambda: self._pop(self.menu(pane), made.mapToGlobal(QPoint(0, made.height()))))
        return made

    def menu(self, pane: ReviewPane) -> QMenu:
        """What the selected words are, in all places or here only."""
        menu = QMenu(self._page)
        for words, everywhere in ((self.tr("In all places"), True), (self.tr("Only here"), False)):
            sub = menu.addMenu(words)
            for kind, kind_said in FLAGS.items():
                sub.addAction(said(kind_said)).triggered.connect(
                    lambda _=False, kind=kind, everywhere=everywhere: self.flag(pane, kind, everywhere=everywhere)
                )
        return menu

    def ask(self, pane: ReviewPane) -> None:
        """Ask what the selected words are, from the keyboard."""
        if pane.textCursor().hasSelection():
            self._pop(self.menu(pane), pane.mapToGlobal(pane.cursorRect().bottomLeft()))

    def flag(self, pane: ReviewPane, kind: str, *, everywhere: bool) -> None:
        """The selected words identify someone."""
        review = self._review
        if review is None:
            return
        start, end = pane.selection()
        words = pane.text[start:end].strip()
        # the space that a selection by words takes along stays where it is
        start += pane.text[start:end].find(words)
        end = start + len(words)
        flag = review.flag if pane is self._base else review.flag_in_draft
        try:
            flag(start, end, kind, everywhere=everywhere)
        except JournalError as error:
            self.said.emit(error_words(error))
            return
        now = review.now
        self.flagged.emit(next((at for at in range(now.count) if now.surface(at) == words), 0))

    def ask_register(self, name: str, label_id: str) -> None:
        """Offer to put a name into the register."""
        dialog = RegisterDialog(self._look, name, label_id, self._new_id, self._page.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._register)
        dialog.open()

    def never_flag(self, words: tuple[str, ...]) -> None:
        """From now on no scan flags these."""
        store = self._store

        def remember() -> None:
            for word in words:
                store.never_flag(word)

        self._write(remember, self.tr("Kept here, and not flagged again in any draft. Settings list it."))

    def _register(self, name: KnownName) -> None:
        store = self._store
        self._write(lambda: store.save_name(name), self.tr("In your register. Every draft looks for it from now on."))

    def _write(self, call: Callable[[], object], words: str) -> None:
        self._vault.run(
            call,
            owner=self,
            done=lambda _: self.said.emit(words),
            failed=lambda error: self.said.emit(error_words(error)),
            work=Work.WRITE,
        )

    def _show_menu(self, pane: ReviewPane, place: QPoint) -> None:
        menu = pane.createStandardContextMenu()
        if pane.textCursor().hasSelection():
            menu.addSeparator()
            sub = self.menu(pane)
            sub.setTitle(self.tr("This identifies someone"))
            menu.addMenu(sub)
        self._pop(menu, place)

    def _pop(self, menu: QMenu, place: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
        # as the arrow goes to it. ``setActiveAction`` opens a menu inside at once, and Qt (6.11) then gives its keys to
        # the menu around it: Return chose nothing there
        down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(menu, down)
