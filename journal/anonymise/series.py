"""What a post and those exported before it give away in sum: risk adds up across a series (A3, ``author.series``).

Each post may be quiet by itself, and place, year and role still meet across three of them; and a turn of phrase that
comes back in every post is a signature.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from journal.anonymise.finding import Finding, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.names import fold
from journal.anonymise.risk import Concern, concerns
from journal.anonymise.scan import scan
from journal.anonymise.segments import Zone, document_of
from journal.model import Part

#: Words to a phrase that is looked for; longer ones are grown from these.
_LEAST, _MOST = 3, 8
#: Phrases that are shown: the longest first.
_SHOWN = 8
#: Words that carry no style by themselves (a small list of closed-class words).
_CLOSED = (
    "a about after all also am an and any are as at be because been before being but by can could did do does doing"
    " down for from had has have having he her here him his how i if in into is it its just me more most my no nor not"
    " now of off on once only or other our out over own same she should so some such than that the their them then"
    " there these they this those through to too under until up us very was we were what when where which while who"
    " why will with would you your"
    # and those that are in nearly every sentence about anything
    " one two thing things get got go going went said say like really much many way time day know think see make made"
)
_SMALL = frozenset(_CLOSED.split())
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_BREAK = re.compile(r"[.!?;:()\n\"“”]")


@dataclass(frozen=True, slots=True)
class EarlierPost:
    """What left the journal before: the text as it was shown, title and all."""

    id: UUID
    title: str = field(repr=False)
    text: str = field(repr=False)


#: What each earlier post still says.
Said = Sequence[tuple[EarlierPost, Sequence[Finding]]]


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail that an earlier post says. ``here``: this post says it too, so it ties the two together."""

    label: str
    risk: Risk
    surface: str = field(repr=False)
    here: bool
    posts: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Series:
    """``together`` are the concerns that this post raises only in the company of the earlier ones."""

    posts: int
    details: tuple[Detail, ...] = ()
    together: tuple[Concern, ...] = ()
    phrases: tuple[tuple[str, int], ...] = field(default=(), repr=False)


def said_before(earlier: Iterable[EarlierPost], knowledge: Knowledge) -> Said:
    """What each earlier post still says; takes as long as their scans."""
    found = []
    for post in earlier:
        seen = scan(post.text, ((Part.BODY, 0, len(post.text)),), knowledge, lambda options: options[0])
        found.append((post, tuple(finding for finding in seen.findings if finding.risk is not Risk.KEEP)))
    return tuple(found)


def in_sum(
    text: str,
    standing: Sequence[tuple[Finding, str]],
    earlier: Said,
    knowledge: Knowledge,
) -> Series:
    """The series with ``text``, of which ``standing`` is still said (a finding with its words)."""
    if not earlier:
        return Series(0)
    here = {fold(surface) for _, surface in standing}
    said: dict[tuple[str, str], tuple[Finding, str, list[str]]] = {}
    for post, findings in earlier:
        for finding in findings:
            surface = post.text[finding.start : finding.end]
            kept = said.setdefault((finding.kind.label, fold(surface)), (finding, surface, []))
            if post.title not in kept[2]:
                kept[2].append(post.title)
    details = tuple(
        Detail(label, finding.risk, surface, folded in here, tuple(posts))
        for (label, folded), (finding, surface, posts) in said.items()
    )
    own = [finding for finding, _ in standing]
    alone = {(concern.reason, concern.who) for concern in concerns(own)}
    summed = concerns([*own, *(finding for finding, _, _ in said.values())]) if own else ()
    together = tuple(one for one in summed if (one.reason, one.who) not in alone and one.level.value != "note")
    return Series(
        len(earlier),
        tuple(sorted(details, key=lambda detail: (not detail.here, detail.label, detail.surface))),
        together,
        recurring(text, [post.text for post, _ in earlier], knowledge),
    )


def recurring(text: str, earlier: Sequence[str], knowledge: Knowledge) -> tuple[tuple[str, int], ...]:
    """Distinctive turns of phrase of ``text`` that earlier posts have too, with how many; the longest first."""
    before = [_grams(other) for other in earlier]
    mine = _grams(text)
    common = knowledge.lists.common_words
    found: dict[tuple[str, ...], int] = {}
    for gram in sorted(mine, key=len, reverse=True):
        posts = sum(gram in grams for grams in before)
        if posts and _distinctive(gram, common) and not any(_within(gram, longer) for longer in found):
            found[gram] = posts
    return tuple((mine[gram], posts) for gram, posts in list(found.items())[:_SHOWN])


def _grams(text: str) -> Mapping[tuple[str, ...], str]:
    """Every phrase of a text, folded, as it is first written; none crosses a stop or lies in references or byline."""
    document = document_of(text)
    grams: dict[tuple[str, ...], str] = {}
    start = 0
    for stop in [*(m.start() for m in _BREAK.finditer(text)), len(text)]:
        if start < stop and document.zone_at(start) not in (Zone.REFERENCES, Zone.BYLINE):
            words = list(_WORD.finditer(text, start, stop))
            for at in range(len(words)):
                for size in (1, *range(_LEAST, _MOST + 1)):
                    if at + size <= len(words):
                        gram = tuple(word.group().lower().replace("’", "'") for word in words[at : at + size])
                        grams.setdefault(gram, text[words[at].start() : words[at + size - 1].end()])
        start = stop + 1
    return grams


def _distinctive(gram: tuple[str, ...], common: frozenset[str]) -> bool:
    unusual = [word for word in gram if len(word) > 3 and word not in common and word not in _SMALL]
    if len(gram) == 1:
        return bool(unusual) and bool(common) and len(gram[0]) > 5
    telling = [word for word in gram if word not in _SMALL]
    if gram[0] in _SMALL and gram[-1] in _SMALL and len(telling) < 3:
        return False
    return bool(unusual) or len(telling) >= 3 or (len(gram) >= 5 and len(telling) >= 2)


def _within(gram: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    size = len(gram)
    return any(longer[at : at + size] == gram for at in range(len(longer) - size + 1))
