"""Looks for places and organisations by the words they are built of and the prepositions before them."""

from __future__ import annotations

import re

from journal.anonymise.chains import Chain
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.grammar import BESIDE_PLACE
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.names import fold
from journal.anonymise.segments import Document, Zone
from journal.anonymise.vocabulary import CALENDAR, TRADE, capital_says_nothing, foreign_at, is_everyday

DETECTOR = "organisations"

_SERVICE_HEADS = (
    "therapies wellbeing counselling service services iapt cmht camhs clinic hospital infirmary surgery practice "
    "hospice "
    "ward unit trust partnership health physio team hub centre center hostel rehab suite psychology"
)
_OTHER_HEADS = (
    "school primary academy comprehensive college university nursery grammar church chapel mosque gurdwara synagogue "
    "temple house lodge chambers network collective project foundation society club union association council prison "
    "court library rooms hotel pub arms inn cafe café gallery theatre factory works shop stores ltd limited plc "
    "company "
    "band choir regiment drop-in agency farm charity cathedral abbey priory station depot market press records hall"
)
_PLACE_HEADS = (
    "floor road street lane avenue common bay beach moor park forest wood hill fell dale valley river bridge island "
    "isle estate green quay harbour pier square gardens village town county shire line lock canal loch lough "
    "crescent "
    "steps foregate gate marsh heath downs peak terrace close drive row wharf"
)
SERVICE_HEADS = frozenset(_SERVICE_HEADS.split())
OTHER_HEADS = frozenset(_OTHER_HEADS.split())
PLACE_HEADS = frozenset(_PLACE_HEADS.split())

# Words that name no one organisation by themselves ("Crisis Team", "Crown Court", "Occupational Health").
_COMMON_PARTS = (
    "talking therapies therapy counselling wellbeing mental health crisis duty home treatment early intervention "
    "safeguarding adult adults child children family families community local occupational social care services "
    "service "
    "team hub centre crown county magistrates magistrates' high court primary secondary law general acute "
    "emergency the "
    "of and for a an psychological psychology psychotherapy human resources nhs trust hospital ward unit clinic "
    "surgery "
    "practice group private national royal prison police church school college university house day night "
    "young people "
    "people's older student students recovery support access improving liaison perinatal outreach memory forensic "
    "inpatient outpatient telephone supervision peer staff waiting board council charity foundation head"
)
COMMON_PARTS = frozenset(_COMMON_PARTS.split())

