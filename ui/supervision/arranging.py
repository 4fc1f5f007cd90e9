"""Asks for the person's own arrangement, for what bodies expect, and for hours with clients."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from journal.practice.unfinished import Hours, TypedExpectation
from journal.practice_model import Arrangement, Expectation
from ui.errors import words as error_words
from ui.jobs import Lane
from ui.supervision.arrangement_dialog import ArrangementDialog, ExpectationDialog
from ui.supervision.client_hours_dialog import ClientHoursDialog
from ui.supervision.facts import Facts, gather
from ui.supervision.store import SupervisionStore
from ui.theme import Look
from ui.widgets.storing import store_with


class Arranging(QObject):
    """``stored`` when something was; ``said`` a line to show; ``let_go`` as a form's.

    Dialogs lie over the window of ``page``.
    """

    stored = Signal()
    said = Signal(object)
    let_go = Signal(object)

    def __init__(
        self, look: Look, store: SupervisionStore, lane: Lane, page: QWidget, *, today: Callable[[], dt.date]
    ) -> None:
        super().__init__(page)
        self._look, self._store, self._lane, self._page, self._today = look, store, lane, page, today

    def ask(self, facts: Facts, began: Arrangement | None = None) -> None:
        """Ask for the arrangement; ``began`` is what stood in the form before, and is not stored yet."""
        practice = self._store.practice
        dialog = ArrangementDialog(
            self._look,
            practice.data,
            began or facts.arrangement,
            facts.expectations,
            facts.standings,
            parent=self._page.window(),
        )
        if began is not None:
            dialog.take_up()
        dialog.asked.connect(
            lambda: store_with(
                self._lane, dialog, lambda: practice.set_arrangement(dialog.arrangement()), self._say_stored
            )
        )
        dialog.edit_asked.connect(lambda one: self.ask_expectation(one, over=dialog))
        dialog.let_go.connect(self.let_go)
        dialog.open()

    def ask_again(self, began: Arrangement) -> None:
        """As ``ask``, with what is expected read anew."""
        store, today = self._store, self._today()
        self._lane.run(
            lambda: gather(store, today),
            owner=self,
            done=lambda facts: self.ask(facts, began),
            failed=lambda error: self.said.emit(error_words(error)),
        )

    def ask_expectation_again(self, began: TypedExpectation) -> None:
        """As ``ask_expectation``, with what was typed in the form before the journal locked over it."""
        self.ask_expectation(began.expectation, typed=began.typed)

    def ask_expectation(
        self,
        one: Expectation,
        *,
        over: ArrangementDialog | None = None,
        typed: Sequence[tuple[str, str]] | None = None,
    ) -> None:
        """Ask what a body expects; ``over`` is the form it was asked from, ``typed``: as for its form's ``fill``."""
        dialog = ExpectationDialog(self._look, one, over or self._page.window())
        if typed is not None:
            dialog.fill(typed)
            dialog.take_up()
        practice = self._store.practice

        def stored(_: object) -> None:
            self._say_stored(None)
            if over is not None:
                # shows the expectation as it is now, and what was ticked beside it as it was
                began = over.arrangement()
                over.accept()
                self.ask_again(began)

        def save() -> None:
            made = dialog.expectation()
            if made is None:
                dialog.failed(self.tr("A figure is a number, such as 1.5."))
                return
            store_with(self._lane, dialog, lambda: practice.save_expectation(made), stored)

        dialog.asked.connect(save)
        dialog.remove_asked.connect(
            lambda: store_with(self._lane, dialog, lambda: practice.reset_expectation(one.id), stored)
        )
        dialog.let_go.connect(self.let_go)
        dialog.open()

    def ask_client_hours(self, facts: Facts, began: Hours | None = None) -> None:
        """Ask for hours with clients; ``began`` as for ``ask``."""
        dialog = ClientHoursDialog(self._look, facts.client_hours, self._today(), self._page.window())
        if began is not None:
            dialog.fill(began)
            dialog.take_up()
        practice = self._store.practice

        def save() -> None:
            changed = dialog.changed()

            def store() -> None:
                for month, minutes in changed:
                    practice.set_client_hours(month, minutes)

            store_with(self._lane, dialog, store, self._say_stored)

        dialog.asked.connect(save)
        dialog.let_go.connect(self.let_go)
        dialog.open()

    def ask_client_hours_again(self, began: Hours) -> None:
        """As ``ask_client_hours``, with what is stored read anew."""
        store, today = self._store, self._today()
        self._lane.run(
            lambda: gather(store, today),
            owner=self,
            done=lambda facts: self.ask_client_hours(facts, began),
            failed=lambda error: self.said.emit(error_words(error)),
        )

    def _say_stored(self, _: object) -> None:
        self.stored.emit()
