"""The readers of gold statements and of records."""

import json
import os
from pathlib import Path

import pytest

from ujar.errors import GoldError
from ujar.evaluate.conllu import read_trees
from ujar.evaluate.gold import judged, read_records, read_statements
from ujar.evaluate.statements import score_statements
from ujar.record import Actor, Addressee, Article, Cue, MadeBy, Record, Source, Span, Statement

TEXT = "Bupati Rasi Lemba meminta petani agar bersabar."


def span(words: str) -> dict[str, object]:
    """The span of the words as gold files write it."""
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def row(**changed: object) -> dict[str, object]:
    """A statement as gold files write it."""
    plain = {
        "id": "s1",
        "form": "indirect",
        "mode": "directive",
        "polarity": "asserted",
        "source": span("Bupati Rasi Lemba"),
        "source_head": span("Rasi Lemba"),
        "cue": span("meminta"),
        "content": [span("agar bersabar")],
        "addressee": span("petani"),
        "parent": None,
    }
    return plain | changed


def write(path: Path, *texts: object) -> Path:
    """A JSONL file of the texts."""
    path.write_text("".join(json.dumps(text) + "\n" for text in texts), encoding="utf-8")
    return path


def make_record() -> Record:
    """The record that holds the same statement."""
    statement = Statement(
        id="s1",
        source=Source(span=Span.of(TEXT, 0, 17), head=Span.of(TEXT, 7, 17), actor="a1", kind="person"),
        cue=Cue(span=Span.of(TEXT, 18, 25)),
        content=(Span.of(TEXT, 33, 46),),
        addressees=(Addressee(span=Span.of(TEXT, 26, 32)),),
        form="indirect",
        mode="directive",
        rule="model",
    )
    return Record(
        article=Article.of(TEXT),
        actors=(Actor(id="a1", name="Rasi Lemba", kind="person"),),
        statements=(statement,),
        made_by=MadeBy(ujar="0", model="0", language_data="0"),
    )


def test_read_statements_reads_sentences(tmp_path):
    """Either name of the id will do; one addressee may stand without a list; blank lines are passed over."""
    path = write(tmp_path / "gold.jsonl", {"sent_id": "a", "text": TEXT, "statements": [row()]})
    path.write_text(path.read_text() + "\n" + json.dumps({"id": "b", "text": "Hujan.", "statements": []}))
    first, second = read_statements(path)
    assert (first.id, second.id, second.statements) == ("a", "b", ())
    statement = first.statements[0]
    assert (statement.cue, statement.source_head, statement.addressees) == ((18, 25), (7, 17), ((26, 32),))


def test_read_statements_finds_the_text_of_a_story_beside_it(tmp_path):
    """A story without text has it in ../news; offsets hold with Windows line ends too."""
    for folder in ("gold", "news"):
        (tmp_path / folder).mkdir()
    (tmp_path / "news/sawah.txt").write_bytes(f"{TEXT}\r\n".encode())
    story = tmp_path / "gold/sawah.json"
    addressee = span("petani") | {"entity": "petani"}
    story.write_text(json.dumps({"actors": [], "statements": [row(addressee=[addressee])]}))
    (text,) = read_statements(story)
    assert (text.id, text.text) == ("sawah", TEXT + "\r\n")
    assert read_statements(tmp_path / "gold") == [text], "a folder is read story by story"


@pytest.mark.parametrize(
    ("statements", "reason"),
    [
        ([row(cue={"start": 0, "end": 7, "text": "meminta"})], "is not 'meminta'"),
        ([row(cue={"start": 0, "end": 2, "text": "meminta"})], "cue"),
        ([row(form="oblique")], "form"),
        ([row(parent="s9")], "not there"),
        ([row(), row()], "twice"),
        ([{"id": "s1"}], "statements.0"),
    ],
)
def test_read_statements_names_what_does_not_fit(tmp_path, statements, reason):
    """A malformed statement is an error with path, line and reason."""
    path = write(tmp_path / "gold.jsonl", {"id": "a", "text": TEXT, "statements": []}, {"id": "b", "text": TEXT})
    path = write(path, {"id": "a", "text": "", "statements": []}, {"id": "b", "text": TEXT, "statements": statements})
    with pytest.raises(GoldError, match=reason) as caught:
        read_statements(path)
    assert (caught.value.path, caught.value.line) == (str(path), 2)


