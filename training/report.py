"""Measures a model folder on every set that may measure it; the figures go into the model card."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from training.chains import CHAINS, read_marked
from training.corpora import read_names
from ujar.analyse.analyser import Analyser
from ujar.analyse.model import Model
from ujar.evaluate.chain_gold import read_chains
from ujar.evaluate.chains import ChainText
from ujar.evaluate.chains import is_held_out as is_chain_held_out
from ujar.evaluate.coreference import score_coreference
from ujar.evaluate.entities import read_entities
from ujar.evaluate.evaluation import analyse_gold, article_of
from ujar.evaluate.gold import read_statements
from ujar.evaluate.gold_words import is_held_out, score_model_names, score_model_statements, score_model_trees
from ujar.evaluate.rates import shown
from ujar.evaluate.statements import JudgedText, StatementScores, score_statements
from ujar.evaluate.trees import read_trees


def report(model: Model, shared: Path, *, test: bool) -> dict[str, dict[str, float] | str]:
    """All figures. `test` also scores the sets marked *test*, which are to be scored rarely and never tuned on."""
    found: dict[str, dict[str, float] | str] = {}
    if test:
        found["csui-test, gold words"] = score_model_trees(model, read_trees(shared / "ud/csui-test.conllu")).as_dict()
        names = read_entities(shared / "ner/idner-news-2k-test.txt")
        found["idner-news-2k-test"] = {"names": score_model_names(model, names, news=True)}
        nergrit = read_names(shared / "ner/nergrit-test.txt")
        found["nergrit-test"] = {"names": score_model_names(model, nergrit, news=False)}
    csui = [text for text in read_statements(shared / "attribution/id-csui-train.jsonl") if is_held_out(text.id)]
    held_out = score_model_statements(model, read_trees(shared / "ud/csui-train.conllu"), csui)
    found["held-out csui-train statements"] = held_out.line()
    gsd = read_statements(shared / "attribution/id-gsd-test.jsonl")
    found["id-gsd-test statements"] = score_model_statements(
        model, read_trees(shared / "ud/gsd-test.conllu"), gsd
    ).line()
    paragraphs = read_statements(shared / "attribution/id-coin-dev.jsonl")
    found["id-coin-dev statements, raw text"] = score_raw(model, paragraphs).line()
    stories = read_statements(shared / "gold-dev")
    found["gold-dev statements, whole stories"] = score_raw(model, stories).line()
    return found | chain_figures(model, shared)


def chain_figures(model: Model, shared: Path) -> dict[str, dict[str, float] | str]:
    """Coreference and the sources of statements; COIN's and IndoCoref's chains of two mentions and more."""
    analyser = Analyser(model)
    own = [text for file in sorted(CHAINS.glob("*.txt")) for text in read_marked(file)]
    indocoref = read_chains(shared / "coref/indocoref/data/annotated")
    sets = {
        "gold-dev chains, whole stories": read_chains(shared / "gold-dev"),
        "id-coin-dev sources": read_chains(shared / "attribution/id-coin-dev.jsonl"),
        "COIN dev chains": read_chains(shared / "coref/coin/dev.tsv"),
        "IndoCoref chains, held-out articles": [text for text in indocoref if is_chain_held_out(text.id)],
        "our own stories' chains, held-out stories": [text for text in own if is_chain_held_out(text.id)],
    }
    return {name: chain_line(analyser, texts) for name, texts in sets.items()}


def chain_line(analyser: Analyser, texts: Sequence[ChainText]) -> str:
    """CoNLL of ours and of chains by head words, pronouns led right, sources led right."""
    records = [analyser.analyse(article_of(JudgedText(text.id, text.text, ()), "id")) for text in texts]
    scores = score_coreference(texts, records, singletons=False)
    parts = [
        f"{name}: CoNLL {shown(system.chains.conll)}, pronouns {shown(system.anaphors.percent)}"
        for name, system in scores.systems.items()
        if name in ("ujar", "heads")
    ]
    if scores.sources is not None and scores.sources.aligned:
        parts.append(f"sources {shown(scores.sources.accuracy)} of those found")
    return f"{len(texts)} texts; {'; '.join(parts)}"


def score_raw(model: Model, gold: Sequence[JudgedText]) -> StatementScores:
    """Score the whole analyser on raw texts."""
    return score_statements(gold, list(analyse_gold(gold, Analyser(model))))
