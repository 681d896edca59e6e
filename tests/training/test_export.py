"""The graphs that ship compute what the network computes, at sizes other than those they were traced at."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: it comes with the extra train")
onnx = pytest.importorskip("onnx", reason="onnx is not installed: it comes with the extra train")

from onnxruntime import InferenceSession  # noqa: E402  # only after the checks that torch and onnx are there

from tests.training.tiny import HIDDEN, network  # noqa: E402
from training.export import KEPT_WHOLE, TrunkGraph, quantise, write_relations, write_roles, write_trunk  # noqa: E402
from training.labels import DISTANCES  # noqa: E402
from training.network import RELATION_UNITS  # noqa: E402
from ujar.analyse.reading import RoleInput, TrunkInput, TrunkScores  # noqa: E402
from ujar.errors import ModelError  # noqa: E402


@pytest.fixture(scope="module")
def graphs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the three graphs in fp32."""
    folder = tmp_path_factory.mktemp("graphs")
    torch.manual_seed(5)
    write_trunk(network(2), folder / "trunk.onnx")
    write_relations(network(2), folder / "relations.onnx")
    write_roles(network(2), folder / "roles.onnx")
    return folder


def run(path: Path, names: tuple[str, ...], parts) -> list[np.ndarray]:
    """The outputs of a graph."""
    session = InferenceSession(str(path), providers=["CPUExecutionProvider"])
    assert [given.name for given in session.get_inputs()] == list(names)
    return session.run(None, {name: part.numpy() for name, part in zip(names, parts, strict=True)})


def compare(found: list[np.ndarray], expected) -> None:
    """Output by output: the same shape, the same numbers but for rounding."""
    for one, other in zip(found, expected, strict=True):
        assert one.shape == tuple(other.shape)
        np.testing.assert_allclose(one, other.numpy(), atol=2e-5)


@pytest.mark.parametrize(("rows", "length", "size"), [(1, 4, 2), (3, 20, 9), (5, 31, 1)])
@torch.no_grad()
def test_trunk_graph_gives_the_scores_of_the_network(graphs: Path, rows: int, length: int, size: int):
    """Every field of `TrunkScores`, in its order, with padding in the first row."""
    torch.manual_seed(rows)
    mask = torch.ones(rows, length)
    mask[0, length // 2 :] = 0
    firsts = torch.randint(0, length, (rows, size))
    lasts = (firsts + 1).clamp(max=length - 1)
    inputs = (torch.randn(rows, length, HIDDEN), mask, firsts, lasts, torch.randint(0, 2, (rows, size)))
    names = ("embedded", *TrunkInput._fields[1:])
    expected = TrunkGraph(network(2))(*inputs)
    assert len(expected) == len(TrunkScores._fields)
    compare(run(graphs / "trunk.onnx", names, inputs), expected)


@pytest.mark.parametrize("words", [1, 17])
@torch.no_grad()
def test_relation_graph_gives_the_scores_of_the_network(graphs: Path, words: int):
    """The one matrix product is the bilinear form."""
    heads, dependents = torch.randn(2, words, RELATION_UNITS)
    expected = network(2).syntax.score_relations(heads, dependents)
    compare(run(graphs / "relations.onnx", ("heads", "dependents"), (heads, dependents)), [expected])


@pytest.mark.parametrize("lengths", [[1], [13, 2, 9, 13, 6], [4, 4]])
@torch.no_grad()
def test_role_graph_gives_the_scores_of_the_network(graphs: Path, lengths: list[int]):
    """Passages of other lengths, in any order, in the conventions of the first corpus."""
    torch.manual_seed(6)
    cues, size = len(lengths), max(lengths)
    distances = torch.randint(0, 2 * len(DISTANCES) + 1, (cues, size))
    inputs = (torch.randn(cues, HIDDEN), torch.randn(cues, size, HIDDEN), distances, torch.tensor(lengths))
    expected = network(2).role(*inputs, torch.zeros(cues, dtype=torch.long))
    compare(run(graphs / "roles.onnx", RoleInput._fields, inputs), [expected])


def test_quantise_refuses_a_trunk_without_the_layer_of_outliers(graphs: Path, tmp_path: Path):
    """Two layers hold no fifth one: better no model than one that has lost its outliers."""
    with pytest.raises(ModelError, match="outliers"):
        quantise(graphs / "trunk.onnx", tmp_path / "trunk.onnx")
    assert not (tmp_path / "trunk.onnx").exists()


def test_quantise_keeps_the_layer_of_outliers_whole(tmp_path: Path):
    """Of five layers the last one's outer matrix stays fp32; the others become integers."""
    (tmp_path / "whole").mkdir()
    write_trunk(network(5), tmp_path / "whole/trunk.onnx")
    quantise(tmp_path / "whole/trunk.onnx", tmp_path / "trunk.onnx")
    nodes = onnx.load(str(tmp_path / "trunk.onnx")).graph.node
    products = [node.name for node in nodes if node.op_type == "MatMul" and "/outer" in node.name]
    integers = [node.name for node in nodes if node.op_type == "MatMulInteger" and "/outer" in node.name]
    assert len(products) == 1
    assert KEPT_WHOLE[0] in products[0]
    assert len(integers) == 4
