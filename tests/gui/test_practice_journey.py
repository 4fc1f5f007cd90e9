"""The journey of the brief in the window: an entry, a sentence of it for supervision, the answer, a post of it."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import docx
import pypdf
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from journal.ids import new_id
from journal.model import Filter, KnownName, PersonLink
from journal.practice_model import AgendaItem, Session
from tests.gui.seen import opened
from tests.gui.sessions import Window, field, press, settled
from ui.export.export_dialog import ExportDialog
from ui.jobs import Work
from ui.learning.account_dialog import AccountDialog
from ui.learning.passage_dialog import PassageDialog
from ui.models.picker import ModelPicker
from ui.supervision.matter_dialog import HeardDialog, MatterDialog
from ui.supervision.post_dialog import PostDialog
from ui.supervision.summary_dialog import SummaryDialog
from ui.timeline.saved_menu import KeepDialog
from ui.today.closing import ClosingDialog
from ui.widgets.save_dialog import SaveDialog


def words(window: Window) -> str:
    labels = window.session.window.findChildren(QLabel)
    return "\n".join(part.text() for part in labels if part.isVisible())


def test_a_sentence_goes_to_supervision_and_comes_back_and_the_entry_becomes_a_post(window: Window) -> None:
    pages = window.pages
    assert pages.practising.made("today"), "a new journal begins on Today"
    settled(window)
    press(pages.practising.today, "Write")
    settled(window)
    assert pages.editor.body.text().startswith("> ")
    window.write("What she asked for", "I hid at minute four. She heard it.")
    pages.editor.body.select(0, 21)
    window.session.window.action("bring").trigger()
    settled(window)
    matter = opened(MatterDialog)
    assert any("I hid at minute four." in part.text() for part in matter.findChildren(QLabel))
    matter._want.setText("to think aloud")
    press(matter, "Save")
    settled(window)
    assert "I hid at minute four." in words(window), "the panel beside the page shows what waits"
    window.session.window.action("supervision").trigger()
    settled(window)
    assert "From “What she asked for”. I want: to think aloud." in words(window)
    press(pages.practising.supervision, "After the session…")
    heard = opened(HeardDialog)
    heard._said.setPlainText("Let her finish.")
    press(heard, "It was heard")
    settled(window)
    assert pages.practising.supervision.facts.agenda == ()
    assert pages.practising.supervision.facts.heard[0].said == "Let her finish."
    post_of_both_is_reviewed_and_exported(window)


def test_cancelling_takes_back_a_new_flag_and_leaves_an_old_one(window: Window) -> None:
    pages, session = window.pages, window.session
    assert session.journal is not None
    journal = session.journal
    person = KnownName(new_id(), "Jonas Weir", (), "client", "K7")
    session.vault.run(lambda: journal.save_name(person), owner=session)
    settled(window)
    pages.practising.new_asked.emit("free")
    settled(window)
    window.write("", "I hid at minute four. She heard it.")
    pages.editor.people.show_links((PersonLink(person.id),))

    def flag() -> MatterDialog:
        pages.editor.body.select(0, 21)
        session.window.action("bring").trigger()
        settled(window)
        return opened(MatterDialog)

    def waiting() -> list[str]:
        found: list[list[str]] = []
        session.vault.run(
            lambda: [item.heading for item in journal.practice.agenda()], owner=session, done=found.append
        )
        settled(window)
        return found[0]

    matter = flag()
    assert matter._about.currentText() == "K7"
    assert not matter.remove.isVisible()
    matter._why.setText("It was mine")
    matter.reject()
    settled(window)
    assert "I hid at minute four." not in waiting()
    matter = flag()
    press(matter, "Save")
    settled(window)
    assert "I hid at minute four." in waiting()
    matter = flag()
    assert matter.remove.isVisible(), "the flag that lay there is opened, not a second one made"
    matter.reject()
    settled(window)
    assert waiting().count("I hid at minute four.") == 1


def test_what_waits_is_shown_beside_the_next_entry_when_one_was_trashed(window: Window) -> None:
    pages, session = window.pages, window.session
    window.write("First", "I hid at minute four. She heard it.")
    pages.editor.body.select(0, 21)
    session.window.action("bring").trigger()
    settled(window)
    press(opened(MatterDialog), "Save")
    settled(window)
    window.write("Second", "Another day.")
    card = pages.editor.agenda

    def shown() -> list[str]:
        return [part.text() for part in card.findChildren(QLabel) if not part.isHidden()]

    assert "–  I hid at minute four." in shown()
    session.window.action("trash").trigger()
    settled(window)
    row = pages.timeline._model.row_at(0)
    assert row is not None
    pages.timeline.opened.emit(row.heading.id)
    settled(window)
    assert pages.editor.title.text() == "First"
    assert "–  I hid at minute four." in shown()


def post_of_both_is_reviewed_and_exported(window: Window) -> None:
    pages, panel = window.pages, window.pages.practising.supervision.panel
    panel._heard.click()
    settled(window)
    press(panel, "Blog draft from this…")
    asked = opened(PostDialog)
    next(choice for choice in asked.findChildren(QRadioButton) if "sentence" in choice.text()).click()
    press(asked, "Begin the draft")
    window.qtbot.waitUntil(lambda: pages.later.made("review") and pages.review._review is not None, timeout=60_000)
    settled(window)
    review = pages.review
    entry_pane = review._entry_pane.text
    assert "I hid at minute four." in entry_pane
    assert "Let her finish." in entry_pane
    assert "She heard it." not in entry_pane, "the sentence alone"
    # a change of the answer is noticed when the draft is taken up again
    post_id = review.post_id
    window.session.window.action("supervision").trigger()
    settled(window)
    press(panel, "Change…")
    heard = opened(HeardDialog)
    heard._said.setPlainText("Let her finish, and wait.")
    press(heard, "It was heard")
    settled(window)
    pages.later.post_opened.emit(post_id)
    window.qtbot.waitUntil(lambda: "supervision" in words(window), timeout=60_000)
    settled(window)
    assert "You changed what came back from supervision since" in words(window)
    press(review, "Take it over")
    window.qtbot.waitUntil(lambda: "and wait" in review._entry_pane.text, timeout=60_000)
    settled(window)
    dialog = last_page(window)
    field(dialog, "Folder").setText(str(window.folder.parent))
    press(dialog, "Export")
    window.qtbot.waitUntil(lambda: window.session.window.findChild(ExportDialog) is None, timeout=20_000)
    text = (window.folder.parent / "blog-draft.md").read_text(encoding="utf-8")
    assert "I hid at minute four." in text
    assert "Let her finish, and wait." in text


def last_page(window: Window) -> ExportDialog:
    """Everything accepted, every question answered, the export asked for: the last page before a file."""
    review = window.pages.review
    if any(b.text() == "Accept all" and b.isVisible() and b.isEnabled() for b in review.findChildren(QPushButton)):
        press(review, "Accept all")
    while review._panel.questions.open(review._review.post.answers if review._review is not None else ()):
        review._panel.begin_questions()
        review._panel.questions._choices.button(0).click()
    press(review, "Export draft…")
    window.qtbot.waitUntil(lambda: window.session.window.findChild(ExportDialog) is not None, timeout=20_000)
    return opened(ExportDialog)


def words_in(path: Path) -> str:
    """What another program reads in an exported account."""
    match path.suffix:
        case ".csv":
            with path.open(encoding="utf-8-sig", newline="") as file:
                return "\n".join(" | ".join(line) for line in csv.reader(file))
        case ".pdf":
            read = pypdf.PdfReader(path, strict=True)
            assert read.metadata is None
            return "\n".join(page.extract_text() for page in read.pages)
        case _:
            return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_an_account_of_an_entry_leaves_as_word_document_pages_and_table(window: Window) -> None:
    journal = window.session.journal
    assert journal is not None
    priya = KnownName(new_id(), "Priya Raghunathan", ("Pri",), "client", "P")
    window.session.vault.run(lambda: journal.save_name(priya), owner=window.session, done=lambda _: None)
    window.write("Minute four", "Priya asked about the clock. Pri’s question stayed with me.")
    window.session.window.action("learning").trigger()
    settled(window)
    press(window.pages.practising.learning, "New account")
    account = opened(AccountDialog)
    account._title.setText("What Priya asked")
    press(account, "Take a passage from an entry…")
    settled(window)
    passage = opened(PassageDialog)
    passage._list.setCurrentRow(0)
    settled(window)
    passage._text.selectAll()
    press(passage, "Take the selected words")
    list(account._edits.values())[2].setPlainText("I put the clock where Priya sees it.")
    press(account, "Save and review…")
    window.qtbot.waitUntil(
        lambda: window.pages.later.made("review") and window.pages.review._review is not None, timeout=60_000
    )
    settled(window)
    out = window.folder.parent / "out"
    out.mkdir()
    for words, ending in (("Table (CSV)", "csv"), ("Pages (PDF)", "pdf"), ("Word (DOCX)", "docx")):
        dialog = last_page(window)
        next(b for b in dialog.findChildren(QRadioButton) if b.text() == words).click()
        field(dialog, "Folder").setText(str(out))
        press(dialog, "Export")
        window.qtbot.waitUntil(
            lambda: window.session.window.findChild(ExportDialog) is None and not window.session.vault.busy,
            timeout=20_000,
        )
        text = words_in(out / f"blog-draft.{ending}")
        for part in ("What it was", "asked about the clock", "What changed in my practice", "I put the clock where"):
            assert part in text, (ending, part)
        assert not [name for name in ("Priya", "Pri’s", "Raghunathan") if name in text], ending
    assert sorted(path.name for path in out.iterdir()) == ["blog-draft.csv", "blog-draft.docx", "blog-draft.pdf"]


def test_summary_and_agenda_leave_by_code_and_are_read_by_other_programs(window: Window) -> None:
    journal = window.session.journal
    assert journal is not None
    day = dt.datetime.now().astimezone().date()
    held = Session(
        None, day, day, "held", minutes=50, minutes_planned=50, impact="Priya laughed; Raghunathan’s turn.",
        client_themes=("endings with Pri",), with_role="Lorna Pickering",
    )  # fmt: skip

    def fill() -> None:
        journal.save_name(KnownName(new_id(), "Priya Raghunathan", ("Pri",), "client", "P"))
        journal.save_name(KnownName(new_id(), "Lorna Pickering", (), "supervisor", "L"))
        journal.practice.save_session(held)
        journal.practice.save_agenda_item(AgendaItem(title="Is Priya’s ending hers?", why="Pri said so"))

    window.session.vault.run(fill, owner=window.session, work=Work.WRITE)
    window.session.window.action("supervision").trigger()
    settled(window)
    page, out = window.pages.practising.supervision, window.folder.parent / "out"
    out.mkdir()
    for ask, name in ((page._ask_summary, "summary"), (page._ask_agenda_page, "agenda")):
        ask()
        settled(window)
        dialog = opened(SummaryDialog)
        if name == "summary":
            dialog._form.setCurrentIndex(dialog._form.findData("bacp-record"))
            settled(window)
        for number, ending in enumerate(("pdf", "csv")):
            press(dialog, "Save as PDF or CSV…")
            settled(window)
            save = opened(SaveDialog)
            save._formats.button(number).click()
            field(save, "Folder").setText(str(out))
            save._name.setText(f"{name}.{ending}")
            press(save, "Save")
            settled(window)
            text = words_in(out / f"{name}.{ending}")
            assert ("laughed" if name == "summary" else "ending") in text
            assert not [one for one in ("Priya", "Pri ", "Raghunathan", "Lorna", "Pickering") if one in text], text
        dialog.reject()
    assert len(pypdf.PdfReader(out / "agenda.pdf").pages) == 1


def test_an_entry_begins_under_a_model_and_its_hints_are_not_stored(window: Window) -> None:
    window.qtbot.wait(350)
    settled(window)
    window.session.window.action("new_model").trigger()
    settled(window)
    press(opened(ModelPicker), "Begin")
    settled(window)
    assert "## Were we in contact?" in window.pages.editor.body.text()
    assert len(window.pages.editor.hints.shown()) == 7
    window.pages.editor.autosave.flush()
    settled(window)
    journal = window.session.journal
    assert journal is not None
    stored: list[str] = []
    window.session.vault.run(
        lambda: journal.entry(journal.window(Filter(), 0, 1)[0].id).body, owner=window.session, done=stored.append
    )
    settled(window)
    assert "label needed" not in stored[0]


def test_the_day_ends_with_what_was_put_down_and_the_lock(window: Window) -> None:
    window.session.window.action("end_day").trigger()
    dialog = opened(ClosingDialog)
    dialog._tomorrow.setText("Ring the library.")
    press(dialog, "Put down and lock")
    window.locked()
    assert window.session.window.cover.isVisible()


def test_pages_of_the_practice_side_come_back_after_a_lock(window: Window, qtbot: QtBot, qapp: QApplication) -> None:
    window.session.window.action("wellbeing").trigger()
    settled(window)
    window.session.lock()
    window.locked()
    again = Window(qtbot, qapp, window.folder.parent)
    again.unlock()
    settled(again)
    assert again.session.window.stack.currentWidget() is again.pages.practising.wellbeing
    again.end()


def test_a_filter_is_kept_by_name_and_taken_up_again(window: Window) -> None:
    timeline = window.pages.timeline
    window.session.window.action("journal").trigger()
    window.write("Silence", "It went quiet.", "relationship")
    timeline.filters.show_filter(Filter(kinds=("relationship",), star=None))
    timeline._search.setText("quiet")
    timeline.saved.keep_asked.emit()
    dialog = opened(KeepDialog)
    press(dialog, "Save")
    assert dialog.said.text()
    dialog._name.setText("Quiet rooms")
    press(dialog, "Save")
    settled(window)
    timeline.show_all()
    kept = next(action for action in timeline.saved.menu().actions() if action.text() == "Quiet rooms")
    kept.trigger()
    settled(window)
    assert timeline.filters.filter.kinds == ("relationship",)
    assert timeline._search.text() == "quiet"
    timeline.saved.removed.emit(timeline.present("x"))
    timeline.empty()
    assert not any(action.text() == "Quiet rooms" for action in timeline.saved.menu().actions())
