"""Make the table of office holders: `python -m training.officeholders.build`.

Reads the CSV files of this folder (README.md says what each is), refuses what can't be, mends only what
`corrections.csv` names, joins what several sources say of one holding, and writes `ujar/ontology/officeholders.csv.gz`.
"""

from __future__ import annotations

import csv
import gzip
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from training.officeholders.rows import DAY, Known, Row, parse_row, read_known, read_lines
from ujar.ontology.officeholders import SHARED, TABLE, OntologyError, fold_name

HERE = Path(__file__).parent
# A source, and the day after which it can't know anything. A later one outranks an earlier one.
SOURCES = (
    ("wikidata.csv", date(2023, 1, 10)),
    ("additions.csv", date(2025, 9, 30)),
    ("leaders.csv", date(2026, 8, 22)),
)
EARLIEST = date(2000, 1, 1)
# Two holders for a month: an outgoing minister stays "until the oath of the successor". For longer, one row is wrong.
GRACE = timedelta(days=31)
COLUMNS = ("office", "of", "person", "wikidata", "start", "end", "known", "also")
Cells = dict[str, str]
Line = tuple[Path, int, Cells]
Corrections = dict["Key", "Correction"]


class Key(NamedTuple):
    """The row of a source that a correction mends."""

    file: str
    office: str
    of: str
    person: str
    start: str


class Correction(NamedTuple):
    """What becomes of a row: dropped, or given other dates. `line` is its own, in corrections.csv."""

    line: int
    action: str
    start: str
    end: str


class Names(NamedTuple):
    """How newspapers write a person of a Wikidata label, and other ways to write the name."""

    name: str
    also: tuple[str, ...]


def build_table(folder: Path = HERE) -> list[Row]:
    """The rows of the table, sorted.

    Raises:
        OntologyError: a row that can't be, two holders of one seat, or a correction that mends nothing.
    """
    rows = read_sources(folder)
    joined = [row for row in join_rows(rows) if row.last >= EARLIEST]
    check_overlaps(joined)
    named = name_rows(joined, folder / "names.csv")
    return sorted(named, key=lambda row: (row.office, row.of, row.start, row.person))


def read_sources(folder: Path) -> list[Row]:
    """The rows of all sources, corrected.

    Raises:
        OntologyError: a row that can't be, or a correction that mends nothing.
    """
    known, corrections = read_known(folder), read_corrections(folder / "corrections.csv")
    used: set[Key] = set()
    rows: list[Row] = []
    for rank, (name, written) in enumerate(SOURCES):
        lines = ((folder / name, line, cells) for line, cells in read_lines(folder / name))
        rows += parse_lines(mend_lines(lines, corrections, used), rank, written, known)
    if unused := [change.line for key, change in corrections.items() if key not in used]:
        raise OntologyError(folder / "corrections.csv", min(unused), "mends nothing: there is no such row")
    return rows


def read_corrections(path: Path) -> Corrections:
    """The corrections, by file, office, place, person and start of the row that each mends.

    Raises:
        OntologyError: a correction without a reason, of no known action, or of a row that has one already.
    """
    found: Corrections = {}
    for line, cells in read_lines(path):
        if not cells["reason"].strip():
            raise OntologyError(path, line, "a correction without a reason")
        if cells["action"] not in ("drop", "redate"):
            raise OntologyError(path, line, f"{cells['action']!r} is neither drop nor redate")
        key = Key(*(cells[name] for name in Key._fields))
        if key in found:
            raise OntologyError(path, line, "mends a row for the second time")
        found[key] = Correction(line, cells["action"], cells["new_start"], cells["new_end"])
    return found


def mend_lines(lines: Iterable[Line], corrections: Corrections, used: set[Key]) -> Iterator[Line]:
    """The lines less those that a correction drops, the redated ones with their new dates; `used` gathers the keys."""
    for path, line, cells in lines:
        key = Key(path.name, *(cells[name] for name in Key._fields[1:]))
        change = corrections.get(key)
        if change is None:
            yield path, line, cells
            continue
        used.add(key)
        if change.action == "redate":
            yield path, line, {**cells, "start": change.start, "end": change.end}


