"""Which country a place is in, and where: cities, regions, islands by the names that Indonesian newspapers write.

The table (`places.tsv.gz`) is made by `training.places.build`; see training/places/README.md. Its cities and their
coordinates are from GeoNames (https://www.geonames.org), licensed under CC BY 4.0, changed: selected, renamed, rounded.
A name that several countries share, and one of contested ground, is not in it: the answer is None.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ujar.ontology.officeholders import OntologyError, fold_name

__all__ = ["PlaceFact", "Places", "fold_place", "load_places", "read_places"]

TABLE = Path(__file__).with_name("places.tsv.gz")
CODE = re.compile(r"[A-Z]{3}")
# Arabic and Hebrew names have more signs than the apostrophe: "Sana‘a", "Ma‘arib".
APOSTROPHES = str.maketrans("‘ʼʾʿ′´", "''''''")


class PlaceFact(NamedTuple):
    """`country`: ISO 3166-1 alpha-3, or XKX. Degrees, north and east positive, to two places; None for a region."""

    country: str
    latitude: float | None
    longitude: float | None


class Places:
    """The facts by folded name."""

    def __init__(self, facts: dict[str, PlaceFact]) -> None:
        self._facts = facts

    def __len__(self) -> int:
        return len(self._facts)

    def names(self) -> Iterator[str]:
        """Every name, folded."""
        return iter(self._facts)

    def named(self, name: str) -> PlaceFact | None:
        """The fact of a name as written, without words that are no part of it: "Palu", "Kota Palu", not "di Palu".

        Case, marks, hyphens and apostrophes don't count: "Sana'a", "SANAA". None where the name is unknown or shared.
        """
        return self._facts.get(name.lower()) or self._facts.get(fold_place(name))


def fold_place(name: str) -> str:
    """A name as the table has it: "Sana‘a" -> "sanaa", "Tojo Una-Una" -> "tojo una una"."""
    return fold_name(name.translate(APOSTROPHES))


@cache
def load_places() -> Places:
    """The shipped table, read once.

    Raises:
        OntologyError: it is missing, or a line can't be.
    """
    return read_places(TABLE)


def read_places(path: Path) -> Places:
    """A table of places: lines of country, latitude, longitude and folded names joined by ";", gzipped.

    Raises:
        OntologyError: the file can't be read, or a line can't be; names file, line and reason.
    """
    try:
        lines = gzip.decompress(path.read_bytes()).decode().splitlines()
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise OntologyError(path, 0, f"can't be read: {error}") from None
    facts: dict[str, PlaceFact] = {}
    for number, line in enumerate(lines, start=1):
        try:
            fact, names = parse_line(line)
        except ValueError as error:
            raise OntologyError(path, number, str(error)) from None
        for name in names:
            if facts.setdefault(name, fact) is not fact:
                raise OntologyError(path, number, f"{name!r} stands in two lines")
    return Places(facts)


def parse_line(line: str) -> tuple[PlaceFact, list[str]]:
    """The fact of a line and its names.

    Raises:
        ValueError: a cell that can't be.
    """
    cells = line.split("\t")
    if len(cells) != 4:
        raise ValueError(f"has {len(cells)} cells, not 4")
    country, latitude, longitude, names = cells
    if not CODE.fullmatch(country):
        raise ValueError(f"{country!r} is no ISO 3166-1 alpha-3 code")
    if not latitude and not longitude:
        return PlaceFact(country, None, None), names.split(";")
    north, east = float(latitude), float(longitude)
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        raise ValueError(f"{latitude} {longitude} is no point of the globe")
    return PlaceFact(country, north, east), names.split(";")
