"""An account as CSV: its sections in order, read back whole, nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

from journal.export.preview import leaving
from journal.export.save import FORMATS, render
from journal.export.table import to_table
from tests.unit.export.reviewed_posts import reviewed_post


def rows_of(body: str, title: str = "The screen") -> list[list[str]]:
    return list(csv.reader(io.StringIO(to_table(reviewed_post(body, title=title)))))


def test_each_section_is_a_row_under_the_title() -> None:
    body = (
        "## What it was\n\nI hid “behind” it, twice.\n\nThen not.\n\n## What changed in my practice\n\nI sit beside it."
    )
    assert rows_of(body) == [
        ["Section", "Text"],
        ["Title", "The screen"],
        ["What it was", "I hid “behind” it, twice.\n\nThen not."],
        ["What changed in my practice", "I sit beside it."],
    ]


def test_text_without_a_heading_is_there_too() -> None:
    assert rows_of("Before.\n\n## After\n\n- one\n- two")[2:] == [["", "Before."], ["After", "'- one\n- two"]]
    assert rows_of("Only this.")[2:] == [["", "Only this."]]


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless() -> None:
    assert rows_of("## =1+1\n\n@cmd", title="=HYPERLINK(1)")[1:] == [["Title", "'=HYPERLINK(1)"], ["'=1+1", "'@cmd"]]


def test_it_is_a_format_and_shown_before_an_account_leaves() -> None:
    post = reviewed_post("## What it was\n\nI hid.")
    assert "csv" in FORMATS
    data = render(post, "csv")
    assert data.decode("utf-8-sig") == to_table(post)
    assert data.startswith(b"\xef\xbb\xbf"), "spreadsheets read UTF-8 by its mark"
    assert leaving(post, table=True).texts["csv"] == to_table(post)
    assert "csv" not in leaving(post).texts, "a blog draft may have headings too"
