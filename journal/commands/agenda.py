"""The agenda from the terminal: what to bring to supervision, and what came back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from journal.commands.call import Call
from journal.commands.papers import must_be_free, write_page
from journal.commands.terminal import one_line, today
from journal.errors import BadInput, NotFound
from journal.ids import new_id
from journal.model import AgendaFlag
from journal.open_journal import OpenJournal
from journal.practice.summaries import days_waited, to_csv
from journal.practice.supervision import load_supervision
from journal.practice_model import AgendaItem


def add_item(call: Call) -> None:
    """Puts a matter on the agenda and prints its id; with words of an entry it flags that sentence."""
    args = call.args
    with call.journal() as journal:
        item = AgendaItem(entry_id=args.entry)
        if args.words:
            item = journal.practice.agenda_item(_flag(journal, args.entry, args.words))
        item = replace(
            item,
            title=args.title,
            why=args.why,
            want=args.want,
            not_sure=args.not_sure,
            how_soon=args.how_soon,
            remind_on=args.remind_on,
            about=_person(journal, args.code),
        )
        if not (item.heading or item.why or item.want or args.entry):
            raise BadInput(what="text", reason="empty")
        saved = journal.practice.save_agenda_item(item)
        principle = journal.practice.data.principle["alerts_nobody"]
    call.terminal.tell(principle)
    if args.json:
        call.terminal.say_json({"id": str(saved.id)})
    else:
        call.terminal.say(str(saved.id))


def list_items(call: Call) -> None:
    """Prints what waits, or what was heard."""
    args = call.args
    must_be_free(call)
    with call.journal() as journal:
        items = journal.practice.agenda(closed=args.heard)
        page = journal.practice.agenda_page(today())
    if args.pdf is not None:
        write_page(call, page, one_page=True)
    elif args.json:
        call.terminal.say_json([item_values(item) for item in items])
    elif args.csv:
        call.terminal.say(*to_csv(page).splitlines())
    else:
        call.terminal.say(*(_line(item) for item in items))


def heard(call: Call) -> None:
    """Notes what came back, and closes the matter."""
    args = call.args
    with call.journal() as journal:
        item = journal.practice.agenda_item(args.id)
        given = {name: getattr(args, name) for name in ("said", "changes", "follow_up", "follow_up_on")}
        item = replace(
            item,
            **{name: value for name, value in given.items() if value},
            session_id=args.meeting or item.session_id,
            closed_on=args.day or today(),
        )
        saved = journal.practice.save_agenda_item(item)
    if args.json:
        call.terminal.say_json(item_values(saved))
    else:
        call.terminal.tell(f"It waited {days_waited(saved, today())} days.")


def draft(call: Call) -> None:
    """Makes a draft of a matter's entry and of what came back, and prints its id: only a reviewed one is exported."""
    args = call.args
    with call.journal() as journal:
        post = journal.practice.heard_post(args.id, whole=not args.words_alone)
    call.terminal.tell("It is a draft now, and leaves the journal only when it was reviewed.")
    if args.json:
        call.terminal.say_json({"draft": str(post.id)})
    else:
        call.terminal.say(str(post.id))


def remove(call: Call) -> None:
    """Takes a matter off the agenda for good."""
    with call.journal() as journal:
        journal.practice.remove_agenda_item(call.args.id)


def pause(call: Call) -> None:
    """Prints the pause for people new to the work; needs no journal and stores nothing."""
    asked = load_supervision().pause
    if call.args.json:
        call.terminal.say_json(
            {
                "title": asked.title,
                "intro": asked.intro,
                "questions": list(asked.questions),
                "answers": [option.id for option in asked.answers],
                "outcome": asked.outcome,
                "alerts_nobody": asked.alerts_nobody,
            }
        )
        return
    numbered = (f"{number}. {question}" for number, question in enumerate(asked.questions, 1))
    answers = ", ".join(option.name for option in asked.answers)
    call.terminal.say(asked.title, asked.intro, "", *numbered, "", f"Answers: {answers}.", asked.outcome)
    call.terminal.tell(asked.alerts_nobody)


def item_values(item: AgendaItem) -> dict[str, Any]:
    """A matter as JSON: people by code alone."""
    return {
        "id": str(item.id),
        "heading": item.heading,
        "why": item.why,
        "want": item.want,
        "not_sure": item.not_sure,
        "how_soon": item.how_soon,
        "code": item.code,
        "entry": str(item.entry_id) if item.entry_id else None,
        "meeting": str(item.session_id) if item.session_id else None,
        "flagged_on": str(item.flagged_on),
        "days_waiting": days_waited(item, today()),
        "said": item.said,
        "changes": item.changes,
        "follow_up": item.follow_up,
        "follow_up_on": str(item.follow_up_on) if item.follow_up_on else None,
        "closed_on": str(item.closed_on) if item.closed_on else None,
    }


def _flag(journal: OpenJournal, entry_id: UUID | None, words: str) -> UUID:
    """Flags a sentence of an entry where it first stands; returns the flag's id."""
    if entry_id is None:
        raise NotFound(what="entry")
    entry = journal.entry(entry_id)
    start = entry.body.find(words)
    if start < 0:
        raise BadInput(what="words", reason="not_there")
    flag = AgendaFlag(new_id(), start, start + len(words), words)
    journal.save_draft(replace(entry.draft(), agenda=(*entry.agenda, flag)))
    return flag.id


def _person(journal: OpenJournal, code: str) -> UUID | None:
    if not code:
        return None
    for name in journal.names():
        if name.code.casefold() == code.casefold():
            return name.id
    raise NotFound(what="code")


def _line(item: AgendaItem) -> str:
    code = f"  {one_line(item.code)}" if item.code else ""
    words = one_line(item.heading) or one_line(item.why) or one_line(item.want)
    waited = days_waited(item, today())
    return f"{item.id}  {waited:>4} days  {item.how_soon:<12}{code}  {words}"
