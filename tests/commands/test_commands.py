"""What holds for the command line as a whole, and the commands that need no story."""

from __future__ import annotations

import inspect
import json
import os
import shlex
import subprocess
import sys
import time
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
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


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
        (read, [ujar.read_articles], {"format", "out"}),
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


@pytest.mark.parametrize("arguments", [["-h"], ["read", "-h"], ["evaluate", "statements", "-h"]])
def test_short_help_is_help(run: Run, arguments: list[str]) -> None:
    """-h is --help, for every command."""
    outcome = run(*arguments)
    assert outcome.status == 0
    assert outcome.out.startswith("Usage: ")


@pytest.mark.parametrize("format", ["text", "jsonl"])
def test_closed_pipe_is_quiet(format: str) -> None:
    """`ujar read ... | head` says nothing when `head` has gone, and ends as if the signal had ended it."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        read = [*UJAR, "read", str(example_path()), "--format", format]
        done = subprocess.run(read, stdout=writer, stderr=subprocess.PIPE, env=BUFFERED, check=False)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    """A pipe gets the letters of the story even under an ASCII locale."""
    story = tmp_path / "kisah.txt"
    story.write_text("“Ombak itu guru,” kata Nyoman Wetu.", encoding="utf-8")
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run([*UJAR, "read", str(story)], capture_output=True, env=environment, check=True)
    assert "“Ombak itu guru,”" in done.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("argument", ["example", "schema", "--help", "--version"])
def test_full_disk_is_one_line(argument: str) -> None:
    """What can't be written is told once, be it a result or help."""
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*UJAR, argument], stdout=full, stderr=subprocess.PIPE, env=BUFFERED, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (1, "ujar: standard output: no space left on device\n")


def shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A line of the shell, `ujar` standing for the command."""
    python, package = shlex.quote(sys.executable), shlex.quote(str(Path(ujar.__file__).parent.parent))
    script = f'ujar() {{ PYTHONPATH={package} {python} -m ujar "$@"; }}; {line}'
    return subprocess.run(["bash", "-c", script], cwd=folder, env=BUFFERED, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ujar example >&-", "ujar: standard output: not writable\n"),
        ("ujar --help >&-", "ujar: standard output: not writable\n"),
        ("ujar --version >&-", "ujar: standard output: not writable\n"),
        ("ujar read - <&-", "ujar: -: standard input is closed\n"),
        (f"rmdir ../gone; ujar read {example_path()} --out x", "ujar: x: no such file or directory\n"),
    ],
)
def test_closed_stream_and_lost_folder_are_one_line(tmp_path: Path, line: str, said: str) -> None:
    """What the shell has taken away is told in one line, not as a traceback."""
    (tmp_path / "gone").mkdir()
    done = shell(line, tmp_path / "gone")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said)


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="the system has no /dev/stdout")
def test_out_may_be_standard_output(tmp_path: Path) -> None:
    """/dev/stdout is the pipe, or the file behind it with what it held before."""
    story = shlex.quote(str(example_path()))
    done = shell(f"ujar read {story} --out /dev/stdout | wc -l; echo old > log", tmp_path)
    assert (int(done.stdout) > 1, done.stderr) == (True, "")
    assert shell(f"ujar read {story} --out /dev/stdout >> log", tmp_path).returncode == 0
    assert (tmp_path / "log").read_text(encoding="utf-8").startswith("old\nMenteri")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_sigterm_leaves_no_half_file(tmp_path: Path) -> None:
    """A run that is ended while it waits for a story takes its unfinished file along."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    running = subprocess.Popen([*UJAR, "read", str(pipe), "--out", str(tmp_path / "out")])
    with pipe.open("wb"):  # returns once the run reads from it
        assert list(tmp_path.glob(".out.*.part"))
        time.sleep(0.2)
        running.terminate()
        assert running.wait(10) == 143
    assert list(tmp_path.iterdir()) == [pipe]
