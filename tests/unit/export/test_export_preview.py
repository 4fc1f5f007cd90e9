"""What the last page shows is what leaves, letter by letter."""

from __future__ import annotations

import dataclasses
from uuid import UUID

import pytest

from journal.anonymise.knowledge import Knowledge
from journal.anonymise.review import begin_review, new_base
from journal.export.html import to_fragment
from journal.export.preview import leaving
from journal.export.save import TEXTS, render
from journal.model import KnownName, Post
from tests.unit.export.reviewed_posts import ANSWERS
from tests.unit.export.reviewed_posts import reviewed_post as reviewed


@pytest.mark.parametrize("format", TEXTS)
def test_each_text_is_the_file_letter_by_letter(format: str) -> None:
    post = reviewed("Some – *words*.", category="Practice", byline="Author: X")
    assert leaving(post).texts[format].encode() == render(post, format)


def test_the_page_is_what_is_copied_for_the_web() -> None:
    post = reviewed("Some *words*.")
    assert leaving(post).page == to_fragment(post)


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (238, 1), (476, 2), (900, 4), (20_000, 84)])
def test_reading_time_in_whole_minutes(words: int, minutes: int) -> None:
    shown = leaving(reviewed("word " * words, title=""))
    assert (shown.words, shown.minutes) == (words, minutes)


def test_what_was_kept_and_changed_is_told() -> None:
    base, parts = new_base("", (), "Rowan came. Rowan sat. Sasha left.", "")
    names = (KnownName(UUID(int=1), "Rowan"), KnownName(UUID(int=2), "Sasha"))
    review = begin_review(Post(UUID(int=3), (), base, parts, answers=ANSWERS), Knowledge(names=names))
    for at, finding in enumerate(review.findings):
        if base[finding.start : finding.end] == "Rowan":
            review.keep(at)
        else:
            review.accept(at)
    shown = leaving(review.finish())
    assert (shown.kept, shown.changed, shown.held_up, shown.untrue) == (("Rowan",), 1, 0, False)
    assert len(shown.unanswered) == 18
    assert "Rowan" not in repr(shown)


def test_what_holds_it_up_is_told_before_anything_is_tried() -> None:
    assert leaving(reviewed("Text.", answers=ANSWERS[:3])).held_up == 2
    untrue = leaving(reviewed("Text.", notes="Details have been changed."))
    assert (untrue.held_up, untrue.untrue) == (0, True)
    with pytest.raises(dataclasses.FrozenInstanceError):
        untrue.untrue = False  # type: ignore[misc]
