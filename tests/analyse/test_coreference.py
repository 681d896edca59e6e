"""Coreference: who is meant where nobody is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.analyse.cast import NAMING, add_actor, add_mention, add_statement, find, make_story
from ujar.analyse.antecedents import Anaphor, Candidate
from ujar.analyse.coreference import MOST_CANDIDATES, resolve_mentions
from ujar.analyse.draft import Draft
from ujar.analyse.ranker import Chooser, Evidence, Undecided


@dataclass
class Nearest:
    """Chooses the candidate named last, and keeps what it was asked."""

    asked: list[tuple[Anaphor, list[Candidate]]] = field(default_factory=list)

    def choose(self, anaphor: Anaphor, candidates: Sequence[Candidate], evidence: Evidence) -> int | None:
        assert len(evidence.features) == len(evidence.theirs) == len(candidates)
        self.asked.append((anaphor, list(candidates)))
        return 0


def resolved(draft: Draft, chooser: Chooser | None = None) -> dict[str, list[str]]:
    """The actors by name after resolution, each with the words of its mentions."""
    resolve_mentions(draft, NAMING, chooser or Undecided())
    return {
        actor.name: [draft.text_of(draft.mentions[place].tokens) for place in actor.mentions] for actor in draft.actors
    }


def pair(*more: str) -> Draft:
    """A story of Rano and Sari, both actors, and the sentences that follow."""
    draft = make_story("Rano PROPN nsubj 2 | menjamu VERB root 0 | Sari PROPN obj 2 | . PUNCT punct 2", *more)
    add_actor(draft, add_mention(draft, "Rano"))
    add_actor(draft, add_mention(draft, "Sari"))
    return draft


def test_pronoun_is_of_the_actor_chosen() -> None:
    """The chooser says whom "Dia" means; where it likes nobody, "Dia" stays open and makes no actor."""
    chosen, open_ = (pair("Dia PRON nsubj 2 | pulang VERB root 0") for _ in range(2))
    for draft in (chosen, open_):
        add_mention(draft, "Dia", type="pronoun", kind=None)
    assert resolved(chosen, Nearest()) == {"Rano": ["Rano"], "Sari": ["Sari", "Dia"]}
    assert resolved(open_) == {"Rano": ["Rano"], "Sari": ["Sari"]}


def test_actors_are_offered_nearest_first() -> None:
    """The one named last comes first; nobody named later is offered."""
    draft = pair("Dia PRON nsubj 2 | menyapa VERB root 0 | Tuti PROPN obj 2")
    add_mention(draft, "Dia", type="pronoun", kind=None)
    add_actor(draft, add_mention(draft, "Tuti"))
    chooser = Nearest()
    resolved(draft, chooser)
    ((anaphor, candidates),) = chooser.asked
    assert (anaphor.place, anaphor.sort) == (2, "third")
    assert [candidate.mentions for candidate in candidates] == [[1, 2], [0]]  # the chosen one has "Dia" by now


def test_no_more_are_offered_than_the_ranker_was_trained_on() -> None:
    """In a story of twenty names only those named last are asked about."""
    names = [f"Tokoh{'abcdefghijklmnopqrst'[number]}" for number in range(20)]
    draft = make_story(" | ".join([*names, "dia"]))
    for name in names:
        add_actor(draft, add_mention(draft, name))
    add_mention(draft, "dia", type="pronoun", kind=None)
    chooser = Nearest()
    resolved(draft, chooser)
    assert len(chooser.asked[0][1]) == MOST_CANDIDATES


def test_phrase_around_a_clitic_is_not_offered() -> None:
    """ "stafnya": whose staff it is, is not the staff."""
    draft = pair("staf NOUN nsubj 3 | nya PRON nmod:poss 1 | pulang VERB root 0")
    add_mention(draft, "staf nya", "staf", type="nominal")
    add_mention(draft, "nya", type="clitic", kind=None)
    add_actor(draft, 2)
    assert resolved(draft, Nearest())["staf"] == ["stafnya"]


def test_indefinite_phrase_is_somebody_new() -> None:
    """ "seorang petani" is not the one named last, whatever the chooser says."""
    draft = pair("seorang DET det 2 | petani NOUN nsubj 3 | pulang VERB root 0")
    add_mention(draft, "seorang petani", "petani", type="nominal")
    assert resolved(draft, Nearest())["seorang petani"] == ["seorang petani"]


def test_people_in_general_are_no_actor() -> None:
    """ "masyarakat memuji" is nobody of the story, "nelayan memuji" are fishermen."""
    for noun, known in (("masyarakat", False), ("nelayan", True)):
        draft = make_story(f"{noun} NOUN nsubj 2 | memuji VERB root 0 | itu DET obj 2")
        add_mention(draft, noun, type="nominal", kind="group", plural=True)
        assert bool(resolved(draft)) is known


def test_state_is_no_dia() -> None:
    """Of a state a story says "negara itu": it is not offered for "dia"."""
    draft = make_story(
        "Rano PROPN nsubj 2 | memuji VERB root 0 | Peru PROPN obj 2", "Dia PRON nsubj 2 | pulang VERB root 0"
    )
    add_actor(draft, add_mention(draft, "Rano"))
    add_actor(draft, add_mention(draft, "Peru", kind="state", country="PER"))
    add_mention(draft, "Dia", type="pronoun", kind=None)
    assert resolved(draft, Nearest())["Rano"] == ["Rano", "Dia"]


def test_kami_of_a_body_is_the_body() -> None:
    """A body that says "kami" speaks of itself."""
    draft = make_story('" | +Kami PRON nsubj 3 | pulang VERB root 0 | , | +" | kata | KPT | .')
    add_statement(draft, "KPT", "kata", '" Kami pulang , "')
    add_mention(draft, "Kami", type="first", kind=None, plural=True)
    add_actor(draft, add_mention(draft, "KPT", kind="government"))
    assert resolved(draft) == {"KPT": ["Kami", "KPT"]}


def test_somebody_new_is_an_actor_where_he_acts() -> None:
    """A "petani" who does something is somebody, a "video" or the owner of a house is of no account."""
    draft = pair("Petani NOUN nsubj 2 | memuji VERB root 0 | video NOUN obj 2 | petinju NOUN nmod 3 | . PUNCT punct 2")
    add_mention(draft, "Petani", type="nominal")
    add_mention(draft, "video", type="nominal", kind="document")
    add_mention(draft, "petinju", type="nominal")
    assert list(resolved(draft)) == ["Rano", "Sari", "Petani"]


def test_who_speaks_or_is_told_counts() -> None:
    """The owner of a house who speaks is an actor, and so is whoever is told."""
    draft = make_story(
        "kata VERB root 0 | pemilik NOUN nmod 1 | rumah NOUN nmod 2 | kepada ADP case 5 | petani NOUN nmod 1 | : | siap"
    )
    add_mention(draft, "pemilik rumah", "pemilik", type="nominal")
    add_mention(draft, "petani", type="nominal")
    assert resolved(draft) == {}
    draft.actors = []
    add_statement(draft, "pemilik rumah", "kata", "siap", head="pemilik", to=["petani"])
    assert list(resolved(draft)) == ["pemilik rumah", "petani"]


def test_speaker_is_who_says_saya() -> None:
    """ "saya" in Rano's own words is Rano; "kami" may be anybody's side and stays open."""
    draft = make_story('" | +Saya PRON nsubj 3 | pulang VERB root 0 | , | kami | ikut | , | +" | kata | Rano | .')
    add_statement(draft, "Rano", "kata", '" Saya pulang , kami ikut , "')
    add_mention(draft, "Saya", type="first", kind=None)
    add_mention(draft, "kami", type="first", kind=None, plural=True)
    add_actor(draft, add_mention(draft, "Rano"))
    assert resolved(draft, Nearest()) == {"Rano": ["Saya", "Rano"]}


def test_saya_outside_of_a_statement_is_nobody() -> None:
    """The writer's own "saya" is no actor of the story."""
    draft = pair("Saya PRON nsubj 2 | pulang VERB root 0")
    add_mention(draft, "Saya", type="first", kind=None)
    assert resolved(draft, Nearest()) == {"Rano": ["Rano"], "Sari": ["Sari"]}


