"""Who is who in an entry, as far as it decides whose words are quoted: staff, clients and theirs, documents, nobody.

The words of a client or a relative can be recognised; those of staff, of letters and forms and of the writer are
another matter (annotation convention "Quotations").
"""

from __future__ import annotations

import bisect
import enum
import re
from dataclasses import dataclass, field

from journal.anonymise.knowledge import Knowledge
from journal.anonymise.names import fold, name_words
from journal.anonymise.segments import Document


class Voice(enum.Enum):
    """Whose words are given."""

    CLIENT = "client"  # a client, a relative, a neighbour: whoever is not at work
    STAFF = "staff"
    WRITER = "writer"
    PAPER = "paper"  # a letter, a form, a poster, a policy
    NOBODY = "nobody"  # scare quotes, what one might say, common sayings


# Whoever speaks by office: colleagues, managers, other professionals, those who run the course or the meeting.
_AT_WORK = (
    r"supervisors?|supervisees?|managers?|boss|bosses|colleagues?|tutors?|trainers?|trainees?|reps?|seniors?"
    r"|directors?"
    r"|deputy|headteacher|consultants?|psychiatrists?|psychologists?|gps?|nurses?|matron|doctors?|registrar"
    r"|receptionists?|administrators?|clinicians?|counsellors?|therapists?|pwps?|social workers?|keyworker|key worker"
    r"|care coordinator|coordinators?|commissioners?|interviewers?|interpreters?|solicitors?|barristers?|judge"
    r"|coroner"
    r"|officers?|constable|sergeant|inspectors?|assessors?|examiners?|facilitators?|lecturers?|professor|teachers?"
    r"|chairman"
    r"|chairwoman|ceo|chaplain|vicar|physio|pharmacist|locum|mentor|caretaker|cleaner|lawyer|dsl"
)
STAFF_NOUNS = (
    rf"(?:{_AT_WORK}|management|leads?|team|course|hr|governance|union|head|reception|admin|commissioning|panel"
    rf"|police"
    r"|external|speaker|staff|agency|chair|chief|executive|trust|service|board|committee|college|ot|bank|student|peer"
    r"|cohort|helpdesk|security|insurer|year head|safeguarding|workers?)"
)
_PAPER_NOUNS = (
    r"(?:letters?|e-?mails?|referrals?|forms?|policy|policies|notes|books?|papers?|guidance|guidelines?|website"
    r"|web page"
    r"|headlines?|posters?|leaflets?|slides?|reports?|assessments?|handover|minutes|app|model|dashboard|system"
    r"|computer|screen|script|line|title|subject line|chapter|article|spreadsheet|template|tick-?box|box|sign|banner"
    r"|mug|advert|manual|spec|contract|code|framework|act|file|record|entry|certificate|questionnaire|item|question"
    r"|feedback|survey|bulletin|newsletter|memo|circular|agenda|standard|study|research|textbook|handout|label"
    r"|summary"
    r"|discharge|complaint|press|paper|radio|telly|news|song|hymn|poem|psalm|proverb|saying|joke|advice|rule|motto)"
)
# Those whose words count although a noun of work is near: "her mother, a nurse".
_PRIVATE_NOUNS = (
    r"(?:client|patient|mother|father|mum|mam|mom|dad|da|wife|husband|partner|ex|sister|brother|son|daughter|nan|gran"
    r"|granny|grandmother|grandfather|grandad|aunt|auntie|uncle|cousin|niece|nephew|boy|girl|lad|lass|man|woman|lady"
    r"|chap|bloke|child|kid|baby|twin|widow|widower|neighbour|friend|boyfriend|girlfriend|fianc[ée]e?|landlord"
    r"|landlady"
    r"|couple|family|teenager|stepdad|stepmum|stepmother|stepfather|mother-in-law|father-in-law|carer|foster mother"
    r"|foster mum|student of mine|pupil|young man|young woman|old man|old woman|nine o['’]clock|ten o['’]clock)"
)
_FEMALE = frozenset(
    [
        "mother",
        "mum",
        "mam",
        "mom",
        "wife",
        "sister",
        "daughter",
        "nan",
        "gran",
        "granny",
        "grandmother",
        "aunt",
        "auntie",
        "niece",
        "girl",
        "lass",
        "woman",
        "lady",
        "widow",
        "girlfriend",
        "landlady",
        "stepmum",
        "stepmother",
    ]
)
_MALE = frozenset(
    [
        "father",
        "dad",
        "da",
        "husband",
        "brother",
        "son",
        "grandfather",
        "grandad",
        "uncle",
        "nephew",
        "boy",
        "lad",
        "man",
        "chap",
        "bloke",
        "widower",
        "boyfriend",
        "landlord",
        "stepdad",
        "stepfather",
    ]
)

