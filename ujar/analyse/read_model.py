"""The stage that runs the model over a draft: tags, tree and names go into the draft, cues into its readings."""

from __future__ import annotations

from collections.abc import Sequence

from ujar.analyse.draft import Draft, Entity, Passage, Stretch
from ujar.analyse.model import Model
from ujar.analyse.passages import in_quotation
from ujar.analyse.reading import PassageWords, Reading

__all__ = ["name_spans", "read_cues", "read_draft"]


def read_draft(draft: Draft, model: Model) -> None:
    """Read every passage of the draft; fill in the tokens, the names and the readings."""
    read_cues(draft, model)
    for passage, reading in zip(draft.passages, draft.readings, strict=True):
        fill_tokens(draft, passage, reading)
        shift = passage.tokens.first
        draft.entities += [
            Entity(Stretch(shift + first, shift + last), kind) for first, last, kind in name_spans(reading.names)
        ]


def read_cues(draft: Draft, model: Model) -> None:
    """Fill in the readings alone; tags, tree and names stay as they are."""
    draft.readings = model.read([words_of(draft, passage) for passage in draft.passages])


def words_of(draft: Draft, passage: Passage) -> PassageWords:
    """A passage as the model takes it. A sentence that was too long is cut: only its part in the passage counts."""
    tokens = draft.tokens[passage.tokens.first : passage.tokens.last]
    sizes = []
    for sentence in draft.sentences[passage.sentences.first : passage.sentences.last]:
        first = max(sentence.tokens.first, passage.tokens.first)
        last = min(sentence.tokens.last, passage.tokens.last)
        sizes.append(last - first)
    return PassageWords(
        [token.plain or token.text for token in tokens],
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


def name_spans(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first, last, kind) of the names in BIO labels; an I without its B opens a name as well."""
    found: list[tuple[int, int, str]] = []
    start: int | None = None
    kind = ""
    for place, label in enumerate([*labels, "O"]):
        prefix, _, this = label.partition("-")
        if start is not None and (prefix != "I" or this != kind):
            found.append((start, place, kind))
            start = None
        if prefix in ("B", "I") and start is None:
            start, kind = place, this
    return found