BOTH = "Kedua NUM nsubj 3 | nya PRON det 1 | berkata VERB root 0 | siap ADJ xcomp 3"


def add_both(draft: Draft) -> None:
    """ "Keduanya" as one mention, the source of a statement."""
    add_statement(draft, "Kedua nya", "berkata", "siap")
    add_mention(draft, "Kedua nya", type="pronoun", kind=None, plural=True)


def test_both_are_the_last_two_persons() -> None:
    """ "Keduanya" makes a group of the two, with both as members."""
    draft = pair(BOTH)
    add_both(draft)
    assert resolved(draft, Nearest())["Rano dan Sari"] == ["Keduanya"]
    (group,) = [actor for actor in draft.actors if actor.members]
    assert (group.kind, group.members) == ("group", [0, 1])


def test_both_of_one_person_are_nobody_by_rule() -> None:
    """With one person in the story "Keduanya" is left to the chooser, and no group is made."""
    draft = make_story("Rano PROPN nsubj 2 | tiba VERB root 0", BOTH)
    add_actor(draft, add_mention(draft, "Rano"))
    add_both(draft)
    assert resolved(draft) == {"Rano": ["Rano"]}


def test_names_side_by_side_are_one_group_later() -> None:
    """ "Rano dan Sari" and then "keduanya" are one actor, though Tuti was named in between."""
    draft = make_story("Rano | dan | Sari | menjamu | Tuti | .", BOTH)
    add_mention(draft, "Rano dan Sari", type="nominal", kind="group", plural=True)
    for name in ("Rano", "Sari", "Tuti"):
        add_actor(draft, add_mention(draft, name))
    add_both(draft)
    assert resolved(draft)["Rano dan Sari"] == ["Rano dan Sari", "Keduanya"]


