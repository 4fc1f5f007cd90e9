"""What is published stays: citations, reference lists, authors by grammar, works, statutes, bodies."""

from __future__ import annotations

import uuid

import pytest

from journal.anonymise.detectors import sources
from journal.anonymise.finding import Kind, Risk
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.references import matches, references_of
from journal.anonymise.scan import scan
from journal.anonymise.segments import document_of
from journal.model import KnownName, Part
from tests.unit.anonymise.builders import changing, knowledge_of, known, scanned, shipped_lists

REFERENCES = (
    "\n\nReferences\n\n"
    "Destress Project (2019) Poverty, Pills and Pathology, final report. Available at: http://example.org/final.pdf\n\n"
    "Kellett, S. et al. (2021) ‘The costs and benefits of practice-based evidence’, A Journal, 60(1), pp. 42–47.\n\n"
    "Knox, R. and Cooper, M. (2015) The therapeutic relationship. SAGE, Monmouth, UK.\n\n"
    "Rogers, C. R. (1951) Client centered therapy. Constable, Abingdon. doi: 10.1111/bjc.12268.\n"
)


@pytest.fixture(scope="module")
def lists() -> WordLists:
    return shipped_lists()


def kept(text: str, lists: WordLists, *names: KnownName) -> list[str]:
    """What is kept of a text, in order, the longest where findings nest; the reference list left out."""
    found = sources.find(document_of(text), Knowledge(names=names, lists=lists))
    assert all(f.risk is Risk.KEEP and f.kind is Kind.SOURCE for f in found)
    spans = sorted({(f.start, f.end) for f in found if f.reason != "reference_list"})
    outer = [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
    return [text[start:end] for start, end in outer]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a dichotomy (Mason & Reeves 2018), she", ["Mason & Reeves 2018"]),
        ("an outcome (Knox 2015, Rogers 1951)?", ["Knox 2015", "Rogers 1951"]),
        ("politics (Scott 2018, 2021, Kellet 2020).", ["Scott 2018, 2021", "Kellet 2020"]),
        (
            "the evidence (see Barkham et al., 2021a; Dalal, 2018, p. 12)",
            ["Barkham et al., 2021a", "Dalal, 2018, p. 12"],
        ),
        ("Wakefield et al 2020 found it.", ["Wakefield et al 2020"]),
        ("Jackson & Rizq (2019) call it that.", ["Jackson & Rizq (2019)"]),
        ("In Mearns & Cooper (2005) they say", ["Mearns & Cooper (2005)"]),
        ("Rogers’ (1957) six conditions", ["Rogers’ (1957)"]),
        ("Menzies Lyth (1960) on anxiety", ["Menzies Lyth (1960)"]),
        ("round and round (Gibbs 1988)", ["Gibbs 1988"]),
        ("Hochschild (1983: 7) has a word", ["Hochschild (1983: 7)"]),
    ],
)
def test_citations_are_kept_by_their_shape(text: str, expected: list[str], lists: WordLists) -> None:
    assert kept(text, lists) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ellie (2005) and Max (2008) were born there.",
        "It began (March 2019) and ended.",
        "It was worse (Manchester, 2017).",
        "since (Easter 2019) nothing",
        "Mrs Kellett (1961) is her mother.",
        "In 2015 we moved.",
        "She has been coming since Autumn 2021 or so.",
    ],
)
def test_years_beside_people_places_and_months_are_no_citations(text: str, lists: WordLists) -> None:
    assert kept(text, lists) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Empathy as Rogers has it is being there.", ["Rogers"]),
        ("Winnicott would have waited.", ["Winnicott"]),
        ("According to Schore it starts earlier.", ["Schore"]),
        ("Proctor's restorative function again.", ["Proctor"]),
        ("There is Schön, and there's Kolb.", ["Schön", "Kolb"]),
        ("There's Johns, and there's Kolb.", ["Johns", "Kolb"]),
        ("I saw Johns and thought of Kolb.", ["Kolb"]),
        ("Johns and Priya came; I had read Kolb.", ["Kolb"]),
        ("Pope and Vasquez have a chapter.", ["Pope and Vasquez"]),
        ("Sarah Hawkins rang. Hawkins & Shohet would call that parallel process.", ["Hawkins & Shohet"]),
        ("Scott argues the opposite; Scott cried in the corridor.", ["Scott"]),
        ("As Nouwen writes, the healer is wounded.", ["Nouwen"]),
        ("Alice Miller would have had my guts.", ["Alice Miller"]),
        ("I read Norman MacCaig at lunch.", ["Norman MacCaig"]),
    ],
)
def test_authors_are_kept_by_the_grammar_of_a_source(text: str, expected: list[str], lists: WordLists) -> None:
    assert kept(text, lists) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr Hawkins missed his appointment.",
        "Dr Klein signed the letter.",
        "Sarah Rogers came in late.",
        "My client Beck cried.",
        "Scott came in late. Scott's question made me think.",
        "Lewis told me about his brother.",
        "He lives in Wakefield.",
        "She lives in Proctor Street.",
        "Frost on the allotment.",
        "Turner came at four.",
        "Sarah said that Tom wrote to me.",
    ],
)
def test_people_who_share_a_surname_with_an_author_are_not_kept(text: str, lists: WordLists) -> None:
    assert kept(text, lists) == []


