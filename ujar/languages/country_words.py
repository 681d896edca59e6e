"""`countries.toml` of a language: its lists, and the words beside a name that make it something else."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from ujar.languages.schema import Words
from ujar.ontology.countries import is_country

__all__ = ["Beside", "CountryWords", "How", "Need", "Phrases", "Pieces", "Trap", "join_forms", "split_form"]

How = Literal["name", "demonym", "capital", "seat", "subdivision"]
Pieces = tuple[str, ...]
Text = Annotated[str, Field(pattern=r"\S")]  # an empty phrase would stand everywhere
Table = dict[str, tuple[Text, ...]]

_PIECES = re.compile(r"[^\W_]+|[^\w\s]|_")
_MARKS = str.maketrans("’ʼ‘`‐‑", "''''--")


class Trap(BaseModel):
    """Where `forms` (none given: every form) mean something else; see the notes in the TOML file."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    forms: tuple[Text, ...] = ()
    before: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()
    unless: tuple[Text, ...] = ()
    name_follows: bool = False
    surname_follows: bool = False
    country: str | None = Field(None, description="the state that is meant instead, of which it is a part")


class Need(BaseModel):
    """Forms that count only with one of `before` or `after` beside them."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    forms: tuple[Text, ...]
    before: tuple[Text, ...] = ()
    after: tuple[Text, ...] = ()


class CountryWords(Words):
    """`countries.toml`: forms by alpha-3 code, regions by their key, `ambiguous`: form -> reason, and the traps."""

    file: ClassVar[str] = "countries.toml"
    unused: frozenset[str]
    heads: tuple[Text, ...]
    no_names: frozenset[str]
    names: Table
    demonyms: Table
    capitals: Table
    seats: Table
    epithets: Table
    subdivisions: Table
    regions: Table
    ambiguous: dict[Text, Text]
    traps: tuple[Trap, ...]
    needs: tuple[Need, ...]

    def tables(self) -> Iterator[tuple[How, Table]]:
        """The lists that name countries, each with what its forms are."""
        yield from (("name", self.names), ("name", self.epithets), ("demonym", self.demonyms))
        yield from (("capital", self.capitals), ("seat", self.seats), ("subdivision", self.subdivisions))

    @model_validator(mode="after")
    def _real_codes_and_each_form_once(self) -> CountryWords:
        codes = [code for _, table in self.tables() for code in table]
        strange = [code for code in (*codes, *(trap.country for trap in self.traps)) if code and not is_country(code)]
        if strange:
            raise ValueError(f"{strange[0]!r} is no ISO 3166-1 alpha-3 code")
        tables = [table for _, table in self.tables()]
        forms = [form for table in (*tables, self.regions) for group in table.values() for form in group]
        counts = Counter(split_form(form) for form in (*forms, *self.ambiguous))
        twice = [" ".join(form) for form, count in counts.items() if count > 1]
        if twice:
            raise ValueError(f"the form {twice[0]!r} is listed twice")
        return self


@lru_cache(maxsize=1 << 14)
def split_form(text: str) -> Pieces:
    """The runs of letters and the marks of a text, without accents: "Côte d’Ivoire" is Cote, d, ', Ivoire.

    Words are compared by these, so that it does not matter whether a tokeniser keeps "Port-au-Prince" whole.
    """
    if text.isascii() and text.isalnum():
        return (text,)
    plain = unicodedata.normalize("NFKD", text.translate(_MARKS))
    return tuple(_PIECES.findall("".join(c for c in plain if unicodedata.category(c) not in ("Mn", "Cf"))))


def join_forms(words: Sequence[str]) -> Pieces:
    """The pieces of several words in a row."""
    return tuple(piece for word in words for piece in split_form(word))


class Phrases:
    """Phrases that may stand beside a name, as written and in capitals."""

    def __init__(self, phrases: Iterable[str]) -> None:
        split = [split_form(phrase) for phrase in phrases]
        self._known = {*split, *(tuple(piece.upper() for piece in pieces) for pieces in split)}
        self._lengths = {len(pieces) for pieces in self._known}

    def end(self, pieces: Pieces) -> bool:
        """Whether one of them ends `pieces`."""
        return any(pieces[-length:] in self._known for length in self._lengths)

    def begin(self, pieces: Pieces) -> bool:
        """Whether one of them begins `pieces`."""
        return any(pieces[:length] in self._known for length in self._lengths)


class Beside:
    """A trap or a need, made ready."""

    def __init__(self, rule: Trap | Need) -> None:
        self.country: str | None = rule.country if isinstance(rule, Trap) else None
        self.name_follows: bool = isinstance(rule, Trap) and rule.name_follows
        self.surname_follows: bool = isinstance(rule, Trap) and rule.surname_follows
        self._before, self._after = Phrases(rule.before), Phrases(rule.after)
        self._unless = Phrases(rule.unless if isinstance(rule, Trap) else ())

    def holds(self, before: Pieces, after: Pieces) -> bool:
        """Whether one of its phrases stands there."""
        return (self._before.end(before) and not self._unless.end(before)) or self._after.begin(after)
