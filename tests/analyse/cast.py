"""The cast of a story built by hand: names, mentions and actors, each found by its words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tests.drafts import make_draft
from ujar.analyse.draft import (
    ORGANISATION,
    PERSON,
    PLACE,
    Draft,
    Entity,
    FoundActor,
    FoundStatement,
    Mention,
    MentionType,
    Stretch,
)
from ujar.analyse.reading import Reading
from ujar.languages.names import load_naming
from ujar.languages.schema import CueWords, load_words
from ujar.record import ActorKind

__all__ = ["CUES", "NAMING", "add_actor", "add_mention", "add_statement", "find", "make_story", "phrases"]

NAMING = load_naming("id")
CUES = load_words("id", CueWords)


def make_story(
    *sentences: str, persons: Sequence[str] = (), bodies: Sequence[str] = (), places: Sequence[str] = ()
) -> Draft:
    """A draft (see `tests.drafts.make_draft`) with the known words found, and the names marked wherever they stand.

    What the model read is empty but for states of one number.
    """
    draft = make_draft(*sentences)
    draft.known = NAMING.scan([token.text for token in draft.tokens])
    for kind, names in ((PERSON, persons), (ORGANISATION, bodies), (PLACE, places)):
        for name in names:
            draft.entities += [Entity(stretch, kind) for stretch in occurrences(draft, name)]
    draft.entities.sort(key=lambda entity: entity.tokens)
    for passage in draft.passages:
        states = np.zeros((passage.tokens.last - passage.tokens.first, 1), np.float32)
        draft.readings.append(Reading([], [], [], [], [], [], states))
    return draft


def occurrences(draft: Draft, words: str) -> list[Stretch]:
    """Every stretch of the words, which are written as they are cut: "rumah nya"."""
    wanted = words.split()
    texts = [token.text for token in draft.tokens]
    found = [place for place in range(len(texts)) if texts[place : place + len(wanted)] == wanted]
    assert found, f"{words!r} does not stand in the story"
    return [Stretch(place, place + len(wanted)) for place in found]


def find(draft: Draft, words: str, nth: int = 0) -> Stretch:
    """Where the words stand; `nth` counts from 0."""
    return occurrences(draft, words)[nth]


def add_mention(
    draft: Draft,
    words: str,
    head: str | None = None,
    *,
    type: MentionType = "name",
    kind: ActorKind | None = "person",
    country: str | None = None,
    plural: bool = False,
    nth: int = 0,
) -> int:
    """Adds the mention of the words, the head being all of them unless it is given; its number."""
    tokens = find(draft, words, nth)
    inner = next(stretch for stretch in occurrences(draft, head or words) if tokens.holds(stretch))
    draft.mentions.append(Mention(tokens, inner, type, kind, country, plural))
    return len(draft.mentions) - 1


def add_actor(draft: Draft, *mentions: int, roles: Sequence[str] = (), members: Sequence[int] = ()) -> int:
    """Adds the actor of the mentions, called and of the kind and country as the first says; its number."""
    first = draft.mentions[mentions[0]]
    draft.actors.append(
        FoundActor(
            draft.text_of(first.head),
            first.kind or "other",
            first.country,
            list(mentions),
            [find(draft, role) for role in roles],
            list(members),
        )
    )
    return len(draft.actors) - 1


def add_statement(
    draft: Draft,
    source: str | None,
    cue: str | None,
    *content: str,
    head: str | None = None,
    to: Sequence[str] = (),
    nth: int = 0,
) -> FoundStatement:
    """Adds the statement of the words; `nth` is which of several places the source and the cue stand at."""
    found = FoundStatement(
        content=[find(draft, piece) for piece in content],
        cue=find(draft, cue) if cue else None,
        source=find(draft, source, nth) if source else None,
        addressees=[find(draft, told) for told in to],
    )
    if head is not None and found.source is not None:
        found.source_head = next(stretch for stretch in occurrences(draft, head) if found.source.holds(stretch))
    draft.statements.append(found)
    return found


def phrases(draft: Draft, *types: MentionType) -> list[str]:
    """The mentions as they are written, of those types or of all."""
    return [draft.text_of(mention.tokens) for mention in draft.mentions if not types or mention.type in types]
