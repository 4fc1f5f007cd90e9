"""Unlocks and writes to the journal in a folder, as somebody for whom permission bits hold; prints what was told."""

import ctypes
import os
import sys
from pathlib import Path

from journal.errors import JournalError
from tests.journals import draft, unlocked

#: linux/capability.h: its third version, and the right to read and write whatever the permission bits say.
_CAPABILITY_VERSION, _CAP_DAC_OVERRIDE = 0x20080522, 1


def be_bound_by_permissions() -> None:
    """The superuser gives up that right for the rest of this process. Whose the files are does not change."""
    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    header, held = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, held) == 0
    for kind in (0, 1):  # effective, permitted
        held[kind] &= ~(1 << _CAP_DAC_OVERRIDE)
    assert libc.capset(header, held) == 0


if __name__ == "__main__":
    be_bound_by_permissions()
    try:
        unlocked(Path(sys.argv[1])).save_draft(draft())
    except JournalError as error:
        print(error.code)
    else:
        print("saved")
