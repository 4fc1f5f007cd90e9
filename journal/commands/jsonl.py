"""Rows of evaluation entries, answered without a journal: for measuring how much the detectors find."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from journal.anonymise.findings_rows import findings_row
from journal.anonymise.stand_ins import Choose
from journal.atomic import private_folder, write_whole
from journal.errors import BadInput
from journal.name_model import shipped_name_model
from journal.word_lists import load_word_lists

#: The same rows give the same answers on every computer; nothing secret depends on it.
_SEED = "evaluation v1"


def answer_rows(source: Path, target: Path, *, with_model: bool = True) -> None:
    """Reads entries from ``source``, one JSON object a line, and writes what was found in each to ``target``, whole.

    Raises:
        BadInput: ``source`` cannot be read, or a row is not an entry with a text (``row`` counts from 1).
        DiskFull, ReadOnly, Gone, WriteFailed: ``target`` cannot be written.
    """
    lists, model = load_word_lists(), (shipped_name_model if with_model else None)
    answers = []
    for row in rows_of(read_file(source)):
        answer = findings_row(row, lists, seeded(f"{_SEED} {row.get('id')}"), name_model=model)
        answers.append(json.dumps(answer, ensure_ascii=False))
    private_folder(target.absolute().parent)
    write_whole(target.absolute(), "".join(f"{answer}\n" for answer in answers).encode())


def read_file(path: Path) -> str:
    """The text of a file, in UTF-8.

    Raises:
        BadInput: it cannot be opened, or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError:
        raise BadInput(what="file", reason="unreadable") from None
    except UnicodeDecodeError:
        raise BadInput(what="text", reason="encoding") from None


def rows_of(text: str) -> Iterator[dict[str, Any]]:
    """The entries in JSON Lines, one a line; empty lines are passed over.

    Raises:
        BadInput: a line is not an entry with a text; ``row`` is its number, from 1.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _row(line, number)


def seeded(seed: str) -> Choose:
    """A choice that looks arbitrary and is the same each time: the n-th is taken by SHA-256 of seed and n."""
    numbers = itertools.count()

    def choose(options: Sequence[str]) -> str:
        digest = hashlib.sha256(f"{seed} {next(numbers)}".encode()).digest()
        return options[int.from_bytes(digest[:8]) % len(options)]

    return choose


def _row(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise BadInput(what="row", row=number, reason="not JSON") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise BadInput(what="row", row=number, reason="not an entry with a text")
    return row
