"""Mentions: the noun phrases, pronouns and clitics of a story that stand for a person or a body."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from ujar.analyse.draft import ORGANISATION, PERSON, Draft, Entity, Mention, Stretch
from ujar.analyse.phrases import names_at
from ujar.analyse.titles import title_before
from ujar.languages.names import KnownWords, Naming
from ujar.languages.schema import CueWords
from ujar.languages.titles import undoubled
from ujar.record import ActorKind

__all__ = ["find_mentions"]

NOUNS = frozenset({"NOUN", "PROPN", "ADJ", "X"})
BEFORE_BODY = 3  # words
IN_PHRASES = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM"})
LINKS = frozenset({"nmod", "amod", "flat", "flat:name", "det", "nummod", "nmod:poss", "compound", "appos", "case"})
LONGEST = 10  # words of a nominal


def find_mentions(draft: Draft, naming: Naming, cues: CueWords) -> None:
    """Fill in `draft.mentions`, in the order of the text; one mention may stand within another.

    Needs `draft.known`.
    """
    speaking = {place for source, _ in sources_of(draft) for place in range(*source)}
    alone = {source for source, _ in sources_of(draft)}
    found = [
        mention
        for entity in draft.entities
        if not is_relaying(draft, entity, cues, speaking)
        and (mention := name_mention(draft, entity, naming, alone)) is not None
    ]
    short = {place for mention in found for place in range(mention.head.last, mention.tokens.last)}
    found = [mention for mention in found if mention.head.first not in short]
    found += inner_states(draft, found)
    found += pronoun_mentions(draft, naming)
    widen_sources(draft, found)
    taken = {place for mention in found for place in range(mention.tokens.first, mention.head.last)}
    found += nominal_mentions(draft, taken, naming)
    found += new_sources(draft, found)
    found += coordinations(draft, found, naming)
    once: dict[Stretch, Mention] = {}
    for mention in found:  # names before nouns: the same words are one mention
        once.setdefault(mention.tokens, mention)
    draft.mentions = sorted(once.values(), key=lambda mention: (mention.tokens.first, -mention.tokens.last))


def is_relaying(draft: Draft, entity: Entity, cues: CueWords, speaking: Collection[int]) -> bool:
    """Whether a name is but the agency that passes the story on: "lapor ANTARA mengutip AFP", "seperti dikutip AFP"."""
    first = entity.tokens.first
    listed = draft.known.organisations.get(first)
    if listed is None or listed.kind != "media":
        return False
    place = first - 1
    while place >= 0 and draft.tokens[place].text.lower() in cues.agency_words:
        place -= 1
    cue = cues.known.get(draft.tokens[place].text.lower()) if place >= 0 else None
    return cue is not None and cue.lemma in cues.relays and first not in speaking


def inner_states(draft: Draft, found: list[Mention]) -> Iterator[Mention]:
    """The state in the name of a ministry: "Rusia" in "Kementerian Luar Negeri Rusia"; not in that of a party."""
    taken = {mention.head.first for mention in found if mention.kind == "state"}
    for mention in found:
        for place in range(*mention.head) if mention.kind == "government" else ():
            country = draft.known.countries.get(place)
            if country is not None and country.how == "name" and place not in taken:
                stretch = Stretch(place, place + country.length)
                yield Mention(stretch, stretch, "name", "state", country.country)


def name_mention(draft: Draft, entity: Entity, naming: Naming, sources: Collection[Stretch]) -> Mention | None:
    """The mention that a name makes; None for a place that is no state: "di Atlanta"."""
    if entity.kind == PERSON:
        return person_mention(draft, entity, naming)
    noun = draft.known.bodies.get(entity.tokens.first)
    if noun is not None and noun.length == entity.tokens.last - entity.tokens.first:
        return None  # "Kemlu Mesir": the body's noun alone is no name
    country = draft.known.countries.get(entity.tokens.first)
    if country is not None and country.length == entity.tokens.last - entity.tokens.first:
        return country_mention(draft, entity, naming, sources)
    return body_mention(draft, entity, naming) if entity.kind == ORGANISATION else None


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
    found: set[str | None] = {
        name.country
        for place in range(*title)
        if (name := draft.known.countries.get(place)) is not None
        and draft.tokens[place - 1].text.lower() not in naming.role_links
    }
    found = found or {body.country for body in bodies}
    return found.pop() if len(found) == 1 else None


def country_mention(draft: Draft, entity: Entity, naming: Naming, sources: Collection[Stretch]) -> Mention | None:
    """A state, or its government by the name of its capital; None where that is but a place, like Georgia in the US."""
    name = draft.known.countries[entity.tokens.first]
    speaks = entity.tokens in sources
    if name.how in ("capital", "seat") and (speaks or acts(draft, entity.tokens, naming)):
        return Mention(entity.tokens, entity.tokens, "name", "government", name.country)
    if name.how in ("name", "demonym"):
        return Mention(with_short_form(draft, entity.tokens), entity.tokens, "name", "state", name.country)
    return None


def with_short_form(draft: Draft, name: Stretch) -> Stretch:
    """A state's name with another of it in brackets behind: "Amerika Serikat (AS)"."""
    known, inside = draft.known.countries, name.last + 1
    same = inside in known and known[inside].country == known[name.first].country
    closed = [token.text for token in draft.tokens[name.last : name.last + 3]][::2] == ["(", ")"]
    return Stretch(name.first, name.last + 3) if same and closed else name


