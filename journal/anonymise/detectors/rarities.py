"""Looks for more of what singles out: scarce positions, families told in full, bodies.

``singular`` holds the shapes that were met first; these were written kind by kind from the specification (A2: family,
disability_body, dx.rare, uniqueness), so that other wordings of the same are found.
"""

from __future__ import annotations

import re

from journal.anonymise.detectors.ownership import spoken_of_writer
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.numerals import NUMBER_WORDS
from journal.anonymise.segments import Document, Zone

DETECTOR = "rarities"

_COUNT = rf"(?:{NUMBER_WORDS}|\d{{1,2}})"
# Somebody by sex, age, kin, work or trade: what "the only …" can be said of to single a person out.
_SOMEBODY = (
    r"(?:m[ae]n|wom[ae]n|boys?|girls?|lads?|lass|child|kid|male|female|mother|mum|father|dad|parent|son"
    r"|daughter|widow|widower|twin|survivor|victim"
    r"|witness|person|pupil|student|patient|client|member|resident|tenant|family|couple|household|chap|bloke"
    r"|nun|monk|priest|imam|rabbi|vicar|champion"
    r"|magistrate|speaker|user|owner|holder|recipient|heir|graduate|magician|butcher|nurse|chef|cook|judge"
    r"|vet|spy|prop|keeper|[a-z-]{3,}(?:ist|ian|eer|smith"
    r"|ler|der|ter|per|ner|rer|ger|ker|ver|wer|ser|cer|cher|sher|gher|sor|tor|dor|man|woman|maker|ringer|hanger))s?"
)
_NO_BODY = (
    r"(?!(?:[\w'’-]+ ){0,2}?(?:thing|time|way|part|reason|day|week|month|year|light|difference|sound|word"
    r"|answer|question|matter|letter|paper|number|order"
    r"|chapter|picture|corner|door|chair|bed|session|client of the (?:day|week)|one of (?:those|these)|summer"
    r"|winter|quarter|half|hour|minute|moment"
    r"|step|stage|place I|person I|person to (?:ring|ask|tell|blame)|(?:person|one) who (?:has|holds|knows) the answer"
    r"|(?:person|one) who can (?:answer|decide|tell|know|change)"
    r"|(?:couple|handful|pair) of (?:times|weeks|days|sessions|months)|water|weather|dinner|manner|power|offer"
    r"|chapter|order|other|matter|after|ever|never"
    r"|over|under|rather|better|either|whether|together|former|latter|pleasure|error|mirror|terror|harbour"
    r"|colour|favour|honour|doctor I|teacher I"
    r"|computer|printer|folder|drawer|counter|shower|flower|tower|paper|finger|shoulder|river|letter|border"
    r"|timer|poster|charger|heater|cooker|kettle)\b)"
)
_SCOPE = (
    r"(?: (?:in|on|at|of|from|this side of|north of|south of|within) (?:the |this |our |his |her |their |its "
    r"|my |all )?[\w'’-]+(?: [\w'’-]+){0,3}?"
    r"| (?:to|who|that|whose|we['’]ve|I['’]ve|they['’]ve|he['’]s|she['’]s|here|left|ever|with|without"
    r"|the (?:school|place|service|team|village|club|course) (?:has|had|ever))\b"
    r"(?: [\w'’-]+){0,7}?)"
)
_STOP = (
    r"(?=[.,;:!?)\]—–\"”\n]|\s[—–-]\s|$|\s(?:and|but|so|since|because|or|when|if|until|while|though"
    r"|although|he|she|they)\b)"
)
_RANK = (
    r"(?:only|sole|first|last|youngest|oldest|eldest|tallest|shortest|longest-serving|most senior|highest"
    r"|richest|biggest|fastest|third[- ]ever|second[- ]ever"
    r"|first[- ]ever|one)"
)
_MODS = r"(?:(?!(?:to|and|but|in|on|at|of|for)\b)[\w'’-]+ ){0,3}?"
_FEW = r"(?:one|two|three|four|five|six|a handful|a dozen|half a dozen)"

