"""What stands round the name of a source, and what round a person in the room: patterns, each with its example.

Rule 5 of the specification of identifiers, part (d): source verbs support keeping, client verbs, titles and relations
support flagging.
"""

from __future__ import annotations

import re

from journal.anonymise.knowledge import WordLists
from journal.anonymise.names import TITLES, fold

_ADVERB = r"(?:also |never |rightly |famously |once |only |just |still |somewhere )?"

#: What only an author does: a person in the room hardly "argues" or "posits" in the writer's notes.
AUTHOR_VERBS = re.compile(
    rf"(?:['’]s)?,? {_ADVERB}(?:(?:would|might|may|could|must) (?:have )?|has |have |had )?{_ADVERB}"
    r"(?:advocat|argu|assert|cit|claim|coin|conceptuali[sz]|conclud|contend|contrast|defin|describ|distinguish|emphasi[sz]|formulat"
    r"|identif|illustrat|list|maintain|outlin|posit|postulat|propos|publish|suggest|theori[sz]|warn|writ|wrot)"
    r"(?:e|es|ed|s|y|ies|ied|ing|ten)?\b"
)

# What this field writes about: "Herman on safety", "Figley on compassion fatigue"; not "on the phone".
_TOPICS = (
    r"(?:tasks? of|mourning|grief|loss|trauma|safety|shame|guilt|attachment|anxiety|compassion|burnout"
    r"|boundaries|endings|beginnings"
    r"|money|containment|containing|holding|transference|countertransference|counter-transference|narcissism"
    r"|silence|envy|hate|hatred"
    r"|love|play(?:ing)?|dreams?|groups?|supervision|power|race|racism|class|gender|sexuality|the (?:self"
    r"|unconscious|body|trauma grid"
    r"|death instinct|false self|good object|alliance|frame|relationship|wounded healer|fear of breakdown"
    r"|present moment|core conditions)"
    r"|mentali[sz](?:ing|ation)|defences|defenses|resistance|repair|rupture|empathy|congruence|acceptance"
    r"|memory|psychosis|depression"
    r"|suicide|suicidality|risk|ethics|consent|disclosure|self-disclosure|gifts|touch|time|space|hope|despair"
    r"|evil|ageing|death"
    r"|dying|loneliness|boredom|curiosity|not[- ]knowing|difference|culture|whiteness|oppression"
    r"|neurodiversity|autism|self-\w+"
    r"|parallel process|reflection|reflective practice|reflexivity|writing|stories|narrative|meaning"
    r"|relational depth|presence"
    r"|dissociation|parts|the third|projection|projective identification|splitting|idealisation|perversion"
    r"|symptoms?|formulation)"
)

#: The same, told of somebody whom no list knows: only what is done in print.
PRINT_VERBS = re.compile(
    rf" on {_TOPICS}\b|,? {_ADVERB}(?:(?:has|have) (?:written|published|lectured|taught us) (?:about|on|that)"
    r"|(?:has|have)(?: got)? (?:a|some) (?:whole |good |lovely )?(?:page|pages|section|bit) (?:on|about)"
    r"|argues|posits|coined|theori[sz]es|contends|writes (?:about|of|that|in)|defines"
    r"|wrote (?:about|of|that) (?!me\b|him\b|her\b|it\b|us\b)|conceptuali[sz]es|postulates"
    r"|(?:has|have)(?: got)? (?:an?|that|this|the|some) (?:[\w-]+ ){0,2}"
    r"(?:books?|chapters?|papers?|articles?|poems?|essays?|lines?|novels?|phrase|term for))\b"
)

#: "as Nouwen writes": told of an author whom no list knows
AS_WRITTEN = re.compile(
    r" (?:writes|wrote|argues|argued|puts it|notes|noted|observes|reminds us|has it"
    r"|points out)\b"
)

