"""Full-text search: every word must be there, the last may be unfinished, accents and case do not matter."""

from __future__ import annotations

import itertools
import re
import secrets
import unicodedata

from journal.model import Filter, Hit, Order
from journal.store.connection import Connection
from journal.store.excerpts import around_first
from journal.store.filters import NEWEST_FIRST, conditions, source
from journal.store.rows import storable
from journal.store.sql import Row, Sql
from journal.store.timeline import HEADING, heading

SNIPPET_TOKENS = 24
#: FTS5's snippet() and highlight() take the square of the matches: 138 s for 130,000 in one entry (measured), which
#: nothing can interrupt. In a text of more bytes than this the place to show is found by ``around_first`` instead.
_LONG_BYTES = 20_000
#: A pasted page is no question: more words than this are not looked for.
_MOST_PIECES = 40
#: Up to so many matches are looked up one by one; above, it is quicker to walk the timeline until the page is full.
_FEW = 2000
_STEP = 400
#: So many of the newest entries are asked for with their snippets at once. A short beginning ("th") makes the index
#: join the lists of all words that begin so, anew for each statement: a common one is answered in a single statement.
_NEAR = 160

# A phrase in straight or curly quotes, closed or not yet, or a run of anything but spaces and quotes.
_QUOTES = '"“”„'
_PIECE = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)([{_QUOTES}]?)|([^\s{_QUOTES}]+)")

# What unicode61 takes as parts of words: letters, numbers, private use (https://www.sqlite.org/fts5.html, 4.3.1).
_WORD_CATEGORIES = ("L", "N", "Co")


# Letters that unicode61 does not fold, for they are no letter plus an accent (measured: each of these, and no other
# of the Latin letters of Polish, Danish, Norwegian, Croatian, Turkish and German). A name typed without them is
# looked for with and without, as the index keeps them.
_UNFOLDED = {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"}
_FOLDED = {plain: letter for letter, plain in _UNFOLDED.items()}
_PLAIN = re.compile("|".join(sorted(_FOLDED, key=len, reverse=True)))
#: Places in a word that are tried both ways: with four, a word asks for 16 terms at most.
_PLACES = 4


def expression(query: str) -> str:
    """What was typed as an FTS5 expression; empty when there is no word in it.

    Each piece stands between double quotes, so that nothing typed is an operator. The last piece is a prefix unless
    it is a phrase whose quotation was closed, or a single letter; so is each word that ends in ``*``.
    """
    parts = []
    for text, prefix in _pieces(query):
        ways = [f'"{way}"{"*" if prefix else ""}' for way in _spellings(text)]
        parts.append(ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})")
    return " AND ".join(parts)


def _pieces(query: str) -> list[tuple[str, bool]]:
    """The words and phrases that are looked for, each with whether it may go on."""
    found = itertools.islice(_PIECE.finditer(storable(query)), _MOST_PIECES)
    pieces = [(match[1] if match[3] is None else match[3], match) for match in found]
    pieces = [(text, match) for text, match in pieces if _has_word(text)]
    told = []
    for index, (text, match) in enumerate(pieces):
        last = index == len(pieces) - 1 and not match[2] and not _is_letter(text)
        told.append((text, last or (match[3] is not None and text.endswith("*"))))
    return told


def _spellings(text: str) -> list[str]:
    """``text`` with plain letters, and every way of writing it with letters that the index keeps apart."""
    plain = "".join(_UNFOLDED.get(letter, letter) for letter in text.lower())
    ways, done = [""], 0
    for match in list(_PLAIN.finditer(plain))[:_PLACES]:
        before = plain[done : match.start()]
        ways = [way + before + letters for way in ways for letters in (match[0], _FOLDED[match[0]])]
        done = match.end()
    return [way + plain[done:] for way in ways]


def search(  # noqa: PLR0917 - the order is the contract with OpenJournal
    connection: Connection,
    query: str,
    wanted: Filter | None = None,
    order: Order = Order.NEWEST,
    limit: int = 50,
    offset: int = 0,
) -> list[Hit]:
    """The entries in which the query is found, in title or body, with the places to highlight.

    Any query is fine: one without a word in it finds nothing. ``Order.BEST`` (bm25, the title counting four times)
    costs most for common words; ``Connection.interrupt`` stops it.

    Raises:
        Interrupted: a newer question, or locking, stopped this one.
    """
    wanted = wanted or Filter()
    match = expression(query)
    if not match or limit <= 0:
        return []
    with connection.read() as sql:
        if order is Order.NEWEST:
            near = _walk(sql, wanted, (), _NEAR)
            hits = _hits(sql, query, match, [row[0] for row in near])
            if len(hits) >= offset + limit or len(near) < _NEAR:
                return hits[offset : offset + limit]
        find = _newest if order is Order.NEWEST else _best
        return _hits(sql, query, match, find(sql, match, wanted, limit, offset))


