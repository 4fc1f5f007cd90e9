"""Looks for the words of clients and relatives given verbatim, which can be searched and recognised.

Not those of the writer, of letters and forms, nor sayings that everybody uses; what staff said is only asked about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from journal.anonymise.detectors.cast import Cast, Voice, cast_of
from journal.anonymise.detectors.judgments import is_judgment
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.segments import Document, Quotation, Zone

DETECTOR = "quotes"

_SPEECH = (
    r"(?:said|says|say|saying|told|tells|asked|asks|wrote|writes|texted|texts|messaged|emailed|answered|answers"
    r"|replied"
    r"|replies|added|adds|whispered|whispers|shouted|shouts|muttered|mutters|mumbled|announced|announces|called out"
    r"|cried|laughed|goes|went|signed|sang|repeated|insisted|insists|put it|puts it|observed|offered|remarked|snapped"
    r"|yelled|sobbed|explained|explains|admitted|admits|told me off|voiced|posted|sent|spelled out|spelt out|typed"
    r"|scrawled|scribbled|murmured|sighed|growled|hissed|croaked|breathed|joked|quipped|declared|declares|began"
    r"|came back"
    r"|put on|finished|corrected|protested|pleaded|begged|reckoned|reckons|confessed|ventured|managed|wondered"
    r"|continued|got as far as"
    r"|written|drawn|painted|saying|singing|shouting|asking|whispering|muttering|adding|calling|says it was"
    r"|said it was|described (?:it|him|her|them|this|that) as|calls (?:it|him|her|them|me)"
    r"|called (?:it|him|her|them|me))"
)
_WHO = (
    r"(?:(?i:he|she|they|someone|somebody|everyone|everybody|people|no one|nobody)\b|(?i:the|my|her|his|their|an?"
    r"|our|this|that) (?:[a-z'’-]+ ){0,3}[a-z-]+(?: [A-Z][\w'’-]+)?"
    r"|(?:(?:Dr|Prof|Mr|Mrs|Ms|Miss)\.? )?(?!(?:The|My|Her|His|Their|An?|Our|I|And|But|Then|So|When|What|As|On|In|At"
    r"|If)\b)"
    r"[A-Z][\w'’.-]+(?: [A-Z][\w'’-]+){0,2}(?: (?:mother|father|mum|dad|wife|husband|client|son|daughter|sister"
    r"|brother|nan))?)"
)
_NO_WHO = r"(?!(?:the|a|an|his|her|their|our) [a-z]+ (?:and|or|when|that|then)\b)"
_ADVERB = r"(?:[a-z]+ly |once |then |just |only |also |at last |finally |in the end |quietly )?"
# "She asked me where it was": what follows a verb of speech there is told, and the words before it are another's.
_REPORTED = r"(?! (?:(?:me|us|him|her|them) )?(?:if|whether|where|why|when|how|what|that)\b)"
# "she said", "said Momo", "as he puts it", "was how she put it", after the quotation.
_AFTER = re.compile(
    rf"^[,.?!…—–-]*[\"”’'*_]{{0,3}}(?:[,;:]|\.(?= ?[a-z—–-]))?[ ]*(?:[—–-] ?)?(?:as )?(?:(?P<who>{_WHO}) {_ADVERB}"
    rf"(?:had |has |would )?{_SPEECH}{_REPORTED}"
    rf"|{_SPEECH} (?P<whom>{_WHO})|(?:is|was) (?:what|how) (?P<what>{_WHO}) (?:said|put it|wrote|called))\b",
)
# '"No," she said. "I would rather…"': the same one goes on.
_GOES_ON = re.compile(
    rf"[\"”’'*] ?(?:—|–)? ?(?:(?P<who>{_WHO}|I) {_ADVERB}(?:had )?{_SPEECH}"
    rf"|{_SPEECH} (?P<whom>{_WHO}))[^.?!\"“”]{{0,40}}[.,:;—–] *$"
)
_I_AFTER = re.compile(rf"^[,.?!…—–-]*[\"”’'*_]{{0,3}},?[ ]*(?:[—–-] ?)?I {_ADVERB}(?:had |['’]d )?{_SPEECH}\b")
_BEFORE = re.compile(
    rf"\b{_NO_WHO}(?P<who>{_WHO}|I\b)(?:['’]d| would| will|['’]ll| had| has|['’]s|['’]ve| have| once| then| just"
    rf"| only| also| always"
    rf"| finally| never| first| even| did|, [^,.;!?\"“”]{{1,60}},"
    rf"|,? who| [^,.;!?\"“”]{{1,50}}(?:,| and| before) (?:and )?(?:then )?)*(?: [a-z]+ly)? (?P<verb>{_SPEECH})\b"
)
_COLON = re.compile(rf"(?:^|[.!?\n]\s*|- )(?P<who>{_WHO})(?:,? [a-z ]{{1,40}})?: ?[\"“'‘*]*$")
_I_SAY = re.compile(
    r"\bI(?:['’](?:d|ve|ll|m))? (?:[a-z]+ ){0,3}(?:said|say|asked|told|wrote|put|signed|thought|think|replied"
    r"|answered|heard"
    r" myself|want to say|wanted to say|nearly said|text|texted|called|call|typed|ticked|began|offered|tried"
    r"|explained)\b"
    r"[^.?!]{0,60}$"
)
# "I wrote it down so as to have it right": somebody else's words, kept.
_TAKEN_DOWN = re.compile(
    r"\bI (?:had |have |[a-z]+ly )?(?:(?:wrote|written|noted|took|got|copied|jotted) (?:it|that|this|them|him|her|down)"
    r"(?: all| exactly)?(?: down)?\b(?<!wrote her)(?<!wrote him)(?<!wrote them)|memori[sz]ed (?:it|that|this))",
)
# "I said what I thought the old king might say": words made up for somebody.
_MADE_UP = re.compile(
    r"\bI (?:had )?(?:thought|imagined|supposed|guessed|pictured) [^.?!]{1,50}\b(?:might|would|could|must) "
    r"(?:have )?(?:say|said|want to say|tell|told|be saying)\b[^.?!]{0,30}[.:,]?\s*$"
)
# "At handover they said": whoever speaks there is at work.
_AT_MEETING = re.compile(
    r"\b(?:[Aa]t|[Ii]n|[Ff]rom) (?:the |our |my |this |case )?(?:handover|huddle|panel|MDT|team meeting|ward round"
    r"|case management|away day|staff meeting|allocations?|referral meeting|board|debrief)\b[^.?!\"“]{0,60}$"
)
# "It came in writing.": what is quoted after such a sentence stands on paper.
_ON_PAPER = re.compile(
    r"(?:\b(?:in writing|in black and white|in print)\b[^.?!]{0,20}|\b[Ee]-?mail(?: at| from| on)?\b[^.?!\"“]{0,40}"
    r"|\bfrom (?:the trust|HR|head office|central booking)"
    r"|\b(?:letter|memo|e-?mail|circular|notice|bulletin) (?:came|arrived|landed|went up"
    r"|says|said|read|reads)\b[^.?!\"“]{0,40})[.:]\s*$"
)
# "start by saying", "you could say": nobody has said it. "called", "known as", "the word": a word held up.
_ADVISED = re.compile(
    r"\b(?:by|than|of|like|without) (?:saying|asking|telling)\b[^.?!]{0,30}$"
    r"|\b(?:[Yy]ou (?:[a-z]+ ){0,2}(?:say|ask|tell)|to say)\b[^.?!]{0,30}$"
    r"|(?:^|[.:;] |\d[.)] |- |\b(?:One|Two|Three|First|Second|Then|Next), )(?:Say|Ask|Tell (?:him|her|them)"
    r"|[A-Z]?[a-z]+ [^.?!\"“]{3,40} and (?:say|ask"
    r"|reply))[:,]? $"
)
_AS_THEY_SAY = re.compile(r"\bas (?:they|people|we all) (?:say|always say|used to say),? *$", re.IGNORECASE)
# "ie: "…"", "for example, "…"", "shame tells you "…"", ""…" is something that can be asked": what one might say.
_SUCH_AS = re.compile(
    r"(?:\b(?:ie|i\.e\.?|eg|e\.g\.?|for example|for instance|such as)[:,.… ]*"
    r"|\b(?!(?:[Hh]e|[Ss]he|[Ww]ho) )\w+ tells (?:you|us|people|everyone) (?:things |that )?(?:like )?"
    r"(?:[\"“”][^\"“”]*[\"“”][, ]*)*)$",
    re.IGNORECASE,
)
_GOOD_TO_SAY = re.compile(
    r"[\"”’']? (?:is|are|can be|might be) (?:something (?:that|to|you|we)"
    r"|a (?:good|great|nice) (?:way|thing|start|question))\b"
)
_HELD_UP = re.compile(
    r"(?:\b(?:as they say|they say|the (?:word|words|phrase|term|question|heading|expression|idea of|notion of)"
    r"|so-called"
    r"|known as|termed|labelled|headed|entitled|titled|under|marked|coded as|filed (?:as|under)|recorded as|down as"
    r"|being"
    r"|about|between|of|for|on|or|an?|the|some|any|more|this|that|his|her|my|our|their|was|were|is|are|be|been"
    r"|to)[ ,]*)$",
    re.IGNORECASE,
)
# "she calls it "the fog"": a word of one's own, of two words too; "as he puts it", "in her words".
_COINED = re.compile(
    rf"(?P<who>{_WHO}) (?:calls|called|names|named) (?:it|this|that|them|me|him|her|(?:his|her|the|their) [a-z]+),? $"
)
_THEIR_WORD = re.compile(
    r"\b(?:[Hh]is|[Hh]er|[Tt]heir) (?:own )?(?:word|words|phrase|name|term|expression)(?: for [\w' ’]{1,30})?(?: is"
    r"| was|:|,)*\s*$"
)
_SUBJECT = re.compile(r"\b([Hh]e|[Ss]he|[Tt]hey|I)\b")
_MESSAGE = re.compile(
    r"\b(?P<who>[Hh]is|[Hh]er|[Tt]heir|[A-Z]\w+['’]s)(?: [a-z]+){0,2} (?:message|text|note|letter|card|voicemail"
    r"|words|answer|reply"
    r"|post|diary|poem|drawing|line|e-?mail|postcard|caption|tattoo|T-?shirt|t-?shirt)\b"
)
_PAPER = re.compile(
    r"\b(?:letter|e-?mail|referral|form|policy|notes?|guidance|website|headline|poster|leaflet|slide|report"
    r"|assessment"
    r"|handover|minutes|app|dashboard|system|computer|screen|script|subject line|spreadsheet|template|box|sign"
    r"|complaint"
    r"|job plan|survey|memo|bulletin|spec|code of|file|record|summary|feedback)\b(?![^.?!\"“]*\b(?:he"
    r"|she) )[^.?!\"“]{0,60}$",
    re.IGNORECASE,
)

# What everybody says: thanks, greetings, apologies, not knowing, being fine; recognised by nobody.
_COMMON_SAYING = re.compile(
    r"(?:(?:oh|well|yes|no|yeah|ok|okay|but|and|so|um|er|look|mm)[,.… ]+)*"
    r"(?:i(?:['’]m| am) (?:fine|ok|okay|alright|all right|good|not sure|sorry|so sorry|very sorry|tired|just tired"
    r"|here"
    r"|listening|stuck|lost|a bit lost|stuck here|done)(?: really| today| now| thanks| thank you)?"
    r"|i (?:don['’]t|do not|dunno|didn['’]t) (?:know|mind|care|want to|think so|really know|know why"
    r"|know what to say|know how"
    r"|know what to do|know where to start|know anymore|want to talk about it|remember)"
    r"|i (?:can['’]t|cannot|couldn['’]t) (?:cope|sleep|go on|do it|do this|do it any ?more|do this any ?more)"
    r"|it(?:['’]s| is| was) (?:fine|ok|okay|nothing|complicated|what it is|not fair|my fault|all my fault"
    r"|not your fault|hard)"
    r"|that(?:['’]s| is) (?:it|fine|all|okay|ok|right|life|me)|thank you(?: so much| very much)?"
    r"|thanks(?: for (?:listening"
    r"|everything|today))?|(?:i['’]ll )?see you (?:next week|then|on \w+|soon|tuesday|thursday)|same time next week"
    r"|(?:how|what) (?:are|about) you|what do you (?:think|mean|want)|what(?:['’]s| is) the point|why me|how are you"
    r"|i just want to feel (?:better|normal)|(?:i )?just (?:want|need) someone to talk to+|someone to talk to+"
    r"|can i go now|is that ok(?:ay)?"
    r"|do you (?:even |really )?(?:like|hate|love|believe|understand|hear) me|are you (?:listening|even listening)"
    r"|are you (?:ok|okay|all right|alright)|i(?:['’]ve| have) got to go|i should go|let it go|i miss (?:him|her"
    r"|them)"
    r"|i love you|i hate (?:him|her|them|you|it|myself)|not good enough|good morning|not too bad|can['’]t complain"
    r"|you know(?: what i mean)?|if that makes sense|does that make sense|fair enough|never mind|whatever)[.!?,… ]*",
    re.IGNORECASE,
)
_RELAYED = re.compile(
    r"(?:She|He|They)(?:['’]s)? (?:says?|said|is saying|are saying|wants? (?:you|me) to (?:know|tell))\b"
)
# '"…" - Petra Vandenhoek': a saying with its author
_SAYING_OF = re.compile(r"[\"”’]? ?[-–—~]+ ?[A-Z][\w'’-]+ [A-Z]")
#: A quotation shorter than this many words is a word held up, unless somebody coined it.
_LEAST = 3


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Quotations whose speaker is a client or a relative, and to be asked about, those of staff."""
    if not document.quotations or is_judgment(document.text):
        return []
    cast = cast_of(document, knowledge)
    found = []
    for quotation in document.quotations:
        if document.zone_at(quotation.start) not in (Zone.PROSE, Zone.PROMPT):
            continue
        voice = _voice(document, quotation, cast)
        span = (quotation.start, quotation.end)
        if voice is Voice.CLIENT:
            found.append(Finding(*span, Kind.QUOTE_CLIENT, Risk.QUASI, 0.6, DETECTOR, "client_speaks"))
        elif voice is Voice.STAFF and _count(document.text[quotation.start : quotation.end]) >= 5:
            found.append(Finding(*span, Kind.QUOTE_COLLEAGUE, Risk.QUASI, 0.55, DETECTOR, "staff_speaks"))
    return found


