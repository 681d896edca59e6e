"""PFSA-ID's columns: the text rebuilt from tokens, the statements in it, and its own way of scoring."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.evaluate.marked import said
from ujar.errors import GoldError
from ujar.evaluate import evaluation
from ujar.evaluate.gold import read_statements
from ujar.evaluate.judged import JudgedStatement, JudgedText
from ujar.evaluate.pfsa import judge_story, read_pfsa, score_pfsa
from ujar.evaluate.pfsa_stories import PfsaStory, read_stories

# A run of words with its label between bars; a bar alone ends a sentence.
STORY = """
PALU , KOMPAS — |ISSUE Pasar ikan di Teluk Wani ditutup| sejak Senin . |STATEMENT ” / Kami menata los . Pedagang
pindah ke Kolam - 2 , ”| |CUE kata| |ROLE Kepala Pasar| |AFFILIATION Teluk Wani| , |PERSON Rasti Lumena| , Selasa . /
Harga ikan naik . |STATEMENT ” / Ikan mahal , ”| |CUECOREF ujarnya| . /
DONGGALA , KOMPAS — |ISSUE Jalan rusak| . / |STATEMENT ” Jalan itu licin , ”| |CUE kata| |PERSONCOREF Rasti| . /
"""


def in_rows(marked: str) -> str:
    """The file that the marked story stands for: "/" is the empty line between sentences."""
    rows = []
    for place, stretch in enumerate(marked.split("|")):
        kind, words = "", stretch.split()
        if place % 2:
            kind, *words = words
        counted = [word for word in words if word != "/"]
        seen = 0
        for word in words:
            seen += word != "/"
            rows.append("" if word == "/" else f"{word}\t{label(kind, seen, len(counted))}")
    return "\n".join(rows) + "\n"


def label(kind: str, place: int, last: int) -> str:
    """The BILOU label of a word."""
    if not kind:
        return "O"
    return ("U" if last == 1 else "B" if place == 1 else "L" if place == last else "I") + f"-{kind}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with two stories."""
    file = tmp_path / "pfsa.txt"
    file.write_text(in_rows(STORY), encoding="utf-8")
    return file


@pytest.fixture
def stories(path: Path) -> list[PfsaStory]:
    """The stories of that file."""
    return read_stories(path)


def test_read_stories_rebuilds_the_text(stories: list[PfsaStory]) -> None:
    """Marks cling to what they hold, dashes to both sides; a quotation behind a full stop opens a paragraph."""
    first, second = stories
    assert first.text == (
        "PALU, KOMPAS — Pasar ikan di Teluk Wani ditutup sejak Senin.\n”Kami menata los. Pedagang pindah ke Kolam-2,”"
        " kata Kepala Pasar Teluk Wani, Rasti Lumena, Selasa. Harga ikan naik.\n”Ikan mahal,” ujarnya."
    )
    assert second.text == "DONGGALA, KOMPAS — Jalan rusak.\n”Jalan itu licin,” kata Rasti."
    assert [story.id for story in stories] == ["1", "2"]


def test_read_stories_starts_the_turns_of_marks_anew_where_a_side_is_plain(tmp_path: Path) -> None:
    """A closing mark that is missing doesn't turn round all that follow."""
    path = tmp_path / "odd.txt"
    path.write_text(in_rows("” Hujan . / ” Sungai penuh , ” katanya . / ” Kami pergi , ” katanya ."), encoding="utf-8")
    assert read_stories(path)[0].text.endswith("Sungai penuh,” katanya.\n”Kami pergi,” katanya.")


def test_read_statements_knows_pfsa_by_its_columns(path: Path) -> None:
    """Whatever its suffix, a file of a word and a label a line is read as PFSA-ID."""
    assert read_statements(path) == read_pfsa(path)


