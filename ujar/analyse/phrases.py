"""Noun phrases read from tags, tree and names, for the rules that find a source without the model."""

from __future__ import annotations

from bisect import bisect_left

from ujar.analyse.draft import PERSON, Draft, Entity, Stretch
from ujar.languages.schema import CueWords

__all__ = ["LONGEST", "NAME_TAGS", "is_speaker", "name_in", "names_at"]

NAME_TAGS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "X", "CCONJ"})
BETWEEN = frozenset({",", "(", ")", "-", "/", "&", "."})
LONGEST = 12  # words; longer phrases are clauses
PLACE = "LOC"


def names_at(draft: Draft, stretch: Stretch) -> list[Entity]:
    """The names that share a word with the stretch; the draft's names stand in the order of the text."""
    start = bisect_left(draft.entities, stretch.first - LONGEST, key=lambda entity: entity.tokens.first)
    end = bisect_left(draft.entities, stretch.last, key=lambda entity: entity.tokens.first)
    return [entity for entity in draft.entities[start:end] if entity.tokens.overlaps(stretch)]


def is_speaker(draft: Draft, phrase: Stretch, words: CueWords) -> bool:
    """Whether the words can be one noun phrase that names somebody.

    It begins with an office ("Menteri Desa") or with the name of a person or body, or is the name of a place as a
    whole ("Rusia"); not "Kronologi", "Pukul 10", "Gempa Turki", "Profil Rano".
    """
    if not 0 < phrase.last - phrase.first <= LONGEST:
        return False
    tokens = draft.tokens[phrase.first : phrase.last]
    if not all(t.tag in NAME_TAGS or t.text.lower() in words.phrase_words or t.text in BETWEEN for t in tokens):
        return False
    first = [entity for entity in names_at(draft, phrase) if entity.tokens.first == phrase.first]
    named = any(entity.kind != PLACE or entity.tokens.last == phrase.last for entity in first)
    return named or tokens[0].text.lower() in words.speaker_nouns


def name_in(draft: Draft, source: Stretch) -> Stretch:
    """The name inside the source, else the word that the others hang on."""
    names = [entity for entity in names_at(draft, source) if source.holds(entity.tokens)]
    persons = [entity for entity in names if entity.kind == PERSON]
    top = next((p for p in range(*source) if not source.first <= draft.tokens[p].head < source.last), source.first)
    return next((entity.tokens for entity in persons or names), Stretch(top, top + 1))
