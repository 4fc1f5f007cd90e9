"""A post taken up: of the one asked for last, with what the series gives away as it stands now."""

from __future__ import annotations

import dataclasses
import uuid
from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from journal.anonymise.series import EarlierPost, Series
from journal.model import Post
from tests.unit.anonymise.builders import knowledge_of, post_of, review_of
from ui.jobs import Lane
from ui.review.risk_panel import RiskPanel
from ui.review.taking_up import TakingUp
from ui.theme import Look

Settle = Callable[[], None]
BEFORE = EarlierPost(UUID(int=9), "Before", "I met her in Kendal in 2015.")


class Posts:
    """Two posts, and one that left the journal before."""

    def __init__(self, *bodies: str) -> None:
        self.posts = {(id := uuid.uuid5(uuid.NAMESPACE_DNS, body)): _with_id(post_of(body), id) for body in bodies}
        self.saved: list[Post] = []

    def post(self, post_id: UUID) -> Post:
        return self.posts[post_id]

    def knowledge(self) -> Any:
        return knowledge_of()

    def source_changes(self, post: Post) -> tuple[Any, ...]:
        del post
        return ()

    def earlier_posts(self, but_not: UUID) -> tuple[EarlierPost, ...]:
        del but_not
        return (BEFORE,)

    def save_post(self, post: Post) -> Post:
        self.saved.append(post)
        return post


def _with_id(post: Post, id: UUID) -> Post:
    return dataclasses.replace(post, id=id)


def test_the_series_is_summed_with_what_stands_now(qtbot: QtBot, lane: Lane, settle: Settle) -> None:
    store = Posts("I saw her in Kendal.")
    owner = QObject()
    taking = TakingUp(store, lane, lane, owner)  # type: ignore[arg-type]
    begun: list[Any] = []
    summed: list[Series] = []
    taking.begun.connect(begun.append)
    taking.summed.connect(summed.append)
    taking.open(next(iter(store.posts)))
    qtbot.waitUntil(lambda: len(summed) == 1, timeout=20_000)
    assert [detail.surface for detail in summed[0].details if detail.here] == ["Kendal"]
    begun[0].accept_all()
    taking.sum_up()
    qtbot.waitUntil(lambda: len(summed) == 2, timeout=20_000)
    assert not [detail for detail in summed[1].details if detail.here], "it was replaced meanwhile"
    taking.drop()
    taking.sum_up()
    settle()
    assert len(summed) == 2
    owner.deleteLater()


def test_an_answer_about_the_post_before_is_dropped(qtbot: QtBot, lane: Lane, settle: Settle) -> None:
    store = Posts("I saw her in Kendal.", "It rained.")
    owner = QObject()
    taking = TakingUp(store, lane, lane, owner)  # type: ignore[arg-type]
    begun: list[Any] = []
    taking.begun.connect(begun.append)
    first, second = store.posts
    taking.open(first)
    taking.open(second)
    qtbot.waitUntil(lambda: bool(begun), timeout=20_000)
    settle()
    assert [review.post.id for review in begun] == [second]
    owner.deleteLater()


def test_a_change_of_the_source_is_stored_before_the_post_is_taken_up_anew(
    qtbot: QtBot, lane: Lane, settle: Settle
) -> None:
    store = Posts("It rained.")
    owner = QObject()
    taking = TakingUp(store, lane, lane, owner)  # type: ignore[arg-type]
    settled: list[UUID] = []
    taking.settled.connect(settled.append)
    review = review_of("It rained.")
    taking.settle(review, lambda post, _change: post, None)
    settle()
    assert settled == [review.post.id]
    assert store.saved == [review.post]
    owner.deleteLater()


def test_the_panel_asks_for_a_new_sum_once_for_each_step(qtbot: QtBot, look: Look) -> None:
    panel = RiskPanel(look)
    qtbot.addWidget(panel)
    asked: list[bool] = []
    panel.series_wanted.connect(lambda: asked.append(True))
    review = review_of("I saw Rebecca in Kendal on 3 March.")
    panel.refresh(review)
    assert not asked, "nothing to sum yet"
    panel.show_series(Series(1))
    panel.refresh(review)
    panel.show_series(Series(1))
    panel.refresh(review)
    assert len(asked) == 1
    review.accept_all()
    panel.refresh(review)
    panel.show_series(Series(1))
    panel.refresh(review)
    assert len(asked) == 2