def acts(draft: Draft, name: Stretch, naming: Naming) -> bool:
    """Whether the place named acts, or is acted upon, as a government does.

    "Beijing menolak tuduhan Washington" but "tiba di Beijing", "warga Beijing", "banjir melanda Jakarta",
    "penerbangan antara Ankara dan Moskow".
    """
    first = name.first
    before = draft.tokens[first - 1].text.lower() if first else ""
    token = draft.tokens[first]
    if before in naming.words.place_words:
        return False
    if token.relation == "conj" and token.head >= 0:
        token, before = draft.tokens[token.head], draft.tokens[token.head - 1].text.lower() if token.head else ""
    above = draft.tokens[token.head].text.lower() if token.head >= 0 else ""
    if token.relation == "nsubj":
        return draft.tokens[token.head].tag == "VERB" or draft.tokens[first].text.isupper()
    if before in naming.words.governing_prepositions:
        return True
    if token.relation.startswith("nmod"):
        return above in naming.words.governing_nouns
    if token.relation in ("obj", "iobj"):
        return above in naming.governing_verbs
    return token.relation == "obl:agent" or before in naming.words.governing_prepositions


def body_mention(draft: Draft, entity: Entity, naming: Naming) -> Mention:
    """A body with the noun before it that says what it is, and its short form in brackets behind."""
    known, (first, last) = draft.known, entity.tokens
    listed = known.organisations.get(first)
    kind: ActorKind | None = listed.kind if listed else None
    country = listed.country if listed else None
    noun = known.bodies.get(first)
    for place in range(max(draft.sentence_at(first).tokens.first, first - BEFORE_BODY), first):
        before = known.bodies.get(place)
        if before and all(draft.tokens[p].tag in IN_PHRASES for p in range(place, first)):
            noun, first = before, place
            break
    kind = kind or (noun.kind if noun else naming.titles.body_kind_of.get(draft.tokens[first].text.lower()))
    if kind is None and draft.tokens[last - 1].text.lower() in naming.words.company_endings:
        kind = "company"
    country = country or country_in(known, Stretch(first, last))
    return Mention(Stretch(first, end_of_brackets(draft, first, last)), entity.tokens, "name", kind, country)


def end_of_brackets(draft: Draft, first: int, last: int) -> int:
    """The end of a single word in brackets that follows: "Komisi Pengawas Teluk (KPT)"."""
    words = [token.text for token in draft.tokens[last : last + 3]]
    bracketed = len(words) == 3 and (words[0], words[2]) == ("(", ")") and words[1].isalpha()
    if not bracketed or last + 1 in draft.known.countries:
        return last
    return last + 3 if abbreviates(words[1], draft.words_of(Stretch(first, last))) else last


def abbreviates(short: str, long: Sequence[str]) -> bool:
    """Whether a word in capitals, or one whose letters stand in the others in their order, is their short form.

    "Partai Komunis China (CPC)", "Asosiasi Nelayan Teluk Wangi (Anetewa)".
    """
    letters = iter("".join(long).lower())
    return short.isupper() or (short[0].isupper() and all(letter in letters for letter in short.lower()))


def pronoun_mentions(draft: Draft, naming: Naming) -> Iterator[Mention]:
    """Pronouns and clitics; "pihaknya" and "keduanya" are one."""
    words = [token.text for token in draft.tokens]
    place = 0
    while place < len(words):
        pronoun = naming.pronoun_at(words, place)
        if pronoun is not None and (pronoun.type != "clitic" or is_somebody(draft, place, naming)):
            stretch = Stretch(place, place + pronoun.length)
            yield Mention(stretch, stretch, pronoun.type, None, None, pronoun.plural)
            place += pronoun.length
        else:
            place += 1


def is_somebody(draft: Draft, place: int, naming: Naming) -> bool:
    """Whether a clitic can stand for somebody: not in "prinsipnya", "yang terakhirnya"."""
    token = draft.tokens[place]
    host = draft.tokens[place - 1].text.lower() if place else ""
    return not token.space and token.tag == "PRON" and host not in naming.words.fixed_hosts


