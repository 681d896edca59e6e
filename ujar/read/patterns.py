"""The wire words of a language, compiled once: what every finder of this package matches with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ujar.languages.schema import WireWords, load_words

__all__ = ["Sender", "WirePatterns", "alternatives", "compile_words", "fold", "is_name"]

_DOMAIN = re.compile(r"[\w-]{2,30}\.(?:com|co\.id|co|id|net|news|org)", re.IGNORECASE)


class Sender(NamedTuple):
    """An agency, or an outlet that is none, by the name our word list gives it."""

    name: str
    agency: bool


@dataclass(frozen=True, slots=True)
class WirePatterns:
    """The words with the patterns made of them. Each is linear in the text."""

    words: WireWords
    senders: Mapping[str, Sender]
    places: frozenset[str]
    label: re.Pattern[str]
    label_kinds: Mapping[str, str]
    copyright: re.Pattern[str]
    closer: re.Pattern[str]
    joiner: re.Pattern[str]
    name_end: re.Pattern[str]
    relay: re.Pattern[str]
    month: str
    clutter_line: re.Pattern[str]
    clutter_inline: re.Pattern[str]

    def sender(self, name: str) -> Sender | None:
        """The agency or outlet that is written `name`; an unlisted web address is an outlet of its own name."""
        known = self.senders.get(fold(name))
        if known is None and _DOMAIN.fullmatch(name.strip()):
            return Sender(name.strip(), agency=False)
        return known


def fold(name: str) -> str:
    """`name` without spaces and letter case: "KOMPAS. com" and "Kompas.com" are one outlet."""
    return "".join(name.split()).casefold()


def is_name(words: str, most: int = 5, particles: Iterable[str] = ()) -> bool:
    """Whether `words` are 1 to `most` words in capitals ("Yuni Arisandy", "de" allowed inside by `particles`)."""
    parts = words.split()
    if not 0 < len(parts) <= most or not parts[0][0].isupper():
        return False
    return all(part[0].isupper() or part in particles for part in parts)


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first, with free spacing inside them."""
    return "|".join(r"\s?".join(map(re.escape, word.split())) for word in sorted(words, key=len, reverse=True))


@cache
def compile_words(language: str) -> WirePatterns:
    """The patterns of `language`.

    Raises:
        LanguageDataError: there is no wire.toml for it, or it is malformed.
    """
    words = load_words(language, WireWords)
    labels = words.labels
    kinds = {
        "reporters": labels.reporters,
        "editors": labels.editors,
        "translators": labels.translators,
        "sources": labels.sources,
    }
    named = {fold(label): kind for kind, written in kinds.items() for label in written}
    label = alternatives(label for written in kinds.values() for label in written)
    agency = alternatives(form for name, forms in words.agencies.items() for form in (name, *forms) if len(form) > 1)
    return WirePatterns(
        words=words,
        senders=_senders(words),
        places=frozenset(fold(place) for place in words.places),
        label=re.compile(rf"(?<!\w)({label})(?!\w)(?:\s?[:：]\s?|(?=\s\w)|$)", re.IGNORECASE),
        label_kinds=named,
        copyright=_copyright(labels.copyright),
        closer=re.compile(rf"\s(?:{alternatives(words.closers)})\W*$", re.IGNORECASE),
        joiner=re.compile(rf"\s?[,/;&|]\s?|\s(?:{alternatives(words.joiners)})\s"),
        name_end=re.compile(rf"\s(?:{alternatives(words.name_ends)})\s"),
        # The agency in its own spelling: "dikutip antara lain oleh ..." names no ANTARA.
        relay=re.compile(rf"\b(?:{alternatives(words.relays)})\b[^.;:!?\"“”\n]{{1,40}}?(?<![\w-])({agency})(?![\w-])"),
        month=alternatives(words.months),
        clutter_line=_clutter_line(words),
        clutter_inline=re.compile(alternatives(words.clutter.inline), re.IGNORECASE),
    )


def _copyright(words: Iterable[str]) -> re.Pattern[str]:
    # "Hak cipta lagu itu milik negara." is a sentence: the word needs its sign or a year behind it.
    word = alternatives(words)
    return re.compile(rf"(?<!\w)(?:{word})\s?[:.]?\s?(?:©|\(c\)|(?:19|20)\d\d)|©|\(c\)\s?(?=\d{{4}})", re.IGNORECASE)


def _senders(words: WireWords) -> dict[str, Sender]:
    outlets = {fold(form): Sender(name, False) for name, forms in words.outlets.items() for form in (name, *forms)}
    agencies = {fold(form): Sender(name, True) for name, forms in words.agencies.items() for form in (name, *forms)}
    return outlets | agencies


def _clutter_line(words: WireWords) -> re.Pattern[str]:
    # "Iklan" is clutter alone on its line, "Iklan rokok dilarang ..." is a story.
    whole = rf"(?:{alternatives(words.clutter.lines)})[\s\])*]{{0,3}}$"
    opener = rf"(?:{alternatives(words.clutter.openers)})(?:(?<=\W)|(?!\w))"
    return re.compile(rf"^[ >*•\[(-]{{0,4}}(?:{whole}|{opener})", re.IGNORECASE | re.MULTILINE)
