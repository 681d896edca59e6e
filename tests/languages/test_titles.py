"""The words that make mentions: each fits its list, and is found in sentences as they are cut."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container
from typing import Any

import pytest
from pydantic import ValidationError

from ujar.analyse.tokens import split_words
from ujar.languages.schema import TokenWords, language_folder, load_words
from ujar.languages.titles import LONGEST, TitleWords, longest_form

LANGUAGES = ("id", "en")


@pytest.fixture
def titles() -> TitleWords:
    """The Indonesian list."""
    return load_words("id", TitleWords)


def cut(text: str, language: str = "id") -> list[str]:
    """The words of a text as the analysis cuts them."""
    words = load_words(language, TokenWords)
    return [text[first:last] for first, last in split_words(text, 0, len(text), words)]


def found(text: str, forms: Container[str]) -> list[str]:
    """The phrases of a list in a text, the longest at each place, none inside another."""
    words, phrases, place = cut(text), [], 0
    while place < len(words):
        form = longest_form(words, place, forms)
        if form:
            phrases.append(form.phrase)
        place += form.length if form else 1
    return phrases


def written(language: str = "id") -> dict[str, Any]:
    """The list as it stands in its file."""
    return tomllib.loads((language_folder(language) / TitleWords.file).read_text(encoding="utf-8"))


def phrases_of(value: object) -> list[str]:
    """All phrases below a key of the file."""
    if isinstance(value, list):
        return value
    assert isinstance(value, dict)
    return [phrase for key, below in value.items() for phrase in ([key] if isinstance(below, int) else below)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_in_small_letters(language: str) -> None:
    """A capital letter or a blank too many would make a phrase that never matches."""
    for key, value in written(language).items():
        for phrase in phrases_of(value):
            assert phrase == " ".join(phrase.lower().split()), f"{language}: {key}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_are_written_as_the_text_is_cut(language: str) -> None:
    """Each phrase that heads a mention, and each pronoun, can stand in a text: its words are those it is cut into."""
    words = load_words(language, TitleWords)
    for phrase in (*words.person_nouns, *words.body_kind_of, *words.no_actors, *words.pronoun_sort_of):
        if phrase in ("nya", "ku"):  # as endings only
            continue
        printed = re.sub(" (nya|'s)", r"\1", phrase.replace(" - ", "-"))
        ways = [[word.lower() for word in cut(f"{way} said", language)[:-1]] for way in (printed, printed.title())]
        assert phrase.split() in ways, phrase


def test_list_is_large_enough(titles: TitleWords) -> None:
    """The nouns of people and bodies of newspapers are many."""
    assert len(titles.persons) >= 250
    assert len(titles.plural_persons) >= 90
    assert len(titles.office_of) >= 150
    assert len(titles.body_kind_of) >= 300
    assert {"person", "state", "government", "igo", "party", "media"} <= set(titles.epithet_heads)


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Menlu Rano Lubis tiba di Palu.", "foreign_minister"),
        ("Menteri Luar Negeri Sekar Ayu tiba.", "foreign_minister"),
        ("Kanselir Bruno Falk tiba.", "prime_minister"),
        ("Yang di-Pertuan Agong menerima tamu.", "monarch"),
        ("Wapres Dewi Ratri tiba.", "vice_president"),
        ("Panglima TNI menjawab.", "commander_in_chief"),
        ("Menteri Koordinator Bidang Pangan tiba.", "coordinating_minister"),
        ("Sekretaris Jenderal Tomas Ruiz tiba.", "secretary_general"),
        ("Ketua DPR Bima Saluang tiba.", "speaker"),
        ("Pemimpin Tertinggi menolak.", "supreme_leader"),
    ],
)
def test_office_is_found_in_a_sentence(titles: TitleWords, text: str, office: str) -> None:
    """Long forms and short ones lead to one code."""
    assert [titles.office_of[phrase] for phrase in found(text, titles.office_of)] == [office]


@pytest.mark.parametrize(
    "text",
    [
        "Wakil Menteri Luar Negeri Rano Lubis tiba.",
        "Wamenlu Rano Lubis tiba.",
        "Presiden terpilih Rano Lubis tiba.",
        "Asisten Menteri Luar Negeri Rano Lubis tiba.",
        "Presiden Direktur PT Angin Timur tiba.",
        "Mantan Presiden Rano Lubis tiba.",
    ],
)
def test_person_who_holds_no_office_is_found_before_the_office(titles: TitleWords, text: str) -> None:
    """A deputy, one elected, a company's head, a predecessor: the longer phrase is no office."""
    phrases = found(text, titles.person_nouns)
    assert phrases
    assert not set(phrases) & set(titles.office_of)


@pytest.mark.parametrize(
    "before", ["mantan", "juru bicara", "utusan", "istri", "calon", "plt.", "staf khusus", "asisten"]
)
def test_words_before_an_office_make_it_vacant(titles: TitleWords, before: str) -> None:
    """ "juru bicara presiden" is not the president."""
    words = cut(f"{before} perdana menteri".capitalize())
    form = longest_form(words, 0, frozenset(titles.vacant_prefixes))
    assert form is not None
    assert form.phrase.replace(" .", ".") == before
    office = longest_form(words, form.length, titles.office_of)
    assert office is not None
    assert titles.office_of[office.phrase] == "prime_minister"


