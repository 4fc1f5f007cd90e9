"""What an entry, or a matter for supervision, is called in lists."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from journal.model import Heading
from journal.practice_model import AgendaItem
from tests.gui.fakes import DAY, NOW
from ui.widgets.titles import matter_of, title_of


@pytest.mark.parametrize(
    ("item", "called"),
    [
        (AgendaItem(title="The *gift*", anchor="I hid."), "The *gift*"),
        (AgendaItem(anchor="I *hid* at\nminute four."), "I hid at minute four."),
        (AgendaItem(entry_title="## What happened"), "What happened"),
        (AgendaItem(not_sure=True), "Untitled"),
    ],
)
def test_a_matter_is_called_by_its_own_title_or_by_words_without_signs(item: AgendaItem, called: str) -> None:
    assert matter_of(item) == called


def test_an_entry_is_called_by_its_title_or_by_its_first_line() -> None:
    heading = Heading(UUID(int=1), "free", "", "# A hard *evening*\nIt went quiet.", DAY, NOW, False)
    assert title_of(heading) == "A hard evening"
    assert title_of(replace(heading, title="Silence")) == "Silence"
    assert title_of(replace(heading, excerpt="")) == "Untitled"
