"""Row 14: another process of the same user cannot read the memory, and no core is written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHILD = """
import ctypes, os, sys, time
from journal.hardening import harden_process
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
    # giving up the superuser's rights takes this away; an ordinary program has it
    ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)
if sys.argv[1] == "hardened":
    harden_process()
print("ready", flush=True)
time.sleep(30)
"""


def as_an_ordinary_user() -> None:
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)


@pytest.mark.skipif(sys.platform != "linux", reason="/proc and prctl are Linux's")
@pytest.mark.parametrize("state", ["hardened", "open"])
def test_the_memory_of_a_hardened_process_is_denied_to_its_neighbours(state: str) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, state],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        read = subprocess.run(
            ["/bin/cat", f"/proc/{child.pid}/environ"],
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=as_an_ordinary_user,
        )
        limits = Path(f"/proc/{child.pid}/limits").read_text()
    finally:
        child.kill()
        child.communicate()
    core = next(line.split()[4] for line in limits.splitlines() if line.startswith("Max core file size"))
    if state == "hardened":
        assert "Permission" in read.stderr
        assert core == "0"
    else:
        # the control: without hardening the same reader reads
        assert "PATH=" in read.stdout
