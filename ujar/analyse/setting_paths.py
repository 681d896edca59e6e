"""How a time or a place hangs on a cue: up the tree, or right behind the words that tell who speaks to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ujar.analyse.draft import PERSON, Draft, FoundStatement, FoundTime, Stretch
from ujar.analyse.phrases import names_at
from ujar.analyse.setting_ground import Ground, Marks, Way, top_of
from ujar.languages.settings import SettingWords

__all__ = ["BEHIND", "Behind", "Clause", "find_behind", "is_outside", "is_post", "steps_to"]

BEHIND = 3  # steps that standing right behind the source is worth: the tree goes before it
POINTS = frozenset({"DATE", "TIME"})
DAY = len("2024-06-04")


class Clause(NamedTuple):
    """Where the time and place of a statement may stand: in a piece of `around` in the sentence, not in the content."""

    found: FoundStatement
    sentence: Stretch
    around: list[Stretch]

    @classmethod
    def of(cls, draft: Draft, found: FoundStatement) -> Clause:
        """The cue's sentence, but for what is said."""
        sentence = draft.sentence_at((found.cue or found.source or Stretch(0, 0)).first).tokens
        # "Pada Senin, Peru dilaporkan menurunkan harga": nobody who speaks, so what stands before is of the deed.
        sentence = Stretch(found.cue.first, sentence.last) if found.cue and not found.source else sentence
        around = [sentence] if found.parent is None else draft.statements[found.parent].content
        # What stands outside of the words that hold a nested statement and its source is of the one who speaks them.
        if found.source and not any(piece.holds(found.source) for piece in around):
            around = [sentence]  # no nested one: "Sari, Rabu, mengatakan pasar aman dan mengimbau ..."
        return cls(found, sentence, around)

    def is_free(self, stretch: Stretch) -> bool:
        """Whether the time or place of the statement may stand there."""
        inside = self.sentence.holds(stretch) and any(piece.holds(stretch) for piece in self.around)
        return inside and is_outside(stretch, self.found)

    def has_time(self, ground: Ground, number: int) -> bool:
        """Whether the time of that number may be the statement's."""
        time = ground.draft.times[number]
        return self.is_free(time.tokens) and is_moment(ground.draft, time, self.found, ground.words)

    def has_place(self, ground: Ground, number: int) -> bool:
        """Whether the place of that number may be the statement's."""
        return self.is_free(ground.places.stretches[number])


def is_outside(stretch: Stretch, found: FoundStatement) -> bool:
    """Whether the stretch lies in none of the content."""
    return not any(piece.overlaps(stretch) for piece in found.content)


def is_moment(draft: Draft, time: FoundTime, found: FoundStatement, words: SettingWords) -> bool:
    """Whether one can have spoken then: not "saat ini", "sejak 2020", "dua jam", nor a day after the story's own."""
    if time.type not in POINTS or time.value.endswith("_REF"):
        return False
    before = draft.tokens[time.tokens.first - 1].text.lower() if time.tokens.first else ""
    published = draft.article.published.value if draft.article.published else ""
    dated = min(len(published), len(time.value)) >= DAY and "W" not in time.value
    late = dated and time.value[:DAY] > published[:DAY] and found.polarity != "future"
    return before not in words.bounds and not late


def anchors_of(draft: Draft, cue: Stretch) -> frozenset[int]:
    """The tokens of the cue, and the verb that a noun hangs on: "menyampaikan harapan", "kembali menegaskan"."""
    top = draft.tokens[top_of(draft, cue)]
    leads = top.relation == "xcomp" or (top.tag == "NOUN" and top.relation in ("obj", "obl"))
    return frozenset(range(*cue)) | ({top.head} if leads and top.head >= 0 else set())


def joined_to(ground: Ground, cue: Stretch) -> int | None:
    """The verb before the cue with the same subject.

    "Di Lima, Senin, ia menolak usul itu dan menyebutnya sepihak"; not "Rapat digelar Senin dan Rano menilai ...".
    """
    top = top_of(ground.draft, cue)
    token = ground.draft.tokens[top]
    return token.head if token.relation == "conj" and top not in ground.subjects else None


