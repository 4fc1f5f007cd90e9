"""Findings and drafts from the terminal."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from journal.anonymise.review import begin_review
from journal.open_journal import OpenJournal
from journal.paths import places_in
from journal.unlocking import unlock_journal
from tests.journals import answered
from tests.unit.commands.running import PASSPHRASE, Cli

TEXT = """I rang Rowan on 07700 900123 about the letter. Rowan laughed.

There is a paper on this (Rogers 1957).

References

Rogers, C. R. (1957) The necessary and sufficient conditions. Journal of Consulting Psychology, 21(2), 95–103."""


@pytest.fixture
def with_entry(cli: Cli) -> tuple[Cli, str]:
    cli("register", "add", "--name", "Rowan", "--role", "client")
    return cli, cli.new(TEXT, "--title", "What Rowan said", "--kind", "relationship", "--tag", "private word")


def test_findings_say_what_where_and_what_instead(with_entry: tuple[Cli, str]) -> None:
    cli, entry = with_entry
    rows = cli("findings", entry, "--json").json
    for row in rows:
        whole = {"title": "What Rowan said", "body": TEXT}[row["part"]]
        assert whole[row["start"] : row["end"]] == row["text"]
    changed = {(row["part"], row["text"]) for row in rows if row["risk"] != "keep"}
    assert {("title", "Rowan"), ("body", "Rowan"), ("body", "07700 900123")} <= changed
    assert all(row["proposal"] is None for row in rows if row["risk"] == "keep")
    assert "Rowan  →" in cli("findings", entry).out


def test_a_draft_by_command_is_reviewed_logged_and_says_what_was_not_asked(
    with_entry: tuple[Cli, str], tmp_path: Path
) -> None:
    cli, entry = with_entry
    target = tmp_path / "draft.md"
    made = cli("draft", entry, "--accept-proposals", "--format", "md", "--out", target, "--json")
    assert made.status == 0, made.err
    text = target.read_text(encoding="utf-8")
    for gone in ("Rowan", "07700", "private word", entry, PASSPHRASE):
        assert gone not in text
    assert text.endswith(TEXT.split("\n\n", 2)[2] + "\n")
    assert "There is a paper on this (Rogers 1957)." in text
    assert "Author: Name withheld for protection\n\nReferences" in text
    said = made.json
    assert said["sha256"] == hashlib.sha256(target.read_bytes()).hexdigest()
    assert (said["format"], said["kept"], len(said["unanswered"])) == ("md", 0, 23)
    assert said["decided"] >= 4
    assert "These questions were not asked" in made.err
    assert made.err.count("?\n") == 23
    # the entry is as it was
    assert cli("show", entry, "--json").json["body"] == TEXT


@pytest.mark.parametrize("format", ["html", "txt", "docx", "odt"])
def test_other_formats_carry_the_same_text(with_entry: tuple[Cli, str], tmp_path: Path, format: str) -> None:
    cli, entry = with_entry
    target = tmp_path / "draft"
    assert cli("draft", entry, "--accept-proposals", "--format", format, "--out", target).out == f"{target}\n"
    text = target.read_bytes().decode("utf-8", errors="replace")
    assert "Rowan" not in text
    assert "Name withheld for protection" in text


def test_a_draft_with_open_decisions_or_over_another_file_is_not_written(
    with_entry: tuple[Cli, str], tmp_path: Path
) -> None:
    cli, entry = with_entry
    target = tmp_path / "draft.md"
    open_still = cli("draft", entry, "--out", target)
    assert (open_still.status, open_still.out) == (1, "")
    assert "Not ready:" in open_still.err
    assert not target.exists()
    target.write_text("mine", encoding="utf-8")
    there = cli("draft", entry, "--accept-proposals", "--out", target)
    assert "There is a file of that name already." in there.err
    assert target.read_text(encoding="utf-8") == "mine"
    assert cli("draft", entry, "--accept-proposals", "--out", target, "--force").status == 0


def test_a_text_with_its_own_byline_gets_no_second_one(cli: Cli, tmp_path: Path) -> None:
    entry = cli.new("Some thoughts.\n\nAuthor: Name withheld for protection – a reader", "--title", "Thoughts")
    target = tmp_path / "draft.md"
    assert cli("draft", entry, "--accept-proposals", "--out", target).status == 0
    assert target.read_text(encoding="utf-8").count("Author:") == 1


def test_the_parts_of_a_draft_are_chosen_and_stand_in_its_file(with_entry: tuple[Cli, str], tmp_path: Path) -> None:
    cli, entry = with_entry
    target = tmp_path / "draft.md"
    chosen = ("--category", "Practice", "--tag", "time", "--tag", "with Rowan", "--help-for", "uk", "--closing-notes")
    made = cli("draft", entry, "--accept-proposals", *chosen, "--date", "2026-11-02", "--out", target)
    assert made.status == 0, made.err
    text = target.read_text(encoding="utf-8")
    front = text.split("---\n")[1]
    assert 'categories: ["Practice"]\n' in front
    assert 'tags: ["time", "with ' in front
    assert "date: 2026-11-02\n" in front
    assert "Rowan" not in text
    assert "\n\nDetails have been changed.\n\nWhere to find help\n\n" in text
    assert "- Samaritans: 116 123, free, day or night; jo@samaritans.org\n" in text
    assert "Drawn from several" not in text


def test_answers_are_kept_as_a_record_and_what_was_not_answered_is_logged(
    with_entry: tuple[Cli, str], tmp_path: Path
) -> None:
    cli, entry = with_entry
    answers = ("--answer", "facts_true=considered", "--answer", "manager=not_sure")
    made = cli("draft", entry, "--accept-proposals", *answers, "--out", tmp_path / "draft.md", "--json")
    assert len(made.json["unanswered"]) == 21
    assert not {"facts_true", "manager"} & set(made.json["unanswered"])
    assert "the export log says so" in made.err
    assert "Could your manager know" not in made.err


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--answer", "facts_true"), "--answer takes QUESTION=ANSWER"),
        (("--answer", "nobody=considered"), "--answer takes QUESTION=ANSWER"),
        (("--help-for", "atlantis"), "no checked helplines"),
    ],
)
def test_an_answer_or_a_country_that_is_not_known_writes_nothing(
    with_entry: tuple[Cli, str], tmp_path: Path, wrong: tuple[str, ...], said: str
) -> None:
    cli, entry = with_entry
    made = cli("draft", entry, "--accept-proposals", *wrong, "--out", tmp_path / "draft.md")
    assert made.status == 1
    assert said in made.err
    assert list(tmp_path.glob("draft*")) == []


@contextlib.contextmanager
def unlocked_by(cli: Cli) -> Iterator[OpenJournal]:
    """The journal of the commands, as a window has it."""
    journal = unlock_journal(cli.folder, PASSPHRASE, places_in(cli.home))
    try:
        yield journal
    finally:
        journal.lock()


def test_a_kept_draft_is_listed_and_exported_in_every_format(with_entry: tuple[Cli, str], tmp_path: Path) -> None:
    cli, entry = with_entry
    made = cli("draft", entry, "--accept-proposals", "--out", tmp_path / "draft.md", "--json").json
    (row,) = cli("drafts", "--json").json
    assert (row["id"], row["exports"]) == (made["id"], 1)
    assert made["id"] in cli("drafts").out
    for format in ("md", "html", "txt", "docx", "odt"):
        target = tmp_path / f"again.{format}"
        again = cli("export", made["id"], "--format", format, "--out", target)
        assert again.status == 0, again.err
        assert "Every finding was decided by command" in again.err
        assert b"Rowan" not in target.read_bytes()
    assert (tmp_path / "again.md").read_bytes() == (tmp_path / "draft.md").read_bytes()
    assert cli("drafts", "--json").json[0]["exports"] == 6


def test_what_a_person_decided_needs_a_persons_answers(with_entry: tuple[Cli, str], tmp_path: Path) -> None:
    cli, entry = with_entry
    with unlocked_by(cli) as journal:
        review = begin_review(journal.begin_post([UUID(entry)]), journal.knowledge())
        review.accept_all()
        journal.save_post(review.post)
    target = tmp_path / "draft.odt"
    refused = cli("export", str(review.post.id), "--format", "odt", "--out", target)
    assert "Not ready: 5 questions are not answered" in refused.err
    assert not target.exists()
    with unlocked_by(cli) as journal:
        journal.save_post(answered(begin_review(journal.post(review.post.id), journal.knowledge())).post)
    written = cli("export", str(review.post.id), "--format", "odt", "--out", target)
    assert (written.status, written.err) == (0, "")
    assert target.exists()
