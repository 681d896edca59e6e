"""When and where a statement was made."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.analyse.cast import add_statement, find, make_story
from ujar.analyse.draft import Draft, FoundPlace, FoundStatement, FoundTime, Stretch
from ujar.analyse.settings import find_settings
from ujar.record import Published, TimeType

QUOTED = (
    "Kapal NOUN nsubj 2 | siap ADJ ccomp 7 | besok NOUN obl:tmod 2 | di ADP case 5 | Ambon PROPN obl 2 | , | "
    "kata VERB root 0 | Menlu NOUN nsubj 7 | Rano PROPN flat 8 | di ADP case 11 | Palu PROPN obl 7 | , | "
    "Selasa PROPN obl:tmod 7 | . PUNCT punct 7",
    "Rabu PROPN nsubj 2 | hujan NOUN root 0 | . PUNCT punct 2",
)
SAYING = "Kapal siap besok di Ambon"


def note(draft: Draft, times: Sequence[str] = (), places: Sequence[str] = ()) -> None:
    """Note the words as days and as places."""
    draft.times = [FoundTime(find(draft, words), "DATE", "2024-06-04", "day") for words in times]
    draft.places = [FoundPlace(find(draft, words), words) for words in places]


def spoken(*times: str, places: Sequence[str] = (), source: str = "Menlu Rano") -> FoundStatement:
    """Rano's statement in the story, where those days and places are known."""
    draft = make_story(*QUOTED)
    found = add_statement(draft, source, "kata", SAYING)
    note(draft, times, places)
    find_settings(draft)
    return found


def test_statement_is_made_when_and_where_its_clause_says() -> None:
    """The Tuesday and Palu beside the cue, not the "besok" and Ambon that Rano speaks of."""
    found = spoken("besok", "Selasa", places=("Ambon", "Palu"))
    assert (found.time, found.place) == (1, 1)


def test_time_and_place_of_the_content_alone_are_not_the_speaker_s() -> None:
    """Nothing beside the cue: nothing is known."""
    found = spoken("besok", places=("Ambon",))
    assert (found.time, found.place) == (None, None)


def test_another_sentence_sets_nothing() -> None:
    """ "Rabu hujan" is not when Rano spoke."""
    assert spoken("Rabu").time is None


def test_place_that_hangs_on_another_verb_is_not_the_speaker_s() -> None:
    """In "banjir melanda Palu, Selasa, kata Rano" it flooded there and then."""
    draft = make_story(
        "Banjir NOUN nsubj 2 | melanda VERB ccomp 7 | Palu PROPN obj 2 | , PUNCT punct 5 | Selasa PROPN obl:tmod 2 | "
        ", PUNCT punct 7 | kata VERB root 0 | Rano PROPN nsubj 7"
    )
    found = add_statement(draft, "Rano", "kata", "Banjir melanda")
    note(draft, ["Selasa"], ["Palu"])
    find_settings(draft)
    assert (found.time, found.place) == (None, None)


def test_place_that_one_comes_from_is_not_where_one_speaks() -> None:
    """ "kata Rano dari Palu" may be said on the telephone."""
    draft = make_story("kata VERB root 0 | Rano PROPN nsubj 1 | dari ADP case 4 | Palu PROPN obl 1 | : | siap")
    found = add_statement(draft, "Rano", "kata", "siap")
    note(draft, places=["Palu"])
    find_settings(draft)
    assert found.place is None


@pytest.mark.parametrize(
    ("kind", "value"), [("DURATION", "PT2H"), ("SET", "P1W"), ("DATE", "PRESENT_REF"), ("DATE", "PAST_REF")]
)
def test_span_of_time_is_no_time_of_speaking(kind: TimeType, value: str) -> None:
    """Nobody speaks at "dua jam", at "setiap pekan" or at "saat ini"."""
    draft = make_story(*QUOTED)
    found = add_statement(draft, "Menlu Rano", "kata", SAYING)
    draft.times = [FoundTime(find(draft, "Selasa"), kind, value, "other")]
    find_settings(draft)
    assert found.time is None


@pytest.mark.parametrize(("published", "time"), [("2024-06-05", 0), ("2024-06-04", 0), ("2024-06-03", None)])
def test_nobody_has_spoken_after_the_story_appeared(published: str, time: int | None) -> None:
    """A day after that of the story is not when Rano spoke; its own day may be."""
    draft = make_story(*QUOTED)
    found = add_statement(draft, "Menlu Rano", "kata", SAYING)
    dated = Published.model_validate({"value": published, "by": "given"})
    draft.article = draft.article.model_copy(update={"published": dated})
    note(draft, ["Selasa"])
    find_settings(draft)
    assert found.time == time


