"""Looks for livings that are told by what somebody does: "lays gas mains", "works on the tills", "ran the post office".

``occupations`` looks for the nouns of jobs; here are verbs with what is made, sold, driven or kept, services and
trades that somebody is "in", and courses of study. Patterns were written from the kinds of the specification
(A2, occupation: "job, rank, trade, benefits, studies"), not from any list of phrases.
"""

from __future__ import annotations

import re

from journal.anonymise.detectors.livelihood_words import (
    AT_WORK,
    BUSINESS,
    END,
    HOUSEHOLD,
    OBJECT,
    ON_THE,
    PAIRS,
    SERVICES,
    THIRD,
    TRADE,
    WORKPLACES,
)
from journal.anonymise.detectors.ownership import spoken_of_writer
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.segments import Document, Zone

DETECTOR = "livelihoods"

_PATTERNS: tuple[tuple[re.Pattern[str], float], ...] = (
    (
        re.compile(
            rf"(?<![\w'’]){THIRD}[ ,]+(?:also |still |now |once |just |mostly "
            rf"|used to )?({TRADE} {OBJECT}{AT_WORK}?){END}"
        ),
        0.6,
    ),
    (re.compile(rf"(?<![\w'’])((?:{PAIRS}){AT_WORK}?){END}"), 0.62),
    (
        re.compile(
            rf"\b((?:works|worked|working|temps|temped|cleans|cleaned|serves|served|volunteers|volunteered"
            rf"|cooks|cooked"
            rf"|waitresses"
            rf"|labours|laboured|clerks|drives|drove) (?:(?:nights|days|shifts|weekends|part-time|full-time|mornings"
            rf"|abroad"
            rf"|the (?:late|early|night) shift) )?(?:{AT_WORK.lstrip()}|(?:at|in) {WORKPLACES}"
            rf"|the doors(?: at [\w ]{{3,24}})?"
            rf"|the land|the boats|the tills|nights|as an? (?:[a-z-]+ ){{0,2}}[a-z-]+"
            rf"|in (?:insurance|retail|finance|banking|IT|security|catering|construction|logistics|recruitment"
            rf"|marketing"
            rf"|advertising|fashion"
            rf"|publishing|telly|television|tv|film|hospitality|telesales|admin|personnel|human resources|pharma|oil"
            rf"|shipping|property"
            rf"|demolition|forestry|farming|agriculture|aquaculture|engineering|defence|cyber security|data|sales"
            rf"|childcare|payroll"
            rf"|accounts|transport|haulage|animal welfare|conservation|a (?:bank|school|shop|lab|kitchen|factory"
            rf"|warehouse|nursery))){AT_WORK}?)".replace("(?:,? (?:at", "(?:(?:at")
        ),
        0.6,
    ),
    (
        re.compile(
            rf"\b(?:is|was|were|been|['’]s|['’]re|are|something|went|joined|left|did \w+ years|job|career|life|time"
            rf"|time spent)"
            rf" (?:(?:still|now|once|back|years) )?((?:in|into) the (?i:{SERVICES})\b(?: (?:police|navy|corps"
            rf"|regiment"
            rf"|band))?|on the {ON_THE}\b"
            r"|at sea\b(?: \w+ months of the year)?|down the (?:pit|mine)s?\b|in (?:shipping|insurance|oil|textiles"
            r"|haulage|scrap|retail|catering)\b)"
        ),
        0.6,
    ),
    (
        re.compile(
            rf"\b((?:joined|left|quit|retired from|invalided out of|discharged from|deserted from|dismissed from"
            rf"|served in|served with"
            rf"|sacked from|made redundant (?:from|by)|laid off (?:from|by)|demobbed from|seconded to"
            rf"|signed up (?:for"
            rf"|to)|enlisted in)"
            rf" (?:the (?:[\w'’-]+ ){{0,2}}?(?:(?i:{SERVICES})|{WORKPLACES})\b|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?))"
        ),
        0.6,
    ),
    (
        re.compile(
            rf"\b((?:ran|runs|running|owns|owned|keeps|kept|bought|took over|inherited|manages|managed|started|opened"
            rf"|set up"
            rf"|lost|sold|(?:[Hh]e|[Ss]he|[Tt]hey|who) (?:has|had|have)|helps run|helps out in|helped run) (?:an?|the"
            rf"|his own|her own|their own|his|her|his father['’]s"
            rf"|her father['’]s|the family) (?:(?!(?:to|of|that|and|in"
            rf"|for)\b)[\w'’-]+ ){{0,3}}?{BUSINESS})\b(?! (?:to"
            rf"|that|is|was|and (?:got|bought))\b)"
            rf"(?: (?:on|in|at|by) the (?:corner|market|seafront|front|quay|harbour|square|high street|village|estate"
            rf"|pier|green))?"
        ),
        0.6,
    ),
    (
        re.compile(
            r"\b((?:re)?(?:trained|training|apprenticed|qualified|qualifying|employed|registered|ordained"
            r"|commissioned"
            r"|elected|hired"
            r"|retraining|signed up|works|worked|working|volunteers|volunteered|doubles|moonlights|freelances)"
            r" (?:to be|as) (?:an? |the )?(?!(?:able|more|better|like|couple|team|family|result|way|group"
            r"|person|child|well|usual|possible|if|though|soon|long|much|good|part|yet|planned"
            r"|one)\b)(?:[a-z-]+ ){0,2}[a-z-]+)" + END
        ),
        0.6,
    ),
    # courses of study
    (
        re.compile(
            r"\b(?:[Hh]e|[Ss]he|who|['’]s|is|and|you['’]re|now)? ?(?:doing|studying|studies|reads|reading|reading for"
            r"|studied|read) "
            r"((?:an? )?(?!(?:it|this|that|well|the|her|his|my|so|what|ok|nothing|better|some|anything"
            r"|therapy|homework"
            r"|all|more|too|dream|family)\b)"
            r"(?:[a-z]+ )?(?:surgery|architecture|engineering|medicine|law|physics|chemistry|biology|biochemistry"
            r"|history|theology|nursing"
            r"|music|mathematics|maths|geography|philosophy|economics|politics|dentistry|pharmacy|accountancy|joinery"
            r"|plumbing|carpentry"
            r"|forestry|agriculture|astrophysics|classics|Classics|English|French|German|Spanish|drama"
            r"|fine art|textiles"
            r"|midwifery|divinity"
            r"|[a-z]+ology|[a-z]+istry|[A-Z][a-z]{4,}(?: at [^,.;\n]+)?))(?=[.,;:!?)]| (?:at|in|and|with|on)\b|\s*$)"
        ),
        0.6,
    ),
    (re.compile(r"(?:\b(?:[Hh]e|[Ss]he)|,) (reads [A-Z][a-z]+ at [^,.;\n]+|(?<=e )reads [A-Z][a-z]+)(?=[.,;\n])"), 0.6),
    (re.compile(r"\b(PhD(?: student)?(?: in |, )[a-z]+(?: [a-z]+)?)(?=[.,;:!?)])"), 0.6),
    # a career in a row: "Ex-Para, then the fruit farms round Ledbury", "retrained from the print", "put to sweeping"
    (
        re.compile(
            rf"(?:\b(?:[Tt]hen|[Bb]efore that|[Aa]fter that|retrained from|came from|comes from|father, from"
            rf"|now at|now in),?|,)"
            rf" (the (?:[a-z-]+ ){{0,2}}(?:{WORKPLACES}|farms|fields|mills|kitchens|warehouses|shops|hotels"
            rf"|print|buses|bins"
            rf"|rigs|boats)(?: (?:in|round|near|at|outside|by) [A-Z]\w+)?)(?=[.,;:)]| (?:and|then|until|till|for)\b)"
        ),
        0.6,
    ),
    (re.compile(r"\b((?:was|were|been|got) put to [a-z]+ing(?: at [A-Z]\w+)?)\b"), 0.6),
    # "cleans at premier inn", "nights at Tesco": a chain that employs many, and still says where
    (
        re.compile(
            r"\b((?:cleans|cleaned|cleaning|works|worked|working|job|shifts|nights|stacks shelves|serves|cooks"
            r"|security|temps|packs"
            r"|drives) (?:at|for|in) (?:the )?(?i:premier inn|travelodge|holiday inn|tesco|asda|aldi|lidl"
            r"|sainsbury['’]?s|morrisons"
            r"|waitrose|co-?op|iceland|greggs|wetherspoons?|mcdonald['’]?s|kfc|costa|starbucks|boots|superdrug|primark|b&q|argos"
            r"|ikea|amazon|dpd|royal mail|argos|currys|halfords|screwfix|wickes|matalan|next|m&s|pret|subway"
            r"|nando['’]?s|ladbrokes"
            r"|william hill|capita|serco|g4s|british gas|openreach|national express|stagecoach|arriva|ryanair"
            r"|easyjet))\b"
        ),
        0.6,
    ),
    (
        re.compile(
            r"\b((?:county|national|regional|international|club|elite"
            r"|premier league)[- ]level (?:[a-z]+ )?[a-z]+(?:er|or|ist|ant|man"
            r"|woman|gymnast|athlete))\b"
        ),
        0.6,
    ),
    # "off a hill farm above the town": where somebody grew up and what he will do
    (
        re.compile(
            r"\b(?:off|from|on|grew up on|raised on|born on|comes off|runs"
            r"|inherits) (an? (?:[a-z]+ )?(?:(?:hill|dairy|sheep|cattle"
            r"|beef|pig|poultry|arable|tenant|fruit|small|stud|fish) farm|croft|smallholding|barge|narrowboat"
            r"|fairground))\b"
        ),
        0.6,
    ),
    (
        re.compile(
            r"\b([Tt]he (?:Archdeacon|Bishop|Dean|Provost|Rector|Vice-Chancellor|Headmaster|Headmistress|Bursar"
            r"|Chief Constable"
            r"|Mayor|Registrar|Commodore|Abbot|Prioress|Mother Superior))(?![\w'’-])(?! of\b)(?! [A-Z])"
        ),
        0.6,
    ),
    # "cleans for the bishop", "nannies for a footballer"; "has a stall on the market"; "left school to lay bricks"
    (
        re.compile(
            r"\b((?:cleans|cleaned|nannies|nannied|gardens|gardened|cooks|cooked|drives|drove|irons|types"
            r"|keeps house|walks dogs"
            r"|does the garden|does the ironing) for (?:the|an?) (?!(?:living|while|bit|time|rest|first|last"
            r"|day|week|year)\b)[a-z]+)\b"
        ),
        0.6,
    ),
    (
        re.compile(
            r"\b((?:has|had|keeps|kept|runs|ran|works|worked) an? (?:[a-z]+ )?(?:stall|pitch|round|van|kiosk"
            r"|barrow|concession)"
            r"(?: (?:on|in|at|outside|by) (?:the )?[\w'’]+(?: [\w'’]+)?)?|works the (?:fairs|festivals|markets"
            r"|doors|clubs|boats))\b"
        ),
        0.6,
    ),
    (re.compile(r"\b((?:left|quit) school (?:at [\w]+ )?to [a-z]+ [a-z]+)\b"), 0.55),
    (
        re.compile(
            r"\b((?:an? )?(?:PhD|doctorate|thesis|dissertation) (?:on|about|in) [a-z]+(?: [a-z]+)?)(?=[.,;:!?)])"
        ),
        0.6,
    ),
    # "principal viola in a touring opera orchestra"
    (
        re.compile(
            r"\b(?:is|was|been|am|['’]m|['’]s|as) ((?:an? |the )?(?:(?:principal|leading|lead|first|second|chief|head"
            r"|third) )?"
            r"[a-z]+ (?:in|with|for|at|on) an? (?:[a-z-]+ ){0,3}(?:orchestra|opera|band|choir|circus|theatre|ballet"
            r"|regiment|squadron|rig|trawler|ferry|liner|lifeboat|quarry|foundry|mill|pit|colliery|abattoir|tannery"
            r"|brewery))\b"
        ),
        0.6,
    ),
    (
        re.compile(
            r"\b(?:job|work|shifts|living) ((?:lifting|picking|packing|driving|cleaning|stacking|laying"
            r"|selling|gutting"
            r"|fixing"
            r"|mending|delivering|plucking|shucking) [a-z-]+)\b"
        ),
        0.6,
    ),
    (
        re.compile(
            r"\b((?:paramedic|nursing|joinery|medical|law|plumbing|catering|engineering|beauty|hairdressing"
            r"|social work"
            r"|teaching)"
            r" (?:course|degree|apprenticeship|student))\b"
        ),
        0.6,
    ),
    (
        re.compile(
            r"\b(deputy head (?:girl|boy)|head (?:girl|boy)|chair of governors|band [3-9][a-z]?|(?:first|second|third"
            r"|final)-year"
            r" (?:trainee|student|pwp|PWP)|(?:clinical|nursing|health) (?:placement|rotation))\b"
        ),
        0.6,
    ),
    (re.compile(r"(?<=[Ss]he[’']s )(a (?:stand-up|model|magician|busker|poet|medium|croupier|nanny))\b"), 0.6),
    (
        re.compile(
            r"\b((?:(?:doing|does|did|studying|studies|studied|starting|started|finishing|finished|dropped out of"
            r"|halfway through|reading for|applying for|on)"
            r" (?:an?|the|his|her|their)|an?|his|her|their) (?:(?:part-time|first|second|third|final|online"
            r"|night-school"
            r"|masters|master['’]s|foundation) )?"
            r"(?:PhD|DPhil|doctorate|master['’]?s|MA|MSc|MBA|MPhil|BA|BSc|PGCE|degree|diploma|BTEC|HND|NVQ"
            r"|apprenticeship|foundation year)"
            r"(?: in (?:[\w-]+ ){0,3}[\w-]+| (?:student|course))?)" + END
        ),
        0.6,
    ),
    (
        re.compile(
            r"\b((?:in|into|starting|finishing|repeating) (?:the|his|her|their) (?:first|second|third|fourth|final"
            r"|last) year (?:of|at) (?:an? |the |his |her )?"
            r"(?:[\w'’-]+ ){0,3}?(?:degree|course|doctorate|PhD|apprenticeship|medicine|law|nursing|dentistry"
            r"|training"
            r"|university|college|school))\b"
        ),
        0.6,
    ),
    (
        re.compile(
            r"\b((?:A-?level|GCSE|sixth[- ]form|first-year|second-year|third-year|fourth-year|final-year|part-time"
            r"|mature|PhD|doctoral"
            r"|medical|vet|law|art|drama|music|nursing|physics|maths|engineering) (?:student|undergraduate|medic|vet"
            r"|apprentice|nurse)|"
            r"sixth[- ]former|undergraduate|postgrad(?:uate)?|postdoc|fresher|conscript|cadet)\b"
        ),
        0.55,
    ),
    (
        re.compile(
            r"\b((?:head|deputy head|assistant head|second|director|professor|master|mistress|captain|secretary"
            r"|treasurer|chair|president"
            r"|leader|minister|rector|dean|keeper|curator|clerk|chief|warden|commodore|convenor|convener"
            r"|founder) of (?:the )?"
            r"(?!(?:it|that|this|all|them|us|him|her|the (?:queue|list|table|line|house|family|bed)|course"
            r"|steam|his|her"
            r"|my|our|a|an)\b)"
            r"(?:[\w'’-]+ )?[\w'’-]{3,}(?: (?:council|club|church|school|committee|works|band|society))?)" + END
        ),
        0.5,
    ),
)


