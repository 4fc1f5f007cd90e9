"""What this program uses of zxcvbn 4.5, which ships no types."""

from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from typing import Any, TypedDict

class _Feedback(TypedDict):
    warning: str
    suggestions: list[str]

class _Result(TypedDict):
    password: str
    guesses: Decimal
    guesses_log10: float
    sequence: list[dict[str, Any]]
    calc_time: timedelta
    crack_times_seconds: dict[str, Decimal | float]
    crack_times_display: dict[str, str]
    score: int
    feedback: _Feedback

def zxcvbn(password: str, user_inputs: Iterable[object] | None = ..., max_length: int = ...) -> _Result: ...
