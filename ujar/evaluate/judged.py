"""What the scorer compares: a text with its statements, be they gold or found."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Extent", "JudgedStatement", "JudgedText"]

Extent = tuple[int, int]


@dataclass(frozen=True)
class JudgedStatement:
    """A statement as the scorer sees it; extents are half-open code points of the text."""

    id: str
    content: tuple[Extent, ...]
    cue: Extent | None
    source: Extent | None
    source_head: Extent | None
    addressees: tuple[Extent, ...]
    form: str
    mode: str
    polarity: str
    parent: str | None = None
    continues: str | None = None
    unit: str = "body"
    source_entity: str | None = None


@dataclass(frozen=True)
class JudgedText:
    """A text with its statements. `direct_only`: the annotators labelled direct speech and nothing else."""

    id: str
    text: str
    statements: tuple[JudgedStatement, ...]
    direct_only: bool = False
