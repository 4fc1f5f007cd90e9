"""Meetings for tests, in few words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from journal.ids import new_id
from journal.practice_model import Session


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def held(on: str, minutes: int | None = 60, **more: Any) -> Session:
    """An individual meeting held as planned, or as ``more`` says."""
    made = Session(
        id=new_id(),
        date_planned=day(on),
        date_held=day(on),
        status="held",
        minutes=minutes,
        minutes_planned=minutes,
    )
    return replace(made, **more)


def group(on: str, minutes: int, size: int | None, **more: Any) -> Session:
    return held(on, minutes, format="group", group_size=size, **more)


def moved(planned: str, minutes: int | None = 60, status: str = "postponed", **more: Any) -> Session:
    """One that did not take place."""
    made = Session(id=new_id(), date_planned=day(planned), status=status, minutes_planned=minutes)
    return replace(made, **more)
