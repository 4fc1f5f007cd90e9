"""Looks for what singles somebody out: uniqueness, family composition, rare health, events that others know of."""

from __future__ import annotations

import re

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.numerals import NUMBER_WORDS
from journal.anonymise.segments import Document, Zone

DETECTOR = "singular"

# Who or what is singled out: people, and places of work or living. Not "thing", "time", "way", "part", "week".
_SINGLED = (
    r"(?:man|woman|men|women|boy|girl|lad|child|kid|male|female|mother|father|son|daughter"
    r"|widow(?:er)?"
    r"|survivor|victim|witness|counsellor|therapist|psychologist|nurse|doctor|supervisor|trainee|student|pupil|client"
    r"|patient|worker|practitioner|speaker|family|couple(?! of\b)|school|secondary|surgery|shop|gallery|pub|church"
    r"|mosque|farm|caravan|house|service|clinic|ward|gp|vet|dentist|solicitor|teacher|officer|engineer|founder|member|colleague"
    r"|resident|tenant|driver|pilot|player|dancer|singer|writer|survivors|founders|[a-z]+(?:ist|ian|eer|smith"
    r"|man|woman))"
)
_STOP = (
    r"(?=[.,;:!?)\]—–\"”\n]|\s[—–-]\s|$"
    r"|\s(?:and|(?<!nothing )but|so|since|because|or|when|if|until|while|though|although|he|she|they|who['’]d)\b)"
)
_MODIFIERS = r"(?:(?!(?:thing|time|way|part|reason|day|week|light|difference|sound)\b)[\w'’-]+ ){0,3}?"
_UNIQUE = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:one of )?the (?:only|sole) {_MODIFIERS}{_SINGLED}\b"
        rf"(?: (?!and\b|(?<!nothing )but\b|since\b|so\b)[\w'’-]+)*?{_STOP}",
        r"\bthe only (?:time|person|place)\b(?= I['’]ll ever)[^.,;!?\n]*",
        rf"\b(?:in )?the (?:first|last|youngest|oldest|eldest|tallest|longest-serving|second [a-z]+-[a-z]+|third "
        rf"[a-z]+-[a-z]+"
        rf"|second longest-serving) {_MODIFIERS}(?:{_SINGLED}|cohort|intake|(?<=serving )person)\b"
        rf"(?: (?!and\b|but\b|since\b|so\b)[\w'’-]+)*?{_STOP}",
        r"\bthe (?:first|last|only) of (?:his|her|their|the|them|us)\b(?: (?!and\b|but\b|or\b|since\b)[\w'’-]+)*?"
        + _STOP,
        rf"\bone of (?:the )?(?:only )?(?:two|three|four|five) {_SINGLED}\b(?: (?!and\b|but\b"
        rf"|since\b)[\w'’-]+)*?{_STOP}",
        r"\b(?:there are|there['’]s|there is) (?:about |only |just )?(?:one|two|three|four|five) of (?:us|them)\b"
        r"(?: (?:left|here|now|still|on the team|in the team))?",
        r"\b(?:about|only|just) (?:two|three|four|five) of us\b(?! (?:in the room|were))",
        r"\bthe one (?:secondary|primary|school|surgery|gp|shop|pub|church|solicitor|counsellor|therapist|one)\b"
        r"(?: (?:in|on|of|who)\b(?: [\w'’-]+){1,4}?)" + _STOP,
        rf"\b(?:(?:the )?(?:county|town|village|island|valley|dale|region|city|school|country|district)|[A-Z]\w+)['’]s "
        rf"(?:only|first(?: and only)?|last|youngest|oldest) {_MODIFIERS}{_SINGLED}\b(?: [a-z]+){{0,2}}?{_STOP}",
        r"\bno other {_S} in the (?:county|town|village|valley|country|region|city|school|service)\b".replace(
            "{_S}", _SINGLED
        ),
        r"\bthe one who (?:went first|survived|found (?:him|her|them)|got away|came back|lived)\b",
        r"\b(?:nobody|no one|no-one) else (?:of|with|in|on)\b(?: (?!and\b|but\b)[\w'’-]+)*?" + _STOP,
        r"\b(?:village|island|hamlet|town|valley|community) of (?:about |under |only |just |barely )?"
        r"(?:\d[\d,]*|(?:a few |[a-z]+ )?(?:hundred|thousand))(?: people| souls)?\b",
        r"\b(?:\w+ )?(?:hundred|thousand) people (?:on|in) (?:this|the|our) (?:island|village|town|valley|dale)\b",
        r"\bhas been on the (?:ward|unit|list) longer than [\w' ’]+?" + _STOP,
        r"\bthe (?:only|first|last) (?:one|person|people) (?:in|on|at|of|from|here|left|this side of"
        r"|ever to)\b(?: (?!and\b|but\b|since\b)[\w'’-]+)*?" + _STOP,
    )
)

