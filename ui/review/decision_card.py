"""What can be decided about the finding that is looked at: each treatment seen in its sentence before it is chosen."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QSizePolicy, QWidget

from journal.anonymise.review import Review
from journal.practice.treatments import Treatments
from ui.review.groups import without_marks
from ui.review.kind_words import KEPT_BECAUSE, label_words, placeholder_words, reason_words, said
from ui.review.rows import Row, Rows
from ui.theme import Look
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import button, card, column, icon_button, label, row
from ui.widgets.steady import steady

#: The proposal of the program, as an entry of the list of treatments.
PROPOSAL = ""
#: Longest part of a sentence shown on each side of the words.
_AROUND = 70
_STAYS = frozenset({"keep", "consent"})


class DecisionCard(QWidget):
    """Signals say what the person decided: ``treated`` with a treatment's id and its placeholder, ``changed`` with
    words, ``kept`` with why. ``kind_accepted``: all like it; ``never`` and ``registered`` are about its words.
    """

    treated = Signal(str, str)
    changed = Signal(str)
    kept = Signal(str)
    reopened = Signal()
    kind_accepted = Signal()
    never = Signal()
    registered = Signal()
    left = Signal()

    def __init__(self, look: Look, treatments: Treatments, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._treatments = look, treatments
        self._review: Review | None = None
        self._row: Row | None = None
        self._seen: tuple[object, Row | None] | None = None
        self._words = label("", "section", wrap=True)
        self._why = label("", "hint", wrap=True)
        self._because = label("", "hint", wrap=True)
        self._how = steady(QComboBox())
        self._how.setAccessibleName(self.tr("How to treat it"))
        self._how.setToolTip(self.tr("Choose another treatment (T)"))
        self._how.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._sentence = QLabel()
        # the one label with markup: everything in it is escaped, and a test holds it
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._sentence.setWordWrap(True)
        self._sentence.setProperty("look", "second")
        self._edit = QLineEdit()
        self._edit.setAccessibleName(self.tr("Words to stand there instead"))
        self._edit.hide()
        self._accept = button(self.tr("Accept"))
        self._change = button(self.tr("Change…"))
        self._keep = button(self.tr("Keep…"))
        self._reopen = button(self.tr("Take back"))
        self._more = icon_button(look, "ellipsis", self.tr("More to do with these words"))
        self._more.setProperty("small", True)
        self._accept.setToolTip(self.tr("Write what is shown above (Enter)"))
        self._change.setToolTip(self.tr("Write words of your own (C)"))
        self._keep.setToolTip(self.tr("Leave these words as they are, and say why (K)"))
        self._reopen.setToolTip(self.tr("Open this decision again (U)"))
        frame, inside = card(spacing=7)
        inside.setContentsMargins(14, 11, 14, 12)
        head = row(self._words, self._more, spacing=6)
        head.setStretch(0, 1)
        head.setAlignment(self._more, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        for part in (self._why, self._because, self._how, self._sentence, self._edit):
            inside.addWidget(part)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=6)
        for control in (self._accept, self._change, self._keep, self._reopen):
            flow.addWidget(control)
        inside.addWidget(buttons)
        column(self).addWidget(frame)
        self._how.currentIndexChanged.connect(self._preview)
        self._how.installEventFilter(self)
        self._accept.clicked.connect(self.accept)
        self._change.clicked.connect(self.begin_change)
        self._keep.clicked.connect(self.ask_why_kept)
        self._reopen.clicked.connect(self.reopened)
        self._more.clicked.connect(self._show_more)
        self._edit.returnPressed.connect(self._end_change)

    def show_row(self, review: Review | None, row: Row | None, rows: Rows) -> None:
        """Show what can be decided about a row."""
        seen = (review.now.state, row) if review is not None else None
        if seen is not None and self._seen is not None and seen[0] is self._seen[0] and seen[1] == self._seen[1]:
            return
        self._seen = seen
        self._review, self._row = review, row
        self.setVisible(row is not None)
        self._edit.hide()
        if review is None or row is None:
            self._how.clear()
            for part in (self._words, self._why, self._because, self._sentence):
                part.setText("")
            return
        state = rows.standing(row).state
        words = rows.words(row)
        self._words.setText(words)
        self._why.setText(rows.why(row))
        because = reason_words(row.group.detector, row.group.reason)
        if row.group.doubtful:
            because += " " + self.tr("It may well be nothing; “Accept all” leaves it to you.")
        self._because.setText(because)
        self._fill(review, row)
        is_open = state in ("open", "asked")
        self._how.setVisible(is_open)
        self._accept.setVisible(is_open)
        self._change.setVisible(state != "source")
        self._keep.setVisible(is_open)
        self._reopen.setVisible(state in ("changed", "kept", "asked"))
        self._more.setVisible(state != "source")
        for control, name in (
            (self._accept, self.tr("Accept what is shown for %1")),
            (self._change, self.tr("Change the words for %1")),
            (self._keep, self.tr("Keep %1 as it is")),
            (self._reopen, self.tr("Take back the decision about %1")),
            (self._more, self.tr("More to do with %1")),
        ):
            control.setAccessibleName(name.replace("%1", words))
        self._preview()

    def accept(self) -> None:
        """Take what is chosen in the list of treatments."""
        if self._review is None or self._row is None or not self._accept.isVisibleTo(self):
            return
        treatment = self._how.currentData()
        if treatment in _STAYS:
            self.kept.emit(treatment)
        else:
            asked = treatment != PROPOSAL and self._words_of(treatment) is None
            placeholder = placeholder_words(treatment, self._row.group.label) if asked else ""
            self.treated.emit(treatment, placeholder)

    def begin_change(self) -> None:
        """Put the keyboard into a field for the person's own words."""
        if self._row is None or self._review is None or not self._change.isVisibleTo(self):
            return
        index = self._row.indexes[0]
        decided = self._review.decision(index)
        asked = decided is not None and decided.new_text.startswith("[")
        words = self._review.now.finding(index).proposal if decided is None else decided.new_text
        self._edit.setText("" if asked else words)
        self._edit.show()
        self._edit.setFocus()
        self._edit.selectAll()

    def begin_treatment(self) -> None:
        """Put the keyboard on the list of treatments."""
        if self._how.isVisibleTo(self):
            self._how.setFocus()

    def ask_why_kept(self) -> None:
        """Ask why the words stay; the answer is kept with the decision."""
        if not self._keep.isVisibleTo(self):
            return
        menu = self.kept_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._keep.mapToGlobal(QPoint(0, self._keep.height())))
        menu.setActiveAction(menu.actions()[0])

    def kept_menu(self) -> QMenu:
        """The reasons for which words stay."""
        menu = QMenu(self)
        for id, words in KEPT_BECAUSE.items():
            menu.addAction(said(words)).triggered.connect(lambda _=False, id=id: self.kept.emit(id))
        return menu

    def menu(self) -> QMenu:
        """What is rarer than accepting, changing and keeping."""
        menu = QMenu(self)
        group = self._row.group if self._row is not None else None
        if group is None:
            return menu
        alike = menu.addAction(
            self.tr("Accept all of this kind (%1)").replace("%1", label_words(group.label).lower()) + "\tShift+A"
        )
        alike.triggered.connect(self.kind_accepted)
        if group.label in ("PERSON", "PLACE", "ORGANISATION") and not group.known:
            menu.addAction(self.tr("Put it into the register…")).triggered.connect(self.registered)
        if group.clearable:
            menu.addAction(self.tr("Never flag this word")).triggered.connect(self.never)
        return menu

    def event(self, event: QEvent) -> bool:
        """Qt: the card claims the height that its wrapped lines need; a scroll area asks for the least height alone."""
        done = super().event(event)
        layout = self.layout()
        if layout is not None and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            least = layout.heightForWidth(self.width())
            if least > 0 and least != self.minimumHeight():
                self.setMinimumHeight(least)
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape goes back to the list of findings."""
        if event.key() == Qt.Key.Key_Escape:
            self._edit.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Enter on the list of treatments takes the one shown, and leaves the list."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            # back to the list: letters are keys there, and would choose here
            self.left.emit()
            self.accept()
            return True
        return super().eventFilter(watched, event)

    def _fill(self, review: Review, row: Row) -> None:
        self._how.blockSignals(True)
        self._how.clear()
        index = row.indexes[0]
        proposal = review.now.finding(index).proposal
        _, shown = without_marks(review.now.surface(index), proposal)
        self._how.addItem(self.tr("As proposed: %1").replace("%1", shown or self.tr("left out")), PROPOSAL)
        typed = review.now.typed_at(index) is not None
        offered = () if row.group.risk == "keep" else self._treatments.offered(row.group.kind)
        for treatment in offered:
            if treatment.id == "hold":
                continue
            words = self._words_of(treatment.id)
            if treatment.id == "drop" or (typed and words is not None):
                self._how.addItem(treatment.name, treatment.id)
            elif words is not None:
                same = words == proposal or treatment.id == "consent"
                shown = treatment.name if same else f"{treatment.name}: {words}"
                self._how.addItem(shown, treatment.id)
            elif not typed and treatment.id in ("paraphrase", "process", "fiction", "composite"):
                self._how.addItem(self.tr("%1: in your own words").replace("%1", treatment.name), treatment.id)
        if not typed and row.group.risk != "keep" and self._how.findData("paraphrase") < 0:
            self._how.addItem(self.tr("Put it in your own words"), "paraphrase")
        for at in range(self._how.count()):
            id = self._how.itemData(at)
            known = next((one for one in self._treatments.all if one.id == id), None)
            if known is not None:
                self._how.setItemData(at, f"{known.when}\n{known.example}", Qt.ItemDataRole.ToolTipRole)
        self._how.setCurrentIndex(0)
        self._how.blockSignals(False)
        # the panel is narrower than some treatments: their list may reach out of it, as far as the window is wide
        view = self._how.view()
        wanted = view.sizeHintForColumn(0) + 2 * view.frameWidth() + view.verticalScrollBar().sizeHint().width()
        view.setMinimumWidth(min(wanted, self.window().width()))

    def _words_of(self, treatment: str) -> str | None:
        if self._review is None or self._row is None:
            return None
        return self._review.words_for(self._row.indexes[0], treatment)

    def _preview(self) -> None:
        """The sentence as it would read."""
        review, row = self._review, self._row
        if review is None or row is None or row.group.risk == "keep":
            self._sentence.hide()
            return
        index = row.indexes[0]
        decided, treatment = review.decision(index), self._how.currentData()
        if decided is not None:
            words: str | None = decided.new_text
        elif treatment in (None, PROPOSAL):
            words = review.now.finding(index).proposal
        else:
            words = self._words_of(treatment)
        start, end = review.now.draft_span(index)
        draft = review.draft_text()
        before, after = sentence_around(draft, start, end)
        if words is None:
            words = f"[{placeholder_words(treatment, row.group.label)}]"
        shown = f"<u><b>{html.escape(words)}</b></u>" if words else "<b>…</b>"
        self._sentence.setText(f"{html.escape(before)}{shown}{html.escape(after)}")
        self._sentence.setAccessibleName(self.tr("It would read: %1").replace("%1", f"{before}{words}{after}"))
        self._sentence.show()

    def _end_change(self) -> None:
        words = self._edit.text()
        self._edit.hide()
        self.changed.emit(words)

    def _show_more(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after ``[start, end)`` in its sentence, shortened where the sentence is long."""
    before = text[:start].rpartition("\n")[2]
    for mark in (". ", "? ", "! "):
        before = before.rpartition(mark)[2]
    after = text[end:].partition("\n")[0]
    ends = [at for mark in ".?!" if (at := after.find(mark)) >= 0]
    after = after[: min(ends) + 1] if ends else after
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:]
    if len(after) > _AROUND:
        after = after[:_AROUND] + "…"
    return before, after
