"""Paragraphs and sentences.

A line break ends a paragraph, unless the text is wrapped at a fixed width. A sentence ends at its mark and the closing
marks behind it; it does not end inside a quotation or brackets: '"Kami siap. Mari mulai," kata Rena.' is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

from ujar.analyse.draft import Draft, Sentence, Stretch, Token
from ujar.analyse.quotations import cue_words, pair_marks
from ujar.languages.schema import TokenWords

__all__ = ["find_sentences"]

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_STOP = re.compile(r"\.+|…|!+|\?+")
_CLOSERS = frozenset([*")]}\"＂”»’'›", "''"])
_OPENERS = frozenset([*"([\"＂“„«‘'", "``"])
_LONGEST_QUOTATION = 150  # tokens; a pair of marks further apart is more likely a slip
_LONGEST_BRACKETS = 60
_MOST_CLOSERS = 8


def find_sentences(draft: Draft, words: TokenWords) -> None:
    """Fill `draft.sentences`, which cover every token in order; needs tokens."""
    for paragraph, stretch in enumerate(_paragraphs(draft)):
        headline = _is_headline(draft, stretch)
        for tokens in [stretch] if headline else _split(draft.tokens, stretch, words):
            draft.sentences.append(Sentence(tokens, paragraph, headline))


def _is_headline(draft: Draft, stretch: Stretch) -> bool:
    headline = draft.article.headline
    return headline is not None and headline.start <= draft.tokens[stretch.first].start < headline.end


def _paragraphs(draft: Draft) -> list[Stretch]:
    if not draft.tokens:
        return []
    starts = [0]
    text = draft.article.text
    headline = draft.article.headline
    edges = {headline.start, headline.end} if headline else set()
    width = _wrap_width(text[draft.article.body.start : draft.article.body.end])
    for index in range(1, len(draft.tokens)):
        before, after = draft.tokens[index - 1], draft.tokens[index]
        if not after.space:
            continue
        gap = text[before.end : after.start]
        crosses = any(before.end <= edge <= after.start for edge in edges)
        if crosses or (_BREAK.search(gap) and (width is None or _ends_wrapped(text, before, after, width))):
            starts.append(index)
    ends = [*starts[1:], len(draft.tokens)]
    return [Stretch(first, last) for first, last in zip(starts, ends, strict=True)]


def _wrap_width(text: str) -> int | None:
    """The width at which `text` is wrapped, or None. Wrapped: most lines are near it and end amid a sentence."""
    lines = [line.rstrip() for line in text.splitlines()]
    inner = [line for line, following in pairwise(lines) if line and following.strip()]
    if len(inner) < 3:
        return None
    full = [line for line in inner if 40 <= len(line) <= 100]
    amid = [line for line in full if line[-1] not in '.?!:"”']
    if len(full) < 0.7 * len(inner) or len(amid) < 0.6 * len(inner):
        return None
    return max(len(line) for line in full)


def _ends_wrapped(text: str, before: Token, after: Token, width: int) -> bool:
    """In wrapped text: a blank line, an indent, or a line that ends a sentence before the next word was too long."""
    breaks = list(_BREAK.finditer(text, before.end, after.start))
    earlier = _BREAK.finditer(text, max(0, before.end - width - 1), before.end)
    start = max((found.end() for found in earlier), default=0)
    line = text[start : before.end]
    if len(breaks) != 1 or after.start - breaks[0].end() > len(line) - len(line.lstrip()):
        return True
    return line[-1] in '.?!"”' and len(line) + 1 + len(after.text) <= width


@dataclass(frozen=True, slots=True)
class _Signs:
    """What a paragraph's sentences are told apart by; `partners` are closing marks by their opening ones."""

    closing: frozenset[str]
    starters: frozenset[str]
    openers: frozenset[str]
    cues: frozenset[str]
    partners: dict[int, int]


