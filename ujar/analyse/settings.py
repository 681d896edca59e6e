"""When and where a statement was made, where its own clause tells it outside of what is said."""

from __future__ import annotations

from collections.abc import Iterable

from ujar.analyse.draft import Draft, FoundStatement, FoundTime, Stretch
from ujar.analyse.setting_paths import BEHIND, Candidates, find_behind, is_at, steps_to, top_of
from ujar.languages.schema import load_words
from ujar.languages.settings import SettingWords

__all__ = ["find_settings"]

POINTS = frozenset({"DATE", "TIME"})
DAY = len("2024-06-04")


def find_settings(draft: Draft) -> None:
    """Give each statement the time and the place that its cue's clause tells.

    "..., kata Menlu Rano Lubis di Palu, Selasa (4/6)": not the date that the minister speaks of, nor the words of the
    title: "Duta Besar di Palu", nor the day of the quake in "Gempa mengguncang Palu, Selasa, kata BMKG".
    """
    words = load_words(draft.article.language, SettingWords)
    told = [found for found in draft.statements if not found.headline and (found.cue or found.source)]
    for found in told:
        found.time, found.place = own_setting(draft, found, words)
    for found in told:
        share_setting(draft, found, told)
    for found in told:
        follow_pointers(draft, found)
    for found in told:
        repeat_occasion(draft, found, told, words)


def own_setting(draft: Draft, found: FoundStatement, words: SettingWords) -> tuple[int | None, int | None]:
    """The numbers of the time and the place that hang on the cue or stand right behind it or its source."""
    candidates = candidates_of(draft, found, words)
    behind = find_behind(draft, found, candidates, words)
    times = {number: steps_to(draft, found, stretch, words, True) for number, stretch in candidates.times.items()}
    places = {
        number: steps_to(draft, found, stretch, words, False) if is_at(draft, top_of(draft, stretch), words) else None
        for number, stretch in candidates.places.items()
    }
    sites = {number for number in places if draft.places[number].name.split()[0].lower() in words.sites}
    return nearest(times, behind.times), nearest(places, behind.places, sites)


def nearest(
    steps: dict[int, int | None], behind: Iterable[int], last: frozenset[int] | set[int] = frozenset()
) -> int | None:
    """The number with the fewest steps, the first of the text among equals; those of `last` only where no other is."""
    found = {number: count for number, count in steps.items() if count is not None}
    for number in behind:
        found[number] = min(found.get(number, BEHIND), BEHIND)
    return min(found, key=lambda number: (number in last, found[number], number), default=None)


def candidates_of(draft: Draft, found: FoundStatement, words: SettingWords) -> Candidates:
    """The times and places in the cue's sentence, but for those in what is said."""
    sentence = draft.sentence_at((found.cue or found.source or Stretch(0, 0)).first).tokens

    def is_free(stretch: Stretch) -> bool:
        return sentence.holds(stretch) and not any(piece.overlaps(stretch) for piece in found.content)

    times = {
        number: time.tokens
        for number, time in enumerate(draft.times)
        if is_free(time.tokens) and is_moment(draft, time, found, words)
    }
    places = {number: place.tokens for number, place in enumerate(draft.places) if is_free(place.tokens)}
    return Candidates(times, places)


def is_moment(draft: Draft, time: FoundTime, found: FoundStatement, words: SettingWords) -> bool:
    """Whether one can have spoken then: not "saat ini", "sejak 2020", "dua jam", nor a day after the story's own."""
    if time.type not in POINTS or time.value.endswith("_REF"):
        return False
    before = draft.tokens[time.tokens.first - 1].text.lower() if time.tokens.first else ""
    published = draft.article.published.value if draft.article.published else ""
    dated = min(len(published), len(time.value)) >= DAY and "W" not in time.value
    late = dated and time.value[:DAY] > published[:DAY] and found.polarity != "future"
    return before not in words.bounds and not late


def share_setting(draft: Draft, found: FoundStatement, told: list[FoundStatement]) -> None:
    """What is told of one cue goes for another of the same subject: "Sari, Rabu, mengatakan ... dan mengimbau ..."."""
    for other in told:
        if other is found or found.parent is not None or other.parent is not None or found.source is None:
            continue
        if other.source != found.source:
            continue
        if found.time is None and other.time is not None and is_outside(draft.times[other.time].tokens, found):
            found.time = other.time
        if found.place is None and other.place is not None and is_outside(draft.places[other.place].tokens, found):
            found.place = other.place


def is_outside(stretch: Stretch, found: FoundStatement) -> bool:
    """Whether the stretch lies in none of the content."""
    return not any(piece.overlaps(stretch) for piece in found.content)


def follow_pointers(draft: Draft, pointer: FoundStatement) -> None:
    """What "Pernyataan itu disampaikannya di Bogor, Selasa" tells goes for the statements it points to.

    Not where another speaks of them: "Hal itu dibantah Danu di Kupang".
    """
    for number in pointer.refers_to:
        meant = draft.statements[number]
        if meant.source is not None and (meant.source_actor is None or meant.source_actor != pointer.source_actor):
            continue
        if meant.time is None and meant.place is None:
            meant.time, meant.place = pointer.time, pointer.place


def repeat_occasion(draft: Draft, found: FoundStatement, told: list[FoundStatement], words: SettingWords) -> None:
    """ "Dalam kesempatan yang sama, Tolga mengatakan ...": when and where the statement before it was made."""
    if found.cue is None or found.time is not None or found.place is not None:
        return
    sentence = draft.sentence_at(found.cue.first).tokens
    said = [token.text.lower() for number, token in enumerate(draft.tokens[slice(*sentence)], start=sentence.first)
            if is_outside(Stretch(number, number + 1), found)]  # fmt: skip
    if not any(phrase in " ".join(said) for phrase in words.same_occasion):
        return
    before = [other for other in told if other.parent is None and other.cue and other.cue.first < sentence.first]
    last = max(before, key=lambda other: other.cue.first if other.cue else 0, default=None)
    if last is not None:
        found.time, found.place = last.time, last.place
