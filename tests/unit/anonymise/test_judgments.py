"""Judgments name numbers, sums and lengths; nothing of it is looked for in an entry."""

from __future__ import annotations

import pytest

from journal.anonymise.detectors import judgments
from tests.unit.anonymise.builders import found_by

_JUDGMENT = (
    "The case originated in an application (no. 12345/99) against the Republic of Somewhere lodged with the Court "
    "under Article 34 of the Convention by a Ruritanian national, Mr A. Example (“the applicant”). The applicant "
    "was born in 1950. The applicant was detained for eleven months and paid EUR 5,000 before the Stavropol "
    "Regional Court. The Court of Cassation upheld it. The applicant appealed. "
)


@pytest.mark.parametrize("surface", ["12345/99", "eleven months", "EUR 5,000", "Stavropol Regional Court"])
def test_a_judgment_is_read_as_one(surface: str) -> None:
    assert surface in found_by(judgments.find, _JUDGMENT)


def test_the_procedure_is_kept() -> None:
    assert "The Court of Cassation" not in found_by(judgments.find, _JUDGMENT)


def test_an_entry_is_no_judgment() -> None:
    assert found_by(judgments.find, "She waited eleven months at the County Court and paid £5,000 for it.") == []
