"""What a review holds at one moment, and the way back and forth between such moments."""

from __future__ import annotations

import contextlib
import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from journal.anonymise.accounts import subjects
from journal.anonymise.changes import Placed, alike, applied, applied_again
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.names import fold
from journal.anonymise.segments import Document, document_of
from journal.anonymise.stand_ins import propose_for
from journal.anonymise.typed import Typed, change_of, is_kept, risk_of
from journal.model import Change, Post, Reason

#: Reasons of changes that decide nothing yet.
OPEN = (Reason.ASKED, Reason.FLAGGED)
#: Steps that can be taken back. Each holds references alone: about 16 kB where a post has 2,000 decisions.
_MOST_STEPS = 1_000
_start, _end = attrgetter("start"), attrgetter("end")


@dataclass(frozen=True, slots=True)
class State:
    """What undo goes back to."""

    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    stand_ins: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    answers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    typed: tuple[Typed, ...] = ()
    offsets: tuple[tuple[str, int], ...] = ()


class Decided:
    """A state asked about its findings by index: those in the base come first, then those in typed words."""

    def __init__(self, base: str, state: State, before: Decided | None = None) -> None:
        self.base, self.state = base, state
        # whom details are about is the same while the findings are, and takes longest of all that is asked
        same = before is not None and before.state.findings is state.findings
        self._whom: tuple[str, ...] | None = before._whom if same and before is not None else None
        self._sources: int | None = before._sources if same and before is not None else None
        self.placed: Placed = Placed(state.changes, None if before is None else before.placed)
        self._stand_ins = dict(state.stand_ins) if state.typed else {}
        self._undecided: tuple[int, ...] | None = None
        self._draft: str | None = None
        # the last that was asked for all: what it found out holds wherever the changes are the same
        self._before: Decided | None = before if before is None or before._is_known else before._before

    @property
    def count(self) -> int:
        """How many findings there are."""
        return len(self.state.findings) + len(self.state.typed)

    @property
    def sources(self) -> int:
        """How many of them are kept as sources, and need no decision."""
        if self._sources is None:
            self._sources = sum(finding.risk is Risk.KEEP for finding in self.state.findings)
        return self._sources

    @property
    def draft(self) -> str:
        """The whole base with the changes applied."""
        if self._draft is None:
            before = self._before
            if before is None or before._draft is None:
                self._draft = applied(self.base, self.state.changes)
            else:
                self._draft = applied_again(self.base, self.placed, before.placed, before._draft)
            self._let_go()
        return self._draft

    @property
    def undecided(self) -> tuple[int, ...]:
        """Indexes of the findings that still wait for a decision, or for the person's own words."""
        if self._undecided is None:
            before = self._before
            if before is None or before._undecided is None or before.state.findings is not self.state.findings:
                self._undecided = tuple(at for at, finding, change in self._each() if _waits(finding, change))
            else:
                self._undecided = self._undecided_since(before.state.changes, before._undecided)
            self._let_go()
        return self._undecided

    @property
    def _is_known(self) -> bool:
        return self._draft is not None and self._undecided is not None

    def _let_go(self) -> None:
        # or each state would hold all before it
        if self._is_known:
            self._before = None

    def _undecided_since(self, changes: Sequence[Change], undecided: tuple[int, ...]) -> tuple[int, ...]:
        """``undecided`` of the same findings with other changes, asked anew from the first other change to the last."""
        findings, now = self.state.findings, self.state.changes
        head, tail = alike(changes, now)
        others = (*changes[head : len(changes) - tail], *now[head : len(now) - tail])
        # what begins before all of these, or after them, is decided as it was
        first = bisect_left(findings, min(map(_start, others), default=0), key=_start)
        last = bisect_left(findings, max(map(_end, others), default=0), key=_start)
        asked = tuple(at for at, finding, change in self._each(first, last) if _waits(finding, change))
        in_base = bisect_left(undecided, len(findings))
        before, after = undecided[: bisect_left(undecided, first)], undecided[bisect_left(undecided, last) : in_base]
        middle = bisect_left(asked, last)
        return (*before, *asked[:middle], *after, *asked[middle:])

    @property
    def whom(self) -> tuple[str, ...]:
        """The entity that each finding in the base is about."""
        if self._whom is None:
            self._whom = subjects(self.base, self.state.findings)
        return self._whom

    def typed_at(self, index: int) -> Typed | None:
        """The finding in typed words of an index; ``None`` for one in the base."""
        at = index - len(self.state.findings)
        return self.state.typed[at] if at >= 0 else None

    def finding(self, index: int) -> Finding:
        """The finding of an index; of one in typed words the places count within its paragraph as it was scanned."""
        typed = self.typed_at(index)
        return self.state.findings[index] if typed is None else typed.finding

    def surface(self, index: int) -> str:
        """The words that were found."""
        typed = self.typed_at(index)
        if typed is not None:
            return typed.surface
        finding = self.state.findings[index]
        return self.base[finding.start : finding.end]

    def draft_span(self, index: int) -> tuple[int, int]:
        """Where the finding, or what stands for it, is in the draft; empty where it was left out."""
        typed = self.typed_at(index)
        if typed is not None:
            change = change_of(typed, self.state.changes)
            begin = 0 if change is None else self.placed.start_of(change)
            return begin + typed.start, begin + typed.end
        finding = self.state.findings[index]
        return self.placed.draft_start(finding.start), self.placed.draft_end(finding.end)

    def decision(self, index: int) -> Change | None:
        """The change that decides a finding, the one that covers it whole; a placeholder decides nothing yet."""
        typed = self.typed_at(index)
        if typed is not None:
            change = change_of(typed, self.state.changes)
            if change is None or not is_kept(typed, self._stand_ins):
                return None
            kind = typed.finding.kind.value
            return dataclasses.replace(change, new_text=typed.surface, reason=Reason.KEPT, kind=kind, treatment="keep")
        finding = self.state.findings[index]
        change = self.placed.covering(finding.start, finding.end)
        return None if change is None or change.reason is Reason.FLAGGED else change

    def is_open(self, index: int) -> bool:
        """Whether a finding still holds up the export."""
        return _waits(self.finding(index), self.decision(index))

    def counts(self) -> tuple[int, int]:
        """How many findings were changed, and how many kept."""
        decisions = [change for _, finding, change in self._each() if finding.risk is not Risk.KEEP]
        kept = sum(decision is not None and decision.reason is Reason.KEPT for decision in decisions)
        return len(decisions) - kept, kept

    def standing(self) -> tuple[int, ...]:
        """Indexes of the findings whose words a reader would still see."""
        return tuple(
            at
            for at, finding, change in self._each()
            if finding.risk is not Risk.KEEP and (change is None or change.reason is Reason.KEPT)
        )

    def proposing(self, index: int, words: str) -> tuple[Finding, ...]:
        """The findings, with ``words`` proposed for the open mentions that are like this one."""
        finding, surface = self.finding(index), self.surface(index)
        return tuple(
            dataclasses.replace(other, proposal=words)
            if other.entity and other.entity == finding.entity and self.surface(at) == surface and self.is_open(at)
            else other
            for at, other in enumerate(self.state.findings)
        )

    def open_like(self, kind: Kind | None, entity: str | None, label: str | None) -> list[int]:
        """The findings without a decision, of a kind, entity or coarse label where given; see ``Review.accept_all``."""
        meant = (kind, entity, label) != (None, None, None)
        found = []
        for index in self.undecided:
            one = self.finding(index)
            fits = kind in (None, one.kind) and entity in (None, one.entity) and label in (None, one.kind.label)
            if fits and (meant or not one.asked) and self.decision(index) is None:
                found.append(index)
        return found

    @property
    def can_accept_some(self) -> bool:
        """Whether ``Review.accept_all`` would decide anything; asked for each letter, it stops at the first."""
        return any(not self.finding(index).asked and self.decision(index) is None for index in self.undecided)

    def with_added(self, document: Document, start: int, end: int, kind: Kind) -> tuple[Finding, tuple[Finding, ...]]:
        """A finding made by hand, and the findings with it in the place of those that it overlaps."""
        findings = self.state.findings
        overlapping = [f for f in findings if f.start < end and start < f.end]
        start = min([start, *(f.start for f in overlapping)])
        end = max([end, *(f.end for f in overlapping)])
        entity = added_entity(kind, self.base[start:end])
        added = Finding(start, end, kind, risk_of(kind), 1.0, "person", "added", entity, kind.treatment)
        alike = [f.proposal for f in findings if f.entity == entity and f.proposal]
        if alike:
            added = dataclasses.replace(added, proposal=alike[0])
        else:
            added = propose_for(document, added, taken=tuple(f.proposal for f in findings))
        others = tuple(f for f in findings if f not in overlapping)
        return added, tuple(sorted((*others, added), key=lambda f: f.start))

    def placeholder(self, start: int, end: int) -> Change | None:
        """The placeholder inside which an edit of ``[start, end)`` of the draft lies, if it does."""
        at = self.placed.begun(start) - 1
        if at < 0:
            return None
        change, begin = self.state.changes[at], self.placed.begin(at)
        inside = end <= begin + len(change.new_text) and (start < end or begin < start < begin + len(change.new_text))
        return change if change.reason is Reason.ASKED and inside else None

    def taken_in(self, start: int, end: int, text: str) -> tuple[int, int, str]:
        """An edit of ``[start, end)`` of the base by ``text``, with what it touches of open findings taken in whole."""
        findings = self.state.findings
        at = bisect_right(findings, start, key=_end)
        while at < len(findings) and (finding := findings[at]).start < end:
            if self.is_open(at) and self.decision(at) is None:
                before, after = self.base[finding.start : start], self.base[end : finding.end]
                start, end, text = min(finding.start, start), max(finding.end, end), before + text + after
            at += 1
        return start, end, text

    def _each(self, first: int = 0, last: int | None = None) -> Iterator[tuple[int, Finding, Change | None]]:
        """Each finding ``[first, last)`` of the base, and each in typed words, with what ``decision`` says of it.

        Findings and changes are sorted: one pass over both.
        """
        changes, findings = self.state.changes, self.state.findings[first:last]
        passed = bisect_right(changes, findings[0].start, key=_start) if findings else 0
        for at, finding in enumerate(findings, first):
            while passed < len(changes) and changes[passed].start <= finding.start:
                passed += 1
            change = changes[passed - 1] if passed else None
            if change is None or change.end < finding.end or change.reason is Reason.FLAGGED:
                yield at, finding, None
            else:
                yield at, finding, change if change.start < change.end else None
        for at, typed in enumerate(self.state.typed, len(self.state.findings)):
            yield at, typed.finding, self.decision(at)


