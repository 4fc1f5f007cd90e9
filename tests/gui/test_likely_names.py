"""Likely names while writing: nothing unless switched on, never a stale answer, the right characters, one undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from journal.anonymise.knowledge import Knowledge
from journal.anonymise.mentions import Mention
from journal.model import KnownName
from journal.settings import Settings, save_settings
from tests.gui.fakes import FakeJournal
from tests.gui.sessions import Window, field, made_journal, press
from tests.journals import places
from tests.unit.anonymise.builders import knowledge_of, known
from ui.editor.likely_names import LikelyNames
from ui.editor.name_marks import lines_below
from ui.editor.title_edit import TitleEdit
from ui.editor.use_code import UseCode, suggested_code
from ui.editor.writing_edit import WritingEdit
from ui.jobs import Lane
from ui.theme import Look
from ui.widgets.register_dialog import RegisterDialog

Settle = Callable[[], None]
TEXT = "I saw Rebecca today.\n\nRebecca rang Tomasz, and Rebecca was late."
REBECCA = known("Rebecca", code="Magpie")


class Journal(FakeJournal):
    """Knows what the program ships, and its register."""

    def knowledge(self) -> Knowledge:
        self.asked.append("knowledge")
        return knowledge_of(*self.known.values())


class Writing:
    """A field with its likely names and what is done about them."""

    def __init__(self, look: Look, lane: Lane, *names: KnownName) -> None:
        self.journal = Journal()
        for name in names:
            self.journal.known[name.id] = name
        self.edit = WritingEdit(look)
        self.edit.resize(900, 500)
        self.title = TitleEdit(look)
        self.likely = LikelyNames(
            look, self.journal, lane, self.edit, self.edit, scan=lane, title=self.title, pause_ms=10
        )
        numbers = iter(range(1, 100))
        self.use = UseCode(
            look,
            self.journal,
            lane,
            self.edit,
            self.likely,
            new_id=lambda: known(str(next(numbers))).id,
            title=self.title,
            parent=self.edit,
        )
        self.counts: list[int] = []
        self.likely.counted.connect(self.counts.append)

    def show(self, text: str) -> None:
        self.edit.set_text(text)
        self.likely.begin()

    @property
    def names(self) -> list[str]:
        return [mark.cursor.selectedText() for mark in self.likely.marks]


@pytest.fixture
def on(look: Look) -> Look:
    look.apply(look.settings._replace(name_hints=True))
    return look


def made(qtbot: QtBot, look: Look, lane: Lane, *names: KnownName) -> Writing:
    writing = Writing(look, lane, *names)
    for part in (writing.title, writing.edit):
        qtbot.addWidget(part)
        part.show()
    return writing


def test_off_nothing_is_asked_or_marked(qtbot: QtBot, look: Look, lane: Lane, settle: Settle) -> None:
    assert not Settings().name_hints
    writing = made(qtbot, look, lane)
    writing.show(TEXT)
    QTest.keyClicks(writing.edit, "Rebecca ")
    qtbot.wait(30)
    settle()
    assert writing.names == []
    assert writing.journal.asked == []
    said: list[str] = []
    writing.use.said.connect(said.append)
    writing.use.ask()
    assert len(said) == 1, "the key says where it is switched on"


def test_names_are_marked_when_it_is_switched_on_and_go_when_it_is_off(
    qtbot: QtBot, look: Look, lane: Lane, settle: Settle
) -> None:
    writing = made(qtbot, look, lane)
    writing.show(TEXT)
    look.apply(look.settings._replace(name_hints=True))
    settle()
    qtbot.waitUntil(lambda: writing.names == ["Rebecca", "Rebecca", "Tomasz", "Rebecca"])
    assert writing.counts[-1] == 4
    look.apply(look.settings._replace(name_hints=False))
    assert writing.names == []
    assert writing.counts[-1] == 0


def test_marks_follow_typing_and_only_what_changed_is_looked_at(
    qtbot: QtBot, on: Look, lane: Lane, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    from ui.editor import likely_names  # noqa: PLC0415 - the module, to watch what it sends to the lane

    look_for = likely_names._look_for

    def watched(texts: Sequence[str], knowledge: Knowledge) -> Mapping[str, Sequence[Mention]]:
        asked.append(list(texts))
        return look_for(texts, knowledge)

    monkeypatch.setattr(likely_names, "_look_for", watched)
    writing = made(qtbot, on, lane)
    writing.show(TEXT)
    qtbot.waitUntil(lambda: len(writing.names) == 4)
    writing.edit.set_caret(0)
    QTest.keyClicks(writing.edit, "Then ")
    assert writing.names == ["Rebecca", "Rebecca", "Tomasz", "Rebecca"], "they move with the words"
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert asked[1] == ["Then I saw Rebecca today."]
    writing.edit.moveCursor(writing.edit.textCursor().MoveOperation.End)
    before = writing.edit.document().availableUndoSteps()
    qtbot.wait(60)
    assert writing.edit.document().availableUndoSteps() == before


def test_an_answer_for_another_entry_or_other_words_is_dropped(qtbot: QtBot, on: Look, lane: Lane) -> None:
    writing = made(qtbot, on, lane)
    writing.show("I saw Rebecca today.")
    qtbot.waitUntil(lambda: writing.names == ["Rebecca"])
    former, revision = dict(writing.likely._found), writing.likely._revision
    writing.show("I saw nobody today.")
    writing.likely._learn(revision, former)
    qtbot.wait(50)
    assert writing.names == []
    # of the same entry, but the paragraph reads otherwise by now
    writing.likely._learn(writing.likely._revision, former)
    assert writing.names == []
    writing.likely.empty()
    assert not writing.likely._found
    assert writing.likely._knowledge is None


@pytest.mark.parametrize(
    "text",
    [
        "😀😀 I saw Rebecca today. 😀",
        "שלום עולם 😀. I saw Rebecca today. שלום",
        "مرحبا I saw Rebecca today.",
    ],
)
def test_the_right_characters_are_underlined(qtbot: QtBot, on: Look, lane: Lane, text: str) -> None:
    writing = made(qtbot, on, lane)
    writing.show(text)
    qtbot.waitUntil(lambda: writing.names == ["Rebecca"])
    (mark,) = writing.likely.marks
    # where Qt itself paints a selection of these words
    edit = writing.edit
    for place, edge in ((mark.start, "first"), (mark.end, "last")):
        cursor = edit.textCursor()
        cursor.setPosition(place)
        assert edit.document().characterAt(place - (edge == "last")) in ("R", "a")
    lines = list(lines_below(mark))
    assert len(lines) == 1
    whole = edit.fontMetrics().horizontalAdvance("Rebecca")
    assert 0.6 * whole < lines[0].length() < 1.4 * whole
    middle = QPoint(round(lines[0].center().x()), round(lines[0].y1()) - edit.verticalScrollBar().value() - 6)
    under = edit.cursorForPosition(middle).position()
    assert mark.start < under < mark.end


def test_a_code_of_the_register_replaces_all_in_one_step_of_undo(qtbot: QtBot, on: Look, lane: Lane) -> None:
    writing = made(qtbot, on, lane, REBECCA)
    writing.show("😀 " + TEXT)
    qtbot.waitUntil(lambda: len(writing.names) == 4)
    writing.use.use(writing.likely.marks[0], everywhere=True)
    assert writing.edit.text() == "😀 I saw Magpie today.\n\nMagpie rang Tomasz, and Magpie was late."
    qtbot.waitUntil(lambda: writing.names == ["Tomasz"])
    writing.edit.undo()
    assert writing.edit.text() == "😀 " + TEXT
    qtbot.waitUntil(lambda: len(writing.names) == 4)
    writing.use.use(writing.likely.marks[0], everywhere=False)
    assert writing.edit.text().count("Magpie") == 1


def test_the_menu_of_a_name_offers_its_code(qtbot: QtBot, on: Look, lane: Lane) -> None:
    writing = made(qtbot, on, lane, REBECCA)
    writing.show(TEXT)
    qtbot.waitUntil(lambda: len(writing.names) == 4)
    edit = writing.edit
    for caret, offered in ((8, True), (1, False)):
        edit.set_caret(caret)
        place = edit.cursorRect().center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, edit.mapToGlobal(place))
        edit.contextMenuEvent(event)
        menu = next(menu for menu in edit.findChildren(QMenu) if menu.isVisible())
        subs = [action.menu() for action in menu.actions() if action.text() == "Use a co&de instead"]
        assert bool(subs) is offered
        if offered:
            sub = subs[0]
            assert isinstance(sub, QMenu)
            assert [action.text() for action in sub.actions()] == [
                "Use “Magpie” &here",
                "Use “Magpie” in &all the text",
            ]
        menu.close()
        qtbot.wait(1)


def test_names_in_the_title_are_marked_counted_and_replaced_too(qtbot: QtBot, on: Look, lane: Lane) -> None:
    writing = made(qtbot, on, lane, REBECCA)
    writing.title.resize(420, 40)
    writing.title.setText("😀 Rebecca and I")
    writing.show(TEXT)
    qtbot.waitUntil(lambda: writing.counts[-1] == 5)
    [mark] = writing.likely.title_marks
    assert (mark.start, mark.end) == (3, 10), "in UTF-16 units"
    [line] = writing.title.lines_below()
    width = writing.title.fontMetrics().horizontalAdvance("Rebecca")
    assert 0.9 * width < line.length() < 1.1 * width
    middle = QPoint(round(line.center().x()), writing.title.height() // 2)
    assert 3 < writing.title.cursorPositionAt(middle) < 10
    assert 0 < line.y1() < writing.title.height()
    edited: list[str] = []
    writing.title.textEdited.connect(edited.append)
    writing.use.use(mark, everywhere=True)
    assert writing.title.text() == "😀 Magpie and I"
    assert edited == ["😀 Magpie and I"], "so that it is saved"
    assert "Rebecca" not in writing.edit.text()
    qtbot.waitUntil(lambda: writing.likely.title_marks == [])
    writing.title.undo()
    assert writing.title.text() == "😀 Rebecca and I"
    qtbot.waitUntil(lambda: len(writing.likely.title_marks) == 1)
    writing.use.use(writing.likely.title_marks[0], everywhere=False)
    assert writing.title.text() == "😀 Magpie and I"
    assert writing.edit.text().count("Magpie") == 3


def test_a_long_title_that_scrolls_keeps_its_line_below_the_name(qtbot: QtBot, on: Look, lane: Lane) -> None:
    writing = made(qtbot, on, lane)
    writing.title.resize(200, 40)
    writing.title.setText("What I heard on a long and quiet afternoon from Rebecca")
    writing.show("Nothing.")
    qtbot.waitUntil(lambda: writing.counts[-1] == 1)
    writing.title.end(False)
    [line] = writing.title.lines_below()
    middle = QPoint(round(line.center().x()), writing.title.height() // 2)
    assert writing.title.rect().contains(middle)
    text = writing.title.text()
    assert text.index("Rebecca") < writing.title.cursorPositionAt(middle) < len(text)
    writing.title.setText("What I heard")
    assert writing.title.lines_below() == [], "nothing is drawn where the words are gone"


def test_the_keyboard_goes_from_the_title_to_the_text_and_round(
    qtbot: QtBot, qapp: QApplication, on: Look, lane: Lane
) -> None:
    writing = made(qtbot, on, lane, REBECCA)
    writing.title.setText("Rebecca")
    writing.show("I saw Rebecca today.")
    qtbot.waitUntil(lambda: writing.counts[-1] == 2)
    first, second = writing.likely.title_marks[0], writing.likely.marks[0]
    assert writing.use._next(True, 0) == first
    assert writing.use._next(True, first.end) == second
    assert writing.use._next(False, second.end) == first
    writing.use.show_choices(first)
    menu = qapp.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert writing.title.selectedText() == "Rebecca"
    assert [action.text() for action in menu.actions()][:2] == ["Use “Magpie” &here", "Use “Magpie” in &all the text"]
    menu.close()


def test_a_title_with_a_name_offers_its_code_in_the_menu(qtbot: QtBot, on: Look, lane: Lane) -> None:
    writing = made(qtbot, on, lane, REBECCA)
    writing.title.setText("Rebecca")
    writing.show("Nothing.")
    qtbot.waitUntil(lambda: writing.counts[-1] == 1)
    place = writing.title.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, writing.title.mapToGlobal(place))
    writing.title.contextMenuEvent(event)
    menu = next(menu for menu in writing.title.findChildren(QMenu) if menu.isVisible())
    assert "Use a co&de instead" in [action.text() for action in menu.actions()]
    menu.close()


def test_a_code_is_suggested_that_nobody_has() -> None:
    assert suggested_code("rebecca", ()) == "R"
    assert suggested_code("Rebecca", {"r", "R2"}) == "R3"


def test_by_keyboard_a_new_person_gets_a_code_and_a_row(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    made_journal(tmp_path)
    save_settings(places(tmp_path).settings, Settings(theme="light", name_hints=True))
    window = Window(qtbot, qapp, tmp_path)
    try:
        window.unlock()
        window.write("A visit to Rebecca", TEXT)
        foot = window.session.window.foot.names
        qtbot.waitUntil(lambda: foot.text() == "5 likely names: Review", timeout=10_000)
        assert foot.isVisible()
        body = window.pages.editor.body
        body.setFocus()
        body.set_caret(0)
        window.session.window.action("use_code").trigger()
        menu = qapp.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert body.textCursor().selectedText() == "Rebecca"
        QTest.keyClick(menu, Qt.Key.Key_A)
        window.settle()
        qtbot.waitUntil(lambda: window.session.window.findChild(RegisterDialog) is not None)
        dialog = window.session.window.findChild(RegisterDialog)
        assert isinstance(dialog, RegisterDialog)
        code = field(dialog, "Your code for them")
        assert isinstance(code, QLineEdit)
        assert code.text() == "R"
        code.setText("Magpie")
        press(dialog, "Add")
        window.settle()
        qtbot.waitUntil(lambda: "Rebecca" not in body.text())
        assert body.text() == TEXT.replace("Rebecca", "Magpie")
        assert window.pages.editor.title.text() == "A visit to Magpie"
        qtbot.waitUntil(lambda: foot.text() == "1 likely name: Review", timeout=10_000)
        assert window.session.journal is not None
        window.pages.show("drafts")
        assert not foot.isVisible()
        kept: list[KnownName] = []
        window.session.vault.run(window.session.journal.names, owner=window.pages, done=kept.extend)
        window.settle()
        assert [(name.name, name.code) for name in kept] == [("Rebecca", "Magpie")]
        window.pages.empty()
        assert window.pages.names.likely.marks == []
    finally:
        window.end()
