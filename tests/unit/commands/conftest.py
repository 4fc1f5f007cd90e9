"""The commands for each test of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.commands.running import Cli


@pytest.fixture
def bare(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Cli:
    """The commands, with no journal yet."""
    return Cli(tmp_path / "journal", tmp_path / "home", capsys)


@pytest.fixture
def cli(bare: Cli) -> Cli:
    """The commands, with an empty journal."""
    made = bare("create")
    assert made.status == 0, made.err
    return bare
