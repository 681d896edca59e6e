"""What speaks for and against an actor, as the ranker is told it."""

from __future__ import annotations

import pytest

from tests.analyse.cast import NAMING, add_mention, add_statement, make_story
from ujar.analyse.antecedents import FEATURES, SORTS, Anaphor, Candidate, Standing, describe, names_of, noun_of, sort_of
from ujar.analyse.draft import Draft, MentionType
from ujar.analyse.scene import make_scene

SAID = (
    "Rano PROPN nsubj 2 | berkata VERB root 0 | kepada ADP case 4 | Sari PROPN obl 2 | bahwa SCONJ mark 6 | "
    "dia PRON nsubj 7 | pulang VERB ccomp 2",
    "Ia PRON nsubj 2 | tiba VERB root 0",
)


def said() -> Draft:
    """Rano tells Sari that he goes home; mentions 0 Rano, 1 Sari, 2 dia, 3 Ia."""
    draft = make_story(*SAID)
    add_statement(draft, "Rano", "berkata", "dia pulang", to=["Sari"])
    add_mention(draft, "Rano")
    add_mention(draft, "Sari")
    add_mention(draft, "dia", type="pronoun", kind=None)
    add_mention(draft, "Ia", type="pronoun", kind=None)
    return draft


def person(*mentions: int, country: str | None = None, plural: bool = False, nouns: tuple[str, ...] = ()) -> Candidate:
    """A person of those mentions."""
    return Candidate("person", country, plural, True, list(mentions), set(nouns))


def told(draft: Draft, place: int, candidate: Candidate, **known: str | bool) -> set[str]:
    """The features that hold of the candidate at mention number `place`."""
    anaphor = Anaphor(place, "third", str(known.get("noun", "")), bool(known.get("adds", False)))
    return set(names_of(draft, make_scene(draft), anaphor, candidate))


def test_description_has_a_number_for_each_feature() -> None:
    """In their order, the sort and the kind among them; ranks as they are given."""
    draft = said()
    numbers = describe(draft, make_scene(draft), Anaphor(2, "third"), person(0), Standing(1, 0, 0))
    assert len(numbers) == len(FEATURES) == len(set(FEATURES))
    found = {name for name, number in zip(FEATURES, numbers, strict=True) if number}
    assert {"is third", "kind person", "rank 1", "rank of kind 0", "most mentioned", "last name"} <= found
    assert not {"rank 0", "rank 2", "rank of kind 1", "kind state"} & found


def test_every_feature_told_is_one_of_the_list() -> None:
    """A misspelt name would be dropped without a word."""
    draft = said()
    for place, candidate in (
        (2, person(0)),
        (2, person(1, country="PER", plural=True)),
        (3, person(0, 2)),
        (3, person(1)),
    ):
        assert told(draft, place, candidate, noun="x", adds=True) <= set(FEATURES)


def test_speaker_and_told_are_known_within_a_statement() -> None:
    """For the "dia" in Rano's content Rano is its speaker and Sari whom he told; in direct words that is said."""
    draft = said()
    assert "own speaker indirect" in told(draft, 2, person(0))
    assert "addressee of own speaker" in told(draft, 2, person(1))
    assert not {"own speaker indirect", "speaker before"} & told(draft, 2, person(1))
    assert "addressee of own speaker" not in told(draft, 3, person(1))
    draft.statements[0].form = "direct"
    assert "own speaker direct" in told(draft, 2, person(0))


def test_last_speaker_is_not_whom_he_spoke_of() -> None:
    """ "Ia" behind Rano's statement: Rano spoke last, the "dia" in his content is in content."""
    draft = said()
    assert "last speaker" in told(draft, 3, person(0))
    assert "last speaker" not in told(draft, 3, person(1))
    assert "in content" in told(draft, 3, person(2))
    assert "in content" not in told(draft, 3, person(0))


