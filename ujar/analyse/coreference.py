"""Coreference: who is meant by pronouns, clitics, epithets and titles, never beyond what the story tells.

Names come first (`actors.py`). Then, in the order of the text, each other mention: plain rules where they decide
("kedua presiden" are the two presidents of the story), else the ranker, trained on annotated chains, chooses among
the actors named so far or none of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np

from ujar.analyse.anaphora_rules import (
    NEW,
    by_epithet,
    by_inner_state,
    by_office,
    by_own_side,
    by_own_state,
    by_predicate,
    by_same_noun,
    by_title_noun,
)
from ujar.analyse.antecedents import Anaphor, Candidate, Standing, describe, noun_of, sort_of
from ujar.analyse.draft import Draft, FoundActor, Mention, Stretch
from ujar.analyse.groups import members_of_group, recent, split_group
from ujar.analyse.offices import Office, office_in, offices_held
from ujar.analyse.ranker import Chooser, Evidence
from ujar.analyse.reading import Floats
from ujar.analyse.scene import Scene, make_scene
from ujar.languages.names import Naming

__all__ = ["resolve_mentions"]

MOST_CANDIDATES = 12
NO_STATES: Floats = np.zeros((1, 0), np.float32)  # of a draft that no model has read
WINDOW = 200  # mentions that are looked back on
ACTING_KINDS = frozenset({"person", "group", "government", "igo", "party", "armed_group", "company", "media"})
ACTING = ("nsubj", "obj", "obl", "iobj")


@dataclass(slots=True)
class Resolution:
    """What is known while the mentions are gone through: a candidate for each actor, the actor of each mention."""

    scene: Scene
    candidates: list[Candidate] = field(default_factory=list)
    actor_of: dict[int, int] = field(default_factory=dict)
    seen: list[tuple[int, int]] = field(default_factory=list)  # mentions and their actors, as they were gone through
    groups: dict[tuple[int, ...], int] = field(default_factory=dict)  # members -> the actor of them together
    offices: dict[int, set[Office]] = field(default_factory=dict)  # what the persons hold, by their own titles

    def note(self, draft: Draft, place: int, actor: int) -> None:
        """Mention number `place` is of `actor`."""
        mention, candidate = draft.mentions[place], self.candidates[actor]
        self.actor_of[place] = actor
        self.seen.append((place, actor))
        candidate.mentions.append(place)
        candidate.kind = candidate.kind or mention.kind
        candidate.country = candidate.country or mention.country
        candidate.plural = candidate.plural or mention.plural
        if mention.type == "nominal":
            candidate.nouns.add(noun_of(draft, mention))


def resolve_mentions(draft: Draft, naming: Naming, chooser: Chooser) -> None:
    """Give every mention its actor: those of `draft.actors`, new ones for the unnamed, none where it is open."""
    resolution = start(draft, naming)
    named = {place: actor for actor, found in enumerate(draft.actors) for place in found.mentions}
    for place in reading_order(draft):
        if place in named:
            resolution.note(draft, place, named[place])
        elif draft.mentions[place].type != "first":
            resolve(draft, resolution, place, naming, chooser)
    resolve_first_persons(draft, resolution)
    keep(draft, resolution, naming)


def reading_order(draft: Draft) -> list[int]:
    """The mentions by where they end, inner ones first: "Menlu RI dan Menlu Filipina" once both are known."""
    ends = [(mention.tokens.last, -mention.tokens.first) for mention in draft.mentions]
    return sorted(range(len(ends)), key=lambda place: ends[place])


def start(draft: Draft, naming: Naming) -> Resolution:
    """A candidate for each named actor; it counts from its first mention on."""
    resolution = Resolution(make_scene(draft))
    for actor in draft.actors:
        nouns = {draft.tokens[place].text.lower() for role in actor.roles for place in range(*role)}
        resolution.candidates.append(Candidate(actor.kind, actor.country, False, True, [], nouns))
    for number, actor in enumerate(draft.actors):
        if held := offices_held(draft, actor):
            resolution.offices[number] = held
    return resolution


def resolve(draft: Draft, resolution: Resolution, place: int, naming: Naming, chooser: Chooser) -> None:
    """Find the actor of a mention that is no name; open a new one for a noun phrase that means somebody new."""
    mention = draft.mentions[place]
    actor = by_rule(draft, resolution, place, naming)
    if actor is None:
        actor = by_rank(draft, resolution, place, naming, chooser)
    if actor == NEW and mention.type == "nominal":
        name = " ".join(draft.text_of(mention.tokens).split())
        draft.actors.append(FoundActor(name, mention.kind or "other", mention.country))
        resolution.candidates.append(Candidate(mention.kind, mention.country, mention.plural, False))
        actor = len(draft.actors) - 1
    if actor != NEW:
        resolution.note(draft, place, actor)
        add_role(draft, resolution, place, actor, naming)


def add_role(draft: Draft, resolution: Resolution, place: int, actor: int, naming: Naming) -> None:
    """Keep the office by which somebody is called as a role: "Menlu Malaysia" of "Menlu Malaysia itu"."""
    mention, found = draft.mentions[place], draft.actors[actor]
    if mention.type != "nominal" or mention.plural or found.kind != "person":
        return
    if office_in(draft, mention.tokens) is None:
        return
    last = mention.tokens.last
    while last > mention.head.last and draft.tokens[last - 1].text.lower() in naming.pointing:
        last -= 1
    role = Stretch(mention.tokens.first, last)
    known = [draft.text_of(other).casefold() for other in found.roles]
    if not any(text.startswith(draft.text_of(role).casefold()) for text in known):
        found.roles.append(role)
        resolution.offices[actor] = offices_held(draft, found)


def by_rule(draft: Draft, resolution: Resolution, place: int, naming: Naming) -> int | None:
    """The actor where a rule decides; None where none does."""
    mention, scene = draft.mentions[place], resolution.scene
    seen = resolution.seen[-WINDOW:]
    if mention.type == "pronoun":
        return by_pronoun(draft, resolution, place, naming)
    if mention.type != "nominal":
        return None
    if draft.tokens[mention.tokens.first].text.lower() in naming.words.indefinite:
        return NEW  # "seorang saksi", "salah satu menteri"
    rules: tuple[Callable[[], int | None], ...] = (
        lambda: by_predicate(draft, scene, seen, place, naming),
        lambda: by_office(draft, seen, resolution.offices, place, naming),
        lambda: by_title_noun(draft, seen, place, naming),
        lambda: by_own_state(draft, resolution.actor_of, seen, place, naming),
        lambda: by_inner_state(draft, seen, place, naming),
        lambda: by_same_noun(draft, seen, place, naming),
        lambda: by_epithet(draft, seen, place, naming),
    )
    found = next((actor for rule in rules if (actor := rule()) is not None), None)
    if found is not None:
        return found
    members = members_of_group(draft, seen, place, naming)
    if mention.plural and not members and mention.head == mention.tokens:
        parts = [resolution.actor_of.get(part) for part in split_group(draft, place)]
        members = sorted({part for part in parts if part is not None}) if None not in parts else []
    return group_of(draft, resolution, members, naming) if len(members) > 1 else None


def by_pronoun(draft: Draft, resolution: Resolution, place: int, naming: Naming) -> int | None:
    """Whom "pihaknya" and "dirinya" mean; other pronouns are for the ranker."""
    sort = sort_of(draft, resolution.scene, place, naming)
    if sort == "own_side":
        return by_own_side(draft, resolution.scene, resolution.seen[-WINDOW:], place)
    count = naming.count_of(draft.tokens[draft.mentions[place].tokens.first].text)
    if count:
        return last_group(draft, resolution, count, naming)
    within = resolution.scene.settings[place].within
    return speaker_of(resolution, within) if sort == "reflexive" and within is not None else None


def last_group(draft: Draft, resolution: Resolution, count: int, naming: Naming) -> int | None:
    """The last group of as many as "keduanya" says, else as many persons as were named last."""
    seen = resolution.seen[-WINDOW:]
    fitting = [(place, actor) for place, actor in seen if len(draft.actors[actor].members) == count]
    if fitting:
        return max(fitting)[1]
    persons = [actor for actor in recent(seen) if draft.actors[actor].kind == "person"]
    return group_of(draft, resolution, sorted(persons[:count]), naming) if len(persons) >= count else None


def speaker_of(resolution: Resolution, statement: int) -> int | None:
    """The actor who is the source of a statement, as far as is known."""
    place = resolution.scene.speakers.get(statement)
    return None if place is None else resolution.actor_of.get(place)


def group_of(draft: Draft, resolution: Resolution, members: list[int], naming: Naming) -> int:
    """The actor that stands for several together, made when it is first needed."""
    key = tuple(sorted(members))
    if key not in resolution.groups:
        name = f" {naming.words.group_joint} ".join(draft.actors[member].name for member in members)
        draft.actors.append(FoundActor(name, "group", members=list(members)))
        resolution.candidates.append(Candidate("group", None, True, True))
        resolution.groups[key] = len(draft.actors) - 1
    return resolution.groups[key]


def by_rank(draft: Draft, resolution: Resolution, place: int, naming: Naming, chooser: Chooser) -> int:
    """The actor that the ranker likes best, NEW where it likes none."""
    anaphor = make_anaphor(draft, resolution.scene, place, naming)
    offered = list(offer(draft, resolution, place))
    candidates = [resolution.candidates[actor] for actor, _ in offered]
    if not offered:
        return NEW
    features = [
        describe(draft, resolution.scene, anaphor, candidate, standing)
        for candidate, (_, standing) in zip(candidates, offered, strict=True)
    ]
    evidence = Evidence(
        np.array(features, np.float32),
        state_of(draft, place),
        np.stack([state_of(draft, candidate.mentions[-1]) for candidate in candidates]),
    )
    best = chooser.choose(anaphor, candidates, evidence)
    return NEW if best is None else offered[best][0]


def state_of(draft: Draft, place: int) -> Floats:
    """What the model knows (H) of the last word of a mention's head."""
    token = draft.mentions[place].head.last - 1
    number = bisect_right(draft.passages, token, key=lambda passage: passage.tokens.first) - 1
    states = draft.readings[number].states if number < len(draft.readings) else NO_STATES
    state: Floats = states[token - draft.passages[number].tokens.first] if len(states) else NO_STATES[0]
    return state


