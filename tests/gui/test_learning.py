"""CPD, reflective accounts, reflective models: what is kept, and that an account leaves only as a post."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journal.practice.measures import WEEKLY
from journal.practice_model import Account, CpdActivity, EarlySigns, Section, Template
from tests.gui.fakes import DAY
from tests.gui.practice_fakes import PracticeJournal, days_ago
from tests.gui.seen import Settle, loaded, opened, words
from tests.gui.sessions import press
from ui.jobs import Lane
from ui.learning.account_dialog import AccountDialog
from ui.learning.activity_dialog import ActivityDialog
from ui.learning.learning_page import LearningPage
from ui.learning.passage_dialog import PassageDialog
from ui.models.picker import ModelPicker
from ui.models.template_dialog import TemplateDialog
from ui.supervision.actions_field import ActionsField
from ui.theme import Look
from ui.wellbeing.plan_dialog import PlanDialog


@pytest.fixture
def store() -> PracticeJournal:
    made = PracticeJournal().practised()
    made.learning.save_activity(CpdActivity(None, days_ago(3), "Working with silence", 360, "workshop", True))
    made.learning.save_activity(CpdActivity(None, days_ago(400), "Endings in brief work", 90, "course"))
    return made


@pytest.fixture
def page(qtbot: QtBot, look: Look, lane: Lane, store: PracticeJournal, settle: Settle) -> LearningPage:
    return loaded(qtbot, LearningPage(look, store, lane, today=lambda: DAY), settle, (1200, 800))


def test_hours_are_those_of_the_year_chosen(page: LearningPage) -> None:
    assert "6 h, of them 6 h participatory" in words(page)
    page._year.setCurrentIndex(page._year.count() - 1)
    assert "7.5 h, of them 6 h participatory" in words(page)


def test_an_activity_needs_a_few_words(page: LearningPage, store: PracticeJournal, settle: Settle) -> None:
    press(page, "Add an activity")
    dialog = opened(ActivityDialog)
    press(dialog, "Save")
    assert dialog.said.text()
    dialog.findChildren(QLineEdit)[0].setText("Reading group")
    press(dialog, "Save")
    settle()
    assert any(one.title == "Reading group" and one.day == DAY for one in store.learning.activities())


def test_the_list_goes_out_as_page_and_table_that_say_the_same(page: LearningPage, settle: Settle) -> None:
    asked: list[object] = []
    page.file_asked.connect(asked.append)
    press(page, "Save list…")
    settle()
    pdf, table = asked[0].formats  # type: ignore[attr-defined]
    assert pdf.make().startswith(b"%PDF")
    found = list(csv.reader(io.StringIO(table.make().decode("utf-8-sig"))))
    assert found[1][1] == "Working with silence"
    assert len(found) == 2


def test_an_account_is_built_in_the_headings_of_its_form(
    page: LearningPage, store: PracticeJournal, settle: Settle
) -> None:
    press(page, "New account")
    dialog = opened(AccountDialog)
    dialog.findChildren(QLineEdit)[0].setText("The goal form")
    fields = dialog.findChildren(QPlainTextEdit)
    form = next(one for one in store.learning.models if one.id == "nmc-account")
    assert [field.accessibleName() for field in fields] == [section.heading for section in form.sections]
    fields[1].setPlainText("To wait.")
    press(dialog, "Save")
    settle()
    kept = store.learning.accounts()[0]
    assert (kept.form, kept.title, kept.words) == ("nmc-account", "The goal form", (("nmc-account.2", "To wait."),))


def test_a_passage_is_copied_from_an_entry_and_the_account_becomes_a_post(
    page: LearningPage, store: PracticeJournal, settle: Settle
) -> None:
    made: list[object] = []
    page.post_made.connect(made.append)
    press(page, "New account")
    dialog = opened(AccountDialog)
    press(dialog, "Take a passage from an entry…")
    settle()
    over = opened(PassageDialog)
    press(over, "Take the selected words")
    assert over._said.text()
    assert over.focusWidget() is over._text, "there they are selected"
    entries = over.findChild(QListWidget)
    assert entries is not None
    entries.setCurrentRow(0)
    settle()
    text = over.findChild(QTextEdit)
    assert text is not None
    cursor = text.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(10, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    press(over, "Take the selected words")
    entry = next(iter(store.entries.values()))
    passage = dialog.account().passages[0]
    assert (passage.entry_id, passage.revision, passage.start, passage.end) == (entry.id, entry.revision, 0, 10)
    assert passage.text == entry.body[:10]
    press(dialog, "Save and review…")
    settle()
    assert store.learning.posted == [store.learning.accounts()[0].id]
    assert len(made) == 1


def test_choosing_a_passage_begins_at_an_entry_and_says_where_there_is_none(
    page: LearningPage, store: PracticeJournal, settle: Settle
) -> None:
    press(page, "New account")
    press(opened(AccountDialog), "Take a passage from an entry…")
    settle()
    over = opened(PassageDialog)
    assert over._text.toPlainText() == next(iter(store.entries.values())).body
    over._query.setText("nobody wrote this")
    over._ask()
    settle()
    assert over._text.toPlainText() == ""
    assert over._text.placeholderText() == "No entry has these words."
    over.reject()
    opened(AccountDialog).reject()


def test_what_is_added_to_a_form_is_where_the_keyboard_goes(
    qtbot: QtBot, look: Look, picker: ModelPicker, store: PracticeJournal
) -> None:
    press(picker, "Make one of my own…")
    dialog = opened(TemplateDialog)
    for _ in range(9):
        press(dialog, "Add a heading")
    last = dialog._lines[-1].heading
    assert dialog.focusWidget() is last
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
    dialog.reject()
    field = ActionsField(look, "Actions", (), DAY)
    qtbot.addWidget(field)
    press_shown(field, "Add an action")
    assert field.focusWidget() is field._lines[-1].what
    plan = PlanDialog(look, store.wellbeing.data.measure(WEEKLY), EarlySigns())
    qtbot.addWidget(plan)
    press_shown(plan, "Add a condition")
    assert plan.focusWidget() is plan._conditions[-1].item


def press_shown(inside: QWidget, words: str) -> None:
    inside.show()
    press(inside, words)


def test_words_are_kept_when_the_form_changes_and_comes_back(qtbot: QtBot, look: Look, store: PracticeJournal) -> None:
    account = Account(None, "nmc-account", "", DAY, (), (("nmc-account.1", "A meeting."),))
    dialog = AccountDialog(look, account, store.learning.models)
    qtbot.addWidget(dialog)
    for at in (1, 0):
        dialog._form.setCurrentIndex(at)
        dialog._form.activated.emit(at)
    assert dialog.account().words == (("nmc-account.1", "A meeting."),)


def test_locking_leaves_no_words_behind(page: LearningPage) -> None:
    page.empty()
    assert not any("silence" in said for said in words(page))


@pytest.fixture
def picker(qtbot: QtBot, look: Look, lane: Lane, store: PracticeJournal, settle: Settle) -> Iterator[ModelPicker]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    made = ModelPicker(look, store, lane, kinds=store.library.kinds, kind="relationship", parent=window)
    made.show()
    settle()
    yield made
    window.hide()


def names(picker: ModelPicker) -> list[str]:
    return [picker._list.item(at).text() for at in range(picker._list.count())]


def test_models_are_offered_by_kind_the_best_fitting_first(picker: ModelPicker, settle: Settle) -> None:
    assert names(picker)[:2] == ["Six conditions", "What? So what? Now what?"]
    picker._kind.setCurrentIndex(picker._kind.findData("dilemma"))
    settle()
    assert names(picker)[0] == "From discomfort to learning"
    assert "Structured reflection" in names(picker)


def test_a_chosen_model_says_its_source_and_begins_an_entry(picker: ModelPicker) -> None:
    chosen: list[tuple[str, str]] = []
    picker.chosen.connect(lambda kind, template: chosen.append((kind, template.id)))
    assert "Rogers" in picker._reference.text()
    press(picker, "Begin")
    assert chosen == [("relationship", "six-conditions")]
    assert not shiboken6.isValid(picker) or not picker.isVisible()


def test_a_template_of_ones_own_is_made_copied_and_removed(
    picker: ModelPicker, store: PracticeJournal, settle: Settle
) -> None:
    press(picker, "Copy and change…")
    dialog = opened(TemplateDialog)
    dialog._name.setText("My seven")
    press(dialog, "Save")
    settle()
    own = next(iter(store.learning.own.values()))
    assert (own.name, own.own, len(own.sections)) == ("My seven", True, 7)
    assert names(picker)[0] == "My seven (mine)"
    press(picker, "Remove…")
    press(opened(QMessageBox), "Remove")
    settle()
    assert store.learning.own == {}


def test_headings_without_words_are_left_out(qtbot: QtBot, look: Look, store: PracticeJournal) -> None:
    template = Template("", "Two", (Section("", "One", "a hint"), Section("", "")), ("free",), own=True)
    dialog = TemplateDialog(look, template, store.library.kinds)
    qtbot.addWidget(dialog)
    assert [one.heading for one in dialog.template().sections] == ["One"]
    assert dialog.template().kinds == ("free",)
    assert [tick.text() for tick in dialog.findChildren(QCheckBox) if tick.isChecked()] == ["Free writing"]
