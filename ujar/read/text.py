"""Bytes to clean text: the encoding is found out from the bytes alone, damage is mended, spaces are made plain.

Nothing a reader can see is changed: quotation marks, dashes and fullwidth forms stay as they came.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

import ftfy

from ujar.errors import UnreadableArticle

__all__ = ["SIZE_LIMIT", "clean_text", "decode_bytes", "is_markup"]

SIZE_LIMIT = 20_000_000  # bytes; the longest wire story is below 100,000

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NEW_LINES = "\x0b\x0c\x85\u2028\u2029"
_PLAIN_SPACES = "\t\xa0\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B)))
_UNSEEN = "\xad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + "".join(
    map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
)
_CONTROLS = "".join(map(chr, (*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)))).replace("\x85", "")
_CLEAN = str.maketrans(
    {character: "\n" for character in _NEW_LINES}
    | {character: " " for character in _PLAIN_SPACES}
    | {character: None for character in _UNSEEN + _CONTROLS}
)
_DAMAGE = re.compile(f"[{re.escape(_CONTROLS)}\ufffd]")
_MARKUP = re.compile(r"<(?:!doctype|html|\?xml)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9:-]{0,30}(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)
_FEWEST_TAGS = 4  # a story may quote a tag or keep a stray "<br>"
_TAG_EVERY = 200  # characters


def decode_bytes(data: bytes, origin: str) -> str:
    """The characters of `data`: by its byte order mark, else UTF-8, UTF-16 without a mark, or cp1252.

    Raises:
        UnreadableArticle: too long, empty, or not a text.
    """
    if len(data) > SIZE_LIMIT:
        raise UnreadableArticle(origin, f"is longer than {SIZE_LIMIT // 1_000_000} MB")
    if not data.strip():
        raise UnreadableArticle(origin, "is empty")
    text = _decode(data, origin)
    if "\x00" in text:
        raise UnreadableArticle(origin, "is no text (it holds NUL bytes)")
    if len(_DAMAGE.findall(text)) * 20 > len(text):
        raise UnreadableArticle(origin, "is no text (too many of its bytes are no characters)")
    return text


def clean_text(text: str) -> str:
    """`text` with mojibake mended, line ends as "\\n", plain spaces, no unseen characters, NFC, no blank edges."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii():
        text = "\n".join(_mend_line(line) for line in text.split("\n"))
    text = unicodedata.normalize("NFC", text.translate(_CLEAN))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip()


def is_markup(text: str) -> bool:
    """Whether a clean `text` is a page or a feed: it begins as one, or is full of tags."""
    tags = len(_TAG.findall(text))
    return bool(_MARKUP.match(text)) or (tags >= _FEWEST_TAGS and tags * _TAG_EVERY > len(text))


def _mend_line(line: str) -> str:
    if line.isascii():
        return line
    # Line by line: one pasted paragraph of mojibake must not change the sound ones around it.
    return ftfy.fix_encoding(line)


def _decode(data: bytes, origin: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\x00" in data:
        return _decode_unmarked_utf16(data, origin)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_damaged(data)


def _decode_unmarked_utf16(data: bytes, origin: str) -> str:
    """Latin text in UTF-16 has a NUL in nearly every second byte, always on the same side."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    for here, there, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if here * 2 > len(data) * 0.7 and there * 100 < here:
            return data.decode(encoding, "replace")
    raise UnreadableArticle(origin, "is no text (it holds NUL bytes)")


def _decode_damaged(data: bytes) -> str:
    """Bytes that are not all UTF-8: UTF-8 with some damage (a cut last character), else cp1252."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for character in text if character > "\x7f") - broken
    if sound > broken:
        return text
    # Five bytes have no meaning in cp1252 ("\x81"); latin-1 makes them controls, which are removed.
    return "".join(_cp1252(piece) for piece in re.split(rb"([\x81\x8d\x8f\x90\x9d])", data))


def _cp1252(piece: bytes) -> str:
    try:
        return piece.decode("cp1252")
    except UnicodeDecodeError:
        return piece.decode("latin-1")