def make_anaphor(draft: Draft, scene: Scene, place: int, naming: Naming) -> Anaphor:
    """What the ranker is told of the mention itself."""
    said = scene.settings[place].source_of
    adds = said is not None and draft.statements[said].lemma in naming.words.continuing
    certain = said is not None and draft.mentions[place].type in ("pronoun", "clitic")
    return Anaphor(place, sort_of(draft, scene, place, naming), noun_of(draft, draft.mentions[place]), adds, certain)


def offer(draft: Draft, resolution: Resolution, place: int) -> Iterator[tuple[int, Standing]]:
    """The actors last mentioned before, nearest first, each with how it stands among them.

    A mention around this one is not offered: "stafnya" is not the one whose staff it is.
    """
    here = draft.mentions[place].tokens
    personal = draft.mentions[place].type == "pronoun" and not draft.mentions[place].plural
    nearest: list[int] = []
    for last, actor in sorted(resolution.seen[-WINDOW:], reverse=True):
        around = draft.mentions[last].tokens.holds(here) and last == resolution.candidates[actor].mentions[-1]
        if actor in nearest or around or (personal and draft.actors[actor].kind == "state"):
            continue
        nearest.append(actor)
        if len(nearest) == MOST_CANDIDATES:
            break
    by_count = sorted(nearest, key=lambda actor: -len(resolution.candidates[actor].mentions))
    of_kind: dict[str | None, int] = {}
    for rank, actor in enumerate(nearest):
        kind = resolution.candidates[actor].kind
        yield actor, Standing(rank, of_kind.get(kind, 0), by_count.index(actor))
        of_kind[kind] = of_kind.get(kind, 0) + 1


