"""People by grammar, register and propagation: how names are typed, and words that are no names."""

from __future__ import annotations

import time

import pytest

from journal.anonymise.detectors import context, register, word_names
from journal.anonymise.finding import Risk
from journal.model import AuthorProfile, NameKind
from tests.unit.anonymise.builders import changing, found_by, knowledge_of, known, scanned


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I wrote to Dr Vass about it.", "Dr Vass"),
        ("Her mother, Mrs van den Berg, is kind.", "Mrs van den Berg"),
        ("I've nothing against Mr O’Hanlon, who wrote.", "Mr O’Hanlon"),
        ("my supervisor Dawn listened", "Dawn"),
        ("She texted Harriet from the course.", "Harriet"),
        ("T.M. was waiting in the yard.", "T.M."),
        ("G. went home for the weekend.", "G."),
        ("It's K. She is quiet.", "K."),
        ("J. McK. asked, very gently.", "J. McK."),
        ("the new one, L-O, washed up", "L-O"),
        ("Jonty told me what he meant to do to Adaeze.", "Adaeze"),
        ("I saw Ó Dálaigh there.", "Ó Dálaigh"),
        ("with Anne-Marie D'Arcy-Finch today", "Anne-Marie D'Arcy-Finch"),
        ("her dog, Sputnik, slept", "Sputnik"),
        ("the dog (Pasty) slept", "Pasty"),
        ("Well, Hope said nothing.", "Hope"),
        ("I was fond of Grace, and said so.", "Grace"),
        ("I like you, Carl.", "Carl"),
        ("ring Niamh's tutor", "Niamh"),
        ("Rose, my own therapist, would ask.", "Rose"),
        ("Her social worker Jess T. did it.", "Jess T."),
        ("Mr Ahmed DNA'd again.", "Mr Ahmed"),
        ("Her sheepdog Moss ran off.", "Moss"),
    ],
)
def test_people_are_found(text: str, name: str) -> None:
    assert name in changing(text)


@pytest.mark.parametrize(
    "text",
    [
        "I hope she will. May I sit? Mark the time, by the grace of whatever there is, with joy.",
        "Will you come? Hope so. Grace under pressure. It will do.",
        "The GP, the MDT, HR and the DSL met on Teams on Monday.",
        "I said I'd ring. I'm tired. We've all got the script. It'll do. Wouldn't you?",
        "Plan B was vitamin D, hepatitis C and a type A room.",
        "Congruence isn't technique. Supervision was put off. Recovery is amber.",
        "Contacts: nine. DNA: two. Notes done. Tea. Toast.",
        "Empathic understanding of the couple. Resourceful, as ever.",
        "an Ending, a review sheet, and the Core of it",
    ],
)
def test_words_are_not_taken_for_people(text: str) -> None:
    assert found_by(context.find, text) == []


def test_a_text_typed_without_capitals_still_gives_its_names() -> None:
    text = "saw niamh today. niamhs not eating again. the dog rashers was on my foot. i left. madison says its fine."
    assert {"niamh", "niamhs", "rashers", "madison"} <= set(changing(text))


def test_every_mention_is_found_once_one_is() -> None:
    text = "Blessing was gentle, I told Blessing. He called BLESSING names. It was a blessing. Blessings on all."
    found = [text[f.start : f.end] for f in scanned(text).findings]
    assert found.count("Blessing") == 2
    assert "BLESSING" in found
    assert "blessing" not in found


@pytest.mark.parametrize(
    "mention", ["Temitope", "Temi", "Temitope Ashcroft-Bello", "TEMITOPE", "Temitope’s", "Temittope", "Ashcroft-Bello"]
)
def test_the_register_is_found_however_it_is_typed(mention: str) -> None:
    knowledge = knowledge_of(known("Temitope Ashcroft-Bello", "Temi"))
    (finding,) = scanned(f"I saw {mention} today.", knowledge).findings
    assert f"I saw {mention} today."[finding.start : finding.end] == mention.removesuffix("’s")
    assert finding.entity.startswith("register:")


def test_forms_of_one_person_get_one_stand_in() -> None:
    text = "Clifford sat down. Cliff rang. I asked Cliff again. Then Clifford left with Mr Tuttle."
    found = {text[f.start : f.end]: f.proposal for f in scanned(text).findings}
    assert found["Clifford"] == found["Cliff"]
    assert found["Mr Tuttle"] != found["Cliff"]


def test_two_people_with_one_surname_stay_two() -> None:
    text = "Eunice Wragg and her son Derek Wragg came. Derek talks for Eunice, always. Eunice listens."
    found = {text[f.start : f.end]: f.proposal for f in scanned(text).findings}
    assert found["Eunice"] != found["Derek"]
    assert found["Eunice Wragg"] == found["Eunice"]


def test_a_letter_of_the_register_is_found_and_other_letters_are_not() -> None:
    knowledge = knowledge_of(known("K"))
    assert found_by(register.find, "K. wept. Plan B for K's notes, at 3K and OK.", knowledge) == ["K", "K"]


