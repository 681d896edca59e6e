"""Words to pieces, and the 4-bit table of the pieces."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.analyse.standin import LETTERS, UNKNOWN, letter_pieces
from ujar.analyse import Analyser
from ujar.analyse.pieces import LONGEST_WORD, META, MOST_PIECES, Pieces, dequantise_rows, load_pieces
from ujar.errors import ModelError


def test_blank_before_a_word_is_a_piece() -> None:
    """A word behind a blank opens with the mark; a clitic, which stands behind none, does not."""
    pieces = letter_pieces()
    assert pieces.of_word("ab", True) == (UNKNOWN + 1, *pieces.of_word("ab", False))
    assert len(pieces.of_word("ab", False)) == 2


def test_word_is_remembered_with_its_blank() -> None:
    """The second look-up of a word gives the same pieces, and its other form is not mistaken for it."""
    pieces = letter_pieces()
    first = [pieces.of_word("nya", space) for space in (True, False)]
    assert [pieces.of_word("nya", space) for space in (True, False)] == first
    assert first[0] != first[1]


@pytest.mark.parametrize("word", ["", "\u00ad", "\u0001", "日", "😀"])
@pytest.mark.parametrize("space", [True, False])
def test_every_word_has_a_piece(word: str, space: bool) -> None:
    """What the vocabulary does not know, or what normalisation leaves nothing of, still has a state of its own."""
    assert len(Pieces(letter_pieces()._tokenizer, {0xAD: "", 1: ""}, UNKNOWN).of_word(word, space)) >= 1


def test_endless_word_is_cut() -> None:
    """A megabyte without a blank costs no more than a long word."""
    assert len(letter_pieces().of_word("a" * 1_000_000, True)) == MOST_PIECES
    assert letter_pieces().of_word("a" * LONGEST_WORD + "b", True) == letter_pieces().of_word("a" * LONGEST_WORD, True)


def test_normalisation_comes_before_the_cut() -> None:
    """One character may become several."""
    pieces = Pieces(letter_pieces()._tokenizer, {ord("ﬁ"): "fi"}, UNKNOWN)
    assert pieces.of_word("ﬁn", False) == pieces.of_word("fin", False)
    assert META not in LETTERS


def test_table_of_four_bits_is_read_exactly() -> None:
    """A block of 32 weights: a float16 scale, then 16 bytes; byte j holds weight j (low half) and j + 16 (high)."""
    weights = np.array([[(7 * column) % 16 - 8 for column in range(64)], [-8, 7] * 32], np.float32)
    scales = np.array([[0.5, 2.0], [0.25, 1.0]], np.float16)
    halves = (weights.reshape(2, 2, 32) + 8).astype(np.uint8)
    packed = halves[:, :, :16] | (halves[:, :, 16:] << 4)
    rows = np.concatenate([scales[:, :, None].view(np.uint8).reshape(2, 2, 2), packed], axis=2).reshape(2, 36)
    expected = (weights.reshape(2, 2, 32) * scales[:, :, None].astype(np.float32)).reshape(2, 64)
    assert np.array_equal(dequantise_rows(rows, 64), expected)
    assert dequantise_rows(rows[:0], 64).shape == (0, 64)


def test_folder_without_a_tokenizer_is_a_model_error(tmp_path: Path) -> None:
    """The file that is missing is named."""
    with pytest.raises(ModelError, match=r"tokenizer\.json"):
        load_pieces(tmp_path)


@pytest.mark.parametrize("word", ["ujar", "nya", "Prameswari", "№", "日", "½", "Ωmega", "x" * 500])
def test_shipped_vocabulary_knows_every_word(analyser: Analyser, word: str) -> None:
    """Plain words are a few pieces; an unseen one falls back to its characters, so that no text is lost."""
    found = analyser.model.reader.pieces.of_word(word, True)
    unknown = analyser.model.reader.pieces._unknown
    assert 1 <= len(found) <= MOST_PIECES
    assert unknown not in found
