"""Mentions: the noun phrases, pronouns and clitics of a story that stand for a person or a body."""

from __future__ import annotations

from collections.abc import Iterator

from ujar.analyse.draft import ORGANISATION, PERSON, Draft, Entity, Mention, Stretch
from ujar.analyse.titles import title_before
from ujar.languages.names import KnownWords, Naming
from ujar.languages.schema import CueWords
from ujar.record import ActorKind

__all__ = ["find_mentions"]

NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "X"})
ACTING = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "root", "conj", "nmod", "obl"})
BEFORE_BODY = 3  # words
IN_PHRASES = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
LINKS = frozenset({"nmod", "amod", "flat", "flat:name", "det", "nummod", "nmod:poss", "compound", "appos", "case"})
LONGEST = 10  # words of a nominal


def find_mentions(draft: Draft, naming: Naming, cues: CueWords) -> None:
    """Fill in `draft.mentions`, in the order of the text; one mention may stand within another.

    Needs `draft.known`.
    """
    found = [
        mention
        for entity in draft.entities
        if not is_relaying(draft, entity, cues) and (mention := name_mention(draft, entity, naming)) is not None
    ]
    found = [mention for mention in found if not is_short_form(draft, mention, found)]
    found += inner_states(draft, found)
    found += pronoun_mentions(draft, naming)
    taken = {place for mention in found for place in range(mention.tokens.first, mention.head.last)}
    found += nominal_mentions(draft, taken, naming)
    add_sources(draft, found)
    draft.mentions = sorted(found, key=lambda mention: (mention.tokens.first, -mention.tokens.last))


def is_relaying(draft: Draft, entity: Entity, cues: CueWords) -> bool:
    """Whether a name is but the agency that passes the story on: "lapor ANTARA mengutip AFP", "seperti dikutip AFP"."""
    first = entity.tokens.first
    listed = draft.known.organisations.get(first)
    if listed is None or listed.kind != "media":
        return False
    place = first - 1
    while place >= 0 and draft.tokens[place].text.lower() in cues.agency_words:
        place -= 1
    cue = cues.known.get(draft.tokens[place].text.lower()) if place >= 0 else None
    spoken = any(found.source is not None and found.source.holds(entity.tokens) for found in draft.statements)
    return cue is not None and cue.lemma in cues.relays and not spoken


def is_short_form(draft: Draft, mention: Mention, found: list[Mention]) -> bool:
    """Whether a name is the short form in brackets that belongs to the name before it."""
    return any(other.tokens.holds(mention.tokens) and mention.head.first >= other.head.last for other in found)


def inner_states(draft: Draft, found: list[Mention]) -> Iterator[Mention]:
    """The state in the name of a ministry: "Rusia" in "Kementerian Luar Negeri Rusia"; not in that of a party."""
    taken = {mention.head.first for mention in found if mention.kind == "state"}
    for mention in found:
        for place in range(*mention.head) if mention.kind == "government" else ():
            country = draft.known.countries.get(place)
            if country is not None and country.how == "name" and place not in taken:
                stretch = Stretch(place, place + country.length)
                yield Mention(stretch, stretch, "name", "state", country.country)


def name_mention(draft: Draft, entity: Entity, naming: Naming) -> Mention | None:
    """The mention that a name makes; None for a place that is no state: "di Atlanta"."""
    if entity.kind == PERSON:
        return person_mention(draft, entity, naming)
    country = draft.known.countries.get(entity.tokens.first)
    if country is not None and country.length == entity.tokens.last - entity.tokens.first:
        return country_mention(draft, entity, naming)
    return body_mention(draft, entity) if entity.kind == ORGANISATION else None


def person_mention(draft: Draft, entity: Entity, naming: Naming) -> Mention:
    """A name with the title before it: "Presiden Rusia Vladimir Putin"."""
    first = title_before(draft, entity.tokens.first, naming)
    return Mention(
        Stretch(first, entity.tokens.last),
        entity.tokens,
        "name",
        "person",
        country_of_title(draft, Stretch(first, entity.tokens.first), naming),
    )


