"""The command line of the practice side: supervision, agenda, check-ins, templates, CPD, insights."""

from __future__ import annotations

import argparse
from pathlib import Path
from uuid import UUID

from journal.commands.argument_types import Commands, add, count, day, family, number, pair
from journal.model import KINDS
from journal.practice_model import ACCOUNT_FORMS, CPD_KINDS, HOW_SOON

_ALERTS_NOBODY = "Writing here tells nobody. If someone may be at risk, follow your service's procedure now."


def add_practice(commands: Commands) -> None:
    """Every command of the practice side."""
    _supervision(commands)
    _agenda(commands)
    _check_in(commands)
    _templates(commands)
    _cpd(commands)
    _looking_back(commands)
    insights = add(
        commands,
        "insights",
        "insights:show",
        "print your own numbers over time: writing, supervision, check-ins",
        more="Nothing in it is a target, and nothing is a diagnosis. By default the year up to today.",
        json=True,
    )
    _between(insights)


def _supervision(commands: Commands) -> None:
    kinds = family(
        commands, "supervision", "supervision that was planned, held, postponed or cut short", _ALERTS_NOBODY
    )
    log = add(
        kinds,
        "log",
        "supervision:log",
        "log a meeting and print its id",
        more="Choices are written as in `supervision fields`. Roles, never names; cases by code alone.",
        json=True,
    )
    log.add_argument("--planned", type=day, metavar="YYYY-MM-DD")
    log.add_argument("--held", type=day, metavar="YYYY-MM-DD")
    log.add_argument("--status", default="", help="held, held-but-cut-short, postponed, …; default: still to come")
    log.add_argument("--minutes", type=number, metavar="N", help="actual time")
    log.add_argument("--minutes-planned", type=number, metavar="N")
    log.add_argument(
        "--group-size", type=count, metavar="N", help="supervisees in the group; in a peer group everybody"
    )
    for name in ("reason", "changed-by", "cover", "kind", "format", "medium", "contract", "voluntary"):
        log.add_argument(f"--{name}", default=None, metavar="CHOICE")
    log.add_argument("--part", default=None, metavar="CHOICE", help="supervisee (the default), supervisor or peer")
    log.add_argument("--caseload-review", default=None, metavar="CHOICE")
    log.add_argument("--risk-raised", default=None, metavar="CHOICE")
    log.add_argument("--with-role", default="", metavar="TEXT", help="team lead, peer, … ; no names")
    log.add_argument("--case", action="append", default=[], metavar="CODE", help="may be given several times")
    log.add_argument("--theme", action="append", default=[], metavar="TEXT", help="may be given several times")
    log.add_argument("--impact", default="", metavar="TEXT", help="one line: what it changed")
    log.add_argument("--change", type=UUID, metavar="ID", help="change this meeting: what is given, and nothing else")

    _between(add(kinds, "list", "supervision:list_sessions", "list meetings, the newest first", json=True))
    remove = add(kinds, "remove", "supervision:remove", "delete a meeting for good")
    remove.add_argument("id", type=UUID, metavar="ID")
    _between(
        add(
            kinds,
            "hours",
            "supervision:hours",
            "hours of each month: held, creditable, lost",
            more="Counted by the arithmetic of the first expectation that `supervision expect` chose.",
            json=True,
        )
    )
    expect = add(
        kinds,
        "expect",
        "supervision:expect",
        "choose what professional bodies expect of you, and see where you stand",
        more="Without an ID: lists all of them. They are dated and yours to edit; none of them is a ruling.",
        json=True,
    )
    expect.add_argument("id", nargs="*", metavar="ID")
    expect.add_argument("--gap-days", type=count, metavar="N", help="your own interval between meetings")
    expect.add_argument("--month-target", type=number, metavar="MINUTES", help="your own minimum a month; 0 for none")
    clients = add(kinds, "clients", "supervision:clients", "note the hours you spent with clients in a month")
    clients.add_argument("month", type=day, metavar="YYYY-MM-DD", help="any day of the month")
    clients.add_argument("minutes", type=number, metavar="MINUTES")
    add(kinds, "notices", "supervision:noticed", "what stands out in your log today", json=True)
    add(kinds, "fields", "supervision:fields", "list the fields of a meeting and their choices", json=True)
    summary = add(
        kinds,
        "summary",
        "supervision:summary",
        "a summary to send or keep, people by code alone",
        more="Prints CSV, or writes a PDF that has the hours too.\n"
        "Forms: bacp-record, training-log, service-summary, nmc-notes.",
        json=True,
    )
    summary.add_argument("--form", default="service-summary", metavar="FORM", help="default: service-summary")
    summary.add_argument("--months", action="store_true", help="the months' hours instead of the meetings")
    _between(summary)
    _to_pdf(summary)


