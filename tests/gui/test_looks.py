"""What an exacting eye sees, as far as a test can see it: nothing cut off, no words squeezed, lines with room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from journal.practice.prompts import load_library
from journal.settings import Settings, save_settings
from tests.gui.fakes import DAY, FakeJournal
from tests.gui.sessions import Window, made_journal
from tests.journals import places
from ui.help import HelpDialog
from ui.jobs import Lane
from ui.practising import PLACES
from ui.prompts.prompts_page import PromptsPage
from ui.review.store import PostStore
from ui.review.weave_dialog import WeaveDialog
from ui.settings.look_section import LookSection
from ui.theme import Look, contrast, load_roles
from ui.timeline.empty_page import EmptyPage
from ui.timeline.timeline_page import TimelinePage
from ui.widgets.day_field import day_field
from ui.widgets.parts import LINK_EDGE, bleed, button, column, flush, label, one_line, row
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.prose import Prose, Setting

SIZES = ((1440, 900), (1024, 700))
#: Pixels by which rounding may differ.
SLACK = 1
#: From the edge of any button to its words: the least that the style sheet gives one.
BUTTON_EDGE = 2


def cut(root: QWidget) -> list[str]:
    """What of ``root`` can be seen, but not whole: by name, and what is wrong."""
    found = []
    for part in root.findChildren(QWidget):
        if not part.isVisible() or part.visibleRegion().isEmpty() or inside_a_field(part):
            continue
        if isinstance(part, QAbstractButton) and part.text():
            words = part.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            if widest(part.font(), words) + 2 * BUTTON_EDGE > part.width() + SLACK:
                found.append(f"button squeezed: {words}")
        elif isinstance(part, QLabel) and part.text() and type(part).__name__ != "OneLine":
            if part.wordWrap():
                if part.heightForWidth(part.width()) > part.height() + SLACK:
                    found.append(f"lines cut: {part.text()[:40]}")
            elif widest(part.font(), part.text().replace("&", "")) > part.width() + SLACK:
                found.append(f"label cut: {part.text()[:40]}")
        if isinstance(part, QAbstractButton | QLabel | QLineEdit | QComboBox) and beyond(part, root):
            found.append(f"beyond its place: {getattr(part, 'text', part.objectName)()[:40] or part.accessibleName()}")
    return found


def widest(font: QFont, words: str) -> int:
    return max(QFontMetrics(font).horizontalAdvance(line) for line in words.split("\n"))


def inside_a_field(part: QWidget) -> bool:
    parent = part.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractSpinBox | QComboBox | QLineEdit | QCalendarWidget):
            return True
        parent = parent.parentWidget()
    return part.objectName().startswith("qt_")


def beyond(part: QWidget, root: QWidget) -> bool:
    """Whether it reaches past the left or right edge of something that it stands in."""
    left, right = part.mapTo(root, QPoint(0, 0)).x(), part.mapTo(root, QPoint(part.width(), 0)).x()
    parent = part.parentWidget()
    while parent is not None and parent is not root.parentWidget():
        first = parent.mapTo(root, QPoint(0, 0)).x()
        if left < first - SLACK or right > first + parent.width() + SLACK:
            return True
        if parent is root:
            break
        parent = parent.parentWidget()
    return False


def test_the_control_what_is_cut_is_found(qtbot: QtBot, look: Look) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    root.resize(200, 200)
    made = button("Far too many words for this", "")
    made.setParent(root)
    made.resize(60, 30)
    words = label("And these are not few either")
    words.setParent(root)
    words.setGeometry(0, 60, 50, 20)
    out = button("Out", "")
    out.setParent(root)
    out.setGeometry(180, 100, 60, 30)
    root.show()
    assert cut(root) == [
        "button squeezed: Far too many words for this",
        "label cut: And these are not few either",
        "beyond its place: Out",
    ]


@pytest.fixture(params=[18, 36])
def window(request: pytest.FixtureRequest, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Window]:
    made_journal(tmp_path)
    save_settings(places(tmp_path).settings, Settings(theme="light", text_px=request.param))
    made = Window(qtbot, qapp, tmp_path)
    yield made
    made.end()
    made.session.look.apply(Settings(theme="light"))


def test_nothing_is_cut_off_on_any_page(window: Window) -> None:
    frame = window.session.window
    found: dict[str, list[str]] = {}

    def look_at(what: str) -> None:
        for width, height in SIZES:
            frame.resize(width, height)
            window.settle()
            window.qtbot.wait(20)
            if wrong := cut(frame):
                found[f"{what} at {width}x{height}"] = wrong

    look_at("unlock")
    window.unlock()
    look_at("an empty journal")
    window.write("Silence", "“Nobody ever asks me what I want,” she said. Write to anna@example.org.")
    window.pages.editor.prompts.ask()
    look_at("an entry")
    for place in ("drafts", "prompts", *PLACES):
        window.pages.show(place)
        look_at(place)
    window.pages.show("settings")
    for section in window.pages.settings.sections:
        window.pages.settings.show_section(section)
        look_at(f"settings, {section}")
    window.pages.show("journal")
    window.pages.editor.ask_post()
    window.qtbot.waitUntil(lambda: window.pages.review._review is not None, timeout=30_000)
    panel = window.pages.review._panel
    for tab in panel._tabs:
        tab.click()
        window.settle()
        look_at(f"review, {tab.text()}")
    assert found == {}, "\n".join(f"{k}: {v}" for k, v in found.items())


def test_lines_of_a_label_have_room_between_them(qtbot: QtBot, look: Look) -> None:
    made = label("One line that is long enough to be broken once", "second", wrap=True)
    qtbot.addWidget(made)
    made.resize(180, 100)
    made.show()
    one = Setting("One line", made.font(), 1_000).height
    assert made.heightForWidth(1_000) == one == QFontMetrics(made.font()).height()
    assert made.heightForWidth(180) == one + round(made.font().pixelSize() * 1.45)


def test_an_empty_line_between_paragraphs_is_half_a_line(qtbot: QtBot, look: Look) -> None:
    font = look.sans(20)
    step = round(20 * 1.45)
    two, apart = Setting("One\nTwo", font, 500).height, Setting("One 😀\n\nTwo", font, 500).height
    assert apart - two == pytest.approx(step / 2, abs=1)


@pytest.mark.parametrize("centred", [False, True])
def test_words_on_one_line_look_as_they_do_when_lines_are_broken(look: Look, qtbot: QtBot, centred: bool) -> None:
    # a letter that is not ASCII goes the long way; a blank that is not one has no ink
    for words in ("A private place (fi, AVA, To) 1440x900", "Hi"):
        quick, long = (Setting(text, look.sans(13), 420.0, centred=centred) for text in (words, words + "\u200b"))
        assert quick._layout is None
        assert long._layout is not None
        assert (quick.height, quick.least) == (long.height, long.least)
        drawn = []
        for setting in (quick, long):
            paper = QPixmap(440, 40)
            paper.fill(Qt.GlobalColor.white)
            painter = QPainter(paper)
            setting.draw(painter, QPointF(5, 5))
            painter.end()
            drawn.append(paper.toImage())
        assert drawn[0] == drawn[1]


def test_a_word_longer_than_the_line_is_broken_not_cut(qtbot: QtBot, look: Look) -> None:
    path = "/a/very/long/path/without/a/space/in/it/anywhere"
    assert Setting(path, look.sans(13), 100).height > 2 * Setting("a", look.sans(13), 100).height


def test_a_label_is_drawn_in_the_colour_of_its_look(qtbot: QtBot, look: Look) -> None:
    made = Prose("Not saved")
    made.setProperty("look", "error")
    made.resize(200, 30)
    qtbot.addWidget(made)
    made.show()
    assert made.palette().color(QPalette.ColorRole.WindowText) == look.colour("direct")
    drawn = made.grab().toImage()
    seen = {drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(drawn.height())}
    assert look.roles["direct"].lower() in seen


def test_one_line_gives_way_and_keeps_its_words_in_the_tool_tip(qtbot: QtBot, look: Look) -> None:
    made = one_line("stays encrypted, never exported", "hint")
    qtbot.addWidget(made)
    made.resize(80, 20)
    made.show()
    made.grab()
    assert made.toolTip() == "stays encrypted, never exported"
    assert made.minimumSizeHint().width() == 0
    made.resize(400, 20)
    made.grab()
    assert made.toolTip() == ""


def test_the_words_of_a_link_stand_in_line_and_its_ring_is_whole(qtbot: QtBot, look: Look) -> None:
    card = QWidget()
    qtbot.addWidget(card)
    box = column(card, margins=(20, 20, 20, 20))
    inside = QWidget()
    within = column(inside)
    above = label("Above")
    link = button("Offer six random words", "link")
    within.addWidget(above)
    within.addLayout(flush(link))
    box.addLayout(bleed(inside))
    card.resize(400, 200)
    card.show()
    assert above.mapTo(card, QPoint(0, 0)).x() == 20
    assert link.mapTo(card, QPoint(0, 0)).x() == 20 - LINK_EDGE
    # the ring is not cut off by what the link stands in
    assert link.visibleRegion().boundingRect() == link.rect()


def test_fields_and_choices_are_of_one_height(qtbot: QtBot, look: Look) -> None:
    section = LookSection(look.settings)
    qtbot.addWidget(section)
    field = QLineEdit("words")
    holder = QWidget()
    qtbot.addWidget(holder)
    box = QVBoxLayout(holder)
    box.addLayout(row(section, field))
    holder.show()
    heights = {part.height() for part in (section._theme, section._text, section._font, section._line, field)}
    assert len(heights) == 1
    assert len({part.width() for part in (section._theme, section._text, section._font, section._line)}) == 1


def test_the_eye_grows_with_the_text_and_is_reached_by_tab(qtbot: QtBot, look: Look) -> None:
    # within another widget, as everywhere: field and button know each other, and a window of its own that was left to
    # the collector would be taken apart while Qt still tells it what happens
    host = QWidget()
    qtbot.addWidget(host)
    field = PassphraseField(look, "Passphrase", host)
    field.resize(400, 40)
    host.show()
    small = field._button.iconSize().width()
    look.apply(look.settings._replace(text_px=36))
    assert field._button.iconSize().width() == 2 * small
    assert field._button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert field.rect().contains(field._button.geometry())
    field.setText("a passphrase")
    field._button.click()
    assert field.echoMode() is QLineEdit.EchoMode.Normal


@pytest.mark.parametrize("text_px", [18, 36])
def test_an_empty_journal_fits_the_list(qtbot: QtBot, look: Look, text_px: int) -> None:
    look.apply(look.settings._replace(text_px=text_px))
    page = EmptyPage(look)
    qtbot.addWidget(page)
    page.resize(322, 600)
    page.show()
    # first one thing, then another: neither may leave its width behind
    page.empty_trash()
    page.nothing_yet()
    qtbot.wait(20)
    assert cut(page) == []


def test_a_new_journal_offers_no_filters(qtbot: QtBot, look: Look, lane: Lane) -> None:
    journal = FakeJournal(entries=0)
    page = TimelinePage(look, journal, lane, kinds={}, today=lambda: DAY)
    qtbot.addWidget(page)
    page.resize(320, 600)
    page.show()
    page.load()
    qtbot.waitUntil(lambda: not lane.busy)
    qtbot.waitUntil(page.filters.isHidden)
    assert page._empty.isVisible()


def test_a_prompt_is_never_cut(qtbot: QtBot, look: Look) -> None:
    page = PromptsPage(look, load_library())
    qtbot.addWidget(page)
    page.resize(950, 600)
    page.show()
    qtbot.wait(20)
    shown = page.findChild(QListWidget)
    assert shown is not None
    for at in range(shown.count()):
        place = shown.visualItemRect(shown.item(at))
        assert Setting(shown.item(at).text(), shown.font(), place.width() - 24).height + 12 <= place.height()


@pytest.mark.parametrize("how", ["pointer", "keyboard"])
def test_the_calendar_has_no_red_days_whoever_opens_it(qtbot: QtBot, look: Look, how: str) -> None:
    field = day_field(DAY)
    qtbot.addWidget(field)
    field.show()
    assert field.findChild(QCalendarWidget) is None
    if how == "pointer":
        QTest.mousePress(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - 6, field.height() // 2))
        assert field.calendarWidget().isVisible()
    else:
        field.activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
    assert field.findChild(QCalendarWidget) is not None
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        said = field.calendarWidget().weekdayTextFormat(day)
        assert said.foreground().style() is Qt.BrushStyle.NoBrush


def test_help_grows_with_the_text(qtbot: QtBot, look: Look) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1_440, 900)
    small = HelpDialog("help", parent)
    look.apply(look.settings._replace(text_px=36))
    large = HelpDialog("help", parent)
    assert large.width() > 1.5 * small.width()
    assert large.height() <= 900


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_button_that_waits_can_still_be_read(theme: str, qtbot: QtBot, look: Look) -> None:
    look.apply(look.settings._replace(theme=theme))
    made = QPushButton("Unlock")
    made.setProperty("look", "primary")
    made.setEnabled(False)
    qtbot.addWidget(made)
    made.show()
    drawn = made.grab().toImage()
    ground = QColor(drawn.pixel(drawn.width() // 2, 4)).name()
    assert contrast(ground, load_roles(theme)["ink-2"]) >= 4.5


def test_lines_are_set_once_for_a_width_and_anew_for_other_words(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    class Counted(Setting):
        def __init__(self, text: str, *rest: object, **more: object) -> None:
            made.append(text)
            super().__init__(text, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("ui.widgets.prose.Setting", Counted)
    words = "One honest sentence is a complete entry, and nobody counts them."
    part = Prose(words)
    qtbot.addWidget(part)
    made.clear()
    heights = [part.heightForWidth(width) for _ in range(5) for width in (120, 240)]
    assert heights[:2] == heights[2:4]
    assert heights[0] > heights[1]
    assert len(made) <= 2
    part.setText("Short.")
    assert part.heightForWidth(120) < heights[0]
    font = part.font()
    font.setPixelSize(40)
    part.setFont(font)
    assert part.heightForWidth(400) > heights[1] / 2
    assert made[-1] == "Short."


def test_a_height_once_told_is_told_anew_for_another_font_margin_or_buddy(qtbot: QtBot, look: Look) -> None:
    part, other = Prose("Some words that are to be broken into lines"), QLineEdit()
    for one in (part, other):
        qtbot.addWidget(one)
    before = part.heightForWidth(120)
    part.setContentsMargins(60, 3, 0, 4)
    with_margins = part.heightForWidth(120)
    assert with_margins > before + 7
    font = part.font()
    font.setPixelSize(font.pixelSize() * 2)
    part.setFont(font)
    assert part.heightForWidth(120) > with_margins
    asked = part.heightForWidth(200)
    part.setBuddy(other)
    assert part.heightForWidth(200) == QLabel.heightForWidth(part, 200) != asked


@pytest.mark.parametrize(
    "words", ["One honest sentence is a complete entry.", "Two\n\nparagraphs, and a\nline end", "ü" * 70]
)
def test_a_height_is_taken_over_only_where_the_lines_are_the_same(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    made: list[float] = []

    class Counted(Setting):
        def __init__(self, text: str, font: QFont, width: float, *rest: object, **more: object) -> None:
            made.append(width)
            super().__init__(text, font, width, *rest, **more)  # type: ignore[arg-type]

    part = Prose(words)
    qtbot.addWidget(part)
    part.ensurePolished()
    widths = range(400, 30, -1)
    wanted = [Setting(words, part.font(), width).height for width in widths]
    monkeypatch.setattr("ui.widgets.prose.Setting", Counted)
    assert [part.heightForWidth(width) for width in widths] == wanted
    assert len(made) < len(widths) / 4


@pytest.mark.parametrize("text_px", [18, 36])
def test_what_was_found_is_said_whole(qtbot: QtBot, look: Look, lane: Lane, text_px: int) -> None:
    look.apply(look.settings._replace(text_px=text_px))
    journal = FakeJournal(entries=0)
    for number in range(12):
        journal.add(f"Entry {number}", "the same word")
    page = TimelinePage(look, journal, lane, kinds={}, today=lambda: DAY)
    qtbot.addWidget(page)
    page.resize(page.minimumWidth(), 800)
    page.show()
    page.load()
    page._search.setText("same")
    qtbot.waitUntil(lambda: page._model.showing_hits and page._order.isVisible())
    qtbot.wait(20)
    assert page._head.text()
    assert [said for said in cut(page._strip) if page._head.text() in said] == []


@pytest.mark.parametrize("text_px", [18, 36])
def test_the_entries_of_a_draft_are_chosen_within_the_window(
    qtbot: QtBot, look: Look, lane: Lane, text_px: int
) -> None:
    look.apply(look.settings._replace(text_px=text_px))
    height = 900 if text_px == 36 else 700
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(1024, height)
    dialog = WeaveDialog(look, cast(PostStore, FakeJournal(entries=3)), lane, parent)
    dialog.show()
    qtbot.waitUntil(lambda: not lane.busy)
    assert dialog.height() <= height