def steps_to(ground: Ground, found: FoundStatement, marks: Marks) -> dict[int, int]:
    """How many arcs lead to the cue, for each time or place from which a way leads there and to no nearer anchor."""
    if found.cue is None:
        return {}
    anchors = anchors_of(ground.draft, found.cue)
    ways = [way for anchor in anchors for way in marks.ways.get(anchor, ())]
    joined = joined_to(ground, found.cue)
    if joined is not None and joined not in anchors:  # a time or place that stands before both verbs is of both
        ways += [way for way in marks.ways.get(joined, ()) if marks.stretches[way.number].first < joined]
    nearest: dict[int, Way] = {}
    for way in sorted(ways):
        nearest.setdefault(way.number, way)
    return {number: way.steps for number, way in nearest.items() if way.ends}


class Behind(NamedTuple):
    """The numbers of the times and places behind something, in the order of the text."""

    times: list[int]
    places: list[int]


def find_behind(ground: Ground, clause: Clause) -> Behind:
    """Those right behind the source, cue, addressee or content: "kata Rano di Palu, Selasa"; the tree need not agree.

    Not the place behind one who serves there: "kata Duta Besar Indonesia di Washington, Senin".
    """
    behind = Behind([], [])
    for start, place_too in starts_of(ground.draft, clause.found, ground.words):
        run = read_run(ground, clause, start)
        behind.times.extend(run.times)
        if place_too:
            behind.places.extend(run.places)
    return behind


def starts_of(draft: Draft, found: FoundStatement, words: SettingWords) -> Iterator[tuple[int, bool]]:
    """Where a setting may begin, and whether a place may be in it."""
    source = found.source
    if found.cue:
        yield found.cue.last, True
    if source:
        inside = [word.lower() for word in draft.words_of(source)]
        # Not "menurut survei menjelang rilis laporan EIA | pada Rabu", "Rano yang lahir di Palu pada | 1970".
        if not words.bounds.intersection(inside) and inside[-1] not in words.on:
            yield source.last, not serves(draft, source, words)
        names = [name for name in names_at(draft, source) if name.kind == PERSON and source.holds(name.tokens)]
        yield from ((name.tokens.last, True) for name in names if name.tokens.last < source.last)
    yield from ((told.last, True) for told in found.addressees)
    if found.content and found.cue and found.cue.first < found.content[-1].first:
        yield found.content[-1].last, False


def is_post(draft: Draft, found: FoundStatement, place: Stretch, words: SettingWords) -> bool:
    """Whether the place right behind the source is where it serves: "Kedutaan Besar Prancis di Jakarta"."""
    return found.source is not None and place.first == found.source.last + 1 and serves(draft, found.source, words)


def serves(draft: Draft, source: Stretch, words: SettingWords) -> bool:
    """Whether a place behind the source tells where it serves or lives; behind somebody's name it does not."""
    last = names_at(draft, Stretch(source.last - 1, source.last))
    named = any(name.kind == PERSON and name.tokens.last == source.last for name in last)
    return not named and bool(words.residents.intersection(word.lower() for word in draft.words_of(source)))


def read_run(ground: Ground, clause: Clause, start: int) -> Behind:
    """The times and places from `start` on, with commas, "di", "pada" and occasions between: "dalam rapat di"."""
    draft, run = ground.draft, Behind([], [])
    at, end = start, draft.sentence_at(max(start - 1, 0)).tokens.last
    while at < end:
        time, place = ground.times.begins.get(at), ground.places.begins.get(at)
        if time is not None and clause.has_time(ground, time):
            run.times.append(time)
            at = ground.times.stretches[time].last
        elif place is not None and clause.has_place(ground, place):
            if draft.tokens[at - 1].text.lower() in ground.words.at:
                run.places.append(place)
            at = ground.places.stretches[place].last
        elif draft.tokens[at].text.lower() in ground.passable:
            at += 1
        else:
            break
    return run
