"""Quality is pinned: `floors.toml` holds what each set must score at least. Floors only rise.

Needs the shared data; each set's digest stands beside its floors, so that a figure never silently means other data.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from ujar.analyse import Analyser
from ujar.analyse.prepare import prepare
from ujar.evaluate.chain_gold import read_chains
from ujar.evaluate.chains import ChainText
from ujar.evaluate.chains import is_held_out as is_chain_held_out
from ujar.evaluate.coreference import score_coreference
from ujar.evaluate.entities import read_entities
from ujar.evaluate.evaluation import analyse_gold, article_of
from ujar.evaluate.gold import read_statements
from ujar.evaluate.gold_words import is_held_out, score_model_names, score_model_statements, score_model_trees
from ujar.evaluate.pfsa import judge_story, score_pfsa
from ujar.evaluate.pfsa_stories import read_stories
from ujar.evaluate.statements import JudgedText, StatementScores, score_statements
from ujar.evaluate.timex import read_timeml
from ujar.evaluate.timex_scores import score_times
from ujar.evaluate.trees import read_trees, score_words
from ujar.evaluate.words import ScoringWords
from ujar.languages.schema import load_words
from ujar.read import read_article
from ujar.record import Article

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
Figures = dict[str, float]


def numbers(scores: StatementScores) -> Figures:
    """The figures that are numbers."""
    return {name: value for name, value in scores.as_dict().items() if isinstance(value, int | float)}


def raw_statements(analyser: Analyser, gold: list[JudgedText]) -> Figures:
    """Whole paragraphs, from characters."""
    return numbers(score_statements(gold, list(analyse_gold(gold, analyser))))


def csui_trees(analyser: Analyser, path: Path, _: Path) -> Figures:
    """Tags and trees on gold words."""
    return score_model_trees(analyser.model, read_trees(path)).as_dict()


def names(analyser: Analyser, path: Path, _: Path) -> Figures:
    """Names on gold words."""
    return {"names": score_model_names(analyser.model, read_entities(path), news=True)}


def words(_: Analyser, path: Path, __: Path) -> Figures:
    """Words on each text, sentences on all texts joined by blanks."""
    trees = read_trees(path)
    text = " ".join(tree.text for tree in trees)
    draft = prepare(Article.of(text))
    tokens = [(token.start, token.end) for token in draft.tokens]
    ends = [(tokens[s.tokens.first][0], tokens[s.tokens.last - 1][1]) for s in draft.sentences]
    scores = score_words(trees, text, tokens, ends)
    return {"words": scores.words.f1, "sentences": scores.sentences.f1}


def held_out(analyser: Analyser, path: Path, shared: Path) -> Figures:
    """Statements on the held-out sentences of csui-train, gold words."""
    gold = [text for text in read_statements(path) if is_held_out(text.id)]
    return numbers(score_model_statements(analyser.model, read_trees(shared / "ud/csui-train.conllu"), gold))


def gsd_statements(analyser: Analyser, path: Path, shared: Path) -> Figures:
    """Statements in another genre, gold words."""
    return numbers(
        score_model_statements(analyser.model, read_trees(shared / "ud/gsd-test.conllu"), read_statements(path))
    )


def coin_statements(analyser: Analyser, path: Path, _: Path) -> Figures:
    """Statements in magazine paragraphs, from characters."""
    return raw_statements(analyser, read_statements(path))


def stories(analyser: Analyser, path: Path, _: Path) -> Figures:
    """Statements in whole stories."""
    return raw_statements(analyser, read_statements(path))


def pfsa(analyser: Analyser, path: Path, _: Path) -> Figures:
    """Direct speech of public figures, as far as PFSA-ID labels it."""
    gold = read_stories(path)
    scores = score_pfsa(gold, list(analyse_gold([judge_story(story) for story in gold], analyser)))
    return {"average": scores.average or 0.0, "statement": scores.statement.f1 or 0.0}


def seed_story(analyser: Analyser, path: Path, shared: Path) -> Figures:
    """The first story: statements with cue and source exact and content equal, and (negated) those not in gold."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    record = analyser.analyse(read_article(shared / f"news/{path.stem}.txt"))
    theirs = [
        (place(s["cue"]), place(s["source"]), plain([piece["text"] for piece in s["content"]]))
        for s in gold["statements"]
    ]
    ours = [
        (
            (s.cue.span.start, s.cue.span.end) if s.cue else None,
            (s.source.span.start, s.source.span.end) if s.source else None,
            plain([piece.text for piece in s.content]),
        )
        for s in record.statements
    ]
    right = sum(statement in theirs for statement in ours)
    return {"right": right, "kept clean": -(len(ours) - right)}


