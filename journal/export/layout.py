"""The order of a finished post, the same in every format: labels, title, text, byline, references, notes, help."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from journal.anonymise.reviewed import ReviewedPost, must_be_reviewed
from journal.anonymise.segments import Zone, document_of
from journal.export.byline import author_in
from journal.model import Post

_BLANK = re.compile(r"^[^\S\n]+$", re.MULTILINE)
# Characters that no reader sees and that say nothing in English: zero-width space, word joiner and the invisible
# operators after it, byte order mark, soft hyphen (Unicode 16.0, general category Cf). A text can be marked by them.
# Joiners, variation selectors and tags stay: emoji are made of them.
_UNSEEN = re.compile("[\u200b\u2060-\u2064\ufeff\u00ad]")
# Where the address of a link begins: CommonMark 0.31.2, 6.3 "Links", the inline kind, its address in brackets or bare.
_TARGET = re.compile(r"\]\([ \t]*<?\Z")
# An ATX heading (CommonMark 0.31.2, 4.2); more marks than one has, for words below it.
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]|\Z)")
_WORDS = 7
# What a browser would follow, or a mail program; as in parser.py.
_ADDRESS = re.compile(r"(?:https?://|mailto:)\S+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """A part with a heading of its own, as Markdown. ``heading`` is plain words, ``typed`` the line as it was typed."""

    heading: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    typed: str = field(default="", repr=False)

    @property
    def markdown(self) -> str:
        """The section as it was typed."""
        return "\n\n".join(piece for piece in (self.typed, self.text) if piece)


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a post as a reader meets them; an empty part is left out. Line ends are ``\\n`` alone.

    ``prose`` and ``references`` are the body, in Markdown, divided where its list of references begins; ``author`` is
    the name that the byline gives, empty where it gives none.
    """

    title: str = field(repr=False)
    category: str = field(repr=False)
    tags: tuple[str, ...] = field(repr=False)
    prose: str = field(repr=False)
    byline: str = field(repr=False)
    references: Section
    notes: str = field(repr=False)
    help: Section
    author: str = field(repr=False)

    @property
    def labels(self) -> tuple[str, ...]:
        """Category and tags, which stand on one line above the title."""
        return (*((self.category,) if self.category else ()), *self.tags)

    @property
    def blocks(self) -> tuple[str, ...]:
        """What follows the title, as Markdown blocks in order, each as it was typed."""
        pieces = (self.prose, self.byline, self.references.markdown, self.notes, self.help.markdown)
        return tuple(piece for piece in pieces if piece)


def layout_of(post: ReviewedPost) -> Layout:
    """Puts the byline where blogs of the field have it: after the text and before the references.

    Raises:
        TypeError: it is no post that a review made (``must_be_reviewed``). Every format begins here.
    """
    must_be_reviewed(post)
    body = _lines(_without_lost_links(post.body, post.post))
    references = next((s.start for s in document_of(body).segments if s.zone is Zone.REFERENCES), len(body))
    byline = _one_line(post.byline)
    return Layout(
        title=_one_line(post.title),
        category=_one_line(post.category),
        tags=tuple(tag for tag in (_one_line(tag) for tag in post.tags) if tag),
        prose=_without_empty_sections(_trimmed(body[:references])),
        byline=byline,
        references=_section(_trimmed(body[references:])),
        notes=_trimmed(_lines(post.notes)),
        help=_section(_trimmed(_lines(post.help))),
        author=author_in(byline),
    )


def has_byline(text: str) -> bool:
    """Whether a text brings a byline of its own ("Author: …"), so that a post of it needs no second one."""
    return any(segment.zone is Zone.BYLINE for segment in document_of(text).segments)


def has_references(text: str) -> bool:
    """Whether a text has a list of references."""
    return any(segment.zone is Zone.REFERENCES for segment in document_of(text).segments)


def _without_lost_links(body: str, post: Post) -> str:
    """The words of a link alone where its address gave way to words: nothing could follow "[a page](a web page)"."""
    lost = {
        change.new_text
        for change in post.changes
        if _TARGET.search(post.base, max(0, change.start - 8), change.start) and not _ADDRESS.match(change.new_text)
    }
    for words in sorted(lost, key=len, reverse=True):
        # an image too, by its description; the title of a link is words that no reader sees
        link = rf"!?\[([^\[\]\n]+)\]\([ \t]*<?{re.escape(words)}>?(?:[ \t]+\"[^\"\n]*\")?[ \t]*\)"
        body = re.sub(link, r"\1", body)
    return body


def _without_empty_sections(text: str) -> str:
    """Without headings that have nothing below them, as a reflective model leaves where one wrote nothing.

    A text of headings alone stays as it is, and so does one with code in it, where a "#" may be none.
    """
    if "```" in text or "~~~" in text:
        return text
    kept: list[str] = []
    below = 0  # what comes next, from the end on: nothing, a heading of so many marks, or words
    for line in reversed(text.split("\n")):
        marks = _HEADING.match(line)
        if marks and below <= len(marks[1]):
            while kept and not kept[-1].strip():
                kept.pop()
            continue
        if line.strip():
            below = len(marks[1]) if marks else _WORDS
        kept.append(line)
    return _trimmed("\n".join(reversed(kept))) or text


def _section(text: str) -> Section:
    typed, _, rest = text.partition("\n")
    # "## **References:**" and "References" are one heading
    return Section(" ".join(typed.strip(" \t#*_:").split()), _trimmed(rest), typed.strip())


def _lines(text: str) -> str:
    """With plain line ends; a line of nothing but spaces, of any kind, is an empty one."""
    return _BLANK.sub("", _UNSEEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n"))


def _one_line(text: str) -> str:
    return " ".join(_UNSEEN.sub("", text).split())


def _trimmed(text: str) -> str:
    """Without empty lines before and white space after; an indent of the first line stays."""
    return re.sub(r"\A(?:[ \t]*\n)+", "", text).rstrip()
