"""What the model reads at once."""

from __future__ import annotations

import pytest

from ujar.analyse.draft import Draft, Quotation, Sentence, Stretch
from ujar.analyse.passages import find_passages, in_quotation
from ujar.analyse.prepare import prepare
from ujar.errors import LanguageDataError
from ujar.record import Article, Span


def draft_of(lengths: list[int], *quotations: tuple[int, int], depth: int = 0) -> Draft:
    """A draft with sentences of these lengths; passages need no words."""
    draft = Draft(Article.of("x"))
    first = 0
    for length in lengths:
        draft.sentences.append(Sentence(Stretch(first, first + length), 0))
        first += length
    draft.quotations = [Quotation(Stretch(*edges), depth) for edges in quotations]
    return draft


def passages_of(draft: Draft, longest: int = 300) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    find_passages(draft, longest)
    return [(tuple(passage.tokens), tuple(passage.sentences)) for passage in draft.passages]


def test_passage_is_a_sentence() -> None:
    """Where no quotation crosses their ends, each sentence is a passage."""
    assert passages_of(draft_of([3, 4], (1, 3))) == [((0, 3), (0, 1)), ((3, 7), (1, 2))]


def test_quotation_binds_sentences() -> None:
    """Sentences that an outer quotation runs over are one passage; an inner quotation binds nothing."""
    assert passages_of(draft_of([3, 4, 2], (1, 5))) == [((0, 7), (0, 2)), ((7, 9), (2, 3))]
    assert len(passages_of(draft_of([3, 4, 2], (1, 5), depth=1))) == 3


def test_bound_sentences_part_where_they_grow_too_long() -> None:
    """A run longer than `longest` is cut between its sentences."""
    assert passages_of(draft_of([4, 4, 4], (1, 11)), 8) == [((0, 8), (0, 2)), ((8, 12), (2, 3))]


def test_long_sentence_is_cut_hard() -> None:
    """A sentence longer than `longest` is cut, and each passage names it."""
    assert passages_of(draft_of([10, 2]), 4) == [
        ((0, 4), (0, 1)),
        ((4, 8), (0, 1)),
        ((8, 10), (0, 1)),
        ((10, 12), (1, 2)),
    ]


def test_in_quotation_marks_tokens_of_outer_quotations() -> None:
    """The marks count as inside."""
    draft = draft_of([6], (1, 4))
    assert in_quotation(draft, Stretch(0, 6)) == [False, True, True, True, False, False]
    assert in_quotation(draft, Stretch(2, 5)) == [True, True, False]


def test_prepare_finds_everything_in_order() -> None:
    """A headline is a passage of its own, and passages cover every token once."""
    text = 'Rena: Kami Siap\n"Kami siap. Mari mulai," kata Rena.\nIa pulang.'
    draft = prepare(Article.of(text, headline=Span.of(text, 0, 15)))
    assert [sentence.headline for sentence in draft.sentences] == [True, False, False]
    assert [quotation.repaired for quotation in draft.quotations] == [None]
    edges = [edge for passage in draft.passages for edge in range(*passage.tokens)]
    assert edges == list(range(len(draft.tokens)))
    assert len(draft.passages) == 3


def test_prepare_refuses_a_language_without_words() -> None:
    """An article in a language that has no word list can't be prepared."""
    with pytest.raises(LanguageDataError):
        prepare(Article.of("x", language="xx"))
