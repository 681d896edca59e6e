"""ujar as one spaCy component.

    nlp = spacy.blank("id")
    nlp.add_pipe("ujar")
    doc = nlp(text)
    doc._.record, doc._.statements, doc._.events

The record lies in `doc.user_data` as JSON, so it outlives `DocBin(store_user_data=True)`; import this module before you
read such a Doc without the component. `Doc.from_docs` leaves it out, and says so (W101): analyse the joined text.

The text is taken as it is, so that offsets are those of `doc.text`: a dateline, a byline and lines such as
"Baca juga: ..." count as body. Give it the body alone, or read stories with `ujar.read_article`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

try:
    from spacy.language import Language
    from spacy.tokens import Doc
except ModuleNotFoundError as error:
    if error.name != "spacy":
        raise
    reason = "this needs spaCy; install ujar with its extra spacy: pip install '.[spacy]' in the checkout"
    raise ModuleNotFoundError(reason, name="spacy") from None

from ujar.adapters.doc_to_draft import draft_doc
from ujar.adapters.draft_to_doc import set_names, set_tags, set_tree
from ujar.analyse.analyser import Analyser, load_analyser
from ujar.analyse.draft import Draft
from ujar.analyse.finish import finish
from ujar.errors import LanguageDataError, RecordError
from ujar.languages.schema import CueWords, TokenWords, load_words
from ujar.record import Article, Event, Record, Statement

__all__ = ["UjarComponent", "make_component", "record_of"]

RECORD_KEY: Any = ("._.", "ujar_record", None, None)  # like spaCy's own: `Doc.from_docs` prints others
CACHED_RECORDS = 24  # a loop over `doc._.statements` parses each of the last ones once
SETTINGS = {"model": None, "language": None, "use_pipeline": False}


class UjarComponent:
    """Puts a record into each Doc.

    `use_pipeline`: words, tags, tree, names and sentences are those of the Doc, as earlier components set them, and
    ujar's model only finds the cues. The words had best be those of Universal Dependencies: where "ujarnya" is one
    token, it has no source. Otherwise ujar reads the text with its own model, and gives the Doc the tags, tree and
    names that it does not have yet.
    """

    def __init__(self, analyser: Analyser, *, language: str = "id", use_pipeline: bool = False) -> None:
        self.analyser = analyser
        self.language = language
        self.use_pipeline = use_pipeline

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with its record."""
        draft = self._draft(doc)
        if not self.use_pipeline:
            set_tags(doc, draft)
            set_tree(doc, draft)
            set_names(doc, draft)
        record = finish(draft, self.analyser.made_by(self.language))
        doc.user_data[RECORD_KEY] = record.model_dump_json()
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 1) -> Iterator[Doc]:
        """The same Docs with their records, in their order. Docs are read one by one, so `batch_size` changes nothing:
        a record never hangs on its neighbours."""
        return map(self, stream)

    def _draft(self, doc: Doc) -> Draft:
        if self.use_pipeline:
            draft = draft_doc(doc, self.language)
            self.analyser.attribute_only(draft)
            return draft
        return self.analyser.parse(Article.of(doc.text, language=self.language))


def make_component(
    nlp: Language, name: str, model: str | None, language: str | None, use_pipeline: bool
) -> UjarComponent:
    """The factory behind `nlp.add_pipe("ujar", config={...})`. `language` is that of `nlp` unless given.

    Raises:
        LanguageDataError: ujar has no word lists for the language.
        ModelError: `model`, or the shipped folder, holds no usable model.
    """
    chosen = language or str(nlp.lang)
    check_language(chosen)
    return UjarComponent(load_analyser(Path(model) if model else None), language=chosen, use_pipeline=use_pipeline)


def check_language(language: str) -> None:
    """Fail before the first Doc does.

    Raises:
        LanguageDataError: ujar has no word lists for `language`, or they do not fit.
    """
    for words in (TokenWords, CueWords):
        try:
            load_words(language, words)
        except LanguageDataError as error:
            hint = 'nlp.add_pipe("ujar", config={"language": "id"}) names one'
            reason = f"{error.reason}, so ujar can't read {language!r}; {hint}"
            raise LanguageDataError(error.path, reason) from None


def record_of(doc: Doc) -> Record:
    """The record in a Doc: `doc._.record`.

    Raises:
        RecordError: the Doc has none (one cut out of a longer Doc has none either), or one of another text.
    """
    stored = doc.user_data.get(RECORD_KEY)
    if stored is None:
        raise RecordError('this Doc has no record: nlp.add_pipe("ujar") makes one')
    record = parse_record(stored)
    if record.article.text != doc.text:
        raise RecordError("the record in this Doc is of another text")
    return record


@lru_cache(maxsize=CACHED_RECORDS)
def parse_record(stored: str) -> Record:
    """JSON to record; a loop over `doc._.statements` parses once."""
    return Record.model_validate_json(stored)


def statements_of(doc: Doc) -> tuple[Statement, ...]:
    """`doc._.statements`."""
    return record_of(doc).statements


def events_of(doc: Doc) -> tuple[Event, ...]:
    """`doc._.events`; empty as long as ujar finds none."""
    return record_of(doc).events


def register() -> None:
    """Make the component and the extensions known to spaCy.

    Raises:
        ValueError: another package has set an extension of that name.
    """
    Language.factory("ujar", default_config=SETTINGS, func=make_component)
    for name, getter in (("record", record_of), ("statements", statements_of), ("events", events_of)):
        Doc.set_extension(name, getter=getter)


register()
