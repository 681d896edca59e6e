"""The times and places of a draft and the ways that lead from them up the tree, worked out once for all statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ujar.analyse.draft import Draft, Stretch
from ujar.languages.settings import SettingWords

__all__ = ["Ground", "Marks", "Way", "marks_of", "survey", "top_of"]

NOMINAL = frozenset({"obl", "nmod", "appos", "flat", "obj", "compound", "fixed", "dep", "iobj"})
CLAUSES = frozenset({"advcl", "acl", "xcomp"})
BETWEEN = frozenset({",", "(", ")"})
FARTHEST = 24  # arcs: no sentence of the news is as deep, but a list without end may be


class Way(NamedTuple):
    """A way from a time or place up to a token: whose it is, over how many arcs, and whether a cue may end it."""

    number: int
    steps: int
    ends: bool


class Marks(NamedTuple):
    """The times or the places: by number, by first token, by the token behind them, and the ways by where they lead."""

    stretches: list[Stretch]
    begins: dict[int, int]
    ends: dict[int, int]
    ways: dict[int, list[Way]]


class Ground(NamedTuple):
    """What all statements of a draft share; `subjects`: the tokens with a subject of their own."""

    draft: Draft
    words: SettingWords
    times: Marks
    places: Marks
    sited: frozenset[int]  # the places that "di" leads to
    subjects: frozenset[int]
    passable: frozenset[str]  # the words that may stand between a source and its place: "dalam rapat di"


def survey(draft: Draft, words: SettingWords) -> Ground:
    """Work out what all statements of the draft share."""
    places = [place.tokens for place in draft.places]
    return Ground(
        draft,
        words,
        find_marks(draft, [time.tokens for time in draft.times], words, when=True),
        find_marks(draft, places, words, when=False),
        frozenset(number for number, stretch in enumerate(places) if is_at(draft, stretch, words)),
        frozenset(token.head for token in draft.tokens if token.relation.startswith("nsubj")),
        BETWEEN | words.on | words.at | words.through | words.occasions | words.acts | words.audience,
    )


def find_marks(draft: Draft, stretches: list[Stretch], words: SettingWords, *, when: bool) -> Marks:
    """The times (`when`) or places with all their ways."""
    ways: dict[int, list[Way]] = {}
    for number, stretch in enumerate(stretches):
        for node, way in ways_up(draft, number, stretch, words, when):
            ways.setdefault(node, []).append(way)
    begins = {stretch.first: number for number, stretch in enumerate(stretches)}
    return Marks(stretches, begins, {stretch.last: number for number, stretch in enumerate(stretches)}, ways)


def top_of(draft: Draft, stretch: Stretch) -> int:
    """The token of the stretch that the others hang on."""
    inside = range(*stretch)
    return next((place for place in inside if draft.tokens[place].head not in inside), stretch.first)


def ways_up(draft: Draft, number: int, stretch: Stretch, words: SettingWords, when: bool) -> Iterator[tuple[int, Way]]:
    """The tokens that a way from the time or place leads to, the nearest first.

    It may lead over an occasion, "dalam rapat di Manado", or over what one does where one speaks, "berbicara di
    Davos"; not over the source, nor over another's deed: "setelah pesawat itu jatuh di Tarakan, ia menuntut ...".
    """
    node, steps, ends = top_of(draft, stretch), 0, False
    yield node, Way(number, steps, ends)
    while steps < FARTHEST and is_step(draft, node, words, when, steps == 0):
        nominal = draft.tokens[node].relation.partition(":")[0] in NOMINAL
        ends = steps == 0 or not nominal or is_occasion(draft, node, words)
        node, steps = draft.tokens[node].head, steps + 1
        yield node, Way(number, steps, ends)


def is_step(draft: Draft, node: int, words: SettingWords, when: bool, first: bool) -> bool:
    """Whether a way may lead over this node to its head."""
    token = draft.tokens[node]
    relation = token.relation.partition(":")[0]
    if token.head < 0 or words.bounds.intersection(marks_of(draft, node, "case")):
        return False
    word = token.text.lower()
    if relation == "nsubj":  # "Setibanya di Palu, ia mengatakan", "Esok harinya ia mengatakan": so the tree has it
        return word in words.acts or (when and first)
    if relation in CLAUSES and not first:
        tied = relation != "advcl" or words.while_words.issuperset(marks_of(draft, node, "mark"))
        return tied and (word in words.acts or (when and word in words.reaching))
    return relation in NOMINAL


def is_occasion(draft: Draft, node: int, words: SettingWords) -> bool:
    """Whether one speaks at it or to it, or it is a place itself: "dalam rapat", "kepada wartawan", "di pasar"."""
    word = draft.tokens[node].text.lower()
    return word in words.occasions or word in words.audience or leads_to(words.at, marks_of(draft, node, "case"))


def leads_to(at: frozenset[str], cases: Iterable[str]) -> bool:
    """Whether a "di" is among the words before a place."""
    return not at.isdisjoint(cases)


def is_at(draft: Draft, stretch: Stretch, words: SettingWords) -> bool:
    """Whether "di" leads to a place, or to what it stands behind: "di Kantor Wali Kota Surabaya"; not "dari Hanoi"."""
    place, sentence = top_of(draft, stretch), draft.sentence_at(stretch.first).tokens
    for _ in range(FARTHEST):
        cases = marks_of(draft, place, "case")
        if cases:
            return leads_to(words.at, cases)
        if draft.tokens[place].relation.partition(":")[0] not in NOMINAL:
            return False
        place = draft.tokens[place].head
        if not sentence.first <= place < sentence.last:
            return False
    return False


def marks_of(draft: Draft, node: int, *relations: str) -> list[str]:
    """The words before a node that hang on it as `case` or `mark`, in small letters."""
    first = draft.sentence_at(node).tokens.first
    before = draft.tokens[max(first, node - 12) : node]
    return [token.text.lower() for token in before if token.head == node and token.relation in relations]
