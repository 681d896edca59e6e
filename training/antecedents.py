"""Trains the ranker of antecedents on COIN, IndoCoref and our own stories, and writes it into the model folder.

    python -m training antecedents --model ujar/models

Every text is analysed with the shipped model; each pronoun, clitic and epithet whose chain is annotated is a question
(which of the actors named before, or none). COIN's dev file and a fifth of the other texts, fixed by their ids, are
held out: they measure and never train.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch import nn

from training.chains import CHAINS, read_marked
from training.train import seed_everything
from ujar.analyse.analyser import Analyser
from ujar.analyse.antecedents import FEATURES, SORTS, Anaphor, Candidate
from ujar.analyse.coreference import resolve_mentions
from ujar.analyse.draft import Draft, Mention
from ujar.analyse.model import Model
from ujar.analyse.onnx_reader import OnnxReader, model_digest
from ujar.analyse.prepare import prepare
from ujar.analyse.ranker import RANKER_FILE, Evidence
from ujar.analyse.read_model import read_draft
from ujar.analyse.stages import AFTER, Tools, load_tools
from ujar.evaluate.chain_gold import read_chains
from ujar.evaluate.chains import ChainText, is_held_out
from ujar.read.wire import describe

TRAITS = 4
HIDDEN = 48
EPOCHS = 15
RATE = 2e-3
DECAY = 1e-2
DROPOUT = 0.4
OWN_WEIGHT = 2  # our stories are news, the others mostly encyclopaedia: each counts that often


@dataclass
class Question:
    """A mention that names nobody: its sort, what is known of its candidates, and the right ones."""

    sort: str
    evidence: Evidence
    right: tuple[int, ...]


@dataclass
class Teacher:
    """Chooses by the annotated chains, and keeps what was asked."""

    chain_of: dict[int, int]
    firsts: dict[int, int]  # chain -> its first mention
    questions: list[Question] = field(default_factory=list)

    def choose(self, anaphor: Anaphor, candidates: Sequence[Candidate], evidence: Evidence) -> int | None:
        """The candidate whose mentions are of the anaphor's chain, None for a mention of no chain, or a first one."""
        chain = self.chain_of.get(anaphor.place)
        right = tuple(
            number
            for number, candidate in enumerate(candidates)
            if chain is not None and any(self.chain_of.get(place) == chain for place in candidate.mentions)
        )
        asked = bool(right) or chain is None or self.firsts[chain] == anaphor.place
        if asked:
            self.questions.append(Question(anaphor.sort, evidence, right))
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
    draft = prepare(describe(text, "id"))
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
    """The texts of others that train."""
    files = [shared / "coref/coin/train.tsv", *sorted((shared / "coref/indocoref/data/annotated").glob("*.txt"))]
    for file in files:
        yield from (text for text in read_chains(file) if not is_held_out(text.id))


def read_own() -> Iterator[ChainText]:
    """Our own stories that train."""
    for file in sorted(CHAINS.glob("*.txt")):
        yield from (text for text in read_marked(file) if not is_held_out(text.id))


class Batch(NamedTuple):
    """Questions as tensors; C is the most candidates of one. `held` (B, C) tells true candidates from filling."""

    features: torch.Tensor  # (B, C, F)
    own: torch.Tensor  # (B, H)
    theirs: torch.Tensor  # (B, C, H)
    held: torch.Tensor
    sorts: torch.Tensor  # (B)
    right: torch.Tensor  # (B, C + 1), the last column is "none of them"


class Network(nn.Module):
    """Scores candidates, and "none of them"; see `ujar.analyse.ranker.Ranker`."""

    def __init__(self, states: int) -> None:
        super().__init__()
        self.own = nn.Linear(states, TRAITS, bias=False)
        self.theirs = nn.Linear(states, TRAITS, bias=False)
        self.inner = nn.Linear(len(FEATURES) + 3 * TRAITS, HIDDEN)
        self.outer = nn.Linear(HIDDEN, 1, bias=False)
        self.none = nn.Embedding(len(SORTS), 1)
        self.none_of = nn.Linear(TRAITS, 1, bias=False)
        self.dropout = nn.Dropout(DROPOUT)
        nn.init.zeros_(self.none.weight)

    def forward(self, batch: Batch) -> torch.Tensor:
        """Scores (B, C + 1), the last of "none of them"; filling gets minus infinity."""
        own = torch.tanh(self.own(self.dropout(batch.own)))
        theirs = torch.tanh(self.theirs(self.dropout(batch.theirs)))
        spread = own[:, None].expand_as(theirs)
        inputs = torch.cat([batch.features, spread, theirs, spread * theirs], 2)
        scores = self.outer(self.dropout(torch.relu(self.inner(inputs))))[:, :, 0]
        scores = scores.masked_fill(~batch.held, -torch.inf)
        return torch.cat([scores, self.none(batch.sorts) + self.none_of(own)], 1)


