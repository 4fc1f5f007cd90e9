"""Between the editor and the frame: likely names while one writes, told at the window's foot."""

from __future__ import annotations

from PySide6.QtCore import QObject

from journal.ids import new_id
from journal.open_journal import OpenJournal
from ui.editor.editor_page import EditorPage
from ui.editor.likely_names import LikelyNames
from ui.editor.use_code import UseCode
from ui.session import Session
from ui.text import counted


class NameLinks(QObject):
    """Does nothing until the setting is on."""

    def __init__(self, session: Session, journal: OpenJournal, editor: EditorPage, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.likely = LikelyNames(
            session.look, journal, session.vault, editor.body, self, scan=session.scan, title=editor.title
        )
        self.use_code = UseCode(
            session.look,
            journal,
            session.vault,
            editor.body,
            self.likely,
            new_id=new_id,
            title=editor.title,
            parent=self,
        )
        editor.entry_shown.connect(self.likely.begin)
        self.likely.counted.connect(self._show_count)
        self.use_code.said.connect(session.say)
        self.use_code.register_changed.connect(self.likely.refresh)
        session.window.action("use_code").triggered.connect(self.use_code.ask)
        session.window.foot.names.clicked.connect(self.use_code.ask)

    def refresh(self) -> None:
        """The register may have changed on another page."""
        self.likely.refresh()

    def empty(self) -> None:
        """Drop all text and names: part of locking."""
        self.likely.empty()

    def _show_count(self, count: int) -> None:
        if not count:
            self._session.window.say_names("")
            return
        words = counted(count, self.tr("1 likely name"), self.tr("%n likely names"))
        shown = self.tr("%1: Review").replace("%1", words)
        self._session.window.say_names(shown, self.tr("%1. Go to the next").replace("%1", words))
