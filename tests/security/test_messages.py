"""Row 33: no error, with all that hangs on it, and no log line carries what a person typed."""

import datetime as dt
import logging
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from journal.anonymise.review import Review, ReviewedPost, begin_review
from journal.errors import JournalError
from journal.ids import new_id
from journal.model import EarlierWords, Filter, KnownName, Order
from journal.open_journal import OpenJournal
from journal.practice_model import (
    Account,
    AgendaItem,
    CheckIn,
    CpdActivity,
    EarlySigns,
    LaterNote,
    Passage,
    Session,
    SignCondition,
    Signpost,
    Template,
    Thread,
)
from journal.restoring import preview_backup
from journal.unlocking import create_journal, recover_journal
from journal.vault.recovery import secret_of
from tests.journals import CHEAP, DAY, PASSPHRASE, answered, draft, new_journal, places, unlocked
from tests.security.canaries import CANARIES, hits_in, needles
from tests.security.canary_session import write_practice

WORD = CANARIES["body"]
CLIENT = CANARIES["client"]


def everything_said(error: BaseException) -> str:
    """The error as a log, a crash report or a debugger would show it: chain, arguments, attributes and all."""
    said = []
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        one = waiting.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        said += [str(one), repr(one), repr(one.args), repr(vars(one))]
        waiting.append(one.__cause__)
        if not one.__suppress_context__:
            waiting.append(one.__context__)
    said.append("".join(traceback.format_exception(error)))
    return "\n".join(said)


def attempts(tmp_path: Path, journal: OpenJournal) -> list[Callable[[], object]]:
    """Calls that are refused, each with a canary in what was given."""
    entry = journal.save_draft(draft(body=f"{WORD} {CLIENT}", title=CANARIES["title"]))
    journal.save_name(KnownName(new_id(), CLIENT, code="C1"))
    post = journal.begin_post((entry.id,))
    review = begin_review(post, journal.knowledge())
    backup = journal.back_up(tmp_path / "backups")
    folder = tmp_path / "journal"
    return [
        lambda: unlocked(tmp_path, CANARIES["passphrase"]),
        lambda: create_journal(tmp_path / "new", WORD[:5], places(tmp_path), kdf=CHEAP),
        lambda: create_journal(folder, CANARIES["passphrase"], places(tmp_path), kdf=CHEAP),
        lambda: recover_journal(folder, WORD, CANARIES["passphrase"], places(tmp_path), kdf=CHEAP),
        lambda: secret_of(WORD.split()),
        lambda: journal.change_passphrase(CANARIES["passphrase"], WORD, kdf=CHEAP),
        lambda: journal.change_passphrase(PASSPHRASE, WORD[:6], kdf=CHEAP),
        lambda: journal.recovery_words(CANARIES["passphrase"]),
        lambda: journal.save_draft(replace(entry.draft(), id=new_id(), body=WORD + " changed")),
        lambda: journal.save_draft(replace(draft(body=WORD), kind=WORD)),
        lambda: journal.save_name(KnownName(new_id(), CLIENT + " again", code="c1")),
        lambda: journal.save_name(KnownName(new_id(), "", aliases=(CLIENT,))),
        lambda: journal.never_flag(" "),
        lambda: journal.prompt(WORD),
        lambda: journal.prompt("free", condition=CLIENT),
        lambda: journal.entry(new_id()),
        lambda: journal.practice.save_session(Session(date_planned=DAY, status=WORD, impact=WORD)),
        lambda: journal.practice.save_session(Session(impact=WORD, with_role=CLIENT)),
        lambda: journal.practice.save_agenda_item(AgendaItem(title=WORD, about=new_id())),
        lambda: journal.practice.save_agenda_item(AgendaItem(title=WORD, how_soon=WORD)),
        lambda: journal.practice.reset_expectation(WORD),
        lambda: journal.practice.summary(WORD, DAY, DAY),
        lambda: journal.wellbeing.save_check_in(CheckIn(None, WORD, DAY, note=WORD)),
        lambda: journal.wellbeing.save_check_in(CheckIn(None, "weekly-check-in", DAY, ((WORD, 3),), note=WORD)),
        lambda: journal.wellbeing.save_early_signs(EarlySigns(WORD, conditions=(SignCondition(WORD, "low", 3),))),
        lambda: journal.learning.save_activity(CpdActivity(None, DAY, WORD, 60, WORD)),
        lambda: journal.learning.save_account(Account(None, WORD, WORD, DAY)),
        lambda: journal.learning.save_account(Account(None, "nmc-account", WORD, DAY, words=((WORD, WORD),))),
        lambda: journal.learning.save_template(Template("", WORD, (), own=True)),
        lambda: journal.looking_back.save_later_note(LaterNote(None, new_id(), DAY, WORD)),
        lambda: journal.looking_back.save_thread(Thread(None, WORD, WORD, (new_id(),))),
        review.finish,
        lambda: review.edit(0, 10_000, WORD),
        lambda: preview_backup(backup.path, CANARIES["passphrase"], tmp_path / "scratch"),
        lambda: journal.export(_accepted(review), WORD, tmp_path / CLIENT),
        lambda: journal.export(_accepted(review), "md", tmp_path / CANARIES["title"] / CLIENT),
    ]


