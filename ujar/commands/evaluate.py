"""`ujar evaluate`: scores against gold."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from ujar.commands.arguments import ModelFolder, check_language, choose_format
from ujar.commands.evaluate_coreference import coreference
from ujar.commands.evaluate_times import times
from ujar.commands.output import make_console, open_output
from ujar.commands.problems import fail
from ujar.commands.tables import Format, figures, make_table
from ujar.errors import UjarError

if TYPE_CHECKING:
    from rich.table import Table

    from ujar.evaluate.statements import StatementScores

__all__ = ["app"]

app = typer.Typer(help="Score ujar against gold files.", no_args_is_help=True)


@app.callback()
def evaluate() -> None:
    """Score ujar against gold files."""


@app.command()
def statements(
    gold: Annotated[
        Path,
        typer.Argument(
            help="Gold: JSONL of sentences, JSON of one story, brat (.ann), rows of PolNeAR or PFSA-ID, or a folder."
        ),
    ],
    predicted: Annotated[
        Path | None, typer.Argument(help="Records (JSONL) to score; without them the gold's texts are analysed.")
    ] = None,
    core: Annotated[bool, typer.Option("--core", help="Score speech and directives only.")] = False,
    depth0: Annotated[bool, typer.Option("--depth0", help="Score outermost statements only.")] = False,
    bootstrap: Annotated[
        int, typer.Option(min=0, help="Draws for the 95 % intervals, 0 for none. One text has none.")
    ] = 1000,
    seed: Annotated[int, typer.Option(help="Seed of the draws.")] = 0,
    language: Annotated[
        str, typer.Option(metavar="CODE", help="Language of the texts (ISO 639-1).", callback=check_language)
    ] = "id",
    model: ModelFolder = None,
    format: Annotated[Format, choose_format(Format, "What to print.")] = Format.TABLE,
) -> None:
    """Score statements: who said what, by which cue, to whom.

    Example: ujar evaluate statements gold.jsonl records.jsonl --format json
    """
    try:
        from ujar.evaluate.evaluation import evaluate_statements

        scores = evaluate_statements(
            gold, predicted, core=core, depth0=depth0, bootstrap=bootstrap, seed=seed, language=language, model=model
        )
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] != "scipy":
            raise
        fail("scoring needs scipy: pip install '.[evaluate]' in a checkout of ujar")
    except UjarError as error:
        fail(str(error))
    with open_output() as stream:
        if format is Format.JSON:
            stream.write(json.dumps(scores.as_dict(), ensure_ascii=False, indent=1) + "\n")
        else:
            print_tables(scores, stream)


def print_tables(scores: StatementScores, stream: TextIO) -> None:
    """The figures for a person."""
    console = make_console(stream)
    console.print(f"{scores.texts} texts, {scores.gold} gold statements, {scores.predicted} found")
    console.print("percent; P precision, R recall, .3/.8 overlap, head: of the source")
    for table in (rates_table(scores), shares_table(scores), groups_table(scores)):
        console.print(table)


def rates_table(scores: StatementScores) -> Table:
    """Everything that has a precision and a recall."""
    rows = []
    for name, rate in scores.rates().items():
        interval = scores.intervals.get(name)
        bounds = ["{:.1f}-{:.1f}".format(*interval) if interval else ""] if scores.intervals else []
        rows.append([name, *figures(rate.precision, rate.recall, rate.f1), *bounds])
    return make_table(["", "P", "R", "F1", *(["95 % interval"] if scores.intervals else [])], rows)


def shares_table(scores: StatementScores) -> Table:
    """What is right in the pairs that were found."""
    return make_table(["of the pairs found at 0.3", "right"], [[n, *figures(s)] for n, s in scores.shares().items()])


def groups_table(scores: StatementScores) -> Table:
    """The same by form, mode, depth and the like."""
    columns = ["group", "gold", "found", "R .8", "P .8", "R strict", "P strict", "head"]
    rows = [
        [
            name,
            str(group.gold),
            str(group.predicted),
            *figures(group.recall_80, group.precision_80, group.recall_strict, group.precision_strict),
            *figures(group.source_head),
        ]
        for name, group in scores.groups.items()
    ]
    return make_table(columns, rows)


app.command()(times)
app.command()(coreference)
