"""Who is meant by the sources and addressees of the statements."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ujar.analyse.draft import Draft, FoundStatement, Stretch
from ujar.record import ActorKind, SourceKind

__all__ = ["name_sources"]

KINDS: dict[ActorKind, SourceKind] = {
    "person": "person",
    "group": "group",
    "document": "document",
    "other": "unknown",
}


def name_sources(draft: Draft) -> None:
    """Give the sources and addressees their actors, and each source its kind."""
    by_head = {
        token: actor
        for actor, found in enumerate(draft.actors)
        for place in found.mentions
        for token in range(*draft.mentions[place].head)
    }
    by_phrase = {
        draft.mentions[place].tokens: actor for actor, found in enumerate(draft.actors) for place in found.mentions
    }
    inner = sorted((phrase, actor) for phrase, actor in by_phrase.items())
    for found in draft.statements:
        if found.source is not None:
            found.source_actor = author_of(draft, inner, found.source)
            if found.source_actor is None:
                found.source_actor = actor_at(by_phrase, by_head, found.source, found.source_head)
            found.source_kind = kind_of(draft, found)
        found.addressee_actors = [actor_at(by_phrase, by_head, phrase, None) for phrase in found.addressees]


def author_of(draft: Draft, inner: Sequence[tuple[Stretch, int]], source: Stretch) -> int | None:
    """Whose document a source is: "laporan Komisi Pengawas Teluk" is the commission's; None for other sources.

    `inner` are all mentions with their actors, in the order of the text.
    """
    if not any(is_document(draft, place) for place in (source.first, source.first + 1)):
        return None
    start = bisect_left(inner, source.first + 1, key=lambda pair: pair[0].first)
    for phrase, actor in inner[start:]:
        if phrase.first >= source.last:
            return None
        if source.holds(phrase):
            return actor
    return None


def actor_at(
    by_phrase: dict[Stretch, int], by_head: dict[int, int], phrase: Stretch, head: Stretch | None
) -> int | None:
    """The actor of a phrase: whose mention it is, else whose head is its head, else the only one in it."""
    if phrase in by_phrase:
        return by_phrase[phrase]
    if head is not None:
        found = [by_head[token] for token in range(*head) if token in by_head]
        return found[0] if found else None
    inside = {by_head[token] for token in range(*phrase) if token in by_head}
    return inside.pop() if len(inside) == 1 else None


def kind_of(draft: Draft, found: FoundStatement) -> SourceKind:
    """The kind of a source: a person, several, a body, a document; unknown where nothing tells.

    "penghitungan resmi AFP" is a document though AFP is who is meant.
    """
    source = found.source
    if source is not None and any(is_document(draft, place) for place in (source.first, source.first + 1)):
        return "document"
    if found.source_actor is None:
        return "unknown"
    return KINDS.get(draft.actors[found.source_actor].kind, "organisation")


def is_document(draft: Draft, place: int) -> bool:
    """Whether a document's noun begins at the word."""
    noun = draft.known.bodies.get(place)
    return noun is not None and noun.kind == "document"
