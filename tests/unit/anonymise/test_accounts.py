"""One client is told from another, and what stands of each is counted for that one alone."""

from __future__ import annotations

import pytest

from journal.anonymise.accounts import AUTHOR, subjects
from journal.anonymise.crowd import Shares, crowd_of
from journal.anonymise.knowledge import GazetteerPlace
from journal.anonymise.risk import Level
from journal.errors import BadInput, ReviewIncomplete
from journal.model import Reason
from tests.unit.anonymise.builders import known, review_of, scanned

TWO = (
    "Leanne is a blacksmith in Hexham. She is 41.\n\nAnother client came at four, a beekeeper, and she is 29. "
    "I've been a counsellor in Alston for nine years."
)


def about(text: str) -> dict[str, str]:
    findings = scanned(text).findings
    return {text[f.start : f.end]: who for f, who in zip(findings, subjects(text, findings), strict=True)}


def test_details_belong_to_the_one_last_spoken_of() -> None:
    whom = about(TWO)
    assert whom["41"] == whom["Hexham"] == whom["Leanne"]
    assert whom["29"] not in (whom["41"], AUTHOR)
    assert whom["Alston"] == AUTHOR


def test_the_name_of_somebodys_sister_does_not_take_the_details_over() -> None:
    whom = about("I saw Leanne. Her sister Heena rang. She is 41.")
    assert whom["41"] == whom["Leanne"]


def test_two_people_with_one_detail_each_are_not_one_with_two() -> None:
    review = review_of("I saw Leanne, 41.\n\nI saw Tomasz, a beekeeper.")
    reasons = {(c.entity, c.reason) for c in review.risks() if c.reason == "two_together"}
    assert reasons == set()


def test_place_and_role_of_one_person_are_red() -> None:
    review = review_of("Leanne is a blacksmith in Hexham.")
    assert any(c.level is Level.RED and c.reason == "place_and_role" for c in review.risks())


def test_the_crowd_is_an_order_of_magnitude_with_its_basis() -> None:
    town = GazetteerPlace("town", "the North East", 11_000)
    crowd = crowd_of([town, GazetteerPlace("city", "", 300_000)], ["age", "role"])
    assert crowd is not None
    assert (crowd.order, crowd.basis, crowd.narrowing) == (10_000, ("population",), ("age", "role"))
    assert crowd_of([GazetteerPlace("village", "", 0)]) is None
    shares = Shares({"age": 0.1}, "an invented table")
    told = crowd_of([town], ["age"], shares)
    assert told is not None
    assert (told.order, told.basis) == (1_000, ("population", "age"))


def test_a_request_blocks_the_post_until_it_is_written_over() -> None:
    review = review_of('Leanne said, "the door was cross with me".', known("Leanne"))
    review.accept_all()
    index = next(at for at, f in enumerate(review.findings) if f.kind.label == "QUOTE")
    review.request(index, "paraphrase")
    with pytest.raises(ReviewIncomplete):
        review.finish()
    review.replace(index, "that she had been kept out")
    assert "kept out" in review.finish().body
    with pytest.raises(BadInput):
        review.request(index, "drop")


def test_dates_of_one_person_move_together_and_the_offset_is_kept() -> None:
    review = review_of("Leanne came on 1 March 2021 and left on 8 March 2021.", known("Leanne"))
    dates = [at for at, f in enumerate(review.findings) if f.kind.label == "DATE"]
    assert all(review.shift(at, lambda options: options[0]) for at in dates)
    assert len(review.post.date_offsets) == 1
    decided = [review.decision(at) for at in dates]
    assert all(change and change.reason is Reason.WORDED and change.treatment == "shift" for change in decided)
    review.undo()
    assert review.decision(dates[-1]) is None
