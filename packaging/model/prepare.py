"""Reads the public corpora and our own prose into one form for training: texts with labelled places.

    python packaging/model/prepare.py CORPORA OUT [--prose N]

``CORPORA`` holds ``uner_ewt/``, ``wnut17/``, ``wikigold/``, ``btc/`` and ``tab/`` (README.md beside this file: what, where
from, licences). Only training parts are read into ``train.jsonl``; ``dev_*.jsonl`` holds development parts. Each line is
``{"source", "text", "spans": [[start, end, "PER"], …], "open": ["DAT", …]}``. A span's label may be a choice
("HER|OCC"). ``open`` lists the labels that the source did not annotate: an unlabelled word may be one of those, and the
training's loss lets it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import prose

LABELS = prose.LABELS
_OUTSIDE = [label for label in LABELS if label not in ("PER", "LOC", "ORG")]
_WNUT = {"person": "PER", "location": "LOC", "corporation": "ORG", "group": "ORG"}
_TAB = {
    "PERSON": "PER", "LOC": "LOC", "ORG": "ORG", "DATETIME": "DAT", "CODE": "COD", "QUANTITY": "QTY",
    "DEM": "HER|OCC|FAM|HEA|AGE", "MISC": "EVE|HEA|FAM|OCC|HER|COD|SRC",
}  # fmt: skip

Document = dict[str, object]
_GLUE_LEFT = set(".,;:!?)]}%") | {"'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "’s"}
_GLUE_RIGHT = set("([{$£#@")


def document(source: str, text: str, spans: list[tuple[int, int, str]], still_open: list[str]) -> Document:
    """One line of the output."""
    return {"source": source, "text": text, "spans": spans, "open": still_open}


def _entities(tags: list[str]) -> Iterator[tuple[int, int, str]]:
    start, kind = -1, ""
    for at, tag in enumerate([*tags, "O"]):
        prefix, _, label = tag.partition("-")
        if start >= 0 and (prefix in ("O", "B") or label != kind):
            yield start, at, kind
            start = -1
        if prefix != "O" and start < 0:
            start, kind = at, label


def read_uner(path: Path, joint: str = " ") -> Iterator[Document]:
    """Documents of Universal NER, sentences joined by ``joint``; its labels OTH and O are dropped."""
    text, spans = "", []
    sentence: list[tuple[str, str]] = []
    raw = ""

    def close() -> None:
        nonlocal text, sentence
        if not sentence:
            return
        base = len(text) + (len(joint) if text else 0)
        text += (joint if text else "") + raw
        places, at = [], 0
        for word, _ in sentence:
            at = raw.find(word, at)
            if at < 0:
                break
            places.append((at, at + len(word)))
            at += len(word)
        else:
            for first, stop, kind in _entities([tag for _, tag in sentence]):
                if kind in ("PER", "LOC", "ORG"):
                    spans.append((base + places[first][0], base + places[stop - 1][1], kind))
        sentence = []

    for line in [*path.read_text("utf-8").splitlines(), "# newdoc"]:
        if line.startswith("# newdoc"):
            close()
            if text:
                yield document("uner_ewt", text, spans, _OUTSIDE)
            text, spans = "", []
        elif line.startswith("# text"):
            raw = line.split("=", 1)[1].strip()
        elif not line.strip():
            close()
        elif not line.startswith("#"):
            columns = line.split("\t")
            sentence.append((columns[1], columns[2]))


def _sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    sentence: list[tuple[str, str]] = []
    for line in [*path.read_text("utf-8", errors="replace").splitlines(), ""]:
        columns = line.split("\t") if "\t" in line else line.split()
        if len(columns) > 1 and not line.startswith("-DOCSTART-"):
            sentence.append((columns[0], columns[-1].split(",")[0]))
        elif sentence:
            yield sentence
            sentence = []


def read_columns(source: str, path: Path, labels: dict[str, str], together: int, joint: str) -> Iterator[Document]:
    """``together`` sentences of a file in columns as one text, words joined as one writes them."""
    text, spans = "", []
    for count, sentence in enumerate(_sentences(path), start=1):
        text += joint if text else ""
        places, before = [], ""
        for word, _ in sentence:
            if before and word not in _GLUE_LEFT and before not in _GLUE_RIGHT:
                text += " "
            places.append((len(text), len(text) + len(word)))
            text += word
            before = word
        for first, stop, kind in _entities([tag for _, tag in sentence]):
            label = labels.get(kind.lower())
            if label:
                spans.append((places[first][0], places[stop - 1][1], label))
        if count % together == 0:
            yield document(source, text, spans, _OUTSIDE)
            text, spans = "", []
    if text:
        yield document(source, text, spans, _OUTSIDE)


def read_tab(path: Path, part: str) -> Iterator[Document]:
    """Court judgments of one part. What the annotators would leave standing may be labelled or not, but for bodies."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["metadata"]["provenance"]["dataset_type"] != part:
            continue
        spans = []
        for mention in row["entities"]:
            label = _TAB[mention["entity_type"]]
            if mention["identifier_type"] == "NO_MASK":
                label = "O|SRC" if label == "ORG" else f"O|SRC|{label}"
            # A title is no part of a name in the other corpora.
            title = re.match(r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )+", mention["span_text"]) if label == "PER" else None
            start = mention["start_offset"] + (title.end() if title else 0)
            spans.append((start, mention["end_offset"], label))
        yield document("tab", row["text"], sorted(spans), ["SRC", *prose.UNLABELLED])


