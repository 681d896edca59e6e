"""How a time or a place hangs on a cue: up the tree, or right behind the words that tell who speaks to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ujar.analyse.draft import PERSON, Draft, FoundStatement, Stretch
from ujar.languages.settings import SettingWords

__all__ = ["BEHIND", "Candidates", "find_behind", "is_at", "is_post", "steps_to"]

NOMINAL = frozenset({"obl", "nmod", "appos", "flat", "obj", "compound", "fixed", "dep", "iobj"})
CLAUSES = frozenset({"advcl", "acl", "xcomp"})
BEHIND = 3  # steps that standing right behind the source is worth: the tree goes before it
BETWEEN = frozenset({",", "(", ")"})


class Candidates(NamedTuple):
    """The times and places that a statement may have, by their numbers in the draft."""

    times: dict[int, Stretch]
    places: dict[int, Stretch]


def top_of(draft: Draft, stretch: Stretch) -> int:
    """The token of the stretch that the others hang on."""
    inside = range(*stretch)
    return next((place for place in inside if draft.tokens[place].head not in inside), stretch.first)


def anchors_of(draft: Draft, cue: Stretch) -> frozenset[int]:
    """The tokens of the cue, and the verb that a noun hangs on: "menyampaikan harapan", "kembali menegaskan"."""
    top = draft.tokens[top_of(draft, cue)]
    leads = top.relation == "xcomp" or (top.tag == "NOUN" and top.relation in ("obj", "obl"))
    return frozenset(range(*cue)) | ({top.head} if leads and top.head >= 0 else set())


def joined_to(draft: Draft, cue: Stretch, stretch: Stretch) -> frozenset[int]:
    """The verb before the cue with the same subject, where the stretch stands before both.

    "Di Lima, Senin, ia menolak usul itu dan menyebutnya sepihak"; not "Rapat digelar Senin dan Rano menilai ...".
    """
    top = top_of(draft, cue)
    token = draft.tokens[top]
    sentence = draft.sentence_at(top).tokens
    own = any(draft.tokens[at].head == top and draft.tokens[at].relation.startswith("nsubj") for at in range(*sentence))
    return (
        frozenset({token.head}) if token.relation == "conj" and not own and stretch.first < token.head else frozenset()
    )


def marks_of(draft: Draft, node: int, *relations: str) -> list[str]:
    """The words before a node that hang on it as `case` or `mark`, in small letters."""
    first = draft.sentence_at(node).tokens.first
    before = draft.tokens[max(first, node - 12) : node]
    return [token.text.lower() for token in before if token.head == node and token.relation in relations]


def is_at(draft: Draft, stretch: Stretch, words: SettingWords) -> bool:
    """Whether "di" leads to a place, or to what it stands behind: "di Kantor Wali Kota Surabaya"; not "dari Hanoi"."""
    place, sentence = top_of(draft, stretch), draft.sentence_at(stretch.first).tokens
    while sentence.first <= place < sentence.last:
        cases = marks_of(draft, place, "case")
        if cases:
            return bool(words.at.intersection(cases))
        if draft.tokens[place].relation.partition(":")[0] not in NOMINAL:
            return False
        place = draft.tokens[place].head
    return False


def steps_to(draft: Draft, found: FoundStatement, stretch: Stretch, words: SettingWords, when: bool) -> int | None:
    """How many arcs lead from a time (`when`) or a place up to the cue; None where something else is in the way.

    The way may lead over an occasion, "dalam rapat di Manado", or over what one does where one speaks, "berbicara di
    Davos"; not over the source, nor over another's deed: "setelah pesawat itu jatuh di Tarakan, ia menuntut ...".
    """
    if found.cue is None:
        return None
    anchors = anchors_of(draft, found.cue) | joined_to(draft, found.cue, stretch)
    node, steps = top_of(draft, stretch), 0
    while node not in anchors:
        if not is_step(draft, node, anchors, words, when, steps == 0):
            return None
        node, steps = draft.tokens[node].head, steps + 1
    return steps or None


def is_step(draft: Draft, node: int, anchors: frozenset[int], words: SettingWords, when: bool, first: bool) -> bool:
    """Whether the way to the cue may lead over this node to its head."""
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
    return relation in NOMINAL and (first or token.head not in anchors or is_occasion(draft, node, words))


def is_occasion(draft: Draft, node: int, words: SettingWords) -> bool:
    """Whether one speaks at it or to it, or it is a place itself: "dalam rapat", "kepada wartawan", "di pasar"."""
    word = draft.tokens[node].text.lower()
    return (
        word in words.occasions or word in words.audience or bool(words.at.intersection(marks_of(draft, node, "case")))
    )


def find_behind(draft: Draft, found: FoundStatement, candidates: Candidates, words: SettingWords) -> Candidates:
    """Those right behind the source, cue, addressee or content: "kata Rano di Palu, Selasa"; the tree need not agree.

    Not the place behind one who serves there: "kata Duta Besar Indonesia di Washington, Senin".
    """
    behind = Candidates({}, {})
    for start, place_too in starts_of(draft, found, words):
        run = read_run(draft, start, candidates, words)
        behind.times.update(run.times)
        if place_too:
            behind.places.update(run.places)
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
        names = (entity.tokens for entity in draft.entities if entity.kind == PERSON and source.holds(entity.tokens))
        yield from ((name.last, True) for name in names if name.last < source.last)
    yield from ((told.last, True) for told in found.addressees)
    if found.content and found.cue and found.cue.first < found.content[-1].first:
        yield found.content[-1].last, False


def is_post(draft: Draft, found: FoundStatement, place: Stretch, words: SettingWords) -> bool:
    """Whether the place right behind the source is where it serves: "Kedutaan Besar Prancis di Jakarta"."""
    return found.source is not None and place.first == found.source.last + 1 and serves(draft, found.source, words)


def serves(draft: Draft, source: Stretch, words: SettingWords) -> bool:
    """Whether a place behind the source tells where it serves or lives; behind somebody's name it does not."""
    named = any(entity.kind == PERSON and entity.tokens.last == source.last for entity in draft.entities)
    return not named and bool(words.residents.intersection(word.lower() for word in draft.words_of(source)))


def read_run(draft: Draft, start: int, candidates: Candidates, words: SettingWords) -> Candidates:
    """The times and places from `start` on, with commas, "di", "pada" and occasions between: "dalam rapat di"."""
    times = {stretch.first: number for number, stretch in candidates.times.items()}
    places = {stretch.first: number for number, stretch in candidates.places.items()}
    run, end = Candidates({}, {}), draft.sentence_at(max(start - 1, 0)).tokens.last
    passable = BETWEEN | words.on | words.at | words.through | words.occasions | words.acts | words.audience
    at = start
    while at < end:
        word = draft.tokens[at].text.lower()
        if at in times:
            run.times[times[at]] = candidates.times[times[at]]
            at = candidates.times[times[at]].last
        elif at in places:
            if draft.tokens[at - 1].text.lower() in words.at:
                run.places[places[at]] = candidates.places[places[at]]
            at = candidates.places[places[at]].last
        elif word in passable:
            at += 1
        else:
            break
    return run
