"""A journal to explore: invented evenings of an invented counsellor, in a folder of its own that can go in one step.

It lies below the data folder and opens with a passphrase that is shown wherever it is asked for. It keeps nothing
secret, so its key is derived at the least cost; everything else about it is a journal like any other.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import re
import secrets
from collections.abc import Iterator, Mapping
from typing import Any

from journal import backup
from journal.ids import new_id
from journal.model import AuthorProfile, Draft, KnownName, NameKind, PersonLink, Ratings
from journal.open_journal import OpenJournal
from journal.paths import BACKUP_SUFFIX, DATABASE, KEYS, PREVIOUS_KEYS, Places
from journal.practice.prompts import Library, quotation
from journal.resources import read_toml
from journal.sample_practice import write_practice
from journal.unlocking import create_journal
from journal.vault.kdf import SALT_BYTES, KdfParams

_DATA = "samples/journal.toml"
_PRACTICE = "samples/practice.toml"
#: A line of a body that stands for a prompt: its id in braces.
_PROMPT = re.compile(r"^\{([a-z]{3}-[a-z0-9-]+)\}\n", re.MULTILINE)
#: The least cost that is not refused (``docs/security.md``: 8 MiB, one pass, one lane). The passphrase is public.
_MEMORY_KIB, _PASSES, _LANES = 8192, 1, 1


def sample_passphrase() -> str:
    """What opens the sample; it is shown to whoever asks."""
    return str(read_toml(_DATA)["passphrase"])


def sample_is_there(places: Places) -> bool:
    """Whether the sample was made and not yet deleted."""
    return (places.sample_journal / DATABASE).exists()


def make_sample(places: Places, today: dt.date) -> OpenJournal:
    """The sample, made anew and unlocked; one that was there goes first. Called on the vault lane.

    Raises:
        DiskFull, ReadOnly, WriteFailed, AlreadyThere: as ``create_journal``.
    """
    delete_sample(places)
    cost = KdfParams(secrets.token_bytes(SALT_BYTES), _MEMORY_KIB, _PASSES, _LANES)
    journal, _ = create_journal(places.sample_journal, sample_passphrase(), places, kdf=cost)
    try:
        write_sample(journal, today)
    except BaseException:
        journal.lock()
        raise
    return journal


def delete_sample(places: Places) -> None:
    """Remove the sample and its backups; called while it is locked. Only files that this program makes are removed."""
    folder, backups = places.sample_journal, places.sample_backups
    ours = [folder / name for name in (DATABASE, f"{DATABASE}-wal", KEYS, PREVIOUS_KEYS, f"{KEYS}.new")]
    backup.sweep(backups)
    for path in (*ours, *backups.glob(f"*{BACKUP_SUFFIX}")):
        with contextlib.suppress(OSError):
            path.unlink()
    for empty in (folder, backups, folder.parent):
        with contextlib.suppress(OSError):
            empty.rmdir()


def write_sample(journal: OpenJournal, today: dt.date) -> None:
    """Write the sample's register, entries, drafts and year of practice into an unlocked, empty journal."""
    data, practice = read_toml(_DATA), read_toml(_PRACTICE)
    journal.set_author(_author(data["author"]))
    codes = {name.code: journal.save_name(name).id for name in _names(data)}
    rows = sorted([*data["entry"], *practice["entry"]], key=lambda row: -int(row["days_ago"]))
    drafts = [_draft(row, codes, journal.library, today) for row in rows]
    ids = journal.add_entries(drafts, [_evening(draft.day) for draft in drafts])
    titles = {row["title"]: entry_id for row, entry_id in zip(rows, ids, strict=True)}
    for post in data["post"]:
        journal.begin_post([titles[post["from"]]], title=post["title"])
    write_practice(journal, practice, today, titles, codes)
    journal.settle()


def _author(row: Mapping[str, Any]) -> AuthorProfile:
    return AuthorProfile(
        name=row["name"],
        aliases=tuple(row["aliases"]),
        employer=row["employer"],
        job_title=row["job_title"],
        places=tuple(row["places"]),
        hidden=tuple(row["hidden"]),
    )


def _names(data: Mapping[str, Any]) -> Iterator[KnownName]:
    for row in data["name"]:
        yield KnownName(
            id=new_id(),
            name=row["name"],
            aliases=tuple(row["aliases"]),
            role=row["role"],
            code=row["code"],
            kind=NameKind(row.get("kind", "person")),
        )


def _evening(day: dt.date) -> dt.datetime:
    """When an entry about ``day`` was written: that evening, each a little earlier or later than the last."""
    return dt.datetime.combine(day, dt.time(20, day.toordinal() * 17 % 60), dt.UTC)


def _draft(row: Mapping[str, Any], codes: Mapping[str, Any], library: Library, today: dt.date) -> Draft:
    texts = {prompt.id: quotation(prompt.text) for prompt in library.prompts}
    about = row.get("about", ())
    people = (PersonLink(codes[about[0]], *about[1:]),) if about else ()
    return Draft(
        id=None,
        kind=row["kind"],
        title=row["title"],
        body=_PROMPT.sub(lambda found: texts[found[1]], row["body"]).strip(),
        day=today - dt.timedelta(days=row["days_ago"]),
        tags=tuple(row.get("tags", ())),
        star=row.get("star", False),
        people=people,
        ratings=Ratings(**row.get("ratings", {})),
        prompts=tuple(row.get("prompts", ())),
    )
