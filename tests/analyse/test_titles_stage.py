"""Titles before and behind a name."""

from __future__ import annotations

import pytest

from tests.analyse.cast import NAMING, find, make_story
from ujar.analyse.draft import Draft, Mention, Stretch
from ujar.analyse.titles import roles_of, title_before


def title_of(draft: Draft, name: str) -> str:
    """What stands before the name as its title; "" for none."""
    at = find(draft, name).first
    first = title_before(draft, at, NAMING)
    return draft.text_of(Stretch(first, at)) if first < at else ""


def roles_at(draft: Draft, words: str, name: str) -> list[str]:
    """The roles told at the mention `words` of the name."""
    mention = Mention(find(draft, words), find(draft, name), "name", "person")
    roles = list(roles_of(draft, mention, NAMING))
    assert all(role.first < role.last for role in roles), "an empty role"
    return [draft.text_of(role) for role in roles]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Presiden NOUN nsubj 4 | Rusia PROPN nmod 1 | Rano PROPN flat 1 | tiba VERB root 0", "Presiden Rusia"),
        (
            "Menteri NOUN root 0 | Seni NOUN nmod 1 | dan CCONJ cc 4 | Kebudayaan NOUN conj 2 | Rano PROPN flat 1",
            "Menteri Seni dan Kebudayaan",
        ),
        (
            "Perdana NOUN root 0 | Menteri NOUN flat 1 | ( PUNCT punct 4 | +PM PROPN appos 1 | ) PUNCT punct 4 | "
            "Malaysia PROPN nmod 1 | Rano PROPN flat 1",
            "Perdana Menteri (PM) Malaysia",
        ),
        ("pergi VERB root 0 | rumah NOUN obj 1 | Rano PROPN nmod 2", ""),
    ],
)
def test_title_runs_from_its_noun_to_the_name(sentence: str, title: str) -> None:
    """State, "dan" and a short form in brackets belong to it; a noun of no person begins none."""
    assert title_of(make_story(sentence, persons=("Rano",)), "Rano") == title


def test_title_runs_over_a_preposition_and_the_comma_before_the_name() -> None:
    """ "Ketua delegasi Rusia pada perundingan, Rano Lubis" is the title of Rano Lubis, whole."""
    draft = make_story(
        "Ketua NOUN nsubj 9 | delegasi NOUN nmod 1 | Rusia PROPN nmod 2 | pada ADP case 5 | perundingan NOUN nmod 1 | "
        ", PUNCT punct 7 | Rano PROPN appos 1 | Lubis PROPN flat 7 | tiba VERB root 0",
        persons=("Rano Lubis",),
    )
    assert title_of(draft, "Rano Lubis") == "Ketua delegasi Rusia pada perundingan,"


def test_cue_and_pointing_word_end_a_title() -> None:
    """In "kata Presiden itu, Rano Lubis pulang" two people are meant."""
    draft = make_story(
        "kata VERB root 0 | Presiden NOUN nsubj 1 | itu DET det 2 | , PUNCT punct 5 | Rano PROPN nsubj 6 | "
        "pulang VERB parataxis 1",
        persons=("Rano",),
    )
    assert title_of(draft, "Rano") == ""


@pytest.mark.parametrize("word", ["itu", "kata"])
def test_word_that_ends_a_title_does_so_whatever_its_tag(word: str) -> None:
    """The model takes the "kata" of "Menteri, kata Rano" for a noun at times."""
    draft = make_story(f"Menteri NOUN root 0 | {word} NOUN nmod 1 | Rano PROPN flat 2", persons=("Rano",))
    assert title_of(draft, "Rano") == ""


@pytest.mark.parametrize(
    "sentence",
    [
        "meminta VERB root 0 | Presiden NOUN obj 1 | Ketua NOUN nsubj 5 | Rano PROPN flat 3 | pulang VERB xcomp 1",
        "meminta VERB root 0 | Presiden NOUN obj 1 | terpilih ADJ amod 2 | Ketua NOUN nsubj 6 | Rano PROPN flat 4 | "
        "pulang VERB xcomp 1",
    ],
)
def test_titles_that_do_not_hang_together_are_two(sentence: str) -> None:
    """In "meminta Presiden Ketua Rano pulang" the president is another, by the tree."""
    assert title_of(make_story(sentence, persons=("Rano",)), "Rano") == "Ketua"


