"""`ujar evaluate statements`, and the function behind it."""

import inspect
import json

import pytest
from typer.testing import CliRunner

from tests.evaluate.test_gold_files import TEXT, make_record, row, write
from ujar.commands.evaluate import app, statements
from ujar.errors import GoldError
from ujar.evaluate.evaluation import analyse_gold, evaluate_statements
from ujar.evaluate.judged import JudgedText
from ujar.record import MadeBy, Record


@pytest.fixture
def files(tmp_path):
    """A gold file with one text, and the record that agrees with it."""
    gold = write(tmp_path / "gold.jsonl", {"id": "a", "text": TEXT, "statements": [row()]})
    records = tmp_path / "records.jsonl"
    records.write_text(make_record().model_dump_json() + "\n", encoding="utf-8")
    return gold, records


def run(*arguments: object):
    """The command's outcome."""
    return CliRunner().invoke(app, ["statements", *map(str, arguments)])


def test_evaluate_statements_prints_json(files):
    """JSON holds the figures by name, and null where there is nothing to count."""
    outcome = run(*files, "--format", "json", "--bootstrap", 0)
    assert outcome.exit_code == 0, outcome.output
    figures = json.loads(outcome.stdout)
    assert (figures["strict"], figures["gold"], figures["nested 0.8"]) == (100.0, 1, None)


def test_evaluate_statements_prints_tables(files):
    """The table names every figure and the interval, no word of it cut at 80 columns."""
    gold = write(files[0].with_name("two.jsonl"), *({"id": name, "text": TEXT, "statements": [row()]} for name in "ab"))
    outcome = run(gold, files[1], "--bootstrap", 10)
    assert outcome.exit_code == 0, outcome.output
    assert "2 gold statements, 2 found" in outcome.stdout
    assert "100.0-100.0" in outcome.stdout
    assert "source head" in outcome.stdout
    assert "P strict" in outcome.stdout
    assert "…" not in outcome.stdout


def test_evaluate_statements_of_one_text_has_no_interval(files):
    """From a single text nothing can be drawn anew: neither the column nor the figures are there."""
    assert "interval" not in run(*files, "--bootstrap", 10).stdout
    assert "strict interval" not in json.loads(run(*files, "--format", "json", "--bootstrap", 10).stdout)


@pytest.mark.parametrize("written", [None, "{}", "nonsense"])
def test_evaluate_statements_says_which_file_is_wrong(files, tmp_path, written):
    """A missing or malformed file ends with status 1 and one line that names it."""
    gold, _ = files
    records = tmp_path / "other.jsonl"
    if written is not None:
        records.write_text(written)
    outcome = run(gold, records)
    assert outcome.exit_code == 1
    assert "other.jsonl" in outcome.stderr
    assert "Traceback" not in outcome.output


def test_evaluate_statements_refuses_records_of_other_texts(files, tmp_path):
    """Records of which none is about the gold are a mistake, not a score of zero."""
    _, records = files
    gold = write(tmp_path / "rain.jsonl", {"id": "a", "text": "Hujan.", "statements": []})
    with pytest.raises(GoldError, match="none of its 1 records"):
        evaluate_statements(gold, records)


def test_evaluate_statements_command_and_function_have_the_same_options():
    """An option is a keyword: all but how it is printed."""
    command, function = (set(inspect.signature(each).parameters) for each in (statements, evaluate_statements))
    assert command - function == {"format"}
    assert not function - command


class Listener:
    """Stands in for the analyser: keeps the articles it was given and finds nothing in them."""

    def __init__(self) -> None:
        self.articles = []

    def analyse_many(self, articles):
        for article in articles:
            self.articles.append(article)
            yield Record(article=article, made_by=MadeBy(ujar="0", model="0", language_data="0"))


def test_analyse_gold_reads_a_story_as_a_story_and_a_sentence_as_it_stands():
    """The dateline of a story is outside its body; a lone sentence is all body. The gold's ids are kept."""
    story = "Palu (ANTARA) - Sawah di lembah itu mengering.\n\nPetani menunggu hujan sejak Mei."
    listener = Listener()
    found = list(analyse_gold([JudgedText("a", story, ()), JudgedText("b", TEXT, ())], listener))
    assert [(text.id, text.text) for text in found] == [("a", story), ("b", TEXT)]
    first, second = listener.articles
    assert story[first.body.start :].startswith("Sawah")
    assert (second.body.start, second.body.end) == (0, len(TEXT))


def test_evaluate_statements_needs_a_model_to_analyse(files, tmp_path):
    """A folder that holds no model ends with status 1 and its path."""
    outcome = run(files[0], "--model", tmp_path / "nothing")
    assert outcome.exit_code == 1
    assert "nothing" in outcome.stderr
