"""Use a code instead of a name: here or in all the text, and the person put into the register where they are new."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QMenu

from journal.model import KnownName
from ui.editor.likely_names import LikelyNames
from ui.editor.name_marks import NameMark
from ui.editor.store import EntryStore
from ui.editor.title_edit import TitleEdit, TitleMark
from ui.editor.writing_edit import WritingEdit
from ui.errors import words as error_words
from ui.jobs import Lane, Work
from ui.text import Positions
from ui.theme import Look
from ui.widgets.register_dialog import RegisterDialog

AnyMark = NameMark | TitleMark


class UseCode(QObject):
    """The choices about a likely name, from the context menu and from the keyboard. ``said`` carries a line to show."""

    said = Signal(object)
    register_changed = Signal()

    def __init__(
        self,
        look: Look,
        store: EntryStore,
        vault: Lane,
        edit: WritingEdit,
        names: LikelyNames,
        *,
        new_id: Callable[[], UUID],
        title: TitleEdit | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._store, self._vault, self._edit = look, store, vault, edit
        self._names, self._new_id, self._title = names, new_id, title
        edit.menu_asked.connect(lambda menu, place: self._add_to(menu, place, names.marks))
        if title is not None:
            title.menu_asked.connect(lambda menu, place: self._add_to(menu, place, names.title_marks))

    def ask(self) -> None:
        """Offer the choices about the likely name at the caret; where none is there, go to the next."""
        if not self._edit.isEnabled():
            return
        if not self._look.settings.name_hints:
            self.said.emit(self.tr("Likely names are not looked for. Look and writing in the settings switches it on."))
            return
        mark = self._at_caret() or self._next(*self._caret())
        if mark is None:
            self.said.emit(self.tr("No likely name is marked here."))
        else:
            self.show_choices(mark)

    def show_choices(self, mark: AnyMark) -> None:
        """Select a likely name, and what can be done about it below it."""
        below = self._select(mark)
        menu = QMenu(self._edit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, mark)
        if len(self._names.marks) + len(self._names.title_marks) > 1:
            menu.addSeparator()
            menu.addAction(self.tr("&Next likely name")).triggered.connect(lambda: self._go_on(mark))
        menu.popup(below)
        menu.setActiveAction(menu.actions()[0])

    def use(self, mark: AnyMark, *, everywhere: bool) -> None:
        """Put the code in place of one mention or all; the register is asked for one where there is none."""
        known = mark.mention.known
        if known is not None and known.code:
            self._replace(mark, known, everywhere=everywhere)
            return
        name = known.name if known is not None else mark.mention.name

        def open_dialog(names: Sequence[KnownName]) -> None:
            dialog = RegisterDialog(
                self._look,
                name,
                "PERSON",
                self._new_id,
                self._edit.window(),
                code=suggested_code(name, {one.code for one in names}),
                known=known,
                needs_code=True,
            )
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.chosen.connect(partial(self._save, mark, everywhere))
            dialog.open()

        self._vault.run(self._store.names, owner=self, topic="codes", done=open_dialog, failed=self._failed)

    # inside
    def _save(self, mark: AnyMark, everywhere: bool, name: KnownName) -> None:
        store = self._store

        def saved(kept: KnownName) -> None:
            self._replace(mark, kept, everywhere=everywhere)
            self.register_changed.emit()
            self.said.emit(self.tr("In your register. Every draft looks for it from now on."))

        self._vault.run(lambda: store.save_name(name), owner=self, done=saved, failed=self._failed, work=Work.WRITE)

    def _select(self, mark: AnyMark) -> QPoint:
        """Select a likely name and put the keyboard there; where on the screen it ends."""
        if isinstance(mark, TitleMark):
            title = mark.edit
            title.setFocus()
            title.setSelection(mark.start, mark.end - mark.start)
            return title.mapToGlobal(QPoint(title.cursorRect().center().x(), title.height()))
        cursor = self._edit.textCursor()
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()
        self._edit.setFocus()
        return self._edit.viewport().mapToGlobal(self._edit.cursorRect().bottomLeft())

    def _replace(self, mark: AnyMark, name: KnownName, *, everywhere: bool) -> None:
        """One step of undo in the text, and in the title. A mention whose words changed meanwhile is left alone."""
        if not self._edit.isEnabled():
            return
        own = isinstance(mark, TitleMark)
        here = {(mark.start, mark.end)} if mark.stands else set()
        title = self._title
        named: set[tuple[int, int]] = set()
        if title is not None:
            named = self._spans(mark, self._names.title_marks, title.text()) if everywhere else here if own else set()
        spans = self._spans(mark, self._names.marks, self._edit.text()) if everywhere else set() if own else here
        if not spans and not named:
            self.said.emit(self.tr("The words changed meanwhile; nothing was replaced."))
            return
        # from the end, so that the places before stay what they are
        for start, end in sorted(named, reverse=True):
            assert title is not None
            title.replace(start, end, name.code)
        if spans:
            cursor = self._edit.textCursor()
            cursor.beginEditBlock()
            for start, end in sorted(spans, reverse=True):
                cursor.setPosition(start)
                cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                cursor.insertText(name.code)
            cursor.endEditBlock()
            self._edit.setTextCursor(cursor)
        (title if own and title is not None else self._edit).setFocus()
        self._names.look()

    def _spans(self, mark: AnyMark, marks: Sequence[AnyMark], text: str) -> set[tuple[int, int]]:
        """All mentions of that person, and the same word wherever else it stands, in UTF-16 units."""
        mention = mark.mention
        same = {
            (one.start, one.end)
            for one in marks
            if one.mention.name == mention.name
            or (
                mention.known is not None and one.mention.known is not None and one.mention.known.id == mention.known.id
            )
        }
        places = Positions(text)
        for found in re.finditer(rf"(?<!\w){re.escape(mention.name)}(?!\w)", text):
            start, end = places.to_qt(found.start()), places.to_qt(found.end())
            if all(end <= first or last <= start for first, last in same):
                same.add((start, end))
        return same

    def _add_to(self, menu: QMenu, place: int, marks: Sequence[AnyMark]) -> None:
        mark = next((one for one in marks if one.start <= place <= one.end), None)
        if mark is not None and self._edit.isEnabled():
            first = menu.actions()[0] if menu.actions() else None
            sub = QMenu(self.tr("Use a co&de instead"), menu)
            self._fill(sub, mark)
            added = sub.menuAction()
            menu.insertAction(first, added) if first is not None else menu.addAction(added)
            if first is not None:
                menu.insertSeparator(first)

    def _fill(self, menu: QMenu, mark: AnyMark) -> None:
        known = mark.mention.known
        if known is not None and known.code:
            here = self.tr("Use “%1” &here").replace("%1", known.code)
            there = self.tr("Use “%1” in &all the text").replace("%1", known.code)
        else:
            here, there = self.tr("Use a code &here…"), self.tr("Use a code in &all the text…")
        menu.addAction(here).triggered.connect(lambda: self.use(mark, everywhere=False))
        menu.addAction(there).triggered.connect(lambda: self.use(mark, everywhere=True))

    def _caret(self) -> tuple[bool, int]:
        """Whether the keyboard is in the title, and the place of the caret there or in the text."""
        if self._title is not None and self._title.hasFocus():
            return True, self._title.cursorPosition()
        return False, self._edit.textCursor().position()

    def _at_caret(self) -> AnyMark | None:
        in_title, place = self._caret()
        marks: Sequence[AnyMark] = self._names.title_marks if in_title else self._names.marks
        return next((one for one in marks if one.start <= place <= one.end), None)

    def _next(self, in_title: bool, place: int) -> AnyMark | None:
        """The next one from a place on, going round: the title comes before the text."""
        titled, marks = self._names.title_marks, self._names.marks
        own: Sequence[AnyMark] = titled if in_title else marks
        rest: Sequence[AnyMark] = [*marks, *titled] if in_title else [*titled, *marks]
        return next((one for one in own if one.start >= place), next(iter(rest), None))

    def _go_on(self, mark: AnyMark) -> None:
        following = self._next(isinstance(mark, TitleMark), mark.end)
        if following is not None:
            self.show_choices(following)

    def _failed(self, error: Exception) -> None:
        self.said.emit(error_words(error))


def suggested_code(name: str, taken: Collection[str]) -> str:
    """The first letter of a name, with a number where the register has that code already."""
    letter = next((character.upper() for character in name if character.isalpha()), "A")
    number = 1
    while (letter if number == 1 else f"{letter}{number}").casefold() in {code.casefold() for code in taken}:
        number += 1
    return letter if number == 1 else f"{letter}{number}"
