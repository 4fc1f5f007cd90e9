"""Jobs, quotations, uniqueness, families, rare health and events."""

from __future__ import annotations

import pytest

from journal.anonymise.detectors import occupations, quotes, singular
from tests.unit.anonymise.builders import changing, found_by, knowledge_of, known


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("He is fifty-one, a signalman on the line", "signalman"),
        ("Gosia was a cathedral organist before", "cathedral organist"),
        ("My fifth today was a hill farmer.", "hill farmer"),
        ("Mr Adeyemi, sixty-eight, retired merchant seaman.", "retired merchant seaman"),
        ("He's a chemistry technician at a sixth form college.", "chemistry technician at a sixth form college"),
        ("Client, mid-fifties, drives a school minibus for them", "drives a school minibus"),
        ("She was training to be a joiner, she had", "training to be a joiner"),
        ("I've been ward manager on Elm for years", "ward manager"),
        ("I'm a mental health nurse. I am tired.", "mental health nurse"),
        ("a job lifting leeks, a dog", "lifting leeks"),
        ("Tomasz, a Polish bricklayer of 38, cried", "Polish bricklayer"),
        ("She's a dentist in the next town", "dentist"),
        ("I'm a trainee wellbeing practitioner, tired", "trainee wellbeing practitioner"),
    ],
)
def test_jobs_are_found_in_the_grammar_of_a_person(text: str, job: str) -> None:
    assert any(job in surface for surface in changing(text))


@pytest.mark.parametrize(
    "text",
    [
        "See a trained therapist, a good counsellor or my new manager.",
        "A computer, a number, a sister, a stranger and a letter.",
        "This can lead to more. The coroner and the cleaner came. She drives away.",
        "My supervisor, her husband and the client met.",
    ],
)
def test_common_jobs_and_other_nouns_are_left_alone(text: str) -> None:
    assert found_by(occupations.find, text) == []


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ('Will went quiet and then said "it were like the sound had gone", and', "it were like the sound had gone"),
        ('"You\'ve muffled the world for me," she said, and wept.', "You've muffled the world for me,"),
        ("She came late. “You’re reading to me, cariad.” I was.", "You’re reading to me, cariad."),
        ('He studied it, took his glasses off, and said "That is a lovely ship"', "That is a lovely ship"),
        ('His last message was "cheers for having me". I read it.', "cheers for having me"),
    ],
)
def test_a_clients_words_are_found(text: str, quotation: str) -> None:
    assert found_by(quotes.find, text) == [quotation]


@pytest.mark.parametrize(
    "text",
    [
        'What I said in the end was only, "You have gone somewhere else."',
        'The letter said "concerns regarding adherence to the protocol".',
        'They say "rapport", not tenderness. I was "over-relating".',
        'Dr Bryce said, not unkindly, "Why on earth did you not ring?"',
        '"Mum, just do the screens," she said.',
        "the 'goals of therapy' and 'fidelity to the model'",
    ],
)
def test_the_words_of_staff_letters_and_the_writer_are_not(text: str) -> None:
    assert found_by(quotes.find, text) == []


def test_the_words_of_the_registers_supervisor_are_not_a_clients() -> None:
    text = 'Dawn put her pen down. She said "bring it to the group next week".'
    assert found_by(quotes.find, text, knowledge_of(known("Dawn", role="supervisor"))) == []
    assert found_by(quotes.find, text, knowledge_of(known("Dawn", role="client"))) != []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("He's the only man on the corridor since then", "the only man on the corridor"),
        ("makes me the second longest-serving person here.", "the second longest-serving person here"),
        ("She's the youngest widow here at last", "the youngest widow here at last"),
        ("one of two women in the tank lab.", "one of two women in the tank lab"),
        ("and the last of them left.", "the last of them left"),
        ("there are two of us left; I", "there are two of us left"),
        ("Youngest of nine, he", "Youngest of nine"),
        ("you've twins, and", "twins"),
        ("with all five girls, far away", "all five girls"),
        ("Married fifty-one years.", "Married fifty-one years"),
        ("lost his hand to the chipper", "lost his hand to the chipper"),
        ("she's nine weeks pregnant.", "nine weeks pregnant"),
        ("after the crane collapse.", "crane collapse"),
        ("It's the choirmaster trial; you", "the choirmaster trial"),
    ],
)
def test_what_singles_out_is_found(text: str, phrase: str) -> None:
    assert phrase in found_by(singular.find, text)


@pytest.mark.parametrize(
    "text",
    [
        "It was the first time, the only thing, the last one I kept, the first week.",
        "the only way to be; the only part of my day; the first thing we said",
        "three of us in the room, two of them ran, one of three goals",
        "eleven clients and nineteen people; two chairs; four sessions",
        "the fire alarm, the fire escape and the trial period",
        "imposter syndrome, again",
    ],
)
def test_what_singles_out_nobody_is_left_alone(text: str) -> None:
    assert found_by(singular.find, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "You should see a nutritionist, or a bus driver who knows you.",
        "I recommend you find a good CBT therapist.",
        "I think she should be assessed by a child psychologist.",
        "I recommend talking to a school counselor or school nurse.",
        "Many are nervous the first couple of sessions we meet.",
    ],
)
def test_those_who_are_recommended_are_nobodys_job(text: str) -> None:
    assert found_by(occupations.find, text) + found_by(singular.find, text) == []


@pytest.mark.parametrize(
    "text",
    [
        'Start by saying "I feel sad when you do not ring".',
        'You say that "people keep telling me" all the time.',
        'Goals:\n1. "I will learn about the effects of it."\n2. "I will learn about sleep, and rest."',
    ],
)
def test_words_that_nobody_said_are_no_quotation_of_a_client(text: str) -> None:
    assert found_by(quotes.find, text) == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("She's a mother of four, she said.", "mother of four"),
        ("A single dad of three came.", "single dad of three"),
        ("It has the only gallery in Europe that shows nothing but corvids.",
         "the only gallery in Europe that shows nothing but corvids"),
        ("the only girl in the year with a brace on her knee and a governor for a mother.",
         "the only girl in the year with a brace on her knee and a governor for a mother"),
        ("She is the county's first female farrier.", "the county's first female farrier"),
        ("Then the whole village turned out for it.", "the whole village turned out for it"),
    ],
)  # fmt: skip
def test_families_uniqueness_and_events_in_other_words_are_found(text: str, phrase: str) -> None:
    assert phrase in found_by(singular.find, text)


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("She was principal viola in a touring opera orchestra.", "principal viola in a touring opera orchestra"),
        ("The baker's one of mine. So's the baker's brother.", "baker"),
        ("My ferry purser is well.", "ferry purser"),
        ("I chair the network.", "chair"),
        ("I'm a forensic psychologist, at a men's hostel in Kendal.", "forensic psychologist, at a men's hostel"),
    ],
)
def test_jobs_in_unusual_wording_are_found(text: str, job: str) -> None:
    assert job in found_by(occupations.find, text)


def test_a_chair_and_a_mother_of_something_else_are_not_found() -> None:
    text = "I moved my chair. It was the mother of all rows. The whole thing came apart. The baker is kind."
    assert found_by(occupations.find, text) + found_by(singular.find, text) == []


def test_two_words_of_a_clients_own_coining_are_found() -> None:
    assert found_by(quotes.find, 'Leanne cried. She calls it "the fog", always.') == ["the fog"]
    assert found_by(quotes.find, 'The service calls it "low intensity".') == []
