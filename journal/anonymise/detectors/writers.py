"""Looks for what points to the writer: job, office held, years in it, team, history, body and family.

Profile terms are matched in ``register``; here is what the grammar of the first person gives away without any profile
(specification A3). Whoever works in the same building needs little more than a job title and a length of service.
"""

from __future__ import annotations

import re

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.numerals import NUMBER_WORDS
from journal.anonymise.segments import Document, Zone

DETECTOR = "writers"

_ROLE = (
    r"(?:counsellors?|therapists?|psychotherapists?|psychologists?|psychiatrists?|nurses?|supervisors?"
    r"|practitioners?|PWPs?|pwps?|trainees?"
    r"|trainers?|students?|leads?|leaders?|managers?|coordinators?|co-ordinators?|workers?|officers?|tutors?"
    r"|lecturers?|teachers?|doctors?|gps?|GPs?"
    r"|registrars?|consultants?|chaplains?|mediators?|volunteers?|directors?|head|deputy|headteacher|governors?"
    r"|trustees?|chair|magistrate|midwife"
    r"|matron|OT|occupational therapist|physio|HCA|assistants?|facilitators?|mentors?|barristers?|solicitors?|vicar"
    r"|priest|minister|curate|monk|nun"
    r"|soldier|journalist|accountant|banker|engineer|librarian|pharmacist|dietitian|paramedic|listener at [A-Z]\w+"
    r"|befriender|clinician|clerk|secretary"
    r"|administrator|receptionist|assessor|examiner|psychodramatist|arts therapist|analyst|RMN|CPN|AMHP|DSL|SENCO"
    r"|SENCo|foster carer|CBT|EMDR|band [3-9][a-z]?)"
)
# What stands before the noun of a role, up to five words; no verbs or clauses.
_BEFORE_ROLE = (
    r"(?:(?!(?:who|that|which|and|or|but|in|on|at|for|with|from|to|of|not|no|bit|kind|sort|lot|better|worse|good|bad"
    r"|terrible|lousy|great|poor|best"
    r"|decent|proper|real|new kind|different|kinder|wiser|perfect|wounded|as|like|than|sad|tired|person|one"
    r"|time)\b)[\w'’&-]+ ){0,5}?"
)
_WHERE = (
    r"(?: (?:in|at|for|on|with) (?:an?|the) (?:[a-z][\w'’-]* ){0,4}?(?:hostel|school|college|prison|hospice|hospital"
    r"|surgery|practice|charity|clinic|ward|unit"
    r"|university|service|team|centre|agency|refuge|helpline|trust|department|court|church|academy|project|hub"
    r"|office)\b"
    r"| in the (?:Navy|Army|RAF|NHS|police|Met|fire service|civil service|merchant navy|church|Marines)\b"
    r"| in (?:schools|prisons|primary care|secondary care|private practice|palliative care|higher education"
    r"|further education|the NHS|primary schools|CAMHS)\b)?"
)
_POST = rf"{_BEFORE_ROLE}{_ROLE}(?: {_BEFORE_ROLE}{_ROLE})*(?![\w'’-]){_WHERE}"
_I_AM = (
    r"\bI(?:['’]m| am|['’]ve been| have been| was|['’]d been| had been| used to be|['’]ve become| became"
    r"| trained as| qualified as| work as| worked as)"
)
_NP = rf"(?:(?:an?|the|our|their|my) )?(?:{_BEFORE_ROLE}){_ROLE}"
_ADVERB = (
    r"(?:also |now |still |just |only |once |actually |myself |originally |currently |nominally "
    r"|really |already |technically )?"
)

