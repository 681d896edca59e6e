"""Countries in sentences: every form of the table, and the forms that are something else there."""

from __future__ import annotations

from pathlib import Path

import pytest

from ujar.analyse.tokens import split_words
from ujar.errors import LanguageDataError
from ujar.languages import schema
from ujar.languages.countries import CountryName, CountryNames, RegionName, load_countries, territory_names
from ujar.languages.country_words import CountryWords, How, split_form
from ujar.languages.schema import TokenWords, load_words
from ujar.ontology.countries import country_codes

SENTENCES: dict[str, dict[How, tuple[str, ...]]] = {
    "id": {
        "name": ("Pemerintah {} menyatakan sikap itu.", "Mereka pulang dari {} kemarin.", "Utusan {}, kata dia, tiba."),
        "demonym": ("Seorang warga {} ditemukan selamat.", "Kapal {} itu berlabuh."),
        "capital": ("Rapat digelar di {} kemarin.", "Mereka terbang ke {}, lalu pulang."),
        "seat": ("Menurut {} hal itu benar.", "Kecaman datang dari {}."),
        "subdivision": ("Gempa terjadi di {} kemarin.",),
    },
    "en": {
        "name": ("The government of {} said so.", "They flew to {}, he said."),
        "demonym": ("The {} envoy said so.",),
        "capital": ("They met in {} yesterday.",),
        "seat": ("A note came from {} yesterday.",),
        "subdivision": ("It happened in {} yesterday.",),
    },
}
LANGUAGES = sorted(SENTENCES)


def cut(text: str, language: str = "id") -> list[str]:
    """The words of a text, as the analyser cuts them."""
    spans = split_words(text, 0, len(text), load_words(language, TokenWords))
    return [text[start:end] for start, end in spans]


def found_in(text: str, language: str = "id") -> list[tuple[str, str, How]]:
    """The countries of a text: the words, the country, and how."""
    words = cut(text, language)
    return [
        (" ".join(words[place : place + name.length]), name.country, name.how)
        for place, name in load_countries(language).find_all(words)
    ]


def countries_in(text: str, language: str = "id") -> list[str]:
    return [country for _, country, _ in found_in(text, language)]


def listed(language: str) -> list[tuple[str, str, How]]:
    """Every form that should be found: the lists' and CLDR's, with its country and how."""
    words = load_words(language, CountryWords)
    forms = [(form, code, how) for how, table in words.tables() for code, group in table.items() for form in group]
    known = {split_form(form) for form, _, _ in forms}
    for code, form in territory_names(language).items():
        if form not in words.unused and split_form(form) not in known:
            forms.append((form, code, "name"))
    return forms


def sentences_for(form: str, how: How, language: str) -> tuple[str, ...]:
    """Where the form has to be found: the sentences of its kind; for one that needs a neighbour, those that have it."""
    needs = [need for need in load_words(language, CountryWords).needs if form in need.forms]
    near = [f"{before} {{}} x" for need in needs for before in need.before]
    near += [f"x {{}}{after} x" for need in needs for after in need.after if not near]
    return tuple(near) or SENTENCES[language][how]


@pytest.fixture(scope="module")
def names() -> CountryNames:
    return load_countries("id")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_form_is_found_in_sentences_with_its_country(language: str) -> None:
    """Each name, demonym, capital, seat and place, listed or CLDR's, is found as what it is, and nothing else."""
    wrong = []
    forms = listed(language)
    assert len(forms) > 700
    for form, code, how in forms:
        for sentence in sentences_for(form, how, language):
            found = found_in(sentence.format(form), language)
            first = [(split_form(text), *rest) for text, *rest in found[:1]]
            if first != [(split_form(form), code, how)] or {country for _, country, _ in found} != {code}:
                wrong.append((sentence.format(form), found))
    assert not wrong


def test_every_form_is_found_in_capitals(names: CountryNames) -> None:
    """Titles in capitals: "UTUSAN KOREA SELATAN TIBA"; short forms are left out, as "CAD" is a currency."""
    needing = {form for need in load_words("id", CountryWords).needs for form in need.forms}
    for form, code, how in listed("id"):
        if how == "name" and form not in needing and sum(map(str.isalpha, form)) > 3:
            assert countries_in(f"UTUSAN {form.upper()} TIBA") == [code], form


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_has_a_name(language: str) -> None:
    """All 250 codes have at least one name that `named` gives back."""
    named = {code for form, code, how in listed(language) if how == "name"}
    assert named == set(country_codes())


