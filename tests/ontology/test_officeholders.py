"""Office holders: who held what when, and what the look-up does not claim."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from ujar.ontology.officeholders import (
    OFFICES,
    SHARED,
    TABLE,
    OfficeHolders,
    OntologyError,
    load_holders,
    read_holdings,
)

FACTS = """
president IDN 2003-05-01 Megawati Soekarnoputri
president IDN 2009-05-01 Susilo Bambang Yudhoyono
president IDN 2019-05-01 Joko Widodo
president IDN 2025-05-01 Prabowo Subianto
vice_president IDN 2012-01-01 Boediono
vice_president IDN 2016-01-01 Jusuf Kalla
foreign_minister IDN 2005-06-01 Hassan Wirajuda
foreign_minister IDN 2012-06-01 Marty Natalegawa
foreign_minister IDN 2015-06-01 Retno Marsudi
foreign_minister IDN 2025-01-15 Sugiono
defence_minister IDN 2021-03-01 Prabowo Subianto
finance_minister IDN 2018-03-01 Sri Mulyani Indrawati
trade_minister IDN 2023-02-22 Zulkifli Hasan
energy_minister IDN 2018-02-22 Ignasius Jonan
commander_in_chief IDN 2016-02-22 Gatot Nurmantyo
president USA 2010-05-01 Barack Obama
president USA 2019-05-01 Donald Trump
president USA 2023-02-22 Joe Biden
president USA 2025-02-22 Donald Trump
foreign_minister USA 2010-01-01 Hillary Clinton
foreign_minister USA 2023-02-22 Antony Blinken
defence_minister USA 2023-02-22 Lloyd Austin
president CHN 2023-02-22 Xi Jinping
prime_minister CHN 2020-02-22 Li Keqiang
foreign_minister CHN 2010-02-22 Yang Jiechi
foreign_minister CHN 2020-02-22 Wang Yi
foreign_minister CHN 2023-02-22 Qin Gang
foreign_minister CHN 2024-02-22 Wang Yi
president RUS 2023-02-22 Vladimir Putin
foreign_minister RUS 2023-02-22 Sergey Lavrov
president UKR 2023-02-22 Volodymyr Zelenskyy
prime_minister GBR 2022-10-01 Liz Truss
prime_minister GBR 2024-08-01 Keir Starmer
monarch GBR 2015-08-01 Elizabeth II
monarch GBR 2023-08-01 Charles III
prime_minister DEU 2010-08-01 Angela Merkel
prime_minister DEU 2022-08-01 Olaf Scholz
foreign_minister DEU 2022-08-01 Annalena Baerbock
president FRA 2010-08-01 Nicolas Sarkozy
prime_minister JPN 2024-11-01 Shigeru Ishiba
prime_minister MYS 2023-08-01 Anwar Ibrahim
prime_minister SGP 2024-08-01 Lawrence Wong
prime_minister THA 2024-12-01 Paetongtarn Shinawatra
president PHL 2018-08-01 Rodrigo Duterte
president KOR 2023-08-01 Yoon Suk-yeol
prime_minister ISR 2023-08-01 Benjamin Netanyahu
president IRN 2023-08-01 Ebrahim Raisi
supreme_leader IRN 2023-08-01 Ali Khamenei
president SYR 2023-08-01 Bashar al-Assad
monarch SAU 2023-08-01 Salman bin Abdulaziz
prime_minister SAU 2023-08-01 Mohammed bin Salman
prime_minister IND 2023-08-01 Narendra Modi
prime_minister AUS 2023-08-01 Anthony Albanese
foreign_minister AUS 2023-08-01 Penny Wong
secretary_general UN 2005-08-01 Kofi Annan
secretary_general UN 2023-08-01 Antonio Guterres
secretary_general NATO 2023-08-01 Jens Stoltenberg
secretary_general ASEAN 2023-08-01 Kao Kim Hourn
president EU_COMMISSION 2023-08-01 Ursula von der Leyen
foreign_minister EU 2023-08-01 Josep Borrell
secretary_general WHO 2020-08-01 Tedros Adhanom Ghebreyesus
"""
HEADER = "office,of,person,wikidata,start,end\n"
# A sound gzip header (10 bytes) before what no compressor writes.
DAMAGED = gzip.compress(b"")[:10] + b"\xff" * 20


@pytest.fixture(scope="module")
def holders() -> OfficeHolders:
    """The shipped table."""
    return load_holders()


@pytest.fixture
def user_file(tmp_path: Path) -> Path:
    """A user's file: a body's head that the table lacks, and a president on a day that the table knows otherwise."""
    path = tmp_path / "mine.csv"
    rows = "secretary_general,PIF,Tevita Lomani,,2010-01-01,\npresident,USA,Ada Wren,Q1,2018-01-01,2018-01-31\n"
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


@pytest.mark.parametrize("fact", FACTS.strip().splitlines())
def test_holder_on_a_day_is_the_known_one(holders: OfficeHolders, fact: str) -> None:
    """Each of these public facts is what the table answers."""
    office, of, day, name = fact.split(" ", 3)
    found = holders.on(office, of, date.fromisoformat(day))
    assert found is not None
    assert found.name == name
    assert found.start <= date.fromisoformat(day) <= found.last


def test_holder_has_a_wikidata_id(holders: OfficeHolders) -> None:
    """The ids of the Wikidata rows are carried along."""
    president = holders.on("president", "USA", date(2019, 5, 1))
    assert president
    assert president.wikidata == "Q22686"


@pytest.mark.parametrize(
    ("office", "of", "day"),
    [
        ("president", "USA", "2021-01-20"),  # day of change: both held it
        ("president", "IDN", "2024-10-20"),
        ("prime_minister", "JPN", "1950-01-01"),
        ("president", "GBR", "2020-01-01"),  # no such office
        ("president", "KOR", "2025-05-01"),  # vacant: the one before was removed, the next not elected
        ("prime_minister", "GBR", "2026-01-01"),  # open row, known until June 2025 only
        ("coordinating_minister", "IDN", "2022-01-01"),  # four at once
        ("president", "USA", "2026-08-23"),  # the day after the newest source
    ],
)
def test_holder_is_none_where_nobody_or_two_are_known(holders: OfficeHolders, office: str, of: str, day: str) -> None:
    """The table answers with one person or with nobody."""
    assert holders.on(office, of, date.fromisoformat(day)) is None


def test_holder_during_a_year_is_the_one_who_held_it_all_year(holders: OfficeHolders) -> None:
    """A story dated "2019" has a president of the USA; one dated "2021" has not."""
    whole = holders.during("president", "USA", date(2019, 1, 1), date(2019, 12, 31))
    assert whole
    assert whole.name == "Donald Trump"
    assert holders.during("president", "USA", date(2021, 1, 1), date(2021, 12, 31)) is None
    assert holders.during("foreign_minister", "CHN", date(2023, 1, 1), date(2023, 12, 31)) is None
    # Nobody but Retno Marsudi held it in these months, but she did not hold it in all of them.
    assert holders.during("foreign_minister", "IDN", date(2014, 10, 22), date(2014, 11, 30)) is None


@pytest.mark.parametrize("name", ["Recep Tayyip Erdoğan", "recep tayyip erdogan"])
def test_of_name_ignores_marks_and_case(holders: OfficeHolders, name: str) -> None:
    """A newspaper writes no Turkish letters."""
    assert [held.office for held in holders.of_name(name)] == ["prime_minister", "president"]


@pytest.mark.parametrize(
    ("other", "name"),
    [
        ("习近平", "Xi Jinping"),
        ("Jokowi", "Joko Widodo"),
        ("Choe Son Hui", "Choe Son-hui"),
        ("Ma’ruf Amin", "Ma'ruf Amin"),
    ],
)
def test_of_name_knows_other_spellings(holders: OfficeHolders, other: str, name: str) -> None:
    """Local writing, short names, hyphens and apostrophes lead to the same person."""
    assert {held.name for held in holders.of_name(other)} == {name}
    assert holders.of_name(f"{other} Tidakada") == ()


def test_user_rows_are_added_and_come_first(user_file: Path) -> None:
    """A user's row answers where the table is silent, and instead of the table on the days it speaks of."""
    holders = load_holders(user_file)
    added = holders.on("secretary_general", "PIF", date(2030, 1, 1))
    assert added
    assert (added.name, added.wikidata, added.end) == ("Tevita Lomani", None, None)
    told = [holders.on("president", "USA", date(2018, month, 15)) for month in (1, 2)]
    assert [held.name for held in told if held] == ["Ada Wren", "Donald Trump"]
    assert holders.of_name("ada wren")


