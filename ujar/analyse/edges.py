"""Where the parts of a statement begin and end by the guidelines, as far as the model does not see it."""

from __future__ import annotations

from ujar.analyse.draft import PERSON, Draft, Entity, FoundStatement, Stretch
from ujar.analyse.known_cues import cue_form
from ujar.analyse.phrases import name_in, names_at
from ujar.analyse.statements import WIDEST, quoted_tokens
from ujar.languages.schema import CueWords

__all__ = ["mend_edges"]

ORGANISATION = "ORG"
LONGEST_CONNECTIVE = 3  # words


def mend_edges(draft: Draft, words: CueWords) -> None:
    """Mend cues, contents and heads of all statements."""
    quoted = quoted_tokens(draft)
    for statement in draft.statements:
        mend_cue(draft, statement, words)
        drop_attributes(draft, statement, words)
        mend_content(draft, statement, quoted, words)
        if statement.source is not None:
            touched = names_at(draft, statement.source)
            mend_names(statement, touched)
            mend_head(draft, statement, touched, words)
    draft.statements = [statement for statement in draft.statements if statement.cue or statement.source]


def mend_cue(draft: Draft, statement: FoundStatement, words: CueWords) -> None:
    """Widen a cue to the idiom that it opens ("angkat | bicara", "mewanti | -wanti"); a dash is no cue."""
    cue = statement.cue
    if cue is None:
        return
    if all(not (c.isalnum() or c == ":") for place in range(*cue) for c in draft.tokens[place].text):
        statement.cue = None
        return
    others = [*statement.content, *statement.addressees, *([statement.source] if statement.source else [])]
    for last in range(cue.last + 1, min(cue.last + WIDEST, len(draft.tokens) + 1)):
        wider = Stretch(cue.first, last)
        if any(part.overlaps(wider) for part in others):
            break
        if cue_form(draft, wider) in words.known:
            statement.cue = wider


def drop_attributes(draft: Draft, statement: FoundStatement, words: CueWords) -> None:
    """Of "pernyataan bersama Menlu RI dan Menlu Filipina" the attribute is neither the cue's nor the source's."""
    source, cue = statement.source, statement.cue
    if source is None or cue is None or cue.last != source.first:
        return
    first = source.first
    while first + 1 < source.last and draft.tokens[first].text in words.attributes:
        first += 1
    if first > source.first:
        statement.source = Stretch(first, source.last)
        head = statement.source_head
        if head is None or head.first < first:
            statement.source_head = name_in(draft, statement.source)


def mend_content(draft: Draft, statement: FoundStatement, quoted: set[int], words: CueWords) -> None:
    """Leave out the connective in front: "Namun, pasar itu tetap ramai, kata Gita." """
    if not statement.content or statement.content[0].first in quoted:
        return
    first, last = statement.content[0]
    # "Wartawan menanyakan sebab kecelakaan itu", "... mengatakan jadi menteri itu berat": no connectives.
    opens = first == draft.sentence_at(first).tokens.first
    if not opens and any(character.isalnum() for character in draft.tokens[first - 1].text):
        return
    for size in range(LONGEST_CONNECTIVE, 0, -1):
        start = " ".join(token.text.lower() for token in draft.tokens[first : first + size])
        if start in words.connectives and first + size < last:
            first += size
            first += draft.tokens[first].text == ","
            break
    if first < last:
        statement.content[0] = Stretch(first, last)


def mend_names(statement: FoundStatement, names: list[Entity]) -> None:
    """A source takes in the whole of a name that it cuts: "Juan | Perón"; an addressee inside that name gives way."""
    source = statement.source
    if source is None:
        return
    for entity in names:
        name = entity.tokens
        if source.holds(name):
            continue
        others = [*statement.content, *([statement.cue] if statement.cue else [])]
        others += [addressee for addressee in statement.addressees if not name.holds(addressee)]
        if not any(part.overlaps(name) for part in others):
            statement.source = Stretch(min(source.first, name.first), max(source.last, name.last))
            statement.addressees = [addressee for addressee in statement.addressees if not name.holds(addressee)]
            if entity.kind == PERSON and statement.source_head is not None and statement.source_head.overlaps(name):
                statement.source_head = name


def mend_head(draft: Draft, statement: FoundStatement, names: list[Entity], words: CueWords) -> None:
    """Widen the head of an organisation to its name ("Balai Konservasi Pesisir"), unless the source names a person.

    And that of a compound, whose first word names nobody: "surat kabar", "wakil ketua".
    """
    source, head = statement.source, statement.source_head
    if source is None or head is None:
        return
    inside = [entity for entity in names if source.holds(entity.tokens)]
    if is_cut_name(draft, source, head, words):
        head = statement.source_head = Stretch(head.first - 1, head.last)
    if any(entity.kind == PERSON for entity in inside):
        return
    for entity in inside:
        if entity.kind == ORGANISATION and entity.tokens.first == head.first and entity.tokens.last > head.last:
            statement.source_head = entity.tokens
            return
    if any(draft.tokens[place].text.lower() in words.joiners for place in range(*head)):
        statement.source_head = source  # "Menlu RI dan Menlu Filipina": those who speak together are one stretch
        return
    if head.last - head.first == 1 and head.last < source.last:
        first, second = (draft.tokens[place].text.lower() for place in (head.first, head.last))
        if f"{first} {second}" in words.compounds or first in words.deputies:
            statement.source_head = Stretch(head.first, head.last + 1)


def is_cut_name(draft: Draft, source: Stretch, head: Stretch, words: CueWords) -> bool:
    """Whether the word before the head is the first part of its name: "Ma'ruf | Amin", "Sekretaris Jaya | Tirta".

    Not in "Camat | Astari", a title; nor in "Ketua Nelayan | Bayu Kartika", whose name is whole already.
    """
    first = head.first
    if first == source.first or (first != source.first + 1 and head.last - head.first > 1):
        return False
    token, before = draft.tokens[first], draft.tokens[first - 1]
    flat = token.relation.split(":")[0] == "flat" and token.head == first - 1
    title = before.text.lower() in words.speaker_nouns | words.titles
    return flat and before.tag == "PROPN" and before.text[:1].isupper() and not title
