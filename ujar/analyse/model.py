"""Runs the model over passages: one pass of the trunk, then the role head once for each cue.

Reader      what turns words into scores; the ONNX one is here, training has one of its own for measuring
Model       batches over all passages of all drafts in hand, fills in tags, trees and names, and
            returns for every passage its `Reading`: the cues with the role scores they give the words
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt
import onnxruntime as ort
from onnxruntime.capi import onnxruntime_pybind11_state as errors

from ujar.analyse.pieces import BOS, EOS, PAD, Pieces, dequantise_rows, load_pieces
from ujar.analyse.trees import decode_tree
from ujar.errors import ModelError

__all__ = ["CueReading", "Labels", "Model", "PassageWords", "Reader", "Reading", "load_model"]

Floats = npt.NDArray[np.float32]
Indices = npt.NDArray[np.int64]

MOST_PADDED = 1000  # pieces of a batch, padding included: larger gains nothing on one core, and costs memory
LONGEST = 510  # pieces the trunk can read at once, besides its two ends
CUE_THRESHOLD = 0.5
MODEL_FILES = (
    "labels.json",
    "tokenizer.json",
    "normalisation.json",
    "pieces.npy",
    "relations.onnx",
    "trunk.onnx",
    "roles.onnx",
)


@dataclass(frozen=True)
class Labels:
    """`labels.json`: the labels of each head, in the order of its scores."""

    tags: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    news_names: tuple[str, ...]
    cues: tuple[str, ...]
    roles: tuple[str, ...]
    distances: tuple[int, ...]


class PassageWords(NamedTuple):
    """A passage as the model sees it; `sentences` are the lengths of its sentences in words."""

    words: Sequence[str]
    spaces: Sequence[bool]
    quoted: Sequence[bool]
    sentences: Sequence[int]


class TrunkInput(NamedTuple):
    """Piece ids (B, L), mask (B, L), first and last piece of each word (B, N), quotation flags (B, N)."""

    pieces: Indices
    mask: Floats
    firsts: Indices
    lasts: Indices
    quoted: Indices


class TrunkScores(NamedTuple):
    """Scores of tags, names by two conventions, arcs (B, N, N + 1), relation states of heads (B, N + 1, R) and
    dependents (B, N, R), cues, and the word states that the role head reads (B, N, H)."""

    tags: Floats
    names: Floats
    news_names: Floats
    arcs: Floats
    relation_heads: Floats
    relation_dependents: Floats
    cues: Floats
    states: Floats


class RoleInput(NamedTuple):
    """Cue states (M, H), words (M, N, H), distance buckets (M, N), lengths (M)."""

    cues: Floats
    words: Floats
    distances: Indices
    lengths: Indices


class Reader(Protocol):
    """What turns words into scores."""

    labels: Labels
    pieces: Pieces

    def run_trunk(self, batch: TrunkInput) -> TrunkScores:
        """Score one batch of passages."""
        ...

    def run_relations(self, heads: Floats, dependents: Floats) -> Floats:
        """Scores (K, relations) of K words, from the relation states (K, R) of their heads and of themselves."""
        ...

    def run_roles(self, batch: RoleInput) -> Floats:
        """Role scores (M, N, roles) for M cues."""
        ...


@dataclass(frozen=True)
class CueReading:
    """A cue: words `first` to `last` of the passage, mode, weight, and role probabilities (N, roles) of the words."""

    first: int
    last: int
    mode: str
    weight: float
    roles: Floats


@dataclass(frozen=True)
class Reading:
    """What the model sees in a passage. `heads` are word indices of the passage, -1 = root of its sentence.

    `names` count states and cities as places throughout (NERGrit); `news_names` follow idner-news-2k, which leaves many
    of them out, and serve to measure.
    """

    tags: list[str]
    heads: list[int]
    relations: list[str]
    names: list[str]
    news_names: list[str]
    cues: list[CueReading]


class Model:
    """A reader with batching and decoding."""

    def __init__(self, reader: Reader, digest: str = "") -> None:
        self.reader = reader
        self.digest = digest
        self._root = reader.labels.relations.index("root")

    def read(self, passages: Sequence[PassageWords]) -> list[Reading]:
        """The readings of `passages`, in their order. Passages of like length share a batch."""
        encoded = [encode(passage, self.reader.pieces) for passage in passages]
        readings: list[Reading | None] = [None] * len(passages)
        for batch in batches([len(one.pieces) for one in encoded]):
            found = self._read_batch([passages[i] for i in batch], [encoded[i] for i in batch])
            for i, reading in zip(batch, found, strict=True):
                readings[i] = reading
        return [reading for reading in readings if reading is not None]

    def _read_batch(self, passages: list[PassageWords], encoded: list[Encoded]) -> list[Reading]:
        scores = self.reader.run_trunk(stack(passages, encoded))
        cues = self._read_cues(passages, scores)
        labels = self.reader.labels
        trees = [
            decode_heads(scores.arcs[i, : len(passage.words), : len(passage.words) + 1], passage.sentences)
            for i, passage in enumerate(passages)
        ]
        readings = []
        for i, (heads, relations) in enumerate(zip(trees, self._label(scores, trees), strict=True)):
            size = len(heads)
            readings.append(
                Reading(
                    tags=[labels.tags[k] for k in scores.tags[i, :size].argmax(1)],
                    heads=[int(head) - 1 for head in heads],
                    relations=[labels.relations[k] for k in relations],
                    names=[labels.names[k] for k in scores.names[i, :size].argmax(1)],
                    news_names=[labels.news_names[k] for k in scores.news_names[i, :size].argmax(1)],
                    cues=cues[i],
                )
            )
        return readings

    def _label(self, scores: TrunkScores, trees: Sequence[Indices]) -> list[Indices]:
        """The relations of all words of the batch to their heads; "root" exactly where the head is the root."""
        heads = np.concatenate([scores.relation_heads[i, tree] for i, tree in enumerate(trees)])
        dependents = np.concatenate([scores.relation_dependents[i, : len(tree)] for i, tree in enumerate(trees)])
        found = self.reader.run_relations(heads, dependents)
        found[:, self._root] = -np.inf
        labels = np.where(np.concatenate(trees) == 0, self._root, found.argmax(1))
        return np.split(labels, np.cumsum([len(tree) for tree in trees])[:-1])

    def _read_cues(self, passages: list[PassageWords], scores: TrunkScores) -> list[list[CueReading]]:
        cues: list[list[CueReading]] = [[] for _ in passages]
        found = list(self._find_cues(passages, scores.cues))
        if not found:
            return cues
        size = scores.states.shape[1]
        rows = np.array([cue.passage for cue in found])
        lengths = np.array([len(passages[cue.passage].words) for cue in found], np.int64)
        places = np.array([cue.first for cue in found])
        batch = RoleInput(
            scores.states[rows, places],
            scores.states[rows],
            distance_buckets(size, places, self.reader.labels.distances),
            lengths,
        )
        for cue, roles, length in zip(found, softmax(self.reader.run_roles(batch)), lengths, strict=True):
            cues[cue.passage].append(CueReading(cue.first, cue.last, cue.mode, cue.weight, roles[:length]))
        return cues

    def _find_cues(self, passages: list[PassageWords], scores: Floats) -> Iterator[FoundCue]:
        """Every word whose weights of the four modes sum to more than the threshold, with the rest of its cue."""
        labels = self.reader.labels.cues
        modes = slice(1, len(labels) - 1)
        inside = len(labels) - 1
        weights = softmax(scores)
        best = weights.argmax(2)
        sums = weights[:, :, modes].sum(2)
        for row, word in np.argwhere(sums > CUE_THRESHOLD):
            size = len(passages[row].words)
            if word >= size:
                continue
            last = word + 1
            while last < size and best[row, last] == inside:
                last += 1
            mode = labels[1 + int(weights[row, word, modes].argmax())]
            yield FoundCue(int(row), int(word), int(last), mode, float(sums[row, word]))


class FoundCue(NamedTuple):
    """A cue in passage `passage` of the batch."""

    passage: int
    first: int
    last: int
    mode: str
    weight: float


class Encoded(NamedTuple):
    """A passage in pieces, with the first and last piece of each word."""

    pieces: list[int]
    firsts: list[int]
    lasts: list[int]


def encode(passage: PassageWords, pieces: Pieces) -> Encoded:
    """Words to pieces. Words beyond what the trunk can read share its last piece, so that every word has a state."""
    ids, firsts, lasts = [BOS], [], []
    for word, space in zip(passage.words, passage.spaces, strict=True):
        cut = pieces.of_word(word, space)
        if len(ids) + len(cut) > LONGEST:
            cut = cut[: LONGEST - len(ids)]
        ids.extend(cut)
        firsts.append(max(1, len(ids) - len(cut)) if cut else len(ids) - 1)
        lasts.append(len(ids) - 1)
    ids.append(EOS)
    return Encoded(ids, firsts, lasts)


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indices grouped by like length, at most `MOST_PADDED` pieces a batch with padding (or one passage)."""
    batch: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and lengths[i] * (len(batch) + 1) > MOST_PADDED:
            yield batch
            batch = []
        batch.append(i)
    if batch:
        yield batch


