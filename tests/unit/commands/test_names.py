"""The register and the author's profile from the terminal."""

from __future__ import annotations

from tests.unit.commands.running import Cli


def test_the_register_keeps_names_with_their_codes(cli: Cli) -> None:
    added = cli(
        "register", "add", "--name", "Rowan Example", "--alias", "Ro", "--role", "client", "--code", "K7", "--json"
    )
    assert added.json["code"] == "K7"
    cli("register", "add", "--name", "Anytown Clinic", "--kind", "organisation")
    rows = cli("register", "list", "--json").json
    assert [(row["name"], row["aliases"], row["kind"]) for row in rows] == [
        ("Rowan Example", ["Ro"], "person"),
        ("Anytown Clinic", [], "organisation"),
    ]
    assert "K7" in cli("register", "list").out
    taken = cli("register", "add", "--name", "Other", "--code", "k7")
    assert taken.err == "congruence-cli: That code stands for somebody else in the register.\n"


def test_the_authors_profile_changes_only_where_something_is_given(cli: Cli) -> None:
    cli("author", "set", "--name", "Robin Example", "--alias", "Rob", "--place", "Bury", "--place", "Leeds")
    cli("author", "set", "--employer", "Anytown Talking Therapies")
    assert cli("author", "show", "--json").json == {
        "name": "Robin Example",
        "aliases": ["Rob"],
        "employer": "Anytown Talking Therapies",
        "job_title": "",
        "places": ["Bury", "Leeds"],
        "hidden": [],
    }
    assert "Bury, Leeds" in cli("author", "show").out
