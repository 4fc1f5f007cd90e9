"""A flagged sentence whose form was cancelled, or whose matter was taken off the agenda, and then wanted after all."""

from __future__ import annotations

from tests.gui.seen import opened
from tests.gui.sessions import Window, press, settled
from ui.supervision.matter_dialog import MatterDialog


def test_a_flag_that_was_cancelled_and_taken_up_again_stays_when_one_writes_on(window: Window) -> None:
    window.write("Silence", "I hid at minute four. She heard it.")
    editor, banner = window.pages.editor, window.session.window.banner
    editor.body.select(0, 21)
    editor.flagging.flag()
    settled(window)
    matter = opened(MatterDialog)
    matter._not_sure.setChecked(True)
    matter.reject()
    settled(window)
    assert banner.words.startswith("Not stored: ")
    press(banner, "Take it up again")
    settled(window)
    press(opened(MatterDialog), "Save")
    settled(window)
    window.pages.show("journal")
    editor.body.set_caret(0)
    editor.body.insertPlainText("That day: ")
    editor.autosave.flush()
    settled(window)
    window.pages.show("supervision")
    settled(window)
    agenda = window.pages.practising.supervision.facts.agenda
    assert [(item.anchor, item.not_sure) for item in agenda] == [("I hid at minute four.", True)]


def test_a_sentence_is_flagged_again_once_its_matter_was_removed(window: Window) -> None:
    window.write("Silence", "I hid at minute four. She heard it.")
    editor, supervision = window.pages.editor, window.pages.practising.supervision
    editor.body.select(0, 21)
    editor.flagging.flag()
    settled(window)
    press(opened(MatterDialog), "Save")
    settled(window)
    window.pages.show("supervision")
    settled(window)
    supervision.bring(supervision.facts.agenda[0])
    opened(MatterDialog).remove_asked.emit()
    settled(window)
    assert [item.anchor for item in supervision.facts.agenda] == []
    window.pages.show("journal")
    editor.body.select(0, 21)
    editor.flagging.flag()
    settled(window)
    press(opened(MatterDialog), "Save")
    settled(window)
    supervision.load()
    settled(window)
    assert [item.anchor for item in supervision.facts.agenda] == ["I hid at minute four."]
