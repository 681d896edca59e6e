"""Names put right by what is known of countries, bodies and titles."""

from __future__ import annotations

import pytest

from tests.analyse.cast import CUES, NAMING, find, make_story
from ujar.analyse.draft import ORGANISATION, PERSON, PLACE, Draft, Entity
from ujar.analyse.names import mend_names


def names_in(draft: Draft) -> list[tuple[str, str]]:
    """The mended names with their kinds, in the order of the text."""
    mend_names(draft, NAMING, CUES)
    return [(draft.text_of(entity.tokens), entity.kind) for entity in draft.entities]


def test_country_behind_a_title_is_no_part_of_the_name() -> None:
    """ "diplomat senior China Bai Ling" is a country and a person, whatever the model read as one."""
    draft = make_story("diplomat | senior | China | Bai | Ling | tiba", persons=("China Bai Ling",))
    assert names_in(draft) == [("China", PLACE), ("Bai Ling", PERSON)]


def test_country_cut_out_of_a_body_behind_a_title() -> None:
    """ "Menlu RI Banyu" makes a state and a person, even where the model took "RI Banyu" for a body."""
    draft = make_story("Menlu | RI | Banyu | tiba", bodies=("RI Banyu",))
    assert names_in(draft) == [("RI", PLACE), ("Banyu", PERSON)]


def test_country_may_be_a_first_name() -> None:
    """The poet India Lestari is one person, and so is the "India" who speaks behind "ujar" later."""
    story = ("Penyair | India | Lestari | tiba | .", "Rumah | itu | ramai | , | ujar | India | .")
    assert names_in(make_story(*story, persons=("Lestari",))) == [("India Lestari", PERSON)]


def test_country_stays_one_where_nobody_speaks_by_it() -> None:
    """Without a word that says otherwise, the India before a name is the country."""
    draft = make_story("Penyair | India | Lestari | tiba | di | India | .", persons=("Lestari",))
    assert names_in(draft) == [("India", PLACE), ("Lestari", PERSON), ("India", PLACE)]


def test_opener_belongs_to_the_name() -> None:
    """ "I" is written before a Balinese name and belongs to it."""
    draft = make_story("Kemarin | I | Made | Suarta | pulang", persons=("Made Suarta",))
    assert names_in(draft) == [("I Made Suarta", PERSON)]


def test_two_persons_side_by_side_are_one_name() -> None:
    """Nothing stands between two people's names: "Ayu" "Saraswati" is one woman; with a comma they are two."""
    joined = make_story("Kemarin | Ayu | Saraswati | pulang", persons=("Ayu", "Saraswati"))
    listed = make_story("Kemarin | Ayu | , | Saraswati | pulang", persons=("Ayu", "Saraswati"))
    assert names_in(joined) == [("Ayu Saraswati", PERSON)]
    assert names_in(listed) == [("Ayu", PERSON), ("Saraswati", PERSON)]


def test_title_alone_is_no_name() -> None:
    """ "Menlu menambahkan": the model's name is dropped."""
    assert names_in(make_story("Menlu | menambahkan | data", persons=("Menlu",))) == []


def test_title_is_cut_off_a_name() -> None:
    """ "Menlu Rano Lubis" is Rano Lubis."""
    assert names_in(make_story("Menlu | Rano | Lubis | pulang", persons=("Menlu Rano Lubis",))) == [
        ("Rano Lubis", PERSON)
    ]


def test_listed_countries_and_bodies_are_names() -> None:
    """What the word lists know is a name of its kind, even where the model saw none."""
    draft = make_story("Rusia | menolak | usul | PBB | kemarin")
    assert names_in(draft) == [("Rusia", PLACE), ("PBB", ORGANISATION)]


def test_country_inside_a_body_is_no_name_of_its_own() -> None:
    """ "Partai Nelayan Rusia" is one body."""
    draft = make_story("Partai | Nelayan | Rusia | menolak", bodies=("Partai Nelayan Rusia",))
    assert names_in(draft) == [("Partai Nelayan Rusia", ORGANISATION)]


def test_brackets_part_a_name_and_its_short_form() -> None:
    """The model runs the short form into the name: they are two."""
    draft = make_story("Komisi | Pengawas | Teluk | ( | KPT | ) | bubar", bodies=("Komisi Pengawas Teluk ( KPT",))
    assert names_in(draft) == [("Komisi Pengawas Teluk", ORGANISATION), ("KPT", ORGANISATION)]


def test_short_name_of_a_person_is_no_place() -> None:
    """ "Dragu" is a person wherever it stands, for "Sorin Dragu" was named and it is a person's name elsewhere."""
    draft = make_story("Sorin | Dragu | tiba | .", "Dragu | pulang | .", "Kata | Dragu | .", persons=("Sorin Dragu",))
    draft.entities += [Entity(find(draft, "Dragu", 1), PERSON), Entity(find(draft, "Dragu", 2), PLACE)]
    assert names_in(draft) == [("Sorin Dragu", PERSON), ("Dragu", PERSON), ("Dragu", PERSON)]


def test_place_stays_one_beside_a_namesake() -> None:
    """The city of Palu is named more often as a place than as a person: it is no "Rano Palu"."""
    draft = make_story("Rano | Palu | tiba | di | Palu | .", persons=("Rano Palu",))
    draft.entities.append(Entity(find(draft, "Palu", 1), PLACE))
    assert names_in(draft) == [("Rano Palu", PERSON), ("Palu", PLACE)]


