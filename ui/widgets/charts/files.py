"""A chart as a file: a picture (PNG, SVG) on white paper, its figures (CSV), or drawn onto a printer's page."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPagedPaintDevice, QPainter
from PySide6.QtSvg import QSvgGenerator

from ui.widgets.charts.drawing import Drawing, Ink, Table, paper_ink, words_at
from ui.widgets.charts.spoken import spoken

#: Width in logical pixels, device pixels to each in a PNG, margin.
_WIDE_PX, _PNG_RATIO, _MARGIN_PX = 760.0, 3, 24.0
_TITLE_PX, _LINE_PX = 34.0, 17.0
#: What a spreadsheet would run as a formula (OWASP, "CSV Injection"); they are written behind an apostrophe.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(table: Table) -> bytes:
    """The figures, UTF-8 with a mark for spreadsheets, ``\\r\\n`` line ends (RFC 4180)."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    for row in (table.columns, *table.rows):
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) and not _number(cell) else cell for cell in row])
    return b"\xef\xbb\xbf" + made.getvalue().encode()


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with its title and the lines below it: what each number of an event stands for, where figures end."""

    drawing: Drawing
    title: str
    below: tuple[str, ...] = field(default=(), repr=False)

    @property
    def size(self) -> QSize:
        """In logical pixels."""
        height = self.drawing.height(paper_ink(), _WIDE_PX - 2 * _MARGIN_PX) + 2 * _MARGIN_PX + _TITLE_PX
        return QSize(round(_WIDE_PX), round(height + _LINE_PX * len(self.below)))


def to_png(picture: Picture) -> bytes:
    """A picture for a page: three device pixels to each logical one, no data about when or where it was made."""
    size = picture.size
    image = QImage(size * _PNG_RATIO, QImage.Format.Format_RGB32)
    ink = paper_ink()
    image.fill(ink.colour("paper"))
    painter = QPainter(image)
    painter.scale(_PNG_RATIO, _PNG_RATIO)
    _draw(painter, picture, ink)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def to_svg(picture: Picture) -> bytes:
    """A drawing that can be scaled."""
    size = picture.size
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(picture.title)
    # without one Qt says that it made the file; with it a screen reader says what the picture shows
    generator.setDescription(spoken(picture.drawing) or picture.title)
    painter = QPainter(generator)
    ink = paper_ink()
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), ink.colour("paper"))
    _draw(painter, picture, ink)
    painter.end()
    buffer.close()
    return bytes(kept.data())


def draw_chart(device: QPagedPaintDevice, picture: Picture) -> None:
    """One page with the chart across its width."""
    painter = QPainter(device)
    try:
        page = device.pageLayout().paintRectPixels(device.logicalDpiX())
        share = min(page.width() / picture.size.width(), page.height() / picture.size.height())
        painter.scale(share, share)
        _draw(painter, picture, paper_ink())
    finally:
        painter.end()


def _draw(painter: QPainter, picture: Picture, ink: Ink) -> None:
    words_at(painter, ink, QPointF(_MARGIN_PX, _MARGIN_PX + 12), picture.title, role="ink", size=15, bold=True)
    foot = picture.size.height() - _MARGIN_PX - _LINE_PX * len(picture.below)
    top = _MARGIN_PX + _TITLE_PX - 6
    picture.drawing.paint(painter, QRectF(_MARGIN_PX, top, _WIDE_PX - 2 * _MARGIN_PX, foot - top), ink)
    for at, line in enumerate(picture.below, start=1):
        words_at(painter, ink, QPointF(_MARGIN_PX, foot + _LINE_PX * at), line, role="ink-2", size=11.5)


def _number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True
