"""Offices: who holds the one that a phrase names, by the story itself or else by the dated table."""

from __future__ import annotations

from bisect import bisect_left
from calendar import monthrange
from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from ujar.analyse.draft import Draft, FoundActor, Stretch
from ujar.analyse.mentions import country_in
from ujar.ontology.countries import is_country
from ujar.ontology.officeholders import Holding, OfficeHolders

__all__ = ["Held", "Office", "fill_offices", "holder_in_text", "office_in", "offices_held"]


Held = Mapping[int, Collection["Office"]]  # actor -> what it holds


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
    """The offices that the story gives a person; where a title names no state it is that of the bearer.

    "mitranya dari Malaysia" holds in Malaysia what another in the sentence holds.
    """
    if actor.kind != "person":
        return set()
    found = {office for role in actor.roles if (office := office_in(draft, role)) is not None}
    for role in actor.roles:
        if role.first in draft.known.peers:
            sentence = draft.sentence_at(role.first).tokens
            roles = [o for other in draft.actors if other is not actor for o in other.roles if sentence.holds(o)]
            found |= {Office(office.code, actor.country) for r in roles if (office := office_in(draft, r)) is not None}
    return {Office(code, of or actor.country) for code, of in found}


def holder_in_text(draft: Draft, held: Held, place: int, office: Office) -> int | None:
    """The actor who holds an office that mention number `place` names, by the story's own words.

    "Presiden Iran" may stand in the headline, its holder's name in the body. Of two who fit, it is the last named
    before; "Presiden" alone is the only president, or the last named. `held` are the offices of the actors.
    """
    fitting = [actor for actor, offices in held.items() if any(suits(office, other) for other in offices)]
    before = []
    for actor in fitting:
        mentions = draft.actors[actor].mentions
        earlier = bisect_left(mentions, place)
        if earlier:
            before.append((mentions[earlier - 1], actor))
    if before:
        return max(before)[1]
    return fitting[0] if len(fitting) == 1 else None


def suits(named: Office, held: Office) -> bool:
    """Whether an office named may be one that is held: the same, of the same state where both are known."""
    return named.code == held.code and (named.of is None or held.of is None or named.of == held.of)


def fill_offices(draft: Draft, holders: OfficeHolders) -> None:
    """Name those whom the story calls by their office only, from the dated table; nothing without a date.

    Those it names get their number in Wikidata, where the table knows one person of that name, office and state.
    """
    span = days_of(draft)
    for actor in draft.actors:
        if actor.kind != "person" or not actor.mentions:
            continue
        if any(draft.mentions[place].type == "name" for place in actor.mentions):
            identify(draft, actor, holders)
        elif span is not None and (holding := holding_of(draft, actor, holders, *span)) is not None:
            actor.name, actor.via, actor.wikidata = holding.name, "office", holding.wikidata or None
            actor.roles = [draft.mentions[actor.mentions[0]].tokens]


def identify(draft: Draft, actor: FoundActor, holders: OfficeHolders) -> None:
    """Give a named person the Wikidata id and state of the one in the table who is it by full name and office.

    A preacher who has a foreign president's name holds no office in the story, and stays without.
    """
    codes = {office.code for office in offices_held(draft, actor)}
    former = any(place in draft.known.vacant for role in actor.roles for place in range(*role))
    known = [
        holding
        for holding in holders.of_name(actor.name)
        if (holding.office in codes or former)
        and (actor.country is None or holding.of == actor.country or not is_state(holding.of))
    ]
    numbers = {holding.wikidata for holding in known if holding.wikidata}
    if " " not in actor.name or len(numbers) != 1:
        return
    actor.wikidata = numbers.pop()
    states = {holding.of for holding in known if is_state(holding.of)}
    if actor.country is None and len(states) == 1:
        actor.country = states.pop()


def is_state(of: str) -> bool:
    """Whether an office is of a state (alpha-3), not of a body ("UN", "EU_COUNCIL").

    "IMF" and "WTO" are written like states and are none.
    """
    return is_country(of)


def holding_of(draft: Draft, actor: FoundActor, holders: OfficeHolders, first: date, last: date) -> Holding | None:
    """Who held the actor's office on all those days; nobody where a sentence speaks of another year."""
    for place in actor.mentions:
        phrase = draft.mentions[place].tokens
        office = office_in(draft, phrase)
        if office is None or office.of is None:
            continue
        if any(year not in (first.year, last.year) for year in years_in(draft, draft.sentence_at(phrase.first).tokens)):
            return None
        return holders.during(office.code, office.of, first, last)
    return None


def years_in(draft: Draft, sentence: Stretch) -> set[int]:
    """The years of the dates in a sentence: "Pada 2003, Presiden AS ..." is not about the president of today."""
    return {int(time.value[:4]) for time in draft.times if sentence.holds(time.tokens) and time.value[:4].isdecimal()}


def days_of(draft: Draft) -> tuple[date, date] | None:
    """The first and last day on which the story can have been published; None if that is not known."""
    published = draft.article.published
    if published is None:
        return None
    year, *finer = (int(part) for part in published.value[:10].split("-"))
    first_month, last_month = (finer[0], finer[0]) if finer else (1, 12)
    # The last day is not the one before the next month's first: after "9999-12" Python has no month.
    first_day, last_day = (finer[1], finer[1]) if len(finer) > 1 else (1, monthrange(year, last_month)[1])
    return date(year, first_month, first_day), date(year, last_month, last_day)
