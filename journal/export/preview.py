"""What the last page before a file shows: exactly what would leave, and what is to be known about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from journal.anonymise.reviewed import ReviewedPost
from journal.errors import BadInput, QuestionsUnanswered
from journal.export.care import may_leave, unanswered
from journal.export.html import to_fragment
from journal.export.save import TEXTS
from journal.export.table import to_table
from journal.model import Reason
from journal.practice.checklist import Question

#: Words a minute of silent reading, English non-fiction, adults: Brysbaert, M. (2019) How many words do we read per
#: minute? Journal of Memory and Language 109, 104047 (238, from 190 studies).
WORDS_A_MINUTE = 238


@dataclass(frozen=True, slots=True)
class Leaving:
    """A reviewed post as it would leave.

    ``page`` is the HTML of the article; ``texts`` what a file of each text format holds, letter by letter; ``kept``
    what was looked at and left on purpose, each once; ``unanswered`` every open question, ``held_up`` how many of
    them must be answered first; ``minutes`` the time to read it, at least 1; ``untrue`` a closing note that is not
    true of this post.
    """

    page: str = field(repr=False)
    texts: Mapping[str, str] = field(repr=False)
    kept: tuple[str, ...] = field(repr=False)
    changed: int
    words: int
    minutes: int
    unanswered: tuple[Question, ...] = ()
    held_up: int = 0
    untrue: bool = False


def leaving(post: ReviewedPost, *, table: bool = False) -> Leaving:
    """All that the last page shows of ``post``. It may be shown before the questions are answered: nothing leaves.

    ``table``: it is an account, whose sections are the rows of one.
    """
    texts = {format: make(post) for format, make in TEXTS.items()}
    if table:
        texts["csv"] = to_table(post)
    base = post.post.base
    kept = (base[change.start : change.end] for change in post.post.changes if change.reason is Reason.KEPT)
    words = sum(any(ch.isalnum() for ch in word) for word in texts["txt"].split())
    held_up, untrue = _held_up(post)
    return Leaving(
        page=to_fragment(post),
        texts=texts,
        kept=tuple(dict.fromkeys(kept)),
        changed=post.decided,
        words=words,
        minutes=max(1, round(words / WORDS_A_MINUTE)),
        unanswered=unanswered(post),
        held_up=held_up,
        untrue=untrue,
    )


def _held_up(post: ReviewedPost) -> tuple[int, bool]:
    try:
        may_leave(post)
    except QuestionsUnanswered as error:
        return int(error.facts.get("count", 0)), False
    except BadInput:
        return 0, True
    return 0, False