def _waits(finding: Finding, decided: Change | None) -> bool:
    """Whether a finding with this decision still holds up the export."""
    return finding.risk is not Risk.KEEP and (decided is None or decided.reason in OPEN)


class History:
    """The states of a review, one of them the present."""

    def __init__(self, first: State) -> None:
        self.now = first
        self._undo: list[State] = []
        self._redo: list[State] = []
        self._held = False

    def step(self, state: State, joining: bool = False) -> None:
        """Go on to ``state``; ``joining`` makes it part of the step before, as letters of one word are."""
        if not (joining and self._undo and not self._redo):
            self._undo.append(self.now)
        self._redo.clear()
        if len(self._undo) > _MOST_STEPS and not self._held:
            del self._undo[0]
        self.now = state

    def learn(self, state: State) -> None:
        """Take ``state`` for the present without a step: something was found, nobody decided."""
        self.now = state

    @contextlib.contextmanager
    def one_step(self) -> Iterator[None]:
        """What is done inside is undone and redone together."""
        depth, held = len(self._undo), self._held
        self._held = True
        try:
            yield
        finally:
            self._held = held
            del self._undo[depth + 1 :]

    def undo(self) -> bool:
        """One step back; False where there is none."""
        if not self._undo:
            return False
        self._redo.append(self.now)
        self.now = self._undo.pop()
        return True

    def redo(self) -> bool:
        """One step forward again; False where there is none."""
        if not self._redo:
            return False
        self._undo.append(self.now)
        self.now = self._redo.pop()
        return True

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._redo)


