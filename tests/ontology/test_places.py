"""Places: which country a name is in, and which names get no answer."""

from __future__ import annotations

import gzip
from itertools import chain
from pathlib import Path

import pytest

from ujar.languages.countries import load_countries
from ujar.languages.country_words import CountryWords
from ujar.languages.schema import load_words
from ujar.ontology.countries import is_country
from ujar.ontology.places import TABLE, OntologyError, fold_place, load_places, read_places

FACTS = """
IDN Palu; Kota Palu; Ende; Kabupaten Sleman; Jawa Tengah; Papua Barat Daya; DKI Jakarta; Sulsel; Saparua; Natuna
IDN Medan; Kota Batu; Pulau Jawa; Sumatra Barat; Surakarta; Yogya; Raja Ampat; Tojo Una-Una; Labuan Bajo
PSE Rafah; Gaza; Tepi Barat; Khan Younis; Nablus
UKR Kyiv; Kiev; Kharkiv; Kharkov; Donbas; Donetsk; Zhytomyr; Zhitomir
RUS Moskow; St. Petersburg; Vladivostok; Dagestan; Kazan
CHN Xinjiang; Tibet; Chengdu; Sichuan; Beijing; Wuhan
USA New York; Washington DC; Texas; Chicago; New Orleans; Kalifornia
FRA Lyon; Paris; Marseille
GBR London; Manchester; Skotlandia
AUT Wina; Linz
EGY Kairo; Iskandariyah; Sinai
SYR Daraa; Deraa; Homs; Aleppo
YEM Sana'a; Sana‘a; SANAA; Hodeidah
MYS Pulau Pinang; Sabah; Kuching; Johor Bahru
PHL Mindanao; Davao; Manila
IND Mumbai; Gujarat; Chennai
AUS Perth; Queensland; Darwin
JPN Kobe; Okinawa
MAR Rabat; Casablanca
MLI Timbuktu
"""
NOBODY = """
Krimea; Crimea; Sevastopol; Simferopol; Kashmir; Srinagar; Jerusalem; Yerusalem Timur; Tiraspol; Ariel; Famagusta
Valencia; Hyderabad; Cambridge; Santa Cruz; Georgia; Asia; Korea; Timur Tengah
Batu; Made; Mali; Bari; Nice; Van; Sari; Dewi; Kota; Surat; Pasar; Malaka; Tangga; Benteng; Sakura; David; Santos
Antah Berantah; di Palu
"""


def listed(text: str) -> list[str]:
    """The names of lines that ";" divides."""
    return [name.strip() for line in text.strip().splitlines() for name in line.split(";")]


CASES = [(line[:3], name) for line in FACTS.strip().splitlines() for name in listed(line[4:])]


@pytest.mark.parametrize(("country", "name"), CASES)
def test_place_has_its_country(country: str, name: str) -> None:
    """A place that newspapers name is in its country, however it is spelt."""
    fact = load_places().named(name)
    assert fact is not None
    assert fact.country == country


@pytest.mark.parametrize("name", listed(NOBODY))
def test_shared_contested_and_ordinary_names_get_no_country(name: str) -> None:
    """Names of several countries, of contested ground, of people and of things are answered with None."""
    assert load_places().named(name) is None


@pytest.mark.parametrize("name", ["PALU", "palu", "Zürich", "Zurich", "Sao Paulo", "São Paulo", "Bau-Bau", "Bau Bau"])
def test_case_and_marks_do_not_count(name: str) -> None:
    """Capitals, accents and hyphens are all one."""
    assert load_places().named(name) is not None


@pytest.mark.parametrize(
    ("name", "north", "east"),
    [
        ("Palu", -0.9, 119.9),
        ("Lyon", 45.8, 4.8),
        ("Wina", 48.2, 16.4),
        ("New York", 40.7, -74.0),
        ("Rafah", 31.3, 34.2),
    ],
)
def test_city_has_its_coordinates(name: str, north: float, east: float) -> None:
    """A city lies where it lies, south and west negative, whatever it is called."""
    fact = load_places().named(name)
    assert fact is not None
    assert fact.latitude == pytest.approx(north, abs=0.15)
    assert fact.longitude == pytest.approx(east, abs=0.15)


@pytest.mark.parametrize("name", ["Jawa Tengah", "Siberia", "Ontario", "Tepi Barat", "Kabupaten Sleman"])
def test_region_has_no_coordinates(name: str) -> None:
    """A region is no point, even where a town has its name."""
    fact = load_places().named(name)
    assert fact is not None
    assert fact.latitude is None
    assert fact.longitude is None


def test_table_agrees_with_the_countries_of_the_language() -> None:
    """No row says otherwise than the Indonesian list of countries, and none has what is ambiguous there."""
    places, countries, words = load_places(), load_countries("id"), load_words("id", CountryWords)
    for name in places.names():
        fact, said = places.named(name), countries.named(name.title())
        assert fact is not None
        assert said is None or said.country == fact.country, name
    for form in chain(words.ambiguous, *words.regions.values()):
        assert places.named(form) is None, form


def test_table_has_the_capitals_and_subdivisions_of_the_language() -> None:
    """Whatever the Indonesian list calls a capital or a part of a country is in that country here."""
    words = load_words("id", CountryWords)
    for country, forms in chain(words.capitals.items(), words.subdivisions.items()):
        for form in forms:
            fact, said = load_places().named(form), load_countries("id").named(form)
            if said is not None and said.how != "name":
                assert fact is not None, form
                assert fact.country == country, form


def test_shipped_table_is_small_and_its_names_are_folded() -> None:
    """Every country is one of ISO 3166-1, every name stands as it is looked up, and the file stays below 250 kB."""
    places = load_places()
    assert TABLE.stat().st_size < 250_000
    assert len(places) > 10_000
    for name in places.names():
        fact = places.named(name)
        assert fact is not None
        assert is_country(fact.country)
        assert fold_place(name) == name


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("IDN\t1.00\tpalu", "3 cells"),
        ("ID\t\t\tpalu", "'ID' is no ISO"),
        ("IDN\t1.00\t\tpalu", "could not convert"),
        ("IDN\t-91.00\t0.00\tpalu", "no point of the globe"),
        ("IDN\tnan\t0.00\tpalu", "no point of the globe"),
        ("MYS\t\t\tpalu", "'palu' stands in two lines"),
    ],
)
def test_bad_line_is_an_error_that_names_it(tmp_path: Path, line: str, reason: str) -> None:
    """A line that can't be is refused with file, line and reason."""
    path = tmp_path / "places.tsv.gz"
    path.write_bytes(gzip.compress(f"IDN\t-0.91\t119.87\tpalu\n{line}\n".encode()))
    with pytest.raises(OntologyError, match=reason) as caught:
        read_places(path)
    assert (caught.value.path, caught.value.line) == (str(path), 2)


@pytest.mark.parametrize(
    "content", [None, b"no gzip", gzip.compress(b"IDN\t\t\tpalu")[:-6], gzip.compress(b"")[:10] + b"\xff" * 20]
)
def test_unreadable_table_is_an_error(tmp_path: Path, content: bytes | None) -> None:
    """A table that is missing, no gzip, cut short, or damaged within is refused by its name."""
    path = tmp_path / "places.tsv.gz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(OntologyError, match=r"places\.tsv\.gz: can't be read"):
        read_places(path)
