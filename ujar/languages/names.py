"""Countries, bodies, offices and the nouns of people, found in one pass over a story's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from ujar.languages.countries import CountryName, CountryNames, load_countries
from ujar.languages.mentions import MentionWords
from ujar.languages.organisations import OrganisationName, OrganisationNames, load_organisations
from ujar.languages.schema import CueWords, load_words
from ujar.languages.titles import Office, PronounSort, TitleWords, longest_form, undoubled
from ujar.record import ActorKind

__all__ = ["BodyNoun", "KnownWords", "Naming", "Pronoun", "Title", "load_naming"]


class Title(NamedTuple):
    """A noun of a person, `office` its code where it is an office; `length` in words."""

    length: int
    office: str | None


class BodyNoun(NamedTuple):
    """A noun of a body: "kementerian" of a government; `length` in words."""

    length: int
    kind: ActorKind


class Pronoun(NamedTuple):
    """What a pronoun is in the text, and the sort of anaphor it makes (see `ujar.analyse.antecedents`)."""

    type: Literal["pronoun", "clitic", "first"]
    sort: str
    plural: bool
    length: int


SORTS: dict[PronounSort, str] = {
    "singular": "third",
    "plural": "plural",
    "own_side": "own_side",
    "reflexive": "reflexive",
}


@dataclass(slots=True)
class KnownWords:
    """Where known words begin, by the number of their first word in the story.

    `vacant` are titles whose bearer does not hold them ("mantan presiden"), `peers` those of the same office elsewhere
    ("mitranya dari Malaysia"), `inner` the words of a known phrase behind its first, and all those of countries,
    regions and bodies; `others` those of names that are none of the bodies they begin like ("West Texas Intermediate").
    """

    countries: dict[int, CountryName] = field(default_factory=dict)
    regions: dict[int, int] = field(default_factory=dict)  # first word -> length
    organisations: dict[int, OrganisationName] = field(default_factory=dict)
    titles: dict[int, Title] = field(default_factory=dict)
    bodies: dict[int, BodyNoun] = field(default_factory=dict)
    vacant: set[int] = field(default_factory=set)
    peers: set[int] = field(default_factory=set)
    inner: set[int] = field(default_factory=set)
    others: set[int] = field(default_factory=set)


class Naming:
    """All word lists that name somebody, of one language."""

    def __init__(
        self,
        countries: CountryNames,
        organisations: OrganisationNames,
        titles: TitleWords,
        words: MentionWords,
        cues: CueWords,
    ) -> None:
        self.countries, self.organisations, self.titles, self.words = countries, organisations, titles, words
        self._heads = frozenset((*titles.person_nouns, *titles.body_kind_of, *titles.no_actors))
        self.governing_verbs = frozenset(cues.known) | words.governing_verbs
        self._canonical = {form: name for name, forms in words.same_bodies.items() for form in forms}
        self.honorifics = frozenset(word for form in titles.honorifics for word in form.split())
        self.pointing = frozenset(titles.pointing)
        self.singular = words_of(titles.singular_markers)
        self.plural = words_of((*titles.plural_markers, *titles.number_of)) - self.singular
        self.role_links = words_of(titles.role_links)
        self.not_names = words_of((*titles.standing, *titles.place_heads, *titles.no_actors)) | words.title_nouns
        self.determiners = self.singular | self.plural
        self._vacant = frozenset(titles.vacant_prefixes) - words.near_holders
        self._starts = frozenset(form.split()[0] for form in self._heads)
        self._pronoun_starts = frozenset(form.split()[0] for form in titles.pronoun_sort_of)

    def scan(self, words: Sequence[str]) -> KnownWords:
        """The known words among `words`, the tokens of a story as they are written."""
        found, lower = KnownWords(), [word.lower() for word in words]
        place = 0
        while place < len(words):
            place += max(1, self._note_name(found, words, place))
        for place in range(len(words)):
            self._note_noun(found, lower, place)
        return found

    def _note_name(self, found: KnownWords, words: Sequence[str], place: int) -> int:
        """Note the longest country, region or body that begins at `place`; its length, 0 for none."""
        country, body = self.countries.at(words, place), self.organisations.at(words, place)
        region = None if country else self.countries.region_at(words, place)
        other = self.organisations.other_at(words, place)
        if other:
            found.inner |= set(range(place, place + other))
            found.others |= set(range(place, place + other))
            return other
        length = max(part.length if part else 0 for part in (country, body, region))
        if body and body.length == length:
            found.organisations[place] = body
        elif country:
            found.countries[place] = country
        elif region:
            found.regions[place] = length
        found.inner |= set(range(place, place + length))
        return length

    def _note_noun(self, found: KnownWords, lower: Sequence[str], place: int) -> None:
        """Note the title or the noun of a body that begins at `place`, unless a longer one holds it."""
        if place in found.inner and place not in found.organisations:
            return
        begins = undoubled(lower[place]) in self._starts
        form = longest_form(lower, place, self._heads) if begins else None
        if form is None:
            return
        if form.phrase in self.titles.person_nouns:
            found.titles[place] = Title(form.length, self.titles.office_of.get(form.phrase))
            if form.phrase in self.titles.relations:
                found.peers.add(place)
            if self._is_vacant(lower, place):
                found.vacant.add(place)
        elif form.phrase in self.titles.body_kind_of:
            found.bodies[place] = BodyNoun(form.length, self.titles.body_kind_of[form.phrase])
        found.inner |= set(range(place + 1, place + form.length))

    def _is_vacant(self, lower: Sequence[str], place: int) -> bool:
        """Whether the words before say that the title is not held: "mantan", "juru bicara"."""
        before = lower[max(0, place - 3) : place]
        return any(" ".join(before[start:]) in self._vacant for start in range(len(before)))

    def pronoun_at(self, words: Sequence[str], place: int) -> Pronoun | None:
        """The pronoun that begins at `place`: "dia", "kedua" of "keduanya", "pihak" of "pihaknya"."""
        if words[place].lower() not in self._pronoun_starts:
            return None
        form = longest_form(words, place, self.titles.pronoun_sort_of.keys())
        if form is None:
            return None
        sort = self.titles.pronoun_sort_of[form.phrase]
        if sort in ("first_singular", "first_plural"):
            return Pronoun("first", "third", sort == "first_plural", form.length)
        if sort == "clitic":
            return Pronoun("clitic", "owned", False, form.length)
        named = "honoured" if form.phrase in self.words.honoured else SORTS[sort]
        return Pronoun("pronoun", named, sort == "plural", form.length)

    def offices_of(self, words: Sequence[str]) -> tuple[Office, ...]:
        """The offices that a noun without one in its name stands for: "kepala negara"."""
        return self.words.same_offices.get(" ".join(words).lower(), ())

    def count_of(self, word: str) -> int:
        """How many "kedua" or "ketiga" means; 0 for other words."""
        return self.titles.definite_numerals.get(word.lower(), 0)

    def canonical(self, words: Sequence[str]) -> str:
        """What a body is filed under, less what follows its noun: "Kemlu" is "kementerian luar negeri"."""
        phrase = " ".join(words).lower()
        return self._canonical.get(phrase, phrase)


def words_of(forms: Sequence[str]) -> frozenset[str]:
    """The first words of some phrases."""
    return frozenset(form.split()[0] for form in forms)


@cache
def load_naming(language: str) -> Naming:
    """The word lists of a language.

    Raises:
        LanguageDataError: one is missing or does not fit.
    """
    return Naming(
        load_countries(language),
        load_organisations(language),
        load_words(language, TitleWords),
        load_words(language, MentionWords),
        load_words(language, CueWords),
    )