def test_ask_carl_is_kept_once_the_whole_name_stands_near(lists: WordLists) -> None:
    assert kept("Just ask Carl Rogers. I tell them to ask Carl.", lists) == ["Carl Rogers", "Carl"]
    assert kept("I tell them to ask Carl." + REFERENCES, lists)[:1] == ["Carl"]
    assert kept("I said, ask Carl, and gave her A Way of Being.", lists) == ["Carl", "A Way of Being"]
    assert kept("I tell them to ask Carl.", lists) == []


def test_ask_carl_is_not_kept_where_somebody_of_the_journal_has_the_name(lists: WordLists) -> None:
    client = KnownName(uuid.uuid4(), "Carl", role="client")
    assert kept("Just ask Carl Rogers. I tell them to ask Carl.", lists, client) == ["Carl Rogers"]
    assert kept("Carl cried today. I thought of Carl Rogers, then of Carl.", lists) == ["Carl Rogers"]


def test_surnames_match_the_reference_list_loosely(lists: WordLists) -> None:
    text = "Kellet says so, as Cooper does. Dobbs came late." + REFERENCES
    assert kept(text, lists) == ["Kellet", "Cooper"]
    assert kept("Read the Destress Project report ‘Poverty, Pills and Pathology’." + REFERENCES, lists) == [
        "Destress Project",
        "Poverty, Pills and Pathology",
    ]


@pytest.mark.parametrize(
    ("word", "found"),
    [("Kellet", True), ("Kelett", True), ("Kellett", True), ("Kelly", False), ("Knox", True), ("Know", False)],
)
def test_a_reference_matches_with_one_letter_out(word: str, found: bool) -> None:
    assert matches(word, frozenset({"kellett", "knox"})) is found


