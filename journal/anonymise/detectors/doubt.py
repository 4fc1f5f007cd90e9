"""Which details that a soft rule saw are none for the trained model: a person is asked, and nothing is done by itself.

Rules that read meaning out of phrases ("she lays the …", "said, “…”") fit what they were made on better than what they
were not: among entries by hands that knew none of them half of what some of them found identified nobody, and the
model tells those apart (docs/anonymiser.md, "The trained model"). Names, numbers, dates, ages and what the register or
the profile knows are never doubted: there a miss costs more than a question.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from journal.anonymise.finding import Finding, Risk
from journal.anonymise.model_reading import Reading

#: Detector -> how sure the model must be that no word of a finding is a detail. Chosen on the development part of the
#: model's own entries (packaging/model/README.md), which no rule was made on.
_DOUBTED_FROM = {
    "belonging": 0.95,
    "happenings": 0.95,
    "lists": 0.95,
    "livelihoods": 0.95,
    "lives": 0.95,
    "occasions": 0.95,
    "occupations": 0.95,
    "quotes": 0.95,
    "rarities": 0.95,
}


def weighed(found: Iterable[Finding], reading: Reading) -> list[Finding]:
    """The findings, those of soft rules marked doubtful where the model is sure that nothing is there."""
    return [
        dataclasses.replace(finding, doubtful=True)
        if finding.risk is not Risk.KEEP
        and reading.no_detail(finding.start, finding.end) >= _DOUBTED_FROM.get(finding.detector, 2.0)
        else finding
        for finding in found
    ]
