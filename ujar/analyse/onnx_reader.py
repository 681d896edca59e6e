"""The shipped model: ONNX graphs on one thread of the CPU."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime as ort
from onnxruntime.capi import onnxruntime_pybind11_state as errors

from ujar.analyse.model import Model
from ujar.analyse.pieces import dequantise_rows, load_pieces, read_json
from ujar.analyse.ranker import load_ranker
from ujar.analyse.reading import Floats, Labels, RoleInput, TrunkInput, TrunkScores
from ujar.errors import ModelError

__all__ = ["OnnxReader", "load_model", "model_digest"]

MODEL_FILES = (
    "labels.json",
    "tokenizer.json",
    "normalisation.json",
    "pieces.npy",
    "relations.onnx",
    "trunk.onnx",
    "roles.onnx",
    "coreference.npz",
)
UNUSABLE = (errors.Fail, errors.InvalidProtobuf, errors.InvalidGraph, errors.InvalidArgument, errors.RuntimeException)


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
        self._check_labels(folder)
        self._relations = open_graph(folder / "relations.onnx")
        self._roles = open_graph(folder / "roles.onnx")

    def _check_labels(self, folder: Path) -> None:
        widths = {output.name: output.shape[-1] for output in self._trunk.get_outputs()}
        for name in ("tags", "names", "news_names", "cues"):
            if isinstance(widths.get(name), int) and widths[name] != len(getattr(self.labels, name)):
                raise ModelError(
                    folder / "labels.json", f"has {len(getattr(self.labels, name))} {name}, not {widths[name]}"
                )

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
    except UNUSABLE as error:
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
    stored = read_json(path)
    try:
        labels = Labels(**{name: tuple(stored[name]) for name in Labels.__dataclass_fields__})
    except (KeyError, TypeError) as error:
        raise ModelError(path, f"has no usable list of labels: {error!r}") from None
    if "root" not in labels.relations:
        raise ModelError(path, 'has no relation "root"')
    return labels


def model_digest(folder: Path) -> str:
    """A digest over the model's files: the same digest, the same analysis. Export writes it to `digest.txt`."""
    digest = hashlib.sha256()
    for name in MODEL_FILES:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()[:16]


def load_model(folder: Path, *, verify: bool = False) -> Model:
    """The model in `folder`. Its digest is read, not computed, unless it is to be verified.

    Raises:
        ModelError: a file is missing or damaged, or (with `verify`) the files are not those of the digest.
    """
    if not folder.is_dir():
        raise ModelError(folder, "there is no such folder")
    reader = OnnxReader(folder)
    try:
        digest = (folder / "digest.txt").read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise ModelError(folder / "digest.txt", f"can't be read: {error}") from None
    if verify and digest != model_digest(folder):
        raise ModelError(folder, f"its files are not those of its digest {digest}")
    return Model(reader, digest, load_ranker(folder))
