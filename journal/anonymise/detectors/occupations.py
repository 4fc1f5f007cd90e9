"""Looks for jobs in the grammar of a person: what somebody is, was, trains as or works as."""

from __future__ import annotations

import re

from journal.anonymise.detectors import livelihoods
from journal.anonymise.detectors.advice import to_reader
from journal.anonymise.detectors.livelihood_words import AT_WORK
from journal.anonymise.detectors.occupation_words import COMMON, HEADED, HEADS, NO_MATTER, ROOM
from journal.anonymise.detectors.organisations import is_heritage
from journal.anonymise.detectors.ownership import spoken_of_writer
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.names import fold
from journal.anonymise.segments import Document, Word, Zone
from journal.anonymise.vocabulary import CALENDAR, is_everyday

DETECTOR = "occupations"


# Qualities that narrow no job ("a trained therapist", "my external supervisor").
_COMMON_PHRASE = re.compile(
    r"^(?:union rep|(?:agency|bank|duty|ward|staff|night|new) nurse|(?:good|empty|other|own|wrong|same) chair)$"
    r"|^(?:(?:line|new|old|good|great|best|own|last|first|next|other|same|bad|duty|previous|former|competent|qualified"
    r"|trained|professional|local|individual|average|private|specific|natural|external|personal|group|another|usual"
    r"|decent|proper|real|better|worse|wise|kinder|kind|good[- ]enough|perfect|terrible|lousy|poor|young|older|senior"
    r"|wounded|placement|internal|external|clinical|newest|favourite|talk|couples?|relationship|family|specialist"
    r"|experienced|registered|licensed) )+"
    r"(?:manager|supervisor|nurse|therapist|counsellor|counselor|doctor|tutor|teacher|worker|lead|director|student|boss"
    r"|patient"
    r"|psychologist|psychotherapist|practitioner|clinician|client|peer|model|colleague|trainee|supervisee)$"
)
# Public offices that the writer meets and that point to no client.
_PUBLIC_WORDS = (
    "coroner judge magistrate sheriff cleaner receptionist postman photographer tuner minister king queen "
    "president pope "
    "patient client peer model ambassador advocate pastor priest caretaker"
)
_PUBLIC = frozenset(_PUBLIC_WORDS.split())

