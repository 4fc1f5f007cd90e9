"""What a soft rule saw and the model takes for nothing is asked about, never done by itself and never dropped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journal.anonymise.finding import Kind
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.model_reading import Reading, read
from journal.anonymise.review import begin_review
from tests.unit.anonymise.builders import knowledge_of, known, post_of, scanned
from tests.unit.anonymise.test_model import Scripted, model_of

#: A living that a rule reads out of the verb.
TEXT = "Marek lays gas mains for the council."
MAINS = 2


def seeing(chance: float, *, knowledge: Knowledge | None = None) -> Knowledge:
    """A model that gives each word of "gas mains" this chance of being a job, and sees nothing else."""
    rows = dict.fromkeys((MAINS, MAINS + 1), ("B-OCC", chance))
    return replace(knowledge or knowledge_of(), name_model=lambda: model_of(Scripted(rows)))


def test_without_a_model_nothing_is_doubted() -> None:
    assert [f.doubtful for f in scanned(TEXT).findings if f.kind is Kind.OCCUPATION] == [False]


@pytest.mark.parametrize(("chance", "doubtful"), [(0.02, True), (0.3, False), (0.9, False)])
def test_a_living_is_doubtful_where_the_model_is_sure_that_it_is_none(chance: float, doubtful: bool) -> None:
    (found,) = [f for f in scanned(TEXT, seeing(chance)).findings if f.kind is Kind.OCCUPATION]
    assert (found.doubtful, found.asked) == (doubtful, doubtful)
    assert found.proposal, "there is still something to accept"


def test_a_name_is_never_doubtful() -> None:
    registered = knowledge_of(known("Marek Zelinsky"))
    for knowledge in (seeing(0.02), seeing(0.02, knowledge=registered)):
        names = [f for f in scanned(TEXT, knowledge).findings if f.kind is Kind.NAME_PERSON]
        assert [f.asked for f in names] == [False]


def test_accepting_all_leaves_it_open_and_accepting_all_of_its_kind_does_not() -> None:
    knowledge = seeing(0.02)
    review = begin_review(post_of(TEXT), knowledge, lambda options: options[0])
    review.accept_all()
    assert [review.findings[at].kind for at in review.undecided] == [Kind.OCCUPATION]
    review.accept_all(label="OCCUPATION")
    assert not review.undecided


def test_a_reading_is_as_sure_of_a_stretch_as_of_its_most_telling_word() -> None:
    model = model_of(Scripted({1: ("B-OCC", 0.3), 2: ("B-OCC", 0.1)}))
    reading = read("he lays mains", model, knowledge_of().lists)
    assert reading.no_detail(3, 13) == pytest.approx(0.7)
    assert reading.no_detail(8, 13) == pytest.approx(0.9)
    assert reading.no_detail(2, 3) == 0.0, "no word begins there"
    assert "lays" not in repr(reading)
    assert isinstance(reading, Reading)
