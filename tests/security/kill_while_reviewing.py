"""Kills a whole window with SIGKILL at each stage of a review and looks at what is left (issue 5, "Shows 3").

Run as a script with a folder, a number of rounds and a seed (and "quick" for the stages of a short run); prints one
JSON object. Each round takes one post from its first opening to its export. Each stage is a forked process of its
own: it opens the journal, takes the post up where the one before was killed, does its part, and lets the save pause
pass by the clock; what was decided until then is "settled". Then it decides something more, which may be lost, and is
killed a random moment later. Another fork opens the journal and compares: the post must stand as settled, or with
what came after it.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

# what takes longest to import, before the forks: the forks are the processes that are killed
import ui.app
import ui.export.export_dialog
import ui.review.review_page
from journal.anonymise.detectors import DETECTORS
from journal.anonymise.review import begin_review
from journal.export.save import save
from journal.model import Draft, Post
from tests.journals import DAY, new_journal, unlocked
from tests.security.kill_while_writing import in_a_fork
from ui.review.post_saving import LONGEST_MS, PAUSE_MS

assert DETECTORS
assert ui.app
assert ui.export.export_dialog
assert ui.review.review_page

BODY = (
    "On Tuesday I saw Rebecca, a midwife of 34. It went quiet, and I let it.\n\n"
    "Rebecca told me that Tomasz had rung 07700 900123 to cancel. Write to anna@example.org.\n\n"
    "It was enough for both of us."
)
STAGES = ("opened", "decided", "typed", "flagged", "questions answered", "last page", "during export")
QUICK = ("decided", "questions answered", "during export")
#: What a save may take after the pause, on a machine that is busy with other things.
_GRACE_S = 0.35


def whole_beside(out: Path) -> Path:
    """Where the same export is written without a kill, to compare."""
    return out.with_name(f"{out.name}-expected.md")


def digest(post: Post) -> str:
    """What a person decided in a post: changes, words found for typed ones, answers."""
    said = [[dataclasses.astuple(change) for change in post.changes], sorted(post.stand_ins), sorted(post.answers)]
    return hashlib.sha256(json.dumps(said, default=str).encode()).hexdigest()


def stage_until_killed(home: Path, post_id: UUID, stage: str, out: Path, pipe: int) -> None:
    """One stage; each line on ``pipe`` says what is settled, then what was decided after it."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtTest import QTest  # noqa: PLC0415 - one application a process, made after the fork
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from tests.campaigns.driven import Driven, collect_warnings  # noqa: PLC0415

    app = QApplication([])
    collect_warnings()
    driven = Driven(app, home)
    driven.unlock()
    driven.pages._open_post(post_id)
    page = driven.pages.review
    driven.wait(lambda: page._review)
    driven.settle()
    review, panel, pane = page._review, page._panel, page._draft_pane
    assert review is not None

    def type_behind(words: str, typed: str) -> None:
        pane.setFocus()
        pane.put_caret(pane.text.index(words) + len(words))
        QTest.keyClicks(pane, typed)

    def accept_next() -> None:
        panel.go_on(1)
        panel.do("accept")

    def flag() -> None:
        start = pane.text.index("both of us")
        cursor = pane.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + 10, cursor.MoveMode.KeepAnchor)
        pane.setTextCursor(cursor)
        page._flagging.flag(pane, "uniqueness", everywhere=False)

    def decide_all() -> None:
        panel._accept_all.click()
        for index in reversed(review.undecided):
            panel.show_finding(index)
            panel._each(lambda review, index: review.keep(index), only_open=True)
        panel.begin_questions()
        for question in panel.questions._unanswered({}):
            panel._answered(question.id, "considered")

    def to_last_page() -> Any:
        page._finish()
        driven.wait(lambda: driven.session.window.findChild(ui.export.export_dialog.ExportDialog))
        driven.settle()
        return driven.session.window.findChild(ui.export.export_dialog.ExportDialog)

    def export() -> None:
        dialog = to_last_page()
        save(review.finish(), "md", whole_beside(out))
        dialog._folder.setText(str(out))
        say(pipe, "settled", digest(review.post))
        dialog._export.click()

    nothing: Callable[[], object] = lambda: None  # noqa: E731 - one of a table
    first, later = {
        "opened": (nothing, nothing),
        "decided": (accept_next, accept_next),
        "typed": (
            lambda: type_behind("both of us", " and for the room"),
            lambda: type_behind("and for the room", ", too"),
        ),
        "flagged": (flag, nothing),
        "questions answered": (decide_all, lambda: panel._answered("not_a_question", "considered")),
        "last page": (to_last_page, nothing),
        "during export": (export, nothing),
    }[stage]
    first()
    if stage != "during export":
        if stage not in ("opened", "last page"):
            # by the clock alone: whether it was stored by then is what is tried
            driven.spin(PAUSE_MS / 1000 + _GRACE_S)
        say(pipe, "settled", digest(review.post))
        later()
        say(pipe, "later", digest(review.post))
    driven.spin(20)


