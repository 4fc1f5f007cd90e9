"""Looks for people by the grammar they stand in: titles, relations, codes, capitals where no word has one."""

from __future__ import annotations

import re

from journal.anonymise.chains import Chain, chains_of, is_term
from journal.anonymise.detectors.organisations import classified, is_heritage, made_of_words, names_one, shortened
from journal.anonymise.detectors.signatures import signed
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.names import PARTICLES, fold
from journal.anonymise.segments import Document, Word, Zone
from journal.anonymise.vocabulary import (
    CALENDAR,
    TRADE,
    capital_says_nothing,
    foreign_at,
    is_everyday,
    runs_on,
    typed_low,
)

DETECTOR = "context"

RELATIONS = (
    r"(?:supervisor|supervisee|manager|boss|colleague|friend|client|patient|trainee|tutor|therapist|counsellor|partner"
    r"|husband|wife|ex|boyfriend|girlfriend|fianc[ée]e?|brother|sister|mother|father|mum|mam|dad|mom|son|daughter|child"
    r"|baby|boy|girl|lad|twin|uncle|aunt(?:ie)?|cousin|nephew|niece|nan|gran(?:ny|dad|dma|dmother|dfather)?|grandson"
    r"|granddaughter|stepdad|stepmum|step(?:father|mother|son|daughter|brother|sister)|carer|neighbour|flatmate"
    r"|landlord"
    r"|interpreter|solicitor|nurse|doctor|teacher|assistant|senior|lead|[a-z]*dog|collie|labrador|spaniel"
    r"|lurcher|cat|rabbit|horse|pony|hamster|tortoise"
    r"|budgie|parrot|puppy|kitten|whippet|terrier|called|named)"
)
_PETS = re.compile(
    r"\b(?:[a-z]*dog|cat|rabbit|horse|pony|hamster|tortoise|budgie|parrot|puppy|kitten|whippet|terrier|goldfish|lurcher"
    r"|spaniel|collie|labrador|guinea pig)\b",
    re.IGNORECASE,
)

_PRONOUNS = frozenset(
    [
        "i",
        "you",
        "he",
        "she",
        "it",
        "we",
        "they",
        "one",
        "who",
        "nobody",
        "somebody",
        "everybody",
        "everyone",
        "someone",
    ]
)
_LIKE_A_PET = re.compile(
    r" (?:has |had |just |then )?(?:eaten|ate|barked|chewed|licked|growled|whined|purred|yawned|snored|slept|curled up"
    r"|sniffed|wagged|sneezed)\b"
)

# What people do in these entries, and what is done to them; used when the word lists bring no verbs.
_PERSON_VERBS = (
    "said says told tells asked asks came comes went goes cried cries laughed laughs smiled wept sat sits stood looked "
    "looks wanted wants rang rings texted emailed called phoned missed attended arrived brought brings talked talks "
    "spoke thinks thought knew knows felt feels got gets took takes gave gives left leaves made makes has had is was "
    "isn't wasn't hasn't hadn't can can't cannot could couldn't would wouldn't will won't did didn't does doesn't "
    "mentioned reckons thanked nodded shrugged stopped started kept keeps wrote reads offered handed moved used "
    "loves loved hates hated needs needed likes liked lives lived works worked died put puts paid pays answered waits "
    "waited turned stayed stays met sees saw heard hears walked lost stared apologised blushed patted pulled "
    "listened"
)
PERSON_VERBS = frozenset(_PERSON_VERBS.split())
_AUXILIARIES = frozenset({"is", "was", "has", "had", "can", "could", "will", "would", "did", "does", "works", "put"})

