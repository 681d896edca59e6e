"""Plain rules for mentions that name nobody, tried before the ranker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ujar.analyse.draft import Draft, FoundActor, Stretch
from ujar.analyse.offices import Held, Office, holder_in_text, office_in, suits
from ujar.analyse.scene import Scene
from ujar.languages.names import Naming

__all__ = [
    "NEW",
    "Seen",
    "by_epithet",
    "by_inner_state",
    "by_office",
    "by_own_side",
    "by_own_state",
    "by_predicate",
    "by_same_noun",
    "by_title_noun",
]

NEW = -1  # the mention is of somebody not named so far
Seen = Sequence[tuple[int, int]]  # (mention, actor) of what was read so far
BODIES = frozenset({"government", "igo", "party", "company", "armed_group", "media", "other", "group"})


def by_office(draft: Draft, seen: Seen, held: Held, place: int, naming: Naming) -> int | None:
    """Who holds the office named: whom the story names with it, else the nameless one it spoke of with it before.

    "Presiden AS" is somebody new where nobody is named, and never a former president; "Kepala Negara" is the
    president.
    """
    mention = draft.mentions[place]
    if mention.plural or mention.kind not in (None, "person"):
        return None
    office = office_in(draft, mention.tokens)
    if office is not None and is_ambiguous(draft, seen, held, office):
        return NEW
    codes = naming.offices_of(draft.words_of(mention.head))
    for named in [office] if office else [Office(code, mention.country) for code in codes]:
        holder = holder_in_text(draft, held, place, named)
        if holder is not None:
            return holder
    if office is None:
        return None
    nameless = [
        (other, actor)
        for other, actor in seen
        if draft.mentions[other].type == "nominal" and not draft.mentions[other].plural
        if (earlier := office_in(draft, draft.mentions[other].tokens)) is not None and suits(office, earlier)
    ]
    if nameless:
        return max(nameless)[1]
    pointed = draft.tokens[mention.tokens.last - 1].text.lower() in naming.pointing
    return NEW if office.of is not None and not pointed else None


def is_ambiguous(draft: Draft, seen: Seen, held: Held, office: Office) -> bool:
    """Whether two in one sentence hold an office that is named without its state: "Perdana menteri itu" of two."""
    if office.of is not None:
        return False
    holders = {actor for actor, offices in held.items() if any(suits(office, other) for other in offices)}
    last: dict[int, int] = {}
    for place, actor in seen:
        if actor in holders:
            last[actor] = max(place, last.get(actor, -1))
    nearest = sorted(last.values())[-2:]
    starts = [draft.sentence_at(draft.mentions[place].head.first).tokens.first for place in nearest]
    return len(starts) == 2 and starts[0] == starts[1]


def by_title_noun(draft: Draft, seen: Seen, place: int, naming: Naming) -> int | None:
    """The one whose title begins with the noun: "Gubernur", "menteri itu" after "Gubernur Nala Pertiwi".

    A body likewise: "Pemerintah" after "Pemerintah Indonesia". With two that fit, the last named.
    """
    mention = draft.mentions[place]
    words = [word.lower() for word in draft.words_of(mention.tokens)]
    noun = " ".join(draft.words_of(mention.head)).lower()
    modified = [word for word in words[mention.head.last - mention.head.first :] if word not in naming.pointing]
    if mention.plural or modified or mention.tokens.first < mention.head.first or mention.country is not None:
        return None
    titled = draft.tokens[mention.head.first].text[0].isupper() or words[-1] in naming.pointing
    for other, actor in sorted(seen, reverse=True):
        found = draft.actors[actor]
        fits = titled and found.kind == "person" and any(begins(draft, role, noun) for role in found.roles)
        if fits and other < place:
            return actor
        earlier = draft.mentions[other]
        same = naming.canonical(draft.words_of(earlier.head)) == naming.canonical([noun])
        if found.kind == "government" and earlier.type == "nominal" and same:
            return actor
    return None


def begins(draft: Draft, role: Stretch, noun: str) -> bool:
    """Whether a title begins with a noun."""
    return " ".join(draft.words_of(role)).lower().startswith(noun)


def by_own_side(draft: Draft, scene: Scene, seen: Seen, place: int) -> int | None:
    """The body of the speaker at "pihaknya": the body itself where one speaks, that of the speaker's title else.

    "Kepala Badan Pangan Sari Dewi mengatakan bahwa pihaknya ...": Badan Pangan; the speaker himself where no body is
    named.
    """
    setting = scene.settings[place]
    sources = [(other, actor) for other, actor in seen if scene.settings[other].source_of is not None]
    own = [(other, actor) for other, actor in sources if scene.settings[other].source_of == setting.within]
    said = sorted(own) or sorted(sources)[-1:]
    if not said:
        return None
    speaker = said[-1][1]
    if draft.actors[speaker].kind in BODIES:
        return speaker
    return body_of(draft, draft.actors[speaker], speaker, seen)


def body_of(draft: Draft, found: FoundActor, speaker: int, seen: Seen) -> int:
    """The body named in somebody's title; he himself where there is none."""
    titles = {token for role in found.roles for token in range(*role)}
    for other, actor in sorted(seen, reverse=True):
        mention = draft.mentions[other]
        if actor != speaker and draft.actors[actor].kind in BODIES and mention.head.first in titles:
            return actor
    return speaker


