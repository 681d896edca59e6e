"""Backward attribution: statements that say nothing new, but name the source of what was said before.

"Pernyataan tersebut disampaikan Rano Lubis seusai rapat." The model rarely sees one, so the rule here adds what it
missed.
"""

from __future__ import annotations

from ujar.analyse.draft import PERSON, Draft, FoundStatement, Sentence, Stretch
from ujar.languages.schema import CueWords

__all__ = ["add_backward_attributions", "link_pointers"]

RULE = "cue.pointing"  # behind the language: "id.cue.pointing"
NAME_TAGS = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM", "X", "CCONJ"})
NAME_RELATIONS = frozenset(
    {"nmod", "flat", "compound", "amod", "det", "nummod", "conj", "cc", "appos", "fixed", "case"}
)


def add_backward_attributions(draft: Draft, words: CueWords) -> None:
    """Add a statement for every sentence that opens with a pointer and a passive cue, if the model found none there."""
    taken = {place for statement in draft.statements if statement.cue for place in range(*statement.cue)}
    for sentence in draft.sentences:
        found = backward_attribution(draft, sentence, words)
        if found is not None and found.cue is not None and found.cue.first not in taken:
            draft.statements.append(found)


def backward_attribution(draft: Draft, sentence: Sentence, words: CueWords) -> FoundStatement | None:
    """The statement of a sentence like "Hal itu juga telah disampaikan (oleh) Rano", or None."""
    lower = [draft.tokens[place].text.lower() for place in range(*sentence.tokens)]
    start = skip(lower, 0, words.pointing_fillers)
    end = skip(lower, start, words.pointers)
    cue = skip(lower, end, words.pointing_fillers)
    if end == start or cue >= len(lower) or lower[cue] not in words.pointing_cues:
        return None
    first = sentence.tokens.first
    pointer = Stretch(first + start, first + end)
    source = agent_after(draft, sentence, first + cue + 1, words)
    if source is None:
        return None
    return FoundStatement(
        # "Demikian disampaikan ...": an adverb, which is no content. "Hal itu disampaikan ...": its subject is.
        content=[] if words.adverbial_pointers.issuperset(lower[start:end]) else [pointer],
        cue=Stretch(first + cue, first + cue + 1),
        source=source,
        source_head=name_in(draft, source),
        headline=sentence.headline,
        rule=f"{draft.article.language}.{RULE}",
    )


def skip(words: list[str], place: int, passed: frozenset[str]) -> int:
    """The first place at or after `place` whose word is none of `passed`."""
    while place < len(words) and words[place] in passed:
        place += 1
    return place


def agent_after(draft: Draft, sentence: Sentence, place: int, words: CueWords) -> Stretch | None:
    """The noun phrase that begins at `place` or after its preposition: the words that hang together by the tree.

    "disampaikan Wang Yi, yang adalah Direktur ..." ends before the comma; "disampaikan Kepala Balai, Budi Santika,
    seusai rapat" keeps the name behind it, which the tree ties to the title.
    """
    last = sentence.tokens.last
    if place < last and draft.tokens[place].text.lower() in words.agents:
        place += 1
    if place >= last or draft.tokens[place].tag not in NAME_TAGS:
        return None
    end = place + 1
    for following in range(place + 1, last):
        token = draft.tokens[following]
        if token.text == "," or token.tag == "ADP":
            continue
        if token.tag not in NAME_TAGS or not hangs_together(draft, Stretch(place, end), following):
            break
        end = following + 1
    return Stretch(place, end)


def hangs_together(draft: Draft, phrase: Stretch, place: int) -> bool:
    """Whether the tree ties the word at `place` to the phrase: "Balai Arkeologi", but also "kedua menteri"."""
    token = draft.tokens[place]
    below = phrase.first <= token.head < phrase.last and token.relation.split(":")[0] in NAME_RELATIONS
    return below or any(draft.tokens[earlier].head == place for earlier in range(*phrase))


def name_in(draft: Draft, source: Stretch) -> Stretch:
    """The name inside the source, else the word that the others hang on."""
    names = [entity for entity in draft.entities if source.holds(entity.tokens)]
    persons = [entity for entity in names if entity.kind == PERSON]
    top = next((p for p in range(*source) if not source.first <= draft.tokens[p].head < source.last), source.first)
    return next((entity.tokens for entity in persons or names), Stretch(top, top + 1))


def link_pointers(draft: Draft, words: CueWords) -> None:
    """A statement whose content only points back refers to the statement before it.

    "Pernyataan tersebut disampaikan Rano ..." says nothing new; it names the source of what was said before.
    """
    for place, statement in enumerate(draft.statements):
        points = statement.rule.endswith(RULE) or only_points(draft, statement, words)
        if place and statement.parent is None and points:
            statement.refers_to = [place - 1]


def only_points(draft: Draft, statement: FoundStatement, words: CueWords) -> bool:
    """Whether every word of the content is a pointing word."""
    tokens = [draft.tokens[i] for piece in statement.content for i in range(*piece)]
    return bool(tokens) and all(token.text.lower() in words.pointers for token in tokens)