def test_relative_of_the_one_named_is_another() -> None:
    """ "istri Rano" is not Rano; "istrinya, Siti" is Siti, and "Ibu Siti" is nobody's mother."""
    wife = make_story("istri NOUN nsubj 3 | Rano PROPN nmod 1 | pulang VERB root 0", persons=("Rano",))
    named = make_story("istri NOUN nsubj 5 | nya PRON nmod:poss 1 | , | Siti PROPN appos 1 | pulang", persons=("Siti",))
    lady = make_story("Ibu NOUN nsubj 3 | Siti PROPN flat 1 | pulang VERB root 0", persons=("Siti",))
    assert title_of(wife, "Rano") == ""
    assert title_of(named, "Siti") == "istrinya,"
    assert title_of(lady, "Siti") == "Ibu"


def test_title_ends_at_the_name_of_another() -> None:
    """In "Presiden Rano dan Sari" the title is Rano's alone."""
    draft = make_story(
        "Presiden NOUN root 0 | Rano PROPN flat 1 | dan CCONJ cc 4 | Sari PROPN conj 2", persons=("Rano", "Sari")
    )
    assert title_of(draft, "Sari") == ""


def test_noun_that_a_name_stands_beside_is_its_title() -> None:
    """By the tree: "istrinya, Siti" and "petinju Rano"; "rumah Rano" tells only whose house it is."""
    wife = make_story(
        "tepian NOUN root 0 | nya PRON nmod:poss 1 | , PUNCT punct 4 | Siti PROPN appos 1", persons=("Siti",)
    )
    owned = make_story("tepian NOUN root 0 | Siti PROPN nmod 1", persons=("Siti",))
    assert title_of(wife, "Siti") == "tepiannya,"
    assert title_of(owned, "Siti") == ""


def test_noun_further_off_is_no_title() -> None:
    """What stands between must belong to a phrase: a verb does not."""
    draft = make_story("tepian NOUN root 0 | pergi VERB acl 1 | Siti PROPN appos 1", persons=("Siti",))
    assert title_of(draft, "Siti") == ""


def test_role_before_a_name_is_told_without_its_comma() -> None:
    """The comma before the name is no part of the role."""
    draft = make_story("Direktur NOUN root 0 | , PUNCT punct 3 | Rano PROPN appos 1")
    assert roles_at(draft, "Direktur , Rano", "Rano") == ["Direktur"]


def test_role_behind_a_name_ends_at_the_comma_or_verb() -> None:
    """ "Rano, yang adalah Direktur Kantor Laut, pulang": opened by small words, ended by the comma."""
    closed = make_story(
        "Rano PROPN nsubj 9 | , PUNCT punct 5 | yang PRON nsubj 5 | adalah AUX cop 5 | Direktur NOUN acl 1 | "
        "Kantor NOUN nmod 5 | Laut PROPN flat 6 | , PUNCT punct 9 | pulang VERB root 0"
    )
    opened = make_story("Rano PROPN nsubj 4 | , PUNCT punct 3 | Direktur NOUN appos 1 | pulang VERB root 0")
    assert roles_at(closed, "Rano", "Rano") == ["Direktur Kantor Laut"]
    assert roles_at(opened, "Rano", "Rano") == ["Direktur"]


def test_what_is_no_title_behind_a_name_is_no_role() -> None:
    """ "Rano, rumah tua ..." and a title without a comma tell nothing of Rano."""
    draft = make_story(
        "Rano PROPN root 0 | , PUNCT punct 3 | rumah NOUN appos 1", "Sari PROPN root 0 | Direktur NOUN x 1"
    )
    assert roles_at(draft, "Rano", "Rano") == []
    assert roles_at(draft, "Sari", "Sari") == []


@pytest.mark.parametrize("before", ["itu DET det 2", ", PUNCT punct 2", "yang PRON nsubj 2"])
def test_words_that_tell_nothing_are_no_role(before: str) -> None:
    """A source may begin with a stray word before its name, "itu Rano berkata": that is no role, and no empty one."""
    draft = make_story(f"{before} | Rano PROPN nsubj 3 | berkata VERB root 0")
    word = draft.tokens[0].text
    assert roles_at(draft, f"{word} Rano", "Rano") == []
