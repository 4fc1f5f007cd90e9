"""Pages and dialogs are put together where they stand: what is moved later, Qt styles anew with all that is in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from journal.practice_model import Session
from tests.gui.sessions import Window
from ui.practising import PLACES

#: Times that a widget hears of another style while its page is made, on average. Measured 1.1 to 3.0; 5.8 to 7.4 where
#: a page was filled first and placed afterwards.
_TIMES = 4.0


class _Styled(QObject):
    """Counts in the whole application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.times = 0
        app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.StyleChange
        return False


def test_a_page_is_styled_a_few_times_while_it_is_made(window: Window, qapp: QApplication) -> None:
    styled = _Styled(qapp)
    pages = window.pages
    often: dict[str, float] = {}
    for name in (*PLACES, "posts", "review", "settings"):
        before = styled.times
        page = getattr(pages.practising if name in PLACES else pages.later, name)
        assert page.parentWidget() is window.session.window.stack
        often[name] = (styled.times - before) / len(page.findChildren(QWidget))
    qapp.removeEventFilter(styled)
    assert {name: times for name, times in often.items() if times > _TIMES} == {}


def test_a_dialog_is_styled_a_few_times_while_it_is_made(window: Window, qapp: QApplication) -> None:
    supervision = window.pages.practising.supervision
    window.settle()
    asks: list[Callable[[], object]] = [
        lambda: supervision.log_session(Session()),
        supervision._ask_arrangement,
        supervision.bring,
    ]
    for ask in asks:
        styled = _Styled(qapp)
        ask()
        qapp.removeEventFilter(styled)
        dialog = next(top for top in qapp.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible())
        times = styled.times / len(dialog.findChildren(QWidget))
        dialog.reject()
        window.settle()
        assert times < _TIMES
