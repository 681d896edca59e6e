"""Who passes a statement on is not who made it: agencies that relay, and documents that a speaker cites."""

from __future__ import annotations

from ujar.analyse.draft import Draft, FoundStatement, Stretch
from ujar.analyse.known_cues import name_cues
from ujar.analyse.phrases import name_in
from ujar.languages.schema import CueWords, WireWords

__all__ = ["drop_relays", "nest_citations"]


def drop_relays(draft: Draft, words: CueWords, wire: WireWords) -> None:
    """Drop what an agency says by passing on what somebody else said in the same sentence.

    "Kementerian itu menyatakan akan membalas, lapor ANTARA mengutip Xinhua." - the ministry speaks; the agencies are
    the article's chain. "Gempa mengguncang Palu, lapor Xinhua." has no other speaker and stays.
    """
    draft.statements = [
        statement
        for statement in draft.statements
        if not (is_relay(draft, statement, words, wire) and has_other_speaker(draft, statement, words, wire))
    ]


def is_relay(draft: Draft, statement: FoundStatement, words: CueWords, wire: WireWords) -> bool:
    """Whether an agency stands behind a cue of passing on.

    Or nobody, if the cue cites: "dikutip" names a channel, "dilaporkan" a report whose author is left out.
    """
    if statement.cue is None or statement.lemma not in words.relays:
        return False
    if statement.source is None:
        behind = Stretch(statement.cue.last, min(statement.cue.last + 1, len(draft.tokens)))
        return statement.lemma in words.citing or names_agency(draft, behind, words, wire)
    return names_agency(draft, statement.source, words, wire)


def names_agency(draft: Draft, source: Stretch, words: CueWords, wire: WireWords) -> bool:
    """Whether an agency is named, and no word but what belongs to such names: "kantor berita Xinhua", "ANTARA"."""
    text = [draft.tokens[place].text.lower() for place in range(*source)]
    agencies = {
        word for name, forms in wire.agencies.items() for form in (name, *forms) for word in form.lower().split()
    }
    agency = {word.lower() for name, forms in wire.agencies.items() for word in (name, *forms)}
    named = any(word in agency for word in text)
    return named and all(word in agencies or word in words.agency_words or word in words.known for word in text)


def has_other_speaker(draft: Draft, statement: FoundStatement, words: CueWords, wire: WireWords) -> bool:
    """Whether another statement of the sentence has some of the same content and a speaker who is no agency."""
    return any(
        other is not statement
        and other.source is not None
        and not is_relay(draft, other, words, wire)
        and any(mine.overlaps(theirs) for mine in statement.content for theirs in other.content)
        for other in draft.statements
    )


def nest_citations(draft: Draft, words: CueWords) -> None:
    """A document that a speaker cites for his own words is nested: `"Harga naik," kata Rano mengutip data BPS.`

    Its cue stands outside of the content, so it was not found to be nested by its place.
    """
    for statement in draft.statements:
        take_noun_for_cue(draft, statement, words)
        if statement.parent is None and statement.lemma in words.citing and statement.cue is not None:
            outer = [
                place
                for place, other in enumerate(draft.statements)
                if other is not statement
                and other.parent is None
                and other.source is not None
                and other.source != statement.source
                and other.content == statement.content
                and other.lemma not in words.citing
            ]
            statement.parent = outer[0] if outer else None
    name_cues(draft, words)


def take_noun_for_cue(draft: Draft, statement: FoundStatement, words: CueWords) -> None:
    """ "mengutip pernyataan Nala": the noun is the cue, and who stands behind it the source."""
    source = statement.source
    if statement.lemma not in words.citing or source is None or source.last - source.first < 2:
        return
    if draft.tokens[source.first].text.lower() in words.quoted_nouns:
        statement.cue = Stretch(source.first, source.first + 1)
        statement.source = Stretch(source.first + 1, source.last)
        if statement.source_head is None or not statement.source.holds(statement.source_head):
            statement.source_head = name_in(draft, statement.source)
