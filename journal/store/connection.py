"""Opens the encrypted file and holds it. The only file that names the engine; the order of opening is the design's.

While a journal is open, nothing else in this process may open ``journal.db`` itself: on POSIX systems closing any
handle of a file drops this process's locks on it (https://www.sqlite.org/howtocorrupt.html, 2.2). Ask ``still_ours``.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

from sqlcipher3 import dbapi2 as engine

from journal.atomic import fsync_folder, os_errors
from journal.errors import Gone, InUse, JournalError, VaultDamaged
from journal.store import guards, schema
from journal.store.checks import check_ours, check_rows, failed_pages
from journal.store.faults import fault
from journal.store.files import identity, look_at, make_file, make_folder, remove_files
from journal.store.raw_key import key_spec, wipe
from journal.store.sql import Sql

#: Long enough for another process to finish closing, short enough to be told "in use" at once.
_BUSY_S = 0.25

#: Makes an unkeyed connection from a file URI. Tests hand in engines that lie.
Connect = Callable[[str], engine.Connection]


class Connection:
    """One open journal file, held against every other process. Used by one thread; ``interrupt`` by any.

    ``unclean`` says that the last process did not close the file; ``schema`` and ``journal_id`` are as found.
    """

    def __init__(
        self, raw: engine.Connection, path: Path, opened: tuple[int, int] | None, *, unclean: bool = False
    ) -> None:
        self._engine = raw
        self._path = path
        self._identity = opened
        self._guard = threading.Lock()
        self._saving = False
        self._closed = False
        self._damaged = False
        self._beside: engine.Connection | None = None
        self._interruptions = 0
        self.unclean = unclean

    @property
    def path(self) -> Path:
        """Where the file was opened."""
        return self._path

    @property
    def schema(self) -> int:
        """The number of the last step that shaped the rows; 0 before the first."""
        with self.read() as sql:
            return int(sql.all("PRAGMA user_version")[0][0])

    @property
    def journal_id(self) -> UUID:
        """The journal's id, to be compared with the key file's."""
        with self.read() as sql:
            row = sql.one("SELECT id FROM journal")
        if row is None:
            raise VaultDamaged()
        return UUID(bytes=row[0])

    def settle(self) -> None:
        """Part of opening: after an unclean end, take what the log holds into the file and check the rows.

        Raises:
            Gone: the file was replaced while it was opened.
            VaultDamaged: the check failed.
        """
        self.check_still_ours()
        if self.unclean:
            self.checkpoint()
            with self._errors():
                check_rows(Sql(self._engine), "quick_check")

    @contextlib.contextmanager
    def read(self) -> Iterator[Sql]:
        """Ask without changing anything.

        Raises:
            VaultDamaged: a page cannot be read. The connection should then be closed.
            Interrupted: ``interrupt`` was called meanwhile.
        """
        with self._errors():
            yield Sql(self._engine)

    @contextlib.contextmanager
    def write(self, *, interruptible: bool = False) -> Iterator[Sql]:
        """One transaction: everything inside is stored when the block ends, or nothing is.

        ``interrupt`` waits for nothing and does not touch it, unless it is ``interruptible`` (an import, a clean-up).

        Raises:
            DiskFull, WriteFailed, ReadOnly, VaultDamaged: nothing was stored.
            Gone: the file was moved or replaced; nothing is written to a stranger's.
        """
        with self._errors(), self._undisturbed(interruptible):
            self.check_still_ours()
            self._engine.execute("BEGIN IMMEDIATE").close()
            try:
                yield Sql(self._engine)
                self._engine.execute("COMMIT").close()
            except BaseException:
                self._roll_back()
                raise

    def take_step(self, number: int, sql: str) -> None:
        """Run a schema step and raise ``schema`` to ``number``, in one transaction."""
        with self._errors(), self._undisturbed(False):
            try:
                self._engine.executescript(
                    f"BEGIN IMMEDIATE;\n{sql}\nPRAGMA user_version = {number:d};\nCOMMIT;"
                ).close()
            except BaseException:
                self._roll_back()
                raise

    def checkpoint(self) -> None:
        """Move what was committed from the log into the file, and empty the log.

        Raises:
            DiskFull, WriteFailed, VaultDamaged: what was committed is still safe in the log.
        """
        with self._errors(), self._undisturbed(False):
            if Sql(self._engine).all("PRAGMA wal_checkpoint(TRUNCATE)")[0][0]:
                raise InUse()

    def vacuum(self) -> None:
        """Write the file anew without free pages. Needs memory and room for a second one; can be interrupted."""
        with self._errors():
            Sql(self._engine).run("VACUUM")

    def vacuum_into(self, target: Path) -> None:
        """A whole copy under the same key and salt, mode 0600, flushed to the disk.

        Raises:
            AlreadyThere: something is at ``target``.
            DiskFull, WriteFailed, Interrupted, VaultDamaged: no copy is left behind.
        """
        make_file(target)
        try:
            with self._errors():
                # as a URI: a name of the disk need not be text, and the engine takes nothing else
                Sql(self._engine).run("VACUUM INTO ?", target.absolute().as_uri())
            with os_errors(), target.open("rb+") as copy:
                os.fsync(copy.fileno())
        except BaseException:
            remove_files(target)
            raise

    def change_key(self, key: bytearray, salt: bytes) -> None:
        """Encrypt the whole file anew, in one transaction of the engine: after a crash it is the old key or the new.

        Takes 1 to 1.5 s for 60 MB. ``key`` is wiped.
        """
        spec = key_spec(key, salt)
        try:
            with self._errors(), self._undisturbed(False):
                self._engine.reset_key(spec)
        finally:
            wipe(spec)
        self.checkpoint()

    def integrity(self) -> None:
        """Check every page and every row of the file; takes seconds for a long journal, can be interrupted.

        Raises:
            VaultDamaged: with the first ``page`` that fails, where it is a page. Close this connection then.
        """
        self.checkpoint()
        with self._errors():
            damaged = failed_pages(Sql(self._engine))
            if damaged:
                raise VaultDamaged(page=damaged[0], pages=len(damaged))
            check_rows(Sql(self._engine), "integrity_check")

    def still_ours(self) -> bool:
        """Whether the file at the path is still the one that was opened."""
        return identity(self._path) == self._identity

    def check_still_ours(self) -> None:
        """Raises ``Gone`` when the file was moved, replaced or deleted. Each write asks this first."""
        if not self.still_ours():
            raise Gone(what="file")

    def interrupt(self) -> None:
        """Stop what runs, from any thread: it raises ``Interrupted``. A save is never stopped."""
        with self._guard:
            self._interruptions += 1
            if not (self._closed or self._saving):
                self._engine.interrupt()
            if self._beside is not None:
                self._beside.interrupt()

    @property
    def interruptions(self) -> int:
        """How often ``interrupt`` was called: work with steps outside the engine compares it between them."""
        return self._interruptions

    @contextlib.contextmanager
    def also_interrupts(self, other: engine.Connection) -> Iterator[None]:
        """While the block runs ``interrupt`` stops ``other``, too; it must stay open until then."""
        with self._guard:
            self._beside = other
        try:
            yield
        finally:
            with self._guard:
                self._beside = None

    def close(self) -> None:
        """Let go of the file. The engine empties its log and forgets its key. Closing twice does nothing."""
        with self._guard:
            closed, self._closed = self._closed, True
        if not closed:
            self._engine.close()

    def _roll_back(self) -> None:
        with contextlib.suppress(engine.Error, MemoryError):
            if self._engine.in_transaction:
                self._engine.execute("ROLLBACK").close()

    @contextlib.contextmanager
    def _undisturbed(self, interruptible: bool) -> Iterator[None]:
        with self._guard:
            self._saving = not interruptible
        try:
            yield
        finally:
            with self._guard:
                self._saving = False

    @contextlib.contextmanager
    def _errors(self) -> Iterator[None]:
        # after damage the engine refuses writes as "read-only": the true reason is kept in mind
        try:
            with _engine_errors(self._path, lambda: self._damaged):
                yield
        except VaultDamaged:
            self._damaged = True
            raise


def open_raw(uri: str) -> engine.Connection:
    """The engine itself, without a key. The same-thread check stays on, as an alarm."""
    return engine.connect(uri, uri=True, isolation_level=None, timeout=_BUSY_S)


@contextlib.contextmanager
def read_only(path: Path, spec: bytearray) -> Iterator[engine.Connection]:
    """The engine on a file that nobody writes to: it neither writes nor locks, and never asks for a log."""
    with _engine_errors(path):
        raw = open_raw(f"{path.absolute().as_uri()}?mode=ro&immutable=1")
        try:
            _unlock(raw, spec)
            yield raw
        finally:
            raw.close()


def create(path: Path, key: bytearray, salt: bytes, journal_id: UUID, *, made_at_ms: int = 0) -> Connection:
    """A new, empty journal file at ``path``, mode 0600, in a folder of mode 0700. ``key`` is wiped.

    Raises:
        AlreadyThere: something is there already; it is untouched.
        DiskFull, ReadOnly, WriteFailed: nothing is left behind.
        EngineUnfit: the engine fails a guard.
    """
    spec = key_spec(key, salt)
    made = False
    try:
        make_folder(path.parent)
        make_file(path)
        made = True
        connection = _open(path, spec, open_raw, fresh=True)
        try:
            schema.migrate(connection)
            with connection.write() as sql:
                sql.run("INSERT INTO journal (one, id, made_at) VALUES (1, ?, ?)", journal_id.bytes, made_at_ms)
            connection.checkpoint()
            with os_errors():
                fsync_folder(path.parent)
        except BaseException:
            connection.close()
            raise
    except BaseException:
        if made:
            remove_files(path)
        raise
    finally:
        wipe(spec)
    return connection


def open_existing(path: Path, key: bytearray, salt: bytes, *, connect: Connect = open_raw) -> Connection:
    """Open the journal file at ``path``. ``key`` is wiped, whatever happens.

    The caller compares ``journal_id`` and the generation, and migrates where ``schema`` is older.

    Raises:
        Gone: there is no file. VaultEmpty, NotOurs: it cannot be a journal; nothing was opened.
        VaultDamaged: a page cannot be read, or the key is not this file's.
        InUse: another process has it. ReadOnly: it cannot be written to.
        NewerVersion: made by a newer program; nothing was written.
        EngineUnfit: the engine fails a guard.
    """
    spec = key_spec(key, salt)
    try:
        return _open(path, spec, connect, fresh=False)
    finally:
        wipe(spec)


def _open(path: Path, spec: bytearray, connect: Connect, *, fresh: bool) -> Connection:
    unclean = False if fresh else look_at(path)
    before = identity(path)
    with _engine_errors(path):
        raw = connect(f"{path.absolute().as_uri()}?mode=rw")
    try:
        with _engine_errors(path):
            _unlock(raw, spec)
            ask = Sql(raw).all
            guards.hold(ask)
            ask("SELECT count(*) FROM sqlite_master")
            if not fresh:
                # before journal_mode, which would write to a file that is not in WAL mode yet
                check_ours(Sql(raw))
            guards.set_pragmas(ask)
            guards.check_engine(ask)
            guards.check_cipher(ask)
            guards.check_extensions_off(_try_extension(raw))
            connection = Connection(raw, path, before, unclean=unclean)
            connection.settle()
            return connection
    except BaseException:
        raw.close()
        raise


def _unlock(raw: engine.Connection, spec: bytearray) -> None:
    """Silence first: a wrong key would print. The key goes as bytes and is in no statement."""
    guards.quiet(Sql(raw).all)
    raw.set_key(spec)


def _try_extension(raw: engine.Connection) -> str:
    raw.enable_load_extension(False)
    try:
        Sql(raw).all("SELECT load_extension('')")
    except engine.Error as error:
        return str(error)
    return ""


@contextlib.contextmanager
def _engine_errors(path: Path, damaged: Callable[[], bool] = lambda: False) -> Iterator[None]:
    """Turn what the engine raises into the journal's errors; its messages, which can hold typed words, end here."""
    try:
        yield
    except MemoryError:
        raise VaultDamaged() from None
    except engine.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        known = fault(name, path, damaged=damaged()) if name else _unnamed(error)
        if known is not None:
            raise known from None
        if name == "SQLITE_ERROR":
            raise RuntimeError("the engine refused a statement") from None
        raise


def _unnamed(error: engine.Error) -> JournalError | None:
    """Errors of the Python layer: misuse is a bug; a text that is no UTF-8 is damage, and its message shows it."""
    return VaultDamaged() if type(error) is engine.OperationalError else None