def test_the_authors_profile_is_found_in_parts_and_initials() -> None:
    author = AuthorProfile(
        "Jo Pilling", ("Joanna",), "Irwell Talking Therapies", "Senior PWP", ("Sale",), ("fog machine",)
    )
    text = "Joanna Pilling, senior pwp at Irwell, ITT to us, in Sale: a sale of the fog machine."
    found = {f.start: f for f in scanned(text, knowledge_of(author=author)).findings}
    surfaces = {text[f.start : f.end] for f in found.values()}
    assert {"Joanna Pilling", "senior pwp", "Irwell", "ITT", "Sale", "the fog machine"} <= surfaces
    assert "sale" not in surfaces
    assert all(f.risk is Risk.AUTHOR for f in found.values())


def test_an_employer_that_names_nobody_is_left_alone() -> None:
    knowledge = knowledge_of(author=AuthorProfile(employer="private practice"))
    assert found_by(register.find, "I am in private practice now.", knowledge) == []


def test_places_and_organisations_of_the_register_are_found_whole() -> None:
    club = known("The Riverside Club", kind=NameKind.ORGANISATION, role="club")
    assert "the riverside club" in changing("He is at the riverside club.", knowledge_of(club))


@pytest.mark.parametrize(
    "text",
    [
        "Me siento sola. Ahora está deprimido y sin ánimos, pero también tranquilo. ¿Cómo puedo ayudar a mi esposo?",
        "A Counselor may help. Behavior is also important. I realize it; so do Counselors.",
        "Side effects vary. MedicationThere are many kinds.",
        "I was trained in it, in Dialectical Behavior Therapy, and LPCs may practise.",
        "Thoughts matter.\u00a0 Enmeshment is one. Sleep well.",
    ],
)
def test_other_languages_other_spellings_and_run_on_words_are_no_names(text: str) -> None:
    assert not [f for f in changing(text).values() if f.kind.label == "PERSON" and f.score >= 0.7]


def test_a_listed_name_inside_a_foreign_sentence_is_found() -> None:
    assert "Leanne" in changing("Me siento sola pero también tranquila, dijo Leanne ayer por la mañana.")


def test_a_first_name_before_initial_and_surname_belongs_to_them() -> None:
    assert "Robin J. Landry" in changing("Be well. Robin J. Landry, DBH")


def test_a_long_row_of_initials_takes_time_in_proportion() -> None:
    short, long = (_seconds("A.B. " * count) for count in (500, 4000))
    assert long < 40 * max(short, 0.02)


def _seconds(text: str) -> float:
    began = time.perf_counter()
    scanned(text)
    return time.perf_counter() - began


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Frost. Biscuit has eaten the corner off it.", "Biscuit"),
        ("I sat with SANDRA and said so.", "SANDRA"),
        ("I spoke with kayleigh about it, on Monday. She was well. We agreed.", "kayleigh"),
    ],
)
def test_pets_by_what_they_do_and_names_in_other_cases(text: str, name: str) -> None:
    assert name in changing(text)


@pytest.mark.parametrize(
    "text",
    [
        "Toast has gone cold. Biscuit tins are old.",
        "with the VERA form and a NOTE",
        "Tea with honey.",
        "It took years. We ate our wraps. He slept.",
        "Summary. Male, 59. Female, 30, anxious.",
    ],
)
def test_things_and_forms_in_capitals_are_no_people(text: str) -> None:
    assert found_by(context.find, text) == found_by(word_names.find, text) == []


@pytest.mark.parametrize(
    ("text", "surface", "label"),
    [
        ("I work nights as a staff nurse on Juniper, with Dolina.", "Juniper", "ORGANISATION"),
        ("Marek (41, trawlerman, Newlyn) came.", "Newlyn", "PLACE"),
        ("He went over the side of the *Guiding Star* then.", "Guiding Star", "ORGANISATION"),
        ("She died on Qingming, of all days.", "Qingming", "DATE"),
        ("The Kendal hub is shut.", "Kendal", "PLACE"),
    ],
)
def test_what_is_no_person_gets_its_own_kind(text: str, surface: str, label: str) -> None:
    found = {text[f.start : f.end].removeprefix("The "): f for f in scanned(text).findings}
    assert found[surface].kind.label == label


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("From: Gillian Tuttle 04/26 at nine", "Gillian Tuttle"),
        ("The list. Leanne 34 and Gillian 35 came.", "Leanne"),
        ("I am off. We met. I will go unless kayleigh said it. So there.", "kayleigh"),
    ],
)
def test_names_before_numbers_and_small_names_that_act_are_found(text: str, name: str) -> None:
    assert name in changing(text)


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Dawn is covering step 3. I rang Dawn twice.", 2),
        ("I texted Hope. Hope for the best, I told myself. Hope is off sick.", 3),
        ("Dawn is a good time to write.", 0),
        ("I saw Will today. Will you come back, he asked.", 1),
        ("Dawn the 3rd, then nobody.", 1),
        ("Hope the 3rd. Will the 4th.", 2),
        ("Dawn this morning, late again.", 1),
        ("Will the wait be long? Hope it is not.", 0),
        ("Dawn on the moor is for walkers.", 0),
    ],
)
def test_a_name_that_is_a_word_begins_a_sentence_where_the_text_uses_it_as_a_name(text: str, times: int) -> None:
    knowledge = knowledge_of(known("Dawn Rushmere", "Dawn"), known("Hope Adair", "Hope"), known("Will Tarn", "Will"))
    assert len(found_by(register.find, text, knowledge)) == times
