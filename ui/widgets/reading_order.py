"""The order in which Tab goes through a page: that of its layouts, and not that in which its parts were made.

What is filled in later (a list read from the journal, another line of a form) would else come last, after the buttons.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QSplitter, QWidget

#: The chain is a ring: Qt leaves a control alone that follows another across the ring's end (QWidget::setTabOrder,
#: 6.11), so that the ring begins at the wrong one until the next round.
_ROUNDS = 2


def put_in_order(top: QWidget) -> QWidget | None:
    """Let Tab stop at the controls inside ``top`` as they stand, and begin with the first of them, which is returned.

    Cheap enough to do whenever Tab is pressed. How it is now is not looked at: the binding lets each widget keep alive
    what ``nextInFocusChain`` returned.
    """
    stops = list(_stops(top))
    for _ in range(_ROUNDS):
        for stop in reversed(stops[1:]):
            QWidget.setTabOrder(stops[0], stop)
    return next((stop for stop in stops if stop.isVisibleTo(top) and stop.isEnabled()), None)


def _stops(widget: QWidget | None) -> Iterator[QWidget]:
    if widget is None:
        return
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        yield from _stops(widget.widget())
        return
    if isinstance(widget, QSplitter):
        for at in range(widget.count()):
            yield from _stops(widget.widget(at))
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
        if isinstance(widget, QAbstractScrollArea):
            return
    layout = widget.layout()
    if layout is not None:
        yield from _laid(layout)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if widget is not None:
            yield from _stops(widget)
        elif inner is not None:
            yield from _laid(inner)
