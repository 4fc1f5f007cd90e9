"""Looks for where people come from, what they believe and what they speak, told in phrases (A2, ethnicity and kin).

``lists`` knows the single words; here are "raised Jehovah's Witness", "came on a small boat", "speaks no English".
"""

from __future__ import annotations

import re

from journal.anonymise.finding import Finding, Kind, Risk
from journal.anonymise.knowledge import Knowledge
from journal.anonymise.segments import Document, Zone

DETECTOR = "belonging"

_HERITAGE = tuple(
    (re.compile(pattern, flags), kind)
    for pattern, kind, flags in (
        (r"\b(?:second|third|first|fourth)[- ]generation(?: [A-Z][a-z]+(?:[- ][A-Z][a-z]+)?)?", Kind.ETHNICITY, 0),
        (r"\b(?:half|part|quarter)[- ](?:[A-Z][a-z]+)\b", Kind.ETHNICITY, 0),
        (
            r"\b(?:an? |the )?(?:Ulster|Irish|Northern Irish|Scots|Welsh|Glasgow|Liverpool) (?:Protestant"
            r"|Catholic|Presbyterian|Traveller|Methodist|chapel)s?\b",
            Kind.RELIGION,
            0,
        ),
        (
            r"\b(?:[A-Z][a-z]+)-speaking\b|\b(?!(?:Perhaps|Maybe|Just|Try|Start|Keep|Now|Then|Strictly"
            r"|Generally|Public)\b)[A-Z][a-z]+ speaking\b|\b(?:speaks|spoke|speaking|has|with) (?:no|little|hardly any"
            r"|only a little|broken|very little) English\b|\b(?:uses|signs in|signs|signed in) BSL\b"
            r"|\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:first|second|third|home|mother) (?:language"
            r"|tongue) is [A-Z][a-z]+\b",
            Kind.LANGUAGE,
            0,
        ),
        (
            r"\b(?:refused|seeking|claiming|claimed|granted|applied for|waiting for|denied|failed) asylum\b"
            r"|\basylum[- ]seek(?:er|ing)s?\b|\b(?:indefinite|discretionary) leave to remain\b"
            r"|\bno recourse(?: to public funds)?\b|\bundocumented\b|\b(?:came|come|arrived|travelled"
            r"|crossed|fled|got here|smuggled) (?:over |across |here |out )?(?:on|in|from|by|as|through"
            r"|with) (?:the |an? )?(?:Kindertransport|Windrush|small boat|boat|lorry|back of a lorry"
            r"|dinghy|Homes for Ukraine scheme|resettlement scheme|(?:[A-Z]\w+ )*scheme|refugee camp|camp"
            r"|war|fighting|unaccompanied (?:child|minor))\b|\bunaccompanied (?:child|minor"
            r"|asylum seeker)\b|\bage[- ]assessed\b",
            Kind.NATIONALITY,
            0,
        ),
        (
            r"\b(?:[Rr]aised|brought up|born|grew up|became|converted to|turned|left|married into) (?:an? |the "
            r"|as an? |into the |into an? )?(?:strict |devout |ultra-)?(?:Jehovah['’]s Witness(?:es)?"
            r"|(?:Exclusive |Plymouth |Closed )?Brethren(?: family)?|Mormon|Quaker|Amish|Muslim|Catholic"
            r"|Jewish|Orthodox|Hasidic|Haredi|Sikh|Hindu|Buddhist|Methodist|Presbyterian|Pentecostal"
            r"|Evangelical|Salvation Army|Islam|Judaism|Buddhism|Catholicism|Opus Dei)\b",
            Kind.RELIGION,
            0,
        ),
        (
            r"(?<![\w'’-])(?:hijab|niqab|burqa|burka|turban|kippah|kippa|sheitel|tichel|salwar kameez"
            r"|shalwar kameez|dastaar|patka|dog collar|cassock)\b|\b(?:keeps?|kept|keeping) (?:kosher"
            r"|halal|Shabbat|the Sabbath|shabbos)\b|\b(?:Friday prayers|gurdwara|mosque|synagogue|shul"
            r"|mandir|Kingdom Hall|samaj|yeshiva|madrasa|madrassa|langar|cheder)\b",
            Kind.RELIGION,
            0,
        ),
        (
            r"\b(?:from|of|into|in) (?:an? |the )(?:[A-Z][a-z]+ |strict |big |old )?(?:Traveller|Roma|Romany"
            r"|Gypsy|Brethren|Hasidic|Haredi|Amish|Mormon|Quaker|Sikh|Hindu|Muslim|Jewish|Catholic"
            r"|Protestant|Chapel|showman['’]?s?|circus|fairground|military|army|forces|diplomatic|fishing"
            r"|mining|farming|crofting|bargee) (?:family|community|background|household|site|people"
            r"|stock)\b",
            Kind.ETHNICITY,
            0,
        ),
        (
            r"\b(?:[Hh]e|[Ss]he|[Tt]hey|who)(?:['’]s| is| was|['’]re| are)? (?:Deaf|deaf)(?:,? (?:uses|and uses"
            r"|signs) (?:BSL|sign(?: language)?))?(?=[.,;]| (?:and|with|from)\b)",
            Kind.DISABILITY_BODY,
            0,
        ),
        (
            r"\b(?:the |an? |his |her |their )?(?:Home Office|asylum|screening|substantive"
            r"|immigration) (?:interviews?|hearings?"
            r"|decision|appeal|refusal|papers|letters?|tribunal|solicitor|bail)\b",
            Kind.NATIONALITY,
            0,
        ),
        # a way that somebody came: "Asmara, then Sudan for two years, then the boat"
        (
            r"\b[A-Z][\w-]+, then [A-Z][\w-]+(?: for [\w ]{3,24})?(?:, then (?:[A-Z][\w-]+|the (?:sea|boat|camp|border"
            r"|desert|lorry|jungle))(?: for [\w ]{3,24})?)+",
            Kind.NATIONALITY,
            0,
        ),
        (
            r"\b[Bb]orn in an? (?:[a-z-]+ )?(?:displaced persons['’]?|refugee|transit|internment|resettlement"
            r"|detention|DP"
            r"|prisoner-of-war|labour) camp\b",
            Kind.NATIONALITY,
            0,
        ),
        (
            r"(?<![\w'’-])(?:kollel|yeshivish|frum|mikveh|mikvah|eruv|seder|bar mitzvah|bat mitzvah|shidduch"
            r"|sukkah|gorger|gorja"
            r"|gadje|gadjo|gavver|country people|umrah|hajj|iftar|hafiz|jummah|amrit|kirpan|puja|rakhi|mehndi)\b",
            Kind.RELIGION,
            0,
        ),
        (
            r"\b(?:arranged|forced) marriage\b|\bdowry\b|\bbiradari\b|\bFGM\b|\bcaste\b|\bcousin marriage\b",
            Kind.ETHNICITY,
            0,
        ),
    )
)


def find(document: Document, knowledge: Knowledge) -> list[Finding]:
    """Phrases of belonging, in prose, titles and prompts."""
    del knowledge
    return [
        # above a term that the phrase holds and a list keeps: "the Home Office interview"
        Finding(*match.span(), kind, Risk.QUASI, 0.95 if "Home Office" in match.group() else 0.74, DETECTOR, "wording")
        for pattern, kind in _HERITAGE
        for match in pattern.finditer(document.text)
        if document.zone_at(match.start()) in (Zone.PROSE, Zone.TITLE, Zone.PROMPT)
    ]
