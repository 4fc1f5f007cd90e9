"""Entries from the terminal: write, list, show, search, delete, and be offered a prompt."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from journal.practice.prompts import load_library
from tests.unit.commands.running import PASSPHRASE, Cli, Result


def test_an_entry_goes_in_and_comes_out_as_it_was_written(cli: Cli) -> None:
    body = "Ünïcödé – “quoted”, 😀 and a tab\t.\n\n  An indent stays.\n"
    entry = cli.new(body, "--kind", "relationship", "--title", "The clock", "--tag", "time", "--tag", "endings")
    assert UUID(entry).version == 7
    shown = cli("show", entry, "--json").json
    assert (shown["id"], shown["kind"], shown["title"]) == (entry, "relationship", "The clock")
    assert shown["body"] == body
    assert sorted(shown["tags"]) == ["endings", "time"]
    assert cli("show", entry).out == f"# The clock\n\n{body}"


def test_an_entry_is_read_from_a_file_of_any_system(cli: Cli, tmp_path: Path) -> None:
    source = tmp_path / "notes.md"
    source.write_bytes("\ufeffone\r\ntwo\rthree".encode())
    entry = cli("new", source, "--json").json["id"]
    assert cli("show", entry, "--json").json["body"] == "one\ntwo\nthree"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"\xff\xfeno", "The text is not UTF-8."), (b" \n", "There is no text in it."), (None, "cannot be opened")],
)
def test_a_file_that_cannot_be_an_entry_is_refused(cli: Cli, tmp_path: Path, data: bytes | None, sentence: str) -> None:
    source = tmp_path / "notes.md"
    if data is not None:
        source.write_bytes(data)
    refused = cli("new", source)
    assert (refused.status, refused.out) == (1, "")
    assert sentence in refused.err
    assert cli("list").out == ""


def test_entries_are_listed_newest_day_first_and_filtered(cli: Cli) -> None:
    first = cli.new("one", "--kind", "free", "--day", "2025-01-02", "--tag", "a", "--title", "Old")
    second = cli.new("two", "--kind", "dilemma", "--day", "2025-03-04", "--title", "New")
    lines = cli("list").out.splitlines()
    assert [line.split()[0] for line in lines] == [second, first]
    assert lines[0].endswith("dilemma       New")
    assert [row["id"] for row in cli("list", "--json", "--tag", "a").json] == [first]
    assert [row["id"] for row in cli("list", "--json", "--kind", "dilemma", "--kind", "free").json] == [second, first]
    assert [row["id"] for row in cli("list", "--json", "--since", "2025-02-01").json] == [second]
    assert [row["day"] for row in cli("list", "--json", "--until", "2025-02-01").json] == ["2025-01-02"]
    assert len(cli("list", "--limit", "1").out.splitlines()) == 1


def test_a_title_cannot_steer_the_terminal(cli: Cli) -> None:
    cli.new("text \x1b[2J", "--title", "one\x1b]0;two\x07\nthree")
    listed = cli("list").out
    assert "\x1b" not in listed
    assert listed.count("\n") == 1
    entry = listed.split()[0]
    assert "\x1b" not in cli("show", entry).out
    assert "\x1b" in cli("show", entry, "--json").json["body"]


def test_search_shows_where_the_words_are(cli: Cli) -> None:
    entry = cli.new("We sat by the café, and the supervision was postponed again.", "--title", "Waiting")
    cli.new("Nothing of the kind.")
    found = cli("search", "cafe", "supervis*", "--json").json
    assert [row["id"] for row in found] == [entry]
    marked = [found[0]["snippet"][start:end] for start, end in found[0]["marks"]]
    assert marked == ["café", "supervision"]
    assert "supervision was postponed" in cli("search", '"supervision was"').out
    assert cli("search", "absent") == Result(0, "", "")


def test_delete_is_the_trash_first_and_for_good_when_asked(cli: Cli) -> None:
    entry = cli.new("to be deleted")
    assert cli("delete", entry) == Result(0, "", "")
    assert cli("list").out == ""
    assert cli("list", "--trash").out.startswith(entry)
    assert cli("delete", "--for-good", entry).status == 0
    assert cli("list", "--trash").out == ""
    assert cli("show", entry).err == "congruence-cli: There is no such entry.\n"


def test_a_prompt_comes_with_its_reminders_and_is_not_repeated_at_once(cli: Cli) -> None:
    offered = [
        cli("prompt", "--kind", "dilemma", "--condition", "incongruence", "--depth", "2m", "--json").json
        for _ in range(2)
    ]
    assert {prompt["id"] for prompt in offered} == {"dil-inc-2m-1", "dil-inc-2m-2"}
    risky = next(prompt for prompt in offered if prompt["id"] == "dil-inc-2m-2")
    assert [note["code"] for note in risky["notes"]] == ["act_first", "reminder"]
    told = cli("prompt", "--kind", "wellbeing", "--condition", "contact", "--depth", "deep", "--deeper").out
    library = load_library()
    prompt = library.prompt("wel-con-deep-1")
    assert told.splitlines()[0] == prompt.text
    assert [line.strip() for line in told.splitlines()[1:4]] == list(prompt.probes)
    assert library.safety["stop_any_time"] in told


def test_an_entry_remembers_the_prompt_it_answers(cli: Cli) -> None:
    entry = cli.new("> asked\n\nanswered", "--prompt", "fre-con-2m-1")
    assert cli("show", entry, "--json").json["prompts"] == ["fre-con-2m-1"]
    refused = cli("new", "--prompt", "none", "-", stdin=f"{PASSPHRASE}\ntext")
    assert refused.err == "congruence-cli: There is no such prompt.\n"
