"""Reads the data that ships with the program. ``anonymise`` never calls this: it is handed what it needs."""

from __future__ import annotations

import functools
import tomllib
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any


def read_text(name: str) -> str:
    """A resource as text, by its path below ``resources/`` with forward slashes."""
    return _resource(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """A resource as bytes."""
    return _resource(name).read_bytes()


def read_toml(name: str) -> dict[str, Any]:
    """A resource as a TOML document."""
    return tomllib.loads(read_text(name))


def read_lines(name: str) -> tuple[str, ...]:
    """The lines of a resource, without empty ones and those that start with ``#``."""
    return tuple(line for line in read_text(name).splitlines() if line.strip() and not line.startswith("#"))


def _resource(name: str) -> Traversable:
    return _folder().joinpath(*name.split("/"))


@functools.cache
def _folder() -> Traversable:
    # asked for ninety times on the way to the first page, which took a tenth of that time
    return files("resources")
