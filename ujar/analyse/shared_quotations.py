"""One quotation under two cues: it is split where its first sentence ends.

`Dewi mendesak dewan untuk "bicara satu suara. Rencana harus ada," katanya.` - what she urges ends with the first
sentence; the rest is what she said. Without the split the second cue would take the first one's clause for its content.
"""

from __future__ import annotations

from ujar.analyse.draft import Draft, FoundStatement, Stretch
from ujar.analyse.statements import SENTENCE_ENDS

__all__ = ["split_shared_quotations"]


def split_shared_quotations(draft: Draft) -> None:
    """Split every quotation of several sentences that one cue opens and another, behind it, closes."""
    for quotation in (q.tokens for q in draft.quotations if q.depth == 0):
        opening = [s for s in draft.statements if opens(draft, s, quotation)]
        closing = [s for s in draft.statements if closes(s, quotation)]
        end = first_sentence_end(draft, quotation)
        if opening and closing and end is not None:
            before, after = opening[-1], closing[0]
            before.content = joined([*cut(before.content, Stretch(0, quotation.first)), Stretch(quotation.first, end)])
            after.content = [Stretch(end, quotation.last)]


def first_sentence_end(draft: Draft, quotation: Stretch) -> int | None:
    """Behind the first full stop, question or exclamation mark inside the quotation that a capital follows."""
    for place in range(quotation.first + 1, quotation.last - 2):
        if draft.tokens[place].text in SENTENCE_ENDS and draft.tokens[place + 1].text[:1].isupper():
            return place + 1
    return None


def opens(draft: Draft, statement: FoundStatement, quotation: Stretch) -> bool:
    """Whether the cue stands before the quotation in its sentence, and its content reaches to or into it."""
    cue = statement.cue
    first = draft.sentence_at(quotation.first).tokens.first
    reaches = any(piece.overlaps(quotation) or piece.last == quotation.first for piece in statement.content)
    return cue is not None and first <= cue.first < quotation.first and reaches


def closes(statement: FoundStatement, quotation: Stretch) -> bool:
    """Whether the cue stands right behind the quotation, whose end is its content."""
    cue = statement.cue
    ends = any(piece.last == quotation.last for piece in statement.content)
    return cue is not None and quotation.last <= cue.first <= quotation.last + 1 and ends


def cut(pieces: list[Stretch], inside: Stretch) -> list[Stretch]:
    """What lies inside of `inside`."""
    clipped = (Stretch(max(piece.first, inside.first), min(piece.last, inside.last)) for piece in pieces)
    return [piece for piece in clipped if piece.first < piece.last]


def joined(pieces: list[Stretch]) -> list[Stretch]:
    """Neighbours as one."""
    found: list[Stretch] = []
    for piece in pieces:
        if found and found[-1].last == piece.first:
            found[-1] = Stretch(found[-1].first, piece.last)
        else:
            found.append(piece)
    return found
