"""Looks for the writer's own story: what came before, how long and since when, where the room is and the home.

``writers`` knows offices, teams and training; here is what is told in passing, and what whoever knows the writer knows
(specification A3: author.job, author.years, author.employer, author.history).
"""

from __future__ import annotations

import re

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.numerals import NUMBER_WORDS
from journal.anonymise.segments import Document, Zone

DETECTOR = "own_story"

_END = r"(?=[.,;:!?)\]—–\n]|$| (?:and|but|so|then|before|until|till|when|where|which|because|for|since|with|now)\b)"
_COUNT = rf"(?:{NUMBER_WORDS}|\d{{1,2}})"
_LENGTH = (
    rf"(?:(?:nearly|almost|about|over|just over|some) )?{_COUNT}(?: and a half)?"
    r" (?:years?|months?|weeks?|terms?|winters?)"
)
_DID = (
    r"(?:taught|nursed|drove|sold|waited|ran|managed|served|cleaned|cooked|fished|farmed|flew|built|wrote|acted|danced|sang"
    r"|policed|soldiered|preached|typed|packed|stacked|repaired|designed|edited|worked)"
)
_DO = (
    r"(?:teach|nurse|drive|sell|wait|run|manage|clean|cook|fish|farm|fly|build|act|dance|police|preach|type|pack|repair|design"
    r"|edit|work)"
)
_UP_TO_FOUR = r"(?: [\w'’-]+){1,4}?"
_ROOM = (
    r"(?:chapel|bank|chemist['’]?s|pharmacy|barn|dairy|annexe|attic|loft|basement|cellar|shed|mill|vicarage|rectory|library|shop"
    r"|surgery|cottage|studio|garage|caf[eé]|pub|church hall|village hall|church|school|tower|lodge|stable"
    r"|boathouse|front room"
    r"|back bedroom|conservatory|summerhouse|garden room|portakabin|caravan|cupboard|estate agent['’]?s|bakery"
    r"|launderette|bookshop"
    r"|health centre|dentist['’]?s|solicitor['’]?s)"
)