def test_user_file_that_was_rewritten_is_read_anew(user_file: Path) -> None:
    """A second reading in one process answers as the file is now."""
    for name in ("Ada Wren", "Tevita Lomani"):
        user_file.write_text(f"{HEADER}president,USA,{name},,2018-01-01,2018-01-31\n", encoding="utf-8")
        held = load_holders(user_file).on("president", "USA", date(2018, 1, 15))
        assert held is not None
        assert held.name == name
    assert load_holders() is load_holders()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("presiden,IDN,Ada Wren,,2020-01-01,", "no office 'presiden'"),
        ("president,Indonesia,Ada Wren,,2020-01-01,", "neither an ISO 3166"),
        ("president,IDN, ,,2020-01-01,", "without a name"),
        ("president,IDN,Ada Wren,22686,2020-01-01,", "no Wikidata id"),
        ("president,IDN,Ada Wren,,2020-02-30,", "day"),
        ("president,IDN,Ada Wren,,20200201,", "no day such as"),
        ("president,IDN,Ada Wren,,2020-02-03,2020-02-02", "before it starts"),
        ("president,IDN,Ada Wren,,2020-02-03", "5 cells, not 6"),
        ("president,IDN,Ada\0Wren,,2020-02-03,", "control character"),
        ("president,IDN,Ada\x1b[2JWren,,2020-02-03,", "control character"),
        (f"president,IDN,{'a' * 131_073},,2020-02-03,", "field larger than field limit"),
    ],
)
def test_user_row_that_cannot_be_is_refused(tmp_path: Path, row: str, reason: str) -> None:
    """The error names file, line and reason."""
    path = tmp_path / "mine.csv"
    path.write_text(f"{HEADER}president,FJI,Tevita Lomani,,2020-01-01,\n{row}\n", encoding="utf-8")
    with pytest.raises(OntologyError) as caught:
        load_holders(path)
    assert (caught.value.path, caught.value.line) == (str(path), 3)
    assert reason in caught.value.reason


