"""A trained network to the folder that ships: three ONNX graphs in int8, labels, vocabulary."""

from __future__ import annotations

import json
import shutil
import tempfile
import warnings
from dataclasses import asdict
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.antecedents import write_undecided
from training.batching import LabelIndex
from training.network import Network
from training.torch_reader import labels_of
from ujar.analyse.onnx_reader import model_digest
from ujar.analyse.reading import RoleInput, TrunkScores
from ujar.errors import ModelError

# Matrices kept in fp32. Dynamic int8 scales activations by their largest value, and the input of this layer's outer
# matrix holds outliers near 75 (the rest stays below 10), which would leave little of everything else.
KEPT_WHOLE = ("layers.4/outer",)
VOCABULARY = ("tokenizer.json", "normalisation.json", "pieces.npy")
OPSET = 17


class TrunkGraph(nn.Module):
    """The trunk with the heads that score every word, in the conventions of the first treebank."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, embedded: Tensor, mask: Tensor, firsts: Tensor, lasts: Tensor, quoted: Tensor
    ) -> tuple[Tensor, ...]:
        """The fields of `TrunkScores`, in their order."""
        words = self.network.words(embedded, mask, firsts, lasts)
        ours = torch.zeros_like(firsts[:, 0])
        return (*self.network.syntax(words, ours), *self.network.cue(words, quoted, ours))


def export(network: Network, index: LabelIndex, vocabulary: Path, folder: Path, *, quantised: bool = True) -> None:
    """Write the model folder.

    Args:
        vocabulary: the folder that holds the vocabulary the network was trained with.
        quantised: int8, as shipped; False writes fp32, to measure what int8 costs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    for name in VOCABULARY:
        shutil.copyfile(vocabulary / name, folder / name)
    (folder / "labels.json").write_text(json.dumps(asdict(labels_of(index)), indent=1) + "\n", encoding="utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        for name, write in (
            ("trunk.onnx", write_trunk),
            ("relations.onnx", write_relations),
            ("roles.onnx", write_roles),
        ):
            plain = Path(scratch) / name
            write(network, plain)
            if quantised:
                quantise(plain, folder / name)
            else:
                shutil.copyfile(plain, folder / name)
    write_undecided(folder, network.trunk.kind.shape[0])
    network.eval()  # the exporter leaves its submodules in the mode it likes
    (folder / "digest.txt").write_text(model_digest(folder) + "\n", encoding="utf-8")


def write_trunk(network: Network, path: Path) -> None:
    """The graph from pieces to scores."""
    hidden = network.trunk.kind.shape[0]
    places = torch.randint(1, 11, (2, 7))
    inputs = (torch.randn(2, 12, hidden), torch.ones(2, 12), places, places, torch.zeros_like(places))
    sizes = {"embedded": {0: "B", 1: "L"}, "mask": {0: "B", 1: "L"}}
    sizes |= {name: {0: "B", 1: "N"} for name in ("firsts", "lasts", "quoted", *TrunkScores._fields)}
    sizes["arcs"] = {0: "B", 1: "N", 2: "M"}
    sizes["relation_heads"] = {0: "B", 1: "M"}
    write_graph(
        TrunkGraph(network), inputs, ["embedded", "mask", "firsts", "lasts", "quoted"], TrunkScores._fields, sizes, path
    )


class RelationGraph(nn.Module):
    """The bilinear form of the relation head as one matrix product, so that it can be quantised."""

    def __init__(self, relations: Tensor) -> None:
        super().__init__()
        self.count, self.width = relations.shape[0], relations.shape[1]
        flat = relations.permute(1, 0, 2).reshape(self.width, self.count * self.width)
        self.bias = nn.Parameter(flat[-1])
        self.matrix = nn.Parameter(flat[:-1].contiguous())

    def forward(self, heads: Tensor, dependents: Tensor) -> Tensor:
        """States (K, R) of heads and dependents to scores (K, relations)."""
        half = (dependents @ self.matrix + self.bias).view(-1, self.count, self.width)
        return (half[:, :, :-1] @ heads[:, :, None])[:, :, 0] + half[:, :, -1]


def write_relations(network: Network, path: Path) -> None:
    """The graph that labels arcs."""
    states = torch.randn(5, network.syntax.relations.shape[1] - 1)
    graph = RelationGraph(network.syntax.relations.detach())
    sizes = {name: {0: "K"} for name in ("heads", "dependents", "relations")}
    write_graph(graph, (states, states), ["heads", "dependents"], ("relations",), sizes, path)


class RoleGraph(nn.Module):
    """The role head as trained on our own annotation."""

    def __init__(self, role: nn.Module) -> None:
        super().__init__()
        self.role = role

    def forward(self, cues: Tensor, words: Tensor, distances: Tensor, lengths: Tensor) -> Tensor:
        """See `RoleHead`."""
        scores: Tensor = self.role(cues, words, distances, lengths, torch.zeros_like(lengths))
        return scores


def write_roles(network: Network, path: Path) -> None:
    """The graph from one cue's view to role scores."""
    hidden = network.trunk.kind.shape[0]
    inputs = (
        torch.randn(3, hidden),
        torch.randn(3, 7, hidden),
        torch.zeros(3, 7, dtype=torch.long),
        torch.tensor([7, 5, 3]),
    )
    sizes = {"cues": {0: "M"}, "words": {0: "M", 1: "N"}, "distances": {0: "M", 1: "N"}, "lengths": {0: "M"}}
    sizes["roles"] = {0: "M", 1: "N"}
    write_graph(RoleGraph(network.role), inputs, list(RoleInput._fields), ("roles",), sizes, path)


def write_graph(
    module: nn.Module,
    inputs: tuple[Tensor, ...],
    names: list[str],
    outputs: tuple[str, ...],
    sizes: dict[str, dict[int, str]],
    path: Path,
) -> None:
    """Export by tracing: the graphs have no branch that depends on values."""
    with torch.no_grad(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of every size it reads; tests/training runs other sizes
        torch.onnx.export(
            module,
            inputs,
            str(path),
            input_names=names,
            output_names=list(outputs),
            dynamic_axes=sizes,
            opset_version=OPSET,
            dynamo=False,
        )


def quantise(source: Path, target: Path) -> None:
    """Dynamic int8 of the weight matrices, a scale for each column."""
    graph = onnx.load(str(source)).graph
    whole = [node.name for node in graph.node if any(part in node.name for part in KEPT_WHOLE)]
    if source.name == "trunk.onnx" and not whole:
        raise ModelError(source, f"has no node named like {KEPT_WHOLE}: the outliers would be lost")
    quantize_dynamic(
        str(source),
        str(target),
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm"],
        nodes_to_exclude=whole,
        extra_options={"MatMulConstBOnly": True},
    )
