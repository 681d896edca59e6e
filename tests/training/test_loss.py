"""The losses where the annotation says less than the labels do."""

from __future__ import annotations

import math

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: it comes with the extra train")

from tests.training.tiny import HIDDEN, INDEX, named, network, parsed, roles, said  # noqa: E402  # after that check
from training.batching import join, make_batch  # noqa: E402
from training.labels import CUE_TAGS, IGNORED, ROLES, UNKNOWN_CUE  # noqa: E402
from training.loss import cue_entropy, losses, role_entropy  # noqa: E402


def sure(labels: tuple[str, ...], chosen: str):
    """Scores (1, 1, labels) of a model that is sure of one label."""
    scores = torch.zeros(1, 1, len(labels))
    scores[0, 0, labels.index(chosen)] = 30
    return scores


@pytest.mark.parametrize(("found", "right"), [("source", True), ("head", True), ("content", False), ("none", False)])
def test_word_of_a_source_without_marked_head_is_right_as_head_or_not(found: str, right: bool):
    """Corpora that mark no head can't tell which word of the source it is."""
    loss = role_entropy(sure(ROLES, found), torch.tensor([roles("source")]), torch.tensor([False]))
    assert (loss.item() < 1e-3) is right


def test_word_of_a_source_counts_as_such_where_heads_are_marked():
    """Ours marks heads: "Wali Kota" of "Wali Kota Rano" is no head."""
    labels, marked = torch.tensor([roles("source")]), torch.tensor([True])
    assert role_entropy(sure(ROLES, "source"), labels, marked).item() < 1e-3
    assert role_entropy(sure(ROLES, "head"), labels, marked).item() > 10


def test_undecided_model_pays_for_the_labels_that_are_wrong():
    """Even scores give two right roles of five."""
    loss = role_entropy(torch.zeros(1, 1, len(ROLES)), torch.tensor([roles("source")]), torch.tensor([False]))
    assert loss.item() == pytest.approx(-math.log(2 / 5))


@pytest.mark.parametrize("found", CUE_TAGS)
def test_cue_of_unknown_mode_is_right_in_any_mode(found: str):
    """No cue, or the inside of one, is wrong; the four modes are as good as each other."""
    loss = cue_entropy(sure(CUE_TAGS, found), torch.tensor([[UNKNOWN_CUE]])).item()
    assert (loss < 1e-3) is (found in ("speech", "directive", "attitude", "thought"))


def test_undecided_cue_of_unknown_mode_has_four_of_six_tags():
    """Even scores give four right tags of six; a known mode one; an ignored word none, and costs nothing."""
    even = torch.zeros(1, 1, len(CUE_TAGS))
    costs = [cue_entropy(even, torch.tensor([[label]])).item() for label in (UNKNOWN_CUE, 1, IGNORED)]
    assert costs == pytest.approx([-math.log(4 / 6), -math.log(1 / 6), 0])


@pytest.mark.parametrize(
    ("example", "parts"),
    [
        (named(), {"names"}),
        (parsed(), {"tags", "arcs", "relations"}),
        (said(), {"cues", "roles"}),
        (join(parsed(), parsed()), {"tags", "arcs", "relations"}),
    ],
)
@torch.no_grad()
def test_only_the_heads_with_labels_have_a_loss(example, parts: set[str]):
    """A corpus that annotates names trains nothing else; every loss is a number."""
    batch = make_batch([example], INDEX)
    found = losses(network(2), torch.randn(*batch.pieces.shape, HIDDEN), batch, half=False)
    assert set(found) == parts
    assert all(math.isfinite(loss.item()) and loss.item() >= 0 for loss in found.values())


@torch.no_grad()
def test_padding_takes_no_part_in_the_loss():
    """A passage beside a longer one of another layer has the loss that it has alone."""
    torch.manual_seed(8)
    alone = make_batch([parsed()], INDEX)
    beside = make_batch([parsed(), said()], INDEX)
    embedded = torch.randn(*beside.pieces.shape, HIDDEN)
    one = losses(network(2), embedded[:1, : alone.pieces.shape[1]], alone, half=False)
    two = losses(network(2), embedded, beside, half=False)
    for name, loss in one.items():
        assert two[name].item() == pytest.approx(loss.item(), rel=1e-4)