def _agenda(commands: Commands) -> None:
    kinds = family(commands, "agenda", "what to bring to supervision, and what came back", _ALERTS_NOBODY)
    new = add(kinds, "add", "agenda:add_item", "put something on the agenda and print its id", json=True)
    _item_words(new)
    new.add_argument("--entry", type=UUID, metavar="ID", help="the entry it comes from")
    new.add_argument(
        "--words", default="", metavar="TEXT", help="the sentence of that entry to flag, as it stands there"
    )
    listing = add(kinds, "list", "agenda:list_items", "list what waits, the most pressing first", json=True)
    listing.add_argument("--heard", action="store_true", help="what was heard instead, the latest first")
    listing.add_argument("--csv", action="store_true", help="one page as CSV, people by code alone")
    _to_pdf(listing)
    heard = add(kinds, "heard", "agenda:heard", "note what came back, and take it off the agenda", json=True)
    heard.add_argument("id", type=UUID, metavar="ID")
    heard.add_argument("--said", default="", metavar="TEXT")
    heard.add_argument("--changes", default="", metavar="TEXT")
    heard.add_argument("--follow-up", default="", metavar="TEXT")
    heard.add_argument("--follow-up-on", type=day, metavar="YYYY-MM-DD")
    heard.add_argument("--meeting", type=UUID, metavar="ID", help="the meeting that heard it")
    heard.add_argument("--day", type=day, metavar="YYYY-MM-DD", help="default: today")
    post = add(kinds, "draft", "agenda:draft", "make a blog draft of what was brought and what came back", json=True)
    post.add_argument("id", type=UUID, metavar="ID")
    post.add_argument("--words-alone", action="store_true", help="of the entry only the flagged words")
    remove = add(kinds, "remove", "agenda:remove", "take something off the agenda for good")
    remove.add_argument("id", type=UUID, metavar="ID")
    add(kinds, "pause", "agenda:pause", 'print "Could there be something here?"', json=True)


def _item_words(command: argparse.ArgumentParser) -> None:
    command.add_argument("--title", default="", metavar="TEXT")
    command.add_argument("--why", default="", metavar="TEXT")
    command.add_argument("--want", default="", metavar="TEXT", help="what I want from it")
    command.add_argument("--not-sure", action="store_true", help="not sure why; that is enough")
    command.add_argument("--how-soon", choices=HOW_SOON, default="next-meeting", help="default: next-meeting")
    command.add_argument("--code", default="", metavar="CODE", help="the person, by a code of the register")
    command.add_argument("--remind-on", type=day, metavar="YYYY-MM-DD")


def _check_in(commands: Commands) -> None:
    kinds = family(commands, "checkin", "how it is with you: a check-in, and what you answered before")
    asked = add(kinds, "questions", "checkin:questions", "print the questions", json=True)
    new = add(
        kinds,
        "add",
        "checkin:add_check_in",
        "store a check-in and print its id",
        more="Leave out what you would rather not answer: nothing is filled in.",
        json=True,
    )
    new.add_argument(
        "--answer", action="append", default=[], type=pair, metavar="ITEM=N", help="may be given several times"
    )
    new.add_argument("--day", type=day, metavar="YYYY-MM-DD", help="default: today")
    new.add_argument("--note", default="", metavar="TEXT")
    new.add_argument("--client-word", default="", metavar="WORD", help="client, patient, or the people I see")
    listing = add(
        kinds, "list", "checkin:list_check_ins", "list check-ins with their scores, the newest first", json=True
    )
    listing.add_argument("--limit", type=count, default=20, metavar="N", help="default: 20")
    for command in (asked, new, listing):
        command.add_argument("--measure", default="weekly-check-in", metavar="ID", help="default: weekly-check-in")
    turn_on = add(kinds, "turn-on", "checkin:turn_on", "turn on a measure whose terms you read")
    turn_on.add_argument("measure", metavar="ID")
    turn_on.add_argument("--terms-read", action="store_true", help="without it: prints its source and terms to read")
    find_help = add(kinds, "help", "checkin:find_help", "where to find help", json=True)
    find_help.add_argument("--region", metavar="REGION", help="UK, Scotland, USA, …")
    find_help.add_argument("--own", action="store_true", help="as you edited the list, which asks for the passphrase")
    plan = add(kinds, "plan", "plans:early_signs", "print your own early signs, or change them", json=True)
    plan.add_argument("--signs", metavar="TEXT", help="how you notice")
    plan.add_argument("--steps", metavar="TEXT", help="what you said you would do")
    plan.add_argument("--people", metavar="TEXT", help="whom you want to tell")
    plan.add_argument(
        "--when",
        action="append",
        default=[],
        metavar="ITEM:low:VALUE:WEEKS",
        help="show it then; low is at or under, high at or over; may be given several times",
    )
    event = add(kinds, "event", "plans:happened", "list what happened, for the charts, or note one more", json=True)
    event.add_argument("--words", metavar="TEXT", help="in your own words: moved house, caseload doubled")
    event.add_argument("--day", type=day, metavar="YYYY-MM-DD", help="default: today")
    event.add_argument("--remove", type=UUID, metavar="ID")
    end = add(kinds, "end-day", "plans:end_day", "put the day down")
    end.add_argument("--put-down", default="", metavar="TEXT")
    end.add_argument("--tomorrow", default="", metavar="TEXT", help="one thing, shown once")
    end.add_argument("--day", type=day, metavar="YYYY-MM-DD", help="default: today")


