"""A person's pass over the findings of a post: every finding is decided before anything can leave the journal.

A decision is a ``Change`` over the post's base, and so is a free edit; the draft shown is always the base with its
changes applied. Positions of findings and decisions count code points of the base.
"""

from __future__ import annotations

import contextlib
import dataclasses
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import InitVar, dataclass, field

from journal.anonymise import changes as over
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.residue import leftovers
from journal.anonymise.risk import Concern, concerns
from journal.anonymise.scan import Scan, scan
from journal.anonymise.segments import document_of
from journal.anonymise.stand_ins import Choose, propose_for
from journal.errors import BadInput, ResidueFound, ReviewIncomplete
from journal.model import Change, Part, Post, Reason

#: The text between two parts of a base; it belongs to none.
_GAP = "\n\n"
_TAG_GAP = ", "
_ONLY_REVIEW = object()


@dataclass(frozen=True, slots=True)
class DraftText:
    """The post as a reader would see it."""

    title: str = field(repr=False)
    tags: tuple[str, ...] = field(repr=False)
    body: str = field(repr=False)
    byline: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReviewedPost:
    """A post in which every finding was decided: the only thing that export takes. Only ``Review.finish`` makes one.

    ``decided`` counts the findings that were changed, ``kept`` those left as they were; ``decided_by`` is ``person``
    or ``command``.
    """

    post: Post
    title: str = field(repr=False)
    tags: tuple[str, ...] = field(repr=False)
    body: str = field(repr=False)
    byline: str = field(repr=False)
    decided: int
    kept: int
    decided_by: str
    made_by: InitVar[object] = None

    def __post_init__(self, made_by: object) -> None:
        """Refuses to be made by anything but a review (a bug, hence TypeError)."""
        if made_by is not _ONLY_REVIEW:
            raise TypeError("ReviewedPost is made by Review.finish only")


@dataclass(frozen=True, slots=True)
class _State:
    """What undo goes back to."""

    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    stand_ins: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str], ...]


