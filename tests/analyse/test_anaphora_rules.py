"""Plain rules for mentions that name nobody."""

from __future__ import annotations

import pytest

from tests.analyse.cast import NAMING, add_actor, add_mention, add_statement, make_story
from ujar.analyse.anaphora_rules import (
    NEW,
    Seen,
    by_epithet,
    by_office,
    by_own_side,
    by_predicate,
    by_same_noun,
    by_title_noun,
)
from ujar.analyse.draft import Draft
from ujar.analyse.offices import offices_held
from ujar.analyse.scene import make_scene


def seen_in(draft: Draft) -> Seen:
    """Every mention that has an actor."""
    return [(place, actor) for actor, found in enumerate(draft.actors) for place in found.mentions]


def office_holder(draft: Draft, seen: Seen, place: int) -> int | None:
    """Who is meant by an office, with what the actors hold by their titles."""
    held = {number: offices_held(draft, actor) for number, actor in enumerate(draft.actors)}
    return by_office(draft, seen, held, place, NAMING)


def presidents() -> Draft:
    """A story with a president of Peru, by name."""
    draft = make_story("Presiden | Peru | Rano | tiba | .", "Presiden | Peru | dan | Presiden | Kuba | pulang | .")
    add_mention(draft, "Presiden Peru Rano", "Rano", country="PER")
    add_actor(draft, 0, roles=["Presiden Peru"])
    return draft


def test_office_is_its_holder_in_the_story() -> None:
    """ "Presiden Peru" is Rano; "Presiden Kuba" somebody new."""
    draft = presidents()
    peru = add_mention(draft, "Presiden Peru", "Presiden", type="nominal", country="PER", nth=1)
    kuba = add_mention(draft, "Presiden Kuba", "Presiden", type="nominal", country="CUB")
    assert office_holder(draft, seen_in(draft), peru) == 0
    assert office_holder(draft, seen_in(draft), kuba) == NEW


def test_office_is_the_nameless_one_of_before() -> None:
    """ "Presiden Kuba" twice is one, though nobody names him; "presiden" alone is he as well."""
    draft = make_story("Presiden | Kuba | tiba | .", "Presiden | Kuba | menyapa | presiden | .")
    add_mention(draft, "Presiden Kuba", "Presiden", type="nominal", country="CUB")
    add_actor(draft, 0)
    again = add_mention(draft, "Presiden Kuba", "Presiden", type="nominal", country="CUB", nth=1)
    alone = add_mention(draft, "presiden", type="nominal")
    assert office_holder(draft, seen_in(draft), again) == 0
    assert office_holder(draft, seen_in(draft), alone) == 0


def test_office_that_points_back_is_nobody_new() -> None:
    """ "Presiden Kuba itu" was spoken of before, by whatever name: it is left to the ranker."""
    draft = make_story("Rano | tiba | .", "Presiden | Kuba | itu | pulang | .")
    place = add_mention(draft, "Presiden Kuba itu", "Presiden", type="nominal", country="CUB")
    assert office_holder(draft, [], place) is None


def test_office_of_no_state_is_left_open() -> None:
    """ "presiden" where no president is known is for the ranker; "para presiden" are no single holder."""
    draft = make_story("presiden | tiba | .", "para | Presiden | Peru | pulang | .", "Presiden | Peru | Rano | .")
    alone = add_mention(draft, "presiden", type="nominal")
    several = add_mention(draft, "para Presiden Peru", "Presiden", type="nominal", country="PER", plural=True)
    assert office_holder(draft, [], alone) is None
    add_mention(draft, "Presiden Peru Rano", "Rano", country="PER")
    add_actor(draft, 2, roles=["Presiden Peru"])
    assert office_holder(draft, [], several) is None


