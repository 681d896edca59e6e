"""The training loop: seeded, resumable, its figures in a log of JSON lines."""

from __future__ import annotations

import json
import random
import time
from collections import defaultdict
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from training.batching import LabelIndex, make_batch, plan_batches
from training.batching import join as join_examples
from training.corpora import CSUI_REPEATS, Corpora
from training.examples import Example
from training.loss import losses
from training.measure import measure
from training.network import Network
from training.torch_reader import TorchReader
from ujar.analyse.pieces import Pieces
from ujar.errors import ModelError


@dataclass(frozen=True)
class Recipe:
    """Every number that makes the model what it is."""

    seed: int = 1
    layers: int = 6
    epochs: int = 9
    trunk_rate: float = 1.5e-4
    head_rate: float = 1e-3
    warm_up: float = 0.08
    batch_pieces: int = 700
    average_decay: float = 0.997
    joined: float = 0.1  # share of the sentences that are read two at a time
    pieces: int = 50_000
    start: str = ""  # folder of a run whose averaged weights this one begins with
    cue_weight: float = 2.0  # cues are rare among words, and those of many words are missed rather than invented
    foreign: float = 0.5  # batches of other languages' statements for each batch of Indonesian text
    without: str = ""  # sets whose statements are left out, joined by commas; see `corpora.read_corpora`


# The shipped model's first run sees the statements of all languages, but not our later annotation (`annotations.SETS`).
FIRST_RUN = Recipe(without="gsd-train,idner-train,indocoref,invented,nergrit-train")
# The second brings what the first has learned back to Indonesian, whose held-out cues it had begun to miss (cue F1
# 94 -> 92.5 with the other languages in every epoch), with every annotated text there is.
LAST_RUN = Recipe(
    epochs=5, trunk_rate=8e-5, head_rate=5e-4, cue_weight=1.0, warm_up=0.1, average_decay=0.995, foreign=0.0
)


class Trainer:
    """Holds what one training run needs from step to step; `state` and `restore` make it resumable."""

    def __init__(
        self, network: Network, table: nn.Embedding, index: LabelIndex, pieces: Pieces, corpora: Corpora, recipe: Recipe
    ) -> None:
        self.network, self.table, self.index, self.pieces = network, table, index, pieces
        self.corpora, self.recipe = corpora, recipe
        self.rng = random.Random(recipe.seed)
        self.epoch = 0
        self.steps_planned = recipe.epochs * len(self.plan(random.Random(recipe.seed)))
        self.optimizer = make_optimizer(network, recipe)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, self.rate)
        self.average = torch.optim.swa_utils.AveragedModel(network, avg_fn=self.mix)

    def rate(self, step: int) -> float:
        """Linear warm-up, then linear decay to nothing."""
        warm = self.recipe.warm_up * self.steps_planned
        return min((step + 1) / warm, max(0.0, (self.steps_planned - step) / (self.steps_planned - warm)))

    def mix(self, average: torch.Tensor, current: torch.Tensor, count: torch.Tensor | int) -> torch.Tensor:
        """An exponential average that starts as a plain one, so that early weights do not linger."""
        decay = min(self.recipe.average_decay, (1 + float(count)) / (10 + float(count)))
        return average * decay + current * (1 - decay)

    def plan(self, rng: random.Random) -> list[list[Example]]:
        """The batches of one epoch."""
        trees = [e for e in self.corpora.trees for _ in range(CSUI_REPEATS if e.treebank == 0 else 1)]
        rng.shuffle(trees)
        pairs = int(len(trees) * self.recipe.joined) // 2
        joined = [join_examples(trees[2 * i], trees[2 * i + 1]) for i in range(pairs)]
        texts = [*trees, *(e for e in joined if len(e.pieces) <= 400), *self.corpora.passages]
        batches = plan_batches(texts, self.recipe.batch_pieces, rng)
        foreign = plan_batches(self.corpora.foreign, self.recipe.batch_pieces, rng)
        batches += foreign[: int(len(batches) * self.recipe.foreign)]
        batches += plan_batches(self.corpora.names, self.recipe.batch_pieces, rng)
        rng.shuffle(batches)
        return batches

    def run_epoch(self) -> dict[str, float]:
        """Train one epoch; the mean of each part of the loss."""
        self.network.train()
        sums: dict[str, float] = defaultdict(float)
        counts: dict[str, int] = defaultdict(int)
        for examples in self.plan(self.rng):
            batch = make_batch(examples, self.index)
            parts = losses(self.network, self.table(batch.pieces), batch, half=True)
            weighted = [part * (self.recipe.cue_weight if name == "cues" else 1.0) for name, part in parts.items()]
            total = torch.stack(weighted).sum()
            self.optimizer.zero_grad()
            total.backward()
            nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            self.average.update_parameters(self.network)
            for name, part in parts.items():
                sums[name] += part.item()
                counts[name] += 1
        self.epoch += 1
        return {name: round(sums[name] / counts[name], 4) for name in sorted(sums)}

    def averaged(self) -> Network:
        """The averaged network, ready to read."""
        network: Network = self.average.module
        return network.eval()

    def state(self) -> dict[str, object]:
        """All that a later `restore` needs."""
        return {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "schedule": self.schedule.state_dict(),
            "epoch": self.epoch,
            "rng": self.rng.getstate(),
            "torch_rng": torch.get_rng_state(),
            "recipe": asdict(self.recipe),
        }

    def start_from(self, path: Path) -> None:
        """Begin with the averaged weights of another run's checkpoint, of whatever recipe."""
        averaged = torch.load(path, weights_only=False)["average"]
        inside = "module."
        weights = {name.removeprefix(inside): value for name, value in averaged.items() if name.startswith(inside)}
        self.network.load_state_dict(weights)
        self.average = torch.optim.swa_utils.AveragedModel(self.network, avg_fn=self.mix)

    def restore(self, path: Path) -> None:
        """Go on from a checkpoint of the same recipe.

        Raises:
            ModelError: the checkpoint was made by another recipe.
        """
        state = torch.load(path, weights_only=False)
        if state["recipe"] != asdict(self.recipe):
            raise ModelError(path, f"was made by another recipe: {state['recipe']}")
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.schedule.load_state_dict(state["schedule"])
        self.epoch = state["epoch"]
        self.rng.setstate(state["rng"])
        torch.set_rng_state(state["torch_rng"])


