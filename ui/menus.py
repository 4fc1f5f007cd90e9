"""The titles of the menus: all of them that the first page shows. What is in them stands in ``actions.py``."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "actions"

MENUS: Mapping[str, object] = {
    "file": QT_TRANSLATE_NOOP("actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("actions", "&Edit"),
    "format": QT_TRANSLATE_NOOP("actions", "F&ormat"),
    "view": QT_TRANSLATE_NOOP("actions", "&View"),
    "help": QT_TRANSLATE_NOOP("actions", "&Help"),
}


def menu_words(menu: str) -> str:
    """The title of a menu."""
    return QCoreApplication.translate(_CONTEXT, str(MENUS[menu]))
