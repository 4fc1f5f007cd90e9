"""Advice to whoever reads points to nobody; what a letter says of "you", and the writer's own page, still do."""

from __future__ import annotations

import pytest

from journal.anonymise.detectors import ages, contacts, quotes
from journal.anonymise.finding import Kind
from journal.anonymise.segments import document_of
from tests.unit.anonymise.builders import changing, found_by, knowledge_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You may find some tips here: https://quietmind.example.com/nine-ways-to-rest.", Kind.NET_SHARED),
        ("If you want to read more, try http://www.sleepwell.example.org/guide today.", Kind.NET_SHARED),
        ("If you like, book on my website, https://larkcounselling.example.com/book today.", Kind.NET_URL),
        ("You can read what she wrote at https://quietmind.example.com/her-story today.", Kind.NET_URL),
        ("You can see it on https://www.facebook.com/groups/123 now.", Kind.NET_URL),
        ("I hope you rest. ~Wren (www.wrenlark.example.com)", Kind.NET_URL),
        ("I hope it helps you. www.larkcounselling.example.com", Kind.NET_URL),
        ("The minutes are on https://meadow.example.org/minutes/4 now.", Kind.NET_URL),
    ],
)
def test_a_page_that_readers_are_pointed_to_is_asked_about(text: str, kind: Kind) -> None:
    (found,) = contacts.find(document_of(text), knowledge_of())
    assert found.kind is kind
    assert found.kind.asked is (kind is Kind.NET_SHARED)


def test_pages_of_governments_are_public_everywhere() -> None:
    assert found_by(contacts.find, "Rates: https://stats.health.gov.au/tables/4 and https://www.forces.mil/help.") == []


def test_a_sentence_without_its_space_is_no_domain() -> None:
    assert found_by(contacts.find, "quiero darle lo que ella quiere.Me pregunto por qué") == []


@pytest.mark.parametrize(
    "text",
    [
        "Whatever it is, you will not be the only person in town to have asked.",
        "You could ask to see a hand surgeon, who may be able to tell you more.",
        "The first couple of times we meet, most people are nervous.",
    ],
)
def test_what_anybody_may_be_or_do_points_to_nobody(text: str) -> None:
    assert changing(text) == {}


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("You are the only harpist in the village, and your neighbours know.", "only harpist"),
        ("You were a bell founder before you should have stopped, you said.", "bell founder"),
        ("You would know her: she is the only dentist on the island.", "only dentist"),
    ],
)
def test_what_is_said_of_you_or_of_somebody_is_still_found(text: str, surface: str) -> None:
    assert any(surface in found for found in changing(text))


@pytest.mark.parametrize(
    ("text", "recognisable"),
    [
        ('Shame tells you "nobody would stay if they knew".', False),
        ('You can make it light, for example: "the dishes are winning again tonight".', False),
        ('Ask in the evening. "How was the worst hour of it?" is something that you can ask again.', False),
        ('As they say, "put your own mask on first".', False),
        ('She tells us "the lift remembers me".', True),
        ('He came late. "I took the long way round the reservoir."', True),
    ],
)
def test_words_offered_to_a_reader_are_nobodys(text: str, recognisable: bool) -> None:
    assert bool(found_by(quotes.find, text)) is recognisable


def test_an_age_of_anybody_and_the_number_of_an_item_are_no_ages() -> None:
    assert found_by(ages.find, "Usually 12 year olds are shy.") == []
    assert found_by(ages.find, "The 12 year olds in her class; the two six-year-olds.") == [
        "12 year olds",
        "six-year-olds",
    ]
    assert found_by(ages.find, "Rest when you can. 4. Eat something warm.") == []
    assert found_by(ages.find, "Her son came too. Nine. He drew.") == ["Nine"]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("He thought I was the piano tuner and showed me in.", ""),
        ("She listened like a bell founder.", ""),
        ("He works as a bell founder.", "works as a bell founder"),
        ("She keeps up a regular prayer practice.", ""),
        ("He ran a small dental practice.", "ran a small dental practice"),
    ],
)
def test_a_likeness_or_a_habit_is_no_job(text: str, surface: str) -> None:
    assert "".join(changing(text)) == surface


def test_what_is_meant_as_an_image_is_no_event() -> None:
    assert changing("It is easy to get lost in the sea of forms.") == {}
    assert changing("He was lost in the North Sea.") != {}


def test_terms_by_their_shape_are_no_people() -> None:
    assert changing("They offer a Mindful Based Stress Reduction MBSR programme.") == {}
    assert changing("I read Nine-ways-to-sleep-again on the bus.") == {}
