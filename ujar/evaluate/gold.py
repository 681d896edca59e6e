"""Reads statements to be scored: records, and gold in our own JSON, brat standoff, PolNeAR's rows or PFSA-ID's columns.

Which of them a file holds is told by its suffix, else by its first line.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from pydantic import ValidationError

from ujar.errors import GoldError, RecordError
from ujar.evaluate.annotated import GoldText, extent, extents, to_statement
from ujar.evaluate.brat import read_brat
from ujar.evaluate.files import numbered_lines, read_text
from ujar.evaluate.judged import JudgedStatement, JudgedText
from ujar.evaluate.pfsa import read_pfsa
from ujar.evaluate.polnear import ATTRIBUTIONS, read_polnear
from ujar.record import Record, Statement, check_spans

__all__ = ["judged", "read_records", "read_statements"]

FOLDER_SUFFIXES = frozenset({".json", ".ann", ".conll", ".foreval"})  # PolNeAR's rows end with either of the last


def read_statements(path: Path) -> list[JudgedText]:
    """The annotated texts of a file, or of a folder's files.

    By suffix: .json is one story, .jsonl a text on each line, .ann brat standoff about the .txt file beside it (which
    may be given instead). Any other file is known by its first line: columns of PolNeAR's or PFSA-ID's, else JSONL. Of
    a folder, or of its folder `attributions`, the files in FOLDER_SUFFIXES are read.
    A JSON story that holds no text has it in `../news/<its name>.txt`.

    Raises:
        GoldError: a file is missing or not of its form, holds no text or an id twice, or its spans do not fit.
    """
    texts = [text for file in gold_files(path) for text in read_file(file)]
    if not texts:
        raise GoldError(path, 0, "holds no annotated text")
    twice = [name for name, count in Counter(text.id for text in texts).items() if count > 1]
    if twice:
        raise GoldError(path, 0, f"the id {twice[0]!r} is used twice")
    return texts


def gold_files(path: Path) -> list[Path]:
    """The file itself, or those of a folder."""
    if not path.is_dir():
        return [path]
    inner = path / "attributions"
    return sorted(file for file in (inner if inner.is_dir() else path).iterdir() if file.suffix in FOLDER_SUFFIXES)


def read_file(path: Path) -> list[JudgedText]:
    """The texts of one file."""
    standoff = path.with_suffix(".ann")
    if path.suffix == ".json":
        return [read_story(path)]
    if path.suffix == ".ann" or (path.suffix == ".txt" and standoff.is_file()):
        return [read_brat(standoff)]
    if path.suffix != ".jsonl":
        first = next((line for _, line in numbered_lines(path)), "")
        if first.count("\t") >= ATTRIBUTIONS:
            return read_polnear(path)
        if len(first.split()) == 2 and not first.lstrip().startswith("{"):
            return read_pfsa(path)
    return [to_judged(path, number, parse(path, number, line)) for number, line in numbered_lines(path)]


def read_records(path: Path) -> list[JudgedText]:
    """The statements of a JSONL file of records, as ujar writes them.

    Raises:
        GoldError: the file is missing, or a line is no record.
    """
    found = []
    for number, line in numbered_lines(path):
        try:
            found.append(judged(Record.model_validate_json(line)))
        except (ValidationError, RecordError) as error:
            raise GoldError(path, number, f"is no record: {first_reason(error)}") from None
    return found


def read_story(path: Path) -> JudgedText:
    """The story of a JSON file."""
    story = parse(path, 0, read_text(path))
    if story.text is None:
        story.text = read_text(path.parent.parent / "news" / f"{path.stem}.txt")
    story.id = story.id or path.stem
    return to_judged(path, 0, story)


def parse(path: Path, number: int, written: str) -> GoldText:
    """One annotated text; `number` is its line, 0 where it has the file to itself."""
    try:
        return GoldText.model_validate(json.loads(written))
    except json.JSONDecodeError as error:
        raise GoldError(path, number or error.lineno, f"is no JSON: {error.msg}") from None
    except ValidationError as error:
        raise GoldError(path, number, first_reason(error)) from None


def first_reason(error: ValidationError | RecordError) -> str:
    """The first thing that is wrong, with its key."""
    if isinstance(error, RecordError):
        return str(error)
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
