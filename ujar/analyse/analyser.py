"""The analyser: every stage in its order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from pathlib import Path

from ujar.analyse.draft import Draft
from ujar.analyse.finish import finish
from ujar.analyse.model import Model, Reading, load_model
from ujar.analyse.nesting import nest_statements
from ujar.analyse.pointers import add_backward_attributions, link_pointers
from ujar.analyse.polarity import find_polarities
from ujar.analyse.prepare import prepare
from ujar.analyse.read_model import read_drafts, read_passages
from ujar.analyse.statements import add_floating_quotations, find_statements
from ujar.languages.schema import CueWords, language_folder, load_words
from ujar.record import Article, MadeBy, Record

__all__ = ["Analyser", "load_analyser"]

MODEL_FOLDER = Path(__file__).parent.parent / "models"
STORIES_AT_ONCE = 24  # enough to fill the batches with passages of like length


class Analyser:
    """Makes records. Holds the model; one analyser serves any number of articles, one thread at a time."""

    def __init__(self, model: Model) -> None:
        self.model = model

    def analyse(self, article: Article) -> Record:
        """The record of one article."""
        return next(self.analyse_many([article]))

    def analyse_many(self, articles: Iterable[Article], at_once: int = STORIES_AT_ONCE) -> Iterator[Record]:
        """The records of many articles, in their order; the model reads `at_once` stories together."""
        for draft in self.parse_many(articles, at_once):
            yield finish(draft, self.made_by(draft.article.language))

    def parse(self, article: Article) -> Draft:
        """The finished draft of one article: its tokens with tags and tree, its names, its statements."""
        return next(self.parse_many([article]))

    def parse_many(self, articles: Iterable[Article], at_once: int = STORIES_AT_ONCE) -> Iterator[Draft]:
        """The finished drafts of many articles, in their order."""
        waiting = iter(articles)
        while group := [prepare(article) for article in islice(waiting, at_once)]:
            for draft, readings in zip(group, read_drafts(group, self.model), strict=True):
                self.attribute(draft, readings)
                yield draft

    def attribute_many(self, drafts: Iterable[Draft], at_once: int = STORIES_AT_ONCE) -> Iterator[Draft]:
        """Finish drafts whose words, tags, tree, names, sentences, quotations and passages came from elsewhere.

        The model reads them for their cues only.
        """
        waiting = iter(drafts)
        while group := list(islice(waiting, at_once)):
            for draft, readings in zip(group, read_passages(group, self.model), strict=True):
                self.attribute(draft, readings)
                yield draft

    def attribute(self, draft: Draft, readings: Sequence[Reading]) -> None:
        """The stages after the model: from cues with role scores to statements that know of each other."""
        words = load_words(draft.article.language, CueWords)
        find_statements(draft, readings, self.model.reader.labels, words)
        add_backward_attributions(draft, words)
        nest_statements(draft)
        add_floating_quotations(draft)
        nest_statements(draft)
        link_pointers(draft, words)
        find_polarities(draft, words)

    def made_by(self, language: str) -> MadeBy:
        """The versions that the record rests on."""
        return MadeBy(ujar=ujar_version(), model=self.model.digest, language_data=language_digest(language))


@cache
def language_digest(language: str) -> str:
    """A digest of the word lists of a language."""
    digest = hashlib.sha256()
    for path in sorted(language_folder(language).glob("*.toml")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


@cache
def ujar_version() -> str:
    """The installed version."""
    try:
        return version("ujar")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0+unknown"


def load_analyser(model: Path | None = None) -> Analyser:
    """The analyser with the shipped model, or with the one in the folder `model`.

    Raises:
        ModelError: the folder lacks a file, or one is damaged.
    """
    return Analyser(load_model(model or MODEL_FOLDER))
