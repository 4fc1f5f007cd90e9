"""Whose words a quotation gives: a client's or a relative's, or those of staff, papers, the writer and everybody."""

from __future__ import annotations

import pytest

from journal.anonymise.detectors import quotes
from journal.anonymise.segments import document_of
from tests.unit.anonymise.builders import found_by, knowledge_of


@pytest.mark.parametrize(
    ("text", "recognisable"),
    [
        ('She looked at the rain for a while. "It comes down like he used to, all at once," she said.', True),
        ('My Tuesday client told me that she feels "like a coat nobody collected".', True),
        ('My manager came in at ten. She said, "we need to be seen to be doing something about the wait."', False),
        ('Dawn (team lead) forwarded it with "please action by close of play".', False),
        ('The email said "your request has been noted and will be reviewed in due course".', False),
        ('I said, "I wonder whether the anger has somewhere to go."', False),
        ('"What would it be like to leave it there?" I asked.', False),
        ('My supervisor would say "follow the affect and not the story".', False),
        ('Supervision with Ruth. "You are carrying him home in your coat," she said.', False),
        ('The poster in the corridor says "It is OK not to be OK".', False),
        ('Then the text, at midnight: "the cat has forgiven me so you can too".', True),
        ('Her mother rang me and said "she was always a borrowed child".', True),
        ('He calls his depression "the lodger upstairs".', True),
        ('He calls it "the Tuesday wolf".', True),
        ('He says he is "fine".', False),
        ('The referral from the GP: "low mood, poor engagement, query personality traits".', False),
        ('In the MDT someone used the phrase "treatment resistant and help rejecting".', False),
        ('We are told to be "agile and outward facing".', False),
        ('"If I stop being funny will you still have me in?"\n\nI said I would.', True),
        ('Big silence. Then: "I sold the piano so as not to hear it."', True),
        ('The policy says "staff must not accept gifts of a value above five pounds".', False),
        ('My colleague Anil leaned over the partition and whispered, "have they told you about the rota yet?"', False),
        ('"You\'ll want to sit down for this one," said the duty senior.', False),
        ('"They put me out with the bins," said Arthur, and laughed.', True),
        ('Arthur laughed. "My wife kept me in a drawer with the takeaway menus."', True),
        ('It was one of those "let us circle back on that" meetings.', False),
        ('I asked what the silence was for. "It is where I keep him," she said.', True),
        ('I heard myself say "and how did that make you feel?" like a bad film.', False),
        ('My own mother used to say "least said, soonest mended".', False),
        ('The trainer kept saying "trust the process, people" and clapping.', False),
        ('She asked if I was OK. I said "I am here with you".', False),
        ('They changed the sign on the door to "Wellbeing and Resilience Hub".', False),
        ('His last voicemail: "tell the doctor I have put the ferrets out".', True),
        ('On the form, next to goals, she had written "to be able to hear the word Sunday".', True),
        ('"How are you finding it?" asked my line manager, looking at her phone.', False),
        ('Beverley, who line-manages me, said "that is above both our pay grades, sweetheart".', False),
        ('"That sounds like a supervision issue," said Colin from HR.', False),
        ('My supervisee Jo said "I did not know I was allowed to not like him".', False),
        ('Jo is my newest supervisee. She came in white. "I think I have broken a client," she said.', False),
        ('Jo\'s client had told her "you have the eyes of somebody who will leave".', True),
        ('The new strapline is "Every Contact Counts For Everyone".', False),
        ('The KPI is called "time to first meaningful intervention".', False),
        ('He put on his father\'s voice: "stand up straight, you look like a question mark".', True),
        ('She keeps a line from her gran in her purse, "a shut door is still a door".', True),
        ('I wrote in the notes "client attended, engaged well, risk reviewed".', False),
        ('We kept one of the three. It says: "to have one conversation a week that nobody counts."', False),
        ("We kept one of the three. It says: *to have one conversation a week that nobody counts.*", False),
        ("I have a card over my desk, and it says *be as slow as the slowest thing in the room*.", False),
        ('The old poster is still up. It reads: "a biscuit is an intervention in its own right."', False),
        ('He left a card on the chair. It says: "for the woman who lets the kettle boil dry."', True),
        ('His card came in March. It said: "I have gone to look for the dog that I was."', True),
        ('We were asked to write down "one thing you will do differently on Monday".', False),
        ('I want to say "stop, please, just stop for a minute".', False),
        ('The psychiatrist said "there is nothing psychiatric here, that is just a life".', False),
        ('The boy said his name was "nobody you would want to know".', True),
        ('Someone on the course described it as "homework for saints with no marks".', False),
        ('"I don\'t want to be a burden, I want to be a nuisance," Edie said, chin up.', True),
        ('"Right," I said. "Shall we start with what you didn\'t say last week?"', False),
        ('"No," she said. "I would rather be a lighthouse than a lamp."', True),
        ('I thought: "she is going to leave and I will be glad about it".', False),
        ('Ward round. "He is only coming in for the biscuits," says the consultant.', False),
        ('Then Priti, the psychologist, said "that is the first true thing anyone has said in here".', False),
        ('What he actually said was "you lot write everything down except what happened".', True),
        ('Not "I was hit". What she said was "the door was cross with me".', True),
        ('The line in the book is "the relationship is the therapy, and the rest is furniture".', False),
        ('He is down in the system as "disengaged, did not respond to contact".', False),
        ('The union rep told us "do not sign anything until I have seen it".', False),
        ('I wrote it down in the car to have it right: "the house is breathing and I am not".', True),
        ('I said what I thought the drowned boy might say. "Nobody told the water about me."', False),
        ('At handover they said "settled night, no concerns of any kind".', False),
        ('It is in writing now. "Failure to follow the agreed pathway."', False),
        ('He is to go to "a setting more suited to his needs". He asked me what a setting was.', False),
        ('I asked for Morag in charge. She laughed. "He sings on a Tuesday, we all know that."', False),
        ('Then the bell went and he said "the river will have to wait for me"', True),
        ('Our interpreter told me later: "She says the well was full of shoes."', True),
        ("Her card came on Monday: *the kettle still asks after you*", True),
        ("It is that voice again, a bit smug: *well of course he would*. I know it.", False),
        ('She looked up and asked, "Do you even like me?"', False),
        ('She used to hear her dad on the stairs, singing "here comes the chopper to chop off your head".', True),
    ],
)
def test_words_are_given_to_whoever_speaks(text: str, recognisable: bool) -> None:
    assert bool(found_by(quotes.find, text)) is recognisable


@pytest.mark.parametrize("words", ["I don't know.", "it's fine", "thank you", "I'm not sure", "Well, I can't sleep."])
def test_what_everybody_says_points_to_nobody(words: str) -> None:
    assert found_by(quotes.find, f'She sat down and said, "{words}"') == []


def test_an_author_who_is_quoted_is_a_source() -> None:
    assert (
        found_by(quotes.find, 'Rogers says somewhere "what is most personal is most universal".', knowledge_of()) == []
    )


def test_what_staff_say_is_asked_about() -> None:
    text = 'My manager said, "you are the problem with this corridor".'
    assert [f.kind.asked for f in quotes.find(document_of(text), knowledge_of())] == [True]
