"""Backward attribution."""

from __future__ import annotations

import pytest

from tests.analyse.handmade import words_at
from tests.drafts import make_draft
from ujar.analyse.draft import FoundStatement, Stretch
from ujar.analyse.pointers import add_backward_attributions, link_pointers
from ujar.languages.schema import CueWords, load_words

WORDS = load_words("id", CueWords)


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        (
            "Pernyataan NOUN nsubj 3 | tersebut DET det 1 | disampaikan VERB root 0 | Rano PROPN obl 3"
            " | di ADP case 6 | Palu PROPN obl 3",
            "Rano",
            ["Pernyataan tersebut"],
        ),
        (
            "Hal NOUN nsubj 4 | itu DET det 1 | juga ADV advmod 4 | dikatakan VERB root 0 | oleh ADP case 6"
            " | Bupati NOUN obl 4 | Rano PROPN flat 6 | , PUNCT punct 9 | Senin PROPN obl 4",
            "Bupati Rano",
            ["Hal itu"],
        ),
        (
            "Demikian ADV advmod 2 | disampaikan VERB root 0 | kedua NUM nummod 4 | menteri NOUN obl 2"
            " | dalam ADP case 6 | rapat NOUN obl 2",
            "kedua menteri",
            [],
        ),
        (
            "Hal NOUN obj 4 | itu DET det 1 | ia PRON nsubj 4 | sampaikan VERB root 0 | saat SCONJ mark 6"
            " | berpidato VERB advcl 4",
            "ia",
            ["Hal itu"],
        ),
        (
            "Sebelumnya ADV advmod 5 | , PUNCT punct 5 | Rano PROPN nsubj 5 | juga ADV advmod 5"
            " | menyampaikan VERB root 0 | hal NOUN obj 5 | serupa ADJ amod 6 | kepada ADP case 9 | warga NOUN obl 5",
            "Rano",
            ["hal serupa"],
        ),
        (
            "Ia PRON nsubj 2 | mengatakan VERB root 0 | nya PRON obj 2 | saat SCONJ mark 5 | meninjau VERB advcl 2",
            "Ia",
            ["nya"],
        ),
        ("Demikian DET nmod 2 | komentar NOUN root 0 | Marni PROPN nmod 2", "Marni", []),
        ("Demikian DET nmod 2 | keterangan NOUN root 0 | tertulis ADJ amod 2 | Marni PROPN nmod 2", "Marni", []),
    ],
)
def test_add_backward_attributions_finds_cue_source_and_pointer(sentence: str, source: str, content: list[str]) -> None:
    """A pointer, a passive cue and whoever follows: the noun phrase as the tree holds it together."""
    draft = make_draft(sentence)
    add_backward_attributions(draft, WORDS)
    (statement,) = draft.statements
    assert words_at(draft, statement.source) == source
    assert [words_at(draft, piece) for piece in statement.content] == content
    assert statement.rule == "id.cue.pointing"


@pytest.mark.parametrize(
    "sentence",
    [
        # No source is named: "Hal itu disampaikan setelah rapat."
        "Hal NOUN nsubj 3 | itu DET det 1 | disampaikan VERB root 0 | setelah ADP case 5 | rapat NOUN obl 3",
        # No pointer: the letter is a letter.
        "Surat NOUN nsubj 2 | disampaikan VERB root 0 | Rano PROPN obl 2",
        # The pointer opens a longer content: "Rano mengatakan hal itu penting."
        "Rano PROPN nsubj 2 | mengatakan VERB root 0 | hal NOUN nsubj 5 | itu DET det 3 | penting ADJ ccomp 2",
        # The verb has an object of its own: "Hal itu membuat Rano sampaikan keluhan" begins with a clause.
        "Hal NOUN nsubj 3 | itu DET det 1 | membuat VERB root 0 | Rano PROPN obj 3 | sampaikan VERB xcomp 3",
        # A relative clause: "Keterangan yang disampaikan polisi itu tidak benar."
        "Keterangan NOUN nsubj 5 | yang PRON nsubj 3 | disampaikan VERB acl 1 | polisi NOUN obl 3 | salah ADJ root 0",
        # First persons are no sources: "Hal itu kami sampaikan", "Hal itu disampaikan kami".
        "Hal NOUN obj 4 | itu DET det 1 | kami PRON nsubj 4 | sampaikan VERB root 0",
        "Hal NOUN obj 3 | itu DET det 1 | disampaikan VERB root 0 | kami PRON obl 3",
        # A time is no agent: "Pernyataan itu disampaikan Senin malam."
        "Pernyataan NOUN nsubj 3 | itu DET det 1 | disampaikan VERB root 0 | Senin PROPN obl 3 | malam NOUN nmod 4",
        # No cue of saying: "Hal itu dilakukan Rano."
        "Hal NOUN nsubj 3 | itu DET det 1 | dilakukan VERB root 0 | Rano PROPN obl 3",
    ],
)
def test_add_backward_attributions_leaves_other_sentences(sentence: str) -> None:
    """Without pointer, cue or source there is no statement."""
    draft = make_draft(sentence)
    add_backward_attributions(draft, WORDS)
    assert draft.statements == []


