"""What organisations are called in a language, and the look-up of such a name in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import ClassVar, NamedTuple, Self

from pydantic import model_validator

from ujar.errors import LanguageDataError
from ujar.languages.schema import Words, language_folder, load_words
from ujar.ontology.organisations import OrganisationKind, organisation, organisations

__all__ = ["OrganisationName", "OrganisationNames", "OrganisationWords", "load_organisations"]


class OrganisationWords(Words):
    """`names`: id -> names, written as their words are cut. `others`: names of none of them that begin so.

    `also_words`: acronyms that are no names where all around them is in capitals.
    """

    file: ClassVar[str] = "organisations.toml"
    others: tuple[str, ...] = ()
    also_words: frozenset[str] = frozenset()
    names: dict[str, tuple[str, ...]]

    @model_validator(mode="after")
    def _each_name_once(self) -> Self:
        for identifier, forms in self.names.items():
            if not forms or len(set(forms)) < len(forms):
                raise ValueError(f"names.{identifier}: no name, or one that is listed twice")
        return self


class OrganisationName(NamedTuple):
    """A name found in a sentence: `length` words.

    `id` is None for a name that several have ("Partai Demokrat"), then `country` is that of all of them or None;
    `candidates` are all that have it, the one most often meant first.
    """

    id: str | None
    kind: OrganisationKind
    country: str | None
    length: int
    candidates: tuple[str, ...]

    def of(self, country: str) -> OrganisationName:
        """The same name, of the one of `country` where exactly one of the candidates is: "Partai Demokrat" of USA."""
        here = tuple(one for one in self.candidates if organisation(one).country == country)
        return describe(here, self.length) if len(here) == 1 else self


class _Form(NamedTuple):
    words: tuple[str, ...]
    ids: tuple[str, ...]  # none: the name of another body


class OrganisationNames:
    """The names of a language, for look-ups by their first word."""

    def __init__(self, words: OrganisationWords) -> None:
        ids: dict[str, list[str]] = {other: [] for other in words.others}
        for identifier, names in words.names.items():
            for name in names:
                ids.setdefault(name, []).append(identifier)
        forms = sorted((_Form(tuple(name.split()), tuple(found)) for name, found in ids.items()), key=_longest_first)
        self._also_words = words.also_words
        self._by_first: dict[str, list[_Form]] = {}
        for form in forms:
            self._by_first.setdefault(form.words[0].casefold(), []).append(form)

    def at(self, words: Sequence[str], place: int) -> OrganisationName | None:
        """The longest name that begins at `place` of `words` (a text as it is cut), None where none does."""
        for form in self._by_first.get(words[place].casefold(), ()):
            if _fits(form.words, words[place : place + len(form.words)]):
                if not form.ids or self._is_shouted(form, words, place):
                    return None
                return describe(form.ids, len(form.words))
        return None

    def other_at(self, words: Sequence[str], place: int) -> int:
        """How many words of a name of none of them begin at `place`."""
        for form in self._by_first.get(words[place].casefold(), ()):
            if _fits(form.words, words[place : place + len(form.words)]):
                return 0 if form.ids else len(form.words)
        return 0

    def _is_shouted(self, form: _Form, words: Sequence[str], place: int) -> bool:
        """Whether an acronym stands among words in capitals and may be one of them: "PANGERAN BIN SALMAN"."""
        if form.words[0] not in self._also_words or len(form.words) > 1:
            return False
        around = [word for word in (*words[max(0, place - 2) : place], *words[place + 1 : place + 3]) if word.isalpha()]
        return len(around) > 1 and all(word.isupper() for word in around)


def _longest_first(form: _Form) -> int:
    return -len(form.words)


def _fits(name: Sequence[str], words: Sequence[str]) -> bool:
    return len(name) == len(words) and all(
        _word_fits(ours, word, number == 0) for number, (ours, word) in enumerate(zip(name, words, strict=True))
    )


def _word_fits(ours: str, word: str, first: bool) -> bool:
    """An acronym letter by letter; the first word by its capital: "hamas" is no name, "HAMAS" is."""
    if ours == word:
        return True
    if ours.casefold() != word.casefold() or (len(ours) > 1 and ours.isupper()):
        return False
    return not (first and ours[0].isupper()) or word[0].isupper()


def describe(ids: Iterable[str], length: int) -> OrganisationName:
    """What all bodies of one name have in common. `ids` holds at least one."""
    found = [organisation(identifier) for identifier in ids]
    kinds = {one.kind for one in found}
    countries = {one.country for one in found}
    return OrganisationName(
        id=found[0].id if len(found) == 1 else None,
        kind=kinds.pop() if len(kinds) == 1 else "other",
        country=countries.pop() if len(countries) == 1 else None,
        length=length,
        candidates=tuple(one.id for one in found),
    )


@cache
def load_organisations(language: str) -> OrganisationNames:
    """The names of organisations in `language` (ISO 639-1); reads them once.

    Raises:
        LanguageDataError: the list is missing or malformed, or names an id that there is not.
    """
    words = load_words(language, OrganisationWords)
    unknown = sorted(set(words.names) - set(organisations()))
    if unknown:
        path = language_folder(language) / words.file
        raise LanguageDataError(path, f"names.{unknown[0]}: there is no such organisation")
    return OrganisationNames(words)
