"""Findings and blog drafts from the terminal: the same review as the window's, decided by command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from journal.anonymise.finding import Finding, Risk
from journal.anonymise.parts import joined_tags, with_part
from journal.anonymise.review import Review, begin_review, new_base
from journal.anonymise.reviewed import BY_COMMAND
from journal.commands.call import Call, UsageError
from journal.commands.jsonl import answer_rows
from journal.commands.terminal import one_line
from journal.errors import AlreadyThere, BadInput
from journal.export.care import as_stored, past_the_questions, true_notes
from journal.exporting import must_be_for_exports
from journal.ids import new_id
from journal.model import ExportRecord, Part, Post
from journal.practice.checklist import Question, load_checklist
from journal.practice.help_places import load_places


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
    answers = tuple(map(_answer, args.answer))
    help_text = _help_text(args.help_for)
    with call.journal() as journal:
        post = journal.begin_post(tuple(args.id), title=args.title, byline=args.byline)
        for part, text in (
            (Part.CATEGORY, args.category),
            (Part.TAGS, joined_tags(args.tag)),
            (Part.HELP, help_text),
        ):
            post = with_part(post, part, text)
        # what a command cannot ask is marked as gone past: it counts here, and the log says that nobody answered
        post = past_the_questions(replace(post, answers=answers))
        knowledge = journal.knowledge()
        review = begin_review(post, knowledge)
        asked = accept_proposals(review) if args.accept_proposals else 0
        if args.closing_notes and not review.undecided:
            noted = with_part(review.post, Part.NOTES, "\n\n".join(true_notes(review.post)))
            review = begin_review(noted, knowledge)
            asked += accept_proposals(review) if args.accept_proposals else 0
        journal.save_post(as_stored(review.post))
        reviewed = review.finish(decided_by=BY_COMMAND)
        record = journal.export(reviewed, args.format, args.out.absolute(), replace=args.force, date=args.date)
    call.terminal.tell(*_how_names_were_found(review))
    _tell_written(call, post.id, record, asked)


def drafts(call: Call) -> None:
    """Prints the posts that are kept, the one changed last first."""
    with call.journal() as journal:
        headings = journal.posts()
    if call.args.json:
        call.terminal.say_json([{"id": str(row.id), "title": row.title, "exports": row.exports} for row in headings])
    else:
        call.terminal.say(*(f"{row.id}  {row.exports} exported  {one_line(row.title)}" for row in headings))


def export(call: Call) -> None:
    """Writes a post that was reviewed before to a file. What a person decided has to have a person's answers too."""
    args = call.args
    must_be_for_exports(args.out.absolute())
    if args.out.exists() and not args.force:
        raise AlreadyThere(what="file")
    with call.journal() as journal:
        post = journal.post(args.id)
        by = BY_COMMAND if any(change.decided_by == BY_COMMAND for change in post.changes) else "person"
        review = begin_review(past_the_questions(post) if by == BY_COMMAND else post, journal.knowledge())
        reviewed = review.finish(decided_by=by)
        record = journal.export(reviewed, args.format, args.out.absolute(), replace=args.force, date=args.date)
    call.terminal.tell(*_how_names_were_found(review))
    _tell_written(call, post.id, record, 0)


def _tell_written(call: Call, post_id: UUID, record: ExportRecord, asked: int) -> None:
    left = tuple(question for question in load_checklist().questions if question.id in record.unanswered)
    if record.decided_by == BY_COMMAND:
        call.terminal.tell(*_what_was_not_asked(left, asked))
    if call.args.json:
        call.terminal.say_json(
            {
                "id": str(post_id),
                "file": str(call.args.out),
                "format": record.format,
                "sha256": record.sha256,
                "decided": record.decided,
                "kept": record.kept,
                "unanswered": list(record.unanswered),
            }
        )
    else:
        call.terminal.say(str(call.args.out))


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


def _answer(text: str) -> tuple[str, str]:
    """``QUESTION=ANSWER`` by their ids. Raises ``BadInput`` where there is no such one."""
    checklist = load_checklist()
    question, _, answer = text.partition("=")
    if question not in {row.id for row in checklist.questions} or answer not in {row.id for row in checklist.answers}:
        raise BadInput(what="answer", reason="unknown")
    return question, answer


def _help_text(country: str | None) -> str:
    """Where to find help in a country; nothing where none is asked for. Raises ``BadInput`` for one not known."""
    if country is None:
        return ""
    for places in load_places():
        if places.id == country:
            return places.text
    raise BadInput(what="country", reason="unknown")


def _what_was_not_asked(left: Sequence[Question], asked: int) -> Sequence[str]:
    """The questions a person would have met, in short: what a command was not given an answer to."""
    rows = [
        f"{'*' if question.must else ' '} {question.number:>2}  {question.text.split('?')[0]}?" for question in left
    ]
    kept = f"{asked} that only a person can weigh (roles, teams, earlier posts, library links) stand as written."
    return (
        *((kept,) if asked else ()),
        "Every finding was decided by command; nobody has read the draft.",
        *_unasked(rows),
        "It was checked, which does not mean that nobody can be recognised.",
    )


def _unasked(rows: Sequence[str]) -> Sequence[str]:
    if not rows:
        return ()
    return (
        "These questions were not asked, and the export log says so (in the window, those with * must be answered):",
        *rows,
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
