"""Places and organisations by head nouns, prepositions and the gazetteer."""

from __future__ import annotations

import pytest

from journal.anonymise.finding import Kind
from tests.unit.anonymise.builders import changing


@pytest.mark.parametrize(
    ("text", "surface", "label"),
    [
        ("I work at Fellside Wellbeing now.", "Fellside Wellbeing", "ORGANISATION"),
        ("my old boss at the Liffey Street Clinic said", "Liffey Street Clinic", "ORGANISATION"),
        ("the one from Harbour & Heath Talking Therapies", "Harbour & Heath Talking Therapies", "ORGANISATION"),
        ("recalled to HMP Ravensmoor again", "HMP Ravensmoor", "ORGANISATION"),
        ("Passed St Bede's, where", "St Bede's", "ORGANISATION"),
        ("nights on Ward 3 again", "Ward 3", "ORGANISATION"),
        ("driven down from Longsleddale to me", "Longsleddale", "PLACE"),
        ("she lives in Shrewsbury with two cats", "Shrewsbury", "PLACE"),
        ("the shell from Robin Hood's Bay came", "Robin Hood's Bay", "PLACE"),
        ("near Leasowe Common it rained", "Leasowe Common", "PLACE"),
    ],
)
def test_places_and_organisations_are_found(text: str, surface: str, label: str) -> None:
    found = changing(text)
    match = [f for s, f in found.items() if s.removeprefix("the ") == surface]
    assert match
    assert match[0].kind.label == label


def test_a_ward_is_found_by_its_short_name_and_an_organisation_by_its_initials() -> None:
    text = "Nights again, Larch. Larch Ward closes. We were Heath & Harbour Talking Therapies, HHTT to friends."
    assert {"Larch", "Larch Ward", "HHTT"} <= set(changing(text))


@pytest.mark.parametrize(
    "text",
    [
        "I was reading in the bath until the sale of the building.",
        "the Crisis Team, the Crown Court and Occupational Health",
        "In English, with a postcode. The Chair. Talking Therapies in general.",
        "in March he said, at Easter they say, from Monday on",
    ],
)
def test_common_parts_and_words_are_no_places(text: str) -> None:
    kinds = {f.kind for f in changing(text).values()}
    assert not kinds & {Kind.PLACE_GEO, Kind.PLACE_SERVICE, Kind.ORG_EMPLOYER}
