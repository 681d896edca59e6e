"""Drafts over gold words, so that the shipped stages can run where the tokens are given."""

from __future__ import annotations

from collections.abc import Sequence

from ujar.analyse.draft import Draft, Passage, Sentence, Stretch, Token
from ujar.analyse.passages import in_quotation
from ujar.analyse.quotations import find_quotations
from ujar.evaluate.trees import GoldTree
from ujar.record import Article


def draft_of(tree: GoldTree) -> Draft:
    """A draft with the gold words of one sentence, its quotations found."""
    tokens = [
        Token(start, end, tree.text[start:end], space)
        for (start, end), space in zip(tree.offsets, tree.spaces, strict=True)
    ]
    whole = Stretch(0, len(tokens))
    draft = Draft(Article.of(tree.text), tokens, sentences=[Sentence(whole, 0)])
    find_quotations(draft)
    draft.passages = [Passage(whole, Stretch(0, 1))]
    return draft


def draft_of_words(words: Sequence[str], spaces: Sequence[bool]) -> Draft:
    """A draft over words of which only the spacing is known."""
    text, offsets = "", []
    for word, space in zip(words, spaces, strict=True):
        text += " " if space and text else ""
        offsets.append((len(text), len(text) + len(word)))
        text += word
    size = len(words)
    empty = ("X",) * size
    return draft_of(GoldTree("", text, tuple(words), tuple(spaces), tuple(offsets), empty, (0,) * size, empty))


def quoted_words(draft: Draft) -> list[bool]:
    """For every token, whether it stands inside marks."""
    return in_quotation(draft, Stretch(0, len(draft.tokens)))