def parse_lines(lines: Iterable[Line], rank: int, written: date, known: Known) -> Iterator[Row]:
    """The rows of the lines that have a certain day."""
    for path, line, cells in lines:
        row = parse_row(path, line, cells, rank, written, known)
        if row is not None:
            yield row


def join_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with those joined that touch or overlap and are of one person in one office."""
    held: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        held[row.office, row.of, row.who].append(row)
    for group in held.values():
        current, *others = sorted(group, key=lambda row: (row.start, row.rank))
        for row in others:
            if row.start <= current.last + DAY:
                current = join_pair(current, row)
            else:
                yield current
                current = row
        yield current


def join_pair(first: Row, second: Row) -> Row:
    """One row of two that touch, the first not the later.

    Of the same start, the one of the higher source is right, and of one source the one that is closed: Wikidata's row
    is older than the resignation. Otherwise the second is the next term, and open when that is.
    """
    above, below = sorted((first, second), key=lambda row: (row.rank, row.end is not None), reverse=True)
    if first.start == second.start:
        end = above.end
    elif first.end and second.end:
        end = max(first.end, second.end)
    else:
        end = second.end
    other = (below.person,) if fold_name(above.person) != fold_name(below.person) else ()
    also = tuple(sorted({*first.also, *second.also, *other}))
    return above._replace(start=first.start, end=end, known=end or max(first.last, second.last), also=also)


def check_overlaps(rows: Iterable[Row]) -> None:
    """Raise OntologyError when two persons held one seat for more than a month; names them all, by file and line."""
    seats: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        if row.office not in SHARED:
            seats[row.office, row.of].append(row)
    wrong = [pair for seat in seats.values() for pair in overlapping(seat)]
    if wrong:
        told = "\n".join(f"  {a.office} {a.of}: {describe(a)} and {describe(b)}" for a, b in wrong)
        raise OntologyError(HERE, 0, f"two holders of one seat:\n{told}")


def overlapping(seat: list[Row]) -> Iterator[tuple[Row, Row]]:
    """The pairs of a seat that are both in office for more than the days of grace."""
    ordered = sorted(seat, key=lambda row: row.start)
    for number, first in enumerate(ordered):
        for second in ordered[number + 1 :]:
            if min(first.last, second.last) - second.start > GRACE:
                yield first, second


def describe(row: Row) -> str:
    """A row in one line, for the one who mends it."""
    return f"{row.person} {row.start}..{row.end or f'open, known {row.known}'} ({row.where})"


def read_names(path: Path) -> dict[str, Names]:
    """The names by the Wikidata label that they stand for."""
    return {
        cells["label"]: Names(cells["name"], tuple(filter(None, cells["also"].split(";"))))
        for _, cells in read_lines(path)
    }


def name_rows(rows: Iterable[Row], path: Path) -> Iterator[Row]:
    """The rows with the names of the newspapers; the label stays as another name.

    Raises:
        OntologyError: a label that no row has: a typing error, or a row that has left.
    """
    names, used = read_names(path), set()
    for row in rows:
        used.add(row.person)
        found = names.get(row.person, Names(row.person, ()))
        others = {row.person, *row.also, *found.also} - {found.name}
        yield row._replace(person=found.name, also=tuple(sorted(others)))
    if unused := sorted(names.keys() - used):
        raise OntologyError(path, 0, f"no row has {', '.join(unused)}")


def write_table(rows: Iterable[Row], path: Path = TABLE) -> None:
    """Write the table, the same bytes for the same rows: no time of writing is in it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        end, known = (row.end.isoformat(), "") if row.end else ("", row.known.isoformat())
        cells = (row.office, row.of, row.person, row.wikidata, row.start.isoformat(), end, known)
        writer.writerow((*cells, ";".join(row.also)))
    path.write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))


def main() -> None:
    """Write the table and say how large it is."""
    rows = build_table()
    write_table(rows)
    persons = len({row.who for row in rows})
    print(f"{len(rows)} holdings of {persons} persons, {TABLE.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
