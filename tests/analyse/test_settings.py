"""When and where a statement was made."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.analyse.cast import add_statement, find, make_story
from ujar.analyse.draft import Draft, FoundPlace, FoundStatement, FoundTime
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
