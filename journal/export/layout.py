"""The order of a finished post, the same in every format: tags, title, text, byline, references."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from journal.anonymise.review import ReviewedPost
from journal.anonymise.segments import Zone, document_of

# "Author: Name withheld for protection" is the convention of the field's blogs; these words say that nobody is named.
_WITHHELD = re.compile(r"\b(?:withheld|anonymous|anonymised)\b", re.IGNORECASE)
_BY = re.compile(r"^\s*(?:(?:author|byline|(?:written |posted )?by)\s*:|by\b)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a post as a reader meets them; an empty part is left out. Line ends are ``\\n`` alone.

    ``prose`` and ``references`` are the body, in Markdown, divided where its list of references begins; ``author`` is
    the name that the byline gives, empty where it gives none.
    """

    title: str = field(repr=False)
    tags: tuple[str, ...] = field(repr=False)
    prose: str = field(repr=False)
    byline: str = field(repr=False)
    references: str = field(repr=False)
    author: str = field(repr=False)

    @property
    def blocks(self) -> tuple[str, ...]:
        """What follows the title, as Markdown blocks in order."""
        return tuple(block for block in (self.prose, self.byline, self.references) if block)


def layout_of(post: ReviewedPost) -> Layout:
    """Puts the byline where blogs of the field have it: after the text and before the references."""
    body = _lines(post.body)
    references = next((s.start for s in document_of(body).segments if s.zone is Zone.REFERENCES), len(body))
    byline = _one_line(post.byline)
    return Layout(
        title=_one_line(post.title),
        tags=tuple(tag for tag in (_one_line(tag) for tag in post.tags) if tag),
        prose=_trimmed(body[:references]),
        byline=byline,
        references=_trimmed(body[references:]),
        author="" if _WITHHELD.search(byline) else _BY.sub("", byline),
    )


def has_byline(text: str) -> bool:
    """Whether a text brings a byline of its own ("Author: …"), so that a post of it needs no second one."""
    return any(segment.zone is Zone.BYLINE for segment in document_of(text).segments)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _trimmed(text: str) -> str:
    """Without empty lines before and white space after; an indent of the first line stays."""
    return re.sub(r"\A(?:[ \t]*\n)+", "", text).rstrip()
