"""`ujar analyse`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.commands.runs import HandAnalyser, Run, record_of, run_with
from ujar.commands.stories import Stories, make_each
from ujar.errors import RecordError
from ujar.read import read_article, read_with_appearance
from ujar.record import Record

FORMATS = ["text", "jsonl", "html", "conllu"]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command with the analyser by hand."""
    monkeypatch.setattr("ujar.analyse.load_analyser", lambda *_, **__: HandAnalyser())
    return run_with(capsys)


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """A folder with two stories and, between them, a file that is none."""
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "a.txt").write_text("Ujar Menteri Sari Utami, “perundingan itu selesai”.", encoding="utf-8")
    (folder / "b.txt").write_bytes(b"\x00\x01\x02")
    (folder / "c.txt").write_text("Kata Rudi Hartawan, kapal itu tiba di Palu.", encoding="utf-8")
    return folder


def test_analyse_writes_a_record_a_line(run: Run, stories: Path) -> None:
    """Each line of jsonl is a record that says which file it is of, in the order of the paths."""
    paths = [stories / "c.txt", stories / "a.txt"]
    outcome = run("analyse", *paths, "--format", "jsonl")
    records = [Record.model_validate_json(line) for line in outcome.out.split("\n") if line]
    made = [record_of(read_article(path)) for path in paths]
    seen = [(read_with_appearance(path).appearance,) for path in paths]
    assert records == [one.model_copy(update={"appearances": two}) for one, two in zip(made, seen, strict=True)]
    assert [record.appearances[0].origin for record in records] == list(map(str, paths))
    assert (outcome.status, outcome.err) == (0, "")


@pytest.mark.parametrize("format", FORMATS)
def test_analyse_goes_on_after_a_bad_file(run: Run, stories: Path, format: str) -> None:
    """The file that is no story is named in one line; both others are there, and the status says 1."""
    outcome = run("analyse", stories, "--format", format)
    assert outcome.status == 1
    assert outcome.err == f"ujar: {stories / 'b.txt'}: is no text (it holds NUL bytes)\n"
    assert "Ujar" in outcome.out
    assert "Kata" in outcome.out


@pytest.mark.parametrize("format", FORMATS)
def test_analyse_writes_to_a_file_what_it_would_print(run: Run, stories: Path, tmp_path: Path, format: str) -> None:
    """--out holds the same, and nothing else is left in its folder."""
    out = tmp_path / "made" / "out"
    out.parent.mkdir()
    printed = run("analyse", stories / "a.txt", "--format", format)
    written = run("analyse", stories / "a.txt", "--format", format, "--out", out)
    assert (written.status, written.out, written.err) == (0, "", "")
    assert out.read_text(encoding="utf-8") == printed.out
    assert list(out.parent.iterdir()) == [out]


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [(KeyboardInterrupt(), 130, ""), (RecordError("an id is used twice"), 1, "ujar: an id is used twice\n")],
)
def test_analyse_keeps_the_old_file_when_it_breaks_off(
    run: Run, stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, status: int, said: str
) -> None:
    """Ctrl-C and an error of ours are tidy, and leave neither a half file nor a stray one."""
    monkeypatch.setattr("ujar.analyse.load_analyser", lambda *_, **__: HandAnalyser(fails_at=1, error=error))
    out = tmp_path / "out.jsonl"
    out.write_text("old")
    before = sorted(tmp_path.iterdir())
    outcome = run("analyse", stories / "a.txt", stories / "c.txt", "--format", "jsonl", "--out", out)
    assert (outcome.status, outcome.err) == (status, said)
    assert out.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("format", FORMATS)
def test_analyse_writes_nothing_when_no_story_could_be_read(
    run: Run, stories: Path, tmp_path: Path, format: str
) -> None:
    """A misspelt path does not put an empty file in the place of an earlier run's."""
    out = tmp_path / "out"
    out.write_text("old")
    outcome = run("analyse", stories / "d.txt", "--format", format, "--out", out)
    assert (outcome.status, outcome.out, out.read_text()) == (1, "", "old")
    assert outcome.err == f"ujar: {stories / 'd.txt'}: there is no such file\n"