_JOBS = (
    rf"\bI used to ({_DO}(?:{_UP_TO_FOUR})?){_END}",
    rf"\b[Bb]efore (?:this|that|I trained|I qualified|counselling|therapy|the training"
    rf"|all this),? I ({_DID}(?:{_UP_TO_FOUR})?){_END}",
    r"\bI came (?:in)?to (?:this|it|counselling|therapy|psychology|the work|nursing|the job) (?:late,? )?"
    rf"(?:from|via|by way of|through|out of) ((?:an? |the )?[\w'’-]+(?: [\w'’-]+){{0,3}}?){_END}",
    r"\b[Ii]n my ((?:nursing|teaching|army|navy|police|prison|ward|agency|banking|student"
    r"|acting|social work"
    r"|forensic|hospice|school|youth work|parish) (?:days|years|life|time))\b",
    rf"\bI(?:['’]m| am)? ?(?:work|working) ((?:nights|weekends|evenings|Saturdays|part-time|{_COUNT} days"
    rf"|mornings|a day) (?:a week )?"
    rf"(?:on|at|in|for) (?:an?|the) [^.;!?\n]{{3,50}}?){_END}",
    r"\bI(?:['’]m| am) (?:doing|studying for|halfway through|finishing|starting|enrolled on) ((?:the|my"
    r"|an?) (?:[\w-]+ )?"
    rf"(?:doctorate|diploma|certificate|MA|MSc|PhD|DClinPsy|DPsych|PGDip|training|degree|master['’]?s)(?: (?:at"
    rf"|in) [\w'’ ]{{3,30}}?)?)"
    rf"{_END}",
    r"\bI(?:['’]m| am| was) (an? (?:(?:agency|bank|long-term|part-time) )?(?:locum|bank worker|agency worker"
    r"|sessional worker"
    r"|sole trader|peer worker|link worker|sole practitioner|lay preacher|lay member|foster carer|call handler"
    r"|listening volunteer))\b",
    r"(?:^|\n)[ \t>*_-]*((?:[Tt]rainee|[Cc]ounsellor|[Tt]herapist|[Ss]upervisor|[Nn]urse|[Pp]sychologist|PWP|CPN|RMN))"
    r"(?=, (?:first|second|third|final|\d|(?:one|two|three|four) (?:days?|mornings?|nights?)|year))",
)
_YEARS = (
    rf"\bI(?:['’]ve| have|['’]d| had) been (?:here|there|in post|at it|on the ward|on the unit|in this job"
    rf"|in this chair)"
    rf" (?:for )?({_LENGTH})\b",
    r"\bI (?:qualified|trained|started|registered|joined|left|retired) (?:here )?(?:in )?(the (?:year|summer"
    r"|spring|autumn|winter|week"
    r"|month) (?:of|that|before|after) [^.,;!?\n]{3,30})",
    r"\bI(?:['’]ve| have|['’]d| had)\b[^.;!?\n]{0,80}?\b(since (?:the|my|our) [^.,;!?\n]{3,34}? (?:closed"
    r"|opened|merged|moved|began|left"
    r"|retired|shut|split|was born|came in|went))\b",
    r"\b[Mm]y ((?:first|second|third|fourth|fifth|sixth|last|final) (?:day|week|month|year|term|winter"
    r"|shift) (?:in (?:post|the job"
    r"|this job|practice|training)|here|at (?:the )?[\w'’]+|on (?:the )?[\w'’]+))",
    rf"\bI (?:retire|finish|leave|go|start) in ({_COUNT} (?:weeks|months|years|days))\b",
)
_PLACES = (
    rf"\b(?:I (?:see|practise|rent|work|have)|[Mm]y (?:room|practice|office|consulting room|clinic"
    rf"|desk))\b[^.,;!?\n]{{0,30}}?"
    rf"\b(?:is |in |from |at |out of )((?:in |above |over |behind |under |next to |opposite |beside )?(?:an?"
    rf"|the) (?:[\w'’-]+ ){{0,3}}?"
    rf"{_ROOM}(?: (?:over|above|behind|opposite|next to|in|on|outside|off) (?:an?|the) [\w'’]+)?)\b",
    rf"\b(?:in|from) (a room (?:over|above|behind|in|at the back of) (?:an?|the) [\w'’]+(?: [\w'’]+)?){_END}",
    r"\bI share ((?:an?|the) (?:building|waiting room|landing|car park|corridor|staircase|wall|kitchen"
    r"|fence) with [^.,;!?\n]{3,30})",
    r"\bI live (across|opposite|over|above|next door|next to|behind|round the corner from|in the same|two|three"
    r"|five|within sight)"
    r"( [^.,;!?\n]{3,40})",
    rf"\bI grew up ((?:in|on|near|next to|above|behind|over) (?:the|an?) [^.,;!?\n]{{3,34}}?){_END}",
)
_TEAM = (
    rf"\b[Ww]e(?:['’]re| are|['’]ve been) (?:only |just )?(an? (?:staff |small |tiny |whole )?(?:team|service"
    rf"|practice) of {_COUNT})\b",
    r"\bI(?:['’]m| am) (the (?:one|only one|person) who (?:runs|chairs|leads|manages|trains|covers|supervises"
    r"|answers|set up|started|sees"
    r"|does)[^.,;!?\n]{3,40})",
    r"\bI(?:['’]m| am) (one of the few [^.,;!?\n]{3,50})",
)
_TABLE = tuple(
    (re.compile(pattern), kind, score, reason)
    for patterns, kind, score, reason in (
        (_JOBS, Kind.AUTHOR_JOB, 0.62, "own_job"),
        (_YEARS, Kind.AUTHOR_YEARS, 0.75, "in_post"),
        (_PLACES, Kind.AUTHOR_PLACE, 0.6, "own_place"),
        (_TEAM, Kind.UNIQUENESS, 0.6, "own_team"),
    )
    for pattern in patterns
)
#: Where the writer was, by a name whatever it is: "when I worked in Addis".
_NAMED = re.compile(
    r"\bI (?:(?:once|also|first|used to) )?(?:worked|trained|nursed|taught|lived|served|volunteered|qualified"
    r"|studied|did my training"
    r"|did my placement|preached|was based|was born|grew up) (?:in|at|for|with|near|outside) (?:the )?"
    r"(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})"
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """What the first person tells of work, years, rooms and beginnings."""
    found = []
    for pattern, kind, score, reason in _TABLE:
        for match in pattern.finditer(document.text):
            start, end = match.start(1), match.end(match.lastindex or 1)
            found.append(Finding(start, end, kind, Risk.AUTHOR, score, DETECTOR, reason))
    found += [
        Finding(*match.span("name"), Kind.AUTHOR_EMPLOYER, Risk.AUTHOR, 0.6, DETECTOR, "own_place")
        for match in _NAMED.finditer(document.text)
        if not any(word in knowledge.lists.keep_terms for word in (match["name"], match["name"].split()[0]))
    ]
    return [f for f in found if document.zone_at(f.start) is not Zone.REFERENCES]
