"""Titles: what stands before a name, or behind it between commas, and says what its bearer is."""

from __future__ import annotations

from collections.abc import Iterator

from ujar.analyse.draft import PERSON, Draft, Mention, Stretch
from ujar.languages.names import Naming

__all__ = ["roles_of", "title_before"]

IN_TITLES = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
LONGEST = 16  # words
BESIDE = frozenset({"appos", "flat", "flat:name"})
FURTHEST = 5  # words between a noun and the name beside it


def title_before(draft: Draft, first: int, naming: Naming) -> int:
    """Where the title before the name at `first` begins; `first` itself if there is none.

    "Ketua delegasi Rusia pada perundingan itu, Rano Lubis": prepositions and the comma before the name belong to a
    title that begins with an office or the noun of a person.
    """
    names = {place for entity in draft.entities if entity.kind == PERSON for place in range(*entity.tokens)}
    begin = first
    sentence = draft.sentence_at(first).tokens.first
    place = first - 1
    while place >= max(sentence, first - LONGEST) and place not in names:
        if place in draft.known.titles and draft.known.titles[place].length <= first - place:
            begin = place
        elif not may_stand_in_title(draft, place, begin < first, first, naming):
            break
        place -= 1
    return begin if begin < first else apposed_noun(draft, first)


def apposed_noun(draft: Draft, first: int) -> int:
    """Where the noun begins that a name stands beside by the tree: "istrinya, Siti", "petinju Rano Lubis".

    Not in "rumah Rano Lubis": that is whose house it is.
    """
    head = draft.tokens[first].head
    if draft.tokens[first].relation not in BESIDE or not 0 <= head < first or first - head > FURTHEST:
        return first
    between = draft.tokens[head + 1 : first]
    plain = all(token.tag in IN_TITLES or token.text == "," or token.relation == "nmod:poss" for token in between)
    noun = draft.tokens[head].tag == "NOUN" and head not in draft.known.inner and head not in draft.known.bodies
    return head if plain and noun else first


def may_stand_in_title(draft: Draft, place: int, found: bool, first: int, naming: Naming) -> bool:
    """Whether a title may run over the word at `place`; `found` when one begins right behind it already."""
    token = draft.tokens[place]
    word = token.text.lower()
    if word in naming.pointing or word in naming.words.title_stops:
        return False
    if token.tag in IN_TITLES or place in draft.known.inner:
        return not found or is_joined(draft, place)
    if word in ("(", ")") or (token.relation == "nmod:poss" and not token.space):
        return True
    if found:
        return False
    return word in naming.words.inside_titles or (word == "," and (place == first - 1 or is_list(draft, place, first)))


def is_joined(draft: Draft, place: int) -> bool:
    """Whether the word at `place` and the next are one phrase by the tree: "Wakil Ketua", not "kata Ketua".

    So are the words before brackets: "Perdana Menteri (PM) Malaysia".
    """
    if draft.tokens[place + 1].text == "(":
        return True
    return draft.tokens[place + 1].head == place or draft.tokens[place].head == place + 1


def is_list(draft: Draft, place: int, first: int) -> bool:
    """Whether a comma stands in the name of an office: "Menteri Koordinator Politik, Hukum, dan Keamanan"."""
    return any(draft.tokens[later].tag == "CCONJ" for later in range(place, first))


def roles_of(draft: Draft, mention: Mention, naming: Naming) -> Iterator[Stretch]:
    """The titles of a person at one mention: before the name, and behind it as an apposition or by "yang adalah"."""
    if mention.tokens.first < mention.head.first:
        yield trim(draft, Stretch(mention.tokens.first, mention.head.first))
    begin = mention.head.last
    if begin >= len(draft.tokens) or draft.tokens[begin].text != ",":
        return
    begin += 1
    while begin < len(draft.tokens) and draft.tokens[begin].text.lower() in naming.words.role_openers:
        begin += 1
    if begin in draft.known.titles:
        yield Stretch(begin, end_of_apposition(draft, begin))


def end_of_apposition(draft: Draft, begin: int) -> int:
    """The comma, verb or full stop that ends an apposition."""
    last = draft.sentence_at(begin).tokens.last
    return next(
        (p for p in range(begin + 1, last) if draft.tokens[p].text in {",", ".", ";"} or draft.tokens[p].tag == "VERB"),
        last,
    )


def trim(draft: Draft, stretch: Stretch) -> Stretch:
    """Without the comma at its end."""
    last = stretch.last
    while last > stretch.first and draft.tokens[last - 1].text == ",":
        last -= 1
    return Stretch(stretch.first, last)