_IN = re.compile(
    r"(?:\b(?:in|near|outside|around|through|across|round|down in|up in|over in|out of|north of|south of)[ ])$", re.I
)
_AT = re.compile(
    r"(?:\b(?:at|from|to|past|via|over|towards|into|of|on|beyond|by|for|leaving|left|reached)[ ])(?:the )?$", re.I
)
_FROM = re.compile(r"\b(?:from|at|past|beyond|via)[ ]$", re.IGNORECASE)
# "drove back over Hartside", "the bus to Newlyn"
_TRAVEL = re.compile(
    r"\b(?:dr(?:o|i)ven?|drives|driving|walk\w*|cycl\w+|back|home|up|down|road|bus|train|ferry|coach|turned down"
    r"|moved|moving) (?:over|across|to|past|via|through|towards) $|\bturned down $"
)
# "(41, trawlerman, Newlyn)"
_LISTED = re.compile(r"\((?:\d\d|[a-z]+ty(?:-[a-z]+)?|Year \d+), (?:[a-z-]+ ){0,2}[a-z-]+, $")
# "a staff nurse on Juniper", "nights on Elm": a ward by its bare name
_ON_WARD = re.compile(r"\b(?:nurse|nurses|nights?|shifts?|bank|beds?|ward manager|patients?|manager|HCA|staff) on $")
_IN_THE = re.compile(r"\b(?:in|across|around|through|up in|down in|out in|from|over|to) the $", re.IGNORECASE)
_THE = re.compile(r"\bthe $", re.IGNORECASE)
# "at the Sycamores", "in a bed behind the Regal": a house, a home, a pub by its name of everyday words
_AT_THE = re.compile(r"\b(?:at|from|to|behind|outside|near|opposite|inside|into|leaving|left) the $")
_CAPITAL_WORDS = (
    "head service trust board council bible church internet web other self group unit ward team chair court "
    "government "
    "state department act code framework policy king queen prince prime pope lord devil god army navy police "
    "north south "
    "east west midlands blitz war left right troubles tories lions union centre city town village hall "
    "school college "
    "university hospital manager director lead clinic surgery chief executive minister home office house world cup "
    "olympics games end beginning door room talking therapy work plan form system model process client "
    "patient deep void "
    "lego hoover biro velcro shadow child parent adult critic mother father good bad thing real truth law word"
)
_CAPITAL = frozenset(_CAPITAL_WORDS.split())
# "the Riverside team", "the Bury office"
_NAMED_TEAM = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Tt]heir|[Hh]is|[Hh]er"
    r"|an?) (?P<name>[A-Z][a-z][\w'’-]*(?: [A-Z][a-z][\w'’-]*)?) (?:team|clinic|office|hub|surgery"
    r"|estate"
    r"|branch|site|flats|end|depot|campus|shelter|refuge|hostel|workshop|project|scheme|food ?bank|drop-in"
    r"|choir|lifeboat|ferry|shop)\b"
)
# "works at Greggs", "a job with the RNLI": an employer by what is done there
_WORKS_AT = re.compile(
    r"\b(?:[Ww]orks?|[Ww]orked|[Ww]orking|jobs?|shifts?|nights|employed|temps?|temped|volunteers?|volunteered"
    r"|manager|supervisor|started"
    r"|sacked|redundant|retired|porter|cleaner|driver|apprentice|contract)(?: [a-z]+)? (?:at|for|by|from) (?:the )?"
    r"(?P<name>[A-Z]{3,5}(?!\w)|[A-Z][a-z][\w'’&-]*(?: [A-Z][a-z][\w'’&-]*){0,2})"
)
# "Larch, Pym and Dole, solicitors": a firm by its partners
_FIRM = re.compile(
    r"(?<![\w'’-])[A-Z][\w'’-]+(?:, [A-Z][\w'’-]+)*,? (?:and|&) [A-Z][\w'’-]+(?=,? (?:solicitors?|LLP"
    r"|accountants|estate agents"
    r"|chartered|surveyors|architects|funeral directors|auctioneers|builders|& Sons?|and Sons?)\b)"
)
# "the NUMW branch at the docks", "his union, the NUMW": a body by its letters
_BRANCH = re.compile(r"\bthe (?P<name>[A-Z]{3,6})(?= (?:branch|lodge|chapter|chapel|local|convenor|rep at)\b)")
_GENERIC_TEAM_WORDS = (
    "crisis duty adult community mental early home older young learning primary secondary memory perinatal eating "
    "assertive intensive rapid street family child children looked leaving human finance payroll executive "
    "senior junior "
    "whole new old british english scottish welsh irish european local national regional head post front "
    "back box ground "
    "dream design research clinical quality audit safeguarding talking step tier nhs monday tuesday "
    "wednesday thursday friday "
    "saturday sunday christmas easter olympic"
)
_GENERIC_TEAM = frozenset(_GENERIC_TEAM_WORDS.split())

