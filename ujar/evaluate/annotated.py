"""The form of our annotation files: what a JSON object must hold to be scored against."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    model_validator,
)

from ujar.errors import RecordError
from ujar.evaluate.judged import Extent, JudgedStatement
from ujar.record import Form, Mode, Polarity, Span

__all__ = ["GoldStatement", "GoldText", "extent", "extents", "to_statement"]


def as_list(value: object) -> object:
    """One addressee stands alone in the sentence files, several in a list, none as null."""
    return [] if value is None else value if isinstance(value, list) else [value]


class AnnotatedSpan(Span):
    """A span; an addressee's may carry more keys ("entity", "press")."""

    model_config = ConfigDict(extra="ignore")

    @model_validator(mode="wrap")
    @classmethod
    def _name_the_key(cls, value: Any, check: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            return check(value)
        except RecordError as error:  # as an error of pydantic it is told with the key where the span stands
            raise ValueError(str(error)) from None


class GoldStatement(BaseModel):
    """An annotated statement; keys that the scores don't need are passed over."""

    id: str
    unit: str = "body"
    source: AnnotatedSpan | None
    source_head: AnnotatedSpan | None = None
    source_entity: str | None = None
    cue: AnnotatedSpan | None
    content: tuple[AnnotatedSpan, ...]
    addressee: Annotated[tuple[AnnotatedSpan, ...], BeforeValidator(as_list)] = ()
    form: Form
    mode: Mode
    polarity: Polarity
    parent: str | None = None
    continues: str | None = None


class GoldText(BaseModel):
    """An annotated sentence, paragraph or story."""

    id: str | None = Field(None, validation_alias=AliasChoices("sent_id", "id"))
    text: str | None = None
    statements: tuple[GoldStatement, ...]

    @model_validator(mode="after")
    def _check_parents(self) -> Self:
        known = {statement.id for statement in self.statements}
        if len(known) < len(self.statements):
            raise ValueError("a statement's id is used twice")
        for statement in self.statements:
            if {statement.parent, statement.continues} - known - {None}:
                raise ValueError(f"{statement.id} mentions a statement that is not there")
        return self


def to_statement(gold: GoldStatement) -> JudgedStatement:
    """An annotated statement for the scorer."""
    return JudgedStatement(
        id=gold.id,
        content=extents(gold.content),
        cue=extent(gold.cue),
        source=extent(gold.source),
        source_head=extent(gold.source_head),
        addressees=extents(gold.addressee),
        form=gold.form,
        mode=gold.mode,
        polarity=gold.polarity,
        parent=gold.parent,
        continues=gold.continues,
        unit=gold.unit,
        source_entity=gold.source_entity,
    )


def extent(span: Span | None) -> Extent | None:
    """A span without its characters."""
    return None if span is None else (span.start, span.end)


def extents(spans: tuple[Span, ...]) -> tuple[Extent, ...]:
    """Spans without their characters."""
    return tuple((span.start, span.end) for span in spans)
