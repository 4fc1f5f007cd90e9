"""Measures the core beside the bare engine in one process: ``python -m tests.bench.core FOLDER CORPUS COUNT BYTES``.

Prints one JSON object: a figure's name, then ours and the bare engine's, in milliseconds unless the name says
otherwise. What can be done in turns is, so that a busy machine slows both.
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from journal.model import Filter, Order, Place
from journal.open_journal import OpenJournal
from tests.bench.bare import Bare
from tests.bench.corpus import COMMON, RARE, STOP, Corpus
from tests.journals import new_journal, unlocked

Timed = Callable[[], object]
Figures = dict[str, tuple[float, float]]
SAVES = 200


def spent(work: Timed) -> float:
    """Milliseconds of one call."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def in_turns(ours: Timed, bare: Timed, runs: int) -> tuple[list[float], list[float]]:
    """Milliseconds of each call, the two taken in turns."""
    pairs = [(spent(ours), spent(bare)) for _ in range(runs)]
    return [one for one, _ in pairs], [other for _, other in pairs]


def medians(ours: Timed, bare: Timed, runs: int) -> tuple[float, float]:
    one, other = in_turns(ours, bare, runs)
    return statistics.median(one), statistics.median(other)


def written() -> int:
    """Bytes this process has sent to the disk (proc(5), /proc/pid/io); 0 where no system tells."""
    with Path("/proc/self/io").open(encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("write_bytes"))


def p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * len(values))]


def measure(folder: Path, corpus: Corpus) -> Figures:
    """Every figure of the core. Leaves the journal in ``folder``, locked, for the window."""
    found: Figures = {}
    drafts = list(corpus.drafts())
    journal, _ = new_journal(folder)
    bare = Bare(folder / "bare.db")
    ours_ms, bare_ms = spent(lambda: journal.add_entries(drafts)), spent(lambda: bare.add(drafts))
    found["import, entries a second"] = (1000 * corpus.entries / ours_ms, 1000 * corpus.entries / bare_ms)
    journal.settle()
    found["file over text"] = (
        (folder / "journal" / "journal.db").stat().st_size / corpus.text_bytes,
        bare.used_bytes() / corpus.text_bytes,
    )
    _searches(found, journal, bare)
    _saves(found, journal, bare, corpus.entries)
    found["newest 50"] = medians(lambda: journal.window(Filter(), 0, 50), bare.newest, 20)
    # somebody who has written here returns to the journal's list; without a place a journal opens on Today
    journal.set_place(Place(page="journal"))
    found["lock"] = (spent(journal.lock), spent(bare.close))

    def unlock_and_list() -> None:
        again = unlocked(folder)
        again.window(Filter(), 0, 50)
        again.lock()

    def open_and_list() -> None:
        bare.reopen()
        bare.newest()
        bare.close()

    found["unlock, newest 50, lock"] = medians(unlock_and_list, open_and_list, 5)
    return found


def _searches(found: Figures, journal: OpenJournal, bare: Bare) -> None:

    for name, query, runs in (("rare word", RARE, 15), ("common word", COMMON, 15), ("stop word as prefix", STOP, 7)):
        for words, order, bare_order in (
            ("newest first", Order.NEWEST, "rowid DESC"),
            ("by relevance", Order.BEST, "rank"),
        ):
            found[f"search, {name}, {words}"] = medians(
                lambda query=query, order=order: journal.search(query, Filter(), order, 50),  # type: ignore[misc]
                lambda query=query, order=bare_order: bare.search(f'"{query}"*', order),  # type: ignore[misc]
                runs,
            )


def _saves(found: Figures, journal: OpenJournal, bare: Bare, count: int) -> None:
    """Entries all over the journal, a few words longer each time; every save is one commit to the disk."""
    choice = random.Random(5)
    places = [choice.randrange(count) for _ in range(SAVES)]
    drafts = [journal.entry(journal.window(Filter(), at, 1)[0].id).draft() for at in places]
    bodies = [bare.body(at + 1) for at in places]
    ours_ms, bare_ms, ours_bytes, bare_bytes = [], [], 0, 0
    for number, (draft, at, body) in enumerate(zip(drafts, places, bodies, strict=True)):
        before = written()
        changed = replace(draft, body=f"{draft.body} changed {number}")
        ours_ms.append(spent(lambda changed=changed: journal.save_draft(changed)))  # type: ignore[misc]
        between = written()
        bare_ms.append(spent(lambda at=at, body=body: bare.save(at + 1, f"{body} changed")))  # type: ignore[misc]
        ours_bytes, bare_bytes = ours_bytes + between - before, bare_bytes + written() - between
    found["save, median"] = (statistics.median(ours_ms), statistics.median(bare_ms))
    found["save, p95"] = (p95(ours_ms), p95(bare_ms))
    found["save, KB written"] = (ours_bytes / SAVES / 1000, bare_bytes / SAVES / 1000)


if __name__ == "__main__":
    where, path, entries, text = sys.argv[1:]
    print(json.dumps(measure(Path(where), Corpus(Path(path), int(entries), int(text)))))
