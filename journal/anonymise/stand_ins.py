"""Proposals that read well: what could stand in the place of each finding, the same for the same thing.

A proposal never holds the words it replaces nor a name of the register, and is never empty.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from journal.anonymise.edges import left_out, with_age_lead, with_clock, with_cue, with_in, with_weekday
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.grammar import Spot, before_noun, spot_of
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.names import fold, name_words, plain
from journal.anonymise.segments import Document, Zone
from journal.anonymise.wording import phrase_for

#: Picks one of several; ``secrets.choice`` by default, a seeded choice for comparisons.
Choose = Callable[[Sequence[str]], str]

_PEOPLE = frozenset({Kind.NAME_PERSON, Kind.NAME_PET_CHILD, Kind.AUTHOR_NAME, Kind.AUTHOR_HELPER})

# Given names borne by all genders, none an everyday word; used when the word lists bring none.
_NEUTRAL_NAMES = (
    "Alix Blair Charlie Dara Emery Frankie Gwyn Hayden Ife Jules Kiran Lior Morgan Noor Ollie Quinn Remy Sasha "
    "Toni Umi Vesper Wyn Yael Zuri Ariel Beni Casey Devin Finley Georgie Harley Indra Jamie Kerry Lennon Micah Nicky "
    "Parker Rowan Shay Uri Yuki Aubrey Brodie Drew Eden Fran Jody Kai Lee Mika Nat Robbie Sidney Tal Whitney Ezra Obi"
)
_PSEUDONYMS = _NEUTRAL_NAMES.split()

# Letters that begin with the same sound; a stand-in must not share it with the true name (specification (b)).
_SOUNDS = {"c": "k", "q": "k", "g": "j", "z": "s", "x": "s", "y": "i", "v": "f", "u": "o"}

#: Roles of the register -> the words for a person who is named once.
_ROLES: Mapping[str, str] = {
    "client": "a client",
    "patient": "a patient",
    "pupil": "a pupil",
    "student": "a student",
    "supervisee": "a supervisee",
    "supervisor": "my supervisor",
    "manager": "my manager",
    "line manager": "my manager",
    "team lead": "a senior colleague",
    "colleague": "a colleague",
    "peer": "a colleague",
    "psychiatrist": "a doctor",
    "foster carer": "a carer",
    "partner": "someone close to me",
    "friend": "a friend",
}


def with_proposals(
    document: Document,
    findings: Sequence[Finding],
    knowledge: Knowledge,
    choose: Choose,
    fixed: Mapping[str, str],
) -> list[Finding]:
    """The findings with treatment and proposal; a finding may grow by an article before it."""
    findings = _reaching(document.text, findings)
    spots = [spot_of(document, finding, knowledge.lists) for finding in findings]
    names = _stand_ins_for_people(document, findings, spots, knowledge=knowledge, choose=choose, fixed=fixed)
    forbidden = _forbidden(document, findings, knowledge)
    turns = _Turns(choose)
    result: list[Finding] = []
    floor = 0
    for at, (finding, spot) in enumerate(zip(findings, spots, strict=True)):
        ceiling = findings[at + 1].start if at + 1 < len(findings) else len(document.text)
        if finding.risk is Risk.KEEP:
            result.append(dataclasses.replace(finding, treatment="keep", proposal=""))
        elif finding.entity not in fixed and (gone := left_out(document.text, finding, floor, ceiling, forbidden)):
            result.append(dataclasses.replace(gone, treatment=finding.kind.treatment))
        else:
            words = fixed.get(finding.entity, "") if finding.kind not in _PEOPLE else ""
            words = words or names.get(finding.entity, "") if finding.kind in _PEOPLE else words
            if finding.kind is Kind.AUTHOR_NAME and document.zone_at(finding.start) is Zone.BYLINE:
                words = "initials withheld" if finding.reason == "byline_initials" else "Name withheld"
            if finding.kind is Kind.AUTHOR_HELPER:
                words = "by someone I trust" if _GUARDED.search(spot.before) else "someone I trust"
            words = words or phrase_for(finding, spot, turns.of(finding.entity))
            words = _without_forbidden(words, forbidden, finding, spot)
            result.append(_fitted(document, finding, spot, words, floor))
        floor = result[-1].end
    return result


def _reaching(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, dates with the weekday before them, numbers with their "no.", ages with their "at"."""
    result: list[Finding] = []
    for at, finding in enumerate(findings):
        floor = result[-1].end if result else 0
        ceiling = findings[at + 1].start if at + 1 < len(findings) else len(text)
        reaching = with_clock(text, with_weekday(text, finding, floor), ceiling)
        for reach in (with_age_lead, with_in, with_cue):
            reaching = reach(text, reaching, floor)
        result.append(reaching)
    return result


