"""The command line: what may be asked for, in words worth reading. Imports nothing of the journal that is slow."""

from __future__ import annotations

import argparse
from pathlib import Path
from uuid import UUID

from journal import __version__
from journal.commands.argument_types import Commands, add, count, day
from journal.commands.practice_arguments import add_practice
from journal.model import KINDS, NameKind

_CONDITIONS = ("contact", "incongruence", "congruence", "upr", "empathy", "communication")
_DEPTHS = ("2m", "10m", "deep")
#: As ``journal.export.save.FORMATS``, which is slow to import; a test holds them together.
_FORMATS = ("md", "html", "txt", "docx", "odt", "pdf", "csv")
_ABOUT = """\
A private, encrypted journal for reflective practice, from the terminal.

Results go to standard output, everything else to standard error."""

_MORE = """\
examples:
  congruence-cli --journal ~/journal create
  congruence-cli --journal ~/journal new --kind relationship --title "The clock" notes.md
  congruence-cli --journal ~/journal search 'supervis* "two chairs"'
  congruence-cli --journal ~/journal draft ID --accept-proposals --format md --out draft.md
  congruence-cli --journal ~/journal agenda add --title "The ending" --how-soon this-week
  { your-password-manager; cat notes.md; } | congruence-cli --journal ~/journal --passphrase-stdin new -

The passphrase is asked for, or read from standard input with --passphrase-stdin: the first line, less its line
ending; "-" as a file then reads the rest. It cannot be given as an argument, where other programs could see it.

exit status:
  0 done   1 not done, with one sentence saying why   2 the command was not understood   130 stopped with Ctrl-C"""


class OutputLost(Exception):
    """Standard output took no more: its disk is full, or what it leads to is broken. The command itself was done."""


