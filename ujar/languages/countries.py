"""What a language calls the countries, and where such a form stands for something else.

`load_countries("id").at(words, place)` finds the name that begins at a word. The names are CLDR's and those of
`ujar/languages/<language>/countries.toml`, where every list is explained.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ujar.languages.country_words import Beside, CountryWords, How, Need, Phrases, Pieces, Trap, join_forms, split_form
from ujar.languages.schema import load_words
from ujar.ontology.countries import alpha_3

__all__ = ["CountryName", "CountryNames", "CountryWords", "How", "RegionName", "load_countries"]

_REACH = 8  # words to look back for a longer name: "Republik Demokratik Rakyat Korea" holds "Korea"
_SHORTEST_IN_CAPITALS = 4  # letters: "CAD" and "LAO" are other things than Cad and Lao


class CountryName(NamedTuple):
    """A form found. `country`: alpha-3; `length`: how many words it fills.

    `how`: "subdivision" is a place inside the country, never its government; a nickname is a "name".
    """

    country: str
    how: How
    length: int


class RegionName(NamedTuple):
    """A group of states found: `region` is a key of `regions`; `length`: how many words it fills."""

    region: str
    length: int


class _Form(NamedTuple):
    """`text` is the form as listed. With neither country nor region it is ambiguous, and found for nobody."""

    pieces: Pieces
    text: str
    country: str | None = None
    how: How = "name"
    region: str | None = None


class CountryNames:
    """The countries of one language. `words` are always UD words, as `ujar.analyse.tokens` cuts them."""

    def __init__(self, words: CountryWords, territories: dict[str, str]) -> None:
        self._starts: dict[str, list[_Form]] = {}
        self._heads = Phrases(words.heads)
        self._no_names = words.no_names
        self._traps = _by_form(words.traps)
        self._needs = _by_form(words.needs)
        taken: set[Pieces] = set()
        for form in _all_forms(words, territories):
            if form.pieces not in taken:
                taken.add(form.pieces)
                self._starts.setdefault(form.pieces[0], []).append(form)
        for forms in self._starts.values():
            forms.sort(key=lambda form: -len(form.pieces))

    def at(self, words: Sequence[str], place: int) -> CountryName | None:
        """The longest name that begins at `words[place]`; None where there is none, it is ambiguous, or a trap."""
        form, length = self._longest(words, place)
        if form is None or form.country is None or self._is_covered(words, place):
            return None
        country = self._country(form, words, place, length)
        if country is None:
            return None
        # "Gubernur Georgia" names a part of another state; "Istana Negara Malaysia" is a palace still.
        stays = country == form.country or form.how == "seat"
        return CountryName(country, form.how if stays else "subdivision", length)

    def region_at(self, words: Sequence[str], place: int) -> RegionName | None:
        """The group of states whose name begins at `words[place]`: "Timur Tengah"."""
        form, length = self._longest(words, place)
        if form is None or form.region is None or self._is_covered(words, place):
            return None
        return RegionName(form.region, length) if self._country(form, words, place, length) else None

    def is_trap(self, words: Sequence[str], place: int) -> bool:
        """Whether a listed form stands at `words[place]` that is no country there: "Korea", "China" behind "Laut"."""
        return self._longest(words, place)[0] is not None and self.at(words, place) is None

    def find_all(self, words: Sequence[str]) -> Iterator[tuple[int, CountryName]]:
        """Every name in `words` with the place where it begins; none overlap."""
        place = 0
        while place < len(words):
            form, length = self._longest(words, place)
            found = self.at(words, place) if form else None
            if found:
                yield place, found
            place += max(length, 1)

    def named(self, phrase: str) -> CountryName | None:
        """The country that the whole phrase names, whatever may stand beside it; `length` counts its blanks."""
        words = phrase.split()
        form, length = self._longest(words, 0)
        if form is None or form.country is None or length != len(words):
            return None
        return CountryName(form.country, form.how, length)

    def inside(self, word: str) -> tuple[CountryName, ...]:
        """The countries of one word with hyphens whose every part is one: "AS-China"; none for "pro-Rusia"."""
        parts = [self.named(part) for part in word.split("-")]
        found = tuple(part for part in parts if part)
        return found if 1 < len(found) == len(parts) else ()

    def _longest(self, words: Sequence[str], place: int) -> tuple[_Form | None, int]:
        first = split_form(words[place]) if place < len(words) else ()
        for form in self._starts.get(first[0], ()) if first else ():
            length = _words_filled(form.pieces, words, place)
            if length:
                return form, length
        return None, 0

    def _is_covered(self, words: Sequence[str], place: int) -> bool:
        """Whether a name from further left reaches over the place: "Dominika" in "Republik Dominika"."""
        starts = range(max(0, place - _REACH), place)
        return any(self._longest(words, start)[1] > place - start for start in starts)

    def _country(self, form: _Form, words: Sequence[str], place: int, length: int) -> str | None:
        """What the form stands for there: a country, the region, or nothing."""
        before = join_forms(words[max(0, place - _REACH) : place])
        after = join_forms(words[place + length : place + length + _REACH])
        needs = self._needs.get(form.text, [])
        if needs and not any(need.holds(before, after) for need in needs):
            return None
        for trap in [*self._traps.get(form.text, []), *self._traps.get("", [])]:
            if trap.holds(before, after) or self._is_part_of_name(trap, before, after):
                return trap.country
        return form.country or form.region

    def _is_part_of_name(self, trap: Beside, before: Pieces, after: Pieces) -> bool:
        """Whether the name goes on: "di Istana Topkapi", "kata Chad Waru", but not "Presiden Chad Idris".

        In a title all words have capitals, so that nothing is known: "Istana Bantah Isu Reshuffle Kabinet".
        """
        follows, *others = (*after, "", "", "")[:3]
        in_title = all(word[:1].isupper() for word in others)
        if not follows.istitle() or in_title or follows in self._no_names:
            return False
        is_country = self._heads.end(tuple(piece.lower() for piece in before))
        return trap.name_follows or (trap.surname_follows and not is_country)


def _words_filled(pieces: Pieces, words: Sequence[str], place: int) -> int:
    """How many words the pieces fill from `place` on; 0 where they do not stand there or end inside a word."""
    at = 0
    for count, word in enumerate(words[place : place + len(pieces)], 1):
        found = split_form(word)
        if pieces[at : at + len(found)] != found:
            return 0
        at += len(found)
        if at == len(pieces):
            return count
    return 0


def _by_form(rules: Iterable[Trap | Need]) -> dict[str, list[Beside]]:
    """The rules of each form, those of every form under ""."""
    found: dict[str, list[Beside]] = {}
    for rule in rules:
        ready = Beside(rule)
        for form in rule.forms or ("",):
            found.setdefault(form, []).append(ready)
    return found


def _all_forms(words: CountryWords, territories: dict[str, str]) -> Iterator[_Form]:
    """Every form as it may be written. What comes first counts where two are alike."""
    for form in _listed_forms(words, territories):
        yield form
        if form.text.isupper() or sum(map(str.isalpha, form.text)) < _SHORTEST_IN_CAPITALS:
            continue
        yield form._replace(pieces=tuple(piece.upper() for piece in form.pieces))
    for code, forms in words.epithets.items():
        yield from (_Form(split_form(text[0].lower() + text[1:]), text, code) for text in forms)


def _listed_forms(words: CountryWords, territories: dict[str, str]) -> Iterator[_Form]:
    yield from (_Form(split_form(text), text) for text in words.ambiguous)
    for how, table in words.tables():
        yield from (_Form(split_form(text), text, code, how) for code, forms in table.items() for text in forms)
    yield from (_Form(split_form(text), text, code) for code, text in territories.items() if text not in words.unused)
    for region, forms in words.regions.items():
        yield from (_Form(split_form(text), text, region=region) for text in forms)


@cache
def territory_names(language: str) -> dict[str, str]:
    """What CLDR calls each country in a language, by alpha-3 code.

    Raises:
        babel.UnknownLocaleError: CLDR knows no such language.
    """
    # A command that reads no story should not load the locale.
    from babel import Locale

    names = Locale.parse(language).territories
    codes = {str(code): alpha_3(str(code)) for code in names}
    return {country: str(names[code]) for code, country in codes.items() if country}


@cache
def load_countries(language: str) -> CountryNames:
    """The countries of `language` (ISO 639-1), made once.

    Raises:
        LanguageDataError: `countries.toml` is missing or wrong.
    """
    return CountryNames(load_words(language, CountryWords), territory_names(language))
