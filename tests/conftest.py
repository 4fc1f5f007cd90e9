"""What holds for every test: no network, no real home folder, and the same examples in every run of CI."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# Examples are drawn anew at a desk and fixed in CI. Argon2 and Qt take longer than Hypothesis' deadline allows for.
settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.register_profile("campaign", deadline=None, max_examples=5_000)

#: Set by ``make torture`` and ``make fuzz``.
CAMPAIGN = os.environ.get("CONGRUENCE_CAMPAIGN") == "1"

settings.load_profile("campaign" if CAMPAIGN else "ci" if os.environ.get("CI") else "desk")

#: Only these kinds of socket may be made: the session bus and pytest-xdist stay on this machine.
_LOCAL = {getattr(socket, "AF_UNIX", None), getattr(socket, "AF_NETLINK", None)}


class InternetUsed(AssertionError):
    """Some code asked for an internet socket or for an address."""


class _LocalSocket(socket.socket):
    """A socket that cannot be of an internet family."""

    def __init__(
        self,
        family: int = -1,
        type: int = -1,
        proto: int = -1,
        fileno: int | None = None,
    ) -> None:
        # Without a file number, the family that is not given means AF_INET.
        if fileno is None and family not in _LOCAL:
            raise InternetUsed(f"socket of family {family}")
        super().__init__(family, type, proto, fileno)


def _refuse_address(*_args: Any, **_kwargs: Any) -> Any:
    raise InternetUsed("name or address looked up")


@pytest.fixture(autouse=True)
def no_internet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python code can neither open an internet socket nor look up a name (tests/unit/test_house.py proves that)."""
    monkeypatch.setattr(socket, "socket", _LocalSocket)
    monkeypatch.setattr(socket, "SocketType", _LocalSocket)
    for name in ("create_connection", "create_server", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, _refuse_address)


@pytest.fixture(autouse=True)
def private_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own, so that no test can read or write the folders of whoever runs it."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    for variable, folder in (
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_CACHE_HOME", ".cache"),
        ("XDG_RUNTIME_DIR", ".runtime"),
    ):
        path = home / folder
        path.mkdir(parents=True, mode=0o700)
        monkeypatch.setenv(variable, str(path))
    return home


@pytest.fixture
def times() -> Callable[[int, int], int]:
    """``times(fast, slow)``: how often to do something, in every run and in a campaign (``make torture``)."""
    return lambda fast, slow: slow if CAMPAIGN else fast


@pytest.fixture(scope="session", autouse=True)
def no_bus() -> Iterator[None]:
    """Tests neither speak to the desktop of whoever runs them nor depend on one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        patch.setenv("QT_QPA_PLATFORM", os.environ.get("QT_QPA_PLATFORM", "offscreen"))
        yield
