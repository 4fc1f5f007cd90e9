"""Runs commands in process, on a journal of the test's own and with a cheap KDF."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from journal.cli import main
from journal.vault.kdf import KdfParams

CHEAP = KdfParams(bytes(16), 8 * 1024, 1, 1)
PASSPHRASE = "otter lantern quarry mistletoe"
OTHER = "teapot glacier violin hedgehog"


@dataclass(frozen=True, slots=True)
class Result:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class Cli:
    """Runs commands on a journal of the test's own."""

    folder: Path
    home: Path
    capture: pytest.CaptureFixture[str]

    def __call__(self, *args: str | Path, stdin: str | bytes = f"{PASSPHRASE}\n") -> Result:
        given = ["--journal", str(self.folder), "--data-folder", str(self.home), "--passphrase-stdin", *map(str, args)]
        data = stdin.encode() if isinstance(stdin, str) else stdin
        status = main(given, kdf=CHEAP, stdin=io.BytesIO(data))
        said = self.capture.readouterr()
        return Result(status, said.out, said.err)

    def new(self, body: str, *args: str) -> str:
        made = self("new", *args, "-", stdin=f"{PASSPHRASE}\n{body}")
        assert made.status == 0, made.err
        return made.out.strip()
