"""Row 31 of the test table: an engine that answers wrongly is refused with a reason, each answer in turn."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from journal.errors import EngineUnfit
from journal.store import connection
from journal.store.guards import CIPHER_SETTINGS, PRAGMAS
from tests.unit.store.journal_files import SALT, create, key, reopen

Rows = list[tuple[Any, ...]]


class _Answer:
    """A cursor that holds other rows than the engine gave."""

    rowcount = -1
    lastrowid = None

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def fetchall(self) -> Rows:
        return self._rows

    def close(self) -> None:
        pass


class _Liar:
    """The real engine, but for the answer to one question."""

    def __init__(self, uri: str, asked: str, lie: Callable[[Rows], Rows], log: list[str]) -> None:
        self._real = connection.open_raw(uri)
        self._asked, self._lie, self._log = asked, lie, log

    def execute(self, sql: str, values: object = ()) -> Any:
        self._log.append(sql)
        if sql != self._asked:
            return self._real.execute(sql, values)  # type: ignore[arg-type]
        if sql.startswith("SELECT"):  # the honest answer would be an error
            return _Answer(self._lie([]))
        cursor = self._real.execute(sql)
        answer = _Answer(self._lie(cursor.fetchall()))
        cursor.close()
        return answer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def _open(path: Path, asked: str, lie: Callable[[Rows], Rows], log: list[str] | None = None) -> connection.Connection:
    seen: list[str] = [] if log is None else log

    def connect(uri: str) -> Any:
        return _Liar(uri, asked, lie, seen)

    return connection.open_existing(path, key(), SALT, connect=connect)


def _without(*options: str) -> Callable[[Rows], Rows]:
    return lambda rows: [row for row in rows if row[0] not in options]


def _instead(*rows: str) -> Callable[[Rows], Rows]:
    return lambda _: [(row,) for row in rows]


WRONG = [
    ("cipher_log_level", "PRAGMA cipher_log_level", _instead("WARN")),
    ("cipher_log_level", "PRAGMA cipher_log_level", _instead()),
    ("locking_mode", "PRAGMA locking_mode", _instead("normal")),
    ("journal_mode", "PRAGMA journal_mode", _instead("delete")),
    ("synchronous", "PRAGMA synchronous", _instead("1")),
    ("temp_store", "PRAGMA temp_store", _instead("1")),
    ("secure_delete", "PRAGMA secure_delete", _instead("0")),
    ("foreign_keys", "PRAGMA foreign_keys", _instead("0")),
    ("trusted_schema", "PRAGMA trusted_schema", _instead("1")),
    ("mmap_size", "PRAGMA mmap_size", _instead("1048576")),
    ("temp_store_compiled", "PRAGMA compile_options", _without("TEMP_STORE=2")),
    ("fts5", "PRAGMA compile_options", _without("ENABLE_FTS5")),
    ("cipher_version", "PRAGMA cipher_version", _instead("3.4.2 community")),
    ("cipher_version", "PRAGMA cipher_version", _instead()),  # how an engine without encryption answers
    ("cipher_memory_security", "PRAGMA cipher_memory_security", _instead("1")),
    ("load_extension", "SELECT load_extension('')", _instead("loaded")),
]


@pytest.mark.parametrize(("guard", "asked", "lie"), WRONG)
def test_a_wrong_answer_refuses_the_opening_and_names_the_guard(
    path: Path, guard: str, asked: str, lie: Callable[[Rows], Rows]
) -> None:
    with pytest.raises(EngineUnfit) as caught:
        _open(path, asked, lie)
    assert caught.value.facts == {"guard": guard}
    reopen(path).close()  # and the file is let go


@pytest.mark.parametrize("setting", sorted(CIPHER_SETTINGS))
def test_each_cipher_setting_must_be_the_default(path: Path, setting: str) -> None:
    name = setting.partition(" = ")[0]

    def lie(rows: Rows) -> Rows:
        return [(f"{name} = 1000;",) if row[0].startswith(name) else row for row in rows]

    with pytest.raises(EngineUnfit) as caught:
        _open(path, "PRAGMA cipher_settings", lie)
    assert caught.value.facts == {"guard": "cipher_settings"}


def test_the_honest_engine_passes_and_asks_in_the_order_of_the_design(path: Path) -> None:
    asked: list[str] = []
    _open(path, "", lambda rows: rows, asked).close()
    order = [
        "PRAGMA cipher_log_level=none",
        "PRAGMA locking_mode=exclusive",
        "SELECT count(*) FROM sqlite_master",
        *(f"PRAGMA {name}={value}" for name, value, _ in PRAGMAS),
        "PRAGMA compile_options",
        "PRAGMA cipher_version",
        "PRAGMA cipher_settings",
    ]
    assert [sql for sql in asked if sql in order] == order
    for name, value, _ in PRAGMAS:
        assert asked.index(f"PRAGMA {name}") == asked.index(f"PRAGMA {name}={value}") + 1
    assert not any("key" in sql.lower() and "foreign" not in sql for sql in asked)


def test_a_real_pragma_turned_wrong_is_noticed(path: Path) -> None:
    """Not a lie but the thing itself: the engine is told otherwise behind the opening's back."""

    class Meddler(_Liar):
        def __init__(self, uri: str) -> None:
            super().__init__(uri, "", lambda rows: rows, [])

        def execute(self, sql: str, values: object = ()) -> Any:
            answer = super().execute(sql, values)
            if sql == "PRAGMA secure_delete=on":
                super().execute("PRAGMA secure_delete=off").close()
            return answer

    def connect(uri: str) -> Any:
        return Meddler(uri)

    with pytest.raises(EngineUnfit) as caught:
        connection.open_existing(path, key(), SALT, connect=connect)
    assert caught.value.facts == {"guard": "secure_delete"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    where = tmp_path / "journal" / "journal.db"
    create(where).close()
    return where
