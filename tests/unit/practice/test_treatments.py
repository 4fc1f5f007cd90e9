"""Treatments: what is offered for each kind of finding."""

from __future__ import annotations

from journal.anonymise.finding import Kind
from journal.practice.treatments import load_treatments


def test_every_kind_has_its_default_first_and_can_be_left_out() -> None:
    treatments = load_treatments()
    for kind in Kind:
        ids = [treatment.id for treatment in treatments.offered(kind.value)]
        assert "drop" in ids
        assert len(ids) == len(set(ids))
    assert [treatment.id for treatment in treatments.offered("name.person")] == ["role", "alias", "drop"]