_UNIQUE = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (
            rf"\b(?:the|our|their|its|[A-Z]\w+['’]s|the (?:county|country|town|village|city|school|region|island"
            rf"|valley)['’]s) {_RANK} {_NO_BODY}{_MODS}{_SOMEBODY}\b{_SCOPE}{_STOP}",
            0,
        ),
        (
            rf"\b(?:[Hh]e|[Ss]he|[Tt]hey|I|[Ww]ho|is|was|am|as|be|['’]s|['’]m|felt|feels)(?: (?:is|was|am"
            rf"|were))? ((?:the|our) (?:only|sole|youngest|oldest"
            rf"|tallest) {_NO_BODY}{_MODS}{_SOMEBODY}){_STOP}",
            0,
        ),
        # a thing, and where it is the only one
        (
            r"\bthe (?:only|sole|last(?: remaining| surviving| working)?) (?!(?:thing|time|way|part|reason|day"
            r"|week|sound|light|word|place I|one)\b)(?:[\w'’-]+ ){1,4}?"
            r"(?:in|on|of|this side of|north of|south of|west of|east of"
            r"|between) (?:the )?(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*|county|country|town|village|city"
            r"|valley|dale|island|region|district|estate|north|south|west|east|world|shire|parish|coast"
            r"|street|road)\b"
            r"(?: that [^.,;!?\n]{3,40})?",
            0,
        ),
        (
            rf"\b(?:[Oo]ne of )(?:the |only |just |the only |about |the last )*{_FEW}(?: (?:left|remaining"
            rf"|surviving))?(?: {_MODS}{_SOMEBODY})?(?:(?: (?:in|on|at|of|from|left in) (?:the |this |our "
            rf"|his |her )?[\w'’-]+(?: [\w'’-]+){{0,3}}?)| left| to [^.,;!?\n]{{3,40}}?){_STOP}",
            0,
        ),
        (
            rf"\b(?:our|their|the (?:team|service|ward|school|village|college|course)['’]s) (?:only|first|last"
            rf"|sole) (?:[\w'’-]+ ){{0,2}}?"
            rf"(?:PWP|GP|HCA|{_SOMEBODY})\b(?! (?:of|in|to|who)\b)",
            0,
        ),
        (
            r"\b[Tt]here(?:['’]s| is| are|['’]re) (?:only |just |about |maybe )?(?:one|two|three|four"
            r"|five) of (?:him|her|them|us)\b(?: (?:in|on|at|left)(?: [\w'’-]+){0,4}?)?" + _STOP,
            0,
        ),
        (
            r"\b[Nn](?:obody|o one|o-one|one) else (?:in|on|at|for) (?:the|this|our|his"
            r"|her) (?:[\w'’-]+ )?(?:dale|village|town|county|family|school|team|service|street|estate"
            r"|island|valley|year|ward|country|trust)\b",
            0,
        ),
        (
            r"\b(?:county|national|world|British|Welsh|Scottish|Irish|English|Commonwealth|Olympic|Paralympic"
            r"|regional|all-Ireland|under-\d\d) (?:[a-z-]+ )?(?:champion|record[- ]holder|medallist"
            r"|finalist|squad|captain|number one)\b(?: (?:of|at|for|in) (?:the )?[\w'’-]+(?: [\w'’-]+)?)?",
            0,
        ),
        (
            r"\b[Tt]he (?:one|man|woman|boy|girl|lad|bloke|chap|lady|family|house|people) (?:with"
            r"|in) the (?!same\b|most\b|other\b|least\b)(?:[a-z]+-[a-z]+"
            r"|[a-z]+ [a-z]+)(?: [a-z]+)?(?=[.,;:!?)]| (?:who|that|is|was|in|on)\b)",
            0,
        ),
        (
            rf"\b(?:team|staff|cast|crew|congregation|choir|cohort) of (?:{NUMBER_WORDS}|\d{{1,2}}) (?:men|women"
            rf"|of us|therapists|counsellors|nurses)\b",
            0,
        ),
    )
)

