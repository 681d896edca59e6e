"""Actors: the mentions by name that name the same person or body are put together.

Pronouns, epithets and offices without a name are left to `coreference.py`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from ujar.analyse.draft import Draft, FoundActor, Mention, Stretch
from ujar.analyse.mentions import country_of_title
from ujar.analyse.offices import office_in
from ujar.analyse.titles import roles_of
from ujar.languages.names import Naming

__all__ = ["find_actors"]

Key = tuple[str, ...]
BRACKETED = 3  # words: a short form and the marks around it
NEAREST = 50  # names that share a word; a longer story hardly means one further off
ARTICLE = re.compile(r"^(al|el|an|as|ar|ash)-(?=\w)")


@dataclass(slots=True)
class Name:
    """A mention by name: what it is filed under, and the words it may be known by."""

    mention: int
    key: Key
    words: Key


def find_actors(draft: Draft, naming: Naming) -> None:
    """Fill in `draft.actors` with those that are named, each with its mentions by name, in the order of the text."""
    names = [name for place in range(len(draft.mentions)) if (name := file_name(draft, place, naming)) is not None]
    join_acronyms(draft, names)
    join_short_names(draft, names)
    join_capitals(names)
    join_ministries(draft, names, naming)
    filed: dict[Key, list[int]] = {}
    for name in names:
        filed.setdefault(name.key, []).append(name.mention)
    draft.actors = [make_actor(draft, mentions, naming) for mentions in filed.values()]


def file_name(draft: Draft, place: int, naming: Naming) -> Name | None:
    """The name that a mention is, None for pronouns and for phrases that name nobody.

    "pemerintah Rusia" and "Kemlu Rusia" name bodies though no part of them is a name but the country's.
    """
    mention = draft.mentions[place]
    words = name_words(draft, mention.head, naming)
    if mention.type == "nominal":
        if mention.kind != "government" or mention.country is None or mention.plural:
            return None
        noun = naming.canonical(draft.words_of(mention.head))
        return Name(place, ("government", mention.country, noun), words)
    if mention.type != "name":
        return None
    if mention.head.first in draft.known.countries and mention.country:
        return Name(place, ("capital" if mention.kind == "government" else "state", mention.country), words)
    listed = draft.known.organisations.get(mention.head.first)
    if listed and mention.kind != "person":
        return Name(place, ("body", listed.id or words[0]), words)
    if mention.kind == "government" and mention.country:
        own = [word for at, word in enumerate(draft.words_of(mention.tokens)) if not in_country(draft, mention, at)]
        return Name(place, ("government", mention.country, naming.canonical(own)), words)
    return Name(place, ("person" if mention.kind == "person" else "body", *words), words)


def in_country(draft: Draft, mention: Mention, at: int) -> bool:
    """Whether word number `at` of a mention is the country in it: "Rusia" in "Kementerian Luar Negeri Rusia"."""
    place = mention.tokens.first + at
    return any(
        start in draft.known.countries and start + draft.known.countries[start].length > place
        for start in range(max(mention.tokens.first, place - 4), place + 1)
    )


def name_words(draft: Draft, head: Stretch, naming: Naming) -> Key:
    """The words of a name in lower case, less diacritics, marks and honorifics: "Hj. Qonita" is "qonita"."""
    words = [plain(word) for word in draft.words_of(head)]
    kept = tuple(word for word in words if any(map(str.isalnum, word)) and word not in naming.honorifics)
    return kept or tuple(words)


def plain(word: str) -> str:
    """A word in lower case without diacritics, apostrophes and article: "Erdoğan" is "erdogan", "al-Naimi" "naimi"."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    letters = ARTICLE.sub("", letters)
    return "".join(letter for letter in letters if not unicodedata.combining(letter) and letter not in "'’‘`")


def join_acronyms(draft: Draft, names: Sequence[Name]) -> None:
    """A name in brackets behind another is its short form, here and later: "Komisi Pengawas Teluk (KPT)"."""
    short: dict[Key, Name] = {}
    for name in names:
        mention = draft.mentions[name.mention]
        if mention.tokens.last - mention.head.last == BRACKETED:
            short[(plain(draft.tokens[mention.head.last + 1].text),)] = name
    for name in names:
        if name.words in short and name.key[0] in ("body", "person"):
            name.key = short[name.words].key


def join_short_names(draft: Draft, names: Sequence[Name]) -> None:
    """A person's short name joins the full one: "Wang" the "Wang Yi" before it, else the one that follows.

    With two of the name, it is the one whose country or title fits, else the one named last.
    """
    persons = [name for name in names if name.key[0] == "person"]
    by_word: dict[str, list[Name]] = {}
    for name in persons:
        for word in set(name.words) if len(name.words) > 1 else ():
            by_word.setdefault(word, []).append(name)
    for name in persons:
        fuller = longer_names(name, by_word.get(name.words[0], ()))
        fitting = [other for other in fuller if fits(draft, name, other)]
        fitting = [other for other in fitting if shares_office(draft, name, other)] or fitting
        before = [other for other in fitting if other.mention < name.mention]
        if fitting:
            name.key = (before[-1:] or fitting[:1])[0].key