# How referrals and notes put things; no one speaks so.
_OF_NOTES = re.compile(
    r"\b(?:low mood|adjustment disorder|presenting|query|engage[sd]?|engagement|disengaged|risk|hx|dx|bereavement of"
    r"|non-compliant|treatment[- ]resistant|complex grief|personality (?:traits|disorder)|suicidal ideation|moderate"
    r"|anxiety and"
    r"|did not attend|DNA|attended|client|patient|poor motivation|unsuitable|step (?:up|down|[23])|contacts"
    r"|outcome)\b",
    re.IGNORECASE,
)


_EXAMPLE = re.compile(
    r"\b(?:for example|for instance|e\.g\.|i\.e\.|ie|such as|like|answers?|as they say|thoughts?|think(?:s|ing)?"
    r"|subtext|something like"
    r"|along the lines of|imagine|suppose)\b[^.?!]{0,40}$",
    re.IGNORECASE,
)


def _count(words: str) -> int:
    return len(re.findall(r"\w[\w'’]*", words))


@dataclass(frozen=True, slots=True)
class _Around:
    """A quotation with what leads to it: its paragraph, its sentence, and what follows."""

    words: str = field(repr=False)
    lead: str = field(repr=False)
    sentence: str = field(repr=False)
    after: str = field(repr=False)
    alone: bool

    @property
    def count(self) -> int:
        """The number of words quoted."""
        return _count(self.words)


