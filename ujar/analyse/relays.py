"""Who passes a statement on is not who made it: agencies that relay, and documents that a speaker cites."""

from __future__ import annotations

from ujar.analyse.draft import Draft, FoundStatement, Stretch
from ujar.analyse.known_cues import name_cues
from ujar.analyse.phrases import name_in
from ujar.languages.schema import CueWords, WireWords

__all__ = ["drop_relays", "nest_citations"]

LONGEST = 4  # words of the name of an agency or outlet


def drop_relays(draft: Draft, words: CueWords, wire: WireWords) -> None:
    """Drop what an agency says by passing on what somebody else said in the same sentence.

    "Kementerian itu menyatakan akan membalas, lapor ANTARA mengutip Xinhua." - the ministry speaks; the agencies are
    the article's chain. "Gempa mengguncang Palu, lapor Xinhua." has no other speaker and stays.
    """
    beside: dict[int, list[FoundStatement]] = {}
    for statement in draft.statements:
        beside.setdefault(sentence_of(draft, statement), []).append(statement)
    draft.statements = [
        statement
        for statement in draft.statements
        if not is_relay(draft, statement, words, wire)
        or not has_other_speaker(draft, statement, beside[sentence_of(draft, statement)], words, wire)
    ]


def sentence_of(draft: Draft, statement: FoundStatement) -> int:
    """The first token of the sentence of the cue; -1 where there is none."""
    return draft.sentence_at(statement.cue.first).tokens.first if statement.cue else -1


def is_relay(draft: Draft, statement: FoundStatement, words: CueWords, wire: WireWords) -> bool:
    """Whether an agency or outlet stands behind a cue of passing on.

    Or nobody, if the cue cites: "dikutip" names a channel, "dilaporkan" a report whose author is left out.
    """
    if statement.cue is None or statement.lemma not in words.relays:
        return False
    if statement.source is None:
        behind = Stretch(statement.cue.last, min(statement.cue.last + LONGEST, len(draft.tokens)))
        return statement.lemma in words.citing or begins_with_relayer(draft, behind, words, wire)
    return begins_with_relayer(draft, statement.source, words, wire)


def begins_with_relayer(draft: Draft, phrase: Stretch, words: CueWords, wire: WireWords) -> bool:
    """Whether the phrase opens with the name of one, capitals and all: "kantor berita Xinhua", "Saudi Press Agency"."""
    text = [draft.tokens[place].text for place in range(*phrase)]
    while text and (text[0].lower() in words.agency_words or text[0].lower() in words.known):
        text = text[1:]
    names = (" ".join(text[:size]) for size in range(len(text), 0, -1))
    return bool(text) and text[0][0].isupper() and any(name.lower() in wire.relayers for name in names)


def has_other_speaker(
    draft: Draft, statement: FoundStatement, beside: list[FoundStatement], words: CueWords, wire: WireWords
) -> bool:
    """Whether one of the statements beside it has some of the same content and a speaker who is no agency."""
    return any(
        other is not statement
        and other.source is not None
        and any(mine.overlaps(theirs) for mine in statement.content for theirs in other.content)
        and not is_relay(draft, other, words, wire)
        for other in beside
    )


def nest_citations(draft: Draft, words: CueWords) -> None:
    """A document that a speaker cites for his own words is nested: `"Harga naik," kata Rano mengutip data BPS.`

    Its cue stands outside of the content, so it was not found to be nested by its place.
    """
    speaking: dict[tuple[Stretch, ...], list[int]] = {}
    for place, statement in enumerate(draft.statements):
        take_noun_for_cue(draft, statement, words)
        if statement.source is not None and statement.parent is None and statement.lemma not in words.citing:
            speaking.setdefault(tuple(statement.content), []).append(place)
    for statement in draft.statements:
        if statement.parent is None and statement.lemma in words.citing:
            same = speaking.get(tuple(statement.content), ())
            statement.parent = next((p for p in same if draft.statements[p].source != statement.source), None)
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
