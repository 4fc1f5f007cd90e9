"""What a detector saw: the values that scan, review and risk share.

Kinds and their default treatments follow the tables A1 to A3 and (b) of the specification of identifiers; each kind
also has the coarse label under which findings are compared with annotated entries (``docs/anonymiser.md``).
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.anonymise.knowledge import Knowledge
    from journal.anonymise.segments import Document


class Risk(enum.Enum):
    """How a detail points to somebody; the risks of ``docs/anonymiser.md``."""

    DIRECT = "direct"  # names one person on its own
    QUASI = "quasi"  # narrows, in company with others
    AUTHOR = "author"  # points to the writer
    KEEP = "keep"  # a published source: stays as it is


class Kind(enum.Enum):
    """What kind of detail a finding is; the value is the id that is stored and shown to other parts."""

    NAME_PERSON = "name.person"
    NAME_PET_CHILD = "name.pet_child"
    ID_NHS = "id.nhs"
    ID_NINO = "id.nino"
    ID_RECORD = "id.record"
    ID_REGISTRATION = "id.registration"
    ID_GP_CODE = "id.gp_code"
    ID_OFFICIAL = "id.official"
    ID_FINANCIAL = "id.financial"
    CONTACT_EMAIL = "contact.email"
    CONTACT_PHONE = "contact.phone"
    CONTACT_ADDRESS = "contact.address"
    CONTACT_POSTCODE = "contact.postcode"
    NET_URL = "net.url"
    NET_SHARED = "net.shared"  # a page that a reader is pointed to
    NET_HANDLE = "net.handle"
    NET_DEVICE = "net.device"
    VEHICLE = "vehicle"
    DATE_EXACT = "date.exact"
    DATE_RELATIVE = "date.relative"
    DATE_YEAR = "date.year"
    DATE_VAGUE = "date.vague"  # "last Thursday": says little to a stranger
    PLACE_GEO = "place.geo"
    PLACE_SERVICE = "place.service"
    ORG_EMPLOYER = "org.employer"
    AGE = "age"
    DURATION = "duration"
    OCCUPATION = "occupation"
    FAMILY = "family"
    ETHNICITY = "ethnicity"
    NATIONALITY = "nationality"
    RELIGION = "religion"
    LANGUAGE = "language"
    DISABILITY_BODY = "disability_body"
    DX_RARE = "dx.rare"
    EVENT_DRAMATIC = "event.dramatic"
    UNIQUENESS = "uniqueness"
    SMALLNUM = "smallnum"
    MONEY = "money"
    ROLE_SMALL = "role.small"
    QUOTE_CLIENT = "quote.client"
    QUOTE_COLLEAGUE = "quote.colleague"
    AUTHOR_NAME = "author.name"
    AUTHOR_EMPLOYER = "author.employer"
    AUTHOR_JOB = "author.job"
    AUTHOR_YEARS = "author.years"
    AUTHOR_TEAM = "author.team"
    AUTHOR_PLACE = "author.place"
    AUTHOR_HISTORY = "author.history"
    AUTHOR_BODY = "author.body"
    AUTHOR_SERIES = "author.series"
    AUTHOR_LINK = "author.link"
    AUTHOR_HELPER = "author.named_helper"
    AUTHOR_WORD = "author.word"  # a word the writer asked to have hidden
    SOURCE = "source"

    @property
    def label(self) -> str:
        """The coarse label of annotated entries, such as ``PERSON``."""
        return _LABELS[self]

    @property
    def asked(self) -> bool:
        """Whether a person is asked and nothing is done by default: taking all proposals leaves it open."""
        return self in _ASKED

    @property
    def treatment(self) -> str:
        """The default treatment, an id of ``treatments.toml``."""
        return _TREATMENTS[self]


# "By default only Bury, 2015, the years in post and the job change; the rest is asked about, and stays if the writer
# says so" (specification of identifiers, "Cases the export should pass").
_ASKED = frozenset(
    {
        Kind.ROLE_SMALL,
        Kind.QUOTE_COLLEAGUE,
        Kind.DATE_VAGUE,
        Kind.DURATION,
        Kind.MONEY,
        Kind.SMALLNUM,
        Kind.NET_SHARED,
        Kind.AUTHOR_TEAM,
        Kind.AUTHOR_HISTORY,
        Kind.AUTHOR_BODY,
        Kind.AUTHOR_SERIES,
        Kind.AUTHOR_LINK,
    }
)

_LABEL_KINDS: dict[str, tuple[Kind, ...]] = {
    "PERSON": (Kind.NAME_PERSON, Kind.NAME_PET_CHILD, Kind.AUTHOR_NAME, Kind.AUTHOR_HELPER),
    "PLACE": (Kind.PLACE_GEO, Kind.AUTHOR_PLACE),
    "ADDRESS": (Kind.CONTACT_ADDRESS, Kind.CONTACT_POSTCODE),
    "ORGANISATION": (Kind.PLACE_SERVICE, Kind.ORG_EMPLOYER, Kind.AUTHOR_EMPLOYER),
    "DATE": (
        Kind.DATE_EXACT,
        Kind.DATE_RELATIVE,
        Kind.DATE_YEAR,
        Kind.DATE_VAGUE,
        Kind.DURATION,
        Kind.AUTHOR_YEARS,
        Kind.AUTHOR_SERIES,
    ),
    "AGE": (Kind.AGE,),
    "CONTACT": (
        Kind.CONTACT_EMAIL,
        Kind.CONTACT_PHONE,
        Kind.NET_URL,
        Kind.NET_SHARED,
        Kind.NET_HANDLE,
        Kind.NET_DEVICE,
        Kind.AUTHOR_LINK,
    ),
    "IDENTIFIER": (
        Kind.ID_NHS,
        Kind.ID_NINO,
        Kind.ID_RECORD,
        Kind.ID_REGISTRATION,
        Kind.ID_GP_CODE,
        Kind.ID_OFFICIAL,
        Kind.ID_FINANCIAL,
        Kind.VEHICLE,
    ),
    "OCCUPATION": (Kind.OCCUPATION, Kind.AUTHOR_JOB, Kind.ROLE_SMALL),
    "HERITAGE": (Kind.ETHNICITY, Kind.NATIONALITY, Kind.RELIGION, Kind.LANGUAGE),
    "FAMILY": (Kind.FAMILY, Kind.AUTHOR_BODY),
    "HEALTH": (Kind.DX_RARE, Kind.DISABILITY_BODY),
    "EVENT": (Kind.EVENT_DRAMATIC,),
    "UNIQUE": (Kind.UNIQUENESS, Kind.SMALLNUM, Kind.MONEY, Kind.AUTHOR_TEAM, Kind.AUTHOR_HISTORY, Kind.AUTHOR_WORD),
    "QUOTE": (Kind.QUOTE_CLIENT, Kind.QUOTE_COLLEAGUE),
    "SOURCE": (Kind.SOURCE,),
}
_LABELS: dict[Kind, str] = {kind: label for label, kinds in _LABEL_KINDS.items() for kind in kinds}

# Table (b) of the specification of identifiers, "Default treatment by kind".
_TREATMENTS: dict[Kind, str] = dict.fromkeys(Kind, "drop") | {
    Kind.NAME_PERSON: "role",
    Kind.NAME_PET_CHILD: "role",
    Kind.PLACE_GEO: "broaden",
    Kind.PLACE_SERVICE: "broaden",
    Kind.ORG_EMPLOYER: "broaden",
    Kind.AGE: "band",
    Kind.DURATION: "band",
    Kind.SMALLNUM: "band",
    Kind.MONEY: "band",
    Kind.DATE_VAGUE: "band",
    Kind.DX_RARE: "broaden",
    Kind.UNIQUENESS: "process",
    Kind.QUOTE_CLIENT: "paraphrase",
    Kind.QUOTE_COLLEAGUE: "broaden",
    Kind.ROLE_SMALL: "broaden",
    Kind.AUTHOR_EMPLOYER: "broaden",
    Kind.AUTHOR_PLACE: "broaden",
    Kind.AUTHOR_JOB: "broaden",
    Kind.AUTHOR_YEARS: "band",
    Kind.AUTHOR_TEAM: "broaden",
    Kind.AUTHOR_BODY: "broaden",
    Kind.SOURCE: "keep",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch ``[start, end)`` of the text, in code points, that a detector takes for a detail of some kind.

    ``score`` is how sure, 0 to 1. ``detector`` and ``reason`` are codes. ``entity`` ties the mentions of one person,
    place or thing together; detectors may leave it empty, ``people`` fills it in. ``proposal`` is what would stand
    there instead; empty while scanning and for what is kept.
    """

    start: int
    end: int
    kind: Kind
    risk: Risk
    score: float
    detector: str
    reason: str = ""
    entity: str = field(default="", repr=False)
    treatment: str = ""
    proposal: str = field(default="", repr=False)
    #: a rule of phrases saw it, and the trained model takes it for nothing (``detectors/doubt.py``)
    doubtful: bool = False

    @property
    def asked(self) -> bool:
        """Whether a person is asked and nothing is done by default, for its kind or because it is doubtful."""
        return self.doubtful or self.kind.asked


#: Who looks. Returns findings in any order; they may overlap, ``scan`` decides between them.
Detector = Callable[["Document", "Knowledge"], list[Finding]]