_BEFORE_PERSON = re.compile(
    r"(?:\b(?:with|told|tell|tells|ask|asked|asking|rang|ring|ringing|phone|phoned|call|called|calling|text"
    r"|texted|email"
    r"|emailed|e-mailed|saw|see|seeing|met|meet|meeting|dear|hi|hello|thank|thanked|thanks|sorry|yes|no|poor|our|wee|my"
    r"|named|like|love|loved|miss|missed|believe|believed|left|lost|gave|give|and|about|for|from|to|by|than|without"
    r"|towards|against|between|beside|behind|on|of|because|when|if|that|while|as|since|before|after|where|what|but|so"
    rf"|{RELATIONS})[ ,]{{1,2}}|[,;:(–—-] ?|^)$",
    re.IGNORECASE,
)
_RELATED = re.compile(
    rf"\b(?:my|our|his|her|their|the|your|a|an|[A-Z]\w+['’]s)(?: [a-z-]+){{0,2}} {RELATIONS},? \(?$", re.IGNORECASE
)
_TITLED = re.compile(
    r"(?<!\w)((?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Revd|Fr|PC|DC|Sgt|Cllr|Capt|Cpl|Col|Lt|Maj"
    r"|Supt|Insp|Cdr|DI|DS|DCI|WPC|SO|PO)\b\.? ?)"
    r"((?:(?:van|von|de|der|den|di|la|le|el|al|bin|ní|Ní|ó) )*"
    r"(?:[A-Z]\w{0,2}\.(?=[\s,;:)'’]|$)|[A-Z](?:[\w'’]|-(?=\w))*)(?: (?![A-Z]{2})(?:Mc"
    r"|Mac)?[A-Z][\w'’]*(?:-\w+)*(?=\b))?)"
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """People, places and organisations by grammar; what is an everyday word with a natural capital is left alone."""
    lists = knowledge.lists
    found = _titled(document) + signed(document, lists)
    for chain in chains_of(document):
        if document.zone_at(chain.start) is not Zone.REFERENCES:
            found += _judged(document, chain, lists)
    found += _low(document, lists) if typed_low(document) else _hasty(document, lists)
    return [f for f in found if document.zone_at(f.start) is not Zone.REFERENCES]


def person_at(document: Document, start: int, end: int, score: float, reason: str) -> Finding:
    """A person at ``[start, end)``, or a pet where the words around say so."""
    around = document.text[max(0, start - 30) : start] + " " + document.text[end : end + 25]
    kind = Kind.NAME_PET_CHILD if _PETS.search(around) else Kind.NAME_PERSON
    return Finding(start, end, kind, Risk.DIRECT, score, DETECTOR, reason)


def _titled(document: Document) -> list[Finding]:
    return [
        Finding(m.start(), m.end() - _possessive(m.group()), Kind.NAME_PERSON, Risk.DIRECT, 0.95, DETECTOR, "title")
        for m in _TITLED.finditer(document.text)
        if m.group(2) not in ("I", "A")
    ]


def _possessive(surface: str) -> int:
    """The length of a possessive ending, which belongs to no name."""
    return 2 if surface.endswith(("'s", "’s")) else 0


def _judged(document: Document, chain: Chain, lists: WordLists) -> list[Finding]:
    """What a run of capitalised words is."""
    trimmed = _trimmed(document, chain, lists)
    if trimmed is None:
        return []
    chain = trimmed
    named = classified(document, chain, lists)
    if named is not None:
        return [named, *shortened(document, named)]
    if any(is_heritage(fold(word.text), lists) for word in chain.words):
        return []
    if is_term(chain) or _is_foreign(document, chain, lists):
        return []
    chain = _without_number(chain)
    score, reason = _person_score(document, chain, lists)
    if score and made_of_words(document, chain, lists):
        return [Finding(chain.start, chain.end, Kind.ORG_EMPLOYER, Risk.QUASI, score, DETECTOR, "made_of_words")]
    return [person_at(document, chain.start, chain.end, score, reason)] if score else []


def _without_number(chain: Chain) -> Chain:
    """The chain less numbers at its end, which belong to what follows: "Kay Mann 04/26", "Leanne 34"."""
    words = chain.words
    while len(words) > 1 and words[-1].text.isdigit():
        words = words[:-1]
    return Chain(words, chain.title_start)


def _is_foreign(document: Document, chain: Chain, lists: WordLists) -> bool:
    """Whether a chain is of another language and no listed name: "Ahora", "Desorden de Estrés"."""
    if chain.title_start is not None or not foreign_at(document, chain.start, lists):
        return False
    first = fold(chain.words[0].text)
    listed = lists.given_names.get(first, 0.0) >= 0.3 and first not in lists.common_words
    return not listed or capital_says_nothing(document, chain.start)


def _trimmed(document: Document, chain: Chain, lists: WordLists) -> Chain | None:
    """The chain less what has a capital for another reason: the first word of a sentence, days, "I"."""
    while chain.title_start is None:
        first = chain.words[0]
        word = first.lower
        bare = fold(first.text)
        nothing = capital_says_nothing(document, first.start)
        if nothing and names_one(chain):
            return _cut(chain, lists)
        skip = bare in CALENDAR and not (bare in lists.name_words and len(chain.words) > 1)
        skip = skip or bare in TRADE or word.startswith("i'")
        if nothing and len(chain.words) > 1 and is_everyday(word, lists) and not _starts_name(chain, lists):
            skip = True
        if not skip:
            return _cut(chain, lists)
        rest = chain.without_first()
        if rest is None:
            if bare in TRADE:
                return None
            return None if bare not in lists.name_words and bare not in lists.given_names else _cut(chain, lists)
        chain = rest
    return _cut(chain, lists)


def _starts_name(chain: Chain, lists: WordLists) -> bool:
    """Whether an everyday word at the start of a sentence begins a name: "Grace Okafor", not "Then Sunita"."""
    first = fold(chain.words[0].text)
    second = fold(chain.words[1].text)
    is_name = first in lists.given_names and (first in lists.name_words or lists.given_names[first] >= 0.3)
    # "Rose Field came", but "Will Sunita come?", "Hope Grace is well"
    surname = second in lists.surnames and second not in lists.given_names and first not in ("will", "may", "hope")
    return is_name and (surname or not is_everyday(second, lists))


def _cut(chain: Chain, lists: WordLists) -> Chain | None:
    """The chain up to a word that cannot be part of a name."""
    kept: list[Word] = []
    for word in chain.words:
        bare = fold(word.text)
        if kept and any(ch.isdigit() for ch in bare) and not bare.isdigit():
            break  # "Leeds LS1"
        if kept and (bare in CALENDAR or bare in TRADE or bare in ("i", "i'm", "i've", "i'd", "i'll")):
            break
        kept.append(word)
    while kept and fold(kept[-1].text) in PARTICLES | {"of", "the", "and"}:
        kept.pop()
    return Chain(tuple(kept), chain.title_start) if kept else None


def _person_score(document: Document, chain: Chain, lists: WordLists) -> tuple[float, str]:
    """How sure that a chain names a person, 0 where it does not look so, with the reason."""
    text = document.text
    words = [word for word in chain.words if fold(word.text) not in PARTICLES]
    bare = [fold(word.text) for word in words]
    if len(words) == 1 and _shouted(document, words[0], lists):
        return 0.75, "capitals"
    if all(re.fullmatch(r"[^\W\d_a-z]{2,}s?|[AI]", word.text) for word in words) or any(
        ch.isdigit() for ch in text[chain.start : chain.end]
    ):
        return 0.0, ""
    everyday = [is_everyday(fold(word.text), lists) or runs_on(word.text, lists) for word in words]
    is_name = [word in lists.given_names or word in lists.surnames or word in lists.name_words for word in bare]
    nothing = capital_says_nothing(document, chain.start)
    if chain.title_start is not None:
        return (0.9, "title") if not all(everyday) or not nothing else (0.7, "title")
    if not any(everyday):
        unknown = nothing and len(words) == 1 and not any(is_name)
        return _unknown_first(text, chain, bare[0]) if unknown else (0.85 if any(is_name) else 0.7, "unknown_capital")
    if all(everyday):
        return _everyday_score(document, chain, lists, nothing=nothing, named=[any(is_name), all(is_name)])
    return _mixed_score(bare, everyday, is_name)


def _shouted(document: Document, word: Word, lists: WordLists) -> bool:
    """Whether a name is written in capitals among words that are not: "with SANDRA", not "a VERA form"."""
    bare = fold(word.text)
    named = len(bare) > 3 and word.text.isupper() and lists.given_names.get(bare, 0.0) >= 0.6
    if not named or is_everyday(bare, lists) or word.text in lists.keep_terms:
        return False
    return _acts(document.text, word.end) or _met(document.text, word.start)


def _unknown_first(text: str, chain: Chain, bare: str) -> tuple[float, str]:
    """The score of an unknown word where it would have a capital anyway: "Enmeshment is", "Oyin said"."""
    if _WORD_ENDING.search(bare):
        return 0.0, ""
    return (0.7, "unknown_capital") if _acts(text, chain.end) else (0.5, "unknown_first")


def _mixed_score(bare: list[str], everyday: list[bool], is_name: list[bool]) -> tuple[float, str]:
    """The score of a chain of which some words are everyday: "Donna Marie Priddy", "Gorse Hill", "Woodside Road"."""
    unknown = [word for word, known in zip(bare, everyday, strict=True) if not known]
    if everyday[-1] and not any(is_name) and all(_WORD_ENDING.search(word) for word in unknown):
        return 0.0, ""  # "Dialectical Behavior Therapy"
    return (0.7, "part_unknown") if not everyday[-1] or is_name[0] else (0.55, "part_unknown")


def _everyday_score(
    document: Document, chain: Chain, lists: WordLists, *, nothing: bool, named: list[bool]
) -> tuple[float, str]:
    """The score of a chain of everyday words, some or all of them names too."""
    text = document.text
    pronoun = fold(chain.words[0].text) in _PRONOUNS
    if nothing and len(chain.words) == 1 and not pronoun and _LIKE_A_PET.match(text, chain.end):
        return 0.65, "pet"  # "Biscuit has eaten the corner off it": no thing would, without an article
    acts, met = _acts(text, chain.end), _met(text, chain.start)
    if not named[0]:
        related = _RELATED.search(text[max(0, chain.start - 60) : chain.start]) and not nothing
        if related and len(chain.words) == 1 and _single_name(text, chain):
            return 0.6, "relation"
        verb = re.match(r" ([a-z]+)\b", text[chain.end : chain.end + 20])
        speaks = verb is not None and verb.group(1) in PERSON_VERBS - _AUXILIARIES
        return (0.55, "acts") if speaks and met and not nothing and len(chain.words) == 1 else (0.0, "")
    if len(chain.words) == 1:
        return _everyday_name(document, chain, lists, nothing=nothing, acts=acts, met=met)
    given = max(lists.given_names.get(fold(word.text), 0.0) for word in (chain.words[0], chain.words[-1]))
    sure = (named[1] and (acts or met)) or given >= 0.3
    return (0.6, "full_name") if sure and not nothing else (0.0, "")


# Endings of words that lists of everyday words may lack, at the start of a sentence ("Empathic understanding").
_WORD_ENDING = re.compile(
    r"(?:ic|ical|ally|tion|sion|ment|ity|ive|ous|ness|ism|ist|ing|ed|ly|less|ful|able|ible|ology|ise|ize|ance|ence|ship"
    r"|hood|wards?|wise)s?$"
)


# "Hope, says the leaflet, is …": somebody else speaks
_ATTRIBUTED = re.compile(r", (?:says|said|writes|wrote) (?:the|a|an|my|our|his|her|one|[A-Z])")


def _everyday_name(
    document: Document, chain: Chain, lists: WordLists, *, nothing: bool, acts: bool, met: bool
) -> tuple[float, str]:
    """A single word that is an everyday word and a name: Hope, Mark, Blessing, May."""
    word = fold(chain.words[0].text)
    if word in CALENDAR:
        modal = re.match(r" (?:can|can['’]t|is|was|has|said|says|lets|first|told)\b|['’]s ", document.text[chain.end :])
        return (
            (0.7, "acts")
            if modal
            and not re.search(
                r"\b(?:in|since|last|until|by|of|from) $", document.text[max(0, chain.start - 8) : chain.start]
            )
            else (0.0, "")
        )
    given = lists.given_names.get(word, 0.0)
    if nothing:
        verb = re.match(r",? ([a-z]+)\b", document.text[chain.end : chain.end + 20])
        speaks = verb is not None and verb.group(1) in PERSON_VERBS - _AUXILIARIES
        speaks = speaks and _ATTRIBUTED.match(document.text, chain.end) is None
        kin = re.match(
            rf", (?:my|our|her|his|their|the) (?:[a-z]+ ){{0,2}}{RELATIONS}\b", document.text[chain.end :][:40]
        )
        return (0.65, "acts") if given and (speaks or kin) else (0.0, "")
    if word in lists.name_words or given >= 0.2:
        return (0.7, "name_word") if given else (0.6, "surname_word") if acts or met else (0.0, "")
    return (0.6, "acts") if acts and met else (0.0, "")


def _single_name(text: str, chain: Chain) -> bool:
    return (
        re.match(r"[ ]?[,.);:'’?!]|[ ]*$|\n| (?:and|who|is|was|said|says|has|had)\b", text[chain.end : chain.end + 8])
        is not None
    )


def _acts(text: str, end: int) -> bool:
    """Whether what follows is what a person does or has: "Sunita feared", "Emeka's name"."""
    after = text[end : end + 30]
    if re.match(r"['’]s? \w", after):
        return True
    verb = re.match(r",? (?:never |always |only |just |also |then )?([a-z]+(?:['’]t)?)", after)
    return verb is not None and verb.group(1).replace("’", "'") in PERSON_VERBS


def _met(text: str, start: int) -> bool:
    return _BEFORE_PERSON.search(text[max(0, start - 24) : start]) is not None


_LOW_RELATION = re.compile(rf"\b(?:her|his|my|our|the) {RELATIONS} $")
_LOW_INITIAL = re.compile(r"(?<![\w.])[a-z]\. ([a-z]{4,})\b")
_LOW_WORD = re.compile(r"(?<![\w'’@./-])[a-zà-ÿ]+(?:['’-][a-zà-ÿ]+)*(?![\w@])")


def _hasty(document: Document, lists: WordLists) -> list[Finding]:
    """Listed given names typed small in a text that has its capitals, where a person stands: "with kayleigh"."""
    return [
        person_at(document, word.start, word.end, 0.7, "low_name")
        for word in document.words
        if word.text.islower()
        and len(word.text) > 3
        and lists.given_names.get(fold(word.text), 0.0) >= 0.8
        and not is_everyday(word.lower, lists)
        and (_met(document.text, word.start) or _acts(document.text, word.end))
        and not foreign_at(document, word.start, lists)
    ]


def _low(document: Document, lists: WordLists) -> list[Finding]:
    """Names in a text typed without capitals: listed names that are no everyday words, and words after a relation."""
    found = []
    text = document.text
    for match in _LOW_WORD.finditer(text):
        word = fold(re.sub(r"['’]s$", "", match.group()))
        end = match.start() + len(word)
        if len(word) < 3 or word in lists.common_words:
            continue
        if len(word) > 3 and _LOW_RELATION.search(text, max(0, match.start() - 30), match.start()):
            found.append(person_at(document, match.start(), end, 0.65, "low_relation"))
        if is_everyday(word, lists) or foreign_at(document, match.start(), lists):
            continue
        run_on = word.endswith("s") and word[:-1] in lists.given_names and not is_everyday(word[:-1], lists)
        if lists.given_names.get(word, 0.0) >= 0.8 or word in lists.surnames or run_on:
            found.append(person_at(document, match.start(), end, 0.7, "low_name"))
    found += [
        person_at(document, match.start(), match.end(), 0.7, "low_initial")
        for match in _LOW_INITIAL.finditer(text)
        if not is_everyday(match.group(1), lists)
    ]
    return found
