"""The typed hand-over between the stages of the analysis.

A draft holds one article's tokens, and everything found so far as stretches of token indices (`Stretch`,
half-open). Characters are cut from the text in `finish.py` only.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from ujar.analyse.reading import Reading
from ujar.record import Article, Form, Mode, Polarity

__all__ = ["PERSON", "Draft", "Entity", "FoundStatement", "Passage", "Quotation", "Sentence", "Stretch", "Token"]


class Stretch(NamedTuple):
    """Tokens `first` to `last`, half-open."""

    first: int
    last: int

    def holds(self, other: Stretch) -> bool:
        """Whether `other` lies wholly inside."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: Stretch) -> bool:
        """Whether the two share a token."""
        return self.first < other.last and other.first < self.last


@dataclass(slots=True)
class Token:
    """A UD word. `start`, `end`: code points of the article's text; `head`: a token of the draft, -1 = root.

    `plain` is the word as running text would have it, where that is known to differ: a headline's "Minta" is "minta".
    """

    start: int
    end: int
    text: str
    space: bool  # white space (or the start of the text) stands before it
    tag: str = "X"  # UPOS
    head: int = -1
    relation: str = "dep"
    plain: str = ""


@dataclass(slots=True)
class Sentence:
    """One sentence. `paragraph` counts the paragraphs of the article from 0."""

    tokens: Stretch
    paragraph: int
    headline: bool = False


@dataclass(slots=True)
class Passage:
    """What the model reads at once: one sentence, or several when a quotation runs over their ends."""

    tokens: Stretch
    sentences: Stretch


@dataclass(slots=True)
class Quotation:
    """Tokens from the opening to the closing mark, both included. `repaired` names the mark that is missing, if any.

    `goes_on`: it has no closing mark because the next paragraph opens with a mark again.
    """

    tokens: Stretch
    depth: int = 0
    repaired: str | None = None
    goes_on: bool = False


PERSON = "PER"


@dataclass(slots=True)
class Entity:
    """A name: PER, ORG or LOC."""

    tokens: Stretch
    kind: str


@dataclass(slots=True)
class FoundStatement:
    """A statement in the making; the fields are those of `ujar.record.Statement`, `parent` and the like as indices."""

    content: list[Stretch]
    cue: Stretch | None = None
    lemma: str | None = None
    source: Stretch | None = None
    source_head: Stretch | None = None
    addressees: list[Stretch] = field(default_factory=list)
    form: Form = "indirect"
    mode: Mode = "speech"
    polarity: Polarity = "asserted"
    headline: bool = False
    parent: int | None = None
    continues: int | None = None
    refers_to: list[int] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)
    rule: str = "model"
    score: float | None = None


@dataclass(slots=True)
class Draft:
    """One article on its way to a record."""

    article: Article
    tokens: list[Token] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)  # one for each passage
    statements: list[FoundStatement] = field(default_factory=list)

    def sentence_at(self, place: int) -> Sentence:
        """The sentence of the token at `place`; sentences stand in the order of the text."""
        return self.sentences[bisect_right(self.sentences, place, key=lambda sentence: sentence.tokens.first) - 1]