class _Turns:
    """Chooses among phrases so that none comes twice before all have come, and one entity keeps its own."""

    def __init__(self, choose: Choose) -> None:
        self._choose = choose
        self._used: Counter[str] = Counter()
        self._kept: dict[tuple[str, tuple[str, ...]], str] = {}

    def of(self, entity: str) -> Choose:
        """A choice for the mentions of one entity."""

        def choice(options: Sequence[str]) -> str:
            key = (entity, tuple(options))
            if key not in self._kept:
                least = min(self._used[option] for option in options)
                self._kept[key] = self._choose([option for option in options if self._used[option] == least])
                self._used[self._kept[key]] += 1
            return self._kept[key]

        return choice


def propose_for(document: Document, finding: Finding, taken: Iterable[str]) -> Finding:
    """A single finding, added by hand, with a proposal that is not one of those ``taken``."""
    spot = spot_of(document, finding, WordLists())
    if finding.kind in _PEOPLE:
        used = {fold(words) for words in taken}
        own = _sounds(name_words(spot.surface))
        free = [name for name in _PSEUDONYMS if fold(name) not in used and _sound(name) not in own]
        words = free[0] if free else "someone"
    else:
        words = phrase_for(finding, spot, lambda options: options[0])
    return dataclasses.replace(finding, proposal=spot.capitalised(words), treatment=finding.kind.treatment)


def _stand_ins_for_people(
    document: Document,
    findings: Sequence[Finding],
    spots: Sequence[Spot],
    *,
    knowledge: Knowledge,
    choose: Choose,
    fixed: Mapping[str, str],
) -> dict[str, str]:
    """Entity -> its role, where it is named once and the role is known, else a pseudonym of its own."""
    mentions: dict[str, list[tuple[Finding, Spot]]] = {}
    for finding, spot in zip(findings, spots, strict=True):
        if finding.kind in _PEOPLE and finding.risk is not Risk.KEEP:
            mentions.setdefault(finding.entity, []).append((finding, spot))
    register = {f"register:{name.id}": name for name in knowledge.names}
    taken_sounds = _sounds(word for name in knowledge.names for word in name_words(name.name))
    text_words = {fold(word.text) for word in document.words}
    used = {fold(words) for words in fixed.values()}
    chosen: dict[str, str] = {}
    for entity, seen in mentions.items():
        if entity in fixed:
            chosen[entity] = fixed[entity]
            continue
        role = _ROLES.get(register[entity].role.lower(), "") if entity in register else ""
        if len(seen) == 1:
            once = _role_once(seen[0][1], role)
            if once:
                chosen[entity] = once
                continue
        own = _sounds(word for finding, _ in seen for word in name_words(document.text[finding.start : finding.end]))
        ends = {plain(document.text[f.start : f.end])[-3:] for f, _ in seen}
        chosen[entity] = _pseudonym(
            knowledge, choose, sounds=taken_sounds | own, own=own, ends=ends, used=used | text_words
        )
        used.add(fold(chosen[entity]))
    return chosen


def role_words(role: str) -> str:
    """The words for somebody of this role of the register; empty where there are none."""
    return _ROLES.get(role.lower(), "")


#: After these "someone" reads well; "since someone" or "on someone" would not.
_TO_PEOPLE = frozenset({"about", "by", "for", "from", "of", "to", "with", "without"})


