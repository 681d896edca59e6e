"""Actors: mentions by name of one person or body are put together."""

from __future__ import annotations

from tests.analyse.cast import NAMING, add_mention, make_story
from ujar.analyse.actors import find_actors
from ujar.analyse.draft import Draft


def actors_in(draft: Draft) -> dict[str, list[str]]:
    """The actors by name, each with the words of its mentions."""
    find_actors(draft, NAMING)
    return {
        actor.name: [draft.text_of(draft.mentions[place].tokens) for place in actor.mentions] for actor in draft.actors
    }


def test_short_name_joins_the_full_one() -> None:
    """ "Lubis" is the Rano Lubis before it; the actor is called by the fullest name."""
    draft = make_story("Rano | Lubis | tiba | .", "Lubis | pulang | .")
    add_mention(draft, "Rano Lubis")
    add_mention(draft, "Lubis", nth=1)
    assert actors_in(draft) == {"Rano Lubis": ["Rano Lubis", "Lubis"]}


def test_short_name_joins_the_one_that_follows() -> None:
    """A headline's "Lubis" is the Rano Lubis whom the body names."""
    draft = make_story("Lubis | tiba | .", "Rano | Lubis | pulang | .")
    add_mention(draft, "Lubis")
    add_mention(draft, "Rano Lubis")
    assert actors_in(draft) == {"Rano Lubis": ["Lubis", "Rano Lubis"]}


def test_short_name_is_of_the_one_named_last() -> None:
    """Of two of a family the later one is meant."""
    draft = make_story("Rano | Lubis | dan | Sari | Lubis | tiba | .", "Kata | Lubis | .")
    add_mention(draft, "Rano Lubis")
    add_mention(draft, "Sari Lubis")
    add_mention(draft, "Lubis", nth=2)
    assert actors_in(draft) == {"Rano Lubis": ["Rano Lubis"], "Sari Lubis": ["Sari Lubis", "Lubis"]}


def test_short_name_with_a_state_is_of_that_state() -> None:
    """ "Menlu Peru Lubis" is not the Chilean named last, and where no state fits it is somebody else."""
    draft = make_story("Rano | Lubis | dan | Sari | Lubis | .", "Menlu | Peru | Lubis | .", "Menlu | Kuba | Lubis | .")
    add_mention(draft, "Rano Lubis", country="PER")
    add_mention(draft, "Sari Lubis", country="CHL")
    add_mention(draft, "Menlu Peru Lubis", "Lubis", country="PER")
    add_mention(draft, "Menlu Kuba Lubis", "Lubis", country="CUB")
    found = actors_in(draft)
    assert found["Rano Lubis"] == ["Rano Lubis", "Menlu Peru Lubis"]
    assert found["Lubis"] == ["Menlu Kuba Lubis"]


def test_words_of_a_name_stand_in_their_order() -> None:
    """ "Lubis Rano" is no short form of "Rano Adi Lubis"."""
    draft = make_story("Rano | Adi | Lubis | dan | Lubis | Rano | .")
    add_mention(draft, "Rano Adi Lubis")
    add_mention(draft, "Lubis Rano")
    assert len(actors_in(draft)) == 2


def test_honorifics_and_marks_make_no_other_name() -> None:
    """ "Hj. Qonita" and "Bapak Qonita" are Qonita, "Erdélyi" is "Erdelyi"."""
    draft = make_story("Hj. | Qonita | dan | Erdélyi | tiba | .", "Bapak | Qonita | dan | Erdelyi | pulang | .")
    add_mention(draft, "Hj. Qonita")
    add_mention(draft, "Erdélyi")
    add_mention(draft, "Bapak Qonita")
    add_mention(draft, "Erdelyi")
    assert [len(mentions) for mentions in actors_in(draft).values()] == [2, 2]


def test_short_form_in_brackets_is_the_body_later() -> None:
    """ "KPT" is the Komisi Pengawas Teluk that was written with it."""
    draft = make_story("Komisi | Pengawas | Teluk | ( | KPT | ) | bubar | .", "KPT | ramai | .")
    add_mention(draft, "Komisi Pengawas Teluk ( KPT )", "Komisi Pengawas Teluk", kind="other")
    add_mention(draft, "KPT", kind=None, nth=1)
    assert actors_in(draft) == {"Komisi Pengawas Teluk": ["Komisi Pengawas Teluk (KPT)", "KPT"]}


def test_capital_is_the_government_the_story_names() -> None:
    """ "Damaskus" is "pemerintah Suriah" where that is named, else Syria; never two actors."""
    named = make_story("Damaskus | menolak | usul | pemerintah | Suriah | .")
    add_mention(named, "Damaskus", kind="government", country="SYR")
    add_mention(named, "pemerintah Suriah", "pemerintah", type="nominal", kind="government", country="SYR")
    state = make_story("Damaskus | menolak | usul | Suriah | .")
    add_mention(state, "Damaskus", kind="government", country="SYR")
    add_mention(state, "Suriah", kind="state", country="SYR")
    assert list(actors_in(named).values()) == [["Damaskus", "pemerintah Suriah"]]
    assert actors_in(state) == {"Suriah": ["Damaskus", "Suriah"]}


