"""A ``Filter`` as SQL. Every value is bound; only column names of ours stand in the text."""

from __future__ import annotations

from journal.model import Filter
from journal.store.rows import key_of, storable

#: Newest first: by the day an entry is about, then by when it was written.
NEWEST_FIRST = "entry.day DESC, entry.written_at DESC, entry.seq DESC"


def source(wanted: Filter) -> str:
    """The table to read. The timeline's index holds all that is filtered and ordered by, so it is the one to walk."""
    return "entry" if wanted.trashed else "entry INDEXED BY entry_timeline"


def conditions(wanted: Filter) -> tuple[str, list[object]]:
    """A WHERE clause and its values. Several kinds are alternatives; of several tags an entry must carry all."""
    parts = ["entry.trashed_at IS NOT NULL" if wanted.trashed else "entry.trashed_at IS NULL"]
    values: list[object] = []
    if wanted.kinds:
        parts.append(f"entry.kind IN ({', '.join('?' * len(wanted.kinds))})")
        values += map(storable, wanted.kinds)
    if wanted.star is not None:
        parts.append("entry.star = ?")
        values.append(int(wanted.star))
    if wanted.first_day is not None:
        parts.append("entry.day >= ?")
        values.append(wanted.first_day.isoformat())
    if wanted.last_day is not None:
        parts.append("entry.day <= ?")
        values.append(wanted.last_day.isoformat())
    for tag in dict.fromkeys(key_of(storable(tag).strip()) for tag in wanted.tags):
        # unary plus: a test of the rows that the index yields, not another way to reach them
        parts.append("+entry.seq IN (SELECT entry FROM entry_tag JOIN tag ON tag.seq = tag WHERE name_key = ?)")
        values.append(tag)
    return " AND ".join(parts), values