def test_outer_speaker_is_told_from_an_inner_one() -> None:
    """In "Rano berkata Tuti mengaku kalah. Dia ..." Tuti spoke last, but only in Rano's words."""
    draft = make_story(
        "Rano PROPN nsubj 2 | berkata VERB root 0 | Tuti PROPN nsubj 4 | mengaku VERB ccomp 2 | kalah ADJ xcomp 4",
        "Dia PRON nsubj 2 | pulang VERB root 0",
    )
    add_statement(draft, "Rano", "berkata", "Tuti mengaku kalah")
    add_statement(draft, "Tuti", "mengaku", "kalah")
    for name in ("Rano", "Tuti"):
        add_mention(draft, name)
    add_mention(draft, "Dia", type="pronoun", kind=None)
    assert "last outer speaker" in told(draft, 2, person(0))
    assert "last outer speaker" not in told(draft, 2, person(1))
    assert "last speaker" in told(draft, 2, person(1))


def test_two_of_one_verb_share_their_governor() -> None:
    """In "Rano menjamu dia" the two hang on one verb; the "dia" of a clause below hangs on another."""
    draft = make_story("Rano PROPN nsubj 2 | menjamu VERB root 0 | dia PRON obj 2")
    add_mention(draft, "Rano")
    add_mention(draft, "dia", type="pronoun", kind=None)
    assert {"same governor", "subject of sentence"} <= told(draft, 1, person(0))
    below = told(said(), 2, person(0))
    assert "governor above" in below
    assert "same governor" not in below


def test_distance_counts_sentences() -> None:
    """The same sentence, the next, and far off are told apart."""
    draft = said()
    assert "sentences same" in told(draft, 2, person(0))
    assert "sentences 1" in told(draft, 3, person(0))


def test_distance_of_many_sentences_is_far() -> None:
    """Nine sentences on, the name is far."""
    draft = make_story("Rano | tiba", *["Hujan | turun"] * 9, "Dia | pulang")
    add_mention(draft, "Rano")
    add_mention(draft, "Dia", type="pronoun", kind=None)
    assert "sentences far" in told(draft, 1, person(0))


def test_distance_in_words_is_from_the_last_mention() -> None:
    """Whoever was named again is near, though first named far off."""
    draft = said()
    words = FEATURES.index("words")
    near, far = (
        describe(draft, make_scene(draft), Anaphor(3, "third"), candidate, Standing(0, 0, 0))[words]
        for candidate in (person(0, 2), person(0))
    )
    assert 0 < near < far < 1


def test_place_of_the_last_mention_counts() -> None:
    """How the candidate was last called, and what it was there, not what it was first."""
    draft = said()
    assert {"last pronoun", "as subject"} <= told(draft, 3, person(1, 2))
    assert {"last name", "as oblique"} <= told(draft, 3, person(1))


def test_agreement_is_told() -> None:
    """Number, country and kind that agree or differ; nothing where one is not known."""
    draft = make_story("Menteri | Peru | itu | menjamu | Rano")
    add_mention(draft, "Rano")
    add_mention(draft, "Menteri Peru itu", "Menteri", type="nominal", country="PER")
    assert {"country agrees", "plural agrees", "kind agrees"} <= told(draft, 1, person(0, country="PER"))
    assert {"country differs", "plural differs"} <= told(draft, 1, person(0, country="CHL", plural=True))
    assert not {"country agrees", "country differs"} & told(draft, 1, person(0))
    state = Candidate("state", None, False, True, [0])
    assert "kind differs" in told(draft, 1, state)