def _voice(document: Document, quotation: Quotation, cast: Cast) -> Voice:
    """Whose words a quotation gives: the first step that can tell decides."""
    text = document.text
    paragraph = max(text.rfind("\n\n", 0, quotation.start) + 1, text.rfind("\n- ", 0, quotation.start) + 1)
    lead = text[max(paragraph, quotation.start - 320) : quotation.start - 1]
    around = _Around(
        words=text[quotation.start : quotation.end],
        lead=lead,
        sentence=re.split(r"(?<=[.!?…])[\"”’)]*\s+(?=[^\sa-z])|\n", lead)[-1],
        after=text[quotation.end : quotation.end + 90],
        alone=_alone(text, quotation),
    )
    for step in (_coined, _held_up, _follows, _taken_down, _predicated, _not_said, _said, _unsaid):
        speaker = step(around)
        if speaker is not None:
            return speaker if isinstance(speaker, Voice) else cast.voice_of(speaker, quotation.start)
    return Voice.NOBODY


def _coined(around: _Around) -> str | Voice | None:
    """Somebody's own word for something, of two words too."""
    if around.count < 2:
        return Voice.NOBODY
    coined = _COINED.search(around.lead)
    if coined:
        return coined.group("who")
    return "she" if _THEIR_WORD.search(around.lead) else None


