"""Search: what is typed is looked for as words, whatever signs stand in it."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.model import Draft, Filter, Hit, Order
from journal.store.excerpts import around_first
from journal.store.search import _pieces, _spellings, expression, search
from tests.unit.store.journal_files import DAY, Store, create, draft


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = Store(create(tmp_path_factory.mktemp("search") / "journal.db"))
    texts = [
        ("Café at noon", "Déjà vu near the naïve façade. Ångström and Zoë."),
        ("Lantern", "The copper lantern by the harbour; copper, then a lantern."),
        ("Supervision", "She didn't say it aloud. Well-being, e-mail and 3.5 hours."),
        ("Signs", 'AND or NOT near(a b) title:x ^start *star* "quoted" ue\ue000pua 😀 done'),
        ("", "Заметка о встрече, grüße, ΣΊΣΥΦΟΣ"),
    ]
    for number, (title, body) in enumerate(texts):
        store.clock.move(minutes=1)
        store.entries.save(draft(body, title, day=DAY - dt.timedelta(days=number), tags=(f"t{number % 2}",)))
    yield store
    store.connection.close()


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("cafe", ["Café at noon"]),
        ("CAFÉ", ["Café at noon"]),
        ("deja naive", ["Café at noon"]),
        ("angstrom", ["Café at noon"]),
        ("zoe facade", ["Café at noon"]),
        ("lant", ["Lantern"]),
        ("lant harb", []),
        ("lant* harb", ["Lantern"]),
        ("copper lantern", ["Lantern"]),
        ('"copper lantern"', ["Lantern"]),
        ("“copper lantern”", ["Lantern"]),
        ('"lantern copper"', []),
        ('"copper lan', ["Lantern"]),
        ('"copper lan"', []),
        ("harbour nowhere", []),
        ("didn't", ["Supervision"]),
        ("well-being e-mail", ["Supervision"]),
        ("3.5", ["Supervision"]),
        ("AND OR", ["Signs"]),
        ("NOT near(a b)", ["Signs"]),
        ("title:x", ["Signs"]),
        ("^start", ["Signs"]),
        ("*star*", ["Signs"]),
        ("заметка", [""]),
        ("GRUSSE", [""]),
        ("grusse", [""]),
        ("gruß", [""]),
        ("σίσυφοσ", [""]),
        ("s", []),
        ("", []),
        ("  ", []),
        ("( ) - * \" '", []),
        ("😀", []),
        ("\0", []),
        ("copper\0lantern", ["Lantern"]),
    ],
)
def test_a_query_finds(filled: Store, query: str, titles: list[str]) -> None:
    for order in Order:
        assert [hit.heading.title for hit in search(filled.connection, query, order=order)] == titles


def _marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    ("query", "marked", "in_title"),
    [
        ("deja caf", ["Déjà"], ["Café"]),
        ("lantern", ["lantern", "lantern"], ["Lantern"]),
        ('"copper lantern"', ["copper lantern"], []),
        ("done quoted", ["quoted", "done"], []),
        ("pua", [], []),
        ("ue\ue000pua", ["ue\ue000pua"], []),
        ("ангел", [], []),
    ],
)
def test_the_words_found_are_marked(filled: Store, query: str, marked: list[str], in_title: list[str]) -> None:
    for order in Order:
        hits = search(filled.connection, query, order=order)
        assert [words for hit in hits for words in _marked(hit)] == marked
        titles = [hit.heading.title[start:end] for hit in hits for start, end in hit.title_marks]
        assert titles == in_title


def test_a_long_text_is_shown_by_the_stretch_that_matters(store: Store) -> None:
    store.entries.save(draft("slow water " * 500 + "the lantern 😀 at last " + "and on " * 500))
    (hit,) = search(store.connection, "lantern last")
    assert len(hit.snippet) < 300
    assert hit.snippet.startswith("…")
    assert _marked(hit) == ["lantern", "last"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(query=st.text(max_size=40) | st.text(alphabet="\"“*^():-+{}[]'\\ANDORNEAR \0\ue000é", max_size=30))
def test_nothing_typed_is_an_error(filled: Store, query: str) -> None:
    for order in Order:
        for hit in search(filled.connection, query, Filter(), order):
            for start, end in hit.marks:
                assert 0 <= start < end <= len(hit.snippet)
            for start, end in hit.title_marks:
                assert 0 <= start < end <= len(hit.heading.title)


def test_filters_and_pages_hold_in_search_too(store: Store) -> None:
    ids = []
    for number in range(30):
        store.clock.move(minutes=1)
        day = DAY - dt.timedelta(days=number % 10)
        entry = store.entries.save(
            draft(f"lantern {number}", kind="free" if number % 3 else "dilemma", day=day, tags=(f"t{number % 2}",))
        )
        ids.append(((day, entry.written_at), entry.id, number))
    newest = [(entry_id, number) for _, entry_id, number in sorted(ids, reverse=True)]

    def found(wanted: Filter, **page: int) -> list[object]:
        return [hit.heading.id for hit in search(store.connection, "lantern", wanted, Order.NEWEST, **page)]

    assert found(Filter()) == [entry_id for entry_id, _ in newest]
    assert found(Filter(kinds=("dilemma",))) == [entry_id for entry_id, number in newest if number % 3 == 0]
    assert found(Filter(tags=("t1",))) == [entry_id for entry_id, number in newest if number % 2]
    assert found(Filter(first_day=DAY)) == [entry_id for entry_id, number in newest if number % 10 == 0]
    assert [*found(Filter(), limit=7), *found(Filter(), limit=50, offset=7)] == found(Filter())
    store.entries.trash(newest[0][0])
    assert newest[0][0] not in found(Filter())
    assert found(Filter(trashed=True)) == [newest[0][0]]
    best = search(store.connection, "lantern", Filter(kinds=("dilemma",)), Order.BEST, 4, 2)
    assert len(best) == 4


def test_the_best_hit_has_the_word_in_its_title(store: Store) -> None:
    store.entries.save(draft("lantern " * 3 + "filler " * 50, "Other"))
    store.clock.move(days=-1)
    store.entries.save(draft("filler " * 50, "Lantern"))
    store.entries.save(draft("filler " * 50, "Nothing"))
    store.entries.save(draft("filler " * 50, "Nothing more"))
    assert [hit.heading.title for hit in search(store.connection, "lantern", order=Order.BEST)] == ["Lantern", "Other"]


def test_common_and_rare_words_are_found_among_thousands(store: Store) -> None:
    # more than one walk of the timeline, and days that are not in the order of writing
    drafts = [
        draft(
            f"common word {'quixotry' if number % 900 == 7 else ''} n{number}",
            day=DAY - dt.timedelta(days=(number * 37) % 4001),
            tags=("odd",) if number % 2 else (),
        )
        for number in range(3000)
    ]
    store.entries.add_many(drafts)
    all_ids = [heading.id for heading in store.entries.window(Filter(), 0, 3000)]
    assert [hit.heading.id for hit in search(store.connection, "common", limit=900)] == all_ids[:900]
    assert [hit.heading.id for hit in search(store.connection, "common", limit=9, offset=2500)] == all_ids[2500:2509]
    odd = [heading.id for heading in store.entries.window(Filter(tags=("odd",)), 0, 3000)]
    assert [hit.heading.id for hit in search(store.connection, "word", Filter(tags=("odd",)), limit=600)] == odd[:600]
    assert len(search(store.connection, "quixotry")) == 4
    start = time.perf_counter()
    search(store.connection, "comm")
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("any ten", '"any" AND "ten"*'),
        ("an* ten ", '"an*"* AND "ten"*'),
        ('"any ten"', '"any ten"'),
        ('say "any ten', '"say" AND "any ten"*'),
        ('a"b"c', '"a" AND "b" AND "c"'),
        ("Paweł", '("pawel"* OR "paweł"*)'),
        ("bos any", '("bos" OR "bøs") AND "any"*'),
        ("x", '"x"'),
        ("- (", ""),
    ],
)
def test_what_is_typed_becomes_an_expression(query: str, expected: str) -> None:
    assert expression(query) == expected


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Małgorzata", "malgorz"),
        ("Malgorzata", "małgorz"),
        ("Michał", "MICHAL"),
        ("Łukasz", "lukasz"),
        ("Sørensen", "sorensen"),
        ("Đorđe", "dorde"),
        ("Işıl", "isil"),
        ("Strauß", "strauss"),
        ("Anæsthesia", "anaesthesia"),
    ],
)
def test_a_name_is_found_however_its_letters_are_typed(store: Store, written: str, asked: str) -> None:
    store.entries.save(Draft(None, "free", "", f"I saw {written} today.", dt.date(2026, 11, 22)))
    hits = search(store.connection, asked)
    assert [words for hit in hits for words in _marked(hit)] == [written]
    assert search(store.connection, f"{asked} tomorrow") == []


def test_a_limit_of_nothing_finds_nothing(filled: Store, tmp_path: Path) -> None:
    assert search(filled.connection, "lantern", limit=0) == []


def test_a_very_long_entry_full_of_matches_is_shown_at_once(tmp_path: Path) -> None:
    # FTS5's own snippet took 138 s for this one, and nothing could interrupt it
    store = Store(create(tmp_path / "journal.db"))
    entry = store.entries.save(draft("Nothing yet. " + "The rain on the window, and nothing said. " * 100_000, "Rain"))
    start = time.monotonic()
    for order in Order:
        (hit,) = search(store.connection, "rain window", order=order)
        assert hit.heading.id == entry.id
        assert hit.snippet.startswith("Nothing yet. The rain on the")
        assert 20 < len(hit.snippet) < 250
        shown = [hit.snippet[slice(*mark)] for mark in hit.marks]
        assert shown[:3] == ["rain", "window", "rain"]
        assert set(shown) == {"rain", "window"}
        assert hit.title_marks == ((0, 4),)
    assert time.monotonic() - start < 5
    store.connection.close()


@pytest.mark.parametrize("place", [0, 1, 12_000, 39_999])
def test_the_place_shown_of_a_long_entry_is_the_first_match(tmp_path: Path, place: int) -> None:
    store = Store(create(tmp_path / "journal.db"))
    words = ["grüße"] * 40_000
    words[place] = "harbour"
    store.entries.save(draft(" ".join(words), "One"))
    (hit,) = search(store.connection, "harb")
    assert [hit.snippet[slice(*mark)] for mark in hit.marks] == ["harbour"]
    assert set(hit.snippet.replace("…", " ").split()) == {"harbour", "grüße"}
    assert hit.snippet.startswith("…") is (place > 100)
    assert hit.snippet.endswith("…") is (place < 39_000)
    store.connection.close()


def test_a_long_entry_found_by_its_title_shows_how_it_begins(tmp_path: Path) -> None:
    store = Store(create(tmp_path / "journal.db"))
    store.entries.save(draft("quiet morning " * 3000, "Harbour"))
    (hit,) = search(store.connection, "harbour")
    assert (hit.snippet[:14], hit.marks, hit.title_marks) == ("quiet morning ", (), ((0, 7),))
    store.connection.close()


def test_a_pasted_page_is_no_question(filled: Store) -> None:
    start = time.monotonic()
    assert search(filled.connection, "lodllloddl " * 20_000) == []
    assert time.monotonic() - start < 1


@pytest.mark.parametrize("typed", ["a\ud800", "\udcff", "\0", "lant\0"])
def test_what_no_text_can_hold_finds_nothing_and_breaks_nothing(filled: Store, typed: str) -> None:
    search(filled.connection, typed)
    search(filled.connection, "lantern", Filter(tags=(typed,), kinds=(typed,)))
    assert filled.entries.count(Filter(tags=(typed,))) == 0


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("cafe", ["Café", "cafe\u0301s"]),
        ('"cafe"', ["Café"]),
        ("GRUSSE", ["grüße"]),
        ("lodz*", ["Łódź"]),
        ('"well being"', ["Well-being"]),
        ("sisyphos σισυφοσ", ["ΣΊΣΥΦΟΣ"]),
        ("caf_e", ["caf_e"]),
        ("(.*) [a-z]+", []),
    ],
)
def test_a_match_in_a_long_text_is_marked_as_the_index_found_it(query: str, marked: list[str]) -> None:
    text = "Café, cafe\u0301s, grüße, Łódź, Well-being, ΣΊΣΥΦΟΣ, caf_e, recaf."
    wanted = [(way, prefix) for piece, prefix in _pieces(query) for way in _spellings(piece)]
    snippet, marks = around_first(text, wanted)
    assert snippet == text
    assert [snippet[slice(*mark)] for mark in marks] == marked
