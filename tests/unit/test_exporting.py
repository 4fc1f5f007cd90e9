"""What leaves the journal never lands on what is sealed, and is logged or not there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.anonymise.review import ReviewedPost, begin_review
from journal.errors import BadInput, DiskFull, QuestionsUnanswered
from journal.export.care import past_the_questions
from journal.export.text import to_text
from journal.open_journal import OpenJournal
from journal.practice.checklist import load_checklist
from journal.store.posts import Posts
from tests.journals import draft, new_journal, unlocked


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[OpenJournal]:
    journal, _ = new_journal(tmp_path)
    yield journal
    journal.lock()


def reviewed(journal: OpenJournal, *, answered: bool = True) -> ReviewedPost:
    entry = journal.save_draft(draft())
    review = begin_review(journal.begin_post([entry.id]), journal.knowledge())
    review.accept_all()
    for question in load_checklist().questions[: 23 if answered else 0]:
        review.answer(question.id, "considered")
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


def test_no_post_leaves_before_its_questions_are_answered(tmp_path: Path, journal: OpenJournal) -> None:
    post = reviewed(journal, answered=False)
    with pytest.raises(QuestionsUnanswered):
        journal.export(post, "md", tmp_path / "draft.md")
    with pytest.raises(QuestionsUnanswered):
        journal.copy_for_web(post)
    assert not (tmp_path / "draft.md").exists()
    assert journal.post(post.post.id).exports == ()


def test_a_copy_for_the_web_is_logged_like_a_file(journal: OpenJournal) -> None:
    post = reviewed(journal)
    copied = journal.copy_for_web(post)
    assert copied.html.startswith("<h1>")
    assert copied.text == to_text(post)
    assert repr(copied) == "WebCopy()"
    (record,) = journal.post(post.post.id).exports
    assert (record.format, record.folder, record.file_name) == ("clipboard", "", "")
    assert record.sha256 == hashlib.sha256(copied.html.encode()).hexdigest()


def test_the_marks_of_a_command_are_not_kept_as_answers(tmp_path: Path, journal: OpenJournal) -> None:
    entry = journal.save_draft(draft())
    review = begin_review(past_the_questions(journal.begin_post([entry.id])), journal.knowledge())
    review.accept_all(decided_by="command")
    record = journal.export(review.finish(decided_by="command"), "md", tmp_path / "draft.md")
    assert len(record.unanswered) == 23
    assert journal.post(review.post.id).answers == ()
    with pytest.raises(QuestionsUnanswered):
        journal.export(review.finish(decided_by="person"), "md", tmp_path / "again.md")