def _role_once(spot: Spot, role: str) -> str:
    """Words for somebody named once, where they fit the grammar; empty where a name reads better."""
    if not spot.plain_noun or spot.vocative or spot.after_determiner:
        return ""
    if role:
        return role
    return "someone" if spot.preposition in _TO_PEOPLE or spot.after_reaching_verb else ""


def _pseudonym(
    knowledge: Knowledge,
    choose: Choose,
    *,
    sounds: set[str],
    own: set[str],
    ends: set[str],
    used: set[str],
) -> str:
    names = [fold(word) for name in knowledge.names for text in (name.name, *name.aliases) for word in text.split()]
    for avoided in (sounds, own):
        for pool in (_PSEUDONYMS, knowledge.lists.pseudonyms):
            free = [name for name in pool if fold(name) not in used and fold(name) not in names]
            fits = [name for name in free if _sound(name) not in avoided and plain(name)[-3:] not in ends]
            if fits:
                return choose(fits)
    return f"Person {len(used)}"


def _sound(name: str) -> str:
    first = plain(name)[:1]
    return "f" if plain(name).startswith("ph") else _SOUNDS.get(first, first)


def _sounds(words: Iterable[str]) -> set[str]:
    return {_sound(word) for word in words if word}


def _forbidden(document: Document, findings: Sequence[Finding], knowledge: Knowledge) -> set[str]:
    """Folded words and phrases that no proposal may hold."""
    words: set[str] = set()
    for finding in findings:
        if finding.risk is Risk.KEEP:
            continue
        surface = document.text[finding.start : finding.end]
        if finding.kind in _PEOPLE:
            words |= {fold(word) for word in name_words(surface)}
        elif sum(ch.isalnum() for ch in surface) >= 3:
            words.add(fold(surface).strip())
    for name in knowledge.names:
        words |= {fold(word) for text in (name.name, *name.aliases) for word in name_words(text)}
    return {word for word in words if len(word) > 2}


def _without_forbidden(words: str, forbidden: set[str], finding: Finding, spot: Spot) -> str:
    """The words, or plainer ones where they hold something that is to go."""
    for attempt in (words, *_PLAIN.get(finding.kind.label, ()), "something", "a thing", "it"):
        folded = fold(attempt)
        if not any(re.search(rf"(?<!\w){re.escape(bad)}(?!\w)", folded) for bad in forbidden if bad in folded):
            return attempt
    return "…"


_PLAIN: Mapping[str, tuple[str, ...]] = {
    "PERSON": ("someone", "a person", "one of them"),
    "PLACE": ("elsewhere", "somewhere", "another place"),
    "ORGANISATION": ("an organisation", "another place"),
    "DATE": ("once", "some time", "a while"),
    "OCCUPATION": ("worker", "employee"),
}


def _fitted(document: Document, finding: Finding, spot: Spot, words: str, floor: int) -> Finding:
    """The finding with words that fit what stands before it: one article, the right one, a capital where needed."""
    start = finding.start
    leading = _LEADING.match(words)
    article = spot.article_before
    noun_follows = before_noun(spot)
    if finding.kind.label == "HERITAGE" and noun_follows and (owner := _OWNER.search(document.text[floor:start])):
        start, words = floor + owner.start(), _with_owner(owner.group(1), spot.after)
    elif article is not None and article.start >= floor:
        if leading or _BARE.match(words) or (finding.kind in _PEOPLE and words[:1].isupper() and not noun_follows):
            start = article.start
            words = words if not article.capital else words[:1].upper() + words[1:]
        elif article.text.lower() in ("a", "an"):
            right = "an" if re.match(r"[aeiouAEIOU]", words) else "a"
            if right != article.text.lower():
                start = article.start
                words = f"{right.capitalize() if article.capital else right} {words}"
    elif leading and (spot.after_determiner or _AFTER_ADJECTIVE.search(document.text, max(floor, start - 40), start)):
        words = words[leading.end() :]
    if start == finding.start:
        words = spot.capitalised(words)
    if spot.surface.endswith(".") and not words.endswith(".") and _ENDS.match(spot.after):
        words += "."  # the stop after an initial was the sentence's too: "It's K. She is quiet."
    if finding.kind in _QUOTED:
        return _unquoted(document, finding, words, floor)
    if mark := _owners_mark(document, finding):
        # the mark of a plural, or of a name in s, is not enough for other words: "James' flat", "the twins' school"
        end = max(finding.end, mark + 1)
        finding, words = dataclasses.replace(finding, end=end), f"{words}{document.text[mark]}s"
    return dataclasses.replace(finding, start=start, proposal=words, treatment=finding.kind.treatment)


