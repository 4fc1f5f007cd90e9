"""The mean of several checkpoints: ``python packaging/model/mean.py OUT CHECKPOINT CHECKPOINT …``."""

from __future__ import annotations

import sys

import torch

if __name__ == "__main__":
    states = [torch.load(path, weights_only=True) for path in sys.argv[2:]]
    torch.save({name: sum(state[name].float() for state in states) / len(states) for name in states[0]}, sys.argv[1])
