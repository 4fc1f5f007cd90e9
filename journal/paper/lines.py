"""Words broken into lines of a width: at spaces and after dashes, and anywhere only where one word is wider."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from journal.paper.parts import Run
from journal.paper.typeface import Typeface, typeface

#: What a line may be broken after. A no-break space is no space here.
_UNIT = re.compile(r"[^ \-–—]*[-–—]+ *|[^ \-–—]+ *| +")
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
#: Nothing to see (``journal/export/layout.py`` says which they are); a text of the register may hold them too.
_UNSEEN = re.compile("[\u200b\u2060-\u2064\ufeff\u00ad]")
#: A narrow no-break space and a hyphen that does not break: our fonts have the common ones of each.
_COMMON = str.maketrans({"\u202f": "\u00a0", "\u2011": "-"})


@dataclass(frozen=True, slots=True)
class Family:
    """The names of a family's fonts. There is none that is both strong and slanted: strong goes first."""

    plain: str
    strong: str
    emphasis: str

    def face(self, run: Run) -> Typeface:
        """The font of a run."""
        return typeface(self.strong if run.strong else self.emphasis if run.emphasis else self.plain)


SERIF = Family("SourceSerif4-Regular", "SourceSerif4-Semibold", "SourceSerif4-Italic")
SANS = Family("Inter-Regular", "Inter-Semibold", "Inter-Regular")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one look on one line; ``width`` in points."""

    text: str = field(repr=False)
    face: Typeface = field(repr=False)
    link: str = field(repr=False)
    width: float


Line = tuple[Stretch, ...]


def plain(text: str) -> str:
    """A text as it is set: letters with their accents in one, no white space but single spaces."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", _UNSEEN.sub("", text).translate(_COMMON)))


def as_set(run: Run) -> str:
    """The words of a run as they are set; code keeps its spaces."""
    return unicodedata.normalize("NFC", run.text.expandtabs(4)) if run.code else plain(run.text)


def broken(runs: Sequence[Run], family: Family, size: float, width: float) -> tuple[Line, ...]:
    """The lines; at least one, which may be empty."""
    lines: list[Line] = []
    line: list[Stretch] = []
    left = width
    for word in _words(runs, family, size):
        if word is None:
            lines.append(_joined(line))
            line, left = [], width
            continue
        seen = sum(one.width for one in word) - _tail(word, size)
        if line and seen > left:
            lines.append(_joined(line))
            line, left = [], width
        for one in word:
            for piece in _cut(one, size, width) if seen > width else (one,):
                if line and piece.width - _tail([piece], size) > left:
                    lines.append(_joined(line))
                    line, left = [], width
                line.append(piece)
                left -= piece.width
    return (*lines, _joined(line))


def least(words: str, family: Family, size: float) -> tuple[float, float]:
    """The width of the longest word, and that of all on one line."""
    units = [[one for one in word if one] for word in _words((Run(words),), family, size) if word]
    wide = [sum(one.width for one in word) for word in units]
    seen = [whole - _tail(word, size) for whole, word in zip(wide, units, strict=True)]
    return max(seen, default=0), sum(wide[:-1]) + (seen[-1] if seen else 0)


def _words(runs: Sequence[Run], family: Family, size: float) -> Iterator[list[Stretch] | None]:
    """Words with the space behind them, each of one or more stretches; ``None`` where a line ends."""
    word: list[Stretch] = []
    spaced = True
    for run in runs:
        face, text = family.face(run), as_set(run)
        if run.line_break:
            yield from ([word] if word else [])
            yield None
            word, spaced = [], True
        if not run.code and spaced:
            text = text.lstrip(" ")
        for unit in _UNIT.findall(text):
            word.append(Stretch(unit, face, run.link, face.width(unit) * size / face.units))
            if unit[-1] in " -–—":
                yield word
                word = []
        if text:
            spaced = text.endswith(" ")
    if word:
        yield word


def _tail(word: Sequence[Stretch], size: float) -> float:
    """The width of the space behind a word: it may hang over the edge."""
    last = word[-1]
    spaces = len(last.text) - len(last.text.rstrip(" "))
    return spaces * last.face.width(" ") * size / last.face.units


def _cut(one: Stretch, size: float, width: float) -> Iterator[Stretch]:
    begun, long = "", 0.0
    for character in one.text:
        wide = one.face.width(character) * size / one.face.units
        if begun and long + wide > width:
            yield Stretch(begun, one.face, one.link, long)
            begun, long = "", 0.0
        begun, long = begun + character, long + wide
    yield Stretch(begun, one.face, one.link, long)


def _joined(line: Sequence[Stretch]) -> Line:
    """Neighbours of one look as one."""
    made: list[Stretch] = []
    for one in line:
        last = made[-1] if made else None
        if last is not None and last.face is one.face and last.link == one.link:
            made[-1] = Stretch(last.text + one.text, one.face, one.link, last.width + one.width)
        else:
            made.append(one)
    return tuple(made)
