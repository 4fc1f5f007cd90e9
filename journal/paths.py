"""Where things lie on this computer. Nothing here is secret, and nothing here names a person."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

#: Files of a journal folder (``docs/security.md`` says what is in each and who may read it without a key).
DATABASE = "journal.db"
KEYS = "keys.json"
PREVIOUS_KEYS = "keys.previous.json"
SEEN = "seen.json"
BACKUP_SUFFIX = ".congruence-backup"


@dataclass(frozen=True, slots=True)
class Places:
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
    """Whether ``folder`` holds a journal, or one whose restore only has to be finished; opens nothing."""
    return (folder / DATABASE).exists() or (folder.with_name(f"{folder.name}.restored") / DATABASE).exists()


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