#: "Goffman on stigma", "Herman on safety first": a note of a surname and a matter, no sentence round it
ON_A_MATTER = re.compile(
    r" on (?!(?:the (?:phone|ward|bus|train|sofa|floor|list|way|day|rota|line|screen)|leave|holiday|call|duty"
    r"|shift|time|board|remand"
    r"|bail|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|my|his|her|Zoom|Teams|top|sick|annual|maternity|\d|it|me|him|us)\b)[a-z]"
)
#: "Rolfe's what, so what", "Casement's internal supervisor": what is nobody's kin, body or belongings
OWNS_A_THOUGHT = re.compile(
    r"['’]s (?!(?:[a-z]+ )?(?:mother|father|mum|mam|dad|husband|wife|partner|ex|son|daughter|brother|sister"
    r"|baby|kids|children|nan|gran"
    r"|hands?|face|voice|eyes?|hair|name|phone|text|message|email|session|slot|supervisor|manager|therapist|counsellor|car|job|desk"
    r"|birthday|funeral|wedding|house|flat|dog|cat|room|notes|file|GP|coat|shoes|bag|turn|family|parents|client|been|got|not|a|the"
    r"|coming|going|here|back|away|in|on|at|all|so|very|just|still)\b(?<!internal supervisor))[a-z]"
)
#: What an author does and a person may do too.
SOFT_VERBS = re.compile(
    r"(?:['’]d|['’]s)?,? (?:who |also |never |rightly |famously |once |somewhere )?"
    r"(?:(?:would|might|could|must|may) (?:say|call|have|add|argue|tell|put)|say|says|said|call|calls|called|has it"
    r"|have it|had it|puts it|put it"
    r"|has a|has the|has lines|talks? (?:of|about)|talked (?:of|about)|speaks? of|spoke of|knew|reminds|means|meant"
    r"|thought|thinks|holds|saw|sees|names|named|got|has|have|worked with|worked on|doesn['’]t say|never said)\b"
)

#: What says that it is an author, even where the surname is an everyday word.
FIRM_VERBS = re.compile(r" (?:would say|has it|puts it|calls? (?:it|this|that)|et al|says somewhere)\b")

_WORKS = (
    r"(?:theor|model|idea|work|cycle|notion|concept|condition|stage|function|book|article|paper|chapter|poem"
    r"|line|essay"
    r"|phrase|word|term|view|account|definition|framework|question|approach|typology|matrix|scale|inventory|triangle"
    r"|hierarchy|attitude|principle|argument|point|distinction|metaphor|seven|six|five|three|core|biography|diar"
    r"|pie chart|letter|restorative|formative|normative|reflective|secure|good.enough|holding|true self|false self"
    r"|experiential|necessary and sufficient|window|tsunami|research|stud(?:y|ies)|findings)"
)
#: "Proctor's restorative function", "Maslow's hierarchy"
OWNS_A_WORK = re.compile(rf"['’]s? (?:[\w-]+ )?{_WORKS}", re.IGNORECASE)

#: The same for a name that a client may well have as a first name: "Scott's model", not "Scott's question"
OWNS_A_THEORY = re.compile(
    r"['’]s? (?:[\w-]+ )?(?:theor|model|cycle|notion of|concept|core condition|framework|typology|matrix|inventory"
    r"|hierarchy|definition|metaphor of|chapter|textbook|poems?\b|thirdness|reverie|containment|holding environment"
    r"|alpha|felt sense|window of|polyvagal|drama triangle|good.enough|true self|false self|core conditions"
    r"|stages|functions"
    r"|tasks of|modes|eyed|factors|dual process|schemas?|soothing|compassionate|miracle question"
    r"|internal supervisor|ghosts in|grid|wheel|ladder|conscious competence|iceberg"
    r"|transitional)",
    re.IGNORECASE,
)

