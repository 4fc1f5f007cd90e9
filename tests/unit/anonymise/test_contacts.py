"""Ways to reach somebody: exact offsets, and what must not be found."""

from __future__ import annotations

import pytest

from journal.anonymise.detectors import contacts
from journal.anonymise.finding import Kind
from journal.anonymise.segments import document_of
from tests.unit.anonymise.builders import found_by, knowledge_of, spans_by


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("write to anna@example.org today", [(9, 25)]),
        ("😀 anna@example.org", [(2, 18)]),
        ("anna.b+notes@mail.example.org.", [(0, 29)]),
        ("anna at example dot org, she said", [(0, 23)]),
        ("see you @ ten", []),
        ("we met at half past two", []),
    ],
)
def test_e_mail_addresses_are_found_at_their_exact_place(text: str, spans: list[tuple[int, int]]) -> None:
    assert spans_by(contacts.find, text) == spans


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        # Ofcom's and ComReg's ranges for drama
        ("rang 07700 900417, left a message", ["07700 900417"]),
        ("07700 900123 14 Acacia Road", ["07700 900123", "14 Acacia Road"]),
        ("(0113 496 0188)", ["0113 496 0188"]),
        ("+44 7700 900 226", ["+44 7700 900 226"]),
        ("+44 (0)161 496 0123", ["+44 (0)161 496 0123"]),
        ("020 7946 0853", ["020 7946 0853"]),
        ("01632 960044 any time", ["01632 960044"]),
        ("020 91x is nothing", []),
        ("ext. 214", ["214"]),
        ("pp. 1136–1147 and 46(6)", []),
        ("the Samaritans, 116 123", []),
        ("on 12/03/2021 and 2019-10-03", []),
        ("PHQ-9 from 21 to 9", []),
    ],
)
def test_telephone_numbers_are_told_from_other_numbers(text: str, numbers: list[str]) -> None:
    assert found_by(contacts.find, text) == numbers


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("see https://intranet.example.org/hr/v4.", Kind.NET_URL),
        ("see www.example.com/me", Kind.NET_URL),
        ("a request from @tilly_paints", Kind.NET_HANDLE),
        ("https://search.example.com/login.aspx?AuthType=ip,shib&db=cat1a", Kind.AUTHOR_LINK),
    ],
)
def test_links_and_handles_have_their_kind(text: str, kind: Kind) -> None:
    (found,) = contacts.find(document_of(text), knowledge_of())
    assert found.kind is kind
    assert not text[found.start : found.end].endswith(".")


def test_links_to_public_sources_stay_and_so_do_references() -> None:
    text = (
        "See https://doi.org/10.1111/bjc.12268 first.\n\nReferences\n\nKnox (2015) A title. http://example.org/a.pdf\n"
    )
    assert found_by(contacts.find, text) == []


def test_a_login_link_is_found_even_in_the_references() -> None:
    link = "https://x.example.com/login.aspx?AuthType=shib"
    text = f"Body.\n\nReferences\n\nKnox (2015) A title. {link} (Accessed: 7 April 2021).\n"
    (found,) = contacts.find(document_of(text), knowledge_of())
    assert found.kind is Kind.AUTHOR_LINK


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("17 Cockle Lane, ZZ25 1XH. NHS", ["17 Cockle Lane, ZZ25 1XH"]),
        ("Flat 2, 88 Herring Row, NR88 4TD", ["Flat 2, 88 Herring Row, NR88 4TD"]),
        ("sat nav zz45 4jn the blue gate", ["zz45 4jn"]),
        ("the M9 end of town", ["M9"]),
        ("on Abbey Foregate", ["Abbey Foregate"]),
        ("to the lady at number 14, who waits", ["14"]),
        ("room 4 at 10, 3rd floor, a1 3pm", []),
        ("page 14 of Close Encounters", []),
    ],
)
def test_addresses_and_postcodes_whole_or_in_part(text: str, surfaces: list[str]) -> None:
    assert found_by(contacts.find, text) == surfaces


def test_my_own_number_is_the_authors() -> None:
    (found,) = contacts.find(document_of("from my own phone, 07700 900135, at last"), knowledge_of())
    assert found.risk.value == "author"


def test_one_number_after_another_is_found() -> None:
    text = "Ring 07700 900123 07700 900124 or 020 7946 0391 07700 900125."
    numbers = ["07700 900123", "07700 900124", "020 7946 0391", "07700 900125"]
    assert found_by(contacts.find, text) == numbers