def type_until_killed(home: Path, post_id: UUID, pipe: int, seconds: float) -> None:
    """Types without a pause as long as the one before a save; each line on ``pipe`` is what stands and when."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtTest import QTest  # noqa: PLC0415 - as above
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from tests.campaigns.driven import Driven, collect_warnings  # noqa: PLC0415

    app = QApplication([])
    collect_warnings()
    driven = Driven(app, home)
    driven.unlock()
    driven.pages._open_post(post_id)
    page = driven.pages.review
    driven.wait(lambda: page._review)
    driven.settle()
    review, pane = page._review, page._draft_pane
    assert review is not None
    pane.setFocus()
    pane.put_caret(len(pane.text) - 1)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QTest.keyClicks(pane, "x")
        say(pipe, f"{time.monotonic():.3f}", digest(review.post))
        driven.spin(0.1)
    say(pipe, "end", "")
    driven.spin(20)


def say(pipe: int, word: str, text: str) -> None:
    os.write(pipe, f"{word} {text}\n".encode())


def killed(work: Callable[[int], None], last: str, delay_s: float) -> list[tuple[str, str]]:
    """What a fork that does ``work`` said until it was killed, ``delay_s`` after it said ``last``."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        os.close(reading)
        try:
            work(writing)
        except BaseException:
            traceback.print_exc()
        os._exit(1)
    os.close(writing)
    said = b""
    while f"{last} ".encode() not in said and (more := os.read(reading, 65_536)):
        said += more
    time.sleep(delay_s)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 65_536):
        said += more
    os.close(reading)
    lines = [line.partition(" ") for line in said.decode().splitlines()]
    return [(word, text) for word, _, text in lines]


def compare(home: Path, post_id: UUID, out: Path) -> dict[str, Any]:
    """The post as it is stored, the files and the log."""
    journal = unlocked(home)
    post = journal.post(post_id)
    files = [path for path in out.iterdir() if not path.name.startswith(".")]
    expected = whole_beside(out)
    whole = all(path.read_bytes() == expected.read_bytes() for path in files)
    found = {
        "digest": digest(post),
        "damaged": not journal.verify().ok,
        "files": len(files),
        "whole": whole,
        "logged": len(post.exports),
        "parts": sum(path.name.startswith(".") for path in out.iterdir()),
    }
    journal.lock()
    return found


def campaign(home: Path, rounds: int, seed: int, stages: Sequence[str] = STAGES) -> dict[str, Any]:
    """Kill each stage of ``rounds`` posts of one growing journal."""
    choose = random.Random(seed)
    journal, _ = new_journal(home)
    entry = journal.save_draft(Draft(None, "free", "A visit", BODY, DAY))
    posts = [journal.begin_post([entry.id]).id for _ in range(rounds)]
    # what a first scan imports and reads is there in every fork then
    begin_review(journal.post(posts[0]), dataclasses.replace(journal.knowledge(), name_model=None))
    journal.lock()
    typing = typing_beside(home / "typing")
    table: dict[str, dict[str, int]] = {
        stage: {"kills": 0, "lost": 0, "kept_later": 0, "damaged": 0, "unopened": 0} for stage in stages
    }
    export = {"whole": 0, "torn": 0, "none": 0, "logged": 0, "logged_without_file": 0, "parts_left": 0}
    for number, post_id in enumerate(posts):
        out = home / f"out{number}"
        out.mkdir()
        for stage in stages:
            row = table[stage]
            last = "settled" if stage == "during export" else "later"
            delay_s = choose.random() * (0.3 if stage == "during export" else 0.5)

            def work(pipe: int, post_id: UUID = post_id, stage: str = stage, out: Path = out) -> None:
                stage_until_killed(home, post_id, stage, out, pipe)

            said = dict(killed(work, last, delay_s))
            row["kills"] += 1
            answer = in_a_fork(lambda post_id=post_id, out=out: compare(home, post_id, out))
            if not answer or "settled" not in said:
                row["unopened"] += 1
                continue
            found = json.loads(answer)
            row["lost"] += found["digest"] not in said.values()
            row["kept_later"] += said.get("later") not in (None, said["settled"]) and found["digest"] == said["later"]
            row["damaged"] += found["damaged"]
            if stage == "during export":
                export["none"] += not found["files"]
                export["whole"] += found["files"] and found["whole"]
                export["torn"] += found["files"] and not found["whole"]
                export["logged"] += found["logged"]
                export["logged_without_file"] += found["logged"] and not found["files"]
                export["parts_left"] += found["parts"]
    return {"stages": table, "export": export, "typing": typing()}


def typing_beside(home: Path) -> Callable[[], dict[str, Any]]:
    """Starts ``typing_on`` in a journal of its own, beside the rest; the answer waits for it."""
    home.mkdir()
    answer = home / "answer.json"
    if (child := os.fork()) == 0:
        try:
            answer.write_text(json.dumps(typing_on(home, 2.8)), encoding="utf-8")
        except BaseException:
            traceback.print_exc()
        os._exit(0)

    def wait() -> dict[str, Any]:
        os.waitpid(child, 0)
        found: dict[str, Any] = json.loads(answer.read_text(encoding="utf-8"))
        return found

    return wait


def typing_on(home: Path, seconds: float) -> dict[str, Any]:
    """How old the oldest lost word is where somebody typed on and on, in ms; the limit is the longest wait."""
    journal, _ = new_journal(home)
    entry = journal.save_draft(Draft(None, "free", "A visit", BODY, DAY))
    post_id = journal.begin_post([entry.id]).id
    journal.lock()
    said = killed(lambda pipe: type_until_killed(home, post_id, pipe, seconds), "end", 0)
    empty = home / "nothing"
    empty.mkdir(exist_ok=True)
    answer = json.loads(in_a_fork(lambda: compare(home, post_id, empty)))
    keys = [(float(at), text) for at, text in said if at != "end"]
    kept = next((number for number, (_, text) in enumerate(keys) if text == answer["digest"]), -1)
    lost = keys[kept + 1 :]
    oldest_ms = round((keys[-1][0] - lost[0][0]) * 1000) if lost else 0
    return {"keys": len(keys), "lost": len(lost), "oldest_lost_ms": oldest_ms, "limit_ms": LONGEST_MS}


if __name__ == "__main__":
    wanted = QUICK if sys.argv[4:] == ["quick"] else STAGES
    print(json.dumps(campaign(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), wanted)))