def widen_sources(draft: Draft, found: Sequence[Mention]) -> None:
    """Make the mention whose head is a source's head the whole of it: "wakil badan dunia itu, Leila Nazari"."""
    ordered = sorted(found, key=lambda mention: mention.tokens.first)
    for source, head in sources_of(draft):
        if any(mention.tokens == source for mention in within(ordered, source)):
            continue
        inner = [mention for mention in within(ordered, source) if may_widen(draft, mention, source, head)]
        if inner and not is_coordination(draft, source, head):
            best = [mention for mention in inner if mention.head == head]
            max(best or inner, key=lambda mention: mention.tokens.last - mention.tokens.first).tokens = source


def within(ordered: Sequence[Mention], stretch: Stretch) -> Sequence[Mention]:
    """The mentions that begin in a stretch, of all in the order of their first words."""
    start = bisect_left(ordered, stretch.first, key=lambda mention: mention.tokens.first)
    end = bisect_left(ordered, stretch.last, key=lambda mention: mention.tokens.first)
    return ordered[start:end]


def may_widen(draft: Draft, mention: Mention, source: Stretch, head: Stretch) -> bool:
    """Whether a source can be one mention with more around it.

    The "nya" of "pengacaranya" is not the lawyer, nor "Albania" the "Kedutaan Besar Albania".
    """
    if not source.holds(mention.tokens) or mention.tokens == source:
        return False
    body = mention.type == "name" and mention.kind not in ("state", "person") and mention.tokens.overlaps(head)
    headed = source.first in draft.known.bodies or source.first in draft.known.titles
    fits = mention.head.overlaps(head) or body
    office = body and source.first in draft.known.titles  # "Kepala SKK Migas Andi" is not the body
    return fits and mention.type != "clitic" and not office and not (mention.kind == "state" and headed)


def new_sources(draft: Draft, found: Sequence[Mention]) -> list[Mention]:
    """The sources that no mention covers: "hasil jajak pendapat", "Menlu RI dan Menlu Filipina"."""
    widen_sources(draft, [mention for mention in found if mention.type == "nominal"])
    at = {place: mention for mention in found for place in range(*mention.head)}
    known = {mention.tokens for mention in found}
    return [
        new_source(draft, source, head)
        for source, head in dict(sources_of(draft)).items()
        if source not in known and not any(place in at and at[place].tokens.holds(source) for place in range(*head))
    ]


def sources_of(draft: Draft) -> Iterator[tuple[Stretch, Stretch]]:
    """Source and head of every statement that has one."""
    for statement in draft.statements:
        if statement.source is not None:
            yield statement.source, statement.source_head or statement.source


def coordinations(draft: Draft, found: Sequence[Mention], naming: Naming) -> Iterator[Mention]:
    """Two mentions and more side by side, as one of several: "Menlu RI dan Menlu Filipina", "Peru, Chile, dan Kuba"."""
    by_first, by_last = {}, {}
    for mention in sorted(found, key=lambda mention: mention.tokens.last - mention.tokens.first):
        if mention.type in ("name", "nominal"):
            by_first[mention.tokens.first] = by_last[mention.tokens.last] = mention
    known = {mention.tokens for mention in found}
    for place, token in enumerate(draft.tokens):
        behind, before = by_first.get(place + 1), by_last.get(place)
        if before is None and place and draft.tokens[place - 1].text == ",":
            before = by_last.get(place - 1)
        if token.text.lower() not in naming.words.joining or behind is None or before is None:
            continue
        first = before.tokens.first
        while draft.tokens[first - 1].text == "," and first - 1 in by_last:
            first = by_last[first - 1].tokens.first
        whole = Stretch(first, behind.tokens.last)
        if whole not in known and len({mention.kind == "state" for mention in (before, behind)}) == 1:
            yield Mention(whole, whole, "nominal", "group", None, True)


def new_source(draft: Draft, source: Stretch, head: Stretch) -> Mention:
    """The mention of a source that names nobody we know: "hasil jajak pendapat", "Menlu RI dan Menlu Filipina"."""
    plural = is_coordination(draft, source, head)
    country = None if plural else country_in(draft.known, source)
    return Mention(source, source if plural else head, "nominal", "group" if plural else None, country, plural)


def is_coordination(draft: Draft, source: Stretch, head: Stretch) -> bool:
    """Whether a source is two side by side: "Rano Lubis dan Sari Dewi".

    Not "Christopher Hill, asisten menteri untuk Asia Timur dan Pasifik": one is its head.
    """
    joints = [place for place in range(*source) if draft.tokens[place].tag == "CCONJ"]
    if not joints:
        return False
    if any(head.first < joint < head.last for joint in joints):
        return True
    person = any(entity.kind == PERSON for entity in names_at(draft, head))
    top = next((place for place in range(*source) if not source.first <= draft.tokens[place].head < source.last), -1)
    joined = any(token.relation == "conj" and token.head == top for token in draft.tokens[joints[0] + 1 : source.last])
    return joined and not person


