"""The words that make mentions of people and bodies: offices, nouns, honorifics, pronouns, epithets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cached_property
from typing import ClassVar, Literal, NamedTuple, TypeVar, get_args

from pydantic import model_validator

from ujar.languages.schema import Words
from ujar.record import ActorKind

__all__ = ["Form", "Office", "PronounSort", "TitleWords", "longest_form", "undoubled"]

Office = Literal[
    "president",
    "vice_president",
    "prime_minister",
    "deputy_prime_minister",
    "monarch",
    "crown_prince",
    "supreme_leader",
    "foreign_minister",
    "defence_minister",
    "interior_minister",
    "finance_minister",
    "trade_minister",
    "economy_minister",
    "coordinating_minister",
    "health_minister",
    "energy_minister",
    "justice_minister",
    "education_minister",
    "agriculture_minister",
    "transport_minister",
    "environment_minister",
    "state_secretary",
    "secretary_general",
    "national_security_adviser",
    "party_chair",
    "speaker",
    "ambassador",
    "commander_in_chief",
]
PronounSort = Literal["singular", "plural", "clitic", "first_singular", "first_plural", "own_side", "reflexive"]
LONGEST = 8  # words of a phrase: "duta besar luar biasa dan berkuasa penuh" has seven
Phrase = str  # in lower case, its words as the text is cut, a blank between
V = TypeVar("V")


class Form(NamedTuple):
    """A listed phrase in a sentence: `length` words; `doubled` when its first word stands twice, "menteri-menteri"."""

    phrase: Phrase
    length: int
    doubled: bool = False


class TitleWords(Words):
    """`titles.toml`, all of it phrases in lower case.

    A phrase of `offices`, `persons`, `plural_persons`, `bodies` and `no_actors` heads a mention, or none, and is listed
    once among them. The other lists say more about such a head, or what may stand beside it; each phrase once in each.
    """

    file: ClassVar[str] = "titles.toml"
    offices: dict[Office, tuple[Phrase, ...]]
    vacant_prefixes: tuple[Phrase, ...]
    persons: tuple[Phrase, ...]
    plural_persons: tuple[Phrase, ...]
    singular_markers: tuple[Phrase, ...]
    plural_markers: tuple[Phrase, ...]
    numerals: dict[Phrase, int]
    definite_numerals: dict[Phrase, int]
    bodies: dict[ActorKind, tuple[Phrase, ...]]
    no_actors: tuple[Phrase, ...]
    place_heads: tuple[Phrase, ...]
    honorifics: tuple[Phrase, ...]
    name_particles: tuple[Phrase, ...]
    degrees: tuple[Phrase, ...]
    standing: tuple[Phrase, ...]
    role_links: tuple[Phrase, ...]
    pronouns: dict[PronounSort, tuple[Phrase, ...]]
    pointing: tuple[Phrase, ...]
    epithet_heads: dict[ActorKind, tuple[Phrase, ...]]
    relations: tuple[Phrase, ...]

    @cached_property
    def office_of(self) -> dict[Phrase, Office]:
        """The code of each form of an office: "menlu" is the "foreign_minister"."""
        return _by_phrase(self.offices)

    @cached_property
    def body_kind_of(self) -> dict[Phrase, ActorKind]:
        """The kind of each noun of a body: "kementerian" is one of a "government"."""
        return _by_phrase(self.bodies)

    @cached_property
    def epithet_kind_of(self) -> dict[Phrase, ActorKind]:
        """The kind of actor that each epithet stands for: "negara" for a "state"."""
        return _by_phrase(self.epithet_heads)

    @cached_property
    def pronoun_sort_of(self) -> dict[Phrase, PronounSort]:
        """The sort of each pronoun: "kedua nya" is "plural"."""
        return _by_phrase(self.pronouns)

    @cached_property
    def number_of(self) -> dict[Phrase, int]:
        """The number of each numeral, definite or not: "dua" and "kedua" are 2."""
        return {**self.numerals, **self.definite_numerals}

    @cached_property
    def person_nouns(self) -> frozenset[Phrase]:
        """Whatever heads a mention of people: offices, persons, groups."""
        return frozenset((*self.office_of, *self.persons, *self.plural_persons))

    @model_validator(mode="after")
    def _check(self) -> TitleWords:
        """Every code and sort has forms, a list holds a phrase once, a head is listed once, an epithet is a head."""
        _refuse("no forms of", (code for code in get_args(Office) if not self.offices.get(code)))
        _refuse("no pronouns of", (sort for sort in get_args(PronounSort) if sort not in self.pronouns))
        for name, forms in self._lists():
            _refuse(f"{name} lists twice", _repeated(forms))
        _refuse("more than one kind of head", _repeated(self._heads()))
        heads = self.person_nouns
        _refuse(
            "epithets or relations that head nothing", sorted({*self.epithet_heads["person"], *self.relations} - heads)
        )
        for kind, forms in self.epithet_heads.items():
            if kind != "person":
                _refuse(f"no body of kind {kind}", (form for form in forms if self.body_kind_of.get(form) != kind))
        return self

    def _lists(self) -> Iterator[tuple[str, Sequence[Phrase]]]:
        """Every list of phrases, a table's lists as one."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            if not isinstance(value, dict):
                yield name, value
            elif not name.endswith("numerals"):
                yield name, [form for forms in value.values() for form in forms]

    def _heads(self) -> Iterator[Phrase]:
        for forms in (*self.offices.values(), *self.bodies.values()):
            yield from forms
        yield from (*self.persons, *self.plural_persons, *self.no_actors)


def longest_form(words: Sequence[str], place: int, forms: Container[Phrase]) -> Form | None:
    """The longest phrase of `forms` that begins at `place` of `words`, those of a text; None where none does.

    A doubled first word is its single one, unless the double is listed: "menteri-menteri luar negeri" are foreign
    ministers, "undang-undang" are no "undang".
    """
    first, single = words[place].lower(), undoubled(words[place].lower())
    for length in range(min(LONGEST, len(words) - place), 0, -1):
        rest = [word.lower() for word in words[place + 1 : place + length]]
        for begin in (first, single) if single != first else (first,):
            phrase = " ".join((begin, *rest))
            if phrase in forms:
                return Form(phrase, length, begin != first)
    return None


def undoubled(word: str) -> str:
    """ "negara" of "negara-negara"; any other word as it is."""
    before, hyphen, behind = word.partition("-")
    return before if hyphen and before == behind else word


def _by_phrase(table: Mapping[V, Sequence[Phrase]]) -> dict[Phrase, V]:
    return {form: value for value, forms in table.items() for form in forms}


def _repeated(forms: Iterator[Phrase] | Sequence[Phrase]) -> list[Phrase]:
    return [form for form, count in Counter(forms).items() if count > 1]


def _refuse(reason: str, found: Iterator[str] | Sequence[str]) -> None:
    first = next(iter(found), None)
    if first is not None:
        raise ValueError(f"{reason} {first!r}")
