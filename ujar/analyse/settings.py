"""When and where a statement was made, where its own clause tells it outside of what is said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ujar.analyse.draft import Draft, FoundStatement, Stretch
from ujar.analyse.setting_ground import Ground, survey
from ujar.analyse.setting_paths import BEHIND, Clause, find_behind, is_outside, is_post, steps_to
from ujar.languages.schema import load_words
from ujar.languages.settings import SettingWords

__all__ = ["find_settings"]


def find_settings(draft: Draft) -> None:
    """Give each statement the time and the place that its cue's clause tells.

    "..., kata Menlu Rano Lubis di Palu, Selasa (4/6)": not the date that the minister speaks of, nor the words of the
    title: "Duta Besar di Palu", nor the day of the quake in "Gempa mengguncang Palu, Selasa, kata BMKG".
    """
    ground = survey(draft, load_words(draft.article.language, SettingWords))
    told = [found for found in draft.statements if not found.headline and (found.cue or found.source)]
    for found in told:
        found.time, found.place = own_setting(ground, found)
    share_settings(draft, told)
    for found in told:
        follow_pointers(draft, found)
    repeat_occasions(draft, told, ground.words)


def own_setting(ground: Ground, found: FoundStatement) -> tuple[int | None, int | None]:
    """The numbers of the time and the place that hang on the cue or stand right behind it or its source."""
    draft, words, clause = ground.draft, ground.words, Clause.of(ground.draft, found)
    behind = find_behind(ground, clause)
    led = steps_to(ground, found, ground.times)
    times = dict.fromkeys(behind.times, BEHIND)
    times |= {number: steps for number, steps in led.items() if clause.has_time(ground, number)}
    led = steps_to(ground, found, ground.places)
    places = dict.fromkeys(behind.places, BEHIND)
    for number, steps in led.items():
        stretch = ground.places.stretches[number]
        if number in ground.sited and clause.has_place(ground, number) and not is_post(draft, found, stretch, words):
            places[number] = steps
    cue = found.cue.first if found.cue else 0
    # Of two times the one beside the cue: "Ketika pulang, Kamis, mereka, Jumat, menjelaskan"; of two places the first,
    # to which the others belong: "di Palu, Sulawesi Tengah", but "di Bandara Juanda, Surabaya".
    time = min(times, key=lambda number: (times[number], abs(draft.times[number].tokens.first - cue)), default=None)
    place = min(places, key=lambda number: (is_site(draft, number, words), places[number], number), default=None)
    if place is None and time is not None:
        place = place_before(ground, clause, draft.times[time].tokens.first)
    return time, place


def place_before(ground: Ground, clause: Clause, time: int) -> int | None:
    """The place between commas right before the time: "kata Rano kepada pers, Palu, Selasa (4/6)".

    Not one that tells more of another: "kata Rano dari Lima, Peru, Selasa".
    """
    number = ground.places.ends.get(time - 1)
    if number is None or not clause.has_place(ground, number):
        return None
    first = ground.places.stretches[number].first
    around = [ground.draft.tokens[at].text for at in (first - 1, time - 1) if at >= 0]
    behind_cue = clause.found.cue is not None and first > clause.found.cue.first
    return number if around == [",", ","] and behind_cue and first - 1 not in ground.places.ends else None


def is_site(draft: Draft, number: int, words: SettingWords) -> bool:
    """Whether a place is one in a town: "Bandara Juanda"."""
    return draft.places[number].name.split()[0].lower() in words.sites


def share_settings(draft: Draft, told: Sequence[FoundStatement]) -> None:
    """What is told of one cue goes for another of the same subject: "Sari, Rabu, mengatakan ... dan mengimbau ..."."""
    of_source: dict[Stretch, list[FoundStatement]] = {}
    for found in told:
        if found.source is not None and found.parent is None:
            of_source.setdefault(found.source, []).append(found)
    for group in of_source.values():
        for found in group:
            share_setting(draft, found, group)


def share_setting(draft: Draft, found: FoundStatement, group: Sequence[FoundStatement]) -> None:
    """Give a statement the first time and place of its group that stand outside of what it says itself."""
    if found.time is None:
        times = (other.time for other in group if other.time is not None)
        found.time = next((time for time in times if is_outside(draft.times[time].tokens, found)), None)
    if found.place is None:
        places = (other.place for other in group if other.place is not None)
        found.place = next((place for place in places if is_outside(draft.places[place].tokens, found)), None)


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


def repeat_occasions(draft: Draft, told: Sequence[FoundStatement], words: SettingWords) -> None:
    """ "Dalam kesempatan yang sama, Tolga mengatakan ...": when and where the statement before it was made."""
    earlier = sorted(
        ((found.cue.first, number) for number, found in enumerate(told) if found.cue and found.parent is None)
    )
    phrases: dict[int, list[Stretch]] = {}
    for found in told:
        if found.cue is None or found.time is not None or found.place is not None:
            continue
        sentence = draft.sentence_at(found.cue.first).tokens
        if sentence.first not in phrases:
            phrases[sentence.first] = occasions_in(draft, sentence, words)
        at = bisect_left(earlier, (sentence.first, 0))
        if at and any(is_outside(phrase, found) for phrase in phrases[sentence.first]):
            # Of two statements with one cue the first.
            last = told[earlier[bisect_left(earlier, (earlier[at - 1][0], 0))][1]]
            found.time, found.place = last.time, last.place


def occasions_in(draft: Draft, sentence: Stretch, words: SettingWords) -> list[Stretch]:
    """Where a sentence speaks of the occasion before it."""
    said = [word.lower() for word in draft.words_of(sentence)]
    phrases = [phrase.split() for phrase in words.same_occasion]
    openers = {phrase[0] for phrase in phrases}
    return [
        Stretch(sentence.first + at, sentence.first + at + len(phrase))
        for at, word in enumerate(said)
        if word in openers
        for phrase in phrases
        if said[at : at + len(phrase)] == phrase
    ]
