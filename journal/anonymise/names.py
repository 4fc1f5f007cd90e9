"""Finds known names in a text: every form of a name, whole words, untidily typed.

Shared by the register detector, by the propagation of found names and by the last look at a finished text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from journal.anonymise.knowledge import WordLists
from journal.anonymise.segments import Document, Word

#: Words inside names that are no name by themselves (van den Berg, Ní Bhriain, de la Cruz, bin Ahmed).
_PARTICLES = "van von den der de du da di del della dos das la le el al bin binti ibn ap ní ó mac nic y e ter ten zu"
PARTICLES = frozenset(_PARTICLES.split())

#: Titles, as they stand before a surname, without a full stop (annotation convention "Edges": part of the name).
TITLES = (
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "rev",
    "revd",
    "fr",
    "pc",
    "dc",
    "sgt",
    "cllr",
    "imam",
    "rabbi",
    "canon",
    "capt",
    "cpl",
    "lt",
    "supt",
    "insp",
    "cdr",
)
#: Kinship and office words that act as a title only when capitalised or before a capitalised name.
SOFT_TITLES = ("sister", "nurse", "father", "aunt", "auntie", "aunty", "uncle", "nan", "granny", "grandma", "grandad")

TITLE_PATTERN = r"(?:" + "|".join(sorted(TITLES, key=len, reverse=True)) + r")\b\.?"

# After a sentence-initial word that is a name and an everyday word (Will, May, Hope, Mark), these say that it is the
# word: "Will you", "May I", "Mark the", "Hope so".
_FOLLOWERS = (
    "i you he she it we they the a an that this these those there to my your his her our their its not so be any "
    "anyone someone nobody somebody everyone of in on for is"
)
_AS_WORD_BEFORE = frozenset(_FOLLOWERS.split())
# Of these, what follows a noun too ("Dawn on the moor", "Joy is"); after the others such a word is a name unless it is
# a verb as well ("Mark the place", "Will you").
_AFTER_NOUNS = frozenset(("of", "in", "on", "for", "is", "to", "not", "so", "be", "there"))
_VERB_NAMES = "will may mark hope drew chase grant pat rob sue skip bill trust cash store price nick pierce lance rose"
_VERBS_TOO = frozenset((*_VERB_NAMES.split(), "promise", "reason", "treasure", "frank", "harry", "jack", "don", "art"))
# "Dawn the 3rd, Mark the 10th": whoever is seen on a day.
_ON_A_DAY = re.compile(r" the \d{1,2}(?:st|nd|rd|th)\b")
#: Those that follow a person's name as readily: they say nothing once the text has used the word as a name.
_AFTER_NAMES_TOO = frozenset(("is", "in", "on", "of", "for", "to", "not", "so"))


def fold(word: str) -> str:
    """A word as names are compared: NFKC, lower case, straight apostrophe."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).lower().replace("’", "'").replace("‘", "'")


def plain(word: str) -> str:
    """A folded word without diacritics and apostrophes: "Séamus" as "seamus", "O'Dowd" as "odowd"."""
    if word.isascii():
        return word.lower().replace("'", "").replace("`", "")
    letters = fold(word).replace("ł", "l").replace("ø", "o").replace("đ", "d").replace("ß", "ss")
    decomposed = unicodedata.normalize("NFD", letters)
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch) and ch not in "'`")


def edit_distance_at_most_one(left: str, right: str) -> bool:
    """Whether one letter put in, taken out, changed or swapped with its neighbour makes one word of the other."""
    if left == right:
        return True
    if abs(len(left) - len(right)) > 1:
        return False
    if len(left) > len(right):
        left, right = right, left
    at = 0
    while at < len(left) and left[at] == right[at]:
        at += 1
    if len(left) < len(right):
        return left[at:] == right[at + 1 :]
    swapped = left[at : at + 2] == right[at : at + 2][::-1] and left[at + 2 :] == right[at + 2 :]
    return swapped or left[at + 1 :] == right[at + 1 :]