_DETERMINER = r"(?:the|my|our|his|her|their|a|an|this|that|some|another|one)"
_ROLE_MENTION = re.compile(
    rf"\b(?P<det>{_DETERMINER}) (?:[\w’'-]+ ){{0,3}}?(?:(?P<private>{_PRIVATE_NOUNS})"
    rf"|(?P<staff>{_AT_WORK}))\b(?![’'-])",
    re.IGNORECASE,
)
_ANY_NOUN = re.compile(
    rf"^(?:[\w’'-]+ ){{0,4}}?(?:(?P<private>{_PRIVATE_NOUNS})|(?P<paper>{_PAPER_NOUNS})"
    rf"|(?P<staff>{STAFF_NOUNS}))(?![\w’'-])"
)
# "a prison officer" is what a client is; "a colleague" is somebody at work.
_STRANGER = re.compile(
    r"(?:an?|another|one|some) (?!.*(?:colleague|manager|supervis|tutor|trainer|senior))", re.IGNORECASE
)
_NAME_WORD = r"[A-Z](?!['’](?:m|d|ve|ll)\b)(?:[\w-]|['’](?!(?:s|m|d|ve|ll|re)\b)(?=\w))+(?!\w)"
_NAME = rf"(?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sister|Fr|Rev)\.? )?{_NAME_WORD}(?: {_NAME_WORD}){{0,2}}"
_STAFF_SINGULAR = (
    r"(?:supervisors?|supervisees?|manager|lead|boss|colleague|senior|tutor|trainer|consultant|psychiatrist"
    r"|psychologist|gp|nurse|doctor|registrar|director|coordinator|co-ordinator|social worker|support worker"
    r"|care worker"
    r"|keyworker|officer|solicitor|barrister|interpreter|commissioner|receptionist|administrator|admin|rep|chair|head"
    r"|deputy|teacher|matron|facilitator|trainee|counsellor|therapist|pwp|examiner|external|inspector|chaplain|peer"
    r"|co-facilitator|co-therapist|mentor|locum|OT|physio|DSL|caretaker|cleaner)"
)
#: Names beside an office: "my manager Dawn", "Dawn, my manager,", "Roz in governance", "Viv, who line-manages me".
_NAMED_STAFF = (
    re.compile(
        rf"\b(?i:{_STAFF_SINGULAR})[ ,(:—–-]{{1,3}}(?:is |was |called |named )?(?P<name>{_NAME})",
    ),
    re.compile(
        rf"(?P<name>{_NAME})(?:,? \(?(?:\d\d, |[a-z]+ty(?:-[a-z]+)?, )?(?:is|was|who['’]s|who is)? ?(?:(?:my|our|the"
        rf"|a|her|his|an|their) )?"
        rf"(?:(?!(?:on|in|at|from|with|to|of|for|and|or|needs|wants|has|had|saw|rang|told|said|asks?|asked|sent|met|about)\b)"
        rf"[\w-]+ ){{0,3}}(?i:{_STAFF_SINGULAR})\b)"
    ),
    re.compile(
        rf"(?P<name>{_NAME}),? \(?(?:who['’]s |who works |who is )?(?:in|from|on|at) (?:the |our |my )?(?:[\w-]+ )?"
        r"(?:governance|hr|HR|team|commissioning|reception|central booking|booking|service|admin|office|front desk"
        r"|desk"
        r"|registry|payroll|finance|occupational health|wellbeing|safeguarding|trust|union|switchboard|duty|crisis"
        r"|CMHT"
        r"|IT|training|quality|complaints|PALS|facilities|estates|pharmacy|ward|board|panel|course)\b"
    ),
    re.compile(
        rf"(?P<name>{_NAME}),? who (?:runs|manages|line-manages|supervises|chairs|leads|heads|facilitates|audits"
        rf"|trains"
        r"|teaches|co-runs|shares (?:the|my|our) (?:office|room|desk))\b"
    ),
    re.compile(rf"(?P<name>{_NAME}),? (?:who (?:is|was) )?(?:in charge|on duty|on shift|on the desk|on switchboard)\b"),
    re.compile(rf"\b[Ss]upervision (?:today |tonight |this morning )?with (?P<name>{_NAME})"),
    re.compile(rf"(?P<name>{_NAME}) (?:today )?in supervision\b"),
    re.compile(rf"\b(?:co-run|co-facilitate|run) (?:it|this|the [\w ]{{2,30}}) with (?P<name>{_NAME})"),
)
_REGISTERED_STAFF = re.compile(
    r"supervis|manager|lead\b|colleague|peer|psychiatrist|boss|tutor|consultant|nurse|doctor|team|carer|gp\b|head"
    r"|trainer",
    re.IGNORECASE,
)
_MENTION = re.compile(_NAME)
_STARTER_WORDS = (
    "i he she they it we you the a an his her my our then and but so that this there what when if no yes not how why "
    "where who today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday something nothing "
    "maybe perhaps still now after before once as at in on for to with from of or one some every all because since"
)
_STARTERS = frozenset(_STARTER_WORDS.split())
_AFTER_SUBJECT = re.compile(
    r"(?:['’]s)? (?:[a-z]+ly )?(?:[a-z]+(?:ed|s)|said|told|put|came|went|sat|took|had|got|rang|left)\b"
)
_PLACE_BEFORE = re.compile(r"\b(?:the|in|at|near|from|of|outside|to)$")


