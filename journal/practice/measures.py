"""Self-measures: the questions, the scores exactly as the file says, the person's own plan, where to find help.

Nothing is a verdict and nothing is a total: each scale or line stands for itself. A figure that is not marked checked
is not read out of the file at all, nor is a band. A measure with a release gate is off until the person turned it on
having read its source and terms.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journal.errors import BadInput, NotFound
from journal.practice_model import CheckIn, EarlySigns, SignCondition, Signpost
from journal.resources import read_toml

#: The measure of our own words, which is on from the first day.
WEEKLY = "weekly-check-in"

#: "The strained quarter" of a line from ``least`` to ``most``: a quarter of its length at the end marked as strain.
_QUARTER = 4
#: "four or more answered items … two weeks running" (the nudge of the weekly check-in).
_STRAINED_ITEMS, _STRAINED_WEEKS = 4, 2
#: A week running: the next check-in at least and at most so many days later. One made a day or two late is still the
#: next; one made again on the same or the next day takes the place of the first.
_SAME_WEEK_DAYS, _NEXT_WITHIN_DAYS = 4, 10


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that can be given: what it counts as, and its words (empty on a slider between its ends)."""

    value: int
    words: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One question. ``answers`` are all that can be given, the least first.

    ``strained_end`` (``low``, ``high`` or empty) says which end of a slider means more strain; ``prompts`` the kind
    of entry whose prompts suit.
    """

    id: str
    name: str
    text: str
    answers: tuple[Answer, ...]
    reversed: bool = False
    strained_end: str = ""
    prompts: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """Items that give one score; ``min_answered`` of them must be answered."""

    id: str
    name: str
    measures: str
    min_answered: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure. ``built_in`` ones have items; the others are named and described only.

    A measure has scales, or lines of their own (``items``) that are never added up. ``gated``: off until turned on.
    ``terms`` is what a person reads before turning it on.
    """

    id: str
    name: str
    built_in: bool
    gated: bool
    minutes: int
    repeat_days: int
    label: str
    instructions: str
    scoring: str
    terms: str
    citation: str
    caveats: tuple[str, ...]
    scales: tuple[Scale, ...] = ()
    items: tuple[Item, ...] = ()
    client_word: str = ""
    about: str = ""

    @property
    def questions(self) -> tuple[Item, ...]:
        """Every item, in the order of the file."""
        return self.items or tuple(item for scale in self.scales for item in scale.items)

    def worded(self, item: Item, client_word: str) -> str:
        """An item's words with the setting's own word for a client."""
        if not self.client_word or client_word == self.client_word:
            return item.text
        plural = client_word if client_word in _PLURALS else f"{client_word}s"
        return item.text.replace(f"{self.client_word}s", plural)


#: Begins what the file says to whoever releases the program, not to its user.
_FOR_RELEASE = "BEFORE RELEASE:"
#: Words that stand for people already.
_PLURALS = ("the people I see",)
#: The words offered (``client_word_note``); the last is our own variant.
CLIENT_WORDS = ("client", "patient", "the people I see")


def is_adapted(client_word: str) -> bool:
    """Whether a word is our own variant, to be labelled as adapted wherever its answers are shown."""
    return client_word == CLIENT_WORDS[-1]


@dataclass(frozen=True, slots=True)
class Score:
    """One scale's score: the mean of the answered items, ``None`` where too few were answered."""

    scale: str
    value: float | None
    answered: int
    items: int


@dataclass(frozen=True, slots=True)
class MeasuresData:
    """Everything in the file that may be shown. ``display`` and ``help_words`` have its sentences."""

    display: Mapping[str, str]
    rules: tuple[str, ...]
    measures: tuple[Measure, ...]
    help_words: Mapping[str, str]
    signposts: tuple[Signpost, ...]

    @classmethod
    def from_toml(cls, data: Mapping[str, Any]) -> MeasuresData:
        """The data of a parsed ``measures.toml``; a ``KeyError`` means that the file itself is at fault."""
        return cls(
            display={name: text for name, text in data["display"].items() if isinstance(text, str)},
            rules=tuple(data["display"]["rules"]),
            measures=tuple(_measure(row) for row in data["measure"]),
            help_words=data["signpost_text"],
            signposts=tuple(_signpost(row, data["reviewed"]) for row in data["signpost"]),
        )

    def measure(self, measure_id: str) -> Measure:
        """The measure of that id. Raises ``NotFound``."""
        for row in self.measures:
            if row.id == measure_id:
                return row
        raise NotFound(what="measure")


