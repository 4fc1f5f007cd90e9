"""The parts of a post as they lie in its base: put together, read with the changes applied, chosen anew.

A post's body and title are copied from entries; category, tags, byline, closing notes and where to find help are
chosen. All of them lie in the base, so that the same scan and the same decisions pass over each.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from journal.anonymise.changes import applied
from journal.anonymise.reviewed import DraftText
from journal.model import Change, Part, Post, Reason

#: The order of parts in a base.
ORDER = (Part.TITLE, Part.CATEGORY, Part.TAGS, Part.BODY, Part.BYLINE, Part.NOTES, Part.HELP)
#: Those that every post has, if only as an empty stretch.
_ALWAYS = frozenset({Part.TITLE, Part.TAGS, Part.BODY, Part.BYLINE})
#: The text between two parts of a base; it belongs to none.
_GAP = "\n\n"
_TAG_GAP = ", "

Places = tuple[tuple[Part, int, int], ...]


def new_base(
    title: str, tags: Iterable[str], body: str, byline: str, *, category: str = "", notes: str = "", help: str = ""
) -> tuple[str, Places]:
    """The text of a new post and where each part lies in it, in ``ORDER``."""
    return _put_together(
        {
            Part.TITLE: title,
            Part.CATEGORY: category,
            Part.TAGS: joined_tags(tags),
            Part.BODY: body,
            Part.BYLINE: byline,
            Part.NOTES: notes,
            Part.HELP: help,
        }
    )


def draft_of(post: Post) -> DraftText:
    """The post as a reader would see it, with its changes applied."""
    pieces = {part: part_text(post, part) for part, _, _ in post.parts}
    return DraftText(
        title=pieces.get(Part.TITLE, ""),
        tags=split_tags(pieces.get(Part.TAGS, "")),
        body=pieces.get(Part.BODY, ""),
        byline=pieces.get(Part.BYLINE, ""),
        category=pieces.get(Part.CATEGORY, ""),
        notes=pieces.get(Part.NOTES, ""),
        help=pieces.get(Part.HELP, ""),
    )


def part_text(post: Post, part: Part) -> str:
    """A part with its changes applied. What is typed at the edge of an empty part belongs to its neighbour."""
    start, end = post.span(part)
    return "" if start == end else applied(post.base, post.changes, start, end)


def with_part(post: Post, part: Part, text: str) -> Post:
    """The post with other words for one part, all decisions elsewhere in their place.

    What was decided about the part's former words goes with them: the new ones are to be scanned like any text. A part
    that reads so already is left as it is.
    """
    if part_text(post, part) == text:
        return post
    spans = {name: (start, end) for name, start, end in post.parts}
    texts = {name: post.base[start:end] for name, (start, end) in spans.items()}
    texts[part] = text
    base, parts = _put_together(texts)
    moved = []
    for name, start, _ in parts:
        old_start, old_end = spans.get(name, (0, 0))
        if name is not part and old_start < old_end:
            moved += [
                dataclasses.replace(change, start=change.start + start - old_start, end=change.end + start - old_start)
                for change in post.changes
                if old_start <= change.start and change.end <= old_end
            ]
    return dataclasses.replace(post, base=base, parts=parts, changes=tuple(moved))


def joined_tags(tags: Iterable[str]) -> str:
    """Tags as they lie in a base."""
    return _TAG_GAP.join(tags)


def split_tags(text: str) -> tuple[str, ...]:
    """The tags in a part's text; empty ones are none."""
    return tuple(tag for tag in (tag.strip() for tag in text.split(_TAG_GAP.strip())) if tag)


def details_were_changed(post: Post) -> bool:
    """Whether other words stand for a detail, so that "Details have been changed." is true."""
    return any(_other_words(post, change) for change in post.changes)


def drawn_from_several(post: Post) -> bool:
    """Whether the writer made a composite of something, so that "Drawn from several people." is true."""
    return any(change.treatment == "composite" and _other_words(post, change) for change in post.changes)


def _other_words(post: Post, change: Change) -> bool:
    decided = change.reason in (Reason.ACCEPTED, Reason.WORDED)
    return decided and bool(change.new_text.strip()) and change.new_text != post.base[change.start : change.end]


def _put_together(texts: dict[Part, str]) -> tuple[str, Places]:
    base = ""
    parts = []
    for part in ORDER:
        text = texts.get(part, "")
        if not text and part not in _ALWAYS:
            continue
        if base and text:
            base += _GAP
        parts.append((part, len(base), len(base) + len(text)))
        base += text
    return base, tuple(parts)