def test_judge_story_ties_a_quotation_to_its_cue_and_source(stories: list[PfsaStory]) -> None:
    """The source is role, organisation and name, the head the name; "ujarnya" holds cue and source."""
    text = judge_story(stories[0])
    named, clitic = text.statements
    assert (named.form, named.parent, text.text[slice(*named.cue)]) == ("direct", None, "kata")
    assert text.text[slice(*named.source)] == "Kepala Pasar Teluk Wani, Rasti Lumena"
    assert text.text[slice(*named.source_head)] == "Rasti Lumena"
    assert text.text[slice(*named.content[0])] == "”Kami menata los. Pedagang pindah ke Kolam-2,”"
    assert (text.text[slice(*clitic.cue)], text.text[slice(*clitic.source)]) == ("ujar", "nya")


def test_score_pfsa_of_the_gold_itself_is_full(stories: list[PfsaStory]) -> None:
    """Found just as labelled, all is right."""
    scores = score_pfsa(stories, [judge_story(story) for story in stories])
    assert scores.average == 100
    assert scores.recall_by_label == {"PERSON": 100, "PERSONCOREF": 100, "CUECOREF": 100}


def test_score_pfsa_passes_over_what_is_not_direct(stories: list[PfsaStory]) -> None:
    """An indirect statement that is found is no mistake, a direct one without a label is."""
    found = [judge_story(story) for story in stories]
    text = found[0].text
    indirect = said(text, "Harga ikan naik", cue="ditutup", source="Senin", id="x")
    assert score_pfsa(stories, with_statement(found, indirect)).statement.precision == 100
    direct = replace(indirect, form="direct")
    scores = score_pfsa(stories, with_statement(found, direct))
    assert scores.statement.precision == pytest.approx(100 * 24 / 27), "three words too many"
    assert (scores.statement.recall, scores.cue.recall, scores.source.recall) == (100, 100, 100)
    assert scores.source.precision == pytest.approx(80)


def test_evaluate_statements_passes_over_what_is_not_direct(
    path: Path, stories: list[PfsaStory], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file labels direct speech alone, so that an indirect statement is no mistake there either."""
    found = [judge_story(story) for story in stories]
    indirect = said(found[0].text, "Harga ikan naik", cue="ditutup", source="Senin", id="x")
    monkeypatch.setattr(evaluation, "load_analyser", lambda model: None)
    monkeypatch.setattr(evaluation, "analyse_gold", lambda *_, **__: with_statement(found, indirect))
    scores = evaluation.evaluate_statements(path, bootstrap=0)
    assert (scores.gold, scores.predicted, scores.matches["strict"].f1) == (3, 3, 100)


def with_statement(found: list[JudgedText], statement: JudgedStatement) -> list[JudgedText]:
    """The texts, the first with one statement more."""
    first, *others = found
    return [JudgedText(first.id, first.text, (*first.statements, statement)), *others]


def test_score_pfsa_counts_a_story_that_was_not_analysed(stories: list[PfsaStory]) -> None:
    """Its words are missing, not forgotten."""
    scores = score_pfsa(stories, [])
    assert (scores.statement.recall, scores.statement.precision, scores.average) == (0, None, 0)


@pytest.mark.parametrize(
    ("rows", "line", "reason"),
    [
        ("Hujan\tO\nderas\n", 2, "1 columns"),
        ("Hujan\tO\n\nderas\tX-CUE\n", 3, "no BILOU label"),
        ("Hujan\tO\nderas\tI-STATEMENT\n", 2, "can't follow 'O'"),
        ("Hujan\tB-STATEMENT\nderas\tL-CUE\n", 2, "can't follow 'B-STATEMENT'"),
        ("Hujan\tB-STATEMENT\nderas\tO\n", 2, "can't follow 'B-STATEMENT'"),
        ("Hujan\tB-STATEMENT\nderas\tI-STATEMENT\n", 2, "line 1 has no end"),
    ],
)
def test_read_stories_names_the_line_that_is_wrong(tmp_path: Path, rows: str, line: int, reason: str) -> None:
    """A line without its label, or a label that can't stand there, is a GoldError with file and line."""
    path = tmp_path / "bad.txt"
    path.write_text(rows, encoding="utf-8")
    with pytest.raises(GoldError, match=reason) as caught:
        read_stories(path)
    assert (caught.value.path, caught.value.line) == (str(path), line)