def parser() -> argparse.ArgumentParser:
    """The parser of ``congruence-cli``; ``args.run`` names the module and function that do the work."""
    top = argparse.ArgumentParser(
        prog="congruence-cli", description=_ABOUT, epilog=_MORE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    top.add_argument("--version", action="version", version=f"Congruence {__version__}")
    top.add_argument("--journal", metavar="FOLDER", type=Path, help="the journal's folder; default: the window's own")
    top.add_argument(
        "--passphrase-stdin", action="store_true", help="read the passphrase from the first line of standard input"
    )
    top.add_argument(
        "--data-folder",
        metavar="FOLDER",
        type=Path,
        help="keep what this computer remembers of journals here, not in your own folders (also: CONGRUENCE_HOME)",
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _journal(commands)
    _entries(commands)
    _names(commands)
    _posts(commands)
    add_practice(commands)
    _backups(commands)
    return top


def _journal(commands: Commands) -> None:
    add(
        commands,
        "create",
        "keys:create",
        "make a new journal",
        more="Prints the journal's id. The recovery words are shown once, on standard error: write them down on paper.",
        json=True,
    )
    add(
        commands,
        "passphrase",
        "keys:passphrase",
        "change the passphrase",
        more="Asks for the present one, then for the new one; with --passphrase-stdin each is a line.\n"
        "The recovery words stay valid. Older backups still open with the former passphrase.",
    )
    add(
        commands,
        "recover",
        "keys:recover",
        "open with the recovery words and set a new passphrase",
        more="Asks for the eleven words, then for the new passphrase; with --passphrase-stdin each is a line.",
    )


def _entries(commands: Commands) -> None:
    new = add(commands, "new", "entries:new", "write an entry and print its id", json=True)
    new.add_argument("file", metavar="FILE", help='the text, in Markdown; "-" reads standard input')
    new.add_argument("--kind", choices=KINDS, default="free", help="default: free")
    new.add_argument("--title", default="", metavar="TEXT")
    new.add_argument("--tag", action="append", default=[], metavar="TAG", help="may be given several times")
    new.add_argument("--day", type=day, metavar="YYYY-MM-DD", help="the day it is about; default: today")
    new.add_argument("--prompt", action="append", default=[], metavar="ID", help="a prompt that it answers")

    listing = add(commands, "list", "entries:list_entries", "list entries, the newest first", json=True)
    _filters(listing)
    listing.add_argument("--trash", action="store_true", help="list what was deleted and can still be brought back")

    show = add(commands, "show", "entries:show", "print an entry", json=True)
    show.add_argument("id", type=UUID, metavar="ID")

    search = add(
        commands,
        "search",
        "entries:search",
        "find entries by their words",
        more='All words must occur. The last word, and any that ends in *, may go on; "quoted words" stand together.\n'
        "Accents do not matter.",
        json=True,
    )
    search.add_argument("words", nargs="+", metavar="WORD")
    search.add_argument("--best", action="store_true", help="the best matches first, not the newest")
    _filters(search)

    delete = add(commands, "delete", "entries:delete", "put an entry into the trash")
    delete.add_argument("id", type=UUID, metavar="ID")
    delete.add_argument(
        "--for-good", action="store_true", help="remove it with all its earlier texts; older backups still hold it"
    )

    prompt = add(
        commands,
        "prompt",
        "entries:prompt",
        "offer a question to write about",
        more="One that was not shown lately is preferred. Nothing has to be answered.",
        json=True,
    )
    prompt.add_argument("--kind", choices=KINDS, default="free", help="default: free")
    prompt.add_argument("--condition", choices=_CONDITIONS)
    prompt.add_argument("--depth", choices=_DEPTHS)
    prompt.add_argument("--deeper", action="store_true", help="with the questions that go deeper")


def _names(commands: Commands) -> None:
    register = commands.add_parser(
        "register",
        help="people, places and organisations to look for in drafts",
        description="The register: people, places and organisations to look for in drafts, each with a private code.",
    ).add_subparsers(title="commands", metavar="COMMAND", required=True)
    named = add(register, "add", "names:register_add", "add a name and print its id", json=True)
    named.add_argument("--name", required=True)
    named.add_argument("--alias", action="append", default=[], help="may be given several times")
    named.add_argument("--role", default="", help="client, supervisor, colleague, employer, …")
    named.add_argument("--code", default="", help="the private code that stands for it, such as K7")
    named.add_argument("--kind", choices=[kind.value for kind in NameKind], default=NameKind.PERSON.value)
    add(register, "list", "names:register_list", "list the register", json=True)

    author = commands.add_parser(
        "author",
        help="what would give you away, to look for in drafts",
        description="Your own profile: what would give you away, to look for in drafts.",
    ).add_subparsers(title="commands", metavar="COMMAND", required=True)
    change = add(author, "set", "names:author_set", "change what is given, leave the rest")
    change.add_argument("--name")
    change.add_argument("--alias", action="append", help="may be given several times; replaces all of them")
    change.add_argument("--employer")
    change.add_argument("--job-title")
    change.add_argument("--place", action="append", help="may be given several times; replaces all of them")
    change.add_argument("--hide", action="append", help="any other word to look for; replaces all of them")
    add(author, "show", "names:author_show", "print the profile", json=True)


def _posts(commands: Commands) -> None:
    findings = add(
        commands,
        "findings",
        "posts:findings",
        "show what in an entry could identify somebody",
        more="Findings are candidates: a person decides.\n\n"
        'With --jsonl no journal is needed. IN holds a JSON object a line with "id" and "text" and, where they are\n'
        'known, "author" and "register"; OUT answers with "id", "spans" and the "text" with every proposal accepted.\n'
        "All choices take a fixed seed, so that the same rows give the same answers.",
        json=True,
    )
    findings.add_argument("id", type=UUID, nargs="?", metavar="ID")
    findings.add_argument("--jsonl", type=Path, metavar="IN", help="rows of evaluation entries")
    findings.add_argument("--out", type=Path, metavar="OUT", help="where to write the answers to --jsonl")

    draft = add(
        commands,
        "draft",
        "posts:draft",
        "make a reviewed blog draft from entries and write it to a file",
        more="The draft is kept in the journal with each decision; the entries are not altered. A draft was checked,\n"
        "which does not mean that nobody can be recognised: read it before you publish it.\n\n"
        "The window asks five questions before it exports. A command goes past those that no --answer answers, says\n"
        "which they are, and writes them into the export log as not answered.",
        json=True,
    )
    draft.add_argument("id", type=UUID, nargs="+", metavar="ID")
    draft.add_argument("--accept-proposals", action="store_true", help="decide every finding by its proposal")
    _to_file(draft)
    draft.add_argument("--title", help="default: the first entry's")
    draft.add_argument("--byline", help='default: "Author: Name withheld for protection"')
    draft.add_argument("--category", default="", metavar="TEXT")
    draft.add_argument("--tag", action="append", default=[], metavar="TAG", help="of the draft; may be given again")
    draft.add_argument("--help-for", metavar="COUNTRY", help="add where to find help, by a country's code (uk, us)")
    draft.add_argument(
        "--closing-notes", action="store_true", help='add "Details have been changed." and the like where it is true'
    )
    draft.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="QUESTION=ANSWER",
        help="answer a question, such as facts_true=considered; may be given again",
    )

    add(commands, "drafts", "posts:drafts", "list the blog drafts that are kept", json=True)

    export = add(
        commands,
        "export",
        "posts:export",
        "write a kept blog draft, once it is decided, to a file in any format",
        more="A draft that a person decided in the window needs that person's answers to the five questions too.",
        json=True,
    )
    export.add_argument("id", type=UUID, metavar="DRAFT")
    _to_file(export)


def _to_file(command: argparse.ArgumentParser) -> None:
    command.add_argument("--format", choices=_FORMATS, default="md", help="default: md")
    command.add_argument("--out", type=Path, required=True, metavar="FILE")
    command.add_argument("--force", action="store_true", help="replace FILE if it is there")
    command.add_argument("--date", type=day, metavar="YYYY-MM-DD", help="a date for the front matter; default: none")


def _backups(commands: Commands) -> None:
    backup = add(commands, "backup", "backups:backup", "write a verified, encrypted backup", json=True)
    backup.add_argument("folder", type=Path, metavar="DIR")

    restore = add(
        commands,
        "restore",
        "backups:restore",
        "bring back a journal from a backup",
        more="Asks for the passphrase of the time of the backup, or for the recovery words. A journal that is in the\n"
        "folder is kept beside it, as NAME.before-restore-DATE.",
        json=True,
    )
    restore.add_argument("file", type=Path, metavar="BACKUP")
    restore.add_argument("--preview", action="store_true", help="only say what is in it")

    verify = add(commands, "verify", "backups:verify", "check every page of the journal, or a backup", json=True)
    verify.add_argument("file", type=Path, nargs="?", metavar="BACKUP")


def _filters(command: argparse.ArgumentParser) -> None:
    command.add_argument("--kind", choices=KINDS, action="append", default=[], help="may be given several times")
    command.add_argument("--tag", action="append", default=[], metavar="TAG", help="may be given several times")
    command.add_argument("--star", action="store_true", help="only those with a star")
    command.add_argument("--since", type=day, metavar="YYYY-MM-DD")
    command.add_argument("--until", type=day, metavar="YYYY-MM-DD")
    command.add_argument("--limit", type=count, default=50, metavar="N", help="default: 50")