class Review:
    """The findings of one post and the decisions about them, with their undo.

    Indexes name findings in ``findings``, which is sorted by place; ``add`` and ``edit`` may change the order, so take
    indexes afresh after them. What is kept as a source needs no decision.
    """

    def __init__(self, post: Post, found: Scan) -> None:
        self._origin = post
        findings = _with_earlier_additions(post, found.findings)
        self._state = _State(post.changes, findings, post.stand_ins, post.answers)
        self._undo: list[_State] = []
        self._redo: list[_State] = []
        self._scan = found
        self.rules_only = found.rules_only  # the trained model was missing or failed

    @property
    def post(self) -> Post:
        """The post with the decisions taken so far, to be stored."""
        return dataclasses.replace(
            self._origin,
            changes=self._state.changes,
            stand_ins=self._state.stand_ins,
            answers=self._state.answers,
        )

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, sorted, never overlapping."""
        return self._state.findings

    @property
    def undecided(self) -> tuple[int, ...]:
        """Indexes of the findings that still wait for a decision."""
        return tuple(
            index
            for index, finding in enumerate(self.findings)
            if finding.risk is not Risk.KEEP and self.decision(index) is None
        )

    def decision(self, index: int) -> Change | None:
        """The change that decides a finding: the one that covers it whole."""
        finding = self.findings[index]
        return over.covering(self._state.changes, finding.start, finding.end)

    def accept(self, index: int, *, decided_by: str = "person") -> None:
        """Takes the proposal of a finding; for what is kept as a source this does nothing."""
        finding = self.findings[index]
        if finding.risk is not Risk.KEEP:
            self._decide((self._change(finding, finding.proposal, Reason.ACCEPTED, decided_by),))

    def replace(self, index: int, text: str, *, decided_by: str = "person") -> None:
        """Decides a finding with the person's own words, and proposes them for the other mentions alike."""
        finding = self.findings[index]
        base = self._origin.base
        surface = base[finding.start : finding.end]
        alike = tuple(
            dataclasses.replace(other, proposal=text)
            if other.entity
            and other.entity == finding.entity
            and base[other.start : other.end] == surface
            and self.decision(at) is None
            else other
            for at, other in enumerate(self.findings)
        )
        stand_ins = dict(self._state.stand_ins)
        if finding.entity:
            stand_ins[finding.entity] = text
        self._decide(
            (self._change(finding, text, Reason.WORDED, decided_by),),
            findings=alike,
            stand_ins=tuple(stand_ins.items()),
        )

    def keep(self, index: int, *, decided_by: str = "person") -> None:
        """Decides that a finding stays as it is."""
        finding = self.findings[index]
        text = self._origin.base[finding.start : finding.end]
        self._decide((self._change(finding, text, Reason.KEPT, decided_by),))

    def reopen(self, index: int) -> None:
        """Takes a decision back; the base's own text stands there again."""
        decided = self.decision(index)
        if decided is not None:
            self._step(changes=tuple(change for change in self._state.changes if change is not decided))

    def accept_all(self, kind: Kind | None = None, entity: str | None = None, *, decided_by: str = "person") -> int:
        """Takes every open proposal, of one kind or one entity where given, as one step; how many there were.

        What only a person can weigh (``Kind.asked``) stays open, unless it is meant by its kind or entity.
        """
        taken = tuple(
            self._change(finding, finding.proposal, Reason.ACCEPTED, decided_by)
            for finding in (self.findings[index] for index in self.undecided)
            if kind in (None, finding.kind) and entity in (None, finding.entity)
            if not finding.kind.asked or kind is not None or entity is not None
        )
        if taken:
            self._decide(taken)
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

    def _edit(self, start: int, end: int, text: str) -> None:
        self._inside_a_part(start, end)
        for finding in self.findings:
            if finding.start < end and start < finding.end and self._touches_open(finding):
                text = self._origin.base[min(finding.start, start) : start] + text
                text += self._origin.base[end : max(finding.end, end)]
                start, end = min(finding.start, start), max(finding.end, end)
        self._step(changes=over.put(self._state.changes, Change(start, end, text, Reason.EDITED)))

    def edit_draft(self, start: int, end: int, text: str) -> None:
        """Like ``edit``, with positions in ``draft_text()``, where a person types.

        Raises:
            BadInput: as ``edit``.
        """
        first, last, before, after = over.to_base(self._origin.base, self._state.changes, start, end)
        self._edit(first, last, before + text + after)

    def add(self, start: int, end: int, kind: Kind) -> int:
        """Adds what the detectors missed, takes over overlapping open findings, and returns the new index.

        Raises:
            BadInput: the stretch is empty, leaves the base or crosses from one part into another.
        """
        self._inside_a_part(start, end)
        if start == end:
            raise BadInput(what="finding", reason="empty")
        overlapping = [f for f in self.findings if f.start < end and start < f.end]
        start = min([start, *(f.start for f in overlapping)])
        end = max([end, *(f.end for f in overlapping)])
        document = document_of(self._origin.base, self._origin.parts)
        risk = (
            Risk.AUTHOR if kind.value.startswith("author.") else Risk.DIRECT if kind.label == "PERSON" else Risk.QUASI
        )
        added = Finding(start, end, kind, risk, 1.0, "person", "added", treatment=kind.treatment)
        added = propose_for(document, added, taken=tuple(f.proposal for f in self.findings))
        others = tuple(f for f in self.findings if f not in overlapping)
        findings = tuple(sorted((*others, added), key=lambda f: f.start))
        self._step(findings=findings)
        return findings.index(added)

    def answer(self, question: str, answer: str) -> None:
        """Keeps the answer to a question of the checklist."""
        answers = dict(self._state.answers)
        answers[question] = answer
        self._step(answers=tuple(answers.items()))

    @contextlib.contextmanager
    def one_step(self) -> Iterator[None]:
        """What is decided inside is undone and redone together: one decision about several mentions is one step."""
        depth = len(self._undo)
        try:
            yield
        finally:
            del self._undo[depth + 1 :]

    def undo(self) -> bool:
        """Goes one step back; False where there is none."""
        if not self._undo:
            return False
        self._redo.append(self._state)
        self._state = self._undo.pop()
        return True

    def redo(self) -> bool:
        """Goes one step forward again; False where there is none."""
        if not self._redo:
            return False
        self._undo.append(self._state)
        self._state = self._redo.pop()
        return True

    def draft_text(self) -> str:
        """The whole base with its changes applied, all parts one after another."""
        return over.applied(self._origin.base, self._state.changes)

    def draft(self) -> DraftText:
        """The post as a reader would see it now."""
        pieces = {
            part: over.applied(self._origin.base, self._state.changes, start, end)
            for part, start, end in self._origin.parts
        }
        tags = tuple(tag.strip() for tag in pieces.get(Part.TAGS, "").split(_TAG_GAP.strip()))
        return DraftText(
            title=pieces.get(Part.TITLE, ""),
            tags=tuple(tag for tag in tags if tag),
            body=pieces.get(Part.BODY, ""),
            byline=pieces.get(Part.BYLINE, ""),
        )

    def risks(self) -> tuple[Concern, ...]:
        """What the open and the kept details still say together, as codes."""
        standing = []
        for index, finding in enumerate(self.findings):
            decided = self.decision(index)
            if finding.risk is not Risk.KEEP and (decided is None or decided.reason is Reason.KEPT):
                standing.append(finding)
        return concerns(standing)

    def finish(self, decided_by: str = "person") -> ReviewedPost:
        """The reviewed post.

        Raises:
            ReviewIncomplete: findings are undecided.
            ResidueFound: the last look found details that were to be gone.
        """
        if undecided := len(self.undecided):
            raise ReviewIncomplete(undecided=undecided)
        if left := leftovers(self._origin.base, self._state.changes, self.findings, self._scan.knowledge):
            raise ResidueFound(count=left)
        draft = self.draft()
        decisions = [self.decision(at) for at, finding in enumerate(self.findings) if finding.risk is not Risk.KEEP]
        kept = sum(decision is not None and decision.reason is Reason.KEPT for decision in decisions)
        return ReviewedPost(
            post=self.post,
            title=draft.title,
            tags=draft.tags,
            body=draft.body,
            byline=draft.byline,
            decided=len(decisions) - kept,
            kept=kept,
            decided_by=decided_by,
            made_by=_ONLY_REVIEW,
        )

    def _change(self, finding: Finding, text: str, reason: Reason, decided_by: str) -> Change:
        treatment = "keep" if reason is Reason.KEPT else finding.treatment
        return Change(finding.start, finding.end, text, reason, finding.kind.value, treatment, decided_by)

    def _decide(
        self,
        decisions: Iterable[Change],
        findings: tuple[Finding, ...] | None = None,
        stand_ins: tuple[tuple[str, str], ...] | None = None,
    ) -> None:
        changes = self._state.changes
        for decision in decisions:
            changes = over.put(changes, decision, joining=False)
        self._step(changes=changes, findings=findings, stand_ins=stand_ins)

    def _step(
        self,
        *,
        changes: tuple[Change, ...] | None = None,
        findings: tuple[Finding, ...] | None = None,
        stand_ins: tuple[tuple[str, str], ...] | None = None,
        answers: tuple[tuple[str, str], ...] | None = None,
    ) -> None:
        old = self._state
        self._undo.append(old)
        self._redo.clear()
        self._state = _State(
            old.changes if changes is None else changes,
            old.findings if findings is None else findings,
            old.stand_ins if stand_ins is None else stand_ins,
            old.answers if answers is None else answers,
        )

    def _touches_open(self, finding: Finding) -> bool:
        decided = over.covering(self._state.changes, finding.start, finding.end)
        return finding.risk is not Risk.KEEP and decided is None

    def _inside_a_part(self, start: int, end: int) -> None:
        if not 0 <= start <= end <= len(self._origin.base):
            raise BadInput(what="edit", reason="outside")
        if not any(first <= start and end <= last for _, first, last in self._origin.parts):
            raise BadInput(what="edit", reason="crosses_parts")


