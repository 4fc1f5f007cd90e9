"""Starting, and starting anew: what is handed over, what is given away, what is logged."""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSocketNotifier, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from journal.model import Filter
from journal.paths import places_in
from tests.gui.sessions import made_journal
from tests.journals import PASSPHRASE, unlocked
from ui.__main__ import _parser, main, quit_on_signals, start_log, told
from ui.relaunch import Handover, command
from ui.window_state import WindowState, geometry_text, load_window, restore_geometry, save_window, window_state

CANARY = "canary-quince-marmalade"


@pytest.fixture
def logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in root.handlers:
        if handler not in handlers:
            handler.close()
    root.handlers[:] = handlers
    root.setLevel(level)


def test_a_handover_names_places_and_codes_and_nothing_else(tmp_path: Path) -> None:
    handover = Handover(tmp_path / "j", tmp_path / "h", "-AdnQ=", minimised=True, active=True, reason="sleep")
    assert handover.arguments() == [
        *("--journal", str(tmp_path / "j"), "--home", str(tmp_path / "h")),
        *("--geometry=-AdnQ=", "--minimised", "--active", "--reason", "sleep"),
    ]
    assert Handover(tmp_path).arguments() == ["--journal", str(tmp_path)]


def test_the_next_process_is_this_interpreter_and_searches_no_folder_we_stand_in(tmp_path: Path) -> None:
    assert command(Handover(tmp_path))[:4] == [sys.executable, "-P", "-m", "ui"]


