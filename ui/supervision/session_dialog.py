"""One meeting, planned or held: every field of the file in a few groups, most of them optional."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QSpinBox, QWidget

from journal.practice.supervision import FieldSpec, SupervisionData
from journal.practice.unfinished import Unfinished
from journal.practice_model import HELD, Session
from ui.supervision.fields import Control, control
from ui.theme import Look
from ui.widgets.first_stop import go_to
from ui.widgets.form_dialog import save_by_keys
from ui.widgets.open_day import OpenDay
from ui.widgets.parts import button, column, hairline, label, row, scrolled
from ui.widgets.reading_order import put_in_order
from ui.widgets.said import Said

#: Groups of fields in the order of filling in; the first is always open. A field the file adds goes to the last.
_GROUPS = (
    ("when", ("status", "date_planned", "date_held", "minutes_planned", "minutes", "next")),
    ("how", ("role_here", "kind", "format", "group_size", "medium", "with_role", "line_manages_me")),
    ("moved", ("reason", "changed_by", "cover", "voluntary", "contract")),
    ("brought", ("cases", "not_reached", "caseload_review", "risk_raised", "risk_raised_by", "alarm")),
    ("after", ("actions", "impact", "recorded_elsewhere")),
    ("balance", ("normative", "formative", "restorative", "client_themes", "conditions")),
)
_WIDE = ("status", "actions", "alarm", "not_reached", "impact", "cases", "client_themes", "conditions")
_WIDTH_PX, _HEIGHT_PX = 640, 720
_MARGIN = 48


class SessionDialog(QDialog):
    """``saved`` carries the meeting, ``remove_asked`` that it should go. The page answers with ``accept`` or words."""

    saved = Signal(object)
    remove_asked = Signal()
    #: As a ``FormDialog``'s.
    let_go = Signal(object)

    def __init__(
        self, look: Look, data: SupervisionData, session: Session, today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._today = session, today
        #: Whether the day that it was held stands there because it was said to be held, and not because it was given.
        self._day_offered = False
        #: As the day: the minutes held that stand there because they were planned.
        self._offered: int | None = None
        self._controls: dict[str, Control] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Log a session") if session.id is None else self.tr("A session"))
        self._said = Said()
        self._save = button(self.tr("Save"), "primary")
        self._save.setDefault(True)
        cancel = button(self.tr("Cancel"))
        remove = button(self.tr("Remove…"), name=self.tr("Remove this session"))
        remove.setVisible(session.id is not None)
        box = column(self)
        # filled where it stands (ui/widgets/parts.py)
        inside = QWidget(self)
        box.addWidget(scrolled(inside, self), 1)
        fields = column(inside, margins=(26, 20, 26, 18), spacing=10)
        fields.addWidget(label(self.windowTitle(), "heading"))
        fields.addWidget(label(data.principle["no_blame"], "second", wrap=True))
        words = self._group_words()
        known = {spec.id: spec for spec in data.fields}
        left_over = tuple(known.keys() - {id for _, ids in _GROUPS for id in ids})
        for number, (group, ids) in enumerate(_GROUPS):
            if number:
                fields.addSpacing(4)
                fields.addWidget(hairline())
            fields.addWidget(label(words[group], "section"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(14)
            grid.setVerticalSpacing(8)
            grid.setColumnStretch(0, 1)
            grid.setColumnStretch(1, 1)
            fields.addLayout(grid)
            self._fill(
                look, grid, [known[id] for id in (*ids, *(left_over if group == "after" else ())) if id in known], today
            )
        fields.addStretch(1)
        foot = column(margins=(26, 12, 26, 14), spacing=8)
        foot.addWidget(self._said)
        foot.addLayout(row(remove, None, cancel, self._save))
        box.addWidget(hairline())
        box.addLayout(foot)
        cancel.clicked.connect(self.reject)
        remove.clicked.connect(self.remove_asked)
        room = parent.window().size() if parent is not None else None
        wide, high = look.px(_WIDTH_PX), look.px(_HEIGHT_PX)
        if room is not None:
            wide, high = min(wide, room.width() - _MARGIN), min(high, room.height() - _MARGIN)
        self._unanswered, self._began = True, self.session()
        self.resize(wide, high)
        self._connect()

    def session(self) -> Session:
        """What the fields say."""
        return replace(self._session, **{id: one.read() for id, one in self._controls.items()})

    def unfinished(self) -> Unfinished | None:
        """What it says, while it is open and says more than it began with."""
        made = self.session()
        return Unfinished("session", made) if self._unanswered and made != self._began else None

    def take_up(self) -> None:
        """It was opened again with what stood in it, which is not stored yet."""
        self._began = Session()

    def reject(self) -> None:
        """Qt: it was left; what it said is let go."""
        more = self.unfinished()
        super().reject()
        if more is not None:
            self.let_go.emit(more)

    def done(self, result: int) -> None:
        """Qt: it was answered."""
        self._unanswered = False
        super().done(result)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Qt: Tab goes on in the order of reading, whatever was filled in since."""
        put_in_order(self)
        return super().focusNextPrevChild(next)

    def failed(self, words: str) -> None:
        """Say why it was not stored."""
        self._said.setText(words)
        self._save.setEnabled(True)

    def _fill(self, look: Look, grid: QGridLayout, specs: Sequence[FieldSpec], today: dt.date) -> None:
        at, line = 0, 0
        for spec in specs:
            made = control(look, spec, getattr(self._session, spec.id), today)
            self._controls[spec.id] = made
            wide = spec.id in _WIDE
            if wide and at:
                at, line = 0, line + 1
            # a layout and not a widget: it would be styled and measured with what is in it
            box = column(spacing=3)
            grid.addLayout(box, line, at, 1, 2 if wide else 1, Qt.AlignmentFlag.AlignBottom)
            if made.labelled:
                box.addWidget(label(spec.label, "hint", wrap=True, buddy=made.widget))
            box.addWidget(made.widget)
            if spec.help and spec.id in _WIDE:
                box.addWidget(label(spec.help, "hint", wrap=True))
            elif spec.help:
                made.widget.setToolTip(spec.help)
            at += 2 if wide else 1
            if at >= 2:
                at, line = 0, line + 1

    def _group_words(self) -> dict[str, str]:
        return {
            "when": self.tr("When, and what happened"),
            "how": self.tr("What kind of meeting"),
            "moved": self.tr("The arrangement, and why it changed"),
            "brought": self.tr("What was brought"),
            "after": self.tr("What follows"),
            "balance": self.tr("How the time fell"),
        }

    def _connect(self) -> None:
        status = self._controls["status"].widget
        assert isinstance(status, QComboBox)
        status.currentIndexChanged.connect(self._offer_day)
        status.currentIndexChanged.connect(self._offer_minutes)
        self._number("minutes_planned").valueChanged.connect(self._offer_minutes)
        self._save.clicked.connect(self._ask)
        save_by_keys(self, self._save)

    def _offer_day(self) -> None:
        """What was held was held some day: on the planned one, or today."""
        made, held = self.session(), self._day("date_held")
        if made.status in HELD and made.date_held is None:
            self._day_offered = True
            held.set_day(min(made.date_planned or self._today, self._today))
        elif made.status not in HELD and self._day_offered:
            self._day_offered = False
            held.set_day(None)

    def _offer_minutes(self) -> None:
        """What was held was held as long as planned, until something else is said; what was cut short was not."""
        made, held = self.session(), self._number("minutes")
        if made.minutes == self._offered:
            self._offered = made.minutes_planned if made.status == "held" else None
            held.setValue(-1 if self._offered is None else self._offered)

    def _number(self, id: str) -> QSpinBox:
        found = self._controls[id].widget
        assert isinstance(found, QSpinBox)
        return found

    def _day(self, id: str) -> OpenDay:
        found = self._controls[id].widget
        assert isinstance(found, OpenDay)
        return found

    def _ask(self) -> None:
        made = self.session()
        if made.status in HELD and made.date_held is None:
            self._said.setText(self.tr("A session that was held needs the day it was held."))
            go_to(self._day("date_held").tick)
        elif made.day is None:
            self._said.setText(self.tr("A day is needed, planned or held."))
            go_to(self._day("date_planned").tick)
        else:
            self._save.setEnabled(False)
            self.saved.emit(made)
