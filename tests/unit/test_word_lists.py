"""The shipped lists: in order, without repeats, with their source, and quick to read."""

from __future__ import annotations

import time
from importlib.resources import files

import pytest

from journal.anonymise.knowledge import WordLists
from journal.word_lists import load_word_lists

LISTS = sorted(
    file.name for file in files("resources").joinpath("anonymise").iterdir() if file.name.endswith((".txt", ".tsv"))
)


def rows_of(name: str) -> tuple[list[str], list[str]]:
    """Header lines and rows of a list."""
    lines = files("resources").joinpath("anonymise", name).read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    return head, lines[len(head) :]


@pytest.fixture(scope="module")
def lists() -> WordLists:
    return load_word_lists()


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_sorted_without_repeats_and_names_its_source(name: str) -> None:
    head, rows = rows_of(name)
    keys = [row.split("\t") for row in rows]
    assert keys == sorted(keys)
    assert len(set(rows)) == len(rows)
    assert all(row == row.strip() and row for row in rows)
    assert any("Source" in line or "Written for this project" in line for line in head)
    assert any("MIT" in line or "Licen" in line for line in head)


@pytest.mark.parametrize(
    "name", ["given_names.tsv", "nicknames.tsv", "more_nicknames.tsv", "places.tsv", "areas.tsv", "world_places.tsv"]
)
def test_a_table_has_one_row_a_name_and_all_its_columns(name: str) -> None:
    head, rows = rows_of(name)
    cells = [row.split("\t") for row in rows]
    assert len({len(row) for row in cells}) == 1
    names = [row[0].lower() for row in cells]
    assert len(set(names)) == len(names)
    assert head


def test_lists_stay_small() -> None:
    folder = files("resources").joinpath("anonymise")
    assert sum(len(folder.joinpath(name).read_bytes()) for name in LISTS) < 1_500_000


def test_names_of_many_origins_are_known(lists: WordLists) -> None:
    for name in (
        "sarah",
        "priya",
        "oluwaseun",
        "małgorzata",
        "malgorzata",
        "siobhán",
        "angharad",
        "eilidh",
        "emre",
        "xiaoming",
        "faduma",
        "delroy",
        "moishe",
        "oksana",
        "gurpreet",
        "nguyen",
        "tadhg",
        "zainab",
    ):
        assert lists.given_names.get(name, 0) >= 0.5 or name in lists.surnames, name
    for name in ("o'sullivan", "okafor", "kowalska", "patel", "mcallister", "nguyen", "pendlebury", "rosenberg"):
        assert name in lists.surnames, name


def test_a_name_that_is_a_word_weighs_less_than_one_that_is_not(lists: WordLists) -> None:
    assert lists.given_names["will"] < lists.given_names["grace"] < lists.given_names["sarah"] == 1.0
    assert {"will", "hope", "grace", "mark", "joy", "may"} <= lists.name_words
    assert "sarah" not in lists.common_words


def test_places_bring_kind_region_and_people(lists: WordLists) -> None:
    assert lists.places["bury"].kind == "town"
    assert lists.places["bury"].region == "the North West"
    assert lists.places["bury"].population == 61_044
    assert lists.places["tywyn"].region == "mid Wales"
    assert lists.places["headingley"].kind == "district"
    assert lists.places["zimbabwe"].kind == "country"
    assert {"reading", "bath", "bury", "sale"} <= lists.place_words


def test_short_forms_are_known(lists: WordLists) -> None:
    assert {"peggy", "maggie"} <= lists.nicknames["margaret"]
    assert "gosia" in lists.nicknames["malgorzata"]
    assert {"ania", "annie"} <= lists.nicknames["anna"]


def test_every_word_is_in_the_form_that_detectors_compare(lists: WordLists) -> None:
    for words in (lists.given_names, lists.surnames, lists.occupations, lists.nationalities, lists.places):
        assert all(word == word.lower() and "’" not in word for word in words)


def test_reading_all_lists_takes_little_processor_time() -> None:
    spent = []
    for _ in range(3):
        before = time.process_time()
        load_word_lists()
        spent.append(time.process_time() - before)
    assert min(spent) < 0.25  # 0.07 s on the machine it was written on; the bound allows for a slower one
