"""Looks for names that are everyday words, by the grammar that only a name can stand in, and for names that are given.

"Dawn was cross" has no article, so that no dawn is meant; "Hope is a thing" may be the thing, and needs what is said of
people only. "They call him Tiny" names whoever is called so, whatever the word.
"""

from __future__ import annotations

import re

from journal.anonymise.detectors.context import PERSON_VERBS, RELATIONS, person_at
from journal.anonymise.finding import Finding
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.names import fold
from journal.anonymise.segments import Document, Word, Zone
from journal.anonymise.vocabulary import CALENDAR, TRADE, is_everyday

DETECTOR = "word_names"

# Words that stand without an article where they are words: "Hope is a thing", "Will you", "Rose to go".
_BARE_WORDS = (
    "hope grace joy faith patience mercy charity honour honor love peace verity prudence constance amity "
    "harmony serenity destiny "
    "blessing may april june august summer autumn winter spring will mark bill chance chase drew grant pat "
    "rob sue skip miles art "
    "frank rich rose precious sunny ernest earnest dawn wit tact trust mace sage ginger basil rosemary olive "
    "saffron pepper honey "
    "max price cash story clay dale bliss glory justice liberty treasure promise wisdom reason temperance "
    "noel christian pierce "
    "don jack dot gene ray guy lance nick pip rusty sandy stormy hazel heather ivy holly poppy"
)
_BARE = frozenset(_BARE_WORDS.split())
# What is said of people only, after "is", "was", "looks", "has".
_OF_PEOPLE = (
    r"(?:late|early|cross|tired|ill|sick|poorly|here|back|fine|furious|angry|upset|quiet|silent|not well"
    r"|pregnant|asleep|awake|in tears|crying|off"
    r"|on leave|away|at|with me|waiting|in (?:today|again|tomorrow|the room|hospital|bits|a state|touch)|my"
    r"|our|her|his|their|the (?:one|eldest|youngest|only one)"
    r"|an? (?:[a-z-]+ ){0,3}(?:nurse|client|man|woman|girl|boy|mother|father|teacher|[a-z]+(?:er|or|ist|ian))"
    r"|\d{1,2}\b|(?:six|seven|eight|nine|ten|eleven|twelve"
    r"|[a-z]+teen|[a-z]+ty)\b|dead|dying|gone|home|married|single|forty|better|worse|lovely|kind|funny|brave"
    r"|shy|drunk|sober|stuck|scared|frightened|lonely"
    r"|leaving|coming|going|moving|retiring|starting|talking|laughing|smiling|wearing|sitting|standing|frank"
    r"|honest|due|expecting|booked|cancelled|a bit|so \w+ today"
    r"|been (?:in|here|ill|off)|not (?:been|here|coming|well|in|sure|speaking))"
)
_KIN_OR_BODY = (
    r"(?:mother|father|mum|mam|dad|husband|wife|partner|ex|son|daughter|brother|sister|baby|kids|children|nan"
    r"|gran|grandmother|uncle|aunt|boyfriend|girlfriend"
    r"|hands?|face|voice|eyes?|hair|words|name|letter|chair|dog|cat|room|house|flat|file|notes|GP|coat|shoes"
    r"|bag|phone|text|message|email|session|slot|supervisor"
    r"|manager|therapist|counsellor|car|job|desk|birthday|funeral|wedding|question|laugh|silence|story|mug"
    r"|scarf|jacket)"
)
_VERB_AFTER = re.compile(r" (?:never |always |just |then |also |only |still |now )?([a-z]+(?:['’]t)?)\b")
_AUX_WORDS = (
    "is was has had can could will would won't wasn't isn't hasn't hadn't can't couldn't wouldn't didn't doesn't "
    "does did may might must should"
)
_AUX = frozenset(_AUX_WORDS.split())
_IT_IS = re.compile(r"\b[Ii]t (?:was|is|['’]s|wasn['’]t|isn['’]t) $|\b[Ii]t['’]s $")
_WHO_AFTER = re.compile(r",? who\b")
_AGE_AFTER = re.compile(
    r",? \(?(?:\d{1,2}|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen"
    r"|[a-z]+ty(?:-[a-z]+)?)[,)]"
)
_ROLE_AFTER = re.compile(
    rf",? \(?(?:my|our|her|his|their|the) (?:[a-z-]+ ){{0,2}}{RELATIONS}\b",
)

