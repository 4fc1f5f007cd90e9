"""The words that jobs are made of: heads, what stands before them, and which are too common to narrow."""

from __future__ import annotations

# Words that head a job whatever stands before them; most are too common by themselves to narrow.
_HEAD_WORDS = (
    "manager lead head worker officer driver nurse trainee assistant technician engineer operator controller teacher "
    "supervisor counsellor therapist psychologist psychiatrist psychotherapist practitioner consultant coordinator "
    "co-ordinator director administrator apprentice student chaplain clerk inspector agent instructor lecturer "
    "surgeon "
    "doctor registrar midwife paramedic pwp rmn cpn solicitor barrister prosecutor governor governors mentor trainer "
    "purser bosun deckhand specialist analyst designer planner writer editor dancer singer player leader mistress "
    "drummer councillor curate pastor mayor magistrate chaplain officer jockey"
)
# Heads of jobs that need a word before them: "chess coach", "parking warden", "pot-washer", "Classics master".
_HEADED_WORDS = (
    "coach master mistress clerk guard warden owner fitter maker dealer founder runner buyer seller picker packer "
    "washer "
    "sitter walker minder trainer breeder tuner restorer setter layer cutter grinder turner thrower keeper hand "
    "porter "
    "usher usherette attendant steward conductor secretary broker adjuster assessor inspector surveyor adviser "
    "advisor "
    "agent rep representative monger wright smith operative handler controller groomer stylist therapist artist "
    "dresser "
    "driver pilot captain mate cook chef baker builder engineer mechanic electrician plumber monk nun friar page "
    "aide "
    "critic correspondent reporter journalist editor columnist printer binder seller trader merchant importer boss "
    "chief "
    "champion player dancer singer writer planner designer developer analyst architect programmer scientist "
    "researcher "
    "fellow reader lecturer scholar student apprentice cadet recruit soldier sailor gunner medic scout ranger"
)
HEADED = frozenset(_HEADED_WORDS.split())
# What may stand before such a head as the matter of the work; "old lady" and "little boy" are no jobs.
_NO_MATTER_WORDS = (
    "old young little big tall small good bad nice kind lovely poor dear great best worst other same first last next "
    "new own single married angry sad quiet clever brave strong strange frightened lonely tired broken whole real "
    "only "
    "right wrong lucky unlucky grown white black fair older younger elderly middle-aged proud private difficult busy "
    "happy gentle hard early late slow fast heavy light soft decent ordinary normal different certain another every "
    "many few several most hired right-hand left left-hand second third older wiser better worse one-man man dead "
    "profile home web front title call "
    "missing funny pretty odd thin fat blonde bald rich careful changed dying drowning drunk sick steady free dirty "
    "open empty cold warm wise fine daft stupid silly sweet shy sensible desperate invisible"
)
NO_MATTER = frozenset(_NO_MATTER_WORDS.split())
HEADS = frozenset(_HEAD_WORDS.split())
# Jobs that narrow nobody in these texts without more (README: a common job is not annotated).
_COMMON_WORDS = (
    "manager boss supervisor counsellor therapist tutor teacher nurse doctor trainee colleague gp solicitor "
    "assistant "
    "student lead head worker officer practitioner psychologist psychiatrist consultant carer director trainer "
    "mentor "
    "administrator coordinator coach writer vet clinician professional expert specialist editor player agent"
)
COMMON = frozenset(_COMMON_WORDS.split())
# Those whom these texts are about by trade: no predicate makes them narrow.
_ROOM_WORDS = (
    "manager boss supervisor counsellor therapist trainee colleague lead head worker officer practitioner "
    "psychologist "
    "consultant expert client patient professional clinician specialist agent player assistant mentor carer "
    "supervisee"
)
ROOM = frozenset(_ROOM_WORDS.split())
