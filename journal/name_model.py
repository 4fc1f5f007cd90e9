"""Reads the trained model that ships with the program and runs it: the only module that knows onnxruntime and numpy.

Nothing is read or imported before the model is first called for, which the anonymiser does on the thread that scans.
One thread, no spinning: the reader's own typing comes first. No part of this opens a connection; onnxruntime's events
to the operating system's telemetry (Windows builds only) are switched off before anything else is asked of it.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence

from journal.anonymise.name_model import NameModel, NameModelFailed
from journal.anonymise.wordpieces import WordPieces
from journal.resources import read_bytes, read_text

_FOLDER = "model"
_lock = threading.Lock()
_loaded: list[NameModel] = []


def shipped_name_model() -> NameModel:
    """The model, read once and kept; takes a third of a second the first time. Raises ``NameModelFailed``."""
    with _lock:
        if not _loaded:
            _loaded.append(_load())
        return _loaded[0]


def _load() -> NameModel:
    try:
        pieces = read_text(f"{_FOLDER}/pieces.txt").split("\n")
        labels = tuple(read_text(f"{_FOLDER}/labels.txt").split())
        weights = read_bytes(f"{_FOLDER}/names.onnx")
    except (OSError, ValueError):
        raise NameModelFailed("missing") from None
    vocabulary = {piece: at for at, piece in enumerate(pieces)}
    if not {"[UNK]", "[CLS]", "[SEP]"} <= vocabulary.keys() or labels[:1] != ("O",):
        raise NameModelFailed("damaged")
    marks = vocabulary["[CLS]"], vocabulary["[SEP]"]
    return NameModel(WordPieces(vocabulary), _Network(weights, len(labels)), labels, marks)


class _Network:
    """The network in onnxruntime."""

    def __init__(self, weights: bytes, labels: int) -> None:
        try:
            # together a third of a second; only a scan needs them
            import numpy  # noqa: PLC0415
            import onnxruntime  # noqa: PLC0415
        except ImportError:
            raise NameModelFailed("no_runtime") from None
        onnxruntime.disable_telemetry_events()
        onnxruntime.set_default_logger_severity(4)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        try:
            self._session = onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        except Exception:
            raise NameModelFailed("damaged") from None
        self._numpy = numpy
        self._labels = labels

    def __call__(
        self, pieces: Sequence[int], shapes: Sequence[int], lexicon: Sequence[int], heads: Sequence[int]
    ) -> list[list[float]]:
        numpy = self._numpy
        inputs = {"pieces": pieces, "shapes": shapes, "lexicon": lexicon}
        fed = {name: numpy.asarray([ids], dtype=numpy.int64) for name, ids in inputs.items()}
        try:
            (answer,) = self._session.run(None, fed)
        except Exception:
            raise NameModelFailed("no_answer") from None
        rows: list[list[float]] = answer[0][list(heads)].tolist()
        if any(len(row) != self._labels for row in rows):
            raise NameModelFailed("damaged")
        return rows