#: "they call him Tiny", "known as Smiler", "a boy called Spud", "answers to Moose", "(call her Z)"
_NAME = r"(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]+){0,2})"
_CALLED = (
    re.compile(
        rf"\b(?:call(?:s|ed)? (?:him|her|me|them|himself|herself|themselves)|(?:he|she|they|boy|girl"
        rf"|lad|lass|man|woman|mate|pal|friend) (?:they|everyone|we|he|she|the lads"
        rf"|people|I)(?:['’]ll| will)? call(?:s|ed)?|known as|nicknamed|christened|baptised|goes by"
        rf"|went by|answers to|answered to|named|re-?named|called after"
        rf"|named after) {_NAME}(?!['’]?s? (?:names|things|out|back|again))"
    ),
    re.compile(
        rf"\b(?:[a-z]+ )?(?:boy|girl|lad|lass|man|woman|friend|mate|son|daughter|child|baby|dog|cat"
        rf"|horse|pony|parrot|budgie|supervisor|manager|colleague|chap|bloke|tutor|uncle|aunt)"
        rf" (?:called|named|they call|by the name of) {_NAME}"
    ),
    re.compile(
        r"(?:\bcall (?:him|her|them)|\bI['’]ll (?:say|put|write|use)"
        r"|[Cc]lient) \(?(?P<name>[A-Z])(?=[).,;: ])(?![).,;:]? ?[A-Z][a-z])"
    ),
)
# "(sign name: *thumb-on-nose*)", "gamertag xXbenjiXx": a name by which somebody is known to many
_KNOWN_AS = re.compile(
    r"\b(?:[Ss]ign[- ]name|[Ss]creen[- ]?name|[Uu]ser[- ]?name|[Gg]amer[- ]?tag|[Ss]tage[- ]name|[Pp]en[- ]name"
    r"|[Ss]treet[- ]name"
    r"|[Cc]all[- ]sign|[Hh]andle|[Rr]ing name|[Dd]rag name|(?:posts|streams|plays|tweets|writes"
    r"|goes online) (?:online )?as(?= [@\w]*[\d_]))(?::| is| was"
    r"|,)? ?[*_\"'“‘]*(?P<name>[\w@][\w-]*(?: [A-Z][\w-]*){0,2})"
    r"(?=[*_\"'”’.,;:)!?]|$|\n| (?:and|on|at|in)\b)"
)
# "they had him down as Shivaun, Chevonne and once shovel": what stands in a row with spellings of a name is one too
_SPELT = re.compile(
    r"\b(?:had|got|been|spelt|spelled|called|written|typed"
    r"|misspelt)\b[^.!?\n]{0,40}?(?:[A-Z][a-z]+, ){1,4}(?:[A-Z][a-z]+,? )?and "
    r"(?:once|twice|even|sometimes|occasionally) (?P<name>[a-z]{3,})(?=[.,;)]| (?:on|in|at|by)\b)"
)
# "Nan Lovell let me sit on the step": kin as a title, to a whole street
_KIN_NAMED = re.compile(
    r"(?<![\w'’-])(?P<name>(?:Nan|Nana|Nanny|Gran|Granny|Grandma|Grandad|Auntie|Aunty|Aunt|Uncle) [A-Z][a-z][\w'’-]*)"
)
# "Male, 59, director of a firm" at the head of a summary
_SEXES = frozenset(["male", "female"])
_NOT_CALLED = frozenset(["i", "mum", "dad", "mam", "mom", "nan", "gran", "sir", "miss", "god"])