def test_noun_that_was_used_before_is_told() -> None:
    """ "saksi itu" after "seorang saksi", and after somebody whose title holds the noun."""
    draft = make_story("seorang | saksi | tiba", "saksi | itu | pulang", "saksi | itu | kembali")
    for phrase, nth in (("seorang saksi", 0), ("saksi itu", 0), ("saksi itu", 1)):
        add_mention(draft, phrase, "saksi", type="nominal", nth=nth)
    assert "same noun" in told(draft, 1, person(0), noun="saksi")
    assert "repeats" not in told(draft, 1, person(0), noun="saksi")
    assert "repeats" in told(draft, 2, person(1), noun="saksi")
    assert "noun of title" in told(draft, 1, person(0, nouns=("saksi",)), noun="saksi")
    assert noun_of(draft, draft.mentions[0]) == "saksi"


@pytest.mark.parametrize(
    ("sentence", "mention", "type_", "sort"),
    [
        ("dia PRON nsubj 2 | pulang VERB root 0", "dia", "pronoun", "third"),
        ("beliau PRON nsubj 2 | pulang VERB root 0", "beliau", "pronoun", "honoured"),
        ("mereka PRON nsubj 2 | pulang VERB root 0", "mereka", "pronoun", "plural"),
        ("pihak NOUN nsubj 3 | nya PRON nmod:poss 1 | siap ADJ root 0", "pihak nya", "pronoun", "own_side"),
        ("memuji VERB root 0 | diri NOUN obj 1 | nya PRON nmod:poss 2", "diri nya", "pronoun", "reflexive"),
        ("rumah NOUN root 0 | nya PRON nmod:poss 1", "nya", "clitic", "owned"),
        ("dibaca VERB root 0 | nya PRON obl:agent 1", "nya", "clitic", "done"),
        ("kapal NOUN root 0 | itu DET det 1", "kapal itu", "nominal", "pointed"),
        ("kapal NOUN root 0", "kapal", "nominal", "bare"),
    ],
)
def test_sort_of_an_anaphor(sentence: str, mention: str, type_: MentionType, sort: str) -> None:
    """Each has its own habits, so each is a sort for the ranker."""
    draft = make_story(sentence)
    add_mention(draft, mention, mention.split()[0] if type_ == "nominal" else None, type=type_, kind=None)
    assert sort_of(draft, make_scene(draft), 0, NAMING) == sort
    assert sort in SORTS


def test_clitic_of_a_cue_is_a_speaker() -> None:
    """The "nya" of "ujarnya" says, that of "rumahnya" owns."""
    draft = make_story("siap ADJ root 0 | , PUNCT punct 1 | ujar VERB parataxis 1 | nya PRON nsubj 3")
    add_statement(draft, "nya", "ujar", "siap")
    add_mention(draft, "nya", type="clitic", kind=None)
    assert sort_of(draft, make_scene(draft), 0, NAMING) == "said"


def test_scene_knows_what_stands_inside_another_mention() -> None:
    """Peru in "Menlu Peru" is embedded, Kuba beside it is not; the first of a paragraph begins it."""
    draft = make_story("Menlu | Peru | menjamu | Kuba", "Rano | tiba")
    draft.sentences[1].paragraph = 1
    add_mention(draft, "Menlu Peru", "Menlu", type="nominal")
    add_mention(draft, "Peru", kind="state")
    add_mention(draft, "Kuba", kind="state")
    add_mention(draft, "Rano")
    scene = make_scene(draft)
    assert [setting.embedded for setting in scene.settings] == [False, True, False, False]
    assert scene.begins_paragraph == [True, False, False, True]


def test_scene_takes_the_innermost_statement() -> None:
    """A word in the content of a statement within another is within the inner one."""
    draft = make_story("Rano | berkata | Tuti | mengaku | kapal | rusak")
    add_statement(draft, "Rano", "berkata", "Tuti mengaku kapal rusak")
    add_statement(draft, "Tuti", "mengaku", "kapal rusak")
    for name in ("Rano", "Tuti", "kapal"):
        add_mention(draft, name)
    settings = make_scene(draft).settings
    assert [setting.within for setting in settings] == [None, 0, 1]
    assert [setting.source_of for setting in settings] == [0, 1, None]
