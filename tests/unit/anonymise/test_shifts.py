"""Dates moved by one offset keep their style and their gaps."""

from __future__ import annotations

import pytest

from journal.anonymise.shifts import OFFSETS, offset_for, shifted


@pytest.mark.parametrize(
    ("surface", "moved"),
    [
        ("2021-03-12", "2021-04-01"),
        ("12/03/2021", "01/04/2021"),
        ("12/3/21", "1/4/21"),
        ("4/11", "24/11"),
        ("12th March", "1st April"),
        ("12 March 2021", "1 April 2021"),
        ("March 12, 2021", "April 1 2021"),
        ("the 3rd", "the 23rd"),
        ("Fri 12 March 2021", "Thu 1 April 2021"),
        ("Easter Monday", None),
        ("31/02/2021", None),
        ("the spring", None),
    ],
)
def test_a_date_is_moved_in_its_style(surface: str, moved: str | None) -> None:
    assert shifted(surface, 20, 2021) == moved


def test_the_gap_between_two_dates_of_one_person_stays() -> None:
    assert [shifted(day, 33, 2021) for day in ("1 March 2021", "8 March 2021")] == ["3 April 2021", "10 April 2021"]


def test_an_offset_is_drawn_once_and_is_no_whole_week() -> None:
    assert all(days % 7 and abs(days) > 14 for days in OFFSETS)
    first = offset_for("a", (), lambda options: options[0])
    assert offset_for("a", (("a", first),), lambda options: options[-1]) == first
