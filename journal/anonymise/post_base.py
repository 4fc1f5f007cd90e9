"""The base of a post: title, tags, text and byline one after another, and what earlier decisions were about."""

from __future__ import annotations

from collections.abc import Iterable

from journal.anonymise.finding import Finding, Kind, Risk
from journal.model import Part, Post

#: The text between two parts of a base; it belongs to none.
_GAP = "\n\n"
TAG_GAP = ", "


def new_base(title: str, tags: Iterable[str], body: str, byline: str) -> tuple[str, tuple[tuple[Part, int, int], ...]]:
    """The text of a new post and where each part lies in it, in the order title, tags, body, byline."""
    texts = ((Part.TITLE, title), (Part.TAGS, TAG_GAP.join(tags)), (Part.BODY, body), (Part.BYLINE, byline))
    base = ""
    parts = []
    for part, text in texts:
        if base and text:
            base += _GAP
        parts.append((part, len(base), len(base) + len(text)))
        base += text
    return base, tuple(parts)


def with_earlier_additions(post: Post, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings, with those brought back that an earlier decision was about and the scan did not find again."""
    back = []
    for change in post.changes:
        known = change.kind in {kind.value for kind in Kind}
        if known and not any(f.start < change.end and change.start < f.end for f in findings):
            kind = Kind(change.kind)
            risk = Risk.AUTHOR if change.kind.startswith("author.") else Risk.QUASI
            back.append(
                Finding(
                    change.start,
                    change.end,
                    kind,
                    risk,
                    1.0,
                    "person",
                    "earlier",
                    treatment=change.treatment or kind.treatment,
                    proposal=change.new_text,
                )
            )
    return tuple(sorted((*findings, *back), key=lambda f: f.start))
