"""Names put right by what is known of countries, bodies and titles, before anything is built on them.

The model reads "diplomat senior China Wang Yi" as one person "China Wang Yi", and a name that it knew as a person's in
one sentence as a place in the next.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from ujar.analyse.draft import ORGANISATION, PERSON, PLACE, Draft, Entity, Stretch
from ujar.analyse.phrases import names_at
from ujar.languages.names import Naming
from ujar.languages.schema import CueWords
from ujar.languages.titles import longest_form

__all__ = ["mend_names"]

WIDEST = 8  # words of a title and the body in it
LONGEST_NAME = 3  # words of a person's name that the model may have run into a company's
ROLE_WORDS = 3  # a title may stand as far before a name: "diplomat senior" China Wang Yi


def mend_names(draft: Draft, naming: Naming, cues: CueWords) -> None:
    """Find the known words; cut countries and titles off the names of persons; give one name one kind in a story."""
    draft.known = naming.scan([token.text for token in draft.tokens])
    personal = set(personal_words(draft, naming, cues))
    joined = join_names(draft, naming, personal)
    cut = [part for entity in joined for part in cut_name(draft, entity, personal, naming)]
    at = {place: entity for entity in cut for place in range(*entity.tokens)}
    known = [
        entity
        for entity in known_names(draft)
        if draft.text_of(entity.tokens) not in personal and not is_inside(entity, at.get(entity.tokens.first))
    ]
    taken = {place for entity in known for place in range(*entity.tokens)}
    kept = [entity for entity in cut if taken.isdisjoint(range(*entity.tokens))]
    draft.entities = sorted(kept + known, key=lambda entity: entity.tokens)
    agree_on_kinds(draft)
    draft.entities = sorted([*draft.entities, *missed_names(draft, naming)], key=lambda entity: entity.tokens)
    lengthen(draft, naming)


def join_names(draft: Draft, naming: Naming, personal: Collection[str]) -> list[Entity]:
    """The model's names, two persons without anything between them as one, with what belongs to a name before them.

    "I" of "I Made Suarta"; "India" of the poet India Lestari.
    """
    found: list[Entity] = []
    for entity in draft.entities:
        first, last = entity.tokens
        if entity.kind == PERSON:
            first = begin_of_name(draft, first, naming, personal)
        while entity.kind == PERSON and found and found[-1].tokens.first >= first:
            found.pop()
        tied = found and found[-1].tokens.last >= first and PERSON in (found[-1].kind, entity.kind)
        untitled = not any(place in draft.known.titles for place in range(max(0, first - WIDEST), first))
        # "Chelsea | Olivia Wijaya" is one; not "Kepala Dinas Sosial | Gita Larasati".
        parts = draft.tokens[first].relation.startswith("flat") and untitled
        if tied and (found[-1].kind == entity.kind or parts):
            found[-1] = Entity(Stretch(found[-1].tokens.first, last), PERSON)
        else:
            found.append(Entity(Stretch(first, last), entity.kind))
    return found


def begin_of_name(draft: Draft, first: int, naming: Naming, personal: Collection[str]) -> int:
    """Where a person's name begins that the model begins at `first`."""
    before = draft.tokens[first - 1].text if first else ""
    opens = before in naming.words.name_openers or before in personal or is_first_name(draft, first - 1, naming)
    return first - 1 if first and opens else first


def is_first_name(draft: Draft, place: int, naming: Naming) -> bool:
    """Whether a capitalised word that the next hangs on as part of a name is a first name: "Joko" of "Joko Widodo".

    Not one that heads a title or a body, or stands in one: "Dinas Sosial".
    """
    known, token = draft.known, draft.tokens[place]
    follows = draft.tokens[place + 1] if place + 1 < len(draft.tokens) else token
    if place < 0 or not follows.relation.startswith("flat") or follows.head != place or not token.text[0].isupper():
        return False
    listed = place in known.titles or place in known.bodies or place in known.countries or place in known.inner
    given = token.text.lower() in naming.words.given_names or not listed
    window = range(max(0, place + 1 - WIDEST), place)
    titled = any(at in known.titles and at + known.titles[at].length >= place for at in window)
    plain = place + 1 not in known.titles and token.text.lower() not in naming.honorifics
    return given and plain and not titled and not draft.sentence_at(place).headline


