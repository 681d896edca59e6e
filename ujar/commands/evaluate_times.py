"""`ujar evaluate times`: scores of times against TimeML."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from ujar.commands.arguments import ModelFolder, check_language, choose_format
from ujar.commands.output import make_console, open_output
from ujar.commands.problems import fail
from ujar.commands.tables import Format, figures, make_table
from ujar.errors import UjarError

if TYPE_CHECKING:
    from rich.table import Table

    from ujar.evaluate.timeml import GoldTime
    from ujar.evaluate.timex_pairs import Mismatch
    from ujar.evaluate.timex_scores import TimeScores

__all__ = ["times"]


def times(
    gold: Annotated[Path, typer.Argument(help="Gold: a TimeML file (.tml), or a folder of them.")],
    errors: Annotated[bool, typer.Option("--errors", help="List what is wrong, one line each.")] = False,
    language: Annotated[
        str, typer.Option(metavar="CODE", help="Language of the texts (ISO 639-1).", callback=check_language)
    ] = "id",
    model: ModelFolder = None,
    format: Annotated[Format, choose_format(Format, "What to print.")] = Format.TABLE,
) -> None:
    """Score times: where they stand, their types and their values.

    Example: ujar evaluate times gold/ --errors
    """
    try:
        from ujar.evaluate.times_evaluation import evaluate_times

        scores = evaluate_times(gold, language=language, model=model)
    except UjarError as error:
        fail(str(error))
    with open_output() as stream:
        if format is Format.JSON:
            stream.write(json.dumps(as_json(scores, errors), ensure_ascii=False, indent=1) + "\n")
        else:
            print_tables(scores, errors, stream)


def as_json(scores: TimeScores, errors: bool) -> dict[str, object]:
    """The figures, with the mismatches when asked."""
    if not errors:
        return scores.as_dict()
    rows = [
        {
            "text": wrong.text,
            "wrong": wrong.wrong,
            "gold": wrong.gold and wrong.gold._asdict(),
            "found": wrong.found and wrong.found._asdict(),
        }
        for wrong in scores.mismatches
    ]
    return scores.as_dict() | {"errors": rows}


def print_tables(scores: TimeScores, errors: bool, stream: TextIO) -> None:
    """The figures for a person."""
    console = make_console(stream)
    console.print(f"{scores.texts} texts, {scores.gold} gold times, {scores.predicted} found")
    console.print("percent; P precision, R recall; relaxed: the spans overlap; value: of those that do")
    console.print(rates_table(scores))
    console.print(types_table(scores))
    if errors:
        for wrong in scores.mismatches:
            console.print(line_of(wrong), markup=False, soft_wrap=True)


def rates_table(scores: TimeScores) -> Table:
    """Everything that has a precision and a recall, then what is right in the pairs."""
    rows = [[name, *figures(rate.precision, rate.recall, rate.f1)] for name, rate in scores.rates().items()]
    shares = {"type of those that overlap": scores.type, "value of those that overlap": scores.value}
    rows += [[name, "", "", *figures(share)] for name, share in shares.items()]
    return make_table(["", "P", "R", "F1 or share"], rows)


def types_table(scores: TimeScores) -> Table:
    """The same by type."""
    rows = [
        [
            name,
            str(of.gold),
            str(of.predicted),
            *figures(of.recall, of.precision, of.recall_strict, of.precision_strict, of.value),
        ]
        for name, of in scores.types.items()
    ]
    return make_table(["type", "gold", "found", "R", "P", "R strict", "P strict", "value"], rows)


def line_of(wrong: Mismatch) -> str:
    """story: value: "Senin malam" TIME 2024-05-13TNI, found "Senin" DATE 2024-05-13"""
    told = {"": wrong.gold, "found ": wrong.found}
    return f"{wrong.text}: {wrong.wrong}: " + ", ".join(
        label + shown_time(time) for label, time in told.items() if time is not None
    )


def shown_time(time: GoldTime) -> str:
    """Its words on one line, its type and value."""
    return f'"{" ".join(time.text.split())}" {time.type} {time.value}'