def test_verb_in_a_headline_is_no_part_of_the_name() -> None:
    """ "Sorin Temui Utusan": all words are capitalised, and the story calls him "Nikolai Sorin"."""
    story = ("Sorin | Temui | Utusan", "Nikolai | Sorin | tiba | .")
    draft = make_story(*story, persons=("Sorin Temui", "Nikolai Sorin"))
    draft.sentences[0].headline = True
    assert names_in(draft) == [("Sorin", PERSON), ("Nikolai Sorin", PERSON)]


def test_name_that_the_model_missed_stands_behind_a_title() -> None:
    """Capitalised proper nouns behind a title are a name, unless they say what office it is."""
    school = make_story("Kepala NOUN root 0 | sekolah NOUN compound 1 | Bintang PROPN flat 1 | Samudra PROPN flat 3")
    office = make_story("Direktur NOUN root 0 | Komisi PROPN compound 1 | Tiga PROPN flat 2")
    assert names_in(school) == [("Bintang Samudra", PERSON)]
    assert names_in(office) == []
    assert names_in(make_story("Direktur NOUN root 0 | Wilayah PROPN compound 1 | Tiga PROPN flat 2")) == []
    assert names_in(make_story("Rumah NOUN root 0 | Bintang PROPN flat 1 | Samudra PROPN flat 2")) == []


def test_missed_short_name_is_found() -> None:
    """A word of a person's name is that person where it stands alone and the model saw nothing."""
    draft = make_story("Nikolai PROPN nsubj 3 | Sorin PROPN flat 1 | tiba VERB root 0", "Sorin PROPN root 0")
    draft.entities = [Entity(find(draft, "Nikolai Sorin"), PERSON)]
    assert names_in(draft) == [("Nikolai Sorin", PERSON), ("Sorin", PERSON)]


@pytest.mark.parametrize(
    ("sentence", "name", "kind"),
    [
        ("antrean | di | SPBU | panjang", "SPBU", ORGANISATION),
        ("bahan | bakar | mentah | ( | BMT | ) | habis", "BMT", ORGANISATION),
        ("kapal | Cakra | karam", "Cakra", PERSON),
        ("menonton | film | Ombak | Biru", "Ombak Biru", PERSON),
    ],
)
def test_name_of_a_thing_is_nobody_s(sentence: str, name: str, kind: str) -> None:
    """An acronym of a thing, a ship and a film are dropped, whatever the model takes them for."""
    draft = make_story(sentence)
    draft.entities = [Entity(find(draft, name), kind)]
    assert names_in(draft) == []


def test_owner_of_a_ship_is_somebody() -> None:
    """ "pengusaha kapal Rano Lubis" is a person: a title stands before the thing."""
    draft = make_story("pengusaha | kapal | Rano | Lubis | pulang", persons=("Rano Lubis",))
    assert names_in(draft) == [("Rano Lubis", PERSON)]


def test_body_is_called_without_where_it_stands() -> None:
    """ "Majelis Nelayan di Wamena" is the Majelis Nelayan; "(Tbk)" is no name beside it."""
    placed = make_story("Majelis | Nelayan | di | Wamena | bubar", bodies=("Majelis Nelayan di Wamena",))
    formed = make_story("Angkasa | Raya | ( | Tbk | bubar", bodies=("Angkasa Raya ( Tbk",))
    assert names_in(placed) == [("Majelis Nelayan", ORGANISATION)]
    assert names_in(formed) == [("Angkasa Raya", ORGANISATION)]


def test_given_name_that_is_also_a_title_stays() -> None:
    """ "Putri Lestari" is a woman's whole name, "Menlu Lestari" is Lestari; "Sri" is a name, "Yang Mulia" is none."""
    for written, name in (
        ("Putri Lestari", "Putri Lestari"),
        ("Menlu Lestari", "Lestari"),
        ("Sri Lestari", "Sri Lestari"),
        ("Yang Mulia Lestari", "Lestari"),
    ):
        draft = make_story(f"{' | '.join(written.split())} | pulang", persons=(written,))
        assert names_in(draft) == [(name, PERSON)]


def test_name_runs_on_over_its_parts() -> None:
    """The words that hang on a name as parts of it belong to it; those that do not, and headlines, are left alone."""
    sentence = "Pri PROPN nsubj 3 | Rakhman PROPN {} 1 | pulang VERB root 0"
    for relation, name in (("flat:name", "Pri Rakhman"), ("obj", "Pri")):
        assert names_in(make_story(sentence.format(relation), persons=("Pri",))) == [(name, PERSON)]
    headline = make_story(sentence.format("flat:name"), persons=("Pri",))
    headline.sentences[0].headline = True
    assert names_in(headline) == [("Pri", PERSON)]


def test_body_that_hangs_on_a_name_is_part_of_it() -> None:
    """The model reads "Ayu" as a person and "Samudra" as a body: by the tree they are one name."""
    for relation, names in (("flat:name", ["Ayu Samudra"]), ("obj", ["Ayu", "Samudra"])):
        sentence = f"Ayu PROPN nsubj 3 | Samudra PROPN {relation} 1 | pulang VERB root 0"
        draft = make_story(sentence, persons=("Ayu",), bodies=("Samudra",))
        assert [text for text, _ in names_in(draft)] == names
