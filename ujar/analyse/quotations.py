"""Quotations: which marks open, which close, and where a missing one would stand.

A mark's side is read from the blanks around it, then from its shape, then from what is open. Apostrophes are
single marks that never find a partner. A quotation never leaves its paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from typing import NamedTuple

from ujar.analyse.draft import Draft, Quotation, Sentence, Stretch, Token
from ujar.languages.schema import TokenWords, load_words

__all__ = ["Marks", "cue_words", "find_quotations", "pair_marks"]

_FAMILIES = {"straight": ['"', "＂", "''", "``"], "curly": [*"“”„‟"], "angle": [*"«»"], "single": [*"'‘’‚‛‹›`"]}
_FAMILY = {mark: family for family, marks in _FAMILIES.items() for mark in marks}
_OPENING = frozenset([*"“„‟«‘‚‛`‹", "``"])
_CLOSING = frozenset([*"”»’›", "''"])
_TURNED = {"”": "“", "’": "‘"}
_STOPS = frozenset([*",.;:?!)]…", "..."])
_BRACKETS = frozenset([*"([-–—/", "--"])


@dataclass(slots=True)
class Marks:
    """The marks of a stretch by token index: partners, outer before inner; double marks without a partner."""

    pairs: list[tuple[int, int]] = field(default_factory=list)
    opened: list[int] = field(default_factory=list)
    closed: list[int] = field(default_factory=list)


def pair_marks(tokens: list[Token], first: int, last: int, words: TokenWords) -> Marks:
    """Match the quotation marks among the tokens `first` to `last` (half-open), in one pass."""
    marks = Marks()
    stack: list[tuple[str, int]] = []  # at most one entry of each family
    previous_opens = False
    for index in range(first, last):
        family = _FAMILY.get(tokens[index].text)
        if family is None:
            previous_opens = False
            continue
        is_open = any(family == known for known, _ in stack)
        previous_opens = _opens(tokens, index, first, last, is_open, previous_opens, cue_words(words))
        if previous_opens:
            _open(family, index, stack, marks)
        else:
            _close(tokens, family, index, stack, marks)
    marks.opened.extend(index for family, index in stack if family != "single")
    marks.opened.sort()
    marks.pairs.sort()
    return marks


class Found(NamedTuple):
    """A quotation before its depth is known; the fields are those of `Quotation`."""

    tokens: Stretch
    repaired: str | None = None
    goes_on: bool = False


@cache
def cue_words(words: TokenWords) -> frozenset[str]:
    """What opens a cue clause, for quick look-up."""
    return frozenset(words.cues)


def _opens(
    tokens: list[Token], index: int, first: int, last: int, is_open: bool, previous_opens: bool, cues: frozenset[str]
) -> bool:
    mark = tokens[index]
    before = index == first or mark.space or previous_opens or tokens[index - 1].text in _BRACKETS
    after = index + 1 == last or tokens[index + 1].space
    following = "" if index + 1 == last else tokens[index + 1].text
    if before and not after:
        # '..., "katanya.' is a closing mark gone astray.
        return not (is_open and following in cues and tokens[index - 1].text in _STOPS)
    if after and not before:
        return False
    if mark.text in _OPENING or mark.text in _CLOSING:
        return mark.text in _OPENING
    if following in _STOPS and index > first:
        return False
    return not is_open


def _open(family: str, index: int, stack: list[tuple[str, int]], marks: Marks) -> None:
    for place, (known, opener) in enumerate(stack):
        if known == family:
            # The same mark opens again: the one before was never closed, nor was what it held.
            marks.opened.extend(i for k, i in stack[place + 1 :] if k != "single")
            if family != "single":
                marks.opened.append(opener)
            del stack[place:]
            break
    stack.append((family, index))


def _close(tokens: list[Token], family: str, index: int, stack: list[tuple[str, int]], marks: Marks) -> None:
    place = _partner(family, stack)
    if place is not None:
        marks.pairs.append((stack[place][1], index))
        marks.opened.extend(opener for known, opener in stack[place + 1 :] if known != "single")
        del stack[place:]
    elif family != "single" and not (index and tokens[index - 1].text[-1].isdigit()):  # 'layar 17" itu': inches
        marks.closed.append(index)


def _partner(family: str, stack: list[tuple[str, int]]) -> int | None:
    """The place in the stack of the same family, else of another pair of double marks: “Kami siap" mixes them."""
    families = [known for known, _ in stack]
    if family in families:
        return families.index(family)
    doubles = [place for place, known in enumerate(families) if known != "single"]
    return doubles[-1] if doubles and family != "single" else None