def _newest(sql: Sql, match: str, wanted: Filter, limit: int, offset: int) -> list[int]:
    """First a look at the newest entries alone, which is enough for a common word; then at all."""
    newest = _walk(sql, wanted, ())
    if newest:
        seqs = [row[0] for row in newest]
        rows = sql.all(
            "SELECT rowid FROM entry_search WHERE entry_search MATCH ? AND rowid BETWEEN ? AND ?",
            match,
            min(seqs),
            max(seqs),
        )
        near = {row[0] for row in rows}
        found = [seq for seq in seqs if seq in near]
        if len(found) >= offset + limit or len(newest) < _STEP:
            return found[offset : offset + limit]
    everywhere = {row[0] for row in sql.all("SELECT rowid FROM entry_search WHERE entry_search MATCH ?", match)}
    if len(everywhere) <= _FEW:
        return _listed(sql, everywhere, wanted, limit, offset)
    walked: list[int] = []
    while newest and len(walked) < offset + limit:
        walked += [row[0] for row in newest if row[0] in everywhere]
        newest = _walk(sql, wanted, newest[-1]) if len(newest) == _STEP else []
    return walked[offset : offset + limit]


def _walk(sql: Sql, wanted: Filter, after: Row, step: int = _STEP) -> list[Row]:
    """The next ``step`` entries of the timeline as (seq, day, written at)."""
    where, values = conditions(wanted)
    if after:
        where += " AND (entry.day, entry.written_at, entry.seq) < (?, ?, ?)"
        seq, day, written_at = after
        values += [day, written_at, seq]
    return sql.all(
        f"SELECT seq, day, written_at FROM {source(wanted)} WHERE {where} ORDER BY {NEWEST_FIRST} LIMIT ?",  # noqa: S608
        *values,
        step,
    )


def _listed(sql: Sql, seqs: set[int], wanted: Filter, limit: int, offset: int) -> list[int]:
    where, values = conditions(wanted)
    rows = sql.all(
        f"SELECT seq FROM entry WHERE seq IN ({', '.join(map(str, seqs))}) AND {where}"  # noqa: S608 - numbers and names of ours
        f" ORDER BY {NEWEST_FIRST} LIMIT ? OFFSET ?",
        *values,
        limit,
        offset,
    )
    return [row[0] for row in rows]


def _best(sql: Sql, match: str, wanted: Filter, limit: int, offset: int) -> list[int]:
    where, values = conditions(wanted)
    rows = sql.all(
        "SELECT entry.seq FROM entry_search CROSS JOIN entry ON entry.seq = entry_search.rowid"  # noqa: S608
        f" WHERE entry_search MATCH ? AND {where} ORDER BY entry_search.rank LIMIT ? OFFSET ?",
        match,
        *values,
        limit,
        offset,
    )
    return [row[0] for row in rows]


def _hits(sql: Sql, query: str, match: str, seqs: list[int]) -> list[Hit]:
    """Headings and highlighted words of the entries ``seqs``, in that order."""
    # drawn anew each time, so that no text can hold them: a text may well hold private-use characters
    opening, closing = (chr(0xE000) + secrets.token_hex(8) + chr(0xE001) for _ in range(2))
    if not seqs:
        return []
    rows = sql.all(
        f"SELECT entry.seq, {HEADING},"  # noqa: S608
        f" CASE WHEN octet_length(entry.title) <= {_LONG_BYTES} THEN highlight(entry_search, 0, ?, ?) END,"
        f" CASE WHEN octet_length(entry_body.body) <= {_LONG_BYTES} THEN snippet(entry_search, 1, ?, ?, '…', ?) END,"
        f" CASE WHEN octet_length(entry_body.body) > {_LONG_BYTES} THEN entry_body.body END"
        " FROM entry_search CROSS JOIN entry ON entry.seq = entry_search.rowid"
        " CROSS JOIN entry_body ON entry_body.seq = entry_search.rowid"
        # the bounds spare reading the index far from these rows; the plus keeps it from being read for each of them
        f" WHERE entry_search MATCH ? AND entry_search.rowid BETWEEN {min(seqs)} AND {max(seqs)}"
        f" AND +entry_search.rowid IN ({', '.join(map(str, seqs))})",
        *(opening, closing) * 2,
        SNIPPET_TOKENS,
        match,
    )
    hits = {}
    wanted = [(way, prefix) for text, prefix in _pieces(query) for way in _spellings(text)]
    for seq, *columns in rows:
        title, short, long = columns[8:]
        _, title_marks = _unmarked(title or "", opening, closing)
        snippet, marks = _unmarked(short, opening, closing) if long is None else around_first(long, wanted)
        hits[seq] = Hit(heading(tuple(columns[:8])), snippet, marks, title_marks)
    return [hits[seq] for seq in seqs if seq in hits]


def _unmarked(text: str, opening: str, closing: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without its markers, and where between them the matches lie, in code points."""
    plain, *rest = text.split(opening)
    marks = []
    for piece in rest:
        inside, _, after = piece.partition(closing)
        marks.append((len(plain), len(plain) + len(inside)))
        plain += inside + after
    return plain, tuple(marks)


def _is_letter(text: str) -> bool:
    """One letter is the beginning of half of all words: as a prefix it would cost half a second and help nobody."""
    return len(text) == 1 and text.isascii()


def _has_word(text: str) -> bool:
    return any(unicodedata.category(char).startswith(_WORD_CATEGORIES) for char in text)
