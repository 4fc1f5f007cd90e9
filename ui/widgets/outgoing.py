"""Something that can leave the journal as a file, made only once somebody chose where it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Format:
    """One way to write it: the ending of the file, the words for it, what makes its bytes on the GUI thread."""

    ending: str
    words: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Outgoing:
    """``stem`` is a file name to offer that says nothing of anyone; ``note`` what the person should know first."""

    title: str
    stem: str
    formats: tuple[Format, ...] = field(repr=False)
    note: str = ""
