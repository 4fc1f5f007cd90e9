"""How a finished post reaches the disk, and what the file does not give away."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

import pytest

from journal.errors import AlreadyThere, BadInput, Gone
from journal.export.save import FORMATS, PAGES, TEXTS, neutral_name, render, save
from tests.unit.export.reviewed_posts import reviewed_post as reviewed

ALL = pytest.mark.parametrize("format", sorted(FORMATS))
BODY = "Something moved – a café, {}.\n\nReferences\n\nRogers, C. R. (1951) Client-Centered Therapy."


def body(format: str = "md") -> str:
    """With an emoji, but where the fonts of the program have to have every letter."""
    return BODY.format("±2" if format in PAGES else "😀")


@ALL
def test_a_file_is_whole_private_and_alone_in_its_folder(format: str, tmp_path: Path) -> None:
    target = tmp_path / neutral_name(format)
    saved = save(reviewed(body(format)), format, target)
    data = target.read_bytes()
    assert data == render(reviewed(body(format)), format)
    assert (saved.sha256, saved.size) == (hashlib.sha256(data).hexdigest(), len(data))
    if format in TEXTS:
        assert b"\r" not in data
        assert data.endswith(b"\n")
        data.decode("utf-8")
    assert list(tmp_path.iterdir()) == [target]
    if os.name != "nt":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


@ALL
def test_two_exports_of_one_text_are_byte_equal(format: str, tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    save(reviewed(body(format), tags=("a", "b")), format, first)
    save(reviewed(body(format), tags=("a", "b")), format, second)
    assert first.read_bytes() == second.read_bytes()


@ALL
def test_a_file_that_is_there_is_kept_unless_told(format: str, tmp_path: Path) -> None:
    target = tmp_path / "mine"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(AlreadyThere):
        save(reviewed(body(format)), format, target)
    assert target.read_text(encoding="utf-8") == "mine"
    assert list(tmp_path.iterdir()) == [target]
    save(reviewed(body(format)), format, target, replace=True)
    assert target.read_bytes() == render(reviewed(body(format)), format)


def test_an_unknown_format_or_a_missing_folder_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        save(reviewed(body()), "rtf", tmp_path / "draft.rtf")
    with pytest.raises(Gone):
        save(reviewed(body()), "md", tmp_path / "no" / "draft.md")
    assert list(tmp_path.iterdir()) == []


def test_the_name_to_offer_says_nothing() -> None:
    assert [neutral_name(format) for format in sorted(FORMATS)] == [
        "blog-draft.csv",
        "blog-draft.docx",
        "blog-draft.html",
        "blog-draft.md",
        "blog-draft.odt",
        "blog-draft.pdf",
        "blog-draft.txt",
    ]
