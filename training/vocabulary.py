"""Chooses the pieces that the shipped model keeps, and writes its tokenizer.

Kept: the special pieces, every single character that the pretrained vocabulary knows (so that an unseen word falls back
to its characters), the pieces that the training texts need, then the likeliest Latin pieces up to a limit.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer
from tokenizers.models import Unigram

from training.pretrained import Pretrained
from ujar.analyse.pieces import META, Pieces

SPECIAL = 4
LATIN_END = 0x250


def unigram(pieces: list[tuple[str, float]], unknown: int) -> Tokenizer:
    """A unigram tokenizer without any pre-tokenisation: it is handed one marked word at a time."""
    return Tokenizer(Unigram(pieces, unk_id=unknown, byte_fallback=False))


def full_pieces(pretrained: Pretrained) -> Pieces:
    """The tokenizer over the whole pretrained vocabulary."""
    scored = [(piece, float(score)) for piece, score in zip(pretrained.pieces, pretrained.scores, strict=True)]
    return Pieces(unigram(scored, pretrained.sizes.unknown), pretrained.normalisation, pretrained.sizes.unknown)


def choose_pieces(pretrained: Pretrained, words: Iterable[str], limit: int) -> list[int]:
    """Ids of the kept pieces, ascending (so the special ones keep their ids), `limit` in all.

    Args:
        words: the words of the training texts, with repetitions: their pieces come first, frequent ones before others.
    """
    full = full_pieces(pretrained)
    needed: Counter[int] = Counter()
    for word, count in Counter(words).items():
        for piece in {*full.of_word(word, True), *full.of_word(word, False)}:
            needed[piece] += count
    kept = set(range(SPECIAL))
    kept.update(i for i, piece in enumerate(pretrained.pieces) if len(piece.strip(META)) <= 1)
    latin = [i for i, piece in enumerate(pretrained.pieces) if is_latin(piece)]
    latin.sort(key=lambda i: -float(pretrained.scores[i]))
    for piece in [*(piece for piece, _ in needed.most_common()), *latin]:
        if len(kept) >= limit:
            break
        kept.add(piece)
    return sorted(kept)


def is_latin(piece: str) -> bool:
    """Whether the piece is written in Latin letters alone."""
    return all(ord(character) < LATIN_END or character == META for character in piece)


def write_vocabulary(pretrained: Pretrained, kept: list[int], folder: Path) -> None:
    """Write `tokenizer.json`, `normalisation.json` and `pieces.npy` (Q4_0 rows, uint8) into `folder`."""
    scored = [(pretrained.pieces[i], float(pretrained.scores[i])) for i in kept]
    unigram(scored, kept.index(pretrained.sizes.unknown)).save(str(folder / "tokenizer.json"), pretty=False)
    table = {chr(code): text for code, text in sorted(pretrained.normalisation.items())}
    (folder / "normalisation.json").write_text(json.dumps(table, ensure_ascii=True), encoding="utf-8")
    rows: npt.NDArray[np.uint8] = pretrained.piece_rows()[kept]
    np.save(folder / "pieces.npy", rows)


def words_of(text: str) -> list[str]:
    """The words of a raw text in every cut that a tokeniser may make."""
    return text.split() + re.findall(r"\w+|[^\w\s]", text)
