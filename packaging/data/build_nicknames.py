"""Makes ``nicknames.tsv`` from PyPI ``nicknames``: given names and their short forms.

pip download --no-deps nicknames==1.0.1
python packaging/data/build_nicknames.py UNPACKED_WHEEL resources/anonymise
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

from write_list import write_list

HEADER = (
    "Source: PyPI nicknames 1.0.1. Licence: Apache-2.0. Made by packaging/data/build_nicknames.py.",
    "Columns: given name, its short forms separated by spaces; in lower case.",
)


def main(package: Path, target: Path) -> None:
    """Write ``nicknames.tsv`` below ``target``."""
    forms: dict[str, set[str]] = {}
    with (package / "nicknames" / "names.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["relationship"] == "has_nickname" and " " not in row["name2"] and row["name1"] != row["name2"]:
                forms.setdefault(row["name1"].lower(), set()).add(row["name2"].lower())
    listed = [(name, " ".join(sorted(short))) for name, short in forms.items() if name.isalpha()]
    print("nicknames", write_list(target / "nicknames.tsv", HEADER, listed))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
