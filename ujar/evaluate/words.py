"""The words of a language that scoring needs to know."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from ujar.languages.schema import Words

__all__ = ["ScoringWords"]


class ScoringWords(Words):
    """`scoring.toml`, in lower case."""

    file: ClassVar[str] = "scoring.toml"
    openers: frozenset[str] = Field(description="may open a content, and are not compared")
    prepositions: frozenset[str] = Field(description="may open an addressee, and are not compared")
    attached: frozenset[str] = Field(description="words without white space before them, where a gold file gives none")