def country_of_title(draft: Draft, title: Stretch, naming: Naming) -> str | None:
    """The state that a title is of: "Indonesia" in "Duta Besar Indonesia di Washington".

    None of "utusan khusus PBB untuk Suriah", who serves an organisation.
    """
    bodies = [draft.known.organisations[place] for place in range(*title) if place in draft.known.organisations]
    if any(body.country is None for body in bodies):
        return None
    found = {
        name.country
        for place in range(*title)
        if (name := draft.known.countries.get(place)) is not None
        and draft.tokens[place - 1].text.lower() not in naming.role_links
    }
    return found.pop() if len(found) == 1 else None


def country_mention(draft: Draft, entity: Entity, naming: Naming) -> Mention | None:
    """A state, or its government by the name of its capital; None where that is but a place, like Georgia in the US."""
    name = draft.known.countries[entity.tokens.first]
    if name.how in ("capital", "seat") and acts(draft, entity.tokens, naming):
        return Mention(entity.tokens, entity.tokens, "name", "government", name.country)
    if name.how in ("name", "demonym"):
        return Mention(entity.tokens, entity.tokens, "name", "state", name.country)
    return None


def acts(draft: Draft, name: Stretch, naming: Naming) -> bool:
    """Whether the place named acts, or is acted upon, as a government does.

    "Beijing menolak tuduhan Washington" but "tiba di Beijing", "warga Beijing".
    """
    token = draft.tokens[name.first]
    before = draft.tokens[name.first - 1].text.lower() if name.first else ""
    if before in naming.words.place_words:
        return False
    spoken = any(found.source is not None and found.source == name for found in draft.statements)
    return spoken or token.relation in ACTING


def body_mention(draft: Draft, entity: Entity) -> Mention:
    """A body with the noun before it that says what it is, and its short form in brackets behind."""
    known, (first, last) = draft.known, entity.tokens
    listed = known.organisations.get(first)
    kind: ActorKind | None = listed.kind if listed else None
    country = listed.country if listed else None
    noun = known.bodies.get(first)
    for place in range(max(0, first - BEFORE_BODY), first):
        before = known.bodies.get(place)
        if before and all(draft.tokens[p].tag in IN_PHRASES for p in range(place, first)):
            noun, first = before, place
            break
    kind = kind or (noun.kind if noun else None)
    country = country or country_in(known, Stretch(first, last))
    return Mention(Stretch(first, end_of_brackets(draft, last)), entity.tokens, "name", kind, country)


def end_of_brackets(draft: Draft, last: int) -> int:
    """The end of a single word in brackets that follows: "Komisi Pengawas Teluk (KPT)"."""
    words = [token.text for token in draft.tokens[last : last + 3]]
    if len(words) == 3 and (words[0], words[2]) == ("(", ")") and words[1].isalpha() and words[1].isupper():
        return last + 3
    return last


def pronoun_mentions(draft: Draft, naming: Naming) -> Iterator[Mention]:
    """Pronouns and clitics; "pihaknya" and "keduanya" are one."""
    words = [token.text for token in draft.tokens]
    place = 0
    while place < len(words):
        pronoun = naming.pronoun_at(words, place)
        token = draft.tokens[place]
        if pronoun is not None and (pronoun.type != "clitic" or (not token.space and token.tag == "PRON")):
            stretch = Stretch(place, place + pronoun.length)
            yield Mention(stretch, stretch, pronoun.type, None, None, pronoun.plural)
            place += pronoun.length
        else:
            place += 1


def add_sources(draft: Draft, found: list[Mention]) -> None:
    """Widen the mention that is a source to the whole of it, and add the sources that no rule above finds."""
    for statement in draft.statements:
        source = statement.source
        head = statement.source_head or source
        if source is None or head is None:
            continue
        whole = next((mention for mention in found if mention.tokens == source), None)
        inner = [mention for mention in found if source.holds(mention.tokens) and mention.head.overlaps(head)]
        if whole is None and inner and all(mention.head.first <= head.last for mention in inner):
            widest = max(inner, key=lambda mention: mention.tokens.last - mention.tokens.first)
            if not is_coordination(draft, source):
                widest.tokens = source
                continue
        if whole is None:
            found.append(new_source(draft, source, head))


