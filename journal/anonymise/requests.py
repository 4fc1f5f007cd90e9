"""Requests to word something anew: a placeholder stands there until it is written over, and no post leaves with one.

Only the writer can paraphrase somebody's words, put a fiction in a detail's place or draw several people into one
(specification (b)); the program asks, and never invents.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from journal.model import Change

#: Treatment -> what stands in the draft until it is written over. The marks are no brackets that a reader knows, so
#: that nobody's own words are taken for a request.
REQUESTS: Mapping[str, str] = {
    "paraphrase": "‹say this in your own words›",
    "fiction": "‹put another detail here›",
    "composite": "‹draw this from several people›",
    "process": "‹say what you noticed in yourself›",
}


def open_requests(changes: Sequence[Change]) -> int:
    """How many placeholders still wait to be written over."""
    return sum(change.new_text.count(words) for change in changes for words in REQUESTS.values())
