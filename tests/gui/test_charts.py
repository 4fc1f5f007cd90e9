"""Charts: what is drawn equals what was given, keyboards walk it, a table stands behind it, files hold it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pypdf
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget, QToolButton
from pytestqt.qtbot import QtBot

from ui.theme import Look
from ui.widgets.charts.axis import ticks_between
from ui.widgets.charts.bars import Bars, Month
from ui.widgets.charts.card import ChartCard
from ui.widgets.charts.drawing import Drawing, paper_ink, spread
from ui.widgets.charts.files import Picture, to_csv, to_png, to_svg
from ui.widgets.charts.lines import Event, Lines, Series
from ui.widgets.charts.spoken import spoken
from ui.widgets.charts.strips import Strips
from ui.widgets.charts.view import ChartView
from ui.widgets.charts.year import Day, Year
from ui.widgets.printing import to_pdf

LAST = dt.date(2026, 11, 22)


def weeks(count: int, value: Callable[[int], float | None]) -> tuple[tuple[dt.date, float | None], ...]:
    return tuple((LAST - dt.timedelta(weeks=count - 1 - at), value(at)) for at in range(count))


def lines(count: int = 6) -> Lines:
    return Lines(
        (
            Series("Work-related", "supervision", weeks(count, lambda at: 40.0 + at)),
            Series("Personal", "burnout", weeks(count, lambda at: None if at == 2 else 30.5)),
        ),
        0,
        100,
        (0, 50, 100),
        (Event(LAST - dt.timedelta(days=3), "Leave began"),),
    )


def bars(count: int = 11) -> Bars:
    return Bars(tuple(Month(dt.date(2026 - at // 12, 12 - at % 12, 1), 1.5, 0.5) for at in range(count))[::-1], 1.5)


def year() -> Year:
    return Year(LAST, {LAST: Day(2, 571), LAST - dt.timedelta(days=8): Day(1, 1)})


KINDS: list[Callable[[], Drawing]] = [lines, lambda: Strips(lines().series, 0, 100), bars, year]


@pytest.mark.parametrize("make", KINDS)
def test_every_chart_has_a_place_for_every_row_of_its_table(look: Look, make: Callable[[], Drawing]) -> None:
    drawing = make()
    places = drawing.places(QRectF(0, 0, 600, 240), paper_ink())
    assert len(drawing.table().rows) <= len(places)
    assert all(place.area.width() > 0 and place.words for place in places)


def test_lines_say_each_figure_and_event_and_leave_gaps() -> None:
    rows = lines().table().rows
    assert lines().table().columns == ("Day", "Work-related", "Personal", "What happened")
    assert rows[0] == ("2026-10-18", "40", "30.5", "")
    assert rows[2] == ("2026-11-01", "42", "", "")
    assert rows[-2] == ("2026-11-19", "", "", "Leave began")
    said = [words for _, words in lines().said()]
    assert said[0] == "18 October 2026: Work-related 40, Personal 30.5"
    assert said[-2] == "19 November 2026: Leave began"


def test_a_skipped_figure_is_not_joined_over(look: Look) -> None:
    """Between the neighbours of a gap nothing is drawn."""
    gap = Lines((Series("A", "accent", weeks(3, lambda at: None if at == 1 else 50.0)),), 0, 100, ())
    whole = Lines((Series("A", "accent", weeks(3, lambda _: 50.0)),), 0, 100, ())

    def ink_in_the_middle(drawing: Lines) -> int:
        image = QImage(400, 200, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        drawing.paint(painter, QRectF(0, 0, 400, 200), paper_ink())
        painter.end()
        place = whole.places(QRectF(0, 0, 400, 200), paper_ink())[1].area
        left, right = int(place.left()) + 25, int(place.right()) - 25
        return sum(image.pixel(x, y) != 0xFFFFFFFF for x in range(left, right) for y in range(60, 140))

    assert ink_in_the_middle(whole) > 0
    assert ink_in_the_middle(gap) == 0


def test_bars_give_hours_held_and_lost(look: Look) -> None:
    made = Bars((Month(dt.date(2026, 10, 1), 1.0, 0.5), Month(dt.date(2026, 11, 1), 0.75)), 1.5)
    assert made.table().rows == (("October 2026", "1", "0.5"), ("November 2026", "0.75", "0"))
    places = made.places(QRectF(0, 0, 300, 200), paper_ink())
    assert places[0].words == "October 2026: 1 h held, 0.5 h lost"
    assert made.top == 2


def test_the_year_ends_today_and_counts_no_streak(look: Look) -> None:
    made = year()
    shown = made.shown()
    assert shown[-1] == LAST
    assert shown[0].weekday() == 0
    assert len(shown) == 53 * 7
    places = made.places(QRectF(0, 0, 600, 120), paper_ink())
    assert places[-1].words == "22 November 2026: 2 entries, 571 words"
    assert places[0].words.endswith("nothing written")
    assert made.table().rows == (("2026-11-14", "1", "1"), ("2026-11-22", "2", "571"))


def test_arrow_keys_walk_a_chart_and_it_says_where_it_is(qtbot: QtBot, look: Look) -> None:
    view = ChartView(look, "Burnout over time")
    qtbot.addWidget(view)
    view.resize(500, 240)
    view.show_drawing(lines())
    said: list[str] = []
    view.said.connect(said.append)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert said[-1].startswith("22 November 2026: Work-related 45")
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert "Leave began" in said[-1]
    assert view.accessibleDescription() == said[-1]
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert said[-1].startswith("18 October 2026")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert said[-1] == ""
    assert view.accessibleName() == "Burnout over time"


def test_the_year_is_walked_by_days_and_weeks() -> None:
    made = year()
    last = len(made.shown()) - 1
    assert made.step(None, Qt.Key.Key_Up) == last
    assert made.step(last, Qt.Key.Key_Up) == last - 1
    assert made.step(last, Qt.Key.Key_Left) == last - 7
    assert made.step(0, Qt.Key.Key_Left) == 0
    assert made.step(3, Qt.Key.Key_A) is None


def test_the_card_shows_the_table_newest_first_and_hides_what_is_not_there(qtbot: QtBot, look: Look) -> None:
    card = ChartCard(look, "Burnout over time", "0 to 100.", stem="burnout")
    qtbot.addWidget(card)
    card.show_chart(None, nothing="Nothing yet.")
    switch = next(b for b in card.findChildren(QToolButton) if b.isCheckable())
    assert switch.isHidden()
    card.show_chart(lines())
    assert not switch.isHidden()
    switch.click()
    table = card.findChild(QTableWidget)
    assert table is not None
    cell = table.item(0, 0)
    assert cell is not None
    assert cell.text() == "2026-11-22"
    assert table.rowCount() == len(lines().table().rows)
    asked: list[object] = []
    card.file_asked.connect(asked.append)
    card._ask_file()
    assert [format.ending for format in asked[0].formats] == ["png", "svg", "pdf", "csv"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("make", KINDS)
def test_pictures_drawings_and_pages_can_be_opened(look: Look, make: Callable[[], Drawing]) -> None:
    picture = Picture(make(), "A chart", ("1  Leave began",))
    image = QImage.fromData(to_png(picture))
    assert image.width() == picture.size.width() * 3
    root = ET.fromstring(to_svg(picture))
    assert root.tag.endswith("svg")
    assert "A chart" in "".join(root.itertext())
    assert spoken(picture.drawing) in "".join(root.itertext()), "what it shows is said in words"
    assert b"Qt" not in to_svg(picture)
    from ui.widgets.charts.files import draw_chart  # noqa: PLC0415

    data = to_pdf(lambda device: draw_chart(device, picture), landscape=True)
    read = pypdf.PdfReader(io.BytesIO(data), strict=True)
    assert read.metadata is None
    assert "A chart" in read.pages[0].extract_text()


def test_a_table_of_figures_cannot_carry_a_formula() -> None:
    table = Lines((), 0, 10, (), (Event(LAST, "=HYPERLINK(1)"),)).table()
    rows = list(csv.reader(io.StringIO(to_csv(table).decode("utf-8-sig"))))
    assert rows[1] == ["2026-11-22", "'=HYPERLINK(1)"]


def test_names_at_the_ends_of_lines_do_not_cover_each_other() -> None:
    assert spread([10, 11, 50], 15, 0, 100) == [10, 25, 50]
    assert spread([99, 98], 15, 0, 100) == [100, 85]
    assert spread([], 15, 0, 100) == []


@pytest.mark.parametrize(("days", "most"), [(5, 8), (40, 8), (300, 8), (900, 8), (3650, 8), (3650, 3)])
def test_no_more_words_under_a_line_than_there_is_room_for(days: int, most: int) -> None:
    assert 1 <= len(ticks_between(LAST - dt.timedelta(days=days), LAST, most)) <= most + 2


@pytest.mark.parametrize(
    "make",
    [
        lambda: Lines(
            tuple(Series(f"S{n}", "burnout", weeks(520, lambda at: at % 11)) for n in range(7)), 0, 10, (0, 5, 10)
        ),
        lambda: Strips(tuple(Series(f"S{n}", "burnout", weeks(520, lambda at: at % 11)) for n in range(7)), 0, 10),
        lambda: bars(120),
        year,
    ],
)
def test_ten_years_are_drawn_in_a_tenth_of_a_second(look: Look, make: Callable[[], Drawing]) -> None:
    """Processor time, at twice the density; the bound is generous for a busy machine."""
    drawing, ink = make(), paper_ink()
    image = QImage(1600, 800, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(2, 2)
    took = []
    for _ in range(3):
        began = time.process_time()
        drawing.paint(painter, QRectF(0, 0, 800, 400), ink, 3)
        took.append(time.process_time() - began)
    painter.end()
    print(f"{type(drawing).__name__}: {min(took) * 1000:.1f} ms")
    assert min(took) < 0.1
