"""What speaks for and against an actor as the one that a pronoun or an epithet means, as numbers for the ranker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import log1p
from typing import NamedTuple

from ujar.analyse.draft import Draft, Mention
from ujar.analyse.scene import Scene
from ujar.languages.names import Naming
from ujar.record import ActorKind

__all__ = ["FEATURES", "Anaphor", "Candidate", "Standing", "describe", "sort_of"]

SORTS = ("third", "honoured", "plural", "own_side", "reflexive", "said", "owned", "done", "pointed", "bare")
KINDS = ("person", "state", "body", "group", "thing", "unknown")
TYPES = ("name", "nominal", "pronoun", "clitic")
RELATIONS = ("subject", "object", "oblique", "agent", "owner", "other")
DISTANCES = ("same", "1", "2", "4", "8", "far")
RECENT = 20  # mentions of a candidate that are looked at
LIMITS = (0, 1, 2, 4, 8)

FEATURES = (
    *(f"is {sort}" for sort in SORTS),
    *(f"kind {kind}" for kind in KINDS),
    *(f"last {kind}" for kind in TYPES),
    *(f"as {relation}" for relation in RELATIONS),
    *(f"sentences {distance}" for distance in DISTANCES),
    *(f"here {relation}" for relation in RELATIONS),
    "here speaks",
    "here adds",
    "here in content",
    "in content",
    "same content",
    "parallel",
    "last outer speaker",
    "subject before",
    "begins paragraph",
    "most mentioned",
    "same paragraph",
    "headline",
    "rank 0",
    "rank 1",
    "rank 2",
    "rank of kind 0",
    "rank of kind 1",
    "mentions",
    "named",
    "plural agrees",
    "plural differs",
    "embedded",
    "same clause",
    "same governor",
    "governor above",
    "subject of sentence",
    "last speaker",
    "speaker before",
    "own speaker direct",
    "own speaker indirect",
    "addressee of own speaker",
    "another quotation",
    "same noun",
    "noun of title",
    "country agrees",
    "country differs",
    "kind agrees",
    "kind differs",
    "before in sentence",
    "words",
    "repeats",
)


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A mention that names nobody: its number, its sort (one of SORTS), and the noun of an epithet.

    `adds`: it is the source of a cue that goes on with what was said before, "menambahkan". `certain`: it means
    somebody whom the story has named, as the "nya" of "ujarnya" does.
    """

    place: int
    sort: str
    noun: str = ""
    adds: bool = False
    certain: bool = False


@dataclass(slots=True)
class Candidate:
    """An actor as far as the text has told: its mentions so far, in their order, the nouns it was called by."""

    kind: ActorKind | None
    country: str | None
    plural: bool
    named: bool
    mentions: list[int] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)


def sort_of(draft: Draft, scene: Scene, place: int, naming: Naming) -> str:
    """What sort of anaphor a mention is.

    "said": the clitic of "ujarnya"; "owned" of "rumahnya"; "done" of "menurutnya", "dibacanya". "pointed" is a noun
    with "itu", "bare" one without.
    """
    mention, setting = draft.mentions[place], scene.settings[place]
    if mention.type == "nominal":
        return "pointed" if is_pointed(draft, mention, naming) else "bare"
    if mention.type == "clitic":
        if setting.source_of is not None:
            return "said"
        return "owned" if setting.relation in ("nmod:poss", "nmod", "det") else "done"
    pronoun = naming.pronoun_at(draft.words_of(mention.head), 0)
    return pronoun.sort if pronoun else "third"


def is_pointed(draft: Draft, mention: Mention, naming: Naming) -> bool:
    """Whether "itu", "ini" or "tersebut" ends the phrase."""
    return draft.tokens[mention.tokens.last - 1].text.lower() in naming.pointing


class Standing(NamedTuple):
    """How a candidate stands among all: its rank by recency, among those of its kind, and by number of mentions."""

    recency: int
    of_kind: int
    by_mentions: int


def describe(draft: Draft, scene: Scene, anaphor: Anaphor, candidate: Candidate, ranks: Standing) -> list[float]:
    """The features (as many as FEATURES) of a candidate."""
    found: dict[str, float] = {f"is {anaphor.sort}": 1.0, f"kind {kind_of(candidate)}": 1.0}
    for name in names_of(draft, scene, anaphor, candidate):
        found[name] = 1.0
    for limit in range(3):
        found[f"rank {limit}"] = float(ranks.recency == limit)
    for limit in range(2):
        found[f"rank of kind {limit}"] = float(ranks.of_kind == limit)
    found["most mentioned"] = float(ranks.by_mentions == 0)
    last = draft.mentions[candidate.mentions[-1]]
    found["mentions"] = log1p(len(candidate.mentions))
    found["words"] = log1p(abs(draft.mentions[anaphor.place].head.first - last.head.first)) / 5
    return [found.get(name, 0.0) for name in FEATURES]


def kind_of(candidate: Candidate) -> str:
    """One of KINDS."""
    if candidate.kind in ("government", "igo", "party", "company", "armed_group", "media"):
        return "body"
    if candidate.kind in ("person", "state"):
        return "group" if candidate.plural else candidate.kind
    if candidate.kind is None:
        return "unknown"
    return "group" if candidate.kind == "group" else "thing"


