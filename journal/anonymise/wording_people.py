"""Words for what people are: jobs, heritage, family, health, what singles them out and what happened to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.grammar import Spot, before_noun

_Choose = Callable[[Sequence[str]], str]

# A job as the sector it belongs to: broad enough for a crowd, near enough for the sense of the sentence.
_SECTORS: tuple[tuple[str, str], ...] = (
    (r"\bhead (?:girl|boy)|prefect", "one of the older pupils"),
    (r"canon\b|priest|vicar|curate|pastor|imam|rabbi|minister|verger", "a member of the clergy"),
    (r"governor|magistrate|councillor|trustee|warden|prosecutor|solicitor|barrister|police|prison|soldier|firefight"
     r"|coastguard|immigration", "someone in public service"),
    (r"\bband \d|manager|\blead\b|director|\bhead\b", "a senior colleague"),
    (r"\b(?:shop|farm|pub|caf[eé]|garage|salon|bakery|gallery|hotel|business|stall|restaurant|chippy|takeaway"
        r"|studio)$",
     "a small business"),
    (r"\bcourse|degree|phd|student|studies|studying|reads|undergraduate|architecture|[a-z]{3}ology\b|physics|history"
     r"|mathematics", "a course of study"),
    (r"\b(?:retired|ex-|former)", "a retired worker"),
    (r"teacher|lecturer|tutor|teaching", "a teacher"),
    (r"nurse|midwife|paramedic|optometrist|dentist|doctor|surgeon|pharmac|radiograph|physio|vet\b|health visitor",
     "a health worker"),
    (r"organist|viola|violin|cell|flautist|pianist|musician|singer|dancer|actor|artist|painter|poet|photograph|choir"
     r"|potter|magician|stand-up", "someone in the arts"),
    (r"driver|signal|railway|pilot|conductor|courier|haulier", "someone in transport"),
    (r"trawler|fisher|purser|seaman|sailor|docker|skipper|deckhand|bosun|lighthouse", "someone who works at sea"),
    (r"farmer|shepherd|crofter|grower|gardener|forest|gamekeeper|tree surg|herder|dairy",
     "someone who works on the land"),
    (r"smith|wright|joiner|carpenter|plumber|baker|butcher|mechanic|miner|engineer|technician|fitter|layer"
        r"|weld|roofer"
     r"|mason|electric|weaver|maker|scaffold|plaster", "someone with a trade"),
)  # fmt: skip
_CLAUSE = re.compile(
    r"(?:you['’]ll have|it was|it['’]s been|he was|she was|trial |the trial|his trial|her trial)", re.I
)


def occupation_words(finding: Finding, spot: Spot, choose: _Choose) -> str:
    """Words for a job or a course, the writer's or another's."""
    if finding.kind is Kind.ROLE_SMALL:
        return "someone senior"
    if finding.risk is Risk.AUTHOR or finding.kind is Kind.AUTHOR_JOB:
        return _own_work(finding, spot)
    return _doing(spot) or _sector(spot)


def _own_work(finding: Finding, spot: Spot) -> str:
    """Words for the writer's job, office or career."""
    surface = spot.surface
    if finding.reason == "own_office":  # "I chair" the network, "I lead the perinatal team"
        head = surface.split()[-1]
        the = "" if head.endswith("s") else "the "
        return f"help to run {the}{head}" if " " in surface else "help to run"
    if finding.reason == "career":
        return "One job after another" if spot.first else "one job after another"
    if finding.reason == "doing":
        return _doing(spot) or "other work"
    if re.search(r"practice|experience", surface, re.IGNORECASE):
        return "of practice"
    return "a small business" if re.search(r"\b(?:shop|business|stall)$", surface) else "a practitioner"


def _doing(spot: Spot) -> str:
    """Words for a living said by a verb ("drives a minibus"); empty where a noun stands."""
    surface = spot.surface
    doing = re.match(r"(?!retired)[a-z]+(?:s|ing|ed)\b(?= )|drove|ran\b", surface)
    if not doing or spot.article_before or re.match(r"(?:[a-z]*nurs|hous|build)ing\b", surface):
        return ""
    past = re.match(r"(?:drove|ran|worked|kept|taught|[a-z]+ed)\b", surface)
    return "working" if re.match(r"[a-z]+ing\b", surface) else "worked" if past else "works"


def _sector(spot: Spot) -> str:
    """A job as its sector, as a noun after a determiner, in the plural for several."""
    surface = spot.surface
    words = next((words for pattern, words in _SECTORS if re.search(pattern, surface, re.IGNORECASE)), "a worker")
    if re.search(r"\b(?:doing|does|did|do) $", spot.before) and not words.endswith("study"):
        return "other work"
    several = not spot.article_before and re.search(r"(?<!s)s$", surface.split(" of ")[0]) is not None
    noun = words.removeprefix("a ") if words.startswith("a ") else "worker"
    if several and not words.endswith("study"):
        return f"{noun}s" if not noun.endswith(("s", "y")) else "workers"
    if re.match(r"['’]s\b", spot.after):
        # "The baker's one of mine. So's the baker's brother."
        opens = spot.first or (spot.article_before is not None and spot.article_before.capital)
        return "worker" if spot.after_determiner else "a worker" if opens else "the worker"
    if re.search(r"\b[Mm]y $", spot.before):
        return "client"  # "my ferry purser"
    return noun if spot.after_determiner else words


