"""The loss of one batch, part by part."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as fn

from training.batching import Batch
from training.labels import CUE_TAGS, IGNORED, ROLES, UNKNOWN_CUE
from training.network import Network

# The scales that were measured to balance the parts: sums over words for a cue, means for the rest.
CUE_WORDS = 20.0
ROLE_WORDS = 8.0


def losses(network: Network, embedded: Tensor, batch: Batch, *, half: bool) -> dict[str, Tensor]:
    """The loss of every head that has labels in the batch. `half`: the trunk runs in bfloat16."""
    with torch.autocast("cpu", torch.bfloat16, enabled=half):
        words = network.words(embedded, batch.mask, batch.firsts, batch.lasts)
    words = words.float()
    parts = syntax_losses(network, words, batch)
    if bool((batch.cue_tags != IGNORED).any()):
        parts.update(statement_losses(network, words, batch))
    return parts


def syntax_losses(network: Network, words: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Tags, arcs, relations, names."""
    tags, names, news_names, arcs, head_states, dependent_states = network.syntax(words, batch.treebank)
    parts = {}
    if bool((batch.names != IGNORED).any()):
        parts["names"] = entropy(names, batch.names)
    if bool((batch.news_names != IGNORED).any()):
        parts["news names"] = entropy(news_names, batch.news_names)
    if not bool((batch.heads != IGNORED).any()):
        return parts
    same = batch.blocks[:, :, None] == batch.blocks[:, None, :]
    allowed = torch.cat([torch.ones_like(same[..., :1]), same & batch.real[:, None]], 2)
    known = batch.real & (batch.heads != IGNORED)
    chosen = torch.gather(head_states, 1, batch.heads.clamp(min=0)[..., None].expand(-1, -1, head_states.shape[-1]))
    relations = network.syntax.score_relations(chosen[known], dependent_states[known])
    parts["tags"] = entropy(tags, batch.tags)
    parts["arcs"] = entropy(arcs.masked_fill(~allowed, -1e9), batch.heads)
    parts["relations"] = fn.cross_entropy(relations, batch.relations[known], ignore_index=IGNORED)
    return parts


def statement_losses(network: Network, words: Tensor, batch: Batch) -> dict[str, Tensor]:
    """Cues, and the roles that each annotated cue gives the words."""
    scores, marked = network.cue(words, batch.quoted, batch.corpus)
    parts = {"cues": cue_entropy(scores, batch.cue_tags) / (len(words) * CUE_WORDS)}
    if len(batch.cue_rows):
        corpus = batch.corpus[batch.cue_rows]
        roles = network.role(
            marked[batch.cue_rows, batch.cue_words], marked[batch.cue_rows], batch.distances, batch.lengths, corpus
        )
        summed = role_entropy(roles, batch.roles, batch.heads_marked)
        parts["roles"] = summed / (len(batch.cue_rows) * ROLE_WORDS)
    return parts


def cue_entropy(scores: Tensor, labels: Tensor) -> Tensor:
    """Summed cross-entropy; a cue of unknown mode is right in any of the modes."""
    known = fn.cross_entropy(
        scores.flatten(0, 1), labels.masked_fill(labels == UNKNOWN_CUE, IGNORED).flatten(), reduction="sum"
    )
    unknown = scores[labels == UNKNOWN_CUE]
    any_mode = torch.logsumexp(unknown[:, 1 : len(CUE_TAGS) - 1], -1) - torch.logsumexp(unknown, -1)
    return known - any_mode.sum()


def role_entropy(scores: Tensor, labels: Tensor, heads_marked: Tensor) -> Tensor:
    """Summed cross-entropy; where heads are not marked, a word of the source is right as head or not."""
    whole, head = ROLES.index("source"), ROLES.index("head")
    merged = (labels == whole) & ~heads_marked[:, None]
    plain = fn.cross_entropy(scores.flatten(0, 1), labels.masked_fill(merged, IGNORED).flatten(), reduction="sum")
    either = scores[merged]
    return plain - (torch.logsumexp(either[:, [whole, head]], -1) - torch.logsumexp(either, -1)).sum()


def entropy(scores: Tensor, labels: Tensor) -> Tensor:
    """Mean cross-entropy over the words that have a label."""
    return fn.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=IGNORED)
