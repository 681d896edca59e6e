"""Quotations, with and without their marks."""

from __future__ import annotations

import time

import pytest

from ujar.analyse.draft import Draft
from ujar.analyse.quotations import find_quotations
from ujar.analyse.sentences import find_sentences
from ujar.analyse.tokens import tokenise
from ujar.languages.schema import TokenWords, load_words
from ujar.record import Article

INDONESIAN = load_words("id", TokenWords)


def read(text: str) -> Draft:
    draft = Draft(Article.of(text))
    tokenise(draft, INDONESIAN)
    find_sentences(draft, INDONESIAN)
    find_quotations(draft)
    return draft


def quotations_of(text: str) -> list[tuple[str, int, str | None]]:
    draft = read(text)
    return [
        (text[draft.tokens[q.tokens.first].start : draft.tokens[q.tokens.last - 1].end], q.depth, q.repaired)
        for q in draft.quotations
    ]


@pytest.mark.parametrize(
    "quotation",
    [
        *['"Kami siap,"', "“Kami siap,”", "”Kami siap,”", "„Kami siap,“", "«Kami siap,»", "« Kami siap, »"],
        *["''Kami siap,''", "``Kami siap,''", "'Kami siap,'", "‘Kami siap,’", '“Kami siap,"', '" Kami siap, "'],
    ],
)
def test_marks_of_every_kind_are_paired(quotation: str) -> None:
    """Straight, curly, low, angled, doubled and mixed marks hold a quotation."""
    assert quotations_of(f"{quotation} kata Rena.") == [(quotation, 0, None)]


def test_two_parts_of_a_quotation_are_two() -> None:
    """A cue clause parts a quotation in two."""
    text = '"Kami siap," kata Rena, "dan kami mulai."'
    assert quotations_of(text) == [('"Kami siap,"', 0, None), ('"dan kami mulai."', 0, None)]


def test_closing_mark_behind_a_blank_closes() -> None:
    """A closing mark that slipped to the cue word is still the closing mark."""
    assert quotations_of('"Kami siap, "kata Rena.') == [('"Kami siap, "', 0, None)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("\"Ia berkata, 'Kami siap,' tadi,\" kata Rena.", "'Kami siap,'"),
        ('"Ia berkata, “Kami siap,” tadi," kata Rena.', "“Kami siap,”"),
        ("“Ia berkata, ‘Kami siap,’ tadi,” kata Rena.", "‘Kami siap,’"),
    ],
)
def test_nested_quotation_is_one_deeper(text: str, inner: str) -> None:
    """A quotation inside another has depth 1."""
    found = quotations_of(text)
    assert [depth for _, depth, _ in found] == [0, 1]
    assert found[1][0] == inner


@pytest.mark.parametrize("text", ["Bani Isra' pulang.", "Ia lahir '70 lalu.", "Ma'ruf dan Jum'at.", 'Layar 17" itu.'])
def test_apostrophe_is_no_mark(text: str) -> None:
    """Apostrophes and inches open and close nothing."""
    assert quotations_of(text) == []


def test_missing_closing_mark_stands_before_the_cue() -> None:
    """Without a closing mark, the quotation ends before the cue clause."""
    text = '"Kami menolak tuduhan itu, kata juru bicara Rena, Rabu.'
    assert quotations_of(text) == [('"Kami menolak tuduhan itu,', 0, "closing mark")]


def test_missing_closing_mark_does_not_swallow_the_next_quotation() -> None:
    """A quotation without a closing mark ends before the next one opens."""
    text = '"Kami menolak itu, kata Rena. Ia menambahkan, "Kami siap."'
    assert quotations_of(text) == [('"Kami menolak itu,', 0, "closing mark"), ('"Kami siap."', 0, None)]


def test_quotation_reopened_in_each_paragraph_is_not_repaired() -> None:
    """A long quotation opens again in each paragraph; each part is a quotation of its own."""
    text = '"Kami siap.\n"Kami mulai besok.\n"Mari ikut," kata Rena.'
    assert quotations_of(text) == [('"Kami siap.', 0, None), ('"Kami mulai besok.', 0, None), ('"Mari ikut,"', 0, None)]


def test_a_forgotten_mark_is_no_quotation_that_goes_on() -> None:
    """It ends before its cue clause, though the next paragraph opens with a mark, or where that mark is another one."""
    found = quotations_of('"Kami siap, kata Rano di Palu.\n\n"Besok hujan turun," kata Dewi.')
    assert found[0] == ('"Kami siap,', 0, "closing mark")
    draft = read('"Kami siap berangkat.\n\n«Besok hujan turun,» kata Dewi.')
    assert (draft.quotations[0].goes_on, draft.quotations[0].repaired) == (False, "closing mark")


def test_quotation_ends_with_its_paragraph() -> None:
    """A quotation that is never closed ends with its paragraph."""
    assert quotations_of('"Kami siap. Mari.\nRena pulang.') == [('"Kami siap. Mari.', 0, "closing mark")]


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ('Kami menolak tuduhan itu," kata Rena.', 'Kami menolak tuduhan itu,"'),
        ('Rena tiba. Kami menolak itu," katanya.', 'Kami menolak itu,"'),
        ('Rena mengatakan: kami menolak itu."', 'kami menolak itu."'),
    ],
)
def test_missing_opening_mark_stands_at_the_start(text: str, quotation: str) -> None:
    """Without an opening mark, the quotation starts with its sentence or after the colon."""
    assert quotations_of(text) == [(quotation, 0, "opening mark")]


def test_missing_opening_mark_stands_behind_the_cue_clause() -> None:
    """Behind an earlier quotation, it starts after the comma of the cue clause."""
    found = quotations_of('"Kami siap," kata Rena, dan kami mulai besok."')
    assert found == [('"Kami siap,"', 0, None), ('dan kami mulai besok."', 0, "opening mark")]


@pytest.mark.parametrize("piece", ['"', '"a ', 'a" ', "“a ", "a” ", '("', "'a ", '"a," kata Rena. ', "« “ "])
def test_pairing_takes_linear_time(piece: str) -> None:
    """A line of many thousand marks is paired at once, and no quotation is left crossing another."""
    began = time.perf_counter()
    draft = read(piece * (60_000 // len(piece)))
    assert time.perf_counter() - began < 10
    held = [quotation.tokens for quotation in draft.quotations[:300]]
    assert all(not a.overlaps(b) or a.holds(b) or b.holds(a) for a in held for b in held)
