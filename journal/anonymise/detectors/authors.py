"""Looks for authors, poets and public figures that are named without a year: whole names, surnames, first names.

Rules 3 to 8 of the specification of identifiers, part (d). A surname alone is weak evidence, since clients share it:
what the person does in the sentence, titles, relations and the other names of the draft decide.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from journal.anonymise import source_grammar as grammar
from journal.anonymise.detectors.author_index import Figures, doubles_of, stands
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.names import TITLES, fold, name_words, plain
from journal.anonymise.references import matches, references_of
from journal.anonymise.segments import Document, Word, Zone
from journal.anonymise.vocabulary import capital_says_nothing, is_everyday, typed_low

DETECTOR = "authors"

# Against a name by grammar (0.85, ranked 163.75), a title (0.95, 171.25) and the register (180 and more): see
# ``scan.priority``. A kept source ranks at 100 + 90 times its score.
_FULL_NAME, _EVIDENCE, _ALONE = 0.87, 0.82, 0.74

#: Above the register (180.97): the writer says which of two is meant.
_TOLD_APART = 0.93

#: How far a first name may stand from the full name that explains it, in code points (rule 8: "not far away").
_NOT_FAR = 2_500
_ASKED = re.compile(
    r"\b(?:ask|asked|as|with|like|what would|thanks,?|thank you,?|old|dear old|good old) $", re.IGNORECASE
)


# "there's Johns, and there's Kolb": one of several, of whom nothing is told
_LISTED = re.compile(r"[,;.]|,? (?:and|or|&) ")
_BEFORE_LISTED = re.compile(
    r"(?:\b(?:[Tt]here(?:['’]s| is| was)|then|and|or|by|from|read|reading|cited?|plus|via)|[,;:(&—–])\s*$"
)


class Authors:
    """The authors named in one document.

    ``named`` are whole names with their places, in lower case, as found so far; the authors of works that were found
    are handed in. The parts of names that the register and the author's profile hold are never taken for a source's.
    """

    def __init__(self, document: Document, knowledge: Knowledge, named: list[tuple[str, int]]) -> None:
        self._document = document
        self._text = document.text
        self._lists = knowledge.lists
        self._named = list(named)
        references = references_of(document)
        self._cited = frozenset(author for entry in references for author in entry.authors)
        self._initials = frozenset(letter for entry in references for letter in entry.initials)
        self._own = _own_words(knowledge)
        self._figures = Figures.of(knowledge.lists.source_names)
        self._known: frozenset[str] = frozenset()

    def find(self, citations: list[Finding]) -> list[Finding]:
        """Whole names first, then surnames, then first names, each leaning on what was found before."""
        found = self._full_names() + self._double_surnames()
        shapes = [f for f in citations if f.reason != "reference_list"]
        words = {plain(word) for f in shapes for word in name_words(self._text[f.start : f.end])}
        self._known = frozenset(words | {plain(name.split()[-1]) for name, _ in self._named})
        found += self._surnames()
        return found + self._first_names([*citations, *found])

    def _keep(self, start: int, end: int, score: float, reason: str) -> Finding:
        return Finding(start, end, Kind.SOURCE, Risk.KEEP, score, DETECTOR, reason)

    def _before(self, word: Word) -> str:
        return self._text[max(0, word.start - 40) : word.start]

    def _after(self, word: Word) -> str:
        return self._text[word.end : word.end + 40]

    def _may_be(self, word: Word) -> bool:
        return word.text[0].isupper() and self._document.zone_at(word.start) is not Zone.REFERENCES

    def _double_surnames(self) -> list[Finding]:
        """Listed surnames of two words: "Menzies Lyth", "de Shazer", "van der Kolk"."""
        lower = self._text.lower().replace("’", "'")
        doubles = doubles_of(self._lists.source_surnames)
        found = []
        for word in self._document.words:
            for name in doubles.get(word.lower, ()):
                own = any(plain(part) in self._own for part in name_words(name))
                titled = grammar.TITLE_BEFORE.search(self._before(word)) or grammar.RELATION_BEFORE.search(
                    self._before(word)
                )
                if (
                    stands(lower, word.start, name)
                    and not (own or titled)
                    and self._document.zone_at(word.start) is not Zone.REFERENCES
                ):
                    found.append(self._keep(word.start, word.start + len(name), _FULL_NAME, "double_surname"))
                    break
        return found

    def _full_names(self) -> list[Finding]:
        """Public figures by their whole names, and cited authors with a first name before the surname."""
        found = []
        here: dict[str, bool] = {}  # one look at the whole text for a name, not one for each time it stands there
        lower = self._text.lower().replace("’", "'")
        low = typed_low(self._document)
        for index, word in enumerate(self._document.words):
            if not self._may_be(word) and not low:
                continue
            listed = self._figures.by_first.get(word.lower, ())
            name = next((n for n in listed if stands(lower, word.start, n)), "")
            if self._may_be(word) and (turned := self._turned_round(word, listed)):
                found += turned  # even against the register: this first name was put there to tell two apart
            end = word.start + len(name) if name else self._cited_full_name(index)
            if not end:
                continue
            name = name or word.lower + " " + fold(self._text[word.end : end]).strip()
            everyone = all(plain(part) in self._own for part in name_words(name))
            # Rogers himself "came to Wisconsin"; somebody who has a singer's name came in, soaked
            written = self._text[word.start : end]
            if written not in here:
                famous = name.split()[-1] in self._lists.famous_sources
                here[written] = not famous and grammar.in_the_room(self._text, written, self._lists)
            if not (everyone or here[written]) and not grammar.RELATION_BEFORE.search(self._before(word)):
                found.append(self._keep(word.start, end, _FULL_NAME, "full_name"))
                self._named.append((name, word.start))
        return found

    def _turned_round(self, first: Word, listed: tuple[str, ...]) -> list[Finding]:
        """A figure with the first name behind the surname: "Beck — Aaron, I mean", "Freud (Anna)"."""
        before = self._before(first)
        for name in listed:
            surname = name.split()[-1]
            shape = re.search(rf"(?<![\w'’-])({re.escape(surname)}) ?[—–(,-]+ ?$", before, re.IGNORECASE)
            if shape and shape.group(1)[0].isupper():
                start = first.start - len(before) + shape.start(1)
                return [
                    self._keep(start, start + len(surname), _TOLD_APART, "told_apart"),
                    self._keep(first.start, first.end, _TOLD_APART, "told_apart"),
                ]
        return []

    def _cited_full_name(self, index: int) -> int:
        """Where "Farhad Dalal" ends if the references have Dalal; 0 otherwise."""
        words = self._document.words
        first = words[index]
        if not self._cited or not self._may_be(first) or is_everyday(fold(first.text), self._lists):
            return 0
        if fold(first.text) not in self._lists.given_names and first.text[0].lower() not in self._initials:
            return 0
        for ahead in range(index + 1, min(index + 3, len(words))):
            if self._text[words[ahead - 1].end : words[ahead].start] not in (" ", ". "):
                return 0
            surname = words[ahead].text
            if surname[0].isupper() and len(surname) > 2 and matches(surname, self._cited):
                return words[ahead].end
        return 0

    def _surnames(self) -> list[Finding]:
        """Surnames alone: of the references, of authors cited or named in the draft, of the lists, by their works."""
        people = self._people()
        found = []
        floor = 0
        low = typed_low(self._document)
        for index, word in enumerate(self._document.words):
            typed_small = (
                low and word.lower in self._lists.famous_sources and word.lower not in self._lists.common_words
            )
            if len(word.text) < 3 or word.start < floor or not (self._may_be(word) or typed_small):
                continue
            bare = plain(word.text)
            listed = word.lower in self._lists.source_surnames
            sure = bare in self._known or (bool(self._cited) and matches(word.text, self._cited))
            in_print = not (listed or sure) and self._in_print(index)
            if not (listed or sure or in_print) or self._part_of_longer_name(index):
                continue
            someone = bare in people or bare in self._own
            score, reason = self._weighed(word, sure=sure, someone=someone)
            if in_print and not someone:
                score, reason = _EVIDENCE, "in_print"
            end = self._with_partner(index, listed or sure)
            pair = end > word.end  # two authors joined are evidence by themselves
            if score or (pair and bare not in self._own and not grammar.TITLE_BEFORE.search(self._before(word))):
                found.append(self._keep(word.start, end, _EVIDENCE if pair else score, "pair" if pair else reason))
                floor = end
        return found

    def _in_print(self, index: int) -> bool:
        """Whether somebody whom no list knows does what is done in print: "Tribe and Raval have a whole book"."""
        word = self._document.words[index]
        bare = word.lower
        if self._lists.given_names.get(bare, 0.0) >= 0.3 and bare not in self._lists.surnames:
            return False
        if is_everyday(bare, self._lists) or bare in self._lists.places or bare in self._lists.organisation_heads:
            return False
        if self._lists.given_names.get(bare, 0.0) >= 0.9:
            return False
        end = self._partner_end(index) or word.end
        after = self._text[end : end + 60]
        before = self._before(word)
        if grammar.TITLE_BEFORE.search(before) or grammar.RELATION_BEFORE.search(before):
            return False
        as_written = re.search(r"\b[Aa]s $", before) is not None and grammar.AS_WRITTEN.match(after) is not None
        return as_written or grammar.PRINT_VERBS.match(after) is not None

    def _weighed(self, word: Word, *, sure: bool, someone: bool) -> tuple[float, str]:
        """How sure that a surname alone is a source's, 0 where it is not, with the reason.

        ``sure``: the draft cites or names the author in full. ``someone``: the draft gives the surname to a person.
        """
        before, after = self._before(word), self._after(word)
        refused = grammar.TITLE_BEFORE.search(before) or grammar.RELATION_BEFORE.search(before)
        refused = refused or grammar.RELATION_AFTER.match(after)
        if refused or (someone and word.lower not in self._lists.source_surnames):
            return 0.0, ""
        given = word.lower in self._lists.source_first_names
        if given or someone:
            printed = grammar.PRINT_VERBS.match(after) or grammar.OWNS_A_THEORY.match(after)
            led = sure and not someone and grammar.BEFORE_SOURCE.search(before)
            return (_EVIDENCE, "source_grammar") if printed or led else (0.0, "")
        shapes = [grammar.AUTHOR_VERBS, grammar.OWNS_A_WORK, grammar.PRINT_VERBS]
        if self._document.starts_sentence(word.start) and word.lower not in self._lists.common_words:
            shapes.append(grammar.ON_A_MATTER)
        if word.lower in self._lists.famous_sources or word.lower not in self._lists.surnames:
            shapes.append(grammar.OWNS_A_THOUGHT)
        if any(shape.match(after) for shape in shapes):
            return _EVIDENCE, "source_grammar"
        if grammar.acts_in_the_room(after, self._lists):
            return 0.0, ""
        return self._weighed_alone(word, sure=sure)

    def _weighed_alone(self, word: Word, *, sure: bool) -> tuple[float, str]:
        """The same where neither the grammar nor the draft says that a person is meant."""
        before, after = self._before(word), self._after(word)
        soft = grammar.SOFT_VERBS.match(after) is not None
        led = grammar.BEFORE_SOURCE.search(before) is not None
        everyday = word.lower in self._lists.common_words or word.lower in self._lists.name_words
        famous = word.lower in self._lists.famous_sources
        place = self._lists.places.get(word.lower)
        if place is not None and not soft:
            there = re.search(r"\b(?:in|at|from|near|to|outside) $", before) is not None
            if there or (place.population and sure and not led and not famous):
                return 0.0, ""
        if everyday and not (famous and (soft or not capital_says_nothing(self._document, word.start))):
            one_of_several = _LISTED.match(after) and _BEFORE_LISTED.search(before)
            if one_of_several and not capital_says_nothing(self._document, word.start) and self._in_company(word):
                return _ALONE, "known_source"
            firm = grammar.FIRM_VERBS.match(after) is not None
            return (_EVIDENCE, "source_grammar") if firm or (sure and (soft or led)) else (0.0, "")
        if soft or sure:
            return _EVIDENCE, "source_grammar"
        # A surname of the field that many have: alone, without a verb, "reading" before it or another author in the
        # sentence, it may be a client's.
        company = self._in_company(word) if not (famous or led) else True
        return (_ALONE, "known_source") if company else (0.0, "")

    def _in_company(self, word: Word) -> bool:
        """Whether an author who is hardly anybody else stands in the same sentence: "Mearns, Thorne", "Bion; Ogden"."""
        start, end = self._document.sentence_at(word.start)
        words = self._document.words
        first, last = self._document.word_index(start), self._document.word_index(end)
        return any(
            other.lower in self._lists.famous_sources
            and other.lower not in self._lists.source_first_names
            and other.text[0].isupper()
            and other.lower not in self._lists.common_words
            for other in words[first:last]
        )

    def _part_of_longer_name(self, index: int) -> bool:
        """Whether a capitalised neighbour makes it part of another name: "Sarah Hawkins", "Rogers Street"."""
        words = self._document.words
        word = words[index]
        following = words[index + 1] if index + 1 < len(words) else None
        joined = following is not None and self._text[word.end : following.start] in (" ", "-")
        if following is not None and joined and following.text[0].isupper():
            return following.text not in self._lists.keep_terms
        if not index or self._text[words[index - 1].end : word.start] not in (" ", "-"):
            return False
        before = words[index - 1]
        if not before.text[0].isupper() or plain(before.text) in self._known or before.text in ("Just", "Ask", "Dear"):
            return False
        return not (capital_says_nothing(self._document, before.start) and is_everyday(before.lower, self._lists))

    def _with_partner(self, index: int, known: bool) -> int:
        """Where the authors end when a second one follows: "Pope and Vasquez", "Hawkins & Shohet"."""
        return (self._partner_end(index) if known else 0) or self._document.words[index].end

    def _partner_end(self, index: int) -> int:
        words = self._document.words
        linked = re.match(r" (?:and|&) (?=[^\W\d_])", self._text[words[index].end : words[index].end + 8])
        if linked is None:
            return 0
        start = words[index].end + linked.end()
        partner = next((word for word in words[index + 1 : index + 3] if word.start == start), None)
        if partner is None or not partner.text[0].isupper() or plain(partner.text) in self._own:
            return 0
        cited = bool(self._cited) and matches(partner.text, self._cited)
        stranger = partner.lower not in self._lists.given_names and not is_everyday(partner.lower, self._lists)
        listed = partner.lower in self._lists.source_surnames | self._lists.source_first_names
        return partner.end if cited or stranger or listed else 0

    def _people(self) -> set[str]:
        """Plain surnames that the draft gives to somebody: with a title, or after a given name it does not keep."""
        kept = {name for name, _ in self._named}
        found = set()
        words = self._document.words
        for before, word in pairwise(words):
            if not self._may_be(word) or self._text[before.end : word.start] not in (" ", ". "):
                continue
            given = before.text[0].isupper() and self._lists.given_names.get(before.lower, 0.0) >= 0.6
            titled = before.lower in TITLES and before.lower not in ("prof", "professor")
            if titled or (given and fold(self._text[before.start : word.end]) not in kept):
                found.add(plain(word.text))
        return found - {plain(name.split()[-1]) for name in kept}

    def _first_names(self, kept: list[Finding]) -> list[Finding]:
        """The first name of somebody named in full nearby, or cited, where nobody else has it (rule 8)."""
        found = []
        taken = sorted((f.start, f.end) for f in kept)
        starts = [start for start, _ in taken]
        places: dict[str, list[int]] = {}
        for name, at in sorted(self._named, key=lambda item: item[1]):
            places.setdefault(name.split()[0], []).append(at)
        present: dict[str, bool] = {}
        for word in self._document.words:
            surnames = self._figures.surnames_of.get(word.lower)
            if not surnames or not self._may_be(word) or plain(word.text) in self._own:
                continue
            index = bisect_right(starts, word.start) - 1
            if index >= 0 and word.start < taken[index][1]:
                continue
            named = places.get(word.lower, [])
            at = bisect_right(named, word.start)
            near = any(abs(place - word.start) <= _NOT_FAR for place in named[max(0, at - 1) : at + 1])
            asked = _ASKED.search(self._before(word)) is not None
            if near or (asked and surnames & (self._known | self._cited)):
                if word.text not in present:
                    present[word.text] = self._is_in_the_room(word, named[0] if named else len(self._text))
                if not present[word.text]:
                    found.append(self._keep(word.start, word.end, _EVIDENCE, "first_name"))
        return found

    def _is_in_the_room(self, word: Word, introduced: int) -> bool:
        """Whether a first name is anywhere somebody's who is there: "Carl cried", "my client Carl".

        Before ``introduced``, where the whole name stands first, anything done or said is done in the room.
        """
        for match in re.finditer(rf"(?<!\w){re.escape(word.text)}(?!\w)", self._text):
            before = self._text[max(0, match.start() - 40) : match.start()]
            after = self._text[match.end() : match.end() + 30]
            early = match.start() < introduced and grammar.SOFT_VERBS.match(after) is not None
            related = grammar.RELATION_BEFORE.search(before) or grammar.RELATION_AFTER.match(after)
            if early or related or grammar.acts_in_the_room(after, self._lists):
                return True
        return False


def _own_words(knowledge: Knowledge) -> frozenset[str]:
    """Plain words of the names that the register and the author's profile hold."""
    texts = [text for known in knowledge.names for text in (known.name, *known.aliases)]
    texts += [knowledge.author.name, *knowledge.author.aliases]
    return frozenset(plain(word) for text in texts for word in name_words(text))
