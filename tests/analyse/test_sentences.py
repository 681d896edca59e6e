"""Paragraphs and sentences."""

from __future__ import annotations

import pytest

from ujar.analyse.draft import Draft
from ujar.analyse.prepare import prepare
from ujar.analyse.sentences import find_sentences
from ujar.analyse.tokens import tokenise
from ujar.languages.schema import TokenWords, load_words
from ujar.record import Article, Span

INDONESIAN = load_words("id", TokenWords)


def sentences_of(draft: Draft) -> list[str]:
    text, tokens = draft.article.text, draft.tokens
    return [text[tokens[s.tokens.first].start : tokens[s.tokens.last - 1].end] for s in draft.sentences]


def read(text: str, headline: int = 0) -> Draft:
    span = Span.of(text, 0, headline) if headline else None
    draft = Draft(Article.of(text, headline=span))
    tokenise(draft, INDONESIAN)
    find_sentences(draft, INDONESIAN)
    return draft


@pytest.mark.parametrize(
    "expected",
    [
        ["Rena tiba di Palu.", "Ia bertemu warga."],
        ["Dr. Rena P. Susanto tinggal di Jl. Melati No. 5.", "Ia dokter."],
        ["Harga beras, gula, dll. naik.", "Namun warga tenang."],
        ["Ia membeli beras, gula, dll.", "Namun harganya naik."],
        ["Suhu naik 2 C.", "Banyak warga mengeluh."],
        ["Benarkah itu?", "Ya!", "Kami siap."],
        ['"Kami siap. Mari mulai," kata Rena.', "Ia lalu pergi."],
        ['Rena berkata, "Kami siap."', "Ia lalu pergi."],
        ['Rena meminta warga untuk "bersiap. Mari mulai," katanya.', "Ia lalu pergi."],
        ["Hujan reda.", "”Kami siap,” kata Rena."],
        ['"Kami siap!" kata Rena.', '"Mari mulai," ujarnya.'],
        ["Rapat (dimulai pukul 09.00. Ditutup siang) berjalan.", "Semua pulang."],
        ["Kisah Rena dibuat komik", '"Kami senang," kata Rena.'],
        ["Kisah Rena dibuat komik", "Namun ia menolak."],
        ["Menteri Dalam Negeri hadir.", "Ia pulang."],
    ],
)
def test_sentences_end_at_their_marks(expected: list[str]) -> None:
    """Sentences end behind their closing marks, not at abbreviations nor inside quotations and brackets."""
    assert sentences_of(read(" ".join(expected))) == expected


def test_line_break_ends_a_paragraph() -> None:
    """A wire story has one paragraph a line, with or without a full stop."""
    draft = read("Rena tiba\nIa bertemu warga.\n\nIa pulang.")
    assert [sentence.paragraph for sentence in draft.sentences] == [0, 1, 2]


def test_wrapped_lines_are_joined() -> None:
    """Lines broken at a fixed width are one paragraph; blank lines and early line ends part them."""
    text = (
        "Menteri Luar Negeri Rena Susanto bertemu dengan rekannya dari negara\n"
        "tetangga pada hari Rabu untuk membahas kerja sama di bidang pertanian\n"
        "dan perikanan yang sudah berjalan selama sepuluh tahun terakhir ini.\n"
        "\n"
        "Kedua menteri sepakat melanjutkan perundingan itu pada bulan depan di\n"
        "kota Palu bersama para pengusaha dari kedua negara dan juga wakil\n"
        "nelayan.\n"
        "Rena lalu pulang dan memberi keterangan kepada para wartawan yang ada\n"
        "di bandara tentang hasil pertemuan itu.\n"
    )
    draft = read(text)
    assert [sentence.paragraph for sentence in draft.sentences] == [0, 1, 2]


def test_headline_is_a_sentence_of_its_own() -> None:
    """The headline is one sentence in one paragraph, whatever marks it holds."""
    draft = read("Rena: Kami Siap! Mari Mulai\nRena siap. Ia pergi.", headline=27)
    assert [(s.headline, s.paragraph) for s in draft.sentences] == [(True, 0), (False, 1), (False, 1)]


def test_sentences_cover_every_token() -> None:
    """Sentences follow one another without a gap; an empty article has none."""
    draft = read('"Siap. "Kami" (pergi. ... Ya?!\n\n") . "')
    edges = [draft.sentences[0].tokens.first, *(sentence.tokens.last for sentence in draft.sentences)]
    assert edges[0] == 0
    assert edges[-1] == len(draft.tokens)
    assert all(a.tokens.last == b.tokens.first for a, b in zip(draft.sentences, draft.sentences[1:], strict=False))
    assert read("").sentences == []


def test_sentence_starts_at_a_quotation_without_a_blank() -> None:
    """'hujan turun."Kami siap," kata Rano' has lost its blank; the quotation still opens a sentence."""
    text = 'Menteri berkata hujan turun."Kami sudah siap," kata Rano.'
    draft = prepare(Article.of(text))
    starts = [draft.tokens[sentence.tokens.first].start for sentence in draft.sentences]
    assert starts == [0, text.index('"')]