@dataclass(frozen=True, slots=True)
class _Seen:
    """Somebody mentioned: at work or not, as the subject of a clause or not; ``gender`` f, m or empty."""

    at: int
    staff: bool
    subject: bool
    gender: str = ""


@dataclass(slots=True)
class Cast:
    """Who has been mentioned where."""

    staff: frozenset[str] = field(repr=False)
    own: frozenset[str] = field(repr=False)
    sources: frozenset[str] = field(repr=False)
    _seen: list[_Seen] = field(repr=False)
    _text: str = field(repr=False)

    def voice_of(self, speaker: str, position: int) -> Voice:
        """Whose voice a speaker is, as the text names him at ``position``: a pronoun, a name, a noun with its "
        "article."""
        ends = re.search(r"\b(?:and|when|then|as|but) (he|she|they)$", speaker)  # "the bell went and he"
        speaker = ends.group(1) if ends else speaker
        low = fold(speaker)
        if low in ("i", "i'd", "i've", "we", "me", "us"):
            return Voice.WRITER
        if low in ("he", "she", "they", "his", "her", "their", "him", "them"):
            return self._referred(
                position, "f" if low in ("she", "her") else "m" if low in ("he", "his", "him") else ""
            )
        if low in ("somebody", "someone", "everyone", "everybody", "people", "nobody", "no one", "one"):
            return Voice.NOBODY
        return self._by_noun(speaker, low) or self._by_name(speaker)

    def _by_noun(self, speaker: str, low: str) -> Voice | None:
        """Whose voice "her mother", "the poster" or "HR" is; ``None`` for what is no noun of these."""
        head = re.split(r" (?:in|on|from|at|of|by|with|for|next to|over|outside|about)\b", low)[0]
        noun = _ANY_NOUN.search(head)
        if noun:
            return Voice.CLIENT if noun.group("private") else Voice.PAPER if noun.group("paper") else Voice.STAFF
        office = re.fullmatch(r"[A-Z]{2,5}", speaker) or re.match(
            r"(?:Dr|Prof|Professor|Sister|PC|DC|Sgt|Judge|Matron)\b", speaker
        )
        return Voice.STAFF if office else None

    def _by_name(self, speaker: str) -> Voice:
        words = {fold(word) for word in name_words(speaker)}
        if words & self.own:
            return Voice.WRITER
        if words & self.staff:
            return Voice.STAFF
        return Voice.PAPER if words & self.sources else Voice.CLIENT

    def _referred(self, position: int, gender: str) -> Voice:
        """The last one who could be meant, subjects of clauses first; a client where nobody was spoken of."""
        stop = bisect.bisect_left(self._seen, position, key=lambda seen: seen.at)
        paragraph = self._text.rfind("\n\n", 0, position) + 1
        for floor in (paragraph, max(0, position - 700)):
            near = [s for s in self._seen[max(0, stop - 30) : stop] if s.at >= floor]
            fits = [s for s in near if not (gender and s.gender and s.gender != gender)]
            chosen = [s for s in fits if s.subject] or fits
            if chosen:
                return Voice.STAFF if chosen[-1].staff else Voice.CLIENT
        return Voice.CLIENT


