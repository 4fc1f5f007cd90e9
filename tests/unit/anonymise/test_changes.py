"""Changes over a base: applied in order, put in without overlap, and traced from draft to base."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from journal.anonymise.changes import Placed, applied, put, put_all, to_base
from journal.model import Change, Reason


def edit(start: int, end: int, text: str) -> Change:
    return Change(start, end, text, Reason.EDITED)


def word(start: int, end: int, text: str) -> Change:
    return Change(start, end, text, Reason.ACCEPTED, "name.person")


def test_a_later_change_inside_which_others_lie_takes_their_place() -> None:
    changes = put((word(2, 4, "xx"),), edit(0, 6, "new"))
    assert changes == (edit(0, 6, "new"),)


def test_a_change_that_reaches_beyond_is_taken_in_with_its_words() -> None:
    (joined,) = put((word(0, 4, "Noor"),), edit(2, 6, "!"))
    assert (joined.start, joined.end, joined.new_text) == (0, 6, "Noor!")


def test_covering_finds_the_change_round_a_stretch() -> None:
    changes = (word(2, 8, "x"),)
    assert Placed(changes).covering(3, 5) is changes[0]
    assert Placed(changes).covering(1, 5) is None


@given(st.text(max_size=40), st.data())
def test_editing_the_draft_is_what_a_reader_would_expect(base: str, data: st.DataObject) -> None:
    changes: tuple[Change, ...] = ()
    for _ in range(data.draw(st.integers(0, 5))):
        draft = applied(base, changes)
        start = data.draw(st.integers(0, len(draft)))
        end = data.draw(st.integers(start, len(draft)))
        text = data.draw(st.text(max_size=5))
        first, last, before, after = to_base(base, Placed(changes), start, end)
        changes = put(changes, edit(first, last, before + text + after))
        assert applied(base, changes) == draft[:start] + text + draft[end:]
        ends = [0, *(change.end for change in changes)]
        assert all(change.start >= end for change, end in zip(changes, ends, strict=False))


def plainly_put(changes: tuple[Change, ...], new: Change, *, joining: bool) -> tuple[Change, ...]:
    """``put`` as it was before it looked only at the changes near the new one: each is asked."""
    others = []
    for old in changes:
        overlaps = old.start < new.end and new.start < old.end
        at_edge = joining and old.start in (new.start, new.end)
        if overlaps or (old.start == old.end and (at_edge or new.start < old.start < new.end)):
            if old.start < new.start or old.end > new.end:
                before = old.new_text if old.start < new.start else ""
                after = old.new_text if old.end > new.end and not before else ""
                start, end = min(old.start, new.start), max(old.end, new.end)
                new = dataclasses.replace(new, start=start, end=end, new_text=before + new.new_text + after)
        elif joining and old.reason is new.reason is Reason.EDITED and old.end == new.start:
            new = dataclasses.replace(new, start=old.start, new_text=old.new_text + new.new_text)
        else:
            others.append(old)
    return tuple(sorted((*others, new), key=lambda change: (change.start, change.end)))


@st.composite
def changed(draw: st.DrawFn) -> Change:
    start = draw(st.integers(0, 14))
    end = draw(st.integers(start, min(start + 3, 14)))
    return Change(
        start, end, draw(st.sampled_from(("", "x", "yz"))), draw(st.sampled_from((Reason.EDITED, Reason.KEPT)))
    )


@given(st.lists(st.tuples(changed(), st.booleans()), max_size=8))
def test_what_lies_far_from_a_new_change_needs_no_look(made: list[tuple[Change, bool]]) -> None:
    base = "abcdefghijklmn"
    changes: tuple[Change, ...] = ()
    for new, joining in made:
        assert put_all(changes, [new]) == plainly_put(changes, new, joining=False)
        expected = plainly_put(changes, new, joining=joining)
        changes = put(changes, new, joining=joining)
        assert changes == expected
    placed, draft = Placed(changes), applied(base, changes)
    for position in range(len(base) + 1):
        begin = sum(len(c.new_text) - (c.end - c.start) for c in changes if c.start <= position)
        reached = [c for c in changes if c.start <= position < c.end]
        if not reached:
            assert placed.draft_start(position) == position + begin
        within = [c for c in changes if position <= c.start and c.end <= len(base)]
        assert applied(base, changes, position) == applied(base, within, position)
    begins = [placed.begin(at) for at in range(len(changes))]
    assert [placed.begun(at) for at in range(len(draft) + 1)] == [
        sum(begin <= at for begin in begins) for at in range(len(draft) + 1)
    ]
