"""A person's pass over the findings of a post: every finding is decided before anything can leave the journal.

A decision is a ``Change`` over the post's base, and so is a free edit; the draft shown is always the base with its
changes applied. Positions of findings and decisions count code points of the base.
"""

from __future__ import annotations

import dataclasses
import secrets
from collections.abc import Sequence
from contextlib import AbstractContextManager
from typing import Any

from journal.anonymise import changes as over
from journal.anonymise import typed as typing
from journal.anonymise.choices import OWN_WORDS, gap_closed, words_for
from journal.anonymise.decisions import Decided, History, State, with_earlier_additions
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.parts import draft_of, new_base
from journal.anonymise.residue import left_out, leftovers
from journal.anonymise.reviewed import ONLY_REVIEW, DraftText, ReviewedPost
from journal.anonymise.risk import Concern
from journal.anonymise.scan import Scan, scan
from journal.anonymise.segments import document_of
from journal.anonymise.shifts import offset_for
from journal.anonymise.stand_ins import Choose
from journal.anonymise.typed import Found, Paragraph, Typed
from journal.anonymise.weighing import risks_of, subject_of, whose
from journal.errors import BadInput, ResidueFound, ReviewIncomplete
from journal.model import Change, Post, Reason

__all__ = ["Decided", "DraftText", "Found", "Review", "ReviewedPost", "Typed", "begin_review", "new_base", "whose"]


