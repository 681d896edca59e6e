"""Runs a command in this process, and stands in for the analyser where no model is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import pytest

from tests.drafts import make_draft
from ujar.analyse.draft import Draft
from ujar.commands import main
from ujar.record import Article, Cue, MadeBy, Record, Span, Statement

MADE_BY = MadeBy(ujar="test", model="by hand", language_data="none")


class Outcome(NamedTuple):
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


def run_with(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `ujar` with the arguments."""

    def run(*arguments: object) -> Outcome:
        with pytest.raises(SystemExit) as exit:
            main([str(argument) for argument in arguments])
        return Outcome(int(exit.value.code or 0), *capsys.readouterr())

    return run


@dataclass
class HandAnalyser:
    """Makes records whose only statement is the text's first word as a cue. `fails_at` counts articles from 0."""

    fails_at: int | None = None
    error: BaseException = field(default_factory=KeyboardInterrupt)

    def analyse_many(self, articles: Iterable[Article]) -> Iterator[Record]:
        for number, article in enumerate(articles):
            if number == self.fails_at:
                raise self.error
            yield record_of(article)

    def parse_many(self, articles: Iterable[Article]) -> Iterator[Draft]:
        for article in articles:
            draft = make_draft(f"{article.text.split()[0]} VERB root 0")
            draft.article = article
            yield draft


def record_of(article: Article) -> Record:
    """The record that the analyser by hand makes."""
    word = Span.of(article.text, 0, len(article.text.split()[0]))
    statement = Statement(id="s1", cue=Cue(span=word), content=(word,), form="indirect", mode="speech", rule="by hand")
    return Record(article=article, statements=(statement,), made_by=MADE_BY)