def name_words(name: str) -> list[str]:
    """The words of a name that point to somebody: no titles, particles or single letters."""
    words = re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", name)
    kept = [w for w in words if fold(w) not in PARTICLES and fold(w).rstrip(".") not in TITLES]
    return [w for w in kept if len(w) > 1]


@dataclass(frozen=True, slots=True)
class Form:
    """One word by which an entity is known. ``fuzzy`` forms are also found with one letter out."""

    text: str = field(repr=False)
    entity: str = field(repr=False)
    fuzzy: bool = False


class NameIndex:
    """Forms of names, ready to be found in documents in one pass over their words."""

    def __init__(self, forms: Iterable[Form], lists: WordLists) -> None:
        self._lists = lists
        self._exact: dict[str, str] = {}
        self._folded: dict[str, str] = {}
        self._plain: dict[str, str] = {}
        self._fuzzy: dict[str, list[tuple[str, str]]] = {}
        for form in forms:
            self._add(form)

    def _add(self, form: Form) -> None:
        self._exact.setdefault(form.text.replace("’", "'"), form.entity)
        if len(form.text) > 2:
            self._exact.setdefault(form.text.upper().replace("’", "'"), form.entity)
        folded = fold(form.text)
        if len(folded) > 2 and not self.is_word(folded):
            self._folded.setdefault(folded, form.entity)
            self._plain.setdefault(plain(form.text), form.entity)
        if form.fuzzy and len(folded) >= 5 and not self.is_word(folded):
            for key in (folded[0], folded[-1]):
                self._fuzzy.setdefault(key, []).append((plain(form.text), form.entity))

    def is_word(self, folded: str) -> bool:
        """Whether a folded name is an everyday word too, so that only its capital tells."""
        return folded in self._lists.common_words or folded in self._lists.name_words

    def entity_of(self, word: Word) -> str | None:
        """The entity that a word is a form of, looking at the word alone."""
        text = word.text.replace("’", "'")
        if text in self._exact:
            return self._exact[text]
        folded = fold(text)
        if folded in self._folded:
            return self._folded[folded]
        if folded.endswith("s") and len(folded) > 4 and folded[:-1] in self._folded:
            return self._folded[folded[:-1]]  # a possessive run on without its apostrophe
        bare = plain(text)
        if len(bare) > 3 and bare in self._plain:
            return self._plain[bare]
        if text[:1].isupper() and len(bare) >= 5 and folded not in self._lists.common_words:
            for key in {folded[0], folded[-1]}:
                for known, entity in self._fuzzy.get(key, ()):
                    if edit_distance_at_most_one(known, bare):
                        return entity
        return None

    def find(self, document: Document) -> list[tuple[int, int, str]]:
        """Start, end and entity of each word that is a form; the halves of a hyphenated word count when both fit."""
        known = [(index, entity) for index, word in enumerate(document.words) if (entity := self.entity_of(word))]
        words = document.words
        # "rang Dawn", "Dawn's mobile": a capital inside a sentence shows that the text uses the word as a name
        names = {fold(words[index].text) for index, _ in known if not document.starts_sentence(words[index].start)}
        return [
            (words[index].start, words[index].end, entity)
            for index, entity in known
            if not self._reads_as_word(document, index, names)
        ]

    def _reads_as_word(self, document: Document, index: int, names: set[str]) -> bool:
        """Whether an everyday word that is also a name is used as the word; ``names`` are names elsewhere."""
        word = document.words[index]
        folded = fold(word.text)
        if not self.is_word(folded):
            return False
        following = document.words[index + 1] if index + 1 < len(document.words) else None
        gap = document.text[word.end : following.start] if following else "."
        if document.starts_sentence(word.start) and gap == " " and following is not None:
            after = fold(following.text)
            if _ON_A_DAY.match(document.text, word.end) or (after not in _AFTER_NOUNS and folded not in _VERBS_TOO):
                return False
            return after in _AS_WORD_BEFORE and not (folded in names and after in _AFTER_NAMES_TOO)
        if folded in ("may", "april", "june", "august", "march", "january") and index:
            before = fold(document.words[index - 1].text)
            return before in ("in", "since", "until", "till", "during", "by", "last", "next", "early", "late", "of")
        return False
