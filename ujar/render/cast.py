"""The actors of a record: what each is called, what is told of it, and which of them a reader is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from ujar.record import Actor, Statement
from ujar.render.plain import one_line

__all__ = ["describe", "is_said_by", "order_actors", "title_of", "whom"]

BY_OFFICE = " (by office)"
FEWEST = 2  # mentions of an actor that is shown though it neither speaks nor is told anything
MOST_ROLES = 2  # a minister who is also a party's chair and a candidate: the record has the rest


def whom(actor: Actor, actors: Mapping[str, Actor]) -> str:
    """What an actor is called, and whether only the table of office holders says so; a group by its members."""
    # The members' members are not gone into: a record could have a ring of them.
    return ", ".join(title_of(actors[name]) for name in actor.members) or title_of(actor)


def title_of(actor: Actor) -> str:
    """What it is called where it stands by itself: a group by its own name."""
    return one_line(actor.name) + (BY_OFFICE if actor.via == "office" else "")


def is_said_by(words: str, meant: str) -> bool:
    """Whether the words hold each name of `meant` already: "Menlu Rano Lubis" holds "Rano Lubis", "Lubis" does not."""
    return all(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) for name in meant.split(", "))


def describe(actor: Actor, actors: Mapping[str, Actor]) -> list[str]:
    """What is told of it beside its name: its kind and country, its members, its roles."""
    kind = actor.kind.replace("_", " ")
    if actor.members and not is_said_by(title_of(actor), whom(actor, actors)):
        kind = f"{kind} of {whom(actor, actors)}"
    roles = list(dict.fromkeys(one_line(role.title) for role in actor.roles))
    more = [f"{len(roles) - MOST_ROLES} more roles"] if len(roles) > MOST_ROLES + 1 else roles[MOST_ROLES:]
    return [f"{kind}, {actor.country}" if actor.country else kind, *roles[:MOST_ROLES], *more]


def order_actors(
    actors: Iterable[Actor], statements: Iterable[Statement], numbers: Mapping[str, int]
) -> tuple[list[Actor], list[Actor]]:
    """The actors to show: those who speak, in that order, then by their mentions those who are told or often named.

    And those that remain, in the order of the record. `numbers` are the speakers' by their ids.
    """
    told = {addressee.actor for statement in statements for addressee in statement.addressees}
    shown: list[Actor] = []
    others: list[Actor] = []
    for actor in actors:
        is_shown = actor.id in numbers or actor.id in told or len(actor.mentions) >= FEWEST
        (shown if is_shown else others).append(actor)
    last = len(numbers) + 1
    return sorted(shown, key=lambda actor: (numbers.get(actor.id, last), -len(actor.mentions))), others