_JOBS: tuple[re.Pattern[str], ...] = (
    re.compile(rf"{_I_AM} {_ADVERB}((?:an?|the|our|their|her|his|[A-Z]\w+['’]s|one of the) {_POST})"),
    re.compile(
        rf"(?:\b[Aa]s|[Ss]peaking as|[Cc]oming from) ((?:an?|the) {_POST}),? (?=I\b"
        rf"|my\b|we\b|you\b)"
    ),
    # "and a Gestalt therapist for nearly twenty", "before that, a social worker", "Ten years a Relate counsellor"
    re.compile(
        rf"(?:{_I_AM} [^.;!?\n]{{1,90}}?(?:,| and)|[Bb]efore that,|[Oo]nce|\byears,? "
        rf"|\bI, )[ ]*(an? {_POST})(?=[.,;:!?)]| (?:for|at|in|by|with"
        rf"|on|myself|and|since)\b)"
    ),
    # a signature: "(HI therapist, Southwater, since 2016", "Counsellor, Ambleside"
    re.compile(
        rf"(?:^|\n|\()[ \t>*_]*(?=[A-Z])(?!(?:The|An?|My|Our|His|Her|Their|This|That|One"
        rf"|Another) )((?:[\w'’-]+ ){{0,4}}?(?i:{_ROLE}))"
        r"(?=, (?:[A-Z][\w ]*[,.)\n]|since|\d))"
    ),
)
# "Trainee, PWP, senior PWP, clinical lead for long-term conditions, in that order": a career as a list
_CAREER = re.compile(
    rf"(?:^|[.!?]\s+"
    rf"|\n[ \t>*-]*)"
    rf"((?:{_BEFORE_ROLE}{_ROLE},"
    rf" ){{1,5}}(?:then )?{_BEFORE_ROLE}{_ROLE}(?: for [a-z -]{{3,40}}?)?)(?=[.;]|, (?:in that order"
    rf"|and|now|then))",
    re.IGNORECASE,
)
_OFFICE = (
    r"(?:team|service|clinic|group|course|diploma|certificate|line|helpline|board|panel|committee|network|hub|unit"
    r"|ward|programme|project|charity|practice"
    r"|module|department|branch|college|training|workshop|degree|doctorate|master['’]?s|trainees|students"
    r"|supervisees|counsellors|therapists|pathway|forum"
    r"|choir|trust|centre|steering group|working group|rota|duty desk|drop-in|retreat|school|council|federation"
    r"|society|association)"
)
_HOLDS = re.compile(
    rf"\bI(?:['’](?:ve|d))?(?: (?:now|also|still|have|had|used to|currently|help|helped|once|co-))?[ -]?((?:run|ran"
    rf"|manage|managed|lead|led|chair|chaired|head|headed|coordinate|supervise|supervised|teach|taught|facilitate"
    rf"|convene|co-run"
    rf"|co-lead|set up|founded|started|oversee|oversaw|examine|lecture|mentor|sit|sat|serve|served|volunteer"
    rf"|volunteered|captain)"
    rf" (?:on|for|at|in|to|with)? ?(?:the|an?|our|their|its|all the) (?:[\w'’&-]+ ){{0,4}}?{_OFFICE})\b(?! (?:of"
    rf"|through|to tears|into)\b)"
)
_FOR_BODY = re.compile(
    r"\bI (?:also |now |used to )?(?:supervise|volunteer|volunteered|work|worked|listen|train|trained|teach"
    r"|taught) (?:for|with|at) ((?:the )?(?:Cruse|Relate|Samaritans|Mind|Barnardo['’]?s|Childline"
    r"|ChildLine|NSPCC|Marie Curie|Macmillan|Rethink|Turning Point|Place2Be|Victim Support|Age UK"
    r"|Women['’]s Aid|Rape Crisis))\b"
)

