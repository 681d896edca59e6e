"""Readers of gold statements."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ujar.errors import GoldError
from ujar.evaluate.statements import Extent, JudgedStatement, JudgedText
from ujar.record import Record, Statement


def read_statements(path: Path) -> list[JudgedText]:
    """The texts of a JSONL file of annotated sentences or paragraphs."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                row = json.loads(line)
                found.append(read_text(row))
            except (ValueError, KeyError, TypeError) as error:
                raise GoldError(path, number, f"is no annotated text: {error!r}") from None
    return found


def read_text(row: dict[str, Any]) -> JudgedText:
    """One annotated text."""
    return JudgedText(row.get("sent_id") or row["id"], row["text"], tuple(read_one(s) for s in row["statements"]))


def read_one(row: dict[str, Any]) -> JudgedStatement:
    """One annotated statement."""
    addressee = row.get("addressee") or []
    return JudgedStatement(
        id=row["id"],
        content=tuple((piece["start"], piece["end"]) for piece in row["content"]),
        cue=extent(row["cue"]),
        source=extent(row["source"]),
        source_head=extent(row.get("source_head")),
        addressees=tuple((a["start"], a["end"]) for a in (addressee if isinstance(addressee, list) else [addressee])),
        form=row["form"],
        mode=row["mode"],
        polarity=row["polarity"],
        parent=row.get("parent"),
        continues=row.get("continues"),
        unit=row.get("unit", "body"),
        source_entity=row.get("source_entity"),
    )


def extent(row: dict[str, Any] | None) -> Extent | None:
    """A span without its text."""
    return None if row is None else (row["start"], row["end"])


def judged(record: Record) -> JudgedText:
    """A record as the scorer sees it."""
    return JudgedText(record.article.id, record.article.text, tuple(judge(one) for one in record.statements))


def judge(statement: Statement) -> JudgedStatement:
    """A statement of a record as the scorer sees it."""
    source = statement.source
    return JudgedStatement(
        id=statement.id,
        content=tuple((piece.start, piece.end) for piece in statement.content),
        cue=(statement.cue.span.start, statement.cue.span.end) if statement.cue else None,
        source=(source.span.start, source.span.end) if source else None,
        source_head=(source.head.start, source.head.end) if source else None,
        addressees=tuple((a.span.start, a.span.end) for a in statement.addressees),
        form=statement.form,
        mode=statement.mode,
        polarity=statement.polarity,
        parent=statement.parent,
        continues=statement.continues,
        unit=statement.unit,
        source_entity=source.actor if source else None,
    )
