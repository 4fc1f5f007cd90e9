"""What the buttons and keys of the editor do to the text: pure functions, positions in code points.

Each gives one ``Edit``: a stretch to replace, and what is to be selected afterwards. Nobody needs to know Markdown
to use them, and using one twice gives back the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ui.widgets.markdown import HEADING, LIST_ITEM, QUOTATION

STRONG, EMPHASIS = "**", "*"
# A heading in the text stands below the entry's title, which is the first level in an export.
HEADING_SIGN, LIST_SIGN, QUOTATION_SIGN = "## ", "- ", "> "

_LINK = re.compile(r"\[([^\[\]\n]*)\]\(([^()\s]*)\)")
_ADDRESS = re.compile(r"(?:https?://|mailto:|www\.)\S+")
_PREFIX = re.compile(r"([ ]{0,3}(?:>[ ]?)*)([ ]*(?:[-*+]|(\d{1,9})([.)]))[ \t]+(\[[ xX]\][ \t]+)?)?")
_BOX = re.compile(r"\[[xX]\]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``[start, end)`` by ``text``; then select ``[first, last)`` of the new text, the caret at ``last``."""

    start: int
    end: int
    text: str = field(repr=False)
    first: int
    last: int


def toggle_mark(text: str, start: int, end: int, mark: str) -> Edit:
    """Put ``mark`` round the selection, or round the word at the caret; or take it away. Each line has its own."""
    if start == end:
        start, end, caret = _word(text, start)
        if start == end:
            return _empty_mark(text, caret, mark)
        edit = _mark_one(text, start, end, mark)
        moved = caret + (edit.first - start)
        return Edit(edit.start, edit.end, edit.text, moved, moved)
    if "\n" not in text[start:end].strip():
        start, end = _trimmed(text, start, end)
        return _empty_mark(text, start, mark) if start == end else _mark_one(text, start, end, mark)
    return _mark_lines(text, start, end, mark)


