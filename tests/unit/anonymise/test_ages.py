"""Ages in figures and words, decades of life, school years; not times, scores or counts."""

from __future__ import annotations

import pytest

from journal.anonymise.detectors import ages
from tests.unit.anonymise.builders import found_by, spans_by


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("He is fifty-one, a singer", "fifty-one"),
        ("She's 23, from far", "23"),
        ("She’s forty-seven; she ran", "forty-seven"),
        ("You were fifteen and", "fifteen"),
        ("a 43-year-old woman", "43-year-old"),
        ("since he was seven years old.", "seven years old"),
        ("aged 34 now", "34"),
        ("Client, mid-fifties, drives", "mid-fifties"),
        ("early fifties, up at four", "early fifties"),
        ("Marek (41, sailor)", "41"),
        ("(Year 9, just turned fourteen)", "Year 9"),
        ("(Year 9, just turned fourteen)", "just turned fourteen"),
        ("drowned at nineteen. I felt", "nineteen"),
        ("Notes. 79. I've been in", "79"),
        ("turning 18 in March", "turning 18"),
        ("would have been 49 that day", "49"),
        ("Elsie-May (4½) who", "4½"),
        ("sixty today, the cake", "sixty today"),
        ("late-40s, I think", "late-40s"),
        ("(Year 10, 15) lost", "15"),
        ("a bricklayer of 38, cried", "38"),
        ("R is 17, a care leaver", "17"),
    ],
)
def test_ages_are_found(text: str, surface: str) -> None:
    assert surface in found_by(ages.find, text)


@pytest.mark.parametrize(
    "text",
    [
        "see you at ten, or at 8, or at 16:55.",
        "His PHQ-9 is still 19. The score is 21.",
        "Recovery is 47.2 and DNA is 14%",
        "It was 12 minutes for 34 cases, 21 seconds a case.",
        "the 1960s and the seventies music",
        "1. Her question.\n2. What she needs.",
        "page 42, band 5, step 2, room 4",
        "two of them, ten minutes, eleven clients",
        "I'm at number 9.",
        "a team of 40, eleven out of 50, a village of 90",
    ],
)
def test_times_scores_and_counts_are_no_ages(text: str) -> None:
    assert found_by(ages.find, text) == []


def test_offsets_count_code_points() -> None:
    assert spans_by(ages.find, "😀 She is 22 and") == [(9, 11)]


def test_the_numbers_of_a_list_in_one_line_are_no_ages() -> None:
    assert found_by(ages.find, "Rest at night. 3. Bilateral stimulation and a walk. 4. Remember to eat.") == []
    assert found_by(ages.find, "He waved at me. 79. A widower.") == ["79"]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("New referral, 34F, for sleep.", "34F"),
        ("Female, 29, for sleep.", "29"),
        ("Not yet thirty, she said.", "thirty"),
        ("Marek came back — forty-one, a signalman, tired.", "forty-one"),
        ("Her daughter (6) sang.", "6"),
        ("He was 18 last week.", "18"),
    ],
)
def test_ages_in_shorthand_lists_and_beside_kin_are_found(text: str, surface: str) -> None:
    assert surface in " | ".join(found_by(ages.find, text))


def test_sizes_and_counts_in_shorthand_are_no_ages() -> None:
    assert found_by(ages.find, "Room 34, 12 chairs, approaching 30 minutes; form F 12.5 and 20m of rope.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Two of the three are already three weeks old. They do not keep.",
        "The referral was two months old, and the complaint is six years old.",
        "I found a three-week-old email.",
    ],
)
def test_what_is_old_and_no_person_has_no_age(text: str) -> None:
    assert found_by(ages.find, text) == []


def test_babies_are_weeks_and_months_old() -> None:
    assert found_by(ages.find, "Her baby is three weeks old. She was six months old then.") == [
        "three weeks old",
        "six months old",
    ]
