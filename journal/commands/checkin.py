"""Check-ins from the terminal. Where to find help is told beside every one, whatever was answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from journal.commands.call import Call, UsageError
from journal.commands.terminal import one_line, today
from journal.practice.measures import Measure, by_region, is_adapted, load_measures, scores
from journal.practice_model import CheckIn, Signpost


def questions(call: Call) -> None:
    """Prints a measure's questions with the answers that can be given; needs no journal."""
    measure = load_measures().measure(call.args.measure)
    if call.args.json:
        call.terminal.say_json(
            {
                "id": measure.id,
                "instructions": measure.instructions,
                "label": measure.label,
                "items": [
                    {"id": item.id, "text": item.text, "answers": [[row.value, row.words] for row in item.answers]}
                    for item in measure.questions
                ],
            }
        )
        return
    call.terminal.say(measure.name, *filter(None, (measure.instructions, measure.about)))
    for item in measure.questions:
        worded = [f"{row.value} {row.words}" for row in item.answers if row.words]
        call.terminal.say(f"{item.id:<20}  {item.text}  ({'; '.join(worded)})")
    call.terminal.tell(measure.label)


def add_check_in(call: Call) -> None:
    """Stores a check-in and prints its id."""
    args = call.args
    try:
        answers = tuple((item, int(value)) for item, value in args.answer)
    except ValueError:
        raise UsageError("an answer is a whole number: --answer wci-energy=4") from None
    with call.journal() as journal:
        word = args.client_word or journal.wellbeing.choices().client_word
        measure = journal.wellbeing.data.measure(args.measure)
        saved = journal.wellbeing.save_check_in(
            CheckIn(None, args.measure, args.day or today(), answers, word if measure.client_word else "", args.note)
        )
        heavy, due = journal.wellbeing.heavy_fortnight(today()), journal.wellbeing.early_signs_due(today())
        plan = journal.wellbeing.early_signs()
        signposts = journal.wellbeing.signposts()
        display = journal.wellbeing.data.display
    if args.json:
        call.terminal.say_json({"id": str(saved.id), "heavy_fortnight": heavy, "early_signs": due})
    else:
        call.terminal.say(str(saved.id))
    if due:
        call.terminal.tell("Your own plan:", *map(one_line, filter(None, (plan.signs, plan.steps, plan.people))))
    if heavy:
        call.terminal.tell(
            "A heavy fortnight. You could write about it, plan what to bring to supervision, or see below."
        )
    if measure.scales:
        call.terminal.tell(display["not_diagnostic"])
    call.terminal.tell(*(_signpost_line(row) for row in signposts[:3]), "More: congruence-cli checkin help --own")


def list_check_ins(call: Call) -> None:
    """Prints check-ins with what was answered and each scale's score; no total."""
    args = call.args
    with call.journal() as journal:
        measure = journal.wellbeing.data.measure(args.measure)
        rows = journal.wellbeing.check_ins(args.measure, args.limit)
        display = journal.wellbeing.data.display
    if args.json:
        call.terminal.say_json([check_in_values(measure, row) for row in rows])
        return
    names = {item.id: item.name or item.id for item in measure.questions}
    for row in rows:
        if measure.scales:
            scored = [
                f"{scale.name} {'too few answers' if found.value is None else f'{found.value:.1f}'}"
                for scale, found in zip(measure.scales, scores(measure, row.answers), strict=True)
            ]
        else:
            scored = [f"{names[item]} {value}" for item, value in row.answers]
        adapted = "  (adapted wording)" if is_adapted(row.client_word) else ""
        call.terminal.say(f"{row.day}  {'; '.join(scored) or 'nothing answered'}{adapted}")
    if rows:
        call.terminal.tell(measure.label, display["own_baseline"])


def turn_on(call: Call) -> None:
    """Turns on a measure with a gate, or prints what is to be read before."""
    args = call.args
    measure = load_measures().measure(args.measure)
    if not args.terms_read:
        call.terminal.say(measure.name, measure.citation, measure.terms, *measure.caveats)
        call.terminal.tell("Nothing was changed. When you have read its source and terms: --terms-read.")
        return
    with call.journal() as journal:
        journal.wellbeing.turn_on_measure(args.measure, terms_read=True)


def find_help(call: Call) -> None:
    """Prints where to find help: ours without any journal, so that nobody needs a passphrase first, or the person's."""
    data, region = load_measures(), call.args.region
    if call.args.own:
        with call.journal() as journal:
            every = journal.wellbeing.all_signposts()
            rows = by_region(every, region or journal.wellbeing.choices().region)
    else:
        rows = by_region(data.signposts, region or "UK")
    if call.args.json:
        call.terminal.say_json(
            [
                {
                    name: getattr(row, name)
                    for name in ("id", "region", "name", "how", "for_whom", "checked", "checked_on")
                }
                for row in rows
            ]
        )
        return
    call.terminal.say(data.help_words["now"], data.help_words["soon"], "", *map(_signpost_line, rows))
    call.terminal.tell(data.help_words["journal"])
    if not call.args.own:
        call.terminal.tell("As you edited the list in your journal: congruence-cli checkin help --own")


def check_in_values(measure: Measure, row: CheckIn) -> dict[str, Any]:
    """A check-in as JSON."""
    return {
        "id": str(row.id),
        "day": row.day.isoformat(),
        "answers": dict(row.answers),
        "client_word": row.client_word,
        "note": row.note,
        "scores": {found.scale: found.value for found in scores(measure, row.answers)},
    }


def _signpost_line(row: Signpost) -> str:
    shown = replace(row, name=one_line(row.name), how=one_line(row.how), region=one_line(row.region))
    checked = f"checked {shown.checked_on}" if shown.checked_on else "not checked"
    return f"{shown.name} ({shown.region}): {shown.how} ({checked})"
