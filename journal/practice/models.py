"""Reflective models as templates: which to offer for a kind of entry, and how one fills the editor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from journal.errors import BadInput, NotFound
from journal.model import KINDS
from journal.practice_model import Section, Template
from journal.resources import read_toml

_FIT = {"good": 0, "ok": 1}


def load_models() -> tuple[Template, ...]:
    """The thirteen that ship with the program, in the order of the file."""
    return from_toml(read_toml("practice/reflective_models.toml"))


def from_toml(data: Mapping[str, Any]) -> tuple[Template, ...]:
    """The models of a parsed ``reflective_models.toml``; a ``KeyError`` means that the file itself is at fault."""
    defaults: Mapping[str, Sequence[str]] = data["default_for_kind"]
    return tuple(_template(row, defaults) for row in data["model"])


def offered(templates: Sequence[Template], kind: str) -> tuple[Template, ...]:
    """Those for a kind of entry, the person's own first, then those that fit best, as the file orders them.

    Raises ``BadInput`` for a kind that there is not.
    """
    if kind not in KINDS:
        raise BadInput(what="kind", reason="unknown")
    fitting = [template for template in templates if kind in template.kinds or (template.own and not template.kinds)]
    first = _first_for(kind)
    return tuple(sorted(fitting, key=lambda template: (not template.own, first.get(template.id, len(first)))))


def template(templates: Sequence[Template], template_id: str) -> Template:
    """The template of that id. Raises ``NotFound``."""
    for one in templates:
        if one.id == template_id:
            return one
    raise NotFound(what="template")


def body(chosen: Template) -> str:
    """The headings in Markdown, each with an empty line to write in.

    Hints are no part of the text: the editor shows them where a section is empty.
    """
    return "".join(f"## {section.heading}\n\n\n\n" for section in chosen.sections).rstrip("\n") + "\n\n"


def checked_template(own: Template) -> Template:
    """A template of the person's own if it can be one.

    Raises:
        BadInput: it has no name, no section, a section without a heading, or a kind that there is not.
    """
    if not own.name.strip():
        raise BadInput(what="name", reason="empty")
    if not own.sections or not all(section.heading.strip() for section in own.sections):
        raise BadInput(what="sections", reason="empty")
    if not set(own.kinds) <= set(KINDS):
        raise BadInput(what="kind", reason="unknown")
    return own


def with_section_ids(own: Template) -> Template:
    """The template with an id for each section that has none, or that another has already."""
    taken: list[str] = []
    for place, section in enumerate(own.sections, 1):
        wanted = section.id
        while not wanted or wanted in taken:
            wanted = f"{wanted or place}."
        taken.append(wanted)
    sections = tuple(replace(section, id=key) for section, key in zip(own.sections, taken, strict=True))
    return replace(own, sections=sections)


def _first_for(kind: str) -> dict[str, int]:
    """Where each shipped model stands for a kind: the file's own choice, then "good", then "ok"."""
    data = read_toml("practice/reflective_models.toml")
    chosen: list[str] = data["default_for_kind"][kind]
    rest = sorted((row for row in data["model"] if row["fit"][kind] in _FIT), key=lambda row: _FIT[row["fit"][kind]])
    return {name: place for place, name in enumerate(dict.fromkeys([*chosen, *(row["id"] for row in rest)]))}


def _template(row: Mapping[str, Any], defaults: Mapping[str, Sequence[str]]) -> Template:
    # the file's short list counts as an offer whatever the fit says
    kinds = [kind for kind in KINDS if row["fit"][kind] in _FIT or row["id"] in defaults[kind]]
    return Template(
        id=row["id"],
        name=row["name"],
        sections=tuple(Section(part["id"], part["heading"], part["guide"]) for part in row["section"]),
        kinds=tuple(kinds),
        about=row["about"],
        caution=row["caution"],
        by=row["by"],
        year=row["year"],
        reference=row["reference"],
        minutes=row["minutes"],
        depth=row["depth"],
    )