def _held_up(around: _Around) -> str | Voice | None:
    """Scare quotes; the writer's own child; what everybody says."""
    child = re.match(r"(?:Mum|Mam|Dad|Mom|Mummy|Daddy)\b", around.words)
    nothing = around.count < _LEAST or child or _COMMON_SAYING.fullmatch(around.words)
    if nothing or _SAYING_OF.match(around.after):
        return Voice.NOBODY
    # an interpreter's or a carer's "She says the house is full of water": the words are hers
    return Voice.CLIENT if _RELAYED.match(around.words) else None


def _follows(around: _Around) -> str | Voice | None:
    """Who speaks by the words after the quotation, or before it where the same one goes on."""
    if _I_AFTER.match(around.after):
        return Voice.WRITER
    follows = _AFTER.match(around.after) or _GOES_ON.search(around.lead)
    return next(group for group in follows.groups() if group) if follows else None


def _taken_down(around: _Around) -> str | Voice | None:
    """Words that the writer made up for somebody, or wrote down as somebody said them."""
    if _MADE_UP.search(around.lead):
        return Voice.WRITER
    return "they" if around.alone and _TAKEN_DOWN.search(around.sentence) else None


# 'he's "not being wired up by a boy with a badge"': a whole clause, quoted as what somebody says of himself
_PREDICATE = re.compile(
    r"(?:^|[.!?;:,] |\b(?:and|but|that|because|so|then) )(?:(?:[Hh]e|[Ss]he|[Tt]hey)(?:['’](?:s|re|d|ll)| is"
    r"| was| has| had"
    r"| are| were)?|[A-Z][a-z]+(?:['’]s| is| was| has)?) $"
)


