"""Where readers can find help: checked numbers only, each from one place."""

from __future__ import annotations

from journal.practice.help_places import load_places, places_of
from journal.resources import read_toml


def test_only_checked_numbers_are_offered() -> None:
    measures = read_toml("practice/measures.toml")
    checked = {row["how"] for row in measures["signpost"] if row["checked"]}
    places = load_places()
    assert [place.id for place in places] == ["uk", "us"]
    for place in places:
        assert all(any(item.endswith(how) for how in checked) for item in place.items)
        assert place.reviewed == measures["reviewed"]


def test_a_number_that_is_not_checked_any_more_is_not_offered() -> None:
    measures = read_toml("practice/measures.toml")
    for row in measures["signpost"]:
        row["checked"] = row["id"] == "uk-samaritans"
    (only,) = places_of(read_toml("practice/help_places.toml"), measures)
    assert only.items == ("Samaritans: 116 123, free, day or night; jo@samaritans.org",)


def test_the_words_are_a_heading_paragraphs_and_a_list() -> None:
    lines = load_places()[0].text.split("\n\n")
    assert lines[0] == "Where to find help"
    assert all(line.startswith("- ") for line in lines[-1].split("\n"))
    assert set(load_places()[0].lines) == {line for line in load_places()[0].text.split("\n") if line}