def test_vacant_prefix_is_never_an_office_by_itself(titles: TitleWords) -> None:
    """ "Presiden Wakil ..." would else be no president."""
    assert not set(titles.vacant_prefixes) & set(titles.office_of)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kementrian Luar Negeri itu menolak.", "government"),
        ("Kantor berita itu menulis.", "media"),
        ("Kelompok bersenjata itu mundur.", "armed_group"),
        ("PT Angin Timur membantah.", "company"),
        ("Negara itu diam.", "state"),
        ("Laporan itu terbit.", "document"),
        ("Partai itu menang.", "party"),
        ("Pemerintah menolak.", "government"),
    ],
)
def test_body_is_found_in_a_sentence(titles: TitleWords, text: str, kind: str) -> None:
    """The noun of a body tells its kind."""
    assert [titles.body_kind_of[phrase] for phrase in found(text, titles.body_kind_of)] == [kind]


def test_phrases_that_only_look_like_bodies_are_known(titles: TitleWords) -> None:
    """ "negara bagian" is no state, "media sosial" no newspaper, "korban jiwa" nobody."""
    heads = {*titles.person_nouns, *titles.body_kind_of, *titles.no_actors}
    for text in ("negara bagian", "media sosial", "korban jiwa", "ibu pertiwi", "pemilihan presiden"):
        assert found(text, heads) == [text]
        assert text in titles.no_actors


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("Keduanya menyebut pihaknya siap.", ["plural", "own_side"]),
        ("Ia menilai dirinya benar.", ["singular", "reflexive"]),
        ("Kedua belah pihak sepakat, ujarnya.", ["plural", "clitic"]),
        ("Kami tahu, dan saya diam.", ["first_plural", "first_singular"]),
    ],
)
def test_pronouns_are_found_in_a_sentence(titles: TitleWords, text: str, sorts: list[str]) -> None:
    """Pronouns of several words count as one, clitics as the words they are."""
    assert [titles.pronoun_sort_of[phrase] for phrase in found(text, titles.pronoun_sort_of)] == sorts


def test_numerals_give_their_number(titles: TitleWords) -> None:
    """ "kedua menteri" and "dua menteri" are two."""
    assert (titles.number_of["kedua"], titles.number_of["dua"], titles.number_of["ketiga"]) == (2, 2, 3)
    assert "kedua" in titles.definite_numerals
    assert "dua" not in titles.definite_numerals


def test_relations_head_mentions_of_persons(titles: TitleWords) -> None:
    """ "mitranya" is a mention, of another."""
    assert set(titles.relations) <= set(titles.persons)
    assert found("Rano menemui mitranya dari Malaysia.", frozenset(titles.relations)) == ["mitra"]


def test_doubled_nouns_are_found_as_the_single_one(titles: TitleWords) -> None:
    """ "menteri-menteri luar negeri" is the office, told to be doubled; a law is no doubled anything."""
    office = longest_form(cut("Menteri-menteri luar negeri berunding"), 0, titles.office_of)
    assert office == ("menteri luar negeri", 3, True)
    assert found("Negara-negara itu menolak undang-undang baru.", titles.body_kind_of) == ["negara", "undang-undang"]


def test_no_phrase_is_longer_than_the_look_up_reaches(titles: TitleWords) -> None:
    """A longer phrase would never be found."""
    heads = (*titles.person_nouns, *titles.body_kind_of, *titles.no_actors, *titles.vacant_prefixes)
    assert max(len(phrase.split()) for phrase in heads) <= LONGEST


def test_longest_form_ends_with_the_words() -> None:
    """A phrase that the text breaks off is not found."""
    assert longest_form(["Menteri", "Luar"], 0, {"menteri luar negeri": 1}) is None
    assert longest_form(["Menteri", "Luar"], 1, {"luar": 1}) == ("luar", 1, False)


@pytest.mark.parametrize(
    ("key", "phrase", "reason"),
    [
        ("persons", "menlu", "more than one kind of head 'menlu'"),
        ("no_actors", "partai", "more than one kind of head 'partai'"),
        ("honorifics", "pak", "honorifics lists twice 'pak'"),
        ("relations", "tetangga seberang", "head nothing 'tetangga seberang'"),
    ],
)
def test_phrase_in_two_places_is_refused(key: str, phrase: str, reason: str) -> None:
    """A head of two kinds, a phrase twice in a list, a relation that is no noun of a person."""
    lists = written()
    lists[key] = [*lists[key], phrase]
    with pytest.raises(ValidationError, match=reason):
        TitleWords.model_validate(lists)


def test_office_without_forms_is_refused() -> None:
    """A language that has no word for an office of the table must say so by failing."""
    lists = written()
    del lists["offices"]["monarch"]
    with pytest.raises(ValidationError, match="no forms of 'monarch'"):
        TitleWords.model_validate(lists)


def test_epithet_of_another_kind_is_refused() -> None:
    """An epithet and the head it is must agree on the kind."""
    lists = written()
    lists["epithet_heads"]["company"].append("kabinet")
    with pytest.raises(ValidationError, match="no body of kind company 'kabinet'"):
        TitleWords.model_validate(lists)
