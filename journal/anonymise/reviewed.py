"""What a review ends in: the only value that export takes, and the seal by which a forged one is told from it."""

from __future__ import annotations

import dataclasses
import hashlib
import hmac
import secrets
from dataclasses import InitVar, dataclass, field
from typing import Any, NoReturn, TypeVar

from journal.model import Post

#: How a review that no person made is marked, in the post and in its export log.
BY_COMMAND = "command"

#: Handed over by ``Review.finish`` and by nothing else (``tests/unit/export/test_export_gate.py``).
ONLY_REVIEW = object()
#: New in each process: a seal cannot be kept, copied from elsewhere or made beforehand.
_KEY = secrets.token_bytes(32)

_Made = TypeVar("_Made")


@dataclass(frozen=True, slots=True)
class DraftText:
    """The post as a reader would see it, part by part."""

    title: str = field(repr=False)
    tags: tuple[str, ...] = field(repr=False)
    body: str = field(repr=False)
    byline: str = field(repr=False)
    category: str = field(default="", repr=False)
    notes: str = field(default="", repr=False)
    help: str = field(default="", repr=False)


def _refused(*_arguments: object) -> NoReturn:
    raise TypeError("ReviewedPost is made by Review.finish only")


def _without_state(made: type[_Made]) -> type[_Made]:
    """Take away the two doors that ``dataclass`` puts into a frozen class with slots, by which one could be filled.

    Before Python 3.11.4 it puts them over the class's own (CPython issue 104035), so they are closed from outside.
    """
    for door in ("__getstate__", "__setstate__"):
        setattr(made, door, _refused)
    return made


@_without_state
@dataclass(frozen=True, slots=True)
class ReviewedPost:
    """A post in which every finding was decided: the only thing that export takes. Only ``Review.finish`` makes one.

    ``decided`` counts the findings that were changed, ``kept`` those left as they were; ``decided_by`` is ``person``
    or ``command``; ``left_out`` are the names that a file's name must not bring along either.
    It cannot be pickled, and a copy of it is itself.
    """

    post: Post
    title: str = field(repr=False)
    tags: tuple[str, ...] = field(repr=False)
    body: str = field(repr=False)
    byline: str = field(repr=False)
    decided: int
    kept: int
    decided_by: str
    category: str = field(default="", repr=False)
    notes: str = field(default="", repr=False)
    help: str = field(default="", repr=False)
    left_out: frozenset[str] = field(default=frozenset(), repr=False)
    seal: bytes = field(default=b"", init=False, repr=False, compare=False)
    made_by: InitVar[object] = None

    def __post_init__(self, made_by: object) -> None:
        """Refuses to be made by anything but a review (a bug, hence TypeError)."""
        if made_by is not ONLY_REVIEW:
            raise TypeError("ReviewedPost is made by Review.finish only")
        object.__setattr__(self, "seal", _seal(self))

    def __copy__(self) -> ReviewedPost:
        return self

    def __deepcopy__(self, _memo: object) -> ReviewedPost:
        return self

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        """Refuses to be pickled: what comes out of a pickle was reviewed by nobody."""
        raise TypeError("ReviewedPost is made by Review.finish only")


def must_be_reviewed(value: object) -> ReviewedPost:
    """``value`` if a review made it and nobody touched it since. Every way out of the journal asks this first.

    Raises:
        TypeError: it is something else, a part of the program is at fault.
    """
    # the very type: what a subclass says of itself is not what a review made
    if type(value) is not ReviewedPost:
        raise TypeError("only a ReviewedPost leaves the journal")
    try:
        whole = hmac.compare_digest(value.seal, _seal(value))
    except AttributeError:  # made without its constructor, so some fields are not there
        whole = False
    if not whole:
        raise TypeError("this ReviewedPost is not as its review made it")
    return value


def _seal(post: ReviewedPost) -> bytes:
    """Says of every field of a post, and of the post itself, that they are as they were."""
    values: list[Any] = [
        dataclasses.astuple(value)
        if isinstance(value, Post)
        else sorted(value)
        if isinstance(value, frozenset)
        else value
        for name in (item.name for item in dataclasses.fields(post) if item.name != "seal")
        for value in (getattr(post, name),)
    ]
    return hashlib.blake2b(repr(values).encode("utf-8", "surrogatepass"), key=_KEY).digest()
