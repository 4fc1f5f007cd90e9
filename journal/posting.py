"""A new post from entries. Apart from ``open_journal`` because the anonymiser takes longer to import than unlocking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from journal.anonymise.parts import draft_of, new_base
from journal.anonymise.series import EarlierPost
from journal.anonymise.source_changes import WEAVE, SourceChange, compared, copied
from journal.errors import BadInput, NotFound
from journal.export.layout import has_byline
from journal.ids import new_id
from journal.model import CameBack, Entry, Post, Revision, Source
from journal.practice_model import AgendaItem
from journal.store.posts import Posts

#: The byline of a new post ("Conventions of a blog draft"): the writer is protected unless they choose otherwise.
BYLINE = "Author: Name withheld for protection"


def new_post(
    entries: Sequence[Entry],
    title: str | None,
    byline: str | None,
    made_at: dt.datetime,
    selections: Mapping[UUID, tuple[int, int]] | None = None,
) -> Post:
    """A post copied from ``entries`` (at least one), in this order; ``None`` gives the first entry's title, and a
    withheld name.

    ``selections`` are the stretches to copy, by entry; the others are copied whole. A text that ends with its own
    byline gets no second one.
    """
    spans = [(selections or {}).get(entry.id, (0, len(entry.body))) for entry in entries]
    texts = [entry.body[start:end] for entry, (start, end) in zip(entries, spans, strict=True)]
    body = WEAVE.join(texts)
    if byline is None:
        byline = "" if has_byline(body) else BYLINE
    base, parts = new_base(entries[0].title if title is None else title, (), body, byline)
    sources = tuple(
        Source(entry.id, entry.revision, start, start + len(text))
        for entry, (start, _), text in zip(entries, spans, texts, strict=True)
    )
    return Post(new_id(), sources, base, parts, created_at=made_at)


def heard_post(entry: Entry, item: AgendaItem, answer: CameBack, made_at: dt.datetime, *, whole: bool) -> Post:
    """A post of an entry and of the answer to a matter that was brought from it: ``whole``, or its flagged words alone.

    The answer is a source beside the entry, under the matter's id: a later change of either is noticed.

    Raises:
        BadInput: nothing came back yet, or the flagged words are no longer in the entry.
    """
    if item.id is None or not answer.text:
        raise BadInput(what="text", reason="empty")
    span = (0, len(entry.body))
    if not whole:
        # the flag follows the words while one writes; where it does not lie on them, they may stand elsewhere
        there = entry.body[item.start : item.end] == item.anchor
        start = item.start if there else entry.body.find(item.anchor)
        if start < 0 or not item.anchor:
            raise BadInput(what="words", reason="not_there")
        span = (start, start + len(item.anchor))
    text = entry.body[slice(*span)]
    body = WEAVE.join((text, answer.text))
    base, parts = new_base(entry.title, (), body, "" if has_byline(body) else BYLINE)
    sources = (
        Source(entry.id, entry.revision, *span),
        Source(item.id, answer.revision, 0, len(answer.text)),
    )
    return Post(new_id(), sources, base, parts, created_at=made_at)


def source_changes(
    post: Post,
    entry: Callable[[UUID], Entry],
    revisions: Callable[[UUID], Iterable[Revision]],
    came_back: Callable[[UUID], CameBack],
) -> tuple[SourceChange, ...]:
    """What changed since in what a post was copied from, entries and answers; nothing for what reads as it did."""
    found: list[SourceChange] = []
    for at, source in enumerate(post.sources):
        try:
            now = entry(source.entry_id)
        except NotFound:
            found += _answer_changes(post, at, source.entry_id, came_back)
            continue
        if now.revision != source.revision:
            whole = _is_whole(post, at, revisions(source.entry_id))
            change = compared(post, at, now.revision, now.body, whole=whole)
            if change.paragraphs or change.gone:
                found.append(change)
    return tuple(found)


def _is_whole(post: Post, at: int, earlier: Iterable[Revision]) -> bool:
    """Whether the whole entry was copied: as it was in the revision last seen, or in one before.

    A change that was left alone moves the revision and not the copy, which is an earlier text of the entry then.
    """
    source, places, earlier = post.sources[at], copied(post), tuple(earlier)
    if source.start:
        return False
    was = post.base[slice(*places[at])] if places else None
    length = next((len(one.body) for one in earlier if one.id == source.revision), source.end)
    return source.end == length or any(one.body == was for one in earlier)


def _answer_changes(
    post: Post, at: int, source_id: UUID, came_back: Callable[[UUID], CameBack]
) -> Iterable[SourceChange]:
    """As ``source_changes`` for a source that is no entry (any more): an answer, or nothing that is still there."""
    try:
        now = came_back(source_id)
    except NotFound:
        return (SourceChange(at, source_id, None, "", gone=True),)
    if now.revision == post.sources[at].revision:
        return ()
    change = replace(compared(post, at, now.revision, now.text), heard=True)
    return (change,) if change.paragraphs or change.gone else ()


def earlier_posts(posts: Posts, but_not: UUID) -> tuple[EarlierPost, ...]:
    """The posts that left the journal before, as they read now, without the one that is being reviewed."""
    kept = [posts.get(heading.id) for heading in posts.list() if heading.exports and heading.id != but_not]
    return tuple(_as_shown(post) for post in kept)


def _as_shown(post: Post) -> EarlierPost:
    draft = draft_of(post)
    return EarlierPost(post.id, draft.title, f"{draft.title}\n\n{draft.body}")
