"""`ujar read`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.runs import Run, run_with
from ujar.examples import example_path
from ujar.read import read_article
from ujar.record import Article


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command."""
    return run_with(capsys)


def test_read_writes_an_article_a_line(run: Run) -> None:
    """jsonl holds what `read_article` gives."""
    outcome = run("read", example_path(), "--format", "jsonl", "--published", "2024-05-15")
    assert Article.model_validate_json(outcome.out) == read_article(example_path(), published="2024-05-15")
    assert outcome.status == 0


def test_read_prints_headline_and_byline(run: Run) -> None:
    """A person sees what was found around the story."""
    outcome = run("read", example_path())
    assert "Menteri Kelautan: Sekolah Apung Dibuka Tahun Depan" in outcome.out
    assert "Ratih Anjani" in outcome.out


def test_read_goes_on_after_a_bad_path(run: Run, tmp_path: Path) -> None:
    """Each path that gives nothing is one line, and the story is still read."""
    outcome = run("read", tmp_path / "none.txt", example_path(), tmp_path, "--format", "jsonl")
    assert (outcome.status, outcome.out.count("\n"), outcome.err.count("\n")) == (1, 1, 2)


@pytest.mark.parametrize(
    ("option", "value", "reason"),
    [
        ("--language", "xx", "none of en, id"),
        ("--published", "14 Mei", "no ISO 8601 date"),
        ("--published", "", "no ISO 8601 date"),
        ("--published", "2024-13-45", "no ISO 8601 date"),
        ("--format", "xml", "Invalid value for --format: 'xml' is none of text, jsonl"),
    ],
)
def test_read_refuses_a_wrong_option(run: Run, option: str, value: str, reason: str) -> None:
    """A language without word lists and a date that is none are wrong usage."""
    outcome = run("read", example_path(), option, value)
    assert (outcome.status, outcome.out) == (2, "")
    assert reason in outcome.err


def test_read_writes_to_a_file(run: Run, tmp_path: Path) -> None:
    """--out holds what would be printed; "-" is standard output, whatever lies in the folder."""
    printed = run("read", example_path()).out
    assert run("read", example_path(), "--out", tmp_path / "out").out == ""
    assert (tmp_path / "out").read_text(encoding="utf-8") == printed
    assert run("read", example_path(), "--out", "-").out == printed


def test_read_says_that_an_empty_path_is_none(run: Run) -> None:
    """The line shows that nothing was given."""
    outcome = run("read", "")
    assert (outcome.status, outcome.err) == (1, "ujar: '': is no path\n")
