"""The invented entries that are measured with: of the corpus maker in a folder, or of a small one like it."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import math
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from journal.model import Draft
from journal.resources import read_lines

#: What is looked for: five entries at any size, about two entries in five, and the beginning of a stop word.
RARE, COMMON, STOP = "quixotryish", "time", "th"
_FIRST_DAY = dt.date(2016, 1, 1)
_DAYS = 3653
_STOP_WORDS = ("the", "and", "to", "of", "a", "in", "that", "it", "was", "i", "with", "for", "not", "this", "they")


@dataclass(frozen=True, slots=True)
class Corpus:
    """A file of JSON lines: ``date``, ``title``, ``body``, ``tags``."""

    path: Path
    entries: int
    text_bytes: int

    def drafts(self) -> Iterator[Draft]:
        """The entries, oldest first."""
        with self.path.open(encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                day = dt.date.fromisoformat(row["date"][:10])
                yield Draft(None, "free", row["title"], row["body"], day, tags=tuple(row["tags"]))


def make(folder: Path, count: int, maker: Path | None) -> Corpus:
    """The corpus of ``count`` entries in ``folder``, made anew; by ``maker`` (make_corpus.py) where there is one."""
    path = folder / f"corpus-{count}.jsonl"
    if maker is None:
        _write(path, count)
    else:
        words = folder / "words.txt"
        words.write_text("\n".join(_vocabulary()), encoding="utf-8")
        line = [sys.executable, str(maker), "--n", str(count), "--out", str(path), "--words", _words_for(words)]
        subprocess.run(line, check=True, capture_output=True)
    text = 0
    with path.open(encoding="utf-8") as lines:
        for line_of in lines:
            row = json.loads(line_of)
            text += len(row["title"].encode()) + len(row["body"].encode())
    return Corpus(path, count, text)


def _words_for(words: Path) -> str:
    """True word frequencies where the maker can have them, else a law of frequencies over our own list."""
    known = subprocess.run([sys.executable, "-c", "import wordfreq"], check=False, capture_output=True)
    return "wordfreq" if known.returncode == 0 else str(words)


def _vocabulary() -> list[str]:
    listed = (*_STOP_WORDS, COMMON, *(line for line in read_lines("anonymise/common_words.txt") if line.isalpha()))
    return list(dict.fromkeys(word.lower() for word in listed))


def _write(path: Path, count: int) -> None:
    """Entries of 5 to 3,000 words (log-normal, median 250) whose words are as unequally frequent as real ones are."""
    choice = random.Random(7)
    words = _vocabulary()
    weights = list(itertools.accumulate(1 / (rank + 2.7) ** 1.07 for rank in range(len(words))))
    tags = words[200:260]
    rare = set(choice.sample(range(count), min(5, count)))
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            length = max(5, min(3000, round(math.exp(choice.gauss(math.log(250), 0.7)))))
            body = choice.choices(words, cum_weights=weights, k=length)
            if number in rare:
                body[length // 2] = RARE
            lines = [" ".join(body[at : at + 60]).capitalize() + "." for at in range(0, length, 60)]
            day = _FIRST_DAY + dt.timedelta(days=number * _DAYS // count)
            row = {
                "date": day.isoformat(),
                "title": " ".join(choice.choices(words, cum_weights=weights, k=5)).capitalize(),
                "body": "\n\n".join(lines),
                "tags": choice.sample(tags, choice.choice((0, 1, 1, 2, 3))),
            }
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