_WARD_NUMBER = re.compile(
    r"\b(?:[Ww]ard|[Uu]nit|[Ff]loor) (?:\d{1,2}[A-Z]?|[A-Z])\b|\b[A-Z] (?:Floor|Wing|Ward)\b|\b[A-HJ-Z] (?:wing"
    r"|block|spur)\b"
)
# "the A470", "off the M62": roads by their number; paper, levels and bare "A4" apart
_ROAD = re.compile(r"(?<![\w-])(?:[AB]\d{2,4}(?:\(M\))?|(?<=the )[AMam]\d{1,3}(?:\(M\))?|M\d{2})(?![\w-])(?! paper)")
_HMP = re.compile(r"\b(?:HMP|HMYOI|YOI|RAF|HMS|RNAS|HM Prison) (?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)?")
_SAINT = re.compile(
    r"\bSt\.? [A-Z][\w-]+(?:['’]s?)?(?: (?:and|&) St\.? [A-Z]\w+)?(?: (?:Comprehensive|Primary|School|Academy"
    r"|College|Hospital"
    r"|Hospice|Church|Centre|House|Parish|High|Infant|Junior|RC|C of E|Catholic|Surgery))*(?!\w)"
)
_SAINT_DAY = re.compile(r"['’]s (?:Day|Eve)")
_AMPERSAND = re.compile(r"(?<!\w)[A-Z][\w'’]*(?: ?& ?[A-Z][\w'’]*)+(?: [A-Z][\w'’]+)*")
# "Robin Hood's Bay", "St Hilda's School", "Shepherd's Bush": a possessive inside a name.
_POSSESSIVE = re.compile(
    r"\b[A-Z][\w-]+(?: [A-Z][\w-]+)?['’]s (?:Bay|Head|Bush|Cross|Green|End|Point|Gate|Court|Hill|Wood|Town"
    r"|School|Academy"
    r"|Primary|College|House|Hospital|Hospice|Surgery|Church|Chapel|Inn|Arms|Farm|Shop|Bakery|Nursery|Therapies)\b"
)
# Local newspapers, which a client may be in.
_PAPER = re.compile(
    r"\bthe (?:[A-Z][a-z]+ )?(?:Mail|Herald|Gazette|Echo|Argus|Chronicle|Courier|Advertiser|Mercury|Evening News"
    r"|Examiner"
    r"|Telegraph and Argus|Standard|Citizen|Free Press|Messenger|Western Mail|Post|Record|Journal|Press|Leader|Reporter"
    r"|Sentinel|Bugle)\b(?! Office)"
)
# Public houses, which are small worlds.
_PUB = re.compile(
    r"\b(?:the|The) (?:(?:Red|White|Black|Golden|Old|New|King['’]s|Queen['’]s|Royal|Blue|Green) (?:Lion|Hart"
    r"|Bull|Swan|Horse"
    r"|Head|Arms|Oak|Crown|Anchor|Ship|Fleece|Inn|Bell)|Plough|Crown|Swan|Anchor|Wheatsheaf|Fleece|Bell Inn"
    r"|Railway Inn"
    r"|Fox and Hounds|Rose and Crown|Coach and Horses|[A-Z]\w+ (?:Arms|Inn|Tavern))(?! Court| Prosecution)(?!\w)"
)
# "the *Guiding Star*", "the _Margaret Ann_": a boat, a house, a train; titles of works are kept as sources.
_ITALIC_NAME = re.compile(r"\b[Tt]he (\*|_)([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})\1(?![\w*])")
_UNIVERSITY_OF = re.compile(r"\bUniversity (?:Hospitals? )?of [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Wards by number, prisons, saints' schools, pairs with "&" that end like an organisation."""
    text = document.text
    found = []
    for pattern, kind, score in (
        (_WARD_NUMBER, Kind.PLACE_SERVICE, 0.8),
        (_HMP, Kind.ORG_EMPLOYER, 0.93),
        (_ROAD, Kind.PLACE_GEO, 0.7),
        (_FIRM, Kind.ORG_EMPLOYER, 0.92),
        (_SAINT, Kind.ORG_EMPLOYER, 0.85),
        (_UNIVERSITY_OF, Kind.ORG_EMPLOYER, 0.8),
        (_POSSESSIVE, Kind.PLACE_GEO, 0.85),
        (_PAPER, Kind.ORG_EMPLOYER, 0.7),
        (_PUB, Kind.ORG_EMPLOYER, 0.7),
    ):
        for match in pattern.finditer(text):
            if pattern is _SAINT and _SAINT_DAY.match(text[match.end() - 2 : match.end() + 6]):
                continue
            found.append(Finding(match.start(), match.end(), kind, Risk.QUASI, score, DETECTOR, "shape"))
    found += [
        Finding(*match.span(2), Kind.ORG_EMPLOYER, Risk.QUASI, 0.9, DETECTOR, "italic_name")
        for match in _ITALIC_NAME.finditer(text)
    ]
    for match in _NAMED_TEAM.finditer(text):
        words = {fold(word) for word in match.group("name").split()}
        known = words & (_GENERIC_TEAM | CALENDAR | TRADE) or match.group("name") in knowledge.lists.keep_terms
        if not known and not any(is_heritage(word, knowledge.lists) for word in words):
            kind = Kind.PLACE_GEO if " ".join(sorted(words)) in knowledge.lists.places else Kind.ORG_EMPLOYER
            found.append(Finding(*match.span("name"), kind, Risk.QUASI, 0.68, DETECTOR, "named_team"))
    for match in _WORKS_AT.finditer(text):
        name = match.group("name")
        if name in knowledge.lists.keep_terms or fold(name.split()[0]) in TRADE | CALENDAR | _CAPITAL:
            continue
        found.append(Finding(*match.span("name"), Kind.ORG_EMPLOYER, Risk.QUASI, 0.62, DETECTOR, "works_at"))
    for match in _AMPERSAND.finditer(text):
        last = fold(match.group().split()[-1])
        if last in SERVICE_HEADS | OTHER_HEADS:
            found.append(
                Finding(match.start(), match.end(), Kind.PLACE_SERVICE, Risk.AUTHOR, 0.85, DETECTOR, "head_noun")
            )
    found += [
        Finding(*match.span("name"), Kind.ORG_EMPLOYER, Risk.QUASI, 0.7, DETECTOR, "branch")
        for match in _BRANCH.finditer(text)
        if match.group("name") not in knowledge.lists.keep_terms
    ]
    found += [short for long in list(found) for short in shortened(document, long)]
    return [f for f in found if document.zone_at(f.start) is not Zone.REFERENCES]


def is_heritage(word: str, lists: WordLists) -> bool:
    """Whether a folded word is a nationality, ethnicity, religion or language."""
    return (
        word.removesuffix("s") in lists.nationalities
        or word in lists.nationalities
        or word in lists.ethnicities
        or word in lists.religions
        or word in lists.languages
    )


def classified(document: Document, chain: Chain, lists: WordLists) -> Finding | None:
    """A chain of capitalised words as a place or an organisation, where it is one."""
    if chain.title_start is not None or (len(chain.words) == 1 and fold(chain.words[0].text) in CALENDAR):
        return None
    bare = [fold(word.text) for word in chain.words]
    if len(bare) > 1 and bare[-1] in SERVICE_HEADS | OTHER_HEADS | PLACE_HEADS:
        return _with_head(document, chain, bare)
    return _by_preposition(document, chain, bare, lists)


def _by_preposition(document: Document, chain: Chain, bare: list[str], lists: WordLists) -> Finding | None:
    """A chain as a place or organisation by what stands before it and by the gazetteer."""
    surface = document.text[chain.start : chain.end]
    before = document.text[max(0, chain.start - 16) : chain.start]
    if capital_says_nothing(document, chain.start) and foreign_at(document, chain.start, lists):
        return None  # "Hoy", "Como"
    everyday = all(is_everyday(word, lists) for word in bare)
    place = fold(surface) in lists.places
    given = any(word in lists.given_names for word in bare)
    unknown = not (place or given or everyday)
    inside = _IN.search(before) is not None or (place and _IN_THE.search(before) is not None)
    if (inside and (place or unknown)) or (_FROM.search(before) and unknown and fold(surface) not in lists.surnames):
        return _place(chain, 0.85 if place else 0.62, "in_place" if inside else "from_place")
    there = _by_the_way(document, chain, bare, unknown=unknown)
    if there is None and len(bare) > 1 and bare[0] in lists.places and _AT.search(before) and not place:
        there = _organisation(chain, 0.86, "place_name")
    if there is not None:
        return there
    if place and (_AT.search(before) or not given or BESIDE_PLACE.match(document.text, chain.end)):
        beside = BESIDE_PLACE.match(document.text, chain.end) is not None
        natural = everyday and (not (_AT.search(before) or beside) or capital_says_nothing(document, chain.start))
        return None if natural else _place(chain, 0.8 if _AT.search(before) else 0.7, "gazetteer")
    if everyday and _AT_THE.search(before) and _house_name(document, chain, bare):
        return _organisation(chain, 0.6, "at_the")
    the_name = _THE.search(before) and not everyday and not _adjective(document, chain, bare, lists)
    return _organisation(chain, 0.6, "the_name") if the_name else None


def _house_name(document: Document, chain: Chain, bare: list[str]) -> bool:
    """Whether everyday words after "at the" are the name of a house: "at the Sycamores", not "at the Head's door"."""
    text = document.text
    if set(bare) & (_CAPITAL | TRADE | CALENDAR) or text[chain.start : chain.end].isupper():
        return False
    if re.match(r" [a-z]+(?:er|or|ist|ion|ment|ing|ness)?\b", text[chain.end : chain.end + 20]) is None:
        return True
    return _GOES_ON.match(text, chain.end) is not None


_GOES_ON = re.compile(
    r" (?:and|on|in|at|with|for|to|by|but|when|where|since|last|is|was|has|had|who|that|every|as|until)\b"
)


def _by_the_way(document: Document, chain: Chain, bare: list[str], *, unknown: bool) -> Finding | None:
    """A place that somebody travels to or is said to be of in a list, a ward that somebody works on."""
    ahead = document.text[max(0, chain.start - 40) : chain.start]
    listed = _LISTED.search(ahead) and document.text[chain.end : chain.end + 1] == ")"
    if unknown and (_TRAVEL.search(ahead) or listed):
        return _place(chain, 0.86, "travel")
    if len(bare) == 1 and bare[0] not in CALENDAR | TRADE and _ON_WARD.search(ahead):
        return Finding(chain.start, chain.end, Kind.PLACE_SERVICE, Risk.QUASI, 0.9, DETECTOR, "on_ward")
    return None


def _adjective(document: Document, chain: Chain, bare: list[str], lists: WordLists) -> bool:
    """Whether "the" and a capital make no name: an acronym, a nationality, a word before a lower-case noun."""
    surface = document.text[chain.start : chain.end]
    if surface.isupper() or bare[0] in TRADE or is_heritage(bare[0], lists):
        return True
    return re.match(r"[ ]+[a-z]", document.text[chain.end : chain.end + 4]) is not None


_FUNCTION_WORDS = (
    "the our my this that these those every no a an his her their your its some any all both each then when if "
    "and but so "
    "in on at to for from of with by as is was one two new old whole same first last next only what which i we "
    "he she they"
)
_FUNCTION = frozenset(_FUNCTION_WORDS.split())


def names_one(chain: Chain) -> bool:
    """Whether two words at the start of a sentence are a name and its head noun ("Larch Ward"), not "The Ward"."""
    if len(chain.words) != 2:
        return False
    bare = [fold(word.text) for word in chain.words]
    heads = SERVICE_HEADS | OTHER_HEADS
    return bare[1] in heads and bare[0] not in COMMON_PARTS | _FUNCTION | heads | CALENDAR | TRADE


_RELATED_BEFORE = re.compile(
    r"\b(?:my|our|his|her|their|your|named|called|dear|with|told|rang|asked) (?:[a-z]+ ){0,2}$", re.I
)


def made_of_words(document: Document, chain: Chain, lists: WordLists) -> bool:
    """Whether a name is of everyday words that nobody bears: "Calmly", "Wharfe Wheels"; a business, not a person."""
    if chain.title_start is not None or _RELATED_BEFORE.search(document.text[max(0, chain.start - 40) : chain.start]):
        return False
    bare = [fold(word.text) for word in chain.words]
    borne = any(word in lists.given_names or word in lists.surnames or word in lists.name_words for word in bare)
    plural = len(bare) > 1 and bare[-1].endswith("s")
    return not borne and is_everyday(bare[-1], lists) and (plural or bare[-1].endswith("ly"))


def _organisation(chain: Chain, score: float, reason: str) -> Finding:
    return Finding(chain.start, chain.end, Kind.ORG_EMPLOYER, Risk.QUASI, score, DETECTOR, reason)


def _place(chain: Chain, score: float, reason: str) -> Finding:
    return Finding(chain.start, chain.end, Kind.PLACE_GEO, Risk.QUASI, score, DETECTOR, reason)


def _with_head(document: Document, chain: Chain, bare: list[str]) -> Finding | None:
    """A chain that ends like an organisation or a place, unless all its words are common to many."""
    if all(word in COMMON_PARTS or word in CALENDAR or word in TRADE for word in bare):
        return None
    nothing = capital_says_nothing(document, chain.start)
    if nothing and len(bare) == 2 and bare[0] in ("the", "our", "my", "this", "that", "every", "no", "a"):
        return None
    head = bare[-1]
    if head in PLACE_HEADS:
        return Finding(chain.start, chain.end, Kind.PLACE_GEO, Risk.QUASI, 0.8, DETECTOR, "head_noun")
    kind = Kind.PLACE_SERVICE if head in SERVICE_HEADS else Kind.ORG_EMPLOYER
    return Finding(chain.start, chain.end, kind, Risk.QUASI, 0.82, DETECTOR, "head_noun")


def shortened(document: Document, finding: Finding) -> list[Finding]:
    """Other mentions of an organisation by the part of its name that is its own: "Larch" for "Larch Ward", or "
    "its initials."""
    words = document.text[finding.start : finding.end].split()
    own: list[str] = []
    for word in words:
        if fold(word) in COMMON_PARTS | SERVICE_HEADS | OTHER_HEADS | PLACE_HEADS and own:
            break
        own.append(word)
    short = " ".join(own).rstrip("&").strip()
    initials = "".join(word[0] for word in words if word[0].isupper())
    found = _again(document, finding, initials) if len(initials) >= 3 and len(initials) > len(words) - 2 else []
    if not own or len(own) == len(words) or len(short) < 3 or fold(short) in COMMON_PARTS or not short[0].isupper():
        return found
    return found + _again(document, finding, short)


def _again(document: Document, finding: Finding, short: str) -> list[Finding]:
    return [
        Finding(m.start(), m.end(), finding.kind, finding.risk, 0.7, DETECTOR, "short_name")
        for m in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", document.text)
        if not finding.start <= m.start() < finding.end
    ]
