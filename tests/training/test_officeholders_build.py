"""The build of the table of office holders: what it refuses, what it joins, and that the shipped table is its own."""

from __future__ import annotations

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from training.officeholders.build import HERE, SOURCES, build_table, write_table
from training.officeholders.gather import gather
from training.officeholders.rows import parse_date
from ujar.ontology.officeholders import TABLE, OntologyError

ROW = {
    "office": "president",
    "of": "NRU",
    "person": "Ada Wren",
    "wikidata": "Q1",
    "start": "2010-03-01",
    "end": "2012-04-01",
    "known": "",
    "born": "1960-01-01",
    "source": "test",
}


def write_lines(path: Path, columns: list[str], rows: list[dict[str, str]]) -> None:
    """Write a CSV file of the rows."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, columns, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A folder of sources that say nothing yet."""
    for name in ("places.csv", "offices.csv"):
        shutil.copy(HERE / name, tmp_path / name)
    for name, *_ in (*SOURCES, ("corrections.csv",), ("names.csv",)):
        with (HERE / name).open(encoding="utf-8") as stream:
            (tmp_path / name).write_text(stream.readline(), encoding="utf-8")
    return tmp_path


def add_rows(folder: Path, *rows: dict[str, str], name: str = "wikidata.csv") -> None:
    """Put rows, `ROW` with changes, into the file `name`."""
    columns = (folder / name).read_text("utf-8").splitlines()[0].split(",")
    write_lines(folder / name, columns, [ROW | row for row in rows])


def correct(folder: Path, **cells: str) -> None:
    """Put one correction of `ROW` into corrections.csv."""
    columns = (folder / "corrections.csv").read_text("utf-8").splitlines()[0].split(",")
    key = {"file": "wikidata.csv", **ROW, "new_start": "", "new_end": ""}
    write_lines(folder / "corrections.csv", columns, [key | {"action": "drop", "reason": "a test"} | cells])


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"end": "2010-02-28"}, "before it starts"),
        ({"start": "2010-02-30"}, "day"),
        ({"start": "March 2010"}, "no ISO 8601 date"),
        ({"end": "2012-13"}, "month"),
        ({"person": " "}, "without a name"),
        ({"person": "Q4242"}, "without a name"),
        ({"wikidata": "4242"}, "no Wikidata id"),
        ({"office": "minister_of_magic"}, "no office"),
        ({"of": "XYZ"}, "no state or body"),
        ({"start": "2023-02-01", "end": ""}, "after that of the source"),
        ({"end": "", "known": "2024-01-01"}, "after that of the source"),
        ({"born": "2001-01-01"}, "in office at 9"),
        ({"born": "1860-01-01"}, "in office at 150"),
    ],
)
def test_build_refuses_a_corrupted_row(sources: Path, change: dict[str, str], reason: str) -> None:
    """One impossible cell stops the build; the error names file and line. Without it the same row is taken."""
    add_rows(sources, {}, change)
    with pytest.raises(OntologyError) as caught:
        build_table(sources)
    assert (caught.value.path, caught.value.line) == (str(sources / "wikidata.csv"), 3)
    assert reason in caught.value.reason
    add_rows(sources, {})
    assert [row.person for row in build_table(sources)] == ["Ada Wren"]


def test_build_refuses_two_holders_of_one_seat(sources: Path) -> None:
    """More than 31 days side by side is an error that names both rows; 31 days are a hand-over."""
    add_rows(sources, {}, {"person": "Bo Lark", "wikidata": "Q2", "start": "2012-02-29", "end": "2013-01-01"})
    with pytest.raises(OntologyError, match=r"(?s)Ada Wren .*wikidata.csv:2.* and Bo Lark .*wikidata.csv:3"):
        build_table(sources)
    add_rows(sources, {}, {"person": "Bo Lark", "wikidata": "Q2", "start": "2012-03-01", "end": "2013-01-01"})
    assert len(build_table(sources)) == 2


def test_build_lets_shared_offices_overlap(sources: Path) -> None:
    """Coordinating ministers are several."""
    shared = {"office": "coordinating_minister"}
    add_rows(sources, shared, shared | {"person": "Bo Lark", "wikidata": "Q2"})
    assert len(build_table(sources)) == 2


