"""Reads the word lists that ship with the program into the value that the anonymiser is handed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from journal.anonymise.knowledge import GazetteerPlace, WordLists
from journal.practice.help_places import load_places
from journal.resources import read_text

_FOLDER = "anonymise"
#: The weight of a name listed by hand, and of one that is an everyday word too.
_LISTED, _LISTED_WORD = 0.95, 0.5


def load_word_lists() -> WordLists:
    """All lists of ``resources/anonymise``; reads about 1.3 MB. The caller keeps the answer."""
    common = _words("common_words")
    name_words = _words("name_words")
    given = _given_names(common)
    surnames = _words("surnames") | _words("more_surnames")
    places = _places()
    return WordLists(
        given_names=MappingProxyType(given),
        surnames=surnames,
        name_words=name_words,
        common_words=common,
        nicknames=_nicknames(),
        places=places,
        place_words=frozenset(places.keys() & (common | given.keys() | surnames)),
        occupations=_words("occupations"),
        common_occupations=_words("common_occupations"),
        nationalities=_words("nationalities"),
        ethnicities=_words("ethnicities"),
        religions=_words("religions"),
        languages=_words("languages"),
        rare_health=_words("rare_health"),
        festivals=_words("festivals"),
        organisation_heads=_words("organisation_heads"),
        source_surnames=_words("source_surnames"),
        source_names=_words("source_names"),
        source_first_names=_words("source_first_names"),
        famous_sources=_words("famous_sources"),
        works=_pairs("works.tsv"),
        keep_terms=_words("keep_terms"),
        source_verbs=_words("source_verbs"),
        client_verbs=_words("client_verbs"),
        pseudonyms=tuple(_lines("pseudonyms.txt")),
        help_lines=frozenset(line for places in load_places() for line in places.lines),
    )


def _lines(name: str) -> list[str]:
    """The rows of a list: all but the comment lines at its head (these files have none further down)."""
    rows = read_text(f"{_FOLDER}/{name}").rstrip("\n").split("\n")
    head = 0
    while head < len(rows) and rows[head].startswith("#"):
        head += 1
    return rows[head:]


def _words(name: str) -> frozenset[str]:
    return frozenset(_lines(f"{name}.txt"))


def _given_names(common: frozenset[str]) -> dict[str, float]:
    weights = {name: _LISTED_WORD if name in common else _LISTED for name in _lines("more_given_names.txt")}
    for name, _, weight in _rows("given_names.tsv"):
        weights[name] = float(weight)
    return weights


def _nicknames() -> Mapping[str, frozenset[str]]:
    found = {name: frozenset(short.split()) for name, short in _rows("nicknames.tsv")}
    for name, short in _rows("more_nicknames.tsv"):
        found[name] = found.get(name, frozenset()) | frozenset(short.split())
    return MappingProxyType(found)


def _places() -> Mapping[str, GazetteerPlace]:
    """By lower-case name; what is at hand outranks what is far: towns at home, then areas, then the world."""
    found: dict[str, GazetteerPlace] = {}
    abroad: dict[str, GazetteerPlace] = {}  # one value a country, for there are ten thousand places
    for name, country in _rows("world_places.tsv"):
        place = abroad.get(country)
        if place is None:
            place = abroad[country] = GazetteerPlace("city abroad", country)
        found[name.lower()] = place
    for name, kind, region in _rows("areas.tsv"):
        found[name.lower().removeprefix("the ")] = GazetteerPlace(kind, region)
    for name, kind, region, population in _rows("places.tsv"):
        found[name.lower()] = GazetteerPlace(kind, region, int(population))
    return MappingProxyType(found)


def _pairs(name: str) -> Mapping[str, str]:
    return MappingProxyType({row[0]: row[1] for row in _rows(name)})


def _rows(name: str) -> Iterable[list[str]]:
    return (line.split("\t") for line in _lines(name))
