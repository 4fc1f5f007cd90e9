"""Dates moved by days, in the form in which they were written."""

from __future__ import annotations

import pytest

from journal.anonymise.shifting import shifted


@pytest.mark.parametrize(
    ("surface", "days", "moved"),
    [
        ("3 May 2021", 20, "23 May 2021"),
        ("3 May 2021", 30, "2 June 2021"),
        ("the 3rd of May", -3, "the 30th of April"),
        ("Monday 3 May 2021", 1, "Tuesday 4 May 2021"),
        ("31 Dec 2021", 1, "1 Jan 2022"),
        ("03/05/2021", 30, "02/06/2021"),
        ("3.5.21", -3, "30.4.21"),
        ("31/02/2021", 3, None),
        ("last Tuesday", 3, None),
        ("2015", 3, None),
        ("3 May 2021 at noon", 3, None),
    ],
)
def test_a_date_moves_and_keeps_its_form(surface: str, days: int, moved: str | None) -> None:
    assert shifted(surface, days) == moved
