"""The blog drafts that were begun, to go on with."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from journal.model import PostHeading
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.review.store import PostStore
from ui.review.weave_dialog import WeaveDialog
from ui.text import counted, moment_words
from ui.theme import Look
from ui.widgets.first_stop import begin_at
from ui.widgets.parts import button, card, column, ground, keep_width, label, row

#: As wide as a settings card: a line of words is not read across a whole screen.
_WIDTH = 720
_ID = Qt.ItemDataRole.UserRole


class _TwoLines(QStyledItemDelegate):
    """The first line of an item in the serif of titles, the second as a hint."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: the same height for every item."""
        del option, index
        lines = QFontMetrics(self._look.serif(17, bold=True)).height() + QFontMetrics(self._look.sans(12)).height()
        return QSize(100, lines + self._look.px(20))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: the ground is the style sheet's, the words are drawn here."""
        title, _, below = str(index.data()).partition("\n")
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        inside = option.rect.adjusted(14, self._look.px(9), -14, -self._look.px(8))
        painter.save()
        for font, role, words, place in (
            (self._look.serif(17, bold=True), "ink", title, Qt.AlignmentFlag.AlignTop),
            (self._look.sans(12), "ink-2", below, Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(font)
            painter.setPen(self._look.colour(role))
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, place | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()


class PostsPage(QWidget):
    """``opened`` carries the id of the post chosen."""

    opened = Signal(object)
    journal_asked = Signal()
    said = Signal(object)

    def __init__(self, look: Look, store: PostStore, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "page")
        self._look, self._store, self._lane = look, store, lane
        self._removing = False
        self._list = QListWidget()
        self._list.setProperty("look", "plain")
        self._list.setItemDelegate(_TwoLines(look, self._list))
        self._list.setAccessibleName(self.tr("Blog drafts"))
        self._new = button(self.tr("Begin a draft…"), name=self.tr("Begin a blog draft from entries"))
        self._new_too = button(self.tr("Begin a draft…"), "primary", name=self.tr("Begin a blog draft from entries"))
        self._go_on = button(self.tr("Go on"), "primary", name=self.tr("Go on with this draft"))
        self._remove = button(self.tr("Remove"), name=self.tr("Remove this draft"))
        self._sure, sure = card(look="notice", spacing=9)
        sure.setContentsMargins(14, 11, 14, 11)
        self._question = label("", wrap=True)
        self._yes = button(self.tr("Remove it"), name=self.tr("Remove this draft for good"))
        self._no = button(self.tr("Keep it"), name=self.tr("Keep this draft"))
        sure.addWidget(self._question)
        sure.addLayout(row(None, self._no, self._yes))
        self._sure.hide()
        there = QWidget()
        with_list = column(there, spacing=12)
        with_list.addWidget(self._list, 1)
        with_list.addWidget(self._sure)
        with_list.addLayout(row(self._new, None, self._remove, self._go_on))
        nothing = QWidget()
        without = column(nothing, spacing=16)
        without.addWidget(
            label(
                self.tr(
                    "A blog draft is a copy of an entry in which every name, place and number was looked at and "
                    "decided by you. The entry itself never changes. Begin one here from an entry, or from several "
                    "woven into one; or choose “Blog draft…” beside an open entry."
                ),
                "second",
                wrap=True,
            )
        )
        to_journal = button(self.tr("Go to the journal"))
        without.addLayout(row(self._new_too, to_journal, None))
        without.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(there)
        self._stack.addWidget(nothing)
        inside = QWidget()
        keep_width(inside, look, most=_WIDTH)
        column(self, margins=(40, 32, 40, 24)).addWidget(inside)
        box = column(inside, spacing=16)
        box.addWidget(label(self.tr("Drafts"), "title"))
        with_list.insertWidget(
            0,
            label(
                self.tr("Copies of entries, on their way to being shown to others. The entries stay as they are."),
                "second",
                wrap=True,
            ),
        )
        box.addWidget(self._stack, 1)
        for made in (self._new, self._new_too):
            made.clicked.connect(self.begin)
        self._list.itemActivated.connect(self._activated)
        self._list.currentItemChanged.connect(self._refresh)
        self._go_on.clicked.connect(self._open)
        self._remove.clicked.connect(self._ask_remove)
        self._yes.clicked.connect(self._removed)
        self._no.clicked.connect(self._keep)
        to_journal.clicked.connect(self.journal_asked)
        begin_at(self, self._list)

    def load(self) -> None:
        """Ask for the posts."""
        self._lane.run(self._store.posts, owner=self, topic="posts", done=self._show, failed=self._failed)

    def begin(self) -> None:
        """Ask for the entries of a new draft."""
        dialog = WeaveDialog(self._look, self._store, self._lane, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._begun)
        dialog.open()

    def _begun(self, entry_ids: Sequence[UUID], title: str) -> None:
        store = self._store
        self._lane.run(
            lambda: store.begin_post(entry_ids, title=title or None),
            owner=self,
            done=lambda post: self.opened.emit(post.id),
            failed=self._failed,
            work=Work.WRITE,
        )

    def empty(self) -> None:
        """Drop all words: part of locking."""
        self._list.clear()
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Delete asks whether the draft is to go, Escape keeps it."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and self._sure.isVisibleTo(self):
            self._keep()
        elif event.key() == Qt.Key.Key_Delete and not held and self._list.hasFocus() and self._list.currentRow() >= 0:
            self._ask_remove()
        else:
            super().keyPressEvent(event)

    def _show(self, posts: Sequence[PostHeading]) -> None:
        # at the draft that was chosen, or where it was; a new one is first. Meanwhile no button lets the keyboard go
        before, at = self._chosen(), self._list.currentRow()
        known = {self._list.item(row).data(_ID) for row in range(self._list.count())}
        self._list.blockSignals(True)
        self._list.clear()
        for post in posts:
            when = moment_words(post.changed_at)
            exported = (
                "  ·  " + counted(post.exports, self.tr("exported once"), self.tr("exported %n times"))
                if post.exports
                else ""
            )
            item = QListWidgetItem(f"{post.title or self.tr('Untitled')}\n{when}{exported}")
            item.setData(_ID, post.id)
            self._list.addItem(item)
        ids = [post.id for post in posts]
        kept = ids.index(before) if before in ids else min(max(0, at), len(ids) - 1)
        self._list.setCurrentRow(0 if known and not known.issuperset(ids) else kept)
        self._list.blockSignals(False)
        removed, self._removing = self._removing, False
        self._stack.setCurrentIndex(0 if posts else 1)
        self._refresh()
        if removed:
            (self._list if posts else self._new_too).setFocus()

    def _chosen(self) -> UUID | None:
        item = self._list.currentItem()
        chosen: UUID | None = None if item is None else item.data(_ID)
        return chosen

    def _ask_remove(self) -> None:
        title = self._list.currentItem().text().partition("\n")[0]
        self._question.setText(
            self.tr(
                "Remove “%1”? Its decisions go with it. The entry stays, and so do files already exported."
            ).replace("%1", title)
        )
        self._sure.show()
        self._no.setFocus()

    def _keep(self) -> None:
        self._sure.hide()
        self._list.setFocus()

    def _refresh(self) -> None:
        self._sure.hide()
        self._question.clear()
        chosen = self._list.currentRow() >= 0
        self._go_on.setEnabled(chosen)
        self._remove.setEnabled(chosen)

    def _activated(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_ID))

    def _open(self) -> None:
        if self._chosen() is not None:
            self.opened.emit(self._chosen())

    def _removed(self) -> None:
        self._list.setFocus()
        self._sure.hide()
        post_id = self._chosen()
        if post_id is None:
            return
        self._removing, store = True, self._store
        self._lane.run(
            lambda: store.delete_post(post_id),
            owner=self,
            done=lambda _: self.load(),
            failed=self._failed,
            work=Work.WRITE,
        )

    def _failed(self, error: Exception) -> None:
        self._removing = False
        self.said.emit(error_words(error))