def test_head_of_state_is_the_president() -> None:
    """ "Kepala Negara" has no office in its words, but means who holds it."""
    draft = make_story("Presiden | Peru | Rano | tiba | .", "Kepala | Negara | pulang | .")
    add_mention(draft, "Presiden Peru Rano", "Rano", country="PER")
    add_actor(draft, 0, roles=["Presiden Peru"])
    place = add_mention(draft, "Kepala Negara", type="nominal")
    assert office_holder(draft, seen_in(draft), place) == 0


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [("Gubernur", 0), ("gubernur itu", 0), ("gubernur", None), ("Bupati", None), ("gubernur baru itu", None)],
)
def test_noun_of_a_title_is_its_bearer(phrase: str, actor: int | None) -> None:
    """ "Gubernur" and "gubernur itu" are Gubernur Nala; a small "gubernur" or "gubernur baru itu" may be another."""
    draft = make_story("Gubernur | Nala | Pertiwi | tiba | .", f"Lalu | {' | '.join(phrase.split())} | pulang | .")
    add_mention(draft, "Gubernur Nala Pertiwi", "Nala Pertiwi")
    add_actor(draft, 0, roles=["Gubernur"])
    place = add_mention(draft, phrase, phrase.split()[0], type="nominal", nth=1 if phrase == "Gubernur" else 0)
    assert by_title_noun(draft, seen_in(draft), place, NAMING) == actor


def test_government_alone_is_the_one_named() -> None:
    """ "Pemerintah" after "Pemerintah Peru" is that one."""
    draft = make_story("Pemerintah | Peru | menolak | .", "Pemerintah | diam | .")
    add_mention(draft, "Pemerintah Peru", "Pemerintah", type="nominal", kind="government", country="PER")
    add_actor(draft, 0)
    place = add_mention(draft, "Pemerintah", type="nominal", kind="government", nth=1)
    assert by_title_noun(draft, seen_in(draft), place, NAMING) == 0


def own_side(*, body: bool) -> Draft:
    """ "Kepala Badan Pangan Sari berkata pihaknya siap", with the body as an actor or not; pihaknya is mention 1."""
    draft = make_story(
        "Kepala NOUN nsubj 5 | Badan NOUN flat 1 | Pangan NOUN flat 2 | Sari PROPN flat 1 | berkata VERB root 0 | "
        "pihak NOUN nsubj 8 | nya PRON nmod:poss 6 | siap ADJ ccomp 5"
    )
    add_statement(draft, "Kepala Badan Pangan Sari", "berkata", "pihak nya siap", head="Sari")
    add_mention(draft, "Kepala Badan Pangan Sari", "Sari")
    add_mention(draft, "pihak nya", type="pronoun", kind=None)
    add_actor(draft, 0, roles=["Kepala Badan Pangan"])
    if body:
        add_actor(draft, add_mention(draft, "Badan Pangan", kind="government"))
    return draft


def test_own_side_is_the_body_of_the_speaker_s_title() -> None:
    """ "pihaknya" of the head of Badan Pangan is the Badan Pangan; she herself where no body is known."""
    for body, actor in ((True, 1), (False, 0)):
        draft = own_side(body=body)
        assert by_own_side(draft, make_scene(draft), seen_in(draft), 1) == actor


def test_own_side_of_a_body_is_the_body() -> None:
    """Where a body speaks, "pihaknya" is it."""
    draft = own_side(body=True)
    draft.actors[0].kind = "government"
    assert by_own_side(draft, make_scene(draft), seen_in(draft), 1) == 0


def test_own_side_outside_of_a_statement_is_the_last_speaker_s() -> None:
    """ "Pihaknya lalu pulang", told by the writer, is the side of who spoke before."""
    draft = own_side(body=True)
    draft.statements[0].content = []
    assert by_own_side(draft, make_scene(draft), seen_in(draft), 1) == 1


def test_own_side_without_a_speaker_is_open() -> None:
    """Nobody spoke: the rule says nothing."""
    draft = own_side(body=True)
    draft.statements = []
    assert by_own_side(draft, make_scene(draft), seen_in(draft), 1) is None


def test_predicate_is_who_it_is_said_of() -> None:
    """ "Sari dilantik sebagai Direktur": the director is Sari; "bertemu Direktur" is somebody else."""
    for word, actor in (("sebagai", 0), ("bersama", None)):
        draft = make_story(f"Sari PROPN nsubj:pass 2 | dilantik VERB root 0 | {word} ADP case 4 | Direktur NOUN obl 2")
        add_mention(draft, "Sari")
        add_actor(draft, 0)
        place = add_mention(draft, "Direktur", type="nominal")
        assert by_predicate(draft, make_scene(draft), seen_in(draft), place, NAMING) == actor