_COUNT = rf"(?:{NUMBER_WORDS}|\d{{1,2}})"
_KIN = r"(?:girls|boys|sons|daughters|kids|children|sisters|brothers|siblings|babies|bairns|grandchildren|stepchildren)"
_FAMILY = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:youngest|eldest|oldest|middle|second|third|fourth|fifth|sixth|first|baby|last) of (?:the )?{_COUNT}"
        rf"(?: {_KIN})?(?: placed in [a-z ]+ houses)?(?![\w%])(?! (?:minutes|sessions|weeks|cases|years"
        rf"|appointments|us\b|them\b))",
        rf"(?<!there are )\b(?:all )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven"
        rf"|twelve) {_KIN}\b(?! (?:in the "
        rf"(?:class|group)))",
        r"\b(?:a (?:set of |pair of )?)?(?:identical |conjoined )?(?:twins|triplets|quadruplets)\b(?: and an? "
        r"step(?:son|daughter))?",
        r"\ba twin\b(?:, stillborn)?",
        r"\b(?:his|her|their) (?:foster|adoptive|birth|biological) (?:mother|father|mum|dad|parents|family|carer|carers"
        r"|brother|sister)\b",
        r"\b(?:was|were|is|been|he['’]s|she['’]s) ((?:adopted|fostered|orphaned)(?: at [\w-]+| from [\w-]+)?)\b",
        rf"\b[Mm]arried (?:for )?{_COUNT} years\b",
        rf"\b(?:single )?(?:mother|father|mum|dad|grandmother|grandfather|gran|parent)[- ]of[- ](?:{_COUNT})"
        rf"(?: {_KIN})?(?![\w%])",
        rf"\breared {_COUNT},? (?:and )?buried {_COUNT}\b",
        r"\b(?:mother|father) is the (?:second|third|fourth|fifth) (?:wife|husband)\b",
        r"\b(?:an? )?only child\b",
        r"\b(?:three|four|five|six|seven)-times? (?:divorced|widowed|married)\b|\btwice[- ]widowed\b",
    )
)

_LIMB = (
    r"(?:hands?|legs?|arms?|feet|foot|eyes?|fingers?|thumbs?|ears?|toes?|breasts?|larynx|tongue|jaw|nose|sight"
    r"|hearing|kneecap)"
)
_HEALTH = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:lost (?:his|her|their|an?|one) {_LIMB}|both {_LIMB}(?: (?:above|below) the [a-z]+)?)(?: (?:above"
        rf"|below) the [a-z]+)?"
        r"(?: (?:to|in) (?:the|an?|frostbite|meningitis|sepsis)(?: [a-z]+)?)?\b",
        rf"\b(?:{_COUNT}|\d+) (?:weeks|months)(?: and \w+ days)? pregnant\b",
        r"\b(?:second|third|fourth|failed|kidney|liver|heart|lung|bone marrow)(?: failed)? transplant\b",
        r"\b(?:[A-Z][a-z]+(?:['’]s?)?(?:[- ][A-Z][a-z]+)?|[a-z]+ [a-z]+|[a-z-]+) (?:syndrome|dystrophy|ataxia|palsy)\b",
        r"\b(?:late|early)-onset [a-z]+(?: after (?:the|a) [a-z]+)?\b",
        r"\b(?:prosthetic (?:leg|arm|hand)|glass eye|colostomy|tracheostomy|amputat(?:ed|ion)|conjoined"
        r"|quadripleg\w+|parapleg\w+"
        r"|locked-in|narcolepsy|cataplexy)\b(?: [a-z]+)?",
        r"\b(?:scar|burns?|birthmark|tattoo)s? (?:on|across|down|over|to) (?:his|her|their) [a-z]+\b",
    )
)
_COMMON_SYNDROME = re.compile(r"\b(?:the|this|that|imposter|impostor|stockholm|burnout|down) syndrome", re.IGNORECASE)

