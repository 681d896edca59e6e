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
    [("--language", "xx", "none of en, id"), ("--published", "14 Mei", "no ISO 8601 date")],
)
def test_read_refuses_a_wrong_option(run: Run, option: str, value: str, reason: str) -> None:
    """A language without word lists and a date that is none are wrong usage."""
    outcome = run("read", example_path(), option, value)
    assert (outcome.status, outcome.out) == (2, "")
    assert reason in outcome.err
