"""Noun phrases read from tags, tree and names, for the rules that find a source without the model."""

from __future__ import annotations

from ujar.analyse.draft import PERSON, Draft, Stretch

__all__ = ["NAME_TAGS", "is_speaker", "name_in"]

NAME_TAGS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "X", "CCONJ"})
BETWEEN = frozenset({",", "(", ")", "-", "/", "&", ".", "oleh", "untuk", "di", "dari", "bagi"})
LONGEST = 12  # words; longer phrases are clauses


def is_speaker(draft: Draft, phrase: Stretch, nouns: frozenset[str]) -> bool:
    """Whether the words can be one noun phrase that names somebody: a name is among them, or one of `nouns` is first.

    "Wakil Tetap RI untuk PBB Sekar Ayu", "Menteri Desa"; not "Kronologi", "Pukul 10".
    """
    if not 0 < phrase.last - phrase.first <= LONGEST:
        return False
    tokens = draft.tokens[phrase.first : phrase.last]
    fits = all(token.tag in NAME_TAGS or token.text.lower() in BETWEEN for token in tokens)
    named = any(phrase.holds(entity.tokens) for entity in draft.entities)
    return fits and (named or tokens[0].text.lower() in nouns)


def name_in(draft: Draft, source: Stretch) -> Stretch:
    """The name inside the source, else the word that the others hang on."""
    names = [entity for entity in draft.entities if source.holds(entity.tokens)]
    persons = [entity for entity in names if entity.kind == PERSON]
    top = next((p for p in range(*source) if not source.first <= draft.tokens[p].head < source.last), source.first)
    return next((entity.tokens for entity in persons or names), Stretch(top, top + 1))
