"""Stores what a form says: the form goes once it is stored, or says inside why it was not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject

from ui.errors import words as error_words
from ui.jobs import Lane, Work


class Answered(Protocol):
    """A dialog that waits for an answer."""

    def accept(self) -> None:
        """It was stored."""

    def failed(self, words: str) -> None:
        """Why it was not."""


def store_with(
    lane: Lane,
    form: Answered,
    call: Callable[[], Any],
    done: Callable[[Any], object],
    words: Callable[[Exception], str] = error_words,
) -> None:
    """Call on the lane; the form goes before ``done`` gets the answer. ``words`` says what went wrong."""

    def stored(answer: Any) -> None:
        form.accept()
        done(answer)

    lane.run(
        call, owner=cast(QObject, form), done=stored, failed=lambda error: form.failed(words(error)), work=Work.WRITE
    )
