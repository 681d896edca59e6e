"""Example texts of a language with the statements they must yield, and the form in which the two are compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict, Field

from ujar.evaluate.align import WORD
from ujar.evaluate.words import ScoringWords
from ujar.languages.schema import Words
from ujar.record import Form, Mode, Polarity, Record, Statement

__all__ = ["Example", "Examples", "Expected", "Said", "expected_statements", "found_statements"]


class Expected(BaseModel):
    """A statement as an example writes it: spans by their characters, other statements by their number, from 1."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    source: str | None = None
    head: str | None = Field(None, description="the whole source unless given")
    cue: str | None = None
    content: tuple[str, ...]
    addressees: tuple[str, ...] = ()
    form: Form
    mode: Mode = "speech"
    polarity: Polarity = "asserted"
    unit: str = "body"
    parent: int | None = Field(None, ge=1)
    continues: int | None = Field(None, ge=1)
    refers_to: tuple[int, ...] = ()
    repaired: tuple[str, ...] = ()

    def spans(self) -> Iterator[str]:
        """Everything that has to occur in the text."""
        parts = (self.source, self.head, self.cue, *self.content, *self.addressees)
        yield from (part for part in parts if part is not None)


class Example(BaseModel):
    """A text that shows a construction. `fails` tells what is wrong with what is found today."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    construction: str = Field(min_length=1)
    text: str = Field(min_length=1)
    statements: tuple[Expected, ...]
    fails: str | None = Field(None, min_length=1)


class Examples(Words):
    """`examples.toml`."""

    file: ClassVar[str] = "examples.toml"
    example: tuple[Example, ...]


class Said(NamedTuple):
    """A statement in the form that is compared: contents as their words, other statements as cue and content."""

    cue: str
    source: str
    head: str
    content: tuple[str, ...]
    addressees: tuple[str, ...]
    form: str
    mode: str
    polarity: str
    unit: str
    parent: str
    continues: str
    refers_to: tuple[str, ...]
    repaired: tuple[str, ...]


def expected_statements(example: Example, words: ScoringWords) -> list[Said]:
    """What the example must yield. The order is that of the compared forms: nobody has to know the record's."""
    names = {number: name(said.cue, said.content, words) for number, said in enumerate(example.statements, start=1)}
    return sorted(
        Said(
            cue=said.cue or "",
            source=said.source or "",
            head=said.head or said.source or "",
            content=compared_content(said.content, words),
            addressees=said.addressees,
            form=said.form,
            mode=said.mode,
            polarity=said.polarity,
            unit=said.unit,
            parent=names[said.parent] if said.parent else "",
            continues=names[said.continues] if said.continues else "",
            refers_to=tuple(names[number] for number in said.refers_to),
            repaired=said.repaired,
        )
        for said in example.statements
    )


def found_statements(record: Record, words: ScoringWords) -> list[Said]:
    """The statements of a record in the same form and order."""
    names = {said.id: name(cue_of(said), pieces_of(said), words) for said in record.statements}
    return sorted(
        Said(
            cue=cue_of(said) or "",
            source=said.source.span.text if said.source else "",
            head=said.source.head.text if said.source else "",
            content=compared_content(pieces_of(said), words),
            addressees=tuple(addressee.span.text for addressee in said.addressees),
            form=said.form,
            mode=said.mode,
            polarity=said.polarity,
            unit=said.unit,
            parent=names[said.parent] if said.parent else "",
            continues=names[said.continues] if said.continues else "",
            refers_to=tuple(names[other] for other in said.refers_to),
            repaired=said.repaired,
        )
        for said in record.statements
    )


def cue_of(said: Statement) -> str | None:
    """The characters of the cue."""
    return said.cue.span.text if said.cue else None


def pieces_of(said: Statement) -> list[str]:
    """The characters of each piece of the content."""
    return [piece.text for piece in said.content]


def name(cue: str | None, pieces: Sequence[str], words: ScoringWords) -> str:
    """What a statement is called by those that hang on it: "kata: stok garam cukup"."""
    return f"{cue}: {' / '.join(compared_content(pieces, words))}"


def compared_content(pieces: Iterable[str], words: ScoringWords) -> tuple[str, ...]:
    """The words of each piece in small letters, as the scorer sees them: no marks, and no "bahwa" at the start."""
    found = [WORD.findall(piece.lower()) for piece in pieces]
    if found and len(found[0]) > 1 and found[0][0] in words.openers:
        del found[0][0]
    return tuple(" ".join(piece) for piece in found)
