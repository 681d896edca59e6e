"""Statements whose cue is no word: colons and signatures."""

from __future__ import annotations

import pytest

from tests.analyse.handmade import words_at
from tests.drafts import make_draft
from ujar.analyse.draft import Draft, Entity, FoundStatement, Stretch
from ujar.analyse.uncued import add_uncued_statements
from ujar.languages.schema import CueWords, load_words

WORDS = load_words("id", CueWords)


def found_in(draft: Draft, *names: tuple[int, int, str]) -> list[FoundStatement]:
    """The statements that are added to a draft with these names."""
    draft.entities = [Entity(Stretch(first, last), kind) for first, last, kind in names]
    add_uncued_statements(draft, WORDS)
    return draft.statements


def test_a_colon_headline_is_a_statement_of_the_name_before_it() -> None:
    """ "Kemlu Samudra: Tak ada kapal asing" - the colon is the cue."""
    draft = make_draft(
        "Kemlu PROPN root 0 | Samudra PROPN flat 1 | : PUNCT punct 1 | Tak ADV advmod 5 | ada VERB parataxis 1"
        " | kapal NOUN nsubj 5 | asing ADJ amod 6"
    )
    draft.sentences[0].headline = True
    (statement,) = found_in(draft, (0, 2, "ORG"))
    assert words_at(draft, statement.cue) == ":"
    assert words_at(draft, statement.source) == words_at(draft, statement.source_head) == "Kemlu Samudra"
    assert [words_at(draft, piece) for piece in statement.content] == ["Tak ada kapal asing"]
    assert (statement.form, statement.headline, statement.rule) == ("indirect", True, "cue.colon")


def test_a_title_before_the_colon_needs_no_name() -> None:
    """ "Menteri Desa: Dana Cair April" - an office speaks."""
    draft = make_draft(
        "Menteri NOUN x 1 | Desa PROPN x 1 | : PUNCT x 1 | Dana PROPN x 1 | Cair PROPN x 1 | April PROPN x 1"
    )
    (statement,) = found_in(draft)
    assert words_at(draft, statement.source) == "Menteri Desa"


def test_a_state_speaks() -> None:
    """ "Rusia: Perundingan Dibuka Lagi" - the name of a place as a whole."""
    draft = make_draft("Rusia PROPN x 1 | : PUNCT x 1 | Perundingan NOUN x 1 | Dibuka VERB x 1")
    (statement,) = found_in(draft, (0, 1, "LOC"))
    assert words_at(draft, statement.source) == "Rusia"


def test_the_topic_before_the_speaker_stays_outside() -> None:
    """ "Soal Tarif, Rano: Belum Ada Keputusan" - only what stands behind the comma speaks."""
    draft = make_draft(
        "Soal ADP x 1 | Tarif NOUN x 1 | , PUNCT x 1 | Rano PROPN x 1 | : PUNCT x 1 | Belum ADV x 1 | Ada VERB x 1"
    )
    (statement,) = found_in(draft, (3, 4, "PER"))
    assert words_at(draft, statement.source) == "Rano"


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        # Nobody is named.
        ("Kronologi NOUN x 1 | : PUNCT x 1 | Kapal NOUN x 1 | itu DET x 1 | karam VERB x 1", []),
        # A place that something happens in, a person whom something is about.
        ("Gempa NOUN x 1 | Turki PROPN x 1 | : PUNCT x 1 | Korban NOUN x 1 | naik VERB x 1", [(1, 2, "LOC")]),
        ("Profil NOUN x 1 | Rano PROPN x 1 | : PUNCT x 1 | Anak NOUN x 1 | laut NOUN x 1", [(1, 2, "PER")]),
        # A clause stands before the colon.
        ("Rano PROPN x 1 | menulis VERB x 1 | : PUNCT x 1 | Kapal NOUN x 1 | karam VERB x 1", [(0, 1, "PER")]),
        # One word is no content.
        ("Rano PROPN x 1 | : PUNCT x 1 | Siap ADJ x 1", [(0, 1, "PER")]),
    ],
)
def test_other_colons_are_none(headline: str, names: list[tuple[int, int, str]]) -> None:
    """A colon alone makes no statement."""
    assert found_in(make_draft(headline), *names) == []


def test_a_colon_in_a_paragraph_of_several_sentences_is_left_alone() -> None:
    """Only headlines, and paragraphs of one sentence, are read this way."""
    draft = make_draft("Rano PROPN x 1 | : PUNCT x 1 | Kapal NOUN x 1 | karam VERB x 1", "Ya ADV x 1")
    assert found_in(draft, (0, 1, "PER")) == []


def test_a_signature_behind_a_dash_is_the_source() -> None:
    """ "Kami siap." - Rano Lubis: a source without any cue."""
    draft = make_draft(
        '" PUNCT x 1 | +Kami PRON x 1 | siap ADJ x 1 | . PUNCT x 1 | +" PUNCT x 1',
        "- PUNCT x 1 | Rano PROPN x 1 | Lubis PROPN x 1",
    )
    (statement,) = found_in(draft, (6, 8, "PER"))
    assert statement.cue is None
    assert words_at(draft, statement.source) == "Rano Lubis"
    assert [words_at(draft, piece) for piece in statement.content] == ['"Kami siap."']
    assert (statement.form, statement.rule) == ("direct", "quotation.signature")


def test_a_claimed_quotation_takes_no_signature() -> None:
    """What has a source already keeps it."""
    draft = make_draft('" PUNCT x 1 | +Ya ADV x 1 | +" PUNCT x 1 | - PUNCT x 1 | Rano PROPN x 1')
    draft.statements = [FoundStatement([Stretch(0, 3)], source=Stretch(4, 5))]
    assert len(found_in(draft, (4, 5, "PER"))) == 1
