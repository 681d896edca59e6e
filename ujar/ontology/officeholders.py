"""Who held an office on a day: the dated table of office holders and its look-up.

The table (`officeholders.csv.gz`) is made by `training.officeholders.build` of Wikidata rows and public facts; see
training/officeholders/README.md. It answers with one person or with nobody: on a day of change, when the table knows
two holders, when a row's end is not known yet, and for an office that several hold at once, the answer is None.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

__all__ = ["OFFICES", "SHARED", "Holding", "OfficeHolders", "OntologyError", "load_holders", "read_holdings"]

# The heads of bodies are in as what their body calls them: the World Bank has a president; the director-general of the
# WHO and the managing director of the IMF are each a secretary_general. The high representative of the EU is its
# foreign_minister, a chancellor a prime_minister, the US Secretary of State a foreign_minister.
OFFICES = frozenset(
    [
        "president",
        "vice_president",
        "prime_minister",
        "deputy_prime_minister",
        "monarch",
        "crown_prince",
        "supreme_leader",
        "foreign_minister",
        "defence_minister",
        "interior_minister",
        "finance_minister",
        "trade_minister",
        "economy_minister",
        "coordinating_minister",
        "health_minister",
        "energy_minister",
        "justice_minister",
        "education_minister",
        "agriculture_minister",
        "transport_minister",
        "environment_minister",
        "state_secretary",
        "secretary_general",
        "national_security_adviser",
        "party_chair",
        "speaker",
        "ambassador",
        "commander_in_chief",
    ]
)
# Several hold these at once, so none of them is *the* holder even when the table happens to know only one.
SHARED = frozenset({"deputy_prime_minister", "coordinating_minister", "party_chair", "ambassador"})
TABLE = Path(__file__).with_name("officeholders.csv.gz")
# A NUL, a line break within quotes, or the escape that a terminal would obey when the name is printed.
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
COLUMNS = ("office", "of", "person", "wikidata", "start", "end")
# NFKD takes "é" apart, but these are letters of their own.
LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"})


class OntologyError(ValueError):
    """Raised when a table of holders `path` has an impossible row at `line` (1-based, 0 = the file), for `reason`."""

    def __init__(self, path: str | Path, line: int, reason: str) -> None:
        self.path = str(path)
        self.line = line
        self.reason = reason
        super().__init__(f"{self.path}:{line}: {reason}" if line else f"{self.path}: {reason}")


class Holding(NamedTuple):
    """A person's time in an office, whole days, first and last included.

    `of` is an ISO 3166 alpha-3 code or a body ("UN", "EU_COMMISSION"). `end` is None while it is not known to be over;
    such a row holds until `known_until` and says nothing about later days. A closed row is known until its end.
    """

    office: str
    of: str
    name: str
    wikidata: str | None
    start: date
    end: date | None
    known_until: date

    @property
    def person(self) -> str:
        """What tells two persons apart: the Wikidata id, else the name."""
        return self.wikidata or fold_name(self.name)

    @property
    def last(self) -> date:
        """The last day on which the person is known to have held the office."""
        return self.end or self.known_until

    def meets(self, first: date, last: date) -> bool:
        """Whether it is known to hold on any day from `first` to `last`."""
        return self.start <= last and first <= self.last


class OfficeHolders:
    """The holdings of one or more tables. Where a later table speaks of a day, the earlier ones are not asked."""

    def __init__(self, *tables: Iterable[tuple[Holding, tuple[str, ...]]]) -> None:
        self._tables: list[dict[tuple[str, str], list[Holding]]] = []
        self._names: dict[str, list[Holding]] = defaultdict(list)
        for table in tables:
            held: dict[tuple[str, str], list[Holding]] = defaultdict(list)
            for holding, also in table:
                held[holding.office, holding.of].append(holding)
                for name in {fold_name(name) for name in (holding.name, *also)}:
                    self._names[name].append(holding)
            self._tables.insert(0, held)

    def on(self, office: str, of: str, day: date) -> Holding | None:
        """The one holder of `office` in `of` on `day`; None when unknown and when two held it, as on a day of change.

        Holders of `SHARED` offices are in the table for `of_name` only; here the answer is None.
        """
        return self.during(office, of, day, day)

    def during(self, office: str, of: str, first: date, last: date) -> Holding | None:
        """The one who held `office` in `of` on every day from `first` to `last`, the only one who did; else None.

        For a date that is no day: "2023" is asked as 1 January to 31 December.
        """
        if office in SHARED:
            return None
        for table in self._tables:
            found = [held for held in table.get((office, of), ()) if held.meets(first, last)]
            if found:
                whole = next((held for held in found if held.start <= first and last <= held.last), None)
                return whole if len({held.person for held in found}) == 1 else None
        return None

    def of_name(self, name: str) -> tuple[Holding, ...]:
        """All that a person of that full name held, by start; marks, hyphens and case don't count."""
        return tuple(sorted(self._names.get(fold_name(name), ()), key=lambda held: (held.start, held.office)))


