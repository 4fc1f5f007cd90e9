"""What every part of the command line is made of: a command with its help, a day, a count."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import TypeAlias

#: More of anything than a journal holds, and a number that SQLite can hold.
_COUNT_DIGITS = 9

#: argparse gives its type no public name.
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add(
    commands: Commands, name: str, run: str, help: str, *, more: str = "", json: bool = False
) -> argparse.ArgumentParser:
    """A command: ``run`` names the module and function that do the work."""
    command = commands.add_parser(
        name,
        help=help,
        description=f"{help[0].upper()}{help[1:]}.",
        epilog=more or None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run, json=False)
    if json:
        command.add_argument("--json", action="store_true", help="print the result as JSON")
    return command


def family(commands: Commands, name: str, help: str, more: str = "") -> Commands:
    """A command that has commands of its own."""
    parser = commands.add_parser(
        name,
        help=help,
        description=f"{help[0].upper()}{help[1:]}.",
        epilog=more or None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    return parser.add_subparsers(title="commands", metavar="COMMAND", required=True)


def day(text: str) -> dt.date:
    """A day, written YYYY-MM-DD."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("a day is written YYYY-MM-DD") from None


def count(text: str) -> int:
    """A number from 1 on."""
    found = number(text)
    if found < 1:
        raise argparse.ArgumentTypeError("a number from 1 on")
    return found


def number(text: str) -> int:
    """A number from 0 on."""
    if not text.isascii() or not text.isdigit() or len(text) > _COUNT_DIGITS:
        raise argparse.ArgumentTypeError("a number from 0 on")
    return int(text)


def pair(text: str) -> tuple[str, str]:
    """Two things joined by an equals sign: ``NAME=VALUE``."""
    name, sign, value = text.partition("=")
    if not sign or not name:
        raise argparse.ArgumentTypeError("written NAME=VALUE")
    return name, value
