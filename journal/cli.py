"""The same journeys as the window's, from a terminal: ``congruence-cli``. Knows no Qt."""

from __future__ import annotations

import argparse
import contextlib
import importlib
import io
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from journal.commands.arguments import OutputLost, parser
from journal.errors import JournalError
from journal.hardening import harden_process
from journal.paths import Places, places_in, user_places

if TYPE_CHECKING:
    from journal.commands.terminal import Ask
    from journal.settings import Settings
    from journal.vault.kdf import KdfParams

#: Exit statuses. 70 is EX_SOFTWARE of sysexits(3): a fault of ours. The last two are a shell's for SIGINT and SIGPIPE.
DONE, NOT_DONE, NOT_UNDERSTOOD, FAULT, STOPPED, PIPE_CLOSED = 0, 1, 2, 70, 130, 141


def main(
    argv: Sequence[str] | None = None,
    *,
    kdf: KdfParams | None = None,
    stdin: BinaryIO | None = None,
    ask: Ask | None = None,
) -> int:
    """Run one command and return its exit status; tests hand in ``kdf``, ``stdin`` and ``ask``."""
    _speak_utf8()
    if argv is None:  # as a program of its own, not called by another
        harden_process()
    try:
        args = parser().parse_args(argv)
    except SystemExit as end:
        return int(end.code or DONE)
    try:
        status = _run(args, kdf=kdf, stdin=stdin, ask=ask)
    except KeyboardInterrupt:
        status = STOPPED
    except BrokenPipeError:
        _stop_writing()
        status = PIPE_CLOSED
    except OutputLost:
        _stop_writing()
        _complain("the result could not be written to standard output.")
        status = NOT_DONE
    except Exception as fault:
        # Names of functions and line numbers only: a message or a value could hold words of the journal.
        frames = [f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in _frames(fault)]
        _complain(f"a fault in this program: {type(fault).__name__} at {' < '.join(reversed(frames))}")
        status = FAULT
    return status


def _run(args: argparse.Namespace, *, kdf: KdfParams | None, stdin: BinaryIO | None, ask: Ask | None) -> int:
    # Late, so that --help and a mistyped command answer at once.
    from journal.atomic import as_journal_error  # noqa: PLC0415
    from journal.commands.call import Call, UsageError  # noqa: PLC0415
    from journal.commands.terminal import Terminal, ask_hidden  # noqa: PLC0415
    from journal.commands.words import sentence  # noqa: PLC0415
    from journal.settings import load_settings  # noqa: PLC0415

    module, _, function = args.run.partition(":")
    terminal = Terminal(
        sys.stdout or io.StringIO(),
        sys.stderr or io.StringIO(),
        stdin or (sys.stdin.buffer if sys.stdin else io.BytesIO()),
        ask or ask_hidden,
        args.passphrase_stdin,
    )
    try:
        command = getattr(importlib.import_module(f"journal.commands.{module}"), function)
        places = _places(args)
        settings = load_settings(places.settings)
        backups = Path(settings.backup_folder) if settings.backup_folder else places.default_backups
        command(Call(args, terminal, _journal_folder(args, settings, places), places, backups, kdf))
        terminal.flush()
    except UsageError as error:
        _complain(str(error))
        return NOT_UNDERSTOOD
    except JournalError as error:
        _complain(sentence(error))
        return NOT_DONE
    except BrokenPipeError:
        raise
    except OSError as error:  # a name that is too long, a current folder that is gone: no fault of the program
        _complain(sentence(as_journal_error(error)))
        return NOT_DONE
    return DONE


def _places(args: argparse.Namespace) -> Places:
    """The folders given by option or by CONGRUENCE_HOME, else the user's own."""
    folder = args.data_folder or os.environ.get("CONGRUENCE_HOME")
    return places_in(Path(folder)) if folder else user_places()


def _journal_folder(args: argparse.Namespace, settings: Settings, places: Places) -> Path:
    """The journal asked for, else the one that the window opens."""
    if args.journal is not None:
        # "." has no name of its own, and what is built beside a journal is called after it
        return Path(args.journal).absolute()
    return Path(settings.journal_folder) if settings.journal_folder else places.default_journal


def _speak_utf8() -> None:
    """Pipes and files get UTF-8 whatever the locale says; a terminal keeps its own way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _complain(text: str) -> None:
    with contextlib.suppress(OSError, AttributeError):  # nobody listens
        sys.stderr.write(f"congruence-cli: {text}\n")


def _frames(fault: BaseException) -> list[traceback.FrameSummary]:
    # lookup_lines: the source lines are not wanted; capture_locals is off, as values must not be shown
    return list(traceback.StackSummary.extract(traceback.walk_tb(fault.__traceback__), lookup_lines=False))


def _stop_writing() -> None:
    """Nobody reads any more: what Python still flushes at exit goes nowhere, without a complaint."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


if __name__ == "__main__":
    sys.exit(main())
