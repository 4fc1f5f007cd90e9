"""The whole journey without a window, on invented posts: what ``make run`` shows where there is no display.

    python -m journal.headless --out build/run [--sample FILE]

Uses only what windows and commands use. ``FILE`` is JSON Lines: ``text`` (its first line is the title), and where
they are known ``kind``, ``author`` and ``register``.
"""

from __future__ import annotations

import argparse
import collections
import datetime as dt
import re
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from journal.anonymise.finding import Risk
from journal.anonymise.findings_rows import author_of, entry_kind, names_of
from journal.anonymise.review import Review, begin_review
from journal.anonymise.reviewed import BY_COMMAND
from journal.atomic import private_folder
from journal.commands.jsonl import read_file, rows_of
from journal.commands.posts import accept_proposals
from journal.commands.words import sentence
from journal.errors import AlreadyThere, JournalError
from journal.export.care import as_stored, past_the_questions, unanswered
from journal.export.save import PACKAGES, TEXTS
from journal.ids import new_id
from journal.model import KINDS, Draft, Filter, Order, Post
from journal.open_journal import OpenJournal
from journal.paths import places_in
from journal.practice.prompts import quotation
from journal.resources import read_text
from journal.unlocking import create_journal, unlock_journal
from journal.vault.kdf import KdfParams
from journal.vault.passphrase import six_words

#: Lies in a folder that an earlier run made, and so may be cleared by the next.
_MARK = "made-by-make-run.txt"


@dataclass(frozen=True, slots=True)
class Sample:
    """One invented post with what the journal would know of its writer and the people in it."""

    id: str
    kind: str
    title: str = field(repr=False)
    body: str = field(repr=False)
    row: Mapping[str, Any] = field(repr=False)


def run(out: Path, sample: Path | None, *, kdf: KdfParams | None = None) -> int:
    """Makes the journey in ``out``, which must be empty or left by an earlier run; returns an exit status.

    Raises:
        AlreadyThere: something else is in ``out``. BadInput: the sample cannot be used. Else what the journey meets.
    """
    samples = tuple(_samples(read_file(sample) if sample else read_text("samples/posts.jsonl")))
    _clear(out)
    folder, places, passphrase = out / "journal", places_in(out / "home"), six_words()

    _step("Create a journal")
    journal, words = create_journal(folder, passphrase, places, kdf=kdf)
    _say(f"in {folder}", f"passphrase, for this sample only: {passphrase}", f"recovery words: {' '.join(words)}")
    try:
        written = _write(journal, samples)
        _answer_a_prompt(journal)
        _search(journal, samples)
        for number, one in enumerate(samples, start=1):
            _publish(journal, written[one.id], out / "drafts", number)
        before = journal.entry(written[samples[0].id])
    finally:
        _step("Lock")
        journal.lock()
        _say("the key is out of memory, and what is on the disk is sealed")

    _step("Unlock and find the same text")
    journal = unlock_journal(folder, passphrase, places)
    try:
        if journal.entry(before.id) != before:
            raise AssertionError("an entry changed between lock and unlock")
        _say(f"{journal.count(Filter())} entries, the first as it was written")
        _back_up(journal, out / "backups")
    finally:
        journal.lock()
    _step("Done")
    _say(f"journal: {folder}", f"drafts:  {out / 'drafts'}", f"backups: {out / 'backups'}")
    return 0


def _write(journal: OpenJournal, samples: Sequence[Sample]) -> dict[str, UUID]:
    _step("Write")
    written = {}
    for sample in samples:
        for name in names_of(sample.row):
            if name.name not in {known.name for known in journal.names()}:
                # the ids of rows repeat from row to row
                journal.save_name(replace(name, id=new_id()))
        if author_of(sample.row).name:
            journal.set_author(author_of(sample.row))
        entry = journal.save_draft(
            Draft(
                id=None,
                kind=sample.kind,
                title=sample.title,
                body=sample.body,
                day=dt.datetime.now().astimezone().date(),
            )
        )
        journal.finish_entry(entry.id)
        written[sample.id] = entry.id
        _say(f"{sample.id}: {len(sample.body.split())} words, saved as a {sample.kind} entry")
    _say(f"{len(journal.names())} names in the register")
    return written