def load_measures() -> MeasuresData:
    """The data that ships with the program."""
    return MeasuresData.from_toml(read_toml("practice/measures.toml"))


def is_on(measure: Measure, turned_on: Sequence[str]) -> bool:
    """Whether a measure may be filled in: ours always, a gated one once it was turned on, others never."""
    return measure.built_in and (not measure.gated or measure.id in turned_on)


def checked_check_in(check_in: CheckIn, measure: Measure) -> CheckIn:
    """The check-in if it answers only questions of the measure, each once, with answers that can be given.

    Raises:
        BadInput: otherwise; ``what`` is ``answers``.
    """
    allowed = {item.id: {answer.value for answer in item.answers} for item in measure.questions}
    given = [item for item, _ in check_in.answers]
    if len(set(given)) != len(given) or not set(given) <= set(allowed):
        raise BadInput(what="answers", reason="unknown")
    if any(value not in allowed[item] for item, value in check_in.answers):
        raise BadInput(what="answers", reason="range")
    return check_in


def scores(measure: Measure, answers: Sequence[tuple[str, int]]) -> tuple[Score, ...]:
    """Each scale's score, in the order of the file. No total.

    ``answers`` are as given; a reversed item is turned round here. A missing answer is left out of the mean, never
    filled in; under ``min_answered`` there is no score.
    """
    given = dict(answers)
    return tuple(_score(scale, given) for scale in measure.scales)


def strained(item: Item, value: int) -> bool:
    """Whether an answer on a slider lies in its strained quarter, the border included."""
    least, most = item.answers[0].value, item.answers[-1].value
    # value <= least + (most - least) / 4, in whole numbers
    from_low, from_high = (value - least) * _QUARTER, (most - value) * _QUARTER
    return (item.strained_end == "low" and from_low <= most - least) or (
        item.strained_end == "high" and from_high <= most - least
    )


def heavy_fortnight(measure: Measure, newest_first: Sequence[CheckIn]) -> bool:
    """Whether four or more answered items were in the strained quarter in each of the last two weeks."""
    weeks = running(newest_first, _STRAINED_WEEKS)
    return len(weeks) == _STRAINED_WEEKS and all(_strained_items(measure, week) >= _STRAINED_ITEMS for week in weeks)


def plan_due(plan: EarlySigns, newest_first: Sequence[CheckIn]) -> bool:
    """Whether one of the person's own conditions is met, as they set it. A skipped item meets none."""
    return any(_met(condition, newest_first) for condition in plan.conditions)


def checked_plan(plan: EarlySigns, measure: Measure) -> EarlySigns:
    """The plan if each of its conditions can be met.

    Raises:
        BadInput: a condition names no item of the measure, a number that cannot be answered, or no week.
    """
    items = {item.id: item for item in measure.questions}
    for condition in plan.conditions:
        item = items.get(condition.item)
        if item is None or condition.beyond not in {"low", "high"} or condition.weeks < 1:
            raise BadInput(what="conditions", reason="unknown")
        if not item.answers[0].value <= condition.value <= item.answers[-1].value:
            raise BadInput(what="conditions", reason="range")
    return plan


def running(newest_first: Sequence[CheckIn], weeks: int) -> tuple[CheckIn, ...]:
    """The last ``weeks`` check-ins if each followed the one before it as the next week; fewer where one is missing.

    Of several made within one week the latest counts.
    """
    found: list[CheckIn] = []
    for check_in in newest_first:
        apart = (found[-1].day - check_in.day).days if found else _SAME_WEEK_DAYS
        if len(found) == weeks or apart > _NEXT_WITHIN_DAYS:
            break
        if apart >= _SAME_WEEK_DAYS:
            found.append(check_in)
    return tuple(found)


def is_recent(newest_first: Sequence[CheckIn], today: dt.date | None) -> bool:
    """Whether the latest check-in is near enough to ``today`` for the next week to be running; always without one."""
    return today is None or (bool(newest_first) and (today - newest_first[0].day).days <= _NEXT_WITHIN_DAYS)


