"""Bytes to clean text."""

from __future__ import annotations

import pytest

from ujar.errors import UnreadableArticle
from ujar.read.text import SIZE_LIMIT, clean_text, decode_bytes

STORY = "“Kami siap,” kata Ana Roé di Palu — pada Rabu.\n\nIa pergi."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_decode_finds_the_encoding_from_the_bytes(encoding: str) -> None:
    """With or without a byte order mark, the characters come out the same."""
    assert clean_text(decode_bytes(STORY.encode(encoding), "a.txt")) == STORY


def test_decode_keeps_utf8_that_was_cut_in_a_character() -> None:
    """One broken byte at the end does not turn the whole story into cp1252."""
    text = decode_bytes(STORY.encode()[: STORY.encode().index("—".encode()) + 2], "a.txt")
    assert text.startswith("“Kami siap,” kata Ana Roé di Palu ")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"Palu\x00\x00 hari ini", "is no text (it holds NUL bytes)"),
        (bytes(range(256)) * 4, "is no text (it holds NUL bytes)"),
        (bytes(range(1, 32)) * 9, "is no text (too many of its bytes are no characters)"),
        (b"a" * (SIZE_LIMIT + 1), "is longer than 20 MB"),
    ],
)
def test_decode_refuses_what_is_no_text(data: bytes, reason: str) -> None:
    """Each refusal names the origin and a plain reason."""
    with pytest.raises(UnreadableArticle) as caught:
        decode_bytes(data, "a.txt")
    assert (caught.value.origin, caught.value.reason) == ("a.txt", reason)


def test_clean_mends_mojibake_line_by_line() -> None:
    """A paragraph that was decoded wrongly is mended; the sound one beside it is not touched."""
    broken = "â€œKami siap,â€\x9d kata Ana RoÃ©."
    assert (
        clean_text(f"{broken}\n“Kami siap,” kata Ana Roé.") == "“Kami siap,” kata Ana Roé.\n“Kami siap,” kata Ana Roé."
    )


@pytest.mark.parametrize(
    "name", ["São Tomé", "Erdoğan", "Hâkan Şahin", "Xi’an", "Ångström", "ＡＢＣ「你好」", "l’Élysée", "½ × 5°"]
)
def test_clean_leaves_sound_characters_alone(name: str) -> None:
    """Accents, curly quotation marks and fullwidth forms stay as they came."""
    assert clean_text(f"‘{name}’, “kata” dia...") == f"‘{name}’, “kata” dia..."


def test_clean_makes_line_ends_and_spaces_plain() -> None:
    """CRLF, CR, no-break spaces and tabs become plain; unseen and control characters go; blanks at line ends too."""
    raw = "\ufeffPa\xadlu\u200b \x07hari\xa0ini  \r\ndan\tbesok\r\u202aAna\u202c\n\n"
    assert clean_text(raw) == "Palu hari ini\ndan besok\nAna"


def test_clean_composes_accents() -> None:
    """An accent written as a character of its own is joined with its letter (NFC)."""
    assert clean_text("Roe\u0301") == "Roé"
