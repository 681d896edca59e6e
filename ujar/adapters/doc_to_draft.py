"""A spaCy Doc, as a user's own pipeline made it, to a draft."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.tokens import Token as DocToken

from ujar.analyse.draft import Draft, Entity, Sentence, Stretch, Token
from ujar.analyse.prepare import find_units
from ujar.record import Article

__all__ = ["draft_doc"]

# The labels of the usual schemes. Others ("NORP", "DATE") name no person, body or place.
KINDS = {"PER": "PER", "PERSON": "PER", "ORG": "ORG", "LOC": "LOC", "GPE": "LOC", "FAC": "LOC"}


def draft_doc(doc: Doc, language: str) -> Draft:
    """The draft of `doc.text` with the Doc's words, and its tags, tree, names and sentences where they are set.

    Raises:
        LanguageDataError: `language` has no word list.
    """
    draft = Draft(Article.of(doc.text, language=language))
    words = [token for token in doc if not token.is_space]
    places = {token.i: place for place, token in enumerate(words)}
    for token in words:
        before = draft.tokens[-1].end if draft.tokens else 0
        draft.tokens.append(draft_token(token, before, places))
    draft.entities = [
        Entity(stretch, KINDS[name.label_])
        for name in doc.ents
        if name.label_ in KINDS and (stretch := stretch_of(name.start, name.end, places))
    ]
    if doc.has_annotation("SENT_START"):
        draft.sentences = draft_sentences(doc, places)
    find_units(draft)
    return draft


def draft_token(token: DocToken, before: int, places: dict[int, int]) -> Token:
    """One word; `before` is where the last one ended."""
    start, end = token.idx, token.idx + len(token.text)
    return Token(
        start,
        end,
        token.text,
        space=start > before or not before,
        tag=token.pos_ or "X",
        head=head_of(token, places),
        relation=token.dep_.lower() or "dep",
    )


def head_of(token: DocToken, places: dict[int, int]) -> int:
    """The nearest word above `token` that is no white space; -1 if there is none."""
    while token.head.i != token.i:
        token = token.head
        if token.i in places:
            return places[token.i]
    return -1


def draft_sentences(doc: Doc, places: dict[int, int]) -> list[Sentence]:
    """The Doc's sentences; a line break between two ends the paragraph."""
    sentences: list[Sentence] = []
    paragraph = end = 0
    for sentence in doc.sents:
        stretch = stretch_of(sentence.start, sentence.end, places)
        if stretch is None:
            continue
        words = [token for token in sentence if token.i in places]
        if sentences and "\n" in doc.text[end : words[0].idx]:
            paragraph += 1
        end = words[-1].idx + len(words[-1].text)
        sentences.append(Sentence(stretch, paragraph))
    return sentences


def stretch_of(first: int, last: int, places: dict[int, int]) -> Stretch | None:
    """The words among the Doc's tokens `first` to `last`, half-open; None if all of it is white space."""
    found = [places[i] for i in range(first, last) if i in places]
    return Stretch(found[0], found[-1] + 1) if found else None