def test_line_of_an_error_is_that_of_the_file(tmp_path: Path) -> None:
    """A quoted cell of two lines and a blank line are counted as lines."""
    path = tmp_path / "mine.csv"
    path.write_text(f'{HEADER}\npresident,IDN,"Ada\nWren",,2020-01-01,\n', encoding="utf-8")
    with pytest.raises(OntologyError, match="control character") as caught:
        load_holders(path)
    assert caught.value.line == 4


def test_user_file_that_is_no_table_is_refused(tmp_path: Path) -> None:
    """A missing file, a damaged one and one without a column are told apart from an empty one."""
    with pytest.raises(OntologyError, match="can't be read"):
        load_holders(tmp_path / "none.csv")
    (tmp_path / "cut.csv.gz").write_bytes(gzip.compress(HEADER.encode())[:-4])
    with pytest.raises(OntologyError, match="can't be read"):
        load_holders(tmp_path / "cut.csv.gz")
    (tmp_path / "bad.csv.gz").write_bytes(DAMAGED)
    with pytest.raises(OntologyError, match="can't be read"):
        load_holders(tmp_path / "bad.csv.gz")
    (tmp_path / "wide.csv").write_text("a" * 131_073, encoding="utf-8")
    with pytest.raises(OntologyError, match="field limit") as caught:
        load_holders(tmp_path / "wide.csv")
    assert caught.value.line == 1
    (tmp_path / "short.csv").write_text("office,of,person\n", encoding="utf-8")
    with pytest.raises(OntologyError, match="no column wikidata, start, end"):
        load_holders(tmp_path / "short.csv")
    (tmp_path / "empty.csv").write_text(HEADER, encoding="utf-8")
    assert load_holders(tmp_path / "empty.csv").on("president", "IDN", date(2019, 1, 1))


def test_table_is_small() -> None:
    """Under 250 kB, with thousands of rows."""
    assert TABLE.stat().st_size < 250_000
    assert len(read_holdings(TABLE)) > 4000


def test_shared_offices_are_offices() -> None:
    """No office is shared that there is not."""
    assert SHARED < OFFICES
