"""The person's own early signs, what happened, and the end of a day, from the terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journal.commands.call import Call, UsageError
from journal.commands.terminal import harmless, one_line, today
from journal.errors import BadInput
from journal.practice_model import DayClose, EarlySigns, OwnEvent, SignCondition


def early_signs(call: Call) -> None:
    """Prints the plan, changed first where something was given; ``--when`` replaces all its conditions."""
    args = call.args
    given = {name: getattr(args, name) for name in ("signs", "steps", "people")}
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if args.when:
        changes["conditions"] = tuple(map(_condition, args.when))
    with call.journal() as journal:
        plan = journal.wellbeing.early_signs()
        if changes:
            plan = journal.wellbeing.save_early_signs(replace(plan, **changes))
        due = journal.wellbeing.early_signs_due(today())
    if args.json:
        call.terminal.say_json({**_plan_values(plan), "due": due})
        return
    call.terminal.say(*(harmless(words) for words in (plan.signs, plan.steps, plan.people) if words))
    call.terminal.say(*(f"{one.item}:{one.beyond}:{one.value}:{one.weeks}" for one in plan.conditions))
    if due:
        call.terminal.tell("You wanted to be shown this when your check-in looks as it does now.")


def happened(call: Call) -> None:
    """Prints what happened, in the person's own words; notes one more, or takes one out."""
    args = call.args
    with call.journal() as journal:
        if args.words is not None:
            journal.wellbeing.save_event(OwnEvent(None, args.day or today(), args.words))
        if args.remove is not None:
            journal.wellbeing.remove_event(args.remove)
        events = journal.wellbeing.events()
    if args.json:
        call.terminal.say_json([{"id": str(one.id), "day": one.day.isoformat(), "words": one.words} for one in events])
    else:
        call.terminal.say(*(f"{one.id}  {one.day}  {one_line(one.words)}" for one in events))


def end_day(call: Call) -> None:
    """Puts the day down, with one thing for tomorrow if there is one; Today shows that once."""
    args = call.args
    if not args.put_down and not args.tomorrow:
        raise BadInput(what="text", reason="empty")
    with call.journal() as journal:
        journal.wellbeing.close_day(DayClose(None, args.day or today(), args.put_down, args.tomorrow))
    call.terminal.tell("Put down.")


def _condition(text: str) -> SignCondition:
    """``ITEM:low:VALUE:WEEKS``, as the plan prints it."""
    parts = text.split(":")
    try:
        item, beyond, value, weeks = parts
        return SignCondition(item, beyond, int(value), int(weeks))
    except ValueError:
        raise UsageError("--when takes ITEM:low:VALUE:WEEKS or ITEM:high:VALUE:WEEKS") from None


def _plan_values(plan: EarlySigns) -> dict[str, Any]:
    return {
        "signs": plan.signs,
        "steps": plan.steps,
        "people": plan.people,
        "conditions": [
            {"item": one.item, "beyond": one.beyond, "value": one.value, "weeks": one.weeks} for one in plan.conditions
        ],
    }
