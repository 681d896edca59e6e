"""Examples to padded tensors."""

from __future__ import annotations

import random

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: it comes with the extra train")

from tests.training.tiny import INDEX, named, parsed, roles, said, sentence  # noqa: E402  # only after that check
from training.batching import join, make_batch, plan_batches  # noqa: E402
from training.examples import CueExample  # noqa: E402
from training.labels import DISTANCES, IGNORED  # noqa: E402

NO = IGNORED


def test_batch_pads_pieces_and_words():
    """Rows are as long as the longest example; what is no word of an example is not real."""
    batch = make_batch([parsed(), said(), named()], INDEX)
    assert batch.pieces.tolist() == [[0, 10, 11, 12, 13, 2, 1], [0, 10, 11, 12, 13, 14, 2], [0, 10, 11, 12, 2, 1, 1]]
    assert batch.mask.sum(1).tolist() == [6, 7, 5]
    assert batch.firsts.tolist() == [[1, 3, 4, 0], [1, 3, 4, 5], [1, 3, 0, 0]]
    assert batch.lasts.tolist() == [[2, 3, 4, 0], [2, 3, 4, 5], [2, 3, 0, 0]]
    assert batch.real.sum(1).tolist() == [3, 4, 2]


def test_batch_ignores_the_layers_that_an_example_lacks():
    """Padding and missing layers are `IGNORED`, so that they take no part in the loss."""
    batch = make_batch([parsed(), said(), named()], INDEX)
    none = [NO] * 4
    assert batch.tags.tolist() == [[0, 2, 1, NO], none, none]
    assert batch.heads.tolist() == [[2, 0, 2, NO], none, none]
    assert batch.relations.tolist() == [[0, 2, 1, NO], none, none]
    assert batch.names.tolist() == [none, none, [0, 1, NO, NO]]
    assert batch.news_names.tolist() == [none, none, none]
    assert batch.cue_tags.tolist() == [none, [0, 1, 0, 0], none]


def test_label_that_no_training_corpus_has_is_ignored():
    """A tag outside the index is unknown, not wrong."""
    example = sentence("x", ["Kapal", "uh"], tags=["NOUN", "INTJ"])
    assert make_batch([example], INDEX).tags.tolist() == [[0, NO]]


def test_batch_lists_every_cue_with_its_row_and_roles():
    """Two cues of one passage are two rows of roles; the other passages have none."""
    example = said()
    example.cues.append(CueExample(3, roles("source", "none", "none", "none"), heads=False))
    batch = make_batch([parsed(), example], INDEX)
    assert (batch.cue_rows.tolist(), batch.cue_words.tolist()) == ([1, 1], [1, 3])
    assert batch.roles.tolist() == [
        roles("head", "none", "content", "content"),
        roles("source", "none", "none", "none"),
    ]
    assert batch.heads_marked.tolist() == [True, False]
    assert batch.lengths.tolist() == [4, 4]
    assert batch.distances[0].tolist() == [1 + len(DISTANCES), 0, 1, 2]


def test_batch_without_cues_has_empty_cue_layers():
    """Names alone make a batch too."""
    batch = make_batch([named()], INDEX)
    assert (batch.cue_rows.shape, batch.roles.shape) == ((0,), (0, 2))


def test_join_gives_each_sentence_its_own_tree():
    """The second sentence's heads and pieces move on, its root stays a root, and its block is another one."""
    both = join(parsed(), parsed())
    assert both.words == ["Kapal", "berlayar", "."] * 2
    assert both.blocks == [0, 0, 0, 1, 1, 1]
    assert both.heads == [2, 0, 2, 5, 0, 5]
    assert both.pieces == [0, 10, 11, 12, 13, 10, 11, 12, 13, 2]
    assert both.firsts == [1, 3, 4, 5, 7, 8]
    assert both.lasts == [2, 3, 4, 6, 7, 8]
    assert [both.pieces[place] for place in both.firsts] == [10, 12, 13] * 2


def test_join_leaves_statements_out():
    """Whose the second sentence is, nobody knows: the joined passage has no cue layer."""
    assert join(said(), said()).cue_tags is None
    assert join(said(), said()).cues == []


def test_plan_keeps_every_example_once_and_like_lengths_together():
    """A batch holds no more pieces than the limit, but for the few by which lengths are shuffled."""
    examples = [sentence(str(size), ["kata"] * size) for size in (2, 3, 9, 9, 4, 30, 2)]
    batches = plan_batches(examples, 24, random.Random(1))
    assert sorted(example.id for batch in batches for example in batch) == sorted(example.id for example in examples)
    for batch in batches:
        longest = max(len(example.pieces) for example in batch)
        assert len(batch) == 1 or len(batch) * (longest - 6) <= 24
