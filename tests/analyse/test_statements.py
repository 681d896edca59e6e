"""From cues and roles to statements; readings are made by hand."""

from __future__ import annotations

import pytest

from tests.analyse.handmade import LABELS, make_reading, words_at
from tests.drafts import make_draft
from ujar.analyse.draft import Draft
from ujar.analyse.floating import add_floating_quotations
from ujar.analyse.nesting import find_nested_forms, nest_statements
from ujar.analyse.pointers import link_pointers
from ujar.analyse.polarity import find_polarities
from ujar.analyse.quotations import find_quotations
from ujar.analyse.statements import ends_sentence, find_statements
from ujar.languages.schema import CueWords, load_words

WORDS = load_words("id", CueWords)


def attribute(draft: Draft, *cues: tuple[tuple[int, str], ...]) -> Draft:
    """Run the stages over hand-made cues, a tuple for each passage."""
    readings = [make_reading(draft, place, *found) for place, found in enumerate(cues)]
    draft.readings = readings
    find_statements(draft, LABELS, WORDS)
    nest_statements(draft)
    add_floating_quotations(draft)
    nest_statements(draft)
    link_pointers(draft, WORDS)
    find_polarities(draft, WORDS)
    return draft


def test_find_statements_cuts_content_cue_and_source() -> None:
    """Indirect speech: source, cue and content, the full stop outside."""
    draft = attribute(make_draft("Rano | mengatakan | hujan | turun | ."), ((1, "H.KKK"),))
    (statement,) = draft.statements
    assert words_at(draft, statement.source) == words_at(draft, statement.source_head) == "Rano"
    assert words_at(draft, statement.cue) == "mengatakan"
    assert [words_at(draft, piece) for piece in statement.content] == ["hujan turun"]
    assert statement.form == "indirect"


def test_find_statements_takes_the_clitic_for_the_source() -> None:
    """In "ujarnya" the cue is "ujar" and the source is "nya"; the comma inside the marks belongs to the content."""
    draft = attribute(make_draft('" | +Kami | siap | +, | +" | ujar | +nya | +.'), ((5, "KKKKK.H."),))
    (statement,) = draft.statements
    assert words_at(draft, statement.cue) == "ujar"
    assert words_at(draft, statement.source) == "nya"
    assert [words_at(draft, piece) for piece in statement.content] == ['"Kami siap,"']
    assert statement.form == "direct"


def test_find_statements_drops_a_first_person_source() -> None:
    """A speaker inside a content is no source: "Saya bilang kita siap" is what he says, not a second statement."""
    draft = attribute(make_draft("Saya | bilang | kita | siap"), ((1, "H.KK"),))
    assert draft.statements == []


@pytest.mark.parametrize(
    ("cue", "weight", "believed"),
    [
        ("menggergaji", 0.45, False),
        ("menggergaji", 0.55, True),
        ("mengecam", 0.25, False),
        ("mengecam", 0.35, True),
        ("kabarnya", 0.1, True),
        ("kabarnya", 0.05, False),
    ],
)
def test_a_known_cue_needs_less_proof(cue: str, weight: float, believed: bool) -> None:
    """And one that is hardly ever anything else nearly none."""
    draft = make_draft(f"Rano | {cue} | itu")
    draft.readings = [make_reading(draft, 0, (1, "H.K"), weight=weight)]
    find_statements(draft, LABELS, WORDS)
    assert bool(draft.statements) == believed


def test_an_object_clitic_alone_is_the_content() -> None:
    """ "Rano menolaknya": what he refused is the clitic."""
    draft = make_draft("Rano | menolak | nya")
    draft.readings = [make_reading(draft, 0, (1, "H.."))]
    find_statements(draft, LABELS, WORDS)
    assert [words_at(draft, piece) for piece in draft.statements[0].content] == ["nya"]


def test_a_clitic_that_is_told_is_no_content() -> None:
    """ "Rano memintanya": whom he asked is known, but not for what."""
    draft = make_draft("Rano | meminta | nya")
    draft.readings = [make_reading(draft, 0, (1, "H.A"))]
    find_statements(draft, LABELS, WORDS)
    assert draft.statements == []


