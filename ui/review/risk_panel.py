"""Could someone work out who this is? What still stands about each person, about the writer, and across the series."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from journal.anonymise.review import Review, whose
from ui.review.kind_words import concern_words, label_words, level_words
from ui.text import counted
from ui.theme import Look
from ui.widgets.flow import FlowLayout
from ui.widgets.parts import LINK_EDGE, button, card, column, ground, label, row, set_look

#: Details and phrases shown of each.
_SHOWN = 6
#: Characters of a detail, which stands on one line: in the panel at the standard text size, and at a much larger one.
_LONGEST, _LONGEST_LARGE, _LARGE = 34, 22, 1.4
_WORSE = {"red": 0, "amber": 1, "note": 2}
_LOOKS = {"direct": "error", "quasi": "unready", "keep": "ready"}


class RiskPanel(QWidget):
    """``asked`` carries the index of a finding to go to; ``series_wanted``: other details stand than were summed."""

    asked = Signal(int)
    series_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "clear")
        self._look = look
        self._series: Any = None
        self._made: list[QWidget] = []
        # the rings of links hang out of the cards at both sides
        self._box = column(self, margins=(LINK_EDGE, 0, LINK_EDGE, 0), spacing=10)
        self._box.addStretch(1)
        self._shown: object = None
        self._summed: object = None

    def show_series(self, series: Any) -> None:
        """Show what earlier posts add; ``None`` while it is not known."""
        self._series = series
        self._shown = None

    def refresh(self, review: Review | None) -> None:
        """Show what stands now."""
        if review is None:
            self._empty()
            self._shown = None
            return
        seen = (review.now.state, self._series)
        if seen == self._shown:
            return
        self._shown = seen
        if self._series is not None and self._summed is not review.now.state:
            self._summed = review.now.state
            self.series_wanted.emit()
        self._empty()
        concerns = review.risks()
        people: dict[str, list[Any]] = {}
        for concern in concerns:
            people.setdefault("author" if concern.who == "author" else concern.entity, []).append(concern)
        whom = whose(review.now)
        for who in [*(key for key in people if key != "author"), "author"]:
            indexes = [index for index, about in whom if about == who]
            level = min((one.level.value for one in people.get(who, ())), key=_WORSE.__getitem__, default="")
            # what is said of the writer stands under their own head
            words = [concern_words(one.reason, "person", one.size) for one in people.get(who, ())]
            nothing = self.tr("Nothing about you stands any more.")
            self._add(
                self._title(review, who, indexes), level, list(dict.fromkeys(words)) or [nothing], review, indexes
            )
        if len(people) == ("author" in people):
            self._add(self.tr("The people in it"), "", [self.tr("Nothing about them stands any more.")], review, [])
        self._add_series()
        self._add_unchecked()

    def _title(self, review: Review, who: str, indexes: Sequence[int]) -> str:
        """Whom a card is about: by the words that name them, or by what is not known."""
        if who == "author":
            return self.tr("You")
        for index in indexes:
            if review.now.finding(index).kind.label == "PERSON":
                return " ".join(review.now.surface(index).split())
        return self.tr("Somebody without a name here")

    def _add(self, title: str, level: str, words: Sequence[str], review: Review, indexes: Sequence[int]) -> None:
        frame, inside = card(spacing=5)
        inside.setContentsMargins(14, 11, 14, 12)
        said, role = level_words(level)
        state = label(said)
        set_look(state, _LOOKS[role])
        head = row(label(title, "section", wrap=True), state)
        head.setStretch(0, 1)
        head.setAlignment(state, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        for line in words:
            inside.addWidget(label(line, "second", wrap=True))
        surfaces: dict[str, int] = {}
        for index in indexes:
            surfaces.setdefault(" ".join(review.now.surface(index).split()), index)
        for surface, index in list(surfaces.items())[:_SHOWN]:
            kind = label_words(review.now.finding(index).kind.label)
            shown = self._short(surface)
            link = button(shown, "link", name=self.tr("Go to %1, %2").replace("%1", surface).replace("%2", kind))
            link.setToolTip(kind)
            link.setProperty("flush", True)
            link.clicked.connect(lambda _=False, index=index: self.asked.emit(index))
            about = label(kind, "hint")
            # below a long name it stands in line with it
            about.setIndent(LINK_EDGE)
            holder = QWidget()
            ground(holder, "clear")
            flow = FlowLayout(holder, gap=2)
            flow.addWidget(link)
            flow.addWidget(about)
            inside.addLayout(row(-LINK_EDGE, holder))
        if len(surfaces) > _SHOWN:
            more = counted(len(surfaces) - _SHOWN, self.tr("and 1 more"), self.tr("and %n more"))
            inside.addWidget(label(more, "hint"))
        self._put(frame)

    def _add_series(self) -> None:
        series = self._series
        frame, inside = card(spacing=5)
        inside.setContentsMargins(14, 11, 14, 12)
        inside.addWidget(label(self.tr("With what you published before"), "section", wrap=True))
        if series is None:
            inside.addWidget(label(self.tr("Looking through what left this journal before…"), "hint", wrap=True))
        elif not series.posts:
            words = self.tr("Nothing has left this journal before. What you published elsewhere is not known here.")
            inside.addWidget(label(words, "second", wrap=True))
        else:
            self._fill_series(inside, series)
        self._put(frame)

    def _fill_series(self, inside: Any, series: Any) -> None:
        count = counted(series.posts, self.tr("Beside 1 earlier draft:"), self.tr("Beside %n earlier drafts:"))
        inside.addWidget(label(count, "hint"))
        lines = [concern_words(concern.reason, concern.who, concern.size) for concern in series.together]
        both = [detail for detail in series.details if detail.here]
        other = [detail for detail in series.details if not detail.here]
        if both:
            names = ", ".join(self._short(detail.surface) for detail in both[:_SHOWN])
            lines.append(self.tr("Said in this one and before: %1. It ties the drafts together.").replace("%1", names))
        if other:
            names = ", ".join(self._short(detail.surface) for detail in other[:_SHOWN])
            lines.append(self.tr("Said before, and added to what stands here: %1.").replace("%1", names))
        if series.phrases:
            phrases = "; ".join(f"“{phrase}”" for phrase, _ in series.phrases[:_SHOWN])
            lines.append(
                self.tr("Turns of phrase that come back, by which you may be known: %1.").replace("%1", phrases)
            )
        for line in dict.fromkeys(lines) or [self.tr("Nothing found that ties them together.")]:
            inside.addWidget(label(line, "second", wrap=True))

    def _add_unchecked(self) -> None:
        self._put(label(self.tr("What was not checked"), "section"))
        self._put(
            label(
                self.tr(
                    "A story that is known whatever the names, what you published elsewhere, pictures, and how "
                    "colleagues know you to talk. The strictest reader is the person in the story."
                ),
                "hint",
                wrap=True,
            )
        )

    def _short(self, surface: str) -> str:
        longest = _LONGEST if self._look.scale <= _LARGE else _LONGEST_LARGE
        return surface if len(surface) <= longest else surface[: longest - 1] + "…"

    def _put(self, part: QWidget) -> None:
        self._box.insertWidget(self._box.count() - 1, part)
        self._made.append(part)

    def _empty(self) -> None:
        for part in self._made:
            self._box.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._made = []