def test_read_statements_refuses_files_that_are_no_gold(tmp_path):
    """Missing, not JSON, not UTF-8, empty, or with an id twice: always a GoldError."""
    (tmp_path / "no.jsonl").write_text("{}\n{")
    (tmp_path / "latin.jsonl").write_bytes(b'{"id": "caf\xe9"}')
    (tmp_path / "empty.jsonl").write_text("\n")
    twice = {"id": "a", "text": TEXT, "statements": []}
    write(tmp_path / "twice.jsonl", twice, twice)
    for name in ("missing.jsonl", "missing.json", "no.jsonl", "latin.jsonl", "empty.jsonl", "twice.jsonl"):
        with pytest.raises(GoldError, match=name):
            read_statements(tmp_path / name)


@pytest.mark.parametrize("number", ["3-2", "2-3", "1-x", "x"])
def test_read_trees_names_the_line_of_a_bad_number(tmp_path: Path, number: str) -> None:
    """A range that runs backwards or beyond the sentence, or a number that is none, is a GoldError with its line."""
    path = tmp_path / "bad.conllu"
    rows = [f"{number}\tab" + "\t_" * 8, "1\tab\t_\tX\t_\t_\t0\troot\t_\t_", "2\tc\t_\tX\t_\t_\t1\tdep\t_\t_"]
    path.write_text("# text = ab c\n" + "\n".join(rows) + "\n", encoding="utf-8")
    with pytest.raises(GoldError, match=f"'{number}' is no") as caught:
        read_trees(path)
    assert caught.value.line == 2


def test_judged_record_equals_the_gold_it_agrees_with(tmp_path):
    """A record's statement, written to JSONL and read again, scores 100 against the same gold."""
    records = tmp_path / "records.jsonl"
    records.write_text(make_record().model_dump_json() + "\n", encoding="utf-8")
    gold = read_statements(write(tmp_path / "gold.jsonl", {"id": "a", "text": TEXT, "statements": [row()]}))
    found = read_records(records)
    assert found == [judged(make_record())]
    assert found[0].statements[0].source_entity == "Rasi Lemba"
    scores = score_statements(gold, found)
    assert (scores.matches["strict"].f1, scores.addressee_exact.f1, scores.mode) == (100, 100, 100)


def test_read_records_names_the_line_that_is_no_record(tmp_path):
    """A line that is something else is an error with its number."""
    path = tmp_path / "records.jsonl"
    path.write_text(make_record().model_dump_json() + '\n{"article": 1}\n')
    with pytest.raises(GoldError, match="is no record") as caught:
        read_records(path)
    assert caught.value.line == 2


def test_read_records_names_the_line_whose_spans_do_not_fit(tmp_path):
    """A record that was edited by hand is an error with its number as well."""
    path = tmp_path / "records.jsonl"
    path.write_text(make_record().model_dump_json().replace("petani agar", "nelayan agar", 1) + "\n")
    with pytest.raises(GoldError, match="is no record: the article's id is not") as caught:
        read_records(path)
    assert caught.value.line == 1


def shared_gold() -> list[Path]:
    """The annotated files that are not part of the repository."""
    shared = Path(os.environ.get("UJAR_SHARED", Path(__file__).parents[3] / "shared")) / "data"
    return sorted([*shared.glob("attribution/id-*.jsonl"), *shared.glob("gold*/*.json")])


def test_shared_gold_scores_full_against_itself():
    """Every annotated file can be read, and scored against itself has 100 wherever there is something to count."""
    files = shared_gold()
    if not files:
        pytest.skip("the annotated files are not beside the repository (UJAR_SHARED names their folder)")
    for path in files:
        gold = read_statements(path)
        scores = score_statements(gold, gold)
        figures = {rate.f1 for rate in scores.rates().values()} | set(scores.shares().values())
        assert figures <= {100.0, None}, path
        assert scores.gold == scores.predicted > 0, path
