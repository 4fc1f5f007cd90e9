"""The combination rule: what standing details say together."""

from __future__ import annotations

import pytest

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.risk import Level, concerns


def details(*kinds: Kind, risk: Risk = Risk.QUASI) -> list[Finding]:
    return [Finding(at, at + 1, kind, risk, 0.9, "test") for at, kind in enumerate(kinds)]


@pytest.mark.parametrize(
    ("kinds", "level", "reason"),
    [
        ((Kind.PLACE_GEO,), Level.NOTE, "one"),
        ((Kind.AGE, Kind.FAMILY), Level.AMBER, "two_together"),
        ((Kind.PLACE_GEO, Kind.DATE_YEAR), Level.RED, "place_and_year"),
        ((Kind.PLACE_GEO, Kind.OCCUPATION), Level.RED, "place_and_role"),
        ((Kind.DX_RARE, Kind.AGE), Level.RED, "diagnosis_and_age"),
        ((Kind.OCCUPATION, Kind.EVENT_DRAMATIC), Level.RED, "role_and_event"),
        ((Kind.EVENT_DRAMATIC,), Level.RED, "event"),
        ((Kind.UNIQUENESS, Kind.AGE), Level.RED, "uniqueness_in_company"),
        ((Kind.AGE, Kind.FAMILY, Kind.RELIGION), Level.RED, "three_together"),
    ],
)
def test_details_in_company_raise_a_concern(kinds: tuple[Kind, ...], level: Level, reason: str) -> None:
    found = concerns(details(*kinds))
    assert (level, reason) in {(concern.level, concern.reason) for concern in found}
    assert found[0].level is level


def test_the_author_is_judged_apart() -> None:
    found = concerns(details(Kind.AUTHOR_PLACE, Kind.AUTHOR_JOB, risk=Risk.AUTHOR) + details(Kind.AGE))
    assert ("author", Level.RED) in {(concern.who, concern.level) for concern in found}
    assert ("person", Level.NOTE) in {(concern.who, concern.level) for concern in found}


def test_nothing_standing_raises_nothing() -> None:
    assert concerns([]) == ()