def resolve_first_persons(draft: Draft, resolution: Resolution) -> None:
    """ "saya" in one's own words is the speaker; so is "kami" of a body or a group, while a person's stays open."""
    sources = resolution.scene.speakers
    for place, mention in enumerate(draft.mentions):
        within = resolution.scene.settings[place].within
        if mention.type != "first" or within is None or within not in sources:
            continue
        actor = resolution.actor_of.get(sources[within])
        if actor is not None and not (mention.plural and draft.actors[actor].kind == "person"):
            resolution.note(draft, place, actor)


def keep(draft: Draft, resolution: Resolution, naming: Naming) -> None:
    """Write the mentions into the actors; leave out who is of no account, and put them in the order of the text."""
    for actor, candidate in zip(draft.actors, resolution.candidates, strict=True):
        actor.mentions = sorted(candidate.mentions)
        actor.kind = candidate.kind or actor.kind
        actor.country = actor.country or candidate.country
    told = {place for found in draft.statements for stretch in found.addressees for place in range(*stretch)}
    titles = {
        place: number for number, actor in enumerate(draft.actors) for role in actor.roles for place in range(*role)
    }
    counted = [
        number for number, actor in enumerate(draft.actors) if counts(draft, resolution, number, told, titles, naming)
    ]
    needed = set(counted)
    while more := {member for number in needed for member in draft.actors[number].members} - needed:
        needed |= more
    kept = [number for number, actor in enumerate(draft.actors) if actor.mentions and number in needed]
    kept.sort(key=lambda number: draft.actors[number].mentions[0])
    places = {number: place for place, number in enumerate(kept)}
    draft.actors = [draft.actors[number] for number in kept]
    for actor in draft.actors:
        actor.members = [places[member] for member in actor.members if member in places]


