"""Compares our word pieces with the library's, over texts and over random Unicode: ids and places.

    python packaging/model/check_wordpieces.py TOKENIZER_JSON [TEXT_FILE ...] [--random N] [--fixture OUT]

``--fixture`` writes a few texts with the library's answers, for the test that runs without it. Random texts are made of
characters that Unicode has had since 3.2: the library's tables and Python's are of different years.
Needs PyPI ``tokenizers`` (for this check only; it is no part of the program). Prints the number of texts compared and
of differences, and shows the first ones; exits 1 where there is any.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import unicodedata
from pathlib import Path

from tokenizers import Tokenizer

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from journal.anonymise.wordpieces import WordPieces


def ours(cutter: WordPieces, text: str) -> list[int]:
    """The ids of all pieces, in order."""
    return [piece for word in cutter.words(text) for piece in word.pieces]


def theirs(tokenizer: Tokenizer, text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """The library's ids and places, special pieces aside."""
    coded = tokenizer.encode(text, add_special_tokens=False)
    return coded.ids, coded.offsets


def misplaced(cutter: WordPieces, text: str, offsets: list[tuple[int, int]]) -> bool:
    """Whether a word of ours begins or ends elsewhere than its pieces in the library's answer."""
    at = 0
    for word in cutter.words(text):
        stop = at + len(word.pieces)
        if word.start > offsets[at][0] or word.end < offsets[stop - 1][1]:
            return True
        at = stop
    return False


#: No text; and unknown in that year. Two Korean tone marks change places with their neighbours in the library.
_LEFT_OUT = ("Cs", "Cn")


def random_texts(count: int, seed: int) -> list[str]:
    """Strings of all planes, with more of what occurs in letters of every script, marks, spaces and controls."""
    chance = random.Random(seed)
    ranges = [(0x20, 0x7F), (0xA0, 0x17F), (0x300, 0x36F), (0x370, 0x5FF), (0x600, 0x8FF), (0x900, 0xDFF),
              (0x1E00, 0x206F), (0x20A0, 0x2BFF), (0x3000, 0x30FF), (0x4E00, 0x4FFF), (0xAC00, 0xACFF),
              (0xF900, 0xFAFF), (0xFE00, 0xFFFF), (0, 0x1F)]  # fmt: skip
    texts = []
    while len(texts) < count:
        picked = [chance.choice(ranges) for _ in range(chance.randint(1, 3))]
        letters = [chr(chance.randint(*chance.choice(picked))) for _ in range(chance.randint(1, 40))]
        texts.append(
            "".join(
                ch for ch in letters if unicodedata.ucd_3_2_0.category(ch) not in _LEFT_OUT and ch not in "\u302e\u302f"
            )
        )
    return texts


#: Texts of the fixture: what notes hold, and what breaks cutters.
FIXTURE = (
    "Saw Oluwaseun and Siân at St Mary's on 3/4/24; they didn't speak.",
    "O’Neill’s café – £45, 50% off… “so”, she said. (R.B.) J.T.-W.",
    "naïve Zoë, İstanbul, STRASSE, ﬁnal ligature, Ǆ, ß",
    "日本語 and 한국어, Ελληνικά, Русский, עברית, العربية, हिन्दी",
    "zero\u200bwidth so\u00adft hyp\u2011hen non\u00a0break\u3000wide\ttab\r\nline",
    "e\u0301 and é, a\u0308\u0323 order",
    "donaudampfschifffahrtsgesellschaftskapitän " + "x" * 101,
    "emoji 😀 in😀side, ❤️, 👩‍👩‍👧",
    "#tag @handle a_b c/d e\\f g|h i~j k^l m`n o$p q+r s=t u<v>w",
    "",
    " \n ",
)


def main() -> int:
    """Runs the comparison; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--random", type=int, default=20_000)
    parser.add_argument("--fixture", type=Path)
    args = parser.parse_args()
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    vocabulary: dict[str, int] = json.loads(args.tokenizer.read_text("utf-8"))["model"]["vocab"]
    cutter = WordPieces(vocabulary)
    if args.fixture:
        rows = [{"text": text, "ids": theirs(tokenizer, text)[0]} for text in FIXTURE]
        args.fixture.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    texts = [line for file in args.files for line in file.read_text("utf-8", "replace").splitlines() if line.strip()]
    texts += random_texts(args.random, seed=4)
    wrong = []
    for text in texts:
        ids, offsets = theirs(tokenizer, text)
        if ours(cutter, text) != ids:
            wrong.append((text, "ids"))
        elif misplaced(cutter, text, offsets):
            wrong.append((text, "places"))
    print(f"{len(texts)} texts compared, {len(wrong)} differ")
    for text, what in wrong[:10]:
        print(what, ascii(text)[:200])
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