def longer_names(name: Name, others: Sequence[Name]) -> list[Name]:
    """Those of which a name may be the short form, NEAREST before it and as many behind, in the order of the text."""
    place = bisect_left(others, name.mention, key=lambda other: other.mention)
    near = others[max(0, place - NEAREST) : place + NEAREST]
    return [other for other in near if is_short_for(name.words, other.words)]


def shares_office(draft: Draft, name: Name, other: Name) -> bool:
    """Whether two mentions name the same office: "Presiden Park" is the president of two of that name."""
    mine, theirs = (title_office(draft, draft.mentions[part.mention]) for part in (name, other))
    return mine is not None and mine == theirs


def title_office(draft: Draft, mention: Mention) -> str | None:
    """The code of the office in a mention's title."""
    office = office_in(draft, Stretch(mention.tokens.first, mention.head.first))
    return office.code if office else None


def is_short_for(short: Key, long: Key) -> bool:
    """Whether the words of a name are some of another's, in order."""
    words = iter(long)
    return len(short) < len(long) and all(word in words for word in short)


def fits(draft: Draft, name: Name, other: Name) -> bool:
    """Whether two persons may be one: their titles name no two countries, nor two offices of heads and ministers."""
    mine, theirs = draft.mentions[name.mention], draft.mentions[other.mention]
    if mine.country is not None and theirs.country is not None and mine.country != theirs.country:
        return False
    offices = {title_office(draft, mine), title_office(draft, theirs)}
    return None in offices or len(offices) == 1


def join_capitals(names: Sequence[Name]) -> None:
    """A capital that stands for a government is the government the story names, else the state.

    "Damaskus menolak" in a story of "pemerintah Suriah" is that government; without one it is Syria.
    """
    governments = {name.key[1]: name.key for name in names if name.key[0] == "government" and name.key[2] == ""}
    states = {name.key[1] for name in names if name.key[0] == "state"}
    for name in names:
        if name.key[0] == "capital":
            country = name.key[1]
            state = ("state", country) if country in states else ("government", country, "")
            name.key = governments.get(country, state)


def join_ministries(draft: Draft, names: Sequence[Name], naming: Naming) -> None:
    """A ministry without its state is the only one of that name: "Kementerian Energi" that of "Rusia" before."""
    known: dict[str, set[Key]] = {}
    for name in names:
        if name.key[0] == "government":
            known.setdefault(name.key[2], set()).add(name.key)
    for name in names:
        mention = draft.mentions[name.mention]
        if name.key[0] == "body" and mention.kind == "government":
            same = known.get(naming.canonical(draft.words_of(mention.tokens)), set())
            if len(same) == 1:
                name.key = next(iter(same))


def make_actor(draft: Draft, mentions: list[int], naming: Naming) -> FoundActor:
    """The actor of some mentions: the fullest name, the kind and country that they say most often."""
    all_mentions = [draft.mentions[place] for place in mentions]
    fullest = max(all_mentions, key=lambda mention: name_rank(draft, mention))
    roles = [role for mention in all_mentions if mention.kind == "person" for role in roles_of(draft, mention, naming)]
    named = fullest.head if fullest.type == "name" else without_location(draft, fullest.tokens, naming)
    countries = (mention.country for mention in all_mentions)
    of_roles = (country_of_title(draft, role, naming) for role in roles)
    return FoundActor(
        name=" ".join(draft.text_of(named).split()),  # a name may run over the end of a line
        kind=next((mention.kind for mention in (fullest, *all_mentions) if mention.kind), "other"),
        country=next((country for country in (*countries, *of_roles) if country), None),
        mentions=mentions,
        roles=distinct(draft, roles),
    )


def without_location(draft: Draft, phrase: Stretch, naming: Naming) -> Stretch:
    """A body's phrase without where it stands: "Kedutaan Besar Norwegia di Jakarta"."""
    located = (p for p in range(phrase.first + 1, phrase.last) if draft.tokens[p].text.lower() in naming.words.locating)
    return Stretch(phrase.first, next(located, phrase.last))


def name_rank(draft: Draft, mention: Mention) -> tuple[int, int]:
    """The more words the better, the earlier the better; a state has the name it was first called by, no capital's."""
    size = mention.head.last - mention.head.first
    listed = draft.known.countries.get(mention.head.first)
    if listed is not None:
        size = 0 if listed.how in ("capital", "seat") else 1
    return (size, -mention.tokens.first)


def distinct(draft: Draft, roles: Sequence[Stretch]) -> list[Stretch]:
    """Each title once, where it stands first; "Presiden" no more behind "Presiden China"."""
    found: dict[str, Stretch] = {}
    for role in roles:
        found.setdefault(draft.text_of(role).casefold(), role)
    return [role for text, role in found.items() if not any(other.startswith(text + " ") for other in found)]