@pytest.mark.parametrize(("path", "out"), [("a.txt", "a.txt"), (".", "a.txt"), (".", "link"), ("link", "a.txt")])
def test_analyse_refuses_to_write_over_a_story(run: Run, stories: Path, path: str, out: str) -> None:
    """A slip of the hand does not cost the text, be it named, found in a folder or reached by a link."""
    (stories / "link").symlink_to(stories / "a.txt")
    before = (stories / "a.txt").read_bytes()
    outcome = run("analyse", stories / path, "--out", stories / out)
    assert outcome.status == 2
    assert "is one of the stories" in outcome.err
    assert (stories / "a.txt").read_bytes() == before


def test_analyse_names_the_file_of_a_conllu_document(run: Run, stories: Path) -> None:
    """The line behind `# newdoc` is the path."""
    lines = run("analyse", stories / "a.txt", "--format", "conllu").out.split("\n")
    assert lines[0].startswith("# newdoc id = ")
    assert lines[1] == f"# source = {stories / 'a.txt'}"


def test_analyse_goes_on_after_a_folder_that_can_not_be_listed(
    run: Run, stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The subfolder is named, the stories beside it are read, and the status says 1."""
    (stories / "shut").mkdir()
    (stories / "b.txt").unlink()
    scandir = os.scandir

    def refuse(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", refuse)
    outcome = run("analyse", stories, "--format", "jsonl")
    assert (outcome.status, outcome.out.count("\n")) == (1, 2)
    assert outcome.err == f"ujar: {stories / 'shut'}: permission denied\n"


def test_analyse_names_a_file_that_it_can_not_write(run: Run, stories: Path, tmp_path: Path) -> None:
    """A folder that is not there is told in one line."""
    out = tmp_path / "none" / "out.jsonl"
    outcome = run("analyse", stories / "a.txt", "--out", out)
    assert (outcome.status, outcome.err) == (1, f"ujar: {out}: no such file or directory\n")


def test_analyse_names_a_model_that_is_not_there(
    capsys: pytest.CaptureFixture[str], stories: Path, tmp_path: Path
) -> None:
    """A model folder that is not there is one line that says so."""
    outcome = run_with(capsys)("analyse", stories / "a.txt", "--model", tmp_path / "none")
    assert outcome.status == 1
    assert outcome.err == f"ujar: {tmp_path / 'none'}: there is no such folder\n"


def test_analyse_hands_over_the_office_holders(
    run: Run, stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--office-holders reaches the analyser as it is given."""
    given: list[object] = []

    def load(model: Path | None = None, *, office_holders: Path | None = None) -> HandAnalyser:
        given.append(office_holders)
        return HandAnalyser()

    monkeypatch.setattr("ujar.analyse.load_analyser", load)
    assert run("analyse", stories / "a.txt", "--office-holders", tmp_path / "own.csv").status == 0
    assert given == [tmp_path / "own.csv"]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (None, "can't be read"),
        ("office,of,person\n", ":1: has no column wikidata, start, end"),
        ("office,of,person,wikidata,start,end\nmayor,IDN,Ana Roe,,2024-01-01,\n", ":2: no office 'mayor'"),
        ("office,of,person,wikidata,start,end\npresident,IDN,Ana Roe,,2024,\n", ":2: '2024' is no day"),
    ],
)
def test_analyse_names_the_bad_row_of_office_holders(
    capsys: pytest.CaptureFixture[str], stories: Path, tmp_path: Path, rows: str | None, said: str
) -> None:
    """A table that can't be used is one line on standard error with file, line and reason, and status 1."""
    own = tmp_path / "own.csv"
    if rows is not None:
        own.write_text(rows, encoding="utf-8")
    outcome = run_with(capsys)("analyse", stories / "a.txt", "--office-holders", own)
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.startswith(f"ujar: {own}")
    assert said in outcome.err
    assert outcome.err.count("\n") == 1


def test_analyse_prints_no_colour_where_no_terminal_is(
    run: Run, stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe gets plain text even where the environment asks for colour."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b" not in run("analyse", stories / "a.txt").out


def test_analyse_reads_a_story_only_when_it_is_needed(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A bad file is told of when it is met, not at the end, and a large folder is never held in memory."""
    made = make_each(Stories([str(stories)], language="id", published=None), HandAnalyser().analyse_many)
    assert next(made)[1].origin == str(stories / "a.txt")
    assert capsys.readouterr().err == ""
    assert next(made)[1].origin == str(stories / "c.txt")
    assert "b.txt" in capsys.readouterr().err