# "a regular meditation practice": what somebody does, and no business
_HABIT = re.compile(
    r"\b(?:regular|daily|weekly|meditation|mindfulness|spiritual|prayer|yoga|reflective|good|best)"
    r" (?:[a-z]+ )?practice$"
)


# "who lays the first brick", "plays darts with everybody": a figure of speech, a pastime with whoever is there
_PROVERBIAL = re.compile(
    r"(?:lays|laid) (?:the (?:first|last|foundations?|ghosts?|groundwork|blame|trail|table)|down|bare|claim)"
    r"|(?:plays?|played|playing) [a-z]+ with (?:everybody|everyone|anybody|anyone|him|her|them|us|me|each|his|her|their"
    r"|my|the (?:kids|children|lads|boys|girls|dog|stepfather|stepdad))\b",
    re.IGNORECASE,
)
# a small word at the end belongs to what follows: "drives a bus a" of "drives a bus a lot"
_DANGLING = re.compile(r"(?:\s+(?:a|an|the|of|on|in|at|to|and|or|with))+$")


def find(document: Document) -> list[Finding]:
    """What somebody lives by, told by a verb; the writer's own where the sentence last spoke of "I"."""
    text = document.text
    found = []
    for at, (pattern, score) in enumerate(_PATTERNS):
        for match in pattern.finditer(text):
            start, end = match.span(1)
            surface = _DANGLING.sub("", text[start:end])
            end = start + len(surface)
            verb = surface.split(" ", 1)[0]
            if (not at and HOUSEHOLD.match(surface, len(verb))) or document.zone_at(start) in (
                Zone.REFERENCES,
                Zone.TAGS,
            ):
                continue
            if _HABIT.search(surface) or _PROVERBIAL.match(surface):
                continue
            own = spoken_of_writer(document, start)
            kind = Kind.AUTHOR_JOB if own else Kind.OCCUPATION
            risk = Risk.AUTHOR if own else Risk.QUASI
            found.append(Finding(start, end, kind, risk, score, DETECTOR, "doing"))
    return found