def _looking_back(commands: Commands) -> None:
    kinds = family(commands, "back", "this day of earlier years, threads, later notes, saved filters")
    same = add(kinds, "day", "looking_back:on_this_day", "list entries about this day of earlier years", json=True)
    same.add_argument("--day", type=day, metavar="YYYY-MM-DD", help="default: today")
    same.add_argument("--on", action=argparse.BooleanOptionalAction, default=None, help="it is off until you want it")
    same.add_argument("--leave-out", type=UUID, action="append", default=[], metavar="ID", help="never show an entry")
    same.add_argument("--show-again", type=UUID, action="append", default=[], metavar="ID")
    listing = add(kinds, "threads", "looking_back:threads", "list threads, or the entries of one", json=True)
    listing.add_argument("name", nargs="?", metavar="NAME")
    follow = add(kinds, "follow", "looking_back:follow", "begin a thread, or put entries into it", json=True)
    follow.add_argument("name", metavar="NAME")
    follow.add_argument("--entry", type=UUID, action="append", default=[], metavar="ID")
    follow.add_argument("--without", type=UUID, action="append", default=[], metavar="ID", help="take an entry out")
    follow.add_argument("--about", metavar="TEXT", help="what you want to follow")
    end = add(kinds, "unfollow", "looking_back:unfollow", "delete a thread; its entries stay")
    end.add_argument("name", metavar="NAME")
    note = add(kinds, "note", "looking_back:note", "say something to an entry later, beside its text", json=True)
    note.add_argument("id", type=UUID, metavar="ID")
    note.add_argument("--text", metavar="TEXT", help="without it: prints what was said")
    note.add_argument("--day", type=day, metavar="YYYY-MM-DD", help="default: today")
    saved = add(kinds, "filters", "looking_back:filters", "list saved filters, or the entries of one", json=True)
    saved.add_argument("name", nargs="?", metavar="NAME")


def _templates(commands: Commands) -> None:
    kinds = family(commands, "templates", "reflective models, and templates of your own")
    listing = add(kinds, "list", "templates:list_templates", "list templates, the best fitting first", json=True)
    listing.add_argument("--kind", choices=KINDS)
    show = add(kinds, "show", "templates:show", "print a template with its hints", json=True)
    show.add_argument("id", metavar="ID")
    new = add(
        kinds,
        "add",
        "templates:add_template",
        "make a template of your own and print its id",
        more='FILE is Markdown: "# Name", then a "## Heading" for each section; what stands under it is its hint.',
        json=True,
    )
    new.add_argument("file", type=Path, metavar="FILE")
    new.add_argument("--kind", choices=KINDS, action="append", default=[], help="may be given several times")
    remove = add(kinds, "remove", "templates:remove", "delete a template of your own")
    remove.add_argument("id", metavar="ID")


def _cpd(commands: Commands) -> None:
    kinds = family(commands, "cpd", "learning for professional records, and reflective accounts")
    new = add(kinds, "add", "cpd:add_activity", "store an activity and print its id", json=True)
    new.add_argument("--title", required=True, metavar="TEXT")
    new.add_argument("--minutes", type=number, required=True, metavar="N")
    new.add_argument("--day", type=day, metavar="YYYY-MM-DD", help="default: today")
    new.add_argument("--kind", choices=CPD_KINDS, default="other", help="default: other")
    new.add_argument("--participatory", action="store_true", help="with others (as the NMC counts)")
    new.add_argument("--active", action="store_true", help="active learning (category A of PACFA)")
    new.add_argument("--learned", default="", metavar="TEXT")
    new.add_argument("--effect", default="", metavar="TEXT", help="how practice is better for it")
    listing = add(kinds, "list", "cpd:list_activities", "list activities, the newest first", json=True)
    listing.add_argument("--csv", action="store_true", help="the dated list as CSV, people by code alone")
    _between(listing)
    _to_pdf(listing)
    account = add(
        kinds,
        "account",
        "cpd:account",
        "make a reflective account in the headings of a form, and print the id of its draft",
        more="It becomes a draft and passes the same review as any other.\n"
        "`templates show nmc-account --json` lists the ids of its sections.",
        json=True,
    )
    account.add_argument("--form", choices=ACCOUNT_FORMS, default="nmc-account", help="default: nmc-account")
    account.add_argument("--title", required=True, metavar="TEXT")
    account.add_argument(
        "--from",
        dest="passages",
        action="append",
        default=[],
        type=pair,
        metavar="SECTION=ENTRY",
        help="an entry's text",
    )
    account.add_argument(
        "--words", action="append", default=[], type=pair, metavar="SECTION=TEXT", help="your own words"
    )
    account.add_argument("--accept-proposals", action="store_true", help="decide every finding by its proposal")


def _between(command: argparse.ArgumentParser) -> None:
    command.add_argument("--since", type=day, metavar="YYYY-MM-DD")
    command.add_argument("--until", type=day, metavar="YYYY-MM-DD")


def _to_pdf(command: argparse.ArgumentParser) -> None:
    command.add_argument("--pdf", type=Path, metavar="FILE", help="write a page as PDF, people by code alone")
    command.add_argument("--force", action="store_true", help="replace FILE if it is there")