def personal_words(draft: Draft, naming: Naming, cues: CueWords) -> Iterator[str]:
    """The countries that are somebody's first name in this story: "Penyair India Lestari ... ujar India".

    They stand alone behind a cue as only speakers do, or the model takes them for a person there.
    """
    persons = {place for entity in draft.entities if entity.kind == PERSON for place in range(*entity.tokens)}
    alone = {draft.text_of(entity.tokens) for entity in draft.entities if entity.kind == PERSON}
    offices = {place + title.length for place, title in draft.known.titles.items() if title.office is not None}
    named = {
        draft.text_of(Stretch(place, place + country.length))
        for place, country in draft.known.countries.items()
        if place + country.length in persons and place not in offices
    }
    longer = [
        entity.tokens.first
        for entity in draft.entities
        if entity.kind == PERSON and entity.tokens.first + 1 < entity.tokens.last
    ]
    named |= {draft.tokens[place].text for place in longer if naming.countries.named(draft.tokens[place].text)}
    for place, country in draft.known.countries.items():
        word = draft.text_of(Stretch(place, place + country.length))
        before = draft.tokens[place - 1].text.lower() if place else ""
        if word in named and place + country.length not in persons and (before in cues.inverted or word in alone):
            yield word


def cut_name(draft: Draft, entity: Entity, personal: Collection[str], naming: Naming) -> Iterator[Entity]:
    """The parts of a name that the model ran together, or the name as it is; nothing of what names nobody.

    "China Wang Yi" behind "diplomat senior" is a country and a person, and so is "RI Sugiono" behind "Menlu", which
    the model takes for a body; "India Lestari" behind a verb is one person.
    """
    first, last = entity.tokens
    bracket = next((place for place in range(first + 1, last) if draft.tokens[place].text == "("), None)
    if bracket is not None:
        yield from cut_name(draft, Entity(Stretch(first, bracket), entity.kind), personal, naming)
        inside = " ".join(draft.words_of(Stretch(bracket + 1, last))).lower().rstrip(" )")
        if bracket + 1 < last and inside not in naming.words.legal_forms:
            yield from cut_name(draft, Entity(Stretch(bracket + 1, last), entity.kind), personal, naming)
        return
    if is_no_name(draft, entity, naming):
        return
    listed = any(place in draft.known.organisations for place in range(first + 1, last))
    if listed and entity.kind == PERSON and draft.tokens[first].text.islower():
        return  # "investasi Morgan Stanley"
    located = [place for place in range(first + 1, last) if draft.tokens[place].text.lower() in naming.words.locating]
    if located and entity.kind == ORGANISATION:
        yield from cut_name(draft, Entity(Stretch(first, located[0]), entity.kind), personal, naming)
        return  # "Mahkamah Internasional di Den Haag"
    title = draft.known.titles.get(first)
    if title is not None and first + title.length >= last:
        return  # "Menlu menambahkan ...": a title alone is no name
    begin = skip_titles(draft, entity, naming)
    titled = begin > first or any(place in draft.known.titles for place in range(max(0, first - ROLE_WORDS), first))
    ends = [p + 1 for p in range(begin, last - 1) if draft.tokens[p].text.lower() in naming.words.company_endings]
    if titled and ends and entity.kind == ORGANISATION and last - ends[-1] <= LONGEST_NAME:
        yield Entity(Stretch(begin, ends[-1]), ORGANISATION)  # "analis Angin Timur Securities | Rano Lubis"
        yield Entity(Stretch(ends[-1], last), PERSON)
        return
    name = draft.known.countries.get(begin) or draft.known.organisations.get(begin)
    if name is not None and draft.text_of(Stretch(begin, begin + name.length)) in personal:
        name = None
    if titled and entity.kind in (PERSON, ORGANISATION) and name is not None and begin + name.length < last:
        kind = PLACE if begin in draft.known.countries else ORGANISATION
        yield Entity(Stretch(begin, begin + name.length), kind)
        yield Entity(Stretch(begin + name.length, last), PERSON)
    else:
        yield Entity(Stretch(begin, last), entity.kind)


