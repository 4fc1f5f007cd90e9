"""Templates of the person's own, CPD activities, and reflective accounts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import UUID

from journal.practice_model import Account, CpdActivity, Passage, Section, Template
from journal.store import columns
from journal.store.connection import Connection
from journal.store.keeper import Keeper
from journal.store.kept import Noun
from journal.store.rows import from_day

TEMPLATE = Noun(
    "template",
    Template,
    (
        *map(columns.text, ("name", "about", "caution")),
        columns.texts("kinds", words=False),
        columns.objects(
            "sections",
            lambda part: {"id": part.id, "heading": part.heading, "hint": part.hint},
            lambda part: Section(str(part["id"]), str(part["heading"]), str(part["hint"])),
        ),
    ),
    id_of=str,
)
ACTIVITY = Noun(
    "cpd_activity",
    CpdActivity,
    (
        columns.day("day"),
        columns.text("title"),
        columns.number("minutes"),
        columns.code("kind"),
        columns.flag("participatory"),
        columns.flag("active"),
        *map(columns.text, ("learned", "effect", "evidence")),
    ),
)


def _put_passage(passage: Passage) -> dict[str, str | int]:
    return {
        "section": passage.section,
        "entry": str(passage.entry_id),
        "revision": str(passage.revision),
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
    }


def _take_passage(packed: Any) -> Passage:
    return Passage(
        section=str(packed["section"]),
        entry_id=UUID(packed["entry"]),
        revision=UUID(packed["revision"]),
        start=int(packed["start"]),
        end=int(packed["end"]),
        text=str(packed["text"]),
    )


ACCOUNT = Noun(
    "account",
    Account,
    (
        columns.code("form"),
        columns.text("title"),
        columns.day("day"),
        columns.objects("passages", _put_passage, _take_passage),
        columns.objects("words", list, lambda pair: (str(pair[0]), str(pair[1]))),
        columns.link("post", field="post_id"),
    ),
)


class LearningRows:
    """All of it in one open journal."""

    def __init__(self, connection: Connection, device: UUID, clock: Callable[[], dt.datetime]) -> None:
        self._connection = connection
        self._templates: Keeper[Template] = Keeper(TEMPLATE, connection, device, clock)
        self._activities: Keeper[CpdActivity] = Keeper(ACTIVITY, connection, device, clock)
        self._accounts: Keeper[Account] = Keeper(ACCOUNT, connection, device, clock)

    def templates(self) -> tuple[Template, ...]:
        """The person's own, the first made first; ``id`` is their UUID as text."""
        return self._templates.all("ORDER BY seq")

    def save_template(self, template: Template, row_id: UUID | None) -> UUID:
        """Store one."""
        return self._templates.save(template, row_id)

    def remove_template(self, row_id: UUID) -> None:
        """Delete one. Raises ``NotFound``."""
        self._templates.remove(row_id)

    def activities(self, first: dt.date | None, last: dt.date | None) -> tuple[CpdActivity, ...]:
        """CPD activities, the newest first; days inclusive."""
        return self._activities.all(
            "WHERE day BETWEEN ? AND ? ORDER BY day DESC, seq DESC",
            from_day(first or dt.date.min),
            from_day(last or dt.date.max),
        )

    def save_activity(self, activity: CpdActivity) -> CpdActivity:
        """Store one."""
        return self._activities.get(self._activities.save(activity, activity.id))

    def remove_activity(self, activity_id: UUID) -> None:
        """Delete one. Raises ``NotFound``."""
        self._activities.remove(activity_id)

    def accounts(self) -> tuple[Account, ...]:
        """Reflective accounts, the newest first."""
        return self._accounts.all("ORDER BY day DESC, seq DESC")

    def account(self, account_id: UUID) -> Account:
        """One account. Raises ``NotFound``."""
        return self._accounts.get(account_id)

    def save_account(self, account: Account) -> Account:
        """Store one."""
        return self.account(self._accounts.save(account, account.id))

    def remove_account(self, account_id: UUID) -> None:
        """Delete one. Raises ``NotFound``."""
        self._accounts.remove(account_id)
