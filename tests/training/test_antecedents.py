"""Questions for the ranker of antecedents, and its training."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is not installed: it comes with the extra train")

from tests.analyse.cast import add_mention, make_story  # noqa: E402
from training.antecedents import (  # noqa: E402  # after that check
    Network,
    Question,
    Teacher,
    answers,
    chain_at,
    collate,
    train,
    write,
)
from ujar.analyse.antecedents import FEATURES, SORTS, Anaphor, Candidate  # noqa: E402
from ujar.analyse.ranker import RANKER_FILE, Evidence, load_ranker  # noqa: E402
from ujar.evaluate.chains import ChainText  # noqa: E402

STATES = 4


def candidates(*mentions: int) -> list[Candidate]:
    """A candidate for each mention."""
    return [Candidate("person", None, False, True, [place]) for place in mentions]


def evidence(count: int, right: int | None = None, seed: int = 0) -> Evidence:
    """Made-up evidence of as many candidates; the feature "last speaker" gives the right one away."""
    numbers = np.random.default_rng(seed)
    features = np.zeros((count, len(FEATURES)), np.float32)
    if right is not None:
        features[right, FEATURES.index("last speaker")] = 1
    own, theirs = numbers.normal(size=STATES), numbers.normal(size=(count, STATES))
    return Evidence(features, own.astype(np.float32), theirs.astype(np.float32))


def chained(text: str, *chains: tuple[str, ...]) -> ChainText:
    """A text with chains of words, each where it first stands."""
    extents = [tuple((text.index(words), text.index(words) + len(words)) for words in chain) for chain in chains]
    return ChainText("x", text, tuple(extents))


def test_teacher_answers_by_the_chains() -> None:
    """Of two candidates the one whose mention is of the anaphor's chain."""
    teacher = Teacher({0: 7, 1: 8, 2: 7}, {7: 0, 8: 1})
    assert teacher.choose(Anaphor(2, "third"), candidates(1, 0), evidence(2)) == 1
    assert [(question.sort, question.right) for question in teacher.questions] == [("third", (1,))]


def test_teacher_says_nobody_of_a_first_mention_and_of_none() -> None:
    """Whoever is named first, or stands in no chain, is none of those before; both are asked."""
    teacher = Teacher({0: 7, 2: 8}, {7: 0, 8: 2})
    assert teacher.choose(Anaphor(2, "bare"), candidates(0), evidence(1)) is None
    assert teacher.choose(Anaphor(3, "bare"), candidates(0), evidence(1)) is None
    assert [question.right for question in teacher.questions] == [(), ()]


def test_teacher_asks_nothing_that_has_no_fair_answer() -> None:
    """A later mention whose chain we did not find among the candidates would teach that it is new."""
    teacher = Teacher({0: 7, 1: 8, 2: 7}, {7: 0, 8: 1})
    assert teacher.choose(Anaphor(2, "third"), candidates(1), evidence(1)) is None
    assert teacher.questions == []


def test_mention_is_of_the_shortest_phrase_around_its_head() -> None:
    """Peru in "Menlu Peru" is of its own chain; Menlu is the whole phrase's."""
    draft = make_story("Menlu | Peru | tiba")
    text = chained(draft.article.text, ("Menlu Peru",), ("Peru",))
    peru, menlu = add_mention(draft, "Peru", kind="state"), add_mention(draft, "Menlu Peru", "Menlu")
    assert chain_at(draft, draft.mentions[peru], text) == 1
    assert chain_at(draft, draft.mentions[menlu], text) == 0


def test_mention_in_the_midst_of_a_phrase_is_of_no_chain() -> None:
    """A phrase that only holds the head, and neither begins nor ends with it, is another's."""
    draft = make_story("rumah | Rosa | lama | runtuh")
    text = chained(draft.article.text, ("rumah Rosa lama",))
    rosa = add_mention(draft, "Rosa")
    assert chain_at(draft, draft.mentions[rosa], text) is None
    assert chain_at(draft, draft.mentions[rosa], chained(draft.article.text, ("runtuh",))) is None


def test_batch_fills_up_with_what_is_hidden() -> None:
    """A question of one candidate beside one of three: the filling never gets the best score."""
    questions = [Question("third", evidence(1), ()), Question("bare", evidence(3), (0, 2))]
    batch = collate(questions)
    assert batch.held.tolist() == [[True, False, False], [True, True, True]]
    assert batch.right.tolist() == [[False, False, False, True], [True, False, True, False]]
    assert batch.sorts.tolist() == [SORTS.index("third"), SORTS.index("bare")]
    scores = Network(STATES).eval()(batch)
    assert torch.isinf(scores[0, 1:3]).all()
    assert torch.isfinite(scores[1]).all()


def questions_about_the_last_speaker() -> list[Question]:
    """Questions whose right candidate has one feature that the others lack; of every fourth nobody has it."""
    found = []
    for seed in range(64):
        right = None if seed % 4 == 3 else seed % 3
        found.append(Question("third", evidence(3, right, seed), () if right is None else (right,)))
    return found


def test_training_learns_what_tells_them_apart() -> None:
    """A rule that the features hold is learnt, also that at times nobody is meant."""
    torch.manual_seed(0)
    questions = questions_about_the_last_speaker()
    trained = train(questions * 8)
    assert sum(answers(trained, questions)) >= 60
    assert sum(answers(Network(STATES).eval(), questions)) < 45


def test_ranker_that_is_written_chooses_as_the_network(tmp_path: Path) -> None:
    """What torch trained, numpy runs: the same choice on every question."""
    torch.manual_seed(0)
    network = Network(STATES).eval()
    torch.nn.init.normal_(network.none.weight)
    write(network, tmp_path / RANKER_FILE)
    ranker = load_ranker(tmp_path)
    chosen, best = [], []
    for seed in range(60):
        question = Question(SORTS[seed % len(SORTS)], evidence(3, seed % 3, seed), ())
        found = int(network(collate([question])).argmax(1))
        best.append(None if found == 3 else found)
        chosen.append(ranker.choose(Anaphor(9, question.sort), candidates(0, 1, 2), question.evidence))
    assert chosen == best
    assert len(set(chosen)) > 2
