"""When and where a statement was made, where its own clause tells it outside of what is said."""

from __future__ import annotations

from ujar.analyse.draft import Draft, FoundStatement, FoundTime, Stretch
from ujar.analyse.setting_paths import BEHIND, Candidates, find_behind, is_at, is_post, steps_to
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
    times = dict.fromkeys(behind.times, BEHIND) | steps_of(draft, found, candidates.times, words, when=True)
    placed = {
        number: at
        for number, at in candidates.places.items()
        if is_at(draft, at, words) and not is_post(draft, found, at, words)
    }
    places = dict.fromkeys(behind.places, BEHIND) | steps_of(draft, found, placed, words, when=False)
    cue = found.cue.first if found.cue else 0
    # Of two times the one beside the cue: "Ketika pulang, Kamis, mereka, Jumat, menjelaskan"; of two places the first,
    # to which the others belong: "di Palu, Sulawesi Tengah", but "di Bandara Juanda, Surabaya".
    time = min(times, key=lambda number: (times[number], abs(draft.times[number].tokens.first - cue)), default=None)
    place = min(places, key=lambda number: (is_site(draft, number, words), places[number], number), default=None)
    return time, place


def steps_of(
    draft: Draft, found: FoundStatement, candidates: dict[int, Stretch], words: SettingWords, *, when: bool
) -> dict[int, int]:
    """The steps to the cue of those times or places from which a way leads there."""
    steps = {number: steps_to(draft, found, stretch, words, when) for number, stretch in candidates.items()}
    return {number: count for number, count in steps.items() if count is not None}


def is_site(draft: Draft, number: int, words: SettingWords) -> bool:
    """Whether a place is one in a town: "Bandara Juanda"."""
    return draft.places[number].name.split()[0].lower() in words.sites


def candidates_of(draft: Draft, found: FoundStatement, words: SettingWords) -> Candidates:
    """The times and places in the cue's sentence, but for those in what is said."""
    sentence = draft.sentence_at((found.cue or found.source or Stretch(0, 0)).first).tokens
    # "Pada Senin, Peru dilaporkan menurunkan harga": nobody who speaks, so what stands before is of the deed.
    sentence = Stretch(found.cue.first, sentence.last) if found.cue and not found.source else sentence

    around = [sentence] if found.parent is None else draft.statements[found.parent].content
    # What stands outside of the words that hold a nested statement and its source is of the one who speaks them.
    if found.source and not any(piece.holds(found.source) for piece in around):
        around = [sentence]  # no nested one: "Sari, Rabu, mengatakan pasar aman dan mengimbau ..."

    def is_free(stretch: Stretch) -> bool:
        return sentence.holds(stretch) and any(p.holds(stretch) for p in around) and is_outside(stretch, found)

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
    outside = [number for number in range(*sentence) if is_outside(Stretch(number, number + 1), found)]
    said = [draft.tokens[number].text.lower() for number in outside]
    if not any(phrase in " ".join(said) for phrase in words.same_occasion):
        return
    before = [other for other in told if other.parent is None and other.cue and other.cue.first < sentence.first]
    last = max(before, key=lambda other: other.cue.first if other.cue else 0, default=None)
    if last is not None:
        found.time, found.place = last.time, last.place