def test_find_statements_needs_content() -> None:
    """A cue to which no word is content gives nothing: "menolak berkomentar"."""
    draft = attribute(make_draft("Rano | menolak | berkomentar | ."), ((1, "H..."),))
    assert draft.statements == []


def test_find_statements_keeps_an_interrupted_content_in_two_pieces() -> None:
    """ "Harga, kata Rano, naik besok": one statement, two pieces."""
    draft = attribute(make_draft("Harga | cabai | +, | kata | Rano | +, | naik | besok | +."), ((3, "KK..H.KK."),))
    (statement,) = draft.statements
    assert [words_at(draft, piece) for piece in statement.content] == ["Harga cabai", "naik besok"]


def test_nest_statements_gives_the_smallest_holder() -> None:
    """The cue "mengaku" lies in the content of "mengatakan"."""
    draft = attribute(
        make_draft("Kapolres | mengatakan | saksi | mengaku | melihat | api"), ((1, "H.KKKK"), (3, "..H.KK"))
    )
    assert [statement.parent for statement in draft.statements] == [None, 0]


def test_a_statement_inside_a_quotation_is_direct_by_its_own_marks_only() -> None:
    """ "Bupati bilang air surut," kata Rano. - the marks are around Rano's words, not around the district head's."""
    plain = make_draft('" | +Bupati | bilang | air | surut | , | +" | kata | Rano')
    marked = make_draft("\" | +Bupati | bilang | , | ' | +air | surut | +' | +\" | kata | Rano")
    attribute(plain, ((7, "KKKKKKK.H"), (2, ".H.KK....")))
    attribute(marked, ((9, "KKKKKKKKK.H"), (2, ".H..KKKK...")))
    for draft, form in ((plain, "indirect"), (marked, "direct")):
        find_nested_forms(draft)
        assert [statement.form for statement in draft.statements] == ["direct", form]


def test_floating_quotation_in_the_same_paragraph_is_a_further_piece() -> None:
    """ "Kami siap," kata Rano. "Besok kami akan berangkat." - one statement."""
    draft = make_draft(
        '" | +Kami | siap | +, | +" | kata | Rano | +.', '" | +Besok | kami | akan | berangkat | +. | +"'
    )
    attribute(draft, ((5, "KKKKK.H."),), ())
    (statement,) = draft.statements
    assert [words_at(draft, piece) for piece in statement.content] == ['"Kami siap,"', '"Besok kami akan berangkat."']


def test_floating_quotation_in_a_new_paragraph_continues_the_last() -> None:
    """With a paragraph of its own it is a statement without cue and source that carries on the one before."""
    draft = make_draft(
        '" | +Kami | siap | +, | +" | kata | Rano | +.', '" | +Besok | kami | akan | berangkat | +. | +"'
    )
    draft.sentences[1].paragraph = 1
    attribute(draft, ((5, "KKKKK.H."),), ())
    first, second = draft.statements
    assert (first.continues, second.continues) == (None, 0)
    assert second.cue is None
    assert second.source is None
    assert second.form == "direct"


def test_a_quotation_opened_again_is_one_statement() -> None:
    """The paragraph before closed no mark, so that this one and the next belong to the same quotation."""
    draft = make_draft(
        '" | +Kami | siap | , | +" | kata | Rano | .',
        '" | +Besok | kami | berangkat | .',
        '" | +Lusa | kami | pulang | .',
        '" | +Kapal | itu | penuh | . | +"',
    )
    for place, sentence in enumerate(draft.sentences):
        sentence.paragraph = max(0, place - 1)
    draft.quotations = []
    find_quotations(draft)
    attribute(draft, ((5, "KKKKK.H."),), (), (), ())
    (statement,) = draft.statements
    assert [words_at(draft, piece) for piece in statement.content] == [
        '"Kami siap,"',
        '"Besok kami berangkat.',
        '"Lusa kami pulang.',
        '"Kapal itu penuh."',
    ]
    assert statement.repaired == []


