"""Pages as PDF from the terminal: a summary, the agenda, the list of CPD, people by code alone."""

from __future__ import annotations

from journal.atomic import write_whole
from journal.commands.call import Call
from journal.errors import AlreadyThere, BadInput
from journal.exporting import must_be_for_exports
from journal.practice.pages import pdf_of
from journal.practice.summaries import Summary


def must_be_free(call: Call) -> None:
    """Refuse the place asked for before anybody is asked for a passphrase.

    Raises:
        BadInput: as ``must_be_for_exports``.
        AlreadyThere: something is there, and it was not said that it may be replaced.
    """
    args = call.args
    if args.pdf is not None:
        must_be_for_exports(args.pdf.absolute())
        if args.pdf.exists() and not args.force:
            raise AlreadyThere(what="file")


def write_page(call: Call, made: Summary, *, one_page: bool = False) -> None:
    """Writes the page of a summary to the place asked for, and prints it.

    Raises:
        BadInput: our fonts lack a letter of it (``no_letters``).
        AlreadyThere, DiskFull, ReadOnly, Gone, WriteFailed: as ``write_whole``.
    """
    args = call.args
    try:
        data = pdf_of(made, one_page=one_page)
    except ValueError:
        raise BadInput(what="format", reason="no_letters") from None
    write_whole(args.pdf.absolute(), data, replace=args.force)
    if args.json:
        call.terminal.say_json({"file": str(args.pdf)})
    else:
        call.terminal.say(str(args.pdf))
    call.terminal.tell("People stand there by code alone. Read it through before it leaves your hands.")
