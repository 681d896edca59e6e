"""The names of organisations, found in sentences as they are cut."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ujar.analyse.tokens import split_words
from ujar.errors import LanguageDataError
from ujar.languages import organisations as module
from ujar.languages import schema
from ujar.languages.organisations import OrganisationName, OrganisationWords, load_organisations
from ujar.languages.schema import TokenWords, load_words
from ujar.ontology.organisations import organisations

LANGUAGES = ("id", "en")
FEWEST_NAMES = {"id": 1200, "en": 700}


def cut(text: str, language: str = "id") -> list[str]:
    """The words of a text as the analysis cuts them."""
    words = load_words(language, TokenWords)
    return [text[first:last] for first, last in split_words(text, 0, len(text), words)]


def names(text: str, language: str = "id") -> dict[str, OrganisationName]:
    """Every name in a text, by its words; those inside another too."""
    words, known = cut(text, language), load_organisations(language)
    found = ((place, known.at(words, place)) for place in range(len(words)))
    return {" ".join(words[place : place + name.length]): name for place, name in found if name}


def ids(text: str, language: str = "id") -> dict[str, str | None]:
    """Every name in a text and its id."""
    return {words: name.id for words, name in names(text, language).items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_names_every_organisation(language: str) -> None:
    """Whatever the ontology knows can be found in a text of the language."""
    words = load_words(language, OrganisationWords)
    assert set(words.names) == set(organisations())
    assert sum(map(len, words.names.values())) >= FEWEST_NAMES[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_found_where_they_stand_in_a_text(language: str) -> None:
    """Each name, written as a newspaper does, is cut into the words it is listed by and found whole."""
    known = load_organisations(language)
    for identifier, forms in load_words(language, OrganisationWords).names.items():
        for form in forms:
            words = cut(as_printed(form) + " said", language)
            found = known.at(words, 0)
            assert words[:-1] == form.split(), form
            assert found is not None, form
            assert (found.length, identifier in found.candidates) == (len(words) - 1, True), form


def as_printed(form: str) -> str:
    """A listed form with its marks where they are printed: "TPNPB - OPM" is "TPNPB-OPM"."""
    closed = re.sub(r" ([-+]) ?", r"\1", form)  # "OPEC +" is "OPEC+"
    return closed.replace(" ,", ",").replace(" '", "'")


def test_longest_name_is_found() -> None:
    """A body of the UN is not the UN, a committee no party."""
    assert ids("Duta itu berbicara di Dewan Keamanan PBB.") == {"Dewan Keamanan PBB": "UNSC", "PBB": "UN"}
    found = names("Komite Sentral Partai Komunis China menerima Rano Lubis.")
    assert found["Komite Sentral Partai Komunis China"].id == "CPC_CENTRAL"
    assert found["Komite Sentral Partai Komunis China"].country == "CHN"


def test_acronyms_are_found_in_capitals_only() -> None:
    """ "PBB" is the UN, "pbb" is not; "ISI" is a service and "isi" a content."""
    assert ids("Sekjen PBB menemui pejabat OKI.") == {"PBB": "UN", "OKI": "OIC"}
    assert ids("Isi pernyataan itu pas, dan pan itu isi ulang bin sampah.") == {}


def test_names_are_found_in_all_capitals() -> None:
    """A headline's "UNI EROPA" is the Union; a name in small letters is a word."""
    assert ids("UNI EROPA DAN HAMAS BERUNDING") == {"UNI EROPA": "EU", "HAMAS": "HAMAS"}
    assert ids("Pada uni eropa purba, hamas berarti semangat.") == {}


def test_acronyms_that_are_words_are_left_among_capitals() -> None:
    """ "BIN" between capitals is a part of a name: "PANGERAN JAFAR BIN HAMID TIBA"; elsewhere it is the service."""
    assert ids("PANGERAN JAFAR BIN HAMID TIBA DI PALU") == {}
    assert ids("Kepala BIN membantah kabar itu.") == {"BIN": "BIN"}


def test_names_beginning_with_a_noun_are_found_in_any_case() -> None:
    """ "badan kesehatan dunia" is written with and without capitals."""
    for text in ("badan kesehatan dunia", "Badan Kesehatan Dunia", "Badan kesehatan dunia"):
        assert ids(f"Menurut {text} wabah itu mereda.") == {text: "WHO"}


def test_name_of_several_is_no_one_of_them() -> None:
    """ "Partai Demokrat" is a party of three countries; the country beside it tells which."""
    found = names("Partai Demokrat menolak rancangan itu.")["Partai Demokrat"]
    assert (found.id, found.kind, found.country) == (None, "party", None)
    assert set(found.candidates) == {"DEMOCRATS_USA", "DEMOKRAT", "DPK"}
    assert found.of("USA").id == "DEMOCRATS_USA"
    assert found.of("FRA") == found
    assert ids("Partai Demokrat AS menolak rancangan itu.")["Partai Demokrat AS"] == "DEMOCRATS_USA"


def test_other_body_that_begins_like_a_listed_one_is_not_found() -> None:
    """A national security council is not that of the UN."""
    assert ids("Dewan Keamanan Nasional Ukraina bersidang.") == {}
    assert ids("Dewan Keamanan Nasional AS bersidang.") == {"Dewan Keamanan Nasional AS": "NSC_USA"}


def test_name_at_the_end_of_the_words_is_whole_or_none() -> None:
    """A text that ends within a name holds no name."""
    known = load_organisations("id")
    assert known.at(["Uni"], 0) is None
    assert known.at(["di", "Uni", "Eropa"], 1) == OrganisationName("EU", "igo", None, 2, ("EU",))


def test_unknown_organisation_in_a_list_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that names what the ontology does not know is an error of that file and key."""
    (tmp_path / OrganisationWords.file).write_text("[names]\nLAKE = ['Liga Danau']\n", encoding="utf-8")
    for holder in (schema, module):
        monkeypatch.setattr(holder, "language_folder", lambda language: tmp_path)
    with pytest.raises(LanguageDataError, match=r"names\.LAKE") as caught:
        load_organisations("xy")
    assert caught.value.path == str(tmp_path / OrganisationWords.file)


def test_name_listed_twice_is_refused() -> None:
    """A name twice under one id is a slip of the pen."""
    with pytest.raises(ValueError, match=r"names\.UN"):
        OrganisationWords(names={"UN": ("PBB", "PBB")})
