"""The size of a dialog with wrapped text: as wide as wanted at the person's text size, as high as its words are."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from ui.theme import Look

#: Left free around a dialog within its window.
_MARGIN = 48
#: The window's text, at the standard size.
_STANDARD_PX = 13


def text_scale(widget: QWidget) -> float:
    """How much larger than the standard the window's text is, for a dialog that is handed no look."""
    widget.ensurePolished()
    return max(1.0, widget.fontInfo().pixelSize() / _STANDARD_PX)


def room_for(dialog: QDialog, look: Look, width: int, height: int) -> None:
    """Give ``dialog`` a size at the standard text size, never more than its window has."""
    parent = dialog.parentWidget()
    wide, high = look.px(width), look.px(height)
    if parent is not None:
        most = parent.window().size()
        wide, high = min(wide, max(360, most.width() - _MARGIN)), min(high, max(300, most.height() - _MARGIN))
    dialog.resize(wide, high)


def fit(dialog: QDialog, look: Look, width: int) -> None:
    """Give ``dialog`` ``width`` at the standard text size, never more than its window has; its height follows.

    To be asked again when it says more than before: it stays on the screen as it grows.
    """
    wanted = look.px(width)
    parent = dialog.parentWidget()
    most = parent.window().size() if parent is not None else None
    if most is not None:
        wanted = min(wanted, max(360, most.width() - _MARGIN))
    layout = dialog.layout()
    if layout is None:
        return
    # the style sheet's fonts and paddings count only from then on
    for part in dialog.findChildren(QWidget):
        part.ensurePolished()
    # Qt guesses the height of wrapped words for a width of its own; ask for this one
    height = layout.totalHeightForWidth(wanted) if layout.hasHeightForWidth() else layout.sizeHint().height()
    room = dialog.screen().availableGeometry()
    if most is not None:
        # higher than the window before one field stands over another: there is no scrolling in a dialog
        height = min(height, max(300, most.height() - _MARGIN, room.height() - _MARGIN))
    dialog.resize(wanted, height)
    if dialog.isVisible():
        frame = dialog.frameGeometry()
        beyond = frame.top() + height + (frame.height() - dialog.height()) - room.bottom() - 1
        aside = frame.left() + wanted - room.right() - 1
        dialog.move(max(room.left(), frame.left() - max(0, aside)), max(room.top(), frame.top() - max(0, beyond)))