def _answer_a_prompt(journal: OpenJournal) -> None:
    _step("Be prompted")
    prompt = journal.prompt("wellbeing", None, "2m")
    another = journal.prompt("wellbeing", None, "2m", but_not=(prompt.id,))
    _say(*(f"({note.text})" for note in another.notes), f"asked: {another.text}", f"deeper: {another.probes[0]}")
    body = quotation(another.text) + "Tired, and glad of the rain. Nothing that a walk will not mend.\n"
    entry = journal.save_draft(
        Draft(
            id=None,
            kind="wellbeing",
            title="",
            body=body,
            day=dt.datetime.now().astimezone().date(),
            prompts=(another.id,),
        )
    )
    journal.finish_entry(entry.id)
    _say("answered in a sentence, and saved")


def _search(journal: OpenJournal, samples: Sequence[Sample]) -> None:
    _step("Search")
    for query in ("rain", f"{_long_word(samples[0].body)[:6]}*"):
        hits = journal.search(query, Filter(), Order.NEWEST, 10, 0)
        _say(f"{query}: found in {len(hits)} of {journal.count(Filter())} entries")


def _publish(journal: OpenJournal, entry_id: UUID, drafts: Path, number: int) -> None:
    post = journal.begin_post((entry_id,))
    review = begin_review(past_the_questions(post), journal.knowledge())
    _step(f"Review post {number}")
    _show(post, review)
    asked = accept_proposals(review)
    journal.save_post(as_stored(review.post))
    reviewed = review.finish(decided_by=BY_COMMAND)
    _say(f"every proposal accepted by command, {asked} asked-about details kept as they were;")
    _say(f"{len(unanswered(reviewed))} questions before publishing were not asked, which the export log keeps")
    private_folder(drafts)
    for format in (*TEXTS, *PACKAGES):
        path = drafts / f"blog-draft-{number}.{format}"
        journal.export(reviewed, format, path.absolute())
        _say(f"draft: {path}")


def _show(post: Post, review: Review) -> None:
    """What was found, by kind and count, with each proposal; what is kept only by count."""
    by_kind: dict[str, list[str]] = collections.defaultdict(list)
    for finding in review.findings:
        words = " ".join(post.base[finding.start : finding.end].split())
        shown = words if len(words) <= 60 else f"{words[:57]}…"
        if finding.risk is Risk.KEEP:
            by_kind["kept as sources"].append("")
        else:
            by_kind[f"{finding.kind.value} ({finding.risk.value})"].append(f"{shown} → {finding.proposal}")
    for kind, lines in sorted(by_kind.items()):
        _say(f"{kind}: {len(lines)}", *(f"    {line}" for line in dict.fromkeys(lines) if line))
    if review.rules_only:
        _say("names were looked for by rules only")
    for concern in review.risks():
        _say(f"{concern.level.value}: {concern.reason.replace('_', ' ')} ({concern.who})")


def _back_up(journal: OpenJournal, folder: Path) -> None:
    _step("Back up and check")
    made = journal.back_up(folder)
    _say(f"{made.path.name}: {made.entries} entries, {made.size:,} bytes, read back and verified")
    checked = journal.verify()
    _say(f"every page of the journal was checked: {'whole' if checked.ok else 'damaged'}")


def _samples(text: str) -> Iterator[Sample]:
    for number, row in enumerate(rows_of(text), start=1):
        title, _, body = row["text"].partition("\n")
        kind = entry_kind(str(row.get("kind")))
        yield Sample(str(row.get("id", number)), kind if kind in KINDS else "free", title.strip(), body.strip(), row)


def _long_word(text: str) -> str:
    """A word of the text to look for, lower case: the first of seven letters or more, or the longest."""
    words = re.findall(r"[a-z]+", text)
    return next((word for word in words if len(word) >= 7), max(words, key=len, default="the"))


def _clear(out: Path) -> None:
    if (out / _MARK).exists():
        shutil.rmtree(out)
    elif out.exists() and any(out.iterdir()):
        raise AlreadyThere(what="folder")
    private_folder(out)
    (out / _MARK).write_text("This folder is cleared by the next make run.\n", encoding="utf-8")


def _step(words: str) -> None:
    sys.stdout.write(f"\n{words}\n")


def _say(*lines: str) -> None:
    sys.stdout.writelines(f"  {line}\n" for line in lines)


def main(argv: Sequence[str] | None = None, *, kdf: KdfParams | None = None) -> int:
    """Reads the arguments, makes the journey and returns an exit status."""
    parser = argparse.ArgumentParser(prog="python -m journal.headless", description="The whole journey, in words.")
    parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where journal and drafts go")
    parser.add_argument("--sample", type=Path, metavar="FILE", help="JSON Lines; default: the sample that ships")
    args = parser.parse_args(argv)
    try:
        return run(args.out, args.sample, kdf=kdf)
    except JournalError as error:
        sys.stderr.write(f"{sentence(error)}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
