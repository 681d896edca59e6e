"""The network: one trunk (the first layers of multilingual-e5-small) and its heads. Plain torch.

Shapes: B sentences, L pieces, N words, M cues, H hidden units. A word's state is the mean of the states of its first
and its last piece. Piece embeddings stay frozen, so that the shipped table is the pretrained one, bit by bit.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as fn

from training.labels import CORPORA, CUE_TAGS, DISTANCES, ROLES, TREEBANKS
from training.pretrained import Pretrained

ARC_UNITS = 256
RELATION_UNITS = 96
ROLE_UNITS = 256
RECURRENT_UNITS = 128


@dataclass(frozen=True)
class Widths:
    """How many labels each head tells apart."""

    tags: int
    relations: int
    names: int
    news_names: int


class Layer(nn.Module):
    """A BERT layer, layer norm after each part."""

    def __init__(self, hidden: int, heads: int, inner: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.queries_keys_values = nn.Linear(hidden, 3 * hidden)
        self.attended = nn.Linear(hidden, hidden)
        self.attended_norm = nn.LayerNorm(hidden, eps=epsilon)
        self.inner = nn.Linear(hidden, inner)
        self.outer = nn.Linear(inner, hidden)
        self.outer_norm = nn.LayerNorm(hidden, eps=epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States (B, L, H) and an additive mask (B, 1, 1, L) to states (B, L, H)."""
        batch, length, hidden = states.shape
        split = self.queries_keys_values(states).view(batch, length, 3, self.heads, hidden // self.heads)
        queries, keys, values = split.permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax(queries @ keys.transpose(-1, -2) / math.sqrt(hidden // self.heads) + mask, -1)
        mixed = (weights @ values).transpose(1, 2).reshape(batch, length, hidden)
        states = self.attended_norm(states + self.dropout(self.attended(mixed)))
        return self.outer_norm(states + self.dropout(self.outer(fn.gelu(self.inner(states)))))


class Trunk(nn.Module):
    """Piece embeddings (B, L, H) to states (B, L, H)."""

    def __init__(self, pretrained: Pretrained, layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        sizes = pretrained.sizes
        hidden = sizes.hidden
        self.positions = nn.Parameter(torch.from_numpy(pretrained.vector("emb.pos")).view(-1, hidden))
        self.kind = nn.Parameter(torch.from_numpy(pretrained.vector("emb.type")).view(-1, hidden)[0].clone())
        self.norm = nn.LayerNorm(hidden, eps=sizes.epsilon)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(hidden, sizes.heads, sizes.inner, sizes.epsilon, dropout) for _ in range(layers)
        )
        load_norm(self.norm, pretrained, "emb.ln")
        for number, layer in enumerate(self.layers):
            load_layer(layer, pretrained, f"l{number}")

    def forward(self, embedded: Tensor, mask: Tensor) -> Tensor:
        """`mask` (B, L): 1 for a piece, 0 for padding."""
        states = self.dropout(self.norm(embedded + self.positions[: embedded.shape[1]] + self.kind))
        additive = ((1.0 - mask) * -1e4)[:, None, None, :].to(states.dtype)
        for layer in self.layers:
            states = layer(states, additive)
        return states


def load_norm(norm: nn.Module, pretrained: Pretrained, name: str) -> None:
    """Copy a pretrained layer norm."""
    norm.weight.data = torch.from_numpy(pretrained.vector(f"{name}.w"))
    norm.bias.data = torch.from_numpy(pretrained.vector(f"{name}.b"))


def load_layer(layer: nn.Module, pretrained: Pretrained, name: str) -> None:
    """Copy a pretrained layer."""
    hidden = pretrained.sizes.hidden

    def matrix(part: str, columns: int = hidden) -> Tensor:
        return torch.from_numpy(pretrained.matrix(f"{name}.{part}.w", columns))

    def vector(part: str) -> Tensor:
        return torch.from_numpy(pretrained.vector(f"{name}.{part}.b"))

    layer.queries_keys_values.weight.data = torch.cat([matrix(part) for part in "qkv"])
    layer.queries_keys_values.bias.data = torch.cat([vector(part) for part in "qkv"])
    layer.attended.weight.data, layer.attended.bias.data = matrix("ao"), vector("ao")
    layer.inner.weight.data, layer.inner.bias.data = matrix("fi"), vector("fi")
    layer.outer.weight.data, layer.outer.bias.data = matrix("fo", pretrained.sizes.inner), vector("fo")
    load_norm(layer.attended_norm, pretrained, f"{name}.aln")
    load_norm(layer.outer_norm, pretrained, f"{name}.oln")


class Projection(nn.Module):
    """A linear layer with a leaky rectifier and dropout."""

    def __init__(self, inputs: int, outputs: int, dropout: float) -> None:
        super().__init__()
        self.linear = nn.Linear(inputs, outputs)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor) -> Tensor:
        """(..., inputs) to (..., outputs)."""
        return self.dropout(fn.leaky_relu(self.linear(states), 0.1))


class SyntaxHeads(nn.Module):
    """Tags, arcs, relations and names over word states.

    A learned vector for each treebank is added before the parser: GSD and CSUI annotate by different conventions.
    """

    def __init__(self, hidden: int, widths: Widths, dropout: float = 0.33) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.root = nn.Parameter(torch.randn(hidden) * 0.02)
        self.treebank = nn.Embedding(len(TREEBANKS), hidden)
        nn.init.zeros_(self.treebank.weight)
        self.tags = nn.Linear(hidden, widths.tags)
        self.names = nn.Linear(hidden, widths.names)
        self.news_names = nn.Linear(hidden, widths.news_names)
        self.arc_head = Projection(hidden, ARC_UNITS, dropout)
        self.arc_dependent = Projection(hidden, ARC_UNITS, dropout)
        self.relation_head = Projection(hidden, RELATION_UNITS, dropout)
        self.relation_dependent = Projection(hidden, RELATION_UNITS, dropout)
        self.arcs = nn.Parameter(nn.init.orthogonal_(torch.empty(ARC_UNITS + 1, ARC_UNITS)))
        self.relations = nn.Parameter(torch.randn(widths.relations, RELATION_UNITS + 1, RELATION_UNITS + 1) * 0.02)

    def forward(self, words: Tensor, treebank: Tensor) -> tuple[Tensor, ...]:
        """Words (B, N, H), treebank (B) to the first fields of `ujar.analyse.model.TrunkScores`, in their order."""
        dropped = self.dropout(words)
        words = self.dropout(words + self.treebank(treebank)[:, None])
        with_root = torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1)
        dependents = with_one(self.arc_dependent(words))
        arcs = (dependents @ self.arcs) @ self.arc_head(with_root).transpose(1, 2)
        names = (self.names(dropped), self.news_names(dropped))
        return self.tags(words), *names, arcs, self.relation_head(with_root), self.relation_dependent(words)

    def score_relations(self, heads: Tensor, dependents: Tensor) -> Tensor:
        """States of chosen heads and of their dependents (M, R) to scores (M, relations)."""
        half = torch.einsum("md,rde->mre", with_one(dependents), self.relations)
        return torch.einsum("mre,me->mr", half, with_one(heads))


def with_one(states: Tensor) -> Tensor:
    """Append a constant 1, the bias of a bilinear form."""
    return torch.cat([states, torch.ones_like(states[..., :1])], -1)


class CueHead(nn.Module):
    """Scores the cue tags of every word."""

    def __init__(self, hidden: int, dropout: float = 0.3) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.quoted = nn.Embedding(2, hidden)
        self.corpus = nn.Embedding(len(CORPORA), hidden)
        nn.init.zeros_(self.quoted.weight)
        nn.init.zeros_(self.corpus.weight)
        self.projection = Projection(hidden, ROLE_UNITS, dropout)
        self.scores = nn.Linear(ROLE_UNITS, len(CUE_TAGS))

    def forward(self, words: Tensor, quoted: Tensor, corpus: Tensor) -> tuple[Tensor, Tensor]:
        """Words (B, N, H), quotation flags (B, N), corpus (B) to scores (B, N, tags) and the words so marked."""
        marked = words + self.quoted(quoted) + self.corpus(corpus)[:, None]
        return self.scores(self.projection(self.dropout(marked))), marked


class RoleHead(nn.Module):
    """For one cue at a time, labels every word of its passage; so nested and split statements need nothing special."""

    def __init__(self, hidden: int, dropout: float = 0.3) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.cue = nn.Linear(hidden, ROLE_UNITS)
        self.word = nn.Linear(hidden, ROLE_UNITS)
        self.cue_gate = nn.Linear(hidden, ROLE_UNITS)
        self.word_gate = nn.Linear(hidden, ROLE_UNITS)
        self.gated = nn.Linear(ROLE_UNITS, ROLE_UNITS)
        self.distance = nn.Embedding(2 * len(DISTANCES) + 1, ROLE_UNITS)
        self.corpus = nn.Embedding(len(CORPORA), ROLE_UNITS)
        nn.init.normal_(self.distance.weight, std=0.05)
        nn.init.zeros_(self.corpus.weight)
        self.recurrent = nn.LSTM(ROLE_UNITS, RECURRENT_UNITS, batch_first=True, bidirectional=True)
        self.scores = nn.Linear(ROLE_UNITS + 2 * RECURRENT_UNITS, len(ROLES))

    def forward(self, cues: Tensor, words: Tensor, distances: Tensor, lengths: Tensor, corpus: Tensor) -> Tensor:
        """Cue states (M, H), words (M, N, H), distances (M, N), lengths (M), corpus (M) to scores (M, N, roles)."""
        words = self.dropout(words)
        gate = self.cue_gate(cues)[:, None] * self.word_gate(words)
        mixed = self.cue(cues)[:, None] + self.word(words) + self.gated(gate) + self.distance(distances)
        mixed = mixed + self.corpus(corpus)[:, None]
        inputs = self.dropout(fn.gelu(mixed))
        packed = nn.utils.rnn.pack_padded_sequence(inputs, lengths, batch_first=True, enforce_sorted=False)
        outputs, _ = nn.utils.rnn.pad_packed_sequence(
            self.recurrent(packed)[0], batch_first=True, total_length=words.shape[1]
        )
        return self.scores(torch.cat([inputs, self.dropout(outputs)], -1))


class Network(nn.Module):
    """The trunk with every head."""

    def __init__(self, pretrained: Pretrained, widths: Widths, layers: int = 6) -> None:
        super().__init__()
        hidden = pretrained.sizes.hidden
        self.trunk = Trunk(pretrained, layers)
        self.syntax = SyntaxHeads(hidden, widths)
        self.cue = CueHead(hidden)
        self.role = RoleHead(hidden)

    def words(self, embedded: Tensor, mask: Tensor, firsts: Tensor, lasts: Tensor) -> Tensor:
        """Piece embeddings (B, L, H) and each word's first and last piece (B, N) to word states (B, N, H)."""
        states = self.trunk(embedded, mask)
        hidden = states.shape[-1]
        first = torch.gather(states, 1, firsts[..., None].expand(-1, -1, hidden))
        last = torch.gather(states, 1, lasts[..., None].expand(-1, -1, hidden))
        return 0.5 * (first + last)
