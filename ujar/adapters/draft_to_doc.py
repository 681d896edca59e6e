"""What ujar's model found into a spaCy Doc, where the Doc has nothing of that sort yet.

The two may cut words differently. A word of ours belongs to the token that holds its first character; where a token
holds several ("ujarnya" = "ujar" + "nya"), the one nearest to the root speaks for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import numpy as np
from spacy.tokens import Doc

from ujar.analyse.draft import Draft, Token

if TYPE_CHECKING:
    from thinc.types import Ints2d

__all__ = ["set_names", "set_tags", "set_tree"]


def set_tags(doc: Doc, draft: Draft) -> None:
    """Set `pos_`, unless the Doc has tags. A token that is but a part of one of our words gets none."""
    if doc.has_annotation("POS"):
        return
    for i, place in spokesmen(doc, draft).items():
        word = draft.tokens[place]
        if word.end <= doc[i].idx + len(doc[i].text):
            doc[i].pos_ = word.tag


def set_tree(doc: Doc, draft: Draft) -> None:
    """Set `head` and `dep_`, unless the Doc has a tree or sentences: spaCy reads sentences off the tree."""
    speaks = spokesmen(doc, draft)
    if doc.has_annotation("DEP") or doc.has_annotation("SENT_START") or not speaks:
        return
    owners = owning_tokens(doc, draft)
    rows = []
    anchor = min(speaks)
    for token in doc:
        if token.i in speaks:
            anchor = token.i
            head = head_outside(token.i, speaks[token.i], draft.tokens, owners)
            relation = draft.tokens[speaks[token.i]].relation if head != token.i else "ROOT"
        else:  # white space, and all but the first part of one of our words
            head, relation = anchor, "dep"
        rows.append((head - token.i, doc.vocab.strings.add(relation)))
    heads = np.array([offset for offset, _ in rows], np.int64).astype(np.uint64)
    relations = np.array([relation for _, relation in rows], np.uint64)
    doc.from_array(["HEAD", "DEP"], cast("Ints2d", np.stack([heads, relations], axis=1)))


def set_names(doc: Doc, draft: Draft) -> None:
    """Set `ents`, unless the Doc has names. One that begins or ends within a token is left out."""
    if doc.has_annotation("ENT_IOB"):
        return
    spans = [
        doc.char_span(draft.tokens[name.tokens.first].start, draft.tokens[name.tokens.last - 1].end, label=name.kind)
        for name in draft.entities
    ]
    doc.set_ents([span for span in spans if span is not None])


def owning_tokens(doc: Doc, draft: Draft) -> list[int]:
    """For each word of the draft the token of the Doc that holds its first character."""
    starts = np.array([token.idx for token in doc])
    places = np.searchsorted(starts, [word.start for word in draft.tokens], side="right") - 1
    return [int(place) for place in places]


def spokesmen(doc: Doc, draft: Draft) -> dict[int, int]:
    """For each token of the Doc that owns words of the draft: the one nearest to the root, the first of several."""
    chosen: dict[int, int] = {}
    depths = [depth(place, draft.tokens) for place in range(len(draft.tokens))]
    for place, owner in enumerate(owning_tokens(doc, draft)):
        if owner not in chosen or depths[place] < depths[chosen[owner]]:
            chosen[owner] = place
    return chosen


def depth(place: int, words: list[Token]) -> int:
    """How many words stand above `place`."""
    above = 0
    while (place := words[place].head) >= 0:
        above += 1
    return above


def head_outside(token: int, place: int, words: list[Token], owners: list[int]) -> int:
    """The token that owns the nearest word above `place` that `token` does not own; `token` itself for a root.

    Each step up leads nearer to the root, and so does each token's own word: no cycle can arise.
    """
    while (place := words[place].head) >= 0:
        if owners[place] != token:
            return owners[place]
    return token
