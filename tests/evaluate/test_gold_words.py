"""Measuring on gold words, with a reader of made-up scores: the figures are the model's, none the tokeniser's."""

from __future__ import annotations

import pytest

from tests.analyse.standin import StandIn
from ujar.analyse.draft import Stretch
from ujar.analyse.model import Model
from ujar.analyse.reading import TrunkInput, TrunkScores
from ujar.evaluate.conllu import GoldTree
from ujar.evaluate.gold_words import (
    HELD_OUT_PERCENT,
    draft_of,
    draft_of_words,
    is_held_out,
    quoted_words,
    score_model_names,
    score_model_statements,
    score_model_trees,
)
from ujar.evaluate.judged import JudgedStatement, JudgedText

# A change of this list would let the model be measured on sentences that it was trained on.
HELD_OUT_AMONG_TWENTY = [0, 2, 6, 9]


def gold_tree(text: str, tags: tuple[str, ...], heads: tuple[int, ...], relations: tuple[str, ...]) -> GoldTree:
    """A tree over the words between the blanks of `text`."""
    words = tuple(text.split())
    starts = [len(" ".join(words[:place])) + bool(place) for place in range(len(words))]
    offsets = tuple((start, start + len(word)) for start, word in zip(starts, words, strict=True))
    return GoldTree("t1", text, words, (True,) * len(words), offsets, tags, heads, relations)


def test_held_out_sentences_are_the_same_for_ever() -> None:
    """About fifteen in a hundred sentences of csui-train, chosen by their ids alone; of other sets none."""
    names = [f"csui-train-{number:05d}" for number in range(4000)]
    chosen = [name for name in names if is_held_out(name)]
    assert 100 * len(chosen) / len(names) == pytest.approx(HELD_OUT_PERCENT, abs=2)
    assert not any(is_held_out(name.replace("csui-train", "csui-test")) for name in names)
    assert [number for number in range(20) if is_held_out(names[number])] == HELD_OUT_AMONG_TWENTY


def test_draft_keeps_the_gold_words() -> None:
    """A multiword token's words stand at their own characters, with no blank before the second."""
    tree = GoldTree(
        id="t1",
        text="Laporannya siap",
        words=("laporan", "nya", "siap"),
        spaces=(True, False, True),
        offsets=((0, 7), (7, 10), (11, 15)),
        tags=("NOUN", "PRON", "ADJ"),
        heads=(3, 1, 0),
        relations=("nsubj", "nmod", "root"),
    )
    draft = draft_of(tree)
    assert [(token.start, token.text, token.space) for token in draft.tokens] == [
        (0, "Laporan", True),
        (7, "nya", False),
        (11, "siap", True),
    ]
    assert [passage.tokens for passage in draft.passages] == [Stretch(0, 3)]


def test_draft_gives_no_gold_label_away() -> None:
    """What the model is to find does not stand in the draft that it reads."""
    draft = draft_of(gold_tree("a b", ("NOUN", "VERB"), (2, 0), ("nsubj", "root")))
    assert {(token.tag, token.head, token.relation) for token in draft.tokens} == {("X", -1, "dep")}


def test_words_are_set_by_their_spacing() -> None:
    """Words of which only the spacing is known give the text that a writer would have set."""
    words = ["“", "Kami", "siap", ",", "”", "ujar", "nya", "."]
    draft = draft_of_words(words, [word in ("“", "siap", "ujar") for word in words])
    assert draft.article.text == "“Kami siap,” ujarnya."
    assert all(draft.article.text[token.start : token.end] == token.text for token in draft.tokens)
    assert quoted_words(draft) == [True] * 5 + [False] * 3


def test_trees_are_scored_on_the_gold_s_own_words() -> None:
    """A word that a tokeniser would cut stays one word; heads count from 1, the root is 0."""
    # The stand-in hangs each word on the one before it and tags by the last letter.
    tree = gold_tree("a-b b a", ("VERB", "VERB", "NOUN"), (0, 1, 1), ("root", "nsubj", "nsubj"))
    scores = score_model_trees(Model(StandIn()), [tree])
    assert scores.upos == pytest.approx(100)
    assert scores.uas == pytest.approx(100 * 2 / 3)
    assert scores.las == pytest.approx(100 * 2 / 3)


def test_names_are_scored_by_the_convention_that_is_asked_for() -> None:
    """`news` reads the second name head, which may see other names than the first."""

    class News(StandIn):
        def run_trunk(self, batch: TrunkInput) -> TrunkScores:
            scores = super().run_trunk(batch)
            return scores._replace(news_names=scores.names[:, :, ::-1])

    gold = [(["a", "b", "a"], ["O", "B-PER", "O"])]
    assert score_model_names(Model(News()), gold, news=False) == pytest.approx(100)
    assert score_model_names(Model(News()), gold, news=True) == pytest.approx(0)


def test_statements_meet_their_trees_by_id() -> None:
    """The statement found on the gold words of a sentence is scored against that sentence's gold."""
    other = gold_tree("b b", ("X", "X"), (0, 1), ("root", "dep"))
    tree = gold_tree("aas ac ak bk", ("X",) * 4, (0, 1, 2, 3), ("root", "dep", "dep", "dep"))
    trees = [GoldTree(**{**vars(other), "id": "t0"}), tree]
    statement = JudgedStatement(
        id="s1",
        content=((7, 12),),
        cue=(4, 6),
        source=(0, 3),
        source_head=(0, 3),
        addressees=(),
        form="indirect",
        mode="speech",
        polarity="asserted",
    )
    reader = StandIn(cues={"c": "speech"}, roles={"k": "content", "s": "source"})
    scores = score_model_statements(Model(reader), trees, [JudgedText("t1", tree.text, (statement,))])
    assert (scores.texts, scores.gold, scores.predicted) == (1, 1, 1)
    assert scores.matches["strict"].f1 == pytest.approx(100)
    assert scores.source_exact == pytest.approx(100)


def test_statement_in_the_wrong_place_counts_for_nothing() -> None:
    """A model that finds no cue has a recall of nothing."""
    tree = gold_tree("aas ac ak", ("X",) * 3, (0, 1, 2), ("root", "dep", "dep"))
    statement = JudgedStatement("s1", ((7, 9),), (4, 6), (0, 3), None, (), "indirect", "speech", "asserted")
    scores = score_model_statements(Model(StandIn()), [tree], [JudgedText("t1", tree.text, (statement,))])
    assert (scores.gold, scores.predicted) == (1, 0)
    assert scores.matches["0.3"].recall == 0