_HAPPENING = (
    r"(?:fire|crash|collapse|explosion|disaster|trial|inquest|inquiry|murder|murders|shooting|stabbing|bombing"
    r"|attack|siege"
    r"|riot|riots|flood|floods|gale|landslip|landslide|derailment|sinking|shipwreck|cull|strike|hijack|hijacking"
    r"|massacre"
    r"|rescue|avalanche|earthquake|pile-up|court case|tribunal)"
)
_EVENT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:the|that) (?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{0,2}}|[a-z-]{{4,}}) {_HAPPENING}\b(?! (?:alarm"
        rf"|door|escape|exit|drill"
        rf"|action|period|shift"
        r"|safety|brigade|engine|station))",
        rf"\b(?<=the )(?:crane|tower|bridge|pit|mine|mill|ferry|train|coach|bus|plane|helicopter|lorry|tram"
        rf"|boat) {_HAPPENING}\b",
        r"(?<=: )the (?:cull|strike|crash|fire|flood|bombing|explosion)\b",
        r"\bthe third death [a-z ]+\b",
        r"\b(?:it was|it['’]s been|he was|she was|been|been all) (?:in|on|over|all over) the (?:news|papers"
        r"|telly|radio|front page)[^.\n]*",
        r"\b[Yy]ou[’']ll have seen it on the (?:news|telly)[^.\n]*\.?",
        r"\b(?:the |his |her )?trial collapsed[^.\n;]*",
        r"\b(?:[Ee]verybody turned out; )?the whole (?:island|village|town|valley|dale|parish|estate) (?:stood"
        r"|turned out|came|knew|knows|saw|watched|went|talked)[^.;\n]*",
        r"\bdrowned\b(?= (?:at|in|off|when|on)\b|[,.])",
        r"\b(?:who )?(?:was|were) (?:at the wheel|on board|driving|in the (?:car|coach|building)) (?:the night"
        r"|when|the day) [^,.;\n]*",
        r"\bthe (?:dinghy|ferry|flight|coach|train) (?:they|everyone|the papers) (?:all )?(?:wrote|talked) "
        r"about[^.;\n]*",
    )
)
_MONTH_EVENT = re.compile(
    r"\bthe (?:January|February|March|April|May|June|July|August|September|October|November|December) "
    r"(?:gales?|storms?|floods?|snow|riots?|bombing|fire|crash)\b"
)


_AND_A = re.compile(r" and an? [a-z][\w'’ -]{2,40}(?=[.,;)\n]|$)")


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Phrases that single out, by their wording."""
    text = document.text
    found = []
    for patterns, kind, score in (
        (_UNIQUE, Kind.UNIQUENESS, 0.6),
        (_FAMILY, Kind.FAMILY, 0.65),
        (_HEALTH, Kind.DX_RARE, 0.6),
        (_EVENT, Kind.EVENT_DRAMATIC, 0.6),
        ((_MONTH_EVENT,), Kind.EVENT_DRAMATIC, 0.9),
    ):
        for pattern in patterns:
            for match in pattern.finditer(text):
                group = 1 if pattern.groups else 0
                start, end = match.span(group)
                if kind is Kind.UNIQUENESS and (more := _AND_A.match(text, end)) and " with " in text[start:end]:
                    end = more.end()  # "with a brace on her knee and a governor for a mother"
                surface = text[start:end].rstrip()
                if kind is Kind.DX_RARE and _COMMON_SYNDROME.search(surface):
                    continue
                if document.zone_at(start) in (Zone.PROSE, Zone.TITLE, Zone.PROMPT):
                    risk = _risk(document, start) if kind is Kind.UNIQUENESS else Risk.QUASI
                    found.append(Finding(start, start + len(surface), kind, risk, score, DETECTOR, "wording"))
    return found


def _risk(document: Document, start: int) -> Risk:
    """The author's where the sentence before the phrase last speaks of "I", "we" or "us"."""
    sentence, _ = document.sentence_at(start)
    lead = document.text[sentence:start]
    last = None
    for match in re.finditer(r"\b(I|we|us|my|our|he|she|they|his|her)\b", lead, re.IGNORECASE):
        last = match.group(1).lower()
    return Risk.AUTHOR if last in ("i", "we", "us", "my", "our") else Risk.QUASI