def make_optimizer(network: Network, recipe: Recipe) -> torch.optim.Optimizer:
    """AdamW: a low rate for the trunk, a higher one for the heads, no decay for vectors."""
    groups = []
    for trunk, rate in ((True, recipe.trunk_rate), (False, recipe.head_rate)):
        parameters = [p for name, p in network.named_parameters() if name.startswith("trunk.") == trunk]
        groups.append({"params": [p for p in parameters if p.ndim > 1], "lr": rate, "weight_decay": 0.01})
        groups.append({"params": [p for p in parameters if p.ndim < 2], "lr": rate, "weight_decay": 0.0})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98))


def seed_everything(seed: int) -> None:
    """Seed torch and numpy; Python's own generator is the trainer's."""
    torch.manual_seed(seed)
    np.random.seed(seed)


def save(trainer: Trainer, checkpoint: Path) -> None:
    """Write a checkpoint that is whole or not there."""
    partial = checkpoint.with_suffix(".partial")
    torch.save(trainer.state(), partial)
    partial.replace(checkpoint)


def train(trainer: Trainer, folder: Path, every: int = 2) -> None:
    """Train to the recipe's last epoch, measuring on the held-out sets every few epochs; a checkpoint after each."""
    checkpoint = folder / "checkpoint.pt"
    if checkpoint.exists():
        trainer.restore(checkpoint)
    with (folder / "log.jsonl").open("a", encoding="utf-8") as log:
        while trainer.epoch < trainer.recipe.epochs:
            started = time.monotonic()
            line: dict[str, object] = {"loss": trainer.run_epoch(), "epoch": trainer.epoch}
            line["seconds"] = round(time.monotonic() - started)
            save(trainer, checkpoint)
            if trainer.epoch % every == 0 or trainer.epoch == trainer.recipe.epochs:
                reader = TorchReader(trainer.averaged(), trainer.table, trainer.index, trainer.pieces)
                line["held_out"] = measure(reader, trainer.corpora)
            log.write(json.dumps(line) + "\n")
            log.flush()
            print(json.dumps(line), flush=True)
