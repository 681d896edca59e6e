"""Draft to record: the only place that makes offsets."""

from __future__ import annotations

from ujar.analyse.draft import Draft, FoundStatement, Stretch
from ujar.record import Actor, Addressee, Cue, MadeBy, Place, Record, Role, Source, Span, Statement, Time

__all__ = ["finish"]


def finish(draft: Draft, made_by: MadeBy) -> Record:
    """The record of a finished draft."""
    return Record(
        article=draft.article,
        actors=tuple(finish_actor(draft, place) for place in range(len(draft.actors))),
        times=tuple(finish_time(draft, place) for place in range(len(draft.times))),
        places=tuple(finish_place(draft, place) for place in range(len(draft.places))),
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
        addressees=finish_addressees(draft, found),
        form=found.form,
        mode=found.mode,
        polarity=found.polarity,
        parent=None if found.parent is None else statement_id(found.parent),
        continues=None if found.continues is None else statement_id(found.continues),
        refers_to=tuple(statement_id(other) for other in found.refers_to),
        time=None if found.time is None else time_id(found.time),
        place=None if found.place is None else place_id(found.place),
        repaired=tuple(found.repaired),
        rule=found.rule,
        score=None if found.score is None else round(min(1.0, found.score), 3),
    )


def finish_source(draft: Draft, found: FoundStatement) -> Source | None:
    """The source, its head the whole of it where none was found."""
    if found.source is None:
        return None
    return Source(
        span=cut(draft, found.source),
        head=cut(draft, found.source_head or found.source),
        actor=None if found.source_actor is None else actor_id(found.source_actor),
        kind=found.source_kind,
    )


def finish_addressees(draft: Draft, found: FoundStatement) -> tuple[Addressee, ...]:
    """The addressees, each with its actor where that is known."""
    actors = found.addressee_actors or [None] * len(found.addressees)
    return tuple(
        Addressee(span=cut(draft, phrase), actor=None if actor is None else actor_id(actor))
        for phrase, actor in zip(found.addressees, actors, strict=True)
    )


def finish_actor(draft: Draft, place: int) -> Actor:
    """Actor number `place`, its id counted from 1, its mentions in the order of the text."""
    found = draft.actors[place]
    return Actor(
        id=actor_id(place),
        name=found.name,
        kind=found.kind,
        country=found.country,
        roles=tuple(Role(title=draft.text_of(role), span=cut(draft, role)) for role in found.roles),
        mentions=tuple(cut(draft, draft.mentions[mention].tokens) for mention in found.mentions),
        members=tuple(actor_id(member) for member in found.members),
        wikidata=found.wikidata,
        via=found.via,
    )


def finish_time(draft: Draft, place: int) -> Time:
    """Time number `place`, its id counted from 1."""
    found = draft.times[place]
    return Time(
        id=time_id(place),
        span=cut(draft, found.tokens),
        type=found.type,
        value=found.value,
        granularity=found.granularity,
        mod=found.mod,
        doubt=found.doubt,
    )


def finish_place(draft: Draft, place: int) -> Place:
    """Place number `place`, its id counted from 1."""
    found = draft.places[place]
    return Place(id=place_id(place), name=found.name, span=cut(draft, found.tokens), country=found.country)


def actor_id(place: int) -> str:
    """a1, a2, ..."""
    return f"a{place + 1}"


def time_id(place: int) -> str:
    """t1, t2, ..."""
    return f"t{place + 1}"


def place_id(place: int) -> str:
    """p1, p2, ..."""
    return f"p{place + 1}"


def statement_id(place: int) -> str:
    """s1, s2, ..."""
    return f"s{place + 1}"


def cut(draft: Draft, stretch: Stretch) -> Span:
    """The characters from the first to the last token."""
    return Span.of(draft.article.text, draft.tokens[stretch.first].start, draft.tokens[stretch.last - 1].end)
