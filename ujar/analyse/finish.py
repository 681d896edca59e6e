"""Draft to record: the only place that makes offsets."""

from __future__ import annotations

from ujar.analyse.draft import Draft, FoundStatement, Stretch
from ujar.record import Addressee, Cue, MadeBy, Record, Source, Span, Statement

__all__ = ["finish"]


def finish(draft: Draft, made_by: MadeBy) -> Record:
    """The record of a finished draft."""
    return Record(
        article=draft.article,
        statements=tuple(finish_statement(draft, place) for place in range(len(draft.statements))),
        made_by=made_by,
    )


def finish_statement(draft: Draft, place: int) -> Statement:
    """Statement number `place`, its id counted from 1."""
    found = draft.statements[place]
    return Statement(
        id=statement_id(place),
        unit="headline" if found.headline else "body",
        source=finish_source(draft, found),
        cue=Cue(span=cut(draft, found.cue), lemma=found.lemma) if found.cue else None,
        content=tuple(cut(draft, piece) for piece in found.content),
        addressees=tuple(Addressee(span=cut(draft, addressee)) for addressee in found.addressees),
        form=found.form,
        mode=found.mode,
        polarity=found.polarity,
        parent=None if found.parent is None else statement_id(found.parent),
        continues=None if found.continues is None else statement_id(found.continues),
        refers_to=tuple(statement_id(other) for other in found.refers_to),
        repaired=tuple(found.repaired),
        rule=found.rule,
        score=None if found.score is None else round(min(1.0, found.score), 3),
    )


def finish_source(draft: Draft, found: FoundStatement) -> Source | None:
    """The source, its head the whole of it where none was found."""
    if found.source is None:
        return None
    return Source(span=cut(draft, found.source), head=cut(draft, found.source_head or found.source))


def statement_id(place: int) -> str:
    """s1, s2, ..."""
    return f"s{place + 1}"


def cut(draft: Draft, stretch: Stretch) -> Span:
    """The characters from the first to the last token."""
    return Span.of(draft.article.text, draft.tokens[stretch.first].start, draft.tokens[stretch.last - 1].end)
