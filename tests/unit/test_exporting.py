"""What leaves the journal never lands on what is sealed, and is logged or not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.anonymise.review import ReviewedPost, begin_review
from journal.errors import BadInput, DiskFull
from journal.open_journal import OpenJournal
from journal.store.posts import Posts
from tests.journals import draft, new_journal, unlocked


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[OpenJournal]:
    journal, _ = new_journal(tmp_path)
    yield journal
    journal.lock()


def reviewed(journal: OpenJournal) -> ReviewedPost:
    entry = journal.save_draft(draft())
    review = begin_review(journal.begin_post([entry.id]), journal.knowledge())
    review.accept_all()
    return review.finish()


@pytest.mark.parametrize("name", ["journal.db", "keys.json", "new.md", "below/new.md", "x.congruence-backup"])
def test_no_file_of_a_journal_is_ever_exported_over(tmp_path: Path, journal: OpenJournal, name: str) -> None:
    folder = tmp_path / "journal"
    (folder / "below").mkdir()
    (tmp_path / "link").symlink_to(folder)
    post = reviewed(journal)
    places = [folder / name, tmp_path / "link" / name]
    if name.endswith("-backup"):
        places = [tmp_path / name]
    before = sorted(path.name for path in folder.iterdir())
    for place in places:
        with pytest.raises(BadInput):
            journal.export(post, "md", place, replace=True)
    assert sorted(path.name for path in folder.iterdir()) == before
    assert journal.verify().ok
    assert journal.post(post.post.id).exports == ()


def test_a_folder_beside_with_one_such_name_is_no_journal(tmp_path: Path, journal: OpenJournal) -> None:
    (tmp_path / "keys.json").write_text("of another program")
    journal.export(reviewed(journal), "md", tmp_path / "draft.md")
    assert (tmp_path / "draft.md").exists()


def test_a_file_that_cannot_be_logged_is_not_left(
    tmp_path: Path, journal: OpenJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = reviewed(journal)

    def full(*_: object) -> None:
        raise DiskFull()

    monkeypatch.setattr(Posts, "add_export", full)
    with pytest.raises(DiskFull):
        journal.export(post, "md", tmp_path / "draft.md")
    assert not (tmp_path / "draft.md").exists()


@pytest.mark.parametrize("where", [".", "backups", "a/b"])
def test_a_backup_is_not_put_where_it_would_be_lost_with_the_journal(
    tmp_path: Path, journal: OpenJournal, where: str
) -> None:
    with pytest.raises(BadInput):
        journal.back_up(tmp_path / "journal" / where)


def test_what_lies_in_the_trash_is_counted_nowhere(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    kept, thrown = journal.save_draft(draft()), journal.save_draft(draft())
    journal.trash(thrown.id)
    made = journal.back_up(tmp_path / "backups")
    assert (journal.facts().entries, made.entries) == (1, 1)
    journal.lock()
    again = unlocked(tmp_path)
    assert again.entry(kept.id) == kept
    again.lock()
