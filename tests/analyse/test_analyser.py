"""The stages one after the other, with the shipped model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ujar.analyse import Analyser, load_analyser
from ujar.analyse.analyser import language_digest, ujar_version
from ujar.errors import LanguageDataError, ModelError
from ujar.record import Article, Record, spans_in

PARAGRAPHS = (
    '"Dermaga itu selesai bulan ini," kata Wali Kota Rano Lubis di Ambon, Senin. "Nelayan boleh masuk kapan saja."',
    "Menurut juru bicara pelabuhan Dewi Ratri, tiga kapal sudah mendaftar.",
    "Sari Utami membantah bahwa tiket feri akan naik.",
    "Feri itu berangkat pukul enam.",
    "Rano juga meminta warga agar membeli tiket lebih awal, karena kursinya hanya dua ratus.",
    "Pernyataan tersebut disampaikan Rano setelah rapat dengan para nelayan.",
    "Hujan turun sejak pagi, lalu reda.",
    "Lesmana mengatakan kepada wartawan bahwa ia mendengar kepala desa mengaku lupa tanggalnya.",
)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """Stories of one to five paragraphs, so that their passages differ in number and length."""
    return [Article.of("\n\n".join(PARAGRAPHS[first : first + 1 + first % 5])) for first in range(len(PARAGRAPHS))]


def test_same_text_gives_the_same_record(analyser: Analyser, articles: list[Article]) -> None:
    """A story that is analysed twice has one record, and no state is left over from what was read between."""
    first = [analyser.analyse(article) for article in articles]
    second = [analyser.analyse(article) for article in reversed(articles)]
    assert first == second[::-1]
    assert any(record.statements for record in first)


def test_new_analyser_gives_the_same_record(analyser: Analyser, articles: list[Article]) -> None:
    """A later process, with the model loaded anew, finds the same."""
    assert load_analyser().analyse(articles[0]) == analyser.analyse(articles[0])


def test_record_does_not_hang_on_its_neighbours(analyser: Analyser, articles: list[Article]) -> None:
    """Whatever stories come before and after, each record is the one that its story has alone."""
    alone = [analyser.analyse(article) for article in articles]
    assert list(analyser.analyse_many(articles)) == alone
    assert list(analyser.analyse_many(articles[::-1]))[::-1] == alone


def test_articles_are_taken_as_they_are_needed(analyser: Analyser, articles: list[Article]) -> None:
    """A stream without an end can be analysed: one story is taken for one record."""
    taken = 0

    def stream() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield articles[3]

    assert isinstance(next(analyser.analyse_many(stream())), Record)
    assert taken == 1


@pytest.mark.parametrize("text", ["", " \n\n ", "…"])
def test_empty_article_gives_an_empty_record(analyser: Analyser, text: str) -> None:
    """An article without a word has a record without a statement, among others as well."""
    empty = Article.of(text)
    assert analyser.analyse(empty).statements == ()
    records = list(analyser.analyse_many([empty, Article.of(PARAGRAPHS[0]), empty]))
    assert [len(record.statements) > 0 for record in records] == [False, True, False]


def test_no_articles_give_no_records(analyser: Analyser) -> None:
    """Nothing in, nothing out."""
    assert list(analyser.analyse_many([])) == []


def test_statements_stand_in_the_order_of_the_text(analyser: Analyser) -> None:
    """Ids count along the text: s1 begins before s2."""
    statements = analyser.analyse(Article.of("\n\n".join(PARAGRAPHS))).statements
    starts = [min(span.start for span in spans_in(statement)) for statement in statements]
    assert len(starts) > 3
    assert starts == sorted(starts)
    assert [statement.id for statement in statements] == [f"s{number}" for number in range(1, len(starts) + 1)]


def test_plain_attribution_is_found(analyser: Analyser) -> None:
    """The simplest sentence of all: who, cue, what."""
    (statement,) = analyser.analyse(Article.of("Rano Lubis mengatakan bahwa dermaga itu sudah selesai.")).statements
    assert statement.source is not None
    assert statement.cue is not None
    assert (statement.source.span.text, statement.cue.span.text) == ("Rano Lubis", "mengatakan")
    assert [piece.text for piece in statement.content] == ["bahwa dermaga itu sudah selesai"]


def test_record_names_what_made_it(analyser: Analyser) -> None:
    """Version, model digest and word lists stand in every record."""
    made_by = analyser.analyse(Article.of("Hujan turun.")).made_by
    assert (made_by.ujar, made_by.model) == (ujar_version(), analyser.model.digest)
    assert made_by.language_data == language_digest("id") != language_digest("en")
    assert len(made_by.model) == 16


def test_language_without_words_is_an_error(analyser: Analyser) -> None:
    """A language that has no folder is named; nothing is guessed."""
    with pytest.raises(LanguageDataError, match="xx"):
        analyser.analyse(Article.of("Hujan turun.", language="xx"))


def test_missing_model_folder_is_an_error(tmp_path: Path) -> None:
    """A model folder that is not there is named."""
    with pytest.raises(ModelError, match="no-model"):
        load_analyser(tmp_path / "no-model")
