"""A post leaves the journal: its file and its row in the export log, together."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from journal.anonymise.residue import names_in
from journal.anonymise.review import ReviewedPost
from journal.errors import BadInput, ResidueFound
from journal.export.save import save
from journal.ids import new_id
from journal.model import ExportRecord
from journal.paths import BACKUP_SUFFIX, must_lie_outside_journals
from journal.store.posts import Posts


def export_post(
    posts: Posts,
    reviewed: ReviewedPost,
    format: str,
    path: Path,
    *,
    at: dt.datetime,
    unanswered: Iterable[str] = (),
    replace: bool = False,
) -> ExportRecord:
    """Write a reviewed post to ``path`` and put it into the export log. A file that cannot be logged is removed again.

    Raises:
        BadInput: ``path`` is a journal's or a backup's, or there is no such format.
        ResidueFound: the file would bear a name that the post leaves out.
        AlreadyThere, DiskFull, ReadOnly, Gone, WriteFailed: no file was written and nothing logged.
    """
    must_be_for_exports(path)
    if named := names_in(path.name, reviewed.left_out):
        raise ResidueFound(count=named)
    posts.save(reviewed.post)
    saved = save(reviewed, format, path, replace=replace)
    record = ExportRecord(
        id=new_id(),
        at=at,
        format=format,
        folder=str(path.parent),
        file_name=path.name,
        sha256=saved.sha256,
        decided=reviewed.decided,
        kept=reviewed.kept,
        decided_by=reviewed.decided_by,
        unanswered=tuple(unanswered),
    )
    try:
        posts.add_export(reviewed.post.id, record)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    return record


def must_be_for_exports(path: Path) -> None:
    """Refuse a place where readable text would lie among sealed files, or in the stead of one.

    Raises:
        BadInput: ``path`` is in a journal's folder (``journal``), or has the name of a backup (``backup``).
    """
    must_lie_outside_journals(path.parent)
    if path.name.endswith(BACKUP_SUFFIX):
        raise BadInput(what="file", reason="backup")
