"""Findings and blog drafts from the terminal: the same review as the window's, decided by command."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from journal.anonymise.finding import Finding, Risk
from journal.anonymise.review import Review, begin_review, new_base
from journal.commands.call import Call, UsageError
from journal.commands.jsonl import answer_rows
from journal.commands.terminal import one_line
from journal.errors import AlreadyThere
from journal.exporting import must_be_for_exports
from journal.ids import new_id
from journal.model import Post
from journal.practice.checklist import Checklist, load_checklist

#: How an accepted proposal is marked in the post and in its export log.
BY_COMMAND = "command"


def findings(call: Call) -> None:
    """Prints what in one entry could identify somebody, or answers rows of evaluation entries."""
    args = call.args
    if (args.id is None) == (args.jsonl is None):
        raise UsageError("findings takes either the ID of an entry or --jsonl IN --out OUT")
    if (args.jsonl is None) != (args.out is None):
        raise UsageError("--jsonl and --out belong together")
    if args.jsonl is not None:
        must_be_for_exports(args.out.absolute())
        answer_rows(args.jsonl, args.out)
        return
    with call.journal() as journal:
        entry = journal.entry(args.id)
        base, parts = new_base(entry.title, (), entry.body, "")
        post = Post(id=new_id(), sources=(), base=base, parts=parts)  # only looked at, so not stored
        review = begin_review(post, journal.knowledge())
    call.terminal.tell(*_how_names_were_found(review))
    if args.json:
        call.terminal.say_json([_values(post, finding) for finding in review.findings])
        return
    for finding in review.findings:
        values = _values(post, finding)
        place = f"{values['part']} {values['start']}-{values['end']}"
        proposal = "stays" if finding.risk is Risk.KEEP else f"→ {one_line(values['proposal'])}"
        call.terminal.say(
            f"{place:<16}  {values['kind']:<18}  {values['risk']:<7}  {one_line(values['text'])}  {proposal}"
        )


def draft(call: Call) -> None:
    """Makes a post from entries, reviews it, writes it to a file and logs that it left the journal."""
    args = call.args
    must_be_for_exports(args.out.absolute())
    if args.out.exists() and not args.force:
        raise AlreadyThere(what="file")
    with call.journal() as journal:
        post = journal.begin_post(tuple(args.id), title=args.title, byline=args.byline)
        review = begin_review(post, journal.knowledge())
        asked = accept_proposals(review) if args.accept_proposals else 0
        journal.save_post(review.post)
        reviewed = review.finish(decided_by=BY_COMMAND)
        checklist = load_checklist()
        unanswered = tuple(question.id for question in checklist.unanswered(()))
        record = journal.export(reviewed, args.format, args.out.absolute(), unanswered=unanswered, replace=args.force)
    call.terminal.tell(*_how_names_were_found(review))
    call.terminal.tell(*_what_was_not_asked(checklist, asked))
    if args.json:
        call.terminal.say_json(
            {
                "id": str(post.id),
                "file": str(args.out),
                "format": record.format,
                "sha256": record.sha256,
                "decided": record.decided,
                "kept": record.kept,
                "unanswered": list(record.unanswered),
            }
        )
    else:
        call.terminal.say(str(args.out))


def accept_proposals(review: Review) -> int:
    """Decides every open finding by its proposal; what a person would be asked about is kept, and counted."""
    review.accept_all(decided_by=BY_COMMAND)
    asked = review.undecided
    for index in asked:
        review.keep(index, decided_by=BY_COMMAND)
    return len(asked)


def _how_names_were_found(review: Review) -> Sequence[str]:
    """A line where the trained model had no part in it."""
    return ("Names were looked for by rules only.",) if review.rules_only else ()


def _what_was_not_asked(checklist: Checklist, asked: int) -> Sequence[str]:
    """The questions a person would have met, in short: a command cannot answer them."""
    rows = [
        f"{'*' if question.must else ' '} {question.number:>2}  {question.text.split('?')[0]}?"
        for question in checklist.questions
    ]
    kept = f"{asked} that only a person can weigh (roles, teams, earlier posts, library links) stand as written."
    return (
        *((kept,) if asked else ()),
        "Every finding was decided by command; nobody has read the draft. These questions were not asked",
        "(in the window, those with * must be answered):",
        *rows,
        "It was checked, which does not mean that nobody can be recognised.",
    )


def _values(post: Post, finding: Finding) -> dict[str, Any]:
    """A finding with its place counted from the start of the part it is in, as an entry's own text is."""
    part, first = next(
        (part, start)
        for part, start, end in post.parts
        if start <= finding.start and finding.end <= end and end > start
    )
    return {
        "part": part.value,
        "start": finding.start - first,
        "end": finding.end - first,
        "kind": finding.kind.value,
        "label": finding.kind.label,
        "risk": finding.risk.value,
        "score": finding.score,
        "treatment": finding.treatment,
        "text": post.base[finding.start : finding.end],
        "proposal": None if finding.risk is Risk.KEEP else finding.proposal,
    }
