"""What a command speaks through: results on standard output, the rest on standard error, secrets from either source."""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import json
import unicodedata
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, TextIO

from journal.commands.arguments import OutputLost
from journal.errors import BadInput

Ask = Callable[[str], str]


def ask_hidden(question: str) -> str:
    """Asks on the terminal without showing what is typed.

    Raises:
        BadInput: there is no terminal, or it cannot hide what is typed.
    """
    try:
        with warnings.catch_warnings():
            # getpass would otherwise go on with the letters visible
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(question)
    except (getpass.GetPassWarning, EOFError):
        raise BadInput(what="passphrase", reason="no_terminal") from None


@dataclass(frozen=True, slots=True)
class Terminal:
    """The streams of one command. With ``secrets_on_stdin`` each secret is a line of standard input."""

    out: TextIO
    err: TextIO
    stdin: BinaryIO
    ask: Ask
    secrets_on_stdin: bool = False

    def say(self, *lines: str) -> None:
        """Results, for a person or a pipe.

        Raises:
            BrokenPipeError: nobody reads any more. OutputLost: they cannot be written for another reason.
        """
        with _written():
            self.out.writelines(f"{line}\n" for line in lines)

    def flush(self) -> None:
        """Let go of all results. Raises as ``say`` does."""
        with _written():
            self.out.flush()

    def tell(self, *lines: str) -> None:
        """Anything that is not the result itself; lost where nobody listens."""
        with contextlib.suppress(OSError):
            self.err.writelines(f"{line}\n" for line in lines)

    def say_json(self, value: Any) -> None:
        """A result for another program: UTF-8, one value, two spaces of indent."""
        self.say(json.dumps(value, ensure_ascii=False, indent=2))

    def secret(self, question: str) -> str:
        """A passphrase or recovery words: the next line of standard input less its line ending, or asked for.

        Raises:
            BadInput: nothing was given, it is not UTF-8, or there is no terminal to ask on.
        """
        if not self.secrets_on_stdin:
            return self.ask(f"{question}: ")
        line = self.stdin.readline()
        if not line:
            raise BadInput(what="passphrase", reason="missing")
        try:
            return line.removesuffix(b"\n").removesuffix(b"\r").decode()
        except UnicodeDecodeError:
            raise BadInput(what="passphrase", reason="encoding") from None

    def new_secret(self, question: str) -> str:
        """A new passphrase: asked for twice, or one line of standard input.

        Raises:
            BadInput: the two are not the same; otherwise as ``secret``.
        """
        first = self.secret(question)
        if not self.secrets_on_stdin and self.ask(f"{question}, once more: ") != first:
            raise BadInput(what="passphrase", reason="unlike")
        return first

    def rest_of_stdin(self) -> bytes:
        """What is left on standard input after the secrets."""
        return self.stdin.read()


@contextlib.contextmanager
def _written() -> Iterator[None]:
    """A failure of standard output is not one of the journal's disk."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError:
        raise OutputLost() from None


def today() -> dt.date:
    """The day it is where the person is."""
    return dt.datetime.now().astimezone().date()


def one_line(text: str) -> str:
    """Text for a list: white space runs to single spaces, control characters (which steer a terminal) left out."""
    return "".join(char for char in " ".join(text.split()) if unicodedata.category(char) != "Cc")


def harmless(text: str) -> str:
    """Text of several lines without the control characters that steer a terminal."""
    return "".join(char for char in text if char in "\n\t" or unicodedata.category(char) != "Cc")
