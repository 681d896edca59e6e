"""Titles: what stands before a name, or behind it between commas, and says what its bearer is."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ujar.analyse.draft import PERSON, Draft, Mention, Stretch
from ujar.analyse.phrases import names_at
from ujar.languages.names import Naming

__all__ = ["roles_of", "title_before"]

IN_TITLES = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "X"})
LONGEST = 24  # words
BESIDE = frozenset({"appos", "flat", "flat:name"})
FURTHEST = 5  # words between a noun and the name beside it


def title_before(draft: Draft, first: int, naming: Naming) -> int:
    """Where the title before the name at `first` begins; `first` itself if there is none.

    "Ketua delegasi Rusia pada perundingan itu, Rano Lubis": prepositions and the comma before the name belong to a
    title that begins with an office or the noun of a person.
    """
    window = Stretch(max(0, first - LONGEST), first)
    names = {p for entity in names_at(draft, window) if entity.kind == PERSON for p in range(*entity.tokens)}
    begin = first
    sentence = draft.sentence_at(first).tokens.first
    place = first - 1
    while place >= max(sentence, first - LONGEST) and place not in names:
        if place in draft.known.titles and draft.known.titles[place].length <= first - place:
            if is_owned(draft, place, first, naming) or (begin < first and not is_joined(draft, place)):
                break
            begin = place
        elif not may_stand_in_title(draft, place, begin < first, first, naming):
            break
        place -= 1
    return begin if begin < first else apposed_noun(draft, first, naming)


def apposed_noun(draft: Draft, first: int, naming: Naming) -> int:
    """Where the noun begins that a name stands beside by the tree: "istrinya, Siti", "petinju Rano Lubis".

    Not in "rumah Rano Lubis": that is whose house it is.
    """
    head = draft.tokens[first].head
    if draft.tokens[first].relation not in BESIDE or not 0 <= head < first or first - head > FURTHEST:
        return first
    between = draft.tokens[head + 1 : first]
    plain = all(token.tag in IN_TITLES or token.text == "," or token.relation == "nmod:poss" for token in between)
    word = draft.tokens[head].text.lower()
    if word in naming.pointing or word in naming.words.title_stops:
        return first
    noun = draft.tokens[head].tag == "NOUN" and head not in draft.known.inner and head not in draft.known.bodies
    return head if plain and noun else first


def is_owned(draft: Draft, place: int, first: int, naming: Naming) -> bool:
    """Whether a noun just before a name is somebody of the one named: "istri Salik", "tim Wiranto".

    With "-nya" or a comma between it is a title: "istrinya, Siti"; so it is where more stands between.
    """
    noun = " ".join(draft.words_of(Stretch(place, first)))  # in small letters: "Ibu Sari" is no one's mother
    return place + draft.known.titles[place].length == first and noun in naming.words.owned


def may_stand_in_title(draft: Draft, place: int, found: bool, first: int, naming: Naming) -> bool:
    """Whether a title may run over the word at `place`; `found` when one begins right behind it already."""
    token = draft.tokens[place]
    word = token.text.lower()
    if word in naming.pointing or word in naming.words.title_stops or (place == first - 1 and token.tag == "CCONJ"):
        return False
    if found and place in draft.known.bodies and place + 1 in draft.known.titles:
        return False  # "pemerintahan Presiden Rano Lubis"
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
    before = trim(draft, Stretch(mention.tokens.first, mention.head.first), naming.words.role_openers)
    if before.first < before.last:
        yield before
    begin = mention.head.last
    if begin >= len(draft.tokens) or draft.tokens[begin].text != ",":
        return
    begin += 1
    opened = begin
    while begin < len(draft.tokens) and draft.tokens[begin].text.lower() in naming.words.role_openers:
        begin += 1
    if mention.tokens.first < mention.head.first and begin == opened:
        return  # "Menlu Rano Lubis, Duta Besar Jepang, dan Sari Dewi": the next of a list
    known = draft.known.titles.get(begin)
    phrase = " ".join(draft.words_of(Stretch(begin, begin + known.length))).lower() if known else ""
    if known and phrase not in naming.titles.plural_persons:
        behind = trim(draft, Stretch(begin, end_of_apposition(draft, begin)), naming.words.role_openers)
        if behind.first < behind.last:
            yield behind


def end_of_apposition(draft: Draft, begin: int) -> int:
    """The comma, verb or full stop that ends an apposition."""
    last = draft.sentence_at(begin).tokens.last
    return next(
        (p for p in range(begin + 1, last) if draft.tokens[p].text in {",", ".", ";"} or draft.tokens[p].tag == "VERB"),
        last,
    )


def trim(draft: Draft, stretch: Stretch, dangling: Collection[str]) -> Stretch:
    """Without the comma at its end, or a small word that leads on: "Ketua DPR yang", "presiden itu"."""
    last = stretch.last
    while last > stretch.first and (
        draft.tokens[last - 1].tag in ("PUNCT", "CCONJ", "DET") or draft.tokens[last - 1].text.lower() in dangling
    ):
        if draft.tokens[last - 1].text == ")" and any(t.text == "(" for t in draft.tokens[stretch.first : last]):
            break
        last -= 1
    return Stretch(stretch.first, last)
