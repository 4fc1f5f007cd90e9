"""Every control of every page and dialog has a name, is reached by Tab, and every menu action has words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journal.model import Tag
from journal.practice.measures import load_measures
from journal.practice.models import load_models
from journal.practice.prompts import load_library
from journal.practice.supervision import load_supervision
from journal.practice_model import (
    Account,
    AgendaItem,
    Arrangement,
    CpdActivity,
    EarlySigns,
    LaterNote,
    OwnEvent,
    Session,
    SignCondition,
    Signpost,
    Thread,
)
from tests.gui.fakes import DAY, LEAVING, FakeJournal
from tests.gui.practice_fakes import PracticeJournal
from tests.gui.sessions import Window, made_journal
from ui.actions import TABLE
from ui.crash_dialog import CrashDialog
from ui.export.export_dialog import ExportDialog
from ui.help import HelpDialog
from ui.jobs import Lane
from ui.learning.account_dialog import AccountDialog
from ui.learning.activity_dialog import ActivityDialog
from ui.learning.passage_dialog import PassageDialog
from ui.looking_back.note_dialogs import NoteDialog, ThreadsDialog
from ui.looking_back.thread_dialog import ThreadDialog
from ui.models.picker import ModelPicker
from ui.models.template_dialog import TemplateDialog
from ui.practising import PLACES
from ui.prompts.prompts_page import PromptsPage
from ui.settings.keys_section import ChangeDialog, WordsDialog
from ui.supervision.arrangement_dialog import ArrangementDialog, ExpectationDialog
from ui.supervision.matter_dialog import HeardDialog, MatterDialog
from ui.supervision.pause_dialog import PauseDialog
from ui.supervision.session_dialog import SessionDialog
from ui.supervision.summary_dialog import SummaryDialog
from ui.theme import Look
from ui.timeline.dates import DaysDialog
from ui.timeline.tag_dialog import TagDialog
from ui.today.closing import ClosingDialog
from ui.unlock.first_run import FirstRun
from ui.unlock.recover_page import RecoverPage
from ui.unlock.unlock_page import UnlockPage
from ui.wellbeing.check_in_dialog import CheckInDialog
from ui.wellbeing.events_dialog import EventsDialog
from ui.wellbeing.gate_dialog import GateDialog
from ui.wellbeing.help_card import SignpostDialog
from ui.wellbeing.plan_dialog import PlanDialog
from ui.widgets.cover import Cover
from ui.widgets.fade import Fade
from ui.widgets.folder_dialog import FolderDialog
from ui.widgets.outgoing import Format, Outgoing
from ui.widgets.save_dialog import SaveDialog
from ui.widgets.strength import Estimator

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
)


def is_part_of_another(widget: QWidget) -> bool:
    """Whether Qt made it as a part of a control: a spin box's field, a combo box's list, a date field's calendar."""
    if isinstance(widget, QScrollBar) or widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractSpinBox | QComboBox | QCalendarWidget | QLineEdit | QAbstractItemView):
            return True
        parent = parent.parentWidget()
    return False


