"""Headlines and capitals, as the model reads them."""

from __future__ import annotations

import pytest

from tests.drafts import make_draft
from ujar.analyse.letter_case import find_plain_words
from ujar.languages.schema import CueWords, load_words

WORDS = load_words("id", CueWords)


def plain(*sentences: str) -> list[str]:
    """The first sentence's words as they will be read."""
    draft = make_draft(*sentences)
    find_plain_words(draft, WORDS)
    first = draft.sentences[0].tokens
    return [token.plain or token.text for token in draft.tokens[first.first : first.last]]


def test_a_title_reads_as_running_text_would() -> None:
    """Cues, and words that the story writes small, go small; names and the first word keep their capital."""
    title = "Presiden | Lodi | Minta | Semua | Pihak | Menahan | Diri"
    story = "semua | pihak | harus | menahan | diri"
    assert plain(title, story) == ["Presiden", "Lodi", "meminta", "semua", "pihak", "menahan", "diri"]


def test_a_title_has_verbs_without_their_prefix() -> None:
    """ "Tunda" is the body's "menunda", "Lakukan" its "melakukan"."""
    title = "Lodi | Minta | Nelayan | Tunda | Melaut | Lakukan | Rapat"
    assert plain(title, "nelayan | menunda | melaut | dan | melakukan | rapat") == [
        "Lodi", "meminta", "nelayan", "tunda", "melaut", "lakukan", "rapat",
    ]  # fmt: skip


def test_a_bare_verb_reads_with_its_prefix() -> None:
    """ "Pakar Nilai Harga Naik" has the verb "menilai"; "Nilai Rupiah ..." and "Soal Nilai ..." have the noun."""
    assert plain("Pakar | Nilai | Harga | Naik", "harga | naik")[1] == "menilai"
    assert plain("Nilai | Rupiah | Turun | Lagi", "lagi")[0] == "Nilai"
    assert plain("Rapat | Soal | Nilai | Rupiah", "rapat | soal")[2] == "nilai"


def test_a_name_is_no_verb_without_its_prefix() -> None:
    """ "Rita" stays beside "berita", as the story writes her name."""
    title = "Menteri | Rita | Minta | Warga | Besok"
    story = "berita | itu | dibaca | Rita | di | balai | warga"
    assert plain(title, story) == ["Menteri", "Rita", "meminta", "warga", "Besok"]


def test_a_sentence_in_capitals_reads_as_running_text_would() -> None:
    """Unknown longer words keep their first capital; short ones may be acronyms."""
    assert plain("BUPATI | LODI | MINTA | WARGA | RI | TENANG", "warga | tetap | tenang") == [
        "Bupati", "Lodi", "meminta", "warga", "RI", "tenang",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        # Full of names, but it ends like a sentence.
        "Pendirinya | Partai | Pelopor | , | Partai | Minta | Maju | .",
        # A name, no title.
        "Kementerian | Minta",
        # Running text.
        "Presiden | Lodi | minta | semua | pihak | menahan | diri",
    ],
)
def test_other_sentences_stay(sentence: str) -> None:
    """Nothing is changed where capitals mark names."""
    assert plain(sentence, "partai | itu | maju") == sentence.split(" | ")
