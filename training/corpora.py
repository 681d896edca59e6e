"""Which corpora train and which measure. Only sets whose licence allows training are named here.

A run can leave out the statements of sets (`without`), to learn what each adds, or of a fifth of CSUI ("fold-0" to
"fold-4"), which then measures it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.annotations import FOLDER, SETS, annotated_examples
from training.batching import LabelIndex
from training.examples import Example, name_examples, our_label, passage_examples, tree_examples
from training.foreign import foreign_examples
from training.labels import CORPORA
from training.vocabulary import words_of
from ujar.evaluate.entities import read_entities
from ujar.evaluate.gold import read_statements
from ujar.evaluate.gold_words import is_held_out
from ujar.evaluate.statements import JudgedText
from ujar.evaluate.trees import GoldTree, read_trees

# GSD test trees train the parser; its statements measure, as another genre.
STATEMENT_TREEBANKS = ("csui-train", "pud", "gsd-dev")
TREE_ONLY_TREEBANKS = ("gsd-test",)
CSUI_REPEATS = 2  # CSUI is newswire and the conventions we ship: it counts twice
FOLDS = 5
REHEARSED = 8  # every so many sentences of names is left where most are left out


@dataclass
class Corpora:
    """The training examples, and the held-out ones that measure each epoch."""

    trees: list[Example]  # with statements where annotated
    passages: list[Example]
    foreign: list[Example]
    names: list[Example]
    held_out_trees: list[GoldTree]
    held_out_names: list[tuple[list[str], list[str]]]
    held_out_news_names: list[tuple[list[str], list[str]]]
    held_out_statements: list[JudgedText]


def read_corpora(shared: Path, without: Collection[str] = ()) -> Corpora:
    """Read every training set below `shared` (the folder that holds `ud`, `ner`, `attribution`).

    `without`: sets whose statements are left out: "csui-train", "pud", "gsd-dev", "coin", "de", "framenet", "propbank",
    the names of `annotations.SETS`, or "fold-N". The trees of such a set train on, but for those of a fold.
    "names" leaves out most names: what is left keeps a head that was trained before.
    """
    trees: list[Example] = []
    for corpus in STATEMENT_TREEBANKS:
        trees += tree_examples(shared, corpus, statements=corpus not in without)
    for corpus in TREE_ONLY_TREEBANKS:
        trees += tree_examples(shared, corpus, statements=False)
    passages = [] if "coin" in without else passage_examples(shared / "attribution/id-coin-train.jsonl")
    for name in SETS:
        passages += [] if name in without else annotated_examples(shared, name)
    measures = measuring(without)
    return Corpora(
        trees=[example for example in trees if not measures(example.id)],
        passages=passages,
        foreign=[example for example in foreign_examples(shared) if CORPORA[example.corpus] not in without],
        names=[
            *name_examples(shared / "ner/idner-news-2k-train.txt", news=True),
            *name_examples(shared / "ner/nergrit-train.txt", news=False),
        ][:: REHEARSED if "names" in without else 1],
        held_out_trees=[tree for tree in read_trees(shared / "ud/csui-train.conllu") if measures(tree.id)],
        held_out_names=read_names(shared / "ner/nergrit-valid.txt"),
        held_out_news_names=read_entities(shared / "ner/idner-news-2k-dev.txt"),
        held_out_statements=[
            text for text in read_statements(shared / "attribution/id-csui-train.jsonl") if measures(text.id)
        ],
    )


def measuring(without: Collection[str]) -> Callable[[str], bool]:
    """Whether a sentence, by its id, measures and must not train: those of a fold, or else the held-out ones."""
    folds = {name for name in without if name.startswith("fold-")}
    return (lambda sent_id: fold_of(sent_id) in folds) if folds else is_held_out


def fold_of(sent_id: str) -> str | None:
    """The fold of a sentence of csui-train, by a hash of its id."""
    if not sent_id.startswith("csui-train"):
        return None
    digest = hashlib.md5(f"fold {sent_id}".encode(), usedforsecurity=False).hexdigest()
    return f"fold-{int(digest, 16) % FOLDS}"


def read_names(path: Path) -> list[tuple[list[str], list[str]]]:
    """A NERGrit file with our names of the kinds."""
    return [(words, [our_label(label) for label in labels]) for words, labels in read_entities(path)]


def label_index(corpora: Corpora) -> LabelIndex:
    """The labels that occur in training, sorted."""
    trees, names = corpora.trees, corpora.names
    return LabelIndex(
        tags=placed({tag for example in trees for tag in example.tags or []}),
        relations=placed({relation for example in trees for relation in example.relations or []}),
        names=placed({name for example in names for name in example.names or []}),
        news_names=placed({name for example in names for name in example.news_names or []}),
    )


def placed(labels: set[str]) -> dict[str, int]:
    """Sorted labels with their places."""
    return {label: place for place, label in enumerate(sorted(labels))}


def vocabulary_words(shared: Path, corpora: Corpora) -> Iterator[str]:
    """The words whose pieces the vocabulary must keep: training words, and English and Indonesian training texts."""
    for example in (*corpora.trees, *corpora.passages, *corpora.names, *corpora.foreign):
        yield from example.words
    for path in [*sorted((shared / "ud-en").glob("*.conllu")), shared / "ud/gsd-train-v2.0-2017.conllu"]:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line[:1].isdigit():
                yield line.split("\t")[1]
    for path in sorted((shared / "coref/indocoref/data/passage").glob("*.txt")):
        yield from words_of(path.read_text(encoding="utf-8"))


def training_files(shared: Path, *, foreign: bool) -> list[Path]:
    """The files whose digest the model card names."""
    names = [f"ud/{corpus}.conllu" for corpus in (*STATEMENT_TREEBANKS, *TREE_ONLY_TREEBANKS)]
    names += [f"attribution/id-{corpus}.jsonl" for corpus in (*STATEMENT_TREEBANKS, "coin-train")]
    paths = [shared / name for name in (*names, "ner/idner-news-2k-train.txt", "ner/nergrit-train.txt")]
    paths += [FOLDER / f"{name}.jsonl" for name in SETS]
    if foreign:
        folder = shared / "attribution"
        paths += [folder / "en-framenet15.jsonl", folder / "en-ewt-propbank.jsonl"]
        paths += sorted(folder.glob("de-spkatt/*/task1/*.json"))
    return paths
