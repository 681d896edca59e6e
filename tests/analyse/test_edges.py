"""Where cues, contents and heads begin and end."""

from __future__ import annotations

import pytest

from tests.analyse.handmade import words_at
from tests.drafts import make_draft
from ujar.analyse.draft import Draft, Entity, FoundStatement, Stretch
from ujar.analyse.edges import mend_edges
from ujar.languages.schema import CueWords, load_words

WORDS = load_words("id", CueWords)


def mended(draft: Draft, statement: FoundStatement) -> FoundStatement:
    """The statement after its edges were mended."""
    draft.statements = [statement]
    mend_edges(draft, WORDS)
    return draft.statements[0]


def test_a_cue_takes_in_the_idiom_that_it_opens() -> None:
    """ "Jaya angkat bicara": two words; of "angkat kaki" nothing is known."""
    for second, cue in (("bicara", "angkat bicara"), ("kaki", "angkat")):
        draft = make_draft(f"Jaya | angkat | {second} | : | kas | kosong")
        found = mended(draft, FoundStatement([Stretch(4, 6)], cue=Stretch(1, 2), source=Stretch(0, 1)))
        assert words_at(draft, found.cue) == cue


def test_a_cue_takes_in_the_rest_of_a_doubled_word() -> None:
    """The model saw "mewanti" of "mewanti-wanti"."""
    draft = make_draft("Rano | mewanti | - | wanti | warga | agar | pulang")
    statement = FoundStatement([Stretch(5, 7)], cue=Stretch(1, 2), source=Stretch(0, 1), addressees=[Stretch(4, 5)])
    assert mended(draft, statement).cue == Stretch(1, 4)


def test_a_cue_never_grows_into_the_content() -> None:
    """ "Rano angkat bicara" with *bicara* as content keeps its cue."""
    draft = make_draft("Rano | angkat | bicara")
    assert mended(draft, FoundStatement([Stretch(2, 3)], cue=Stretch(1, 2))).cue == Stretch(1, 2)


def test_a_dash_is_no_cue_but_a_colon_is() -> None:
    """Marks of punctuation signal nothing, except the colon."""
    for mark, cue in (("-", None), (":", ":")):
        draft = make_draft(f"Kapal | karam | {mark} | Rano")
        statement = FoundStatement([Stretch(0, 2)], cue=Stretch(2, 3), source=Stretch(3, 4))
        assert words_at(draft, mended(draft, statement).cue) == cue


def test_a_dash_without_a_source_makes_no_statement() -> None:
    """Nobody is left who could have said it."""
    draft = make_draft("Kapal | karam | - | esok")
    draft.statements = [FoundStatement([Stretch(0, 2)], cue=Stretch(2, 3))]
    mend_edges(draft, WORDS)
    assert draft.statements == []


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Namun | , | pasar | ramai | , | kata | Gita", "pasar ramai"),
        ("Dengan | demikian | pasar | ramai | , | kata | Gita", "pasar ramai"),
        ("Namun | , | kata | Gita", "Namun,"),  # nothing would be left
    ],
)
def test_a_connective_in_front_is_the_writers(sentence: str, content: str) -> None:
    """It ties the statement to what stood before."""
    draft = make_draft(sentence)
    end = len(draft.tokens) - 2
    last = end - 1 if end > 3 else end
    assert (
        words_at(draft, mended(draft, FoundStatement([Stretch(0, last)], cue=Stretch(end, end + 1))).content[0])
        == content
    )


def test_a_word_behind_the_cue_is_no_connective() -> None:
    """ "Dewi mengatakan jadi menteri itu berat": *jadi* is "to be" there."""
    draft = make_draft("Dewi | mengatakan | jadi | menteri | itu | berat")
    statement = FoundStatement([Stretch(2, 6)], cue=Stretch(1, 2), source=Stretch(0, 1))
    assert mended(draft, statement).content == [Stretch(2, 6)]


def test_the_attribute_of_a_speech_noun_is_not_its_source() -> None:
    """ "pernyataan bersama Nala dan Rendra": the two speak."""
    draft = make_draft("siap | pernyataan | bersama | Nala | dan | Rendra")
    statement = FoundStatement([Stretch(0, 1)], cue=Stretch(1, 2), source=Stretch(2, 6), source_head=Stretch(2, 3))
    assert words_at(draft, mended(draft, statement).source) == "Nala dan Rendra"


