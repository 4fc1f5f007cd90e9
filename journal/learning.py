"""Templates, CPD and reflective accounts of one unlocked journal: ``journal.learning``.

Used on the vault lane alone, like ``OpenJournal``; what it hands out are plain values.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from journal.errors import BadInput
from journal.model import Post
from journal.practice import models
from journal.practice.codes import pairs
from journal.practice.cpd import activity_list, checked_activity
from journal.practice.summaries import Summary
from journal.practice_log import as_id
from journal.practice_model import Account, CpdActivity, Template
from journal.store.connection import Connection
from journal.store.learning import LearningRows
from journal.store.names import Names
from journal.store.posts import Posts


class Learning:
    """Reflective models and own templates, CPD activities, accounts in the headings of a form."""

    def __init__(self, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._clock = clock
        self._rows = LearningRows(connection, device, clock)
        self._names = Names(connection, device, clock)
        self._posts = Posts(connection, device, clock)
        self._models: tuple[Template, ...] | None = None

    @property
    def models(self) -> tuple[Template, ...]:
        """The thirteen that ship with the program."""
        if self._models is None:
            self._models = models.load_models()
        return self._models

    def templates(self, kind: str | None = None) -> tuple[Template, ...]:
        """All, or those for a kind of entry, the best fitting first; the person's own before ours."""
        own = tuple(replace(template, own=True) for template in self._rows.templates())
        every = (*own, *self.models)
        return every if kind is None else models.offered(every, kind)

    def template(self, template_id: str) -> Template:
        """One. Raises ``NotFound``."""
        return models.template(self.templates(), template_id)

    def save_template(self, template: Template) -> Template:
        """Store one of their own; one of ours is stored as a copy of their own. Raises ``BadInput``."""
        checked = models.checked_template(models.with_section_ids(template))
        key = self._rows.save_template(checked, as_id(checked.id) if checked.own and checked.id else None)
        return self.template(str(key))

    def remove_template(self, template_id: str) -> None:
        """Delete one of their own. Raises ``NotFound``, and ``BadInput`` for one of ours."""
        self._rows.remove_template(as_id(template_id))

    def activities(self, first: dt.date | None = None, last: dt.date | None = None) -> tuple[CpdActivity, ...]:
        """CPD activities, the newest first; days inclusive."""
        return self._rows.activities(first, last)

    def save_activity(self, activity: CpdActivity) -> CpdActivity:
        """Store one. Raises ``BadInput`` without a title, or for a kind or a number that cannot be."""
        return self._rows.save_activity(checked_activity(activity))

    def remove_activity(self, activity_id: UUID) -> None:
        """Delete one. Raises ``NotFound``."""
        self._rows.remove_activity(activity_id)

    def activity_list(self, first: dt.date, last: dt.date) -> Summary:
        """The dated list of activities for a page or CSV, the earliest first, people by code alone."""
        names = pairs((name.name, name.aliases, name.code) for name in self._names.list())
        return activity_list(self.activities(first, last)[::-1], names)

    def accounts(self) -> tuple[Account, ...]:
        """Reflective accounts, the newest first."""
        return self._rows.accounts()

    def account(self, account_id: UUID) -> Account:
        """One account. Raises ``NotFound``."""
        return self._rows.account(account_id)

    def save_account(self, account: Account) -> Account:
        """Store one; the words before are kept. Raises ``NotFound`` for a form, ``BadInput`` for a section of it."""
        known = {section.id for section in self.template(account.form).sections}
        used = {passage.section for passage in account.passages} | {section for section, _ in account.words}
        if not used <= known:
            raise BadInput(what="section", reason="unknown")
        return self._rows.save_account(account)

    def remove_account(self, account_id: UUID) -> None:
        """Delete one; the post that it became stays. Raises ``NotFound``."""
        self._rows.remove_account(account_id)

    def is_account(self, post_id: UUID) -> bool:
        """Whether a post was made of an account."""
        return any(account.post_id == post_id for account in self.accounts())

    def account_post(self, account_id: UUID) -> Post:
        """A post of the account as it is now: headings, passages, words. It passes the review before any export.

        Raises:
            NotFound: there is no such account.
            BadInput: nothing was written or chosen in it.
        """
        # the anonymiser takes longer to import than unlocking should last
        from journal.accounts import account_post  # noqa: PLC0415

        account = self.account(account_id)
        post = self._posts.save(account_post(account, self.template(account.form), self._clock()))
        self._rows.save_account(replace(account, post_id=post.id))
        return post