def with_earlier_additions(
    post: Post, findings: tuple[Finding, ...], never_flag: frozenset[str]
) -> tuple[Finding, ...]:
    """The findings, with those brought back that an earlier decision was about and the scan did not find again.

    What was kept and is never to be flagged since (``never_flag``, folded) stays away.
    """
    known = {kind.value: kind for kind in Kind}
    back = []
    at = 0
    for change in post.changes:
        while at < len(findings) and findings[at].end <= change.start:
            at += 1
        found = at < len(findings) and findings[at].start < change.end
        cleared = change.reason is Reason.KEPT and fold(change.new_text) in never_flag
        if change.kind in known and change.start < change.end and not found and not cleared:
            kind = known[change.kind]
            entity = added_entity(kind, post.base[change.start : change.end])
            found_by_hand = Finding(
                change.start,
                change.end,
                kind,
                risk_of(kind),
                1.0,
                "person",
                "earlier",
                entity=entity,
                treatment=change.treatment or kind.treatment,
                proposal=change.new_text,
            )
            if change.reason in OPEN:
                found_by_hand = propose_for(document_of(post.base, post.parts), found_by_hand, taken=())
            back.append(found_by_hand)
    return tuple(sorted((*findings, *back), key=lambda f: f.start))


def added_entity(kind: Kind, surface: str) -> str:
    """What ties the places of something added by hand together: its kind and words."""
    return f"added:{kind.value}:{' '.join(surface.lower().split())}"
