"""Measures a model folder on every set that may measure it; the figures go into the model card."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from training.corpora import read_names
from ujar.analyse.analyser import Analyser
from ujar.analyse.model import Model
from ujar.evaluate.entities import read_entities
from ujar.evaluate.evaluation import analyse_gold
from ujar.evaluate.gold import read_statements
from ujar.evaluate.gold_words import is_held_out, score_model_names, score_model_statements, score_model_trees
from ujar.evaluate.statements import JudgedText, StatementScores, score_statements
from ujar.evaluate.trees import read_trees


def report(model: Model, shared: Path, *, test: bool) -> dict[str, dict[str, float] | str]:
    """All figures. `test` also scores the sets marked *test*, which are to be scored rarely and never tuned on."""
    found: dict[str, dict[str, float] | str] = {}
    if test:
        found["csui-test, gold words"] = score_model_trees(model, read_trees(shared / "ud/csui-test.conllu")).as_dict()
        names = read_entities(shared / "ner/idner-news-2k-test.txt")
        found["idner-news-2k-test"] = {"names": score_model_names(model, names, news=True)}
        nergrit = read_names(shared / "ner/nergrit-test.txt")
        found["nergrit-test"] = {"names": score_model_names(model, nergrit, news=False)}
    csui = [text for text in read_statements(shared / "attribution/id-csui-train.jsonl") if is_held_out(text.id)]
    held_out = score_model_statements(model, read_trees(shared / "ud/csui-train.conllu"), csui)
    found["held-out csui-train statements"] = held_out.line()
    gsd = read_statements(shared / "attribution/id-gsd-test.jsonl")
    found["id-gsd-test statements"] = score_model_statements(
        model, read_trees(shared / "ud/gsd-test.conllu"), gsd
    ).line()
    paragraphs = read_statements(shared / "attribution/id-coin-dev.jsonl")
    found["id-coin-dev statements, raw text"] = score_raw(model, paragraphs).line()
    stories = read_statements(shared / "gold-dev")
    found["gold-dev statements, whole stories"] = score_raw(model, stories).line()
    return found


def score_raw(model: Model, gold: Sequence[JudgedText]) -> StatementScores:
    """Score the whole analyser on raw texts."""
    return score_statements(gold, list(analyse_gold(gold, Analyser(model))))
