"""Who speaks: the actor where the record knows one, else the words of the source's head; all words of the source where
the head is no name ("juru bicara Kementerian Kelautan").

Nothing is resolved here: "Tawharau" and "Hemi Tawharau" are two speakers until the record gives both one actor, and
"ia" is nobody's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from ujar.languages.schema import Words, language_folder, load_words
from ujar.record import Article, Record, Source, Statement
from ujar.render.plain import one_line

__all__ = ["UNNAMED", "Speaker", "SpeakerWords", "find_speakers", "is_clitic"]


class SpeakerWords(Words):
    """`speakers.toml`: sources that name nobody by themselves, in small letters."""

    file: ClassVar[str] = "speakers.toml"
    pronouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Speaker:
    """`number` counts from 1 in the order given; 0 is every source that has no name of its own."""

    number: int
    name: str


UNNAMED = Speaker(0, "no name given")


def find_speakers(record: Record, statements: Iterable[Statement]) -> dict[str, Speaker]:
    """The speaker of each statement by its id, numbered in the order of `statements`.

    A statement that carries on another one has that one's speaker.
    """
    names = {actor.id: actor.name for actor in record.actors}
    pronouns = _pronouns(record.article.language)
    origins = _origins(record.statements)
    known: dict[tuple[str, str], Speaker] = {}
    speakers: dict[str, Speaker] = {}
    for statement in statements:
        source = origins[statement.id].source
        if source is None or (source.actor is None and _names_nobody(record.article, source, pronouns)):
            speakers[statement.id] = UNNAMED
            continue
        name = names[source.actor] if source.actor else _name(source)
        key = ("actor", source.actor) if source.actor else ("words", name.casefold())
        speakers[statement.id] = known.setdefault(key, Speaker(len(known) + 1, name))
    return speakers


def is_clitic(article: Article, source: Source) -> bool:
    """Whether the source is an ending on another word: "nya" in "ujarnya"."""
    start = source.span.start
    return start > 0 and article.text[start - 1].isalpha() and source.span.text[:1].isalpha()


def _names_nobody(article: Article, source: Source, pronouns: frozenset[str]) -> bool:
    return is_clitic(article, source) or one_line(source.head.text).casefold() in pronouns


def _name(source: Source) -> str:
    """The head if it has a capital letter. "juru bicara" alone would make one speaker of two ministries' spokesmen."""
    head = one_line(source.head.text)
    return head if any(letter.isupper() for letter in head) else one_line(source.span.text)


def _pronouns(language: str) -> frozenset[str]:
    """The pronouns of `language`; none for a language that ujar has no such list of."""
    if (language_folder(language) / SpeakerWords.file).is_file():
        words: SpeakerWords = load_words(language, SpeakerWords)
        return words.pronouns
    return frozenset()


def _origins(statements: Iterable[Statement]) -> dict[str, Statement]:
    """For each id the statement that it carries on, back to the first that has a source of its own."""
    by_id = {statement.id: statement for statement in statements}
    origins: dict[str, Statement] = {}
    for statement in by_id.values():
        passed = list(_back(statement, by_id, origins))
        end = origins.get(passed[-1].id, passed[-1])
        origins.update((link.id, end) for link in passed)
    return origins


def _back(statement: Statement, by_id: dict[str, Statement], origins: dict[str, Statement]) -> Iterator[Statement]:
    """The links from `statement` back; a ring ("s1" carries on "s2" carries on "s1") is gone round once."""
    seen = {statement.id}
    yield statement
    while statement.source is None and statement.continues and statement.id not in origins:
        statement = by_id[statement.continues]
        if statement.id in seen:
            return
        seen.add(statement.id)
        yield statement
