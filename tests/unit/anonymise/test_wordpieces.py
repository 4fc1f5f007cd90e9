"""The cutter of word pieces: as the library that trained the model cuts, in place and in linear time."""

from __future__ import annotations

import json
import time
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.anonymise.knowledge import WordLists
from journal.anonymise.model_input import LONGEST as LONGEST_WINDOW
from journal.anonymise.model_input import lexicon_id, windows
from journal.anonymise.wordpieces import LONGEST, SHAPE_IDS, SHAPES, WordPieces
from journal.resources import read_text

#: Made by packaging/model/check_wordpieces.py: texts with the ids that the library gives.
FIXTURE = json.loads(Path(__file__).with_name("wordpieces.json").read_text("utf-8"))


@cache
def cutter() -> WordPieces:
    return WordPieces({piece: at for at, piece in enumerate(read_text("model/pieces.txt").split("\n"))})


@pytest.mark.parametrize("row", FIXTURE, ids=range(len(FIXTURE)))
def test_pieces_are_those_of_the_library(row: dict[str, object]) -> None:
    words = cutter().words(str(row["text"]))
    assert [piece for word in words for piece in word.pieces] == row["ids"]


@given(st.text(max_size=200))
def test_words_lie_in_the_text_in_order(text: str) -> None:
    words = cutter().words(text)
    end = 0
    for word in words:
        assert end <= word.start < word.end <= len(text)
        assert word.pieces
        assert 1 <= word.shape < SHAPE_IDS
        end = word.end


def shapes(text: str) -> list[tuple[int, int]]:
    """For each word its place (inside, start, after a mark that opens) and its shape."""
    return [divmod(word.shape - 1, SHAPES) for word in cutter().words(text)]


def test_a_shape_tells_capitals_and_whether_one_would_stand_there_anyway() -> None:
    assert shapes("Will saw McKay, GP. he ran") == [
        (1, 1), (0, 0), (0, 4), (0, 7), (0, 2), (0, 7), (1, 0), (0, 0)
    ]  # fmt: skip
    assert shapes('I said "Anna") and Bo at 3, R2\nHe')[3] == (2, 1)
    assert shapes("I had Bo at 3, R2\nHe")[2:] == [(0, 1), (0, 0), (0, 5), (0, 7), (0, 6), (1, 1)]


def test_a_word_beyond_the_limit_is_unknown_as_a_whole() -> None:
    (word,) = cutter().words("a" * (LONGEST + 1))
    assert word.pieces == cutter().words("日本語한")[0].pieces[:1] or len(word.pieces) == 1


def test_time_grows_with_length_only() -> None:
    text = "Saw Oluwaseun again in Ramsbottom; supercalifragilistic silence. " * 400

    def seconds(times: int) -> float:
        whole = text * times
        fresh = WordPieces({piece: at for at, piece in enumerate(read_text("model/pieces.txt").split("\n"))})
        begun = time.process_time()
        fresh.words(whole)
        return time.process_time() - begun

    seconds(1)
    one, eight = min(seconds(1) for _ in range(3)), min(seconds(8) for _ in range(2))
    assert eight < 8 * 3 * max(one, 0.005)


@given(st.lists(st.sampled_from(["a", "Anna", "antidisestablishmentarianism", ".", "x" * 99, "ж" * 90]), max_size=300))
def test_windows_answer_for_every_word_once_and_fit(words: list[str]) -> None:
    cut = cutter().words(" ".join(words))
    made = list(windows(cut, [0] * len(cut), (101, 102)))
    assert [at for window in made for at in range(window.keep_from, window.keep_to)] == list(range(len(cut)))
    for window in made:
        assert window.first <= window.keep_from < window.keep_to <= window.stop
        assert len(window.pieces) == len(window.shapes) == len(window.lexicon) <= LONGEST_WINDOW
        assert len(window.heads) == window.stop - window.first
        for at, head in zip(range(window.first, window.stop), window.heads, strict=True):
            assert window.pieces[head] == cut[at].pieces[0]


def test_the_lists_tell_the_model_what_a_word_may_be() -> None:
    lists = WordLists(
        given_names={"anna": 0.9, "will": 0.1}, surnames=frozenset({"will"}), common_words=frozenset({"will"})
    )
    assert lexicon_id("Anna", lists) == 1 + 1
    assert lexicon_id("Will", lists) == 1 + 2 + 8
    assert lexicon_id("qqq", lists) == 1
