"""Where readers of a post can find help, by country, as values (``resources/practice/help_places.toml``).

Only numbers marked as checked in ``measures.toml`` are offered; a country without one is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from journal.resources import read_toml


@dataclass(frozen=True, slots=True)
class HelpPlaces:
    """One country's helplines, ready to stand in a post as Markdown.

    ``reviewed`` is the month in which the numbers were last looked at, as ``YYYY-MM``.
    """

    id: str
    country: str
    reviewed: str
    heading: str
    paragraphs: tuple[str, ...]
    items: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words for a post: a heading line, paragraphs, a list."""
        return "\n\n".join((self.heading, *self.paragraphs, "\n".join(f"- {item}" for item in self.items)))

    @property
    def lines(self) -> tuple[str, ...]:
        """Every line of ``text`` that says something."""
        return tuple(line for line in self.text.split("\n") if line)


def places_of(countries: Mapping[str, Any], measures: Mapping[str, Any]) -> tuple[HelpPlaces, ...]:
    """The countries of a parsed ``help_places.toml`` with the checked signposts of a parsed ``measures.toml``.

    A ``KeyError`` means that one of the files is at fault.
    """
    posts = {row["id"]: row for row in measures["signpost"]}
    words = countries["words"]
    found = []
    for row in countries["country"]:
        checked = [posts[id] for id in row["signposts"] if posts[id]["checked"]]
        if checked:
            items = tuple(_item(post, row["name"]) for post in checked)
            paragraphs = (words["intro"], row["now"])
            found.append(HelpPlaces(row["id"], row["name"], measures["reviewed"], words["heading"], paragraphs, items))
    return tuple(found)


def load_places() -> tuple[HelpPlaces, ...]:
    """What ships with the program."""
    return places_of(read_toml("practice/help_places.toml"), read_toml("practice/measures.toml"))


def _item(post: Mapping[str, Any], country: str) -> str:
    region = post["region"]
    # "(England)" for what not all of the country has, but no "(USA)" in a list for the United States
    where = "" if region == country or region.startswith(("UK", "USA")) else f" ({region})"
    return f"{post['name']}{where}: {post['how']}"
