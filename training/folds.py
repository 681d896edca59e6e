"""Cross-validation on CSUI's statements: five runs, each measured on the fifth that it did not see.

All begin with one run that saw none of those statements (their trees it did), so that each is short.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from training.corpora import FOLDS
from training.torch_reader import TorchReader
from training.train import FIRST_RUN, LAST_RUN, Recipe, Trainer, train
from ujar.analyse.model import Model
from ujar.evaluate.gold_words import read_gold_words
from ujar.evaluate.statements import JudgedText, StatementScores, score_statements

__all__ = ["BASE_RUN", "cross_validate", "fold_run"]

BASE_RUN = replace(FIRST_RUN, without=f"csui-train,{FIRST_RUN.without}", epochs=7)
FOLD_EPOCHS = 2
MakeTrainer = Callable[[Path, Recipe], Trainer]


def fold_run(fold: int, base: Path) -> Recipe:
    """The recipe of one fold: the shipped model's second run, but short, and less the fold."""
    return replace(LAST_RUN, epochs=FOLD_EPOCHS, without=f"fold-{fold},names", start=str(base))


def cross_validate(folder: Path, make_trainer: MakeTrainer) -> StatementScores:
    """Train the base and the folds below `folder`, as far as they are not trained yet; the figures over all folds."""
    base = folder / "base"
    trained(base, BASE_RUN, make_trainer)
    gold: list[JudgedText] = []
    found: list[JudgedText] = []
    for fold in range(FOLDS):
        trainer = trained(folder / f"fold-{fold}", fold_run(fold, base), make_trainer)
        model = Model(TorchReader(trainer.averaged(), trainer.table, trainer.index, trainer.pieces))
        corpora = trainer.corpora
        gold += corpora.held_out_statements
        found += read_gold_words(model, corpora.held_out_trees, corpora.held_out_statements)
        print(json.dumps({"folds": fold + 1, "so far": score_statements(gold, found).line()}), flush=True)
    return score_statements(gold, found, bootstrap=1000)


def trained(run: Path, recipe: Recipe, make_trainer: MakeTrainer) -> Trainer:
    """The trainer of a run, at its last epoch."""
    run.mkdir(parents=True, exist_ok=True)
    trainer = make_trainer(run, recipe)
    if recipe.start:
        trainer.start_from(Path(recipe.start) / "checkpoint.pt")
    train(trainer, run)
    return trainer
