"""Starts the window: arguments, a process that gives nothing away, logging without content, the event loop."""

from __future__ import annotations

import argparse
import contextlib
import faulthandler
import gc
import importlib
import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from journal.atomic import private_folder
from journal.errors import JournalError
from journal.hardening import harden_process
from journal.paths import Places, places_in, user_places

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

_LOG_BYTES = 256 * 1024


def a_folder(text: str) -> Path:
    """A folder as the command line names it."""
    return Path(text).expanduser().absolute()


#: The options that take a value, and what makes of its word what it means.
_VALUES: Mapping[str, Callable[[str], Path | str]] = {
    "--journal": a_folder,
    "--home": a_folder,
    "--geometry": str,
    "--reason": str,
}
#: The options that take none.
_SWITCHES = ("--minimised", "--active")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    # what a start makes it keeps: collecting meanwhile finds nothing and takes a twentieth of the time; afterwards the
    # session collects (ui/collecting.py)
    gc.disable()
    asked = told(sys.argv[1:] if arguments is None else arguments)
    give_nothing_away()
    # here, not above: what comes before must hold when Qt is loaded, and --help needs no Qt
    from PySide6.QtCore import QLocale  # noqa: PLC0415

    read_no_sources()
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui.crash import CrashReporter  # noqa: PLC0415
    from ui.session import Start  # noqa: PLC0415
    from ui.start import make_session  # noqa: PLC0415
    from ui.theme import STYLE_ARGUMENTS, styled  # noqa: PLC0415

    places = places_in(asked.home) if asked.home is not None else user_places()
    start_log(places)
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    app = styled(QApplication([*sys.argv[:1], *STYLE_ARGUMENTS]))
    app.setApplicationName("Congruence")
    app.setDesktopFileName("congruence")
    app.setQuitOnLastWindowClosed(True)
    reporter = CrashReporter(app)
    reporter.install()
    start = Start(
        folder=asked.journal,
        home=asked.home,
        geometry=asked.geometry,
        minimised=asked.minimised,
        active=asked.active,
        reason=asked.reason,
    )
    session = make_session(app, places, start, reporter=reporter, first=[gc.freeze])
    session.run()
    quit_on_signals(app, session.quit)
    status = app.exec()
    session.stop()
    return status


def told(arguments: Sequence[str]) -> argparse.Namespace:
    """What the command line asks for.

    The plain form, in which a locked window starts the next one, is read here: argparse looks for translations of its
    sentences first, which takes a hundredth of a start. Anything else is argparse's.
    """
    found = argparse.Namespace(journal=None, home=None, geometry="", reason="", minimised=False, active=False)
    left = list(reversed(arguments))
    while left:
        name, with_equals, value = left.pop().partition("=")
        if name in _SWITCHES and not with_equals:
            setattr(found, name[2:], True)
        elif name in _VALUES and (with_equals or (left and not left[-1].startswith("-"))):
            setattr(found, name[2:], _VALUES[name](value if with_equals else left.pop()))
        else:
            return _parser().parse_args(arguments)
    return found


def give_nothing_away() -> None:
    """No core file, no reading of this process by others of the same user, no values in a crash trace."""
    faulthandler.enable(all_threads=False)
    harden_process()


def read_no_sources() -> None:
    """Keep PySide6 from reading the source of every module that is imported from now on.

    It looks for its own name in there, to know whether ``from __feature__ import …`` may matter; the answer for a
    module without a source is that it may, and as we import no feature both answers mean the same. That reading took
    a twentieth of a start, and kept every text that was read in memory (PySide6 6.11, shibokensupport/feature.py).
    """
    with contextlib.suppress(ImportError):
        feature: Any = importlib.import_module("shibokensupport.feature")
        if hasattr(feature, "_mod_uses_pyside"):
            feature._mod_uses_pyside = lambda _module: True


def quit_on_signals(app: QCoreApplication, quit: Callable[[], None]) -> None:
    """Save and lock when the system ends the session, or at Ctrl+C, instead of dying with unsaved words."""
    if sys.platform == "win32":
        return
    import signal  # noqa: PLC0415

    from PySide6.QtCore import QSocketNotifier  # noqa: PLC0415

    # Qt waits in C, where Python's handlers do not run: a byte in a pipe wakes it (signal.set_wakeup_fd)
    read, write = os.pipe()
    os.set_blocking(read, False)
    os.set_blocking(write, False)
    signal.set_wakeup_fd(write, warn_on_full_buffer=False)
    notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, app)

    def woken() -> None:
        with contextlib.suppress(OSError):
            os.read(read, 64)
        quit()

    notifier.activated.connect(woken)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        # nothing here: Python runs this wherever it stands, in the middle of a paint event for one
        signal.signal(number, lambda *_: None)


def start_log(places: Places) -> None:
    """Codes, counts and ids to a file of this program's own; nothing that anybody wrote."""
    handler: logging.Handler = logging.NullHandler()
    with contextlib.suppress(OSError, JournalError):
        private_folder(places.state)
        path = places.state / "congruence.log"
        path.touch(mode=0o600, exist_ok=True)
        path.chmod(0o600)
        # not RotatingFileHandler: its module imports sockets and pickles, and takes a twentieth of the start
        if path.stat().st_size > _LOG_BYTES:
            path.replace(path.with_name(f"{path.name}.1"))
            path.touch(mode=0o600)
        handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    level = logging.DEBUG if os.environ.get("CONGRUENCE_DEBUG") else logging.INFO
    logging.basicConfig(level=level, handlers=[handler], force=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="congruence", description="A private, encrypted journal in which therapists think about their work."
    )
    parser.add_argument("--journal", type=a_folder, metavar="FOLDER", help="open the journal in this folder")
    parser.add_argument("--home", type=a_folder, metavar="FOLDER", help="keep settings, logs and backups here")
    # handed from one process to the next when the journal locks
    for name in ("--geometry", "--reason"):
        parser.add_argument(name, default="", help=argparse.SUPPRESS)
    for name in _SWITCHES:
        parser.add_argument(name, action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main())
