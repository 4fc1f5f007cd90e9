"""Backups from the terminal: make, look into, restore, verify."""

from __future__ import annotations

from typing import Any

from journal.backup_file import BackupInfo, check_sums
from journal.commands.call import Call
from journal.commands.terminal import one_line
from journal.errors import VaultDamaged
from journal.paths import must_lie_outside_journals
from journal.restoring import preview_backup, restore_backup


def backup(call: Call) -> None:
    """Writes a verified backup and prints where it is."""
    must_lie_outside_journals(call.args.folder)
    with call.journal() as journal:
        made = journal.back_up(call.args.folder.absolute())
    if call.args.json:
        call.terminal.say_json(_values(made))
    else:
        call.terminal.say(str(made.path))


def restore(call: Call) -> None:
    """Puts a backup in the journal's place, or says what is in it."""
    path = call.args.file.absolute()
    check_sums(path)
    secret = call.terminal.secret("Passphrase of the backup, or recovery words")
    if call.args.preview:
        _preview(call, secret)
        return
    former = restore_backup(path, secret, call.folder.absolute(), call.places)
    if call.args.json:
        call.terminal.say_json({"folder": str(call.folder), "former": str(former) if former else None})
        return
    if former:
        call.terminal.tell("The journal that was here is kept; remove it when you no longer need it:")
        call.terminal.tell(f"    {former}")
    call.terminal.say(str(call.folder))


def verify(call: Call) -> None:
    """Checks the whole journal, or all the sums of a backup.

    Raises:
        VaultDamaged: the journal cannot be read whole. BackupDamaged: the backup is not whole.
    """
    if call.args.file is not None:
        info = check_sums(call.args.file.absolute())
        said: dict[str, Any] = {"ok": True, "entries": info.entries}
        words = f"The backup is whole: {_counted(info.entries)} of {info.made_at:%Y-%m-%d}, {info.size:,} bytes."
    else:
        with call.journal() as journal:
            facts = journal.facts()  # first: after damage the connection answers nothing more
            result = journal.verify()
            if not result.ok:
                raise VaultDamaged(page=result.page) if result.page else VaultDamaged()
        said = {"ok": True, "entries": facts.entries}
        words = f"The journal is whole: {_counted(facts.entries)}, every page checked."
    if call.args.json:
        call.terminal.say_json(said)
    else:
        call.terminal.say(words)


def _preview(call: Call, secret: str) -> None:
    preview = preview_backup(call.args.file.absolute(), secret, call.places.data)
    if call.args.json:
        newest = [{"id": str(row.id), "day": row.day.isoformat(), "title": row.title} for row in preview.newest]
        call.terminal.say_json(_values(preview.info) | {"entries": preview.entries, "newest": newest})
        return
    call.terminal.say(f"{_counted(preview.entries)}, backed up {preview.info.made_at:%Y-%m-%d %H:%M} UTC; the newest:")
    for heading in preview.newest:
        call.terminal.say(f"  {heading.day}  {one_line(heading.title) or one_line(heading.excerpt)}")


def _counted(entries: int) -> str:
    return "1 entry" if entries == 1 else f"{entries:,} entries"


def _values(info: BackupInfo) -> dict[str, Any]:
    return {
        "file": str(info.path),
        "journal": str(info.journal_id),
        "made_at": info.made_at.isoformat(),
        "generation": info.generation,
        "entries": info.entries,
        "posts": info.posts,
        "size": info.size,
    }