def test_paragraphs_left_open_belong_to_the_cue_behind_the_last() -> None:
    """ "Satu itu ada. / "Dua itu ada. / "Tiga itu ada," kata Rano. - he said all three."""
    draft = make_draft(
        '" | +Satu | itu | ada | .', '" | +Dua | itu | ada | .', '" | +Tiga | itu | ada | , | +" | kata | Rano'
    )
    for place, sentence in enumerate(draft.sentences):
        sentence.paragraph = place
    draft.quotations = []
    find_quotations(draft)
    attribute(draft, (), (), ((6, "KKKKKK.H"),))
    (statement,) = draft.statements
    assert [words_at(draft, piece) for piece in statement.content] == [
        '"Satu itu ada.',
        '"Dua itu ada.',
        '"Tiga itu ada,"',
    ]
    assert words_at(draft, statement.source) == "Rano"


def test_short_quotations_are_not_statements() -> None:
    """A title or scare quote that fills a line says nothing: "Sapa Warga"."""
    draft = make_draft('" | +Sapa | Warga | +"')
    attribute(draft, ())
    assert draft.statements == []


def test_a_short_quoted_sentence_goes_on() -> None:
    """ "Kami siap," kata Rano. "Ya, besok." - two words, but a sentence."""
    draft = make_draft('" | +Kami | siap | , | +" | kata | Rano | .', '" | +Ya | , | besok | . | +"')
    attribute(draft, ((5, "KKKKK.H."),), ())
    assert words_at(draft, draft.statements[0].content[1]) == '"Ya, besok."'


def test_link_pointers_refers_back() -> None:
    """ "Pernyataan tersebut disampaikan Rano" says nothing new: it refers to the statement before."""
    draft = make_draft("Hujan | turun | +, | kata | Rano", "Pernyataan | tersebut | disampaikan | Rano")
    attribute(draft, ((3, "KK..H"),), ((2, "KK.H"),))
    assert draft.statements[1].refers_to == [0]


@pytest.mark.parametrize(
    ("sentence", "cue", "polarity"),
    [
        ("Rano | mengatakan | hujan | turun", 1, "asserted"),
        ("Rano | membantah | hujan | turun", 1, "denied"),
        ("Rano | tidak | mengatakan | hujan | turun", 2, "negated"),
        ("Rano | akan | mengatakan | hujan | turun", 2, "future"),
        ("Rano | bertanya | apakah | hujan | turun", 1, "question"),
        ("Rano | tidak | pernah | membantah | hujan | turun", 3, "negated"),
        ("Apakah | Rano | mengatakan | hujan | turun | ?", 2, "question"),
        ("Apakah | Rano | akan | mengatakan | hujan | turun", 3, "hypothetical"),
        ("Jika | Rano | mengatakan | hujan | turun", 2, "hypothetical"),
        ("Rano | mengatakan | hujan | tidak | turun", 1, "asserted"),
    ],
)
def test_find_polarities_reads_the_cue_and_what_governs_it(sentence: str, cue: int, polarity: str) -> None:
    """A negation inside the content is the speaker's, not the writer's."""
    draft = make_draft(sentence)
    words = [token.text for token in draft.tokens]
    letters = "".join(
        "." if place == cue else "H" if word == "Rano" else "K" if place > cue else "."
        for place, word in enumerate(words)
    )
    attribute(draft, ((cue, letters),))
    assert draft.statements[0].polarity == polarity


def test_floating_quotation_follows_an_indirect_statement() -> None:
    """Hujan turun, kata Rano. "Kami semua sudah siap." - the quotation makes the statement mixed."""
    draft = make_draft("Hujan | turun | , | kata | Rano | .", '" | +Kami | semua | sudah | siap | . | +"')
    attribute(draft, ((3, "KK..H."),), ())
    (statement,) = draft.statements
    assert [words_at(draft, piece) for piece in statement.content] == ["Hujan turun", '"Kami semua sudah siap."']
    assert statement.form == "mixed"


