"""Making a journal from the terminal, and its passphrase and recovery words."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from uuid import UUID

import pytest

from journal.cli import main
from journal.errors import BadInput
from tests.unit.commands.running import CHEAP, OTHER, PASSPHRASE, Cli, Result


def test_create_prints_the_id_alone_and_the_words_once_on_standard_error(bare: Cli) -> None:
    made = bare("create")
    assert made.status == 0
    assert UUID(made.out.strip()).version == 7
    assert made.out.count("\n") == 1
    words = made.err.splitlines()[-1].split()
    assert len(words) == 11
    assert "shown only now" in made.err
    assert words[0] not in bare("verify").err.split()


def test_create_as_json_has_the_words_as_a_field(bare: Cli) -> None:
    made = bare("create", "--json")
    assert set(made.json) == {"id", "folder", "recovery_words"}
    assert len(made.json["recovery_words"]) == 11
    assert made.err == ""


def test_create_refuses_a_folder_with_a_journal_and_a_weak_passphrase(cli: Cli, tmp_path: Path) -> None:
    again = cli("create")
    assert (again.status, again.out) == (1, "")
    assert again.err == "congruence-cli: There is a journal in this folder already. Nothing was changed.\n"
    other = dataclasses.replace(cli, folder=tmp_path / "other")
    weak = other("create", stdin="short\n")
    assert weak.err == "congruence-cli: A passphrase needs at least 15 characters.\n"
    assert not other.folder.exists()


def test_the_passphrase_changes_and_the_words_open_a_journal_whose_passphrase_is_lost(bare: Cli) -> None:
    words = " ".join(bare("create", "--json").json["recovery_words"])
    assert bare("passphrase", stdin=f"{PASSPHRASE}\n{OTHER}\n").status == 0
    assert bare("list").err == "congruence-cli: That passphrase does not open this journal.\n"
    assert bare("list", stdin=f"{OTHER}\n").status == 0
    assert bare("recover", stdin=f"{words}\n{PASSPHRASE}\n").status == 0
    assert bare("list").status == 0
    assert bare("recover", stdin=f"{words} abacus\n{OTHER}\n").status == 1
    assert bare("list").status == 0


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_the_passphrase_is_the_first_line_less_its_ending_alone(bare: Cli, ending: str) -> None:
    spaced = f"  {PASSPHRASE} \t"
    assert bare("create", stdin=f"{spaced}{ending}").status == 0
    assert bare("list", stdin=f"{spaced}\n").status == 0
    assert bare("list", stdin=f"{PASSPHRASE}\n").status == 1


@pytest.mark.parametrize(
    ("stdin", "sentence"),
    [
        (b"", "No passphrase was given on standard input."),
        (b"\xff\xfe\n", "The passphrase on standard input is not UTF-8."),
        (b"\n", "That passphrase does not open this journal."),
    ],
)
def test_an_unusable_passphrase_is_named_as_such(cli: Cli, stdin: bytes, sentence: str) -> None:
    assert cli("list", stdin=stdin) == Result(1, "", f"congruence-cli: {sentence}\n")


def test_the_terminal_asks_once_for_a_passphrase_and_twice_for_a_new_one(bare: Cli) -> None:
    asked: list[str] = []

    def ask(question: str) -> str:
        asked.append(question)
        return PASSPHRASE

    place = ["--journal", str(bare.folder), "--data-folder", str(bare.home)]
    assert main([*place, "create"], kdf=CHEAP, ask=ask) == 0
    assert main([*place, "list"], kdf=CHEAP, ask=ask) == 0
    assert asked == ["New passphrase: ", "New passphrase, once more: ", "Passphrase: "]

    def ask_unlike(question: str) -> str:
        return PASSPHRASE if "more" not in question else OTHER

    elsewhere = ["--journal", str(bare.folder / "b"), "--data-folder", str(bare.home)]
    bare.capture.readouterr()
    assert main([*elsewhere, "create"], kdf=CHEAP, ask=ask_unlike) == 1
    assert "The two passphrases are not the same." in bare.capture.readouterr().err


def test_without_a_terminal_the_way_out_is_named(bare: Cli) -> None:
    def ask(_question: str) -> str:
        raise BadInput(what="passphrase", reason="no_terminal")

    assert main(["--journal", str(bare.folder), "create"], kdf=CHEAP, ask=ask) == 1
    assert "use --passphrase-stdin" in bare.capture.readouterr().err
