"""Likely names in the entry while it is written: looked for beside everything else, underlined quietly, off at first.

Only paragraphs that changed are looked at, on the scan lane, a moment after the last key. An answer is about the words
that were asked: where the entry, the register or the paragraph is another by now, it is dropped.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from ui.editor.name_marks import NameMark, marks_over, paragraphs
from ui.editor.store import EntryStore
from ui.editor.title_edit import TitleEdit, TitleMark
from ui.editor.writing_edit import WritingEdit
from ui.jobs import Lane
from ui.theme import Look

if TYPE_CHECKING:
    from journal.anonymise.mentions import Mention

#: After the last key: as the review waits before it looks through what was typed.
PAUSE_MS = 700
#: Characters looked at in one go, so that a long entry does not hold up what else waits on the lane.
_AT_ONCE = 6_000


def _look_for(texts: Sequence[str], knowledge: Any) -> Mapping[str, Sequence[Mention]]:
    # on the scan lane, and only where it is wanted: the detectors take longer to import than a start should
    from journal.anonymise.mentions import likely_names  # noqa: PLC0415

    return likely_names(texts, knowledge)


class LikelyNames(QObject):
    """``counted`` carries how many likely names are underlined now."""

    counted = Signal(object)

    def __init__(
        self,
        look: Look,
        store: EntryStore,
        vault: Lane,
        edit: WritingEdit,
        parent: QObject | None = None,
        *,
        scan: Lane,
        title: TitleEdit | None = None,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        super().__init__(parent)
        self._look, self._store, self._vault, self._scan, self._edit = look, store, vault, scan, edit
        self._title = title
        # nothing is asked yet: the page may be made while the journal is still locked
        self._on = look.settings.name_hints
        self._knowledge: Any = None
        #: what is known of each paragraph of the present entry; counts up with each entry and each change of what is
        #: known, so that an answer for the one before is told from one for this
        self._found: dict[str, Sequence[Mention]] = {}
        self._revision = 0
        self._marks: list[NameMark] = []
        self._title_marks: list[TitleMark] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self.look)
        edit.textChanged.connect(self._text_changed)
        if title is not None:
            title.textChanged.connect(self._text_changed)
        look.changed.connect(self._switched)

    @property
    def marks(self) -> list[NameMark]:
        """The likely names of the text whose words still stand, in their order."""
        return [mark for mark in self._marks if mark.stands]

    @property
    def title_marks(self) -> list[TitleMark]:
        """Those of the title."""
        return [mark for mark in self._title_marks if mark.stands]

    def begin(self, _entry_id: object = None) -> None:
        """Another entry is on the page."""
        self._forget()
        self.refresh()

    def refresh(self) -> None:
        """The register may have changed."""
        if self._on:
            self._vault.run(self._store.knowledge, owner=self, topic="knowledge", done=self._known)

    def empty(self) -> None:
        """Drop all text and names: part of locking."""
        self._forget()
        self._knowledge = None

    def look(self) -> None:
        """Look now at the paragraphs that are new or changed."""
        self._pause.stop()
        if not self._on or self._knowledge is None:
            return
        # the title is a paragraph like any other, and the first
        now = [*([self._title.text()] if self._title is not None else []), *paragraphs(self._edit.document())]
        self._found = {text: self._found[text] for text in now if text in self._found}
        wanted: list[str] = []
        length = 0
        for text in now:
            if text.strip() and text not in self._found:
                wanted.append(text)
                length += len(text)
                if length > _AT_ONCE:
                    break
        if not wanted:
            self._show()
            return
        revision, knowledge = self._revision, self._knowledge
        self._scan.run(
            lambda: _look_for(wanted, knowledge),
            owner=self,
            topic="likely names",
            done=lambda found: self._learn(revision, found),
        )

    # inside
    def _learn(self, revision: int, found: Mapping[str, Sequence[Mention]]) -> None:
        if revision != self._revision or not self._on:
            return
        self._found |= found
        self._show()
        # the rest of a long entry, and what changed meanwhile once typing pauses
        if not self._pause.isActive():
            self.look()

    def _show(self) -> None:
        marks = marks_over(self._edit.document(), self._found)
        if [(mark.start, mark.mention) for mark in marks] != [(mark.start, mark.mention) for mark in self._marks]:
            self._marks = marks
            self._edit.show_names(marks)
        if self._title is not None:
            title_marks = self._title.marks_of(self._found.get(self._title.text(), ()))
            if title_marks != self._title_marks:
                self._title_marks = title_marks
                self._title.show_names(title_marks)
        self.counted.emit(len(marks) + len(self._title_marks))

    def _text_changed(self) -> None:
        if self._on and not self._edit.restyling:
            self._pause.start()

    def _switched(self) -> None:
        on = self._look.settings.name_hints
        if on is not self._on:
            self._on = on
            self.begin()

    def _known(self, knowledge: Any) -> None:
        if not self._on:
            return
        if knowledge != self._knowledge:
            self._knowledge, self._found = knowledge, {}
            self._revision += 1
        self.look()

    def _forget(self) -> None:
        self._pause.stop()
        self._revision += 1
        self._found, self._marks, self._title_marks = {}, [], []
        self._edit.show_names(())
        if self._title is not None:
            self._title.show_names(())
        self.counted.emit(0)
