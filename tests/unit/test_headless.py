"""The journey of ``make run`` without a display."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from journal.anonymise.findings_rows import entry_kind
from journal.export.save import PACKAGES, TEXTS
from journal.headless import main
from journal.model import KINDS
from journal.resources import read_text
from journal.vault.kdf import KdfParams

CHEAP = KdfParams(bytes(16), 8 * 1024, 1, 1)
STEPS = ["Create", "Write", "Be prompted", "Search", "Review post 1", "Lock", "Unlock", "Back up", "Done"]


def headings(told: str) -> list[str]:
    return [line for line in told.splitlines() if line and not line.startswith(" ")]


def test_the_journey_ends_with_drafts_a_journal_and_a_backup(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "run"
    assert main(["--out", str(out)], kdf=CHEAP) == 0
    told = capsys.readouterr()
    assert told.err == ""
    steps = headings(told.out)
    assert [next(step for step in steps if step.startswith(wanted)) for wanted in STEPS]
    assert "the first as it was written" in told.out
    assert (out / "journal" / "journal.db").stat().st_size > 0
    assert len(list((out / "backups").iterdir())) == 1
    drafts = sorted(path.name for path in (out / "drafts").iterdir())
    assert drafts == [f"blog-draft-{number}.{format}" for number in (1, 2) for format in sorted((*TEXTS, *PACKAGES))]
    for path in (out / "drafts").iterdir():
        text = path.read_bytes().decode("utf-8", errors="replace")
        assert str(path) in told.out
        for gone in ("Maureen", "Gareth", "01632 960144", "Priya", "999 000 0018", "someone@example.org"):
            assert gone not in text
        assert "Rogers, C. R. (1957)" in text or "Hawkins, P. and Shohet, R. (2006)" in text


def test_the_next_run_clears_what_the_last_left_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sample, out = tmp_path / "one.jsonl", tmp_path / "run"
    sample.write_text(json.dumps({"text": "A title\n\nIt rained, and nobody minded."}), encoding="utf-8")
    for _ in range(2):
        assert main(["--out", str(out), "--sample", str(sample)], kdf=CHEAP) == 0
    assert len(list((out / "drafts").iterdir())) == len(TEXTS) + len(PACKAGES)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letters.txt").write_text("dear", encoding="utf-8")
    capsys.readouterr()
    assert main(["--out", str(mine), "--sample", str(sample)], kdf=CHEAP) == 1
    assert "something else in this folder" in capsys.readouterr().err
    assert [path.name for path in mine.iterdir()] == ["letters.txt"]


@pytest.mark.parametrize("row", ["no row", '{"id": "x"}', '"text"'])
def test_a_sample_that_is_none_is_named_by_its_row(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: str
) -> None:
    sample = tmp_path / "bad.jsonl"
    sample.write_text(row, encoding="utf-8")
    assert main(["--out", str(tmp_path / "run"), "--sample", str(sample)], kdf=CHEAP) == 1
    assert "Row 1 of the input cannot be used" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()


def test_the_samples_have_the_shape_of_evaluation_entries() -> None:
    rows = [json.loads(line) for line in read_text("samples/posts.jsonl").splitlines()]
    assert len(rows) == 2
    for row in rows:
        assert set(row) == {"id", "kind", "text", "author", "register"}
        assert entry_kind(row["kind"]) in KINDS
        title, gap, body = row["text"].split("\n", 2)
        assert (title.strip(), gap) == (title, "")
        assert "\nReferences\n" in body
        assert "Author: Name withheld for protection" in body
