"""Arc scores to a dependency tree: the maximum spanning arborescence with exactly one root (Chu-Liu/Edmonds).

Ours, since the compiled library for it has no wheels for current Pythons, and the plain arg-max is a tree
already for nearly all sentences.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["decode_tree"]

Scores = npt.NDArray[np.float64]
Heads = npt.NDArray[np.int64]

NEVER = -1e9
ROOT_CANDIDATES = 4  # roots that are tried when the best forest has several


def decode_tree(arcs: npt.NDArray[np.float32]) -> Heads:
    """The heads of the best tree.

    Args:
        arcs: (N, N + 1) scores of dependent and head; column 0 is the root.

    Returns:
        (N,) heads, 1-based, 0 = the root; exactly one word has the root as its head.
    """
    words = len(arcs)
    scores = np.full((words + 1, words + 1), NEVER)
    scores[1:] = arcs
    np.fill_diagonal(scores, NEVER)
    heads = best_heads(scores)
    if np.count_nonzero(heads[1:] == 0) == 1 and find_cycle(heads) is None:
        return heads[1:]
    heads = spanning_tree(scores)
    if np.count_nonzero(heads[1:] == 0) > 1:
        heads = best_single_root(scores, heads)
    return heads[1:]


def best_heads(scores: Scores) -> Heads:
    """The best head of each node on its own; node 0, the root, has itself."""
    heads = np.asarray(scores.argmax(1), np.int64)
    heads[0] = 0
    return heads


def best_single_root(scores: Scores, heads: Heads) -> Heads:
    """The best tree over the likeliest roots, each forced in turn."""
    likeliest = np.argsort(-scores[1:, 0])[:ROOT_CANDIDATES] + 1
    candidates = {int(root) for root in (*likeliest, *(np.flatnonzero(heads[1:] == 0) + 1))}
    dependents = np.arange(1, len(scores))
    best, best_score = heads, -np.inf
    for root in sorted(candidates):
        forced = scores.copy()
        forced[1:, 0] = NEVER
        forced[root] = NEVER
        forced[root, 0] = scores[root, 0]
        found = spanning_tree(forced)
        score = float(forced[dependents, found[1:]].sum())
        if score > best_score:
            best, best_score = found, score
    return best


def find_cycle(heads: Heads) -> Heads | None:
    """The nodes of one cycle, or None. Node 0 is the root."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node])
        if state[node] == 1:
            return np.array(path[path.index(node) :])
        for seen in path:
            state[seen] = 2
    return None


def spanning_tree(scores: Scores) -> Heads:
    """The maximum spanning arborescence from node 0 of `scores` (dependent, head); may have several roots."""
    scores = scores.copy()
    np.fill_diagonal(scores, NEVER)
    heads = best_heads(scores)
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(len(scores), bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = len(outside)
    contracted = np.full((kept + 1, kept + 1), NEVER)
    contracted[:kept, :kept] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, cycle)]
    contracted[:kept, kept] = leaving.max(1)
    leaves_from = cycle[leaving.argmax(1)]
    entering = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None]
    contracted[kept, :kept] = entering.max(0)
    enters_at = cycle[entering.argmax(0)]
    inner = spanning_tree(contracted)
    for place, node in enumerate(outside):
        if node != 0:
            heads[node] = outside[inner[place]] if inner[place] < kept else leaves_from[place]
    heads[enters_at[inner[kept]]] = outside[inner[kept]]
    return heads
