"""Trains the ranker of antecedents on COIN and IndoCoref, and writes it into the model folder.

    python -m training.antecedents --shared ../shared/data --model ujar/models

Every text is analysed with the shipped model; each pronoun, clitic and epithet whose chain is annotated is a question
(which of the actors named before, or none). COIN's dev file and a fifth of the other texts, fixed by their ids, are
held out: they measure and never train.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from torch import nn

from training.train import seed_everything
from ujar.analyse.analyser import Analyser, load_analyser
from ujar.analyse.antecedents import FEATURES, SORTS, Anaphor, Candidate
from ujar.analyse.coreference import resolve_mentions
from ujar.analyse.draft import Draft, Mention
from ujar.analyse.prepare import prepare
from ujar.analyse.ranker import RANKER_FILE
from ujar.analyse.read_model import read_draft
from ujar.analyse.stages import AFTER, Tools, load_tools
from ujar.evaluate.chain_gold import read_chains
from ujar.evaluate.chains import ChainText, is_held_out
from ujar.record import Article

HIDDEN = 32
EPOCHS = 60
RATE = 3e-3
DECAY = 1e-3


@dataclass
class Question:
    """A mention that names nobody: its sort, the features (C, F) of its candidates, and the right ones."""

    sort: str
    features: np.ndarray
    right: tuple[int, ...]


@dataclass
class Teacher:
    """Chooses by the annotated chains, and keeps what was asked."""

    chain_of: dict[int, int]
    firsts: dict[int, int]  # chain -> its first mention
    questions: list[Question] = field(default_factory=list)

    def choose(
        self, anaphor: Anaphor, candidates: Sequence[Candidate], features: Sequence[Sequence[float]]
    ) -> int | None:
        """The candidate whose mentions are of the anaphor's chain, None for a mention of no chain, or a first one."""
        chain = self.chain_of.get(anaphor.place)
        right = tuple(
            number
            for number, candidate in enumerate(candidates)
            if chain is not None and any(self.chain_of.get(place) == chain for place in candidate.mentions)
        )
        asked = bool(right) or chain is None or self.firsts[chain] == anaphor.place
        if features and asked:
            self.questions.append(Question(anaphor.sort, np.array(features, np.float32), right))
        return right[0] if right else None


def ask(analyser: Analyser, text: ChainText) -> list[Question]:
    """The questions of one text."""
    draft, tools = parse_names(analyser, text.text)
    chain_of = {
        place: chain
        for place, mention in enumerate(draft.mentions)
        if (chain := chain_at(draft, mention, text)) is not None
    }
    firsts: dict[int, int] = {}
    for place, chain in sorted(chain_of.items()):
        firsts.setdefault(chain, place)
    teacher = Teacher(chain_of, firsts)
    resolve_mentions(draft, tools.naming, teacher)
    return teacher.questions


def parse_names(analyser: Analyser, text: str) -> tuple[Draft, Tools]:
    """The draft of a text up to its named actors, with the tools of the stages."""
    draft = prepare(Article.of(text))
    read_draft(draft, analyser.model)
    tools = load_tools("id", analyser.model)
    for stage in AFTER:
        if stage.name == "coreference":
            break
        stage.run(draft, tools)
    return draft, tools


def chain_at(draft: Draft, mention: Mention, text: ChainText) -> int | None:
    """The chain of the shortest annotated phrase that holds the mention's head and begins or ends with it."""
    start, end = draft.tokens[mention.head.first].start, draft.tokens[mention.head.last - 1].end
    first, last = draft.tokens[mention.tokens.first].start, draft.tokens[mention.tokens.last - 1].end
    fitting = [
        (right - left, number)
        for number, chain in enumerate(text.chains)
        for left, right in chain
        if left <= start and end <= right and (left in (start, first) or right in (end, last))
    ]
    return min(fitting)[1] if fitting else None


def read_texts(shared: Path) -> Iterator[ChainText]:
    """The texts that train."""
    files = [shared / "coref/coin/train.tsv", *sorted((shared / "coref/indocoref/data/annotated").glob("*.txt"))]
    for file in files:
        yield from (text for text in read_chains(file) if not is_held_out(text.id))


class Network(nn.Module):
    """Scores candidates, and for each sort of anaphor "none of them"."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = nn.Linear(len(FEATURES), HIDDEN)
        self.outer = nn.Linear(HIDDEN, 1, bias=False)
        self.none = nn.Parameter(torch.zeros(len(SORTS)))

    def loss(self, question: Question) -> torch.Tensor:
        """Negative log-likelihood of the right answers, together."""
        scores = self.outer(torch.relu(self.inner(torch.from_numpy(question.features))))[:, 0]
        every = torch.log_softmax(torch.cat([scores, self.none[SORTS.index(question.sort)][None]]), 0)
        return -torch.logsumexp(every[list(question.right) or [-1]], 0)


def train(questions: Sequence[Question]) -> Network:
    """The network after `EPOCHS` over the questions, in batches of 32."""
    network = Network()
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, EPOCHS)
    for _ in range(EPOCHS):
        order = torch.randperm(len(questions)).tolist()
        for start in range(0, len(order), 32):
            batch = [network.loss(questions[number]) for number in order[start : start + 32]]
            loss = torch.stack(batch).mean()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
        schedule.step()
    return network


def write(network: Network, path: Path) -> None:
    """The weights as `ujar.analyse.ranker` reads them."""
    with torch.no_grad():
        np.savez(
            path,
            inner=network.inner.weight.T.numpy(),
            inner_bias=network.inner.bias.numpy(),
            outer=network.outer.weight[0].numpy(),
            none=network.none.numpy(),
        )


def right_share(network: Network, questions: Sequence[Question]) -> float:
    """How many of the questions the network answers rightly, of 1."""
    right = 0
    with torch.no_grad():
        for question in questions:
            scores = network.outer(torch.relu(network.inner(torch.from_numpy(question.features))))[:, 0]
            best = int(scores.argmax())
            chosen = best if scores[best] > network.none[SORTS.index(question.sort)] else None
            right += chosen in question.right if chosen is not None else not question.right
    return right / max(1, len(questions))


def main() -> None:
    """Parse the command line, train, and write."""
    parser = argparse.ArgumentParser(prog="python -m training.antecedents", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"), help="folder of the data sets")
    parser.add_argument("--model", type=Path, required=True, help="the model folder")
    options = parser.parse_args()
    seed_everything(0)
    analyser = load_analyser()
    questions = [question for text in read_texts(options.shared) for question in ask(analyser, text)]
    network = train(questions)
    print(f"{len(questions)} questions, {right_share(network, questions):.3f} of them answered rightly")
    write(network, options.model / RANKER_FILE)


if __name__ == "__main__":
    main()
