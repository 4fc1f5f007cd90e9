"""The library of prompts to look through: by kind of entry and by condition, each with the questions that go deeper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QSplitter,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from journal.practice.prompts import Library, Prompt, notes_for, quotation
from ui.text import counted
from ui.theme import Look
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import button, card, column, ground, hairline, keep_width, label, row, scrolled
from ui.widgets.prose import Setting

_PROMPT = Qt.ItemDataRole.UserRole
_LIST_PX = 620
#: Beside and above the words of a prompt in the list.
_INSIDE = 12, 6


class _Lines(QStyledItemDelegate):
    """A prompt on as many lines as it has: Qt's own breaks at a width that it then does not keep, and cuts."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: as high as its lines."""
        view = option.widget
        assert isinstance(view, QListWidget)
        width = view.viewport().width() - 2 * (view.spacing() + _INSIDE[0])
        return QSize(0, Setting(str(index.data()), view.font(), width).height + 2 * _INSIDE[1])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: the ground is the style sheet's, the words are drawn here."""
        self.initStyleOption(option, index)
        words, option.text = option.text, ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        inside = option.rect.adjusted(_INSIDE[0], _INSIDE[1], -_INSIDE[0], -_INSIDE[1])
        Setting(words, option.font, inside.width()).draw(painter, QPointF(inside.topLeft()))
        painter.restore()


class _Named(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


class PromptsPage(QWidget):
    """``write_asked`` carries the kind of entry, the prompt's id and the quotation to write under."""

    write_asked = Signal(str, str, str)

    def __init__(self, look: Look, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "page")
        self._library = library
        self._kind = self._choice(self.tr("Kind of entry"), self.tr("Any kind of entry"), library.kinds)
        self._condition = self._choice(self.tr("Condition"), self.tr("Any condition"), library.conditions)
        self._depth = self._choice(self.tr("Depth"), self.tr("Any length"), library.depths)
        self._count = label("", "hint")
        self._list = QListWidget()
        self._list.setProperty("look", "plain")
        self._list.setAccessibleName(self.tr("Prompts"))
        self._list.setItemDelegate(_Lines(self._list))
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setSpacing(1)
        self._lay_out(look)
        for choice in (self._kind, self._condition, self._depth):
            choice.currentIndexChanged.connect(self._fill)
        self._list.currentItemChanged.connect(self._show)
        self._list.itemActivated.connect(self._write)
        self._write_button.clicked.connect(self._write)
        self._fill()

    def _lay_out(self, look: Look) -> None:
        left = QWidget()
        ground(left, "page")
        there = column(left, margins=(32, 28, 16, 20), spacing=12)
        there.addWidget(label(self.tr("Prompts"), "title"))
        there.addWidget(label(self.tr("Invitations, not a list to get through."), "second", wrap=True))
        choices = QWidget()
        flow = FlowLayout(choices, gap=8)
        for choice in (self._kind, self._condition, self._depth):
            flow.addWidget(choice)
        there.addWidget(choices)
        there.addWidget(self._count)
        there.addWidget(self._list, 1)
        right = QWidget()
        ground(right, "clear")
        beside = column(right, margins=(18, 28, 22, 20), spacing=12)
        frame, inside = card(spacing=10)
        self._of = label("", "condition", wrap=True)
        self._text = label("", "prompt", wrap=True)
        self._for = label("", "hint", wrap=True)
        self._write_button = button(self.tr("Write from this"), "primary")
        inside.addWidget(self._of)
        inside.addWidget(self._text)
        inside.addWidget(self._for)
        inside.addLayout(row(self._write_button, None))
        self._line = hairline()
        self._deeper_head = label(self.tr("Deeper"), "section")
        self._deeper = label("", "second", wrap=True)
        self._notes = label("", "hint", wrap=True)
        for part in (self._line, self._deeper_head, self._deeper, self._notes):
            inside.addWidget(part)
        beside.addWidget(frame)
        beside.addStretch(1)
        side = QWidget()
        ground(side, "side")
        column(side).addWidget(scrolled(right))
        keep_width(side, look, least=300, bound=420)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(side)
        split.setSizes([_LIST_PX, 420])
        split.setStretchFactor(0, 1)
        column(self).addWidget(split)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: the keyboard is in the list."""
        super().showEvent(event)
        self._list.setFocus()

    def shown(self) -> Sequence[Prompt]:
        """The prompts that the choices leave, in the library's order."""
        kind, condition, depth = (choice.currentData() for choice in (self._kind, self._condition, self._depth))
        return [
            prompt
            for prompt in self._library.prompts
            if not prompt.retired
            and (kind is None or prompt.kind == kind)
            and (condition is None or condition in prompt.conditions)
            and (depth is None or prompt.depth == depth)
        ]

    def _fill(self) -> None:
        self._list.clear()
        prompts = self.shown()
        for prompt in prompts:
            item = QListWidgetItem(prompt.text)
            item.setData(_PROMPT, prompt.id)
            self._list.addItem(item)
        self._count.setText(
            counted(len(prompts), self.tr("1 prompt"), self.tr("%n prompts"))
            if prompts
            else self.tr("No prompt is of all three. Another length, or any condition?")
        )
        if prompts:
            self._list.setCurrentRow(0)
        self._show()

    def _chosen(self) -> Prompt | None:
        item = self._list.currentItem()
        return None if item is None else self._library.prompt(str(item.data(_PROMPT)))

    def _show(self) -> None:
        prompt = self._chosen()
        self._write_button.setEnabled(prompt is not None)
        conditions = {one.id: one.name for one in self._library.conditions}
        kinds = {one.id: one.name for one in self._library.kinds}
        depths = {one.id: one.name for one in self._library.depths}
        probes = () if prompt is None else prompt.probes
        if prompt is None:
            self._of.setText("")
            self._text.setText(self.tr("Choose a prompt to see where it leads."))
            self._for.setText("")
        else:
            self._of.setText(", ".join(conditions[id] for id in prompt.conditions if id in conditions))
            self._text.setText(prompt.text)
            self._for.setText(f"{kinds.get(prompt.kind, '')} · {depths.get(prompt.depth, '')}")
            self._notes.setText("\n\n".join(note.text for note in notes_for(prompt)))
        self._deeper.setText("\n\n".join(probes))
        self._line.setVisible(prompt is not None)
        self._notes.setVisible(prompt is not None)
        self._deeper.setVisible(bool(probes))
        self._deeper_head.setVisible(bool(probes))
        hide_empty(self._of)

    def _write(self) -> None:
        prompt = self._chosen()
        if prompt is not None:
            self.write_asked.emit(prompt.kind, prompt.id, quotation(prompt.text))

    @staticmethod
    def _choice(name: str, any_words: str, rows: Sequence[_Named]) -> QComboBox:
        made = QComboBox()
        made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        made.setMinimumContentsLength(6)
        made.setAccessibleName(name)
        made.addItem(any_words, None)
        for one in rows:
            made.addItem(one.name, one.id)
        return made


def hide_empty(words: QLabel) -> None:
    """A label without words takes no room."""
    words.setVisible(bool(words.text()))
