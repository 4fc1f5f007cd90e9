"""Entries from the terminal: write, list, show, search, delete, and be offered a prompt."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from journal.commands.call import Call
from journal.commands.terminal import harmless, one_line
from journal.errors import BadInput
from journal.model import Draft, Entry, Filter, Heading, Order
from journal.practice.prompts import notes_for


def new(call: Call) -> None:
    """Stores an entry from a file or from standard input and prints its id."""
    args = call.args
    # A file is read before the passphrase is asked for; standard input holds the passphrase first.
    text = None if args.file == "-" else file_text(Path(args.file))
    with call.journal() as journal:
        body = _text(call.terminal.rest_of_stdin()) if text is None else text
        if not body.strip() and not args.title.strip():
            raise BadInput(what="text", reason="empty")
        draft = Draft(
            id=None,
            kind=args.kind,
            title=args.title,
            body=body,
            day=args.day or dt.datetime.now().astimezone().date(),
            tags=tuple(args.tag),
            prompts=tuple(journal.library.prompt(prompt).id for prompt in args.prompt),
        )
        entry = journal.save_draft(draft)  # locking finishes it
    if args.json:
        call.terminal.say_json({"id": str(entry.id)})
    else:
        call.terminal.say(str(entry.id))


def list_entries(call: Call) -> None:
    """Prints headings, the newest first."""
    with call.journal() as journal:
        headings = journal.window(_filter(call, trashed=call.args.trash), 0, call.args.limit)
    if call.args.json:
        call.terminal.say_json([heading_values(heading) for heading in headings])
    else:
        call.terminal.say(*(heading_line(heading) for heading in headings))


def show(call: Call) -> None:
    """Prints one entry as it was written."""
    with call.journal() as journal:
        entry = journal.entry(call.args.id)
    if call.args.json:
        call.terminal.say_json(_entry_values(entry))
        return
    tags = f"  {', '.join(map(one_line, entry.tags))}" if entry.tags else ""
    heading = [f"# {one_line(entry.title)}", ""] if entry.title else []
    call.terminal.tell(f"{entry.day}  {entry.kind}{tags}")
    call.terminal.say(*heading, harmless(entry.body).removesuffix("\n"))


def search(call: Call) -> None:
    """Prints the entries in which all words occur, each with the place."""
    order = Order.BEST if call.args.best else Order.NEWEST
    with call.journal() as journal:
        hits = journal.search(" ".join(call.args.words), _filter(call), order, call.args.limit, 0)
    if call.args.json:
        call.terminal.say_json(
            [
                heading_values(hit.heading) | {"snippet": hit.snippet, "marks": [list(mark) for mark in hit.marks]}
                for hit in hits
            ]
        )
        return
    for hit in hits:
        snippet = _marked(hit.snippet, hit.marks, bold=call.terminal.out.isatty())
        call.terminal.say(heading_line(hit.heading), f"    {snippet}")


def delete(call: Call) -> None:
    """Puts an entry into the trash, or removes it with all its revisions."""
    with call.journal() as journal:
        if call.args.for_good:
            journal.delete_for_good(call.args.id)
        else:
            journal.trash(call.args.id)


def prompt(call: Call) -> None:
    """Prints a reflective question with what belongs beside it."""
    args = call.args
    with call.journal() as journal:
        offered = journal.prompt(args.kind, args.condition, args.depth)
    notes = notes_for(offered)
    if args.json:
        call.terminal.say_json(
            {
                "id": offered.id,
                "kind": offered.kind,
                "conditions": list(offered.conditions),
                "depth": offered.depth,
                "text": offered.text,
                "probes": list(offered.probes),
                "notes": [{"code": note.code, "text": note.text} for note in notes],
            }
        )
        return
    before = [note.text for note in notes if note.code == "act_first"]
    after = [note.text for note in notes if note.code != "act_first"]
    deeper = [f"  {probe}" for probe in offered.probes] if args.deeper else []
    call.terminal.say(*before, offered.text, *deeper, *after)
    call.terminal.tell(f"({offered.id})")


def _filter(call: Call, *, trashed: bool = False) -> Filter:
    args = call.args
    return Filter(
        kinds=tuple(args.kind),
        tags=tuple(args.tag),
        star=True if args.star else None,
        first_day=args.since,
        last_day=args.until,
        trashed=trashed,
    )


def file_text(path: Path) -> str:
    """What a file says. Raises ``BadInput`` where it cannot be read or is not UTF-8."""
    try:
        data = path.read_bytes()
    except OSError:
        raise BadInput(what="file", reason="unreadable") from None
    return _text(data)


def _text(data: bytes) -> str:
    """UTF-8, with or without a byte order mark; line ends of any system become ``\\n``."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(what="text", reason="encoding") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def heading_line(heading: Heading) -> str:
    """One row of a list."""
    star = "* " if heading.star else ""
    words = one_line(heading.title) or one_line(heading.excerpt)
    return f"{heading.id}  {heading.day}  {heading.kind:<12}  {star}{words}"


def heading_values(heading: Heading) -> dict[str, Any]:
    """A row of a list as JSON."""
    return {
        "id": str(heading.id),
        "kind": heading.kind,
        "title": heading.title,
        "excerpt": heading.excerpt,
        "day": heading.day.isoformat(),
        "written_at": heading.written_at.isoformat(),
        "star": heading.star,
        "words": heading.words,
    }


def _entry_values(entry: Entry) -> dict[str, Any]:
    return {
        "id": str(entry.id),
        "revision": str(entry.revision),
        "kind": entry.kind,
        "title": entry.title,
        "body": entry.body,
        "day": entry.day.isoformat(),
        "written_at": entry.written_at.isoformat(),
        "changed_at": entry.changed_at.isoformat(),
        "tags": list(entry.tags),
        "star": entry.star,
        "prompts": list(entry.prompts),
        "trashed_at": entry.trashed_at.isoformat() if entry.trashed_at else None,
    }


def _marked(snippet: str, marks: tuple[tuple[int, int], ...], *, bold: bool) -> str:
    """The snippet on one line; what matched is bold where a terminal shows it."""
    if not bold:
        return one_line(snippet)
    pieces, place = [], 0
    for start, end in marks:
        pieces += [harmless(snippet[place:start]), "\x1b[1m", harmless(snippet[start:end]), "\x1b[0m"]
        place = end
    return " ".join("".join([*pieces, harmless(snippet[place:])]).split())
