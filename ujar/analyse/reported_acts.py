"""Statements named by a noun inside another's content: "mengapresiasi penegasan Rusia tentang kesediaannya"."""

from __future__ import annotations

from collections.abc import Iterator

from ujar.analyse.draft import Draft, FoundStatement, Stretch
from ujar.analyse.phrases import names_at
from ujar.languages.schema import CueWords

__all__ = ["add_reported_acts"]

RULE = "cue.reported-noun"
REPORTING = frozenset({"attitude", "thought"})
NOUN = "NOUN"


def add_reported_acts(draft: Draft, words: CueWords) -> None:
    """Add what a noun of speaking at the head of an attitude's content says: cue, the name behind it, what follows.

    "Wang mengapresiasi [penegasan kembali] [Rusia] terkait [kesediaannya ...]": Rusia has affirmed it, says Wang. Not
    "mengapresiasi dukungan Rusia": nothing follows that could be its content.
    """
    cues = {place for found in draft.statements if found.cue for place in range(*found.cue)}
    statements: list[FoundStatement] = []
    for outer in draft.statements:
        statements.append(outer)
        if outer.mode in REPORTING and len(outer.content) == 1 and outer.content[0].first not in cues:
            statements.extend(reported_act(draft, outer, words))
    draft.statements = statements


def reported_act(draft: Draft, outer: FoundStatement, words: CueWords) -> Iterator[FoundStatement]:
    """The statement that the content of `outer` names, if its parts are all there."""
    first, last = outer.content[0]
    noun = draft.tokens[first]
    known = words.known.get(noun.text.lower())
    if noun.tag != NOUN or known is None:
        return
    names = names_at(draft, Stretch(first + 1, min(first + 3, last)))
    if not names or names[0].tokens.first <= first:
        return
    source = names[0].tokens
    link = draft.tokens[source.last].text.lower() if source.last < last else ""
    if link not in words.reported_links:
        return
    begin = source.last + 1 if words.reported_links[link] == "out" else source.last
    if begin < last:
        yield FoundStatement(
            content=[Stretch(begin, last)],
            cue=Stretch(first, first + 1),
            source=source,
            source_head=source,
            mode=known.mode or "speech",
            headline=outer.headline,
            rule=RULE,
        )
