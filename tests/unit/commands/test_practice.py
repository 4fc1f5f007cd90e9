"""Supervision, agenda, check-ins, templates, CPD and insights from the terminal."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pypdf
import pytest

from journal.commands.terminal import today
from journal.model import Filter
from journal.practice_model import SavedFilter, Signpost
from tests.journals import unlocked
from tests.unit.commands.running import PASSPHRASE, Cli

TODAY = today()


def ago(days: int) -> str:
    return (TODAY - dt.timedelta(days=days)).isoformat()


def log(cli: Cli, *args: str) -> str:
    made = cli("supervision", "log", *args)
    assert made.status == 0, made.err
    return made.out.strip()


def test_meetings_are_logged_listed_and_changed(cli: Cli) -> None:
    held = log(cli, "--planned", ago(9), "--status", "held", "--minutes", "60", "--theme", "endings", "--case", "K7")
    log(
        cli,
        *("--planned", ago(2), "--status", "postponed", "--minutes-planned", "90", "--format", "group"),
        *("--group-size", "7", "--reason", "supervisor-unavailable", "--cover", "nothing-offered"),
    )
    rows = cli("supervision", "list", "--json").json
    assert [(row["status"], row["date_held"], row["minutes"]) for row in rows] == [
        ("postponed", None, None),
        ("held", ago(9), 60),
    ]
    assert rows[1]["client_themes"] == ["endings"]
    listed = cli("supervision", "list").out
    assert "group of 7  0 of 90 min  supervisor unavailable; nothing offered" in listed
    cli("supervision", "log", "--change", held, "--impact", "slower")
    (changed,) = [row for row in cli("supervision", "list", "--json").json if row["id"] == held]
    assert (changed["impact"], changed["minutes"], changed["cases"]) == ("slower", 60, ["K7"])
    assert cli("supervision", "remove", held).status == 0
    assert len(cli("supervision", "list", "--json").json) == 1
    assert cli("supervision", "remove", held).err == "congruence-cli: There is no such supervision.\n"


def test_a_choice_that_there_is_not_is_refused(cli: Cli) -> None:
    refused = cli("supervision", "log", "--planned", ago(1), "--status", "enjoyed")
    assert (refused.status, refused.err) == (1, "congruence-cli: That status cannot be used (unknown).\n")
    refused = cli("supervision", "log", "--minutes", "5")
    assert refused.err == "congruence-cli: A meeting needs a day: --planned or --held.\n"


def test_hours_under_the_chosen_arithmetic(cli: Cli) -> None:
    log(cli, "--held", "2026-11-05", "--status", "held", "--minutes", "90", "--format", "group", "--group-size", "7")
    period = ("--since", "2026-11-01", "--until", "2026-11-30")
    found = cli("supervision", "hours", *period, "--json").json
    assert found == {
        "arithmetic": None,
        "months": [
            {
                "month": "2026-11",
                "held": 90,
                "credited": 90.0,
                "lost": 0,
                "lost_credit": 0.0,
                "given": 0,
                "sessions": 1,
                "moved": 0,
                "in_group": 1,
                "uncounted": 0,
            }
        ],
    }
    chosen = cli("supervision", "expect", "bacp-accredited", "--gap-days", "7", "--month-target", "90")
    assert "* bacp-accredited" in chosen.out
    assert "(checked 2026-11)" in chosen.out
    assert "none of them is a ruling" in chosen.err
    assert cli("supervision", "hours", *period, "--json").json["months"][0]["credited"] == 12.86
    assert "creditable 0.21 h" in cli("supervision", "hours", *period).out.replace("  ", " ")
    told = cli("supervision", "expect", "--json").json
    assert (told["chosen"], told["gap_days"], told["month_target"]) == (["bacp-accredited"], 7, 90)
    assert len(told["expectations"]) == 18
    assert cli("supervision", "expect", "no-such").status == 1


def test_notices_fields_and_client_hours(cli: Cli) -> None:
    log(cli, "--held", ago(20), "--status", "held", "--minutes", "60")
    told = cli("supervision", "notices")
    assert "It has been 20 days" in told.out
    assert "Writing here tells nobody." in told.err
    assert {row["id"] for row in cli("supervision", "notices", "--json").json} == {"gap"}
    fields = cli("supervision", "fields", "--json", stdin="")
    assert len(fields.json) == 32
    assert "    held-but-cut-short" in cli("supervision", "fields", stdin="").out
    assert cli("supervision", "clients", "2026-11-20", "1200").status == 0


def test_a_summary_is_csv_with_people_by_code(cli: Cli) -> None:
    cli("register", "add", "--name", "Lorna Pickering", "--code", "L")
    log(cli, "--held", ago(1), "--status", "held", "--minutes", "60", "--with-role", "Lorna, my lead")
    made = cli("supervision", "summary", "--form", "training-log", "--since", ago(30))
    rows = list(csv.reader(io.StringIO(made.out)))
    assert rows[0][-1] == "With (as a role)"
    assert rows[1] == [ago(1), "60", "individual", "", "clinical", "L, my lead"]
    assert "Lorna" not in made.out + made.err
    months = cli("supervision", "summary", "--months", "--since", ago(1)).out
    assert months.startswith("Month,Minutes held")
    assert cli("supervision", "summary", "--json").json["gaps"][0]["days"] == 1
    assert cli("supervision", "summary", "--form", "gossip").err == "congruence-cli: There is no such summary.\n"


def test_a_sentence_is_brought_to_supervision_and_something_comes_back(cli: Cli) -> None:
    cli("register", "add", "--name", "Karolina Wrona", "--code", "K")
    entry = cli.new("She laughed. I hid behind the screen.", "--title", "Minute four")
    made = cli("agenda", "add", "--entry", entry, "--words", "I hid behind the screen.", "--not-sure", "--code", "k")
    assert "Writing here tells nobody." in made.err
    item = made.out.strip()
    (row,) = cli("agenda", "list", "--json").json
    assert (row["heading"], row["code"], row["not_sure"], row["days_waiting"]) == (
        "I hid behind the screen.",
        "K",
        True,
        0,
    )
    assert "Wrona" not in cli("agenda", "list").out
    page = cli("agenda", "list", "--csv").out
    assert page.splitlines()[1] == "I hid behind the screen.,K,not sure,,at the next meeting,0"
    meeting = log(cli, "--planned", ago(0))
    back = cli("agenda", "heard", item, "--said", "What did it give you?", "--meeting", meeting, "--json").json
    assert (back["said"], back["meeting"], back["closed_on"]) == ("What did it give you?", meeting, TODAY.isoformat())
    assert cli("agenda", "list", "--json").json == []
    assert len(cli("agenda", "list", "--heard", "--json").json) == 1
    drafted = cli("agenda", "draft", item, "--words-alone", "--json")
    assert list(drafted.json) == ["draft"], drafted.err
    assert len(cli("agenda", "draft", item).out.strip()) == 36
    assert cli("show", entry).out == "# Minute four\n\nShe laughed. I hid behind the screen.\n"


def test_matters_of_their_own(cli: Cli) -> None:
    made = cli("agenda", "add", "--title", "Ending", "--how-soon", "today", "--json")
    assert cli("agenda", "remove", made.json["id"]).status == 0
    assert cli("agenda", "list").out == ""
    assert cli("agenda", "add").err.endswith("congruence-cli: There is no text in it.\n")
    assert cli("agenda", "add", "--title", "x", "--code", "Z").err == "congruence-cli: There is no such code.\n"
    entry = cli.new("Words.")
    refused = cli("agenda", "add", "--entry", entry, "--words", "other words")
    assert refused.err == "congruence-cli: Those words do not stand in the entry.\n"


def test_the_pause_needs_no_journal_and_says_whom_to_tell(bare: Cli) -> None:
    told = bare("agenda", "pause", stdin="")
    assert "8. Is there someone nobody but you has heard about?" in told.out
    assert "Take it to your supervisor or duty lead." in told.out
    assert "Writing here tells nobody." in told.err
    assert len(bare("agenda", "pause", "--json", stdin="").json["questions"]) == 8


def test_a_check_in_tells_where_to_find_help_whatever_was_answered(cli: Cli) -> None:
    made = cli("checkin", "add", "--answer", "wci-energy=9", "--answer", "wci-sleep=10")
    assert made.status == 0
    assert "999" in made.err
    assert "heavy fortnight" not in made.err
    heavy = [
        arg for item in ("energy=0", "distance=10", "workload=10", "sleep=0") for arg in ("--answer", f"wci-{item}")
    ]
    cli("checkin", "add", *heavy, "--day", (TODAY + dt.timedelta(days=7)).isoformat())
    told = cli("checkin", "add", *heavy, "--day", (TODAY + dt.timedelta(days=14)).isoformat())
    assert "A heavy fortnight." in told.err
    rows = cli("checkin", "list", "--json").json
    assert rows[-1]["answers"] == {"wci-energy": 9, "wci-sleep": 10}
    assert rows[0]["scores"] == {}
    assert "Energy 9; Sleep and rest 10" in cli("checkin", "list").out


@pytest.mark.parametrize(
    ("answer", "status"), [("wci-energy=11", 1), ("wci-mood=1", 1), ("wci-energy=much", 2), ("wci-energy", 2)]
)
def test_an_answer_that_cannot_be_given(cli: Cli, answer: str, status: int) -> None:
    assert cli("checkin", "add", "--answer", answer).status == status
    assert cli("checkin", "list").out == ""


def test_the_inventory_is_off_until_its_terms_were_read(cli: Cli) -> None:
    refused = cli("checkin", "add", "--measure", "cbi", "--answer", "cbi-personal-1=50")
    assert "off until you turn it on" in refused.err
    shown = cli("checkin", "turn-on", "cbi", stdin="")
    assert "Borritz" in shown.out
    assert "NFA" in shown.out
    assert "Nothing was changed." in shown.err
    assert cli("checkin", "turn-on", "cbi", "--terms-read").status == 0
    answers = [arg for place in (1, 2, 3) for arg in ("--answer", f"cbi-personal-{place}=50")]
    made = cli("checkin", "add", "--measure", "cbi", *answers, "--client-word", "the people I see")
    assert made.status == 0
    assert "This is not a diagnosis" in made.err
    listed = cli("checkin", "list", "--measure", "cbi")
    assert "Personal burnout 50.0; Work-related burnout too few answers" in listed.out
    assert "(adapted wording)" in listed.out


def test_questions_and_help_need_no_journal(bare: Cli) -> None:
    assert len(bare("checkin", "questions", "--json", stdin="").json["items"]) == 7
    assert "running on empty" in bare("checkin", "questions", stdin="").out
    told = bare("checkin", "help", "--region", "USA", stdin="")
    assert "988" in told.out.splitlines()[3]
    assert bare("checkin", "help", "--json", stdin="").json[0]["id"] == "uk-999"
    assert "checkin help --own" in told.err


def test_where_to_find_help_as_the_person_edited_it(cli: Cli, tmp_path: Path) -> None:
    journal = unlocked(tmp_path, PASSPHRASE)
    wellbeing = journal.wellbeing
    ours = {row.id: row for row in wellbeing.signposts()}
    wellbeing.save_signpost(replace(ours["uk-999"], how="999, or the desk"))
    hidden = next(row for row in ours.values() if row.region == "UK" and row.id != "uk-999")
    wellbeing.save_signpost(replace(hidden, hidden=True))
    wellbeing.save_signpost(Signpost("", "UK", "Our own desk", "01632 960123"))
    wellbeing.set_choices(replace(wellbeing.choices(), region="USA"))
    journal.lock()
    told = cli("checkin", "help", "--own", "--json")
    found = {row["name"]: row for row in told.json}
    assert told.json[0]["region"] == "USA", "the person's region first"
    assert found[ours["uk-999"].name]["how"] == "999, or the desk"
    assert "Our own desk" in found
    assert hidden.name not in found
    assert cli("checkin", "help", "--own", "--region", "UK").out.splitlines()[3].startswith(ours["uk-999"].name)


def test_templates_of_ones_own(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "template.md"
    file.write_text(
        "# After a hard call\n\nWhen it stays.\n\n## What stayed\n\nOne line.\n\n## Whom to tell\n", "utf-8"
    )
    made = cli("templates", "add", file, "--kind", "free")
    assert made.status == 0, made.err
    key = made.out.strip()
    assert cli("templates", "list", "--kind", "free").out.startswith(f"{key}  After a hard call (your own)")
    shown = cli("templates", "show", key, "--json").json
    assert [(part["heading"], part["hint"]) for part in shown["sections"]] == [
        ("What stayed", "One line."),
        ("Whom to tell", ""),
    ]
    assert "## The experience" in cli("templates", "show", "kolb").out
    assert cli("templates", "remove", key).status == 0
    assert cli("templates", "show", key).err == "congruence-cli: There is no such template.\n"
    file.write_text("no heading", encoding="utf-8")
    assert "needs a line" in cli("templates", "add", file).err
    assert len(cli("templates", "list", "--json").json) == 13


def test_cpd_activities_and_an_account_that_becomes_a_draft(cli: Cli) -> None:
    cli("register", "add", "--name", "Karolina Wrona", "--code", "K")
    made = cli(
        "cpd", "add", "--title", "A day with Karolina", "--minutes", "360", "--kind", "workshop", "--participatory"
    )
    assert made.status == 0, made.err
    assert "6.00 h" in cli("cpd", "list").out
    assert "A day with K,workshop,6.00,yes" in cli("cpd", "list", "--csv").out
    assert cli("cpd", "list", "--json").json[0]["minutes"] == 360
    entry = cli.new("Karolina Wrona laughed.")
    args = ("cpd", "account", "--title", "The screen", "--from", f"nmc-account.1={entry}")
    made = cli(*args, "--words", "nmc-account.3=I sit beside it now.", "--accept-proposals", "--json")
    assert made.status == 0, made.err
    assert "only when it was reviewed" in made.err
    assert set(made.json) == {"account", "draft"}
    assert cli(*args).status == 0
    assert "no such section" in cli("cpd", "account", "--title", "x", "--words", "x=y").err
    assert cli("cpd", "account", "--title", "x", "--from", "nmc-account.1=y").status == 2


def test_insights_have_every_number_of_the_charts(cli: Cli) -> None:
    cli.new("one two three", "--kind", "relationship")
    log(cli, "--held", ago(3), "--status", "held", "--minutes", "60")
    cli("checkin", "add", "--answer", "wci-energy=4")
    found = cli("insights", "--json").json
    assert found["statistics"]["words"] == 3
    assert found["writing"] == [{"day": ago(0), "entries": 1, "words": 3}]
    assert sum(month["held"] for month in found["supervision"]["months"]) == 60
    assert [series["id"] for series in found["core_conditions"]] == ["congruence", "upr", "empathy"]
    energy = found["measures"]["weekly-check-in"][0]
    assert (energy["id"], energy["points"]) == ("wci-energy", [{"day": ago(0), "value": 4}])
    assert "cbi" not in found["measures"]
    told = cli("insights").out
    assert "1 entry, 3 words, on 1 day" in told
    assert "1 supervision meeting held" in told


def page_words(path: Path) -> str:
    read = pypdf.PdfReader(io.BytesIO(path.read_bytes()), strict=True)
    assert read.metadata is None
    assert read.root_object["/MarkInfo"]["/Marked"]  # type: ignore[index]
    return " ".join(" ".join(page.extract_text() for page in read.pages).split())


def test_a_summary_the_agenda_and_the_list_of_learning_are_pages_with_people_by_code(cli: Cli, tmp_path: Path) -> None:
    cli("register", "add", "--name", "Lorna Pickering", "--code", "L")
    log(cli, "--held", ago(1), "--status", "held", "--minutes", "60", "--with-role", "Lorna, my lead")
    cli("agenda", "add", "--title", "What Lorna said", "--why", "I hid behind Pickering")
    cli("cpd", "add", "--title", "A day with Lorna", "--minutes", "90")
    summary, agenda, learning = (tmp_path / f"{name}.pdf" for name in ("summary", "agenda", "learning"))
    made = cli("supervision", "summary", "--form", "training-log", "--since", ago(30), "--pdf", summary)
    assert (made.status, made.out) == (0, f"{summary}\n")
    assert "by code alone" in made.err
    assert cli("agenda", "list", "--pdf", agenda, "--json").json == {"file": str(agenda)}
    assert cli("cpd", "list", "--pdf", learning).status == 0
    said = [page_words(path) for path in (summary, agenda, learning)]
    assert "L, my lead" in said[0]
    assert "Hours" in said[0]
    assert "What L said" in said[1]
    assert "I hid behind L" in said[1]
    assert "A day with L" in said[2]
    assert not [words for words in said if "Lorna" in words or "Pickering" in words]


def test_a_page_replaces_nothing_unasked_and_lies_outside_the_journal(cli: Cli, tmp_path: Path) -> None:
    there = tmp_path / "there.pdf"
    there.write_bytes(b"mine")
    assert cli("agenda", "list", "--pdf", there).status == 1
    assert there.read_bytes() == b"mine"
    assert cli("agenda", "list", "--pdf", there, "--force").status == 0
    assert there.read_bytes().startswith(b"%PDF")
    assert cli("agenda", "list", "--pdf", cli.folder / "agenda.pdf").status == 1
    assert not (cli.folder / "agenda.pdf").exists()


def test_a_letter_that_no_font_has_is_told(cli: Cli, tmp_path: Path) -> None:
    cli("agenda", "add", "--title", "So 😀")
    refused = cli("agenda", "list", "--pdf", tmp_path / "agenda.pdf")
    assert refused.status == 1
    assert "fonts lack a letter" in refused.err
    assert list(tmp_path.glob("*.pdf")) == []


def test_an_account_is_written_as_pages_once_it_is_reviewed(cli: Cli, tmp_path: Path) -> None:
    cli("register", "add", "--name", "Lorna Pickering", "--code", "L")
    entry = cli.new("Lorna Pickering asked me why I hurried.")
    made = cli(
        "cpd", "account", "--title", "On hurrying", "--from", f"nmc-account.1={entry}", "--accept-proposals", "--json"
    )
    draft = made.json["draft"]
    path = tmp_path / "account.pdf"
    written = cli("export", draft, "--format", "pdf", "--out", path)
    assert written.status == 0, written.err
    said = page_words(path)
    assert "On hurrying" in said
    assert "why I hurried" in said
    assert "Lorna" not in said
    assert "Pickering" not in said


def test_this_day_of_earlier_years_is_off_until_wanted_and_leaves_out(cli: Cli) -> None:
    year = TODAY.year - 4 if (TODAY.month, TODAY.day) == (2, 29) else TODAY.year - 1
    entry = cli.new("The first one.", "--day", TODAY.replace(year=year).isoformat())
    off = cli("back", "day")
    assert (off.out, "off until you want it" in off.err) == ("", True)
    assert [row["id"] for row in cli("back", "day", "--on", "--json").json["entries"]] == [entry]
    left = cli("back", "day", "--leave-out", entry, "--json").json
    assert (left["on"], left["entries"], left["left_out"]) == (True, [], [entry])
    assert entry in cli("back", "day").err
    assert entry in cli("back", "day", "--show-again", entry).out
    assert cli("back", "day", "--no-on", "--json").json == {"on": False, "entries": [], "left_out": []}


def test_a_thread_is_followed_with_later_notes_beside_its_entries(cli: Cli) -> None:
    first, second = cli.new("I hurried.", "--day", ago(9)), cli.new("I waited.", "--day", ago(2))
    assert (
        cli("back", "follow", "Hurry", "--entry", second, "--entry", first, "--about", "slower?").err == "2 entries.\n"
    )
    cli("back", "note", first, "--text", "I would wait now.", "--day", ago(1))
    assert cli("back", "note", first).out == f"{ago(1)}  I would wait now.\n"
    thread = cli("back", "threads", "Hurry", "--json").json
    assert [row["id"] for row in thread["entries"]] == [first, second]
    assert thread["entries"][0]["later"][0]["text"] == "I would wait now."
    assert "I would wait now." in cli("back", "threads", "Hurry").out
    assert cli("back", "follow", "Hurry", "--without", first, "--json").json["entries"] == [second]
    assert "1 entries  Hurry" in cli("back", "threads").out
    assert cli("back", "unfollow", "Hurry").status == 0
    assert cli("back", "threads", "--json").json == []
    assert cli("back", "threads", "Hurry").status == 1
    assert cli("show", first).status == 0


def test_saved_filters_are_listed_and_used(cli: Cli, tmp_path: Path) -> None:
    kept = cli.new("A waltz.", "--kind", "dilemma")
    cli.new("No dance.")
    journal = unlocked(tmp_path, PASSPHRASE)
    journal.looking_back.save_filter(SavedFilter(None, "Dilemmas", Filter(kinds=("dilemma",))))
    journal.looking_back.save_filter(SavedFilter(None, "Dances", query="dance"))
    journal.lock()
    assert cli("back", "filters").out == "Dances\nDilemmas\n"
    assert [row["id"] for row in cli("back", "filters", "Dilemmas", "--json").json] == [kept]
    assert len(cli("back", "filters", "Dances").out.splitlines()) == 1
    assert cli("back", "filters", "None").err == "congruence-cli: There is no such filter.\n"


def test_early_signs_what_happened_and_the_end_of_a_day(cli: Cli) -> None:
    made = cli("checkin", "plan", "--signs", "I stop reading.", "--when", "wci-sleep:low:3:1", "--json").json
    assert (made["signs"], made["due"]) == ("I stop reading.", False)
    assert made["conditions"] == [{"item": "wci-sleep", "beyond": "low", "value": 3, "weeks": 1}]
    cli("checkin", "add", "--answer", "wci-sleep=2")
    shown = cli("checkin", "plan")
    assert shown.out == "I stop reading.\nwci-sleep:low:3:1\n"
    assert "You wanted to be shown this" in shown.err
    assert "--when takes" in cli("checkin", "plan", "--when", "sleep").err
    (event,) = cli("checkin", "event", "--words", "moved house", "--day", ago(3), "--json").json
    assert (event["day"], event["words"]) == (ago(3), "moved house")
    assert cli("checkin", "event", "--remove", event["id"]).out == ""
    assert cli("checkin", "end-day", "--tomorrow", "Ring the library.").err == "Put down.\n"
    assert cli("checkin", "end-day").status == 1