def fold_name(name: str) -> str:
    """A name without marks, hyphens, apostrophes and case: "Recep Tayyip Erdoğan" -> "recep tayyip erdogan"."""
    plain = unicodedata.normalize("NFKD", name.translate(LETTERS))
    # Marks are dropped from Latin letters alone: in Thai or Khmer they are the vowels, and 'พ' is no name.
    plain = re.sub(r"(?<=[A-Za-z])[\u0300-\u036f]+", "", plain)
    return " ".join(re.sub(r"['’ʻ`.]", "", plain).replace("-", " ").casefold().split())


def load_holders(extra: Path | None = None) -> OfficeHolders:
    """The shipped table, and over it the rows of `extra`, a CSV file of a user with the columns
    office, of, person, wikidata, start, end (ISO 8601 days; wikidata may be empty; an empty end: still in office).

    Raises:
        OntologyError: a file is missing or is no table, or a row of it can't be; names file, line and reason.
    """
    # A user's file is read anew each time: one that was rewritten must not answer as it did before.
    return shipped_holders() if extra is None else OfficeHolders(shipped_rows(), read_holdings(extra))


@cache
def shipped_holders() -> OfficeHolders:
    """The shipped table alone."""
    return OfficeHolders(shipped_rows())


@cache
def shipped_rows() -> tuple[tuple[Holding, tuple[str, ...]], ...]:
    """The rows of the shipped table, read once."""
    return tuple(read_holdings(TABLE))


def read_holdings(path: Path) -> list[tuple[Holding, tuple[str, ...]]]:
    """The rows of a table (.csv, .csv.gz), each with the other names of its person.

    Raises:
        OntologyError: as `load_holders`.
    """
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8-sig")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise OntologyError(path, 0, f"can't be read: {error}") from None
    rows = numbered_rows(path, text)
    _, header = next(rows, (1, []))
    missing = [column for column in COLUMNS if column not in header]
    if missing:
        raise OntologyError(path, 1, f"has no column {', '.join(missing)}")
    return list(parse_rows(path, header, rows))


def numbered_rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a CSV text, each with the number of the line it ends in."""
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:  # a cell of more than 131072 characters
        raise OntologyError(path, reader.line_num, f"can't be read: {error}") from None


def parse_rows(
    path: Path, header: list[str], rows: Iterable[tuple[int, list[str]]]
) -> Iterator[tuple[Holding, tuple[str, ...]]]:
    """The holdings of the rows below `header`; blank rows are passed over."""
    places = [header.index(column) for column in COLUMNS]
    known = header.index("known") if "known" in header else None
    also = header.index("also") if "also" in header else None
    for line, row in rows:
        if not row:
            continue
        if len(row) != len(header):
            raise OntologyError(path, line, f"has {len(row)} cells, not {len(header)}")
        if CONTROL.search("".join(row)):
            raise OntologyError(path, line, "has a control character in a cell")
        try:
            cells = chain((row[place] for place in places), [row[known] if known is not None else ""])
            yield make_holding(*cells), tuple(row[also].split(";")) if also is not None and row[also] else ()
        except ValueError as error:
            raise OntologyError(path, line, str(error)) from None


def make_holding(office: str, of: str, name: str, wikidata: str, start: str, end: str, known: str) -> Holding:
    """The holding that the cells say.

    Raises:
        ValueError: a cell that can't be.
    """
    if office not in OFFICES:
        raise ValueError(f"no office {office!r}")
    if not re.fullmatch(r"[A-Z]{2,}(_[A-Z]+)*", of):
        raise ValueError(f"{of!r} is neither an ISO 3166 alpha-3 code nor a body")
    if not name.strip():
        raise ValueError("a person without a name")
    if wikidata and not re.fullmatch(r"Q[1-9][0-9]*", wikidata):
        raise ValueError(f"{wikidata!r} is no Wikidata id")
    first, last = parse_day(start), parse_day(end) if end else None
    until = last or (parse_day(known) if known else date.max)
    if until < first:
        raise ValueError(f"ends ({until}) before it starts ({first})")
    return Holding(office, of, name, wikidata or None, first, last, until)


def parse_day(text: str) -> date:
    """The day; "20240514", which Python also takes for a date, is none here."""
    if len(text) == 10:
        return date.fromisoformat(text)
    raise ValueError(f"{text!r} is no day such as 2024-05-14")