_LENGTH = (
    rf"(?:(?:nearly|almost|about|over|around|some|just over|just under|the best part of|more than|getting on for"
    rf"|coming up(?: to| for)?) )?"
    rf"(?:(?:{NUMBER_WORDS}|\d{{1,2}}(?:½|\.5)?|a|an|a couple of|a few|several|two|three)(?: and a (?:half|quarter"
    rf"|bit))?)[ -]"
    r"(?:years?|yrs?|months?|mths?|weeks?|winters?|summers?|decades?|terms?|cohorts?|intakes?)(?: and (?:a half"
    r"|a bit|a quarter)| or (?:so|more)"
    rf"| and (?:{NUMBER_WORDS}|\d{{1,2}}) (?:months?|weeks?))?"
)
_SPANS: tuple[re.Pattern[str], ...] = (
    # "Thirteen years I've worked here", "9 yrs in this job", "Six months in and", "Twelve years at the Maudsley"
    re.compile(
        rf"(?:^|[.!?—–:]\s+|\n[ \t>*-]*)({_LENGTH})(?=,? (?:I(?:['’]ve| have)|at (?!a time)|in (?:this|the"
        rf"|here|post|CAMHS|IAPT|private|prisons?|schools?|and)|of (?:this|doing|being)"
        rf"|an? [A-Za-z-]+ ?{_ROLE}|as an?|on (?:this|the)|into|doing this|here\b|qualified)|(?<=years)[.!]"
        rf"|(?<=winters)[.!]|(?<=decades)[.!])",
        re.I,
    ),
    re.compile(
        rf"\b[Aa]fter ({_LENGTH}) (?:in|at|of|as|with|on|here)\b(?! (?:a row|bed|hospital|care|prison|pain"
        rf"|marriage|silence|her|his|the room|all))(?=[^.;!?\n]*\bI\b)"
    ),
    re.compile(
        rf"\bI(?:['’]ve| have|['’]d| had)? ?(?:been |done |had |got |worked |put in |given |spent |run "
        rf"|supervised |taught |managed )(?!to\b)[^.;!?\n]{{0,70}}?\b(?:for|of|in|after|at"
        rf"|on) ({_LENGTH})(?=[.,;:!?)—–]| (?:now|and|but|here|in|at|before|on|with|as|of|this)\b)"
    ),
    re.compile(
        rf"\bI(?:['’]m| am| was) ({_LENGTH}) (?:into|in|out of|from|off)(?: (?:the|my|this))?(?: (?:job|post"
        rf"|training|role|contract|retirement|qualifying|course|placement|it|this))?(?=[.,;:!?)]"
        rf"| (?:and|but|so|with)\b)"
    ),
    re.compile(
        r"\b(?:my|our) ((?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
        r"|final|last|\d{1,2}(?:st|nd|rd|th)) (?:year|month|term|winter))(?= (?:here|as|in (?:the"
        r"|this) (?:job|post|service|role|team)|at|of (?:training|practice|teaching|this)"
        r"|on the (?:course|team|ward)|qualified))"
    ),
    re.compile(
        rf"\b(?:I|me)\b[^.;!?\n]{{0,80}}?\b(?:years|yrs)\b[^.;!?\n]{{1,60}}?\bfor ((?:nearly|almost|over"
        rf"|about) {NUMBER_WORDS})(?=[.,;])"
    ),
    # "I've been ward sister for four years and an RMN for fifteen", "In eleven years I've been asked twice"
    re.compile(
        rf"\bI\b[^.;!?\n]{{0,80}}?\byears\b[^.;!?\n]{{1,30}}?\ban? {_ROLE} for ({NUMBER_WORDS}|\d{{1,2}})(?=[.,;])"
    ),
    re.compile(rf"(?:^|[.!?]\s+|\n[ \t>*-]*)In (?:my |all my |all these )?({_LENGTH}),? I(?=['’]ve| have)"),
    re.compile(rf"\b(?:{_ROLE}|qualified|in post|in practice|accredited|here), ({_LENGTH})(?=[.,;)])"),
    re.compile(
        rf"\b(?:I(?:['’]ve| have|['’]d| had)|[Mm]y|with) ({_LENGTH}['’]?)(?= (?:service|experience"
        rf"|standing|practice|post-))"
    ),
    re.compile(rf"(?:\(|, )({_LENGTH}) (?:qualified|in post|post-qual\w*)(?=[.,;)])"),
)
_SINCE = re.compile(
    r"\bI(?:['’]ve| have|['’]d| had)\b[^.;!?\n]{0,110}?\bsince ((?:19|20)\d\d|(?:(?:its|the|their|my"
    r"|our) (?:very )?(?:first|second|third|fourth|last) (?:intake|cohort|year|term|group|day|week|course)"
    r"|(?:it|they|we) (?:opened|began|started|set up|merged|moved|split)|the (?:merger|move|beginning|start"
    r"|first day|split|reorganisation|restructure|takeover|tender)|(?:the )?(?:first )?lockdown))\b"
)
_SIGNED_SINCE = re.compile(r"(?<=, )(since (?:19|20)\d\d)(?=[.,;)])")
# "I've been ordained twenty-nine years": an office for life
_MADE = re.compile(
    r"\bI(?:['’]ve been| have been| was| am|['’]m) (ordained|commissioned|consecrated|chartered"
    r"|called to the bar|dual-trained"
    r"|dually qualified)\b"
)
#: Where the writer works or worked, without a name: "since I left the university counselling service".
_EMPLOYER = re.compile(
    r"\b(?:I(?:['’]ve| have|['’]d| had)? (?:left|joined|moved to|came to|been at|work(?:ed)? (?:at|for|in)"
    r"|trained at|was at|am at"
    r"|started at)|I['’]m (?:at|based at|based in|employed by)|(?:[Hh]ere|[Ww]e) at) ((?:an?"
    r"|the) (?:[\w'’-]+ ){0,4}?(?:school|college|university"
    r"|prison|hospice|hospital|surgery|charity|clinic|ward|unit|service|agency|hostel|refuge|barracks|court"
    r"|helpline|practice)"
    r"(?: (?:at|in|near|of) (?:the )?[A-Z][\w'’-]+)?)(?=[.,;:!?)]| (?:and|but|for|since|in|when|where|to|as"
    r"|with|before|after|until|on)\b)"
)
#: Courses of the writer's own training.
_TRAINING = re.compile(
    r"\b(?:I(?:['’]m| am|['’]ve| have| was)|[Mm]e,?)\b[^.;!?\n]{0,40}?\b((?:in|on|doing|halfway through|finishing"
    r"|starting) (?:the|my) (?:first|second|third|fourth|final|last) year(?: of (?:the|my"
    r"|a) (?:[\w-]+ )?(?:doctorate|diploma|training|course|degree|PhD|DClinPsy|certificate|master['’]?s))?)"
    r"|(?:^|[.!?]\s+|\n)((?!(?:My|Our|The|His|Her|Their|This|That|An?|No|On|In|At|First|Last|Next|New|Good|Bad|Every|Each|One)\b)"
    r"(?:[A-Z][a-z]+|LD|CAMHS) (?:[a-z]+ )?(?=placement\b))"
    r"|\bmy ((?:LD|CAMHS|older adults?|forensic|neuro|perinatal|adult|inpatient|child|health|community|specialist"
    r"|elective|third-year|first-year|second-year|final-year|final) placement)\b"
)