def toggle_line(text: str, start: int, end: int, sign: str) -> Edit:
    """Make the lines of the selection a heading, a list or a quotation; or plain again if all of them are."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    lines = text[first:last].split("\n")
    single = len(lines) == 1
    has = [_sign_at(line, sign) for line in lines]
    wanted = not all(found or (not line.strip() and not single) for found, line in zip(has, lines, strict=True))
    made = []
    for line, found in zip(lines, has, strict=True):
        if not line.strip() and not single:
            made.append(line)
        elif wanted:
            made.append(line if found else _with_sign(line, sign))
        else:
            made.append(line[: found[0]] + line[found[1] :] if found else line)
    new = "\n".join(made)
    if single:
        # the caret stays between the same two letters
        from_end = last - end, last - start
        size = len(new)
        return Edit(first, last, new, first + max(0, size - from_end[1]), first + max(0, size - from_end[0]))
    return Edit(first, last, new, first, first + len(new))


def toggle_link(text: str, start: int, end: int) -> Edit:
    """Make a link of the selection, the caret where its address goes; or take a link away and leave its words."""
    for found in _LINK.finditer(text, text.rfind("\n", 0, start) + 1):
        if found.start() > start:
            break
        if end <= found.end() and (start > found.start() or end > start):
            words = found[1]
            return Edit(*found.span(), words, found.start(), found.start() + len(words))
    start, end = _trimmed(text, start, end)
    words = text[start:end].replace("\n", " ")
    if _ADDRESS.fullmatch(words):
        return Edit(start, end, f"[]({words})", start + 1, start + 1)
    address = start + len(words) + 3
    if not words:
        return Edit(start, end, "[]()", start + 1, start + 1)
    return Edit(start, end, f"[{words}]()", address, address)


@dataclass(frozen=True, slots=True)
class NewLine:
    """What Enter does in a list or a quotation: begin the next line with ``prefix``, or with ``ends`` leave it."""

    prefix: str = ""
    ends: bool = False


def new_line(line: str, at: int) -> NewLine | None:
    """What Enter does at the code point ``at`` of ``line``; ``None``: what it always does."""
    found = _PREFIX.match(line)
    if found is None or not found[0].strip() or at < found.end():
        return None
    if not line[found.end() :].strip():
        return NewLine(ends=True)
    item = found[2] or ""
    if found[3]:
        item = item.replace(found[3], str(int(found[3]) + 1), 1)
    quotation = found[1] if not found[1].endswith(">") else found[1] + " "
    return NewLine(quotation + _BOX.sub("[ ]", item))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the white space at both ends: emphasis round a space is none (CommonMark 6.2)."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _word(text: str, caret: int) -> tuple[int, int, int]:
    start = end = caret
    while start > 0 and _in_word(text[start - 1]):
        start -= 1
    while end < len(text) and _in_word(text[end]):
        end += 1
    return start, end, caret


def _in_word(character: str) -> bool:
    # everything but white space, signs and punctuation: combining marks and joiners belong to their letter
    return not character.isspace() and character not in '*_`[]()<>#"\u201c\u201d\u2018.,;:!?\u2026\u2013\u2014/\\'


def _mark_one(text: str, start: int, end: int, mark: str) -> Edit:
    size = len(mark)
    inside = text[start:end]
    if _is_marked(inside, mark):
        bare = inside[size:-size]
        return Edit(start, end, bare, start, start + len(bare))
    if _holds(min(_run_before(text, start), _run_after(text, end)), size):
        return Edit(start - size, end + size, inside, start - size, end - size)
    return Edit(start, end, mark + inside + mark, start + size, end + size)


def _mark_lines(text: str, start: int, end: int, mark: str) -> Edit:
    """One mark for each line, behind the signs of lists and quotations; all of them go if all lines have one."""
    lines = [_words_of(line) for line in text[start:end].split("\n")]
    undo = all(_is_marked(words, mark) for _, words, _ in lines if words)
    size = len(mark)
    made = []
    for lead, words, rest in lines:
        if words and undo:
            made.append(lead + words[size:-size] + rest)
        elif words and not _is_marked(words, mark):
            made.append(lead + mark + words + mark + rest)
        else:
            made.append(lead + words + rest)
    new = "\n".join(made)
    return Edit(start, end, new, start, start + len(new))


def _words_of(line: str) -> tuple[str, str, str]:
    """A line as its signs, its words and the white space behind them."""
    found = _PREFIX.match(line)
    lead = found.end() if found else 0
    heading = HEADING.match(line, lead)
    lead = heading.end() if heading else lead
    words = line[lead:].lstrip()
    lead = len(line) - len(words)
    bare = words.rstrip()
    return line[:lead], bare, words[len(bare) :]


def _is_marked(words: str, mark: str) -> bool:
    run = min(_run_after(words, 0), _run_before(words, len(words)))
    return _holds(run, len(mark)) and len(words) > 2 * len(mark)


def _empty_mark(text: str, caret: int, mark: str) -> Edit:
    size = len(mark)
    if text[max(0, caret - size) : caret] == mark == text[caret : caret + size]:
        return Edit(caret - size, caret + size, "", caret - size, caret - size)
    return Edit(caret, caret, mark + mark, caret + size, caret + size)


def _run_before(text: str, at: int) -> int:
    run = 0
    while run < at and text[at - run - 1] == "*":
        run += 1
    return run


def _run_after(text: str, at: int) -> int:
    run = 0
    while at + run < len(text) and text[at + run] == "*":
        run += 1
    return run


def _holds(run: int, size: int) -> bool:
    """One star is emphasis, two are strong, three are both."""
    return run in (size, 3)


def _sign_at(line: str, sign: str) -> tuple[int, int] | None:
    """Where in ``line`` a sign of that sort stands."""
    quotation = QUOTATION.match(line)
    if sign == QUOTATION_SIGN:
        return quotation.span() if quotation else None
    lead = quotation.end() if quotation else 0
    found = (HEADING if sign == HEADING_SIGN else LIST_ITEM).match(line, lead)
    return found.span() if found else None


def _with_sign(line: str, sign: str) -> str:
    if sign == QUOTATION_SIGN:
        return sign + line
    quotation = QUOTATION.match(line)
    lead = quotation.end() if quotation else 0
    # a line is a heading or a list item, not both
    other = (LIST_ITEM if sign == HEADING_SIGN else HEADING).match(line, lead)
    return line[:lead] + sign + line[other.end() if other else lead :]
