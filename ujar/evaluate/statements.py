"""Scores statements against gold; docs/statements.md tells what a statement is.

Statements of form `free` take no part: neither they nor whatever was found in their place counts. Headlines are a
group of their own and are left out of every other figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ujar.errors import RecordError
from ujar.evaluate.align import Compared, compare
from ujar.evaluate.counts import Counts, count_text
from ujar.evaluate.judged import Extent, JudgedStatement, JudgedText
from ujar.evaluate.scores import StatementScores, make_scores, resample
from ujar.evaluate.words import ScoringWords
from ujar.languages.schema import load_words

__all__ = ["Extent", "JudgedStatement", "JudgedText", "StatementScores", "score_statements"]

CORE_MODES = frozenset({"speech", "directive"})


def score_statements(
    gold: Sequence[JudgedText],
    predicted: Sequence[JudgedText],
    *,
    core: bool = False,
    depth0: bool = False,
    bootstrap: int = 0,
    seed: int = 0,
    language: str = "id",
) -> StatementScores:
    """Score what was found in the gold's texts; a text that `predicted` lacks counts as one without statements.

    `core` keeps speech and directives, `depth0` those without a parent, on both sides. Texts are matched by their id,
    else by their characters. `bootstrap` is the number of draws for the intervals, 0 = none; of one text
    there is nothing to draw.

    Raises:
        RecordError: a text of that id has other characters in `predicted`.
    """
    words = load_words(language, ScoringWords)
    by_id = {text.id: text for text in predicted}
    by_text = {text.text: text for text in predicted}
    counts = []
    for text in gold:
        found = by_id.get(text.id) or by_text.get(text.text) or JudgedText(text.id, text.text, ())
        if found.text != text.text:
            raise RecordError(f"{text.id}: what was found is about another text than the gold's")
        sides = [compare_wanted(side, words, core=core, depth0=depth0) for side in (text, found)]
        counts.append(count_text(*sides))
    scores = make_scores(len(gold), sum(counts, Counts()))
    return replace(scores, intervals=resample(counts, bootstrap, seed)) if bootstrap and len(counts) > 1 else scores


def compare_wanted(text: JudgedText, words: ScoringWords, *, core: bool, depth0: bool) -> list[Compared]:
    """The statements of a text that belong to what is scored."""
    return [
        compare(text.text, statement, words)
        for statement in text.statements
        if (not core or statement.mode in CORE_MODES) and (not depth0 or statement.parent is None)
    ]
