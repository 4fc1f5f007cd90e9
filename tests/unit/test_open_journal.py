import datetime as dt
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from journal.anonymise.review import begin_review
from journal.backup import list_backups
from journal.backup_file import write_package
from journal.errors import (
    AlreadyThere,
    BadInput,
    DiskFull,
    Gone,
    Interrupted,
    NotFound,
    QuestionsUnanswered,
    ReviewIncomplete,
    WeakPassphrase,
    WrongSecret,
)
from journal.export.byline import WITHHELD
from journal.ids import new_id
from journal.model import AuthorProfile, Filter, JournalFacts, KnownName, Order, Part, Place
from journal.posting import BYLINE
from journal.practice.checklist import load_checklist
from journal.restoring import preview_backup
from journal.store.checks import failed_pages
from journal.store.facts import Facts
from journal.store.files import make_file
from journal.unlocking import recover_journal
from journal.vault.recovery import secret_of
from tests.journals import ANOTHER, CHEAP, DAY, PASSPHRASE, draft, new_journal, places, unlocked


def test_locking_keeps_what_was_saved_and_leaves_no_log(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    saved = journal.save_draft(draft())
    journal.lock()
    assert {path.name for path in (tmp_path / "journal").iterdir()} == {"journal.db", "keys.json", "keys.previous.json"}
    again = unlocked(tmp_path)
    assert again.entry(saved.id) == replace(saved, changed_at=again.entry(saved.id).changed_at)
    again.lock()


def test_a_locked_journal_answers_nothing(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    journal.lock()
    with pytest.raises(Exception, match=r"closed|Cannot operate"):
        journal.count(Filter())
    with pytest.raises(ValueError, match="wiped"):
        journal._safekeeping.sealer(JournalFacts()).mac(b"x")


def test_a_finished_entry_starts_a_new_revision(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    first = journal.save_draft(draft(body="one"))
    journal.save_draft(replace(first.draft(), body="one and a half"))
    assert journal.revisions(first.id) == ()
    journal.finish_entry(first.id)
    second = journal.save_draft(replace(first.draft(), body="two"))
    kept = journal.revisions(first.id)
    assert [revision.body for revision in kept] == ["one and a half"]
    back = journal.restore_revision(kept[0].id)
    assert (back.body, back.revision != second.revision) == ("one and a half", True)
    journal.lock()


def test_what_was_written_is_found(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    saved = journal.save_draft(draft(body="She laughed at herself for crying, in Tarnów."))
    hits = journal.search("tarnow laugh", Filter(), Order.NEWEST, 10)
    assert [hit.heading.id for hit in hits] == [saved.id]
    assert journal.search("tarnow wept", Filter(), Order.BEST, 10) == ()
    journal.lock()


def test_a_prompt_shown_is_not_shown_again_soon(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    shown = [journal.prompt("relationship").id for _ in range(12)]
    assert len(set(shown)) == 12
    journal.lock()
    again = unlocked(tmp_path)
    assert again.prompt("relationship").id not in shown
    again.lock()


def test_a_post_is_copied_reviewed_exported_and_logged(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    journal.save_name(KnownName(new_id(), "Rebecca Ashdown", ("Becky",), "client", "Client R"))
    journal.set_author(AuthorProfile(name="Tomasz Wren"))
    entry = journal.save_draft(draft(body="Becky rang 07700 900123 and cried. Rogers (1951) would have listened."))
    post = journal.begin_post([entry.id])
    assert post.base[slice(*post.span(Part.BYLINE))] == BYLINE == WITHHELD
    review = begin_review(post, journal.knowledge())
    with pytest.raises(ReviewIncomplete):
        review.finish()
    review.accept_all()
    with pytest.raises(QuestionsUnanswered):
        journal.export(review.finish(), "md", tmp_path / "draft.md")
    for question in load_checklist().questions:
        if question.must:
            review.answer(question.id, "not_sure")
    record = journal.export(review.finish(), "md", tmp_path / "draft.md")
    assert len(record.unanswered) == 18
    text = (tmp_path / "draft.md").read_text()
    assert "Becky" not in text
    assert "900123" not in text
    assert "Rogers (1951)" in text
    assert journal.post(post.id).exports == (record,)
    assert journal.posts()[0].exports == 1
    assert journal.entry(entry.id).body == entry.body
    with pytest.raises(AlreadyThere):
        journal.export(review.finish(), "md", tmp_path / "draft.md")
    journal.lock()


def test_a_post_goes_on_where_it_stopped(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    entry = journal.save_draft(draft(body="Priya Nair told me on 12 March 2021, in Bury, that it helped."))
    post = journal.begin_post([entry.id])
    review = begin_review(post, journal.knowledge())
    review.keep(0)
    review.answer("person-1", "not sure")
    journal.save_post(review.post)
    journal.lock()
    again = unlocked(tmp_path)
    taken_up = begin_review(again.post(post.id), again.knowledge())
    assert taken_up.post.changes == review.post.changes
    assert taken_up.post.answers == review.post.answers
    assert len(taken_up.undecided) == len(review.undecided)
    again.lock()


def test_a_post_needs_an_entry(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    with pytest.raises(BadInput):
        journal.begin_post([])
    with pytest.raises(NotFound):
        journal.begin_post([new_id()])
    journal.lock()


def test_a_new_passphrase_replaces_the_old_and_keeps_the_words(tmp_path: Path) -> None:
    journal, words = new_journal(tmp_path)
    with pytest.raises(WrongSecret):
        journal.change_passphrase(ANOTHER, "whatever it may be", kdf=CHEAP)
    with pytest.raises(WeakPassphrase):
        journal.change_passphrase(PASSPHRASE, PASSPHRASE, kdf=CHEAP)
    with pytest.raises(WeakPassphrase):
        journal.change_passphrase(PASSPHRASE, "short", kdf=CHEAP)
    journal.change_passphrase(PASSPHRASE, ANOTHER, kdf=CHEAP)
    assert journal.recovery_words(ANOTHER) == words
    journal.lock()
    with pytest.raises(WrongSecret):
        unlocked(tmp_path)
    unlocked(tmp_path, ANOTHER).lock()


def test_the_writers_name_is_no_passphrase(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    journal.set_author(AuthorProfile(name="Wilhelmina Thistlewood"))
    with pytest.raises(WeakPassphrase):
        journal.change_passphrase(PASSPHRASE, "wilhelminathistlewood", kdf=CHEAP)
    journal.lock()


def test_a_new_key_makes_the_old_words_and_key_file_worthless(tmp_path: Path) -> None:
    journal, words = new_journal(tmp_path)
    saved = journal.save_draft(draft())
    new_words = journal.new_key(PASSPHRASE, tmp_path / "backups", kdf=CHEAP)
    assert new_words != words
    with secret_of(words) as old, secret_of(new_words) as new:
        assert not old.same_as(new)
    journal.save_draft(replace(saved.draft(), body="after the change"))
    journal.lock()
    again = unlocked(tmp_path)
    assert again.entry(saved.id).body == "after the change"
    assert again.notices == ()
    again.lock()
    with pytest.raises(Exception, match="wrong_words"):
        recover_journal(tmp_path / "journal", " ".join(words), ANOTHER, places(tmp_path), kdf=CHEAP)
    recover_journal(tmp_path / "journal", " ".join(new_words), ANOTHER, places(tmp_path), kdf=CHEAP).lock()


def test_one_backup_a_day_is_due_when_something_changed(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    folder = tmp_path / "backups"
    now = dt.datetime(2026, 11, 22, 20, 0, tzinfo=dt.UTC)
    journal._clock = lambda: now
    journal.save_draft(draft())
    assert journal.backup_due(folder)
    made = journal.back_up(folder)
    assert (made.entries, journal.facts().last_backup_at) == (1, now)
    journal.save_draft(draft())
    journal.settle()
    assert not journal.backup_due(folder)
    now += dt.timedelta(days=1)
    assert journal.backup_due(folder)
    journal.back_up(folder)
    assert len(list_backups(folder, journal.id)) == 2
    journal.lock()


def test_a_check_says_that_all_is_well(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    journal.save_draft(draft())
    assert journal.verify().ok
    assert journal.facts().last_check_ok
    journal.lock()


def test_a_replaced_file_is_noticed_and_not_written_to(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    journal.save_draft(draft())
    journal.settle()
    database = tmp_path / "journal" / "journal.db"
    database.rename(tmp_path / "moved.db")
    database.write_bytes(b"a stranger's file")
    with pytest.raises(Gone):
        journal.check_still_ours()
    with pytest.raises(Gone):
        journal.save_draft(draft())
    assert database.read_bytes() == b"a stranger's file"
    journal._connection.close()


def test_the_last_place_and_private_preferences_are_rows(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    saved = journal.save_draft(draft())
    journal.set_place(Place("editor", saved.id, 7))
    journal.set_value("export folder", "/somewhere/private")
    journal.lock()
    again = unlocked(tmp_path)
    assert again.place() == Place("editor", saved.id, 7)
    assert again.value("export folder") == "/somewhere/private"
    assert again.value("never set") is None
    again.lock()


def test_trash_and_deletion_for_good(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    kept, doomed = journal.save_draft(draft(body="kept")), journal.save_draft(draft(body="doomed"))
    journal.trash(doomed.id)
    assert journal.count(Filter()) == 1
    assert [row.id for row in journal.window(Filter(trashed=True), 0, 10)] == [doomed.id]
    journal.untrash(doomed.id)
    assert journal.count(Filter()) == 2
    journal.trash(doomed.id)
    journal.delete_for_good(doomed.id)
    with pytest.raises(NotFound):
        journal.entry(doomed.id)
    assert journal.entry(kept.id).body == "kept"
    assert journal.verify().ok
    journal.lock()


def test_entries_of_one_day_stand_newest_first(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    ids = [journal.save_draft(replace(draft(title=str(n)), day=DAY)).id for n in range(5)]
    assert [row.id for row in journal.window(Filter(), 0, 10)] == ids[::-1]
    assert journal.neighbours(ids[2]) == (ids[3], ids[1])
    journal.lock()


def test_a_change_of_key_that_cannot_be_finished_closes_the_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # going on would put a backup together of the new key's database and the old key's file
    journal, _ = new_journal(tmp_path)
    saved = journal.save_draft(draft())

    def full(*_: object) -> None:
        raise DiskFull()

    with monkeypatch.context() as patch:
        patch.setattr("journal.safekeeping.finish_new_key", full)
        with pytest.raises(DiskFull):
            journal.new_key(PASSPHRASE, tmp_path / "backups", kdf=CHEAP)
    with pytest.raises(Exception, match="closed"):
        journal.entry(saved.id)
    again = unlocked(tmp_path)
    assert [notice.code for notice in again.notices] == ["key_changed"]
    assert again.entry(saved.id).body == saved.body
    made = again.back_up(tmp_path / "backups")
    again.lock()
    assert preview_backup(made.path, PASSPHRASE, tmp_path / "scratch").entries == 1


@pytest.mark.parametrize("step", ["copy", "check", "pack"])
def test_locking_need_not_wait_for_a_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    journal, _ = new_journal(tmp_path)
    journal.save_draft(draft())
    doing: dict[str, tuple[str, Callable[..., Any]]] = {
        "copy": ("journal.store.connection.make_file", make_file),
        "check": ("journal.store.copies.failed_pages", failed_pages),
        "pack": ("journal.backup.write_package", write_package),
    }
    name, real = doing[step]

    def interrupted(*given: Any) -> Any:
        journal.interrupt()
        return real(*given)

    with monkeypatch.context() as patch:
        patch.setattr(name, interrupted)
        with pytest.raises(Interrupted):
            journal.back_up(tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == []
    assert journal.back_up(tmp_path / "backups").entries == 1
    journal.lock()


def test_a_check_on_a_full_disk_still_says_what_it_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal, _ = new_journal(tmp_path)

    def full(*_: object, **__: object) -> None:
        raise DiskFull()

    with monkeypatch.context() as patch:
        patch.setattr(Facts, "set_check", full)
        assert journal.verify().ok
    journal.lock()


def test_a_backup_folder_may_have_any_name(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    journal.save_draft(draft())
    for name in ("with space", "50%41?#", os.fsdecode(b"no\xfftext")):
        made = journal.back_up(tmp_path / name)
        assert made.path.parent == tmp_path / name
        assert preview_backup(made.path, PASSPHRASE, tmp_path / "scratch").entries == 1
    journal.lock()
