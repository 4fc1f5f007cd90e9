"""``congruence-cli`` itself: the command line, its statuses, and the process where that is the point."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from journal.cli import main
from journal.commands.arguments import parser
from journal.model import KINDS
from journal.practice.prompts import load_library
from tests.unit.commands.running import CHEAP, PASSPHRASE, Cli, Result

COMMAND = (sys.executable, "-m", "journal.cli")
WORDS_OF_HELP = (
    "create new list show search delete prompt register author findings draft backup restore verify passphrase "
    "recover examples: status:"
)


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["nonsense"],
        ["show", "not-an-id"],
        ["list", "--since", "yesterday"],
        ["list", "--limit", "0"],
        ["new", "--kind", "diary", "-"],
        ["findings"],
        ["findings", "--jsonl", "in"],
        ["findings", "01890000-0000-7000-8000-000000000000", "--jsonl", "in", "--out", "out"],
        ["draft", "01890000-0000-7000-8000-000000000000", "--format", "rtf", "--out", "x"],
        ["register"],
    ],
)
def test_what_is_not_understood_ends_with_status_2(bare: Cli, args: list[str]) -> None:
    refused = bare(*args)
    assert (refused.status, refused.out) == (2, "")
    assert refused.err.splitlines()[-1].startswith("congruence-cli")


@pytest.mark.parametrize("command", ["list", "verify", "passphrase", "recover"])
def test_without_a_journal_the_passphrase_is_not_even_asked_for(bare: Cli, command: str) -> None:
    assert bare(command, stdin="") == Result(1, "", "congruence-cli: That folder is not there.\n")
    bare.folder.mkdir()
    assert bare(command, stdin="") == Result(1, "", "congruence-cli: This is not a journal.\n")


def test_help_shows_every_command_with_examples_and_statuses(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    told = capsys.readouterr().out
    for word in WORDS_OF_HELP.split():
        assert word in told
    assert main(["--version"]) == 0


def test_the_choices_offered_are_those_of_the_library() -> None:
    library = load_library()
    accepted = parser().parse_args
    for condition in library.conditions:
        assert accepted(["prompt", "--condition", condition.id]).condition == condition.id
    for depth in library.depths:
        assert accepted(["prompt", "--depth", depth.id]).depth == depth.id
    assert tuple(kind.id for kind in library.kinds) == KINDS


def test_the_folders_of_this_computer_can_be_put_elsewhere(
    bare: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, private_home: Path
) -> None:
    monkeypatch.setenv("CONGRUENCE_HOME", str(tmp_path / "portable"))
    stdin = io.BytesIO(f"{PASSPHRASE}\n".encode())
    assert main(["--passphrase-stdin", "create"], kdf=CHEAP, stdin=stdin) == 0
    assert (tmp_path / "portable" / "data" / "journal" / "journal.db").exists()
    assert not [path for path in private_home.rglob("*") if path.is_file()]


def test_a_fault_of_ours_is_told_without_any_value(bare: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask(_question: str) -> str:
        raise ValueError("the words of an entry")

    assert main(["--journal", str(bare.folder), "create"], kdf=CHEAP, ask=ask) == 70
    told = bare.capture.readouterr()
    assert "the words of an entry" not in told.err + told.out
    assert "ValueError at test_cli.py:" in told.err
    assert told.err.count("\n") == 1


def test_ctrl_c_ends_quietly(bare: Cli) -> None:
    def ask(_question: str) -> str:
        raise KeyboardInterrupt

    assert main(["--journal", str(bare.folder), "create"], kdf=CHEAP, ask=ask) == 130
    assert bare.capture.readouterr() == ("", "")


def run(*args: str | Path, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *args], input=stdin, capture_output=True, check=False)


def test_the_process_speaks_utf8_in_any_locale_and_keeps_secrets_off_its_arguments(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("PYTHONUTF8", "0")
    place = ("--journal", cli.folder, "--data-folder", cli.home, "--passphrase-stdin")
    body = "Zażółć – “gęślą” 😀\n"
    made = run(*place, "new", "-", stdin=f"{PASSPHRASE}\n{body}".encode())
    assert (made.returncode, made.stderr) == (0, b"")
    shown = run(*place, "show", made.stdout.decode().strip(), stdin=f"{PASSPHRASE}\n".encode())
    assert shown.stdout.decode() == body


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX systems")
def test_a_reader_that_goes_away_ends_the_command_quietly(cli: Cli) -> None:
    for number in range(3):
        cli.new("word " * 60, "--title", f"{number} " + "long title " * 20)
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as pipe:
        ended = subprocess.run(
            [*COMMAND, "--journal", cli.folder, "--data-folder", cli.home, "--passphrase-stdin", "list"],
            input=f"{PASSPHRASE}\n".encode(),
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (ended.returncode, ended.stderr) == (141, b"")
    # and the journal was locked on the way out
    assert not cli.folder.joinpath("journal.db-wal").exists()


def test_help_needs_neither_windows_nor_the_vault() -> None:
    program = (
        "import sys; from journal.cli import main; main(['--help']);"
        "sys.exit(sorted(m for m in sys.modules if m.startswith(('PySide6', 'sqlcipher3', 'cryptography'))) != [])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_nothing_that_was_done_is_told_as_undone_when_output_is_full(cli: Cli) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*COMMAND, "--journal", cli.folder, "--data-folder", cli.home, "--passphrase-stdin", "new", "-"],
            input=f"{PASSPHRASE}\nkept".encode(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr == b"congruence-cli: the result could not be written to standard output.\n"
    assert len(cli("list", "--json").json) == 1


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_fault(cli: Cli, closed: str) -> None:
    line = f'"$@" {closed}'
    ended = subprocess.run(
        [
            "sh",
            "-c",
            line,
            "sh",
            *COMMAND,
            "--journal",
            cli.folder,
            "--data-folder",
            cli.home,
            "--passphrase-stdin",
            "list",
        ],
        input=f"{PASSPHRASE}\n".encode(),
        capture_output=True,
        check=False,
    )
    assert ended.returncode in {0, 1}
    assert b"fault" not in ended.stderr


def test_a_journal_is_found_where_the_command_stands(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.new("here")
    monkeypatch.chdir(cli.folder)
    for place in (".", "../journal", ""):
        listed = Cli(Path(place), cli.home, cli.capture)("list", "--json")
        assert [row["excerpt"] for row in listed.json] == ["here"], place
    for place in ("/", "..", "a" * 300, "/dev/null"):
        assert Cli(Path(place), cli.home, cli.capture)("list").status == 1


@pytest.mark.parametrize(
    ("args", "status"),
    [
        (("list", "--limit", "9" * 30), 2),
        (("list", "--tag", "\udcff"), 0),
        (("search", "a\udcff"), 0),
        (("new", "-", "--title", "\udcff", "--tag", "\udcff"), 0),
        (("register", "add", "--name", "\udcff"), 0),
        (("author", "set", "--hide", "\udcff"), 0),
        (("register", "add", "--name", " "), 1),
    ],
)
def test_odd_arguments_are_refused_or_taken_and_never_a_fault(cli: Cli, args: tuple[str, ...], status: int) -> None:
    assert cli(*args).status == status
