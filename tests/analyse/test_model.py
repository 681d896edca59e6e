"""Batching and decoding around a reader with made-up scores: see tests/analyse/standin.py."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.analyse.handmade import LABELS
from tests.analyse.standin import StandIn
from ujar.analyse.batches import LONGEST, distance_buckets, encode, stack
from ujar.analyse.model import Model, decode_heads, softmax
from ujar.analyse.onnx_reader import load_model
from ujar.analyse.pieces import BOS, EOS, PAD
from ujar.analyse.reading import Floats, Indices, PassageWords
from ujar.errors import ModelError


def passage(text: str, *sentences: int) -> PassageWords:
    """The words of `text`, a blank before each; one sentence unless the lengths of several are given."""
    words = text.split()
    return PassageWords(words, [True] * len(words), [False] * len(words), sentences or [len(words)])


def test_readings_come_in_the_order_of_the_passages() -> None:
    """Passages of like length share a batch, but each reading stands where its passage stood."""
    texts = ["b", "a a a a a a a a", "b a", "a", "a b a b a b", "b b"]
    readings = Model(StandIn()).read([passage(text) for text in texts])
    wanted = [["NOUN" if word == "a" else "VERB" for word in text.split()] for text in texts]
    assert [reading.tags for reading in readings] == wanted


def test_reading_nothing_runs_nothing() -> None:
    """No passages are no batch."""
    reader = StandIn()
    assert Model(reader).read([]) == []
    assert not reader.seen


def test_stack_pads_with_what_the_mask_hides() -> None:
    """The shorter passage is filled up with PAD, masked out; its word places beyond its words are 0."""
    passages = [passage("ab"), passage("ab c d")]
    stacked = stack(passages, [encode(one, StandIn().pieces) for one in passages])
    assert stacked.pieces.shape == (2, 9)
    assert stacked.pieces[0, 0] == BOS
    assert stacked.pieces[0, 4] == EOS
    assert (stacked.pieces[0, 5:] == PAD).all()
    assert stacked.mask.sum(1).tolist() == [5, 9]
    assert stacked.firsts.tolist() == [[1, 0, 0], [1, 4, 6]]
    assert stacked.lasts.tolist() == [[3, 0, 0], [3, 5, 7]]


def test_encode_shortens_words_rather_than_drop_them() -> None:
    """In a passage that is too long every word keeps its first pieces, as many as fit; none goes unread."""
    words = ["abcdefgh"] * 100
    encoded = encode(PassageWords(words, [True] * 100, [False] * 100, [100]), StandIn().pieces)
    assert len(encoded.pieces) <= LONGEST
    kept = [last - first + 1 for first, last in zip(encoded.firsts, encoded.lasts, strict=True)]
    assert len(kept) == 100
    assert set(kept) == {3}
    assert encoded.firsts[0] == 1
    assert encoded.lasts[-1] == len(encoded.pieces) - 2


def test_long_passage_is_read_to_its_end() -> None:
    """A passage of more pieces than the trunk can read still has a tag, a head and a relation for every word."""
    reader = StandIn()
    (reading,) = Model(reader).read([passage("abcdefgh " * 300)])
    assert len(reading.tags) == len(reading.heads) == len(reading.relations) == len(reading.names) == 300
    assert reader.seen[0].pieces.shape[1] <= LONGEST + 2


def test_cue_runs_on_over_the_words_inside_it() -> None:
    """ "c d d" with "d" inside is one cue of three words; the "d" behind a plain word belongs to none."""
    reader = StandIn(cues={"c": "directive", "d": "inside"})
    (reading,) = Model(reader).read([passage("a c d d a d")])
    assert [(cue.first, cue.last, cue.mode) for cue in reading.cues] == [(1, 4, "directive")]
    assert reading.cues[0].weight == pytest.approx(1, abs=1e-3)


def test_cue_at_the_end_stops_with_its_passage() -> None:
    """A cue never runs over its passage into the next, and each passage is read alone."""
    reader = StandIn(cues={"c": "speech", "d": "inside"})
    short, long = Model(reader).read([passage("a c d"), passage("a c d d d d d d c")])
    assert [len(batch.pieces) for batch in reader.seen] == [1, 1]
    assert [(cue.first, cue.last) for cue in short.cues] == [(1, 3)]
    assert [(cue.first, cue.last) for cue in long.cues] == [(1, 8), (8, 9)]


def test_cue_of_divided_mode_is_found() -> None:
    """Two modes that share the weight make a cue together, though neither is the likeliest label alone."""

    class Divided(StandIn):
        def _by_letter(self, letters: Indices, chosen: dict[str, str], labels: tuple[str, ...]) -> Floats:
            scores = super()._by_letter(letters, chosen, labels)
            if labels == LABELS.cues:
                scores[0, 0] = np.log([0.4, 0.35, 0.25, 1e-6, 1e-6, 1e-6])
            return scores

    (reading,) = Model(Divided()).read([passage("a a")])
    assert [(cue.first, cue.mode) for cue in reading.cues] == [(0, "speech")]
    assert reading.cues[0].weight == pytest.approx(0.6, abs=1e-3)


def test_roles_are_probabilities_of_the_passage_s_own_words() -> None:
    """Each cue has a row for every word of its passage, none for the padding, and each row sums to one."""
    reader = StandIn(cues={"c": "speech"}, roles={"k": "content"})
    short, long = Model(reader).read([passage("c k"), passage("a a a c k k")])
    assert short.cues[0].roles.shape == (2, len(LABELS.roles))
    assert long.cues[0].roles.shape == (6, len(LABELS.roles))
    assert np.allclose(long.cues[0].roles.sum(1), 1, atol=1e-5)
    content = LABELS.roles.index("content")
    assert (long.cues[0].roles.argmax(1) == content).tolist() == [False] * 4 + [True] * 2


@pytest.mark.parametrize("likeliest", ["nsubj", "root"])
def test_root_label_stands_exactly_at_the_roots(likeliest: str) -> None:
    """The word under the root is "root" and no other word is, whatever the relation head prefers."""
    one, several = Model(StandIn(relation=likeliest)).read([passage("a b a"), passage("a b a b", 2, 2)])
    assert one.heads == [-1, 0, 1]
    assert one.relations == ["root", "nsubj", "nsubj"]
    assert several.heads == [-1, 0, -1, 2]
    assert several.relations == ["root", "nsubj", "root", "nsubj"]


def test_heads_stay_in_their_sentence() -> None:
    """An arc over the end of a sentence is not taken, however high its score."""
    arcs = np.zeros((4, 5), np.float32)
    arcs[2, 1] = arcs[3, 1] = 9
    assert decode_heads(arcs, [4])[2:].tolist() == [1, 1]
    heads = decode_heads(arcs, [2, 2])
    assert set(heads[2:]) <= {0, 3, 4}
    assert (heads == 0).sum() == 2


def test_distance_buckets_tell_before_from_behind() -> None:
    """The cue's own word is bucket 0; words behind it and before it at one distance differ."""
    buckets = distance_buckets(6, np.array([2]), (0, 1, 2, 4))[0]
    assert buckets.tolist() == [6, 5, 0, 1, 2, 2]


def test_softmax_stands_large_scores() -> None:
    """Scores of a thousand overflow nothing."""
    assert softmax(np.array([[1000.0, 1000.0, -1000.0]], np.float32)).tolist() == [[0.5, 0.5, 0.0]]


def test_missing_model_is_a_model_error(tmp_path: Path) -> None:
    """A folder without a model is named in one error, not in a traceback of the file system."""
    with pytest.raises(ModelError, match=r"labels\.json"):
        load_model(tmp_path)
