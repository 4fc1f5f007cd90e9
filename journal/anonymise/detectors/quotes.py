"""Looks for the words of clients and relatives given verbatim, which can be searched and recognised.

Not the words of staff, of letters and forms, nor of the writer; not single words in scare quotes.
"""

from __future__ import annotations

import re

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.names import fold, name_words
from journal.anonymise.segments import Document, Quotation, Zone

DETECTOR = "quotes"

_SPEECH = (
    r"(?:said|says|say|saying|told|tells|asked|asks|wrote|writes|texted|texts|answered|replied|added|whispered|shouted"
    r"|muttered|mumbled|announced|called out|cried|laughed|goes|went|signed|sang|repeated|insisted|put it|observed"
    r"|offered|remarked|snapped|yelled|sobbed|explained|admitted|told me off|voiced|posted|sent)"
)
_WHO = (
    r"(?:he|she|they|(?:(?:Dr|Prof|Mr|Mrs|Ms|Miss)\.? )?[A-Z][\w'’.-]+"
    r"|(?:the|my|her|his|a|our) (?:[a-z-]+ ){0,2}[a-z-]+)"
)
# "she said", "said Momo", "he says that his son was", after or before the quotation.
_AFTER = re.compile(
    rf"^[,.?!]?[\"”’'*]{{0,2}},?[ ]*(?:[—–-] ?)?(?:({_WHO}) (?:[a-z]+ly |once |then |just |only )?(?:{_SPEECH})"
    rf"|{_SPEECH} ({_WHO})|is what ({_WHO}) said)\b"
)
_BEFORE = re.compile(
    rf"({_WHO})(?:['’]d| would| will| had| has|['’]s| once| then| just| only| also| always| finally| never| first"
    rf"|, [^,.;!?\"“”]{{1,60}},| [^,.;!?\"“”]{{1,40}} and)*(?: [a-z]+ly)? ({_SPEECH})\b"
)
_FROM = re.compile(r"\b(?:what|how) ({who}) (?:said|wrote|put)".replace("{who}", _WHO))
_FIRST_PERSON = re.compile(r"^(?:i|me|we|my)$", re.IGNORECASE)

