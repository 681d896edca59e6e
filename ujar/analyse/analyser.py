"""The analyser: the stages of `ujar.analyse.stages`, the model between them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ujar.analyse.draft import Draft
from ujar.analyse.finish import finish
from ujar.analyse.model import Model
from ujar.analyse.onnx_reader import load_model
from ujar.analyse.prepare import prepare
from ujar.analyse.read_model import read_cues, read_draft
from ujar.analyse.stages import AFTER, load_tools
from ujar.errors import FactsError
from ujar.languages.schema import language_folder
from ujar.ontology.officeholders import OntologyError, load_holders
from ujar.record import Article, MadeBy, Record

__all__ = ["Analyser", "load_analyser"]

MODEL_FOLDER = Path(__file__).parent.parent / "models"
ONTOLOGY_FOLDER = Path(__file__).parent.parent / "ontology"


class Analyser:
    """Makes records. Holds the model; one analyser serves any number of articles, one thread at a time.

    `office_holders` is a table of one's own that counts before the shipped one.

    Raises:
        FactsError: the table is missing, or a row of it can't be.
    """

    def __init__(self, model: Model, *, office_holders: Path | None = None) -> None:
        self.model = model
        try:
            self.holders = load_holders(office_holders)
        except OntologyError as error:
            raise FactsError(error.path, error.line, error.reason) from None
        self.facts = facts_digest(office_holders)

    def analyse(self, article: Article) -> Record:
        """The record of one article.

        Raises:
            LanguageDataError: there are no word lists for the article's language.
        """
        return finish(self.parse(article), self.made_by(article.language))

    def analyse_many(self, articles: Iterable[Article]) -> Iterator[Record]:
        """The records of many articles, in their order, each made when it is asked for."""
        return map(self.analyse, articles)

    def parse(self, article: Article) -> Draft:
        """The finished draft of one article: its tokens with tags and tree, its names, its statements."""
        draft = prepare(article)
        read_draft(draft, self.model)
        self.attribute(draft)
        return draft

    def parse_many(self, articles: Iterable[Article]) -> Iterator[Draft]:
        """The finished drafts of many articles, in their order."""
        return map(self.parse, articles)

    def attribute_only(self, draft: Draft) -> None:
        """Finish a draft whose words, tags, tree, names, sentences, quotations and passages came from elsewhere.

        The model reads it for its cues only.
        """
        read_cues(draft, self.model)
        self.attribute(draft)

    def attribute(self, draft: Draft) -> None:
        """The stages after the model: from cues with role scores to statements that know of each other."""
        tools = load_tools(draft.article.language, self.model, self.holders)
        for stage in AFTER:
            stage.run(draft, tools)

    def made_by(self, language: str) -> MadeBy:
        """The versions that the record rests on."""
        return MadeBy(
            ujar=ujar_version(),
            model=self.model.digest,
            language_data=language_digest(language),
            facts=self.facts,
        )


@cache
def language_digest(language: str) -> str:
    """A digest of the word lists of a language, less its examples, which decide nothing."""
    digest = hashlib.sha256()
    folder = language_folder(language)
    for path in sorted(set(folder.glob("*.toml")) - set(folder.glob("examples*.toml"))):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def facts_digest(own: Path | None = None) -> str:
    """A digest of what is known of the world: bodies, places, holders of offices, and the tables of countries."""
    digest = hashlib.sha256(own.read_bytes() if own else b"")
    for path in sorted(ONTOLOGY_FOLDER.glob("*")):
        if path.suffix in (".toml", ".gz"):
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    for package in ("babel", "pycountry"):  # whose tables of names and codes change with their versions
        digest.update(f"{package} {version(package)}".encode())
    return digest.hexdigest()[:16]


@cache
def ujar_version() -> str:
    """The installed version."""
    try:
        return version("ujar")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0+unknown"


def load_analyser(model: Path | str | None = None, *, office_holders: Path | str | None = None) -> Analyser:
    """The analyser with the shipped model, or with the one in the folder `model`, whose digest is verified.

    `office_holders` is a CSV of your own (docs/actors.md), which counts before the shipped table.

    Raises:
        ModelError: the folder lacks a file, or one is damaged.
        FactsError: the file of office holders is missing, or a row of it can't be.
    """
    loaded = load_model(Path(model), verify=True) if model else load_model(MODEL_FOLDER)
    return Analyser(loaded, office_holders=Path(office_holders) if office_holders else None)
