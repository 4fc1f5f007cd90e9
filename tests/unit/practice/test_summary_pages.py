"""The page of a summary: what stands on it, in which order, and that days are read as people say them."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace
from fractions import Fraction

import pypdf

from journal.paper.parts import Paragraph, Table
from journal.practice.hours import MonthHours
from journal.practice.pages import PageWords, page_of, pdf_of
from journal.practice.summaries import Gap, Summary
from journal.practice_model import Expectation

FIRST, LAST = dt.date(2026, 10, 1), dt.date(2026, 11, 22)
MONTH = MonthHours(FIRST, held=90, credited=Fraction(90, 7), lost=30)
MADE = Summary(
    "Summary",
    FIRST,
    LAST,
    ("Date", "With"),
    (("2026-11-05", "L, my lead"), ("2026-11-12", "2026-13-45")),
    (MONTH, replace(MONTH, month=dt.date(2026, 11, 1), held=60, credited=Fraction(60))),
    tuple(Gap(FIRST, LAST, 52 - at) for at in range(7)),
    (
        Expectation("a", "BACP", "", "1.5 hours a month", checked_on="2026-11"),
        Expectation("b", "Mine", "", "Every week", checked_on="2026-11-29"),
        Expectation("c", "Ours", "", "Often", checked_on="last spring"),
        Expectation("d", "Theirs", "", "Seldom"),
    ),
)


def said(part: object) -> str:
    assert isinstance(part, Paragraph)
    return "".join(run.text for run in part.runs)


def test_a_page_has_the_table_the_hours_the_gaps_and_what_was_expected() -> None:
    parts = page_of(MADE)
    title, period, table, hours, months, gaps, waits, *expected = parts
    assert [said(one) for one in (title, period, hours, gaps)] == [
        "Summary",
        "1 October 2026 – 22 November 2026",
        "Hours",
        "Longest times between two meetings",
    ]
    assert isinstance(table, Table)
    assert table.rows == (("5\u00a0Nov\u00a02026", "L, my lead"), ("12\u00a0Nov\u00a02026", "2026-13-45"))
    assert isinstance(months, Table)
    assert months.rows == (
        ("October 2026", "90", "12.86", "30"),
        ("November 2026", "60", "60", "30"),
        ("In all", "150", "72.86", "60"),
    )
    assert isinstance(waits, Table)
    assert waits.rows[0] == ("52", "1 October 2026", "22 November 2026")
    assert len(waits.rows) == 5
    assert [said(one) for one in expected] == [
        "BACP: 1.5 hours a month (checked November 2026)",
        "Mine: Every week (checked 29 November 2026)",
        "Ours: Often (checked last spring)",
        "Theirs: Seldom (not checked at its source)",
    ]


def test_words_are_the_windows_where_it_brings_its_own() -> None:
    parts = page_of(Summary("", LAST, LAST, ("A",), ()), PageWords(nothing="Nichts."))
    assert [said(one) for one in parts] == ["Nichts."]


def test_it_is_a_page_of_paper() -> None:
    read = pypdf.PdfReader(io.BytesIO(pdf_of(MADE)), strict=True)
    words = read.pages[0].extract_text()
    assert "12.86" in words
    assert "BACP: 1.5 hours a month (checked November 2026)" in words


def test_the_agenda_is_one_page_while_it_can_be_read() -> None:
    made = Summary("For supervision", FIRST, LAST, ("Matter",), tuple((f"Matter {at}",) for at in range(40)))
    assert len(pypdf.PdfReader(io.BytesIO(pdf_of(made))).pages) == 2
    assert len(pypdf.PdfReader(io.BytesIO(pdf_of(made, one_page=True))).pages) == 1
