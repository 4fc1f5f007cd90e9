"""How quick the program is, beside what it cannot beat (``make bench``): ``python -m tests.bench [--sizes N,N]``.

One table. What the core does is set beside the bare engine holding the same rows, what the window does beside an empty
``QMainWindow``; both in the same run, in real processes, in turns. Ratios carry from machine to machine, milliseconds
do not: ``noise`` says how far the empty window alone was apart in this run.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.bench.corpus import Corpus, make
from tests.bench.table import Row, core_rows, noise, print_table, window_rows

_LONGEST_S = 3_000


def process(*arguments: str) -> dict[str, Any]:
    """Run one of our measuring processes and read its figures."""
    line = [sys.executable, "-P", "-m", *arguments]
    done = subprocess.run(line, check=False, capture_output=True, text=True, timeout=_LONGEST_S, env=_environment())
    if done.returncode or not done.stdout:
        raise SystemExit(f"{arguments[0]} {arguments[2:3]} failed:\n{done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def window(kind: str, *arguments: str) -> dict[str, float]:
    """Start a window now and read its figures."""
    return process("tests.bench.window", str(time.monotonic()), kind, *arguments)


def medians(runs: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def bench(folder: Path, sizes: list[int], maker: Path | None, runs: int) -> tuple[dict[int, list[Row]], list[float]]:
    """All figures of every size, and every start of the empty window."""
    tables: dict[int, list[Row]] = {}
    starts: list[float] = []
    for count in sizes:
        work = folder / str(count)
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir(parents=True)
        corpus: Corpus = make(work, count, maker)
        print(f"{count:,} entries, {corpus.text_bytes / 1e6:.1f} MB of text: the core …", file=sys.stderr, flush=True)
        core = process("tests.bench.core", str(work), str(corpus.path), str(count), str(corpus.text_bytes))
        print(f"{count:,} entries: the window …", file=sys.stderr, flush=True)
        window("empty")  # the first of a run pays for the disk, and for compiling what was never run
        window("unlock", str(work))
        empty, unlock, opened = [], [], []
        for _ in range(runs):
            empty.append(window("empty"))
            unlock.append(window("unlock", str(work)))
            opened.append(window("open", str(work), "garden", "time", "the"))
        starts += [run["start to window"] for run in empty]
        tables[count] = core_rows(core) + window_rows(medians(empty), medians(unlock), medians(opened))
        shutil.rmtree(work, ignore_errors=True)
    return tables, starts


def _environment() -> dict[str, str]:
    home = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    platform = {} if home and "QT_QPA_PLATFORM" not in os.environ else {"QT_QPA_PLATFORM": "offscreen"}
    # an installed program is compiled; where nothing may be kept, each start would compile ours anew and Qt's not
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, **platform}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,100000", help="numbers of entries, with commas")
    parser.add_argument("--maker", type=Path, help="the folder with make_corpus.py; without it, entries of our own")
    parser.add_argument("--folder", type=Path, default=Path("build"), help="works in FOLDER/congruence-bench")
    parser.add_argument("--runs", type=int, default=5, help="starts of each window")
    options = parser.parse_args()
    corpus_maker = None if options.maker is None else options.maker / "make_corpus.py"
    sizes = [int(size) for size in options.sizes.split(",")]
    measured, all_starts = bench(options.folder / "congruence-bench", sizes, corpus_maker, options.runs)
    print_table(measured)
    print(f"\n{_environment().get('QT_QPA_PLATFORM') or 'display ' + os.environ.get('DISPLAY', '')}", end="; ")
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; {noise(all_starts)}")