def test_group_that_is_named_twice_is_one() -> None:
    """ "Rano dan Sari" and again "Rano dan Sari": one actor of two mentions."""
    draft = make_story("Rano | dan | Sari | tiba | .", "Kata | Rano | dan | Sari | : | siap")
    add_statement(draft, "Rano dan Sari", "Kata", "siap", nth=1)
    for nth in range(2):
        add_mention(draft, "Rano dan Sari", type="nominal", kind="group", plural=True, nth=nth)
        for name in ("Rano", "Sari"):
            add_mention(draft, name, nth=nth)
    add_actor(draft, 1, 4)
    add_actor(draft, 2, 5)
    assert resolved(draft)["Rano dan Sari"] == ["Rano dan Sari", "Rano dan Sari"]
    assert len(draft.actors) == 3


def test_names_side_by_side_alone_are_no_actor_more() -> None:
    """ "Rano dan Sari menjamu Tuti": nothing more is told of the two than of each."""
    draft = make_story("Rano | dan | Sari | menjamu | Tuti | .")
    add_mention(draft, "Rano dan Sari", type="nominal", kind="group", plural=True)
    for name in ("Rano", "Sari", "Tuti"):
        add_actor(draft, add_mention(draft, name))
    assert list(resolved(draft)) == ["Rano", "Sari", "Tuti"]


def test_both_who_act_are_kept() -> None:
    """ "Keduanya pulang": the two came home, and the record knows who "keduanya" are."""
    draft = pair("Kedua NUM nsubj 3 | nya PRON det 1 | pulang VERB root 0")
    add_mention(draft, "Kedua nya", type="pronoun", kind=None, plural=True)
    assert resolved(draft, Nearest())["Rano dan Sari"] == ["Keduanya"]


def test_both_presidents_are_a_group() -> None:
    """ "kedua presiden" are the two of the story, not the diplomat named last."""
    draft = make_story(
        "Presiden | Rano | menjamu | Presiden | Sari | dan | Tuti | .",
        "Kedua NUM nummod 2 | presiden NOUN nsubj 3 | pulang VERB root 0",
    )
    add_actor(draft, add_mention(draft, "Presiden Rano", "Rano"), roles=["Presiden"])
    add_actor(draft, add_mention(draft, "Presiden Sari", "Sari"))
    draft.actors[1].roles = [draft.mentions[1].tokens]
    add_actor(draft, add_mention(draft, "Tuti"))
    add_mention(draft, "Kedua presiden", "presiden", type="nominal", kind="group", plural=True)
    assert resolved(draft)["Rano dan Sari"] == ["Kedua presiden"]


