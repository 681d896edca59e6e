"""Our own annotation of statements beyond the shared sets, as examples.

`annotation/*.jsonl` hold statements over texts of the shared data by their extents alone, without the texts, and over
sentences that we wrote, with them. `annotation/README.md` tells how they were made.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.examples import Example, passages_of
from ujar.evaluate.entities import guess_spaces, read_entities
from ujar.evaluate.judged import Extent, JudgedStatement, JudgedText

__all__ = ["FOLDER", "SETS", "annotated_examples", "read_annotations"]

FOLDER = Path(__file__).parent / "annotation"
NAME_FILES = {"idner-train": "idner-news-2k-train", "nergrit-train": "nergrit-train"}
SHORTEST = 80  # characters; shorter lines of indocoref are headings
SETS = tuple(sorted(path.stem for path in FOLDER.glob("*.jsonl")))


@dataclass(frozen=True)
class Row:
    """A line of a set: the text's id, its text or the digest of it, and the statements as lists of extents."""

    id: str
    statements: list[dict[str, str | list[int] | list[list[int]] | None]]
    text: str | None = None
    digest: str | None = None


def annotated_examples(shared: Path, name: str) -> list[Example]:
    """The passages of a set of `SETS`."""
    return [example for text in read_annotations(shared, name) for example in passages_of(text)]


def read_annotations(shared: Path, name: str) -> Iterator[JudgedText]:
    """The texts of a set of `SETS` with their statements.

    Raises:
        ValueError: a text of the shared data is missing or another than the one that was annotated.
    """
    texts = shared_texts(shared, name)
    for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = Row(**json.loads(line))
        text = texts.get(row.id, "") if row.text is None else row.text
        if row.digest not in (None, digest_of(text)):
            raise ValueError(f"{name}: the text {row.id} is not the one that was annotated")
        yield JudgedText(row.id, text, tuple(statement_of(one, place) for place, one in enumerate(row.statements)))


def digest_of(text: str) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def shared_texts(shared: Path, name: str) -> dict[str, str]:
    """The texts by their ids that a set is about; none for the sets that bring their own."""
    if name == "gsd-train":
        lines = (shared / "ud/gsd-train-v2.0-2017.conllu").read_text(encoding="utf-8").splitlines()
        keys = [line.split("=", 1)[1].strip() for line in lines if line.startswith("# sent_id")]
        texts = [line.split("=", 1)[1].strip() for line in lines if line.startswith("# text")]
        return {f"gsd-{key}": text for key, text in zip(keys, texts, strict=True)}
    if name in NAME_FILES:
        sentences = [words for words, _ in read_entities(shared / f"ner/{NAME_FILES[name]}.txt")]
        return {f"{name.removesuffix('-train')}-{number}": joined(words) for number, words in enumerate(sentences)}
    if name == "indocoref":
        found = {}
        for path in (shared / "coref/indocoref/data/passage").glob("*.txt"):
            paragraphs = [line for line in path.read_text(encoding="utf-8").split("\n") if len(line) > SHORTEST]
            found |= {f"indocoref-{path.stem}-{place}": line for place, line in enumerate(paragraphs)}
        return found
    return {}


def joined(words: list[str]) -> str:
    """The words as a text, blanks guessed."""
    pairs = zip(words, guess_spaces(words), strict=True)
    return "".join((" " if space else "") + word for word, space in pairs).strip()


def statement_of(row: dict[str, str | list[int] | list[list[int]] | None], place: int) -> JudgedStatement:
    """One statement of a row; what a row leaves out is nobody, or the plain case."""
    return JudgedStatement(
        id=f"s{place + 1}",
        content=extents(row.get("content")),
        cue=first(extents(row.get("cue"))),
        source=first(extents(row.get("source"))),
        source_head=first(extents(row.get("head", row.get("source")))),
        addressees=extents(row.get("addressees")),
        form="indirect",  # not annotated, and no head learns it
        mode=str(row["mode"]),
        polarity=str(row.get("polarity", "asserted")),
    )


def extents(value: str | list[int] | list[list[int]] | None) -> tuple[Extent, ...]:
    """A list of extents, or one alone."""
    if not isinstance(value, list) or not value:
        return ()
    pairs = value if isinstance(value[0], list) else [value]
    return tuple((int(pair[0]), int(pair[1])) for pair in pairs if isinstance(pair, list))


def first(found: tuple[Extent, ...]) -> Extent | None:
    """The first, if there is one."""
    return found[0] if found else None
