"""Pictures of every page and dialog from the sample journal (``make screenshots``), and a sheet that shows them all.

Each look (theme, window, text size) is a process of its own. The day, the clock, every choice and the recovery words
are fixed, so that two runs of one program make the same pictures. A picture that could not be made is named in the
sheet and fails the command.
"""

from __future__ import annotations

import argparse
import datetime as dt
import html
import json
import os
import random
import secrets
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

#: An evening that is nobody's: what "today" is in every picture.
NOW = dt.datetime(2026, 11, 20, 19, 2, tzinfo=dt.UTC)
WORDS = ("acorn", "bakery", "canyon", "dazzling", "ember", "flannel", "gravel", "harbor", "iguana", "jockey", "kettle")
#: theme, window, text in px (18 is the standard; 36 is 200 %).
LOOKS = [
    *((theme, size, 18) for size in ("1440x900", "1024x700") for theme in ("light", "dark")),
    *((theme, "1440x900", 36) for theme in ("light", "dark")),
]


def choose_first(sequence: Sequence[object]) -> object:
    """In the place of ``secrets.choice``."""
    return sequence[0]


@dataclass(slots=True)
class Album:
    """Where the pictures go, and which could not be made."""

    folder: Path
    prefix: str
    made: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def name(self, what: str) -> Path:
        file = f"{self.prefix}-{len(self.made) + 1:02}-{what}.png"
        self.made.append(file)
        return self.folder / file


def _draw(album: Album, home: Path, theme: str, size: str, text_px: int) -> None:
    """All pictures of one look, in this process."""
    # ruff: noqa: PLC0415 - chance and clock are fixed before anything keeps them
    secrets.choice = choose_first  # type: ignore[assignment]
    secrets.SystemRandom = lambda: random.Random(1)  # type: ignore[assignment,misc]
    import journal.open_journal

    defaults = journal.open_journal.OpenJournal.__init__.__kwdefaults__
    assert defaults is not None
    defaults["clock"] = lambda: NOW
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication, QListWidget, QWidget

    import ui.building
    import ui.practising
    from journal import sample_journal
    from journal.practice.checklist import load_checklist
    from journal.settings import Settings, save_settings
    from tests.campaigns.driven import Driven
    from tests.journals import PASSPHRASE, new_journal, places
    from ui.crash_dialog import CrashDialog

    composed: Any = ui.building
    composed.today = NOW.date
    composed = ui.practising
    composed.today, composed.now = NOW.date, lambda: NOW
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app = QApplication([])
    width, height = map(int, size.split("x"))
    save_settings(places(home).settings, Settings(theme=theme, text_px=text_px))

    def begin() -> Driven:
        driven = Driven(app, home)
        driven.session.window.resize(width, height)
        driven.spin(0.3)
        return driven

    driven = begin()
    window: QWidget = driven.session.window

    def shot(what: str, step: Callable[[], object] = lambda: None) -> None:
        """Do ``step``, then take the window, and each dialog that it opened; dialogs are put away again."""
        try:
            step()
            driven.spin(0.25)
            driven.settle()
            # an answer that came late is laid out by now: a busy machine would be pictured half-way else
            driven.spin(0.1)
            window.grab().save(str(album.name(what)))
            for dialog in [top for top in app.topLevelWidgets() if top.isVisible() and top is not window]:
                dialog.grab().save(str(album.name(f"{what}-dialog")))
                dialog.hide()
        except Exception as error:
            album.missed.append(f"{album.prefix} {what}: {type(error).__name__}: {error}")

    def act(id: str) -> Callable[[], object]:
        return lambda: driven.session.window.action(id).trigger()

    first: QWidget | None = driven.session.opening.page
    assert first is not None
    steps = first._to  # type: ignore[attr-defined]
    for number, what in enumerate(("first-run", "first-run-loss", "first-run-passphrase")):
        shot(what, lambda number=number: steps(number))  # type: ignore[misc]
    shot("first-run-words", lambda: first.show_words(WORDS))  # type: ignore[attr-defined]
    shot("first-run-confirm", first.words_step._to_ask)  # type: ignore[attr-defined]
    driven.end()
    opened, _ = new_journal(home)
    opened.lock()
    driven = begin()
    window = driven.session.window
    shot("unlock")
    page: QWidget | None = driven.session.opening.page
    assert page is not None
    shot("unlock-wrong", lambda: page.unlock_asked.emit("not the passphrase"))  # type: ignore[attr-defined]
    shot("unlock-other", driven.session.opening.ask_other)
    shot("recover", driven.session.opening._show_recover)
    driven.session.opening._show_unlock()
    driven.unlock(PASSPHRASE)
    shot("empty-journal")
    written: list[bool] = []
    held = driven.session.journal
    assert held is not None

    def write() -> None:
        sample_journal.write_sample(held, NOW.date())

    driven.session.vault.run(write, owner=driven.session, done=lambda _: written.append(True))
    driven.wait(lambda: written)
    pages = driven.pages
    pages.timeline.load()
    driven.settle()
    for place in ("today", "supervision", "wellbeing", "looking_back", "learning"):
        shot(place, act(place))
        _scrolled(getattr(pages.practising, place), place, shot)
    for what, step in _practice_steps(pages).items():
        shot(what, step)
    driven.session.window.action("journal").trigger()
    driven.settle()
    shot("journal-nothing-open")
    shot("entry", act("next"))
    shot("entry-question", pages.editor.prompts.ask)
    for line in ("Later that evening it looked smaller.", "And a little truer."):
        # the first of two makes the sample's text an earlier one
        pages.editor.autosave.finish()
        pages.editor.body.insert_paragraph(line)
        pages.editor.autosave.flush()
        driven.settle()
    for id in ("find", "history", "side", "side", "new", "trash_list", "drafts", "prompts"):
        shot(id, act(id))
        if id == "find":
            pages.editor._sheet.find_bar.put_away()
        if id == "trash_list":
            pages.timeline.filters.leave_trash()
        if id == "drafts":
            _sample_review(driven, shot)
    driven.session.window.action("journal").trigger()
    driven.settle()
    driven.session.window.action("next").trigger()
    driven.settle()
    shot("search", lambda: pages.timeline._search.setText("session"))
    shot("search-nothing", lambda: pages.timeline._search.setText("zebra"))
    pages.timeline.show_all()
    driven.settle()
    shot("settings", act("settings"))
    sections = pages.settings.findChild(QListWidget)
    assert sections is not None
    for section in range(1, sections.count()):
        shot(f"settings-{section + 1}", lambda section=section: sections.setCurrentRow(section))  # type: ignore[misc]
        _scrolled(pages.settings, f"settings-{section + 1}", shot)
    driven.session.window.action("journal").trigger()
    driven.settle()
    if pages.editor.entry_id is None:
        driven.session.window.action("next").trigger()
        driven.settle()
    driven.session.window.action("post").trigger()
    driven.wait(lambda: driven.pages.review.post_id is not None)
    shot("review")
    _scrolled(pages.review, "review", shot)
    panel = pages.review._panel
    shot("review-some", lambda: panel.do("accept"))
    for number, what in ((1, "together"), (2, "questions"), (0, "details")):
        shot(f"review-{what}", panel._tabs[number].click)

    def decide() -> None:
        panel._all_accepted()
        for question in load_checklist().questions:
            panel._answered(question.id, "considered")

    shot("review-decided", decide)
    shot("parts", act("parts"))
    shot("export", panel.export_asked.emit)
    shot("crash", lambda: CrashDialog("RuntimeError\nreview_page.py:175 _begun", driven.session.window).open())
    for id in ("help", "shortcuts", "protected", "about"):
        shot(id, act(id))
    driven.session.window.action("journal").trigger()
    keeper = driven.session.keeper
    assert keeper is not None
    shot("lock-notice", lambda: keeper.notice.emit(21))
    keeper.notice.emit(0)
    shot("cover", driven.session.window.show_cover)
    shot("cover-failed", lambda: driven.session.window.cover.show_failure("The disk is full. Your text is still here."))
    driven.session.window.hide_cover()
    driven.lock()


