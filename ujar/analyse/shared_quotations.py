"""One quotation under two cues: it is split where its first sentence ends.

`Dewi mendesak dewan untuk "bicara satu suara. Rencana harus ada," katanya.` - what she urges ends with the first
sentence; the rest is what she said. Without the split the second cue would take the first one's clause for its content.
"""

from __future__ import annotations

from ujar.analyse.draft import Draft, FoundStatement, Stretch
from ujar.analyse.statements import SENTENCE_ENDS, find_form, quoted_tokens

__all__ = ["split_shared_quotations"]


def split_shared_quotations(draft: Draft) -> None:
    """Split every quotation of several sentences that one cue opens and another, behind it, closes."""
    quoted = quoted_tokens(draft)
    at_cue: dict[int, list[FoundStatement]] = {}
    for statement in draft.statements:
        if statement.cue is not None:
            at_cue.setdefault(statement.cue.first, []).append(statement)
    for quotation in (q.tokens for q in draft.quotations if q.depth == 0):
        first = draft.sentence_at(quotation.first).tokens.first
        before = (s for place in range(first, quotation.first) for s in at_cue.get(place, ()) if opens(s, quotation))
        behind = range(quotation.last, quotation.last + 2)
        after = (s for place in behind for s in at_cue.get(place, ()) if closes(s, quotation))
        opening, closing = list(before), next(after, None)
        end = first_sentence_end(draft, quotation)
        if opening and closing is not None and end is not None:
            kept = cut(opening[-1].content, Stretch(0, quotation.first))
            opening[-1].content = joined([*kept, Stretch(quotation.first, end)])
            closing.content = [
                Stretch(end, quotation.last),
                *cut(closing.content, Stretch(quotation.last, len(draft.tokens))),
            ]
            for statement in (opening[-1], closing):
                statement.form = find_form(draft, statement.content, quoted)


def first_sentence_end(draft: Draft, quotation: Stretch) -> int | None:
    """Behind the first full stop, question or exclamation mark inside the quotation that a capital follows."""
    for place in range(quotation.first + 1, quotation.last - 2):
        if draft.tokens[place].text in SENTENCE_ENDS and draft.tokens[place + 1].text[:1].isupper():
            return place + 1
    return None


def opens(statement: FoundStatement, quotation: Stretch) -> bool:
    """Whether the content reaches to the quotation or into it."""
    return any(piece.overlaps(quotation) or piece.last == quotation.first for piece in statement.content)


def closes(statement: FoundStatement, quotation: Stretch) -> bool:
    """Whether the end of the quotation is the end of a piece of the content."""
    return any(piece.last == quotation.last for piece in statement.content)


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
