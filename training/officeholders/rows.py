"""The rows that the table is made of, as their files write them, and what no row may be."""

from __future__ import annotations

import calendar
import csv
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from ujar.ontology.officeholders import OFFICES, OntologyError, fold_name

OLDEST = 100
# A day of grace: the end of one holding and the start of the next are often written a day apart.
DAY = timedelta(days=1)


class Known(NamedTuple):
    """What a row is held against: the places there are, and how young a holder of an office may be."""

    places: frozenset[str]
    youngest: dict[str, int]


class Row(NamedTuple):
    """A holding: first and last day that are certain, `end` None while open, `known` the last day known of."""

    office: str
    of: str
    person: str
    wikidata: str
    start: date
    end: date | None
    known: date
    where: str
    rank: int
    also: tuple[str, ...] = ()

    @property
    def who(self) -> str:
        """What tells two persons apart."""
        return self.wikidata or fold_name(self.person)

    @property
    def last(self) -> date:
        """The last day on which the person is known to have held the office."""
        return self.end or self.known


def read_lines(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a CSV file with a header, each with its line.

    Raises:
        OntologyError: a row has more or fewer cells than the header.
    """
    with path.open(encoding="utf-8", newline="") as stream:
        for line, cells in enumerate(csv.DictReader(stream), start=2):
            if None in cells or None in cells.values():
                raise OntologyError(path, line, "has more or fewer cells than the header")
            yield line, cells


def read_known(folder: Path) -> Known:
    """The places and the youngest ages that the files of `folder` name."""
    youngest = {cells["office"]: int(cells["youngest"]) for _, cells in read_lines(folder / "offices.csv")}
    return Known(frozenset(cells["code"] for _, cells in read_lines(folder / "places.csv")), youngest)


def parse_row(path: Path, line: int, cells: dict[str, str], rank: int, written: date, known: Known) -> Row | None:
    """The row of a line; None when no day of it is certain: "2003" to "2003" may be a single afternoon.

    `written` is the day of the source, after which it can't know anything.

    Raises:
        OntologyError: the row can't be; names file, line and reason.
    """
    try:
        if cells["office"] not in OFFICES:
            raise ValueError(f"no office {cells['office']!r}")
        if cells["of"] not in known.places:
            raise ValueError(f"no state or body {cells['of']!r}")
        check_person(cells["person"], cells["wikidata"])
        (earliest, start), ends = parse_date(cells["start"]), parse_date(cells["end"]) if cells["end"] else None
        until = parse_date(cells["known"])[0] if cells["known"] else written
        check_dates(earliest, ends[1] if ends else None, until, written)
        check_age(cells.get("born", ""), start, known.youngest[cells["office"]])
    except ValueError as error:
        raise OntologyError(path, line, str(error)) from None
    end = ends[0] if ends else None
    if (end or until) < start:
        return None
    where = f"{path.name}:{line}"
    return Row(
        cells["office"],
        cells["of"],
        cells["person"],
        cells["wikidata"],
        start,
        end,
        end or until,
        where,
        rank,
    )


def check_person(name: str, wikidata: str) -> None:
    """Raise ValueError for a person without a name, or one whose name is a Wikidata id, and for a bad id."""
    if not name.strip() or re.fullmatch(r"Q[0-9]+", name):
        raise ValueError("a person without a name")
    if wikidata and not re.fullmatch(r"Q[1-9][0-9]*", wikidata):
        raise ValueError(f"{wikidata!r} is no Wikidata id")


def check_dates(start: date, end: date | None, until: date, written: date) -> None:
    """Raise ValueError for an end before the start and for what the source can't have known."""
    if end and end < start:
        raise ValueError(f"ends ({end}) before it starts ({start})")
    if start > written or until > written:
        raise ValueError(f"a date after that of the source ({written})")


def check_age(born: str, start: date, youngest: int) -> None:
    """Raise ValueError when the holder was younger than the office allows, or older than anyone in office."""
    if born:
        age = (start - parse_date(born)[0]).days / 365.25
        if not youngest <= age <= OLDEST:
            raise ValueError(f"in office at {age:.0f}")


def parse_date(text: str) -> tuple[date, date]:
    """The first and the last day that an ISO 8601 date may mean: "2004-05" is 1 to 31 May.

    Raises:
        ValueError: it is no such date.
    """
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        raise ValueError(f"{text!r} is no ISO 8601 date")
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    last = day or calendar.monthrange(year, month or 12)[1]
    return date(year, month or 1, day or 1), date(year, month or 12, last)
