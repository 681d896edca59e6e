"""When and where a statement was made."""

from __future__ import annotations

from tests.analyse.cast import add_statement, find, make_story
from ujar.analyse.draft import Draft, FoundPlace, FoundTime
from ujar.analyse.settings import find_settings

SPOKEN = "Kapal | siap | besok | di | Ambon | , | kata | Menlu | Rano | di | Palu | , | Selasa | .", "Rabu | hujan | ."


def spoken(*times: str, places: tuple[str, ...] = (), source: str = "Menlu Rano") -> Draft:
    """The story with a statement of Rano's, and those times and places."""
    draft = make_story(*SPOKEN)
    add_statement(draft, source, "kata", "Kapal siap besok di Ambon")
    draft.times = [FoundTime(find(draft, words), "DATE", "2024-06-04", "day") for words in times]
    draft.places = [FoundPlace(find(draft, words), words) for words in places]
    find_settings(draft)
    return draft


def test_statement_is_made_when_and_where_its_sentence_says() -> None:
    """The Tuesday and Palu beside the cue, not the "besok" and Ambon that Rano speaks of."""
    (found,) = spoken("besok", "Selasa", places=("Ambon", "Palu")).statements
    assert (found.time, found.place) == (1, 1)


def test_time_and_place_of_the_content_alone_are_not_the_speaker_s() -> None:
    """Nothing beside the cue: nothing is known."""
    (found,) = spoken("besok", places=("Ambon",)).statements
    assert (found.time, found.place) == (None, None)


def test_words_of_the_source_are_no_place_of_speaking() -> None:
    """In "kata Duta Besar di Palu" Palu is where the ambassador serves."""
    (found,) = spoken(places=("Palu",), source="Menlu Rano di Palu").statements
    assert found.place is None


def test_another_sentence_sets_nothing() -> None:
    """ "Rabu hujan" is not when Rano spoke."""
    (found,) = spoken("Rabu").statements
    assert found.time is None


def test_nearest_to_the_cue_counts() -> None:
    """Two places stand in the sentence: the one beside the cue."""
    draft = make_story("Di | Bitung | hujan | , | kata | Rano | di | Palu | .")
    add_statement(draft, "Rano", "kata", "hujan")
    draft.places = [FoundPlace(find(draft, words), words) for words in ("Bitung", "Palu")]
    find_settings(draft)
    assert draft.statements[0].place == 0
    draft.statements[0].cue = find(draft, "Rano")
    find_settings(draft)
    assert draft.statements[0].place == 1


def test_span_of_time_is_no_time_of_speaking() -> None:
    """Nobody speaks at "dua jam", at "setiap pekan" or at "saat ini"."""
    draft = make_story(*SPOKEN)
    add_statement(draft, "Menlu Rano", "kata", "Kapal siap besok di Ambon")
    for found in (
        FoundTime(find(draft, "Selasa"), "DURATION", "PT2H", "hour"),
        FoundTime(find(draft, "Selasa"), "SET", "P1W", "week"),
        FoundTime(find(draft, "Selasa"), "DATE", "PRESENT_REF", "other"),
    ):
        draft.times = [found]
        find_settings(draft)
        assert draft.statements[0].time is None


def test_headline_and_uncued_statements_have_no_setting() -> None:
    """A headline's day is the story's, not the speaker's; without cue and source there is nothing to stand beside."""
    draft = make_story(*SPOKEN)
    draft.times = [FoundTime(find(draft, "Selasa"), "DATE", "2024-06-04", "day")]
    headline = add_statement(draft, "Menlu Rano", "kata", "Kapal siap besok di Ambon")
    headline.headline = True
    add_statement(draft, None, None, "Kapal siap")
    find_settings(draft)
    assert [found.time for found in draft.statements] == [None, None]