def find_quotations(draft: Draft) -> None:
    """Fill `draft.quotations`, in order of their first tokens; needs tokens and sentences.

    A missing closing mark is set before the cue clause, else at the end of the paragraph; none is missing where the
    next paragraph opens with a mark again. A missing opening mark is set at the start of the sentence, or after its
    colon, cue clause or last quotation.

    Raises:
        LanguageDataError: the article's language has no word list.
    """
    words = load_words(draft.article.language, TokenWords)
    paragraphs = [list(group) for _, group in groupby(draft.sentences, key=lambda sentence: sentence.paragraph)]
    for number, sentences in enumerate(paragraphs):
        last = sentences[-1].tokens.last
        following = _FAMILY.get(draft.tokens[last].text, "") if number + 1 < len(paragraphs) else ""
        found = _in_paragraph(draft.tokens, sentences, following, words)
        draft.quotations.extend(_with_depth(found))
    for quotation in draft.quotations:
        opening = draft.tokens[quotation.tokens.first]
        if opening.text in _CLOSING:  # "”Kami siap,” kata Rano": the model has learned to see ” behind a quotation
            opening.plain = _TURNED.get(opening.text, opening.text)


def _in_paragraph(tokens: list[Token], sentences: list[Sentence], following: str, words: TokenWords) -> Iterator[Found]:
    first, last = sentences[0].tokens.first, sentences[-1].tokens.last
    marks = pair_marks(tokens, first, last, words)
    for opening, closing in marks.pairs:
        yield Found(Stretch(opening, closing + 1))
    edges = sorted([*(opening for opening, _ in marks.pairs), *marks.opened, last])
    cues = cue_words(words)
    position = 0
    for opening in marks.opened:  # in order, so one walk along the edges finds every limit
        while edges[position] <= opening:
            position += 1
        limit = edges[position]
        closing = _closing_place(tokens, opening, limit, cues)
        # '"Kami siap, kata Rano.' forgot its mark, whatever opens the next paragraph.
        if closing == last and _FAMILY[tokens[opening].text] == following:
            yield Found(Stretch(opening, last), goes_on=True)
        else:
            yield Found(Stretch(opening, closing), "closing mark")
    yield from _without_opening(tokens, sentences, marks, cues)


def _closing_place(tokens: list[Token], opening: int, limit: int, cues: frozenset[str]) -> int:
    for index in range(opening + 2, limit - 1):
        if tokens[index].text in _STOPS and tokens[index + 1].text in cues:
            return index + 1
    return limit


def _without_opening(
    tokens: list[Token], sentences: list[Sentence], marks: Marks, cues: frozenset[str]
) -> Iterator[Found]:
    ends = sorted([*(closing + 1 for _, closing in marks.pairs), *(closing + 1 for closing in marks.closed)])
    place = number = 0
    for closing in marks.closed:
        while sentences[number].tokens.last <= closing:
            number += 1
        while ends[place] <= closing:
            place += 1
        start = sentences[number].tokens.first
        earlier = ends[place - 1] if place else start
        floor = max(start, earlier)
        opening = _opening_place(tokens, floor, closing, floor > start, cues)
        if opening < closing:
            yield Found(Stretch(opening, closing + 1), "opening mark")


def _opening_place(tokens: list[Token], floor: int, closing: int, after_quotation: bool, cues: frozenset[str]) -> int:
    """Behind the last colon, or the comma that ends a cue clause: 'kata dia, kami siap."'."""
    in_cue = after_quotation
    opening = floor
    for index in range(floor, closing - 1):
        text = tokens[index].text
        if text == ":" or (text == "," and in_cue):
            opening, in_cue = index + 1, False
        elif text in cues:
            in_cue = True
    return opening


def _with_depth(found: Iterable[Found]) -> Iterator[Quotation]:
    """Order the stretches and count how many hold each; one that crosses another is cut at the other's end."""
    holders: list[Stretch] = []
    for stretch, repaired, goes_on in sorted(found, key=lambda one: (one.tokens.first, -one.tokens.last)):
        while holders and holders[-1].last <= stretch.first:
            holders.pop()
        if holders and holders[-1].last < stretch.last:
            stretch = Stretch(stretch.first, holders[-1].last)
        yield Quotation(stretch, len(holders), repaired, goes_on)
        holders.append(stretch)
