"""The tree decoder."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from ujar.analyse.trees import decode_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """Whether every word reaches the root, and one word alone has the root as its head."""
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen = set()
        while word and word not in seen:
            seen.add(word)
            word = heads[word - 1]
        if word:
            return False
    return True


@pytest.mark.parametrize("seed", range(60))
def test_decode_tree_finds_the_best_of_all_trees(seed: int) -> None:
    """On up to five words the result scores as high as the best tree found by trying all."""
    generator = np.random.default_rng(seed)
    words = 1 + seed % 5
    arcs = generator.normal(size=(words, words + 1)).astype(np.float32)
    every = (heads for heads in product(range(words + 1), repeat=words) if is_tree(heads))
    best = max(float(arcs[np.arange(words), heads].sum()) for heads in every)
    found = tuple(int(head) for head in decode_tree(arcs))
    assert is_tree(found)
    assert float(arcs[np.arange(words), found].sum()) == pytest.approx(best, abs=1e-4)


def test_decode_tree_breaks_a_cycle() -> None:
    """Two words that want each other get a root, at the least cost."""
    arcs = np.array([[0.0, -9.0, 5.0], [-1.0, 5.0, -9.0]], np.float32)
    assert decode_tree(arcs).tolist() == [0, 1]


def test_decode_tree_of_a_long_sentence_is_a_tree() -> None:
    """Random scores over 200 words, full of cycles, still give one tree."""
    arcs = np.random.default_rng(1).normal(size=(200, 201)).astype(np.float32)
    assert is_tree(tuple(int(head) for head in decode_tree(arcs)))
