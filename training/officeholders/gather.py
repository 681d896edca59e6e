"""Make `wikidata.csv` of the query results of EveryPolitician: `python -m training.officeholders.gather FOLDER`.

FOLDER holds `everypolitician-holders21` and `everypolitician-world`, as README.md says. A position that
`positions.csv` does not name is dropped; so is a row without a start, which says nothing about any day.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
EARLIEST = "2000"
# The repositories were read between these days, each at a day of its own that is not written down. A row that is open
# in a file is therefore known until the newest date that the file itself names, and never until later than the last.
FIRST_READ, LAST_READ = "2022-07-01", "2023-01-10"
COLUMNS = ("office", "of", "person", "wikidata", "start", "end", "known", "born", "source")


class Row(NamedTuple):
    """One holding as `wikidata.csv` writes it; dates are ISO 8601 and may lack month and day."""

    office: str
    of: str
    person: str
    wikidata: str
    start: str
    end: str
    known: str
    born: str
    source: str


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file with a header; a cell that is not there is empty."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, restval=""))


def gather(folder: Path) -> list[Row]:
    """The rows of both folders, sorted, each once.

    Raises:
        OSError: a file that positions.csv names is not in the folder.
    """
    cabinets = list(read_cabinets(folder))
    known = {(row.of, row.wikidata) for row in cabinets if row.office == "foreign_minister"}
    ministers = (row for row in read_foreign_ministers(folder) if (row.of, row.wikidata) not in known)
    return sorted(set(chain(cabinets, ministers)))


def read_cabinets(folder: Path) -> Iterator[Row]:
    """The holders of the positions that positions.csv names."""
    positions: dict[str, dict[str, tuple[str, str]]] = {}
    for line in read_rows(HERE / "positions.csv"):
        positions.setdefault(line["file"], {})[line["position"]] = (line["of"], line["office"])
    for name, wanted in positions.items():
        lines = read_rows(folder / "everypolitician-holders21" / f"{name}.csv")
        known = newest_date(lines)
        for line in lines:
            if line["position"] in wanted and is_recent(line["start"], line["end"]):
                of, office = wanted[line["position"]]
                yield Row(
                    office,
                    of,
                    line["person"],
                    line["personID"],
                    line["start"],
                    line["end"],
                    "" if line["end"] else known,
                    line.get("DOB", ""),
                    f"everypolitician {name}",
                )


def read_foreign_ministers(folder: Path) -> Iterator[Row]:
    """The foreign ministers of January 2023, with the day on which each began."""
    codes = {line["wikidata"]: line["code"] for line in read_rows(HERE / "places.csv") if line["wikidata"]}
    for line in read_rows(folder / "everypolitician-world" / "foreign-ministers.csv"):
        if line["country"] in codes and line["name"] and line["start"]:
            of = codes[line["country"]]
            source = "everypolitician world"
            yield Row("foreign_minister", of, line["name"], line["person"], line["start"], "", LAST_READ, "", source)


def is_recent(start: str, end: str) -> bool:
    """Whether a holding has a start and reaches into the years that the table covers."""
    return bool(start) and (not end or end >= EARLIEST)


def newest_date(lines: list[dict[str, str]]) -> str:
    """The newest whole date that a file names, between the first and the last reading."""
    dates = [line[key] for line in lines for key in ("start", "end") if len(line[key]) == 10]
    return min(max([FIRST_READ, *dates]), LAST_READ)


def main(folder: Path) -> None:
    """Write wikidata.csv and say how many rows it has."""
    rows = gather(folder)
    with (HERE / "wikidata.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    print(f"{len(rows)} rows")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