def is_no_name(draft: Draft, entity: Entity, naming: Naming) -> bool:
    """Whether a name is nobody's: a thing ("SPBU"), a people or feast ("Muslim", "Lebaran"), a ship's or a film's.

    So is an acronym in brackets behind words in small letters: "bahan bakar minyak (BBM)".
    """
    first, last = entity.tokens
    text = " ".join(draft.words_of(entity.tokens)).lower()
    before = draft.tokens[first - 1].text if first else ""
    if last - first == 1 and naming.pronoun_at(draft.words_of(entity.tokens), 0) is not None:
        return True  # "IA" in a text of capitals
    if first in draft.known.others or last - 1 in draft.known.others:
        return True  # "West Texas Intermediate"
    if text in naming.words.no_names or text in naming.words.legal_forms:
        return True
    titled = any(place in draft.known.titles for place in range(max(0, first - ROLE_WORDS), first))
    if before.lower() in naming.words.thing_nouns and not titled:
        return True  # "kapal Cakra"; not "pengusaha kapal Yordan Lubis"
    bracketed = before == "(" and last < len(draft.tokens) and draft.tokens[last].text == ")" and first > 1
    named = bracketed and any(other.kind != PLACE for other in names_at(draft, Stretch(first - 2, first - 1)))
    small = bracketed and draft.tokens[first - 2].text.islower() and not named
    return small and entity.kind == ORGANISATION and first not in draft.known.organisations


def skip_titles(draft: Draft, entity: Entity, naming: Naming) -> int:
    """The first word of a person's name behind the titles that it begins with: "Menlu Rano Lubis".

    Not behind "Sultan" of "Hasan Sultan Lubis", nor "Putri" of "Putri Lestari": given names, where no title stands
    before.
    """
    first, last = entity.tokens
    if entity.kind != PERSON:
        return first
    for place in range(max(0, first - ROLE_WORDS), first):
        title = draft.known.titles.get(place)
        if title is not None and place < first < place + title.length < last:
            first = place + title.length  # "Menteri BUMN | Dahlan": the name was begun inside the title
    for place in range(max(0, first - WIDEST), first):
        listed = draft.known.organisations.get(place)
        if listed is not None and first < place + listed.length < last:
            first = place + listed.length  # "Kepala SKK | Migas Andi Lubis"
    honour = longest_form(draft.words_of(Stretch(first, last)), 0, naming.titles.honorifics)
    if honour is not None and 1 < honour.length < last - first:
        first += honour.length  # "Sri Sultan", "Yang Mulia"; "Sri" alone is a name
    while first in draft.known.titles and first + draft.known.titles[first].length < last:
        if draft.tokens[first].text.lower() in naming.words.given_names and draft.tokens[first].text[0].isupper():
            break
        first += draft.known.titles[first].length
    body = draft.known.bodies.get(first)
    first += body.length if body is not None and first + body.length < last else 0
    return next((place for place in range(first, last - 1) if not draft.tokens[place].text.islower()), last - 1)


def known_names(draft: Draft) -> Iterator[Entity]:
    """The countries and bodies of the word lists, wherever they stand."""
    for place, country in draft.known.countries.items():
        yield Entity(Stretch(place, place + country.length), PLACE)
    for place, body in draft.known.organisations.items():
        yield Entity(Stretch(place, place + body.length), ORGANISATION)


def is_inside(name: Entity, around: Entity | None) -> bool:
    """Whether a longer name of a person or body holds it: "Partai Komunis China", "India Lestari"."""
    return (
        around is not None
        and around.kind != PLACE
        and around.tokens.holds(name.tokens)
        and around.tokens != name.tokens
    )


