"""CPD activities and reflective accounts from the terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from journal.anonymise.review import begin_review
from journal.commands.call import Call, UsageError
from journal.commands.papers import must_be_free, write_page
from journal.commands.posts import accept_proposals
from journal.commands.terminal import one_line, today
from journal.ids import new_id
from journal.open_journal import OpenJournal
from journal.practice.summaries import to_csv
from journal.practice_model import Account, CpdActivity, Passage


def add_activity(call: Call) -> None:
    """Stores an activity and prints its id."""
    args = call.args
    activity = CpdActivity(
        None,
        args.day or today(),
        args.title,
        args.minutes,
        args.kind,
        args.participatory,
        args.active,
        args.learned,
        args.effect,
    )
    with call.journal() as journal:
        saved = journal.learning.save_activity(activity)
    if args.json:
        call.terminal.say_json({"id": str(saved.id)})
    else:
        call.terminal.say(str(saved.id))


def list_activities(call: Call) -> None:
    """Prints activities, the newest first."""
    args = call.args
    must_be_free(call)
    with call.journal() as journal:
        found = journal.learning.activities(args.since, args.until)
        made = journal.learning.activity_list(args.since or dt.date.min, args.until or dt.date.max)
    if args.pdf is not None:
        write_page(call, made)
    elif args.json:
        call.terminal.say_json([_values(activity) for activity in found])
    elif args.csv:
        call.terminal.say(*to_csv(made).splitlines())
    else:
        for row in found:
            call.terminal.say(f"{row.id}  {row.day}  {row.minutes / 60:>6.2f} h  {row.kind:<10}  {one_line(row.title)}")


def account(call: Call) -> None:
    """Makes an account and the draft that it becomes, and prints the draft's id: only a reviewed draft is exported."""
    args = call.args
    with call.journal() as journal:
        account_id = new_id()
        journal.learning.save_account(
            Account(
                account_id,
                args.form,
                args.title,
                today(),
                _passages(journal, args.passages),
                _joined(args.words),
            )
        )
        post = journal.learning.account_post(account_id)
        if args.accept_proposals:
            review = begin_review(post, journal.knowledge())
            accept_proposals(review)
            post = journal.save_post(review.post)
    call.terminal.tell("It is a draft now, and leaves the journal only when it was reviewed.")
    if args.json:
        call.terminal.say_json({"account": str(account_id), "draft": str(post.id)})
    else:
        call.terminal.say(str(post.id))


def _passages(journal: OpenJournal, given: Sequence[tuple[str, str]]) -> tuple[Passage, ...]:
    found: list[Passage] = []
    for section, text in given:
        try:
            entry = journal.entry(UUID(text))
        except ValueError:
            raise UsageError("--from takes SECTION=ENTRY, an entry's id after the sign") from None
        found.append(Passage(section, entry.id, entry.revision, 0, len(entry.body), entry.body))
    return tuple(found)


def _joined(given: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Words given twice for one section stand one after the other."""
    words: dict[str, list[str]] = {}
    for section, text in given:
        words.setdefault(section, []).append(text)
    return tuple((section, "\n\n".join(texts)) for section, texts in words.items())


def _values(activity: CpdActivity) -> dict[str, object]:
    return {
        "id": str(activity.id),
        "day": activity.day.isoformat(),
        "title": activity.title,
        "minutes": activity.minutes,
        "kind": activity.kind,
        "participatory": activity.participatory,
        "active": activity.active,
        "learned": activity.learned,
        "effect": activity.effect,
    }
