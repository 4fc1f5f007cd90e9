"""Earlier texts of an entry beside the present one, with what differs marked, and the way back to any of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QSplitter, QTextEdit, QWidget

from journal.model import Entry, Revision
from journal.own_words import count_words
from ui.clipboard import secret_mime
from ui.editor.differences import Comparison, compare
from ui.editor.store import EntryStore
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.text import Positions, counted, document_text, moment_words, select
from ui.theme import Look
from ui.widgets.markdown_look import MarkdownHighlighter
from ui.widgets.parts import button, column, ground, icon_button, label, row

_REVISION = Qt.ItemDataRole.UserRole
_LIST_PX = 210
_NONE_PX = 520
_MARGIN_PX = 14
#: As the style sheet sets it.
_TEXT_PX = 16
_TITLE_PX = 23


def whole_text(title: str, body: str) -> str:
    """Title and text as one, as they are compared."""
    return f"{title}\n\n{body}" if title else body


class ReadingPane(QTextEdit):
    """A text to read. What is copied from it is marked as secret, like all that leaves a page."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._markdown = MarkdownHighlighter(self.document(), look, px=_TEXT_PX, mark="ink-2")
        self.setProperty("look", "compared")
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.document().setDocumentMargin(_MARGIN_PX)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Qt: plain text only."""
        return secret_mime(self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n"))

    def show_text(self, text: str, titled: bool, stretches: Sequence[tuple[int, int]], style: QTextCharFormat) -> None:
        """Show ``text`` with ``stretches`` of code points in ``style``."""
        self._markdown.titled = titled
        # Qt sets a new text in the format at the caret: that of the title, or of a difference, shown before
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setCurrentCharFormat(QTextCharFormat())
        self.setPlainText(text)
        document = self.document()
        if titled:
            heading = QTextCharFormat()
            heading.setFontWeight(QFont.Weight.DemiBold.value)
            # larger than any heading in the text
            heading.setProperty(QTextFormat.Property.FontPixelSize, self._look.px(_TITLE_PX))
            first = QTextCursor(document.firstBlock())
            first.select(QTextCursor.SelectionType.BlockUnderCursor)
            first.mergeCharFormat(heading)
        positions = Positions(document_text(document))
        for start, end in stretches:
            select(document, start, end, positions).mergeCharFormat(style)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def go_to(self, position: int) -> None:
        """Bring a code point into view, a little below the top."""
        cursor = select(self.document(), position, position)
        line = self.cursorRect(cursor)
        if line.top() < 0 or line.bottom() > self.viewport().height():
            self.verticalScrollBar().setValue(line.top() + self.verticalScrollBar().value() - self.height() // 3)


class HistoryDialog(QDialog):
    """``restored`` carries the entry with the earlier text in it.

    ``lanes``: the one that asks the journal, the one that compares.
    """

    restored = Signal(object)

    def __init__(
        self,
        look: Look,
        entry: Entry,
        store: EntryStore,
        *,
        lanes: tuple[Lane, Lane],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._store, (self._vault, self._scan) = look, store, lanes
        self._entry = entry
        self._now = whole_text(entry.title, entry.body)
        self._found = Comparison((), (), ())
        self._at = -1
        self.setWindowTitle(self.tr("Earlier texts"))
        ground(self, "page")
        self._list = QListWidget()
        self._list.setProperty("look", "plain")
        self._list.setAccessibleName(self.tr("Earlier texts, the newest first"))
        self._earlier = ReadingPane(look, self.tr("The earlier text"))
        self._present = ReadingPane(look, self.tr("The text as it is now"))
        self._caption = label("", "section")
        self._count = label("", "second")
        self._previous = icon_button(look, "chevron-up", self.tr("The difference before"))
        self._next = icon_button(look, "chevron-down", self.tr("The next difference"))
        self._restore = button(self.tr("Bring this text back"), "primary")
        # Return in the list, too: the text that it replaces is kept
        self._restore.setDefault(True)
        self._close = button(self.tr("Close"))
        self._none = label("", "second", wrap=True)
        self._lay_out()
        self._list.currentItemChanged.connect(self._chosen)
        self._previous.clicked.connect(lambda: self._go(self._at - 1))
        self._next.clicked.connect(lambda: self._go(self._at + 1))
        self._restore.clicked.connect(self._bring_back)
        self._close.clicked.connect(self.reject)
        self._show_found(self._found)
        entry_id = entry.id
        self._vault.run(lambda: store.revisions(entry_id), owner=self, done=self._got, failed=self._failed)

    def empty(self) -> None:
        """Drop all text: part of locking."""
        self._list.clear()
        self._now = ""
        self._found = Comparison((), (), ())
        for pane in (self._earlier, self._present):
            pane.clear()

    def _lay_out(self) -> None:
        legend = self.tr(
            "Words that only the earlier text has are struck through; words that only the present one has are "
            "underlined. Bringing a text back keeps the present one here, too."
        )
        self._legend = label(legend, "second", wrap=True)
        left, right = QWidget(), QWidget()
        self._times = QWidget()
        for side, head, pane in (
            (self._times, label(self.tr("Kept"), "section"), self._list),
            (left, self._caption, self._earlier),
            (right, label(self.tr("Now"), "section"), self._present),
        ):
            inside = column(side, spacing=6)
            inside.addWidget(head)
            inside.addWidget(pane, 1)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(14)
        panes.setProperty("look", "gap")
        panes.addWidget(left)
        panes.addWidget(right)
        panes.setSizes([1_000, 1_000])
        self._times.setFixedWidth(min(self._look.px(_LIST_PX), 300))
        self._panes = panes
        middle = row(self._times, panes, spacing=14)
        middle.setStretch(1, 1)
        box = column(self, margins=(22, 18, 22, 16), spacing=10)
        box.addWidget(label(self.tr("Earlier texts of this entry"), "heading"))
        box.addWidget(self._legend)
        box.addSpacing(4)
        box.addWidget(self._none)
        box.addLayout(middle, 1)
        box.addLayout(row(self._previous, self._next, self._count, None, self._close, self._restore))
        parent = self.parentWidget()
        if parent is not None:
            size = parent.window().size()
            self.resize(min(1_200, size.width() - 60), min(820, size.height() - 60))

    def _got(self, revisions: Sequence[Revision]) -> None:
        for revision in revisions:
            words = count_words(revision.body)
            shown = f"{moment_words(revision.at)}\n{counted(words, self.tr('1 word'), self.tr('%n words'))}"
            item = QListWidgetItem(shown)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, shown.replace("\n", ", "))
            item.setData(_REVISION, revision)
            self._list.addItem(item)
        any_there = bool(revisions)
        self._none.setVisible(not any_there)
        parts = (self._legend, self._times, self._panes, self._restore, self._previous, self._next, self._count)
        for part in parts:
            part.setVisible(any_there)
        self._none.setText(
            self.tr(
                "No earlier texts yet. One is kept whenever you come back to an entry and change it, so that nothing "
                "you wrote is lost."
            )
        )
        if any_there:
            self._list.setCurrentRow(0)
            self._list.setFocus()
        else:
            # once what was hidden takes no room any more
            QTimer.singleShot(0, self, self._shrink)

    def _shrink(self) -> None:
        """One sentence needs no room for two texts."""
        layout, wide = self.layout(), min(self.width(), self._look.px(_NONE_PX))
        if layout is not None:
            self.resize(wide, layout.totalHeightForWidth(wide))

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        revision: Revision = item.data(_REVISION)
        self._caption.setText(moment_words(revision.at))
        earlier, now = whole_text(revision.title, revision.body), self._now
        self._scan.run(
            lambda: compare(earlier, now),
            owner=self,
            topic="differences",
            done=lambda found: self._compared(revision, earlier, found),
            failed=self._failed,
        )

    def _compared(self, revision: Revision, earlier: str, found: Comparison) -> None:
        gone, new = QTextCharFormat(), QTextCharFormat()
        gone.setFontStrikeOut(True)
        gone.setBackground(QColor(self._look.colour("quasi-ground")))
        new.setFontUnderline(True)
        new.setBackground(QColor(self._look.colour("keep-ground")))
        self._earlier.show_text(earlier, bool(revision.title), found.earlier, gone)
        self._present.show_text(self._now, bool(self._entry.title), found.later, new)
        self._show_found(found)
        if found.places:
            self._go(0)

    def _show_found(self, found: Comparison) -> None:
        self._found, self._at = found, -1
        places = len(found.places)
        self._count.setText(
            counted(places, self.tr("1 difference"), self.tr("%n differences")) if places else self.tr("No difference")
        )
        self._next.setEnabled(places > 0)
        self._previous.setEnabled(places > 0)
        self._restore.setEnabled(places > 0)

    def _go(self, at: int) -> None:
        places = self._found.places
        self._at = at % len(places)
        earlier, later = places[self._at]
        self._earlier.go_to(earlier)
        self._present.go_to(later)
        self._count.setText(
            self.tr("Difference %1 of %2").replace("%1", str(self._at + 1)).replace("%2", str(len(places)))
        )

    def _bring_back(self) -> None:
        revision: Revision = self._list.currentItem().data(_REVISION)
        store = self._store
        self._restore.setEnabled(False)
        self._vault.run(
            lambda: store.restore_revision(revision.id),
            owner=self,
            done=self._brought_back,
            failed=self._failed,
            work=Work.WRITE,
        )

    def _brought_back(self, entry: Entry) -> None:
        self.restored.emit(entry)
        self.accept()

    def _failed(self, error: Exception) -> None:
        self._none.setText(error_words(error))
        self._none.show()
