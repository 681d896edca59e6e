"""Offices: who holds the one that a phrase names, by the story itself or else by the dated table."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ujar.analyse.draft import Draft, FoundActor, Stretch
from ujar.analyse.mentions import country_in
from ujar.ontology.officeholders import Holding, OfficeHolders

__all__ = ["Office", "fill_offices", "holder_in_text", "office_in"]


class Office(NamedTuple):
    """An office by its code in titles.toml, and its state or body where the phrase names it."""

    code: str
    of: str | None


def office_in(draft: Draft, phrase: Stretch) -> Office | None:
    """The office that a phrase begins with, if its bearer holds it.

    "Presiden Rusia itu", "kedua presiden"; not "mantan presiden", "juru bicara presiden" or "calon presiden".
    """
    known = draft.known
    for place in range(*phrase):
        title = known.titles.get(place)
        if title is not None:
            held = title.office is not None and place not in known.vacant
            return Office(str(title.office), office_of(draft, phrase)) if held else None
    return None


def office_of(draft: Draft, phrase: Stretch) -> str | None:
    """The state (alpha-3) or body (id) whose office it is: "AS" in "Presiden AS", "PBB" in "Sekjen PBB"."""
    country = country_in(draft.known, phrase)
    bodies = [draft.known.organisations[place].id for place in range(*phrase) if place in draft.known.organisations]
    return bodies[0] if bodies and not country else country


def offices_held(draft: Draft, actor: FoundActor) -> set[Office]:
    """The offices that the story gives somebody; where a title names no state it is that of the bearer."""
    found = {office for role in actor.roles if (office := office_in(draft, role)) is not None}
    return {Office(code, of or actor.country) for code, of in found}


def holder_in_text(draft: Draft, place: int) -> int | None:
    """The actor who holds the office that mention number `place` names, by the story's own words.

    "Presiden Iran" may stand in the headline, its holder's name in the body. Of two who fit, it is the last named
    before; "Presiden" alone is the only president, or the last named.
    """
    mention = draft.mentions[place]
    office = office_in(draft, mention.tokens)
    if office is None or mention.type != "nominal" or mention.plural:
        return None
    fitting = [
        actor
        for actor, found in enumerate(draft.actors)
        if found.kind == "person" and any(suits(office, held) for held in offices_held(draft, found))
    ]
    before = [actor for actor in fitting if draft.actors[actor].mentions[0] < place]
    if len(fitting) == 1:
        return fitting[0]
    last = lambda actor: max((p for p in draft.actors[actor].mentions if p < place), default=-1)  # noqa: E731
    return max(before, key=last) if before else None


def suits(named: Office, held: Office) -> bool:
    """Whether an office named may be one that is held: the same, of the same state where both are known."""
    return named.code == held.code and (named.of is None or held.of is None or named.of == held.of)


def fill_offices(draft: Draft, holders: OfficeHolders) -> None:
    """Name those whom the story calls by their office only, from the dated table; nothing without a date."""
    span = days_of(draft)
    for actor in draft.actors:
        if span is None or actor.kind != "person" or any(draft.mentions[p].type == "name" for p in actor.mentions):
            continue
        holding = holding_of(draft, actor, holders, *span)
        if holding is not None:
            actor.name, actor.via, actor.wikidata = holding.name, "office", holding.wikidata or None
            actor.roles = [draft.mentions[actor.mentions[0]].tokens]


def holding_of(draft: Draft, actor: FoundActor, holders: OfficeHolders, first: date, last: date) -> Holding | None:
    """Who held the actor's office on all those days."""
    for place in actor.mentions:
        office = office_in(draft, draft.mentions[place].tokens)
        if office is not None and office.of is not None:
            return holders.during(office.code, office.of, first, last)
    return None


def days_of(draft: Draft) -> tuple[date, date] | None:
    """The first and last day on which the story can have been published; None if that is not known."""
    published = draft.article.published
    if published is None:
        return None
    parts = [int(part) for part in published.value[:10].split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return day, day
    year, month = parts[0], parts[1] if len(parts) > 1 else None
    first = date(year, month or 1, 1)
    last = date(year + 1, 1, 1) if month in (None, 12) else date(year, (month or 0) + 1, 1)
    return first, date.fromordinal(last.toordinal() - 1)
