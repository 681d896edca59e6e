"""Words with their offsets, as Universal Dependencies cuts them.

One compiled expression finds what stands between blanks and marks; only words with a hyphen, an apostrophe
or the ending of a clitic are looked at again. Soft hyphens and zero-width characters stay inside their word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ujar.analyse.draft import Draft, Token
from ujar.languages.schema import Clitic, TokenWords
from ujar.record import Article

__all__ = ["split_words", "tokenise"]

_JOINER = "\u00ad\u200b-\u200d\u2060\ufeff"
_LETTERS = rf"[{_JOINER}]{{0,8}}[^\W_][\w\u0300-\u036f{_JOINER}]*"
_APOSTROPHES = "'’ʼ‘`"
_DASH = "[-\u2010\u2011]"


def split_words(text: str, start: int, end: int, words: TokenWords) -> list[tuple[int, int]]:
    """The words of `text[start:end]` as `(start, end)`, code points of `text`, in order and never overlapping."""
    rules = _rules(words)
    spans: list[tuple[int, int]] = []
    for found in rules.pattern.finditer(text, start, end):
        first, last = found.span()
        kind = found.lastgroup
        if kind == "plain" and text[last - rules.shortest : last].lower() not in rules.tails:
            spans.append((first, last))
        elif kind in ("plain", "word"):
            spans.extend(_cut(text, first, last, rules))
        elif kind is not None:
            spans.append((first, last))
    return spans


def tokenise(draft: Draft, words: TokenWords) -> None:
    """Fill `draft.tokens` from the body less its clutter, and from the headline. No token crosses an edge of these."""
    text = draft.article.text
    for start, end in _regions(draft.article):
        for first, last in split_words(text, start, end, words):
            before = draft.tokens[-1].end if draft.tokens else 0
            space = first > before or not draft.tokens
            draft.tokens.append(Token(first, last, text[first:last], space))


def _regions(article: Article) -> Iterator[tuple[int, int]]:
    headline = article.headline
    edges = [(region.start, region.end) for region in article.clutter]
    stretches = [(article.body.start, article.body.end)]
    if headline:
        edges.append((headline.start, headline.end))
    kept = _subtract(stretches, sorted(edges))
    if headline:
        kept.append((headline.start, headline.end))
    return iter(sorted(kept))


def _subtract(stretches: list[tuple[int, int]], edges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept = []
    for start, end in stretches:
        for first, last in edges:
            if first >= end:
                break
            if first > start:
                kept.append((start, first))
            start = max(start, last)
        if start < end:
            kept.append((start, end))
    return kept


@dataclass(frozen=True, slots=True)
class _Ending:
    clitic: Clitic
    hosts: frozenset[str]
    host_pattern: re.Pattern[str] | None
    unsplit: frozenset[str]
    unsplit_pattern: re.Pattern[str] | None

    def leaves(self, host: str, whole: str) -> bool:
        if whole in self.unsplit or (self.unsplit_pattern and self.unsplit_pattern.fullmatch(whole)):
            return False
        if not self.hosts and not self.host_pattern:
            return len(host) >= self.clitic.shortest
        if host in self.hosts or host.rpartition("-")[2] in self.hosts:  # "anak-anakmu"
            return True
        return bool(self.host_pattern and self.host_pattern.fullmatch(host))


@dataclass(frozen=True, slots=True)
class _Rules:
    pattern: re.Pattern[str]
    endings: tuple[_Ending, ...]
    shortest: int
    tails: frozenset[str]
    prefixes: frozenset[str]
    split_hyphens: bool


@cache
def _rules(words: TokenWords) -> _Rules:
    endings = tuple(_ending(clitic) for clitic in words.clitics)
    shortest = min((len(clitic.ending) for clitic in words.clitics), default=1)
    tails = frozenset(clitic.ending[-shortest:] for clitic in words.clitics)
    prefixes = frozenset(words.binding_prefixes)
    return _Rules(_pattern(words), endings, shortest, tails, prefixes, words.split_hyphens)


def _ending(clitic: Clitic) -> _Ending:
    return _Ending(
        clitic,
        frozenset(clitic.hosts),
        _any_of(clitic.patterns),
        frozenset(clitic.unsplit),
        _any_of(clitic.unsplit_patterns),
    )


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None


def _pattern(words: TokenWords) -> re.Pattern[str]:
    """The expression of one word. Every repetition but those of a single class is bounded: the search stays linear."""
    closing = frozenset(words.closing_abbreviations)
    titles, closing_titles = _either([word for word in words.abbreviations if word not in closing]), _either(closing)
    numbered, currencies, domains = map(_either, (words.numbered_abbreviations, words.currencies, words.domains))
    within = r"(?!\w)(?=[^\S\n]*[^\s\"”’'»])"  # the last full stop of a paragraph is a word of its own
    kinds = (
        rf"(?P<plain>[^\W\d_]+(?![\w.@/:\u0300-\u036f{_JOINER}{_APOSTROPHES}\-\u2010\u2011]))",
        r"(?P<address>(?:https?://|www\.)[^\s<>\"“”«»]*[\w/]|\w[\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})",
        rf"(?P<domain>\w{{1,63}}(?:[.-]\w{{1,63}}){{0,4}}\.(?:{domains})(?!\w))",
        rf"(?P<currency>(?:{currencies})(?=\d))",
        # "34/PMK.011/2007", "II/2007", "S/A"; but "departemen/instansi" and "4/2007" are three words each.
        r"(?P<code>\d{1,6}/[A-Z][\w.]{0,30}(?:/[\w.]{1,30}){0,4}/\w{1,12}|[A-Z][a-z]{0,8}-\d{1,6}/[\w./-]{0,40}\w"
        r"|[IVX]{1,6}/\d{1,4}(?!\w)|[A-Z]/[A-Z](?!\w))",
        # "60-an", "03-Oct", "20km"
        rf"(?P<number>\d+(?:[.,:]\d+)*(?:[^\W\d_]\w*)?(?:{_DASH}[^\W\d_]+)?)",
        rf"(?P<abbreviation>(?:{titles})\.(?!\w)|(?:{closing_titles})\.{within}|(?:{numbered})\.(?=\s?(?:\d|[IVXLC]{{1,7}}(?!\w)))"
        rf"|(?:[^\W\d_]\.){{2,8}}{within}|(?:[A-Z]\.){{1,6}}[A-Z](?!\w)|[A-Z]\.{within})",
        rf"(?P<word>{_LETTERS}(?:(?:{_DASH}|[{_APOSTROPHES}](?=[^\W_])){_LETTERS})*)",
        r"(?P<mark>''|``|\.{2,}|!+|\?+|-{2,}|[^\s" + _JOINER + "])",
    )
    return re.compile("|".join(kinds))


def _either(group: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(group, key=len, reverse=True)) or "(?!)"


def _cut(text: str, first: int, last: int, rules: _Rules) -> list[tuple[int, int]]:
    """The words of one run of letters, hyphens and apostrophes: "APBD-nya" is three, "cerita-ceritanya" two."""
    word = text[first:last]
    parts = re.split(_DASH, word)
    if len(parts) > 1 and _comes_apart(parts, rules):
        return _cut_parts(first, parts, rules)
    return _cut_clitics(first, word, rules)


def _comes_apart(parts: list[str], rules: _Rules) -> bool:
    last = parts[-1].lower()
    if any(ending.clitic.ending == last for ending in rules.endings):
        return True
    # "RI-Jepang" is two names and a dash; "Al-Jadaan", "Indo-Australia" and "Undang-Undang" are one word. "AS-China" is
    # two: a prefix in capitals before a word that is not.
    short_name = parts[0].isupper() and not parts[1].isupper()
    binds = parts[0].lower() in rules.prefixes and not short_name
    if binds or len({part.lower() for part in parts}) == 1:
        return False
    return rules.split_hyphens or all(part[0].isupper() and len(part) > 1 for part in parts)


def _cut_parts(first: int, parts: list[str], rules: _Rules) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for number, part in enumerate(parts):
        if number:
            spans.append((first - 1, first))
        spans.extend(_cut_clitics(first, part, rules))
        first += len(part) + 1
    return spans


def _cut_clitics(first: int, word: str, rules: _Rules) -> list[tuple[int, int]]:
    whole = word.lower().replace("’", "'").replace("ʼ", "'")
    for ending in rules.endings:
        size = len(ending.clitic.ending)
        if len(whole) == len(word) and whole.endswith(ending.clitic.ending) and ending.leaves(whole[:-size], whole):
            cut = first + len(word) - size
            return [(first, cut), (cut, first + len(word))]
    return [(first, first + len(word))]