def stack(passages: Sequence[PassageWords], encoded: Sequence[Encoded]) -> TrunkInput:
    """Pad the passages of one batch to one size."""
    rows = len(passages)
    length = max(len(one.pieces) for one in encoded)
    size = max(len(one.firsts) for one in encoded)
    pieces = np.full((rows, length), PAD, np.int64)
    mask = np.zeros((rows, length), np.float32)
    firsts, lasts, quoted = (np.zeros((rows, size), np.int64) for _ in range(3))
    for row, (passage, one) in enumerate(zip(passages, encoded, strict=True)):
        pieces[row, : len(one.pieces)] = one.pieces
        mask[row, : len(one.pieces)] = 1
        firsts[row, : len(one.firsts)] = one.firsts
        lasts[row, : len(one.lasts)] = one.lasts
        quoted[row, : len(passage.quoted)] = passage.quoted
    return TrunkInput(pieces, mask, firsts, lasts, quoted)


def decode_heads(arcs: Floats, sentences: Sequence[int]) -> Indices:
    """Heads within a passage (1-based, 0 = root): a tree for each sentence; no arc crosses the end of a sentence."""
    if len(sentences) == 1:
        return decode_tree(arcs)
    parts, start = [], 0
    for size in sentences:
        columns = [0, *range(start + 1, start + size + 1)]
        heads = decode_tree(arcs[start : start + size][:, columns])
        parts.append(np.where(heads > 0, heads + start, 0))
        start += size
    return np.concatenate(parts)