def nominal_mentions(draft: Draft, taken: set[int], naming: Naming) -> Iterator[Mention]:
    """Noun phrases without a name whose head is an office, a person or a body: "Presiden Rusia itu", "para pelaut"."""
    known = draft.known
    pointed = {place for place, body in known.bodies.items() if is_pointed_at(draft, place + body.length, naming)}
    for place in sorted({*known.titles, *known.bodies} - (taken - pointed)):
        title, body = known.titles.get(place), known.bodies.get(place)
        office = title is not None and title.office is not None
        outer = hangs_on_title(draft, place) and place not in pointed
        if not office and (draft.tokens[place].tag not in NOUNS or outer):
            continue
        length = title.length if title else body.length if body else 1
        head = Stretch(place, place + length)
        tokens = phrase_around(draft, head, naming)
        plural = is_plural(draft, tokens, head, naming)
        people: ActorKind = "group" if plural else "person"
        kind: ActorKind | None = people if title else body.kind if body else None
        yield Mention(tokens, head, "nominal", kind, country_in(known, tokens), plural)


def is_pointed_at(draft: Draft, place: int, naming: Naming) -> bool:
    """Whether "itu" and the like stands there: "maskapai itu", a mention even in "juru bicara maskapai itu, Dewi"."""
    return place < len(draft.tokens) and draft.tokens[place].text.lower() in naming.pointing


def hangs_on_title(draft: Draft, place: int) -> bool:
    """Whether the noun only says more of a title just before: "anggota" "parlemen", "juru bicara" "kementerian"."""
    return any(
        before in draft.known.titles and before + draft.known.titles[before].length == place
        for before in range(max(0, place - 4), place)
    )


def phrase_around(draft: Draft, head: Stretch, naming: Naming) -> Stretch:
    """The phrase of a noun: numerals and "para" before it, what hangs on it behind, up to a relative clause."""
    first, last = head
    while first > 0 and is_determiner(draft, first - 1, naming):
        first -= 1
    while last < len(draft.tokens) and last - first < LONGEST and belongs(draft, head, last, naming):
        last += 1
    while last > head.last and draft.tokens[last - 1].tag in ("ADP", "PUNCT", "CCONJ"):
        last -= 1
    return Stretch(first, last)


def is_determiner(draft: Draft, place: int, naming: Naming) -> bool:
    """Whether a word before a noun belongs to its phrase: "para", "kedua", "tiga ratus", "500.000"."""
    token = draft.tokens[place]
    return token.text.lower() in naming.determiners or token.tag == "NUM"


def belongs(draft: Draft, head: Stretch, place: int, naming: Naming) -> bool:
    """Whether the word at `place` hangs on the phrase that ends before it."""
    token = draft.tokens[place]
    if token.tag == "PUNCT" or token.relation not in LINKS:
        return False
    if token.text.lower() in naming.words.phrase_stops and not leads_to_state(draft, head, place, naming):
        return False
    while token.head >= 0:
        if head.first <= token.head < head.last:
            return token.tag in IN_PHRASES or token.relation == "nmod:poss"
        if not head.first <= token.head < place + LONGEST or token.relation not in LINKS:
            return False
        token = draft.tokens[token.head]
    return False


def leads_to_state(draft: Draft, head: Stretch, place: int, naming: Naming) -> bool:
    """Whether a word leads from a title to the state it is for: "Duta Besar Indonesia untuk Peru"."""
    linked = head.first in draft.known.titles and draft.tokens[place].text.lower() in naming.role_links
    return linked and (place + 1 in draft.known.countries or place + 1 in draft.known.organisations)


def is_plural(draft: Draft, tokens: Stretch, head: Stretch, naming: Naming) -> bool:
    """Whether several are meant: "para pelaut", "kedua menteri", "negara-negara", "warga"; not "seorang warga"."""
    before = [draft.tokens[place].text.lower() for place in range(tokens.first, head.first)]
    noun = " ".join(draft.words_of(head)).lower()
    if any(word in naming.singular for word in before):
        return False
    counted = any(word in naming.plural or draft.tokens[tokens.first].tag == "NUM" for word in before)
    return counted or noun in naming.titles.plural_persons or undoubled(noun) != noun


def country_in(known: KnownWords, stretch: Stretch) -> str | None:
    """The country named inside a phrase; None when there are several."""
    found = {known.countries[place].country for place in range(*stretch) if place in known.countries}
    return found.pop() if len(found) == 1 else None