_MANY = r"(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|[3-9]|1\d)"
_KIN = (
    r"(?:brothers|sisters|siblings|sons|daughters|boys|girls|kids|children|grandchildren|stepchildren"
    r"|foster children|step-?sons|step-?daughters|half-?brothers|half-?sisters|ex-wives|ex-husbands|wives"
    r"|husbands|mums|dads|mothers|fathers)"
)
_FAMILY = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (
            # "one of the three" goals is nobody's family, "one of the three sisters" is
            rf"\b(?!one of the {_MANY}\b(?! {_KIN}))(?:(?:one|eldest|youngest|oldest|third|fourth|fifth|sixth|seventh"
            rf"|eighth|ninth|tenth|middle|last) of (?:the )?{_MANY}\b(?: {_KIN})?)"
            r"(?=[.,;:!?)\]—–]|$| (?:and|born|from|in|who)\b)",
            re.I,
        ),
        (
            r"\b(?:the |his father['’]s |her mother['’]s )?(?:third|fourth|fifth|sixth|seventh|eighth|ninth"
            r"|tenth) (?:son|daughter|child|wife|husband|baby|marriage|pregnancy|surrogate)\b",
            re.I,
        ),
        (
            rf"\b(?:mother|father|mum|dad|parent|gran|grandmother|grandfather|nan) (?:of|to) (?:{_COUNT}|twins"
            rf"|triplets|quads)\b(?: {_KIN}| under \w+| boys| girls)?",
            re.I,
        ),
        (
            rf"\b{_COUNT} (?:children|kids|sons|daughters) (?:by|with|to) {_COUNT} (?:mothers|fathers|women|men"
            rf"|partners|dads|mums)\b",
            re.I,
        ),
        (
            r"\b(?:raised|brought up|reared|looked after) by (?:his|her|their|an?|the|two|four|nuns|monks|wolves"
            r"|grandparents|aunts|strangers)(?: [a-z-]+){0,2}?(?=[.,;:!?)]| (?:and|in|until|after|since"
            r"|on|from)\b|$)",
            re.I,
        ),
        (
            r"\b(?:widowed|divorced|married|remarried|adopted|fostered|orphaned|bereaved|abandoned) (?:twice"
            r"|three times|four times|at (?:birth|\w+)|young|by (?:her|his) \w+|from [A-Z]\w+|as a baby"
            r"|into [a-z ]{3,25})\b|\b(?:twice|three times) (?:widowed|divorced|married|bereaved)\b",
            re.I,
        ),
        (
            r"\b(?:late|dead|stillborn|lost|identical|conjoined|surviving|vanishing"
            r"|estranged) twin(?: (?:brother|sister))?\b|\btwin (?:brother|sister|boys|girls|sons"
            r"|daughters)\b",
            re.I,
        ),
        (
            r"\b(?:an? |the |our |his |her |their |gestational )?surrogate(?: (?:mother|baby|pregnancy))?\b"
            r"|\bcarrying (?:twins|triplets|their baby|a baby) for [^.,;!?\n]{3,30}",
            re.I,
        ),
        (
            r"\b(?:two (?:mums|dads|mothers|fathers)|quads|quadruplets|quintuplets|sperm donor|donor-conceived"
            r"|half-siblings?|IVF twins)\b",
            re.I,
        ),
        (
            r"\b(?:his|her|their|my) (?:great-(?:aunt|uncle|grandmother|grandfather|gran|nan)|step-?grandmother"
            r"|half-?(?:brother|sister)|foster (?:mum|dad|mother|father|brother|sister|son|daughter"
            r"|carers?|parents|family)"
            r"|adoptive (?:mum|dad|mother|father|parents|son|daughter|brother|sister)|birth (?:mother|father|mum"
            r"|dad|parents|family|sister|brother)|long-lost [a-z]+|estranged [a-z]+)\b",
            re.I,
        ),
        (
            r"\b(?:pregnant with|expecting) (?:twins|triplets|her (?!to\b)\w+|a fourth|a third|a fifth|number \w+)\b"
            r"|\bsixth round\b|\b(?:third|fourth|fifth|sixth|last) (?:round|cycle) of IVF\b"
            r"|\bIVF,? (?:third|fourth|fifth|sixth|last) (?:round|go|cycle)\b",
            re.I,
        ),
        (
            rf"\b[Mm]arried (?:for )?(?:{_COUNT}|nearly {_COUNT}|over {_COUNT}) years\b(?: (?:next|last|this|on"
            rf"|in) (?:week|month|\w+))?",
            0,
        ),
    )
)

