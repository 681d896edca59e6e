"""Damaged, huge and foreign input: an article with valid offsets, or UnreadableArticle, and never long."""

from __future__ import annotations

import random
import time

import pytest

from tests.read.samples import STORIES
from ujar.errors import UnreadableArticle
from ujar.read import read_bytes
from ujar.record import Article

MILLION = 1_000_000


def damage(data: bytes, chance: random.Random) -> bytes:
    """One random injury: a cut, lost marks, flipped bytes, shuffled or joined lines, another encoding, binary."""
    at, length = chance.randrange(len(data)), chance.randrange(1, 60)
    return chance.choice(
        (
            lambda: data[:at],
            lambda: data[at:],
            lambda: data[:at] + data[at + length :],
            lambda: data.translate(None, chance.choice((b'"', b"()", b"-", b".", b":", b"\n", b" ", b",/"))),
            lambda: bytes(byte ^ (1 << chance.randrange(8)) if chance.random() < 0.01 else byte for byte in data),
            lambda: b"\n".join(chance.sample(data.split(b"\n"), len(data.split(b"\n")))),
            lambda: data.replace(b"\n", b" "),
            lambda: data.decode("utf-8", "replace").encode(chance.choice(("utf-16", "utf-16-be", "utf-32"))),
            lambda: data.decode("cp1252", "replace").encode(),
            lambda: data[:at] + chance.randbytes(length) + data[at:],
            lambda: data[at : at + length] * 20,
            lambda: data.upper(),
        )
    )()


def check(article: Article) -> None:
    assert article.text
    assert 0 <= article.body.start <= article.body.end <= len(article.text)
    ends = 0
    for region in article.clutter:
        assert ends <= region.start < region.end
        assert "\n" not in article.text[region.start : region.end]
        ends = region.end


@pytest.mark.parametrize("seed", range(8))
def test_damage_gives_an_article_or_a_refusal(seed: int) -> None:
    """2,000 injured stories: offsets are valid, and nothing but UnreadableArticle is raised."""
    chance = random.Random(seed)
    read = 0
    for _ in range(250):
        data = chance.choice(STORIES).encode()
        for _ in range(chance.randrange(1, 4)):
            data = damage(data, chance) or b"a"
        try:
            check(read_bytes(data, language=chance.choice(("id", "en"))))
            read += 1
        except UnreadableArticle:
            continue
    assert read > 100


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "\n",
        "a\n",
        '"',
        "“",
        "a ",
        "(",
        "- ",
        "Baca juga: ",
        "[Gambas:",
        "dikutip a ",
        "dilansir AFP ",
        "Editor: x ",
        "Ã©",
        "Palu, ",
    ],
)
def test_a_million_characters_of_one_piece_are_read_in_time(piece: str) -> None:
    """No pattern runs wild on a story that is one line, one mark or all line ends."""
    text = f"a{piece * (MILLION // len(piece))}b"
    start = time.process_time()
    check(read_bytes(text.encode()))
    assert time.process_time() - start < 2