def test_a_connective_inside_the_marks_is_the_speakers() -> None:
    """ "Namun kami siap," kata Gita."""
    draft = make_draft('" | +Namun | kami | siap | , | +" | kata | Gita')
    assert mended(draft, FoundStatement([Stretch(0, 6)], cue=Stretch(6, 7))).content == [Stretch(0, 6)]


def test_an_organisation_is_its_own_head() -> None:
    """The head "Balai" of "Balai Konservasi Pesisir" is widened to the name; beside a person's name it is not."""
    draft = make_draft("Balai | Konservasi | Pesisir | melaporkan | penyu")
    draft.entities = [Entity(Stretch(0, 3), "ORG")]
    statement = FoundStatement([Stretch(4, 5)], cue=Stretch(3, 4), source=Stretch(0, 3), source_head=Stretch(0, 1))
    assert words_at(draft, mended(draft, statement).source_head) == "Balai Konservasi Pesisir"
    draft.entities.append(Entity(Stretch(2, 3), "PER"))
    statement.source_head = Stretch(2, 3)
    assert words_at(draft, mended(draft, statement).source_head) == "Pesisir"


def test_a_source_takes_in_the_whole_of_a_name() -> None:
    """The model cut "Juan | Perón" and took the first name for the one who is told."""
    draft = make_draft("Juan | Perón | memberi | saran | agar | pulang")
    draft.entities = [Entity(Stretch(0, 2), "PER")]
    statement = FoundStatement(
        [Stretch(4, 6)], cue=Stretch(3, 4), source=Stretch(1, 2), source_head=Stretch(1, 2), addressees=[Stretch(0, 1)]
    )
    found = mended(draft, statement)
    assert (words_at(draft, found.source), words_at(draft, found.source_head)) == ("Juan Perón", "Juan Perón")
    assert found.addressees == []


def test_a_name_in_the_content_stays_there() -> None:
    """ "kata Rano Lubis berangkat": the source never takes words of its own content."""
    draft = make_draft("kata | Rano | Lubis | berangkat")
    draft.entities = [Entity(Stretch(1, 3), "PER")]
    statement = FoundStatement([Stretch(2, 4)], cue=Stretch(0, 1), source=Stretch(1, 2), source_head=Stretch(1, 2))
    assert mended(draft, statement).source == Stretch(1, 2)


@pytest.mark.parametrize(
    ("source", "head"),
    [("surat | kabar | itu", "surat kabar"), ("wakil | ketua | panitia", "wakil ketua"), ("ketua | panitia", "ketua")],
)
def test_a_compound_is_one_head(source: str, head: str) -> None:
    """Its first word names nobody."""
    draft = make_draft(f"{source} | menulis | ya")
    size = source.count("|") + 1
    statement = FoundStatement(
        [Stretch(size + 1, size + 2)], cue=Stretch(size, size + 1), source=Stretch(0, size), source_head=Stretch(0, 1)
    )
    assert words_at(draft, mended(draft, statement).source_head) == head


@pytest.mark.parametrize(("first", "head"), [("Ma'ruf", "Ma'ruf Amin"), ("Camat", "Amin")])
def test_a_head_takes_in_the_first_part_of_its_name(first: str, head: str) -> None:
    """A title is no part of it."""
    draft = make_draft(f"{first} PROPN nsubj 3 | Amin PROPN flat 1 | berkata VERB root 0 | ya ADV obj 3")
    statement = FoundStatement([Stretch(3, 4)], cue=Stretch(2, 3), source=Stretch(0, 2), source_head=Stretch(1, 2))
    assert words_at(draft, mended(draft, statement).source_head) == head


def test_those_who_speak_together_are_one_head() -> None:
    """ "Menlu RI dan Menlu Filipina": the model's head is a part of it."""
    draft = make_draft("Menlu | RI | dan | Menlu | Filipina | sepakat | ya")
    statement = FoundStatement([Stretch(6, 7)], cue=Stretch(5, 6), source=Stretch(0, 5), source_head=Stretch(1, 4))
    assert mended(draft, statement).source_head == Stretch(0, 5)