_STAFF_COUNT = (
    rf"(?:{NUMBER_WORDS}|\d{{1,2}}) (?:full-time |part-time |qualified |trainee |sessional "
    rf"|volunteer )?(?:therapists|counsellors|practitioners|nurses|PWPs|psychologists"
    r"|part-timers|supervisors|volunteers|trainees|clinicians|staff|workers|supervisees)"
)
_TEAM: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"\b(?:down to|with|up to|we have|we['’]ve got|we had|there are|there were"
        rf"|made up of) ({_STAFF_COUNT}(?: and (?:an?|one|two) [a-z]+)?)\b(?! (?:to see|each|a day"
        rf"|an hour|who))",
        re.I,
    ),
    re.compile(
        rf"(?:^|[.!?]\s+|\b(?:there are|there['’]re|there were|we['’]re|only|just|all) )((?:{NUMBER_WORDS}"
        rf"|\d{{1,2}}) of us)(?= (?:left|here|now|on the team|in the team|in the service|at|in a"
        rf"|on the|covering|for the whole|to cover)\b|[,;:.] )",
        re.I,
    ),
    re.compile(
        r"(?:^|[.!?;:,(]\s*|\bI(?:['’]m| am| was) )(one of (?:only |just |the )?(?:two|three|four"
        r"|five)(?: [a-z-]+)? (?:left|counsellors|therapists|psychologists|nurses|men|women"
        r"|practitioners|supervisors|of us)\b[^.;,!?\n]{0,40})",
        re.I,
    ),
)
_FEW = re.compile(
    r"\b(?:[Ii]t['’]s|[Tt]here['’]s|it is|there is) (?:just |only )?(me for (?:the whole |all |over |about "
    r"|some )?[^.,;:\n]{4,40})"
    r"|"
    rf"\b[Ww]e(?:['’]re| are| were)(?: now| all)? (down to (?:{NUMBER_WORDS}|[2-9]))(?= (?:for|in|on|at|now|and"
    rf"|of)\b|[.,;])"
    rf"|\bI(?:['’]m| am) (the only {_BEFORE_ROLE}{_ROLE}(?: that)? (?:he|she|they)(?:['’]s|['’]ve| has"
    rf"| have)? (?:ever )?(?:seen"
    rf"|had|met|trusted|told|come back to))\b"
)
#: Asked about: own illness, bereavement, family; prizes, evidence given, papers written.
_BODY = re.compile(
    r"\b[Mm]y own (?:breakdown|divorce|miscarriages?|cancer|illness|diagnosis|depression|addiction|recovery|abortion"
    r"|infertility|stillbirth|bereavement|grief"
    r"|overdose|eating disorder|OCD|autism|ADHD|stammer|surgery|transplant|stroke|faith|conversion|coming out"
    r"|transition|adoption|fostering|childhood|pregnancy)\b"
    r"|\bI(?:['’]m| am|['’]ve| have| was| had) (?:[a-z]+ )?(?:pregnant|in remission|diagnosed with [\w ]{3,30}"
    r"|a single (?:parent|mother|father|mum|dad)(?: of \w+)?|adopted|in recovery|autistic|deaf|widowed|divorced)\b"
    r"|\b[Mm]y (?:late|ex-|dead) ?(?:husband|wife|partner|son|daughter|brother|sister|twin)\b",
)
_HISTORY = re.compile(
    r"\b(?:when I|I once|I have|I['’]ve|I) (?:gave evidence|testified|won|was awarded|was shortlisted|published"
    r"|blogged|wrote (?:a|the|my) (?:book|paper|chapter|thesis|column|blog)|spoke at|appeared (?:on"
    r"|in))\b[^.,;!?\n]{0,50}"
    r"|\bmy (?:PhD|doctoral|master['’]s|MA|MSc)? ?(?:thesis|dissertation|book|column|blog|podcast"
    r"|TED talk)\b(?: (?:on|about) [a-z]+(?: [a-z]+)?)?"
)