def _predicated(around: _Around) -> str | Voice | None:
    """What somebody says of himself or another, as the end of the writer's sentence; five words at least."""
    whole = around.count > _LEAST + 1 and around.words[:1].islower() and not _OF_NOTES.search(around.words)
    return "they" if whole and _PREDICATE.search(around.lead) else None


def _not_said(around: _Around) -> str | Voice | None:
    """The writer's words, advice, and what is told on paper."""
    last = _last_match(_BEFORE, around.sentence)
    mine = _I_SAY.search(around.sentence)
    if mine and (last is None or last.start() <= mine.start()):
        return Voice.WRITER
    if _ADVISED.search(around.sentence) or _AS_THEY_SAY.search(around.sentence):
        return Voice.NOBODY
    message = _MESSAGE.search(around.sentence)
    if message and (last is None or message.end() > last.end()):
        return re.split(r"['’]", message.group("who"))[0]
    if _SUCH_AS.search(around.sentence) or _GOOD_TO_SAY.match(around.after):
        return Voice.NOBODY
    colon = _COLON.search(around.lead) if last is None else None
    if colon is None:
        return None
    return Voice.PAPER if _PAPER.search(around.sentence) else colon.group("who")


def _said(around: _Around) -> str | Voice | None:
    """Who speaks by the last verb of speech before the quotation."""
    sentence = around.sentence
    last = _last_match(_BEFORE, sentence)
    if last is None and re.search(rf"\b{_SPEECH}\b[^.?!]{{0,20}}$", sentence):
        subject = _last_match(_SUBJECT, sentence)
        if subject:
            return subject.group(1)
    if last is None or last.group("who") == "I":
        return None
    between = sentence[last.end() :]
    # "they wrote to say I'd been '…'" reports; it is not somebody's own turn of phrase
    reports = re.search(r"\bI\b", between) and not re.search(r"[:,]\s*$", between)
    held = _HELD_UP.search(between) and not re.search(r"\b(?:said|says|was|is|it|to|me)\s*$", sentence)
    if around.alone and re.search(r"[.!?…]\s*$", between):
        return None  # a sentence of its own, after one that tells of something said
    if reports or len(between) > 80 or (held and _count(between) > 6):
        return Voice.NOBODY
    if _AT_MEETING.search(sentence):
        return Voice.STAFF
    return last.group("who")


