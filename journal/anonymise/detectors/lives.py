"""Looks for what somebody's life has held: how a childhood went, who was lost, what the body bears, what was done once.

Each alone is borne by many; told of a client in a story they narrow, and whoever was there knows (specification A2:
family, disability_body, dx.rare, event.dramatic, event.pattern). Of "you" and of nobody it is advice (``advice``).
"""

from __future__ import annotations

import re

from journal.anonymise.detectors.judgments import is_judgment
from journal.anonymise.edges import whole_word_end
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.numerals import NUMBER_WORDS
from journal.anonymise.segments import Document, Zone

DETECTOR = "lives"

_COUNT = rf"(?:{NUMBER_WORDS}|\d{{1,2}})"
_END = r"(?=[.,;:!?)\]—–\"”\n]|$| (?:and|but|who|when|in|at|from|since|until|on|with|by|because|for|so|then)\b)"
_WHOSE = r"(?:[Hh]is|[Hh]er|[Tt]heir)"
_ONE = r"(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]ho|[A-Z][a-z]+)"
_KIN = r"(?:son|daughter|mother|father|mum|dad|children|kids|brother|sister|twin|family|parents|grandchildren)"

_FAMILY = (
    # care and childhood
    r"\b(?:grew up|raised|brought up|was|been|spent \w+ years|went|taken|put) (?:in(?:to)?|through) (?:foster "
    r"|residential )?care\b"
    r"(?! (?:home|plan|of)\b)",
    r"\b(?:care[- ]leavers?|care-experienced|looked-after child(?:ren)?|(?:foster|care|adoptive) placements?)\b",
    rf"\b{_COUNT} (?:foster )?(?:placements|foster homes|schools in \w+ years|children's homes)\b",
    rf"\b{_WHOSE} (?:mother|father|mum|dad|mam) (?:was|had been|died|left|went|walked out) (?:only |just |when )?"
    rf"(?:{_COUNT}|(?:he|she|they) (?:was|were) {_COUNT})(?: when (?:he|she|they) (?:was|were) born"
    rf"| when she had (?:him|her|them))?\b",
    rf"\b(?:lost|buried|outlived|miscarried) (?:two|three|four|five|six|seven|both|all"
    rf"|all {_COUNT}) (?:of (?:his|her|their) )?"
    r"(?:babies|children|sons|daughters|brothers|sisters|wives|husbands|pregnancies|parents|kids|times)\b",
    rf"\bmarried {_WHOSE} (?:[a-z]+['’]s )?(?:first |second |step)?(?:cousin|stepbrother|stepsister|widow"
    rf"|best friend|sister"
    r"|brother|ex|uncle|niece|carer|teacher|boss|landlord|landlady|probation officer|physio)\b",
    rf"\b(?:has|have|had)(?: not|n['’]t) (?:seen|spoken to|held|heard from|met) {_WHOSE} {_KIN} (?:for|since|in) "
    rf"[^.,;!?\n]{{3,24}}",
    rf"\b(?:estranged|cut off|disowned|banished|shunned) (?:from|by) {_WHOSE} {_KIN}\b",
    r"\b(?:the |an? |one of (?:the |a set of )?)?(?:seventh (?:son|daughter)|triplets?|quads?|quadruplets)\b",
    r"\b(?:has|had|with) (?:two|three) (?:mums|dads|mothers|fathers|families)\b",
    rf"\b(?:had|having|has) (?:a|his|her|their) (?:first |second |last )?(?:baby|child|son|daughter) at (?:{_COUNT})\b",
    r"\b(?:foundling|born in (?:prison|a (?:workhouse|mother and baby home|caravan|taxi|lay-?by|car park|lift"
    r"|camp)))\b",
    r"\b[Mm]other[- ]and[- ]baby home\b",
    rf"\b{_WHOSE} (?:dead |late |other )?twin\b(?! (?:beds?|room|track|set|brother|sister|boys?|girls?|sons?"
    rf"|daughters?))",
    r"\bgave (?:up (?:a|her|his|the|their) (?:first )?(?:baby|child|son|daughter)|(?:a|her|the) (?:baby"
    r"|child) (?:up|away))\b",
    r"\b(?:left|found|abandoned) (?:on|in) (?:the|a) (?:(?:church |hospital )?(?:steps|doorstep|porch)"
    r"|phone box|basket|toilets?"
    r"|carrier bag)\b(?: of [\w ]{3,20})?",
    # who of theirs is in the writer's own world
    rf"\b{_WHOSE} (?:mother|father|mum|dad|wife|husband|partner|sister|brother|aunt|uncle|son|daughter|cousin"
    rf"|nan|stepmum|stepdad)"
    r" (?:is|was|works|worked|cleans|teaches|taught|runs|sits|volunteers|lives)(?: (?:on|in|at|for|with"
    r"|next door to))? "
    r"(?:my|our) (?!(?:client|view|words|opinion|guess)\b)[a-z]+(?: [a-z]+)?(?=[.,;:!?)])",
    r"\b(?:separated|divorced|widowed|engaged|married) (?:from|to) (?:the same|a (?:much )?(?:younger"
    r"|older)) (?:man|woman)"
    r"(?: twice)?\b",
)
_HERITAGE = (
    r"\bpray(?:s|ed|ing)? (?:five|three) times a day\b|\bfast(?:s|ed|ing) (?:for|at|during|through) (?:Ramadan"
    r"|Lent|Yom Kippur)\b"
    r"|\b(?:goes|went|going) to (?:Mass|mass|mosque|chapel|shul|temple|gurdwara|Friday prayers|Quaker meeting)\b",
    r"\b(?:an? |the )?(?:[A-Z]\w+ )?(?:child )?(?:refugee|evacuee|asylum seeker|émigré|exile|stateless person)s?\b"
    r"(?! (?:council|action|week|service|charity|centre|law|status|camp|crisis|team))",
    r"\b(?:the )?Windrush(?: generation| baby| child)?\b|\bKindertransport(?: child)?\b|\b(?:Ugandan|Kenyan"
    r"|East African) Asians?\b",
    r"\b(?:grew up|raised|brought up|born) (?:on|in) (?:an? )?(?:kibbutz|reservation|reserve|commune|compound"
    r"|mission|barracks"
    r"|army (?:base|camp)|naval base|island of \w+|convent|cult|sect|boat|caravan|township|favela|shtetl|ashram)\b",
)
_HEALTH = (
    r"\b(?:deaf|blind) in (?:one|his|her|the|both) (?:left |right )?(?:ears?|eyes?)\b(?: (?:from|since"
    r"|after) [^.,;!?\n]{3,24})?",
    r"\b(?:he['’]s|she['’]s|he is|she is|was|born) ((?:an )?albino|a dwarf|a hunchback|intersex|conjoined)\b",
    rf"\bha(?:s|d|ve) had (?:{_COUNT}|\d+) (?:operations|surgeries|miscarriages|strokes|heart attacks"
    rf"|rounds of ECT|skin grafts)\b",
    rf"\b(?:{_COUNT}|\d+) stone (?:down|lighter|heavier|when|at)\b",
    r"\b(?:a|his|her) (?:voice box|speech machine|communication aid|white cane|guide dog|assistance dog"
    r"|hearing dog|oxygen cylinder)\b",
    r"\b(?:a )?(?:metal )?(?:plate|pin|bullet|shrapnel) in (?:his|her|the) (?:skull|head|leg|hip|back|jaw|arm|neck)\b",
    r"\b(?:born with|has|had|with) (?:an? )?(?:cleft (?:lip|palate)|club foot|hole in (?:his|her) heart"
    r"|webbed (?:fingers|toes)"
    r"|extra (?:finger|toe)|twisted spine)\b",
    r"\b(?:scars?|burns?|birthmark|tattoo) (?:from|all the way|running) [\w'’ ]{2,20} to [\w'’]+(?: [\w'’]+)?",
    rf"\b(?:on )?{_WHOSE} (?:second|third|fourth) (?:liver|kidney|heart|hip|pair of lungs|pacemaker|face)\b",
    r"\b(?:was|were|been|spent [\w ]{3,15}|went|woke) (?:in|into|from|out of) a coma\b(?: for [\w ]{3,16})?",
    r"\b(?:gave|donated|lost) (?:a|his|her|one|half) (?:kidney|liver|lung|bone marrow|eye)(?: of (?:his|her) liver)?"
    r"(?: to (?:his|her|their|an?|the) [a-z]+)?\b",
    r"\b(?:no sense of (?:smell|taste)|lost (?:his|her|their) sense of (?:smell|taste))\b",
    r"\b(?:wears|wearing|wore|has|with) (?:an? )?(?:calliper|leg brace|back brace|neck brace|eye patch"
    r"|prosthesis|glass eye"
    r"|hearing aids?|colostomy bag|insulin pump|halo brace|red wig|wig)\b",
    r"\b(?:relapsing[- ]remitting|primary progressive|secondary progressive|early[- ]onset) (?:MS"
    r"|multiple sclerosis|dementia"
    r"|Alzheimer['’]s|Parkinson['’]s)\b",
    r"\b(?:has|had|with|have) (?:Tourette['’]?s|Crohn['’]?s|Asperger['’]?s|Klinefelter['’]?s|Turner['’]?s"
    r"|Down['’]?s syndrome|MS|MND"
    r"|ALS|POTS|EDS|ME/CFS|PNES|FND|DID|CF)\b(?! (?:at|training))",
    r"\b(?:struck|hit) by lightning\b|\b(?:bitten|mauled|gored|kicked|thrown|trampled) by an? [a-z]+\b",
    r"\b(?:hasn['’]t|has not|had not|hadn['’]t|not) (?:spoken|left the house|eaten solid food|slept in a bed"
    r"|been outside"
    r"|driven|worked|swum|cut (?:his|her) hair|opened (?:his|her|the) post) (?:for|since|in) [^.,;!?\n]{3,30}",
    r"\b(?:a stammer|a lisp|a glass eye|one eye|one leg|one arm|one lung|one kidney|a limp from [a-z ]{3,20}"
    r"|six (?:fingers|toes)|no (?:legs|arms|hands|hair|teeth|voice))\b",
)
_EVENT = (
    r"\blost the (?:farm|house|business|shop|boat|pub|croft|firm|flat|licence|herd|flock) (?:in|to|when"
    r"|after) [^.,;!?\n]{3,24}",
    r"\b(?:on an? (?:murder|manslaughter|rape|drugs?|fraud|assault|GBH|ABH|arson|terrorism|driving|shoplifting) charge"
    r"|charged with [a-z]+(?: [a-z]+)?)\b",
    r"\bhad (?:his|her|their) (?:licence|children|kids|house|passport|dogs?|registration|babies"
    r"|baby) taken (?:off|away)\b[^.,;!?\n]{0,24}",
    r"\b(?:[Tt]he|[Tt]hat|his|her|their) (?:coach|car|train|bus|plane|helicopter|ferry|minibus|motorbike"
    r"|lorry|boat|pit|quarry|gas"
    r"|scaffold|tunnel|mine|tram|school|nightclub|hostel|flat|house|factory|warehouse) (?:crash|accident"
    r"|collapse|explosion|disaster"
    r"|sinking|fire)\b(?! (?:alarm|door|escape|exit|drill|brigade|station))",
    r"\b[Tt]he (?:tribunal|inquest|trial|court martial|inquiry)(?= (?:is|was|starts|started|opens|opened|found"
    r"|heard|begins|in"
    r"|next|on)\b)",
    r"\b[Tt]he (?:[\w'’-]+ ){1,3}scandal\b",
    r"\b(?:punched|hit|stabbed|bit|headbutted|spat at|assaulted|attacked|threatened|kicked|slapped) (?:an?|the"
    r"|his|her) (?:[a-z]+ )?"
    r"(?:magistrate|judge|police officer|PC|nurse|teacher|paramedic|priest|vicar|referee|social worker|driver"
    r"|copper|policeman"
    r"|bouncer|MP|councillor|headteacher|consultant|ticket inspector|firefighter|security guard)\b",
    r"\b(?:chained|glued|handcuffed|tied) (?:him|her|them)sel(?:f|ves) to (?:the|an?) [\w'’-]+\b|\b(?:on"
    r"|went on) hunger strike\b",
    r"\b(?:ran|walked|cycled|swam|did|rowed) (?:the )?(?:[A-Z][\w'’]+ )+(?:Marathon|Way|Channel|Triathlon"
    r"|Ironman)\b[^.,;!?\n]{0,24}",
    r"\b(?:was|were|been|got) (?:rescued|airlifted|winched|cut (?:free|out)|dug out|pulled out"
    r"|helicoptered) (?:by|off|from|out of|after)"
    r"[^.,;!?\n]{3,34}",
    r"\bdrowned in (?:the|an?) [a-z]+\b",
    # the law and those who come with it
    r"\b(?:is|was|were|been|got|['’]s) (?:awaiting|up for|facing|due for) (?:trial|sentence|sentencing|parole"
    r"|extradition"
    r"|deportation|court martial)\b",
    rf"\b(?:did|doing|served|serving|got) (?:{_COUNT}|\d+) (?:years|months|weeks|yrs)(?: for [a-z ]{{3,24}}"
    rf"| inside)?{_END}",
    r"\b(?:her|his|their|the) (?:killer|attacker|rapist|stalker|abuser|kidnapper)(?:['’]s)? (?:trial|release"
    r"|parole|appeal"
    r"|sentence|hearing|inquest)\b",
    # what was found, seen, pulled out
    r"\b(?:found|cut|talked|pulled|dragged|carried|hauled|dug|fished) (?:him|her|them|(?:his|her|their) (?:mum|dad"
    r"|mother|father|brother|sister|son|daughter|wife|husband|partner|mate|friend)) (?:dead|hanging|unconscious"
    r"|face down"
    r"|down (?:from|off)|off (?:the|a)|from under|out of the (?:river|water|canal|sea|car|wreck|loch|lake)"
    r"|in the (?:garage"
    r"|loft|woods|canal|river|bath|barn|shed|reservoir)|on the (?:stairs|beach|line|landing|tracks|railway"
    r"|rocks|roof"
    r"|shore|ledge)|at the (?:foot|bottom) of)\b(?: [\w'’]+){0,4}?(?=[.,;:!?)]|$| (?:and|but|at|when|in|on|with|by)\b)",
    r"\b(?:on the (?:roof|bridge|ledge|parapet|tracks|cliff|motorway bridge)|over the (?:railings|parapet"
    r"|barrier)) (?:when|until"
    r"|till|for|at|with)\b[^.,;!?\n]{2,30}",
    rf"\b{_WHOSE} (?:house|flat|caravan|shop|boat|van|barn|pub|workshop) (?:burn(?:t|ed)(?: down)?|flooded"
    rf"|blew up|was (?:raided"
    r"|burgled|firebombed|bulldozed|repossessed|shot at|petrol[- ]bombed|condemned)|went up|fell (?:in|down"
    r"|into the sea)|sank)\b"
    r"[^.,;!?\n]{0,24}",
    r"\b(?:won|lost) (?:the (?:lottery|pools|election|appeal|title|vote|seat)|a (?:scratchcard|tribunal"
    r"|court case|BAFTA|medal)"
    r"|\w+ (?:hundred|thousand|million|grand)(?: pounds)?(?: on [\w ]{3,20})?)\b",
    r"\b(?:was|were|been|got) (?:on|in) (?:Mastermind|Bake Off|Love Island|the X Factor|Britain['’]s Got Talent"
    r"|Gladiators"
    r"|Jeremy Kyle|a documentary|Panorama|Crimewatch|Question Time|the Today programme|the local paper|Hello"
    r"|OK magazine)\b",
    r"\b(?:went|gone|goes) (?:viral|missing (?:for|in|at|on)[^.,;!?\n]{3,24})\b",
    r"\b(?:swam|rowed|cycled|walked|ran|sailed) (?:the Channel|across [A-Z]\w+|round (?:Britain|the world|[A-Z]\w+)"
    r"|from [A-Z]\w+ to [A-Z]\w+|to [A-Z]\w+ and back)\b",
    r"\b(?:drove|rode|crashed|ploughed|reversed|backed) (?:it |the (?:car|van|bus|lorry|tractor) )?(?:into"
    r"|through) (?:the|an?)"
    r" (?:[a-z]+ )?[A-Za-z][\w'’-]+\b(?! (?:of|sleep))",
    r"\b(?:held|kept|taken) hostage\b|\bheld (?:up|at) (?:at )?(?:gun|knife)point\b|\bat (?:gun|knife)point\b",
    r"\b(?:struck off|suspended|sacked|dismissed|expelled|excommunicated|court-martialled|defrocked|evicted"
    r"|excluded) (?:for|over"
    r"|after|from)\b[^.,;!?\n]{3,34}",
    r"\b(?:fatal accident|whistle-?blow(?:er|ing)|industrial accident|hit[- ]and[- ]run|cot death"
    r"|honour killing|hate crime"
    r"|stillbirth inquiry|acid attack|county lines|forced marriage unit|modern slavery case|grooming trial"
    r"|custody battle"
    r"|contested (?:will|adoption)|paternity (?:test|case)|public inquiry|select committee)\b",
)
_UNIQUE = (
    r"\bthe (?:youngest|oldest|tallest|longest-serving|most senior|last|highest) [a-z]+(?: [a-z]+)? (?:in|on|of"
    r"|at) (?:the|this|our|his"
    r"|her) (?:county|town|village|country|valley|island|school|team|service|trust|region|city|district|diocese"
    r"|force|ward|family)\b",
    r"\bonly one of (?:me|him|her|us)\b",
    r"\b(?:the )?(?:first|only) (?:one|person|man|woman|boy|girl|child|[a-z]+) (?:in|from|on|at|of) (?:his|her"
    r"|their|our|the|this)"
    r" (?:family|village|street|estate|year|class|school|town|valley|island|team|regiment|ward|parish|community"
    r"|generation|shift)\b"
    r"(?: to [^.,;!?\n]{3,36})?",
    rf"\b{_ONE} (speaks? (?:only )?to (?:nobody|no one|no-one) but [^.,;!?\n]{{3,30}}|spoke only to [^.,;!?\n]{{3,24}}"
    rf"|speaks? only to [^.,;!?\n]{{3,24}})",
    r"\bthere (?:are|were|is|['’]s) (?:only |just |about |maybe |perhaps )?(?:two|three|four|five|six) of (?:us"
    r"|them|him|her)\b",
    r"\b(?:one|two|three) (?:of|in) (?:the|all) (?:county|country|city|whole \w+|world)\b",
)

_TABLE = tuple(
    (re.compile(pattern), kind)
    for patterns, kind in (
        (_FAMILY, Kind.FAMILY),
        (_HERITAGE, Kind.NATIONALITY),
        (_HEALTH, Kind.DX_RARE),
        (_EVENT, Kind.EVENT_DRAMATIC),
        (_UNIQUE, Kind.UNIQUENESS),
    )
    for pattern in patterns
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Phrases that tell of such a life, in prose, titles and prompts."""
    del knowledge
    if is_judgment(document.text):  # whose every other sentence is of children, trials and injuries
        return []
    text = document.text
    return [
        Finding(start, whole_word_end(text, end), kind, Risk.QUASI, 0.58, DETECTOR, "wording")
        for pattern, kind in _TABLE
        for match in pattern.finditer(text)
        for start, end in (match.span(1 if pattern.groups else 0),)
        if document.zone_at(match.start()) in (Zone.PROSE, Zone.TITLE, Zone.PROMPT)
    ]