def test_every_populated_country_has_a_capital_in_indonesian() -> None:
    """States without a form of their own for the capital are named, so that a gap cannot open unseen."""
    words = load_words("id", CountryWords)
    shares_its_name = {"SGP", "MCO", "SMR", "VAT", "LUX", "HKG", "MAC", "GIB", "STP", "SPM"}
    speaks_for_others_or_is_contested = {"BEL", "CYM", "ISR", "PSE"}
    has_no_town = {"ATA", "ATF", "BVT", "CCK", "HMD", "IOT", "NFK", "SGS", "TKL", "UMI"}
    without = shares_its_name | speaks_for_others_or_is_contested | has_no_town
    assert set(country_codes()) - set(words.capitals) == without


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_stands_for_two_countries(language: str) -> None:
    """A form with two countries must be listed as ambiguous, with its reason; then it is found for nobody."""
    owner: dict[tuple[str, ...], str] = {}
    words = load_words(language, CountryWords)
    for form, code, _ in listed(language):
        pieces = split_form(form)
        assert owner.setdefault(pieces, code) == code, form
        assert form not in words.ambiguous
    for form, reason in words.ambiguous.items():
        assert len(reason) > 8
        assert countries_in(f"Utusan {form} tiba.", language) == [], form


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_name_forms_that_are_listed(language: str) -> None:
    """A trap or a need with a misspelt form would never fire."""
    words = load_words(language, CountryWords)
    known = {form for form, _, _ in listed(language)} | set(words.ambiguous)
    known |= {form for group in words.regions.values() for form in group}
    for rule in (*words.traps, *words.needs):
        assert set(rule.forms) <= known, rule.forms
    assert words.unused <= set(territory_names(language).values()), "CLDR no longer has it"


TRAPS = [
    "Kapal itu berlayar di Laut China Selatan.",
    "Latihan digelar di Laut Jepang.",
    "Rudal jatuh di Laut China Timur.",
    "Kapal perang melintasi Selat Taiwan.",
    "Badai menguat di Teluk Meksiko.",
    "Tanker ditahan di Teluk Oman.",
    "Tanker ditahan di Teluk Persia.",
    "Kabel itu melintasi Samudra Hindia.",
    "Kapal mengantre di Terusan Panama.",
    "Ia belajar bahasa Inggris.",
    "Ia fasih berbahasa Belanda dan bahasa Arab.",
    "Bahasa Jepang diajarkan di sekolah itu.",
    "Rumahnya di Jalan Belanda nomor lima.",
    "Toko itu ada di Jl. Jakarta.",
    "Wabah flu Spanyol melanda dunia.",
    "Anak itu terkena campak Jerman.",
    "Klub itu juara Liga Inggris.",
    "Undian Piala Asia digelar besok.",
    "Pembalap itu menang di GP Belanda.",
    "Klub AS Roma menang lagi.",
    "Klub AS Monaco kalah.",
    "Penyerang Paris Saint-Germain cedera.",
    "Penyerang Paris SG cedera.",
    "Bek Real Madrid cedera.",
    "Umat Katolik Roma berdoa.",
    "Harganya US$5 juta.",
    "Demikian dikutip The Jakarta Post.",
    "Demikian tulis Washington Post.",
    "Demikian tulis China Daily.",
    "Demikian siaran CNN Indonesia.",
    "Harian South China Morning Post menulis hal itu.",
    "Lima orang tewas.",
    "LIMA ORANG TEWAS",
    "Lima Menteri Dilantik Besok",
    "Ujar Sofia kepada wartawan.",
    "Menurut Victoria, acara itu ramai.",
    "Bahan Baku Naik",
    "HARGA BAHAN BAKU NAIK",
    "Hal itu kata Chad Waru.",
    "Petenis Dominika Tarawe kalah.",
    "Wartawan senior Wina Melati hadir.",
    "Jersey Timnas Dirilis",
    "Korea menembakkan rudal.",
    "Semenanjung Korea memanas.",
    "Pemberontak Kongo menyerang.",
    "Kedutaan pindah ke Yerusalem.",
    "Masjid Al-Quds dibuka.",
    "Warga Krimea memilih.",
    "Pasukan di Siprus Utara ditarik.",
    "Pasukan Hindia Belanda mendarat.",
    "Bekas Uni Soviet runtuh.",
    "Negara Amerika Latin bersatu.",
    "Negara Amerika Selatan bersatu.",
    "Warga Arab berkumpul.",
    "Milisi pro-Rusia menyerang.",
    "Kelompok anti-AS berunjuk rasa.",
    "Pulau Guinea Baru terbelah.",
    "Wilayah Indochina makmur.",
    "Istana Topkapi dipugar.",
    "Mereka berfoto di Istana Topkapi kemarin.",
    "Konser digelar di Senayan City.",
    "Para imam menyeberangi sungai Yordan.",
    "Bupati Pakpak Bharat dilantik.",
    "Stadion Senayan penuh.",
    "Gedung itu di kawasan Senayan.",
    "Makam di Astana Giribangun ramai.",
    "Jalan ke Masjid Kuba ditutup.",
    "Hari Natal dirayakan.",
    "Harga turki dan kacang mali naik.",
    "Novel George Washington terbit.",
    "Kota San Jose banjir.",
]


