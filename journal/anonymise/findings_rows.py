"""Rows of annotated entries through the scan, for measuring: a dict in, a dict out.

The rows are those of the evaluation's annotation scheme; author, register and spans may be missing or incomplete.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from journal.anonymise.changes import applied
from journal.anonymise.finding import Finding, Risk
from journal.anonymise.knowledge import Knowledge, WordLists
from journal.anonymise.name_model import GetNameModel
from journal.anonymise.scan import scan
from journal.anonymise.stand_ins import Choose
from journal.model import AuthorProfile, Change, KnownName, NameKind, Part, Reason

#: Kinds of entry as the annotation names them -> ours.
ENTRY_KINDS: Mapping[str, str] = {"supervision": "supervisee", "burnout": "wellbeing", "ethics": "dilemma"}

_NAME_SPACE = uuid.UUID("6f1f3a52-8f0c-5f0e-9d61-0d1c7b4a2c11")
_ORGANISATION_ROLES = frozenset({"employer", "organisation", "service", "school", "trust", "charity", "team"})
_PLACE_ROLES = frozenset({"place", "town", "village", "ward", "building", "city"})


def findings_row(
    row: Mapping[str, Any], lists: WordLists, choose: Choose, name_model: GetNameModel | None = None
) -> dict[str, Any]:
    """Scans one row and accepts every proposal; what is only asked about (``Finding.asked``) stays as it is.

    Returns ``id``, ``spans`` (start, end, kind as an annotation label, risk, proposal; only what changes) and ``text``.
    """
    text = str(row.get("text") or "")
    knowledge = Knowledge(names=names_of(row), author=author_of(row), lists=lists, name_model=name_model)
    found = scan(text, ((Part.BODY, 0, len(text)),), knowledge, choose)
    changing = [
        finding
        for finding in found.findings
        if finding.risk is not Risk.KEEP and not finding.asked and finding.proposal != text[finding.start : finding.end]
    ]
    changes = [Change(f.start, f.end, f.proposal, Reason.ACCEPTED, f.kind.value) for f in changing]
    spans = []
    for finding in changing:
        start, end, words = _changed(finding, text[finding.start : finding.end])
        spans.append(
            {
                "start": finding.start + start,
                "end": finding.start + end,
                "kind": finding.kind.label,
                "risk": finding.risk.value,
                "proposal": words,
            }
        )
    return {"id": row.get("id"), "spans": spans, "text": applied(text, changes)}


def _changed(finding: Finding, surface: str) -> tuple[int, int, str]:
    """What of a stretch really changes, as offsets in it, and to what: of what is only left out, its neighbour is not.

    "van (AB12 CDE)" becomes "van" by what follows the first word, which the finding holds so as not to be empty.
    """
    start, end, proposal = 0, len(surface), finding.proposal
    if not proposal or finding.kind.label not in ("CONTACT", "IDENTIFIER"):
        return start, end, proposal
    if surface.startswith(proposal):
        start = len(proposal)
    elif surface.endswith(proposal):
        end -= len(proposal)
    else:
        return 0, end, proposal
    return start, end, ""


def entry_kind(name: str) -> str:
    """Our kind of entry for a row's."""
    return ENTRY_KINDS.get(name, name)


def names_of(row: Mapping[str, Any]) -> tuple[KnownName, ...]:
    """The register that a row brings, with ids made of the place in it."""
    names = []
    for number, known in enumerate(row.get("register") or ()):
        name = str(known.get("name") or "")
        if name:
            role = str(known.get("role") or "")
            kind = NameKind.PERSON
            if role.lower() in _ORGANISATION_ROLES:
                kind = NameKind.ORGANISATION
            elif role.lower() in _PLACE_ROLES:
                kind = NameKind.PLACE
            # The id is made of the place in the row, so that a fixed seed gives the same choices each time.
            names.append(
                KnownName(
                    uuid.uuid5(_NAME_SPACE, str(number)),
                    name,
                    tuple(str(alias) for alias in known.get("aliases") or ()),
                    role,
                    str(known.get("code") or ""),
                    kind,
                )
            )
    return tuple(names)


def author_of(row: Mapping[str, Any]) -> AuthorProfile:
    """The writer's profile that a row brings."""
    author = row.get("author") or {}
    return AuthorProfile(
        name=str(author.get("name") or ""),
        aliases=tuple(str(alias) for alias in author.get("aliases") or ()),
        employer=str(author.get("employer") or ""),
        job_title=str(author.get("job_title") or ""),
        places=tuple(str(place) for place in author.get("places") or ()),
    )
