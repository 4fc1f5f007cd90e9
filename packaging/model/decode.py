"""Labels of words to entities, as the plain rule has it; the program's own rule (with thresholds) is in its detector."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prose import LABELS

#: O, then B and I of each label in turn.
LABEL_NAMES = ("O", *(f"{part}-{label}" for label in LABELS for part in "BI"))


def entities(rows: Sequence[Sequence[float]], outside_below: float = 0.5) -> Iterator[tuple[int, int, str, float]]:
    """Runs of words of one label, with their mean score: where "O" has less than ``outside_below``."""
    start, kind, scores = -1, -1, [0.0]
    for at, row in enumerate([*rows, [1.0] * 1]):
        best, first = -1, False
        if at < len(rows) and row[0] < outside_below:
            best = max(range(len(LABELS)), key=lambda n: row[1 + 2 * n] + row[2 + 2 * n])
            first = row[1 + 2 * best] > row[2 + 2 * best]
        if start >= 0 and (best != kind or first):
            yield start, at, LABELS[kind], sum(scores) / len(scores)
            start = -1
        if best >= 0:
            if start < 0:
                start, kind, scores = at, best, []
            scores.append(row[1 + 2 * best] + row[2 + 2 * best])


def f1(right: int, found: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean."""
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)