_LOW_MONTHS = re.compile(
    r"\b(?:ring|rang|tell|told|ask|asked|text|texted|email|emailed|call|called|phone"
    r"|phoned|saw|see|meet|met|thank|with|love) (jan|april|june|may|august|summer)\b(?! \d)(?= (?:re"
    r"|about|and|for|on|again|if|to|at|who|said|back)\b|[.,;!?]|$|\n)"
)
_LOW_INITIAL = re.compile(r"(?<=[a-z]) [b-hj-z](?=[ ,.;:)!?]|$)(?! (?:and|or) [a-z]\b)")
_TWO_LETTERS = re.compile(rf"(?<![\w.@&/'’-])[A-Z]{{2}}(?= (?:is|was|has been|looks|looked) {_OF_PEOPLE})")


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Names that are words, names that are given, and initials doing what people do."""
    lists = knowledge.lists
    text = document.text
    found = []
    for word in document.words:
        folded = fold(word.text)
        if not word.text[0].isupper() or len(folded) < 3 or folded in TRADE or folded in _SEXES:
            continue
        if not (folded in lists.name_words or lists.given_names.get(folded, 0.0) >= 0.2) or not is_everyday(
            folded, lists
        ):
            continue
        if _stands_as_name(document, word, folded) or _beside_a_name(document, word, lists):
            found.append(person_at(document, word.start, word.end, 0.66, "word_name"))
    found += [
        person_at(document, *match.span("name"), 0.7, "called")
        for pattern in _CALLED
        for match in pattern.finditer(text)
        if fold(match.group("name")) not in _NOT_CALLED and not _is_service(match.group("name"), lists)
    ]
    found += [
        person_at(document, *match.span("name"), 0.8, "known_as")
        for pattern in (_KNOWN_AS, _SPELT, _KIN_NAMED)
        for match in pattern.finditer(text)
    ]
    found += [person_at(document, *match.span(1), 0.7, "low_month") for match in _LOW_MONTHS.finditer(text)]
    found += [
        person_at(document, *m.span(), 0.75, "two_letters")
        for m in _TWO_LETTERS.finditer(text)
        if m.group() not in lists.keep_terms and fold(m.group()) not in TRADE
    ]
    return [f for f in found if document.zone_at(f.start) is not Zone.REFERENCES]


def _is_service(name: str, lists: WordLists) -> bool:
    return name in lists.keep_terms or (name.isupper() and len(name) > 2)


_BESIDE = re.compile(r"(?: (?:and|&) |, |/|\+)([A-Z][a-zà-ÿ]+(?:-[A-Z][a-zà-ÿ]+)*)(?! [A-Z])(['’]s)?(?: ([a-z]+))?")


def _beside_a_name(document: Document, word: Word, lists: WordLists) -> bool:
    """Whether a listed name that is no everyday word follows: "Kit, Fleur"; or two such words act: "Bill and Grace"."""
    beside = _BESIDE.match(document.text, word.end)
    if beside is None or fold(word.text) in CALENDAR:
        return False
    other = fold(beside.group(1))
    if is_everyday(other, lists):
        both = other in lists.name_words and not {other, fold(word.text)} <= _BARE
        acts = beside.group(3) in PERSON_VERBS | {"argued", "are", "were"}
        return (both or other in lists.name_words) and acts
    return lists.given_names.get(other, 0.0) >= 0.6 and other not in lists.places


def _stands_as_name(document: Document, word: Word, folded: str) -> bool:
    """Whether a capitalised everyday word without an article before it does or is what only a person does or is."""
    text = document.text
    before = text[max(0, word.start - 24) : word.start]
    after = text[word.end : word.end + 48]
    if re.search(
        r"\b(?:the|a|an|this|that|my|our|his|her|their|your|no|any|some|every|each|what|in|of) $", before, re.IGNORECASE
    ):
        return False
    if _IT_IS.search(before) and _WHO_AFTER.match(after):
        return True
    if re.match(rf"['’]s {_KIN_OR_BODY}\b", after) or _AGE_AFTER.match(after) or _ROLE_AFTER.match(after):
        return folded not in CALENDAR or after.startswith(("'s", "’s", ","))
    verb = _VERB_AFTER.match(after)
    if verb is None:
        return False
    said = verb.group(1).replace("’", "'")
    if said in _AUX:
        of_people = (
            re.match(
                rf" {said.replace(chr(39), '.')} (?:not |never |only |just |still |always |so "
                rf"|very |being )?{_OF_PEOPLE}",
                after,
            )
            is not None
        )
        countable = folded not in _BARE and folded not in CALENDAR and document.starts_sentence(word.start)
        return of_people or (countable and said not in ("may", "might", "must", "should"))
    acts = said in PERSON_VERBS and said not in (
        "made",
        "makes",
        "left",
        "leaves",
        "works",
        "stopped",
        "started",
        "came",
        "comes",
        "needs",
        "kept",
        "keeps",
        "gets",
        "got",
        "takes",
        "took",
        "gives",
        "gave",
        "turned",
        "goes",
        "went",
        "used",
        "lost",
        "paid",
        "pays",
        "put",
        "moved",
        "stays",
        "stayed",
    )
    others = re.fullmatch(
        r"(?:flew|prayed|hid|sobbed|giggled|shouted|whispered|yawned|shivered|swore|knitted"
        r"|danced|sang|ate|drank|slept|woke|ran|knocked|frowned|grinned|winced|cancelled|texted|nodded"
        r"|hugged|drove|drew|coughed|sniffed)",
        said,
    )
    return (acts or others is not None) and (
        folded not in CALENDAR or folded in ("may", "june", "april", "august", "jan")
    )