def distance_buckets(size: int, cues: npt.NDArray[np.int64], edges: Sequence[int]) -> Indices:
    """(M, N) buckets of each word's signed distance from each cue: 0 is the cue's own first word."""
    distance = np.arange(size)[None] - cues[:, None]
    bucket = np.searchsorted(np.asarray(edges), np.abs(distance), side="right") - 1
    return np.asarray(np.where(distance < 0, bucket + len(edges), bucket), np.int64)


def softmax(scores: Floats) -> Floats:
    """Probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


class OnnxReader:
    """The shipped model: three ONNX graphs and the piece table, on one thread of the CPU.

    Raises:
        ModelError: a file of the folder is missing or damaged.
    """

    def __init__(self, folder: Path) -> None:
        self.labels = read_labels(folder)
        self.pieces = load_pieces(folder)
        self._table = np.asarray(read_array(folder / "pieces.npy"), np.uint8)
        self._trunk = open_graph(folder / "trunk.onnx")
        self._relations = open_graph(folder / "relations.onnx")
        self._roles = open_graph(folder / "roles.onnx")

    def run_trunk(self, batch: TrunkInput) -> TrunkScores:
        """See `Reader`. The frozen piece table stays outside the graph, in the 4 bits in which it was published."""
        used, places = np.unique(batch.pieces, return_inverse=True)
        hidden = self._table.shape[1] // 18 * 32
        embedded = dequantise_rows(self._table[used], hidden)[places.reshape(batch.pieces.shape)]
        inputs = {"embedded": embedded, **batch._asdict()}
        del inputs["pieces"]
        return TrunkScores(*self._trunk.run(list(TrunkScores._fields), inputs))

    def run_relations(self, heads: Floats, dependents: Floats) -> Floats:
        """See `Reader`."""
        inputs = {"heads": heads, "dependents": dependents}
        return np.asarray(self._relations.run(["relations"], inputs)[0], np.float32)

    def run_roles(self, batch: RoleInput) -> Floats:
        """See `Reader`."""
        return np.asarray(self._roles.run(["roles"], batch._asdict())[0], np.float32)


def open_graph(path: Path) -> ort.InferenceSession:
    """An ONNX graph on one thread: processes scale better than threads, and a spinning pool starves its neighbours."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    if not path.is_file():
        raise ModelError(path, "there is no such file; the model folder is incomplete")
    try:
        return ort.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except (errors.Fail, errors.InvalidProtobuf, errors.InvalidGraph) as error:
        raise ModelError(path, f"can't be opened: {error}") from None


def read_array(path: Path) -> npt.NDArray[np.generic]:
    """A `.npy` file of numbers."""
    try:
        return np.asarray(np.load(path, allow_pickle=False))
    except (OSError, ValueError) as error:
        raise ModelError(path, f"can't be read: {error}") from None


def read_labels(folder: Path) -> Labels:
    """`labels.json` of a model folder."""
    path = folder / "labels.json"
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        return Labels(**{name: tuple(stored[name]) for name in Labels.__dataclass_fields__})
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(path, f"can't be read: {error!r}") from None


def model_digest(folder: Path) -> str:
    """A digest over the model's files: the same digest, the same analysis. Export writes it to `digest.txt`."""
    digest = hashlib.sha256()
    for name in MODEL_FILES:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:16]


def load_model(folder: Path) -> Model:
    """The model in `folder`; its digest is read, not computed, since hashing 30 MB would double the start-up."""
    reader = OnnxReader(folder)
    try:
        digest = (folder / "digest.txt").read_text(encoding="ascii").strip()
    except OSError as error:
        raise ModelError(folder / "digest.txt", f"can't be read: {error}") from None
    return Model(reader, digest)