@pytest.mark.parametrize("text", TRAPS)
def test_trap_is_no_country(text: str) -> None:
    """Seas, languages, streets, clubs, newspapers, people, words, and names of two states are found for nobody."""
    assert found_in(text) == []


INSTEAD: list[tuple[str, list[tuple[str, str, How]]]] = [
    ("Gubernur Georgia Bram Kalo menerima mereka.", [("Georgia", "USA", "subdivision")]),
    ("Pabrik di Savannah, Georgia tutup.", [("Georgia", "USA", "subdivision")]),
    ("Warga negara bagian Georgia memilih.", [("Georgia", "USA", "subdivision")]),
    ("Presiden Georgia menolak.", [("Georgia", "GEO", "name")]),
    ("Presiden Chad Idris Waru tiba.", [("Chad", "TCD", "name")]),
    ("Pemakaman di Chad Selasa lalu.", [("Chad", "TCD", "name")]),
    ("Angkatan Laut China berlatih.", [("China", "CHN", "name")]),
    ("Gempa terjadi di Timur Laut China.", [("China", "CHN", "name")]),
    ("Angkatan laut AS berlatih.", [("AS", "USA", "name")]),
    ("Pabrik di New Jersey tutup.", [("New Jersey", "USA", "subdivision")]),
    ("Pabrik di New Mexico tutup.", [("New Mexico", "USA", "subdivision")]),
    ("Warga Irlandia Utara memilih.", [("Irlandia Utara", "GBR", "subdivision")]),
    ("Warga Timor Barat mengungsi.", [("Timor Barat", "IDN", "subdivision")]),
    ("Gubernur Papua dilantik.", [("Papua", "IDN", "subdivision")]),
    ("Perdana Menteri Papua Nugini tiba.", [("Papua Nugini", "PNG", "name")]),
    ("Presiden Guinea-Bissau tiba.", [("Guinea - Bissau", "GNB", "name")]),
    ("Presiden Guinea Khatulistiwa tiba.", [("Guinea Khatulistiwa", "GNQ", "name")]),
    ("Presiden Guinea tiba.", [("Guinea", "GIN", "name")]),
    ("Menlu Niger dan Menlu Nigeria bertemu.", [("Niger", "NER", "name"), ("Nigeria", "NGA", "name")]),
    ("Menlu Dominika hadir.", [("Dominika", "DMA", "name")]),
    ("Menlu Republik Dominika hadir.", [("Republik Dominika", "DOM", "name")]),
    ("Menlu Republik Kongo hadir.", [("Republik Kongo", "COG", "name")]),
    ("Menlu Republik Demokratik Kongo hadir.", [("Republik Demokratik Kongo", "COD", "name")]),
    ("Menlu Sudan Selatan hadir.", [("Sudan Selatan", "SSD", "name")]),
    ("Menlu Samoa Amerika hadir.", [("Samoa Amerika", "ASM", "name")]),
    ("Utusan Republik China (Taiwan) hadir.", [("Republik China", "TWN", "name"), ("Taiwan", "TWN", "name")]),
    ("Atlet Chinese Taipei menang.", [("Chinese Taipei", "TWN", "name")]),
    ("Republik Rakyat China menolak.", [("Republik Rakyat China", "CHN", "name")]),
    ("China-Rusia sepakat.", [("China", "CHN", "name"), ("Rusia", "RUS", "name")]),
    ("Timor-Leste bergabung.", [("Timor - Leste", "TLS", "name")]),
    ("Perang dagang China–AS memanas.", [("China", "CHN", "name"), ("AS", "USA", "name")]),
    ("Chinanya menolak.", [("China", "CHN", "name")]),
    ("Istana membantah kabar itu.", [("Istana", "IDN", "seat")]),
    ("Istana Bantah Isu Reshuffle Kabinet", [("Istana", "IDN", "seat")]),
    ("Mereka dilantik di Istana Negara Senin lalu.", [("Istana Negara", "IDN", "seat")]),
    ("Istana Negara Malaysia dibuka.", [("Istana Negara", "MYS", "seat"), ("Malaysia", "MYS", "name")]),
    ("Gedung Putih membantah.", [("Gedung Putih", "USA", "seat")]),
    ("Hal itu dikatakan Kremlin.", [("Kremlin", "RUS", "seat")]),
    ("Tel Aviv menolak usul itu.", [("Tel Aviv", "ISR", "seat")]),
    ("Beijing menolak usul Washington.", [("Beijing", "CHN", "capital"), ("Washington", "USA", "capital")]),
    ("Rapat di Washington, D.C. usai.", [("Washington , D.C.", "USA", "capital")]),
    ("Rapat di Lima, Peru, usai.", [("Lima", "PER", "capital"), ("Peru", "PER", "name")]),
    ("Rapat di Brussel usai.", [("Brussel", "BEL", "subdivision")]),
    ("Warga Jalur Gaza mengungsi.", [("Jalur Gaza", "PSE", "subdivision")]),
    (
        "Tim Negeri Paman Sam kalah dari negeri jiran.",
        [("Negeri Paman Sam", "USA", "name"), ("negeri jiran", "MYS", "name")],
    ),
    ("Tim negeri Paman Sam kalah.", [("negeri Paman Sam", "USA", "name")]),
    ("Rapat di Sana’a usai.", [("Sana’a", "YEM", "capital")]),
    ("Rapat di Sana'a usai.", [("Sana'a", "YEM", "capital")]),
    ("Mereka kembali ke Negeri Sembilan.", [("Negeri Sembilan", "MYS", "subdivision")]),
    ("Utusan Pantai Gading dan Côte d’Ivoire.", [("Pantai Gading", "CIV", "name"), ("Côte d’Ivoire", "CIV", "name")]),
    ("Menlu RI bertemu Menlu UEA.", [("RI", "IDN", "name"), ("UEA", "ARE", "name")]),
    ("TIMNAS kalah; MENLU KOREA SELATAN tiba.", [("KOREA SELATAN", "KOR", "name")]),
]