def nameless(root: QWidget) -> list[str]:
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or is_part_of_another(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def test_the_walker_finds_a_control_without_a_name(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    QLineEdit(root)
    assert len(nameless(root)) == 1


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    made_journal(tmp_path)
    made = Window(qtbot, qapp, tmp_path)
    made.unlock()
    made.write("Silence", "Write to anna@example.org.")
    made.pages.editor.ask_post()
    qtbot.waitUntil(lambda: made.pages.review._review is not None, timeout=30_000)
    made.settle()
    yield made
    made.end()


def test_every_control_of_an_open_journal_has_a_name(window: Window) -> None:
    for place in ("journal", "drafts", "prompts", "settings", "review", *PLACES):
        window.pages.show(place)
        window.settle()
    assert nameless(window.session.window) == []


def test_tab_goes_round_every_page_without_a_trap(window: Window) -> None:
    journal = window.session.journal
    assert journal is not None
    learning = journal.learning

    def fill() -> None:
        for title in ("A day on endings", "Supervision of supervision"):
            learning.save_activity(CpdActivity(None, DAY, title, 360))
            learning.save_account(Account(None, "nmc-account", title, DAY))

    window.session.vault.run(fill, owner=window.session)
    window.settle()
    for place in ("journal", "prompts", "settings", "review", *PLACES):
        window.pages.show(place)
        window.settle()
        window.session.window.activateWindow()
        window.session.window.rail.by_id["journal"].setFocus()
        seen: list[QWidget] = []
        again = 0
        for _ in range(200):
            focus = QApplication.focusWidget()
            # a date field goes through day, month and year before it lets go
            again = again + 1 if seen and focus is seen[-1] else 0
            if focus is None or again > 4 or (again == 0 and focus in seen):
                break
            if again == 0:
                seen.append(focus)
            QTest.keyClick(focus, Qt.Key.Key_Tab)
        assert again <= 4, f"{place}: Tab stays in {type(seen[-1]).__name__}"
        assert len(seen) > 6, place
        assert QApplication.focusWidget() in seen[:2], f"{place}: Tab does not come back to where it began"


@pytest.mark.parametrize(
    "make",
    [
        lambda look, _lane, _estimator, _parent: UnlockPage(look),
        lambda look, _lane, estimator, _parent: FirstRun(look, folder=Path("/somewhere"), estimator=estimator),
        lambda look, _lane, estimator, _parent: RecoverPage(
            look, suggest=lambda _: [], unknown=lambda _: [], fault=str, estimator=estimator
        ),
        lambda look, _lane, _estimator, parent: FolderDialog(look, "Folder", Path("/"), parent),
        lambda look, _lane, _estimator, parent: ExportDialog(look, Path("/"), LEAVING, parent=parent),
        lambda _look, _lane, _estimator, parent: CrashDialog("lines", parent),
        lambda look, _lane, _estimator, parent: Cover(look, parent),
        lambda look, lane, estimator, parent: ChangeDialog(look, FakeJournal(), lane, estimator, parent),
        lambda look, lane, _estimator, parent: WordsDialog(look, FakeJournal(), lane, parent),
        lambda _look, _lane, _estimator, parent: HelpDialog("shortcuts", parent),
        lambda _look, _lane, _estimator, parent: HelpDialog("protected", parent),
        lambda look, _lane, _estimator, parent: PromptsPage(look, load_library(), parent),
        lambda _look, _lane, _estimator, parent: TagDialog([Tag("endings", 2)], (), parent),
        lambda _look, _lane, _estimator, parent: DaysDialog(DAY, DAY, parent),
        lambda look, _lane, _estimator, parent: Fade(look, parent, 30),
        lambda look, _lane, _estimator, parent: ClosingDialog(look, DAY, parent),
        lambda look, _lane, _estimator, parent: SessionDialog(look, load_supervision(), Session(), DAY, parent),
        lambda look, _lane, _estimator, parent: MatterDialog(
            look, AgendaItem(), [(UUID(int=1), "K")], "", DAY, parent=parent
        ),
        lambda look, _lane, _estimator, parent: HeardDialog(look, AgendaItem(), DAY, parent=parent),
        lambda look, _lane, _estimator, parent: PauseDialog(look, load_supervision().pause, parent),
        lambda look, _lane, _estimator, parent: ArrangementDialog(
            look, load_supervision(), Arrangement(), load_supervision().expectations, (), parent=parent
        ),
        lambda look, _lane, _estimator, parent: ExpectationDialog(look, load_supervision().expectations[0], parent),
        lambda look, _lane, _estimator, parent: SummaryDialog(look, load_supervision(), DAY, parent),
        lambda look, _lane, _estimator, parent: CheckInDialog(
            look, load_measures().measure("weekly-check-in"), DAY, "client", parent
        ),
        lambda look, _lane, _estimator, parent: CheckInDialog(
            look, load_measures().measure("cbi"), DAY, "client", parent
        ),
        lambda look, _lane, _estimator, parent: GateDialog(
            look, load_measures().measure("cbi"), load_measures(), parent
        ),
        lambda look, _lane, _estimator, parent: PlanDialog(
            look,
            load_measures().measure("weekly-check-in"),
            EarlySigns(conditions=(SignCondition("wci-energy", "low", 2),)),
            parent,
        ),
        lambda look, _lane, _estimator, parent: EventsDialog(look, [OwnEvent(None, DAY, "Moved house")], DAY, parent),
        lambda look, _lane, _estimator, parent: SignpostDialog(look, Signpost("", "UK", "", ""), parent),
        lambda look, _lane, _estimator, parent: ThreadDialog(look, Thread(None, "Endings"), (), parent),
        lambda look, _lane, _estimator, parent: ThreadsDialog(look, UUID(int=1), [Thread(None, "Endings")], parent),
        lambda look, _lane, _estimator, parent: NoteDialog(look, LaterNote(None, UUID(int=1), DAY, ""), parent),
        lambda look, _lane, _estimator, parent: ActivityDialog(look, CpdActivity(None, DAY, "", 60), parent),
        lambda look, _lane, _estimator, parent: AccountDialog(
            look, Account(None, "nmc-account", "", DAY), load_models(), parent
        ),
        lambda look, lane, _estimator, _parent: PassageDialog(look, PracticeJournal().practised(), lane, "x"),
        lambda look, lane, _estimator, _parent: ModelPicker(
            look, PracticeJournal(), lane, kinds=load_library().kinds, kind="free"
        ),
        lambda look, _lane, _estimator, parent: TemplateDialog(look, load_models()[0], load_library().kinds, parent),
        lambda look, _lane, _estimator, parent: SaveDialog(
            look, Outgoing("Save", "chart", (Format("csv", "Table", bytes),)), Path("/"), parent
        ),
    ],
)
def test_every_control_of_a_page_or_dialog_has_a_name(
    qtbot: QtBot, look: Look, lane: Lane, estimator: Estimator, make: Callable[..., QWidget]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = make(look, lane, estimator, parent)
    qtbot.addWidget(made)
    assert nameless(made) == []


def test_every_action_has_words_and_no_shortcut_twice() -> None:
    rows = [row for row in TABLE if row.id]
    assert all(str(row.words) for row in rows)
    keys = [str(key) for row in rows for key in row.keys]
    assert len(keys) == len(set(keys))
    assert len({row.id for row in rows}) == len(rows)
