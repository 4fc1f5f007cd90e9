"""Whom an entry is about: shown by code, never by name; linked, changed and taken away."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from journal.ids import new_id
from journal.model import KnownName, NameKind, PersonLink
from tests.gui.fakes import DAY, FakeJournal
from ui.editor.editor_page import EditorPage
from ui.editor.people import LinkDialog, code_words
from ui.jobs import Lane
from ui.theme import Look

Settle = Callable[[], None]
REBECCA = KnownName(new_id(), "Rebecca Marsh", ("Becky",), "client", "R")
TOMASZ = KnownName(new_id(), "Tomasz Okafor", role="supervisee")
CLINIC = KnownName(new_id(), "Ramsbottom clinic", code="C", kind=NameKind.PLACE)


@pytest.fixture
def page(qtbot: QtBot, look: Look, journal: FakeJournal, lane: Lane) -> EditorPage:
    journal.known = {name.id: name for name in (REBECCA, TOMASZ, CLINIC)}
    made = EditorPage(look, journal, lane, journal.library, scan=lane, today=lambda: DAY)
    qtbot.addWidget(made)
    made.show()
    return made


def buttons(page: EditorPage) -> list[str]:
    return [made.text() for made in page.people.findChildren(QToolButton) if not made.isHidden()]


def dialog() -> LinkDialog:
    (found,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, LinkDialog) and one.isVisible()]
    return found


def press(inside: QWidget, words: str) -> None:
    next(made for made in inside.findChildren(QPushButton) if made.text() == words).click()


def choose(page: EditorPage, settle: Settle, name: KnownName, session: int) -> None:
    page.people.ask()
    settle()
    shown = dialog()
    who = shown.findChildren(QComboBox)[0]
    who.setCurrentIndex(who.findData(name.id))
    shown.findChildren(QSpinBox)[0].setValue(session)
    press(shown, "Link")


@pytest.mark.parametrize(("name", "words"), [(REBECCA, "Client R"), (TOMASZ, "Supervisee T.O."), (CLINIC, "C")])
def test_a_person_is_shown_by_code(name: KnownName, words: str) -> None:
    assert code_words(name) == words


def test_an_entry_shows_its_links_and_no_name(page: EditorPage, journal: FakeJournal, settle: Settle) -> None:
    links = (PersonLink(REBECCA.id, 4), PersonLink(TOMASZ.id))
    page.open_entry(journal.add(people=links))
    settle()
    settle()
    assert buttons(page) == ["Client R · session 4", "Supervisee T.O.", ""]
    shown = " ".join(
        words for made in page.people.findChildren(QToolButton) for words in (made.toolTip(), made.accessibleName())
    )
    assert not any(word in shown for word in ("Rebecca", "Marsh", "Tomasz", "Okafor"))
    assert page.draft().people == links


def test_changing_a_link_begins_with_the_person_it_is_about(
    page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    # ids as a journal gives them: equal, and each time another object
    again = UUID(bytes=TOMASZ.id.bytes)
    page.open_entry(journal.add(people=(PersonLink(REBECCA.id), PersonLink(again, 3))))
    settle()
    page.people.ask(1)
    settle()
    press(dialog(), "Change")
    assert page.draft().people == (PersonLink(REBECCA.id), PersonLink(TOMASZ.id, 3))


def test_a_link_is_made_saved_changed_and_removed(
    qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    entry = journal.add()
    page.open_entry(entry)
    settle()
    assert buttons(page) == ["About whom?"]
    choose(page, settle, REBECCA, 4)
    assert buttons(page) == ["Client R · session 4", ""]
    page.flush(lambda _: None)
    settle()
    assert journal.entries[entry].people == (PersonLink(REBECCA.id, 4),)
    page.people.ask(0)
    settle()
    dialog().findChildren(QSpinBox)[0].setValue(0)
    press(dialog(), "Change")
    assert list(page.people.links) == [PersonLink(REBECCA.id, None)]
    page.people.ask(0)
    settle()
    press(dialog(), "Remove")
    assert list(page.people.links) == []
    page.flush(lambda _: None)
    settle()
    assert journal.entries[entry].people == ()


def test_a_person_is_linked_once_and_places_are_not_offered(page: EditorPage, settle: Settle) -> None:
    page.new_entry("relationship")
    settle()
    choose(page, settle, REBECCA, 4)
    choose(page, settle, REBECCA, 5)
    assert page.people.links == (PersonLink(REBECCA.id, 5),)
    page.people.ask()
    settle()
    who = dialog().findChildren(QComboBox)[0]
    assert [who.itemText(at) for at in range(who.count())] == ["Client R", "Supervisee T.O."]
    dialog().reject()


def test_a_link_to_somebody_no_longer_in_the_register_is_kept(
    page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    link = PersonLink(new_id(), 2)
    page.open_entry(journal.add(people=(link,)))
    settle()
    settle()
    assert buttons(page)[0].startswith("someone no longer in the register")
    assert page.draft().people == (link,)


def test_an_empty_register_says_so_and_leads_there(
    qtbot: QtBot, page: EditorPage, journal: FakeJournal, settle: Settle
) -> None:
    journal.known.clear()
    page.new_entry()
    settle()
    page.people.ask()
    settle()
    with qtbot.waitSignal(page.register_asked):
        press(dialog(), "The register…")


def test_locking_forgets_the_names(page: EditorPage, journal: FakeJournal, settle: Settle) -> None:
    page.open_entry(journal.add(people=(PersonLink(REBECCA.id, 4),)))
    settle()
    settle()
    page.empty()
    assert buttons(page) == ["About whom?"]


def test_nobody_is_linked_to_an_entry_in_the_trash(page: EditorPage, journal: FakeJournal, settle: Settle) -> None:
    page.set_enabled(False)
    page.people.ask()
    settle()
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, LinkDialog) and one.isVisible()]


def test_the_keyboard_stays_with_whom_it_is_about(page: EditorPage, qtbot: QtBot, settle: Settle) -> None:
    """It went on to the tags, all of them selected: the next letter took their place."""
    page.activateWindow()
    qtbot.waitActive(page)
    page.new_entry("free")
    settle()
    (asks,) = page.people.findChildren(QToolButton)
    asks.setFocus()
    asks.click()
    settle()
    dialog().reject()
    focus = page.focusWidget()
    assert isinstance(focus, QToolButton)
    assert focus.text() == "About whom?"
    choose(page, settle, REBECCA, 3)
    focus = page.focusWidget()
    assert isinstance(focus, QToolButton)
    assert focus.text() == "Client R · session 3"
