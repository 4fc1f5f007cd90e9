"""What the writer's own words of an entry are: how many, and the first of them for a list.

The store writes both down and the windows show both, so that a figure or a line is the same wherever it is read.
"""

from __future__ import annotations

#: Two lines of the list; more of it would be felt in the size of the file.
EXCERPT_CHARS = 100


def excerpt(body: str) -> str:
    """The first of them for a list, at most ``EXCERPT_CHARS`` code points and an ellipsis; lines stay lines.

    Quoted lines are left out: an answered prompt stands in the text as ``> …``.
    """
    words = ""
    for line in body.splitlines():
        if not line.startswith(">"):
            # a line can be a whole entry: no more of it than can be needed
            words = "\n".join((words, " ".join(line[: EXCERPT_CHARS * 4].split()))).strip()
        if len(words) > EXCERPT_CHARS:
            cut = max(words.rfind(end, 0, EXCERPT_CHARS + 1) for end in " \n")
            return words[: cut if cut > EXCERPT_CHARS // 2 else EXCERPT_CHARS].rstrip() + "…"
    return words


def count_words(text: str) -> int:
    """How many there are, as a writer counts: runs between white space that hold a letter or a digit.

    Quoted lines are left out: the questions answered are not one's own.
    """
    count = 0
    for line in text.splitlines():
        if not line.startswith(">"):
            # nearly every word begins with a letter: an import counts ten thousand entries
            words = line.split()
            lone = [word for word in words if not word[0].isalnum() and not any(map(str.isalnum, word))]
            count += len(words) - len(lone)
    return count
