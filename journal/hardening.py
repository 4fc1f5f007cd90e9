"""What a process does for its own secrecy before it holds a secret: no core file, no reading by its neighbours."""

from __future__ import annotations

import contextlib
import ctypes
import sys

#: ``PR_SET_DUMPABLE`` of ``prctl(2)``.
_PR_SET_DUMPABLE = 4


def harden_process() -> None:
    """Write no core file, and on Linux be unreadable to other processes of the same user (``/proc/PID/mem``).

    Called once by each program's entry point, before anything is unlocked; after ``execv`` it must be called again.
    What a system does not offer is left out (docs/security.md says what that means).
    """
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - Windows has no such module

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