def by_predicate(draft: Draft, scene: Scene, seen: Seen, place: int, naming: Naming) -> int | None:
    """Of whom a title is said: "Sari Dewi dilantik sebagai Duta Besar", "Zhao adalah Direktur Kantor Laut"."""
    mention, setting = draft.mentions[place], scene.settings[place]
    before = {draft.tokens[at].text.lower() for at in range(max(0, mention.tokens.first - 2), mention.tokens.first)}
    if mention.kind != "person" or not before & naming.words.predicates:
        return None
    for other, actor in seen:
        there = scene.settings[other]
        same_clause = there.sentence == setting.sentence and there.governor in (setting.governor, mention.head.first)
        if same_clause and there.relation in ("nsubj", "nsubj:pass") and draft.actors[actor].kind == "person":
            return actor
    return None


def by_epithet(draft: Draft, seen: Seen, place: int, naming: Naming) -> int | None:
    """The body or state named last that an epithet fits: "negara itu", "maskapai itu", "badan dunia itu".

    People have too many epithets for that; they are left to the ranker.
    """
    mention = draft.mentions[place]
    noun = " ".join(draft.words_of(mention.head)).lower()
    kind = naming.titles.epithet_kind_of.get(noun)
    last = mention.tokens.last
    pointed = any(token.text.lower() in naming.pointing for token in draft.tokens[last - 1 : last + 1])
    bodies = [draft.known.organisations[at].kind for at in range(*mention.tokens) if at in draft.known.organisations]
    if noun in naming.words.member_nouns and bodies == ["igo"]:
        kind = "state"  # "anggota OPEC ini"
    if mention.plural or not pointed or kind in (None, "person", "document", "group"):
        return None
    kinds = {kind, "other"} if kind not in ("state", "government") else {kind}
    for other, actor in sorted(seen, reverse=True):
        found = draft.actors[actor]
        agrees = mention.country in (None, found.country)
        if other < place and agrees and found.kind in kinds and draft.mentions[other].type == "name":
            return actor
    return None


def by_same_noun(draft: Draft, seen: Seen, place: int, naming: Naming) -> int | None:
    """The nameless one last called by the same noun: "saksi itu" after "seorang saksi", "tim itu" after "tim"."""
    mention = draft.mentions[place]
    noun = [word.lower() for word in draft.words_of(mention.head)]
    behind = [word.lower() for word in draft.words_of(Stretch(mention.head.last, mention.tokens.last))]
    if not behind or not all(word in naming.pointing for word in behind):
        return None
    for other, actor in sorted(seen, reverse=True):
        earlier = draft.mentions[other]
        same = earlier.type == "nominal" and [word.lower() for word in draft.words_of(earlier.head)] == noun
        if other < place and same and earlier.plural == mention.plural:
            return actor
    return None


def by_own_state(draft: Draft, actor_of: Mapping[int, int], seen: Seen, place: int, naming: Naming) -> int | None:
    """The state of whoever owns it: "negaranya" of the minister of Peru is Peru, where the story names Peru."""
    mention = draft.mentions[place]
    noun = " ".join(draft.words_of(mention.head)).lower()
    if noun not in naming.titles.epithet_heads["state"] or mention.tokens.last != mention.head.last + 1:
        return None
    owner = next((actor_of.get(p) for p in (place + 1, place - 1) if is_clitic_of(draft, p, mention.tokens)), None)
    country = draft.actors[owner].country if owner is not None else None
    states = [actor for _, actor in sorted(seen, reverse=True) if draft.actors[actor].kind == "state"]
    return next((actor for actor in states if country and draft.actors[actor].country == country), None)


def is_clitic_of(draft: Draft, place: int, phrase: Stretch) -> bool:
    """Whether mention number `place` is the clitic that ends a phrase."""
    if not 0 <= place < len(draft.mentions):
        return False
    mention = draft.mentions[place]
    return mention.type == "clitic" and mention.tokens.last == phrase.last and phrase.holds(mention.tokens)


def by_inner_state(draft: Draft, seen: Seen, place: int, naming: Naming) -> int | None:
    """The government of the state meant inside its phrase: "pemerintah negara tersebut" is that of Peru."""
    mention = draft.mentions[place]
    if mention.kind != "government" or mention.country is not None:
        return None
    inner = [
        draft.actors[actor].country
        for other, actor in seen
        if other != place and mention.tokens.holds(draft.mentions[other].tokens) and draft.actors[actor].kind == "state"
    ]
    noun = naming.canonical(draft.words_of(mention.head))
    for other, actor in sorted(seen, reverse=True):
        found = draft.actors[actor]
        same = naming.canonical(draft.words_of(draft.mentions[other].head)) == noun
        if inner and found.kind == "government" and found.country == inner[0] and same:
            return actor
    return None