#: What a pattern finds: its kind, how sure, and the reason that wording knows it by.
_TABLE: tuple[tuple[tuple[re.Pattern[str], ...], Kind, float, str], ...] = (
    (_JOBS, Kind.AUTHOR_JOB, 0.72, "own_job"),
    ((_EMPLOYER,), Kind.AUTHOR_EMPLOYER, 0.6, "own_place"),
    ((_MADE,), Kind.AUTHOR_JOB, 0.7, "own_job"),
    ((_CAREER,), Kind.AUTHOR_JOB, 0.75, "career"),
    ((_HOLDS,), Kind.AUTHOR_JOB, 0.6, "own_office"),
    ((_FOR_BODY,), Kind.AUTHOR_EMPLOYER, 0.95, "own_body"),
    ((*_SPANS, _SINCE, _SIGNED_SINCE), Kind.AUTHOR_YEARS, 0.8, "in_post"),
    ((_TRAINING,), Kind.AUTHOR_JOB, 0.7, "training"),
    ((*_TEAM, _FEW), Kind.UNIQUENESS, 0.6, "own_team"),
    ((_BODY,), Kind.AUTHOR_BODY, 0.3, "body"),
    ((_HISTORY,), Kind.AUTHOR_HISTORY, 0.3, "history"),
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """The writer's job, office, years, training and team; and to be asked about, body, family and history."""
    del knowledge
    return [
        Finding(*match.span(match.lastindex or 0), kind, Risk.AUTHOR, score, DETECTOR, reason)
        for patterns, kind, score, reason in _TABLE
        for pattern in patterns
        for match in pattern.finditer(document.text)
        if document.zone_at(match.start()) is not Zone.REFERENCES
    ]
