"""Templates, CPD and reflective accounts of one unlocked journal: ``journal.learning``.

Used on the vault lane alone, like ``OpenJournal``; what it hands out are plain values.
"""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from journal.model import Post
from journal.practice.models import load_models
from journal.practice_model import Account, CpdActivity, Template


class Learning:
    """Reflective models and own templates, CPD activities, accounts in the headings of a form."""

    def __init__(self) -> None:
        self.models = load_models()

    def templates(self, kind: str | None = None) -> tuple[Template, ...]:
        """All, or those for a kind of entry, the best fitting first; the person's own before ours."""
        raise NotImplementedError

    def save_template(self, template: Template) -> Template:
        """Store one of their own; one of ours is stored as a copy of their own."""
        raise NotImplementedError

    def remove_template(self, template_id: str) -> None:
        """Delete one of their own."""
        raise NotImplementedError

    def activities(self, first: dt.date | None = None, last: dt.date | None = None) -> tuple[CpdActivity, ...]:
        """CPD activities, the newest first."""
        raise NotImplementedError

    def save_activity(self, activity: CpdActivity) -> CpdActivity:
        """Store one."""
        raise NotImplementedError

    def remove_activity(self, activity_id: UUID) -> None:
        """Delete one."""
        raise NotImplementedError

    def accounts(self) -> tuple[Account, ...]:
        """Reflective accounts, the newest first."""
        raise NotImplementedError

    def account(self, account_id: UUID) -> Account:
        """One account. Raises ``NotFound``."""
        raise NotImplementedError

    def save_account(self, account: Account) -> Account:
        """Store one; the words before are kept."""
        raise NotImplementedError

    def remove_account(self, account_id: UUID) -> None:
        """Delete one; the post that it became stays."""
        raise NotImplementedError

    def account_post(self, account_id: UUID) -> Post:
        """The post of an account, made now from its headings, passages and words, to be reviewed before any export."""
        raise NotImplementedError