# Whoever speaks by office, and things that are written by nobody in the room.
_STAFF = re.compile(
    r"\b(?:supervisor|manager|lead|boss|colleague|team|tutor|trainer|course|hr|governance|rep|union|duty|senior"
    r"|director"
    r"|consultant|psychiatrist|gp|nurse|doctor|receptionist|reception|service|trust|letter|e-?mail|referral|form|policy"
    r"|notes?|book|paper|guidance|website|headline|poster|leaflet|slide|report|assessment|handover|minutes|app|model"
    r"|interviewer|panel|commission(?:er|ing)|nice|interpreter|solicitor|judge|somebody|someone|everyone"
    r"|everybody|people"
    r"|dashboard|system|computer|teacher|head|staff|agency|screen|script|line|they|(?-i:[A-Z]{2,5}))\b",
    re.IGNORECASE,
)
_STAFF_ROLE = re.compile(
    r"supervis|manager|lead\b|colleague|peer|psychiatrist|boss|tutor|consultant|nurse|doctor|team|carer", re.IGNORECASE
)
_I_SAY = re.compile(
    r"\bI(?:['’](?:d|ve|ll|m))? (?:[a-z]+ ){0,3}(?:said|say|asked|told|wrote|put|signed|thought)[^.?!]{0,40}$"
)
# "start by saying", "rather than saying", "you could say", "if you say": nobody has said it.
_ADVISED = re.compile(
    r"\b(?:by|than|of|like) (?:saying|asking|telling)\b[^.?!]{0,30}$"
    r"|\b(?:[Yy]ou (?:[a-z]+ ){0,2}(?:say|ask|tell)|to say)\b[^.?!]{0,30}$"
)
# "she calls it "the fog"": a word of one's own, of two words too.
_COINED = re.compile(
    r"\b([Hh]e|[Ss]he|[A-Z]\w+) (?:calls|called|names|named) (?:it|this|that|them|me|him|her"
    r"|(?:his|her|the) [a-z]+),? $"
)
_SUBJECT = re.compile(r"\b([Hh]e|[Ss]he|[Tt]hey|I)\b")
_MESSAGE = re.compile(
    r"\b([Hh]is|[Hh]er|[Tt]heir) (?:[a-z]+ )?(?:message|text|note|letter|card|voicemail|words|answer|reply|post"
    r"|diary)\b"
)
_IN_SUPERVISION = re.compile(
    r"\b[Ss]upervision (?:today )?with ((?:Dr |Prof )?[A-Z][\w'’-]+)|((?:Dr "
    r"|Prof )?[A-Z][\w'’-]+) (?:today )?in supervision\b"
)
_PRONOUN = re.compile(r"^(?:he|she|they|his|her|their)$", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w.])(?:[A-Z][\w'’-]+|[A-Z]\.(?:[A-Z]\.)*)")


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Quotations of three words and more whose speaker is a client or a relative, as far as the text tells."""
    staff = _staff_names(document, knowledge)
    own = {fold(word) for word in name_words(knowledge.author.name)}
    return [
        Finding(quotation.start, quotation.end, Kind.QUOTE_CLIENT, Risk.QUASI, 0.6, DETECTOR, "client_speaks")
        for quotation in document.quotations
        if document.zone_at(quotation.start) in (Zone.PROSE, Zone.PROMPT)
        and _is_clients(document, quotation, staff, own)
    ]


def _staff_names(document: Document, knowledge: Knowledge) -> set[str]:
    """Folded names of those whose words are not a client's: by the register's role, or by what stands beside them."""
    names = {
        fold(word)
        for known in knowledge.names
        if _STAFF_ROLE.search(known.role) and "supervisee" not in known.role
        for text in (known.name, *known.aliases)
        for word in name_words(text)
    }
    pattern = re.compile(
        r"(?:\b(?:supervisor|manager|lead|boss|colleague|senior|tutor|governance|commissioning|consultant|rep)\b"
        r"[ ,(—–-]{1,3}((?:Dr |Mr |Mrs |Ms |Prof )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?))"
        r"|((?:Dr |Mr |Mrs |Ms |Prof )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?:,? \(?(?:is |was )?(?:my|our|the|a"
        r"|her|his|who['’]s)"
        r" (?:[a-z]+ ){0,2}(?:supervisor|manager|lead|boss|colleague|senior|tutor|consultant)\b| (?:in|from|on our|at) "
        r"(?:governance|hr|HR|team|commissioning|reception|central booking|the service))"
    )
    for match in _IN_SUPERVISION.finditer(document.text):
        names |= {fold(word) for word in name_words(match.group(1) or match.group(2))}
    for match in pattern.finditer(document.text):
        names |= {fold(word) for word in name_words(match.group(1) or match.group(2))}
    return names


def _is_clients(document: Document, quotation: Quotation, staff: set[str], own: set[str]) -> bool:
    text = document.text
    words = text[quotation.start : quotation.end]
    count = len(re.findall(r"\w[\w'’]*", words))
    if count == 2 and (coined := _COINED.search(text, max(0, quotation.start - 60), quotation.start - 1)):
        return not {fold(coined.group(1))} & (staff | own)
    if count < 3 or re.match(r"(?:Mum|Mam|Dad|Mom)\b", words):
        return False  # scare quotes; the writer's own child
    paragraph = text.rfind("\n\n", 0, quotation.start) + 1
    lead = text[max(paragraph, quotation.start - 260) : quotation.start - 1]
    after = text[quotation.end : quotation.end + 70]
    speaker = _speaker(lead, after, alone=_alone(text, quotation))
    if speaker is None or _FIRST_PERSON.match(speaker) or re.match(r"(?:Dr|Prof|Professor)\b", speaker):
        return False
    if _PRONOUN.match(speaker):
        named = _last_named(text[max(0, quotation.start - 500) : quotation.start - 1])
        return named is None or not named & (staff | own)
    folded = {fold(word) for word in name_words(speaker)}
    return not folded & staff and not (_STAFF.search(speaker) and not folded - {fold(speaker)})


def _speaker(lead: str, after: str, *, alone: bool) -> str | None:
    """Who speaks: a pronoun, a name, a noun; ``None`` where no speech is spoken of, or everybody speaks."""
    if re.search(r"\b(?:as they say|they say|like|the word|the phrase|called|being)[ ,]*$", lead, re.IGNORECASE):
        return None
    follows = _AFTER.match(after)
    if follows:
        return next((group for group in follows.groups() if group), None)
    sentence = re.split(r"(?<=[.!?])[\"”’]?\s", lead)[-1]
    if _I_SAY.search(sentence):
        return "I"
    last = _MESSAGE.search(sentence) or _last_match(_BEFORE, sentence)
    if _ADVISED.search(sentence):
        return None
    if last is None and re.search(rf"\b{_SPEECH}\b[^.?!]{{0,20}}$", sentence):
        last = _last_match(_SUBJECT, sentence)
    elif last is not None and re.search(r"\bI\b", sentence[last.end() :]):
        return None  # "they wrote to say I'd been '…'" reports; it is not somebody's own turn of phrase
    return last.group(1) if last is not None else _unsaid(lead, sentence, alone=alone)


def _unsaid(lead: str, sentence: str, *, alone: bool) -> str | None:
    """ "she" for a quotation that stands alone after somebody was told of; ``None`` for the writer's and for advice."""
    told = re.search(r"\b(?:[Hh]e|[Ss]he|[Hh]er|[Hh]is|[Tt]hey)\b|[A-Z]\w+", lead)
    advice = re.search(r"\b(?:you|your|yourself)\b", sentence, re.IGNORECASE) or re.search(
        r"(?<!\d)\d\d?[.)]\s*$", lead
    )
    open_end = (
        alone and told and not advice and not re.search(r"\bI\b[^.?!]*$", sentence) and not _STAFF.search(sentence)
    )
    return "she" if open_end else None


def _last_match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    last = None
    for match in pattern.finditer(text):
        last = match
    return last


def _alone(text: str, quotation: Quotation) -> bool:
    """Whether a quotation of four words and more is a sentence by itself, or follows a colon or dash."""
    before = text[max(0, quotation.start - 4) : quotation.start - 1]
    ends = text[quotation.end - 1 : quotation.end] in ".!?…"
    long = len(text[quotation.start : quotation.end].split()) >= 4
    return long and ends and bool(re.search(r"(?:^|[\n.!?)*:—–(])\s*$", before))


_NO_NAME_WORDS = "i he she they it we you the a an his her my our then and but so that this there what when if no yes"
_NO_NAMES = frozenset(_NO_NAME_WORDS.split())


def _last_named(lead: str) -> set[str] | None:
    """The folded words of the last name before a pronoun; ``None`` where there is none."""
    last = None
    for match in _NAME.finditer(lead):
        before = lead[: match.start()].rstrip()
        if fold(match.group()) in _NO_NAMES or re.search(r"\b(?:the|in|at|near|from|of)$", before[-8:]):
            continue
        if (
            before
            and before[-1] not in '.!?\n"“”:'
            and match.group() not in ("I", "I'm", "I’m", "I’d", "I'd", "I've", "I’ve")
        ) or re.match(r"['’]s | (?:said|asked|told|has|is|was|took|put|looked)", lead[match.end() : match.end() + 8]):
            last = {fold(word) for word in name_words(match.group())}
    return last or None
