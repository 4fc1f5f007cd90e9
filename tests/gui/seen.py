"""What is to be seen: pages of the practice side once they have read their journal, dialogs in front, words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar, cast

import shiboken6
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

_Dialog = TypeVar("_Dialog", bound=QDialog)
Settle = Callable[[], None]


class Loads(Protocol):
    """A page that reads what it shows."""

    def load(self) -> None: ...


_Page = TypeVar("_Page", bound=Loads)


def loaded(qtbot: QtBot, page: _Page, settle: Settle, size: tuple[int, int] = (1300, 900)) -> _Page:
    """The page, shown at a size, once it has read its journal."""
    widget = cast(QWidget, page)
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show()
    page.load()
    settle()
    return page


def opened(kind: type[_Dialog]) -> _Dialog:
    """The dialog of this kind that is open."""
    return next(top for top in QApplication.topLevelWidgets() if isinstance(top, kind) and top.isVisible())


def gone(dialog: QDialog) -> bool:
    """Whether it was answered and put away."""
    return not shiboken6.isValid(dialog) or not dialog.isVisible()


def words(page: QWidget) -> list[str]:
    """What stands on a page, a line a label."""
    return [part.text() for part in page.findChildren(QLabel) if part.isVisible() and part.text()]
