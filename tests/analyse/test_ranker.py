"""The ranker of antecedents with weights made up by hand, and its file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ujar.analyse.analyser import MODEL_FOLDER
from ujar.analyse.antecedents import FEATURES, SORTS, Anaphor, Candidate
from ujar.analyse.ranker import RANKER_FILE, Evidence, Ranker, Undecided, load_ranker
from ujar.errors import ModelError

NAMED = FEATURES.index("named")
CANDIDATES = [Candidate("person", None, False, True, [place]) for place in range(3)]


def ranker(*, features: int = len(FEATURES), sorts: int = len(SORTS)) -> Ranker:
    """Scores a candidate by its feature "named" and by whether its state is that of the anaphor."""
    inner = np.zeros((features + 3, 2), np.float32)
    inner[NAMED, 0] = 1
    inner[-1, 1] = 1  # the product of the two traits
    weights = {
        "inner": inner,
        "inner_bias": np.zeros(2, np.float32),
        "outer": np.ones(2, np.float32),
        "own": np.ones((1, 1), np.float32),
        "theirs": np.ones((1, 1), np.float32),
        "none": np.full(sorts, 0.5, np.float32),
        "none_of": np.zeros(1, np.float32),
    }
    return Ranker(**weights)


def evidence(*named: float, states: tuple[float, ...] | None = None, own: float = 0) -> Evidence:
    """Evidence of as many candidates as there are numbers: how much each is named."""
    features = np.zeros((len(named), len(FEATURES)), np.float32)
    features[:, NAMED] = named
    theirs = np.array(states or (0,) * len(named), np.float32)[:, None]
    return Evidence(features, np.array([own], np.float32), theirs)


def test_ranker_chooses_the_highest_score() -> None:
    """Of three the one with the most behind it."""
    assert ranker().choose(Anaphor(5, "third"), CANDIDATES, evidence(0.6, 2, 1)) == 1


def test_ranker_may_choose_nobody() -> None:
    """None of them scores above "none of them"; of no candidates none is chosen."""
    assert ranker().choose(Anaphor(5, "third"), CANDIDATES, evidence(0.1, 0.4, 0.5)) is None
    assert ranker().choose(Anaphor(5, "third"), [], evidence()) is None


def test_nobody_is_weighed_by_the_sort_of_anaphor() -> None:
    """A bare noun mostly means somebody new: its bar is its own."""
    choosy = ranker()
    choosy.none[SORTS.index("bare")] = 3
    assert choosy.choose(Anaphor(5, "bare"), CANDIDATES, evidence(0, 2, 0)) is None
    assert choosy.choose(Anaphor(5, "pointed"), CANDIDATES, evidence(0, 2, 0)) == 1


def test_word_states_count() -> None:
    """Two candidates of like features are told apart by what the model knows of their words."""
    likeness = evidence(0.6, 0.6, 0.6, states=(-1, 0, 1), own=1)
    assert ranker().choose(Anaphor(5, "third"), CANDIDATES, likeness) == 2


def test_nobody_is_weighed_by_the_anaphor_s_word() -> None:
    """What the model knows of the anaphor may raise the bar."""
    choosy = ranker()
    choosy.none_of[0] = 9
    assert choosy.choose(Anaphor(5, "third"), CANDIDATES, evidence(0, 2, 0, own=1)) is None
    assert choosy.choose(Anaphor(5, "third"), CANDIDATES, evidence(0, 2, 0, own=0)) == 1


def test_undecided_chooses_nobody() -> None:
    """Names and plain rules alone."""
    assert Undecided().choose(Anaphor(5, "third"), CANDIDATES, evidence(9, 9, 9)) is None


def write(folder: Path, made: Ranker) -> None:
    """The file of a ranker."""
    np.savez(folder / RANKER_FILE, **{name: getattr(made, name) for name in Ranker.__dataclass_fields__})


def test_ranker_outlives_its_file(tmp_path: Path) -> None:
    """A ranker that was written and read again chooses as before."""
    write(tmp_path, ranker())
    again = load_ranker(tmp_path)
    assert again.choose(Anaphor(5, "third"), CANDIDATES, evidence(0.6, 2, 1)) == 1
    for name in Ranker.__dataclass_fields__:
        assert np.array_equal(getattr(again, name), getattr(ranker(), name))


def test_missing_or_damaged_ranker_is_a_model_error(tmp_path: Path) -> None:
    """No file, no archive, an archive without a weight: each names the file."""
    path = tmp_path / RANKER_FILE
    with pytest.raises(ModelError, match=RANKER_FILE):
        load_ranker(tmp_path)
    path.write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(ModelError, match="can't be read"):
        load_ranker(tmp_path)
    np.savez(path, inner=np.zeros((2, 2)))
    with pytest.raises(ModelError, match="can't be read"):
        load_ranker(tmp_path)


@pytest.mark.parametrize("made", [ranker(features=len(FEATURES) + 1), ranker(sorts=len(SORTS) - 1)])
def test_ranker_of_other_features_is_refused(tmp_path: Path, made: Ranker) -> None:
    """Weights of another version would choose at random."""
    write(tmp_path, made)
    with pytest.raises(ModelError, match="features"):
        load_ranker(tmp_path)


def test_shipped_ranker_fits() -> None:
    """The one in the model folder weighs the features of this version."""
    assert load_ranker(MODEL_FOLDER).outer.any()