def test_every_paragraph_of_a_reference_list_is_kept_whole(lists: WordLists) -> None:
    text = "Body." + REFERENCES
    document = document_of(text)
    found = [f for f in sources.find(document, Knowledge(lists=lists)) if f.reason == "reference_list"]
    assert [text[f.start : f.end].split()[0] for f in found] == ["Destress", "Kellett,", "Knox,", "Rogers,"]
    assert len(references_of(document)) == 4
    result = scan(text, ((Part.BODY, 0, len(text)),), Knowledge(lists=lists), lambda options: options[0])
    changed = [text[f.start : f.end] for f in result.findings if f.risk is not Risk.KEEP]
    assert changed == []  # no DOI, page range, publisher's town or author is touched


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He scored 19 on the PHQ-9 and GAD-7, and CORE-10.", ["PHQ-9", "GAD-7", "CORE-10"]),
        ("Sertraline, then mirtazapine.", ["Sertraline", "mirtazapine"]),
        ("under section 136 of the Mental Health Act 1983", ["section 136 of the Mental Health Act 1983"]),
        ("W v Egdell dealt with it.", ["W v Egdell"]),
        ("Call Samaritans on 116 123.", ["Samaritans", "116 123"]),
        ("So: Gillick. Fraser, for the medical bit.", ["Gillick", "Fraser"]),
        ("the BACP Ethical Framework (GPiA 040)", ["BACP Ethical Framework", "GPiA 040"]),
        ("the DVLA's guidance", ["DVLA"]),
        ("Read All About Love on the train.", ["All About Love"]),
        ("a poem by Ada Limón, on the fridge", ["Ada Limón"]),
        ("I gave her the book, *The Salt Path*.", ["The Salt Path"]),
        ("Peplau has it: a process, 1952, in a book.", ["Peplau", "1952"]),
        ("MARAC, IDVA and MAPPA", ["MARAC", "IDVA", "MAPPA"]),
    ],
)
def test_works_laws_measures_and_bodies_are_kept(text: str, expected: list[str], lists: WordLists) -> None:
    assert kept(text, lists) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She's 35 and he's 20.",
        "at Fernleigh IAPT on Tuesday",
        "over to Northfield CAMHS",
        "the *Guiding Star* sank in a gale",
        'She said, "You never looked at me."',
        "Mr Fraser rang again.",
        "Act 2 was better.",
        "mind the gap, and relate to her",
    ],
)
def test_services_ships_speech_and_everyday_words_are_not_kept(text: str, lists: WordLists) -> None:
    assert kept(text, lists) == []


def test_institutions_are_kept_only_where_the_draft_cites(lists: WordLists) -> None:
    place = "School of Psychology University of Sheffield"
    assert place in kept(f"I'm looking at you {place}. It fails (Wakefield et al 2020).", lists)
    assert kept(f"I trained at the {place}.", lists) == []


def test_offsets_are_code_points(lists: WordLists) -> None:
    text = "😀 (Knox 2015)"
    found = sources.find(document_of(text), Knowledge(lists=lists))
    assert [(f.start, f.end) for f in found if f.reason == "citation"] == [(3, 12)]


def test_without_word_lists_shapes_alone_are_kept() -> None:
    assert kept("It works (Knox & Cooper 2015), said Rogers.", WordLists()) == ["Knox & Cooper 2015"]


def test_no_finding_shows_words_in_its_repr(lists: WordLists) -> None:
    found = sources.find(document_of("Just ask Carl Rogers (1957)."), Knowledge(lists=lists))
    assert found
    assert all("Rogers" not in repr(f) for f in found)


def test_a_first_name_behind_a_surname_tells_a_source_from_a_client() -> None:
    text = "My client Carl Beck came. (Beck — Aaron, I mean — can wait outside.)"
    knowledge = knowledge_of(known("Carl Beck"))
    kept = [text[f.start : f.end] for f in scanned(text, knowledge).findings if f.risk is Risk.KEEP]
    assert kept == ["Beck", "Aaron"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cassandra cried through the hour. I like Cassandra.", "Cassandra"),
        ("Then Nina Simone came in, soaked.", "Nina Simone"),
        ("Susan David told me about it.", "Susan David"),
        ("My supervisor Richard Schwartz was late.", "Richard Schwartz"),
        ("Persephone, 14, sat by the door.", "Persephone"),
    ],
)
def test_a_public_name_in_the_room_is_somebodys(text: str, name: str) -> None:
    assert changing(text)[name].kind is Kind.NAME_PERSON


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Katherine May writes about wintering.", "Katherine May"),
        ("Nina Simone has a song for it.", "Nina Simone"),
        ("Carl Rogers came to Wisconsin in 1957.", "Carl Rogers"),
        ("I read *1984* again.", "1984"),
        ("Orwell would know: 1984 is here.", "1984"),
    ],
)
def test_a_public_name_and_a_title_of_figures_stay_where_they_are_read(text: str, kept: str) -> None:
    assert kept not in changing(text)
