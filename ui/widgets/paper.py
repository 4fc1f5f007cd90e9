"""A summary as its page: looked at as HTML, printed by Qt, kept as a PDF of our own (``journal/paper``)."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from journal.paper.parts import Paragraph, Part, Role, Run, Table
from journal.paper.pdf import can_be_set, on_one_page, to_pdf
from journal.paper.setting import FIGURES
from journal.practice.pages import SIZES_PT, PageWords, page_of
from journal.practice.summaries import Summary
from ui.widgets import printing
from ui.widgets.day_words import full_date, middle_date, month_words

_CONTEXT = "summaries"
#: The page's own heading is as large as the second of HTML: Qt draws the first twice as large as the text.
_BELOW = 1


class Paper:
    """``one_page`` makes the letters smaller, down to what one can read, until all is on one page."""

    def __init__(self, made: Summary, *, one_page: bool = False) -> None:
        self._parts = page_of(made, _words())
        self._one_page = one_page

    def html(self) -> str:
        """The page to be looked at. Everything in it that somebody typed is escaped."""
        return to_html(self._parts)

    def draw(self) -> printing.Draw:
        """Draws it onto a printer's paper."""
        page = self.html()
        return (
            printing.draw_html(page, size_pt=printing.one_page_pt(page)) if self._one_page else printing.draw_html(page)
        )

    def pdf(self) -> bytes:
        """Its PDF: ours, which says how it is built; Qt's where our fonts lack a letter of it."""
        if not can_be_set(self._parts, FIGURES):
            return printing.to_pdf(self.draw())
        return to_pdf(self._parts, on_one_page(self._parts, FIGURES, SIZES_PT) if self._one_page else FIGURES)


def to_html(parts: Sequence[Part]) -> str:
    """Parts as HTML for Qt, with the heaviest weight there is a font for: a bolder one would be smeared."""
    said = "".join(_table(part) if isinstance(part, Table) else _paragraph(part) for part in parts)
    return f"<style>h2, h3, th, b {{ font-weight: 600; }}</style>{said}"


def _paragraph(part: Paragraph) -> str:
    words = "".join(map(_run, part.runs))
    tag = f"h{part.level + _BELOW}" if part.role is Role.HEADING else "p"
    return f"<{tag}>{words}</{tag}>"


def _run(run: Run) -> str:
    words = html.escape(run.text)
    return f"<b>{words}</b>" if run.strong else words


def _table(part: Table) -> str:
    head = "".join(f'<th align="left">{html.escape(cell)}</th>' for cell in part.columns)
    rows = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in part.rows)
    look = 'width="99%" cellpadding="4" cellspacing="0" border="0" style="margin-top: 6px"'
    return f"<table {look}><tr>{head}</tr>{rows}</table>"


def _words() -> PageWords:
    return PageWords(
        nothing=_tr("Nothing in this period."),
        hours=_tr("Hours"),
        hours_columns=(_tr("Month"), _tr("Minutes held"), _tr("Creditable"), _tr("Planned and lost")),
        in_all=_tr("In all"),
        gaps=_tr("Longest times between two meetings"),
        gaps_columns=(_tr("Days"), _tr("From"), _tr("To")),
        checked=_tr("%1 (checked %2)"),
        unchecked=_tr("%1 (not checked at its source)"),
        day=full_date,
        short_day=middle_date,
        month=month_words,
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
