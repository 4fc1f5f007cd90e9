"""A reflective account as CSV: a row for each of its sections. Like every export it takes a reviewed post alone."""

from __future__ import annotations

import csv
import io
import re

from journal.anonymise.review import ReviewedPost
from journal.export.layout import layout_of
from journal.practice.summaries import harmless_cell

COLUMNS = ("Section", "Text")
#: A heading of the second level begins a section (CommonMark 0.31, 4.2), as ``accounts.account_post`` writes it.
_HEADING = re.compile(r"^## +(.+?) *#* *$", re.MULTILINE)


def to_table(post: ReviewedPost) -> str:
    """CSV (RFC 4180): the title, then each section's heading with its text; what stands before the first has none."""
    layout = layout_of(post)
    pieces = _HEADING.split("\n\n".join(layout.blocks))
    rows = [("", pieces[0].strip()), *((pieces[at], pieces[at + 1].strip()) for at in range(1, len(pieces), 2))]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerow(["Title", harmless_cell(layout.title)])
    writer.writerows([harmless_cell(heading), harmless_cell(text)] for heading, text in rows if heading or text)
    return out.getvalue()