def test_predicate_is_not_said_of_the_subject_of_another_clause() -> None:
    """ "Budi berkata Sari dilantik sebagai Direktur": not Budi, who was named first."""
    draft = make_story(
        "Budi PROPN nsubj 2 | berkata VERB root 0 | Sari PROPN nsubj:pass 4 | dilantik VERB ccomp 2 | "
        "sebagai ADP case 6 | Direktur NOUN obl 4"
    )
    add_actor(draft, add_mention(draft, "Budi"))
    add_actor(draft, add_mention(draft, "Sari"))
    place = add_mention(draft, "Direktur", type="nominal")
    assert by_predicate(draft, make_scene(draft), seen_in(draft), place, NAMING) == 1


def test_predicate_is_said_of_a_subject() -> None:
    """The subject of the sentence before is not meant, nor the object of this one."""
    draft = make_story(
        "Budi PROPN nsubj 2 | tiba VERB root 0 | . PUNCT punct 2",
        "Mereka PRON nsubj 2 | melantik VERB root 0 | Sari PROPN obj 2 | sebagai ADP case 5 | Direktur NOUN obl 2",
    )
    add_actor(draft, add_mention(draft, "Budi"))
    add_actor(draft, add_mention(draft, "Sari"))
    place = add_mention(draft, "Direktur", type="nominal")
    assert by_predicate(draft, make_scene(draft), seen_in(draft), place, NAMING) is None


@pytest.mark.parametrize(
    ("phrase", "country", "plural", "actor"),
    [
        ("negara itu", None, False, 0),
        ("negara", None, False, None),
        ("negara itu", None, True, None),
        ("negara itu", "CUB", False, None),
        ("maskapai itu", None, False, 1),
        ("wanita itu", None, False, None),
    ],
)
def test_epithet_of_a_body_is_the_one_named_last(
    phrase: str, country: str | None, plural: bool, actor: int | None
) -> None:
    """It must point, be one, of the kind and of no other country; people's epithets are for the ranker."""
    draft = make_story("Peru | dan | Angkasa | Raya | serta | Sari | .", f"{' | '.join(phrase.split())} | diam | .")
    add_actor(draft, add_mention(draft, "Peru", kind="state", country="PER"))
    add_actor(draft, add_mention(draft, "Angkasa Raya", kind="company"))
    add_actor(draft, add_mention(draft, "Sari"))
    place = add_mention(draft, phrase, phrase.split()[0], type="nominal", country=country, plural=plural)
    assert by_epithet(draft, seen_in(draft), place, NAMING) == actor


def test_epithet_is_of_one_who_was_named() -> None:
    """A government or a nameless "negara" before is no antecedent by this rule."""
    draft = make_story("sebuah | negara | dan | pemerintah | Peru | .", "negara | itu | diam | .")
    add_actor(draft, add_mention(draft, "sebuah negara", "negara", type="nominal", kind="state"))
    add_actor(draft, add_mention(draft, "pemerintah Peru", kind="government", country="PER"))
    place = add_mention(draft, "negara itu", "negara", type="nominal", kind="state")
    assert by_epithet(draft, seen_in(draft), place, NAMING) is None


@pytest.mark.parametrize(
    ("phrase", "plural", "actor"),
    [
        ("saksi itu", False, 0),
        ("saksi tersebut", False, 0),
        ("saksi", False, None),
        ("saksi lain itu", False, None),
        ("saksi itu", True, None),
        ("sopir itu", False, None),
    ],
)
def test_same_noun_points_back(phrase: str, plural: bool, actor: int | None) -> None:
    """ "saksi itu" is the "seorang saksi" of before; not without "itu", with more words, or as several."""
    draft = make_story("seorang | saksi | tiba | .", f"Lalu | {' | '.join(phrase.split())} | pulang | .")
    add_actor(draft, add_mention(draft, "seorang saksi", "saksi", type="nominal"))
    nth = 1 if phrase == "saksi" else 0
    place = add_mention(draft, phrase, phrase.split()[0], type="nominal", plural=plural, nth=nth)
    assert by_same_noun(draft, seen_in(draft), place, NAMING) == actor
