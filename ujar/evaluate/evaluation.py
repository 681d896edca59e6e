"""From a gold file to its scores: the texts are analysed, or records that were made before are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ujar.analyse.analyser import Analyser, load_analyser
from ujar.errors import GoldError
from ujar.evaluate.gold import judged, read_records, read_statements
from ujar.evaluate.judged import JudgedText
from ujar.evaluate.statements import StatementScores, score_statements
from ujar.read.wire import describe
from ujar.record import Article

__all__ = ["analyse_gold", "evaluate_statements"]


def evaluate_statements(
    gold: Path,
    predicted: Path | None = None,
    *,
    core: bool = False,
    depth0: bool = False,
    bootstrap: int = 1000,
    seed: int = 0,
    language: str = "id",
    model: Path | None = None,
) -> StatementScores:
    """Score the statements of the file (or folder of stories) `gold`.

    `predicted` is a JSONL file of records; without it the texts are analysed with `model`, or the shipped one.
    Where the gold holds direct speech only, the same of the found statements is scored.

    Raises:
        GoldError: a file can't be read, or none of the records is about a text of the gold.
        ModelError: there is no usable model.
    """
    texts = read_statements(gold)
    if predicted is None:
        found = list(analyse_gold(texts, load_analyser(model), language=language))
    else:
        found = read_records(predicted)
        if not {text.text for text in texts} & {text.text for text in found}:
            raise GoldError(predicted, 0, f"none of its {len(found)} records is about a text of {gold}")
    if all(text.direct_only for text in texts):
        found = [replace(text, statements=tuple(s for s in text.statements if s.form == "direct")) for text in found]
    return score_statements(texts, found, core=core, depth0=depth0, bootstrap=bootstrap, seed=seed, language=language)


def analyse_gold(texts: Sequence[JudgedText], analyser: Analyser, *, language: str = "id") -> Iterator[JudgedText]:
    """The gold's texts with the statements that the analyser finds in them."""
    articles = [article_of(text, language) for text in texts]
    for text, record in zip(texts, analyser.analyse_many(articles), strict=True):
        yield JudgedText(text.id, text.text, judged(record).statements)


def article_of(text: JudgedText, language: str) -> Article:
    """A story is read as one, with its header and byline; a sentence or a paragraph has none."""
    if "\n" in text.text:
        return describe(text.text, language)
    return Article.of(text.text, language=language)