@pytest.mark.parametrize(("text", "expected"), INSTEAD, ids=[text for text, _ in INSTEAD])
def test_name_near_a_trap_is_what_it_is(text: str, expected: list[tuple[str, str, How]]) -> None:
    """The longest name counts, and what stands beside a form decides what it is."""
    assert found_in(text) == expected


def test_at_a_word_inside_a_longer_name_finds_nothing(names: CountryNames) -> None:
    """ "Dominika" in "Republik Dominika" is not Dominica, whichever word is asked."""
    words = cut("Menlu Republik Dominika dan Menlu Papua New Guinea hadir.")
    assert names.at(words, words.index("Republik")) == CountryName("DOM", "name", 2)
    assert names.at(words, words.index("Dominika")) is None
    assert names.at(words, words.index("Guinea")) is None
    assert names.at(words, words.index("hadir")) is None


def test_trap_is_told_from_a_word_that_is_no_name(names: CountryNames) -> None:
    """`is_trap` holds where a form stands and names no country, not at other words, nor at countries."""
    words = cut("Korea dan Laut China, kata China.")
    assert [place for place in range(len(words)) if names.is_trap(words, place)] == [0, 3]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Timor-Leste", CountryName("TLS", "name", 1)),
        ("Arab Saudi", CountryName("SAU", "name", 2)),
        ("Türkiye", CountryName("TUR", "name", 1)),
        ("Turkiye", CountryName("TUR", "name", 1)),
        ("Sofia", CountryName("BGR", "capital", 1)),
        ("Arab Saudi Timur", None),
        ("Korea", None),
        ("Asia", None),
        ("", None),
    ],
)
def test_named_takes_a_whole_phrase(names: CountryNames, phrase: str, expected: CountryName | None) -> None:
    """The whole phrase is one form, or it names nothing; what stands beside a form does not matter here."""
    assert names.named(phrase) == expected


