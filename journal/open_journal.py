"""One unlocked journal: all that windows and commands may ask. It alone holds the key, and only while unlocked.

Every method is called on the vault lane, the thread that unlocked: the engine's same-thread check is the alarm. What a
method returns is a plain value that may cross to another thread. ``interrupt`` alone may be called from anywhere.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from journal import backup
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.backup_file import BackupInfo
from journal.errors import BadInput, DiskFull, Gone, VaultDamaged, WriteFailed
from journal.model import (
    AuthorProfile,
    CheckResult,
    Draft,
    Entry,
    ExportRecord,
    Filter,
    Heading,
    Hit,
    JournalFacts,
    KnownName,
    Notice,
    Order,
    Outline,
    Place,
    Post,
    PostHeading,
    Revision,
    Tag,
)
from journal.paths import must_lie_outside_journals
from journal.practice.prompts import Library, Prompt, choose, load_library
from journal.safekeeping import Safekeeping
from journal.sides import Sides
from journal.store.connection import Connection
from journal.store.entries import Entries
from journal.store.facts import Facts
from journal.store.names import Names
from journal.store.posts import Posts
from journal.store.practice import Practice
from journal.store.search import search
from journal.vault.kdf import KdfParams
from journal.word_lists import load_word_lists

if TYPE_CHECKING:
    from journal.anonymise.reviewed import ReviewedPost
    from journal.anonymise.series import EarlierPost
    from journal.anonymise.source_changes import SourceChange
    from journal.export.drawn import Leaves
    from journal.exporting import WebCopy

#: How many prompts back "lately" reaches: about a fortnight of evenings with two or three prompts each.
LATELY = 30


def now_ms() -> dt.datetime:
    """The time in UTC, to the millisecond, as rows hold it."""
    now = dt.datetime.now(dt.UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)


class OpenJournal(Sides):
    """An unlocked journal, made by ``journal.unlocking`` and ended by ``lock``."""

    def __init__(
        self,
        folder: Path,
        journal_id: UUID,
        connection: Connection,
        safekeeping: Safekeeping,
        *,
        device: UUID,
        notices: tuple[Notice, ...] = (),
        clock: Callable[[], dt.datetime] = now_ms,
    ) -> None:
        self.folder = folder
        self.id = journal_id
        self.notices = notices
        self.library: Library = load_library()
        super().__init__(connection, device, clock)
        self._safekeeping = safekeeping
        self._entries = Entries(connection, device, clock)
        self._names = Names(connection, device, clock)
        self._posts = Posts(connection, device, clock)
        self._practice = Practice(connection, device, clock)
        self._facts = Facts(connection)
        self._lists: WordLists | None = None

    def lock(self) -> None:
        """Close every open revision, settle, close the file, wipe the key. The object is of no use afterwards.

        Raises:
            DiskFull, ReadOnly, Gone, WriteFailed: what was acknowledged is safe in the log; file and key go anyway.
        """
        try:
            self._entries.finish_all()
            self.settle()
        finally:
            try:
                self._connection.close()
            finally:
                self._safekeeping.wipe()

    def settle(self) -> None:
        """Move what was written into the journal's file and remember how far it got; quick when nothing changed.

        Called when an entry is finished, after 30 s without typing, and at lock.
        """
        log = Path(f"{self._connection.path}-wal")
        if log.exists() and log.stat().st_size:
            self._facts.raise_generation()
            self._connection.checkpoint()
            self._safekeeping.remember(self.facts())

    def interrupt(self) -> None:
        """Stop a search, check, import or backup that runs; it raises ``Interrupted``. A save is never stopped."""
        self._connection.interrupt()

    def check_still_ours(self) -> None:
        """Look whether the file at the journal's place is still the one that was opened. Called every 10 s.

        Raises:
            Gone: it was moved, replaced or deleted.
        """
        if not self._connection.still_ours():
            raise Gone(what="file")

    def save_draft(self, draft: Draft) -> Entry:
        """Store a draft; writes nothing when nothing changed. The text counts as saved when this returns."""
        return self._entries.save(draft)

    def add_entries(self, drafts: Iterable[Draft], written_at: Iterable[dt.datetime] | None = None) -> tuple[UUID, ...]:
        """Store many new entries in one transaction, for an import; returns their ids. Can be interrupted."""
        return self._entries.add_many(drafts, written_at)

    def finish_entry(self, entry_id: UUID) -> None:
        """Close the entry's revision, so that the next change starts a new one."""
        self._entries.finish(entry_id)
        self.settle()

    def entry(self, entry_id: UUID) -> Entry:
        """One entry, in the trash or not. Raises ``NotFound``."""
        return self._entries.get(entry_id)

    def count(self, wanted: Filter) -> int:
        """How many entries a list with this filter has."""
        return self._entries.count(wanted)

    def outline(self, wanted: Filter, entry_id: UUID | None = None) -> Outline:
        """How that list falls into months, and which row of it an entry is."""
        return self._entries.outline(wanted, entry_id)

    def window(self, wanted: Filter, offset: int, limit: int) -> tuple[Heading, ...]:
        """Rows of the list from ``offset`` on, the newest day first."""
        return self._entries.window(wanted, offset, limit)

    def search(self, query: str, wanted: Filter, order: Order, limit: int, offset: int = 0) -> tuple[Hit, ...]:
        """Entries with all words of ``query``, the last one as a beginning; any query is fine."""
        return tuple(search(self._connection, query, wanted, order, limit, offset))

    def trash(self, entry_id: UUID) -> None:
        """Put an entry into the trash."""
        self._entries.trash(entry_id)

    def untrash(self, entry_id: UUID) -> None:
        """Take an entry out of the trash."""
        self._entries.untrash(entry_id)

    def delete_for_good(self, entry_id: UUID) -> None:
        """Remove an entry with every revision and search row. Older backups still hold it."""
        self._entries.delete_for_good(entry_id)
        self.settle()

    def finish_cleaning(self) -> None:
        """Take up a deletion for good that was cut off; called at unlock, and nothing to do nearly always."""
        self._entries.scrub()

    def tags(self) -> tuple[Tag, ...]:
        """Every tag with the number of entries that carry it."""
        return self._entries.tags()

    def revisions(self, entry_id: UUID) -> tuple[Revision, ...]:
        """The earlier texts of an entry, the newest first."""
        return self._entries.revisions(entry_id)

    def restore_revision(self, revision_id: UUID) -> Entry:
        """Make an earlier text the current one; the present text becomes a revision."""
        return self._entries.restore(revision_id)

    def neighbours(self, entry_id: UUID) -> tuple[UUID | None, UUID | None]:
        """The next newer and the next older entry of the timeline."""
        return self._entries.neighbours(entry_id)

    def names(self) -> tuple[KnownName, ...]:
        """The register."""
        return self._names.list()

    def save_name(self, name: KnownName) -> KnownName:
        """Add a name to the register or change it. Raises ``AlreadyThere`` where another has its code."""
        return self._names.save(name)

    def remove_name(self, name_id: UUID) -> None:
        """Take a name off the register, and off the entries linked to it."""
        self._names.remove(name_id)

    def author(self) -> AuthorProfile:
        """What would give the writer away."""
        return self._names.author()

    def set_author(self, profile: AuthorProfile) -> None:
        """Replace the author profile."""
        self._names.set_author(profile)

    def never_flag(self, word: str) -> None:
        """From now on no post's scan flags ``word``."""
        self._names.never_flag(word)

    def never_flagged(self) -> tuple[str, ...]:
        """The words that no scan flags."""
        return self._names.never_flagged()

    def flag_again(self, word: str) -> None:
        """Let scans flag ``word`` again."""
        self._names.flag_again(word)

    def prompt(
        self, kind: str, condition: str | None = None, depth: str | None = None, but_not: Sequence[str] = ()
    ) -> Prompt:
        """A prompt for this kind of entry, not one lately shown; it counts as shown from now on."""
        chosen = choose(
            self.library,
            kind=kind,
            condition=condition,
            depth=depth,
            lately=self._practice.lately_shown(LATELY),
            but_not=but_not,
            pick=secrets.choice,
        )
        self._practice.mark_shown(chosen.id)
        return chosen

    def knowledge(self) -> Knowledge:
        """What the anonymiser is handed: the register, the author profile, the word lists, the way to the model.

        The model itself is read where a text is first scanned, not here: the scan has a thread of its own.
        """
        from journal.name_model import shipped_name_model  # noqa: PLC0415 - as for begin_post

        if self._lists is None:
            self._lists = load_word_lists()
        never = frozenset(word.lower() for word in self._names.never_flagged())
        return Knowledge(self.names(), self.author(), self._lists, never, shipped_name_model)

    def begin_post(
        self,
        entry_ids: Sequence[UUID],
        *,
        title: str | None = None,
        byline: str | None = None,
        selections: Mapping[UUID, tuple[int, int]] | None = None,
    ) -> Post:
        """A new post copied from entries; their revisions are closed first, so that a later change is noticed.

        The title is the first entry's unless given, the tags are none: tags of a journal are private words. The byline
        withholds the name, unless one is given or the text already ends with its own.
        """
        # the anonymiser takes longer to import than unlocking should last
        from journal.posting import new_post  # noqa: PLC0415

        if not entry_ids:
            raise BadInput(what="entries", reason="none")
        for entry_id in entry_ids:
            self._entries.finish(entry_id)
        entries = [self._entries.get(entry_id) for entry_id in entry_ids]
        return self.save_post(new_post(entries, title, byline, self._clock(), selections))

    def save_post(self, post: Post) -> Post:
        """Store a post with its decisions; returns it as stored."""
        return self._posts.save(post)

    def post(self, post_id: UUID) -> Post:
        """One post, to go on with. Raises ``NotFound``."""
        return self._posts.get(post_id)

    def posts(self) -> tuple[PostHeading, ...]:
        """Every post, the last changed first."""
        return self._posts.list()

    def source_changes(self, post: Post) -> tuple[SourceChange, ...]:
        """What changed since in what a post was copied from."""
        from journal.posting import source_changes  # noqa: PLC0415 - as for begin_post

        return source_changes(post, self._entries.get, self._entries.revisions, self.practice.came_back)

    def earlier_posts(self, post_id: UUID) -> tuple[EarlierPost, ...]:
        """The other posts that left the journal, as they read, for the risk across the series."""
        from journal.posting import earlier_posts  # noqa: PLC0415 - as for begin_post

        return earlier_posts(self._posts, post_id)

    def delete_post(self, post_id: UUID) -> None:
        """Remove a post with its decisions; the log of what left the journal stays."""
        self._posts.delete(post_id)

    def export(
        self, post: Leaves, format: str, path: Path, *, replace: bool = False, date: dt.date | None = None
    ) -> ExportRecord:
        """Write a reviewed post to ``path`` and log it; see ``exporting.export_post``."""
        from journal.exporting import export_post  # noqa: PLC0415 - as for begin_post

        return export_post(self._posts, post, format, path, at=self._clock(), replace=replace, date=date)

    def copy_for_web(self, reviewed: ReviewedPost) -> WebCopy:
        """A reviewed post for the clipboard, logged; see ``exporting.copy_post``."""
        from journal.exporting import copy_post  # noqa: PLC0415 - as for begin_post

        return copy_post(self._posts, reviewed, at=self._clock())

    def change_passphrase(self, old: str, new: str, *, kdf: KdfParams | None = None) -> None:
        """Give the journal a new passphrase; see ``Safekeeping.change_passphrase``."""
        author = self.author()
        own = (author.name, *author.aliases, author.employer, self.folder.name)
        self._safekeeping.change_passphrase(old, new, tuple(word for word in own if word), kdf)
        self._safekeeping.remember(self.facts())

    def recovery_words(self, passphrase: str) -> tuple[str, ...]:
        """The eleven recovery words, for the person who gives the passphrase again. Raises ``WrongSecret``."""
        return self._safekeeping.recovery_words(passphrase)

    def new_key(self, passphrase: str, backups: Path, *, kdf: KdfParams | None = None) -> tuple[str, ...]:
        """Make a backup, encrypt the journal anew, return its new words; see ``Safekeeping.new_key``."""
        self.back_up(backups)
        return self._safekeeping.new_key(passphrase, self.facts(), kdf)

    def back_up(self, folder: Path) -> BackupInfo:
        """Make a verified backup in ``folder`` and remove those no longer needed. Can be interrupted.

        Raises:
            BadInput: ``folder`` is the journal's own or lies in it, and would be lost with it.
            DiskFull, ReadOnly, WriteFailed, VaultDamaged, BackupDamaged, Interrupted: as ``backup.make_backup``.
        """
        must_lie_outside_journals(folder)
        self.settle()
        made = backup.make_backup(folder, self._safekeeping.sealer(self.facts()), self._clock())
        backup.prune(folder, self.id, made.path)
        self._facts.set_backup(made.made_at)
        return made

    def backup_due(self, folder: Path) -> bool:
        """Whether something changed since the last backup in ``folder``, and none is of today."""
        backup.sweep(folder, self.id)
        return backup.is_due(backup.list_backups(folder, self.id), self.facts().generation, self._clock())

    def verify(self) -> CheckResult:
        """Check every page, every row and the search index; a good result is kept for the settings page."""
        try:
            self._connection.integrity()
        except VaultDamaged as damage:
            return CheckResult(ok=False, page=int(damage.facts.get("page", 0)))
        with contextlib.suppress(DiskFull, WriteFailed):  # for the settings page alone
            self._facts.set_check(self._clock(), ok=True)
        return CheckResult(ok=True)

    def facts(self) -> JournalFacts:
        """Counts and dates for status lines."""
        return self._facts.read()

    def place(self) -> Place:
        """Where the person was when this journal locked on this computer."""
        return self._practice.place()

    def set_place(self, place: Place) -> None:
        """Remember where the person is."""
        self._practice.set_place(place)

    def value(self, key: str) -> str | None:
        """A preference that may name somebody, and so is no setting."""
        return self._practice.value(key)

    def set_value(self, key: str, value: str) -> None:
        """Store a preference."""
        self._practice.set_value(key, value)

    def compare_with_seen(self) -> None:
        """Notice a journal older than when this computer last had it, else remember it as it is now."""
        facts = self.facts()  # once: it counts the entries
        if self._safekeeping.older_than_seen(facts):
            self.notices = (*self.notices, Notice("older"))
        elif not self._safekeeping.remember(facts):
            self.notices = (*self.notices, Notice("not_remembered"))
