"""Whom each detail is about: the person last spoken of, or somebody who has no name in the text.

The combination rule (specification A4) is about persons, so one client's details are not added to another's.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from journal.anonymise.finding import Finding, Risk

#: The entity of the writer, and of whoever the text begins with and never names.
AUTHOR, FIRST = "author", "unnamed:0"

# Somebody new who is not named: "another client", "my fifth box today", "a woman of sixty", "Second: a surrogate".
_NEWCOMER = re.compile(
    r"(?:\b(?:another|a second|a third|a new|my next|the next|the other|my (?:first|second|third|fourth|fifth|last"
    r"|nine|ten|eleven|twelve|two|three|four) ?o?['’]?(?:clock)?|the last|then a|next,? a) (?:[a-z-]+ ){0,2}"
    r"(?:client|patient|couple|man|woman|boy|girl|lad|referral|person|one|box|slot|family|student|pupil|supervisee|trainee)\b"
    r"|(?:^|[.!?\n]\s*)(?:First|Second|Third|Next|Then)(?:,|:) (?:an?|the)\b)",
    re.MULTILINE | re.IGNORECASE,
)
#: Kin and company of somebody, whose names do not change whom the details are about: "her sister Heena".
_OF_SOMEBODY = re.compile(
    r"\b(?:his|her|their|my|whose) (?:[a-z-]+ ){0,2}(?:mother|father|mum|dad|wife|husband|partner|ex|son|daughter"
    r"|brother|sister|baby|dog|cat|nan|gran|uncle|aunt|friend|boyfriend|girlfriend|manager|supervisor|boss|GP|doctor|teacher"
    r"|twin|child|girl|boy),?[ ]?\(?$",
    re.IGNORECASE,
)
#: How far back such words reach, in code points.
_REACH = 48


def subjects(base: str, findings: Sequence[Finding]) -> tuple[str, ...]:
    """For each finding the entity it is about. Findings are sorted; those of the writer are the writer's."""
    newcomers = [match.start() for match in _NEWCOMER.finditer(base)]
    named = [
        (f.start, f.entity)
        for f in findings
        if f.kind.label == "PERSON"
        and f.risk is Risk.DIRECT
        and not _OF_SOMEBODY.search(base, max(0, f.start - 48), f.start)
    ]
    return tuple(_subject(base, finding, named, newcomers) for finding in findings)


def _subject(base: str, finding: Finding, named: Sequence[tuple[int, str]], newcomers: Sequence[int]) -> str:
    if finding.risk is Risk.AUTHOR:
        return AUTHOR
    if finding.kind.label == "PERSON":
        return finding.entity
    stop = bisect.bisect_right(named, (finding.start, "\U0010ffff"))
    new = bisect.bisect_right(newcomers, finding.start)
    last_new = newcomers[new - 1] if new else -1
    if stop and named[stop - 1][0] >= last_new:
        return named[stop - 1][1]
    if new:
        following = named[stop] if stop < len(named) else None
        # "another client, Tesfay, sixteen": named a moment later
        if following and following[0] - last_new < 60 and "\n" not in base[last_new : following[0]]:
            return following[1]
        return f"unnamed:{new}"
    following = named[stop] if stop < len(named) else None
    paragraph = base.find("\n\n", finding.start)
    inside = following is not None and (paragraph < 0 or following[0] < paragraph)
    return following[1] if following is not None and inside else FIRST
