"""What holds for the command line as a whole, and the commands that need no story."""

from __future__ import annotations

import inspect
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import ujar
from tests.commands.runs import Run, run_with
from ujar.commands import evaluate
from ujar.commands.analyse import analyse
from ujar.commands.read import read
from ujar.evaluate.evaluation import evaluate_statements
from ujar.examples import example_path
from ujar.record import Record

UJAR = [sys.executable, "-m", "ujar"]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command."""
    return run_with(capsys)


def keywords(*functions: Callable[..., object]) -> set[str]:
    """The names of what the functions can be given, less the path that they are about."""
    named = {name for function in functions for name in inspect.signature(function).parameters}
    return named - {"path", "paths"}


@pytest.mark.parametrize(
    ("command", "functions", "own"),
    [
        (analyse, [ujar.read_articles, ujar.load_analyser], {"format", "out"}),
        (read, [ujar.read_articles], {"format"}),
        (evaluate.statements, [evaluate_statements], {"format"}),
    ],
)
def test_command_takes_the_options_of_its_functions(
    command: Callable[..., object], functions: list[Callable[..., object]], own: set[str]
) -> None:
    """What the library can do, the command can be asked for by the same name; its own are about printing."""
    assert keywords(command) == keywords(*functions) | own


def test_schema_prints_what_a_record_is_held_against(run: Run) -> None:
    """The printed schema is the record's, with its dialect."""
    schema = json.loads(run("schema").out)
    assert schema["title"] == "Record"
    assert set(schema["properties"]) == set(Record.model_fields)
    assert schema["$schema"].startswith("https://json-schema.org/")


def test_example_prints_a_path_that_can_be_read(run: Run) -> None:
    """The path is the shipped story's."""
    assert run("example").out == f"{example_path()}\n"


def test_version_is_that_of_the_package(run: Run) -> None:
    """--version prints it and stops."""
    assert run("--version").out == f"{ujar.__version__}\n"


def test_wrong_usage_is_status_two(run: Run) -> None:
    """A misspelt command is wrong usage, and nothing is printed to standard output."""
    outcome = run("analyze")
    assert (outcome.status, outcome.out) == (2, "")


def test_closed_pipe_is_quiet() -> None:
    """`ujar read ... | head` says nothing when `head` has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run([*UJAR, "read", str(example_path())], stdout=writer, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writer)
    assert done.stderr == b""


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    """A pipe gets the letters of the story even under an ASCII locale."""
    story = tmp_path / "kisah.txt"
    story.write_text("“Ombak itu guru,” kata Nyoman Wetu.", encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*UJAR, "read", str(story)], capture_output=True, env=environment, check=True)
    assert "“Ombak itu guru,”" in done.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_full_disk_is_one_line() -> None:
    """What can't be written is told once."""
    with open("/dev/full", "w") as full:
        done = subprocess.run([*UJAR, "example"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "ujar: standard output: no space left on device\n")
