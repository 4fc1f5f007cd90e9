"""Days, months, seasons, years, festivals and the writer's years; weekdays and times of day are left alone."""

from __future__ import annotations

import pytest

from journal.anonymise.detectors import dates, durations
from tests.unit.anonymise.builders import changing, found_by


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Next on Thurs 14 March, at ten", "Thurs 14 March"),
        ("born 11.06.1947", "11.06.1947"),
        ("On 2019-10-03 she", "2019-10-03"),
        ("8.i.21: at last", "8.i.21"),
        ("Friday the 13th of November it was", "Friday the 13th of November"),
        ("the 5th of November", "the 5th of November"),
        ("**25th Nov** – group", "25th Nov"),
        ("**4/11** – postponed", "4/11"),
        ("Due on 30/04.", "30/04"),
        ("by fri 21st, sat nav", "fri 21st"),
        ("Friday (the 9th). And", "Friday (the 9th)"),
        ("nobody to talk to until the 27th.", "the 27th"),
        ("on the 29th what he meant", "the 29th"),
        ("since the wet summer of 2012 and", "the wet summer of 2012"),
        ("in March 2023 I", "March 2023"),
        ("It closes in April. Nobody", "April"),
        ("came in 1961, drove", "in 1961"),
        ("the fire in '67 and came up", "'67"),
        ("1979–2018, she loved this view", "1979–2018"),
        ("on Shrove Tuesday and it all", "Shrove Tuesday"),
        ("since the August bank holiday: her", "the August bank holiday"),
        ("Third time since half-term.", "half-term"),
        ("the week after the Coronation", "the week after the Coronation"),
        ("on the second Tuesday of October.", "the second Tuesday of October"),
        ("second visit since easter monday.", "easter monday"),
        ("away the 8th to 22nd August, all of it", "the 8th to 22nd August"),
        ("shut 3–4 May 2023", "3–4 May 2023"),
        ("It came in on the 11th of last month, and", "the 11th of last month"),
        ("by the end of january. i'm tired", "january"),
        ("In Holy Week he stood up", "Holy Week"),
        ("They married on the feast of St Blaise.", "the feast of St Blaise"),
        ("radio operator, 1984 to '91.", "1984 to '91"),
        ("She was born in 1984.", "1984"),
        ("That was your eighth birthday.", "eighth birthday"),
        ("On Elias's first birthday we", "first birthday"),
    ],
)
def test_dates_of_all_styles_are_found(text: str, surface: str) -> None:
    assert surface in changing(text)


@pytest.mark.parametrize(
    "text",
    [
        "She came on Monday at ten, and again on Tuesday at 3.40.",
        "It was a 7/10 day, 24/7 as ever, and 1/2 a biscuit.",
        "the 21st century, the 3rd session, the 5th floor",
        "Rogers, 1957 and Scott (2018)",
        "the Care Act 2014 and the Equality Act 2010",
        "You may march in time, and sun is out.",
        "three weeks ago, for nine years, in ten minutes",
        "at 16:55, naturally",
        "if we march in step and may not; sooner or later in march time",
    ],
)
def test_weekdays_times_marks_and_citations_are_no_dates(text: str) -> None:
    assert found_by(dates.find, text) == []


def test_a_date_at_the_end_leaves_the_full_stop() -> None:
    assert found_by(dates.find, "We meet again on 14 Feb.") == ["14 Feb"]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("I've been at Anyplace for nineteen months, which", "nineteen months"),
        ("I have been seven years at the school", "seven years"),
        ("I've been three and a half years getting through that gate.", "three and a half years"),
        ("I've nineteen years in, I'm tired", "nineteen years"),
        ("I was eight weeks qualified.", "eight weeks"),
        ("Eighteen years. I nursed here.", "Eighteen years"),
        ("observation from 7 years clinical practice", "7 years"),
        ("Six years in August. I was", "Six years in August"),
    ],
)
def test_the_writers_years_in_post_are_found(text: str, surface: str) -> None:
    assert any(found.startswith(surface) for found in found_by(durations.find, text))


@pytest.mark.parametrize(
    "text",
    [
        "Nine years seizure free, then one in the bath.",
        "She has been ill for eleven weeks.",
        "I waited for three weeks in the dark with this man.",
        "He drove the bus for thirty years.",
        "I gave it ten minutes.",
    ],
)
def test_other_lengths_of_time_are_left_alone(text: str) -> None:
    assert found_by(durations.find, text) == []


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("It began the summer before last.", "the summer before last"),
        ("He left two Christmases ago.", "two Christmases ago"),
        ("See you Tues 26/11, then.", "26/11"),
    ],
)
def test_seasons_counted_back_and_short_dates_after_weekdays_are_found(text: str, surface: str) -> None:
    assert surface in found_by(dates.find, text)
