"""A process of its own that holds a journal file: ``python -m tests.security.hold_journal FILE``.

Says ``held`` or the error's code, then saves an entry for each line it reads and answers how many there are.
"""

from __future__ import annotations

import sys
from pathlib import Path

from journal.errors import JournalError
from journal.model import Filter
from tests.unit.store.journal_files import Store, draft, reopen


def main() -> None:
    try:
        store = Store(reopen(Path(sys.argv[1])))
    except JournalError as error:
        print(error.code, flush=True)
        return
    print("held", flush=True)
    for line in sys.stdin:
        store.entries.save(draft(f"written while held: {line}"))
        print(store.entries.count(Filter()), flush=True)


if __name__ == "__main__":
    main()
