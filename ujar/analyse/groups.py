"""Several who are named together: "kedua presiden", "kedua negara", "keduanya", "A dan B"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ujar.analyse.draft import Draft, Mention
from ujar.analyse.offices import office_in, offices_held
from ujar.languages.names import Naming

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
Seen = Sequence[tuple[int, int]]  # (mention, actor) of what was read so far

__all__ = ["members_of_group", "recent", "split_group"]


def members_of_group(draft: Draft, seen: Seen, place: int, naming: Naming) -> list[int]:
    """The actors that "kedua" or "ketiga" with a noun means, as many as it says; empty if there are fewer.

    `seen` are (mention, actor) of all named before. "kedua presiden" in a story of "Presiden China Xi", "Presiden
    Rusia Putin" and "diplomat Wang" are the presidents; "kedua negara" the two states named last, "kedua pemimpin" the
    two that stood side by side before.
    """
    mention = draft.mentions[place]
    words = [draft.tokens[at].text.lower() for at in range(mention.tokens.first, mention.head.last)]
    count = naming.count_of(words[0])
    if count < 2:
        return []
    actors = list(recent(seen))
    for actor in actors:
        together = draft.actors[actor].members
        if len(together) == count and all(
            is_called(draft, seen, member, mention, words, naming) for member in together
        ):
            return list(together)
    fitting = [actor for actor in actors if is_called(draft, seen, actor, mention, words, naming)]
    leading = [actor for actor in fitting if is_leader(draft, actor, words, naming)]
    fitting = leading if len(leading) >= count else fitting
    return sorted(fitting[:count]) if len(fitting) >= count else []


def is_leader(draft: Draft, actor: int, words: Sequence[str], naming: Naming) -> bool:
    """Whether somebody's office or title is what the noun of the group calls.

    "kedua pemimpin" are heads of state, "kedua menteri" have a title that begins with "Menteri".
    """
    codes = naming.words.group_offices.get(words[-1], ())
    found = draft.actors[actor]
    titled = any(" ".join(draft.words_of(role)).lower().startswith(words[-1]) for role in found.roles)
    return titled or any(held.code in codes for held in offices_held(draft, found))


def recent(seen: Seen) -> Iterator[int]:
    """The actors, the one mentioned last first."""
    done: set[int] = set()
    for _, actor in sorted(seen, reverse=True):
        if actor not in done:
            done.add(actor)
            yield actor


def is_called(draft: Draft, seen: Seen, actor: int, mention: Mention, words: Sequence[str], naming: Naming) -> bool:
    """Whether an actor is one of those that the noun of the group calls."""
    found = draft.actors[actor]
    office = office_in(draft, mention.tokens)
    if office is not None:
        return any(held.code == office.code for held in offices_held(draft, found))
    noun = words[-1]
    if noun in naming.titles.epithet_heads["state"]:
        return found.kind == "state"
    if noun in naming.words.side_nouns:
        return found.kind in ("state", "government", "armed_group", "party", "igo")
    heads = (draft.mentions[place].head.first for place, other in seen if other == actor)
    called = any(draft.tokens[head].text.lower() == noun for head in heads)
    return called or (found.kind == "person" and not found.members and noun not in naming.titles.plural_persons)


def split_group(draft: Draft, place: int) -> list[int]:
    """The mentions that stand side by side in mention number `place`: "Menlu RI dan Menlu Filipina"."""
    whole = draft.mentions[place].tokens
    start = bisect_left(draft.mentions, whole.first, key=lambda mention: mention.tokens.first)
    end = bisect_left(draft.mentions, whole.last, key=lambda mention: mention.tokens.first)
    inner = [
        other
        for other in range(start, end)
        if whole.holds(draft.mentions[other].tokens) and draft.mentions[other].tokens != whole
    ]
    outermost = [
        other
        for other in inner
        if not any(draft.mentions[more].tokens.holds(draft.mentions[other].tokens) for more in inner if more != other)
    ]
    ends = [draft.mentions[part].tokens.last for part in outermost[:-1]]
    apart = all(draft.tokens[end].tag not in CONTENT for end in ends)
    return outermost if len(outermost) > 1 and apart else []
