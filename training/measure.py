"""Measures a reader on the held-out sets with the shipped decoding."""

from __future__ import annotations

from training.corpora import Corpora
from ujar.analyse.model import Model
from ujar.analyse.reading import Reader
from ujar.evaluate.gold_words import score_model_names, score_model_statements, score_model_trees

Figures = dict[str, float]


def measure(reader: Reader, corpora: Corpora) -> Figures:
    """UPOS, UAS, LAS, name F1 and the figures of the statements."""
    model = Model(reader)
    figures = dict(score_model_trees(model, corpora.held_out_trees).as_dict())
    figures["news names"] = score_model_names(model, corpora.held_out_news_names, news=True)
    figures["names"] = score_model_names(model, corpora.held_out_names, news=False)
    scores = score_model_statements(model, corpora.held_out_trees, corpora.held_out_statements)
    numbers = {name: value for name, value in scores.as_dict().items() if isinstance(value, int | float)}
    figures |= {f"statements {name}": value for name, value in numbers.items() if not name.startswith("group")}
    return {name: round(value, 2) for name, value in figures.items()}
