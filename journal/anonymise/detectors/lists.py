"""Looks for heritage and rare health by the word lists, where the grammar does not say that something else is meant.

Names and places of the lists are weighed in ``context`` and ``organisations``, with the grammar they stand in; here
are the words for where people come from, what they believe, what they speak, and what few people have.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.segments import Document, Word, Zone
from journal.anonymise.vocabulary import typed_low

DETECTOR = "lists"

_HERITAGE_SCORE, _HEALTH_SCORE = 0.72, 0.88

# Things that carry a country's name and say nothing of anybody: "Danish pastry", "French windows", "Indian summer".
_THINGS = re.compile(
    r"[ -](?:army|bread|breakfast|cakes?|cat|channel|cheese|chorus|coat|coffee|council|courage|cricket|cross|dancing"
    r"|delight|dolls?|doors?|dressing|film|flu|food|football|gcse|a-level|government|horn|hound|inquisition|knots?|knotweed"
    r"|leave|lessons?|lit|literature|market|mustard|myths?|names?|novels?|office|oven|parliament|pastr(?:y|ies)|philosophers?|poem"
    r"|polish|press|rarebit|revolution|roll|roulette|rugs?|salad|sauce|sea|shepherds?|springs?|station|summer|takeaway|tea"
    r"|teacher|theatre|toast|tobacco|tragedy|uncle|wave|whiskey|whisky|whispers|windows?|wine|yogh?urt|civil service"
    r"|sign language|rugby|open|grand prix)s?\b",
    re.IGNORECASE,
)
_LEARNT = re.compile(
    r"\b(?:teach(?:es|ing)?|taught|learn(?:s|ing|t)?|studie[sd]|studying|lecturer in|degree in|a-level|gcse|read) $",
    re.IGNORECASE,
)
# Words for heritage that are other words too, or names: they need a person's grammar.
_NEED_PERSON = frozenset(
    {
        "apostolic", "american", "baptised", "black", "brethren", "cant", "charismatic", "christian", "creole", "dane",
        "english", "evangelical", "finn", "frum", "ga", "georgian", "greek", "heathen", "humanist", "irish", "jain",
        "latin", "latino", "malay", "methodist", "orthodox", "pagan", "persian", "pidgin", "pole", "protestant",
        "reformed", "roma", "roman catholic", "scot", "scots", "shona", "spiritualist", "swede", "swiss", "turk", "twi",
        "white", "asian", "african", "traveller", "travellers", "elim", "mende", "ewe", "susu", "karen", "luba", "cree",
        "geordie", "scouse", "brummie", "londoner", "kiwi", "undocumented", "refugee", "turban", "rosary",
    }
)  # fmt: skip
_LOW = frozenset(
    {
        "agnostic", "asylum seeker", "atheist", "bar mitzvah", "bat mitzvah", "baptised", "biradari", "black",
        "born-again", "first-generation", "gypsy", "hijab", "kippah", "lapsed catholic", "mixed heritage", "mixed race",
        "mixed-race", "niqab", "no recourse to public funds", "patois", "refugee", "second-generation", "sheitel",
        "third-generation", "traveller", "turban", "undocumented", "white",
    }
)  # fmt: skip
_ALWAYS = frozenset({"asylum seeker", "no recourse to public funds", "mixed heritage", "mixed race", "mixed-race"})
_PEOPLE = (
    r"(?:man|men|woman|women|boys?|girls?|lads?|famil(?:y|ies)|parents?|mother|father|mum|dad|couple|communit(?:y|ies)"
    r"|people|person|client|patient|colleague|student|kids?|child(?:ren)?|teenager|neighbours?|therapist|counsellor|nurse"
    r"|doctor|husband|wife|partner|boyfriend|girlfriend|grandmother|grandfather|gran|household|background|heritage"
    r"|origin|descent|born|speaking|speaker|interpreter|accent|surname|church|school|upbringing|faith|women's|men's|and"
    r"|or|himself|herself)"
)
_PERSON_AFTER = re.compile(rf"[ -]{_PEOPLE}\b|[ ]*[,.;:)?!](?!\w)|$", re.IGNORECASE)
_PERSON_BEFORE = re.compile(
    r"(?:\b(?:is|was|are|were|am|be|being|been|he['’]s|she['’]s|they['’]re|i['’]m|who['’]s|as an?|an?|lapsed|devout"
    r"|practising|raised|brought up|became|become|fellow|other|young|old|the only|first|born|half|part|strict|good|nice"
    r"|both|all|only|or|and|not|nor|either|from|their|his|her|my|our|speaks?|speaking|spoke|in|into|no|little)[ ]"
    r"|[,(][ ]?)$",
    re.IGNORECASE,
)
_COLOURED = re.compile(rf"[ -](?:british|african|caribbean|irish|{_PEOPLE})\b", re.IGNORECASE)
_SAID_OF = re.compile(
    r"\b(?:he|she|they|who|i) (?:is|was|am|are|were) $|\bor $|\b(?:he|she|i|they|who)['’](?:s|m|re) $", re.IGNORECASE
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Words for heritage with their neighbours of the same sort, and rare diagnoses, operations and injuries."""
    lists = knowledge.lists
    found = _joined(document, _heritage(document, lists))
    found += _health(document, lists)
    return [f for f in found if document.zone_at(f.start) is not Zone.REFERENCES]