def counts(
    draft: Draft,
    resolution: Resolution,
    number: int,
    told: Collection[int],
    titles: Mapping[int, int],
    naming: Naming,
) -> bool:
    """Whether an actor belongs in the record: it has a name, speaks or is told, comes back, or acts.

    Not "video" nor "aspirasi sebagian besar [negara]", nor the "Direktur" of "Wang, yang adalah Direktur". `told` are
    the words of addressees, `titles` those of titles and whose they are.
    """
    actor = draft.actors[number]
    first = draft.mentions[actor.mentions[0]] if actor.mentions else None
    if first is None or any(draft.mentions[place].type == "name" for place in actor.mentions):
        return first is not None
    settings = [resolution.scene.settings[place] for place in actor.mentions]
    if any(setting.source_of is not None for setting in settings) or first.head.first in told:
        return True
    if actor.members:
        return any(not is_coordination(draft.mentions[place]) for place in actor.mentions)
    office = office_in(draft, first.tokens)
    if office is not None and office.of is not None:
        return True
    if titles.get(first.head.first, number) != number or is_generic(draft, first, naming):
        return False
    if len(actor.mentions) > 1:
        return actor.kind != "document"
    return actor.kind in ACTING_KINDS and settings[0].relation.startswith(ACTING)


def is_coordination(mention: Mention) -> bool:
    """Whether a mention is but names side by side: "Rano dan Sari", not "keduanya"."""
    return mention.type == "nominal" and mention.head == mention.tokens


def is_generic(draft: Draft, mention: Mention, naming: Naming) -> bool:
    """Whether a phrase means people or bodies in general: "masyarakat", "orang"; not "warga Palu", "pihak itu"."""
    return draft.text_of(mention.tokens).lower() in naming.words.generic