def test_self_in_a_statement_is_its_speaker() -> None:
    """ "dirinya" in what Rano says is Rano, whoever was named last."""
    draft = make_story(
        "Rano PROPN nsubj 2 | berkata VERB root 0 | Sari PROPN nsubj 4 | memuji VERB ccomp 2 | diri NOUN obj 4 | "
        "nya PRON nmod:poss 5"
    )
    add_statement(draft, "Rano", "berkata", "Sari memuji diri nya")
    add_actor(draft, add_mention(draft, "Rano"))
    add_actor(draft, add_mention(draft, "Sari"))
    add_mention(draft, "diri nya", type="pronoun", kind=None)
    assert resolved(draft, Nearest())["Rano"] == ["Rano", "dirinya"]


def test_office_by_which_somebody_is_called_is_a_role() -> None:
    """ "Menlu Malaysia itu" says what somebody is, without the "itu"; what is known is not told twice."""
    draft = pair(
        "Menlu PROPN nsubj 4 | Malaysia PROPN nmod 1 | itu DET det 1 | pulang VERB root 0",
        "Menlu PROPN nsubj 3 | Malaysia PROPN nmod 1 | tidur VERB root 0",
    )
    add_mention(draft, "Menlu Malaysia itu", "Menlu", type="nominal", country="MYS")
    add_mention(draft, "Menlu Malaysia", "Menlu", type="nominal", country="MYS", nth=1)
    assert resolved(draft)["Menlu Malaysia itu"] == ["Menlu Malaysia itu", "Menlu Malaysia"]
    assert [[draft.text_of(role) for role in actor.roles] for actor in draft.actors] == [[], [], ["Menlu Malaysia"]]


def test_actors_stand_in_the_order_of_the_text() -> None:
    """By their first mention, however they were found; members point to where they stand then."""
    draft = make_story("Tuti | menyapa | Sari | dan | Rano | .", BOTH)
    names = {name: add_mention(draft, name) for name in ("Tuti", "Sari", "Rano")}
    for name in ("Rano", "Sari", "Tuti"):
        add_actor(draft, names[name])
    add_both(draft)
    assert list(resolved(draft)) == ["Tuti", "Sari", "Rano", "Rano dan Sari"]
    assert sorted(draft.actors[3].members) == [1, 2]


def test_speaker_who_goes_on_is_told_to_the_chooser() -> None:
    """The "Dia" of "Dia menambahkan" adds to what was said, that of "Dia mengatakan" does not."""
    for lemma, adds in (("tambah", True), ("kata", False)):
        draft = pair("Dia PRON nsubj 2 | menambahkan VERB root 0 | siap ADJ xcomp 2")
        add_statement(draft, "Dia", "menambahkan", "siap").lemma = lemma
        add_mention(draft, "Dia", type="pronoun", kind=None)
        chooser = Nearest()
        resolved(draft, chooser)
        assert chooser.asked[0][0].adds is adds


def test_mention_says_more_of_its_actor() -> None:
    """A name of no known kind is a company once "maskapai itu" is it."""
    draft = make_story(
        "Angkasa PROPN nsubj 2 | tiba VERB root 0", "Maskapai NOUN nsubj 3 | itu DET det 1 | rugi VERB root 0"
    )
    add_actor(draft, add_mention(draft, "Angkasa", kind=None))
    add_mention(draft, "Maskapai itu", "Maskapai", type="nominal", kind="company")
    resolved(draft, Nearest())
    assert [(actor.name, len(actor.mentions)) for actor in draft.actors] == [("Angkasa", 2)]


def test_title_beside_a_name_is_nobody_else() -> None:
    """The "Direktur" of "memuji Rano, Direktur" is Rano's title, not one more who is praised."""
    sentence = "Tuti PROPN nsubj 2 | memuji VERB root 0 | Rano PROPN obj 2 | , PUNCT punct 5 | Direktur NOUN obj 2"
    for roles, found in ((["Direktur"], ["Tuti", "Rano"]), ([], ["Tuti", "Rano", "Direktur"])):
        draft = make_story(sentence)
        for name in ("Tuti", "Rano"):
            add_actor(draft, add_mention(draft, name))
        draft.actors[1].roles = [find(draft, role) for role in roles]
        add_mention(draft, "Direktur", type="nominal")
        assert list(resolved(draft)) == found