_WORSHIP = (
    r"(?:gurdwara|mosque|synagogue|shul|mandir|kingdom hall|samaj|yeshiva|madrassa?|langar|cheder"
    r"|friday prayers)"
)
_DRESS = (
    r"(?:hijab|niqab|burqa|burka|turban|kippah|kippa|sheitel|tichel|salwar kameez|shalwar kameez|dastaar|patka"
    r"|dog collar|cassock)"
)


def _observance(spot: Spot) -> str:
    """Words for where and how somebody worships; empty for what somebody is."""
    if re.fullmatch(_WORSHIP, spot.surface, re.IGNORECASE):
        return "place of worship" if spot.after_determiner else "a place of worship"
    if re.fullmatch(_DRESS, spot.surface, re.IGNORECASE):
        return "religious dress"
    return "is observant" if re.match(r"keep|kept", spot.surface) else ""


def heritage_words(finding: Finding, spot: Spot, choose: _Choose) -> str:
    """Words for heritage; before a noun with a determiner it is left out instead (``stand_ins``)."""
    if observed := _observance(spot):
        return observed
    if before_noun(spot) and (spot.article_before or spot.after_determiner or spot.after_preposition):
        return "particular"
    if _SPOKEN.search(spot.before) and not spot.surface.lower().endswith("speaking"):
        return "another language"
    if spot.article_before:
        return "a person of faith" if finding.kind is Kind.RELIGION else "a person from elsewhere"
    return choose(_BELONGING.get(finding.kind, _BELONGING[Kind.ETHNICITY]))


# What a language stands after, and a nation or a faith does not: "swore in Polish", "speaks only Tamil".
_SPOKEN = re.compile(
    r"\b(?:in|into|speak\w*|spoke\w*|understand\w*|read|reads|write|writes|wrote|swore|swears|prayed|prays|learn\w*"
    r"|taught|teach\w*|interpret\w* for|translat\w* (?:from|to)|fluent in|word of|words of|bit of|language is)"
    r"(?: (?:only|no|some|good|bad|broken|fluent|his|her|their|my|our|a little|a bit of))?[ ]+$",
    re.IGNORECASE,
)
_BELONGING: Mapping[Kind, tuple[str, ...]] = {
    Kind.RELIGION: ("of a particular faith", "of a certain faith", "from a religious family"),
    Kind.NATIONALITY: ("from elsewhere", "from another country", "from abroad"),
    Kind.LANGUAGE: ("from a particular background", "of a certain heritage", "from a community of their own"),
    Kind.ETHNICITY: ("from a particular background", "of a certain heritage", "from a community of their own"),
}


_FAMILIES: tuple[tuple[str, str], ...] = (
    (r" is the ", "family life is complicated"),
    (r"\b(?:mother|father|mum|dad|grandmother|grandfather|gran)\b.* of\b", "a parent"),
    (r"^(?!.*(?:twin|triplet)).*\bof\b", "one of several"),
    (r"married (?:at|when|young)", "married early on"),
    (r"married", "long married"),
    (r"adopted|fostered|orphaned|placed", "raised by others"),
    (r"only child", "from a small family"),
    (r"\b(?:twin|triplet) (brother|sister)\b", r"\1"),
    (r"^(?:an? |the )?(?:identical )?twin$", "one of several"),
    (r"twin|triplet|girls|boys|sons|daughters|kids|children", "children"),
)


def family_words(finding: Finding, spot: Spot, choose: _Choose) -> str:
    """Words for the composition of a family."""
    surface = spot.surface.lower()
    for pattern, words in _FAMILIES:
        if found := re.search(pattern, surface):
            said = found.expand(words)
            # "They have been married 27 years"
            return "married for years" if said == "long married" and spot.before.endswith("been ") else said
    return "a family member"


def health_words(finding: Finding, spot: Spot, choose: _Choose) -> str:
    """Words for a rare diagnosis, an injury or a pregnancy."""
    if "pregnant" in spot.surface.lower():
        return "expecting a baby"
    if spot.before.endswith("lost "):
        return "a great deal"
    if re.search(r"\b(?:hand|leg|arm|foot|eye|finger|injur|burn|scar)s?\b", spot.surface, re.IGNORECASE):
        return "had a serious injury" if spot.surface.lower().startswith("lost") else "a serious injury"
    return "a serious condition"


