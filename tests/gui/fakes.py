"""A journal without a file: what pages ask for, answered from memory, with faults to order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from journal.errors import NotFound
from journal.export.preview import Leaving
from journal.ids import new_id
from journal.model import (
    AuthorProfile,
    CheckResult,
    Draft,
    Entry,
    Filter,
    Heading,
    Hit,
    JournalFacts,
    KnownName,
    Order,
    Outline,
    Post,
    PostHeading,
    Revision,
    Tag,
)
from journal.own_words import count_words, excerpt
from journal.practice.prompts import Library, Prompt, load_library

NOW = dt.datetime(2026, 11, 22, 20, 41, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 22)


class FakeJournal:
    """Keeps entries in a dict. ``fault`` is raised by the next saves; ``calls`` counts what was asked."""

    def __init__(self, entries: int = 0) -> None:
        self.library: Library = load_library()
        self.entries: dict[UUID, Entry] = {}
        self.known: dict[UUID, KnownName] = {}
        self.kept_posts: dict[UUID, Post] = {}
        self.profile = AuthorProfile()
        self.fault: Exception | None = None
        self.check = CheckResult(ok=True)
        self.cleared: list[str] = []
        self.saved: list[Draft] = []
        self.finished: list[UUID] = []
        self.earlier: dict[UUID, list[Revision]] = {}
        self.asked: list[str] = []
        self.windows: list[int] = []
        self.many = entries
        self.outlined = 0

    # entries
    def save_draft(self, draft: Draft) -> Entry:
        if self.fault is not None:
            raise self.fault
        self.saved.append(draft)
        entry_id = draft.id or new_id()
        entry = Entry(
            id=entry_id,
            revision=new_id(),
            kind=draft.kind,
            title=draft.title,
            body=draft.body,
            day=draft.day,
            written_at=NOW,
            changed_at=NOW,
            tags=draft.tags,
            star=draft.star,
            people=draft.people,
            ratings=draft.ratings,
            prompts=draft.prompts,
            agenda=draft.agenda,
        )
        self.entries[entry_id] = entry
        return entry

    def finish_entry(self, entry_id: UUID) -> None:
        self.finished.append(entry_id)

    def entry(self, entry_id: UUID) -> Entry:
        if entry_id not in self.entries:
            raise NotFound(what="entry")
        return self.entries[entry_id]

    def trash(self, entry_id: UUID) -> None:
        self.entries.pop(entry_id)

    def untrash(self, entry_id: UUID) -> None:
        self.asked.append("untrash")

    def delete_for_good(self, entry_id: UUID) -> None:
        self.entries.pop(entry_id)

    def revisions(self, entry_id: UUID) -> Sequence[Revision]:
        return tuple(reversed(self.earlier.get(entry_id, [])))

    def restore_revision(self, revision_id: UUID) -> Entry:
        for entry_id, revisions in self.earlier.items():
            for revision in revisions:
                if revision.id == revision_id:
                    self.add_revision(entry_id, self.entries[entry_id].title, self.entries[entry_id].body)
                    found = self.entries[entry_id].draft()
                    return self.save_draft(replace(found, title=revision.title, body=revision.body))
        raise NotFound(what="revision")

    def tags(self) -> Sequence[Tag]:
        return (Tag("endings", 2), Tag("goals", 1))

    # lists
    def count(self, wanted: Filter) -> int:
        return self.many or len(self.headings(wanted))

    def outline(self, wanted: Filter, entry_id: UUID | None = None) -> Outline:
        self.outlined += 1
        months: dict[tuple[int, int], int] = {}
        if self.many:
            for at in range(0, self.many, 10):
                month = numbered(at).day.year, numbered(at).day.month
                months[month] = months.get(month, 0) + min(10, self.many - at)
            place = None if entry_id is None else entry_id.int - 1
            return Outline(tuple((year, month, count) for (year, month), count in months.items()), place)
        headings = self.headings(wanted)
        for heading in headings:
            month = heading.day.year, heading.day.month
            months[month] = months.get(month, 0) + 1
        place = next((at for at, heading in enumerate(headings) if heading.id == entry_id), None)
        return Outline(tuple((year, month, count) for (year, month), count in months.items()), place)

    def window(self, wanted: Filter, offset: int, limit: int) -> Sequence[Heading]:
        self.windows.append(offset)
        if self.many:
            return [numbered(at) for at in range(offset, min(self.many, offset + limit))]
        return self.headings(wanted)[offset : offset + limit]

    def search(self, query: str, wanted: Filter, order: Order, limit: int, offset: int = 0) -> Sequence[Hit]:
        self.asked.append(query)
        found = []
        for heading in self.headings(wanted):
            at = heading.excerpt.find(query)
            if at >= 0:
                found.append(Hit(heading, heading.excerpt, ((at, at + len(query)),)))
        return found[offset : offset + limit]

    def headings(self, wanted: Filter | None = None) -> list[Heading]:
        wanted = wanted or Filter()
        return [
            Heading(
                entry.id,
                entry.kind,
                entry.title,
                excerpt(entry.body),
                entry.day,
                entry.written_at,
                entry.star,
                count_words(entry.body),
            )
            for entry in sorted(self.entries.values(), key=lambda one: one.day, reverse=True)
            if (not wanted.kinds or entry.kind in wanted.kinds)
            and (wanted.star is None or entry.star is wanted.star)
            and (not wanted.tags or set(wanted.tags) <= set(entry.tags))
            and not wanted.trashed
        ]

    # prompts
    def prompt(
        self, kind: str, condition: str | None = None, depth: str | None = None, but_not: Sequence[str] = ()
    ) -> Prompt:
        for prompt in self.library.prompts:
            if (
                prompt.kind == kind
                and prompt.id not in but_not
                and (condition is None or condition in prompt.conditions)
                and (depth is None or prompt.depth == depth)
            ):
                self.asked.append(prompt.id)
                return prompt
        raise NotFound(what="prompt")

    # register, author
    def names(self) -> Sequence[KnownName]:
        return tuple(self.known.values())

    def save_name(self, name: KnownName) -> KnownName:
        if self.fault is not None:
            raise self.fault
        self.known[name.id] = name
        return name

    def remove_name(self, name_id: UUID) -> None:
        del self.known[name_id]

    def author(self) -> AuthorProfile:
        return self.profile

    def set_author(self, profile: AuthorProfile) -> None:
        self.profile = profile

    # posts
    def posts(self) -> Sequence[PostHeading]:
        return tuple(
            PostHeading(post.id, post.base[slice(*post.span(post.parts[0][0]))], NOW, NOW, len(post.exports))
            for post in self.kept_posts.values()
        )

    def post(self, post_id: UUID) -> Post:
        return self.kept_posts[post_id]

    def save_post(self, post: Post) -> Post:
        if self.fault is not None:
            raise self.fault
        self.kept_posts[post.id] = post
        return post

    def delete_post(self, post_id: UUID) -> None:
        del self.kept_posts[post_id]

    # keys, backups
    def facts(self) -> JournalFacts:
        return JournalFacts(entries=len(self.entries), last_backup_at=NOW)

    def change_passphrase(self, old: str, new: str) -> None:
        if self.fault is not None:
            raise self.fault
        self.asked.append("changed")

    def recovery_words(self, passphrase: str) -> Sequence[str]:
        if self.fault is not None:
            raise self.fault
        return tuple(f"word{number}" for number in range(11))

    def new_key(self, passphrase: str, backups: Path) -> Sequence[str]:
        if self.fault is not None:
            raise self.fault
        self.asked.append("new key")
        return tuple(f"fresh{number}" for number in range(11))

    def verify(self) -> CheckResult:
        if self.fault is not None:
            raise self.fault
        self.asked.append("verified")
        return self.check

    def never_flagged(self) -> Sequence[str]:
        return tuple(self.cleared)

    def flag_again(self, word: str) -> None:
        self.cleared.remove(word)

    def back_up(self, folder: Path) -> Any:
        self.asked.append("backed up")

    def knowledge(self) -> Any:
        raise NotImplementedError  # the review is tried with a real journal

    # builders
    def add_revision(self, entry_id: UUID, title: str, body: str) -> UUID:
        """An earlier text of an entry, and its id."""
        made = Revision(new_id(), entry_id, (), UUID(int=0), NOW, title, body)
        self.earlier.setdefault(entry_id, []).append(made)
        return made.id

    def add(self, title: str = "A title", body: str = "A body.", days_ago: int = 0, **more: Any) -> UUID:
        """One entry, and its id."""
        fields: dict[str, Any] = {"kind": "free", "day": DAY - dt.timedelta(days=days_ago), **more}
        entry = self.save_draft(Draft(id=None, title=title, body=body, **fields))
        self.saved.clear()
        return entry.id


def numbered(at: int) -> Heading:
    """The heading of row ``at`` of a long list."""
    day = DAY - dt.timedelta(days=at // 10)
    return Heading(UUID(int=at + 1), "free", f"Entry {at}", "Some words of it.", day, NOW)


#: What a last page shows of a small post.
LEAVING = Leaving(
    page="<h1>What the clock does</h1>\n<p>First <em>thoughts</em>.</p>\n",
    texts={"md": "---\ntitle: x\n---\n\nFirst *thoughts*.\n", "html": "<!DOCTYPE html>", "txt": "First thoughts.\n"},
    kept=(),
    changed=4,
    words=2,
    minutes=1,
)
