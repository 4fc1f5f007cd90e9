"""Where in a sentence a finding stands, as far as a stand-in has to know."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from journal.anonymise.finding import Finding
from journal.anonymise.knowledge import WordLists
from journal.anonymise.names import fold
from journal.anonymise.segments import Document, Zone

_ARTICLE = re.compile(r"(?<![\w'’-])(an?|the)[ \t]+$", re.IGNORECASE)
_DETERMINER = re.compile(
    r"(?<![\w'’-])(my|our|his|her|their|your|its|this|that|these|those|some|any|no|every|another|whose|wee|little|old"
    r"|poor|dear|young|one|(?!(?:s?he|it|that|there|who|what|here)['’])[^\W\d_]+['’]s)[ \t]+$"
    r"|(?<![\w'’-])the[ \t]+[*_]{1,3}$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"(?<![\w'’-])(about|after|around|at|before|beside|between|by|during|for|from|in|into|near|of|off|on|onto|outside"
    r"|over|past|round|since|through|till|to|towards|under|until|up|via|with|without)[ \t]+$",
    re.IGNORECASE,
)
# Verbs by which the writer reaches somebody (annotated entries: "texted Harriet", "rang Dawn").
_REACHING = re.compile(
    r"(?<![\w'’-])(ask|asked|call|called|e-?mail(?:ed)?|meet|met|phone|phoned|rang|ring|saw|see|tell|text|texted|thank"
    r"|thanked|told|visit|visited|wrote)[ \t]+$",
    re.IGNORECASE,
)
_BE = re.compile(r"(?<![\w-])(is|was|am|are|were|be|been|(?:he|she|i|they|it|who)['’](?:s|m|re)|being)[ \t]+$", re.I)
#: What a place stands before as an adjective: "the Bury office", "Bury bus station".
BESIDE_PLACE = re.compile(
    r"[ ]+(?:office|team|hub|branch|service|clinic|ward|hospital|surgery|estate|road|bus|train|station|market|school"
    r"|college|campus|docks|harbour|pier|rooms?|site|base|group|half|marathon|library|church|mosque|gym|pool|baths|pub"
    r"|shop|accent|lad|lass|man|woman|girl|boy|people|folk|families|children|client|counsellor|practice|meeting|depot"
    r"|court|police|paper|news|end|side|flat|house|job|post|contract|lot|crowd|mill|factory|works|prison|caf[eé])s?\b"
)
#: Regions of the gazetteer that millions live in (GeoNames' first divisions as ``build_places.py`` words them).
_AT_HOME = re.compile(
    r"(?:the (?:North East|North West|East Midlands|West Midlands|East of England|South East|South West)|Yorkshire\b.*"
    r"|(?:north|mid|south|west) Wales|Wales|Scotland|Northern Ireland|the Highlands and Islands"
    r"|the (?:west|east|north-east|central belt) of Scotland)$"
)
_PRONOUN = re.compile(r"\b(he|she|they|his|her|their|i|my)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Article:
    """An article directly before a finding."""

    start: int
    text: str
    capital: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """The surroundings of a finding. ``preposition`` and ``pronoun`` are lower case, empty where there is none."""

    surface: str = field(repr=False)
    before: str = field(repr=False)
    after: str = field(repr=False)
    first: bool
    typed_low: bool
    preposition: str
    pronoun: str
    article_before: Article | None
    after_determiner: bool
    after_be: bool
    after_reaching_verb: bool
    vocative: bool
    plain_noun: bool
    place_kind: str = ""  # of the gazetteer, where ``surface`` stands in it
    place_region: str = ""  # a nation or large region at home, where the gazetteer has it

    @property
    def after_preposition(self) -> bool:
        """Whether a preposition stands directly before."""
        return bool(self.preposition)

    def capitalised(self, words: str) -> str:
        """The words with a capital where a sentence begins with one."""
        return words[:1].upper() + words[1:] if self.first and not self.typed_low else words


def spot_of(document: Document, finding: Finding, lists: WordLists) -> Spot:
    """Looks at the 60 characters on either side."""
    text = document.text
    start, end = finding.start, finding.end
    before = text[max(0, start - 60) : start]
    after = text[end : end + 60]
    line = before.rsplit("\n", 1)[-1]
    article = _ARTICLE.search(line)
    preposition = _PREPOSITION.search(line)
    sentence_start, _ = document.sentence_at(start)
    pronoun = _last(_PRONOUN, text[max(sentence_start, start - 200) : start]) or _last(
        _PRONOUN, text[max(0, start - 300) : start]
    )
    place = lists.places.get(fold(text[start:end]))
    first = document.starts_sentence(start) and document.zone_at(start) is not Zone.TAGS
    return Spot(
        surface=text[start:end],
        before=before,
        after=after,
        first=first,
        typed_low=first and text[start : start + 1].islower(),
        preposition=fold(preposition.group(1)) if preposition else "",
        pronoun=fold(pronoun),
        article_before=Article(start - len(article.group()), article.group(1), article.group(1)[0].isupper())
        if article
        else None,
        after_determiner=_DETERMINER.search(line) is not None,
        after_be=_BE.search(line) is not None,
        after_reaching_verb=_REACHING.search(line) is not None,
        vocative=_vocative(before, after),
        place_kind=place.kind if place else "",
        place_region=place.region if place and _AT_HOME.match(place.region) else "",
        plain_noun=not re.match(r"[ \t]*[(’'—–]", after) and not re.search(r"[,(—–*][ \t]*$", before),
    )


def before_noun(spot: Spot) -> bool:
    """Whether a lower-case noun follows, as far as its first word tells."""
    return bool(
        re.match(
            r"[ ]+(?!(?:and|but|or|until|who|with|since|from|by|in|on|at|is|was|for|to|as|of|has|had|said|the"
            r"|a|when|if"
            r"|so|because|too|myself|himself|herself|now|then|that|which)\b)[a-z]",
            spot.after,
        )
    )


def _last(pattern: re.Pattern[str], text: str) -> str:
    found = ""
    for match in pattern.finditer(text):
        found = match.group(1)
    return found


def _vocative(before: str, after: str) -> bool:
    """Spoken to: "Yes Angie.", "I like you, Carl.", "Dear Fi,", "Debs, go to bed"."""
    if re.search(r"(?:\b(?:dear|hello|hi|hey|yes|no|sorry|thanks|thank you|morning|please)[ ,]+|,[ ]*)$", before, re.I):
        return bool(re.match(r"[ ]*[.,!?;:\n—–]|$", after))
    return bool(re.search(r"(?:^|[\n.!?…\"“][ ]*)$", before)) and after.startswith(",")
