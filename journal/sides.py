"""The sides of practice that an open journal has, each imported when it is first asked for: unlocking waits for none.

Apart from ``open_journal.py``, which would have been past 400 lines; nothing but ``OpenJournal`` is one of these.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from journal.store.connection import Connection

if TYPE_CHECKING:
    from journal.learning import Learning
    from journal.looking_back import LookingBack
    from journal.practice_log import PracticeLog
    from journal.wellbeing import Wellbeing


class Sides:
    """``practice``, ``wellbeing``, ``learning`` and ``looking_back``, over the journal's own connection."""

    def __init__(self, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._connection = connection
        self._device = device
        self._clock = clock

    @functools.cached_property
    def practice(self) -> PracticeLog:
        """Supervision and its agenda."""
        from journal.practice_log import PracticeLog  # noqa: PLC0415

        return PracticeLog(self._connection, self._device, self._clock)

    @functools.cached_property
    def wellbeing(self) -> Wellbeing:
        """Check-ins, own plan, events, where to find help."""
        from journal.wellbeing import Wellbeing  # noqa: PLC0415

        return Wellbeing(self._connection, self._device, self._clock)

    @functools.cached_property
    def learning(self) -> Learning:
        """Templates, CPD, reflective accounts."""
        from journal.learning import Learning  # noqa: PLC0415

        return Learning(self._connection, self._device, self._clock)

    @functools.cached_property
    def looking_back(self) -> LookingBack:
        """Calendar, on this day, threads, later notes, saved filters, numbers."""
        from journal.looking_back import LookingBack  # noqa: PLC0415

        return LookingBack(self._connection, self._device, self._clock)
