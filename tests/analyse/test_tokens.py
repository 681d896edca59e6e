"""Words and their offsets."""

from __future__ import annotations

import time

import pytest

from ujar.analyse.draft import Draft
from ujar.analyse.tokens import split_words, tokenise
from ujar.errors import LanguageDataError
from ujar.languages.schema import TokenWords, load_words
from ujar.record import Article, Region, Span

INDONESIAN = load_words("id", TokenWords)
ENGLISH = load_words("en", TokenWords)


def cut(text: str, words: TokenWords = INDONESIAN) -> list[str]:
    return [text[start:end] for start, end in split_words(text, 0, len(text), words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("laporannya", "laporan nya"),
        ("Menurutnya", "Menurut nya"),
        ("anak-anaknya", "anak-anak nya"),
        ("APBD-nya", "APBD - nya"),
        ("apakah", "apa kah"),
        ("Itulah", "Itu lah"),
        ("katakanlah", "katakan lah"),
        ("meskipun", "meski pun"),
        ("kepadaku", "kepada ku"),
        ("kehidupanmu", "kehidupan mu"),
        ("anak-anakmu", "anak-anak mu"),
    ],
)
def test_clitic_is_split_off(text: str, expected: str) -> None:
    """A clitic or particle is a word of its own."""
    assert cut(text) == expected.split()


@pytest.mark.parametrize(
    "word",
    [
        "hanya",
        "punya",
        "sebelumnya",
        "khususnya",
        "akhirnya",
        "bertanya",
        "adalah",
        "telah",
        "masalah",
        "sekolah",
        "pemerintah",
        "langkah",
        "maupun",
        "adapun",
        "suku",
        "buku",
        "bertemu",
        "jamu",
        "ilmu",
        "berlaku",
        "Kenya",
        "seburuk-buruknya",
        "naskah",
        "himpun",
    ],
)
def test_lookalike_stays_whole(word: str) -> None:
    """A word that only ends like one with a clitic is one word."""
    assert cut(word) == [word]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rp1.000,5", "Rp 1.000,5"),
        ("US$6,4", "US $ 6,4"),
        ("34,3%", "34,3 %"),
        ("menang 2-1", "menang 2 - 1"),
        ("(12/3)", "( 12 / 3 )"),
        ("II/2031", "II/2031"),
        ("34/PMK.011/2031", "34/PMK.011/2031"),
        ("pukul 17.00", "pukul 17.00"),
        ("1970-an", "1970-an"),
        ("ke-20", "ke-20"),
        ("G20 S3", "G20 S3"),
    ],
)
def test_number_is_cut(text: str, expected: str) -> None:
    """Numbers keep their separators; currencies, percent signs and ranges come apart."""
    assert cut(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dr. Rena", "Dr. Rena"),
        ("Budi Santo, S.H., hadir", "Budi Santo , S.H. , hadir"),
        ("U.S. dan A.S. sepakat", "U.S. dan A.S. sepakat"),
        ("Rena P. di Palu", "Rena P. di Palu"),
        ("No. 5", "No. 5"),
        ("berbagai hal. Ia", "berbagai hal . Ia"),
        ("PT Maju Tbk.", "PT Maju Tbk ."),
        ("KOMPAS.com - Palu", "KOMPAS.com - Palu"),
        ("rena@contoh.co.id", "rena@contoh.co.id"),
        ("https://contoh.id/a?b=1, lalu", "https://contoh.id/a?b=1 , lalu"),
        ("selesai.Namun ia", "selesai . Namun ia"),
        ("tunggu... lalu", "tunggu ... lalu"),
    ],
)
def test_full_stop_belongs_to_abbreviations_and_addresses(text: str, expected: str) -> None:
    """A full stop inside an abbreviation, number or address is not a word; at the end of a paragraph it is."""
    assert cut(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("monyet-monyet", "monyet-monyet"),
        ("Undang-Undang", "Undang-Undang"),
        ("RI-Jepang", "RI - Jepang"),
        ("Al-Jadaan", "Al-Jadaan"),
        ("Kim Jong-un", "Kim Jong-un"),
        ("departemen/instansi", "departemen / instansi"),
        ("Ma'ruf, Jum’at", "Ma'ruf , Jum’at"),
        ("Moody's", "Moody 's"),
        ("``Kami siap''", "`` Kami siap ''"),
        ("“Ya”, «ya», „ya‟, 'ya'", "“ Ya ” , « ya » , „ ya ‟ , ' ya '"),
        ('itu,"katanya', 'itu , " kata nya'),
    ],
)
def test_hyphens_and_marks_are_cut(text: str, expected: str) -> None:
    """Marks are words; a hyphen is one between names only, an apostrophe inside a word never."""
    assert cut(text) == expected.split()


def test_invisible_characters_stay_inside_their_word() -> None:
    """Soft hyphens and zero-width characters neither cut a word nor make one."""
    assert cut("per\u00adtemu\u00adan \u200b ke\u200bdua \ufeffnegara") == [
        "per\u00adtemu\u00adan",
        "ke\u200bdua",
        "\ufeffnegara",
    ]


def test_english_contractions_are_split() -> None:
    """English words come apart as Universal Dependencies has them."""
    assert " ".join(cut("They don't know Rena's cat; we’ve cannot", ENGLISH)) == (
        "They do n't know Rena 's cat ; we ’ve can not"
    )


def test_tokens_cut_their_own_text_and_leave_clutter_out() -> None:
    """Tokens come from the body less its clutter and from the headline, never crossing an edge."""
    text = "Kabar Palu\nKami siapBaca juga: lain. Mari."
    clutter = Region(start=text.index("Baca"), end=text.index("Mari"))
    article = Article.of(text, headline=Span.of(text, 0, 10), body=Region(start=11, end=len(text)), clutter=(clutter,))
    draft = Draft(article)
    tokenise(draft, INDONESIAN)
    assert [token.text for token in draft.tokens] == ["Kabar", "Palu", "Kami", "siap", "Mari", "."]
    assert all(text[token.start : token.end] == token.text for token in draft.tokens)
    assert [token.space for token in draft.tokens] == [True, True, True, True, True, False]


def test_language_without_words_is_an_error() -> None:
    """A language that has no tokens.toml is named in the error."""
    with pytest.raises(LanguageDataError, match=r"tokens\.toml"):
        load_words("xx", TokenWords)


@pytest.mark.parametrize("piece", ["a", '"', "a-", "a.", "A.", "1.", "'", "a'", "\u00ad", "a@", "1/A", "kata "])
def test_splitting_takes_linear_time(piece: str) -> None:
    """A line of 300,000 characters of one kind is cut at once."""
    text = piece * (300_000 // len(piece))
    began = time.perf_counter()
    split_words(text, 0, len(text), INDONESIAN)
    assert time.perf_counter() - began < 5
