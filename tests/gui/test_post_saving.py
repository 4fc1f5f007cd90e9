"""Decisions are stored at once, what is typed after a pause, and after a while even where there is none."""

from __future__ import annotations

import time
from typing import cast

from pytestqt.qtbot import QtBot

from journal.anonymise.review import Review
from journal.model import Post
from tests.unit.anonymise.builders import review_of
from ui.jobs import Lane
from ui.review.post_saving import LONGEST_MS, PAUSE_MS, PostSaving
from ui.review.store import PostStore


class Store:
    def __init__(self) -> None:
        self.saved: list[float] = []

    def save_post(self, post: Post) -> Post:
        self.saved.append(time.monotonic())
        return post


def saving_of(lane: Lane, review: Review) -> tuple[PostSaving, Store]:
    store = Store()
    # it ends with the lane
    made = PostSaving(cast(PostStore, store), lane, lane)
    made.show_review(review)
    return made, store


def test_what_is_typed_is_stored_once_after_a_pause(qtbot: QtBot, lane: Lane) -> None:
    saving, store = saving_of(lane, review_of("I saw Rebecca."))
    for _ in range(3):
        saving.touched()
        qtbot.wait(20)
    qtbot.waitUntil(lambda: bool(store.saved), timeout=PAUSE_MS * 10)
    qtbot.wait(PAUSE_MS + 100)
    assert len(store.saved) == 1


def test_whoever_never_pauses_is_stored_all_the_same(qtbot: QtBot, lane: Lane) -> None:
    saving, store = saving_of(lane, review_of("I saw Rebecca."))
    began = time.monotonic()
    while not store.saved and time.monotonic() - began < 3 * LONGEST_MS / 1000:
        saving.touched()
        qtbot.wait(PAUSE_MS // 8)
    assert store.saved
    assert store.saved[0] - began < LONGEST_MS / 1000 + 1


def test_a_decision_is_stored_at_once(qtbot: QtBot, lane: Lane) -> None:
    saving, store = saving_of(lane, review_of("I saw Rebecca."))
    began = time.monotonic()
    saving.decided()
    qtbot.waitUntil(lambda: bool(store.saved))
    assert store.saved[0] - began < PAUSE_MS / 1000
    qtbot.wait(PAUSE_MS + 100)
    assert len(store.saved) == 1
