"""Asks how much of an entry a blog draft begins from, where words are selected in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu

from ui.editor.writing_edit import WritingEdit


def ask_extent(body: WritingEdit, chosen: Callable[[tuple[int, int] | None], None]) -> None:
    """Call ``chosen`` with ``None`` where nothing is selected; else show the menu at the caret."""
    if not body.textCursor().hasSelection():
        chosen(None)
        return
    menu = extent_menu(body, chosen)
    menu.popup(body.mapToGlobal(body.cursorRect().bottomLeft()))
    menu.setActiveAction(menu.actions()[0])


def extent_menu(body: WritingEdit, chosen: Callable[[tuple[int, int] | None], None]) -> QMenu:
    """A menu that calls ``chosen`` with the selected code points, or with ``None`` for the whole entry.

    It asks rather than guesses: nobody is to find out later that half of the entry is missing.
    """
    selected = body.selection()
    menu = QMenu(body)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, extent in (
        (QCoreApplication.translate("extent", "Draft from the selected words"), selected),
        (QCoreApplication.translate("extent", "Draft from the whole entry"), None),
    ):
        menu.addAction(words).triggered.connect(lambda _=False, extent=extent: chosen(extent))
    return menu
