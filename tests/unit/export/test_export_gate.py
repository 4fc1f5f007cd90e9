"""No call writes an unreviewed text: by type, by a test that tries, and by who names what writes."""

from __future__ import annotations

import ast
import copy
import dataclasses
import datetime as dt
import importlib
import inspect
import pickle
import pkgutil
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import journal.export
from journal.anonymise.review import DraftText, ReviewedPost
from journal.anonymise.reviewed import must_be_reviewed
from journal.errors import BadInput, QuestionsUnanswered
from journal.export.care import NOT_ASKED, as_stored, may_leave, past_the_questions, true_notes
from journal.export.drawn import DrawnPost
from journal.export.save import FORMATS, render, save
from journal.exporting import copy_post, export_post
from journal.model import Change, Reason
from tests.unit.export.pdf_files import a_pdf
from tests.unit.export.reviewed_posts import ANSWERS
from tests.unit.export.reviewed_posts import reviewed_post as reviewed
from tests.unit.test_house import CODE, imported, opened, where

GENUINE = reviewed("Only this.")
#: What a way out may take: a drawn post has a reviewed one in it, which is asked for at once.
GATES = (ReviewedPost, ReviewedPost | DrawnPost)


def out_of_the_journal() -> Iterator[Callable[..., object]]:
    """Every public function of ``journal.export`` and ``journal.exporting`` that takes a post to be written."""
    names = [f"journal.export.{module.name}" for module in pkgutil.iter_modules(journal.export.__path__)]
    for name in [*names, "journal.exporting"]:
        module = importlib.import_module(name)
        for made in vars(module).values():
            if inspect.isfunction(made) and made.__module__ == name and not made.__name__.startswith("_"):
                yield made


def takes_a_post(function: Callable[..., object]) -> str | None:
    """The parameter of a function that is a ``ReviewedPost``, drawn or not, if there is one."""
    hints = typing.get_type_hints(function)
    return next((name for name, hint in hints.items() if hint in GATES and name != "return"), None)


WAYS = [function for function in out_of_the_journal() if takes_a_post(function)]


def forged(**fields: object) -> ReviewedPost:
    """What an attribute set behind a post's back makes of it."""
    made = reviewed("Only this.")
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


class Pretender(ReviewedPost):
    """Says that it was reviewed."""

    def __post_init__(self, made_by: object) -> None:
        object.__setattr__(self, "seal", GENUINE.seal)


def empty() -> ReviewedPost:
    return object.__new__(ReviewedPost)


def half_filled() -> ReviewedPost:
    made = empty()
    for field in dataclasses.fields(GENUINE):
        object.__setattr__(made, field.name, getattr(GENUINE, field.name))
    object.__setattr__(made, "body", "Priya came.")
    return made


POST = GENUINE.post
UNREVIEWED: dict[str, Callable[[], object]] = {
    "text": lambda: "Priya came.",
    "bytes": lambda: b"Priya came.",
    "nothing": lambda: None,
    "post": lambda: POST,
    "draft": lambda: DraftText("", (), "Priya came.", ""),
    "a class like it": type("ReviewedPost", (), {"body": "Priya came.", "post": POST}),
    "a subclass": lambda: Pretender(POST, "", (), "Priya came.", "", 0, 0, "person"),
    "made without its constructor": empty,
    "filled by hand": half_filled,
    "another body": lambda: forged(body="Priya came."),
    "another title": lambda: forged(title="Priya"),
    "another post": lambda: forged(post=dataclasses.replace(POST, answers=())),
    "decided by command after all": lambda: forged(decided_by="command"),
    "a seal of its own": lambda: forged(body="Priya came.", seal=b"0" * 64),
}


def call(function: Callable[..., Any], post: object, folder: Path) -> object:
    """Call a way out with ``post`` and whatever else it needs."""
    given: dict[str, object] = {
        "format": "md",
        "path": folder / "draft",
        "posts": None,
        "at": dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        "draw": lambda _html: a_pdf(),
    }
    parameter = takes_a_post(function)
    assert parameter is not None
    wanted = [
        name
        for name, value in inspect.signature(function).parameters.items()
        if value.default is inspect.Parameter.empty
    ]
    return function(**{name: given[name] for name in wanted if name != parameter}, **{parameter: post})


def test_every_way_out_is_tried() -> None:
    names = {function.__name__ for function in WAYS}
    assert {"to_markdown", "to_html", "to_fragment", "to_text", "to_docx", "to_odt"} <= names
    assert {"layout_of", "render", "save", "export_post", "copy_post", "drawn"} <= names


