"""The register and the author's profile from the terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journal.commands.call import Call
from journal.commands.terminal import one_line
from journal.ids import new_id
from journal.model import AuthorProfile, KnownName, NameKind


def register_add(call: Call) -> None:
    """Adds a name and prints its id."""
    args = call.args
    name = KnownName(
        id=new_id(),
        name=args.name,
        aliases=tuple(args.alias),
        role=args.role,
        code=args.code,
        kind=NameKind(args.kind),
    )
    with call.journal() as journal:
        saved = journal.save_name(name)
    if args.json:
        call.terminal.say_json({"id": str(saved.id), "code": saved.code})
    else:
        call.terminal.say(str(saved.id))


def register_list(call: Call) -> None:
    """Prints the register."""
    with call.journal() as journal:
        names = journal.names()
    if call.args.json:
        call.terminal.say_json([_name_values(name) for name in names])
        return
    for name in names:
        aliases = f" ({', '.join(map(one_line, name.aliases))})" if name.aliases else ""
        role = f"  {one_line(name.role)}" if name.role else ""
        call.terminal.say(
            f"{one_line(name.code) or '-':<8}  {name.kind.value:<12}  {one_line(name.name)}{aliases}{role}"
        )


def author_set(call: Call) -> None:
    """Changes the parts of the profile that were given."""
    args = call.args
    given: dict[str, Any] = {
        "name": args.name,
        "aliases": args.alias,
        "employer": args.employer,
        "job_title": args.job_title,
        "places": args.place,
        "hidden": args.hide,
    }
    changes: dict[str, Any] = {
        field: tuple(value) if isinstance(value, list) else value for field, value in given.items() if value is not None
    }
    with call.journal() as journal:
        journal.set_author(replace(journal.author(), **changes))


def author_show(call: Call) -> None:
    """Prints the profile."""
    with call.journal() as journal:
        profile = journal.author()
    values = _profile_values(profile)
    if call.args.json:
        call.terminal.say_json(values)
        return
    for field, value in values.items():
        words = ", ".join(map(one_line, value)) if isinstance(value, list) else one_line(value)
        call.terminal.say(f"{field.replace('_', ' '):<10}  {words or '-'}")


def _name_values(name: KnownName) -> dict[str, Any]:
    return {
        "id": str(name.id),
        "name": name.name,
        "aliases": list(name.aliases),
        "role": name.role,
        "code": name.code,
        "kind": name.kind.value,
    }


def _profile_values(profile: AuthorProfile) -> dict[str, str | list[str]]:
    return {
        "name": profile.name,
        "aliases": list(profile.aliases),
        "employer": profile.employer,
        "job_title": profile.job_title,
        "places": list(profile.places),
        "hidden": list(profile.hidden),
    }