def test_inside_finds_the_countries_of_one_hyphenated_word(names: CountryNames) -> None:
    """The tokeniser keeps "AS-China" whole, as it does "As-Salam"; "pro-Rusia" is no Russia."""
    assert [name.country for name in names.inside("AS-China")] == ["USA", "CHN"]
    assert names.inside("pro-Rusia") == ()
    assert names.inside("China") == ()


@pytest.mark.parametrize(
    ("text", "place", "region"),
    [
        ("Negara Timur Tengah bertemu.", 1, RegionName("middle-east", 2)),
        ("Pasar Asia Tenggara tumbuh.", 1, RegionName("southeast-asia", 2)),
        ("Warga Arab bertemu.", 1, RegionName("arab-world", 1)),
        ("Undian Piala Asia digelar.", 2, None),
        ("Negara China bertemu.", 1, None),
    ],
)
def test_region_is_found_as_a_group_of_states(
    names: CountryNames, text: str, place: int, region: RegionName | None
) -> None:
    """Regions are no country, and are asked for apart; "Arab Saudi" is no region."""
    assert names.region_at(cut(text), place) == region


ENGLISH = [
    ("The Chinese envoy met South Korean officials.", ["CHN", "KOR"]),
    ("Ships crossed the South China Sea.", []),
    ("Storms hit the Gulf of Mexico.", []),
    ("China's envoy said the White House agreed.", ["CHN", "USA"]),
    ("Korean officials met.", []),
    ("He lives in Atlanta, Georgia.", ["USA"]),
    ("The president of Georgia spoke.", ["GEO"]),
    ("New Jersey voted.", ["USA"]),
    ("The U.S. and U.K. agreed.", ["USA", "GBR"]),
    ("Tell us what to do.", []),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_forms_are_found_by_the_same_rules(text: str, expected: list[str]) -> None:
    """English has demonyms for nearly all, and traps that stand behind the name."""
    assert countries_in(text, "en") == expected


EMPTY = """
unused = []
heads = []
no_names = []
traps = [{TRAP}]
needs = []
names = {{ {NAMES} }}
demonyms = {{}}
capitals = {{}}
seats = {{}}
epithets = {{}}
subdivisions = {{}}
regions = {{}}
ambiguous = {{}}
"""


@pytest.mark.parametrize(
    ("names", "trap", "reason"),
    [
        ("ENG = ['England']", "", "ENG"),
        ("FRA = ['France']", "{ country = 'FR' }", "FR"),
        ("FRA = ['France'], DEU = ['France']", "", "France"),
        ("FRA = ['']", "", "names.FRA.0"),
        ("FRA = ['France']", "{ before = [''] }", "traps.0.before.0"),
    ],
)
def test_bad_list_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: str, trap: str, reason: str) -> None:
    """A code that is none, a form of two countries, an empty form: the error names the file and what is wrong."""
    monkeypatch.setattr(schema, "language_folder", lambda language: tmp_path)
    load_words.cache_clear()
    (tmp_path / CountryWords.file).write_text(EMPTY.format(NAMES=names, TRAP=trap))
    with pytest.raises(LanguageDataError) as caught:
        load_words("xx", CountryWords)
    assert reason in str(caught.value)
    assert CountryWords.file in str(caught.value)