@pytest.mark.parametrize("function", WAYS, ids=lambda function: function.__name__)
@pytest.mark.parametrize("what", list(UNREVIEWED))
def test_no_way_out_takes_what_no_review_made(function: Callable[..., object], what: str, tmp_path: Path) -> None:
    with pytest.raises((TypeError, AttributeError)):
        call(function, UNREVIEWED[what](), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("what", list(UNREVIEWED))
def test_nothing_unreviewed_leaves_as_pages(what: str, tmp_path: Path) -> None:
    for function in (render, save, export_post):
        with pytest.raises((TypeError, AttributeError)):
            call(function, DrawnPost(UNREVIEWED[what](), a_pdf()), tmp_path)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_only_a_review_makes_a_reviewed_post() -> None:
    with pytest.raises(TypeError):
        ReviewedPost(POST, "", (), "Priya came.", "", 0, 0, "person")
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(GENUINE, body="Priya came.")
    with pytest.raises(TypeError):
        pickle.dumps(GENUINE)
    with pytest.raises(TypeError):
        vars(ReviewedPost)["__setstate__"](empty(), [])
    with pytest.raises(dataclasses.FrozenInstanceError):
        GENUINE.body = "Priya came."  # type: ignore[misc]
    # a copy has nothing to be changed on the way
    assert copy.copy(GENUINE) is GENUINE
    assert copy.deepcopy(GENUINE) is GENUINE
    assert must_be_reviewed(GENUINE) is GENUINE


def test_the_type_checker_says_so_too() -> None:
    for function in WAYS:
        parameter = takes_a_post(function)
        assert parameter is not None
        assert typing.get_type_hints(function)[parameter] in GATES
    assert typing.get_type_hints(DrawnPost)["reviewed"] is ReviewedPost


@pytest.mark.parametrize("left", range(5))
def test_each_of_the_five_questions_holds_up_every_export(left: int, tmp_path: Path) -> None:
    without = reviewed("Only this.", answers=tuple(answer for at, answer in enumerate(ANSWERS) if at != left))
    for format in FORMATS:
        with pytest.raises(QuestionsUnanswered):
            save(without, format, tmp_path / "draft")
        with pytest.raises(QuestionsUnanswered):
            render(without, format)
    for function in (export_post, copy_post):
        with pytest.raises(QuestionsUnanswered):
            call(function, without, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("answer", ["", "  ", NOT_ASKED])
def test_an_empty_answer_or_a_commands_mark_is_no_answer_of_a_person(answer: str) -> None:
    with pytest.raises(QuestionsUnanswered):
        may_leave(reviewed("Only this.", answers=tuple((id, answer) for id, _ in ANSWERS)))


def test_not_sure_is_an_answer() -> None:
    assert may_leave(reviewed("Only this.", answers=tuple((id, "not_sure") for id, _ in ANSWERS)))


def test_a_commands_marks_are_never_stored() -> None:
    post = past_the_questions(dataclasses.replace(POST, answers=(("facts_true", "considered"),)))
    assert len(post.answers) == 23
    assert as_stored(post).answers == (("facts_true", "considered"),)


@pytest.mark.parametrize(
    "note", ["Details have been changed.", "details have been changed", "Drawn from several people."]
)
def test_a_closing_note_that_is_not_true_holds_up_the_export(note: str) -> None:
    with pytest.raises(BadInput):
        may_leave(reviewed("Only this.", notes=note))


def test_a_closing_note_that_is_true_is_offered() -> None:
    change = Change(0, 4, "Someone", Reason.WORDED, "name.person", "composite")
    assert true_notes(dataclasses.replace(POST, changes=(change,))) == (
        "Details have been changed.",
        "Drawn from several people.",
    )
    assert true_notes(POST) == ()


def named(source: str) -> set[str]:
    """Every name that a source imports or mentions."""
    tree = ast.parse(source)
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    names |= {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return names | {name.rpartition(".")[2] for name in imported(tree)}


def naming(name: str) -> set[str]:
    return {where(path) for path in CODE if name in named(path.read_text(encoding="utf-8"))}


def test_only_the_review_is_handed_what_makes_a_reviewed_post() -> None:
    assert naming("ONLY_REVIEW") == {"journal/anonymise/reviewed.py", "journal/anonymise/review.py"}


def test_only_save_writes_and_only_exporting_saves() -> None:
    rooms = [
        path for path in CODE if where(path).startswith(("journal/export/", "ui/export/")) or "exporting" in path.name
    ]
    assert len(rooms) > 12
    for path in rooms:
        source = path.read_text(encoding="utf-8")
        # a dialog is opened too
        assert opened(source) <= ({"open"} if where(path).startswith("ui/") else set()), where(path)
        if where(path) != "journal/export/save.py":
            assert not {"write_whole", "write_new"} & named(source), where(path)
    importers = {
        where(path)
        for path in CODE
        if {"journal.export.save.save", "journal.export.save.render"}
        & set(imported(ast.parse(path.read_text(encoding="utf-8"))))
    }
    assert importers <= {"journal/exporting.py"}
    assert naming("export_post") == {"journal/open_journal.py"}
    assert naming("copy_post") == {"journal/open_journal.py"}


def test_the_scan_of_names_finds_what_is_planted() -> None:
    assert "ONLY_REVIEW" in named("from journal.anonymise.reviewed import ONLY_REVIEW")
    assert "ONLY_REVIEW" in named("import journal.anonymise.reviewed as r\nr.ONLY_REVIEW")
    assert "write_whole" in named("from journal import atomic\natomic.write_whole(1, 2)")
