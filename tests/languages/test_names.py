"""Countries, bodies, offices and nouns of people in one pass; mentions.toml."""

from __future__ import annotations

import pytest

from ujar.errors import LanguageDataError
from ujar.languages.mentions import MentionWords
from ujar.languages.names import KnownWords, load_naming
from ujar.languages.schema import load_words
from ujar.languages.titles import TitleWords

NAMING = load_naming("id")
TITLES = load_words("id", TitleWords)
WORDS = load_words("id", MentionWords)


def scan(text: str) -> KnownWords:
    """The known words of a text, cut at its blanks."""
    return NAMING.scan(text.split())


def test_scan_finds_each_sort_of_word() -> None:
    """A title with its office, a country, a listed body and a body's noun, each where it begins."""
    found = scan("Presiden Rusia menulis kepada PBB dan kementerian")
    assert (found.titles[0].office, found.titles[0].length) == ("president", 1)
    assert found.countries[1].country == "RUS"
    assert found.organisations[4].id == "UN"
    assert found.bodies[6].kind == "government"


def test_longest_phrase_counts() -> None:
    """ "wakil menteri luar negeri" is one title, of no minister; the words in it are no titles of their own."""
    found = scan("wakil menteri luar negeri pulang")
    assert {place: title.length for place, title in found.titles.items()} == {0: 4}
    assert found.titles[0].office is None
    assert found.inner == {1, 2, 3}


def test_noun_of_nobody_is_not_known() -> None:
    """ "pemilihan presiden" is an event: no title begins in it."""
    assert scan("pemilihan presiden ramai").titles == {}


def test_title_in_a_name_is_none() -> None:
    """A word inside the name of a country heads no mention: "Rakyat" of "Republik Rakyat China"."""
    found = scan("Republik Rakyat China menolak")
    assert set(found.countries) == {0}
    assert found.titles == {}
    assert found.bodies == {}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Presiden Rusia", [0]),
        ("mantan Presiden Rusia", []),
        ("bekas Presiden Rusia", []),
        ("pelaksana tugas Presiden Rusia", []),
        ("Bekas Menlu Peru", []),
        ("juru bicara Presiden Rusia", [2]),
    ],
)
def test_office_is_held_by_its_bearer(text: str, held: list[int]) -> None:
    """A former president holds nothing; beside his spokesman the president is still in office."""
    found = scan(text)
    assert [place for place, title in found.titles.items() if title.office and place not in found.vacant] == held


def test_counterpart_is_a_peer() -> None:
    """ "mitranya dari Malaysia" holds there what another holds here; a petani does not."""
    assert scan("bertemu mitra nya dan petani").peers == {1}


def test_region_is_no_country() -> None:
    """A group of states is known, so that no state is read in its name."""
    found = scan("Amerika Latin menolak")
    assert found.regions == {0: 2}
    assert found.countries == {}


@pytest.mark.parametrize(
    ("text", "type_", "sort", "plural", "length"),
    [
        ("Dia pulang", "pronoun", "third", False, 1),
        ("Beliau pulang", "pronoun", "honoured", False, 1),
        ("mereka pulang", "pronoun", "plural", True, 1),
        ("kedua nya pulang", "pronoun", "plural", True, 2),
        ("pihak nya siap", "pronoun", "own_side", False, 2),
        ("diri nya siap", "pronoun", "reflexive", False, 2),
        ("nya siap", "clitic", "owned", False, 1),
        ("saya siap", "first", "third", False, 1),
        ("kami siap", "first", "third", True, 1),
    ],
)
def test_pronoun_tells_what_it_is(text: str, type_: str, sort: str, plural: bool, length: int) -> None:
    """Type, sort and number of each; the longest one counts."""
    found = NAMING.pronoun_at(text.split(), 0)
    assert found is not None
    assert (found.type, found.sort, found.plural, found.length) == (type_, sort, plural, length)


@pytest.mark.parametrize("text", ["pihak lain", "kedua negara", "rumah"])
def test_noun_is_no_pronoun(text: str) -> None:
    """ "pihak" and "kedua" alone begin phrases of other kinds."""
    assert NAMING.pronoun_at(text.split(), 0) is None


def test_names_of_one_body_are_one() -> None:
    """ "Kemlu" is filed as the ministry it is short for; "otoritas" as the government, under no noun at all."""
    assert NAMING.canonical(["Kemlu"]) == NAMING.canonical(["Kementerian", "Luar", "Negeri"])
    assert NAMING.canonical(["otoritas"]) == NAMING.canonical(["pemerintah"]) == ""
    assert NAMING.canonical(["Badan", "Pangan"]) == "badan pangan"


def test_definite_numeral_counts_and_others_do_not() -> None:
    """ "kedua" is two who are known; "dua" may be anybody."""
    assert (NAMING.count_of("Kedua"), NAMING.count_of("ketiga"), NAMING.count_of("dua")) == (2, 3, 0)


def test_head_of_state_is_one_of_some_offices() -> None:
    """ "Kepala Negara" may be president or monarch; other nouns stand for none."""
    assert set(NAMING.offices_of(["Kepala", "Negara"])) == {"president", "monarch"}
    assert NAMING.offices_of(["petani"]) == ()


def test_seorang_is_no_plural_marker() -> None:
    """What says that one is meant never says that several are."""
    assert "seorang" in NAMING.singular
    assert not NAMING.singular & NAMING.plural
    assert NAMING.determiners == NAMING.singular | NAMING.plural


def test_words_near_a_holder_stand_before_offices() -> None:
    """A word that only stands near a holder is one of those that make an office another's; else it would do nothing."""
    assert set(WORDS.near_holders) <= set(TITLES.vacant_prefixes)


def test_nouns_of_several_are_known() -> None:
    """Each noun for which a group's offices are given heads a mention."""
    assert set(WORDS.group_offices) <= TITLES.person_nouns
    assert set(WORDS.same_offices) <= TITLES.person_nouns


def test_forms_of_a_body_are_listed_once() -> None:
    """A form under two names would be filed under the last."""
    forms = [form for forms in WORDS.same_bodies.values() for form in forms]
    assert len(forms) == len(set(forms))


def test_language_without_its_lists_is_an_error() -> None:
    """Nobody is silently not found."""
    with pytest.raises(LanguageDataError):
        load_naming("xx")