#: Words before a surname that lead to a source: "according to Schore", "reading Yalom", "there is Schön".
BEFORE_SOURCE = re.compile(
    r"(?:\b(?:according to|as|read|reading|re-?read|re-?reading|quot(?:e|es|ed|ing)|cit(?:e|es|ed|ing)|by"
    r"|after|via|see"
    r"|cf\.?|pace|ask|like|than|from|in|of|on|what|which|post|not|there is|there['’]s|reading:|books?:|thanks,"
    r"|sorry,)) $",
    re.IGNORECASE,
)

TITLE_BEFORE = re.compile(
    r"(?<!\w)(?:" + "|".join(TITLES) + r"|sister|nurse|matron|uncle|aunt|auntie)\.? $", re.IGNORECASE
)
_RELATIONS = (
    "client|patient|supervisee|supervisor|manager|colleague|tutor|boss|friend|husband|wife|partner|son|daughter|brother"
    "|sister|dog|cat|student|trainee|nurse|consultant|psychiatrist|named|called"
)
#: "my client Beck", "a colleague called Klein", and who is thanked for guarding the author's name
RELATION_BEFORE = re.compile(
    rf"(?:\b(?:my|our|his|her|their|the|a) (?:[a-z]+ )?(?:{_RELATIONS})(?: (?:named|called))?,? "
    r"|\b(?:protected|withheld|known|held)(?: by| to)? (?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?|\bmy )$",
    re.IGNORECASE,
)

#: "Tim, my manager", "Maya (her daughter)"
RELATION_AFTER = re.compile(rf",? \(?(?:my|our|her|his|their|the) (?:[a-z]+ )?(?:{_RELATIONS})\b", re.IGNORECASE)

#: Words that a title stands among: "read", "book", "poem".
CUE_OF_WORK = re.compile(
    r"\b(?:reads?|reading|reread|re-reading|books?|papers?|articles?|chapters?|poems?|poetry|reports?|novels?"
    r"|films?|songs?"
    r"|plays?|essays?|anthology|library|lent|podcasts?|series|documentary|titled|entitled|author|sonnet|verse"
    r"|lyrics?)\b",
    re.IGNORECASE,
)
#: *An Arundel Tomb*, _Memorial_
ITALIC = re.compile(r"(?<![\w*])(\*{1,2}|_)([^*_\n]{4,120}?)\1(?![\w*])")
#: "by Farhad Dalal" after a title
BY_AUTHOR = re.compile(r"[\"'’”*_]*,? by ((?:[A-Z][\w'’-]*\.? ){1,3}[A-Z][\w'’-]+)")
_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w'’-]*\.? ){1,2}[A-ZÀ-ÖØ-Þ][\w'’-]+"
#: "a poem by Ada Limón", "Chapter 3 of Working with Shame by Deborah Lee"
PIECE_BY = re.compile(
    r"\b(?:poem|book|article|paper|novel|essay|chapter|song|play|report|study|film|memoir|lecture|podcast|blog"
    r"|piece|poems)"
    rf",? by (?P<author>{_NAME})"
    r"|\b(?:read|reading|re-read|book|copy of|[Cc]hapter(?: \w+)? of|quoting|finished|called),? "
    rf"(?P<title>[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+|of|the|and|in|with|for|to|a|on|from)){{1,9}}),? by (?P<by>{_NAME})"
)
#: "there's a bit in Kay Toombs about loss": a place in what somebody wrote
PLACE_IN = re.compile(
    r"\b(?:bit|line|passage|chapter|page|paragraph|section|essay|footnote|sentence|phrase|poem|something|somewhere) in "
    rf"(?P<by>{_NAME}|[A-Z][\w'’-]+)(?= (?:about|on|where|that|which|called|to the effect)\b)"
)
#: "The Four Agreements by Miguel Ruiz", "the work of Rick Hanson", a saying with its author behind a dash
WRITTEN_BY = re.compile(
    rf"\b(?:The|On|How|Why|When|What) (?:[A-Z][\w'’-]+|of|the|and|in|with|for|to|a)(?: (?:[A-Z][\w'’-]+|of|the"
    rf"|and|in|with|for|to|a))* "
    rf"by (?P<by>{_NAME})"
    rf"|\b(?:the (?:work|works|writings|research|books?) of|(?:books?|written|anything) by) (?P<of>{_NAME})"
    rf"|[.!?,]?[\"”] ?[-–—~]+ ?(?P<said>{_NAME})(?=[.\s]*(?:\n|$))"
)
#: A line of things to read: "Reading: Fanon, Black Skin, White Masks."
READING_LINE = re.compile(r"(?:further |to |must )?(?:read|reading|re-read|look up|books?)(?: list)?: ", re.IGNORECASE)
#: "School of Psychology, University of Sheffield"
INSTITUTION = re.compile(
    r"\b(?:School|Department|Faculty|Institute|Centre|College) of [A-Z]\w+(?:(?:,| and| of| &)? [A-Z]\w+){0,4},?"
    r" (?:at )?(?:the )?University of [A-Z]\w+"
)
#: "the Francis report", "the Wisconsin project": public studies by their name
STUDY = re.compile(
    r"\b[Tt]he ((?:[A-Z][\w'’-]+ ){1,4})(?:report|study|studies|inquiry|enquiry|trial|experiments?"
    r"|guidelines?|criteria"
    r"|review|paper|research|model|scale|project)\b"
)
#: Somebody else speaks between a source and a quotation.
SPEAKS = re.compile(r"\b(?:she|he|they|client|said to me|told me|texted|my|our|mum|dad)\b", re.IGNORECASE)

