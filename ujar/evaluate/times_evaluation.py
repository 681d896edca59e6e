"""From TimeML files to the scores of the times that are found in their texts."""

from __future__ import annotations

from pathlib import Path

from ujar.analyse.analyser import load_analyser
from ujar.evaluate.timex import read_timeml
from ujar.evaluate.timex_scores import TimeScores, score_times

__all__ = ["evaluate_times"]


def evaluate_times(gold: Path, *, language: str = "id", model: Path | None = None) -> TimeScores:
    """Score the times of the TimeML file, or the folder of them, `gold`, analysed with `model` or the shipped one.

    Raises:
        GoldError: a file can't be read, or no time is annotated.
        ModelError: there is no usable model.
    """
    texts = read_timeml(gold, language)
    records = load_analyser(model).analyse_many(text.article for text in texts)
    return score_times(texts, [record.times for record in records])