def is_due(measure: Measure, last: dt.date | None, today: dt.date) -> bool:
    """Whether to offer it again: never before its repeat interval has passed."""
    return last is None or (today - last).days >= measure.repeat_days


def by_region(signposts: Sequence[Signpost], region: str) -> tuple[Signpost, ...]:
    """Those of the person's region first, then the rest in the order of the file; hidden ones left out."""
    shown = [row for row in signposts if not row.hidden]
    return tuple(sorted(shown, key=lambda row: not _covers(row.region, region)))


def regions(signposts: Sequence[Signpost]) -> tuple[str, ...]:
    """The regions to choose from, in the order of the file."""
    return tuple(dict.fromkeys(row.region for row in signposts))


def _score(scale: Scale, given: Mapping[str, int]) -> Score:
    values = [_counted(item, given[item.id]) for item in scale.items if item.id in given]
    enough = len(values) >= scale.min_answered
    return Score(scale.id, sum(values) / len(values) if enough else None, len(values), len(scale.items))


def _counted(item: Item, value: int) -> int:
    return item.answers[0].value + item.answers[-1].value - value if item.reversed else value


def _strained_items(measure: Measure, check_in: CheckIn) -> int:
    items = {item.id: item for item in measure.questions}
    return sum(strained(items[item], value) for item, value in check_in.answers if item in items)


def _met(condition: SignCondition, newest_first: Sequence[CheckIn]) -> bool:
    weeks = running(newest_first, condition.weeks)
    values = [dict(week.answers).get(condition.item) for week in weeks]
    if len(weeks) < condition.weeks:
        return False
    return all(
        value is not None and (value <= condition.value if condition.beyond == "low" else value >= condition.value)
        for value in values
    )


def _covers(region: str, wanted: str) -> bool:
    # "UK and Ireland" is the UK's too, and the UK's numbers hold in its four nations
    nations = {"England", "Scotland", "Wales", "Northern Ireland"}
    parts = set(region.split(" and "))
    return wanted in parts or (wanted in nations and "UK" in parts) or (wanted == "UK" and bool(parts & nations))


def _measure(row: Mapping[str, Any]) -> Measure:
    return Measure(
        id=row["id"],
        name=row["name"],
        built_in=row["embed"] in {"yes", "own"},
        gated=row.get("release_gate", False),
        minutes=row.get("minutes", 0),
        repeat_days=row.get("repeat_days", 0),
        label=row.get("label_on_screen", row.get("attribution_on_screen", "")),
        instructions=row.get("instructions", ""),
        scoring=row.get("scoring", ""),
        terms=row["licence_note"].partition(_FOR_RELEASE)[0].strip(),
        citation=row["citation"],
        caveats=tuple(row.get("caveats", ())),
        scales=tuple(_scale(scale, row["responses"]) for scale in row.get("scale", ())),
        items=tuple(_slider(item) for item in row.get("item", ())),
        client_word=row.get("client_word", ""),
        about=row.get("structure", ""),
    )


def _scale(row: Mapping[str, Any], responses: Mapping[str, Any]) -> Scale:
    items = tuple(
        Item(
            id=item["id"],
            name="",
            text=item["text"],
            answers=tuple(map(Answer, responses["values"], responses[item["response"]])),
            reversed=item["reversed"],
        )
        for item in row["item"]
    )
    return Scale(row["id"], row["name"], row["measures"], row["min_answered"], items)


def _slider(row: Mapping[str, Any]) -> Item:
    ends = {row["min"]: row["min_label"], row["max"]: row["max_label"]}
    return Item(
        id=row["id"],
        name=row["name"],
        text=row["text"],
        answers=tuple(Answer(value, ends.get(value, "")) for value in range(row["min"], row["max"] + 1)),
        strained_end=row["strained_end"],
        prompts=row["suggest_prompts"],
    )


def _signpost(row: Mapping[str, Any], reviewed: str) -> Signpost:
    return Signpost(
        id=row["id"],
        region=row["region"],
        name=row["name"],
        how=row["how"],
        for_whom=row["for_whom"],
        checked=row["checked"],
        checked_on=reviewed if row["checked"] else "",
        note=row.get("note", ""),
    )
