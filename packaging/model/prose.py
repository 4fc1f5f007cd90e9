"""Makes labelled therapist prose from the sentences in ``prose/`` and the word lists that ship with the program.

Every document has a cast of its own (a client, relatives, colleagues, a town or two) who come again under short names,
surnames, initials and slips of the pen. Names are drawn from the shipped lists of many origins, some are made up from
syllables so that the model cannot learn the lists by heart, and some are everyday words. ``documents(n, seed)`` gives
the same documents for the same seed. Nothing is copied from an evaluation entry.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from journal.resources import read_text

#: What the model learns; this prose is labelled with all but ``UNLABELLED``, so that all else in it is known to be none.
LABELS = ("PER", "LOC", "ORG", "DAT", "AGE", "OCC", "HER", "FAM", "HEA", "EVE", "COD", "QTY", "SRC", "UNI", "QUO")
#: Not labelled in this prose: what singles somebody out, and a client's own words.
UNLABELLED = ("UNI", "QUO")


def _lines(name: str) -> list[str]:
    return [row for row in read_text(f"anonymise/{name}").splitlines() if row and not row.startswith("#")]


def _title(words: str) -> str:
    return re.sub(r"(^|[\s-])([^\W\d_])", lambda m: m.group(1) + m.group(2).upper(), words)


class Lists:
    """The shipped lists, once."""

    def __init__(self) -> None:
        rows = [row.split("\t") for row in _lines("given_names.tsv")]
        self.given = [row[0] for row in rows if float(row[2]) > 0.3]
        self.more_given = _lines("more_given_names.txt")
        self.surnames = _lines("surnames.txt")
        self.more_surnames = _lines("more_surnames.txt")
        self.nicknames = {a: b.split() for a, b in (row.split("\t") for row in _lines("nicknames.tsv"))}
        self.name_words = _lines("name_words.txt")
        towns = [row.split("\t") for row in _lines("places.tsv")]
        self.towns = [row[0] for row in towns]
        self.town_weights = [max(int(row[3]), 300) ** 0.4 for row in towns]
        areas = [row.split("\t") for row in _lines("areas.tsv")]
        self.areas = {kind: [a[0] for a in areas if a[1] == kind] for kind in {a[1] for a in areas}}
        self.world = [row.split("\t")[0] for row in _lines("world_places.tsv")]
        self.occupations = _lines("occupations.txt")
        self.nationalities = _lines("nationalities.txt")
        self.ethnicities = _lines("ethnicities.txt")
        self.religions = _lines("religions.txt")
        self.languages = _lines("languages.txt")
        self.rare_health = _lines("rare_health.txt")
        self.festivals = _lines("festivals.txt")
        self.source_surnames = _lines("source_surnames.txt")
        self.source_names = _lines("source_names.txt")
        self.famous = _lines("famous_sources.txt")
        self.keep = _lines("keep_terms.txt")
        self.works = [row.split("\t")[0] for row in _lines("works.tsv")]


def _listed(text: str) -> list[str]:
    return text.split("|")


_ONSETS = _listed("b|br|ch|d|dh|f|g|gw|h|j|k|kh|kr|l|ll|m|mb|n|nd|ng|ny|o|p|q|r|s|sh|sl|st|t|th|tr|ts|v|w|x|y|z|zh")
_VOWELS = _listed("a|aa|ae|ai|au|e|ea|ei|i|ia|ie|o|oa|oi|ou|u|ua|y|ü|é|ó|ā")
_CODAS = _listed("|||n|r|l|s|sh|th|m|k|ng|d|v|nn|ck|wyn|ski|ova|oğlu")
_COUNTRIES = _listed(
    "Poland|Nigeria|Jamaica|Pakistan|India|Bangladesh|Syria|Iran|Iraq|Afghanistan|Somalia|"
    "Eritrea|Ethiopia|Ghana|Kenya|Uganda|Zimbabwe|Romania|Bulgaria|Lithuania|Latvia|Hungary|"
    "Ukraine|Russia|Turkey|Greece|Cyprus|Malta|Italy|Spain|Portugal|Brazil|Colombia|Chile|"
    "Peru|Argentina|Mexico|Canada|Australia|Ireland|Wales|Scotland|Germany|France|Belgium|"
    "Norway|Sweden|Finland|Iceland|China|Japan|Korea|Vietnam|Thailand|Malaysia|Singapore|"
    "Philippines|Nepal|Albania|Kosovo|Bosnia|Serbia|Croatia|Morocco|Algeria|Tunisia|Egypt|"
    "Sudan|Lebanon|Jordan|Israel|Palestine|Yemen|Trinidad|Barbados|Grenada|Guyana|Mauritius|"
    "Fiji|Congo|Rwanda|Burundi|Angola|Mozambique|Zambia|Malawi|Gambia"
)
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_KIN = (
    (
        "mother father mum dad sister brother wife husband partner son daughter nan gran stepfather stepmother aunt uncle "
        "cousin niece nephew boyfriend girlfriend ex twin grandmother grandfather stepson best\u00a0friend"
    )
    .replace("\u00a0", "-")
    .split()
)
_SHOPS = _listed("Tesco|Aldi|Lidl|Asda|Boots|Greggs|Wilko|Morrisons|Primark|the|Co-op|Waitrose|B&M|Argos|Halfords")
_FIRSTS = _listed(
    "Harbour|Willow|Beacon|Riverside|Larkfield|Hillview|Oakwood|Ashgrove|Moorland|Northgate|"
    "Kingsway|Brookside|Meadow|Castle|Priory|Holly|Cedar|Lantern|Bridge|Anchor|Rowan|Hawthorn|"
    "Seagull|Foxglove|Millstone|Lime|Tree|Orchard|Sunrise|Compass|Ferndale|Stonebridge|"
    "Summerhill|Fairview|Whitegates|Copperfield|Bluebell|Ladywell|Thornbury"
)
_SERVICES = _listed(
    "Counselling|Talking Therapies|Wellbeing Service|Psychology|Hospice|Mind|Women's Aid|"
    "Bereavement Service|Clinic|Medical Centre|Surgery|Hospital|Foundation Trust|Community Trust|"
    "Housing Association|Children's Centre|Refuge|Family Centre|Therapy Centre|Health Centre|"
    "Recovery Hub|Advice Centre|Law Centre|Day Centre|Care Home|Trust|Partnership|Collective|"
    "College|University|Foods|Logistics|Motors|& Sons|Building Society|Council|Prison"
)
_SCHOOLS = [
    "Primary",
    "Academy",
    "High School",
    "Comprehensive",
    "Grammar",
    "C of E Primary",
    "Sixth Form College",
    "School",
    "Infants",
]
_SAINTS = _listed("Anne|Mary|Luke|Peter|Jude|Oswald|Bede|Hilda|Thomas|Columba|Aidan|Cuthbert|Margaret|George|Winifred")
_TEAMS = [
    "Crisis Team",
    "Recovery Team",
    "Early Intervention Team",
    "Perinatal Team",
    "Older Adults Team",
    "Liaison Team",
    "Home Treatment Team",
    "Eating Disorders Service",
    "CMHT",
    "CAMHS",
    "Single Point of Access",
    "Memory Clinic",
]
_CLUBS = [
    "Town",
    "United",
    "Rovers",
    "Athletic",
    "City",
    "Wanderers",
    "RFC",
    "Harriers",
    "Cricket Club",
    "Boxing Club",
    "Rugby Club",
    "AFC",
]
_STREETS = _listed("Road|Street|Lane|Avenue|Close|Terrace|Crescent|Drive|Grove|Hill|Gardens|Row|Mews|Way")
_VENUES = _listed(
    "Community Centre|Library|Methodist Hall|Village Hall|Arts Centre|Leisure Centre|"
    "Working Men's Club|Town Hall|Arms|Inn|Café|Mill|House|Lodge|Barn|Chapel|Youth Club|"
    "Business Park"
)
_FAMILIES = _listed(
    "youngest of {n}|eldest of {n}|the middle one of {n}|a twin|an only child|adopted|"
    "a foster child|one of triplets|raised by {pos} grandmother|brought up by two aunts|"
    "a single mother of {n}|widowed with {n} under ten|a father of {n}|the seventh son|a surrogate|"
    "adopted from {country}|the youngest of {n} sisters|a kinship carer|orphaned at {small}|a great-"
    "grandmother|a mother of twins|estranged from all {n} children|fostered from birth|"
    "left at a hospital as a baby|donor-conceived|brought up in care|twice widowed|"
    "the only boy among {n} girls"
)
_FAMILY_THINGS = ["a set of twins", "triplets", "a foster baby", "a half-brother nobody named", "{n} foster children"]
_INJURIES = _listed(
    "a broken pelvis|an amputated hand|the loss of an eye|burns to half the body|a glass eye|"
    "one kidney|a colostomy|a titanium jaw|a bullet still in the hip|a tracheostomy|"
    "three fingers missing|locked-in syndrome|a transplanted heart|a severed tendon|a crushed foot|"
    "a shunt|a hole in the heart|a birthmark over half the face"
)
_EVENTS = _listed(
    "the {town} {disaster}|the {disaster} at {orgword}|the {disaster} in {town}|"
    "the {town} {disaster} of {year}|the {year} {disaster}|the {orgword} {disaster}|"
    "the {court} at {town}|the {town} {court}|the {orgword} {court}|the night the {thing} went up|"
    "the {disaster} on the {road}|the {weekday} of the {disaster}|a {disaster} at {orgword}|"
    "the {disaster}|the great {disaster}"
)
_DISASTERS = _listed(
    "fire|flood|train crash|coach crash|explosion|stabbing|shooting|pile-up|landslip|"
    "ferry accident|siege|bombing|gas blast|crane collapse|helicopter crash|tower fire|outbreak|"
    "riot|drowning|pit disaster|minibus crash|lorry crash"
)
_COURTS = [
    "murder trial",
    "inquiry",
    "inquest",
    "tribunal",
    "scandal",
    "strike",
    "abuse case",
    "arson case",
    "hostage case",
    "fraud trial",
]
_THINGS = ["chip shop", "mill", "warehouse", "tower block", "ferry terminal", "tyre yard", "school", "pier", "chapel"]
_UNIQUE = [
    "the only woman on the site",
    "the first in the family to",
    "one of two in the county",
    "the only Black partner",
    "the only man in the class",
    "the youngest ever to",
    "the last one still living",
    "the only survivor",
]
_LANDMARKS = _listed(
    "Pendle Hill|the Malverns|the Cobb|Arthur's Seat|the Ridgeway|Kinder Scout|Chesil Beach|"
    "the Wrekin|Cheddar Gorge|the Humber Bridge|Box Hill|Ilkley Moor|the Mumbles|Roseberry Topping|"
    "the Clyde|the Tees|the Severn|Lough Neagh|the Mersey|Loch Leven|Snowdon|Epping Forest|"
    "Blackpool Tower|the Avon"
)
_FIGURES = _listed(
    "Boris Johnson|Donald Trump|the Queen|Prince Harry|Marcus Rashford|Oprah|David Bowie|"
    "Princess Diana|Greta Thunberg|Elon Musk|Adele|Stephen Fry|Michael Sheen|Barack Obama|"
    "Taylor Swift|Nelson Mandela|Mother Teresa|Jesus|Beyoncé"
)
_MODELS = _listed(
    "CBT|EMDR|ACT|DBT|CAT|IPT|TA|IFS|EFT|psychodynamic work|person-centred therapy|Gestalt|"
    "behavioural activation|mindfulness|motivational interviewing|solution-focused work|"
    "schema therapy|CFT|MBCT|DIT|Open Dialogue|Focusing|the stepped care model|IAPT|Human Givens|"
    "NLP|existential therapy|transactional analysis|art therapy"
)
_MEASURES = _listed(
    "PHQ-9|GAD-7|CORE-10|CORE-OM|WSAS|PCL-5|IES-R|AUDIT|SDQ|RCADS|WEMWBS|HADS|BDI|EPDS|MoCA|PSWQ|ORS|SRS|YP-CORE|Y-BOCS"
)
_MEDICINES = _listed(
    "sertraline|citalopram|mirtazapine|fluoxetine|venlafaxine|quetiapine|olanzapine|lithium|"
    "diazepam|zopiclone|propranolol|lamotrigine|methadone|pregabalin|aripiprazole|Sertraline|"
    "Prozac|amitriptyline|risperidone|clozapine"
)
_LAWS = _listed(
    "Mental Health Act|Mental Capacity Act|Care Act 2014|Children Act 1989|Equality Act 2010|"
    "Data Protection Act|GDPR|Human Rights Act|Section 136|Section 117|Working Together|Care Act|"
    "Gillick"
)
_BODIES = _listed(
    "BACP|UKCP|HCPC|NMC|GMC|BABCP|NICE|CQC|ICO|BPS|NCPS|COSCA|"
    "the Royal College of Psychiatrists|Social Work England|NHS England|Ofsted|"
    "the Charity Commission|ACAS|Mind|the Samaritans"
)
_YEAR_GROUPS = ["Year 7", "Year 9", "Year 10", "Year 11", "Year 13", "Year Six", "sixth form", "Reception", "Y8", "S3"]
_WEATHER = ["great frost", "dry summer", "snow", "long winter", "heat"]
_PRONOUNS = (("she", "her", "her"), ("he", "him", "his"), ("they", "them", "their"))


@dataclass
class Cast:
    """Who and where a document is about."""

    chance: random.Random
    lists: Lists
    filled: dict[str, tuple[str, str]] = field(default_factory=dict)

    # -- names

    def given(self) -> str:
        """A given name of any origin, rarely one made up, rarely an everyday word."""
        roll = self.chance.random()
        if roll < 0.34:
            return _title(self.chance.choice(self.lists.given))
        if roll < 0.70:
            return _title(self.chance.choice(self.lists.more_given))
        if roll < 0.80:
            name = self.chance.choice(self.lists.given)
            return _title(self.chance.choice(self.lists.nicknames.get(name, [name])))
        if roll < 0.90:
            return self.made_up()
        return _title(self.chance.choice(self.lists.name_words))

    def made_up(self) -> str:
        """A name that no list has."""
        count = self.chance.choice((1, 2, 2, 2, 3))
        pick = self.chance.choice
        return ("".join(pick(_ONSETS) + pick(_VOWELS) for _ in range(count)) + pick(_CODAS)).capitalize()

    def surname(self) -> str:
        """A surname, sometimes of two parts or with a particle."""
        roll = self.chance.random()
        base = self.lists.surnames if roll < 0.5 else self.lists.more_surnames
        name = self.made_up() if roll > 0.92 else _title(self.chance.choice(base))
        if self.chance.random() < 0.06:
            name += "-" + _title(self.chance.choice(self.lists.surnames))
        if self.chance.random() < 0.05:
            name = (
                self.chance.choice(("O'", "Mc", "Mac", "de ", "van ", "al-", "Ó ", "ap ", "O’", "D'", "El-", "bin "))
                + name
            )
        return name

    def full(self) -> str:
        """A full name, sometimes with a title or a middle name."""
        first, last = self.given(), self.surname()
        roll = self.chance.random()
        if roll < 0.1:
            return f"{self.chance.choice(('Dr', 'Mrs', 'Mr', 'Ms', 'Prof', 'Miss', 'Dr.', 'Mx', 'Rev'))} {last}"
        if roll < 0.17:
            return f"{first[0]}. {last}"
        if roll < 0.22:
            return f"{first} {self.given()} {last}"
        if roll < 0.25:
            return f"Dr {first} {last}"
        return f"{first} {last}"

    def initials(self) -> str:
        """One or two letters, or initials with points."""
        letters = [self.chance.choice("ABCDEFGHJKLMNOPRSTVWYZ") for _ in range(2)]
        return self.chance.choice((letters[0], "".join(letters), f"{letters[0]}.{letters[1]}.", f"{letters[0]}."))

    # -- everything else

    def town(self) -> str:
        """A place of Britain or Ireland, larger ones more often; a district or city abroad at times."""
        roll = self.chance.random()
        if roll < 0.75:
            return self.chance.choices(self.lists.towns, self.lists.town_weights)[0]
        if roll < 0.9:
            return self.chance.choice(self.lists.areas.get("district", self.lists.towns)).removeprefix("the ")
        return self.chance.choice(self.lists.world)

    def org(self) -> str:
        """A service, charity, church, firm or university."""
        pick = self.chance.choice
        first = pick(_FIRSTS).replace("\u00a0", " ")
        roll = self.chance.random()
        if roll < 0.45:
            return f"{first} {pick(_SERVICES)}"
        if roll < 0.6:
            return f"{self.town()} {pick(_SERVICES)}"
        if roll < 0.68:
            return f"St {pick(_SAINTS)}'s" + pick(("", " Hospice", " Church", " Hospital", " Primary"))
        if roll < 0.74:
            return (
                f"{self.surname()} {pick(('& Co', 'Ltd', 'and Partners', 'Foods', 'Coaches', 'Engineering', 'Farm'))}"
            )
        if roll < 0.80:
            return f"the University of {self.town()}"
        if roll < 0.86:
            return pick(_SHOPS).replace("\u00a0", " ")
        if roll < 0.92:
            return f"{pick(('Kingdom Hall', 'Holy Trinity', 'Jamia Mosque', 'Guru Nanak Gurdwara', 'Bethel', 'Elim', 'Hope Church', 'Beth Shalom'))}"
        return f"The {first} {pick(('Project', 'Trust', 'Centre', 'Foundation', 'Practice', 'Room', 'Partnership'))}"

    def date(self) -> str:
        """A calendar date in one of many styles."""
        pick = self.chance.choice
        day, month, year = self.chance.randint(1, 28), pick(_MONTHS), self.chance.randint(1962, 2026)
        suffix = "th" if 4 <= day <= 20 or day >= 24 else {1: "st", 2: "nd", 3: "rd"}[day % 10]
        return pick(
            (
                f"{day} {month}", f"{day}{suffix} {month}", f"the {day}{suffix}", f"{month} {day}", f"{day}/{self.chance.randint(1, 12)}",
                f"{day} {month} {year}", f"{day:02}/{self.chance.randint(1, 12):02}/{year % 100:02}", f"{day} {month[:3]}",
                f"{pick(_WEEKDAYS)} {day} {month}", f"{pick(_WEEKDAYS)[:3]} {day} {month[:3]}", f"{day}.{self.chance.randint(1, 12)}.{year % 100:02}",
                f"{month} {year}", f"{pick(_WEEKDAYS)} the {day}{suffix}", f"{day}{suffix} of {month}", _title(pick(self.lists.festivals)),
            )
        )  # fmt: skip

    def age(self) -> str:
        """An age in figures, words, decades or school years."""
        years = self.chance.randint(3, 94)
        words = _UNITS[years - 1] if years < 10 else ""
        if years >= 20:
            tens, unit = divmod(years, 10)
            words = _TENS[tens - 2] + (f"-{_UNITS[unit - 1]}" if unit else "")
        decade = self.chance.choice(_TENS[:7]).replace("y", "ies")
        return self.chance.choice(
            (str(years), str(years), words or str(years), words or str(years), f"{years} years old", f"in {self.pos()} {decade}",
             f"{self.chance.choice(('mid', 'late', 'early'))}-{decade}", f"{years}yo", f"aged {years}")
        )  # fmt: skip

    def pos(self) -> str:
        """A possessive."""
        return self.chance.choice(("her", "his", "their"))

    def duration(self) -> str:
        """A length of time."""
        pick = self.chance.choice
        number = pick((*_NUMBERS, str(self.chance.randint(2, 30))))
        return pick((f"{number} years", f"{number} months", f"{number} weeks", "a year", "eighteen months", "a year and a half",
                     f"nearly {number} years"))  # fmt: skip

    def occupation(self) -> str:
        """A trade or job, sometimes with what narrows it."""
        job = self.chance.choice(self.lists.occupations)
        if self.chance.random() < 0.25:
            job = self.chance.choice(("retired ", "trainee ", "former ", "senior ", "newly qualified ", "part-time ", "freelance ",
                                      "agency ", "junior ", "ex-", "student ")) + job  # fmt: skip
        return job

    def heritage(self) -> str:
        """A nationality, ethnicity or religion."""
        pick = self.chance.choice
        listed = pick(
            (self.lists.nationalities, self.lists.nationalities, self.lists.ethnicities, self.lists.religions)
        )
        word = _title(pick(listed))
        if self.chance.random() < 0.2:
            word = f"{pick(('British', 'second-generation', 'white', 'Black', 'half', 'lapsed', 'Orthodox'))} {word}"
        return word

    def event(self) -> str:
        """Something that others could know of."""
        pick = self.chance.choice
        return pick(_EVENTS).format(
            town=self.town(), disaster=pick(_DISASTERS), court=pick(_COURTS), thing=pick(_THINGS), weekday=pick(_WEEKDAYS),
            orgword=self.org(), year=self.chance.randint(1966, 2025), road=pick(("A1", "M6", "M62", "bypass", "A470", "estate"))
        )  # fmt: skip

    def code(self) -> str:
        """A reference of a made-up shape."""
        digits = lambda n: "".join(self.chance.choice("0123456789") for _ in range(n))  # noqa: E731
        letters = "".join(self.chance.choice("ABCDEFGHKLMNPRSTW") for _ in range(2))
        return self.chance.choice(
            (f"{letters}/{digits(4)}/{digits(2)}", f"{letters}{digits(6)}", digits(6), f"999 {digits(3)} {digits(4)}",
             f"{letters}-{digits(5)}", f"{digits(2)}/{digits(5)}", f"QQ{digits(6)}C", f"{digits(4)}{letters}")
        )  # fmt: skip

    def source(self) -> str:
        """A theorist, as one speaks of one."""
        pick = self.chance.choice
        roll = self.chance.random()
        if roll < 0.5:
            return _title(pick(self.lists.famous))
        if roll < 0.75:
            return _title(pick(self.lists.source_surnames))
        return _title(pick(self.lists.source_names))

    def cited(self) -> str:
        """A citation of one work."""
        pick = self.chance.choice
        name, year = _title(pick(self.lists.source_surnames)), self.chance.randint(1905, 2024)
        second = _title(pick(self.lists.source_surnames))
        return pick((f"{name} ({year})", f"{name}, {year}", f"{name} & {second} ({year})", f"{name} and {second} ({year})",
                     f"{name} et al. ({year})", f"{name} ({year}, p. {self.chance.randint(2, 300)})"))  # fmt: skip

    def person(self, slot: str) -> str:
        """How somebody of the cast is named this time: most often as before."""
        base = self.name(slot, self.given)
        roll = self.chance.random()
        if roll < 0.04:
            return base.lower()
        if roll < 0.06:
            return base.upper()
        if roll < 0.09 and len(base) > 4:
            at = self.chance.randrange(1, len(base) - 1)
            return base[:at] + base[at + 1] + base[at] + base[at + 2 :]
        if roll < 0.13:
            return f"{base} {self.surname()[0]}" + self.chance.choice(("", "."))
        return base

    def name(self, slot: str, make: Callable[[], str]) -> str:
        """The value of a slot, made once a document."""
        if slot not in self.filled:
            self.filled[slot] = (make(), "")
        return self.filled[slot][0]


def _slots() -> dict[str, tuple[str, Callable[[Cast, str], str]]]:
    """What each slot of the sentences is: its label and who fills it."""

    def pick(items: list[str]) -> Callable[[Cast, str], str]:
        return lambda cast, slot: cast.chance.choice(items).replace("\u00a0", " ")

    slots: dict[str, tuple[str, Callable[[Cast, str], str]]] = {}
    for slot in ("c", "c2", "c3", "k", "k2", "k3", "col", "col2", "col3", "sup", "pet"):
        slots[slot] = ("PER", Cast.person)
    for slot in ("C", "C2", "Col", "Sup"):
        slots[slot] = ("PER", lambda cast, slot: cast.name(slot, cast.full))
    for slot in ("s", "s2"):
        slots[slot] = ("PER", lambda cast, slot: cast.name(slot, cast.surname))
    for slot in ("init", "init2"):
        slots[slot] = ("PER", lambda cast, slot: cast.name(slot, cast.initials))
    for slot in ("town", "town2"):
        slots[slot] = ("LOC", lambda cast, slot: cast.name(slot, cast.town))
    slots["county"] = ("LOC", lambda cast, slot: cast.chance.choice(cast.lists.areas["county"]))
    for slot in ("country", "country2"):
        slots[slot] = ("LOC", pick(_COUNTRIES))
    slots["street"] = (
        "LOC",
        lambda cast, slot: (
            f"{cast.surname() if cast.chance.random() < 0.5 else cast.chance.choice(_FIRSTS)} {cast.chance.choice(_STREETS)}"
        ),
    )
    slots["landmark"] = ("LOC", pick(_LANDMARKS))
    slots["place"] = (
        "ORG",
        lambda cast, slot: (
            f"the {cast.chance.choice(_FIRSTS)} {cast.chance.choice(_VENUES)}"
            if cast.chance.random() < 0.6
            else f"{cast.town()} {cast.chance.choice(_VENUES)}"
        ),
    )
    slots["ward"] = (
        "ORG",
        lambda cast, slot: (
            f"{cast.chance.choice(_FIRSTS) if cast.chance.random() < 0.6 else cast.surname()} {cast.chance.choice(('Ward', 'Ward', 'Unit', 'Lodge', 'House'))}"
        ),
    )
    for slot in ("org", "org2"):
        slots[slot] = ("ORG", lambda cast, slot: cast.org())
    slots["school"] = (
        "ORG",
        lambda cast, slot: (
            f"{cast.chance.choice(_FIRSTS) if cast.chance.random() < 0.5 else cast.town()} {cast.chance.choice(_SCHOOLS)}"
            if cast.chance.random() < 0.8
            else f"St {cast.chance.choice(_SAINTS)}'s"
        ),
    )
    for slot in ("team", "team2"):
        slots[slot] = ("ORG", lambda cast, slot: f"the {cast.town()} {cast.chance.choice(_TEAMS)}")
    slots["club"] = ("ORG", lambda cast, slot: f"{cast.town()} {cast.chance.choice(_CLUBS)}")
    slots["shop"] = ("", pick(_SHOPS))
    slots["date"] = ("DAT", lambda cast, slot: cast.date())
    slots["ord"] = ("DAT", lambda cast, slot: f"{cast.chance.randint(4, 20)}th")
    slots["year"] = ("DAT", lambda cast, slot: str(cast.chance.randint(1948, 2025)))
    slots["month"] = ("DAT|O", lambda cast, slot: cast.chance.choice(_MONTHS))
    slots["season"] = ("DAT|O", pick(["spring", "summer", "autumn", "winter"]))
    slots["festival"] = ("DAT", lambda cast, slot: _title(cast.chance.choice(cast.lists.festivals)))
    slots["dur"] = ("DAT|O", lambda cast, slot: cast.duration())
    slots["weekday"] = ("", pick(_WEEKDAYS))
    slots["time"] = (
        "",
        pick(["9am", "10:30", "2pm", "14.00", "half past four", "quarter to six", "3 o'clock", "11.15", "noon"]),
    )
    slots["n"] = ("", pick([*_NUMBERS, "3", "4", "6", "8", "12"]))
    slots["age"] = ("AGE", lambda cast, slot: cast.age())
    slots["year_group"] = ("AGE", pick(_YEAR_GROUPS))
    slots["occ"] = ("OCC", lambda cast, slot: cast.occupation())
    slots["occ_art"] = ("OCC", lambda cast, slot: cast.occupation())
    slots["her"] = ("HER", lambda cast, slot: cast.heritage())
    slots["lang"] = ("HER", lambda cast, slot: _title(cast.chance.choice(cast.lists.languages)))
    slots["fam"] = (
        "FAM",
        lambda cast, slot: cast.chance.choice(_FAMILIES).format(
            n=cast.chance.choice(_NUMBERS),
            pos=cast.pos(),
            country=cast.chance.choice(_COUNTRIES),
            small=cast.chance.choice(_UNITS),
        ),
    )
    slots["fam_thing"] = (
        "FAM",
        lambda cast, slot: cast.chance.choice(_FAMILY_THINGS).format(n=cast.chance.choice(_NUMBERS)),
    )
    slots["hea"] = (
        "HEA",
        lambda cast, slot: cast.chance.choice(cast.lists.rare_health if cast.chance.random() < 0.7 else _INJURIES),
    )
    slots["eve"] = ("EVE", lambda cast, slot: cast.event())
    slots["uniq"] = ("FAM|OCC|EVE|O", pick(_UNIQUE))
    slots["uniq_cap"] = ("FAM|OCC|EVE|O", lambda cast, slot: cast.chance.choice(_UNIQUE).capitalize())
    slots["code"] = ("COD", lambda cast, slot: cast.code())
    slots["phone"] = (
        "COD",
        lambda cast, slot: (
            cast.chance.choice(("07700 900", "01632 960", "020 7946 0", "0161 496 0"))
            + str(cast.chance.randint(100, 999))
        ),
    )
    slots["email"] = (
        "COD",
        lambda cast, slot: (
            f"{cast.given().lower()}.{cast.made_up().lower()}@example.{cast.chance.choice(('org', 'com', 'net'))}"
        ),
    )
    slots["money"] = ("QTY", lambda cast, slot: cast.chance.choice(("40", "200", "3,500", "12,000", "90,000", "600")))
    for slot in ("src", "src2"):
        slots[slot] = ("SRC", lambda cast, slot: cast.source())
    for slot in ("src_cite", "src_cite2"):
        slots[slot] = ("SRC", lambda cast, slot: cast.cited())
    for slot in ("model", "model2"):
        slots[slot] = ("SRC", pick(_MODELS))
    for slot in ("measure", "measure2"):
        slots[slot] = ("SRC", pick(_MEASURES))
    for slot in ("med", "med2"):
        slots[slot] = ("SRC", pick(_MEDICINES))
    slots["law"] = ("SRC", pick(_LAWS))
    slots["body"] = ("SRC", pick(_BODIES))
    slots["work"] = ("SRC", lambda cast, slot: cast.chance.choice(cast.lists.works))
    slots["figure"] = ("SRC", pick(_FIGURES))
    slots["kinrole"] = ("", pick(_KIN))
    slots["weather"] = ("", pick(_WEATHER))
    return slots


SLOTS = _slots()
_CHOICE = re.compile(r"<([^<>]*\|[^<>]*)>")
_FIELD = re.compile(r"\{(\w+)\}|\[([A-Z]{3}) ([^\]]+)\]")


def fill(template: str, cast: Cast) -> tuple[str, list[tuple[int, int, str]]]:
    """One sentence with its labelled places."""
    template = _CHOICE.sub(lambda m: cast.chance.choice(m.group(1).split("|")), template)
    text, spans, place = "", [], 0
    for found in _FIELD.finditer(template):
        text += template[place : found.start()]
        place = found.end()
        if found.group(1):
            label, make = SLOTS[found.group(1)]
            value = make(cast, found.group(1))
            before = text[-2:]
            if before.endswith("a ") and found.group(1) == "occ" and value[0].lower() in "aeiou":
                text = text[:-1] + "n "
            if found.group(1) == "occ_art":
                text += "an " if value[0].lower() in "aeiou" else "a "
        else:
            label, value = found.group(2), found.group(3)
        lead = 4 if value.startswith("the ") and label in ("ORG", "LOC", "SRC", "DAT") else 0
        if label == "PER":  # a title is no part of a name
            found_title = re.match(r"(?:(?:Dr|Mrs|Mr|Ms|Prof|Miss|Mx|Rev)\.? )+", value)
            lead = found_title.end() if found_title else 0
        elif lead and re.search(r"(?:the|a|an) $", text, re.IGNORECASE):
            value, lead = value[4:], 0  # "in the the Mill"
        if label:
            spans.append((len(text) + lead, len(text) + len(value), label))
        text += value
    text += template[place:]
    if text and text[0].islower() and spans and spans[0][0] <= 4 and cast.chance.random() < 0.9:
        text = text[0].upper() + text[1:]
    return text, spans


def sentences(name: str) -> list[str]:
    """The sentences of one file, comments left out ("# " headings in reflections stay: they are part of notes)."""
    rows = (HERE / "prose" / f"{name}.txt").read_text("utf-8").splitlines()
    return [row for row in rows[1:] if row.strip() and not row.startswith(("# {", "# Sentences"))]


#: How often a sentence of each file is drawn.
WEIGHTS = {
    "sessions": 32,
    "more_sessions": 28,
    "people": 16,
    "places": 13,
    "heritage_and_more": 10,
    "theory": 11,
    "reflection": 22,
    "more_words": 24,
    "numbers_and_things": 22,
    "answers": 4,
}


def documents(count: int, seed: int) -> Iterator[tuple[str, list[tuple[int, int, str]]]]:
    """``count`` documents of labelled prose."""
    chance = random.Random(seed)
    lists = Lists()
    files = {name: sentences(name) for name in WEIGHTS}
    for _ in range(count):
        cast = Cast(chance, lists)
        roll = chance.random()
        weights = {"answers": 6, "reflection": 2} if roll < 0.06 else WEIGHTS
        text, spans = "", []
        for _ in range(chance.randint(4, 14)):
            name = chance.choices(list(weights), list(weights.values()))[0]
            sentence, found = fill(chance.choice(files[name]), cast)
            if text:
                text += chance.choice((" ", " ", " ", " ", "\n", "\n\n"))
            spans += [(len(text) + start, len(text) + end, label) for start, end, label in found]
            text += sentence
        if chance.random() < 0.2:
            text = text.replace("'", "’")
        yield text, spans


if __name__ == "__main__":
    for text, found in documents(8, seed=1):
        body = text
        for start, end, label in reversed(found):
            body = body[:start] + f"[{label} {body[start:end]}]" + body[end:]
        print(body, "\n---")