#: Replaces itself by a process that tells its arguments and which files it still has open.
REPLACING = """
import os, sys
from pathlib import Path
from ui import relaunch
kept = open(sys.argv[1])
os.set_inheritable(kept.fileno(), True)
fds = '/proc/self/fd/'
look = f"import os, sys; print(sys.argv[1:], [os.path.realpath('{fds}' + n) for n in os.listdir('{fds}')])"
relaunch.command = lambda handover: [sys.executable, "-c", look, *handover.arguments()]
print(os.getpid(), flush=True)
relaunch.replace_process(relaunch.Handover(Path("/a folder")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_replacing_keeps_the_process_and_closes_its_files(tmp_path: Path) -> None:
    secret = tmp_path / "open-file"
    secret.write_text("words", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", REPLACING, str(secret)], check=False, capture_output=True, text=True, timeout=60
    )
    assert "['--journal', '/a folder']" in done.stdout, done.stderr
    assert "open-file" not in done.stdout


def test_geometry_survives_and_anything_else_is_refused(qtbot: QtBot) -> None:
    window, other = QWidget(), QWidget()
    qtbot.addWidget(window)
    qtbot.addWidget(other)
    window.setGeometry(40, 50, 400, 300)
    assert geometry_text(window) == "400x300@40,50"
    assert restore_geometry(other, geometry_text(window))
    assert other.geometry() == window.geometry()
    for strange in ("", "AAAA", "***", "ä", "x" * 10_000, "400x300@1", "4x3", "400x300@1,2z"):
        assert not restore_geometry(other, strange)
    assert other.geometry() == window.geometry()


@pytest.mark.parametrize("top", [0, 3, 25, 200])
def test_a_window_does_not_drift_from_lock_to_lock(qtbot: QtBot, top: int) -> None:
    handed = [f"500x400@20,{top}"]
    for _ in range(5):
        window = QWidget()
        qtbot.addWidget(window)
        restore_geometry(window, handed[-1])
        window.show()
        handed.append(geometry_text(window))
    # the off-screen system keeps two pixels for its own frame, once
    assert handed[-1] == handed[1]
    assert handed[-1] in (f"500x400@20,{top}", "500x400@20,2")


def test_full_screen_and_maximised_come_back_with_the_size_they_hide(qtbot: QtBot) -> None:
    for state, mark in ((Qt.WindowState.WindowFullScreen, "f"), (Qt.WindowState.WindowMaximized, "m")):
        window, other = QWidget(), QWidget()
        qtbot.addWidget(window)
        qtbot.addWidget(other)
        window.setGeometry(40, 50, 400, 300)
        window.show()
        window.setWindowState(state)
        assert geometry_text(window).endswith(mark)
        assert restore_geometry(other, geometry_text(window))
        assert other.windowState() & state


def test_on_wayland_no_place_is_kept(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 50, 400, 300)
    assert geometry_text(window, "wayland") == "400x300"


def test_a_place_that_no_screen_shows_is_not_believed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(10, 10, 300, 200)
    assert restore_geometry(window, "400x300@9000,9000")
    assert (window.x(), window.y(), window.width()) == (10, 10, 400)
    assert restore_geometry(window, "9000x8000@0,0")
    assert window.screen().availableGeometry().contains(window.geometry())


def test_the_window_file_holds_geometry_alone(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowTitle(CANARY)
    path = tmp_path / "state" / "window.json"
    save_window(path, window_state(window, 333))
    assert set(json.loads(path.read_text(encoding="utf-8"))) == {"geometry", "list_px"}
    assert load_window(path) == WindowState(geometry_text(window), 333)
    assert CANARY not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "content", ["", "[]", "{", '{"geometry": 7}', "[" * 100_000, '{"list_px": -4}', '{"list_px": "9"}']
)
def test_a_broken_window_file_is_no_error(tmp_path: Path, content: str) -> None:
    path = tmp_path / "window.json"
    path.write_text(content, encoding="utf-8")
    assert load_window(path) == WindowState()


def test_the_log_is_private_and_in_the_state_folder(tmp_path: Path, logging_as_before: None) -> None:
    places = places_in(tmp_path)
    start_log(places)
    logging.getLogger("ui.locking").info("locking: %s", "idle")
    file = places.state / "congruence.log"
    assert "locking: idle" in file.read_text(encoding="utf-8")
    assert file.stat().st_mode & 0o777 == 0o600


#: Reads the limits back in a process of its own: they cannot be raised again.
GUARDED = """
import ctypes, faulthandler, resource
from ui.__main__ import give_nothing_away
give_nothing_away()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), faulthandler.is_enabled())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="prctl")
def test_no_core_and_no_reading_of_this_process() -> None:
    done = subprocess.run([sys.executable, "-c", GUARDED], check=False, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "(0, 0) 0 True"


def test_help_needs_no_window(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert "--journal" in said
    assert "--geometry" not in said, "what processes tell each other is nobody else's business"


def test_the_program_starts_and_ends_by_itself(tmp_path: Path) -> None:
    code = (
        "import sys, ui.session\nfrom PySide6.QtCore import QTimer\n"
        "run = ui.session.Session.run\n"
        "def quick(self):\n    run(self)\n    QTimer.singleShot(50, self.window.close)\n"
        "ui.session.Session.run = quick\n"
        "from ui.__main__ import main\nsys.exit(main(['--home', sys.argv[1]]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_being_asked_to_end_saves_and_locks(tmp_path: Path) -> None:
    made_journal(tmp_path)
    code = (
        "import sys, os, signal, ui.session\nfrom PySide6.QtCore import QTimer\n"
        "run = ui.session.Session.run\n"
        "def typing(self):\n"
        "    run(self)\n"
        f"    self.opening.page.unlock_asked.emit({PASSPHRASE!r})\n"
        "    def look():\n"
        "        if self.pages is None:\n"
        "            return\n"
        "        timer.stop()\n"
        "        self.pages.editor.new_entry('free')\n"
        "        QTimer.singleShot(200, write)\n"
        "    def write():\n"
        "        self.pages.editor.body.insertPlainText('Typed just now.')\n"
        "        os.kill(os.getpid(), signal.SIGTERM)\n"
        "    timer = self.timer = QTimer(self)\n"
        "    timer.timeout.connect(look)\n"
        "    timer.start(20)\n"
        "ui.session.Session.run = typing\n"
        "from ui.__main__ import main\n"
        "sys.exit(main(['--journal', sys.argv[1], '--home', sys.argv[2]]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "journal"), str(tmp_path / "home")],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    journal = unlocked(tmp_path)
    assert [heading.excerpt for heading in journal.window(Filter(), 0, 10)] == ["Typed just now."]
    journal.lock()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_signal_quits_from_the_event_loop_and_not_from_wherever_python_stands(
    qtbot: QtBot, qapp: QApplication
) -> None:
    # run inside a paint event it began another paint, and the program died of it
    former = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)}
    asked: list[bool] = []
    try:
        quit_on_signals(qapp, lambda: asked.append(True))
        os.kill(os.getpid(), signal.SIGTERM)
        assert asked == []
        qtbot.waitUntil(lambda: asked == [True])
    finally:
        signal.set_wakeup_fd(-1)
        for number, handler in former.items():
            signal.signal(number, handler)
        for notifier in qapp.findChildren(QSocketNotifier, options=Qt.FindChildOption.FindDirectChildrenOnly):
            notifier.setEnabled(False)
            notifier.deleteLater()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "--journal here --home ~/there",
        "--journal=here --home=",
        "--minimised --geometry=-90x20 --reason idle",
        "--active --reason idle",
        "--reason=a=b --reason later",
        "--jour here --min",
    ],
)
def test_a_plain_command_line_is_read_as_argparse_reads_it(line: str) -> None:
    assert vars(told(line.split())) == vars(_parser().parse_args(line.split()))


def test_what_a_locked_window_hands_over_is_read_without_argparse(monkeypatch: pytest.MonkeyPatch) -> None:
    handover = Handover(Path("/j o"), Path("/h"), geometry="800x600@-5,7m", minimised=True, active=True, reason="idle")
    monkeypatch.setattr("ui.__main__._parser", None)
    assert vars(told(handover.arguments())) == {
        "journal": Path("/j o"),
        "home": Path("/h"),
        "geometry": "800x600@-5,7m",
        "minimised": True,
        "active": True,
        "reason": "idle",
    }


@pytest.mark.parametrize("line", ["--journal", "--minimised=yes", "--journal --home x", "extra", "--nonsense 3"])
def test_a_command_line_that_means_nothing_is_refused(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        told(line.split())
    assert "usage: congruence" in capsys.readouterr().err