def _heritage(document: Document, lists: WordLists) -> list[Finding]:
    index = _phrases_by_word(lists.nationalities, lists.ethnicities, lists.religions, lists.languages)
    low = typed_low(document)
    found = []
    floor = -1
    lower = document.text.lower().replace("’", "'")
    for word in document.words:
        if word.start < floor:
            continue
        for phrase, kind in index.get(word.lower, ()):
            end = _end_of(document, lower, word, phrase)
            if end and _means_people(document, word, end, phrase, low=low):
                found.append(Finding(word.start, end, kind, Risk.QUASI, _HERITAGE_SCORE, DETECTOR, "heritage"))
                floor = end
                break
    return found


def _end_of(document: Document, lower: str, word: Word, phrase: str) -> int:
    """Where a phrase that begins at a word ends, a plural ending taken in; 0 where it does not stand there."""
    end = word.start + len(phrase)
    if not lower.startswith(phrase, word.start):
        return 0
    for ending in ("s", "es"):
        if lower.startswith(ending, end) and not lower[end + len(ending) : end + len(ending) + 1].isalnum():
            return end + len(ending)
    return 0 if lower[end : end + 1].isalnum() else end


def _means_people(document: Document, word: Word, end: int, phrase: str, *, low: bool) -> bool:
    """Whether a word for heritage is said of somebody, by its capital and what stands round it."""
    capital = any(ch.isupper() for ch in word.text)
    after = document.text[end : end + 24]
    before = document.text[max(0, word.start - 24) : word.start]
    unlikely = not capital and phrase not in _LOW and not low
    if unlikely or _THINGS.match(after) or _LEARNT.search(before):
        return False
    own_rule = _OWN_RULES.get(phrase)
    if own_rule is not None and not (capital and phrase in ("white", "black")):
        return own_rule(before, after)
    if phrase.endswith("-generation") or phrase in _ALWAYS:
        return True
    if phrase in ("refugee", "traveller", "travellers", "gypsy"):
        return _PERSON_BEFORE.search(before) is not None
    if phrase in _NEED_PERSON or not capital:
        return _PERSON_BEFORE.search(before) is not None and _PERSON_AFTER.match(after) is not None
    return True


def _of_a_person(before: str, after: str) -> bool:
    """ "a white man", "he was black": not the wall."""
    said = _SAID_OF.search(before) is not None and _PERSON_AFTER.match(after) is not None
    return said or _COLOURED.match(after) is not None


def _of_a_language(before: str, _after: str) -> bool:
    """ "little English": not the lesson."""
    return re.search(r"\b(?:no|little|broken|limited|second|first) $", before, re.IGNORECASE) is not None


def _of_a_signer(_before: str, after: str) -> bool:
    """ "BSL user": not the relay number."""
    return re.match(r"[ -](?:user|interpreter|signer|is)\b", after) is not None


_OWN_RULES: dict[str, Callable[[str, str], bool]] = {
    "white": _of_a_person,
    "black": _of_a_person,
    "english": _of_a_language,
    "latin": _of_a_language,
    "bsl": _of_a_signer,
}


def _joined(document: Document, found: list[Finding]) -> list[Finding]:
    """Neighbouring words as one: "Punjabi Sikh", "white Irish", "Black African"."""
    if not found:
        return []
    result = [found[0]]
    for left, right in pairwise(found):
        if document.text[left.end : right.start] in (" ", "-"):
            whole = result.pop()
            result.append(Finding(whole.start, right.end, whole.kind, whole.risk, whole.score, DETECTOR, "heritage"))
        else:
            result.append(right)
    return result


def _health(document: Document, lists: WordLists) -> list[Finding]:
    index = _phrases_by_word(lists.rare_health)
    lower = document.text.lower().replace("’", "'")
    found = []
    floor = -1
    for word in document.words:
        for phrase, _ in index.get(word.lower, ()) if word.start >= floor else ():
            end = _end_of(document, lower, word, phrase)
            if end:
                floor = end
                found.append(Finding(word.start, end, Kind.DX_RARE, Risk.QUASI, _HEALTH_SCORE, DETECTOR, "rare_health"))
                break
    return found


_KINDS = (Kind.NATIONALITY, Kind.ETHNICITY, Kind.RELIGION, Kind.LANGUAGE)


@lru_cache(maxsize=4)  # built from the lists alone, which stay the same from scan to scan
def _phrases_by_word(*groups: frozenset[str]) -> dict[str, tuple[tuple[str, Kind], ...]]:
    """Phrases by their first word as ``Word.lower`` has it, the longest first, with the kind of their group."""
    kinds: dict[str, Kind] = {}
    for group, kind in zip(groups, _KINDS, strict=False):
        for phrase in group:
            kinds.setdefault(phrase, kind)
    by_word: dict[str, list[tuple[str, Kind]]] = {}
    for phrase, kind in kinds.items():
        first = re.match(r"[^\W_]+(?:[-'](?!s\b)[^\W_]+)*", phrase)
        if first:
            by_word.setdefault(first.group(), []).append((phrase, kind))
            if " " not in phrase and first.group() == phrase:
                by_word.setdefault(phrase + "s", []).append((phrase, kind))
    return {word: tuple(sorted(listed, key=lambda item: -len(item[0]))) for word, listed in by_word.items()}
