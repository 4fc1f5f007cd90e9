"""Recovery words on paper: drawn straight onto the printer's page, with no file of ours in between."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ui.theme import SANS, SERIF

_CONTEXT = "WordsPrint"
#: Of the page's width: margins, and a third of what is left for each column.
_COLUMNS = 3
_TITLE_PT, _WORD_PT, _TEXT_PT = 18, 13, 10


def ask_to_print(words: Sequence[str], parent: QWidget) -> QDialog:
    """Show a dialog that asks for the printer, and prints ``words`` when accepted."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    # the name of the job stands in the printer's queue, where others read it
    printer.setDocName("Page")
    printer.setCreator("")
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, False)
    kept = tuple(words)
    dialog.accepted.connect(lambda: draw_words(printer, kept))
    # QPrintDialog hides the plain open() behind one with a slot by name
    QDialog.open(dialog)
    return dialog


def draw_words(device: QPagedPaintDevice, words: Sequence[str]) -> None:
    """One page: the words with their numbers and what they are for; nothing that names a journal or a person."""
    painter = QPainter(device)
    try:
        page = QRectF(painter.viewport())
        side = page.width() * 0.06
        inside = page.adjusted(side, side, -side, -side)
        top = _text(painter, inside, _TITLE_PT, _tr("Recovery words"), family=SERIF, bold=True)
        inside.setTop(top + side * 0.3)
        inside.setTop(
            _text(
                painter,
                inside,
                _TEXT_PT,
                _tr(
                    "These eleven words open one Congruence journal, in this order, if its passphrase is forgotten. "
                    "Whoever has them can read it. Keep this page where you keep your passport."
                ),
            )
            + side * 0.5
        )
        wide = inside.width() / _COLUMNS
        high = painter.fontMetrics().height() * 3.2
        for at, word in enumerate(words):
            cell = QRectF(inside.left() + at % _COLUMNS * wide, inside.top() + at // _COLUMNS * high, wide, high)
            _text(painter, cell, _WORD_PT, f"{at + 1}  {word}", family=SERIF)
    finally:
        painter.end()


def _text(painter: QPainter, room: QRectF, size: int, text: str, *, family: str = SANS, bold: bool = False) -> float:
    """Draw ``text`` at the top of ``room``; returns where it ends."""
    font = QFont(family)
    font.setPointSize(size)
    font.setBold(bold)
    painter.setFont(font)
    flags = int(Qt.TextFlag.TextWordWrap)
    taken = painter.boundingRect(room, flags, text)
    painter.drawText(room, flags, text)
    return float(taken.bottom())


def _tr(words: str) -> str:
    return QCoreApplication.translate(_CONTEXT, words)