class Review:
    """The findings of one post and the decisions about them, with their undo.

    Indexes name findings in ``findings``, which is sorted by place, and after them those in ``typed``; ``add`` and
    ``edit`` may change the order, so take indexes afresh after them. What is kept as a source needs no decision.
    """

    def __init__(self, post: Post, found: Scan, choose: Choose = secrets.choice) -> None:
        self._origin = post
        self._choose = choose
        self._scan = found
        findings = with_earlier_additions(post, found.findings, found.knowledge.never_flag)
        self._history = History(State(post.changes, findings, post.stand_ins, post.answers, (), post.date_offsets))
        self._now = Decided(post.base, self._state)
        self._document = document_of(post.base, post.parts)
        self._looked: dict[str, tuple[Finding, ...]] = {}
        self.rules_only = found.rules_only  # the trained model was missing or failed

    @property
    def post(self) -> Post:
        """The post with the decisions taken so far, to be stored."""
        state = self._state
        return dataclasses.replace(
            self._origin,
            changes=state.changes,
            stand_ins=state.stand_ins,
            answers=state.answers,
            date_offsets=state.offsets,
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings in the base, sorted, never overlapping."""
        return self._state.findings

    @property
    def typed(self) -> tuple[Typed, ...]:
        """What was found in typed words."""
        return self._state.typed

    @property
    def now(self) -> Decided:
        """What is decided, to be asked by index; an answer holds until the next decision."""
        if self._now.state is not self._state:
            self._now = Decided(self._origin.base, self._state, self._now)
        return self._now

    @property
    def undecided(self) -> tuple[int, ...]:
        """Indexes of the findings that still wait for a decision, or for the person's own words."""
        return self.now.undecided

    def decision(self, index: int) -> Change | None:
        """The change that decides a finding; a placeholder decides nothing yet."""
        return self.now.decision(index)

    def accept(self, index: int, *, decided_by: str = "person") -> None:
        """Takes the proposal of a finding; for what is kept as a source this does nothing."""
        finding = self.now.finding(index)
        if finding.risk is Risk.KEEP:
            return
        if self.now.typed_at(index) is not None:
            self._rewrite(index, finding.proposal, stands=True)
        else:
            self._decide(self._change(finding, finding.proposal, Reason.ACCEPTED, decided_by))

    def replace(self, index: int, text: str, *, alike: bool = True, decided_by: str = "person") -> None:
        """Decides a finding with the person's own words; ``alike`` proposes them for the other mentions too."""
        if self.now.typed_at(index) is not None:
            self._rewrite(index, text)
            return
        finding = self.findings[index]
        change = self._change(finding, text, Reason.WORDED, decided_by)
        if not alike:
            self._decide(change)
            return
        stand_ins = dict(self._state.stand_ins)
        if finding.entity:
            stand_ins[finding.entity] = text
        self._decide(change, findings=self.now.proposing(index, text), stand_ins=tuple(stand_ins.items()))

    def words_for(self, index: int, treatment: str) -> str | None:
        """What a treatment (an id of ``treatments.toml``) would put there; ``None`` where the person finds the words,
        or it does not apply.
        """
        finding = self.now.finding(index)
        if self.now.typed_at(index) is not None:
            return {"drop": "", "keep": self.now.surface(index)}.get(treatment, finding.proposal or None)
        taken = (f.proposal for f in self.findings)
        offset = self._offset(index) if treatment == "shift" else 0
        more: dict[str, Any] = {"knowledge": self._scan.knowledge, "taken": taken, "year": self._origin.created_at.year}
        return words_for(self._document, finding, treatment, offset=offset, **more)

    def treat(self, index: int, treatment: str, placeholder: str = "", *, decided_by: str = "person") -> None:
        """Decides a finding by a treatment; where the person has to find the words, puts ``placeholder`` there.

        A placeholder stands in brackets, is written over whole, and is open until it is.

        Raises:
            BadInput: the treatment does not apply.
        """
        words = self.words_for(index, treatment)
        if treatment in ("keep", "consent"):
            self.keep(index, treatment=treatment, decided_by=decided_by)
        elif self.now.typed_at(index) is not None and words is not None:
            self._rewrite(index, words, stands=True)
        elif words is None:
            if treatment not in OWN_WORDS or not placeholder or self.now.typed_at(index) is not None:
                raise BadInput(what="treatment", reason="does_not_apply")
            finding, words = self.now.finding(index), f"[{placeholder}]"
            self._decide(self._change(finding, words, Reason.ASKED, decided_by, treatment))
        else:
            finding = self.now.finding(index)
            change = self._change(finding, words, Reason.ACCEPTED, decided_by, treatment)
            if not words:
                start, end = gap_closed(self._origin.base, finding, self.now.placed)
                change = dataclasses.replace(change, start=start, end=end)
            self._decide(change)

    def keep(self, index: int, *, treatment: str = "keep", decided_by: str = "person") -> None:
        """Decides that a finding stays as it is; ``treatment`` says why: ``keep``, or ``consent`` was given."""
        typed = self.now.typed_at(index)
        if typed is not None:
            self._stands_for(typed.key, typed.surface)
            return
        change = self._change(self.now.finding(index), self.now.surface(index), Reason.KEPT, decided_by, treatment)
        self._decide(change)

    def reopen(self, index: int) -> None:
        """Takes a decision back; the base's own text stands there again."""
        if (typed := self.now.typed_at(index)) is not None:
            self._stands_for(typed.key, None)
            return
        decided = self.decision(index)
        if decided is None:
            return
        others = tuple(change for change in self._state.changes if change is not decided)
        if (finding := self.now.finding(index)).detector == "person":
            others = over.put(others, self._flag(finding), joining=False)
        self._step(changes=others)

    def accept_all(
        self,
        kind: Kind | None = None,
        entity: str | None = None,
        *,
        label: str | None = None,
        decided_by: str = "person",
    ) -> int:
        """Takes every open proposal, of one kind, coarse label or entity where given, as one step; how many there were.

        What only a person can weigh (``Finding.asked``) stays open, unless it is meant by its kind, label or entity; so
        does what waits for the person's own words.
        """
        taken = self.now.open_like(kind, entity, label)
        if taken:
            count = len(self.findings)
            plain = [self.findings[index] for index in taken if index < count]
            with self.one_step():
                for index in reversed([index for index in taken if index >= count]):
                    self._rewrite(index, self.now.finding(index).proposal, stands=True)
                self._decide(*(self._change(one, one.proposal, Reason.ACCEPTED, decided_by) for one in plain))
        return len(taken)

    def edit(self, start: int, end: int, text: str) -> None:
        """Replaces ``[start, end)`` of the base by free words; decisions elsewhere stay in place.

        A decision or finding that the stretch touches is taken into the edit whole.

        Raises:
            BadInput: the stretch leaves the base or crosses from one part into another.
        """
        inserted = over.inserted_at(self._state.changes, start)
        after = over.inserted_at(self._state.changes, end) if end > start else ""
        self._edit(start, end, inserted + text + after)

    def edit_draft(self, start: int, end: int, text: str, *, joining: bool = False) -> int:
        """Like ``edit``, with positions in ``draft_text()``, where a person types; returns where the typed words end.

        What is typed into a placeholder takes its place whole. ``joining`` makes it one step with the edit before.

        Raises:
            BadInput: as ``edit``.
        """
        asked = self.now.placeholder(start, end)
        if asked is not None:
            self._decide(dataclasses.replace(asked, new_text=text, reason=Reason.WORDED))
            return self.now.placed.draft_start(asked.start) + len(text)
        first, last, before, after = over.to_base(self._origin.base, self.now.placed, start, end)
        self._edit(first, last, before + text + after, joining=joining)
        return start + len(text)

    def add(self, start: int, end: int, kind: Kind) -> int:
        """Adds what the detectors missed, takes over overlapping open findings, and returns the new index.

        Raises:
            BadInput: the stretch is empty, leaves the base or crosses from one part into another.
        """
        over.must_lie_in_a_part(self._origin.parts, start, end)
        if start == end:
            raise BadInput(what="finding", reason="empty")
        added, findings = self.now.with_added(self._document, start, end, kind)
        self._step(changes=over.put(self._state.changes, self._flag(added), joining=False), findings=findings)
        return findings.index(added)

    def flag(self, start: int, end: int, kind: str, *, everywhere: bool = False) -> int:
        """What a person says identifies someone: here in the base, or wherever the base has the same words.

        ``kind`` is the value of a ``Kind``. Returns how many places there are now; undone as one step.

        Raises:
            BadInput: as ``add``.
        """
        over.must_lie_in_a_part(self._origin.parts, start, end)
        words = self._origin.base[start:end]
        places = {(start, end), *(over.occurrences(self._origin.base, words) if everywhere else ())}
        with self.one_step():
            for place in sorted(places):
                self.add(place[0], place[1], Kind(kind))
        return len(places)

    def flag_in_draft(self, start: int, end: int, kind: str, *, everywhere: bool = False) -> int:
        """Like ``flag``, with positions in ``draft_text()``; words that were typed are flagged wherever they stand."""
        words = self.draft_text()[start:end]
        first, last, before, after = over.to_base(self._origin.base, self.now.placed, start, end)
        if self._origin.base[first:last] == words and not before + after:
            return self.flag(first, last, kind, everywhere=everywhere)
        self._stands_for(typing.typed_key(Kind(kind), words), "")
        self._history.learn(self._with_typed())
        return sum(typed.surface == words for typed in self.typed)

    def answer(self, question: str, answer: str) -> None:
        """Keeps the answer to a question of the checklist."""
        answers = dict(self._state.answers)
        answers[question] = answer
        self._step(answers=tuple(answers.items()))

    @property
    def history(self) -> History:
        """The steps taken."""
        return self._history

    def one_step(self) -> AbstractContextManager[None]:
        """What is decided inside is undone and redone together: one decision about several mentions is one step."""
        return self._history.one_step()

    def undo(self) -> bool:
        """Goes one step back; False where there is none."""
        return self._history.undo()

    def redo(self) -> bool:
        """Goes one step forward again; False where there is none."""
        return self._history.redo()

    def draft_text(self) -> str:
        """The whole base with its changes applied, all parts one after another."""
        return self.now.draft

    def draft(self) -> DraftText:
        """The post as a reader would see it now."""
        return draft_of(self.post)

    def risks(self) -> tuple[Concern, ...]:
        """What the open and the kept details still say together of each person, as codes."""
        return risks_of(self.now, self._scan.knowledge)

    def to_look_through(self) -> tuple[Paragraph, ...]:
        """The paragraphs with typed words that were not looked through as they now are."""
        paragraphs = typing.typed_paragraphs(self.now.draft, self.now.placed)
        return tuple(paragraph for paragraph in paragraphs if paragraph.text not in self._looked)

    def look_through(self, paragraphs: Sequence[Paragraph]) -> Found:
        """What the detectors see in them; takes long, changes nothing, and may run beside other calls."""
        own = typing.for_scan(self._state.stand_ins)
        return typing.look_through(paragraphs, self._scan.knowledge, self._choose, own)

    def learn(self, found: Found) -> bool:
        """Takes in what was found in typed words; whether something new waits for a decision. No step of undo."""
        self._looked |= {paragraph.text: tuple(findings) for paragraph, findings in found}
        before = self.undecided
        self._history.learn(self._with_typed())
        return len(self.undecided) > len(before)

    def finish(self, decided_by: str = "person") -> ReviewedPost:
        """The reviewed post. Looks through typed words that nobody has looked through yet.

        Raises:
            ReviewIncomplete: findings are undecided, or a placeholder was not written over.
            ResidueFound: the last look found details that were to be gone.
        """
        self.learn(self.look_through(self.to_look_through()))
        if undecided := len(self.undecided):
            raise ReviewIncomplete(undecided=undecided)
        kept_words = [words for entity, words in self._state.stand_ins if entity.startswith(typing.KEY)]
        if left := leftovers(self._origin.base, self._state.changes, self.findings, self._scan.knowledge, kept_words):
            raise ResidueFound(count=left)
        decided, kept = self.now.counts()
        names = left_out(self._origin.base, self._state.changes, self.findings, self._scan.knowledge)
        facts = {"decided": decided, "kept": kept, "decided_by": decided_by, "left_out": names}
        shown: dict[str, Any] = dataclasses.asdict(self.draft()) | facts
        return ReviewedPost(post=self.post, **shown, made_by=ONLY_REVIEW)

    @property
    def _state(self) -> State:
        return self._history.now

    def _offset(self, index: int) -> int:
        # chosen once and not undone: a second look at the same date must not show another day
        entity = subject_of(self.now, index)
        days = offset_for(entity, self._state.offsets, self._choose)
        offsets = tuple((dict(self._state.offsets) | {entity: days}).items())
        self._history.learn(dataclasses.replace(self._state, offsets=offsets))
        return days

    def _rewrite(self, index: int, words: str, *, stands: bool = False) -> None:
        # ``stands``: the program's words, which would else be found in their turn
        if (typed := self.now.typed_at(index)) is not None:
            own = typing.standing(typed, words) if stands else {}
            stand_ins = tuple((dict(self._state.stand_ins) | own).items())
            self._step(changes=typing.rewritten(self._state.changes, typed, words), stand_ins=stand_ins)

    def _stands_for(self, entity: str, words: str | None) -> None:
        stand_ins = dict(self._state.stand_ins)
        if words is None:
            stand_ins.pop(entity, None)
        else:
            stand_ins[entity] = words
        self._step(stand_ins=tuple(stand_ins.items()))

    def _with_typed(self) -> State:
        now, state = self.now, self._state
        stand_ins = dict(state.stand_ins)
        found = typing.typed_findings(now.draft, now.placed, self._looked, state.findings, stand_ins)
        return state if found == state.typed else dataclasses.replace(state, typed=found)

    def _edit(self, start: int, end: int, text: str, *, joining: bool = False) -> None:
        over.must_lie_in_a_part(self._origin.parts, start, end)
        edit = Change(*self.now.taken_in(start, end, text), Reason.EDITED)
        self._step(changes=over.put(self._state.changes, edit), joining=joining)

    def _change(self, finding: Finding, text: str, reason: Reason, decided_by: str, treatment: str = "") -> Change:
        treatment = treatment or finding.treatment
        return Change(finding.start, finding.end, text, reason, finding.kind.value, treatment, decided_by)

    def _flag(self, finding: Finding) -> Change:
        return self._change(finding, self._origin.base[finding.start : finding.end], Reason.FLAGGED, "person")

    def _decide(self, *decisions: Change, **parts: Any) -> None:
        self._step(changes=over.put_all(self._state.changes, decisions), **parts)

    def _step(self, *, joining: bool = False, **parts: Any) -> None:
        """On to the present state with other ``parts``, named as in ``State``."""
        state = dataclasses.replace(self._state, **parts)
        self._history.step(dataclasses.replace(state, typed=typing.kept_up(state.typed, state.changes)), joining)


def begin_review(post: Post, knowledge: Knowledge, choose: Choose | None = None) -> Review:
    """A review over a post, new or taken up again: its text is scanned with what the journal knows now."""
    chosen = choose or secrets.choice
    stand_ins = typing.for_scan(post.stand_ins)
    review = Review(post, scan(post.base, post.parts, knowledge, chosen, stand_ins=stand_ins), chosen)
    review.learn(review.look_through(review.to_look_through()))
    return review
