"""The stage that runs the model over drafts: tags, tree and names go into the tokens, cues are handed on."""

from __future__ import annotations

from collections.abc import Sequence

from ujar.analyse.draft import Draft, Entity, Passage, Stretch
from ujar.analyse.model import Model, PassageWords, Reading
from ujar.analyse.passages import in_quotation

__all__ = ["read_drafts", "read_passages"]


def read_drafts(drafts: Sequence[Draft], model: Model) -> list[list[Reading]]:
    """Read every passage of every draft in common batches; fill in the tokens and the names.

    Returns:
        For each draft the readings of its passages.
    """
    found = read_passages(drafts, model)
    for draft, readings in zip(drafts, found, strict=True):
        for passage, reading in zip(draft.passages, readings, strict=True):
            fill_tokens(draft, passage, reading)
            draft.entities += names_of(reading, passage.tokens.first)
    return found


def read_passages(drafts: Sequence[Draft], model: Model) -> list[list[Reading]]:
    """The readings of the passages of each draft, read in common batches; the drafts stay as they are."""
    readings = iter(model.read([words_of(draft, passage) for draft in drafts for passage in draft.passages]))
    return [[next(readings) for _ in draft.passages] for draft in drafts]


def words_of(draft: Draft, passage: Passage) -> PassageWords:
    """A passage as the model takes it. A sentence that was too long is cut: only its part in the passage counts."""
    tokens = draft.tokens[passage.tokens.first : passage.tokens.last]
    sizes = []
    for sentence in draft.sentences[passage.sentences.first : passage.sentences.last]:
        first = max(sentence.tokens.first, passage.tokens.first)
        last = min(sentence.tokens.last, passage.tokens.last)
        sizes.append(last - first)
    return PassageWords(
        [token.text for token in tokens],
        [token.space for token in tokens],
        in_quotation(draft, passage.tokens),
        sizes,
    )


def fill_tokens(draft: Draft, passage: Passage, reading: Reading) -> None:
    """Write tags and tree into the draft's tokens."""
    first = passage.tokens.first
    for place, (tag, head, relation) in enumerate(zip(reading.tags, reading.heads, reading.relations, strict=True)):
        token = draft.tokens[first + place]
        token.tag, token.relation = tag, relation
        token.head = head + first if head >= 0 else -1


def names_of(reading: Reading, shift: int) -> list[Entity]:
    """BIO labels to names; an I without its B opens a name as well."""
    found: list[Entity] = []
    start: int | None = None
    kind = ""
    for place, label in enumerate([*reading.names, "O"]):
        prefix, _, this = label.partition("-")
        if start is not None and (prefix != "I" or this != kind):
            found.append(Entity(Stretch(shift + start, shift + place), kind))
            start = None
        if prefix in ("B", "I") and start is None:
            start, kind = place, this
    return found
