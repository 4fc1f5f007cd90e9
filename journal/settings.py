"""Settings of this computer, as one frozen value. Whatever names a client is a row in the vault, never a setting."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from journal.atomic import private_folder, write_whole

THEMES = ("system", "light", "dark")
#: What one writes in: the serif or the sans that ship with the program, or the system's own font.
FONTS = ("serif", "sans", "system")


class Settings(NamedTuple):
    """One row a setting: name, type, default. Limits are in ``_RULES``. A changed one is made by ``_replace``.

    A named tuple, as all that is made before the first page: a dataclass takes 2 ms to make, ten times as long.
    """

    theme: str = "system"
    text_px: int = 18
    writing_font: str = "serif"
    line_percent: int = 160
    lock_after_min: int = 10
    lock_on_minimise: bool = False
    smart_quotes: bool = False
    #: Likely names are quietly underlined while one writes.
    name_hints: bool = False
    side_panel: bool = True
    block_capture: bool = True
    show_folder_when_locked: bool = False
    #: Empty: ``Places.default_journal``. Folders may name somebody in theory; the person chose to put it there.
    journal_folder: str = ""
    #: Empty: ``Places.default_backups``.
    backup_folder: str = ""


#: key -> a check that the value is usable. Sources of the bounds: ``docs/security.md`` (locking), design habits.
_RULES: Mapping[str, Callable[[Any], bool]] = {
    "theme": lambda value: value in THEMES,
    "writing_font": lambda value: value in FONTS,
    "text_px": lambda value: 12 <= value <= 40,
    "line_percent": lambda value: 110 <= value <= 240,
    "lock_after_min": lambda value: 1 <= value <= 60,
}

#: Keys of older versions and what they are called now.
_RENAMED: Mapping[str, str] = {}


def usable(name: str, value: object) -> bool:
    """Whether ``value`` may stand for the setting ``name``."""
    default = Settings._field_defaults[name]
    return type(value) is type(default) and _RULES.get(name, lambda _: True)(value)


def load_settings(path: Path) -> Settings:
    """The settings in ``path``; a missing file, an unknown key or an unusable value falls back to the default."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(read, dict):
        return Settings()
    renamed = {_RENAMED.get(name, name): value for name, value in read.items()}
    known = {name: value for name, value in renamed.items() if name in Settings._fields}
    return Settings(**{name: value for name, value in known.items() if usable(name, value)})


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings whole.

    Raises:
        DiskFull, ReadOnly, WriteFailed: see ``journal.atomic``.
    """
    private_folder(path.parent)
    write_whole(path, (json.dumps(settings._asdict(), indent=2, sort_keys=True) + "\n").encode())
