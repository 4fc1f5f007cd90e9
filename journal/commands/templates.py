"""Reflective models and own templates from the terminal."""

from __future__ import annotations

from pathlib import Path

from journal.commands.call import Call
from journal.commands.entries import file_text
from journal.commands.terminal import harmless, one_line
from journal.errors import BadInput
from journal.practice_model import Section, Template


def list_templates(call: Call) -> None:
    """Prints templates, the best fitting first."""
    with call.journal() as journal:
        found = journal.learning.templates(call.args.kind)
    if call.args.json:
        call.terminal.say_json([_values(template) for template in found])
        return
    for template in found:
        by = "your own" if template.own else f"{template.by}, {template.year}"
        call.terminal.say(f"{template.id:<24}  {one_line(template.name)} ({one_line(by)})")


def show(call: Call) -> None:
    """Prints a template as it fills a page, with its hints."""
    with call.journal() as journal:
        template = journal.learning.template(call.args.id)
    if call.args.json:
        call.terminal.say_json(_values(template))
        return
    call.terminal.say(f"# {one_line(template.name)}")
    for section in template.sections:
        call.terminal.say("", f"## {one_line(section.heading)}", harmless(section.hint))
    call.terminal.tell(*filter(None, (template.about, template.caution, template.reference)))


def add_template(call: Call) -> None:
    """Makes a template of the person's own from a Markdown file and prints its id."""
    template = from_markdown(file_text(Path(call.args.file)), tuple(call.args.kind))
    with call.journal() as journal:
        saved = journal.learning.save_template(template)
    if call.args.json:
        call.terminal.say_json({"id": saved.id})
    else:
        call.terminal.say(saved.id)


def remove(call: Call) -> None:
    """Deletes a template of the person's own."""
    with call.journal() as journal:
        journal.learning.remove_template(call.args.id)


def from_markdown(text: str, kinds: tuple[str, ...]) -> Template:
    """A template: the first-level heading is its name, each second-level heading a section, text under it the hint.

    Raises:
        BadInput: there is no name, or no section.
    """
    name = ""
    about: list[str] = []
    sections: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("## "):
            sections.append((line[3:].strip(), []))
        elif line.startswith("# ") and not name:
            name = line[2:].strip()
        elif line.strip():
            (sections[-1][1] if sections else about).append(line.strip())
    if not name or not sections:
        raise BadInput(what="template", reason="headings")
    parts = tuple(Section(str(place), heading, " ".join(hint)) for place, (heading, hint) in enumerate(sections, 1))
    return Template("", name, parts, kinds, " ".join(about), own=True)


def _values(template: Template) -> dict[str, object]:
    return {
        "id": template.id,
        "name": template.name,
        "own": template.own,
        "kinds": list(template.kinds),
        "about": template.about,
        "caution": template.caution,
        "by": template.by,
        "reference": template.reference,
        "sections": [{"id": part.id, "heading": part.heading, "hint": part.hint} for part in template.sections],
    }