def test_build_refuses_an_open_row_that_others_followed(sources: Path) -> None:
    """An end that was never written shows when successors come."""
    add_rows(sources, {"end": ""}, {"person": "Bo Lark", "wikidata": "Q2", "start": "2014-01-01", "end": "2015-01-01"})
    with pytest.raises(OntologyError, match="open, known 2023-01-10"):
        build_table(sources)


def test_build_corrects_only_what_is_named(sources: Path) -> None:
    """A correction drops or redates its row; one that finds no row, or has no reason, is an error."""
    add_rows(sources, {"end": "2009-01-01"})
    correct(sources, action="redate", new_start="2010-03-02", new_end="2012-01-01")
    assert [(row.start, row.end) for row in build_table(sources)] == [(date(2010, 3, 2), date(2012, 1, 1))]
    correct(sources)
    assert build_table(sources) == []
    add_rows(sources, {})
    correct(sources, start="2010-03-09")
    with pytest.raises(OntologyError, match=r"corrections.csv:2: mends nothing"):
        build_table(sources)
    correct(sources, reason=" ")
    with pytest.raises(OntologyError, match="without a reason"):
        build_table(sources)
    correct(sources, action="forget")
    with pytest.raises(OntologyError, match="neither drop nor redate"):
        build_table(sources)


def test_build_takes_the_end_of_the_higher_source(sources: Path) -> None:
    """Wikidata's open row is closed by an addition of the same start, before or after the day it was read."""
    add_rows(sources, {"end": "", "known": "2022-07-01"})
    for end in ("2022-06-15", "2024-05-01"):
        add_rows(sources, {"end": end}, name="additions.csv")
        assert [(row.start, row.end) for row in build_table(sources)] == [(date(2010, 3, 1), date.fromisoformat(end))]


def test_build_joins_terms_and_keeps_returns_apart(sources: Path) -> None:
    """Two terms in a row are one holding; a return after another holder is a second."""
    second = {"start": "2012-04-02", "end": "", "known": "2022-07-01"}
    add_rows(sources, {}, second)
    assert [(row.start, row.end, row.known) for row in build_table(sources)] == [
        (date(2010, 3, 1), None, date(2022, 7, 1))
    ]
    add_rows(sources, {}, second | {"start": "2014-01-01"})
    assert [row.start.year for row in build_table(sources)] == [2010, 2014]


def test_build_claims_no_uncertain_day(sources: Path) -> None:
    """ "2004" to "2009" is certain from the last day of 2004 to the first of 2009; "2004" to "2004" on no day."""
    add_rows(sources, {"start": "2004", "end": "2009"}, {"start": "2014", "end": "2014", "person": "Bo Lark"})
    assert [(row.person, row.start, row.end) for row in build_table(sources)] == [
        ("Ada Wren", date(2004, 12, 31), date(2009, 1, 1))
    ]
    assert parse_date("2004-02") == (date(2004, 2, 1), date(2004, 2, 29))


def test_build_refuses_a_name_for_nobody(sources: Path) -> None:
    """A label in names.csv that no row has is a typing error."""
    add_rows(sources, {})
    (sources / "names.csv").write_text("label,name,also\nAda Wren,Ada W.,Wren;A. Wren\n", encoding="utf-8")
    assert [(row.person, row.also) for row in build_table(sources)] == [("Ada W.", ("A. Wren", "Ada Wren", "Wren"))]
    (sources / "names.csv").write_text("label,name,also\nAda Wern,Ada W.,\n", encoding="utf-8")
    with pytest.raises(OntologyError, match="no row has Ada Wern"):
        build_table(sources)


def test_shipped_table_is_what_the_sources_make(tmp_path: Path) -> None:
    """Whoever changes a source runs the build: the table in the package is the same, byte for byte."""
    write_table(build_table(), tmp_path / TABLE.name)
    assert (tmp_path / TABLE.name).read_bytes() == TABLE.read_bytes()


def test_every_addition_names_what_settles_it() -> None:
    """No row by hand without a source."""
    with (HERE / "additions.csv").open(encoding="utf-8", newline="") as stream:
        assert all(row["source"].strip() for row in csv.DictReader(stream))


def test_wikidata_rows_are_what_gather_makes(shared: Path) -> None:
    """The committed rows come from the query results, none by hand."""
    with (HERE / "wikidata.csv").open(encoding="utf-8", newline="") as stream:
        assert [tuple(row) for row in csv.reader(stream)][1:] == [tuple(row) for row in gather(shared / "data/actors")]
