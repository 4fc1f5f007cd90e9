"""What an entry, or a matter for supervision, is called wherever it is listed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from journal.model import Heading
from journal.practice_model import AgendaItem
from ui.widgets.plain import plain


def title_of(heading: Heading) -> str:
    """An entry's title, else the first line of its own words, on one line and without Markdown's signs."""
    return heading.title or plain(first_and_rest(heading)[0])[0].strip() or _untitled()


def matter_of(item: AgendaItem) -> str:
    """What a matter is called: a flag, and "not sure", need no words; an entry's words lose their signs."""
    return item.title or plain(item.heading)[0].strip() or _untitled()


def first_and_rest(heading: Heading) -> tuple[str, str]:
    """The first line of an entry's excerpt, and what is below it."""
    first, _, rest = heading.excerpt.lstrip().partition("\n")
    return first, rest.lstrip()


def _untitled() -> str:
    return QCoreApplication.translate("titles", "Untitled")