def collate(questions: Sequence[Question]) -> Batch:
    """Some questions as one batch."""
    most = max(len(question.evidence.features) for question in questions)
    features = np.zeros((len(questions), most, len(FEATURES)), np.float32)
    theirs = np.zeros((len(questions), most, len(questions[0].evidence.own)), np.float32)
    held = np.zeros((len(questions), most), bool)
    right = np.zeros((len(questions), most + 1), bool)
    for row, question in enumerate(questions):
        count = len(question.evidence.features)
        features[row, :count], theirs[row, :count] = question.evidence.features, question.evidence.theirs
        held[row, :count] = True
        right[row, list(question.right) or [most]] = True
    own = np.stack([question.evidence.own for question in questions])
    sorts = np.array([SORTS.index(question.sort) for question in questions])
    return Batch(*map(torch.from_numpy, (features, own, theirs, held, sorts, right)))


def train(questions: Sequence[Question]) -> Network:
    """The network after `EPOCHS` over the questions, in batches of 64."""
    network = Network(len(questions[0].evidence.own))
    optimiser = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, EPOCHS)
    for _ in range(EPOCHS):
        network.train()
        order = torch.randperm(len(questions)).tolist()
        for start in range(0, len(order), 64):
            batch = collate([questions[number] for number in order[start : start + 64]])
            every = torch.log_softmax(network(batch), 1)
            loss = -torch.logsumexp(every.masked_fill(~batch.right, -torch.inf), 1).mean()
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimiser.step()
        schedule.step()
    network.eval()
    return network


def answers(network: Network, questions: Sequence[Question]) -> list[bool]:
    """Whether the network answers each question rightly."""
    found: list[bool] = []
    with torch.no_grad():
        for start in range(0, len(questions), 256):
            batch = collate(questions[start : start + 256])
            best = network(batch).argmax(1)
            found += batch.right[torch.arange(len(best)), best].tolist()
    return found


def write(network: Network, path: Path) -> None:
    """The weights as `ujar.analyse.ranker` reads them."""
    with torch.no_grad():
        np.savez(
            path,
            own=network.own.weight.T.numpy(),
            theirs=network.theirs.weight.T.numpy(),
            inner=network.inner.weight.T.numpy(),
            inner_bias=network.inner.bias.numpy(),
            outer=network.outer.weight[0].numpy(),
            none=network.none.weight[:, 0].numpy(),
            none_of=network.none_of.weight[0].numpy(),
        )


def write_undecided(folder: Path, states: int) -> None:
    """A ranker that chooses nobody, so that the folder can be read before one is trained for it; H is `states`."""
    network = Network(states)
    with torch.no_grad():
        for weights in network.parameters():
            weights.zero_()
        network.none.weight.fill_(1.0)
    write(network, folder / RANKER_FILE)


def train_ranker(folder: Path, shared: Path) -> str:
    """Train the ranker for the model in `folder`, write it and the folder's new digest; what was learned, in words."""
    seed_everything(0)
    analyser = Analyser(Model(OnnxReader(folder)))  # the ranker that is there may be one of other features
    questions = [question for text in read_texts(shared) for question in ask(analyser, text)]
    own = [question for text in read_own() for question in ask(analyser, text)]
    questions = own * OWN_WEIGHT + questions
    network = train(questions)
    write(network, folder / RANKER_FILE)
    (folder / "digest.txt").write_text(model_digest(folder) + "\n", encoding="utf-8")
    right = answers(network, questions)
    return f"{len(questions)} questions, {sum(right) / len(right):.3f} of them answered rightly"
