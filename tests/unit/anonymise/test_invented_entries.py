"""Whole invented entries, marked by hand: most of what points to somebody is found, and little else is touched.

The entries in ``entries/`` were written for these tests, after the kinds of the specification and apart from every
evaluation entry; D, Q, A and K are the risks direct, quasi, author and keep. The shares below are floors, not goals.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from journal.anonymise.finding import Risk
from tests.unit.anonymise.builders import scanned

_MARK = re.compile(r"⟦([DQAK])\|([^⟧]*)⟧")
_LOOSE = re.compile(
    r"(?:(?:a|an|the|our|my|her|his|mr|mrs|ms|dr|dc|sister|auntie|uncle|professor)\.? )*", re.IGNORECASE
)


def entries(name: str) -> list[str]:
    text = Path(__file__).with_name("entries").joinpath(f"{name}.txt").read_text(encoding="utf-8")
    return [piece.split("\n", 1)[1].rstrip("\n") for piece in re.split(r"^== ", text, flags=re.MULTILINE)[1:]]


def shares(name: str) -> tuple[dict[str, float], float]:
    """The share of marked stretches of each risk that are covered whole (kept: untouched), and of other letters hit."""
    whole: dict[str, list[bool]] = {}
    outside = hit = 0
    for marked in entries(name):
        text, spans, place = "", [], 0
        for match in _MARK.finditer(marked):
            text += marked[place : match.start()]
            spans.append((match.group(1), len(text), len(text) + len(match.group(2))))
            text += match.group(2)
            place = match.end()
        text += marked[place:]
        changing = [f for f in scanned(text).findings if f.risk is not Risk.KEEP and not f.asked]
        covered = {at for f in changing for at in range(f.start, f.end)}
        inside = {at for _, start, end in spans for at in range(start, end)}
        for risk, begin, end in spans:
            lead = _LOOSE.match(text[begin:end])
            start = begin + (lead.end() if lead and lead.end() < end - begin else 0)
            letters = {at for at in range(start, end) if text[at].isalnum()}
            whole.setdefault(risk, []).append(not letters & covered if risk == "K" else letters <= covered)
        others = {at for at, ch in enumerate(text) if ch.isalnum()} - inside
        outside += len(others)
        hit += len(others & covered)
    return {risk: sum(found) / len(found) for risk, found in whole.items()}, hit / outside


@pytest.mark.parametrize(
    ("name", "floors", "most"),
    [
        ("first", {"D": 0.95, "Q": 0.7, "A": 0.55, "K": 0.9}, 0.035),
        ("second", {"D": 1.0, "Q": 0.85, "A": 0.7, "K": 1.0}, 0.035),
    ],
)
def test_what_points_to_somebody_is_found_in_entries_of_other_hands(
    name: str, floors: dict[str, float], most: float
) -> None:
    found, touched = shares(name)
    assert {risk for risk, floor in floors.items() if found[risk] < floor} == set()
    assert touched <= most