_SMALL = frozenset(
    {"a", "an", "the", "of", "and", "in", "on", "to", "for", "with", "from", "by", "at", "is", "not", "but", "or", "as"}
)


_ACT = re.compile(r",? (?:never |always |just |then |only |has |had )?([a-z]+(?:['’]t)?)\b")


def acts_in_the_room(after: str, lists: WordLists) -> bool:
    """Whether what follows a name is what a client does: "cried", "came in", "never attended"."""
    verb = _ACT.match(after)
    if verb is None or SOFT_VERBS.match(after):
        return False
    word = verb.group(1).replace("’", "'")
    return word in lists.client_verbs and word not in lists.source_verbs


# "Nina Simone told me", "Cassandra, 14,", "Katherine May's mum", "rang Susan David": what no page in a book is
_OF_SOMEBODY = re.compile(
    r" (?:told|asked|rang|texted|emailed|phoned) (?:me|us|her|him|the)\b|,? \(?\d\d\b(?!\d)"
    r"|['’]s (?:[a-z]+ )?(?:mother|father|mum|mam|mom|dad|husband|wife|partner|ex|son|daughter|brother|sister|baby|nan"
    r"|gran|session|slot|file|referral|discharge)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(r"\b(?:saw|seeing|rang|ring|texted|emailed|hug|hugged|visited|discharged|referred|assessed) $")


def in_the_room(text: str, name: str, lists: WordLists) -> bool:
    """Whether a name that is public too is anywhere that of somebody who is there: "Katherine May came back"."""
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        before, after = text[max(0, match.start() - 40) : match.start()], text[match.end() : match.end() + 40]
        if RELATION_BEFORE.search(before) or TITLE_BEFORE.search(before) or _MEETING.search(before):
            return True
        if RELATION_AFTER.match(after) or _OF_SOMEBODY.match(after) or acts_in_the_room(after, lists):
            return True
    return False


def looks_like_a_title(text: str) -> bool:
    """Two words or more, a capital on the first and on most longer ones: "An Arundel Tomb", not "You never asked"."""
    words = re.findall(r"[^\W\d_][\w'’-]*", text)
    if len(words) < 2 or len(words) > 14 or not words[0][0].isupper() or text.rstrip()[-1:] in ".?,":
        return False
    weighty = [word for word in words[1:] if fold(word) not in _SMALL]
    return bool(weighty) and sum(word[0].isupper() for word in weighty) >= 0.75 * len(weighty)
