"""The scan as a callable ``text -> [(start, end, label)]``, as ``evaluate_corpora.py`` wants it.

``whole`` is what the program does; ``rules`` leaves the trained model out; ``model`` asks the model alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from journal.anonymise.detectors import model as detector
from journal.anonymise.finding import Finding, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.model_reading import read
from journal.anonymise.name_model import GetNameModel
from journal.anonymise.scan import scan
from journal.anonymise.segments import document_of
from journal.model import Part
from journal.name_model import shipped_name_model
from journal.word_lists import load_word_lists

Spans = list[tuple[int, int, str]]
#: Our labels -> those that ``evaluate_corpora.py`` knows.
_NAMES = {"PERSON": "PER", "PLACE": "LOC", "ORGANISATION": "ORG"}


@cache
def _knowledge(name_model: GetNameModel | None) -> Knowledge:
    return Knowledge(lists=load_word_lists(), name_model=name_model)


def _spans(findings: list[Finding]) -> Spans:
    return [(f.start, f.end, _NAMES.get(f.kind.label, f.kind.label)) for f in findings if f.risk is not Risk.KEEP]


def _scanned(text: str, name_model: GetNameModel | None) -> Spans:
    found = scan(text, ((Part.BODY, 0, len(text)),), _knowledge(name_model), lambda options: options[0])
    return _spans([finding for finding in found.findings if not finding.asked])


def whole(text: str) -> Spans:
    """Everything."""
    return _scanned(text, shipped_name_model)


def rules(text: str) -> Spans:
    """Everything but the trained model."""
    return _scanned(text, None)


def model(text: str) -> Spans:
    """The trained model by itself, with its thresholds."""
    lists = _knowledge(None).lists
    return _spans(detector.find(document_of(text), read(text, shipped_name_model(), lists), lists))


ENGINES: dict[str, Callable[[str], Spans]] = {"whole": whole, "rules": rules, "model": model}
