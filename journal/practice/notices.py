"""Notices about supervision: private, gently worded, each can be switched off and each occurrence dismissed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from journal.practice.hours import Arithmetic
from journal.practice.supervision import SupervisionData
from journal.practice_model import Arrangement, Session


@dataclass(frozen=True, slots=True)
class Noticed:
    """One notice to show. ``occurrence`` names it for ``PracticeLog.dismiss_notice``: the same facts, the same name."""

    id: str
    name: str
    message: str
    occurrence: str


def notices(
    data: SupervisionData,
    sessions: Sequence[Session],
    arrangement: Arrangement,
    arithmetic: Arithmetic,
    *,
    today: dt.date,
    dismissed: Collection[str] = (),
) -> tuple[Noticed, ...]:
    """What the rules of the file notice today, in the file's order; without those switched off or dismissed."""
    raise NotImplementedError
