"""Reads statements to be scored: annotated sentences (JSONL), annotated stories (JSON), and records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Self

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from ujar.errors import GoldError, RecordError
from ujar.evaluate.judged import Extent, JudgedStatement, JudgedText
from ujar.record import Form, Mode, Polarity, Record, Span, Statement, check_spans

__all__ = ["judged", "read_records", "read_statements"]


def as_list(value: object) -> object:
    """One addressee stands alone in the sentence files, several in a list, none as null."""
    return [] if value is None else value if isinstance(value, list) else [value]


class AnnotatedSpan(Span):
    """A span; an addressee's may carry more keys ("entity", "press")."""

    model_config = ConfigDict(extra="ignore")


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


def read_statements(path: Path) -> list[JudgedText]:
    """The annotated texts of a JSONL file, or the one story of a JSON file.

    A story that holds no text has it in `../news/<its name>.txt`.

    Raises:
        GoldError: the file is missing, is no JSON, or a text's statements or their spans do not fit.
    """
    if path.suffix == ".json":
        return [read_story(path)]
    return [to_judged(path, number, parse(path, number, line)) for number, line in lines_of(path)]


def read_records(path: Path) -> list[JudgedText]:
    """The statements of a JSONL file of records, as ujar writes them.

    Raises:
        GoldError: the file is missing, or a line is no record.
    """
    found = []
    for number, line in lines_of(path):
        try:
            found.append(judged(Record.model_validate_json(line)))
        except ValidationError as error:
            raise GoldError(path, number, f"is no record: {first_reason(error)}") from None
    return found


def read_story(path: Path) -> JudgedText:
    """The story of a JSON file."""
    story = parse(path, 0, read_text(path))
    if story.text is None:
        story.text = read_text(path.parent.parent / "news" / f"{path.stem}.txt")
    story.id = story.id or path.stem
    return to_judged(path, 0, story)


def read_text(path: Path) -> str:
    """The characters of a UTF-8 file, its line ends untouched, so that offsets hold."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise GoldError(path, 0, error.strerror or str(error)) from None
    except UnicodeDecodeError as error:
        raise GoldError(path, 0, f"is no UTF-8: {error.reason} at byte {error.start}") from None


def lines_of(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that are not blank, with their numbers. JSON may hold U+2028, so only "\\n" ends a line."""
    for number, line in enumerate(read_text(path).split("\n"), 1):
        if line.strip():
            yield number, line


def parse(path: Path, number: int, written: str) -> GoldText:
    """One annotated text; `number` is its line, 0 where it has the file to itself."""
    try:
        return GoldText.model_validate(json.loads(written))
    except json.JSONDecodeError as error:
        raise GoldError(path, number or error.lineno, f"is no JSON: {error.msg}") from None
    except ValidationError as error:
        raise GoldError(path, number, first_reason(error)) from None


def first_reason(error: ValidationError) -> str:
    """The first thing that is wrong, with its key."""
    first = error.errors()[0]
    key = ".".join(str(part) for part in first["loc"])
    return f"{key}: {first['msg']}" if key else first["msg"]


def to_judged(path: Path, number: int, gold: GoldText) -> JudgedText:
    """The text for the scorer, once its spans are found true."""
    if gold.text is None or gold.id is None:
        raise GoldError(path, number, "has no id" if gold.text is not None else "has no text")
    for statement in gold.statements:
        try:
            check_spans(gold.text, statement)
        except RecordError as error:
            raise GoldError(path, number, f"{statement.id}: {error}") from None
    return JudgedText(gold.id, gold.text, tuple(to_statement(statement) for statement in gold.statements))


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


def judged(record: Record) -> JudgedText:
    """The statements of a record for the scorer; a source's entity is its actor's name."""
    names = {actor.id: actor.name for actor in record.actors}
    article = record.article
    return JudgedText(article.id, article.text, tuple(judge(statement, names) for statement in record.statements))


def judge(statement: Statement, names: dict[str, str]) -> JudgedStatement:
    """One statement of a record for the scorer."""
    source = statement.source
    return JudgedStatement(
        id=statement.id,
        content=extents(statement.content),
        cue=extent(statement.cue.span if statement.cue else None),
        source=extent(source.span if source else None),
        source_head=extent(source.head if source else None),
        addressees=extents(tuple(addressee.span for addressee in statement.addressees)),
        form=statement.form,
        mode=statement.mode,
        polarity=statement.polarity,
        parent=statement.parent,
        continues=statement.continues,
        unit=statement.unit,
        source_entity=names[source.actor] if source and source.actor else None,
    )


def extent(span: Span | None) -> Extent | None:
    """A span without its characters."""
    return None if span is None else (span.start, span.end)


def extents(spans: tuple[Span, ...]) -> tuple[Extent, ...]:
    """Spans without their characters."""
    return tuple((span.start, span.end) for span in spans)
