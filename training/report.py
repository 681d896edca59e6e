"""Measures a model folder on every set that may measure it; the figures go into the model card."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from training.corpora import is_aside
from training.examples import name_examples
from training.measure import Figures, name_figure, score_gold_words, tree_figures
from ujar.analyse.analyser import Analyser
from ujar.analyse.model import Model
from ujar.evaluate.gold import judged, read_statements
from ujar.evaluate.statements import JudgedText, StatementScores, score_statements
from ujar.evaluate.trees import read_trees
from ujar.record import Article


def report(model: Model, shared: Path, *, test: bool) -> dict[str, Figures | str]:
    """All figures. `test` also scores the sets marked *test*, which are to be scored rarely and never tuned on."""
    found: dict[str, Figures | str] = {}
    if test:
        found["csui-test, gold words"] = tree_figures(model, read_trees(shared / "ud/csui-test.conllu"))
        names = name_examples(shared / "ner/idner-news-2k-test.txt")
        found["idner-news-2k-test"] = {"names": name_figure(model, names)}
    csui = [text for text in read_statements(shared / "attribution/id-csui-train.jsonl") if is_aside(text.id)]
    held_out = score_gold_words(model, read_trees(shared / "ud/csui-train.conllu"), csui)
    found["held-out csui-train statements"] = held_out.line()
    gsd = read_statements(shared / "attribution/id-gsd-test.jsonl")
    found["id-gsd-test statements"] = score_gold_words(model, read_trees(shared / "ud/gsd-test.conllu"), gsd).line()
    paragraphs = read_statements(shared / "attribution/id-coin-dev.jsonl")
    found["id-coin-dev statements, raw text"] = score_raw(model, paragraphs).line()
    return found


def score_raw(model: Model, gold: Sequence[JudgedText]) -> StatementScores:
    """Score the whole analyser on raw texts."""
    records = Analyser(model).analyse_many(Article.of(text.text) for text in gold)
    predicted = [
        JudgedText(text.id, text.text, judged(record).statements) for text, record in zip(gold, records, strict=True)
    ]
    return score_statements(gold, predicted)
