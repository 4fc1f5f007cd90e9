"""The rules of the house that neither ruff nor import-linter can state. Each scanner is shown a planted fault."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted(path for room in ("journal", "ui") for path in (ROOT / room).rglob("*.py"))
LOCKS = [ROOT / "packaging" / name for name in ("requirements.txt", "requirements-dev.txt")]
CONFIGURATION = [
    ROOT / "pyproject.toml",
    ROOT / "Makefile",
    ROOT / ".importlinter",
    ROOT / ".ci" / "run",
    *sorted((ROOT / "packaging").glob("*.sh")),
]

#: Row 32 of the security tests: a second database engine, plain temporary files, code in data, guessable chance,
#: and everything that speaks to a network.
FORBIDDEN = {
    "sqlite3", "tempfile", "pickle", "shelve", "marshal", "random",
    "socket", "socketserver", "ssl", "asyncio", "http", "urllib", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib",
    "xmlrpc", "webbrowser", "requests", "httpx", "aiohttp", "PySide6.QtNetwork", "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets", "PySide6.QtHttpServer",
}  # fmt: skip
#: Takes addresses apart and opens nothing.
HARMLESS = {"urllib.parse"}
#: What starts a thread. A lock or an event starts none.
THREADS = {
    "threading.Thread", "threading.Timer", "_thread", "multiprocessing", "concurrent.futures",
    "PySide6.QtCore.QThread", "PySide6.QtCore.QThreadPool", "PySide6.QtCore.QRunnable", "PySide6.QtConcurrent",
}  # fmt: skip


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module and every name that a source imports, wherever in it, in dotted form."""
    aliases: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name
                aliases[alias.asname or alias.name.partition(".")[0]] = alias.name
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                yield f"{node.module}.{alias.name}"
                aliases[alias.asname or alias.name] = f"{node.module}.{alias.name}"
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in {"__import__", "import_module"} and isinstance(node.args[0].value, str):
                yield node.args[0].value
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in aliases:
            yield f"{aliases[node.value.id]}.{node.attr}"


def named_in(source: str, names: set[str]) -> set[str]:
    """Those of ``names`` that the source imports, itself or something inside."""

    def within(module: str, name: str) -> bool:
        return module == name or module.startswith(name + ".")

    return {
        name
        for module in imported(ast.parse(source))
        for name in names
        if within(module, name) and not any(within(module, harmless) for harmless in HARMLESS)
    }


def strings(source: str) -> Iterator[str]:
    """Every string in a source but its docstrings."""
    tree = ast.parse(source)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.value


def keyed_by_text(source: str) -> bool:
    """Whether a statement hands the key to the engine as text, where logs and error messages could repeat it."""
    return any(re.search(r"pragma\s+(?:\w+\.)?(?:hex)?(?:re)?key\b", text, re.IGNORECASE) for text in strings(source))


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", CODE, ids=where)
def test_no_code_of_ours_uses_a_network_a_second_engine_or_a_temporary_file(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert named_in(source, FORBIDDEN) == set()
    assert not keyed_by_text(source)


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ("import sqlite3", {"sqlite3"}),
        ("import os, tempfile as t", {"tempfile"}),
        ("from pickle import loads", {"pickle"}),
        ("def later():\n    from random import choice", {"random"}),
        ("import urllib.request", {"urllib"}),
        ("from urllib import request", {"urllib"}),
        ("from urllib.parse import unquote", set()),
        ("import http.client as h", {"http"}),
        ("from PySide6.QtNetwork import QTcpSocket", {"PySide6.QtNetwork"}),
        ("from PySide6 import QtNetwork", {"PySide6.QtNetwork"}),
        ("import PySide6\nPySide6.QtNetwork.QTcpSocket()", {"PySide6.QtNetwork"}),
        ("__import__('socket')", {"socket"}),
        ("import importlib\nimportlib.import_module('socket')", {"socket"}),
        ("import secrets\nrandom = 1", set()),
        ("'''import sqlite3'''", set()),
    ],
)
def test_the_scan_of_imports_finds_what_is_planted(planted: str, found: set[str]) -> None:
    assert named_in(planted, FORBIDDEN) == found


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ("c.execute(\"PRAGMA key = 'x'\")", True),
        ('c.execute(f"pragma main.rekey={k}")', True),
        ('c.execute("PRAGMA hexkey")', True),
        ('"""Never a PRAGMA key."""\nc.execute("PRAGMA foreign_keys = on")', False),
    ],
)
def test_the_scan_for_keys_in_statements_finds_what_is_planted(planted: str, found: bool) -> None:
    assert keyed_by_text(planted) is found


@pytest.mark.parametrize("path", [path for path in CODE if where(path) != "ui/jobs.py"], ids=where)
def test_only_the_lanes_start_threads(path: Path) -> None:
    assert named_in(path.read_text(encoding="utf-8"), THREADS) == set()


