"""Changes over a base: applied in order, put in without overlap, and traced from draft to base."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journal.anonymise.changes import Placed, applied, put, to_base
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
        first, last, before, after = to_base(base, changes, start, end)
        changes = put(changes, edit(first, last, before + text + after))
        assert applied(base, changes) == draft[:start] + text + draft[end:]
        ends = [0, *(change.end for change in changes)]
        assert all(change.start >= end for change, end in zip(changes, ends, strict=False))
