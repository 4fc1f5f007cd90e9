"""What an entry is called wherever it is listed: its title, else the first line of its own words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from journal.model import Heading
from ui.widgets.plain import plain


def title_of(heading: Heading) -> str:
    """The words that stand for an entry in a list, on one line and without Markdown's signs."""
    return (
        heading.title
        or plain(first_and_rest(heading)[0])[0].strip()
        or QCoreApplication.translate("titles", "Untitled")
    )


def first_and_rest(heading: Heading) -> tuple[str, str]:
    """The first line of an entry's excerpt, and what is below it."""
    first, _, rest = heading.excerpt.lstrip().partition("\n")
    return first, rest.lstrip()
