"""The product never claims that a text is anonymous or safe: it says what was reviewed and what was not."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.unit.test_house import ROOT, strings, where

#: "Anonymise" the verb names what a person does; the finished state is what nobody can promise. The legal names are
#: claims of compliance that product.md section 5 forbids.
CLAIM = re.compile(
    r"\b(?:fully |truly |completely )?(?:de-?identified|anonym(?:ous(?:ly)?|i[sz]ed|ity))\b"
    r"|\bsafe to (?:publish|post|share|send)\b"
    r"|\b(?:can(?:not|'t|’t)|nobody can|no one can) (?:be )?(?:identif|recogni[sz])\w*"
    r"|\bguarantee[sd]?\b"
    r"|\b(?:GDPR|HIPAA|DSPT|ISO ?27001)[- ](?:compliant|ready|proof|certified)\b",
    re.IGNORECASE,
)
#: A goal ("so that nobody can be identified") is no claim either.
DENIAL = re.compile(
    r"\b(?:not|never|no|nor|neither|cannot|nothing|nobody|without|refuses?|instead of|rather than|so that)\b"
    r"|n['’]t\b|\?",
    re.IGNORECASE,
)
#: Names of other things.
NAMES = re.compile(r"\b(?:Alcoholics|Narcotics) Anonymous\b")


def claims(text: str) -> list[str]:
    """Sentences that claim what nobody can promise. A "cannot" within the claim itself excuses nothing."""
    found = []
    for sentence in re.split(r"(?<=[.!?])\s+|\n\s*\n|\n(?=[#|*-])", NAMES.sub("", text)):
        for claim in CLAIM.finditer(sentence):
            rest = sentence[: claim.start()] + sentence[claim.end() :]
            if not DENIAL.search(rest):
                found.append(" ".join(sentence.split()))
    return found


def strings_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_in(inner)


def shown_words() -> Iterator[tuple[Path, str]]:
    """What people read: strings of the window and the commands, data with sentences, the guide and the README."""
    for path in [*(ROOT / "ui").rglob("*.py"), *(ROOT / "journal" / "commands").rglob("*.py")]:
        yield path, "\n\n".join(strings(path.read_text(encoding="utf-8")))
    for path in (ROOT / "resources").rglob("*.toml"):
        yield path, "\n\n".join(strings_in(tomllib.loads(path.read_text(encoding="utf-8"))))
    for path in [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]:
        yield path, path.read_text(encoding="utf-8")


SHOWN = sorted(shown_words())


@pytest.mark.parametrize(("path", "text"), SHOWN, ids=[where(path) for path, _ in SHOWN])
def test_no_claim_is_made_that_nobody_could_keep(path: Path, text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Your post is now anonymous.", 1),
        ("The draft has been anonymised.", 1),
        ("It is safe to publish.", 1),
        ("Your clients cannot be identified.", 1),
        ("A GDPR-compliant journal.", 1),
        ("Reviewed for identifying detail. Whether it is safe to publish, this program cannot say.", 0),
        ("This is not anonymised.", 0),
        ("Encryption is not anonymity.", 0),
        ("Would it be safe to publish?", 0),
        ("We met at Alcoholics Anonymous.", 0),
        ("Anonymise this draft.", 0),
        ("Write so that nobody can be identified.", 0),
    ],
)
def test_the_scan_for_claims_finds_what_is_planted(text: str, count: int) -> None:
    assert len(claims(text)) == count


def test_the_scan_reads_strings_and_not_docstrings() -> None:
    planted = '"""Anonymous."""\nlabel.setText(self.tr("Your text is anonymous."))'
    assert claims("\n".join(strings(planted))) == ["Your text is anonymous."]