def test_a_cue_inside_a_quotation_does_not_claim_it() -> None:
    """ "Orang bilang kami kalah." after a cue clause: Rano's statement goes on, and holds that of the people."""
    draft = make_draft('" | +Kami | siap | , | +" | kata | Rano | .', '" | +Orang | bilang | kami | kalah | . | +"')
    attribute(draft, ((5, "KKKKK.H."),), ((2, ".H.KK.."),))
    outer, inner = draft.statements
    assert words_at(draft, outer.content[1]) == '"Orang bilang kami kalah."'
    assert (outer.parent, inner.parent) == (None, 0)


def test_floating_quotation_skips_a_thought_further_back() -> None:
    """Who only thought two sentences ago is not the one who speaks now."""
    draft = make_draft("Rano | yakin | hujan | turun", "Sungai | meluap", '" | +Kami | semua | sudah | siap | . | +"')
    for place, sentence in enumerate(draft.sentences):
        sentence.paragraph = place
    thought = make_reading(draft, 0, (1, "H.KK"), mode="thought")
    draft.readings = [thought, make_reading(draft, 1), make_reading(draft, 2)]
    find_statements(draft, LABELS, WORDS)
    add_floating_quotations(draft)
    assert draft.statements[-1].continues is None


def test_a_source_of_a_comma_alone_is_none() -> None:
    """Rano , berkata hujan turun: a source that is only the comma is no source."""
    draft = attribute(make_draft("Rano | +, | berkata | hujan | turun"), ((2, ".H.KK"),))
    assert draft.statements[0].source is None


def test_pieces_of_a_content_never_overlap() -> None:
    """Two runs inside one quotation, of which one grows to all of it, are one piece."""
    sentence = '" | +Kami | sudah | siap | dan | kami | akan | berangkat | besok | , | +" | kata | Rano'
    draft = attribute(make_draft(sentence), ((11, "KKKKKKK..KK.H"),))
    (statement,) = draft.statements
    assert [words_at(draft, piece) for piece in statement.content] == [
        '"Kami sudah siap dan kami akan berangkat besok,"'
    ]


def test_marks_alone_are_no_addressee() -> None:
    """Rano berkata (22/2) hujan turun: brackets and figures are nobody."""
    draft = attribute(make_draft("Rano | berkata | ( | +22 | +/ | +2 | ) | hujan | turun"), ((1, "H.AAAAAKK"),))
    assert draft.statements[0].addressees == []


def test_a_source_ends_with_its_sentence() -> None:
    """... kata Rano. Dewi mengatakan hujan turun: the source of the second cue is Dewi Ratri alone."""
    draft = attribute(make_draft("kata | Rano | . | Dewi | Ratri | mengatakan | hujan | turun"), ((5, ".SHHH.KK"),))
    assert words_at(draft, draft.statements[0].source) == "Dewi Ratri"


def test_a_full_stop_of_an_abbreviation_ends_no_source() -> None:
    """ "Menurut UU No. 19 ..." and "J. Pardede" go on behind it."""
    for words, place, ends in (
        (["UU", "No", ".", "19"], 2, False),
        (["J", ".", "Pardede"], 1, False),
        (["kata", "Rano", ".", "Dewi"], 2, True),
        (["kata", "Rano", "."], 2, True),
        (["Rano", "!"], 1, True),
        (["Rano", "Lubis"], 1, False),
    ):
        assert ends_sentence(words, place) == ends


def test_a_source_takes_the_name_behind_its_title() -> None:
    """ "kata Menteri Laut Sekar Ayu": the model found the title alone, and the tree hangs the name on it."""
    draft = make_draft(
        "Hujan NOUN nsubj 2 | turun VERB root 0 | , PUNCT punct 2 | kata VERB parataxis 2 | Menteri NOUN nsubj 4"
        " | Laut PROPN flat 5 | Sekar PROPN flat:name 5 | Ayu PROPN flat:name 5 | Senin PROPN obl 4"
    )
    attribute(draft, ((3, "KK..HS..."),))
    assert words_at(draft, draft.statements[0].source) == "Menteri Laut Sekar Ayu"
    assert words_at(draft, draft.statements[0].source_head) == "Sekar Ayu"
