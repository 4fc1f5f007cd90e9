"""Looks for events that others could know of: disasters, trials, the news, deaths in the open (A2, event.dramatic)."""

from __future__ import annotations

import re

from journal.anonymise.detectors.judgments import is_judgment
from journal.anonymise.edges import whole_word_end
from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.segments import Document, Zone

DETECTOR = "happenings"

_HAPPENING = (
    r"(?:fire|fires|crash|collapse|explosion|disaster|trial|inquest|inquiry|murders?|shooting|stabbing"
    r"|bombing|attack|siege|riots?|floods?|gales?|storm|landslip|landslide|derailment|sinking"
    r"|shipwreck"
    r"|cull|strike|hijack(?:ing)?|massacre|rescue|avalanche|earthquake|tsunami|pile-up|court case|tribunal"
    r"|closure|evacuation|drowning|lynching|raid|robbery|heist|kidnap(?:ping)?|outbreak|scandal"
    r"|accident"
    r"|search|manhunt|leak|spill|blast|rockfall|cave-in|hostage-taking|abduction|poisoning|lightning strike"
    r"|helicopter crash|coach crash|train crash|plane crash|car crash)"
)
_NO_TIME = (
    r"(?!(?:the )?['’]?\d)(?!(?:the )?(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|spring|summer|autumn|winter|grate|fireplace|end|morning|evening|night|belly|eyes|heart|mind|head|way"
    r"|middle|first|air)\b)"
)
_PUBLIC_EVENT = (
    r"(?:Grenfell|Hillsborough|Aberfan|Lockerbie|Dunblane|Piper Alpha|Zeebrugge|Omagh|Bloody Sunday"
    r"|King['’]s Cross|Kegworth|Clapham|Paddington|Manchester Arena|the Arena|Heysel|Ibrox|Penlee"
    r"|the Marchioness"
    r"|Windscale|Orgreave|Hungerford|Soham|Warrington|Enniskillen|Birmingham pub bombings|7/7|9/11"
    r"|the Falklands|Srebrenica|Chernobyl|Bhopal|Rwanda|Helmand|the Blitz|the Troubles)"
)
_EVENT = tuple(
    re.compile(pattern, flags)
    for pattern, flags in (
        (
            rf"\b(?:[Tt]he|[Tt]hat|[Aa]n?|his|her|their) (?:[A-Z][\w'’-]+ |[a-z]+ )?{_HAPPENING} (?:at|in|on|off"
            rf"|outside|near|behind|under) {_NO_TIME}(?:the |an? |his |her "
            rf"|their )?(?:[\w'’-]+ )?[\w'’-]+(?=[.,;:!?)—–]|$| (?:and|that|when|which|who|last|in|was|had"
            rf"|but)\b)",
            0,
        ),
        (
            r"\b(?:the (?:night|day|morning|afternoon|evening|week|winter|summer|year)|when) (?:the|a|his|her"
            r"|their|they|our) (?:[\w'’-]+ ){1,2}?(?:went (?:down|up|into|off|under|over)|came down"
            r"|caught fire|sank|blew up|collapsed|closed|flooded|burn(?:t|ed) down|capsized|crashed"
            r"|exploded|was (?:shot|bombed|raided|robbed|hijacked|attacked|stormed))\b[^.,;!?\n]{0,40}",
            0,
        ),
        (
            r"\b(?:on|aboard|in|under|at the wheel of|driving) the [\w'’-]+(?: [\w'’-]+)? (?:the (?:night"
            r"|day) (?:it|the|they)|when (?:it|the)|that) (?:[\w'’-]+ ){0,3}?(?:sank|went down|came down"
            r"|crashed|capsized|caught fire|collapsed|blew up|hit|turned over|went in)\b[^.,;!?\n]{0,30}",
            0,
        ),
        (
            r"\b(?:was|were|been|it['’]s|it was|he was|she was|made|make|hit|all over) (?:all )?(?:(?:in|on|over"
            r"|across) )?(?:the |our )?(?:local |national |evening |Sunday |regional |front )?(?:news"
            r"|papers?|telly|radio|front pages?|headlines|tabloids|press|six o['’]clock news|Look North"
            r"|Crimewatch|Panorama)\b(?! (?:that|to me|about|app|feed|round|shop|on))[^.,;!?\n]{0,30}",
            0,
        ),
        (
            r"\b[Tt]he (?:[a-z]+ )?(?:(?:inquest|public inquiry)(?= (?:at|into|in|on|opened|found|returned"
            r"|heard)\b|,? day)|murder trial|Fatal Accident Inquiry|court martial|tribunal hearing"
            r"|coroner['’]s (?:court|verdict|inquest)|serious case review|fatal accident inquiry"
            r"|manslaughter (?:trial|case)|rape trial|fraud trial)\b(?:,? day \w+)?(?: (?:at|in|into"
            r"|on) (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)?",
            0,
        ),
        (
            r"\b(?:gave evidence|testified|stood trial|was tried|was (?:jailed|sentenced|convicted|acquitted"
            r"|cleared|court-martialled|arrested|deported|extradited|held hostage|kidnapped|abducted"
            r"|struck off)|pleaded guilty|served (?:\w+ )?(?:years|months) for|did time for"
            r"|(?:nominated|shortlisted|longlisted) for (?:an?|the)|won the (?:lottery|pools|Lotto)|won (?:gold"
            r"|silver|bronze)"
            r"|won an? [A-Z]\w+)\b[^.,;!?\n]{0,50}",
            0,
        ),
        (
            r"\b(?:killed|died|drowned|murdered|shot|stabbed|lost|washed overboard|swept away|burned|buried"
            r"|trapped|injured|hurt) (?:in|at|off|on|by|when|under) (?:the |an? |his |her )?(?!(?:sleep"
            r"|thought|the end|home|hospital|my|our|bed|peace|arms|chair|time|translation|front|first"
            r"|least)\b)(?:[A-Z][\w'’-]+ |[a-z-]+ ){0,3}?(?:"
            + _HAPPENING
            + r"|pier|harbour|quarry|reservoir|canal|weir|lock|river|loch|lake|[Ss]ea|rocks|railway"
            r"|line|motorway|tractor|baler|combine|digger|lorry|boat|mine|pit|shaft|silo|slurry pit"
            r"|trench|avalanche|Helmand|Iraq|Afghanistan|Syria|Falklands|Ukraine|Gaza)\b(?! of\b)",
            0,
        ),
        (
            rf"\b(?:at|in|after|since|before|from|during|survived|over|was at"
            rf"|trouble over) ({_PUBLIC_EVENT})\b(?: (?:fire|disaster|bombing|attack|crash))?",
            0,
        ),
        (
            r"\b(?:was|were) (?:the )?(?:first|last|one of the first|one of the last) (?:one |person |man "
            r"|woman )?(?:on the scene|to find (?:him|her|them|it)|to see (?:him|her|them)(?: alive)?"
            r"|out alive|off the boat|through the door)\b[^.,;!?\n]{0,30}",
            0,
        ),
        (
            r"\b(?:went|gone|fell|jumped|walked|drove|slipped|driven|pulled|thrown) (?:through the ice"
            r"|over the side|over the edge|off the (?:pier"
            r"|bridge|cliff|roof|quay|road|rails|viaduct)|into the (?:river|canal|weir|lock|sea|harbour"
            r"|quarry|reservoir|silo|slurry pit)"
            r"|under (?:a|the) (?:train|bus|lorry|tram|tractor))\b(?: (?:on|at|in"
            r"|near) (?:the )?[\w'’-]+(?: [\w'’-]+)?)?",
            0,
        ),
        (
            r"\b[Tt]he (?:mine|pit|mill|steelworks|shipyard|factory|colliery|foundry|plant|shipyards|smelter"
            r"|airbase) (?:closed|shut|closure|closing|burned down)\b(?: (?:down|in \w+))?",
            0,
        ),
        (
            r"\b(?:set (?:light|fire) to|torched|burn(?:t|ed) down) (?:an?|the|his|her|their|my) [\w'’-]+(?: [\w'’-]+)?"
            r"(?=[.,;:!?)]| (?:and|at|in|when|with|because|on)\b|$)",
            0,
        ),
        (
            r"\b(?:walked|stepped|ran|jumped|pulled|drove|lay down|laid down|cycled|rode|went) (?:right |straight )?"
            r"(?:out |oot |off )?(?:in front of|into the path of) (?:an?|the) [a-z]+\b",
            0,
        ),
        # where the law has somebody: "her brother is on remand", "he's on tag"
        (
            r"\b(?:is|was|['’]s|been|are|were|still|now|out|him|her|them|brother|son|dad|father|husband|partner|mother)"
            r" ((?:on|out on) (?:remand|bail|tag|licence|probation|the run)|in custody|inside for [a-z ]{3,30}?"
            r"|doing time)(?=[.,;:!?)]| (?:and|for|at|in|since|until|but|again|from)\b|$)",
            0,
        ),
        (
            r"\b(?:found|discovered) (?:him|her|them|the body|his body|her body|it) (?:hanging|in the (?:garage"
            r"|loft|woods|canal|river|bath|barn|shed|car)|on the (?:stairs|beach|line|landing|tracks)"
            r"|at the (?:foot|bottom) of)\b[^.,;!?\n]{0,30}",
            0,
        ),
    )
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Phrases that tell of such an event."""
    del knowledge
    if is_judgment(document.text):  # whose every other sentence is of an arrest, a trial or a conviction
        return []
    text = document.text
    return [
        Finding(start, whole_word_end(text, end), Kind.EVENT_DRAMATIC, Risk.QUASI, 0.6, DETECTOR, "wording")
        for pattern in _EVENT
        for match in pattern.finditer(text)
        for start, end in (match.span(1 if pattern.groups else 0),)
        if document.zone_at(match.start()) in (Zone.PROSE, Zone.TITLE, Zone.PROMPT)
    ]