def agree_on_kinds(draft: Draft) -> None:
    """A name is a person's wherever it stands once a longer one of that story holds it.

    "Putin" is a person even where the model takes it for a place, for "Vladimir Putin" was named.
    """
    persons = {
        word
        for entity in draft.entities
        if entity.kind == PERSON and not draft.sentence_at(entity.tokens.first).headline
        for word in draft.words_of(entity.tokens)
        if word[0].isupper()
    }
    votes = Counter((draft.text_of(entity.tokens), entity.kind) for entity in draft.entities)
    for entity in draft.entities:
        text = draft.text_of(entity.tokens)
        listed = entity.tokens.first in draft.known.countries or entity.tokens.first in draft.known.organisations
        if not listed and text in persons and votes[text, PERSON] >= votes[text, entity.kind]:
            entity.kind = PERSON
        if entity.kind == PERSON and draft.sentence_at(entity.tokens.first).headline:
            entity.tokens = shorten(draft, entity.tokens, persons)


def shorten(draft: Draft, name: Stretch, persons: Collection[str]) -> Stretch:
    """A name in a headline without the verb behind it, by the names in the story: "Sorin Temui" is Sorin."""
    last = name.first
    while last < name.last and draft.tokens[last].text in persons:
        last += 1
    return Stretch(name.first, last) if last > name.first else name


def lengthen(draft: Draft, naming: Naming) -> None:
    """Let a person's name run on over words that hang on it as parts of a name: "Pri" with "Agung Rakhmanto"."""
    taken = {place for entity in draft.entities for place in range(*entity.tokens)} | draft.known.inner
    for entity in draft.entities:
        first, last = entity.tokens
        if draft.sentence_at(first).headline:
            continue  # every word is capitalised there
        while entity.kind == PERSON and last < len(draft.tokens) and last not in taken:
            token = draft.tokens[last]
            hangs_on = token.relation.startswith("flat") and token.head >= first
            if not hangs_on or not is_name_word(draft, last, naming, ()):
                break
            last += 1
        entity.tokens = Stretch(first, last)


def missed_names(draft: Draft, naming: Naming) -> Iterator[Entity]:
    """Persons that the model missed: words of a person's name standing alone, capitalised words behind a title.

    "Sorin Temui Utusan" in a headline of "Nikolai Sorin", "Kepala sekolah Bintang Samudra"; not "Ketua Komisi Tiga".
    """
    taken = {place for entity in draft.entities for place in range(*entity.tokens)} | draft.known.inner
    persons = {word for entity in draft.entities if entity.kind == PERSON for word in draft.words_of(entity.tokens)}
    starts = {entity.tokens.first: entity for entity in draft.entities if entity.kind == PERSON}
    behind = {place + title.length for place, title in draft.known.titles.items()}
    place = 0
    while place < len(draft.tokens):
        last = place
        while last < len(draft.tokens) and last not in taken and is_name_word(draft, last, naming, persons):
            last += 1
        words = draft.words_of(Stretch(place, last)) if last > place else []
        if words and last in starts and all(word in persons for word in words):
            starts[last].tokens = Stretch(place, starts[last].tokens.last)  # "Pri" before "Agung Rakhmanto"
            place = last
            continue
        titled = place in behind and last not in starts  # "Kelautan" of "Menteri Kelautan | Sekar" is no name
        if words and (titled or all(word in persons and len(word) > 2 for word in words)):
            yield Entity(Stretch(place, last), PERSON)
        place = max(last, place + 1)


def is_name_word(draft: Draft, place: int, naming: Naming, persons: Collection[str]) -> bool:
    """Whether a word can be one of a person's name: a capitalised proper noun that heads no title or body.

    Or one that is in a name elsewhere, whatever its tag here.
    """
    token, known = draft.tokens[place], draft.known
    listed = place in known.titles or place in known.bodies or token.text.lower() in naming.not_names
    proper = token.tag == "PROPN" or token.text in persons
    return proper and token.text[0].isupper() and token.text.isalpha() and not listed
