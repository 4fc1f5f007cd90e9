"""Reads the data that ships with the program. ``anonymise`` never calls this: it is handed what it needs."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

import resources


def read_text(name: str) -> str:
    """A resource as text, by its path below ``resources/`` with forward slashes."""
    return resource_path(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """A resource as bytes."""
    return resource_path(name).read_bytes()


def read_toml(name: str) -> dict[str, Any]:
    """A resource as a TOML document."""
    import tomllib  # noqa: PLC0415 - compiles a dozen expressions; the first page reads no TOML

    return tomllib.loads(read_text(name))


def read_lines(name: str) -> tuple[str, ...]:
    """The lines of a resource, without empty ones and those that start with ``#``."""
    return tuple(line for line in read_text(name).splitlines() if line.strip() and not line.startswith("#"))


def resource_path(name: str) -> Path:
    """Where a resource lies, for who must hand on a path: Qt reads fonts and drawings itself."""
    return _folder().joinpath(*name.split("/"))


@functools.cache
def _folder() -> Path:
    # not importlib.resources, which takes 5 ms to import: the package is a folder in every way we ship it
    return Path(resources.__file__).parent
