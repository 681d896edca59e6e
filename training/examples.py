"""Training examples: word sequences with whatever layers their corpus has, and the readers that make them.

The treebanks, the names and the statements share one form, so that a UD sentence whose statements are annotated trains
every head in one pass. Layers a corpus lacks are None and take no part in the loss.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.labels import CUE_TAGS, ROLES, TREEBANKS
from ujar.analyse.batches import encode
from ujar.analyse.passages import in_quotation
from ujar.analyse.pieces import Pieces
from ujar.analyse.prepare import prepare
from ujar.analyse.reading import PassageWords
from ujar.evaluate.entities import guess_spaces, read_entities
from ujar.evaluate.gold import read_statements
from ujar.evaluate.gold_words import draft_of, draft_of_words, quoted_words
from ujar.evaluate.statements import Extent, JudgedStatement, JudgedText
from ujar.evaluate.trees import GoldTree, read_trees
from ujar.record import Article


@dataclass
class CueExample:
    """One cue: its first word, and the role of every word as seen from it. `heads`: heads of sources are marked."""

    word: int
    roles: list[int]
    heads: bool = True


@dataclass
class Example:
    """`words` and, word by word, what is known of them. `blocks` numbers the sentence of each word."""

    id: str
    words: list[str]
    spaces: list[bool]
    quoted: list[bool]
    treebank: int = 0
    corpus: int = 0
    blocks: list[int] = field(default_factory=list)
    tags: list[str] | None = None
    heads: list[int] | None = None  # 1-based within the example, 0 = root
    relations: list[str] | None = None
    names: list[str] | None = None  # BIO, by the conventions of NERGrit
    news_names: list[str] | None = None  # BIO, by those of idner-news-2k
    cue_tags: list[int] | None = None
    cues: list[CueExample] = field(default_factory=list)
    pieces: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    lasts: list[int] = field(default_factory=list)


def tree_examples(shared: Path, corpus: str, *, statements: bool) -> list[Example]:
    """The sentences of a treebank, with their annotated statements if asked for."""
    trees = read_trees(shared / f"ud/{corpus}.conllu")
    judged = (
        {text.id: text for text in read_statements(shared / f"attribution/id-{corpus}.jsonl")} if statements else {}
    )
    return [tree_example(tree, corpus, judged.get(tree.id)) for tree in trees]


def tree_example(tree: GoldTree, corpus: str, judged: JudgedText | None) -> Example:
    """One gold tree as an example."""
    example = Example(
        id=tree.id,
        words=list(tree.words),
        spaces=list(tree.spaces),
        quoted=quoted_words(draft_of(tree)),
        treebank=TREEBANKS.index(corpus.split("-")[0]),
        blocks=[0] * len(tree.words),
        tags=list(tree.tags),
        heads=list(tree.heads),
        relations=list(tree.relations),
    )
    if judged is not None:
        add_statements(example, list(tree.offsets), judged.statements)
    return example


def add_statements(example: Example, offsets: list[Extent], statements: Iterable[JudgedStatement]) -> None:
    """Label the cues and their roles. Statements without a cue word are left to the rules."""
    tags = [0] * len(offsets)
    for statement in statements:
        cue = covered(offsets, statement.cue) if statement.cue else []
        if not cue:
            continue
        if tags[cue[0]] == 0:
            tags[cue[0]] = CUE_TAGS.index(statement.mode)
            for word in cue[1:]:
                tags[word] = CUE_TAGS.index("inside")
        example.cues.append(CueExample(cue[0], roles_of(statement, offsets, example.words)))
    example.cue_tags = tags


def roles_of(statement: JudgedStatement, offsets: list[Extent], words: list[str]) -> list[int]:
    """The role of every word; the source's head wins over the source, the source over addressee and content."""
    roles = [0] * len(offsets)
    for piece in statement.content:
        inside = covered(offsets, piece)
        # An edge comma is the cue clause's: `"Ya," kata Rano` has it inside the marks, `Ya, kata Rano` outside.
        while inside and words[inside[-1]] == ",":
            inside.pop()
        for word in inside:
            roles[word] = ROLES.index("content")
    layers = (
        ("addressee", statement.addressees),
        ("source", (statement.source,) if statement.source else ()),
        ("head", (statement.source_head,) if statement.source_head else ()),
    )
    for role, spans in layers:
        for span in spans:
            for word in covered(offsets, span):
                roles[word] = ROLES.index(role)
    return roles


def covered(offsets: list[Extent], span: Extent) -> list[int]:
    """Indices of the words that overlap `span`."""
    return [i for i, (start, end) in enumerate(offsets) if start < span[1] and end > span[0]]


NAME_KINDS = {"PERSON": "PER", "PLACE": "LOC", "ORGANISATION": "ORG"}


def name_examples(path: Path, *, news: bool) -> list[Example]:
    """The sentences of a file of names; `news`: idner-news-2k, else NERGrit, whose kinds are renamed to ours."""
    found = []
    for number, (words, labels) in enumerate(read_entities(path)):
        spaces = guess_spaces(words)
        example = Example(f"{path.stem}-{number}", list(words), spaces, quoted_words(draft_of_words(words, spaces)))
        if news:
            example.news_names = list(labels)
        else:
            example.names = [our_label(label) for label in labels]
        found.append(example)
    return found


def our_label(label: str) -> str:
    """B-PERSON -> B-PER, and so on; O stays."""
    prefix, dash, kind = label.partition("-")
    return f"{prefix}-{NAME_KINDS[kind]}" if dash else label


def passage_examples(path: Path) -> list[Example]:
    """The passages of annotated paragraphs; a statement counts in the passage of its cue, less its words elsewhere."""
    return [example for judged in read_statements(path) for example in passages_of(judged)]


def passages_of(judged: JudgedText) -> Iterator[Example]:
    """The passages of one annotated text, cut by ujar's own stages."""
    draft = prepare(Article.of(judged.text))
    for number, passage in enumerate(draft.passages):
        tokens = draft.tokens[passage.tokens.first : passage.tokens.last]
        example = Example(
            f"{judged.id}-{number}",
            [token.plain or token.text for token in tokens],
            [token.space for token in tokens],
            in_quotation(draft, passage.tokens),
        )
        start, end = tokens[0].start, tokens[-1].end
        here = [s for s in judged.statements if s.cue and start <= s.cue[0] < end]
        add_statements(example, [(token.start, token.end) for token in tokens], here)
        yield example


def fill_pieces(examples: Iterable[Example], pieces: Pieces) -> None:
    """Fill in the pieces, as the analyser cuts them."""
    for example in examples:
        passage = PassageWords(example.words, example.spaces, example.quoted, [len(example.words)])
        example.pieces, example.firsts, example.lasts = encode(passage, pieces)


def corpus_digest(paths: Iterable[Path]) -> str:
    """One SHA-256 over the names and bytes of the training files, for the model card."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(json.dumps(path.name).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