def _owners_mark(document: Document, finding: Finding) -> int:
    """Where the apostrophe alone says whose something is, inside the finding or behind it; 0 where none does."""
    text = document.text
    at = finding.end - 1 if text[finding.end - 1] in "'’" else finding.end
    if text[at - 1 : at].lower() != "s" or not _OWNING.match(text, at):
        return 0
    start, _ = document.sentence_at(finding.start)
    # it does not close what was opened before
    return 0 if _OPENED.search(text, start, finding.start) else at


def _with_owner(owner: str, after: str) -> str:
    """The determiner that stays where the adjective after it goes: "an" of "an Igbo chief" becomes "a"."""
    if owner.lower() not in ("a", "an"):
        return owner
    right = "an" if re.match(r"[ ]*[aeiou]", after) else "a"
    return right.capitalize() if owner[0].isupper() else right


_OWNING = re.compile(r"['’][ ]+[a-z]")
_OPENED = re.compile(r"(?<![^\s(])['‘]")
# "Anonymity protected Dr …", the line in which a post thanks whoever stands in for its writer
_GUARDED = re.compile(r"\b(?:protected|withheld|held|kept|guarded)[ ]+$", re.IGNORECASE)
_LEADING = re.compile(r"(?:an?|the|my|his|her|their|our|some|another)\s+")
# Words that take no article before them.
_BARE = re.compile(
    r"(?:some(?:one|thing|where|time)|one|people|children|hardly|very|what|in|of|from|there|working|works|worked|long"
    r"|expecting|raised|that|has|had|having|it)\b"
)
# "a BACP senior accredited counsellor": the article stands before the source that is kept.
_AFTER_ADJECTIVE = re.compile(r"(?<![\w'’-])(?:an?|the|my|our|his|her|their) [A-Z]{2,6} $")
_OWNER = re.compile(r"(?<![\w'’-])(an?|the|my|our|his|her|their|your|its|this|that)[ ]+$", re.IGNORECASE)
_ENDS = re.compile(r"[\s]+[A-Z\"“‘(]|\s*\n|\s*$")
_TOLD_BEFORE = re.compile(r"\b(?:said|says|saying|wrote|writes|asked|told me|replied|answered|added|whispered)([,:] )$")
_QUOTED = frozenset({Kind.QUOTE_CLIENT, Kind.QUOTE_COLLEAGUE})
_MARKS = {'"': '"', "“": "”", "'": "'", "‘": "’", "*": "*"}


def _unquoted(document: Document, finding: Finding, words: str, floor: int) -> Finding:
    """A quotation with its marks taken in, so that nobody is quoted as saying the neutral words."""
    text = document.text
    start, end = finding.start, finding.end
    opening, closing = text[start - 1 : start], text[end : end + 1]
    if start - 1 >= floor and _MARKS.get(opening) == closing:
        start, end = start - 1, end + 1
        lead = _TOLD_BEFORE.search(text, max(floor, start - 24), start)
        if lead and not words.endswith(" what"):
            start, words = start - len(lead.group(1)), " " + words  # "he said, “…”" becomes "he said something"
        if words.endswith(" what"):  # "I will not repeat what" she said: the comma goes too
            end += text[end : end + 1] == ","
            return dataclasses.replace(finding, start=start, end=end, proposal=words, treatment=finding.kind.treatment)
        last = text[end - 2]
        following = text[end : end + 1]
        if last in ".,?!…" and following not in (".", ",", "?", "!", ";"):
            goes_on = last == "," or re.match(r"[ ]+[a-z]", text[end : end + 3])
            words += "," if goes_on else "."
    return dataclasses.replace(finding, start=start, end=end, proposal=words, treatment=finding.kind.treatment)