def test_add_backward_attributions_trusts_the_model_first() -> None:
    """Where the model has found the cue already, the rule adds no second statement."""
    draft = make_draft("Hal NOUN nsubj 3 | itu DET det 1 | disampaikan VERB root 0 | Rano PROPN obl 3")
    draft.statements = [FoundStatement(content=[Stretch(0, 2)], cue=Stretch(2, 3), source=Stretch(3, 4))]
    add_backward_attributions(draft, WORDS)
    assert len(draft.statements) == 1


def test_link_pointers_refers_back() -> None:
    """What only points back refers to the statement before it; what says something does not."""
    draft = make_draft("Hujan | turun | kata | Rano", "Hal | itu | dikatakan | Rano")
    draft.statements = [
        FoundStatement(content=[Stretch(0, 2)], cue=Stretch(2, 3)),
        FoundStatement(content=[Stretch(4, 6)], cue=Stretch(6, 7)),
    ]
    link_pointers(draft, WORDS)
    assert [statement.refers_to for statement in draft.statements] == [[], [0]]


def test_link_pointers_passes_over_what_lies_inside() -> None:
    """It is the outer speaker's statement that is pointed at, not the one that he passes on."""
    draft = make_draft("Rano | bilang | Dewi | mengaku | lari", "Hal | itu | dikatakan | Rano")
    draft.statements = [
        FoundStatement(content=[Stretch(2, 5)], cue=Stretch(1, 2)),
        FoundStatement(content=[Stretch(4, 5)], cue=Stretch(3, 4), parent=0),
        FoundStatement(content=[Stretch(5, 7)], cue=Stretch(7, 8)),
    ]
    link_pointers(draft, WORDS)
    assert draft.statements[2].refers_to == [0]


def test_a_pointing_statement_names_whom_it_was_told() -> None:
    """ "Rano menyampaikan hal itu kepada wartawan": the press is the addressee."""
    draft = make_draft(
        "Rano PROPN nsubj 2 | menyampaikan VERB root 0 | hal NOUN obj 2 | itu DET det 3 | kepada ADP case 6"
        " | wartawan NOUN obl 2"
    )
    add_backward_attributions(draft, WORDS)
    assert [words_at(draft, addressee) for addressee in draft.statements[0].addressees] == ["wartawan"]


def test_an_object_clitic_is_the_content() -> None:
    """In "Ia mengatakannya saat meninjau" the model takes the time for the content; what was said is the clitic."""
    draft = make_draft(
        "Ia PRON nsubj 2 | mengatakan VERB root 0 | nya PRON obj 2 | saat SCONJ mark 5 | meninjau VERB advcl 2"
    )
    draft.statements = [FoundStatement([Stretch(3, 5)], cue=Stretch(1, 2), source=Stretch(0, 1))]
    add_backward_attributions(draft, WORDS)
    (statement,) = draft.statements
    assert [words_at(draft, piece) for piece in statement.content] == ["nya"]
