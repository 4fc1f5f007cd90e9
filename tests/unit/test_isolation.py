"""What tests/conftest.py promises of every test: no internet and no real home folder."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.paths import user_places

REACHING_OUT: dict[str, Callable[[], object]] = {
    "a socket of no named family": lambda: socket.socket(proto=0),
    "an IPv4 socket": lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM),
    "an IPv6 socket": lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),
    "a connection": lambda: socket.create_connection(("127.0.0.1", 9)),
    "a server": lambda: socket.create_server(("127.0.0.1", 0)),
    "a name looked up": lambda: socket.getaddrinfo("example.org", 443),
    "a page": lambda: urllib.request.urlopen("http://example.org/"),
    "an asynchronous connection": lambda: asyncio.run(asyncio.open_connection("127.0.0.1", 9)),
}


@pytest.mark.parametrize("reach_out", REACHING_OUT.values(), ids=REACHING_OUT)
def test_no_test_reaches_the_internet(reach_out: Callable[[], object]) -> None:
    with pytest.raises(AssertionError, match=r"socket of family|looked up"):
        reach_out()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sockets of this family in Python")
def test_sockets_of_this_machine_stay_allowed() -> None:
    left, right = socket.socketpair(socket.AF_UNIX)
    with left, right:
        left.sendall(b"here")
        assert right.recv(4) == b"here"


def test_no_test_sees_the_real_home(private_home: Path) -> None:
    pwd = pytest.importorskip("pwd", reason="the home of record is asked of POSIX systems")
    real = Path(pwd.getpwuid(os.getuid()).pw_dir)
    places = user_places()
    for folder in (Path.home(), places.data, places.config, places.state):
        assert folder.is_relative_to(private_home)
        assert real not in (folder, folder.parent)
