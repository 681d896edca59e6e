"""`ujar evaluate coreference`: scores of who is meant."""

from __future__ import annotations

import json
from enum import StrEnum
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

    from ujar.evaluate.coreference import CoreferenceScores
    from ujar.evaluate.resolved import ResolvedSources

__all__ = ["coreference"]


class Match(StrEnum):
    """When a mention answers one of the gold."""

    HEAD = "head"
    EXACT = "exact"


def coreference(
    gold: Annotated[
        Path,
        typer.Argument(
            help="Gold: COIN (.tsv), IndoCoref (.txt), JSON of one story, JSONL of statements with their entities, "
            "or a folder."
        ),
    ],
    predicted: Annotated[
        Path | None, typer.Argument(help="Records (JSONL) to score; without them the gold's texts are analysed.")
    ] = None,
    matching: Annotated[
        Match, typer.Option(help="When a mention answers one of the gold: same head word, or same characters.")
    ] = Match.HEAD,
    singletons: Annotated[
        bool, typer.Option("--singletons/--no-singletons", help="Whether chains of one mention take part.")
    ] = True,
    common: Annotated[
        bool, typer.Option("--common", help="Score only mentions that both sides have: how they are put together.")
    ] = False,
    held_out: Annotated[
        bool, typer.Option("--held-out", help="Score the fifth of the texts that trains nothing.")
    ] = False,
    language: Annotated[
        str, typer.Option(metavar="CODE", help="Language of the texts (ISO 639-1).", callback=check_language)
    ] = "id",
    model: ModelFolder = None,
    format: Annotated[Format, choose_format(Format, "What to print.")] = Format.TABLE,
) -> None:
    """Score coreference: which mentions are the same one, and who the sources of statements are.

    Example: ujar evaluate coreference dev.tsv --no-singletons
    """
    try:
        from ujar.evaluate.coreference import evaluate_coreference

        scores = evaluate_coreference(
            gold,
            predicted,
            matching=matching.value,
            singletons=singletons,
            common=common,
            held_out=held_out,
            language=language,
            model=model,
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


def print_tables(scores: CoreferenceScores, stream: TextIO) -> None:
    """The figures for a person."""
    console = make_console(stream)
    console.print(f"{scores.texts} texts, {scores.gold} gold mentions, {scores.predicted} found")
    if scores.systems:
        console.print("percent, F1; anaphors: pronouns and clitics whose nearest name or noun is the right one")
        console.print(systems_table(scores))
        console.print(rates_table(scores))
    if scores.sources:
        console.print(sources_table(scores.sources))


def systems_table(scores: CoreferenceScores) -> Table:
    """The F1 of the record's chains and of the baselines."""
    rows = []
    for name, system in scores.systems.items():
        rates = [system.chains.muc.f1, system.chains.b_cubed.f1, system.chains.ceaf_e.f1]
        rows.append([name, *figures(system.chains.conll, *rates, system.anaphors.percent)])
    return make_table(["", "CoNLL", "MUC", "B-cubed", "CEAF-e", "anaphors"], rows)


def rates_table(scores: CoreferenceScores) -> Table:
    """Precision and recall of the record's chains."""
    system, chosen = next(iter(scores.systems.items()))
    rows = [[name, *figures(rate.precision, rate.recall, rate.f1)] for name, rate in chosen.chains.rates().items()]
    return make_table([system, "P", "R", "F1"], rows)


def sources_table(sources: ResolvedSources) -> Table:
    """Whom the sources of statements are."""
    rows = [
        ["right of those found", f"{sources.right}/{sources.aligned}", *figures(sources.accuracy)],
        ["right of all", f"{sources.right}/{sources.gold}", *figures(sources.end_to_end)],
    ]
    return make_table(["sources resolved", "statements", "percent"], rows)
