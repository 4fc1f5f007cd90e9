"""The cases that the export should pass, on short invented sentences of the same shape (specification, last table)."""

from __future__ import annotations

import pytest

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.findings_rows import findings_row
from journal.anonymise.risk import Level, concerns
from journal.anonymise.scan import scan
from journal.errors import ReviewIncomplete
from journal.model import Part
from journal.word_lists import load_word_lists
from tests.unit.anonymise.builders import knowledge_of, review_of, scanned

REFERENCES = """

References

Kendrickk, S. et al. (2021) ‘Costs and benefits’, The British Journal of Things, 60(1), pp. 42–47. doi: 10.1111/bjc.12268.

Lowry, C. R. (1951) Client centred work. Constable. Available at: https://search.example.com/login.aspx?direct=true&AuthType=ip,shib&db=cat06100a&AN=btc.0094539901&site=eds-live (Accessed: 7 April 2021).

Marsh & Reed (2018) The work. Published by Example Press, Monmouth, UK.

Stott, M.J. (2018). The need for reform. Journal of Things, 23, 1136–1147. https://doi.org/10.1177/1359105318755264
"""  # noqa: E501


def shown(text: str) -> dict[str, Finding]:
    """What is shown to the writer for a decision, by surface."""
    return {text[f.start : f.end]: f for f in scanned(text).findings if f.risk is not Risk.KEEP}


def test_place_and_year_of_the_authors_work_are_red() -> None:
    text = "As I said, I was working in IAPT in Rochdale in 2014. Supervision was in a group."
    found = shown(text)
    assert found["Rochdale"].risk is Risk.AUTHOR
    assert found["in 2014"].risk is Risk.AUTHOR
    assert "IAPT" not in found
    reasons = {(c.level, c.reason, c.who) for c in concerns(list(found.values()))}
    assert (Level.RED, "place_and_year", "author") in reasons


def test_years_and_job_are_found_in_the_title_too() -> None:
    title = "It is not you – observation from 9 years clinical practice and leadership in IAPT"
    found = scan(title, ((Part.TITLE, 0, len(title)),), knowledge_of()).findings
    kinds = {f.kind for f in found if f.risk is Risk.AUTHOR}
    assert {Kind.AUTHOR_YEARS, Kind.AUTHOR_JOB} <= kinds


def test_the_authors_profession_is_found() -> None:
    found = shown("I am not averse to it, as a mental health nurse and a citizen.")
    assert {f.kind for f in found.values()} == {Kind.AUTHOR_JOB}


def test_a_senior_persons_role_is_found_and_broadened() -> None:
    found = shown("I was once told by a clinical lead that the relationship is a luxury.")
    assert found["a clinical lead"].kind is Kind.ROLE_SMALL
    assert found["a clinical lead"].proposal == "someone senior"


def test_the_authors_supervisees_are_found() -> None:
    found = shown("When my supervisees come to me with this, I nod.")
    assert found["my supervisees"].kind is Kind.AUTHOR_TEAM


def test_a_link_to_an_earlier_post_is_found() -> None:
    found = shown("As I mentioned in my first post last week, it was cold.")
    assert found["my first post last week"].kind is Kind.AUTHOR_SERIES


@pytest.mark.parametrize(
    "text",
    [
        "Sound familiar? Just ask Carl Rogers. I tell them to ask Carl and to remember that.",
        "This is a dichotomy (Marsh & Reed 2018), is it not?",
        "It predicts outcome (Lowry 1951, Marsh 2018)?",
        "People see the nepotism (Stott 2018, 2021, Kendrick 2020).",
        "It is backed by research (Wakely et al 2020).",
    ],
)
def test_sources_are_kept(text: str) -> None:
    assert shown(text + REFERENCES).keys() <= {link for link in shown(text + REFERENCES) if "login" in link}


def test_a_university_named_as_an_author_is_kept_or_asked_about_never_taken_for_a_person() -> None:
    text = "It is backed (Wakely et al 2020), I’m looking at you School of Psychology University of Leeds."
    assert not any(f.kind.label == "PERSON" for f in shown(text).values())


def test_pages_volumes_and_dois_are_no_numbers_or_dates() -> None:
    text = "Body text here." + REFERENCES
    kinds = {f.kind for f in shown(text).values()}
    assert kinds == {Kind.AUTHOR_LINK}


def test_only_the_login_link_of_a_reference_is_found() -> None:
    text = "Body text here." + REFERENCES
    (link,) = shown(text)
    assert link.startswith("https://search.example.com/login.aspx")
    assert link.endswith("eds-live")


def test_initials_in_the_byline_are_the_authors() -> None:
    text = "The end of it.\n\nAuthor: Name withheld for protection – how has it come to this (QX)?" + REFERENCES
    found = shown(text)
    assert found["QX"].kind is Kind.AUTHOR_NAME
    assert not any("protection" in surface or "withheld" in surface for surface in found)


def test_who_protects_the_author_is_asked_about_once() -> None:
    text = "It is a criticism of the system.\n\nAnonymity protected Dr Mick Stott"
    found = shown(text)
    assert found["Dr Mick Stott"].kind is Kind.AUTHOR_HELPER
    assert len(found) == 1


def test_the_whole_shape_leaves_review_with_its_references_unchanged() -> None:
    body = "I was working in Rochdale in 2014 (Marsh & Reed 2018)." + REFERENCES
    review = review_of(body)
    review.accept_all()
    # the library link is asked about: taking all proposals leaves it to the person
    assert [review.findings[index].kind for index in review.undecided] == [Kind.AUTHOR_LINK]
    with pytest.raises(ReviewIncomplete):
        review.finish()
    review.accept(review.undecided[0])
    draft = review.finish().body
    assert "Rochdale" not in draft
    assert "2014" not in draft
    assert "(Marsh & Reed 2018)" in draft
    assert "pp. 42–47. doi: 10.1111/bjc.12268." in draft
    assert "AuthType" not in draft


def test_what_is_only_asked_about_stays_in_a_draft_by_command() -> None:
    text = (
        "When my supervisees come to me, as I said in my first post last week, I was told by a clinical lead to stop."
    )
    row = findings_row({"id": "x", "text": text}, load_word_lists(), lambda options: options[0])
    assert row["text"] == text
    asked = {finding.kind for finding in shown(text).values()}
    assert asked == {Kind.AUTHOR_TEAM, Kind.AUTHOR_SERIES, Kind.ROLE_SMALL}
