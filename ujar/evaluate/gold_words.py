"""Measures a model on gold words, so that every figure is the model's own and none the tokeniser's.

Also names the sentences that are held out of training, and the drafts over gold words that training shares.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from ujar.analyse.analyser import Analyser
from ujar.analyse.draft import Draft, Passage, Sentence, Stretch, Token
from ujar.analyse.finish import finish
from ujar.analyse.model import Model
from ujar.analyse.passages import in_quotation
from ujar.analyse.quotations import find_quotations
from ujar.analyse.read_model import read_draft
from ujar.analyse.reading import PassageWords
from ujar.evaluate.entities import guess_spaces, score_entities
from ujar.evaluate.gold import judged
from ujar.evaluate.statements import JudgedText, StatementScores, score_statements
from ujar.evaluate.trees import GoldTree, TreeScores, score_trees
from ujar.record import Article, MadeBy

__all__ = [
    "draft_of",
    "draft_of_words",
    "is_held_out",
    "quoted_words",
    "read_gold_words",
    "score_model_names",
    "score_model_statements",
    "score_model_trees",
]

HELD_OUT_PERCENT = 15


def is_held_out(sent_id: str) -> bool:
    """Whether a sentence of csui-train is among those that measure the statements and never train anything."""
    digest = hashlib.md5(sent_id.encode(), usedforsecurity=False).hexdigest()
    return sent_id.startswith("csui-train") and int(digest, 16) % 100 < HELD_OUT_PERCENT


def draft_of(tree: GoldTree) -> Draft:
    """A draft with the gold words of one sentence, its quotations found."""
    tokens = [
        Token(start, end, tree.text[start:end], space)
        for (start, end), space in zip(tree.offsets, tree.spaces, strict=True)
    ]
    whole = Stretch(0, len(tokens))
    draft = Draft(Article.of(tree.text), tokens, sentences=[Sentence(whole, 0)])
    find_quotations(draft)
    draft.passages = [Passage(whole, Stretch(0, 1))]
    return draft


def draft_of_words(words: Sequence[str], spaces: Sequence[bool]) -> Draft:
    """A draft over words of which only the spacing is known."""
    text, offsets = "", []
    for word, space in zip(words, spaces, strict=True):
        text += " " if space and text else ""
        offsets.append((len(text), len(text) + len(word)))
        text += word
    size = len(words)
    empty = ("X",) * size
    return draft_of(GoldTree("", text, tuple(words), tuple(spaces), tuple(offsets), empty, (0,) * size, empty))


def quoted_words(draft: Draft) -> list[bool]:
    """For every token, whether it stands inside marks."""
    return in_quotation(draft, Stretch(0, len(draft.tokens)))


def score_model_trees(model: Model, trees: Sequence[GoldTree]) -> TreeScores:
    """Tags and trees on gold words, in percent."""
    passages = [
        PassageWords(tree.words, tree.spaces, quoted_words(draft_of(tree)), [len(tree.words)]) for tree in trees
    ]
    readings = model.read(passages)
    return score_trees(trees, [(r.tags, [head + 1 for head in r.heads], r.relations) for r in readings])


def score_model_names(model: Model, sentences: Sequence[tuple[list[str], list[str]]], *, news: bool) -> float:
    """F1 of the names on gold words; `sentences` hold words and BIO labels; `news`: by the conventions of idner."""
    passages = []
    for words, _ in sentences:
        spaces = guess_spaces(words)
        passages.append(PassageWords(words, spaces, quoted_words(draft_of_words(words, spaces)), [len(words)]))
    readings = model.read(passages)
    found = [reading.news_names if news else reading.names for reading in readings]
    return score_entities([labels for _, labels in sentences], found).f1


def score_model_statements(model: Model, trees: Sequence[GoldTree], gold: Sequence[JudgedText]) -> StatementScores:
    """Score the statements found on gold words; the texts of `gold` are sentences of `trees`, met by their ids."""
    return score_statements(gold, read_gold_words(model, trees, gold))


def read_gold_words(model: Model, trees: Sequence[GoldTree], gold: Sequence[JudgedText]) -> list[JudgedText]:
    """The texts of `gold` with the statements that the model finds in their gold words."""
    by_id = {tree.id: tree for tree in trees}
    analyser = Analyser(model)
    predicted = []
    for text in gold:
        draft = draft_of(by_id[text.id])
        read_draft(draft, model)
        analyser.attribute(draft)
        found = judged(finish(draft, MadeBy(ujar="", model="", language_data="")))
        predicted.append(JudgedText(text.id, text.text, found.statements))
    return predicted