def place(span: dict[str, int] | None) -> tuple[int, int] | None:
    """The extent of a gold span."""
    return None if span is None else (span["start"], span["end"])


def plain(pieces: list[str]) -> list[str]:
    """Content as the guidelines compare it: words, without marks and an initial complementiser."""
    found = [word for piece in pieces for word in re.findall(r"\w+", piece.lower())]
    return found[1:] if found and found[0] in load_words("id", ScoringWords).openers else found


def chains(analyser: Analyser, texts: list[ChainText]) -> Figures:
    """Coreference of the record's actors, singletons left out, and whom the sources of statements are.

    "over heads" is how far CoNLL stands above chains of the same mentions by their head words alone.
    """
    records = [analyser.analyse(article_of(JudgedText(text.id, text.text, ()), "id")) for text in texts]
    scores = score_coreference(texts, records, singletons=False)
    figures: Figures = {}
    for name, system in scores.systems.items():
        figures[f"{name} conll"] = system.chains.conll or 0.0
        figures[f"{name} b-cubed"] = system.chains.b_cubed.f1 or 0.0
    if scores.systems:
        figures["over heads"] = figures["ujar conll"] - figures["heads conll"]
    if scores.sources is not None:
        figures |= {"resolved": scores.sources.accuracy or 0.0, "resolved of all": scores.sources.end_to_end or 0.0}
    return figures


def gold_chains(analyser: Analyser, path: Path, _: Path) -> Figures:
    """Chains of a file or folder as a whole."""
    return chains(analyser, read_chains(path))


def held_out_chains(analyser: Analyser, path: Path, _: Path) -> Figures:
    """Chains of the texts that train nothing."""
    return chains(analyser, [text for text in read_chains(path) if is_chain_held_out(text.id)])


def times(analyser: Analyser, path: Path, _: Path) -> Figures:
    """Times of stories, by overlap of spans and by value."""
    texts = read_timeml(path, "id")
    scores = score_times(texts, [analyser.analyse(text.article).times for text in texts])
    return {name: value for name, value in scores.as_dict().items() if isinstance(value, int | float)}


MEASURES: dict[str, Callable[[Analyser, Path, Path], Figures]] = {
    "csui-test trees": csui_trees,
    "csui-test words": words,
    "idner-news-2k-test names": names,
    "held-out csui-train statements": held_out,
    "id-gsd-test statements": gsd_statements,
    "id-coin-dev statements": coin_statements,
    "gold-dev statements": stories,
    "pfsa-id dev-20": pfsa,
    "seed story": seed_story,
    "seed story sources": gold_chains,
    "gold-dev chains": gold_chains,
    "id-coin-dev sources": gold_chains,
    "coin-dev chains": gold_chains,
    "indocoref held-out chains": held_out_chains,
    "kompas-gold-dev times": times,
}


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_scores_stay_above_their_floors(name: str, analyser: Analyser, shared: Path) -> None:
    """Every figure that `floors.toml` names is at least its floor, on exactly the data it was set on."""
    wanted = FLOORS[name]
    path = shared / "data" / wanted["file"]
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]
    assert digest == wanted["digest"], f"{path.name} is not the file that the floors of {name!r} were set on"
    figures = MEASURES[name](analyser, path, shared / "data")
    below = {key: (figures[key], floor) for key, floor in wanted["floors"].items() if figures[key] < floor}
    assert not below, f"{name}: figure and floor of {below}"
