"""The network: shapes, and that padding counts for nothing."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: it comes with the extra train")

from tests.training.tiny import HIDDEN, INDEX, network  # noqa: E402  # only after the check that torch is there
from training.labels import CUE_TAGS, ROLES  # noqa: E402
from training.network import RELATION_UNITS  # noqa: E402

ROWS, LENGTH, SIZE = 3, 11, 6


@pytest.fixture
def states():
    """Word states (3, 6, H) of random pieces."""
    torch.manual_seed(1)
    places = torch.randint(1, LENGTH, (ROWS, SIZE))
    with torch.no_grad():
        return network(2).words(torch.randn(ROWS, LENGTH, HIDDEN), torch.ones(ROWS, LENGTH), places, places)


def test_words_have_one_state_each(states):
    """Pieces (B, L, H) give words (B, N, H)."""
    assert states.shape == (ROWS, SIZE, HIDDEN)


def test_word_is_the_mean_of_its_first_and_last_piece():
    """The pieces between do not count beyond what attention lets them."""
    torch.manual_seed(2)
    embedded, mask = torch.randn(1, LENGTH, HIDDEN), torch.ones(1, LENGTH)
    with torch.no_grad():
        pieces = network(2).trunk(embedded, mask)
        (word,) = network(2).words(embedded, mask, torch.tensor([[2]]), torch.tensor([[5]]))[0]
    assert torch.allclose(word, (pieces[0, 2] + pieces[0, 5]) / 2)


@torch.no_grad()
def test_syntax_scores_every_word_and_the_root(states):
    """Arcs and the states of heads have a place for the root before those of the words."""
    shapes = [tuple(part.shape) for part in network(2).syntax(states, torch.tensor([0, 1, 2]))]
    assert shapes == [
        (ROWS, SIZE, len(INDEX.tags)),
        (ROWS, SIZE, len(INDEX.names)),
        (ROWS, SIZE, len(INDEX.news_names)),
        (ROWS, SIZE, SIZE + 1),
        (ROWS, SIZE + 1, RELATION_UNITS),
        (ROWS, SIZE, RELATION_UNITS),
    ]
    heads, dependents = torch.randn(2, 5, RELATION_UNITS)
    assert network(2).syntax.score_relations(heads, dependents).shape == (5, len(INDEX.relations))


@torch.no_grad()
def test_cue_and_role_heads_score_every_word(states):
    """Cue tags (B, N, tags) and the marked words; roles (M, N, roles) for M cues."""
    scores, marked = network(2).cue(states, torch.zeros(ROWS, SIZE, dtype=torch.long), torch.tensor([0, 1, 2]))
    assert (scores.shape, marked.shape) == ((ROWS, SIZE, len(CUE_TAGS)), (ROWS, SIZE, HIDDEN))
    distances = torch.zeros(ROWS, SIZE, dtype=torch.long)
    found = network(2).role(marked[:, 0], marked, distances, torch.tensor([6, 2, 4]), torch.zeros(3, dtype=torch.long))
    assert found.shape == (ROWS, SIZE, len(ROLES))


@torch.no_grad()
def test_padding_changes_no_word():
    """A short passage reads the same alone and beside a long one."""
    torch.manual_seed(3)
    embedded = torch.randn(2, LENGTH, HIDDEN)
    mask = torch.ones(2, LENGTH)
    mask[0, 5:] = 0
    places = torch.tensor([[1, 2, 4], [1, 6, 9]])
    alone = network(2).words(embedded[:1, :5], mask[:1, :5], places[:1], places[:1])
    beside = network(2).words(embedded, mask, places, places)
    assert torch.allclose(alone[0], beside[0], atol=1e-5)


@torch.no_grad()
def test_role_head_reads_no_further_than_the_passage():
    """The words behind `lengths` are padding, and change no score before it."""
    torch.manual_seed(4)
    words = torch.randn(1, SIZE, HIDDEN)
    other = words.clone()
    other[:, 4:] = 9
    distances, length, ours = torch.zeros(1, SIZE, dtype=torch.long), torch.tensor([4]), torch.tensor([0])
    scores = [network(2).role(words[:, 0], given, distances, length, ours)[:, :4] for given in (words, other)]
    assert torch.allclose(*scores, atol=1e-6)