def _split(tokens: list[Token], paragraph: Stretch, words: TokenWords) -> list[Stretch]:
    pairs = pair_marks(tokens, paragraph.first, paragraph.last, words).pairs
    signs = _Signs(*_lists(words), cue_words(words), dict(pairs))
    depth = _depths(tokens, paragraph, pairs)
    first = paragraph.first
    found = []
    for index in range(paragraph.first + 1, paragraph.last):
        if depth[index - paragraph.first] == 0 and _starts(tokens, first, index, signs):
            found.append(Stretch(first, index))
            first = index
    found.append(Stretch(first, paragraph.last))
    return found


@cache
def _lists(words: TokenWords) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    abbreviations = frozenset(f"{word}." for word in words.closing_abbreviations)
    return abbreviations, frozenset(words.starters), frozenset(words.openers)


def _depths(tokens: list[Token], paragraph: Stretch, pairs: list[tuple[int, int]]) -> list[int]:
    """How many quotations and brackets are open before each token."""
    changes = [0] * (paragraph.last - paragraph.first + 1)
    bound = [(pair, _LONGEST_QUOTATION) for pair in pairs]
    bound += [(pair, _LONGEST_BRACKETS) for pair in _brackets(tokens, paragraph)]
    for (opening, closing), longest in bound:
        if closing - opening <= longest:
            changes[opening + 1 - paragraph.first] += 1
            changes[closing + 1 - paragraph.first] -= 1
    return list(accumulate(changes))


def _brackets(tokens: list[Token], paragraph: Stretch) -> list[tuple[int, int]]:
    opened: list[int] = []
    pairs = []
    for index in range(paragraph.first, paragraph.last):
        if tokens[index].text == "(":
            opened.append(index)
        elif tokens[index].text == ")" and opened:
            pairs.append((opened.pop(), index))
    return pairs


def _starts(tokens: list[Token], first: int, index: int, signs: _Signs) -> bool:
    """Whether a sentence starts at `index`, the last one having started at `first`."""
    token = tokens[index]
    if not _looks_like_start(tokens, index, signs):
        return False
    end = index - 1
    while (
        end > max(first, index - _MOST_CLOSERS)
        and tokens[end].text in _CLOSERS
        and not (tokens[end].space and tokens[end].text in _OPENERS)
    ):
        end -= 1
    stop = tokens[end].text
    if _STOP.fullmatch(stop):
        # A blank is missing in 'hujan turun."Kami siap," kata Rano' and in "hujan turun.Kami siap".
        if token.space or index in signs.partners:
            return True
        return len(stop) == 1 and token.text.istitle() and len(tokens[end - 1].text) > 1
    if len(stop) > 1 and stop[-1] == ".":
        # "naik 2 C. Banyak warga ..."; but "Rena P. Susanto" and "No. 5".
        return token.text in signs.starters or tokens[end - 1].text.isdigit()
    return end == index - 1 and _opens_without_stop(tokens, index, signs)


def _looks_like_start(tokens: list[Token], index: int, signs: _Signs) -> bool:
    text = tokens[index].text
    # Kompas prints the same mark on both sides: "Hujan reda. ”Kami siap,” kata Rano."
    if text in _OPENERS or index in signs.partners:
        return index + 1 == len(tokens) or not tokens[index + 1].space
    return text[0].isupper() or text[0].isdigit()


def _opens_without_stop(tokens: list[Token], index: int, signs: _Signs) -> bool:
    """A headline or caption that was joined to its story: "... dibuat komik Namun ia menolak"."""
    before, partner = tokens[index - 1].text, signs.partners.get(index)
    if partner is not None and partner + 1 < len(tokens):
        # '... dibuat komik "Kami senang," kata Rena.' has its own cue clause behind the quotation.
        # But 'Dewi mendesak dewan untuk "bicara. Rencana harus ada," katanya.' is one sentence.
        tied = before.lower() in signs.openers
        cued = tokens[partner - 1].text in ",.?!" and tokens[partner + 1].text in signs.cues
        return before[-1].isalnum() and cued and not tied
    if tokens[index].text not in signs.starters or index + 1 == len(tokens):
        return False
    following = tokens[index + 1].text
    return before.isalpha() and before.islower() and (following[0].islower() or following == ",")
