"""What the anonymiser is handed to know: the register, the author's profile and the word lists. It opens no file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from journal.model import AuthorProfile, KnownName

if TYPE_CHECKING:
    from journal.anonymise.name_model import GetNameModel


def _empty_weights() -> Mapping[str, float]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place of the gazetteer: ``kind`` is a code (city, town, village, county, country, river, area …).

    ``region`` is a county, nation or country; ``population`` is 0 where it is not known.
    """

    kind: str
    region: str = ""
    population: int = 0


@dataclass(frozen=True, slots=True)
class WordLists:
    """The words that ship with the program, read by ``journal.word_lists.load_word_lists``.

    Every key and member is lower case, NFC, with a straight apostrophe, unless said otherwise; entries of several
    words have single spaces. All may be empty: detectors then rely on shape and grammar alone.
    """

    #: given name -> weight, 0 to 1, of its being a name (not an everyday word) when capitalised inside a sentence
    given_names: Mapping[str, float] = field(default_factory=_empty_weights, repr=False)
    surnames: frozenset[str] = field(default=frozenset(), repr=False)
    #: given names and surnames that are everyday words too (will, hope, mark, grace, sale)
    name_words: frozenset[str] = field(default=frozenset(), repr=False)
    #: everyday English words (inflected forms too), by which an unknown capitalised word is told from a known one
    common_words: frozenset[str] = field(default=frozenset(), repr=False)
    #: given name -> its short forms (margaret -> mags, peggy)
    nicknames: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    places: Mapping[str, GazetteerPlace] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    #: places that are everyday words or names too (reading, bath, sale, ash)
    place_words: frozenset[str] = field(default=frozenset(), repr=False)
    #: trades and jobs, singular, also of several words (train driver)
    occupations: frozenset[str] = field(default=frozenset(), repr=False)
    #: jobs too common in this field to narrow (counsellor, therapist, nurse): found only in a person's grammar
    common_occupations: frozenset[str] = field(default=frozenset(), repr=False)
    nationalities: frozenset[str] = field(default=frozenset(), repr=False)
    ethnicities: frozenset[str] = field(default=frozenset(), repr=False)
    religions: frozenset[str] = field(default=frozenset(), repr=False)
    languages: frozenset[str] = field(default=frozenset(), repr=False)
    #: rare diagnoses, injuries and procedures
    rare_health: frozenset[str] = field(default=frozenset(), repr=False)
    #: festivals and named days (easter monday, eid)
    festivals: frozenset[str] = field(default=frozenset(), repr=False)
    #: nouns that end the name of an organisation or its building (trust, surgery, ward)
    organisation_heads: frozenset[str] = field(default=frozenset(), repr=False)
    #: surnames of well-known authors of the field, and whole names of public figures and authors
    source_surnames: frozenset[str] = field(default=frozenset(), repr=False)
    source_names: frozenset[str] = field(default=frozenset(), repr=False)
    #: surnames of authors that are also first names in use (scott, lewis)
    source_first_names: frozenset[str] = field(default=frozenset(), repr=False)
    #: surnames by which the author is meant before anybody else (freud, winnicott)
    famous_sources: frozenset[str] = field(default=frozenset(), repr=False)
    #: well-known works by their title as written -> their author's whole name
    works: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    #: models, measures, medicines, statutes, national bodies, therapy words, titles of works; in their written form
    keep_terms: frozenset[str] = field(default=frozenset(), repr=False)
    #: verbs, third person present and past: what a source does (argues, found), what a client does (came, cried)
    source_verbs: frozenset[str] = field(default=frozenset(), repr=False)
    client_verbs: frozenset[str] = field(default=frozenset(), repr=False)
    #: given names to stand in for people, in their written form, of many origins, borne by all genders (Robin, Noor)
    pseudonyms: tuple[str, ...] = field(default=(), repr=False)
    #: whole lines, as written, on where to find help: public numbers that the program itself offers
    help_lines: frozenset[str] = field(default=frozenset(), repr=False)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that detectors may know beside the text. ``never_flag`` holds lower-case words never to flag.

    ``name_model`` gives the trained model when it is first called; without it names are looked for by rules only.
    """

    names: tuple[KnownName, ...] = field(default=(), repr=False)
    author: AuthorProfile = field(default_factory=AuthorProfile, repr=False)
    lists: WordLists = field(default_factory=WordLists, repr=False)
    never_flag: frozenset[str] = field(default=frozenset(), repr=False)
    name_model: GetNameModel | None = field(default=None, repr=False, compare=False)