def read_entries(*, held: bool) -> Iterator[Document]:
    """The entries written for this (``entries/*.txt``), every tenth of them held back as a development part.

    Marks stand in the text, ``{PER:Ania}``, and entries are divided by a line of ``====``. What is marked as a measure
    (QTY) nowhere is left open.
    """
    entries = [
        entry.strip()
        for path in sorted((Path(__file__).resolve().parent / "entries").glob("*.txt"))
        for entry in re.split(r"^====+\s*$", path.read_text("utf-8"), flags=re.MULTILINE)
        if entry.strip()
    ]
    for number, entry in enumerate(entries):
        if (number % 10 == 9) is not held:
            continue
        text, spans, at = "", [], 0
        for mark in _MARK.finditer(entry):
            text += entry[at : mark.start()]
            spans.append((len(text), len(text) + len(mark[2]), mark[1]))
            text += mark[2]
            at = mark.end()
        text += entry[at:]
        if "{" in text or "}" in text or any(label not in LABELS for *_, label in spans):
            raise ValueError(f"entry {number} is not marked as it should be")
        yield document("entries", text, spans, ["QTY"])


_MARK = re.compile(r"\{([A-Z]{3}):([^{}]+)\}")
_PLO = {"per": "PER", "loc": "LOC", "org": "ORG", "person": "PER", "location": "LOC", "organization": "ORG"}


def training(corpora: Path, prose_documents: int) -> Iterator[Document]:
    """Every training document."""
    # The cleanest of them is read three times in each epoch: run on, as its development part is, and in lines.
    for joint in (" ", " ", "\n"):
        yield from read_uner(corpora / "uner_ewt" / "train_early.iob2", joint)
    yield from read_columns("wnut17", corpora / "wnut17" / "wnut17train.conll", _WNUT, 6, "\n")
    yield from read_columns("wikigold", corpora / "wikigold" / "wikigold.conll.txt", _PLO, 8, " ")
    for name in "aefgh":  # b, tweets to nobody, added noise and a sixth of the time
        yield from read_columns("btc", corpora / "btc" / f"{name}.conll", _PLO, 6, "\n")
    yield from read_tab(corpora / "tab" / "tab144.jsonl", "train")
    for text, spans in prose.documents(prose_documents, seed=17):
        yield document("prose", text, spans, list(prose.UNLABELLED))
    # Whole entries by several hands are worth more than sentences filled in: twice in each epoch.
    for _ in range(2):
        yield from read_entries(held=False)


def main() -> None:
    """Writes the files; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--prose", type=int, default=2200)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    sets = {
        "train": training(args.corpora, args.prose),
        "dev_ewt": read_uner(args.corpora / "uner_ewt" / "dev.iob2"),
        "dev_wnut": read_columns("wnut17", args.corpora / "wnut17" / "emerging.dev.conll", _WNUT, 6, "\n"),
        "dev_tab": read_tab(args.corpora / "tab" / "tab144.jsonl", "dev"),
        "dev_prose": (
            document("prose", text, spans, list(prose.UNLABELLED)) for text, spans in prose.documents(150, seed=99)
        ),
        "dev_entries": read_entries(held=True),
    }
    for name, documents in sets.items():
        words: dict[str, int] = {}
        with (args.out / f"{name}.jsonl").open("w", encoding="utf-8") as out:
            for row in documents:
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                words[str(row["source"])] = words.get(str(row["source"]), 0) + len(str(row["text"]).split())
        print(name, words)


if __name__ == "__main__":
    main()
