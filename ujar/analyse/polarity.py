"""Whether a statement was made: asserted, denied, negated, hypothetical, future, or a question."""

from __future__ import annotations

from ujar.analyse.draft import Draft, FoundStatement, Stretch
from ujar.languages.schema import CueWords
from ujar.record import Polarity

__all__ = ["find_polarities"]

REACH = 3  # tokens before the cue in which its negation or auxiliary stands: "tidak pernah secara resmi mengatakan"
MARKERS = frozenset({"mark", "advmod", "cc"})


def find_polarities(draft: Draft, words: CueWords) -> None:
    """Set the polarity of every statement with a cue from the cue itself and the words that govern it."""
    for statement in draft.statements:
        if statement.cue is not None:
            statement.polarity = polarity_of(draft, statement, statement.cue, words)


def polarity_of(draft: Draft, statement: FoundStatement, cue: Stretch, words: CueWords) -> Polarity:
    """The first that fits.

    Negation comes before denial: "Rano tidak pernah membantah" is no denial. A question about the statement itself
    ("Apakah Rano mengatakan ...?") is a question, the same in a clause ("belum jelas apakah Rano mengatakan") a guess.
    """
    cue_words = {draft.tokens[place].text.lower() for place in range(*cue)}
    around = words_around(draft, statement, cue)
    if around & words.negations:
        return "negated"
    if cue_words & words.denials or (statement.mode == "speech" and cue_words & words.denials_in_speech):
        return "denied"
    asked = bool(around & words.question_markers)
    if cue_words & words.questions or (asked and is_question(draft, cue)):
        return "question"
    if asked or around & words.conditionals:
        return "hypothetical"
    return "future" if around & words.futures else "asserted"


def is_question(draft: Draft, cue: Stretch) -> bool:
    """Whether the sentence of the cue ends with a question mark."""
    return draft.tokens[draft.sentence_at(cue.first).tokens.last - 1].text == "?"


def words_around(draft: Draft, statement: FoundStatement, cue: Stretch) -> set[str]:
    """Words just before the cue and its markers in the tree, none of them part of the content or the source."""
    taken = [*statement.content, *([statement.source] if statement.source else [])]
    near = range(max(0, cue.first - REACH), cue.first)
    below = (
        place
        for place in range(max(0, cue.first - 20), min(len(draft.tokens), cue.last + 20))
        if cue.first <= draft.tokens[place].head < cue.last and draft.tokens[place].relation.split(":")[0] in MARKERS
    )
    free = [place for place in (*near, *below) if not any(part.first <= place < part.last for part in taken)]
    # "... tidak turun. Rano mengatakan": what stands in the sentence before does not count as near.
    start = draft.sentence_at(cue.first).tokens.first
    return {draft.tokens[place].text.lower() for place in free if place >= start}
