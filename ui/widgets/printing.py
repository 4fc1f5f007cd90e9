"""Onto paper, or into the bytes of a PDF: nothing is written beside the journal on the way."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from journal.export.pdf import without_marks
from ui.theme import SANS
from ui.widgets.as_typed import as_typed
from ui.widgets.blank import blank

Draw = Callable[[QPagedPaintDevice], None]
_MARGIN_MM = 16.0
#: From the size of every page down to the least that is read without effort on paper.
_SIZES_PT = (10.0, 9.0, 8.0, 7.0)
#: One for each page (ISO 32000-1, 7.7.3.3), as Qt writes it.
_PAGES = re.compile(rb"/Type /Page\b")
#: The heaviest weight there is a font for: a bolder one would be smeared, and each of its words written twice.
_HEAVIEST = "h1, h2, h3, h4, h5, h6, b, strong, th { font-weight: 600; }"
#: What a quotation is indented by in Qt's HTML; in print its margin would be so many dots of the printer.
_QUOTED = 40


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
    # the system's own way to a file would write program and time into it; ours (to_pdf) leaves them out
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    dialog.accepted.connect(lambda: draw(printer))
    # QPrintDialog hides the plain open() behind one with a slot by name
    QDialog.open(dialog)
    return dialog


def to_pdf(draw: Draw, *, landscape: bool = False) -> bytes:
    """The pages as a PDF, A4, with nothing in it that says which program made it, where or when."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("")
    _lay_out(writer, landscape)
    draw(writer)
    # the last pages are written when the writer goes
    del writer
    return without_marks(bytes(buffer.data().data()))


class _Document(QTextDocument):
    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Qt: nothing is loaded from anywhere."""
        return blank()


def draw_html(html: str, *, family: str = SANS, size_pt: float = 10) -> Draw:
    """Draws a text of our own making, on as many pages as it takes; whoever makes it escapes what people typed."""

    def draw(device: QPagedPaintDevice) -> None:
        document = _Document()
        font = as_typed(QFont(family))
        font.setPointSizeF(size_pt)
        document.setDefaultFont(font)
        wrapped = QTextOption()
        # not anywhere: a date stays whole
        wrapped.setWrapMode(QTextOption.WrapMode.WordWrap)
        document.setDefaultTextOption(wrapped)
        document.setDefaultStyleSheet(_HEAVIEST)
        document.setHtml(html)
        _indent(document)
        document.print_(device)

    return draw


def one_page_pt(html: str) -> float:
    """The largest letters at which a text is one page, in points; the smallest that one can read where it is more."""
    for size_pt in _SIZES_PT:
        if len(_PAGES.findall(to_pdf(draw_html(html, size_pt=size_pt)))) == 1:
            return size_pt
    return _SIZES_PT[-1]


def _indent(document: QTextDocument) -> None:
    block = document.begin()
    while block.isValid():
        form = block.blockFormat()
        if form.leftMargin() >= _QUOTED and block.textList() is None:
            form.setIndent(round(form.leftMargin() / _QUOTED))
            form.setLeftMargin(0)
            form.setRightMargin(0)
            QTextCursor(block).setBlockFormat(form)
        block = block.next()


def _lay_out(device: QPagedPaintDevice, landscape: bool) -> None:
    orientation = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    page = QPageSize(QPageSize.PageSizeId.A4)
    device.setPageLayout(QPageLayout(page, orientation, margins, QPageLayout.Unit.Millimeter))