def begin_review(post: Post, knowledge: Knowledge, choose: Choose | None = None) -> Review:
    """A review over a post, new or taken up again: its text is scanned with what the journal knows now."""
    found = scan(post.base, post.parts, knowledge, choose or secrets.choice, stand_ins=post.stand_ins)
    return Review(post, found)


def new_base(title: str, tags: Iterable[str], body: str, byline: str) -> tuple[str, tuple[tuple[Part, int, int], ...]]:
    """The text of a new post and where each part lies in it, in the order title, tags, body, byline."""
    texts = ((Part.TITLE, title), (Part.TAGS, _TAG_GAP.join(tags)), (Part.BODY, body), (Part.BYLINE, byline))
    base = ""
    parts = []
    for part, text in texts:
        if base and text:
            base += _GAP
        parts.append((part, len(base), len(base) + len(text)))
        base += text
    return base, tuple(parts)


def _with_earlier_additions(post: Post, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings, with those brought back that an earlier decision was about and the scan did not find again."""
    back = []
    for change in post.changes:
        known = change.kind in {kind.value for kind in Kind}
        if known and not any(f.start < change.end and change.start < f.end for f in findings):
            kind = Kind(change.kind)
            risk = Risk.AUTHOR if change.kind.startswith("author.") else Risk.QUASI
            back.append(
                Finding(
                    change.start,
                    change.end,
                    kind,
                    risk,
                    1.0,
                    "person",
                    "earlier",
                    treatment=change.treatment or kind.treatment,
                    proposal=change.new_text,
                )
            )
    return tuple(sorted((*findings, *back), key=lambda f: f.start))