def _unsaid(around: _Around) -> str | Voice | None:
    """Whose words stand alone: those of whom was told of before them; nobody's where they are advice or held up."""
    lead, sentence = around.lead, around.sentence
    if _PAPER.search(sentence) or (around.alone and _ON_PAPER.search(lead)):
        return Voice.PAPER
    if around.alone and not lead.strip():
        return "they"
    if _OF_NOTES.search(around.words):
        return Voice.PAPER
    mine = re.match(
        r"(?:i|i['’]m|i['’]ve|my|we)\b", around.words, re.IGNORECASE
    )  # somebody says "I", and not the writer
    told = (mine if lead.strip() else None) or re.search(r"\b(?:[Hh]e|[Ss]he|[Hh]er|[Hh]is|[Tt]hey)\b|[A-Z]\w+", lead)
    if _TO_READER.search(lead) and not _OF_SOMEBODY.search(lead):
        return Voice.NOBODY
    advice = re.search(r"\b(?:you|your|yourself)\b", sentence, re.IGNORECASE) or re.search(
        r"(?<!\d)\d\d?[.)]\s*$", lead
    )
    own = re.search(r"\bI\b[^.?!]*$", sentence)
    open_end = around.alone and told is not None and not (advice or own or _EXAMPLE.search(sentence))
    return "they" if open_end else Voice.NOBODY


# "Some people find it helps. "How are you today?" is enough. You …": words offered to a reader, told of nobody.
_TO_READER = re.compile(r"\b(?:you|your|yourself|you['’](?:re|ll|d|ve))\b", re.IGNORECASE)
_OF_SOMEBODY = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]er|[Hh]is|[Hh]im|[Cc]lients?|[Ss]ession|[Tt]oday|[Ww]eek)\b"
    r"|(?<=[a-z,;] )(?!I\b|I['’])[A-Z][a-z]"
    r"|\b[A-Z][a-z]+ (?:said|says|told|asked|came|went|sat|wrote|laughed|cried)\b"
)


def _last_match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    last = None
    for match in pattern.finditer(text):
        last = match
    return last


def _alone(text: str, quotation: Quotation) -> bool:
    """Whether a quotation of four words and more is a sentence by itself, or follows a colon or dash."""
    before = text[max(0, quotation.start - 4) : quotation.start - 1]
    ends = text[quotation.end - 1 : quotation.end] in ".!?…" or text[quotation.end + 1 : quotation.end + 2] in (
        ".",
        "",
        "\n",
    )
    if text[quotation.start - 1 : quotation.start] == "*":  # what is only stressed is nobody's words
        return False
    long = _count(text[quotation.start : quotation.end]) >= 4
    return long and ends and bool(re.search(r"(?:^|[\n.!?)*:—–(…]|,)\s*$", before))
