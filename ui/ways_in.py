"""The ways into a journal, imported when one is taken: the first page is painted without the engine and the vault.

All but the words' suggestions take about a second and run on a lane.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from journal.paths import Places
from journal.resources import read_toml

# each function imports what it calls (ui/start.py says why)
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from journal.backup_file import BackupInfo
    from journal.open_journal import OpenJournal
    from journal.restoring import Preview
    from ui.widgets.strength import Strength


def unlock(folder: Path, passphrase: str, places: Places, backups: Path) -> OpenJournal:
    """See ``journal.unlocking.unlock_journal``."""
    from journal import unlocking

    return unlocking.unlock_journal(folder, passphrase, places, backups=backups)


def recover(folder: Path, words: str, passphrase: str, places: Places) -> OpenJournal:
    """See ``journal.unlocking.recover_journal``."""
    from journal import unlocking

    return unlocking.recover_journal(folder, words, passphrase, places)


def must_be_free(folder: Path) -> None:
    """See ``journal.unlocking.must_be_free``."""
    from journal import unlocking

    unlocking.must_be_free(folder)


def place_in(folder: Path) -> Path:
    """Where a new journal goes when ``folder`` is chosen: into a folder of its own where something else is there."""
    from journal.errors import AlreadyThere, JournalError

    try:
        must_be_free(folder)
    except AlreadyThere as error:
        if error.facts.get("what") == "folder" and folder.is_dir():
            return folder / "journal"
    except JournalError:
        pass  # told as it stands
    return folder


def create(folder: Path, passphrase: str, places: Places) -> tuple[OpenJournal, tuple[str, ...]]:
    """See ``journal.unlocking.create_journal``; the folder's name is a word that the passphrase must not rest on."""
    from journal import unlocking

    return unlocking.create_journal(folder, passphrase, places, own_words=(folder.name,))


def restore(backup: Path, secret: str, folder: Path, places: Places) -> None:
    """See ``journal.restoring.restore_backup``."""
    from journal import restoring

    restoring.restore_backup(backup, secret, folder, places)


def strength(passphrase: str) -> Strength:
    """See ``journal.unlocking.passphrase_strength``."""
    from journal import unlocking

    return unlocking.passphrase_strength(passphrase)


def offered_passphrase() -> str:
    """See ``journal.unlocking.offered_passphrase``."""
    from journal import unlocking

    return unlocking.offered_passphrase()


def suggested_words(prefix: str) -> tuple[str, ...]:
    """Recovery words that start with ``prefix``."""
    from journal import unlocking

    return unlocking.suggested_words(prefix)


def unknown_words(text: str) -> tuple[str, ...]:
    """Those words of ``text`` that cannot be recovery words."""
    from journal import unlocking

    return unlocking.unknown_recovery_words(text)


def listed_backups(folder: Path) -> Sequence[BackupInfo]:
    """See ``journal.backup.list_backups``: of every journal, for one that cannot be read does not say which it is."""
    from journal import backup

    return backup.list_backups(folder)


def preview(backup: Path, secret: str, places: Places) -> Preview:
    """See ``journal.restoring.preview_backup``."""
    from journal import restoring

    return restoring.preview_backup(backup, secret, places.state / "preview")


def sample_passphrase() -> str:
    """What opens the sample journal, to be shown; read without importing what makes it."""
    return str(read_toml("samples/journal.toml")["passphrase"])


def open_sample(places: Places) -> OpenJournal:
    """The sample journal, unlocked; made first where it is not there. See ``journal.sample_journal``."""
    import datetime as dt

    from journal import sample_journal, unlocking

    if sample_journal.sample_is_there(places):
        return unlocking.unlock_journal(places.sample_journal, sample_passphrase(), places)
    return sample_journal.make_sample(places, dt.datetime.now().astimezone().date())


def delete_sample(places: Places) -> None:
    """See ``journal.sample_journal.delete_sample``."""
    from journal import sample_journal

    sample_journal.delete_sample(places)


def must_be_recovery_words(text: str) -> None:
    """See ``journal.unlocking.must_be_recovery_words``."""
    from journal import unlocking

    unlocking.must_be_recovery_words(text)
