"""Measures a reader on held-out gold with the shipped decoding: gold words, so that every figure is the model's own."""

from __future__ import annotations

from collections.abc import Sequence

from training.corpora import Corpora
from training.drafts import draft_of
from training.examples import Example
from ujar.analyse.analyser import Analyser
from ujar.analyse.finish import finish
from ujar.analyse.model import Model, PassageWords, Reader
from ujar.analyse.read_model import read_drafts
from ujar.evaluate.entities import score_entities
from ujar.evaluate.gold import judged
from ujar.evaluate.statements import JudgedText, StatementScores, score_statements
from ujar.evaluate.trees import GoldTree, score_trees
from ujar.record import MadeBy

Figures = dict[str, float]


def measure(reader: Reader, corpora: Corpora) -> Figures:
    """UPOS, UAS, LAS, name F1 and the figures of the statements on the held-out sets."""
    model = Model(reader)
    figures = tree_figures(model, corpora.held_out_trees)
    figures["names"] = name_figure(model, corpora.held_out_names)
    figures.update(statement_figures(score_gold_words(model, corpora.held_out_trees, corpora.held_out_statements)))
    return figures


def tree_figures(model: Model, trees: Sequence[GoldTree]) -> Figures:
    """Tags and trees on gold words, in percent."""
    readings = model.read([PassageWords(t.words, t.spaces, [False] * len(t.words), [len(t.words)]) for t in trees])
    scores = score_trees(trees, [(r.tags, [head + 1 for head in r.heads], r.relations) for r in readings])
    return {name: round(value, 2) for name, value in scores.as_dict().items()}


def name_figure(model: Model, examples: Sequence[Example]) -> float:
    """F1 of the names."""
    readings = model.read([PassageWords(e.words, e.spaces, e.quoted, [len(e.words)]) for e in examples])
    return round(score_entities([e.names or [] for e in examples], [r.names for r in readings]).f1, 2)


def score_gold_words(model: Model, trees: Sequence[GoldTree], gold: Sequence[JudgedText]) -> StatementScores:
    """Score the statements found on gold words; `gold` names the sentences of `trees` by their ids."""
    by_id = {tree.id: tree for tree in trees}
    drafts = [draft_of(by_id[text.id]) for text in gold]
    analyser = Analyser(model)
    predicted = []
    for text, draft, readings in zip(gold, drafts, read_drafts(drafts, model), strict=True):
        analyser.attribute(draft, readings)
        found = judged(finish(draft, MadeBy(ujar="", model="", language_data="")))
        predicted.append(JudgedText(text.id, text.text, found.statements))
    return score_statements(gold, predicted)


def statement_figures(scores: StatementScores) -> Figures:
    """The figures that training watches."""
    numbers = {name: value for name, value in scores.as_dict().items() if isinstance(value, int | float)}
    return {f"statements {name}": value for name, value in numbers.items() if not name.startswith("group")}
