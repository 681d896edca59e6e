"""One quotation under two cues."""

from __future__ import annotations

from tests.analyse.handmade import words_at
from tests.drafts import make_draft
from ujar.analyse.draft import Draft, FoundStatement, Stretch
from ujar.analyse.shared_quotations import split_shared_quotations

SENTENCE = 'Dewi | minta | dewan | untuk | " | +bicara | satu | suara | . | Rencana | harus | ada | , | +" | kata | nya'


def contents(draft: Draft) -> list[list[str | None]]:
    """The content of each statement, after the split."""
    split_shared_quotations(draft)
    return [[words_at(draft, piece) for piece in statement.content] for statement in draft.statements]


def test_a_quotation_under_two_cues_is_split_at_its_first_sentence() -> None:
    """What Dewi urges ends there; the rest she only said."""
    draft = make_draft(SENTENCE)
    draft.statements = [
        FoundStatement([Stretch(3, 14)], cue=Stretch(1, 2), source=Stretch(0, 1)),
        FoundStatement([Stretch(0, 14)], cue=Stretch(14, 15), source=Stretch(15, 16)),
    ]
    assert contents(draft) == [['untuk "bicara satu suara.'], ['Rencana harus ada,"']]


def test_a_quotation_of_one_sentence_is_not_split() -> None:
    """ "Dewi minta dewan untuk "bicara," katanya." - nothing to divide."""
    draft = make_draft('Dewi | minta | dewan | untuk | " | +bicara | , | +" | kata | nya')
    draft.statements = [
        FoundStatement([Stretch(3, 8)], cue=Stretch(1, 2)),
        FoundStatement([Stretch(0, 8)], cue=Stretch(8, 9)),
    ]
    assert contents(draft) == [['untuk "bicara,"'], ['Dewi minta dewan untuk "bicara,"']]


def test_a_quotation_with_one_cue_is_whole() -> None:
    """Only the cue behind it, or only the one before."""
    draft = make_draft(SENTENCE)
    draft.statements = [FoundStatement([Stretch(4, 14)], cue=Stretch(14, 15))]
    assert contents(draft) == [['"bicara satu suara. Rencana harus ada,"']]


def test_what_the_second_cue_quotes_further_on_stays_its_own() -> None:
    """ "...," katanya, "besok kita mulai." - the later piece is not lost, and what is left is direct."""
    draft = make_draft(f'{SENTENCE} | , | " | +besok | kita | mulai | . | +"')
    last = len(draft.tokens)
    draft.statements = [
        FoundStatement([Stretch(3, 14)], cue=Stretch(1, 2), source=Stretch(0, 1)),
        FoundStatement(
            [Stretch(0, 14), Stretch(last - 6, last)], cue=Stretch(14, 15), source=Stretch(15, 16), form="mixed"
        ),
    ]
    assert contents(draft)[1] == ['Rencana harus ada,"', '"besok kita mulai."']
    assert [statement.form for statement in draft.statements] == ["mixed", "direct"]
