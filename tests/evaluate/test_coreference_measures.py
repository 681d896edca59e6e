"""MUC, B-cubed, CEAF-e, LEA and CoNLL's average, against examples worked out by hand."""

from collections.abc import Callable

import pytest

from ujar.evaluate.chain_scores import Tally, b_cubed, ceaf_e, lea, mention_tally, muc, score_chains

# The example of Pradhan et al. 2014: a mention is missed (e), two are made up (h, i).
KEY = ["abc", "defg"]
RESPONSE = ["ab", "cd", "fghi"]
# The example of Bagga and Baldwin 1998: the two big chains joined is the worse error, which MUC does not see.
TRUTH = ["12345", "67", "89ABC"]
SMALL_JOINED = ["12345", "6789ABC"]
BIG_JOINED = ["1234589ABC", "67"]


@pytest.mark.parametrize(
    ("measure", "recall", "precision"),
    [
        (mention_tally, 6 / 7, 6 / 8),
        (muc, 2 / 5, 2 / 5),
        (b_cubed, (4 / 3 + 1 / 3 + 1 / 4 + 4 / 4) / 7, (4 / 2 + 1 / 2 + 1 / 2 + 4 / 4) / 8),
        (ceaf_e, (4 / 5 + 4 / 8) / 2, (4 / 5 + 4 / 8) / 3),
        (lea, (3 * 1 / 3 + 4 * 1 / 6) / 7, (2 * 1 + 2 * 0 + 4 * 1 / 6) / 8),
    ],
    ids=["mentions", "MUC", "B-cubed", "CEAF-e", "LEA"],
)
def test_measure_of_mentions_found_and_made_up_is_that_of_the_reference_scorer(
    measure: Callable[..., Tally], recall: float, precision: float
) -> None:
    """A mention without partner overlaps with nothing and stays in the whole."""
    rate = measure(KEY, RESPONSE).rate
    assert rate.recall == pytest.approx(100 * recall)
    assert rate.precision == pytest.approx(100 * precision)
    assert rate.f1 == pytest.approx(200 * recall * precision / (recall + precision))


@pytest.mark.parametrize(("response", "precision"), [(SMALL_JOINED, 16 / 21), (BIG_JOINED, 7 / 12)])
def test_b_cubed_punishes_the_join_of_big_chains(response: list[str], precision: float) -> None:
    """MUC gives both 9 of 10 links; B-cubed tells them apart."""
    assert muc(TRUTH, response).rate.precision == pytest.approx(90)
    assert b_cubed(TRUTH, response).rate.precision == pytest.approx(100 * precision)
    assert b_cubed(TRUTH, response).rate.recall == pytest.approx(100)


def test_conll_average_is_the_mean_f1_of_three() -> None:
    """MUC 0.4, B-cubed and CEAF-e as above; LEA and mentions have no part in it."""
    scores = score_chains([(KEY, RESPONSE)])
    assert scores.conll == pytest.approx((scores.muc.f1 + scores.b_cubed.f1 + scores.ceaf_e.f1) / 3)
    assert scores.conll == pytest.approx(45.9, abs=0.1)


def test_ceaf_pairs_chains_one_to_one() -> None:
    """One chain found in two halves is paired with one half only."""
    assert ceaf_e(["abcd"], ["ab", "cd"]).rate.recall == pytest.approx(100 * 4 / 6)
    assert ceaf_e(["abcd"], ["ab", "cd"]).rate.precision == pytest.approx(100 * 4 / 6 / 2)


@pytest.mark.parametrize(("found", "recall"), [(["a", "bc"], 100.0), (["ab", "c"], 0.0), (["b"], 0.0)])
def test_lea_lets_only_a_singleton_resolve_a_singleton(found: list[str], recall: float) -> None:
    """The link of a singleton to itself is not resolved by a longer chain."""
    assert lea(["a"], found).rate.recall == recall


def test_muc_of_singletons_alone_is_of_nothing() -> None:
    """There are no links to find, which is no failure."""
    assert muc(["a", "b"], ["a", "b"]).rate.f1 is None
    assert muc(["ab"], ["a", "b"]).rate.f1 == 0


def test_score_chains_adds_up_before_it_divides() -> None:
    """A text of one chain weighs less than one of two."""
    both = score_chains([(KEY, RESPONSE), (["xy"], ["xy"])])
    assert both.muc.recall == pytest.approx(100 * (2 + 1) / (5 + 1))
    assert both.ceaf_e.precision == pytest.approx(100 * (1.3 + 1) / (3 + 1))


@pytest.mark.parametrize("sides", [(KEY, []), ([], RESPONSE)])
def test_score_chains_of_an_empty_side_is_nought(sides: tuple[list[str], list[str]]) -> None:
    """Nothing found scores 0, and so does what was found where there is nothing."""
    assert score_chains([sides]).conll == 0


def test_score_chains_of_nothing_is_no_figure() -> None:
    """Two empty sides have no score."""
    assert score_chains([([], [])]).conll is None