_BODY_PART = (
    r"(?:hands?|legs?|arms?|feet|foot|eyes?|eyebrow|fingers?|thumbs?|ears?|toes?|breasts?|tongue|jaw|nose|lip"
    r"|cheek|chin|forehead|face|neck|throat|wrists?|forearms?"
    r"|shoulder|back|chest|belly|knee|ankle|shin|calf|thigh|knuckles|temple|scalp|palm|ribs?|hip|spine"
    r"|voice box|larynx|kidney|lung|spleen|womb|sight|hearing|kneecap)"
)
_HEALTH = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (
            rf"\b(?:an? |his |her |the )?(?:massive |mini-?|first |second )?(?:stroke|heart attack"
            rf"|brain haemorrhage|brain tumour|aneurysm|cardiac arrest|overdose)"
            rf" at (?:{NUMBER_WORDS}|\d\d)\b",
            re.I,
        ),
        (
            rf"\b(?:an? |the |his |her )?(?:[a-z-]+ )?(?:scars?|burns?|burn marks?|birthmark|port[- ]wine stain"
            rf"|tattoos?|brand|bite|dent|stitches|brace|caliper|patch|plate|pin|stoma|hole)(?: of (?:an?"
            rf"|the|his|her) [a-z]+(?: [a-z]+)?)? (?:on|across|down|over|to|through|along|up|in|under"
            rf"|behind|round|above) (?:his|her|their|the left|the right|one"
            rf"|both) (?:[a-z]+ )?{_BODY_PART}\b",
            re.I,
        ),
        (
            rf"\b(?:lost|losing|has lost|had lost|(?:without|missing|minus)(?! (?:his|her|their|my|your|our"
            rf"|the) (?:face|eyes?"
            rf"|voice|hands?|neck|feet|back|shoulders?|chin|lip)\b)|born without|born with only"
            rf"|born with) (?:(?:his|her|their|an?|one|two|three|both|half|part of|the tip of|most of"
            rf"|all)(?: (?:his|her|their|an?|of his|of her))? )+(?:left |right |index |middle |little "
            rf"|ring |big |front )?{_BODY_PART}\b(?: (?:to|in|under|at|from|above|below) (?:the |an? |his "
            rf"|her )?(?:[a-z-]+ )?[a-z-]+)?",
            re.I,
        ),
        (
            r"\b(?:deaf|blind|partially sighted|paralysed|mute|lame|in a wheelchair|on crutches|brain-damaged"
            r"|disabled|burnt|scarred|disfigured|impotent|sterile) (?:since|from|after|in) (?:the |birth"
            r"|an? |his |her |being )?[a-z-]*(?: [a-z-]+){0,3}?(?=[.,;:!?)]| (?:and|who|but|or|with)\b|$)",
            re.I,
        ),
        (
            r"\b(?:profoundly deaf|deaf-?blind|registered blind|partially sighted|wheelchair user|guide dog"
            r"|hearing dog|assistance dog|cochlear implants?|prosthetic (?:leg|arm|hand|eye|foot)"
            r"|artificial (?:leg|hand|arm|eye)"
            r"|glass eye|false leg|wooden leg|colostomy(?: bag)?|stoma bag|ileostomy|tracheostomy|laryngectomy"
            r"|mastectomy|hysterectomy|amputee|amputation|feeding tube|pacemaker|dialysis|home oxygen"
            r"|oxygen cylinder|electrolarynx)\b",
            re.I,
        ),
        (
            r"\b(?:second|third|fourth|failed|kidney|liver|heart|lung|bone marrow|double|cornea|corneal"
            r"|stem cell|face|hand)(?: (?:failed|kidney|liver|lung|heart))? transplants?\b"
            r"|\bwaiting for a (?:kidney|liver|heart|lung)\b|\bdonated (?:a|his|her) kidney\b",
            re.I,
        ),
        (
            r"\b(?:bulbar|spinal|juvenile|late|early|young|childhood|adult"
            r"|familial)[- ]onset(?: [A-Z]?[a-z'’]+){0,2}\b|\b(?:bulbar|juvenile) onset\b"
            r"|\bHIV(?:[- ]positive|\+)?\b|\bhepatitis [BC]\b|\bsickle cell(?: trait| disease| an(?:a)?emia"
            r"| crisis)?\b|\bhaemophilia\b"
            r"|\bthalidomide\b|\bpolio\b|\bTB\b|\bCJD\b|\bmeningitis\b|\bsepsis\b|\bencephalitis\b"
            r"|\bleukaemia\b|\bcystic fibrosis\b",
            0,
        ),
        (
            r"\b(?:[A-Z][a-zé]+(?:[-–][A-Z][a-zé]+)*(?:['’]s?)?|[a-z]+) (?:disease|syndrome|dystrophy|ataxia"
            r"|palsy|sarcoma|lymphoma|neurone disease|anaemia|vasculitis|neuropathy|myopathy|sclerosis"
            r"|dysplasia|porphyria|delusion)(?! (?:model|progression|burden))\b",
            0,
        ),
        (
            rf"\b(?:{_COUNT}|\d+) weeks(?: (?:gone|along|today|pregnant|and \w+ days))?(?=,? (?:IVF|and showing"
            rf"|with (?:twins|her)|pregnant|gone|along))(?: (?:gone|along|pregnant))?",
            re.I,
        ),
        (
            rf"\b(?:{_COUNT}|[4-7]) ?(?:foot|feet|ft) ?(?:{_COUNT}|nothing|\d{{1,2}})?(?= (?:tall|in (?:his|her)"
            rf"|and|of|with)\b|[.,;])|\b(?:four foot|six foot|seven foot|six-foot"
            rf"|four-foot)[- ]?\w*(?= (?:in|tall|and)\b|[.,;])",
            re.I,
        ),
        (
            r"\b(?:shot|stabbed|struck by lightning|scalped|run over|bitten|gored|burned|scalded|electrocuted"
            r"|impaled|crushed) (?:in|by|under|through|at|on) (?:the |an? |his "
            r"|her )?(?:[a-z-]+ )?[a-z-]+(?: (?:at|when|in) (?:\w+|the \w+))?(?=[.,;:!?)]| (?:and|who|but"
            r"|when|as)\b)",
            re.I,
        ),
        (
            r"\b(?:fell|fallen|falling|jumped|thrown) (?:from|off|down|out of|under|through) (?:an? |the |his "
            r"|her |their )(?!(?:chair|seat|wagon|face|radar|bed|sky|room|door|list|way|conversation"
            r"|perch|rota|habit)\b)(?:[a-z-]+ ){0,2}?(?:roof|scaffold|scaffolding|ladder|horse|bridge"
            r"|cliff|window|balcony|train|tree|pier|tower|crane|loft|bus|tractor|lorry|boat|quarry"
            r"|shaft)\b",
            re.I,
        ),
    )
)
_COMMON_ILLNESS = re.compile(
    r"\b(?:heart|this|that|the|a|any|preventing|causing|spreading|catching|liver|kidney|lung|coronary|vascular|mental|chronic|serious|of|no"
    r"|imposter|impostor|stockholm|burnout|down(?:['’]s)?|tall poppy|irritable bowel|chronic fatigue|Crohn['’]?s"
    r"|Parkinson['’]?s|Alzheimer['’]?s|multiple|coeliac|autoimmune|thyroid|skin|gum|and|with|his|her"
    r"|their) (?:disease|syndrome|sclerosis|anaemia|delusion|palsy)",
    re.I,
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Phrases that single out, by their wording, in prose, titles and prompts."""
    del knowledge
    text = document.text
    found: list[Finding] = []
    for patterns, kind, score in (
        (_UNIQUE, Kind.UNIQUENESS, 0.6),
        (_FAMILY, Kind.FAMILY, 0.65),
        (_HEALTH, Kind.DX_RARE, 0.6),
    ):
        for pattern in patterns:
            for match in pattern.finditer(text):
                start, end = match.span(1 if pattern.groups else 0)
                surface = text[start:end].rstrip()
                if kind is Kind.DX_RARE and _COMMON_ILLNESS.search(surface):
                    continue
                own = kind is Kind.UNIQUENESS and spoken_of_writer(document, start)
                risk = Risk.AUTHOR if own else Risk.QUASI
                found.append(Finding(start, start + len(surface), kind, risk, score, DETECTOR, "wording"))
    return [f for f in found if document.zone_at(f.start) in (Zone.PROSE, Zone.TITLE, Zone.PROMPT)]
