"""What a body expects beside what the journal holds. Two numbers and where they come from; never a ruling."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from journal.practice_model import ClientHours, CpdActivity, Expectation, Session


@dataclass(frozen=True, slots=True)
class Record:
    """What the journal holds: everything that a figure may be set against."""

    sessions: Sequence[Session] = ()
    activities: Sequence[CpdActivity] = ()
    client_hours: Sequence[ClientHours] = ()
    accounts: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """One figure of an expectation: ``wanted`` beside ``have``, over the days ``first`` to ``last``.

    ``figure`` is the figure's name in the file; ``unit`` is ``hours``, ``days``, ``minutes`` or ``count``. ``have`` is
    ``None`` where the journal cannot know (nothing was logged that it could be read from).
    """

    expectation: str
    figure: str
    unit: str
    wanted: Fraction
    have: Fraction | None
    first: dt.date
    last: dt.date


def standings(
    expectation: Expectation, expectations: Sequence[Expectation], record: Record, today: dt.date
) -> tuple[Standing, ...]:
    """Each figure of an expectation that can be set against the journal, as of ``today``."""
    raise NotImplementedError
