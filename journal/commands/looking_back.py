"""Looking back from the terminal: this day of earlier years, threads, later notes, filters saved by name."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journal.commands.call import Call
from journal.commands.entries import heading_line, heading_values
from journal.commands.terminal import harmless, one_line, today
from journal.errors import NotFound
from journal.model import Heading
from journal.open_journal import OpenJournal
from journal.practice_model import LaterNote, SavedFilter, Thread

_OFF = "It is off until you want it: --on."
#: Entries of a saved filter that are listed.
_LISTED = 50


def on_this_day(call: Call) -> None:
    """Prints entries about this day of earlier years; switches that on or off, and leaves entries out of it."""
    args = call.args
    with call.journal() as journal:
        choices = journal.wellbeing.choices()
        if args.on is not None:
            choices = replace(choices, on_this_day=args.on)
            journal.wellbeing.set_choices(choices)
        for entry_id in args.leave_out:
            journal.looking_back.leave_out(entry_id)
        for entry_id in args.show_again:
            journal.looking_back.leave_out(entry_id, out=False)
        found = journal.looking_back.on_this_day(args.day or today())
        left_out = journal.looking_back.left_out()
    if args.json:
        call.terminal.say_json(
            {
                "on": choices.on_this_day,
                "entries": [heading_values(row) for row in found],
                "left_out": [str(row.id) for row in left_out],
            }
        )
        return
    call.terminal.say(*(heading_line(row) for row in found))
    if not choices.on_this_day:
        call.terminal.tell(_OFF)
    if left_out:
        call.terminal.tell(f"Left out: {', '.join(str(row.id) for row in left_out)}")


def threads(call: Call) -> None:
    """Prints threads, or the entries of one with what was said to them later."""
    with call.journal() as journal:
        if call.args.name is None:
            every = journal.looking_back.threads()
            if call.args.json:
                call.terminal.say_json([_thread_values(thread) for thread in every])
            else:
                call.terminal.say(*(f"{len(one.entry_ids):>4} entries  {one_line(one.name)}" for one in every))
            return
        thread = _named(journal, call.args.name)
        assert thread.id is not None
        entries = journal.looking_back.thread_entries(thread.id)
        notes = {row.id: journal.looking_back.later_notes(row.id) for row in entries}
    if call.args.json:
        rows = [{**heading_values(row), "later": [_note_values(note) for note in notes[row.id]]} for row in entries]
        call.terminal.say_json({**_thread_values(thread), "entries": rows})
        return
    for row in entries:
        call.terminal.say(heading_line(row))
        call.terminal.say(*(f"    {note.day}  {one_line(note.text)}" for note in notes[row.id]))


def follow(call: Call) -> None:
    """Makes a thread or adds entries to it, and takes entries out of it."""
    args = call.args
    with call.journal() as journal:
        thread = next((one for one in journal.looking_back.threads() if one.name == args.name), Thread(None, args.name))
        wanted = [id for id in (*thread.entry_ids, *args.entry) if id not in args.without]
        made = replace(thread, entry_ids=tuple(dict.fromkeys(wanted)))
        if args.about is not None:
            made = replace(made, about=args.about)
        saved = journal.looking_back.save_thread(made)
    if args.json:
        call.terminal.say_json(_thread_values(saved))
    else:
        call.terminal.tell(f"{len(saved.entry_ids)} entries.")


def unfollow(call: Call) -> None:
    """Deletes a thread; its entries stay."""
    with call.journal() as journal:
        thread = _named(journal, call.args.name)
        assert thread.id is not None
        journal.looking_back.remove_thread(thread.id)


def note(call: Call) -> None:
    """Says something to an entry later, or prints what was said; the entry's own text stays as it is."""
    args = call.args
    with call.journal() as journal:
        if args.text is not None:
            journal.looking_back.save_later_note(LaterNote(None, args.id, args.day or today(), args.text))
        notes = journal.looking_back.later_notes(args.id)
    if args.json:
        call.terminal.say_json([_note_values(one) for one in notes])
    else:
        call.terminal.say(*(f"{one.day}  {harmless(one.text)}" for one in notes))


def filters(call: Call) -> None:
    """Prints the filters saved by name, or the entries that one shows."""
    args = call.args
    with call.journal() as journal:
        every = journal.looking_back.saved_filters()
        if args.name is not None:
            chosen = next((one for one in every if one.name == args.name), None)
            if chosen is None:
                raise NotFound(what="filter")
            found = _shown(journal, chosen)
    if args.name is None:
        if args.json:
            call.terminal.say_json([{"id": str(one.id), "name": one.name, "query": one.query} for one in every])
        else:
            call.terminal.say(*(one_line(one.name) for one in every))
    elif args.json:
        call.terminal.say_json([heading_values(row) for row in found])
    else:
        call.terminal.say(*(heading_line(row) for row in found))


def _shown(journal: OpenJournal, saved: SavedFilter) -> list[Heading]:
    if saved.query:
        return [hit.heading for hit in journal.search(saved.query, saved.filter, saved.order, _LISTED)]
    return list(journal.window(saved.filter, 0, _LISTED))


def _named(journal: OpenJournal, name: str) -> Thread:
    for thread in journal.looking_back.threads():
        if thread.name == name:
            return thread
    raise NotFound(what="thread")


def _thread_values(thread: Thread) -> dict[str, Any]:
    return {
        "id": str(thread.id),
        "name": thread.name,
        "about": thread.about,
        "entries": [str(id) for id in thread.entry_ids],
    }


def _note_values(note: LaterNote) -> dict[str, Any]:
    return {"id": str(note.id), "day": note.day.isoformat(), "text": note.text}
