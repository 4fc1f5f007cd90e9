"""An entry changed since a post was copied from it: which paragraphs, and the post with the change taken over.

Decisions about words that stand in both texts stay in their places; those about words that are gone go with them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from uuid import UUID

from journal.model import Part, Post

#: What stands between two entries woven into one post.
WEAVE = "\n\n"


@dataclass(frozen=True, slots=True)
class ChangedParagraph:
    """``was`` in the post's base, at code point ``start`` of it, and ``now`` in the entry; one of them may be empty."""

    start: int
    was: str = field(repr=False)
    now: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SourceChange:
    """What changed in the entry of ``sources[at]``. ``text`` is what would be copied today.

    ``gone``: the entry, or all of what was copied from it, is no longer there. ``heard``: it is no entry but what came
    back from supervision, and ``entry_id`` the matter's.
    """

    at: int
    entry_id: UUID
    revision: UUID | None
    text: str = field(repr=False)
    start: int = 0
    paragraphs: tuple[ChangedParagraph, ...] = ()
    gone: bool = False
    heard: bool = False


def copied(post: Post) -> tuple[tuple[int, int], ...]:
    """Where in the base each source's text lies; empty where the body is not what was copied."""
    start, end = post.span(Part.BODY)
    places = []
    at = start
    for source in post.sources:
        places.append((at, at + source.end - source.start))
        at += source.end - source.start + len(WEAVE)
    return tuple(places) if places and places[-1][1] == end else ()


def compared(post: Post, at: int, revision: UUID, body: str, *, whole: bool = True) -> SourceChange:
    """What changed between what was copied from ``sources[at]`` and the entry's ``body`` of today.

    ``whole``: the whole entry was copied, so that what was added since belongs to it.
    """
    places = copied(post)
    source = post.sources[at]
    if not places:
        return SourceChange(at, source.entry_id, revision, "", gone=True)
    start, end = places[at]
    was = post.base[start:end]
    first, now = (0, body) if whole else _today(was, body)
    paragraphs = []
    for one, lines, others in _differing(was, now):
        paragraphs.append(ChangedParagraph(start + one, "\n".join(lines).strip(), "\n".join(others).strip()))
    shown = tuple(paragraph for paragraph in paragraphs if paragraph.was or paragraph.now)
    return SourceChange(at, source.entry_id, revision, now, first, shown, gone=not now)


def taken_over(post: Post, change: SourceChange) -> Post:
    """The post with the entry's text of today in its base."""
    places = copied(post)
    if change.revision is None or not places:
        return post
    start, end = places[change.at]
    was, now = post.base[start:end], change.text
    moved = _moves(was, now)
    longer = len(now) - len(was)
    changes = []
    for one in post.changes:
        if one.end <= start and one.start < start:
            changes.append(one)
        elif one.start >= end and one.end > end:
            changes.append(dataclasses.replace(one, start=one.start + longer, end=one.end + longer))
        else:
            for low, high, shift in moved:
                if low <= one.start - start and one.end - start <= high:
                    changes.append(dataclasses.replace(one, start=one.start + shift, end=one.end + shift))
                    break
    parts = tuple(
        (part, first + (longer if first >= end else 0), last + (longer if last >= end else 0))
        for part, first, last in post.parts
    )
    return dataclasses.replace(
        _noted(post, change),
        base=post.base[:start] + now + post.base[end:],
        parts=parts,
        changes=tuple(changes),
    )


def left_as_it_is(post: Post, change: SourceChange) -> Post:
    """The post as it is, with the entry's change known and not asked about again."""
    if change.revision is None:
        return post
    sources = list(post.sources)
    sources[change.at] = dataclasses.replace(sources[change.at], revision=change.revision)
    return dataclasses.replace(post, sources=tuple(sources))


def _noted(post: Post, change: SourceChange) -> Post:
    known = left_as_it_is(post, change)
    sources = list(known.sources)
    end = change.start + len(change.text)
    sources[change.at] = dataclasses.replace(sources[change.at], start=change.start, end=end)
    return dataclasses.replace(known, sources=tuple(sources))


def _today(was: str, body: str) -> tuple[int, str]:
    """What was copied of an entry, as the entry has it today, and where: between what is left of its lines."""
    if was in body:
        return body.index(was), was
    lines = [line for line in was.split("\n") if line.strip() and line in body]
    if not lines:
        return 0, ""
    first, last = body.index(lines[0]), body.rindex(lines[-1]) + len(lines[-1])
    return first, body[first:last]


def _differing(was: str, now: str) -> list[tuple[int, list[str], list[str]]]:
    """The runs of lines that differ, with the place of each in the old text."""
    old, new = was.split("\n"), now.split("\n")
    runs = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            runs.append((_at(old, i), old[i:j], new[k:m]))
    return runs


def _at(lines: Sequence[str], number: int) -> int:
    return sum(len(line) + 1 for line in lines[:number])


def _moves(was: str, now: str) -> list[tuple[int, int, int]]:
    """Stretches of the old text that stand in the new one, each with its shift."""
    old, new = was.split("\n"), now.split("\n")
    moves = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        start, other = _at(old, i), _at(new, k)
        if tag == "equal":
            moves.append((start, _at(old, j) - 1, other - start))
        elif tag == "replace" and j - i == m - k:
            for one, two in zip(old[i:j], new[k:m], strict=True):
                moves += [
                    (start + a, start + a + size, other + b - start - a)
                    for a, b, size in SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
                    if size
                ]
                start, other = start + len(one) + 1, other + len(two) + 1
    return moves
