"""How much the anonymiser finds and disturbs: one table over annotated entries and public texts (``make evaluate``).

    python -m tests.campaigns.evaluate FOLDER [--no-ablation] [--json OUT]

``FOLDER`` holds ``dev.jsonl``, ``score.py`` and, if it is to be used, ``evaluate_corpora.py`` with ``corpora/``. Times
are processor time, so that other work on the computer does not count. The ablation leaves layers of detectors out.
The rows "own open" and "own held" are ``tests/evaluation`` by the same ``score.py``: totals only, since the held
entries are to stay unread (``tests/evaluation/README.md``).
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from journal.anonymise import detectors as rooms
from journal.anonymise import scan as scanning
from journal.anonymise.finding import Detector
from journal.anonymise.findings_rows import findings_row
from journal.anonymise.name_model import GetNameModel
from journal.commands.jsonl import read_file, rows_of, seeded
from journal.name_model import shipped_name_model
from journal.word_lists import load_word_lists
from tests.campaigns import engines

ROOT = Path(__file__).resolve().parents[2]
#: Entries of our own by the names of their rows.
OWN = {f"own {half}": ROOT / "tests" / "evaluation" / f"{half}.jsonl" for half in ("open", "held")}
#: Detectors by what they go by. The model is the last layer and no detector of the tuple.
LAYERS: dict[str, tuple[str, ...]] = {
    "patterns": ("contacts", "numbers", "dates", "durations", "occasions", "ages"),
    "register": ("register",),
    "lists": ("lists", "occupations", "organisations", "belonging", "rarities"),
    "context": (
        "context",
        "letters",
        "pets",
        "singular",
        "happenings",
        "quotes",
        "judgments",
        "writers",
        "word_names",
    ),
}
SETS = ("tab_dev", "uner_ewt_dev", "wnut17_dev", "counsel")
#: Libraries that only the model needs.
RUNTIME = ("onnxruntime", "numpy", "flatbuffers", "protobuf", "packaging")


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def _of_layers(layers: Sequence[str]) -> tuple[Detector, ...]:
    """The detectors of these layers, and whatever belongs to no layer (sources, which keep what they find)."""
    left_out = {name for layer, names in LAYERS.items() if layer not in layers for name in names}
    return tuple(detect for detect in rooms.DETECTORS if detect.__module__.rpartition(".")[2] not in left_out)


@contextmanager
def _only(layers: Sequence[str]) -> Iterator[None]:
    # the scan has no use for such a choice, so it is made behind its back
    try:
        vars(scanning)["DETECTORS"] = _of_layers(layers)
        yield
    finally:
        vars(scanning)["DETECTORS"] = rooms.DETECTORS


def entries(folder: Path, gold: Path, out: Path, name_model: GetNameModel | None) -> dict[str, Any]:
    """The figures of ``score.py`` on the entries of ``gold``, and ours of time. ``out`` is left with the drafts."""
    lists = load_word_lists()
    rows = list(rows_of(read_file(gold)))
    begun = time.process_time()
    answers = [findings_row(row, lists, seeded(f"evaluation v1 {row.get('id')}"), name_model) for row in rows]
    spent = time.process_time() - begun
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("".join(json.dumps(answer) + "\n" for answer in answers), "utf-8")
    done = subprocess.run(
        [sys.executable, folder / "score.py", gold, out, "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    words = sum(len(row["text"].split()) for row in rows)
    return {**figures, "ms_per_500_words": 500_000 * spent / words}


def own(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    """The figures on our own entries. No draft of theirs is left behind, so that nobody reads a held one by chance."""
    with tempfile.TemporaryDirectory() as kept:
        return [
            (name, entries(folder, gold, Path(kept) / "own.jsonl", shipped_name_model)) for name, gold in OWN.items()
        ]


def corpora(folder: Path, engine: Callable[[str], engines.Spans], sets: Sequence[str]) -> dict[str, Any]:
    """The figures of ``evaluate_corpora.py`` on development parts of public texts."""
    module = _module(folder / "evaluate_corpora.py")
    return {name: module.SETS[name](module.Runner(engine), folder / "corpora", None) for name in sets}


_COST = """
import json, resource, sys, time
def memory():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 1e6
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.scan import scan
from journal.model import Part
from journal import name_model, word_lists
text = sys.stdin.read()
first = memory(), time.process_time(), time.perf_counter()
lists = word_lists.load_word_lists()
listed = memory(), time.process_time(), time.perf_counter()
name_model.shipped_name_model()
loaded = memory(), time.process_time(), time.perf_counter()
knowledge = Knowledge(lists=lists, name_model=name_model.shipped_name_model)
scan(text, ((Part.BODY, 0, len(text)),), knowledge)
answered = memory(), time.process_time(), time.perf_counter()
print(json.dumps([first, listed, loaded, answered]))
"""


def costs(folder: Path) -> dict[str, float]:
    """Size, load time, time to a first answer and memory, in a process of its own."""
    text = "\n\n".join(row["text"] for row in list(rows_of(read_file(folder / "dev.jsonl")))[:2])
    done = subprocess.run(
        [sys.executable, "-c", _COST], input=text, capture_output=True, text=True, check=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    first, listed, loaded, answered = json.loads(done.stdout)
    files = [path for path in (ROOT / "resources" / "model").iterdir() if path.is_file()]
    installed = 0
    for name in RUNTIME:
        paths = [file.locate() for file in importlib.metadata.distribution(name).files or ()]
        installed += sum(Path(str(path)).stat().st_size for path in paths if Path(str(path)).is_file())
    return {
        "model files, MB": sum(path.stat().st_size for path in files) / 1e6,
        "its libraries installed, MB": installed / 1e6,
        "lists: load, ms of processor": 1e3 * (listed[1] - first[1]),
        "model: load with its libraries, ms of processor": 1e3 * (loaded[1] - listed[1]),
        "lists, model and first answer, s on the clock": answered[2] - first[2],
        "memory added by lists, MB": listed[0] - first[0],
        "memory added by model, MB": loaded[0] - listed[0],
        "memory added by all after a first answer, MB": answered[0] - first[0],
    }


def _share(value: float | None, digits: int = 3) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def _entry_cells(figures: dict[str, Any]) -> list[str]:
    recall = figures["entity_recall"]
    return [
        *(_share(recall[risk]) for risk in ("direct", "quasi", "author")),
        _share(figures["keep"]),
        f"{100 * figures['over_masking']:.2f} %",
        f"{figures['leaked_direct_entities']} of {figures['direct_entities']}",
        str(figures["mismatched_drafts"]),
        f"{figures['ms_per_500_words']:.0f}",
    ]


def _corpus_cells(figures: dict[str, Any]) -> list[str]:
    """One row over all sets that were asked for."""
    tab, ewt, wnut, counsel = (figures.get(name) or {} for name in SETS)
    return [
        *(_share(tab.get(key)) for key in ("recall_direct", "recall_quasi", "token_precision")),
        *(_share((ewt.get(kind) or {}).get("cover")) for kind in ("PER", "LOC", "ORG")),
        _share((ewt.get("PER") or {}).get("strict_f1")),
        *(_share((wnut.get(kind) or {}).get("cover")) for kind in ("PER", "LOC")),
        _share(counsel.get("masked_per_1000_words"), 2),
    ]


def _table(heads: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]]) -> None:
    lines = [list(heads), *([name, *cells] for name, cells in rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(heads))]
    for number, line in enumerate(lines):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |")
        if not number:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
    print()


ENTRY_HEADS = ("entries", "direct", "quasi", "author", "kept", "over-masking", "leaked", "disagree", "ms/500 words")
CORPUS_HEADS = (
    "public texts", "TAB direct", "TAB quasi", "TAB precision", "EWT person", "EWT place", "EWT org.",
    "EWT person F1", "WNUT person", "WNUT place", "counsel /1,000",
)  # fmt: skip


def main() -> None:
    """Measures and prints; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--no-ablation", action="store_true")
    parser.add_argument("--json", type=Path)
    args = parser.parse_args()
    out = ROOT / "build" / "evaluation.jsonl"
    kept: dict[str, Any] = {}

    cost = costs(args.folder)
    kept["costs"] = cost
    _table(("costs", ""), [(name, [f"{value:.1f}"]) for name, value in cost.items()])

    dev, ablation = args.folder / "dev.jsonl", ROOT / "build" / "ablation.jsonl"
    rows = [("whole", entries(args.folder, dev, out, shipped_name_model)), *own(args.folder)]
    if not args.no_ablation:
        every = list(LAYERS)
        for number in range(1, len(every) + 1):
            with _only(every[:number]):
                rows.append((" + ".join(every[:number]), entries(args.folder, dev, ablation, None)))
        for layer in every:
            with _only([name for name in every if name != layer]):
                figures = entries(args.folder, dev, ablation, shipped_name_model)
            rows.append((f"whole without {layer}", figures))
    kept["entries"] = dict(rows)
    _table(ENTRY_HEADS, [(name, _entry_cells(figures)) for name, figures in rows])

    if (args.folder / "evaluate_corpora.py").exists():
        found = [(name, corpora(args.folder, engine, SETS)) for name, engine in engines.ENGINES.items()]
        kept["corpora"] = dict(found)
        _table(CORPUS_HEADS, [(name, _corpus_cells(figures)) for name, figures in found])
    if args.json:
        args.json.write_text(json.dumps(kept, indent=1), "utf-8")


if __name__ == "__main__":
    main()
