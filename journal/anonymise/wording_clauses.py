"""Words for details that are told by a verb or a whole clause: "grew up in care", "her flat burned down".

A predicate stays a predicate, in its tense; a clause keeps a subject; what follows "is" or "was" can follow it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.grammar import Spot

_IRREGULAR = (
    "lost grew drove won gave sold built fell found swam rode ran went was were had did bought burnt spoke set "
    "hit bit stood kept "
    "left came fled got rose sank sailed rowed walked cut dug flew fought held threw put taught drew swept shot "
    "slept spent hid met "
    "saw took told wore woke wept wrote spat stole struck swore tore hanged hung dealt broke blew began became"
)
_PAST = re.compile(rf"(?:{'|'.join(_IRREGULAR.split())}|[a-z]+ed)\b")
_PRESENT = re.compile(r"(?:has|is|does|goes|(?!(?:his|this|its|as|us)\b)[a-z]{2,}[^s\W]s)\b(?= )")
_PARTICIPLE = re.compile(
    r"(?:awaiting|facing|due for|up for|on|in|held|kept|taken|charged|rescued|airlifted|winched|struck|bitten"
    r"|mauled|gored|kicked|thrown"
    r"|deaf|blind|estranged|raised|brought|born|left|found|nominated|shortlisted|doing|serving|inside|[a-z]+ing|[a-z]+ed)\b"
)
_CLAUSE = re.compile(
    r"(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Mm]y|[Aa]) [\w'’ ]+? (?:is|was|were|works?|worked|cleans|teaches|taught"
    r"|runs|sits"
    r"|sits|volunteers|lives|burn(?:t|ed)|flooded|blew|went|fell|sank|died|left|walked|had been)\b"
)

#: Label -> words for a past and a present predicate, for what follows "is" or "was", and for a clause of its own.
_WORDS: Mapping[str, tuple[str, str, str, str]] = {
    "EVENT": (
        "was part of something that others remember",
        "is part of something that others know of",
        "part of something that others know of",
        "something happened that others remember",
    ),
    "FAMILY": (
        "had an unusual family story",
        "has an unusual family story",
        "part of an unusual family story",
        "theirs is a family that people here know",
    ),
    "HEALTH": (
        "had something serious happen",
        "has a serious condition",
        "living with a serious condition",
        "there was something serious",
    ),
    "UNIQUE": ("was one of very few", "is one of very few", "one of very few", "there are not many"),
    "HERITAGE": ("came from elsewhere", "comes from elsewhere", "from elsewhere", "they come from elsewhere"),
}


_HAVE = re.compile(r"\b(?:has|have|had|['’]ve)[ ]$")
_BASE = re.compile(r"\b(?:to|will|would|could|can|might|may|did|not|n['’]t)[ ]$")


_PLURAL = re.compile(
    r"\b(?:they|we|you|both|parents|brothers|sisters|kids|children|twins|people|lads|boys|girls)[ ]$", re.IGNORECASE
)
_VERBS = {"was": "were", "is": "are", "has": "have", "comes": "come"}


def clause_words(finding: Finding, spot: Spot) -> str:
    """Words for a predicate or a clause; empty where the detail is a noun phrase, which ``wording`` knows."""
    words = _clause_words(finding, spot)
    verb, _, rest = words.partition(" ")
    return f"{_VERBS[verb]} {rest}" if verb in _VERBS and _PLURAL.search(spot.before) else words


def _clause_words(finding: Finding, spot: Spot) -> str:
    words = _WORDS.get(finding.kind.label)
    told = finding.detector == "lives" or (finding.detector == "happenings" and (spot.after_be or _after_subject(spot)))
    if words is None or not told:
        return ""
    past, present, state, whole = words
    surface = spot.surface
    if _CLAUSE.match(surface):
        return whole
    if spot.article_before or spot.after_determiner or _BASE.search(spot.before):
        return ""
    if spot.after_be:
        return state if _PARTICIPLE.match(surface) else ""
    if _PAST.match(surface):
        return past.replace("was", "been").replace("came", "come") if _HAVE.search(spot.before) else past
    return present if _PRESENT.match(surface) else ""


# "she lost the farm", "who drove", "her brother set fire": a subject stands before the verb
_SUBJECT = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]ho|mother|father|mum|dad|brother|sister|son|daughter|wife|husband|partner"
    r"|client|and)[ ]$"
    r"|[A-Z][a-z]+[ ]$"
)


def _after_subject(spot: Spot) -> bool:
    return _SUBJECT.search(spot.before) is not None and not spot.after_determiner


#: What stands before or in a detail of the writer's -> the words for it, by kind; the first that fits.
_OWN: Mapping[Kind, tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]] = {
    kind: tuple((re.compile(before), re.compile(inside), words) for before, inside, words in rows)
    for kind, rows in {
        Kind.AUTHOR_JOB: (
            (r"\bused to $", "", "do other work"),
            (r",? I $", "", "did other work"),
            (r"\b(?:from|via|of|through)[ ]$", "", "other work"),
            (r"\bwork(?:ing)? $", " days ", "in more than one place"),
            (r"\bwork(?:ing)? $", "", "odd hours"),
            (r"", r" (?:days|years|life|time)$", "earlier days"),
            (r"", r"^(?:the|my|an?) .*(?:doctorate|diploma|degree|MA\b|MSc|PhD|train)", "a course of study"),
        ),
        Kind.AUTHOR_YEARS: (
            (r"", r"^the ", "some years ago"),
            (r"", r"^since ", "for some time"),
            (r"", r"^(?:first|second|third|fourth|fifth|sixth|last|final) ", "time in this work"),
        ),
        Kind.AUTHOR_PLACE: (
            (r"\bshare $", "", "premises"),
            (r"", r"^(?:across|opposite|over|above|next|behind|round|within|two|three|five|in the same)\b", "nearby"),
            (r"", r"^(?:in|on|near) ", "somewhere else"),
        ),
        Kind.UNIQUENESS: ((r"", r"^an? .* of ", "a small team"),),
    }.items()
}


def own_words(finding: Finding, spot: Spot) -> str:
    """Words for what the writer tells of work, years, room or home; empty for nouns, which ``wording`` knows."""
    if finding.risk is not Risk.AUTHOR or finding.detector != "own_story":
        return ""
    rows = _OWN.get(finding.kind, ())
    return next(
        (words for before, inside, words in rows if before.search(spot.before) and inside.search(spot.surface)), ""
    )