def _sample_review(driven: Any, shot: Callable[..., None]) -> None:
    """A draft of the sample, which has something of everything: as it begins, and with a few places decided."""
    # ruff: noqa: PLC0415 - as above: nothing of Qt before the look is fixed
    from PySide6.QtGui import QTextCursor

    driven.pages.posts._go_on.click()
    driven.wait(lambda: driven.pages.review._review is not None)
    shot("review-sample")
    panel = driven.pages.review._panel
    for _ in range(3):
        panel.do("accept")
    shot("review-sample-some")
    shot("treatments", panel.card._how.showPopup)
    panel.card._how.hidePopup()
    shot("kept-because", panel.card.ask_why_kept)
    shot("change", lambda: panel.do("change"))
    for number, what in ((1, "together"), (2, "questions"), (0, "details")):
        shot(f"review-sample-{what}", panel._tabs[number].click)
        if number:
            _scrolled(panel, f"review-sample-{what}", shot)
    pane = driven.pages.review._draft_pane
    pane.moveCursor(QTextCursor.MoveOperation.Start)
    pane.moveCursor(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    shot("identifies", lambda: driven.pages.review._flagging.ask(pane))
    _source_changed(driven, shot)
    driven.session.window.action("drafts").trigger()
    driven.settle()
    shot("weave", lambda: _weave(driven))
    driven.session.window.action("drafts").trigger()
    driven.settle()


def _weave(driven: Any) -> None:
    """The dialog in which a draft is begun from entries, with two of them put in."""
    from ui.review.weave_dialog import WeaveDialog

    driven.pages.posts.begin()
    driven.settle()
    [dialog] = driven.pages.posts.window().findChildren(WeaveDialog)
    for at in (0, 2):
        dialog._pick(dialog._offered.item(at))


def _source_changed(driven: Any, shot: Callable[..., None]) -> None:
    """The same draft taken up again after its entry was changed."""
    review, held = driven.pages.review, driven.session.journal
    post_id = review.post_id
    driven.pages.review.flush(lambda error: None)
    driven.settle()
    entry_id = review._review.post.sources[0].entry_id

    def change() -> None:
        draft = held.entry(entry_id).draft()
        held.save_draft(replace(draft, body=draft.body.replace(". ", ", I think. ", 1)))

    driven.session.vault.run(change, owner=driven.session)
    driven.settle()
    review.open_post(post_id)
    driven.wait(lambda: review._review is not None)
    shot("review-source-changed")


def _practice_steps(pages: Any) -> dict[str, Callable[[], object]]:
    """The dialogs of the practice side, by the name of their picture."""
    practising = pages.practising
    facts = practising.supervision.facts
    return {
        "today-end": practising.today.end_day,
        "session": lambda: practising.supervision.log_session(facts.sessions[0]),
        "matter": lambda: practising.supervision.bring(facts.agenda[0]),
        "after-session": lambda: practising.supervision.hear(facts.agenda[0]),
        "pause": practising.supervision._ask_pause,
        "arrangement": practising.supervision._ask_arrangement,
        "summary": practising.supervision._ask_summary,
        "check-in": practising.wellbeing.check_in,
        "gate": lambda: practising.wellbeing._ask_gate("cbi"),
        "early-signs": practising.wellbeing._ask_plan,
        "events": practising.wellbeing._ask_events,
        "thread": lambda: practising.looking_back._open_thread(practising.looking_back.facts.threads[0]),
        "activity": practising.learning._new_activity,
        "account": practising.learning._new_account,
        "models": practising.ask_model,
    }


def _scrolled(page: object, what: str, shot: Callable[..., None]) -> None:
    """The same page further down, where it is longer than the window."""
    from PySide6.QtWidgets import QScrollArea, QWidget

    assert isinstance(page, QWidget)
    areas = [area for area in page.findChildren(QScrollArea) if area.isVisible()]
    longest = max(areas, key=lambda area: area.verticalScrollBar().maximum(), default=None)
    if longest is None or not longest.verticalScrollBar().maximum():
        return
    bar = longest.verticalScrollBar()
    parts = min(4, 1 + bar.maximum() // max(1, bar.pageStep()))
    for part in range(1, parts + 1):
        shot(f"{what}-{part + 1}", lambda part=part: bar.setValue(bar.maximum() * part // parts))


def _sheet(folder: Path, albums: dict[str, list[str]], missed: list[str]) -> None:
    """``index.html``: a column a look, one row a picture."""
    rows = []
    for look, files in albums.items():
        pictures = "".join(
            f'<figure><a href="{name}"><img loading="lazy" src="{name}" alt=""></a>'
            f"<figcaption>{html.escape(Path(name).stem.removeprefix(look + '-'))}</figcaption></figure>"
            for name in files
        )
        rows.append(f"<h2>{look}</h2><section>{pictures}</section>")
    failures = "".join(f"<li>{html.escape(line)}</li>" for line in missed)
    style = (
        "body{font:14px sans-serif;margin:24px}section{display:flex;flex-wrap:wrap;gap:16px}"
        "figure{margin:0;width:360px}img{width:100%;border:1px solid #ccc}figcaption{color:#555}"
    )
    page = f"<!doctype html><meta charset=utf-8><title>Pages</title><style>{style}</style><ul>{failures}</ul>"
    (folder / "index.html").write_text(page + "".join(rows), encoding="utf-8")


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.screenshots", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--only", default="", help="looks whose name contains this, such as dark-1024x700")
    parser.add_argument("--draw", default="", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.draw:
        theme, size, text_px = options.draw.split("-")
        album = Album(options.out, options.draw)
        # pictures show this path: the same on every machine, and nobody's
        home = Path("/tmp/congruence") / options.draw
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        os.environ["HOME"] = str(home)
        _draw(album, home, theme, size, int(text_px))
        shutil.rmtree(home, ignore_errors=True)
        print(json.dumps([album.made, album.missed]), flush=True)
        os._exit(0)
    looks = [name for name in (f"{theme}-{size}-{text}" for theme, size, text in LOOKS) if options.only in name]
    if not options.only:
        shutil.rmtree(options.out, ignore_errors=True)
    options.out.mkdir(parents=True, exist_ok=True)
    albums, missed = {}, []
    for look in looks:
        line = [sys.executable, "-P", "-m", "tests.campaigns.screenshots", "--out", str(options.out), "--draw", look]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(line, check=False, capture_output=True, text=True, timeout=600, env=environment)
        if done.returncode:
            missed.append(f"{look}: {done.stderr[-1500:]}")
            continue
        albums[look], failed = json.loads(done.stdout.splitlines()[-1])
        missed += failed
        print(f"{look}: {len(albums[look])} pictures", flush=True)
    _sheet(options.out, albums, missed)
    print("\n".join([*missed, str(options.out / "index.html")]))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(_main())
