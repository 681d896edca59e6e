"""The typed hand-over between the stages of the analysis.

A draft holds one article's tokens, and everything found so far as stretches of token indices (`Stretch`,
half-open). Characters are cut from the text in `finish.py` only.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from ujar.analyse.reading import Reading
from ujar.languages.names import KnownWords
from ujar.record import ActorKind, Article, Form, Granularity, Mode, Modifier, Polarity, SourceKind, TimeType

__all__ = [
    "ORGANISATION",
    "PERSON",
    "PLACE",
    "Draft",
    "Entity",
    "FoundActor",
    "FoundPlace",
    "FoundStatement",
    "FoundTime",
    "Mention",
    "MentionType",
    "Passage",
    "Quotation",
    "Sentence",
    "Stretch",
    "Token",
]


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
ORGANISATION = "ORG"
PLACE = "LOC"


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
    source_actor: int | None = None
    source_kind: SourceKind = "unknown"
    addressee_actors: list[int | None] = field(default_factory=list)
    time: int | None = None
    place: int | None = None


MentionType = Literal["name", "nominal", "pronoun", "clitic", "first"]


@dataclass(slots=True)
class Mention:
    """A noun phrase, pronoun or clitic that stands for somebody; `head` is its name, noun or pronoun.

    `kind` and `country` are what its own words say, None where they say nothing.
    """

    tokens: Stretch
    head: Stretch
    type: MentionType
    kind: ActorKind | None = None
    country: str | None = None
    plural: bool = False


@dataclass(slots=True)
class FoundActor:
    """Somebody in the making; `mentions` are places in `Draft.mentions`, `roles` stretches of titles.

    `members` are actors who are meant together: "kedua presiden".
    """

    name: str
    kind: ActorKind
    country: str | None = None
    mentions: list[int] = field(default_factory=list)
    roles: list[Stretch] = field(default_factory=list)
    members: list[int] = field(default_factory=list)
    wikidata: str | None = None
    via: Literal["text", "office"] = "text"


@dataclass(slots=True)
class FoundTime:
    """A time expression; the fields are those of `ujar.record.Time`."""

    tokens: Stretch
    type: TimeType
    value: str
    granularity: Granularity
    mod: Modifier | None = None
    doubt: str | None = None


@dataclass(slots=True)
class FoundPlace:
    """A place name; `country` is ISO 3166 alpha-3."""

    tokens: Stretch
    name: str
    country: str | None = None


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
    known: KnownWords = field(default_factory=KnownWords)
    mentions: list[Mention] = field(default_factory=list)
    actors: list[FoundActor] = field(default_factory=list)
    times: list[FoundTime] = field(default_factory=list)
    places: list[FoundPlace] = field(default_factory=list)

    def words_of(self, stretch: Stretch) -> list[str]:
        """The words of a stretch as they are written."""
        return [token.text for token in self.tokens[stretch.first : stretch.last]]

    def text_of(self, stretch: Stretch) -> str:
        """The characters of a stretch, which is not empty."""
        return self.article.text[self.tokens[stretch.first].start : self.tokens[stretch.last - 1].end]

    def sentence_at(self, place: int) -> Sentence:
        """The sentence of the token at `place`; sentences stand in the order of the text."""
        return self.sentences[bisect_right(self.sentences, place, key=lambda sentence: sentence.tokens.first) - 1]