def _accepted(review: Review) -> ReviewedPost:
    review.accept_all()
    return answered(review).finish()


def test_no_message_carries_what_was_typed(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    journal, _ = new_journal(tmp_path)
    forms = needles([*CANARIES.values(), WORD.split()[0], CLIENT.split()[0], CANARIES["passphrase"].split()[0]])
    codes = set()
    refused = 0
    for attempt in attempts(tmp_path, journal):
        with pytest.raises(Exception) as told:  # noqa: PT011 - whatever is raised must be silent
            attempt()
        refused += 1
        if isinstance(told.value, JournalError):
            codes.add(told.value.code)
        said = everything_said(told.value).replace(str(tmp_path), "")
        assert hits_in(said.encode(), forms) == set(), told.value.__class__
    # a query with anything in it is no error, and leaves no line in the log
    journal.search(f'"{CANARIES["search"]} AND ( NEAR *', Filter(), Order.BEST, 10)
    journal.lock()
    print(f"row 33: {refused} refusals, codes {sorted(codes)}, {len(caplog.records)} log lines, 0 canaries")
    assert len(codes) >= 8
    assert hits_in(caplog.text.encode(), forms) == set()


def test_values_do_not_show_their_words(tmp_path: Path) -> None:
    journal, _ = new_journal(tmp_path)
    forms = needles(CANARIES.values())
    entry = journal.save_draft(replace(draft(body=WORD, title=CANARIES["title"]), tags=(CANARIES["tag"],)))
    name = journal.save_name(KnownName(new_id(), CLIENT, (CANARIES["alias"] + " Reedsmere",)))
    post = journal.begin_post((entry.id,))
    review = begin_review(post, journal.knowledge())
    hits = journal.search(WORD, Filter(), Order.NEWEST, 5)
    values = [entry, entry.draft(), name, post, review, review.findings, hits, journal.knowledge(), journal.posts()]
    values += [journal.window(Filter(), 0, 5), journal.tags(), Filter(tags=(CANARIES["tag"],)), review.draft()]
    assert hits
    values += practice_values(journal, WORD)
    for value in values:
        assert hits_in(repr(value).encode(), forms) == set(), type(value)
    journal.lock()


def practice_values(journal: OpenJournal, words: str) -> list[object]:
    """Every value of the practice side with the words in it, and what is made of them."""
    write_practice(journal, words)
    journal.practice.save_agenda_item(AgendaItem(title=words))
    return [
        journal.practice.sessions(),
        journal.practice.agenda(),
        journal.practice.agenda_page(DAY),
        journal.practice.summary("bacp-record", DAY, DAY),
        journal.practice.expectations(),
        journal.wellbeing.check_ins("weekly-check-in"),
        journal.wellbeing.early_signs(),
        journal.wellbeing.events(),
        journal.wellbeing.last_close(DAY + dt.timedelta(days=1)),
        Signpost("", words, words, words, words, note=words),
        journal.learning.templates(),
        journal.learning.activities(),
        journal.learning.accounts(),
        journal.looking_back.threads(),
        journal.looking_back.saved_filters(),
        LaterNote(None, new_id(), DAY, words),
        Passage("s", new_id(), new_id(), 0, 1, words),
        EarlierWords(new_id(), new_id(), (), new_id(), dt.datetime.now(dt.UTC), (("impact", words),)),
    ]


def test_the_same_look_finds_a_canary_in_an_error_that_carries_one() -> None:
    forms = needles(CANARIES.values())
    with pytest.raises(KeyError) as told:
        _fail_because_of_a_failure()
    assert hits_in(everything_said(told.value).encode(), forms) == {WORD}


def _fail_because_of_a_failure() -> None:
    try:
        int(WORD)
    except ValueError:
        # the context, which holds the canary, is what the look must follow
        {"": 0}["harmless"]
