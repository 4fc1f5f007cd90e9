"""Writes a checkpoint as int8 ONNX with its vocabulary and labels, the files that ``resources/model/`` holds.

    python packaging/model/export.py CHECKPOINT TOKENIZER_JSON OUT

Weights of the dense layers and the embeddings become 8-bit integers; what flows through is quantised while it runs.
Prints the largest difference that this makes to the chances of labels in a few sentences. Needs PyPI ``onnx`` and
``onnxruntime`` beside torch.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from decode import LABEL_NAMES
from network import Tagger, read_vocabulary

from journal.anonymise.model_input import LEXICON_IDS
from journal.anonymise.wordpieces import SHAPE_IDS


class Chances(nn.Module):
    """The network with its scores as chances."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        self.tagger = tagger

    def forward(self, pieces: torch.Tensor, shapes: torch.Tensor, lexicon: torch.Tensor) -> torch.Tensor:
        """Chances of every label for every piece."""
        return self.tagger(pieces, shapes, lexicon).softmax(-1)


def main() -> None:
    """Exports; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    vocabulary = read_vocabulary(args.tokenizer)
    tagger = Tagger(len(vocabulary), SHAPE_IDS, LEXICON_IDS, len(LABEL_NAMES))
    tagger.load_state_dict(torch.load(args.checkpoint, weights_only=True))
    chances = Chances(tagger).float().eval()
    args.out.mkdir(parents=True, exist_ok=True)
    full, small = args.out / "full.onnx", args.out / "names.onnx"
    inputs = tuple(torch.randint(0, high, (1, 24)) for high in (len(vocabulary), SHAPE_IDS, LEXICON_IDS))
    names = ["pieces", "shapes", "lexicon"]
    torch.onnx.export(
        chances, inputs, str(full), input_names=names, output_names=["chances"], opset_version=17, dynamo=False,
        dynamic_axes={name: {1: "length"} for name in (*names, "chances")},
    )  # fmt: skip
    quantize_dynamic(
        str(full), str(small), weight_type=QuantType.QInt8, per_channel=True, reduce_range=False,
        op_types_to_quantize=["MatMul", "Gather"], extra_options={"MatMulConstBOnly": True},
    )  # fmt: skip
    model = onnx.load(str(small))
    model.doc_string = "Congruence: names in notes. See MODEL_CARD.md and LICENCE.md beside this file."
    del model.metadata_props[:]
    onnx.save(model, str(small))
    pieces = sorted(vocabulary, key=vocabulary.__getitem__)
    assert [vocabulary[piece] for piece in pieces] == list(range(len(pieces)))
    (args.out / "pieces.txt").write_text("\n".join(pieces), "utf-8")
    (args.out / "labels.txt").write_text("\n".join(LABEL_NAMES) + "\n", "utf-8")
    sessions = [onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]) for path in (full, small)]
    chance = numpy.random.default_rng(1)
    worst = []
    for length in (12, 60, 200):
        fed = {name: chance.integers(0, high, (1, length)) for name, high in
               zip(names, (len(vocabulary), SHAPE_IDS, LEXICON_IDS), strict=True)}  # fmt: skip
        a, b = (session.run(None, fed)[0] for session in sessions)
        worst.append(float(numpy.abs(a - b).mean()))
    print({path.name: path.stat().st_size for path in (full, small)}, "mean difference", worst)


if __name__ == "__main__":
    main()