def new_source(draft: Draft, source: Stretch, head: Stretch) -> Mention:
    """The mention of a source that names nobody we know: "hasil jajak pendapat", "Menlu RI dan Menlu Filipina"."""
    plural = is_coordination(draft, source)
    country = None if plural else country_in(draft.known, source)
    return Mention(source, source if plural else head, "nominal", "group" if plural else None, country, plural)


def is_coordination(draft: Draft, stretch: Stretch) -> bool:
    """Whether two names or nouns of one stretch stand side by side: "Rano Lubis dan Sari Dewi"."""
    joints = [place for place in range(*stretch) if draft.tokens[place].tag == "CCONJ"]
    return any(
        token.relation == "conj" and stretch.first <= token.head < joint
        for joint in joints
        for token in draft.tokens[joint + 1 : stretch.last]
    )


def nominal_mentions(draft: Draft, taken: set[int], naming: Naming) -> Iterator[Mention]:
    """Noun phrases without a name whose head is an office, a person or a body: "Presiden Rusia itu", "para pelaut"."""
    known = draft.known
    for place in sorted({*known.titles, *known.bodies} - taken):
        title, body = known.titles.get(place), known.bodies.get(place)
        office = title is not None and title.office is not None
        if draft.tokens[place].tag not in NOUNS or (hangs_on_title(draft, place) and not office):
            continue
        length = title.length if title else body.length if body else 1
        head = Stretch(place, place + length)
        tokens = phrase_around(draft, head, naming)
        plural = is_plural(draft, tokens, head, naming)
        kind: ActorKind | None = "person" if title else body.kind if body else None
        yield Mention(tokens, head, "nominal", kind, country_in(known, tokens), plural)


def hangs_on_title(draft: Draft, place: int) -> bool:
    """Whether the noun only says more of a title just before: "anggota" "parlemen", "juru bicara" "kementerian"."""
    return any(
        before in draft.known.titles and before + draft.known.titles[before].length == place
        for before in range(max(0, place - 4), place)
    )


def phrase_around(draft: Draft, head: Stretch, naming: Naming) -> Stretch:
    """The phrase of a noun: numerals and "para" before it, what hangs on it behind, up to a relative clause."""
    first, last = head
    while first > 0 and draft.tokens[first - 1].text.lower() in naming.determiners:
        first -= 1
    while last < len(draft.tokens) and last - first < LONGEST and belongs(draft, head, last):
        last += 1
    while last > head.last and draft.tokens[last - 1].tag in ("ADP", "PUNCT", "CCONJ"):
        last -= 1
    return Stretch(first, last)


def belongs(draft: Draft, head: Stretch, place: int) -> bool:
    """Whether the word at `place` hangs on the phrase that ends before it."""
    token = draft.tokens[place]
    if token.tag == "PUNCT" or token.relation not in LINKS:
        return False
    while token.head >= 0:
        if head.first <= token.head < head.last:
            return token.tag in IN_PHRASES or token.relation == "nmod:poss"
        if not head.first <= token.head < place + LONGEST or token.relation not in LINKS:
            return False
        token = draft.tokens[token.head]
    return False


def is_plural(draft: Draft, tokens: Stretch, head: Stretch, naming: Naming) -> bool:
    """Whether several are meant: "para pelaut", "kedua menteri", "negara-negara"."""
    words = [draft.tokens[place].text.lower() for place in range(tokens.first, head.last)]
    noun = words[-1]
    doubled = noun.partition("-")
    return any(word in naming.plural for word in words) or (doubled[1] == "-" and doubled[0] == doubled[2])


def country_in(known: KnownWords, stretch: Stretch) -> str | None:
    """The country named inside a phrase; None when there are several."""
    found = {known.countries[place].country for place in range(*stretch) if place in known.countries}
    return found.pop() if len(found) == 1 else None
