"""The network behind the interface that the analyser reads, so that training is measured with the shipped decoding."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn

from training.batching import LabelIndex
from training.labels import CUE_TAGS, DISTANCES, ROLES
from training.network import Network
from ujar.analyse.pieces import Pieces
from ujar.analyse.reading import Floats, Labels, RoleInput, TrunkInput, TrunkScores


def labels_of(index: LabelIndex) -> Labels:
    """The label sets as `labels.json` holds them."""
    return Labels(
        tuple(index.tags),
        tuple(index.relations),
        tuple(index.names),
        tuple(index.news_names),
        CUE_TAGS,
        ROLES,
        DISTANCES,
    )


class TorchReader:
    """See `ujar.analyse.model.Reader`."""

    def __init__(self, network: Network, table: nn.Embedding, index: LabelIndex, pieces: Pieces) -> None:
        self.network = network
        self.table = table
        self.labels = labels_of(index)
        self.pieces = pieces

    @torch.no_grad()
    def run_trunk(self, batch: TrunkInput) -> TrunkScores:
        """Score one batch of passages, in the conventions of the first treebank."""
        pieces, mask, firsts, lasts, quoted = (torch.from_numpy(part) for part in batch)
        words = self.network.words(self.table(pieces), mask, firsts, lasts)
        ours = torch.zeros(len(words), dtype=torch.long)
        outputs: list[Tensor] = list(self.network.syntax(words, ours))
        return TrunkScores(*(part.numpy() for part in (*outputs, *self.network.cue(words, quoted, ours))))

    @torch.no_grad()
    def run_relations(self, heads: Floats, dependents: Floats) -> Floats:
        """Score the relations of K words."""
        scores = self.network.syntax.score_relations(torch.from_numpy(heads), torch.from_numpy(dependents))
        return np.asarray(scores.numpy(), np.float32)

    @torch.no_grad()
    def run_roles(self, batch: RoleInput) -> Floats:
        """Score the roles of M cues."""
        ours = torch.zeros(len(batch.cues), dtype=torch.long)
        scores = self.network.role(*(torch.from_numpy(part) for part in batch), ours)
        return np.asarray(scores.numpy(), np.float32)
