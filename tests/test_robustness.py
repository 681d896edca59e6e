"""Damaged stories through the whole way: bytes to record. Nothing but `UnreadableArticle` may be raised."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from ujar.analyse import Analyser
from ujar.errors import UnreadableArticle
from ujar.read import read_bytes
from ujar.record import Article, Record, spans_in

STORY = """Ambon (ANTARA) - Menteri Kelautan Sari Utami mengatakan bahwa feri baru mulai berlayar pekan depan.

"Kami sudah menyiapkan dermaga," kata Sari Utami di Ambon, Senin (3/2). "Nelayan tidak perlu khawatir."

Menurut dia, “harga tiket tidak naik” sampai akhir tahun, tetapi Ma'ruf Lesmana meminta warga agar memesan lebih awal.

Baca juga: Dermaga baru diresmikan

Pernyataan tersebut disampaikan Sari Utami setelah pertemuan, ujarnya.

Pewarta: Rano Lubis
Editor: Dewi Ratri
Copyright © ANTARA 2024
"""
MUTATIONS = 2000
MARKS = "\"“”'‘’«»,.:;-()\n"


def mutate(data: bytes, generator: random.Random) -> bytes:
    """Cut, or marks removed, bytes flipped, a stretch repeated or moved, line breaks lost, another encoding."""
    kind = generator.randrange(7)
    first, last = sorted(generator.randrange(len(data) + 1) for _ in range(2))
    if kind == 0:
        return data[first:last]
    if kind == 1:
        gone = generator.sample(MARKS, generator.randint(1, 6))
        return "".join(c for c in data.decode() if c not in gone or generator.random() < 0.3).encode()
    if kind == 2:
        flipped = bytearray(data)
        for _ in range(generator.randint(1, 20)):
            flipped[generator.randrange(len(flipped))] = generator.randrange(256)
        return bytes(flipped)
    if kind == 3:
        return data[:last] + data[first:last] * generator.randint(1, 3) + data[last:]
    if kind == 4:
        return data[last:] + data[first:last] + data[:first]
    if kind == 5:
        return data.replace(b"\n", generator.choice([b"", b" ", b"\r\n", b"\r", b"\xc2\xa0"]))
    return data.decode().encode(generator.choice(["utf-16", "utf-16-le", "cp1252", "utf-8-sig"]), "replace")


def mutated_articles(seed: int) -> Iterator[Article]:
    """Articles of those mutations that can be read; the others raise `UnreadableArticle` and nothing else."""
    generator = random.Random(seed)
    for _ in range(MUTATIONS):
        data = mutate(STORY.encode(), generator)
        if generator.random() < 0.5:
            data = mutate(data, generator) if data.isascii() else data
        try:
            yield read_bytes(data, "mutation")
        except UnreadableArticle:
            continue


def check(record: Record) -> None:
    """Every span is exact; no statement's content overlaps its own cue."""
    for span in spans_in((record.article.headline, record.article.dateline, record.statements)):
        assert record.article.text[span.start : span.end] == span.text
    for statement in record.statements:
        cue = statement.cue
        assert cue is None or all(p.end <= cue.span.start or p.start >= cue.span.end for p in statement.content)


def test_mutated_stories_give_exact_records(analyser: Analyser) -> None:
    """Two thousand damaged stories: no traceback, every span exact."""
    read = 0
    for record in analyser.analyse_many(mutated_articles(seed=2024)):
        read += 1
        check(record)
    assert read > MUTATIONS * 0.8


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        '"' * 10_000,
        "\n" * 1_000_000 + "Hujan turun.",
        "“Ya ” " * 5_000,
        "kata " * 20_000,
        "«" * 5_000 + "ya" + "»" * 5_000,
        "Ya. " * 10_000,
        "\u200b\u00ad" * 50_000 + "ya",
        "😀" * 10_000,
        "\u202eمرحبا " * 5_000,
        "Baca juga: " * 10_000,
        "-nya" * 10_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_monotonous_text_is_read(analyser: Analyser, text: str) -> None:
    """Long stretches of one thing are read in a sane time and give exact spans."""
    check(analyser.analyse(read_bytes(text.encode(), "monotonous")))


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", '"', "“", "kata", "ujarnya", ":", "\t\t", "-nya", "1"])
def test_tiny_articles_are_analysed(analyser: Analyser, text: str) -> None:
    """An article of almost nothing gives a record of almost nothing."""
    check(analyser.analyse(Article.of(text)))
