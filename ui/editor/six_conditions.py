"""The six conditions explained, on request: what each is, in short and in longer work, and signs that it slips."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from journal.practice.prompts import Condition
from ui.theme import Look
from ui.widgets.parts import button, card, column, hairline, keep_width, label, pair, row, scrolled

#: Rogers, C. R. (1957). The necessary and sufficient conditions of therapeutic personality change.
_HEIGHT_PX, _WIDTH_PX = 620, 620


class SixConditions(QDialog):
    """To be read; nothing is asked and nothing marked."""

    def __init__(self, look: Look, conditions: Sequence[Condition], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("The six conditions"))
        inside = QWidget()
        box = column(inside, margins=(24, 20, 24, 20), spacing=14)
        box.addWidget(label(self.tr("The six conditions"), "heading"))
        box.addWidget(
            label(
                self.tr(
                    "Rogers (1957) named six conditions. The three that are marked “core” lie with you; none of them "
                    "is a mark to be reached. The signs are there to notice, not to judge by."
                ),
                "second",
                wrap=True,
            )
        )
        for condition in conditions:
            box.addWidget(self._one(condition))
        box.addStretch(1)
        close = button(self.tr("Close"))
        close.clicked.connect(self.accept)
        foot = row(None, close)
        foot.setContentsMargins(18, 12, 18, 14)
        whole = column(self)
        area = scrolled(inside)
        # so that arrow keys scroll for those who read without a mouse
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("The six conditions"))
        whole.addWidget(area, 1)
        whole.addWidget(hairline())
        whole.addLayout(foot)
        keep_width(self, look, least=_WIDTH_PX, bound=760)
        most = parent.window().height() - 40 if parent is not None else _HEIGHT_PX
        self.resize(self.minimumWidth(), min(look.px(_HEIGHT_PX), max(320, most)))

    def _one(self, condition: Condition) -> QWidget:
        frame, inside = card(spacing=6)
        name = label(condition.name, "strong", wrap=True)
        inside.addLayout(row(name, label(self.tr("core"), "condition") if condition.core else None))
        inside.addWidget(label(condition.summary, wrap=True))
        for head, words in (
            (self.tr("In short work"), condition.in_short_work),
            (self.tr("In longer work"), condition.in_longer_work),
        ):
            if words:
                inside.addSpacing(4)
                inside.addLayout(pair(label(head, "condition"), label(words, "second", wrap=True), spacing=2))
        signs = "\n".join(f"–  {sign}" for sign in condition.signs_of_drift)
        head_of_signs = label(self.tr("It may be slipping when"), "condition")
        inside.addSpacing(4)
        inside.addLayout(pair(head_of_signs, label(signs, "second", wrap=True), spacing=2))
        return frame