def test_two_names_of_a_ministry_are_one_body() -> None:
    """ "Kemlu Rusia" is "Kementerian Luar Negeri Rusia", but not the ministry of defence, nor Peru's."""
    draft = make_story(
        "Kementerian | Luar | Negeri | Rusia | dan | Kemlu | Rusia | .", "Kemhan | Rusia | dan | Kemlu | Peru | ."
    )
    add_mention(draft, "Kementerian Luar Negeri Rusia", kind="government", country="RUS")
    add_mention(draft, "Kemlu Rusia", "Kemlu", type="nominal", kind="government", country="RUS")
    add_mention(draft, "Kemhan Rusia", "Kemhan", type="nominal", kind="government", country="RUS")
    add_mention(draft, "Kemlu Peru", "Kemlu", type="nominal", kind="government", country="PER")
    assert list(actors_in(draft).values()) == [
        ["Kementerian Luar Negeri Rusia", "Kemlu Rusia"],
        ["Kemhan Rusia"],
        ["Kemlu Peru"],
    ]


def test_phrase_that_names_nobody_makes_no_actor() -> None:
    """Pronouns, "para pelaut" and "Presiden Rusia" are left to coreference."""
    draft = make_story("Dia | menyapa | para | pelaut | dan | Presiden | Rusia | .")
    add_mention(draft, "Dia", type="pronoun", kind=None)
    add_mention(draft, "para pelaut", "pelaut", type="nominal", kind="group", plural=True)
    add_mention(draft, "Presiden Rusia", "Presiden", type="nominal", country="RUS")
    assert actors_in(draft) == {}


def test_state_is_called_by_its_name() -> None:
    """Not by the capital that stood before it."""
    draft = make_story("Washington | dan | AS | .")
    add_mention(draft, "Washington", kind="government", country="USA")
    add_mention(draft, "AS", kind="state", country="USA")
    assert list(actors_in(draft)) == ["AS"]


def test_roles_are_told_once() -> None:
    """Each title where it stands first; "Presiden" alone says no more than "Presiden Peru"."""
    draft = make_story("Presiden | Peru | Rano | Lubis | .", "Presiden | Rano | .", "Presiden | Peru | Lubis | .")
    add_mention(draft, "Presiden Peru Rano Lubis", "Rano Lubis", country="PER")
    add_mention(draft, "Presiden Rano", "Rano")
    add_mention(draft, "Presiden Peru Lubis", "Lubis", country="PER")
    find_actors(draft, NAMING)
    (actor,) = draft.actors
    assert [draft.text_of(role) for role in actor.roles] == ["Presiden Peru"]
    assert actor.country == "PER"


def test_country_of_a_title_behind_the_name_counts() -> None:
    """ "Rano Lubis, Menlu Peru, ..." serves Peru."""
    draft = make_story("Rano | Lubis | , | Menlu | Peru | , | pulang")
    add_mention(draft, "Rano Lubis")
    find_actors(draft, NAMING)
    assert draft.actors[0].country == "PER"


def test_short_name_is_of_the_one_who_holds_its_office() -> None:
    """ "Presiden Lubis" is the president Rano Lubis, though Sari Lubis was named last."""
    draft = make_story("Presiden | Rano | Lubis | dan | Sari | Lubis | .", "Kata | Presiden | Lubis | .")
    add_mention(draft, "Presiden Rano Lubis", "Rano Lubis")
    add_mention(draft, "Sari Lubis")
    add_mention(draft, "Presiden Lubis", "Lubis")
    assert actors_in(draft)["Rano Lubis"] == ["Presiden Rano Lubis", "Presiden Lubis"]


def test_holders_of_two_offices_are_two() -> None:
    """ "Menlu Lubis" is not the president of that name."""
    draft = make_story("Presiden | Rano | Lubis | menjamu | Menlu | Lubis | .")
    add_mention(draft, "Presiden Rano Lubis", "Rano Lubis")
    add_mention(draft, "Menlu Lubis", "Lubis")
    assert list(actors_in(draft)) == ["Rano Lubis", "Lubis"]


def test_article_makes_no_other_name() -> None:
    """ "al-Sorin" is "Sorin"; "Alsorin" is another."""
    draft = make_story("Nadim | al-Sorin | dan | Sorin | serta | Alsorin | .")
    for name in ("Nadim al-Sorin", "Sorin", "Alsorin"):
        add_mention(draft, name)
    assert list(actors_in(draft).values()) == [["Nadim al-Sorin", "Sorin"], ["Alsorin"]]
