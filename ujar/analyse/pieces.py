"""Words to sub-word pieces: the model's vocabulary (a pruned XLM-R unigram vocabulary) over one word at a time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer
from tokenizers.models import Unigram

from ujar.errors import ModelError

__all__ = ["BOS", "EOS", "META", "PAD", "Pieces", "load_pieces", "read_json"]

META = "\u2581"  # stands for the blank before a word
BOS, PAD, EOS = 0, 1, 2  # ids of the special pieces, as in XLM-R
LONGEST_WORD = 200  # characters of a word that the model reads; the rest of "aaaa...(1 MB)" adds nothing
MOST_PIECES = 24  # pieces of one word that the model reads
CACHED_WORDS = 200_000


class Pieces:
    """Cuts words into pieces and remembers each word.

    A word that does not follow a blank (a clitic, a full stop) has no mark before it: "ujar|nya" is not "ujar nya".
    """

    def __init__(self, tokenizer: Tokenizer, normalisation: dict[int, str], unknown: int) -> None:
        self._tokenizer = tokenizer
        self._normalisation = normalisation
        self._unknown = unknown
        self._seen: dict[tuple[str, bool], tuple[int, ...]] = {}

    def of_word(self, word: str, space: bool) -> tuple[int, ...]:
        """Ids of the pieces of `word`, at least one, at most `MOST_PIECES`; `space`: a blank stands before it."""
        key = (word, space)
        ids = self._seen.get(key)
        if ids is None:
            if len(self._seen) >= CACHED_WORDS:
                self._seen.clear()
            ids = self._seen[key] = self._cut(word, space)
        return ids

    def _cut(self, word: str, space: bool) -> tuple[int, ...]:
        # A character may become several or none ("½", "ﬁ", a control character): offsets stay with whole words.
        text = word[:LONGEST_WORD].translate(self._normalisation).strip().replace(" ", META)
        ids = self._tokenizer.encode(META + text if space else text, add_special_tokens=False).ids
        return tuple(ids[:MOST_PIECES]) or (self._unknown,)


def load_pieces(folder: Path) -> Pieces:
    """The vocabulary in a model folder.

    Raises:
        ModelError: a file is missing or damaged.
    """
    stored = read_json(folder / "tokenizer.json")
    try:
        model = stored["model"]
        unknown = int(model["unk_id"])
        vocabulary = [(str(piece), float(score)) for piece, score in model["vocab"]]
    except (TypeError, KeyError, ValueError) as error:
        raise ModelError(folder / "tokenizer.json", f"is no unigram vocabulary: {error!r}") from None
    table = read_json(folder / "normalisation.json")
    tokenizer = Tokenizer(Unigram(vocabulary, unk_id=unknown, byte_fallback=False))
    return Pieces(tokenizer, {ord(character): text for character, text in table.items()}, unknown)


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object.

    Raises:
        ModelError: the file is missing, or holds something else.
    """
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(path, "there is no such file; the model folder is incomplete") from None
    except (OSError, ValueError) as error:
        raise ModelError(path, f"can't be read: {error}") from None
    if not isinstance(stored, dict):
        raise ModelError(path, "is no JSON object")
    return stored


def dequantise_rows(rows: npt.NDArray[np.uint8], columns: int) -> npt.NDArray[np.float32]:
    """Q4_0 rows (n, columns / 32 * 18) to float32 (n, columns): one float16 scale and 16 bytes of halves a block."""
    packed = rows.reshape(len(rows), columns // 32, 18)
    scales = packed[:, :, :2].copy().view(np.float16).astype(np.float32)
    halves = packed[:, :, 2:]
    values = np.concatenate([halves & 0x0F, halves >> 4], axis=2).astype(np.float32) - 8.0
    return np.asarray((values * scales).reshape(len(rows), columns), np.float32)
