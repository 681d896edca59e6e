"""The documents say what is there: generated pages are fresh, every command is described, every example runs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from docs.generate import FOLDER, README, cli_page, commands_of, parameters_of, readme_page, record_page
from ujar import record
from ujar.analyse import Analyser
from ujar.commands import app
from ujar.examples import example_path

COMMANDS = dict(commands_of(app))
SECTIONS = [
    section
    for page in ("python.md", "actors.md")
    for section in re.split(r"^## ", (FOLDER / page).read_text("utf-8"), flags=re.MULTILINE)[1:]
    if page == "python.md" or "```python" in section
]


def on_one_line(text: str) -> str:
    """The words, without what the width of a page does to them."""
    return " ".join(text.split())


def test_cli_page_is_fresh() -> None:
    """docs/cli.md is what the generator writes: `python -m docs.generate`."""
    assert (FOLDER / "cli.md").read_text("utf-8") == cli_page()


def test_record_page_is_fresh() -> None:
    """docs/record.md is what the generator writes: `python -m docs.generate`."""
    assert (FOLDER / "record.md").read_text("utf-8") == record_page()


def test_readme_shows_the_record_that_the_model_makes(analyser: Analyser) -> None:
    """README.md holds the record of the example story as it is now: `python -m docs.generate`."""
    page = README.read_text("utf-8")
    assert "record of the example: begin" in page
    assert readme_page(page, analyser) == page


@pytest.mark.parametrize("name", COMMANDS)
def test_command_is_documented_as_its_help(name: str) -> None:
    """Each command says what it does and gives an example, and its help holds each sentence of the page."""
    _, *words = name.split()
    shown = CliRunner().invoke(app, [*words, "--help"], terminal_width=200)
    assert shown.exit_code == 0
    described = re.sub(r"\s+", " ", COMMANDS[name].__doc__ or "")
    assert "Example: " in described
    assert on_one_line(described) in on_one_line(shown.output)
    for _, _, known in parameters_of(COMMANDS[name]):
        assert known.help
        assert on_one_line(known.help) in on_one_line(shown.output)


@pytest.mark.parametrize("name", record.__all__)
def test_record_class_is_documented(name: str) -> None:
    """Each class of the record has its section."""
    assert f"\n## {name}\n" in record_page()


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.partition("\n")[0])
def test_python_example_runs(section: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples under one heading run one after the other, beside a file story.txt."""
    shutil.copy(example_path(), tmp_path / "story.txt")
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"^```python\n(.*?)^```", section, flags=re.MULTILINE | re.DOTALL)
    assert examples
    known: dict[str, object] = {}
    for example in examples:
        exec(compile(example, section.partition("\n")[0], "exec"), known)
