"""Writes the small sorted text files under ``resources/anonymise/``, each with a header that names its source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path


def write_list(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> int:
    """Write the rows, tab-separated, sorted by their first column and then by the rest; returns how many.

    Rows that repeat another are dropped. ``header`` becomes comment lines.

    Raises:
        ValueError: a field holds a tab or a line break, or a row starts like a comment.
    """
    lines = {"\t".join(row) for row in rows}
    for line in lines:
        if "\n" in line or "\r" in line or line.startswith("#") or not line.strip():
            raise ValueError("a field would not survive the file")
    ordered = sorted(lines, key=lambda line: line.split("\t"))
    text = "".join(f"# {line}\n" for line in header) + "".join(f"{line}\n" for line in ordered)
    path.write_text(text, encoding="utf-8", newline="\n")
    return len(ordered)