def names_of(draft: Draft, scene: Scene, anaphor: Anaphor, candidate: Candidate) -> Iterator[str]:
    """The names of the features that are 1."""
    yield from own_names(scene, anaphor)
    yield from place_names(draft, scene, anaphor, candidate)
    yield from content_names(scene, anaphor, candidate)
    yield from speaker_names(draft, scene, anaphor, candidate)
    yield from agreement_names(draft, anaphor, candidate)


def own_names(scene: Scene, anaphor: Anaphor) -> Iterator[str]:
    """What the anaphor does itself."""
    here = scene.settings[anaphor.place]
    yield f"here {relation_name(here.relation)}"
    if here.source_of is not None:
        yield "here speaks"
    if anaphor.adds:
        yield "here adds"
    if here.within is not None:
        yield "here in content"


def content_names(scene: Scene, anaphor: Anaphor, candidate: Candidate) -> Iterator[str]:
    """Who was spoken of, and who spoke: in "Rano mengatakan bahwa Sari pergi. Dia menambahkan ..." Rano adds."""
    here, there = scene.settings[anaphor.place], scene.settings[candidate.mentions[-1]]
    if there.within is not None:
        yield "in content"
        if there.within == here.within:
            yield "same content"
    recent = candidate.mentions[-RECENT:]
    if relation_name(here.relation) == relation_name(there.relation):
        yield "parallel"
    if scene.last_outer_speaker[anaphor.place] in recent:
        yield "last outer speaker"
    for place in recent:
        other = scene.settings[place]
        if other.sentence == here.sentence - 1 and other.relation.startswith("nsubj") and other.within is None:
            yield "subject before"
        if scene.begins_paragraph[place] and other.paragraph == here.paragraph:
            yield "begins paragraph"


def place_names(draft: Draft, scene: Scene, anaphor: Anaphor, candidate: Candidate) -> Iterator[str]:
    """Where the last mention of the candidate stands, seen from the anaphor."""
    here, last = scene.settings[anaphor.place], candidate.mentions[-1]
    there, mention = scene.settings[last], draft.mentions[last]
    distance = here.sentence - there.sentence
    yield f"sentences {next((name for name, top in zip(DISTANCES, LIMITS, strict=False) if distance <= top), 'far')}"
    yield f"last {mention.type}"
    yield f"as {relation_name(there.relation)}"
    if here.paragraph == there.paragraph:
        yield "same paragraph"
    if there.headline:
        yield "headline"
    if candidate.named:
        yield "named"
    if there.embedded:
        yield "embedded"
    if here.quotation != there.quotation:
        yield "another quotation"
    if distance == 0:
        yield from clause_names(draft, scene, anaphor, candidate)


def clause_names(draft: Draft, scene: Scene, anaphor: Anaphor, candidate: Candidate) -> Iterator[str]:
    """How the two hang together within one sentence.

    In "Rano bertemu dia" the two are not one; in "Rano memuji stafnya" they mostly are.
    """
    here = scene.settings[anaphor.place]
    for other in candidate.mentions[-RECENT:]:
        there = scene.settings[other]
        if there.sentence != here.sentence:
            continue
        if there.governor == here.governor:
            yield "same governor"
        elif here.governor >= 0 and draft.tokens[here.governor].head == there.governor:
            yield "governor above"
        if there.relation in ("nsubj", "nsubj:pass"):
            yield "subject of sentence"


def speaker_names(draft: Draft, scene: Scene, anaphor: Anaphor, candidate: Candidate) -> Iterator[str]:
    """Whether the candidate speaks: last before, or the very words that the anaphor stands in."""
    here = scene.settings[anaphor.place]
    recent = candidate.mentions[-RECENT:]
    spoken = [scene.settings[place].source_of for place in recent]
    said = [place for place in spoken if place is not None]
    if here.within is not None and here.within in said:
        yield f"own speaker {'direct' if here.within in scene.direct else 'indirect'}"
    if said:
        yield "speaker before"
    if scene.last_speaker[anaphor.place] in recent:
        yield "last speaker"
    addressees = draft.statements[here.within].addressees if here.within is not None else []
    if any(draft.mentions[place].head.overlaps(told) for place in recent for told in addressees):
        yield "addressee of own speaker"


def agreement_names(draft: Draft, anaphor: Anaphor, candidate: Candidate) -> Iterator[str]:
    """Number, kind, country and nouns."""
    mention = draft.mentions[anaphor.place]
    yield "plural agrees" if mention.plural == candidate.plural else "plural differs"
    if mention.kind and candidate.kind:
        yield "kind agrees" if mention.kind == candidate.kind else "kind differs"
    if mention.country and candidate.country:
        yield "country agrees" if mention.country == candidate.country else "country differs"
    if anaphor.noun:
        recent = candidate.mentions[-RECENT:]
        if any(noun_of(draft, draft.mentions[place]) == anaphor.noun for place in recent):
            yield "same noun"
        if anaphor.noun in candidate.nouns:
            yield "noun of title"
        words = draft.words_of(mention.tokens)
        if any(draft.words_of(draft.mentions[place].tokens) == words for place in recent):
            yield "repeats"


def noun_of(draft: Draft, mention: Mention) -> str:
    """The head noun of a phrase that names nobody."""
    return draft.tokens[mention.head.first].text.lower() if mention.type == "nominal" else ""


def relation_name(relation: str) -> str:
    """One of RELATIONS."""
    if relation.startswith("nsubj"):
        return "subject"
    if relation in ("obj", "iobj"):
        return "object"
    if relation == "obl:agent":
        return "agent"
    if relation.startswith("obl"):
        return "oblique"
    return "owner" if relation.startswith("nmod") else "other"