def cast_of(document: Document, knowledge: Knowledge) -> Cast:
    """Reads through an entry once for who is mentioned and who is at work."""
    text = document.text
    staff = _staff_names(text, knowledge)
    own = frozenset(fold(word) for word in name_words(knowledge.author.name))
    seen = []
    for match in _ROLE_MENTION.finditer(text):
        if match.group("staff") and _STRANGER.match(match.group()):
            continue
        noun = fold(match.group("private") or match.group("staff"))
        gender = "f" if noun in _FEMALE else "m" if noun in _MALE else ""
        subject = _opens_clause(text, match.start()) or _AFTER_SUBJECT.match(text, match.end()) is not None
        seen.append(_Seen(match.start(), match.group("private") is None, subject, gender))
    for match in _MENTION.finditer(text):
        words = {fold(word) for word in name_words(match.group())}
        if not words - _STARTERS or _PLACE_BEFORE.search(text, max(0, match.start() - 9), max(0, match.start() - 1)):
            continue
        opens = _opens_clause(text, match.start())
        acts = _AFTER_SUBJECT.match(text, match.end()) is not None
        if opens and not acts and not words & staff:
            continue  # the first word of a sentence, for all that can be told
        seen.append(_Seen(match.start(), bool(words & staff), acts))
    return Cast(staff, own, knowledge.lists.famous_sources, sorted(seen, key=lambda s: s.at), text)


def _opens_clause(text: str, start: int) -> bool:
    return (
        re.search(
            r"(?:^|[.!?…:;\n—–][\"”’*)]*\s*|\b(?:and|but|then|when|because|so) )$", text[max(0, start - 9) : start]
        )
        is not None
    )


def _staff_names(text: str, knowledge: Knowledge) -> frozenset[str]:
    """Folded names of those at work: by the register's role, or by what stands beside them."""
    names = {
        fold(word)
        for known in knowledge.names
        if _REGISTERED_STAFF.search(known.role)
        for name in (known.name, *known.aliases)
        for word in name_words(name)
    }
    for pattern in _NAMED_STAFF:
        for match in pattern.finditer(text):
            names |= {fold(word) for word in name_words(match.group("name")) if not word.isupper()} - _STARTERS
    return frozenset(names)
