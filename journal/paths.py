"""Where things lie on this computer. Nothing here is secret, and nothing here names a person."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from journal.atomic import PART_SUFFIX, os_errors
from journal.errors import BadInput

#: Files of a journal folder (``docs/security.md`` says what is in each and who may read it without a key).
DATABASE = "journal.db"
KEYS = "keys.json"
PREVIOUS_KEYS = "keys.previous.json"
SEEN = "seen.json"
BACKUP_SUFFIX = ".congruence-backup"


class Places(NamedTuple):
    """One person's folders on one computer: ``data`` for what was seen, ``config`` for settings, ``state`` for logs."""

    data: Path
    config: Path
    state: Path

    @property
    def seen(self) -> Path:
        """What this computer last saw of each journal, and its copies of key files."""
        return self.data / SEEN

    @property
    def device(self) -> Path:
        """The random id of this computer, written into revisions."""
        return self.data / "device.json"

    @property
    def settings(self) -> Path:
        """The settings file: themes and minutes, never anything that names somebody."""
        return self.config / "settings.json"

    @property
    def default_journal(self) -> Path:
        """Where the first journal goes unless the person chooses another folder."""
        return self.data / "journal"

    @property
    def default_backups(self) -> Path:
        """Where backups go until the person chooses another folder."""
        return self.data / "backups"

    @property
    def sample_journal(self) -> Path:
        """Where the sample journal lies, if it was made."""
        return self.data / "sample" / "journal"

    @property
    def sample_backups(self) -> Path:
        """Where its backups go: they never mix with those of a real journal."""
        return self.data / "sample" / "backups"


def is_journal(folder: Path) -> bool:
    """Whether ``folder`` holds a journal, or one whose restore only has to be finished; opens nothing.

    A folder that the system does not let us look into counts as one: unlocking it tells why.
    """
    try:
        return (folder / DATABASE).exists() or is_half_swapped(folder)
    except PermissionError:
        return True
    except OSError:
        return False


def is_half_swapped(journal_folder: Path) -> bool:
    """Whether a restore was cut off between its renames, so that the journal only has to be moved into its place.

    Raises ``OSError`` where the system does not let us look.
    """
    vacant = not journal_folder.exists() or (journal_folder.is_dir() and not any(journal_folder.iterdir()))
    return vacant and (waiting_place(journal_folder) / DATABASE).exists()


def waiting_place(journal_folder: Path) -> Path:
    """Where a restored journal waits for its last rename. A part by its name, so that a stale one is swept."""
    real = Path(os.path.realpath(journal_folder))
    return real.parent / f".{mark_of(real)}-restored{PART_SUFFIX}"


def mark_of(journal_folder: Path) -> str:
    """What marks parts of the journal to be in ``journal_folder`` among others; a digest, for names can be long."""
    import hashlib  # noqa: PLC0415 - loads OpenSSL, which the first page can do without

    return hashlib.sha256(os.fsencode(journal_folder.name)).hexdigest()[:12]


def must_lie_outside_journals(folder: Path) -> None:
    """Refuse a folder that is a journal's own or lies in one: what is put there could replace the journal itself.

    Raises:
        BadInput: ``what`` is ``folder``, ``reason`` is ``journal``.
        ReadOnly: the system does not let us look.
    """
    place = Path(os.path.realpath(folder))
    for each in (place, *place.parents):
        # by what lies there: comparing names would miss another spelling on a disk that ignores case
        with os_errors():
            keys = any((each / name).exists() for name in (KEYS, PREVIOUS_KEYS))
            ours = keys and (each / DATABASE).exists()
        if ours:
            raise BadInput(what="folder", reason="journal")


def user_places() -> Places:
    """The system's own folders for this program (XDG on Linux, Application Support, AppData)."""
    import platformdirs  # noqa: PLC0415 - not where a folder is given

    name = "congruence"
    return Places(
        data=platformdirs.user_data_path(name, appauthor=False),
        config=platformdirs.user_config_path(name, appauthor=False),
        state=platformdirs.user_state_path(name, appauthor=False),
    )


def places_in(folder: Path) -> Places:
    """The same folders below ``folder``: for tests, for ``make run`` and for a portable installation."""
    return Places(data=folder / "data", config=folder / "config", state=folder / "state")