_REMEMBERED = ("events that others remember", "what others still speak of", "something that others know of")
# "Her husband Magnus went over the side": what somebody did, not a thing that happened
_DEED = re.compile(r"(?:went|fell|jumped|walked|drove|sailed|climbed|swam|flew|ran|got|took|gave|came)\b")


def event_words(finding: Finding, spot: Spot, choose: _Choose) -> str:
    """Words for what others know of; a clause stays a clause."""
    surface = spot.surface
    if surface.lower() == "drowned":
        return "died"
    if re.match(r"(?:who )?(?:was|were) ", surface):
        return "who was there" if surface.startswith("who") else "was there"
    clause = spot.first and re.search(
        r"\b(?:stood|turned|came|was|were|had|went|knew|knows|saw|watched"
        r"|talked)\b",
        surface,
    )
    if clause or _CLAUSE.match(surface):
        if "trial" in surface.lower():
            return "it came to nothing"
        if not spot.first:
            return "it was known of"
        return "Others will know of it." if surface.endswith(".") else "Others will know of it"
    return "was part of something that others remember" if _DEED.match(surface) else choose(_REMEMBERED)


_PLACE_OR_THING = (
    r"(?:one of )?(?:in )?the \w+ (?:[\w'’-]+ ){0,3}?(?:time|place|gallery|shop|pub|church|school|farm|house|service"
    r"|clinic|surgery)\b"
)
_UNIQUES: tuple[tuple[str, str], ...] = (
    (r"there(?: are|['’]s| is)\b", "there are not many"),
    (r"(?:nobody|no one|no-one) else", "hardly anybody else"),
    (r"(?:village|island|hamlet|town|valley|community) of", "small place"),
    (r"has been\b", "has been here a long time"),
    (r"the only time", "a rare moment"),
)
_IS_ONE = re.compile(r"(?:[,;:(—–-]|\b(?:makes (?:me|him|her|them)|as|and|became|become))[ ]*$")


def unique_words(finding: Finding, spot: Spot, choose: _Choose) -> str:
    """Words for what singles out, as the sentence needs them: what somebody is, has or does."""
    surface = spot.surface.lower()
    if finding.kind is Kind.AUTHOR_TEAM:
        return "people I have supervised" if "supervisee" in spot.surface else "colleagues"
    if finding.kind is Kind.AUTHOR_WORD:
        return "something"
    if re.search(r"\bthere(?: are|['’]s| is) $", spot.before, re.IGNORECASE):
        if re.match("nobody|no one", surface):
            return "hardly anybody else"
        return "not many people here" if re.search(r"\bpeople\b", surface) else "very few people"
    words = next((words for pattern, words in _UNIQUES if re.match(pattern, surface)), "")
    return words or _one_of_few(surface, spot, choose)


def _one_of_few(surface: str, spot: Spot, choose: _Choose) -> str:
    """Words for "the only man on the ward": what he is, or whom and what somebody meets."""
    if not spot.first and (spot.after_be or _IS_ONE.search(spot.before)):
        return choose(("one of a small number", "one of very few", "one of only a few"))
    if re.match(_PLACE_OR_THING, surface):
        return "something unusual"
    return "someone unusual" if not spot.first else "one of a small number"


def quote_words(finding: Finding, spot: Spot, choose: _Choose) -> str:
    """Words for a quotation, which lose its marks: an object, a sentence of their own, or the head of "he said"."""
    if finding.kind is Kind.QUOTE_COLLEAGUE:
        return "something I disagreed with"
    if spot.first and SPEAKER_FOLLOWS.match(spot.after):
        return choose(("I will not repeat what", "I keep to myself what", "I leave out here what"))
    if spot.first and _TAG_FOLLOWS.match(spot.after):
        return choose(("it was something I will not repeat here", "it was something that I leave out here"))
    if spot.first:
        return choose(
            ("what was said next stays in the room", "I will not repeat what came next", "what came next I leave out")
            if spot.surface.rstrip()[-1:] in ".!?…"
            else ("what was said", "the words I leave out here")
        )
    if re.search(r"\b(?:his|her|their) [\"“'‘*]?$", spot.before):
        return "own words"
    return choose(("something I will not repeat here", "something I will keep to myself", "something that I leave out"))


#: "she said", "Marek asked, not unkindly" after a quotation that opens a sentence; not "said Marek".
SPEAKER_FOLLOWS = re.compile(
    r"[,.?!…]?[\"”'’*]{0,2},? (?:he|she|they|[A-Z][\w'’-]+) (?:said|says|asked|asks|wrote|told me|texted"
    r"|added|replied"
    r"|whispered|answered)\b"
)
_TAG_FOLLOWS = re.compile(
    r"[,.?!…]?[\"”'’*]{0,2},? (?:said|says|asked|wrote|added|replied|whispered|answered|(?:he|she|they) [a-z]+)\b"
)
