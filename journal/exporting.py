"""A post leaves the journal: its file and its row in the export log, together."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from journal.anonymise.residue import names_in
from journal.anonymise.reviewed import ReviewedPost
from journal.errors import BadInput, ResidueFound
from journal.export.care import as_stored, may_leave, unanswered
from journal.export.drawn import DrawnPost, Leaves
from journal.export.html import to_fragment
from journal.export.save import save
from journal.export.text import to_text
from journal.ids import new_id
from journal.model import ExportRecord
from journal.paths import BACKUP_SUFFIX, must_lie_outside_journals
from journal.store.posts import Posts

#: The format of what was copied for the web, in the log. It has no file.
CLIPBOARD = "clipboard"


@dataclass(frozen=True, slots=True)
class WebCopy:
    """A post for the clipboard: the same words as HTML for editors on the web, and as plain text for the rest."""

    html: str = field(repr=False)
    text: str = field(repr=False)


def export_post(
    posts: Posts,
    leaves: Leaves,
    format: str,
    path: Path,
    *,
    at: dt.datetime,
    replace: bool = False,
    date: dt.date | None = None,
) -> ExportRecord:
    """Write a reviewed post to ``path`` and put it into the export log. A file that cannot be logged is removed again.

    Raises:
        QuestionsUnanswered: questions that must be answered are not; nothing was written.
        BadInput: ``path`` is a journal's or a backup's, there is no such format or nobody drew it, or a closing note
            is not true.
        ResidueFound: the file would bear a name that the post leaves out.
        AlreadyThere, DiskFull, ReadOnly, Gone, WriteFailed: no file was written and nothing logged.
    """
    must_be_for_exports(path)
    reviewed = may_leave(leaves.reviewed if isinstance(leaves, DrawnPost) else leaves)
    if named := names_in(path.name, reviewed.left_out):
        raise ResidueFound(count=named)
    posts.save(as_stored(reviewed.post))
    saved = save(leaves, format, path, replace=replace, date=date)
    record = _record(reviewed, format, saved.sha256, at, path)
    try:
        posts.add_export(reviewed.post.id, record)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
    return record


def copy_post(posts: Posts, reviewed: ReviewedPost, *, at: dt.datetime) -> WebCopy:
    """A reviewed post to be put on the clipboard: logged first, for a copy leaves the journal as a file does.

    Raises:
        QuestionsUnanswered, BadInput: as ``export_post``; nothing was logged.
    """
    may_leave(reviewed)
    posts.save(as_stored(reviewed.post))
    made = WebCopy(html=to_fragment(reviewed), text=to_text(reviewed))
    digest = hashlib.sha256(made.html.encode("utf-8", errors="replace")).hexdigest()
    posts.add_export(reviewed.post.id, _record(reviewed, CLIPBOARD, digest, at))
    return made


def _record(
    reviewed: ReviewedPost, format: str, sha256: str, at: dt.datetime, path: Path | None = None
) -> ExportRecord:
    return ExportRecord(
        id=new_id(),
        at=at,
        format=format,
        folder=str(path.parent) if path is not None else "",
        file_name=path.name if path is not None else "",
        sha256=sha256,
        decided=reviewed.decided,
        kept=reviewed.kept,
        decided_by=reviewed.decided_by,
        unanswered=tuple(question.id for question in unanswered(reviewed)),
    )


def must_be_for_exports(path: Path) -> None:
    """Refuse a place where readable text would lie among sealed files, or in the stead of one.

    Raises:
        BadInput: ``path`` is in a journal's folder (``journal``), or has the name of a backup (``backup``).
    """
    must_lie_outside_journals(path.parent)
    if path.name.endswith(BACKUP_SUFFIX):
        raise BadInput(what="file", reason="backup")
