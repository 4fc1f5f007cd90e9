"""What the page of CPD and accounts asks of an open journal; called on the vault lane only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from journal.model import Entry, Filter, Heading, Hit, Order, Post
from journal.practice.summaries import Summary
from journal.practice_model import Account, CpdActivity, Template


class AsksLearning(Protocol):
    """``OpenJournal.learning``."""

    @property
    def models(self) -> Sequence[Template]:
        """The models that ship with the program, the forms of accounts among them."""

    def activities(self, first: dt.date | None = None, last: dt.date | None = None) -> Sequence[CpdActivity]:
        """CPD activities, the newest first."""

    def save_activity(self, activity: CpdActivity) -> CpdActivity:
        """Store one."""

    def remove_activity(self, activity_id: UUID) -> None:
        """Delete one."""

    def activity_list(self, first: dt.date, last: dt.date) -> Summary:
        """The dated list for a page or CSV, people by code alone."""

    def accounts(self) -> Sequence[Account]:
        """Reflective accounts, the newest first."""

    def save_account(self, account: Account) -> Account:
        """Store one."""

    def remove_account(self, account_id: UUID) -> None:
        """Delete one."""

    def account_post(self, account_id: UUID) -> Post:
        """Make its post."""


class LearningStore(Protocol):
    """The part of ``OpenJournal`` that the page shows."""

    @property
    def learning(self) -> AsksLearning:
        """CPD and accounts."""

    def window(self, wanted: Filter, offset: int, limit: int) -> Sequence[Heading]:
        """Entries to choose passages from."""

    def search(self, query: str, wanted: Filter, order: Order, limit: int, offset: int = 0) -> Sequence[Hit]:
        """Entries with certain words."""

    def entry(self, entry_id: UUID) -> Entry:
        """One entry."""