def test_the_scan_for_threads_finds_the_lanes() -> None:
    planted = "from PySide6 import QtCore\nfrom PySide6.QtCore import QRunnable\nQtCore.QThread()"
    assert named_in(planted, THREADS) == {"PySide6.QtCore.QThread", "PySide6.QtCore.QRunnable"}
    assert named_in("import threading as t\nt.Thread(target=print)\nt.Lock()", THREADS) == {"threading.Thread"}
    assert named_in((ROOT / "ui" / "jobs.py").read_text(encoding="utf-8"), THREADS)


#: What opens or lists files, as a call by name or on a path.
OPENING = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "glob", "rglob"}


def opened(source: str) -> set[str]:
    """Calls in a source that open or list a file."""
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    names = (call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls)
    return OPENING.intersection(names)


@pytest.mark.parametrize("path", sorted((ROOT / "journal" / "anonymise").rglob("*.py")), ids=where)
def test_the_anonymiser_opens_no_file(path: Path) -> None:
    assert opened(path.read_text(encoding="utf-8")) == set()


def test_the_scan_for_opened_files_finds_what_is_planted() -> None:
    assert opened("open('x')\nPath('y').read_text()\nreopen(2)\nself.open_slot()") == {"open", "read_text"}


@pytest.mark.parametrize("path", CODE, ids=where)
def test_a_module_can_be_seen_across(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 400


def test_the_core_is_imported_where_qt_cannot_be() -> None:
    program = """
import importlib, pkgutil, sys

class NoWindows:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "ui"}:
            raise ImportError(name)

sys.meta_path.insert(0, NoWindows())
for name in ("PySide6", "PySide6.QtCore", "ui.text"):
    try:
        importlib.import_module(name)
    except ImportError:
        continue
    sys.exit("not blocked: " + name)

import journal
names = [module.name for module in pkgutil.walk_packages(journal.__path__, "journal.", onerror=sys.exit)]
for name in names:
    importlib.import_module(name)
print(len(names))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) >= 10


def requirements(lock: str) -> list[str]:
    """The entries of a lock, each on one line."""
    return [entry for entry in lock.replace("\\\n", " ").splitlines() if entry.strip()]


@pytest.mark.parametrize("path", LOCKS, ids=where)
def test_the_lock_names_exact_versions_by_hash_and_no_address(path: Path) -> None:
    lock = path.read_text(encoding="utf-8")
    assert "://" not in lock
    assert "index-url" not in lock
    for entry in requirements(lock):
        assert re.match(r"[a-z0-9][a-z0-9._-]*==\S+ ", entry), entry
        assert len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", entry)) >= 1, entry


@pytest.mark.parametrize("path", CONFIGURATION, ids=where)
def test_the_configuration_names_no_address_of_an_index(path: Path) -> None:
    found = re.findall(r"index-url|find-links|trusted-host|file:/|https?:/", path.read_text(encoding="utf-8"))
    # packaging/lock.sh names two of them to refuse them.
    assert found == (["index-url", "find-links"] if path.name == "lock.sh" else [])


def tracked_text() -> Iterator[tuple[Path, str]]:
    """The text files of the project, without what is built or installed."""
    for top in ROOT.iterdir():
        if top.name in {".git", ".venv", "build", "dist", ".hypothesis"} or top.name.endswith("_cache"):
            continue
        for path in [top] if top.is_file() else sorted(top.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                try:
                    yield path, path.read_text(encoding="utf-8")
                except UnicodeDecodeError:
                    continue


def test_no_file_names_the_folder_it_was_written_in() -> None:
    parent = ROOT.parent.as_posix().rstrip("/") + "/"
    if parent in {"/", "/tmp/", "/home/", "/root/", "/opt/", "/srv/", "/usr/", "/var/"}:
        pytest.skip("a folder that texts name for other reasons")
    texts = dict(tracked_text())
    assert len(texts) >= len(CODE)
    assert [where(path) for path, text in texts.items() if parent in text] == []


def test_migrations_are_numbered_without_a_gap() -> None:
    names = sorted(path.name for path in (ROOT / "journal" / "store" / "migrations").glob("*.sql"))
    assert names
    for number, name in enumerate(names, start=1):
        assert re.fullmatch(rf"{number:04}_[a-z0-9_]+\.sql", name), name


@pytest.mark.parametrize("path", [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))], ids=where)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    links = re.findall(r"(?<!!)\[[^\]]*\]\(([^)#:]+?)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_pages_that_the_code_names_are_there() -> None:
    named = {page for _, text in tracked_text() for page in re.findall(r"\bdocs/[\w/-]+\.(?:md|png)\b", text)}
    assert len(named) >= 3
    assert {page for page in named if page.endswith(".md") and not (ROOT / page).exists()} == set()