def test_headline_and_uncued_statements_have_no_setting() -> None:
    """A headline's day is the story's, not the speaker's; without cue and source there is nothing to stand beside."""
    draft = make_story(*QUOTED)
    headline = add_statement(draft, "Menlu Rano", "kata", SAYING)
    headline.headline = True
    uncued = add_statement(draft, None, None, "Kapal siap")
    note(draft, ["Selasa"])
    find_settings(draft)
    assert (headline.time, uncued.time) == (None, None)


def told(draft: Draft, times: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The words of the time and place of each statement of the draft, given those times and places."""
    note(draft, times, places)
    find_settings(draft)
    return [
        ("" if found.time is None else times[found.time], "" if found.place is None else places[found.place])
        for found in draft.statements
    ]


FALLEN = (
    "Setelah SCONJ mark 3 | kapal NOUN nsubj 3 | karam VERB advcl 9 | di ADP case 5 | Biak PROPN obl 3 | "
    "pada ADP case 7 | Kamis PROPN obl:tmod 3 | Rano PROPN nsubj 9 | menuntut VERB root 0 | "
    "ganti NOUN obj 9 | . PUNCT punct 9"
)
MEETING = (
    "Dalam ADP case 2 | rapat NOUN obl 7 | di ADP case 4 | Manado PROPN nmod 2 | Senin PROPN nmod:tmod 2"
    " | Rano PROPN nsubj 7 | mengatakan VERB root 0 | hujan NOUN obj 7 | . PUNCT punct 7"
)


def test_deed_of_another_verb_sets_nothing() -> None:
    """ "Setelah kapal karam di Biak pada Kamis, Rano menuntut ganti": day and place are the ship's."""
    draft = make_story(FALLEN)
    add_statement(draft, "Rano", "menuntut", "ganti")
    assert told(draft, ("Kamis",), ("Biak",)) == [("", "")]


def test_occasion_tells_when_and_where() -> None:
    """ "Dalam rapat di Manado Senin Rano mengatakan": one speaks where one meets. A war is no such occasion."""
    for occasion, expected in (("rapat", ("Senin", "Manado")), ("perang", ("", ""))):
        draft = make_story(MEETING.replace("rapat", occasion))
        add_statement(draft, "Rano", "mengatakan", "hujan")
        assert told(draft, ("Senin",), ("Manado",)) == [expected]


def test_place_of_the_caller_is_not_the_speaker_s() -> None:
    """ "dihubungi dari Jakarta" tells where the caller is, "sejak Senin" since when."""
    draft = make_story("Hujan | , | kata | Rano | dari | Jakarta | sejak | Senin | .")
    add_statement(draft, "Rano", "kata", "Hujan")
    assert told(draft, ("Senin",), ("Jakarta",)) == [("", "")]


def test_post_is_no_place_of_speaking_unless_a_name_stands_between() -> None:
    """ "kata Duta Besar Peru di Roma" serves there; behind "Rano", "di Roma" is where Rano speaks."""
    for source, persons, expected in (("Duta Besar Peru", (), ""), ("Duta Besar Rano", ("Rano",), "Roma")):
        draft = make_story(f"Hujan | , | kata | {' | '.join(source.split())} | di | Roma | .", persons=persons)
        add_statement(draft, source, "kata", "Hujan")
        assert told(draft, (), ("Roma",)) == [("", expected)]


def test_day_to_come_is_that_of_a_statement_to_come() -> None:
    """What Rano is going to say on Tuesday may stand in Monday's paper."""
    draft = make_story(*QUOTED)
    found = add_statement(draft, "Menlu Rano", "kata", SAYING)
    found.polarity = "future"
    dated = Published(value="2024-06-03", by="given")
    draft.article = draft.article.model_copy(update={"published": dated})
    assert told(draft, ("Selasa",)) == [("Selasa", "")]


def test_pointer_tells_of_the_statements_it_points_to() -> None:
    """ "Hal itu disampaikan Rano di Bogor": the earlier statement of Rano's was made there; another's was not."""
    for actor, expected in ((0, ("Selasa", "Bogor")), (1, ("", ""))):
        draft = make_story("Hujan | , | kata | Rano | .", "Hal | itu | disampaikan | nya | di | Bogor | , | Selasa | .")
        first = add_statement(draft, "Rano", "kata", "Hujan")
        pointer = add_statement(draft, "nya", "disampaikan", "Hal itu")
        first.source_actor, pointer.source_actor, pointer.refers_to = 0, actor, [0]
        assert told(draft, ("Selasa",), ("Bogor",)) == [expected, ("Selasa", "Bogor")]


def test_same_occasion_points_back_and_nothing_else_does() -> None:
    """ "Dalam kesempatan yang sama" is when and where the statement before was made; without it nothing is known."""
    for opener, expected in (("Dalam | kesempatan | yang | sama", "Bogor"), ("Dalam | hal | yang | sama", "")):
        draft = make_story("Hujan | , | kata | Rano | di | Bogor | .", f"{opener} | , | Sari | mengatakan | panas | .")
        add_statement(draft, "Rano", "kata", "Hujan")
        add_statement(draft, "Sari", "mengatakan", "panas")
        assert told(draft, (), ("Bogor",)) == [("", "Bogor"), ("", expected)]


def test_two_cues_of_one_source_share_their_setting() -> None:
    """ "kata Rano di Bogor, dan meminta payung": one moment."""
    draft = make_story("Hujan | , | kata | Rano | di | Bogor | dan | meminta | payung | .")
    add_statement(draft, "Rano", "kata", "Hujan")
    add_statement(draft, "Rano", "meminta", "payung")
    assert told(draft, (), ("Bogor",)) == [("", "Bogor"), ("", "Bogor")]


def test_nested_statement_has_its_own_clause_only() -> None:
    """ "Sari meminta payung, kata Rano di Bogor": nothing is told of where Sari asked."""
    draft = make_story("Sari | meminta | payung | , | kata | Rano | di | Bogor | .")
    add_statement(draft, "Rano", "kata", "Sari meminta payung")
    add_statement(draft, "Sari", "meminta", "payung").parent = 0
    assert told(draft, (), ("Bogor",)) == [("", "Bogor"), ("", "")]


def test_place_between_commas_before_the_day_is_where_one_spoke() -> None:
    """ "kata Rano, Bogor, Selasa": no "di" stands there. In "dari Lima, Peru, Selasa" Peru tells more of Lima."""
    draft = make_story("Hujan | , | kata | Rano | , | Bogor | , | Selasa | .")
    add_statement(draft, "Rano", "kata", "Hujan")
    assert told(draft, ("Selasa",), ("Bogor",)) == [("Selasa", "Bogor")]
    draft = make_story(
        "Hujan NOUN ccomp 3 | , PUNCT punct 3 | kata VERB root 0 | Rano PROPN nsubj 3 | dari ADP case 6 | "
        "Lima PROPN obl 3 | , PUNCT punct 8 | Peru PROPN appos 6 | , PUNCT punct 10 | Selasa PROPN obl:tmod 3"
    )
    add_statement(draft, "Rano", "kata", "Hujan")
    assert told(draft, ("Selasa",), ("Lima", "Peru")) == [("Selasa", "")]


def test_same_occasion_inside_what_is_said_points_nowhere() -> None:
    """ "Sari mengatakan panas dalam kesempatan yang sama": those words are hers, and tell nothing of her own saying."""
    draft = make_story(
        "Hujan | , | kata | Rano | di | Bogor | .", "Sari | mengatakan | panas | dalam | kesempatan | yang | sama | ."
    )
    add_statement(draft, "Rano", "kata", "Hujan")
    add_statement(draft, "Sari", "mengatakan", "panas dalam kesempatan yang sama")
    assert told(draft, (), ("Bogor",)) == [("", "Bogor"), ("", "")]


def test_statements_of_one_long_sentence_each_find_their_day() -> None:
    """Six hundred statements in one sentence, each with its day: each finds its own, without a look at the others'.
    """
    count = 600
    clause = "Rano PROPN nsubj {1} | mengatakan VERB {2} | hujan NOUN obj {1} | Selasa PROPN obl:tmod {1}"
    verbs = [(4 * at + 2, "root 0" if at == 0 else "conj 2") for at in range(count)]
    draft = make_story(" | ".join(clause.format(None, verb, relation) for verb, relation in verbs))
    draft.statements = [
        FoundStatement([Stretch(at + 2, at + 3)], cue=Stretch(at + 1, at + 2), source=Stretch(at, at + 1))
        for at in range(0, 4 * count, 4)
    ]
    draft.times = [FoundTime(Stretch(at + 3, at + 4), "DATE", "2024-06-04", "day") for at in range(0, 4 * count, 4)]
    find_settings(draft)
    assert [found.time for found in draft.statements] == list(range(count))