_SUFFIX = re.compile(
    r"(?:[a-z]{3,}(?:ologist|ographer|iatrist|optrist|metrist|smith|wright|monger|keeper|maker|master|mistress"
    r"|fighter|layer|dresser|builder|fitter|worker|writer|driver|cutter|grower|farmer|herder|diver|welder|joiner"
    r"|mechanic"
    r"|plumber|weaver|baker|butcher|roofer|scaffolder|plasterer|docker|miner|steward|stewardess|warden|postmaster)"
    r"|[a-z]{3,}(?:ician|arian|eer|[a-z]ionist|[^c]tionist|[aeiou]nist|[fln]list|[ao]rist|hist)|(?:sea|fire"
    r"|police|post|milk|signal|trawler|fisher|dust|bin|lorry|crafts"
    r"|trades)(?:man|woman))$"
)
_NO_JOBS = (
    "career volunteer vegetarian pioneer sheer beer deer peer veer barbarian perfectionist opportunist feminist "
    "realist optimist pessimist communist protagonist receptionist nationalist idealist tourist terrorist homemaker "
    "troublemaker master humanist peacemaker matchmaker caretaker caregiver worker scaremonger stalwart keeper "
    "timekeeper "
    "wallpaper listener hoarder specialist alist analyst catalyst nonist bookkeeper gatekeeper homemaker lawmaker "
    "perfectionists list"
)
_NOT_JOB = frozenset(_NO_JOBS.split())
_STOP_WORDS = (
    "a an the my our her his their your its this that these those some any no every each another one two "
    "three four five six seven eight nine ten eleven twelve twenty write writes rang ring ringing phoned "
    "emailed called texted saw see met chase chased told asked i he she "
    "it they we you who which and or but so as at in on of for from to with by about is was are were be been "
    "am has had "
    "have do did not just only then than if when because since me him us them there here now said says told "
    "asked what "
    "how where why whose called being like off up down out into over more most very quite too also still "
    "never always can could will would may might must should thoughts feelings things"
)
_MODIFIER_STOP = frozenset(_STOP_WORDS.split())
_BECOMES = re.compile(
    r"(?:\b(?:is|was|am|are|were|be|been|being|becoming|became|become|as|i['’]m|he['’]s|she['’]s|they['’]re"
    r"|who['’]s|(?:mum|dad|mother|father|husband|wife|brother|sister|son|daughter|partner|ex)['’]s|i['’]ve been"
    r"|\b(?:aged? )?(?:\d\d|[a-z]+ty(?:-[a-z]+)?|[a-z]+teen),|used to be|once|works|worked|retired|trained"
    r"|qualified|following:|it['’]s|him|her)[ ]+(?:just |only "
    r"|now |still |once )?"
    r"(?:an?|the)[ ]+)$",
    re.IGNORECASE,
)
# "is a kind woman and a clinical lead"
_AND_ONE = re.compile(r"\b(?:is|was|['’]s) an? (?:[a-z-]+ ){1,3}and an? $")
#: Offices that one person holds in a place: whoever knows the place knows who is meant.
_OFFICE_HELD = re.compile(
    r"(?:clinical|team|service|operational|operations|safeguarding|deputy|pathway|locality|regional|area|ward|practice"
    r"|centre|programme|medical|nursing|clinic|quality|governance) (?:lead|manager|director|head)$"
)
_BARE_BECOMES = re.compile(r"\b(?:been|was|as|i['’]m|am|is|were|become|became|an ex|and an|and|or)[ ]+$", re.IGNORECASE)
_APPOSED = re.compile(
    r"(?:[,(;:—–]|\d\)|[)] is|\n[-*]?)[ ]*(?:(?:an?|the|now an?|once an?|my|our|his|her|their)[ ]+)?$", re.IGNORECASE
)
_FRAGMENT = re.compile(r"(?:^|[.!?\n(][\"”’*]*\s*)(?:an? )?$", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:my|our|her|his|their|the|[A-Z]\w+['’]s)[ ]+$", re.IGNORECASE)
_AT_WORK = re.compile(
    r",? (?:at|in|for|on) an? (?:[a-z][\w'’-]* ){0,3}[a-z][\w-]*(?=[.,;:!?)]|$|\n"
    r"|\s(?:and|who|he|she)\b|\s(?:in|near|outside) [A-Z])"
    rf"|{AT_WORK}| of [a-z]+ and [a-z]+\b|['’]s (?:daughter|son|wife|widow|husband|child|boy|girl"
    rf"|secretary|clerk|mate)\b"
    r"| (?:on|at) (?:nights|the (?:night|late) shift)\b"
)
# "help from a marriage counsellor", "seen by a child psychologist", "several counsellors": who helps, not who is meant.
_HELPER_WORDS = (
    "therapist counsellor counselor psychologist psychotherapist psychiatrist practitioner physician doctor "
    "clinician "
    "specialist nutritionist"
)
_HELPERS = frozenset(_HELPER_WORDS.split())
_HELPED_BY = re.compile(
    r"\b(?:by|of|from|or|ask|see|seeing|call|to|with|that|find)[ \"“(]+(?:(?:an?|the)[ ]+)?$", re.IGNORECASE
)
# "school counselor or school nurse" after "I recommend": not what the writer is.
_LINKED = re.compile(r"\b(?:and|or|seen by|by)[ ]+(?:an? )?$", re.IGNORECASE)

# "I was once told by a clinical lead": a role that few hold, and what its holder said.
_TOLD_BY = re.compile(
    r"\b(?:told|informed|advised|warned|asked|instructed|reprimanded|criticised) (?:[a-z]+ )?by ((?:an?|my|our|the) "
    r"(?:[a-z]+ ){0,2}(?:lead|manager|director|head|chief|commissioner|boss|supervisor|consultant|trainer))\b",
    re.IGNORECASE,
)
# "7 years clinical practice and leadership": the writer's own work after its length.
_PRACTICE = re.compile(
    r"\byears[’']? (?:of |in )?((?:clinical|nursing|counselling|therapy|supervisory|frontline|mental health|nhs)"
    r" (?:practice|experience|work|leadership)(?: and [a-z]+)?)\b",
    re.IGNORECASE,
)

# "The baker's one of mine": a job by which a client is called, then wherever it stands.
_ONE_OF_MINE = re.compile(
    r"\b[Tt]he ([a-z]+(?: [a-z]+)?)(?:['’]s| is| are) (?:one of mine|(?:a |one of my )clients?"
    r"|on my (?:list|caseload|books))\b"
)
# "ex-police", "a former Carmelite": what somebody was
_FORMERLY = re.compile(
    r"(?<![\w-])((?:[Aa]n? |[Tt]he )?(?:[Ee]x-(?!husband|wife|partner|boyfriend|girlfriend|fianc|in-law|lover"
    r"|relationship|spouse|friend|gf|bf|client|es\b)\w+"
    r"(?: (?:officer|man|woman|chaplain|nurse|soldier|teacher|manager|captain|driver|pilot|player|guard|sergeant"
    r"|boxer|dancer|minister|priest|nun))?"
    r"|(?:[Ff]ormer|[Rr]etired|[Oo]ne-time|[Oo]nce-famous|[Ll]apsed) (?!(?:self|life|client|gf|bf|spouse|one"
    r"|boyfriend|girlfriend|lover|friends?|relationship|ex|therapist|counsell?or|patient|partner|husband|wife|place"
    r"|glory|school|job"
    r"|times?|years?|now|early|in|at|from|on|last|and|but|when|he|she|because|after|before|to|for|hurt|colleague"
    r"|supervisor|manager)\b)[\w'’-]+"
    r"(?: (?:officer|man|woman|chaplain|nurse|soldier|teacher|manager|captain|driver|pilot|player|guard|sergeant"
    r"|boxer|dancer|minister|priest"
    r"|adjuster|master|mistress|inspector|worker|engineer|seaman|clerk|smith|monk|nun))?))(?=[.,;:!?)\n]|$| (?:who"
    r"|and|with|from|in|at|of|but|now|is|was|has)\b)"
)
# "I chair the network"
_I_RUN = re.compile(r"\bI (chair|co-chair|convene|captain)\b(?= (?:the|our|a)\b)")


def _called_by_job(document: Document) -> list[Finding]:
    found = [_finding(m.start(1), m.end(1), Risk.AUTHOR, 0.7, "own_office") for m in _I_RUN.finditer(document.text)]
    for job in {match.group(1) for match in _ONE_OF_MINE.finditer(document.text)}:
        found += [
            _finding(match.start(1), match.end(1), Risk.QUASI, 0.7, "one_of_mine")
            for match in re.finditer(rf"\b[Tt]he ({re.escape(job)})\b", document.text)
        ]
    return found


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Jobs of others that narrow, and the writer's own job wherever it is said."""
    found = [
        Finding(m.start(1), m.end(1), Kind.ROLE_SMALL, Risk.QUASI, 0.8, DETECTOR, "told_by")
        for m in _TOLD_BY.finditer(document.text)
    ]
    found += [_finding(m.start(1), m.end(1), Risk.AUTHOR, 0.7, "practice") for m in _PRACTICE.finditer(document.text)]
    for match in _FORMERLY.finditer(document.text):
        risk = Risk.AUTHOR if spoken_of_writer(document, match.start(1)) else Risk.QUASI
        found.append(_finding(match.start(1), match.end(1), risk, 0.6, "formerly"))
    found += _called_by_job(document)
    for at, word in enumerate(document.words):
        if document.zone_at(word.start) in (Zone.REFERENCES, Zone.TAGS):
            continue
        head = _singular(fold(word.text))
        first = _listed_from(document, at, knowledge.lists)
        headed = _headed(document, at)
        if (
            first is not None
            or headed
            or head in HEADS
            or (len(head) < 30 and _SUFFIX.search(head) and head not in _NOT_JOB)
        ):
            finding = _job(document, at, first, head, knowledge.lists)
            if finding is not None:
                found.append(finding)
    found += livelihoods.find(document)
    return found


def _finding(start: int, end: int, risk: Risk, score: float, reason: str) -> Finding:
    kind = Kind.AUTHOR_JOB if risk is Risk.AUTHOR else Kind.OCCUPATION
    return Finding(start, end, kind, risk, score, DETECTOR, reason)


def _headed(document: Document, at: int) -> bool:
    """Whether a word is a head of jobs with its matter before it: "chess coach", "pot-washer"."""
    word = document.words[at]
    matter, _, head = _singular(fold(word.text)).rpartition("-")
    if matter:
        return head in HEADED and matter not in NO_MATTER
    if head not in HEADED or not at:
        return False
    before = document.words[at - 1]
    if document.text[before.end : word.start] != " " or fold(before.text) in NO_MATTER | _MODIFIER_STOP:
        return False
    return not re.search(r"(?:ed|ly|n['’]t)$", before.text)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 4 and not word.endswith("ss") else word


def _listed_from(document: Document, at: int, lists: WordLists) -> int | None:
    """The index of the first word of a listed job that ends at word ``at``, three words at most."""
    words = document.words
    for count in (3, 2, 1):
        first = at - count + 1
        if first < 0:
            continue
        if any(document.text[words[i].end : words[i + 1].start] != " " for i in range(first, at)):
            continue
        phrase = " ".join(fold(word.text) for word in words[first : at + 1]).replace("wumman", "woman")
        if (
            phrase.replace("-", " ") in lists.occupations
            or phrase in lists.occupations
            or (count == 1 and phrase in lists.common_occupations)
        ):
            return first
    return None


def _job(document: Document, at: int, listed: int | None, head: str, lists: WordLists) -> Finding | None:
    words = document.words
    text = document.text
    first = _modifiers(document, listed if listed is not None else at, lists)
    start, end = words[first].start, words[at].end
    before = text[max(0, start - 40) : start].rsplit("\n", 1)[-1]
    surface = text[start:end].lower()
    own = spoken_of_writer(document, start)
    predicate = (
        _BECOMES.search(before) or _AND_ONE.search(before) or (_BARE_BECOMES.search(before) and (first < at or own))
    )
    bare = first == at and (head in COMMON or head in lists.common_occupations)
    # "She's a dentist" narrows in company with anything else, and something else there nearly always is.
    common = bare and (own or not predicate or head in ROOM)
    common = common or _COMMON_PHRASE.match(surface) is not None or (head in _PUBLIC and not predicate)
    if head == "lead" and not re.search(r"(?:^|\b(?:an?|the|my|our|her|his|,|\()) ?$", before):
        return None
    linked = own and _LINKED.search(before) is not None
    held = predicate is not None and _OFFICE_HELD.match(surface)
    if held and not own:
        return _finding(start, _with_place(text, end), Risk.QUASI, 0.6, "office")
    if own and predicate and not linked and (not common or head not in _NO_OWN):
        return _finding(start, _with_place(text, end), Risk.AUTHOR, 0.7, "own_job")
    several = not predicate and fold(words[at].text) != head
    helper = head in _HELPERS and (_HELPED_BY.search(before) is not None or several)
    if common or helper or ((linked or not own) and to_reader(document, start)):
        return None
    apposed = _APPOSED.search(before) and re.match(
        r"[ ]*(?:[,.;:)—–]|$|\n| (?:on|at|in|from|who|up|by|for)\b)", text[end : end + 6]
    )
    fragment = _FRAGMENT.search(before) and (first < at or "-" in surface)
    owned = _OWNED.search(before) and (listed is not None or first < at) and not (head in ROOM or surface in _MET)
    indefinite = re.search(r"\ban? $", before) and (listed is not None or first < at)
    indefinite = indefinite and head not in ROOM and surface not in _AT_HAND
    if predicate or apposed or fragment or owned or indefinite:
        risk = Risk.AUTHOR if own and (predicate or apposed) and not owned else Risk.QUASI
        return _finding(start, _with_place(text, end) if not owned else end, risk, 0.6, "job")
    return None


# Heads that say no job of the writer: "I'm the lead on it".
_NO_OWN = frozenset(("lead", "head", "colleague", "expert", "man", "woman", "lady", "girl", "boy", "player", "agent"))
# Who is sent for, and furniture: "we had an interpreter", "an empty chair".
_AT_HAND = frozenset(("interpreter", "advocate", "notetaker", "signer", "chair", "empty chair"))
# Whom the writer meets at work and who is no client: "the interpreter was late".
_MET_WORDS = (
    "interpreter examiner photographer caretaker driver taxi courier cleaner facilitator locum electrician plumber "
    "piano tuner piano-tuner window cleaner decorator builder dentist vet hygienist optician landlord landlady "
    "chemist "
    "pharmacist barista waiter waitress cook chef"
)
_MET = frozenset(_MET_WORDS.split())


def _modifiers(document: Document, at: int, lists: WordLists) -> int:
    """The index of the first of up to three words that qualify the job: "retired merchant", "hill", "Polish"."""
    words = document.words
    first = at
    while first and at - first < 3:
        left = words[first - 1]
        between = document.text[left.end : words[first].start]
        owner = between in ("'s ", "’s ") and (
            fold(left.text) in lists.occupations or fold(left.text) in HEADS or left.text == "MP"
        )
        if owner:
            first -= 1
            continue
        matter = first == at and between == " " and _headed(document, at) and "-" not in words[at].text
        if not matter and (
            between != " "
            or not (_matter(document, left, lists) or (_qualifies(left) or is_heritage(fold(left.text), lists)))
        ):
            break
        first -= 1
    return first


def _matter(document: Document, word: Word, lists: WordLists) -> bool:
    """Whether a capitalised word before a job is what it is about: "Classics master", "Labour councillor", "Chess "
    "coach"."""
    bare = fold(word.text)
    if not word.text[0].isupper() or word.text.isupper() or bare in _MODIFIER_STOP | NO_MATTER or len(bare) < 4:
        return False
    return is_everyday(bare, lists) and bare not in lists.given_names and bare not in CALENDAR


_QUALITY_WORDS = "retired qualified trained registered accredited ex former senior trainee junior deputy"
_QUALITIES = frozenset(_QUALITY_WORDS.split())
_TRADE_NOUNS = "wellbeing training nursing counselling safeguarding commissioning housing building mining"
_TRADES = frozenset(_TRADE_NOUNS.split())


def _qualifies(word: Word) -> bool:
    """Whether a word may stand before a job as part of it: no verb, no function word, no name."""
    bare = fold(word.text)
    if bare in _MODIFIER_STOP or re.search(r"(?:n['’]t|['’](?:d|ll|ve|re|m|s))$", word.text):
        return False
    if bare in _QUALITIES or bare in _TRADES or bare.startswith("ex-"):
        return True
    return not re.search(r"(?:ed|ing|ly)$", bare) and (word.text.islower() or word.text.isupper())


# "a lecturer in hydraulics", "a teacher of the deaf": what is taught or studied belongs to the job
_MATTER_AFTER = re.compile(
    r"(?:lecturer|teacher|professor|reader|researcher|scientist|specialist|graduate|tutor|expert|engineer|dealer|trader"
    r"|student|fellow|apprentice|trainee)$"
)
_SUBJECT = re.compile(
    r" of the (?:deaf|blind)\b| (?:in|of) (?!(?:the|a|an|her|his|their|my|our|this|that|it|charge|tears|bed"
    r"|pain)\b)[a-z]{4,}\b"
)


def _with_place(text: str, end: int) -> int:
    """The end with "in hydraulics" or "at a sixth form college", which narrow the job."""
    if _MATTER_AFTER.search(text, max(0, end - 12), end) and (subject := _SUBJECT.match(text, end)):
        end = subject.end()
    match = _AT_WORK.match(text, end)
    return match.end() if match else end
