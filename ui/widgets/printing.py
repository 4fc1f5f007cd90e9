"""Onto paper, or into the bytes of a PDF: nothing is written beside the journal on the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageLayout, QPageSize, QPdfWriter, QTextDocument, QTextOption
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ui.theme import SANS

Draw = Callable[[QPagedPaintDevice], None]
_MARGIN_MM = 16.0


def ask_print(draw: Draw, parent: QWidget, *, landscape: bool = False) -> QDialog:
    """Ask for the printer, and draw when accepted."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    # the name of the job stands in the printer's queue, where others read it
    printer.setDocName("Page")
    printer.setCreator("")
    _lay_out(printer, landscape)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
    dialog.accepted.connect(lambda: draw(printer))
    # QPrintDialog hides the plain open() behind one with a slot by name
    QDialog.open(dialog)
    return dialog


def to_pdf(draw: Draw, *, landscape: bool = False) -> bytes:
    """The pages as a PDF, A4."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("")
    _lay_out(writer, landscape)
    draw(writer)
    # the last pages are written when the writer goes
    del writer
    return bytes(buffer.data().data())


def draw_html(html: str) -> Draw:
    """Draws a text of our own making, on as many pages as it takes; whoever makes it escapes what people typed."""

    def draw(device: QPagedPaintDevice) -> None:
        document = QTextDocument()
        font = QFont(SANS)
        font.setPointSizeF(10)
        document.setDefaultFont(font)
        wrapped = QTextOption()
        # not anywhere: a date stays whole
        wrapped.setWrapMode(QTextOption.WrapMode.WordWrap)
        document.setDefaultTextOption(wrapped)
        document.setHtml(html)
        document.print_(device)

    return draw


def _lay_out(device: QPagedPaintDevice, landscape: bool) -> None:
    orientation = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    page = QPageSize(QPageSize.PageSizeId.A4)
    device.setPageLayout(QPageLayout(page, orientation, margins, QPageLayout.Unit.Millimeter))
